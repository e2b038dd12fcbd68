//! The library itself: which one this window shows.
//!
//! The window tells what to type in a shell, and that depends on whether `chancery` would take this library by itself.
//! Choosing another library is a matter of the command line.

use std::sync::Arc;

use serde::Serialize;
use tauri::State;

use super::at_desk;
use crate::failure::Failure;
use crate::library::Library;

/// Which library the window shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct LibraryInfo {
    /// The folder, as the analyst would type it; bytes that are no Unicode show as replacement characters.
    pub folder: String,
    /// Whether it is the one that opens when none is named.
    pub is_default: bool,
}

/// The library that the window shows.
///
/// # Errors
/// It can't be opened.
#[tauri::command]
#[specta::specta]
pub async fn library_info(library: State<'_, Arc<Library>>) -> Result<LibraryInfo, Failure> {
    at_desk(&library, |desk| {
        let folder = desk.folder();
        let is_default = folder == desk::default_folder();
        Ok(LibraryInfo {
            folder: folder.display().to_string(),
            is_default,
        })
    })
    .await
}
