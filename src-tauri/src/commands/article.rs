//! The article list as the window sees it: rows and pages.
//!
//! The list is windowed by key, not by number, so a page costs the same wherever it begins. What a row says in words
//! (dates, bylines) is the interface's business.

use std::sync::Arc;

use desk::Desk;
use desk::read::{ArticleRow, Page};
use serde::Serialize;
use tauri::State;

use super::at_desk;
use crate::failure::Failure;
use crate::library::Library;

/// The most rows one answer carries: about 100 kB, far below the megabyte an interactive message may have.
const MOST_ROWS: u32 = 200;

/// One line of the article list.
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
    /// Whether the analyst has starred it.
    pub starred: bool,
    /// How many annotations stand in it.
    pub annotations: u32,
}

/// A run of the list, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct ArticlePage {
    /// The rows, at most as many as were asked for.
    pub rows: Vec<ArticleLine>,
    /// What to pass as `after` for the rows that follow; absent at the end of the list.
    pub next: Option<String>,
    /// How many articles the whole list has.
    pub total: u32,
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
            starred: row.starred,
            annotations: row.annotations,
        }
    }
}

impl ArticlePage {
    /// A page of at most `limit` of `rows`, which were asked for with one more: that one tells whether any follow.
    fn of(rows: Vec<ArticleRow>, limit: u32, total: u32) -> Self {
        let limit = limit as usize;
        let more = rows.len() > limit;
        let rows: Vec<ArticleLine> = rows.into_iter().take(limit).map(Into::into).collect();
        let next = rows.last().filter(|_| more).map(|row| row.uid.clone());
        Self { rows, next, total }
    }
}

/// The articles that follow the article `after` (from the top without it), at most `limit` (1 to 200) of them.
///
/// # Errors
/// The library can't be opened or read, or `after` is no article of it.
#[tauri::command]
#[specta::specta]
pub async fn list_articles(
    library: State<'_, Arc<Library>>,
    after: Option<String>,
    limit: u32,
) -> Result<ArticlePage, Failure> {
    let limit = limit.clamp(1, MOST_ROWS);
    let page = Page {
        after,
        limit: limit + 1,
        trashed: false,
    };
    let read = move |desk: &Desk| {
        Ok(ArticlePage::of(
            desk.articles(&page)?,
            limit,
            desk.article_count()?,
        ))
    };
    at_desk(&library, read).await
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the window gets when the list goes on with the articles `uids` and was asked for `limit` of them.
    fn page(uids: &[&str], limit: u32) -> (Vec<String>, Option<String>) {
        let row = |uid: &&str| ArticleRow {
            uid: (*uid).to_owned(),
            headline: String::new(),
            deck: None,
            section: None,
            published: None,
            authors: Vec::new(),
            outlet: None,
            state: "inbox".to_owned(),
            read: false,
            starred: false,
            trashed: false,
            added_at: String::new(),
            annotations: 0,
        };
        // As the desk is asked: for one row more than the page has.
        let rows = uids.iter().take(limit as usize + 1).map(row).collect();
        let page = ArticlePage::of(rows, limit, 9);
        assert_eq!(page.total, 9);
        (page.rows.into_iter().map(|row| row.uid).collect(), page.next)
    }

    #[test]
    fn a_page_says_where_the_next_one_begins_and_the_last_one_says_that_it_is_the_last() {
        let uids = |uids: &[&str]| uids.iter().map(ToString::to_string).collect();
        assert_eq!(
            page(&["a", "b", "c"], 2),
            (uids(&["a", "b"]), Some("b".to_owned()))
        );
        assert_eq!(page(&["a", "b"], 2), (uids(&["a", "b"]), None));
        assert_eq!(page(&["a"], 2), (uids(&["a"]), None));
        assert_eq!(page(&[], 2), (Vec::new(), None));
    }
}
