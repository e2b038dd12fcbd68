//! What the desktop does for the window: dialogs, clipboard, opening what leads elsewhere.
//!
//! Paths go to the interface as words for what a person has chosen, and come back the same way (`native::chosen`).

use serde::{Deserialize, Serialize};
use tauri::{AppHandle, State};

use crate::failure::Failure;
use crate::native::chosen::Chosen;
use crate::native::clipboard::{self, Copied};
use crate::native::dialog::{self, Question};
use crate::native::open;

/// A kind of file that leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A page description.
    Pdf,
    /// A word processor's document.
    Docx,
    /// A web page.
    Html,
    /// Markdown.
    Markdown,
    /// Structured data.
    Json,
    /// A table.
    Csv,
    /// Plain text.
    Text,
}

impl FileKind {
    fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Text => "txt",
        }
    }
}

/// What the clipboard holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct Clipboard {
    /// As plain text; nothing when what was copied is no text.
    pub text: Option<String>,
    /// As HTML. For the parser only: it never becomes part of the page.
    pub html: Option<String>,
}

/// Asks for files with the system's dialog. Empty when it was closed without a choice.
///
/// # Errors
/// The window is gone.
#[tauri::command]
#[specta::specta]
pub async fn pick_files(app: AppHandle, chosen: State<'_, Chosen>) -> Result<Vec<String>, Failure> {
    let paths = dialog::ask(&app, Question::Files).await?;
    Ok(paths.iter().map(|path| chosen.hand_out(path)).collect())
}

/// Asks for a folder with the system's dialog. Nothing when it was closed without a choice.
///
/// # Errors
/// The window is gone.
#[tauri::command]
#[specta::specta]
pub async fn pick_folder(app: AppHandle, chosen: State<'_, Chosen>) -> Result<Option<String>, Failure> {
    let paths = dialog::ask(&app, Question::Folder).await?;
    Ok(paths.first().map(|path| chosen.hand_out(path)))
}

/// Asks where a file of `kind` is to be written, with the name `suggested` in the folder of the last one to begin with. The system asks before a file is
/// replaced. Nothing when the dialog was closed without a choice.
///
/// # Errors
/// The window is gone.
#[tauri::command]
#[specta::specta]
pub async fn save_file(
    app: AppHandle,
    chosen: State<'_, Chosen>,
    suggested: String,
    kind: FileKind,
) -> Result<Option<String>, Failure> {
    let ending = kind.ending();
    let folder = chosen.saved_in();
    let question = Question::Save {
        suggested,
        folder,
        ending,
    };
    let paths = dialog::ask(&app, question).await?;
    Ok(paths.first().map(|path| chosen.hand_out_for_writing(path)))
}

/// Opens `url` in the browser or the mail program. The interface has named the host and asked before.
///
/// # Errors
/// It is no address of the web or of mail, or the desktop has no program for it.
#[tauri::command]
#[specta::specta]
pub async fn open_link(app: AppHandle, url: String) -> Result<(), Failure> {
    open::link(&app, &url).await
}

/// Opens the file `path`, which was chosen before, in the program that the desktop has for it.
///
/// # Errors
/// It was never chosen, is gone, or the desktop has no program for it.
#[tauri::command]
#[specta::specta]
pub async fn open_file(app: AppHandle, chosen: State<'_, Chosen>, path: String) -> Result<(), Failure> {
    open::file(&app, chosen.take_back(&path)?).await
}

/// Shows `path`, which was chosen before, in the file manager.
///
/// # Errors
/// It was never chosen, its folder is gone, or the desktop has no file manager.
#[tauri::command]
#[specta::specta]
pub async fn show_in_folder(app: AppHandle, chosen: State<'_, Chosen>, path: String) -> Result<(), Failure> {
    open::in_folder(&app, chosen.take_back(&path)?).await
}

/// What the clipboard holds.
///
/// # Errors
/// The window is gone.
#[tauri::command]
#[specta::specta]
pub async fn read_clipboard(app: AppHandle) -> Result<Clipboard, Failure> {
    let Copied { text, html } = clipboard::read(&app).await?;
    Ok(Clipboard { text, html })
}

/// Puts `text` into the clipboard, and `html` beside it for programs that take formatted text.
///
/// # Errors
/// The system refuses the clipboard.
#[tauri::command]
#[specta::specta]
pub async fn write_clipboard(app: AppHandle, text: String, html: Option<String>) -> Result<(), Failure> {
    let text = Some(text);
    clipboard::write(&app, Copied { text, html }).await
}
