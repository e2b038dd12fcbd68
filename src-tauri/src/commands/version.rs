//! Versions of an article, what is different between texts, and what a new version did to the passages that are cited.

use std::sync::Arc;

use desk::{compare, import};
use serde::Serialize;
use tauri::State;

use super::at_desk;
use super::import::ImportSource;
use crate::failure::Failure;
use crate::library::Library;
use crate::native::chosen::Chosen;

/// A version in the list of an article's versions.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct ArticleVersion {
    /// Identity.
    pub uid: String,
    /// 1, 2 … within the article.
    pub number: u32,
    /// When it was captured, ISO 8601.
    pub captured_at: String,
    /// Its title.
    pub headline: String,
    /// SHA-256 of the original bytes.
    pub sha256: String,
    /// Whether it is of the same bytes as the version before: a correction.
    pub same_bytes: bool,
    /// Whether its text is that of the version before.
    pub same_text: bool,
}

/// How many annotations hold how well in a version.
#[derive(Clone, Copy, Debug, Serialize, specta::Type)]
pub struct AnchorCounts {
    /// The same words at the same place.
    pub exact: u32,
    /// The same words elsewhere.
    pub moved: u32,
    /// Similar words.
    pub approximate: u32,
    /// Not found; kept with their words.
    pub orphan: u32,
}

/// A passage that evidence or a brief rests on and that reads differently in the newest version.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct ChangedPassage {
    /// The annotation.
    pub annotation: String,
    /// Its words when they were marked.
    pub quote: String,
    /// What stands there now; nothing when it wasn't found.
    pub now: Option<String>,
    /// The risks it bears on: R-3.
    pub risks: Vec<String>,
    /// The briefs that cite it: CN-2026-003.
    pub briefs: Vec<String>,
}

impl From<import::ChangedPassage> for ChangedPassage {
    fn from(changed: import::ChangedPassage) -> Self {
        Self {
            annotation: changed.annotation.to_string(),
            quote: changed.quote,
            now: changed.now,
            risks: changed.risks,
            briefs: changed.briefs,
        }
    }
}

/// A version that was made.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct VersionAdded {
    /// The article.
    pub article: String,
    /// The version.
    pub version: String,
    /// 2, 3 … within the article.
    pub number: u32,
    /// How its annotations hold.
    pub anchors: AnchorCounts,
    /// What is cited and reads differently now.
    pub changed: Vec<ChangedPassage>,
}

impl From<import::VersionAdded> for VersionAdded {
    fn from(added: import::VersionAdded) -> Self {
        let import::AnchorCounts {
            exact,
            moved,
            approximate,
            orphan,
        } = added.anchors;
        Self {
            article: added.article.to_string(),
            version: added.version.to_string(),
            number: added.number,
            anchors: AnchorCounts {
                exact,
                moved,
                approximate,
                orphan,
            },
            changed: added.changed.into_iter().map(Into::into).collect(),
        }
    }
}

/// What came of fetching the page of an article once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum RefetchOutcome {
    /// The server says that nothing changed.
    Unchanged,
    /// The page came, and its article reads as before.
    SameText,
    /// The article reads differently.
    NewVersion,
}

/// The same, with the version that it has now.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct Refetched {
    /// What came of it.
    pub outcome: RefetchOutcome,
    /// The new version.
    pub added: Option<VersionAdded>,
}

impl From<import::Refetched> for Refetched {
    fn from(refetched: import::Refetched) -> Self {
        let (outcome, added) = match refetched {
            import::Refetched::Unchanged => (RefetchOutcome::Unchanged, None),
            import::Refetched::SameText => (RefetchOutcome::SameText, None),
            import::Refetched::NewVersion(added) => (RefetchOutcome::NewVersion, Some(added.into())),
        };
        Self { outcome, added }
    }
}

/// Fetches the page of an article once more. What reads differently becomes a version of its own, in one step; a page that can't
/// be fetched changes nothing. `cancel_fetch` ends it.
///
/// # Errors
/// The article has no address; its page can't be fetched or read; the person cancelled.
#[tauri::command]
#[specta::specta]
pub async fn refetch_article(
    library: State<'_, Arc<Library>>,
    article: String,
) -> Result<Refetched, Failure> {
    at_desk(&library, move |desk| Ok(desk.refetch(&article)?.into())).await
}

/// What became of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum DiffChange {
    /// It stands in both.
    Kept,
    /// It stands in the earlier text only.
    Dropped,
    /// It stands in the later text only.
    Added,
}

/// A stretch of one of two texts.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct DiffPiece {
    /// What became of it.
    pub change: DiffChange,
    /// The words; empty where they are not shown.
    pub text: String,
    /// How many words stand there that are not shown.
    pub hidden: u32,
}

/// What is different between two texts.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct TextDifference {
    /// Words that stand in both.
    pub kept: u32,
    /// Words of the earlier text only.
    pub dropped: u32,
    /// Words of the later text only.
    pub added: u32,
    /// Both texts, in order, as far as they are shown.
    pub pieces: Vec<DiffPiece>,
}

impl From<compare::Difference> for TextDifference {
    fn from(found: compare::Difference) -> Self {
        let count = |n| u32::try_from(n).unwrap_or(u32::MAX);
        let piece = |piece: compare::ShownPiece| DiffPiece {
            change: match piece.change {
                compare::Change::Kept => DiffChange::Kept,
                compare::Change::Dropped => DiffChange::Dropped,
                compare::Change::Added => DiffChange::Added,
            },
            text: piece.text,
            hidden: count(piece.hidden),
        };
        Self {
            kept: count(found.kept),
            dropped: count(found.dropped),
            added: count(found.added),
            pieces: found.shown().into_iter().map(piece).collect(),
        }
    }
}

/// The versions of an article, the newest first.
///
/// # Errors
/// There is no such article.
#[tauri::command]
#[specta::specta]
pub async fn article_versions(
    library: State<'_, Arc<Library>>,
    article: String,
) -> Result<Vec<ArticleVersion>, Failure> {
    at_desk(&library, move |desk| {
        let version = |row: compare::VersionRow| ArticleVersion {
            uid: row.uid.to_string(),
            number: row.number,
            captured_at: row.captured_at,
            headline: row.headline,
            sha256: row.snapshot.to_string(),
            same_bytes: row.same_bytes,
            same_text: row.same_text,
        };
        Ok(desk.versions(&article)?.into_iter().map(version).collect())
    })
    .await
}

/// What is different between two versions, each named by itself or by its article; with one article alone, between its newest
/// version and the one before.
///
/// # Errors
/// There is no such article or version; the article has one version only.
#[tauri::command]
#[specta::specta]
pub async fn text_difference(
    library: State<'_, Arc<Library>>,
    from: String,
    to: Option<String>,
) -> Result<TextDifference, Failure> {
    at_desk(&library, move |desk| {
        Ok(desk.difference(&from, to.as_deref())?.into())
    })
    .await
}

/// What a text or file that isn't saved yet changes against the newest version of an article.
///
/// # Errors
/// There is no such article; the text or file can't be read.
#[tauri::command]
#[specta::specta]
pub async fn import_difference(
    library: State<'_, Arc<Library>>,
    chosen: State<'_, Chosen>,
    article: String,
    source: ImportSource,
) -> Result<TextDifference, Failure> {
    let incoming = source.read(&chosen)?;
    at_desk(&library, move |desk| {
        Ok(desk.difference_of_import(&article, &incoming)?.into())
    })
    .await
}

/// The passages of an article that evidence or a brief rests on and that read differently in its newest version.
///
/// # Errors
/// There is no such article.
#[tauri::command]
#[specta::specta]
pub async fn changed_passages(
    library: State<'_, Arc<Library>>,
    article: String,
) -> Result<Vec<ChangedPassage>, Failure> {
    at_desk(&library, move |desk| {
        Ok(desk
            .changed_passages(&article)?
            .into_iter()
            .map(Into::into)
            .collect())
    })
    .await
}
