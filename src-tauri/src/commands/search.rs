//! Finding, as the window sees it: the palette's quick look and the search screen.
//!
//! What was found comes in parts (before, hit, after), never as marked-up text. Offsets are code points of the article's text:
//! the reader opens there.

use std::sync::Arc;

use desk::search::{self, Found as DeskFound, Sort};
use serde::{Deserialize, Serialize};
use tauri::State;

use super::at_desk;
use crate::failure::Failure;
use crate::library::Library;

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum FoundSort {
    /// An article.
    Article,
    /// A paragraph of an article.
    Passage,
    /// An annotation.
    Note,
    /// An entry of the risk register.
    Risk,
    /// A brief.
    Brief,
    /// A tag.
    Tag,
    /// A source.
    Source,
}

/// Words that were found, and those around them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct FoundWords {
    /// What stands before, with … where more does.
    pub before: String,
    /// What was found; empty when only the beginning is shown.
    pub hit: String,
    /// What stands behind it.
    pub after: String,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct Found {
    /// What it is.
    pub sort: FoundSort,
    /// Its identity; that of the article for a passage.
    pub uid: String,
    /// The article to open for an article, a passage or a note.
    pub article: Option<String>,
    /// Its title; the article's for a passage or a note.
    pub title: String,
    /// The whole title in parts, where the words stand in it.
    pub in_title: Option<FoundWords>,
    /// The words around.
    pub passage: Option<FoundWords>,
    /// Where it stands, for people: ¶3.
    pub locator: Option<String>,
    /// Where it begins in the article's text, in code points.
    pub start: Option<u32>,
    /// Where it ends, exclusive.
    pub end: Option<u32>,
    /// The kind of an annotation: fact, judgement, risk, question, claim.
    pub kind: Option<String>,
    /// The number of a risk or a brief, for people: R-5, CN-2026-003.
    pub number: Option<String>,
    /// The rating of a risk: Very low, Low, Moderate, High, Very high.
    pub rating: Option<String>,
    /// Where an article comes from.
    pub source: Option<String>,
    /// The day an article was published, or a brief changed: YYYY-MM-DD.
    pub date: Option<String>,
    /// How many records carry a tag, or come from a source; how many passages of an article hold the words.
    pub count: Option<u32>,
}

/// How much was found of each sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct FoundCounts {
    /// All sorts together.
    pub all: u32,
    /// Articles.
    pub articles: u32,
    /// Passages in the best of them.
    pub passages: u32,
    /// Whether there are articles whose passages were not counted.
    pub more_passages: bool,
    /// Annotations.
    pub notes: u32,
    /// Risks.
    pub risks: u32,
    /// Briefs.
    pub briefs: u32,
}

/// The part of a query without which most is found, when all of it finds nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct WayOut {
    /// The part as typed.
    pub part: String,
    /// The query without it.
    pub rest: String,
    /// How many records that finds.
    pub found: u32,
}

/// What a search gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct SearchResults {
    /// What was found, the best first; of all sorts a few each when no sort was asked for.
    pub found: Vec<Found>,
    /// How much there is of each sort.
    pub counts: FoundCounts,
    /// What to pass as `after` for more of the sort asked for; absent at the end.
    pub next: Option<String>,
    /// A way out when nothing was found.
    pub way_out: Option<WayOut>,
}

/// The most records a palette gets at once.
const MOST: u32 = 50;

/// Records by a few letters of their titles, at most `limit` (1 to 50), then as many passages and notes in which the words
/// stand. `sorts` narrows; with nothing typed, what was used last.
///
/// # Errors
/// The library can't be read.
#[tauri::command]
#[specta::specta]
pub async fn find(
    library: State<'_, Arc<Library>>,
    query: String,
    sorts: Vec<FoundSort>,
    limit: u32,
) -> Result<Vec<Found>, Failure> {
    at_desk(&library, move |desk| {
        let sorts: Vec<Sort> = sorts.into_iter().map(Into::into).collect();
        let found = desk.find(&query, &sorts, limit.clamp(1, MOST))?;
        Ok(found.into_iter().map(Into::into).collect())
    })
    .await
}

/// Everything that fulfils a query: of one sort, a page after the record `after`; without a sort, a few of each.
///
/// # Errors
/// The library can't be read.
#[tauri::command]
#[specta::specta]
pub async fn search_all(
    library: State<'_, Arc<Library>>,
    query: String,
    sort: Option<FoundSort>,
    after: Option<String>,
) -> Result<SearchResults, Failure> {
    at_desk(&library, move |desk| {
        let results = desk.search_all(&query, sort.map(Into::into), after.as_deref())?;
        Ok(results.into())
    })
    .await
}

impl From<FoundSort> for Sort {
    fn from(sort: FoundSort) -> Self {
        match sort {
            FoundSort::Article => Self::Article,
            FoundSort::Passage => Self::Passage,
            FoundSort::Note => Self::Note,
            FoundSort::Risk => Self::Risk,
            FoundSort::Brief => Self::Brief,
            FoundSort::Tag => Self::Tag,
            FoundSort::Source => Self::Source,
        }
    }
}

impl From<Sort> for FoundSort {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::Article => Self::Article,
            Sort::Passage => Self::Passage,
            Sort::Note => Self::Note,
            Sort::Risk => Self::Risk,
            Sort::Brief => Self::Brief,
            Sort::Tag => Self::Tag,
            Sort::Source => Self::Source,
        }
    }
}

impl From<search::Cut> for FoundWords {
    fn from(cut: search::Cut) -> Self {
        let search::Cut { before, hit, after } = cut;
        Self { before, hit, after }
    }
}

impl From<DeskFound> for Found {
    fn from(found: DeskFound) -> Self {
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self {
            sort: found.sort.into(),
            uid: found.uid.to_string(),
            article: found.article.map(|uid| uid.to_string()),
            title: found.title,
            in_title: found.in_title.map(Into::into),
            passage: found.passage.map(Into::into),
            locator: found.locator,
            start: found.at.map(|at| place(at.start)),
            end: found.at.map(|at| place(at.end)),
            kind: found.kind,
            number: found.number,
            rating: found.rating,
            source: found.source,
            date: found.date,
            count: found.count,
        }
    }
}

impl From<search::Results> for SearchResults {
    fn from(results: search::Results) -> Self {
        let counts = results.counts;
        Self {
            found: results.found.into_iter().map(Into::into).collect(),
            counts: FoundCounts {
                all: counts.all(),
                articles: counts.articles,
                passages: counts.passages,
                more_passages: counts.more_passages,
                notes: counts.notes,
                risks: counts.risks,
                briefs: counts.briefs,
            },
            next: results.next.map(|uid| uid.to_string()),
            way_out: results.way_out.map(|out| WayOut {
                part: out.part,
                rest: out.rest,
                found: out.found,
            }),
        }
    }
}
