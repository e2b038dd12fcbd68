//! The pictures of an article: listed, and fetched when a person asks for them.

use std::sync::Arc;

use desk::import;
use serde::Serialize;
use tauri::State;

use super::at_desk;
use crate::failure::Failure;
use crate::library::Library;

/// A picture of an article.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct ArticlePicture {
    /// Its address.
    pub address: String,
    /// What stands for it where it can't be seen.
    pub alt: String,
    /// Whether its bytes are in the library.
    pub kept: bool,
    /// Why it was not fetched, when that was tried, as a sentence.
    pub problem: Option<String>,
}

impl From<import::Picture> for ArticlePicture {
    fn from(picture: import::Picture) -> Self {
        Self {
            address: picture.address,
            alt: picture.alt,
            kept: picture.sha256.is_some(),
            problem: picture.problem,
        }
    }
}

/// The pictures of an article's newest version in the order of its text. Fetches nothing.
///
/// # Errors
/// There is no such article.
#[tauri::command]
#[specta::specta]
pub async fn article_pictures(
    library: State<'_, Arc<Library>>,
    article: String,
) -> Result<Vec<ArticlePicture>, Failure> {
    at_desk(&library, move |desk| {
        Ok(desk.pictures(&article)?.into_iter().map(Into::into).collect())
    })
    .await
}

/// Fetches the pictures of an article that are not in the library yet, in one step, and says how each stands.
///
/// # Errors
/// There is no such article; the library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn fetch_pictures(
    library: State<'_, Arc<Library>>,
    article: String,
) -> Result<Vec<ArticlePicture>, Failure> {
    at_desk(&library, move |desk| {
        Ok(desk
            .fetch_pictures(&article)?
            .into_iter()
            .map(Into::into)
            .collect())
    })
    .await
}
