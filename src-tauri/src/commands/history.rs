//! What happened to the library: told as it happens, taken back, done again.
//!
//! The words of a step are the desk's; the interface puts them into its menu and its toasts as they are.

use std::sync::Arc;

use desk::{Desk, Stepped, Steps};
use serde::Serialize;
use tauri::State;
use tauri::ipc::Channel;

use super::at_desk;
use crate::changes::Changed;
use crate::failure::Failure;
use crate::library::Library;

/// A step that was taken back or done again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct StepTaken {
    /// What it was, in the words of the menu.
    pub label: String,
}

/// What could be taken back and done again now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct StepsAtHand {
    /// What undo would take back; nothing when there is nothing.
    pub undo: Option<String>,
    /// What redo would do again; nothing when there is nothing.
    pub redo: Option<String>,
}

impl From<Stepped> for StepTaken {
    fn from(step: Stepped) -> Self {
        Self { label: step.label }
    }
}

impl From<Steps> for StepsAtHand {
    fn from(Steps { undo, redo }: Steps) -> Self {
        Self { undo, redo }
    }
}

/// Tells of every change of the library through `on_change` from now on, in the place of any earlier channel. What was
/// changed before isn't told.
///
/// # Errors
/// None that is known; the type is that of every command.
#[tauri::command]
#[specta::specta]
pub async fn watch_changes(
    library: State<'_, Arc<Library>>,
    on_change: Channel<Changed>,
) -> Result<(), Failure> {
    library.announcer().through(on_change);
    Ok(())
}

/// Takes the last step back.
///
/// # Errors
/// There is none, or the records it changed were changed since by another program.
#[tauri::command]
#[specta::specta]
pub async fn undo(library: State<'_, Arc<Library>>) -> Result<StepTaken, Failure> {
    at_desk(&library, |desk| Ok(desk.undo()?.into())).await
}

/// Does the step taken back last again.
///
/// # Errors
/// There is none, or something was done since.
#[tauri::command]
#[specta::specta]
pub async fn redo(library: State<'_, Arc<Library>>) -> Result<StepTaken, Failure> {
    at_desk(&library, |desk| Ok(desk.redo()?.into())).await
}

/// What undo and redo would do now.
///
/// # Errors
/// The library can't be read.
#[tauri::command]
#[specta::specta]
pub async fn steps(library: State<'_, Arc<Library>>) -> Result<StepsAtHand, Failure> {
    let read = |desk: &Desk| Ok(desk.steps()?.into());
    at_desk(&library, read).await
}
