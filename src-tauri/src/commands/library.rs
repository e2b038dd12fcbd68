//! The library itself: which one this window shows, showing another, the samples, looking it over.
//!
//! A folder comes from the interface only as the words for one that was handed out: chosen in a dialog, or shown before.

use std::sync::Arc;

use desk::Desk;
use serde::Serialize;
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, State};

use super::at_desk;
use crate::failure::Failure;
use crate::library::Library;
use crate::native::chosen::Chosen;
use crate::{start, switch};

/// Which library the window shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct LibraryInfo {
    /// The folder, as the analyst would type it; bytes that are no Unicode show as replacement characters.
    pub folder: String,
    /// The folder as people write it: with `~` for the home folder.
    pub place: String,
    /// What to call it.
    pub name: String,
    /// Whether it is the one that opens when none is named.
    pub is_default: bool,
    /// Whether it was made as the sample library.
    pub is_sample: bool,
    /// Whether nothing was ever done in it.
    pub is_new: bool,
    /// Whether it can only be read.
    pub read_only: bool,
    /// How many articles are outside its trash.
    pub articles: u32,
}

/// A library that could be shown instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct OtherLibrary {
    /// Its folder, as `open_library` takes it.
    pub folder: String,
    /// What to call it.
    pub name: String,
}

/// The sample library, which the window now shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct SampleShown {
    /// Identity of the brief to look at first; nothing when somebody has thrown all of them away.
    pub brief: Option<String>,
}

/// What was found when the library was looked over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct LibraryChecked {
    /// What is wrong, a sentence each; empty when all is well.
    pub findings: Vec<String>,
}

/// What to tell whoever helps with a problem. Nothing of it says what is in the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct Diagnostics {
    /// Version of Chancery.
    pub version: String,
    /// The system and its version, as it calls itself.
    pub system: String,
    /// Version of the webview.
    pub webview: String,
    /// Version of Tauri.
    pub tauri: String,
    /// How windows are shown: wayland, x11.
    pub session: String,
    /// Whether the window paints through shared memory, without the graphics card.
    pub shared_memory: bool,
}

/// The library that the window shows.
///
/// # Errors
/// It can't be opened.
#[tauri::command]
#[specta::specta]
pub async fn library_info(library: State<'_, Arc<Library>>) -> Result<LibraryInfo, Failure> {
    let look = |desk: &Desk| {
        let folder = desk.folder();
        Ok(LibraryInfo {
            folder: folder.display().to_string(),
            place: switch::place(folder),
            name: switch::name(folder),
            is_default: folder == desk::default_folder(),
            is_sample: desk.is_sample()?,
            is_new: desk.is_untouched()?,
            read_only: desk.read_only(),
            articles: desk.article_count()?,
        })
    };
    at_desk(&library, look).await
}

/// The libraries that were shown before, the last one first, without the one on show.
///
/// # Errors
/// None that is known; the type is that of every command.
#[tauri::command]
#[specta::specta]
pub async fn other_libraries(
    app: AppHandle,
    chosen: State<'_, Chosen>,
) -> Result<Vec<OtherLibrary>, Failure> {
    let others = switch::others(&app).into_iter().map(|folder| OtherLibrary {
        name: switch::name(&folder),
        folder: chosen.hand_out(&folder),
    });
    Ok(others.collect())
}

/// Shows the library in `folder`, which was chosen before, making it when there is none.
///
/// # Errors
/// It can't be opened or made; the one before stays on show.
#[tauri::command]
#[specta::specta]
pub async fn open_library(app: AppHandle, chosen: State<'_, Chosen>, folder: String) -> Result<(), Failure> {
    let folder = chosen.take_back(&folder)?;
    away_from_main(move || switch::to_folder(&app, &folder)).await
}

/// Shows the sample library, making it when there is none.
///
/// # Errors
/// It can't be made; the library before stays on show.
#[tauri::command]
#[specta::specta]
pub async fn open_sample(app: AppHandle) -> Result<SampleShown, Failure> {
    let made = away_from_main(move || switch::to_sample(&app)).await?;
    Ok(SampleShown { brief: made.uid })
}

/// Takes the sample library away with all that was done in it, and shows the library before it if it was on show.
///
/// # Errors
/// There is none, or it can't be removed.
#[tauri::command]
#[specta::specta]
pub async fn remove_sample(app: AppHandle) -> Result<(), Failure> {
    away_from_main(move || switch::away_with_sample(&app)).await
}

/// Looks the whole library over. Takes a while on a large one.
///
/// # Errors
/// The library can't be read.
#[tauri::command]
#[specta::specta]
pub async fn check_library(library: State<'_, Arc<Library>>) -> Result<LibraryChecked, Failure> {
    let look = |desk: &Desk| {
        let found = desk.check()?.findings.into_iter();
        let findings = found.map(|f| format!("{}: {}", f.check, f.detail)).collect();
        Ok(LibraryChecked { findings })
    };
    at_desk(&library, look).await
}

/// What to tell whoever helps with a problem.
///
/// # Errors
/// None that is known; the type is that of every command.
#[tauri::command]
#[specta::specta]
pub async fn diagnostics() -> Result<Diagnostics, Failure> {
    Ok(Diagnostics {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        system: system(),
        webview: tauri::webview_version().unwrap_or_default(),
        tauri: tauri::VERSION.to_owned(),
        session: std::env::var("XDG_SESSION_TYPE").unwrap_or_default(),
        shared_memory: start::paints_through_shared_memory(),
    })
}

/// What the system calls itself.
fn system() -> String {
    let about = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = about.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="));
    let name = name.map_or(std::env::consts::OS, |name| name.trim_matches('"'));
    format!("{name} ({})", std::env::consts::ARCH)
}

/// Runs `work` on a thread that may block; a panic inside arrives as [`Failure::bug`].
async fn away_from_main<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    spawn_blocking(work).await.unwrap_or_else(|_| Err(Failure::bug()))
}
