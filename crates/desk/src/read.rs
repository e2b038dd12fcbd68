//! Looking at one article: its record, its text, its annotations. Lists of articles are in `list`.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use model::{
    Uid,
    article::{Capture, Layout},
    block::Role,
    text::Span,
};
use serde::Serialize;
use store::{
    annotation::AnnotationRow,
    article::{self, Version},
    source::SourceRow,
};

use crate::{Desk, Result, desk::uid};

/// A row of the article list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArticleRow {
    /// Identity.
    pub uid: String,
    /// Its title.
    pub headline: String,
    /// The sentence under it.
    pub deck: Option<String>,
    /// The outlet's section.
    pub section: Option<String>,
    /// The day it was published, YYYY-MM-DD.
    pub published: Option<String>,
    /// Names in the order of the byline.
    pub authors: Vec<String>,
    /// Who published it, or who wrote it where that isn't known.
    pub outlet: Option<String>,
    /// `inbox`, `later` or `archive`.
    pub state: String,
    /// Whether it was read.
    pub read: bool,
    /// Whether it is starred.
    pub starred: bool,
    /// Whether it is in the trash.
    pub trashed: bool,
    /// When it was added.
    pub added_at: String,
    /// Annotations on it.
    pub annotations: u32,
    /// Its tags, by path.
    pub tags: Vec<String>,
    /// Whether somebody began to read it.
    pub begun: bool,
    /// Minutes it takes to read, at least one.
    pub minutes: u32,
}

/// An article with all that hangs on it.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleShown {
    /// The row of the list.
    #[serde(flatten)]
    pub row: ArticleRow,
    /// Its source with the grade.
    pub source: Option<SourceRow>,
    /// The version shown.
    pub version: VersionShown,
    /// Its annotations in the order of the text.
    pub annotations_list: Vec<AnnotationShown>,
}

/// A capture.
#[derive(Clone, Debug, Serialize)]
pub struct VersionShown {
    /// Identity.
    pub uid: Uid,
    /// 1, 2 … within the article.
    pub number: u32,
    /// When it was captured.
    pub captured_at: String,
    /// The file's name at import.
    pub file_name: Option<String>,
    /// SHA-256 of the original bytes.
    pub sha256: String,
    /// What the parser made of them.
    #[serde(flatten)]
    pub capture: Capture,
    /// For each block its locator and its place in the canonical text.
    pub places: Vec<Place>,
}

/// Where a block stands.
#[derive(Clone, Debug, Serialize)]
pub struct Place {
    /// ¶3, KP1 …
    pub locator: String,
    /// Code points of the canonical text.
    #[serde(flatten)]
    pub span: Span,
}

/// An annotation with what a person needs to see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnnotationShown {
    /// The annotation.
    #[serde(flatten)]
    pub row: AnnotationRow,
    /// Where it stands, for people.
    pub locator: String,
    /// Its tags.
    pub tags: Vec<String>,
}

/// Words that are read in a minute, as outlets reckon.
const WORDS_A_MINUTE: u32 = 220;

/// Minutes that so many words take to read, at least one.
fn minutes(words: u32) -> u32 {
    words.div_ceil(WORDS_A_MINUTE).max(1)
}

impl From<article::ArticleRow> for ArticleRow {
    fn from(row: article::ArticleRow) -> Self {
        Self {
            uid: row.uid.to_string(),
            headline: row.headline,
            deck: row.deck,
            section: row.section,
            published: row.published.map(|day| day.to_string()),
            authors: row.authors,
            outlet: row.source,
            state: row.state,
            read: row.read,
            starred: row.starred,
            trashed: row.trashed,
            added_at: row.added_at,
            annotations: row.annotations,
            tags: row.tags,
            begun: row.begun,
            minutes: minutes(row.words),
        }
    }
}

impl Desk {
    /// One article with its newest version, tags and annotations.
    pub fn article(&self, given: &str) -> Result<ArticleShown> {
        let uid = uid(given)?;
        self.read(|r| {
            let version = r.newest_version(uid)?;
            let layout = Layout::of(&version.capture.blocks);
            let places = layout.places().iter().cloned();
            Ok(ArticleShown {
                row: r.article(uid)?.into(),
                source: r.article_source(uid)?,
                annotations_list: annotations(r, uid)?,
                version: VersionShown {
                    uid: version.uid,
                    number: version.number,
                    captured_at: version.captured_at.clone(),
                    file_name: version.file_name.clone(),
                    sha256: version.snapshot.to_string(),
                    places: places.map(|(span, locator)| Place { locator, span }).collect(),
                    capture: version.capture,
                },
            })
        })
    }

    /// The canonical text of an article's newest version.
    pub fn text(&self, given: &str) -> Result<String> {
        let uid = uid(given)?;
        self.read(|r| Ok(r.newest_version(uid)?.text))
    }

    /// The canonical text of one of an article's versions, from 1.
    pub fn text_of_version(&self, given: &str, number: u32) -> Result<String> {
        let uid = uid(given)?;
        self.read(|r| {
            let versions = r.versions(uid)?;
            let found = versions.iter().find(|v| v.number == number);
            let missing = || store::Error::NotFound {
                noun: "article_version",
                what: format!("{given} {number}"),
            };
            Ok(r.version(found.ok_or_else(missing)?.uid)?.text)
        })
    }

    /// The annotations on an article, in the order of its text.
    pub fn annotations(&self, given: &str) -> Result<Vec<AnnotationShown>> {
        let uid = uid(given)?;
        self.read(|r| {
            r.article(uid)?;
            annotations(r, uid)
        })
    }
}

fn annotations(r: &store::Read<'_>, article: Uid) -> Result<Vec<AnnotationShown>> {
    let versions = Versions::new(r);
    r.annotations(article)?
        .into_iter()
        .map(|row| versions.shown(row))
        .collect()
}

/// A version with the layout of its blocks.
pub(crate) struct Laid {
    /// The version.
    pub(crate) version: Version,
    layout: Layout,
}

impl Laid {
    /// The locator of a passage of the version's text, for people.
    pub(crate) fn locator(&self, passage: Span) -> String {
        self.layout.locator(passage)
    }

    /// The n-th risk that the source claims, from 1: its place, its locator, its words.
    pub(crate) fn claimed_risk(&self, number: u32) -> Option<(Span, String, String)> {
        let nth = usize::try_from(number).ok()?.checked_sub(1)?;
        let mut risks = self
            .version
            .capture
            .blocks
            .iter()
            .zip(self.layout.places())
            .filter(|(b, _)| b.role == Role::Risk);
        let (block, (at, locator)) = risks.nth(nth)?;
        Some((*at, locator.clone(), block.text()))
    }
}

/// Versions read on the way, each once: thousands of annotations stand on a few articles.
pub(crate) struct Versions<'r, 'c> {
    r: &'r store::Read<'c>,
    read: RefCell<HashMap<Uid, Rc<Laid>>>,
}

impl<'r, 'c> Versions<'r, 'c> {
    pub(crate) fn new(r: &'r store::Read<'c>) -> Self {
        Self {
            r,
            read: RefCell::default(),
        }
    }

    /// The version with this identity.
    pub(crate) fn get(&self, uid: Uid) -> Result<Rc<Laid>> {
        if let Some(laid) = self.read.borrow().get(&uid) {
            return Ok(Rc::clone(laid));
        }
        let version = self.r.version(uid)?;
        let laid = Rc::new(Laid {
            layout: Layout::of(&version.capture.blocks),
            version,
        });
        self.read.borrow_mut().insert(uid, Rc::clone(&laid));
        Ok(laid)
    }

    /// Where an annotation stands, for people; nothing for an orphan.
    pub(crate) fn locator(&self, row: &AnnotationRow) -> Result<String> {
        let Some(at) = row.span() else {
            return Ok(String::new());
        };
        Ok(self.get(row.version)?.layout.locator(at))
    }

    /// An annotation with its locator and tags.
    pub(crate) fn shown(&self, row: AnnotationRow) -> Result<AnnotationShown> {
        let locator = self.locator(&row)?;
        let tags = self.r.annotation_tags(row.uid)?;
        Ok(AnnotationShown { row, locator, tags })
    }
}
