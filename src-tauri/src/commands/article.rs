//! Lists of articles: their pages, the list as a whole, the preview of one, and what is done to many at a time.

use std::sync::Arc;

use desk::Desk;
use desk::list::{Cut, Measure, Order, Page, Which};
use desk::read::ArticleRow;
use desk::words::ArticleState;
use serde::{Deserialize, Serialize};
use tauri::State;

use super::at_desk;
use crate::failure::Failure;
use crate::library::Library;

/// The most rows one answer carries: about 100 kB, far below the megabyte an interactive message may have.
const MOST_ROWS: u32 = 200;

/// Which articles a list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ListWhich {
    /// Waiting to be looked at.
    Inbox,
    /// Put aside.
    Later,
    /// Done with.
    Archive,
    /// All of these.
    All,
    /// Thrown away.
    Trash,
}

/// What a list is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ListOrder {
    /// Added last, first; in the trash: thrown away last, first.
    Added,
    /// Published last, first; those without a date at the end.
    Published,
    /// By title, A first.
    Title,
}

/// Where an article stands in the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ArticlePlace {
    /// Waiting to be looked at.
    Inbox,
    /// Put aside.
    Later,
    /// Done with.
    Archive,
}

/// A list of articles.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, specta::Type)]
pub struct ListCut {
    /// Which articles.
    pub which: ListWhich,
    /// In what order.
    pub order: ListOrder,
    /// Narrowed to what, as typed; empty for all.
    pub filter: String,
}

/// One line of a list of articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct ArticleLine {
    /// Identity (UUID).
    pub uid: String,
    /// The article's headline as text; markup in it is text too.
    pub headline: String,
    /// The line under the headline, where the article has one.
    pub deck: Option<String>,
    /// Section of the outlet, as printed.
    pub section: Option<String>,
    /// ISO date of publication (YYYY-MM-DD), where known.
    pub published: Option<String>,
    /// Authors in the order of the byline.
    pub authors: Vec<String>,
    /// Name of the outlet.
    pub outlet: Option<String>,
    /// inbox, later or archive.
    pub state: String,
    /// Whether the analyst has read it.
    pub read: bool,
    /// Whether the analyst began to read it.
    pub begun: bool,
    /// Whether the analyst has starred it.
    pub starred: bool,
    /// Whether it is in the trash.
    pub trashed: bool,
    /// How many annotations stand in it.
    pub annotations: u32,
    /// Its tags, by path.
    pub tags: Vec<String>,
    /// Minutes it takes to read, at least one.
    pub minutes: u32,
}

/// A list as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct ListExtent {
    /// How many articles it has.
    pub total: u32,
    /// Identity of the article before each page but the first.
    pub stops: Vec<String>,
    /// How many articles each group has, then how many none has.
    pub groups: Vec<u32>,
    /// The place of the article asked for, from 0.
    pub place: Option<u32>,
}

/// How many records of each kind there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct Counts {
    /// Articles in the inbox.
    pub inbox: u32,
    /// Those of them that weren't read.
    pub unread: u32,
    /// Articles put aside.
    pub later: u32,
    /// Articles done with.
    pub archive: u32,
    /// Articles outside the trash.
    pub all: u32,
    /// Articles thrown away.
    pub trash: u32,
    /// Entries of the risk register.
    pub risks: u32,
    /// Briefs.
    pub briefs: u32,
}

/// An article at a glance. All of it is text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct ArticlePreview {
    /// The row of the list.
    pub line: ArticleLine,
    /// Identity of the version it is of.
    pub version: String,
    /// The outlet's summary, or the first paragraphs where it has none.
    pub summary: Vec<String>,
    /// The outlet's key points.
    pub key_points: Vec<PreviewPoint>,
    /// The risks that the source names.
    pub claims: Vec<PreviewClaim>,
}

/// A key point of the outlet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct PreviewPoint {
    /// What is said.
    pub statement: String,
    /// What the outlet says follows from it.
    pub impact: Option<String>,
}

/// A risk that the source names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct PreviewClaim {
    /// From 1, in the order of the article.
    pub number: u32,
    /// Its name.
    pub label: String,
    /// The number of the entry it was adopted as.
    pub adopted: Option<String>,
    /// The identity of that entry.
    pub risk: Option<String>,
}

/// A tag, as several articles have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct TagOn {
    /// Its path.
    pub tag: String,
    /// How many of the articles have it.
    pub articles: u32,
}

impl From<ListCut> for Cut {
    fn from(cut: ListCut) -> Self {
        Self {
            which: match cut.which {
                ListWhich::Inbox => Which::Inbox,
                ListWhich::Later => Which::Later,
                ListWhich::Archive => Which::Archive,
                ListWhich::All => Which::All,
                ListWhich::Trash => Which::Trash,
            },
            order: match cut.order {
                ListOrder::Added => Order::Added,
                ListOrder::Published => Order::Published,
                ListOrder::Title => Order::Title,
            },
            filter: cut.filter,
        }
    }
}

impl From<ArticlePlace> for ArticleState {
    fn from(place: ArticlePlace) -> Self {
        match place {
            ArticlePlace::Inbox => Self::Inbox,
            ArticlePlace::Later => Self::Later,
            ArticlePlace::Archive => Self::Archive,
        }
    }
}

impl From<ArticleRow> for ArticleLine {
    fn from(row: ArticleRow) -> Self {
        Self {
            uid: row.uid,
            headline: row.headline,
            deck: row.deck,
            section: row.section,
            published: row.published,
            authors: row.authors,
            outlet: row.outlet,
            state: row.state,
            read: row.read,
            begun: row.begun,
            starred: row.starred,
            trashed: row.trashed,
            annotations: row.annotations,
            tags: row.tags,
            minutes: row.minutes,
        }
    }
}

impl From<desk::list::Extent> for ListExtent {
    fn from(extent: desk::list::Extent) -> Self {
        Self {
            total: extent.total,
            stops: extent.stops,
            groups: extent.groups,
            place: extent.place,
        }
    }
}

impl From<desk::list::Counts> for Counts {
    fn from(counts: desk::list::Counts) -> Self {
        Self {
            inbox: counts.inbox,
            unread: counts.unread,
            later: counts.later,
            archive: counts.archive,
            all: counts.inbox + counts.later + counts.archive,
            trash: counts.trash,
            risks: counts.risks,
            briefs: counts.briefs,
        }
    }
}

impl From<desk::list::Preview> for ArticlePreview {
    fn from(preview: desk::list::Preview) -> Self {
        let point = |point: desk::list::KeyPoint| PreviewPoint {
            statement: point.statement,
            impact: point.impact,
        };
        let claim = |claim: desk::list::Claim| PreviewClaim {
            number: claim.number,
            label: claim.label,
            adopted: claim.risk.as_ref().map(|risk| risk.number.clone()),
            risk: claim.risk.map(|risk| risk.uid.to_string()),
        };
        Self {
            line: preview.row.into(),
            version: preview.version.to_string(),
            summary: preview.summary,
            key_points: preview.key_points.into_iter().map(point).collect(),
            claims: preview.claims.into_iter().map(claim).collect(),
        }
    }
}

/// The articles of a list that follow the article `after` (from the top without it), at most `limit` (1 to 200) of them.
///
/// # Errors
/// The library can't be opened or read, or `after` is no article of it.
#[tauri::command]
#[specta::specta]
pub async fn articles(
    library: State<'_, Arc<Library>>,
    cut: ListCut,
    after: Option<String>,
    limit: u32,
) -> Result<Vec<ArticleLine>, Failure> {
    let page = Page {
        cut: cut.into(),
        after,
        limit: limit.clamp(1, MOST_ROWS),
    };
    let read = move |desk: &Desk| Ok(desk.articles(&page)?.into_iter().map(Into::into).collect());
    at_desk(&library, read).await
}

/// A list as a whole: its length, the article before each page of `every`, how many articles were added (or published, or
/// thrown away: what the list is sorted by) since each time of `since`, newest first, and the place of the article `find`.
///
/// # Errors
/// The library can't be opened or read, or `find` is no identity.
#[tauri::command]
#[specta::specta]
pub async fn measure_articles(
    library: State<'_, Arc<Library>>,
    cut: ListCut,
    every: u32,
    since: Vec<String>,
    find: Option<String>,
) -> Result<ListExtent, Failure> {
    let measure = Measure { every, since, find };
    let read = move |desk: &Desk| Ok(desk.article_extent(&cut.into(), &measure)?.into());
    at_desk(&library, read).await
}

/// The identities of all articles of a list, in its order.
///
/// # Errors
/// The library can't be opened or read.
#[tauri::command]
#[specta::specta]
pub async fn article_uids(library: State<'_, Arc<Library>>, cut: ListCut) -> Result<Vec<String>, Failure> {
    at_desk(&library, move |desk| desk.article_uids(&cut.into())).await
}

/// An article at a glance.
///
/// # Errors
/// There is no such article, or the library can't be read.
#[tauri::command]
#[specta::specta]
pub async fn preview_article(
    library: State<'_, Arc<Library>>,
    article: String,
) -> Result<ArticlePreview, Failure> {
    at_desk(&library, move |desk| Ok(desk.preview(&article)?.into())).await
}

/// How many records of each kind there are.
///
/// # Errors
/// The library can't be opened or read.
#[tauri::command]
#[specta::specta]
pub async fn counts(library: State<'_, Arc<Library>>) -> Result<Counts, Failure> {
    at_desk(&library, |desk| Ok(desk.counts()?.into())).await
}

/// Moves articles to a place in the work.
///
/// # Errors
/// One of them isn't there or is in the trash, or the library can't be written; then none is moved.
#[tauri::command]
#[specta::specta]
pub async fn set_article_state(
    library: State<'_, Arc<Library>>,
    articles: Vec<String>,
    place: ArticlePlace,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| {
        desk.set_article_state(&articles, place.into())
    })
    .await
}

/// Marks articles as read, or as unread.
///
/// # Errors
/// As for [`set_article_state`].
#[tauri::command]
#[specta::specta]
pub async fn set_articles_read(
    library: State<'_, Arc<Library>>,
    articles: Vec<String>,
    read: bool,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.set_articles_read(&articles, read)).await
}

/// Stars articles, or takes their stars away.
///
/// # Errors
/// As for [`set_article_state`].
#[tauri::command]
#[specta::specta]
pub async fn set_articles_starred(
    library: State<'_, Arc<Library>>,
    articles: Vec<String>,
    starred: bool,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| {
        desk.set_articles_starred(&articles, starred)
    })
    .await
}

/// Puts tags on articles and takes others off.
///
/// # Errors
/// As for [`set_article_state`], or something given is no tag.
#[tauri::command]
#[specta::specta]
pub async fn tag_articles(
    library: State<'_, Arc<Library>>,
    articles: Vec<String>,
    add: Vec<String>,
    remove: Vec<String>,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.tag_articles(&articles, &add, &remove)).await
}

/// Every tag, by path, and how many of these articles have it.
///
/// # Errors
/// The library can't be opened or read.
#[tauri::command]
#[specta::specta]
pub async fn tags_on_articles(
    library: State<'_, Arc<Library>>,
    articles: Vec<String>,
) -> Result<Vec<TagOn>, Failure> {
    let read = move |desk: &Desk| {
        let tags = desk.tags_on(&articles)?.into_iter();
        Ok(tags.map(|(tag, articles)| TagOn { tag, articles }).collect())
    };
    at_desk(&library, read).await
}

/// Throws articles away, with everything on them.
///
/// # Errors
/// As for [`set_article_state`].
#[tauri::command]
#[specta::specta]
pub async fn trash_articles(library: State<'_, Arc<Library>>, articles: Vec<String>) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.trash_articles(&articles)).await
}

/// Takes articles out of the trash.
///
/// # Errors
/// One of them isn't there, or the library can't be written; then none is taken out.
#[tauri::command]
#[specta::specta]
pub async fn restore_articles(
    library: State<'_, Arc<Library>>,
    articles: Vec<String>,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.restore_articles(&articles)).await
}
