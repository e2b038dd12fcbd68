//! The import sheet: what an import would make of a text, keeping it, correcting it later, drafts, and the import of many files
//! with its progress.
//!
//! Texts come along with every question, so nothing has to be closed. Numbers of lines and of what was left out are those of the
//! preview. Files are named by the words that were handed out for them.

mod files;
mod left_out;
mod sheet;
mod stated;

use std::path::PathBuf;
use std::sync::Arc;

use desk::import;
use tauri::State;
use tauri::ipc::Channel;

use self::files::{FilesToImport, ImportProgress};
pub(super) use self::sheet::ImportSource;
use self::sheet::{
    ArticleRecord, Correction, FetchedPage, ImportDraft, ImportPreview, ImportTo, RecordField, SaveImport,
    SavedImport, count,
};
pub(super) use self::stated::{RuleSaid, SiteRule};
use super::at_desk;
use super::version::VersionAdded;
use crate::failure::Failure;
use crate::library::Library;
use crate::native::chosen::Chosen;

/// Pairs the words of the window with those of the desk.
macro_rules! same_words {
    ($ours:ty, $theirs:ty, $($word:ident),+) => {
        impl From<$theirs> for $ours {
            fn from(theirs: $theirs) -> Self {
                match theirs {
                    $(<$theirs>::$word => Self::$word),+
                }
            }
        }
        impl From<$ours> for $theirs {
            fn from(ours: $ours) -> Self {
                match ours {
                    $(<$ours>::$word => Self::$word),+
                }
            }
        }
    };
}

use same_words;

/// The paths that a person has chosen.
fn taken_back(paths: &[String], chosen: &Chosen) -> Result<Vec<PathBuf>, Failure> {
    paths.iter().map(|path| chosen.take_back(path)).collect()
}

/// Fetches the page at a web address and keeps it in memory while it is looked at: the only command that reaches the network.
/// What can't be fetched leaves its address among the drafts, with the address as its text.
///
/// # Errors
/// It is no web address; the page can't be fetched; the person cancelled.
#[tauri::command]
#[specta::specta]
pub async fn fetch_page(library: State<'_, Arc<Library>>, address: String) -> Result<FetchedPage, Failure> {
    at_desk(&library, move |desk| Ok(desk.fetch_address(&address)?.into())).await
}

/// Ends the fetching that is under way, whose command then answers that it was cancelled.
///
/// # Errors
/// The library can't be opened.
#[tauri::command]
#[specta::specta]
pub async fn cancel_fetch(library: State<'_, Arc<Library>>) -> Result<(), Failure> {
    at_desk(&library, |desk| {
        desk.cancel_fetch();
        Ok(())
    })
    .await
}

/// What an import would make of a text, file or fetched page. Changes nothing.
///
/// # Errors
/// It is no text that is read; the file can't be read.
#[tauri::command]
#[specta::specta]
pub async fn preview_import(
    library: State<'_, Arc<Library>>,
    chosen: State<'_, Chosen>,
    source: ImportSource,
) -> Result<ImportPreview, Failure> {
    let incoming = source.read(&chosen)?;
    at_desk(&library, move |desk| Ok(desk.preview_import(&incoming)?.into())).await
}

/// What was typed into `field` as the record would print it; `published` is what stands in that field, for a dateline's year.
///
/// # Errors
/// It can't be read as what the field holds; the sentence belongs beside the field.
#[tauri::command]
#[specta::specta]
pub async fn read_record_field(
    library: State<'_, Arc<Library>>,
    field: RecordField,
    value: String,
    published: Option<String>,
) -> Result<String, Failure> {
    at_desk(&library, move |_| {
        import::read_typed(field.into(), &value, published.as_deref())
    })
    .await
}

/// Keeps a text or file as an article, in one step.
///
/// # Errors
/// A field can't be read; the file was changed since it was looked at; the library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn save_import(
    library: State<'_, Arc<Library>>,
    chosen: State<'_, Chosen>,
    source: ImportSource,
    save: SaveImport,
) -> Result<SavedImport, Failure> {
    let incoming = source.read(&chosen)?;
    at_desk(&library, move |desk| {
        Ok(desk.save_import(&incoming, save.read()?)?.into())
    })
    .await
}

/// The record of an article with what was left out of it, as the sheet shows one.
///
/// # Errors
/// There is no such article.
#[tauri::command]
#[specta::specta]
pub async fn article_record(
    library: State<'_, Arc<Library>>,
    article: String,
) -> Result<ArticleRecord, Failure> {
    at_desk(&library, move |desk| Ok(desk.record_held(&article)?.into())).await
}

/// Corrects an article's record as a new version of the same bytes, in one step: fields, entries of what was left out (from 0)
/// that go into it, and lines (from 1) that leave it. Nothing when it changed nothing. `version` is that of the
/// `ArticleRecord` that was looked at.
///
/// # Errors
/// A field can't be read; there is no such version; a newer one took its place.
#[tauri::command]
#[specta::specta]
pub async fn correct_article(
    library: State<'_, Arc<Library>>,
    version: String,
    corrections: Vec<Correction>,
    kept: Vec<u32>,
    left_out: Vec<u32>,
) -> Result<Option<VersionAdded>, Failure> {
    let corrections = corrections.into_iter().map(Into::into).collect();
    let pieces = sheet::pieces(kept, left_out);
    at_desk(&library, move |desk| {
        let added = desk.correct_article(&version, corrections, pieces)?;
        Ok(added.map(Into::into))
    })
    .await
}

/// Puts a text aside and gives the draft's name. No step to undo.
///
/// # Errors
/// The library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn save_draft(
    library: State<'_, Arc<Library>>,
    text: String,
    corrections: Vec<Correction>,
) -> Result<String, Failure> {
    let corrections: Vec<_> = corrections.into_iter().map(Into::into).collect();
    at_desk(&library, move |desk| desk.save_draft(text, &corrections)).await
}

/// The texts put aside, the newest first.
///
/// # Errors
/// The library can't be read.
#[tauri::command]
#[specta::specta]
pub async fn import_drafts(library: State<'_, Arc<Library>>) -> Result<Vec<ImportDraft>, Failure> {
    at_desk(&library, |desk| {
        Ok(desk.drafts()?.into_iter().map(Into::into).collect())
    })
    .await
}

/// Throws a draft away. No step to undo.
///
/// # Errors
/// The library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn drop_draft(library: State<'_, Arc<Library>>, name: String) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.drop_draft(&name)).await
}

/// The files that `paths` stand for, folders opened.
///
/// # Errors
/// The library can't be opened.
#[tauri::command]
#[specta::specta]
pub async fn files_to_import(
    library: State<'_, Arc<Library>>,
    chosen: State<'_, Chosen>,
    paths: Vec<String>,
) -> Result<FilesToImport, Failure> {
    let paths = taken_back(&paths, &chosen)?;
    let found = at_desk(&library, move |desk| desk.files_to_import(&paths)).await?;
    Ok(FilesToImport {
        total: count(found.total),
        paths: found.paths.iter().map(|path| chosen.hand_out(path)).collect(),
    })
}

/// Imports the files that `paths` stand for, and answers when that has ended; `progress` hears how it goes.
///
/// # Errors
/// Another import of files is running; another program holds the library.
#[tauri::command]
#[specta::specta]
pub async fn start_import(
    library: State<'_, Arc<Library>>,
    chosen: State<'_, Chosen>,
    paths: Vec<String>,
    to: ImportTo,
    tags: Vec<String>,
    outlet: Option<String>,
    progress: Channel<ImportProgress>,
) -> Result<(), Failure> {
    let paths = taken_back(&paths, &chosen)?;
    at_desk(&library, move |desk| {
        let (state, tags) = (to.into(), sheet::tags(&tags)?);
        let about = import::ImportAs {
            outlet,
            url: None,
            state,
            tags,
        };
        // A window that is gone hears nothing and misses nothing.
        desk.import_files(&paths, &about, &mut |said| _ = progress.send(said.into()))
    })
    .await
}

/// Lets the running import of files wait.
///
/// # Errors
/// The library can't be opened.
#[tauri::command]
#[specta::specta]
pub async fn pause_import(library: State<'_, Arc<Library>>) -> Result<(), Failure> {
    at_desk(&library, |desk| {
        desk.pause_import();
        Ok(())
    })
    .await
}

/// Lets it go on.
///
/// # Errors
/// The library can't be opened.
#[tauri::command]
#[specta::specta]
pub async fn resume_import(library: State<'_, Arc<Library>>) -> Result<(), Failure> {
    at_desk(&library, |desk| {
        desk.resume_import();
        Ok(())
    })
    .await
}

/// Ends it; what was imported stays.
///
/// # Errors
/// The library can't be opened.
#[tauri::command]
#[specta::specta]
pub async fn cancel_import(library: State<'_, Arc<Library>>) -> Result<(), Failure> {
    at_desk(&library, |desk| {
        desk.cancel_import();
        Ok(())
    })
    .await
}
