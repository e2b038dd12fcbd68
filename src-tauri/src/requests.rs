//! What the desktop asks of the window: files to import that were dropped on it or named when it was started, the actions of
//! its menu entry.

use std::path::PathBuf;

use serde::Serialize;
use tauri::DragDropEvent;

use crate::line::Line;
use crate::native::chosen::Chosen;

/// Something to do that came from outside of the window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Request {
    /// Import files and folders.
    Import {
        /// What to call them in the commands that take paths.
        paths: Vec<String>,
    },
    /// Import what the clipboard holds.
    Paste,
    /// Begin a brief.
    NewBrief,
    /// Files are being dragged over the window.
    DragEnter {
        /// How many.
        files: u32,
    },
    /// They aren't any more: dropped, or carried off.
    DragLeave,
}

/// The requests that wait for the interface, and the way to it.
pub type Requests = Line<Request>;

impl Requests {
    /// Asks for `files` to be imported.
    pub fn import(&self, files: &[PathBuf], chosen: &Chosen) {
        if !files.is_empty() {
            let paths = files.iter().map(|file| chosen.hand_out(file)).collect();
            self.hold(Request::Import { paths });
        }
    }

    /// Hears of files over the window.
    pub fn dragged(&self, event: &DragDropEvent, chosen: &Chosen) {
        match event {
            DragDropEvent::Enter { paths, .. } => self.say(Request::DragEnter {
                files: u32::try_from(paths.len()).unwrap_or(u32::MAX),
            }),
            DragDropEvent::Drop { paths, .. } => {
                self.say(Request::DragLeave);
                self.import(paths, chosen);
            }
            DragDropEvent::Leave => self.say(Request::DragLeave),
            _ => {}
        }
    }
}
