//! Tags as the window sees them: all of them, renamed, merged, removed.

use std::sync::Arc;

use serde::Serialize;
use tauri::State;

use super::at_desk;
use crate::failure::Failure;
use crate::library::Library;

/// A tag and how much carries it; the trash doesn't count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct TagLine {
    /// Identity (UUID).
    pub uid: String,
    /// The path, names parted by `/`.
    pub path: String,
    /// Articles that carry it themselves.
    pub articles: u32,
    /// Annotations that carry it.
    pub annotations: u32,
    /// When it was put on something last (RFC 3339), where it ever was.
    pub used_at: Option<String>,
}

/// Every tag, by path.
///
/// # Errors
/// The library can't be read.
#[tauri::command]
#[specta::specta]
pub async fn list_tags(library: State<'_, Arc<Library>>) -> Result<Vec<TagLine>, Failure> {
    at_desk(&library, |desk| {
        let line = |tag: desk::words::TagRow| TagLine {
            uid: tag.uid.to_string(),
            path: tag.path,
            articles: tag.articles,
            annotations: tag.annotations,
            used_at: tag.used_at.map(|at| at.to_rfc3339()),
        };
        Ok(desk.tags()?.into_iter().map(line).collect())
    })
    .await
}

/// Gives the tag `from` and those under it the path `to`; joins it with a tag that has that path if `merge` says so.
///
/// # Errors
/// `to` is no path, there is no `from`, or there is a `to` and nobody said to merge.
#[tauri::command]
#[specta::specta]
pub async fn rename_tag(
    library: State<'_, Arc<Library>>,
    from: String,
    to: String,
    merge: bool,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.rename_tag(&from, &to, merge)).await
}

/// Takes tags and those under them off everything.
///
/// # Errors
/// The library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn remove_tags(library: State<'_, Arc<Library>>, tags: Vec<String>) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.remove_tags(&tags)).await
}
