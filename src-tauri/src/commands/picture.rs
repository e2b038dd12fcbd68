//! The pictures of an article: listed, shown where they are kept, and fetched when a person asks for them.

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

/// Where a version shows a picture that is in the library.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct ShownPicture {
    /// Number of the block.
    pub block: u32,
    /// Its name in the addresses of images: `media://localhost/picture/NAME`.
    pub name: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// The pictures in the library that a version shows, by block.
///
/// # Errors
/// There is no such version.
#[tauri::command]
#[specta::specta]
pub async fn pictures_shown(
    library: State<'_, Arc<Library>>,
    version: String,
) -> Result<Vec<ShownPicture>, Failure> {
    at_desk(&library, move |desk| {
        let shown = |at: desk::kept_picture::PictureAt| ShownPicture {
            block: u32::try_from(at.block).unwrap_or(u32::MAX),
            name: at.name.to_string(),
            width: at.width,
            height: at.height,
        };
        Ok(desk.pictures_shown(&version)?.into_iter().map(shown).collect())
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
