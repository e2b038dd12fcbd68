//! Articles and their captures.

pub(crate) mod list;

use chrono::NaiveDate;
use model::{
    Sha256Hex, Uid,
    article::{ArticleState, Capture, block_spans, canonical_text},
    block::{Block, Role},
};
use rusqlite::{OptionalExtension, Row, params};
use serde::Serialize;

pub use list::{Counts, Cut, Extent, Measure, Order, Page, Which};

use crate::{Error, Read, Result, Write, library::uid, source::SourceRow};

/// An article about to be added.
#[derive(Clone, Debug)]
pub struct NewArticle {
    /// The parser's record.
    pub capture: Capture,
    /// The bytes as they came.
    pub snapshot: Vec<u8>,
    /// The file's name, for people.
    pub file_name: Option<String>,
    /// Where it comes from, when known.
    pub source: Option<Uid>,
}

/// A row of the article list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArticleRow {
    /// Identity.
    pub uid: Uid,
    /// The newest version's title.
    pub headline: String,
    /// Its deck.
    pub deck: Option<String>,
    /// Its section.
    pub section: Option<String>,
    /// The day it was published.
    pub published: Option<NaiveDate>,
    /// Names in the order of the byline.
    pub authors: Vec<String>,
    /// The source's name.
    pub source: Option<String>,
    /// Where it stands in the work.
    pub state: String,
    /// Whether it was read.
    pub read: bool,
    /// Whether it is starred.
    pub starred: bool,
    /// When it was added.
    pub added_at: String,
    /// Whether it is in the trash.
    pub trashed: bool,
    /// Annotations on it, those in the trash left out.
    pub annotations: u32,
    /// Its tags, by path.
    pub tags: Vec<String>,
    /// Whether somebody began to read it.
    pub begun: bool,
    /// Words of its text, headlines of other articles left out.
    pub words: u32,
}

/// A capture as it was stored.
#[derive(Clone, Debug)]
pub struct Version {
    pub(crate) id: i64,
    /// Identity.
    pub uid: Uid,
    /// The article it belongs to.
    pub article: Uid,
    /// 1, 2 … within the article.
    pub number: u32,
    /// When it was captured.
    pub captured_at: String,
    /// The file's name at import.
    pub file_name: Option<String>,
    /// Of the original bytes.
    pub snapshot: Sha256Hex,
    /// The canonical text.
    pub text: String,
    /// Meta, blocks and what was removed.
    pub capture: Capture,
}

/// What a version is read in.
#[derive(Clone, Copy, Debug)]
pub struct Original<'o> {
    /// As it came.
    pub bytes: &'o [u8],
    /// The file's name.
    pub file_name: Option<&'o str>,
}

/// A version in the list of an article's versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VersionRow {
    /// Identity.
    pub uid: Uid,
    /// 1, 2 … within the article.
    pub number: u32,
    /// When it was captured.
    pub captured_at: String,
    /// Its title.
    pub headline: String,
    /// What read it.
    pub parser: String,
    /// Of the original bytes.
    #[serde(rename = "sha256")]
    pub snapshot: Sha256Hex,
    /// Whether it is of the same bytes as the version before: a correction.
    pub same_bytes: bool,
    /// Whether its text is that of the version before.
    pub same_text: bool,
}

/// Where a version belongs and what it was made from.
struct Place<'v> {
    article: i64,
    number: u32,
    file_name: Option<&'v str>,
    snapshot: &'v Sha256Hex,
}

impl Read<'_> {
    /// One article, wherever it is.
    pub fn article(&self, uid: Uid) -> Result<ArticleRow> {
        let sql = concat!(
            include_str!("row.sql"),
            include_str!("from.sql"),
            "WHERE a.uid = ?"
        );
        self.connection
            .prepare_cached(sql)?
            .query_row([uid.to_string()], row_to_article)
            .optional()?
            .ok_or_else(|| Error::NotFound {
                noun: "article",
                what: uid.to_string(),
            })
    }

    /// Whether an article is in the trash.
    pub fn article_is_trashed(&self, uid: Uid) -> Result<bool> {
        self.article_has("SELECT trashed_at IS NOT NULL FROM article WHERE uid = ?", uid)
    }

    /// Whether an article was marked as read.
    pub fn article_is_read(&self, uid: Uid) -> Result<bool> {
        self.article_has("SELECT read_at IS NOT NULL FROM article WHERE uid = ?", uid)
    }

    fn article_has(&self, sql: &str, uid: Uid) -> Result<bool> {
        let found = self
            .connection
            .prepare_cached(sql)?
            .query_row([uid.to_string()], |row| row.get(0))
            .optional()?;
        found.ok_or_else(|| Error::NotFound {
            noun: "article",
            what: uid.to_string(),
        })
    }

    /// The source of an article with its grade.
    pub fn article_source(&self, uid: Uid) -> Result<Option<SourceRow>> {
        let source: Option<String> = self.connection.query_row(
            "SELECT s.uid FROM article a LEFT JOIN source s ON s.id = a.source_id WHERE a.uid = ?",
            [uid.to_string()],
            |row| row.get(0),
        )?;
        match source {
            Some(uid) => self.source(uid.parse().map_err(Error::inconsistent)?).map(Some),
            None => Ok(None),
        }
    }

    /// The article that came from the same bytes, outside the trash if there is one.
    pub fn article_of_snapshot(&self, snapshot: &Sha256Hex) -> Result<Option<Uid>> {
        let sql = concat!(
            include_str!("like.sql"),
            "WHERE v.snapshot_sha256 = ? ORDER BY a.trashed_at IS NOT NULL, v.id"
        );
        Ok(self.articles_by(sql, snapshot)?.into_iter().next())
    }

    /// The articles that have the same canonical text, those outside the trash first.
    pub fn articles_with_text(&self, text: &str) -> Result<Vec<Uid>> {
        let sql = concat!(
            include_str!("like.sql"),
            "WHERE v.text_sha256 = ? ORDER BY a.trashed_at IS NOT NULL, v.id"
        );
        self.articles_by(sql, &Sha256Hex::of(text.as_bytes()))
    }

    /// At most `limit` articles in whose headline these words stand in this order, the newest first; those in the trash too.
    pub fn articles_headed(&self, words: &[String], limit: u32) -> Result<Vec<Uid>> {
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let phrase = format!("headline : \"{}\"", words.join(" ").replace('"', " "));
        let mut statement = self.connection.prepare_cached(include_str!("headed.sql"))?;
        let rows = statement.query_map(params![phrase, limit], |row| uid(row, "uid"))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The versions of an article, the newest first.
    pub fn versions(&self, article: Uid) -> Result<Vec<VersionRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("versions.sql"))?;
        let rows = statement.query_map([article.to_string()], |row| {
            Ok(VersionRow {
                uid: uid(row, "uid")?,
                number: row.get("number")?,
                captured_at: row.get("captured_at")?,
                headline: row.get("headline")?,
                parser: row.get("parser")?,
                snapshot: Sha256Hex::from_stored(row.get("snapshot_sha256")?),
                same_bytes: row.get("same_bytes")?,
                same_text: row.get("same_text")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn articles_by(&self, sql: &str, sha256: &Sha256Hex) -> Result<Vec<Uid>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([sha256.as_str()], |row| uid(row, "uid"))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The newest version of an article.
    pub fn newest_version(&self, article: Uid) -> Result<Version> {
        let sql = concat!(
            include_str!("version.sql"),
            "WHERE a.uid = ? ORDER BY v.number DESC LIMIT 1"
        );
        self.version_by(sql, &article.to_string())
    }

    /// Which version of an article is its newest: a look-up, where reading the version costs as much as its text.
    pub fn newest_version_uid(&self, article: Uid) -> Result<Uid> {
        let sql = "SELECT v.uid FROM article_version v JOIN article a ON a.id = v.article_id WHERE a.uid = ? ORDER BY v.number DESC LIMIT 1";
        self.connection
            .prepare_cached(sql)?
            .query_row([article.to_string()], |row| uid(row, "uid"))
            .optional()?
            .ok_or_else(|| Error::NotFound {
                noun: "article",
                what: article.to_string(),
            })
    }

    /// The article that a version is of; nothing when this is no version.
    pub fn article_of_version(&self, version: Uid) -> Result<Option<Uid>> {
        let sql = "SELECT a.uid FROM article_version v JOIN article a ON a.id = v.article_id WHERE v.uid = ?";
        let mut statement = self.connection.prepare_cached(sql)?;
        let article = statement.query_row([version.to_string()], |row| uid(row, "uid"));
        Ok(article.optional()?)
    }

    /// A version by its identity.
    pub fn version(&self, uid: Uid) -> Result<Version> {
        self.version_by(
            concat!(include_str!("version.sql"), "WHERE v.uid = ?"),
            &uid.to_string(),
        )
    }

    fn version_by(&self, sql: &str, key: &str) -> Result<Version> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([key])?;
        let row = rows.next()?.ok_or_else(|| Error::NotFound {
            noun: "article",
            what: key.to_owned(),
        })?;
        let text: String = row.get("text_sha256")?;
        let record: String = row.get("record_sha256")?;
        Ok(Version {
            id: row.get("id")?,
            uid: uid(row, "uid")?,
            article: uid(row, "article")?,
            number: row.get("number")?,
            captured_at: row.get("captured_at")?,
            file_name: row.get("file_name")?,
            snapshot: Sha256Hex::from_stored(row.get("snapshot_sha256")?),
            text: self.content(&text)?,
            capture: serde_json::from_str(&self.content(&record)?).map_err(Error::inconsistent)?,
        })
    }
}

impl Write<'_> {
    /// Adds an article with its first version to the inbox.
    pub fn add_article(&mut self, new: &NewArticle) -> Result<Uid> {
        let snapshot = self.keep_snapshot(&new.snapshot)?;
        let source = new.source.map(|uid| self.id_of("source", uid)).transpose()?;
        let (article, now) = (self.uid(), self.now());
        self.connection
            .prepare_cached(include_str!("add.sql"))?
            .execute(params![article.to_string(), source, now])?;
        let version = Place {
            article: self.connection.last_insert_rowid(),
            number: 1,
            file_name: new.file_name.as_deref(),
            snapshot: &snapshot,
        };
        self.keep_version(&version, &new.capture)?;
        Ok(article)
    }

    /// Adds a version after `newest`, which is the newest one: of other bytes, or of the same ones with the record as it was
    /// corrected. Anchors are for whoever can find passages again.
    pub fn add_version(
        &mut self,
        newest: &Version,
        capture: &Capture,
        original: Option<Original<'_>>,
    ) -> Result<Uid> {
        let (snapshot, file_name) = match original {
            Some(original) => (self.keep_snapshot(original.bytes)?, original.file_name),
            None => (newest.snapshot.clone(), newest.file_name.as_deref()),
        };
        let version = Place {
            article: self.id_of("article", newest.article)?,
            number: newest.number + 1,
            file_name,
            snapshot: &snapshot,
        };
        self.keep_version(&version, capture)
    }

    /// Says who published an article, or that nobody knows.
    pub fn set_article_source(&mut self, uid: Uid, source: Option<Uid>) -> Result<()> {
        let id = self.id_of("article", uid)?;
        let source = source.map(|uid| self.id_of("source", uid)).transpose()?;
        self.connection.execute(
            "UPDATE article SET source_id = ? WHERE id = ?",
            params![source, id],
        )?;
        Ok(())
    }

    /// Keeps texts and row of a version.
    fn keep_version(&mut self, place: &Place<'_>, capture: &Capture) -> Result<Uid> {
        let text = canonical_text(&capture.blocks);
        let record = serde_json::to_string(capture).map_err(Error::inconsistent)?;
        let text_sha256 = self.keep_content(&text)?;
        let record_sha256 = self.keep_content(&record)?;
        let (uid, now) = (self.uid(), self.now());
        let meta = &capture.meta;
        let authors: Vec<&str> = meta.authors.iter().map(|a| a.value.as_str()).collect();
        self.connection
            .prepare_cached(include_str!("add_version.sql"))?
            .execute(params![
                uid.to_string(),
                place.article,
                place.number,
                now,
                place.file_name,
                place.snapshot.as_str(),
                text_sha256.as_str(),
                record_sha256.as_str(),
                indexed_chars(&capture.blocks, &text) as u64,
                capture.parser,
                meta.headline.value,
                meta.deck.as_ref().map(|d| &d.value),
                meta.section.as_ref().map(|s| &s.value),
                serde_json::to_string(&authors).map_err(Error::inconsistent)?,
                meta.published.as_ref().map(|p| p.value.date.to_string()),
                meta.language.as_ref().map(|l| &l.value),
            ])?;
        let id = self.connection.last_insert_rowid();
        self.keep_likeness(id, capture)?;
        Ok(uid)
    }

    /// Moves an article to another place in the work.
    pub fn set_article_state(&mut self, uid: Uid, state: ArticleState) -> Result<()> {
        let id = self.id_of("article", uid)?;
        self.connection
            .prepare_cached("UPDATE article SET state = ? WHERE id = ?")?
            .execute(params![state.as_str(), id])?;
        Ok(())
    }

    /// Marks an article as read, now, or as unread.
    pub fn set_article_read(&mut self, uid: Uid, read: bool) -> Result<()> {
        let id = self.id_of("article", uid)?;
        let at = read.then(|| self.now());
        self.connection
            .prepare_cached("UPDATE article SET read_at = ? WHERE id = ?")?
            .execute(params![at, id])?;
        Ok(())
    }

    /// Stars an article, or takes the star away.
    pub fn set_article_starred(&mut self, uid: Uid, starred: bool) -> Result<()> {
        let id = self.id_of("article", uid)?;
        self.connection
            .prepare_cached("UPDATE article SET starred = ? WHERE id = ?")?
            .execute(params![starred, id])?;
        Ok(())
    }
}

/// Code points of the text that are searched: headlines of other articles, which come last, are not (ux.md 0).
fn indexed_chars(blocks: &[Block], text: &str) -> usize {
    let first_related = blocks.iter().position(|b| b.role == Role::Related);
    match first_related {
        Some(n) if blocks[n..].iter().all(|b| b.role == Role::Related) => n
            .checked_sub(1)
            .map_or(0, |before| block_spans(blocks)[before].end),
        _ => text.chars().count(),
    }
}

fn row_to_article(row: &Row<'_>) -> rusqlite::Result<ArticleRow> {
    let (authors, tags): (String, String) = (row.get("authors")?, row.get("tags")?);
    let body = row.get_ref("body")?.as_str().unwrap_or_default();
    Ok(ArticleRow {
        uid: uid(row, "uid")?,
        headline: row.get("headline")?,
        deck: row.get("deck")?,
        section: row.get("section")?,
        published: row
            .get::<_, Option<String>>("published")?
            .and_then(|day| day.parse().ok()),
        authors: serde_json::from_str(&authors).unwrap_or_default(),
        source: row.get("source")?,
        state: row.get("state")?,
        read: row.get("read")?,
        starred: row.get("starred")?,
        added_at: row.get("added_at")?,
        trashed: row.get("trashed")?,
        annotations: row.get("annotations")?,
        tags: serde_json::from_str(&tags).unwrap_or_default(),
        begun: row.get("begun")?,
        words: u32::try_from(body.split_whitespace().count()).unwrap_or(u32::MAX),
    })
}
