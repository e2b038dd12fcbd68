//! Sources and the history of their grades.

use model::{Uid, source::Reliability, text::fold_words};
use rusqlite::{OptionalExtension, Row, params};
use serde::Serialize;

use crate::{
    Error, Read, Result, Write,
    library::{uid, word},
};

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// Somebody who publishes.
    Outlet,
    /// A writer, where no outlet is stated.
    Author,
}

impl SourceKind {
    /// The word in the library.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Outlet => "outlet",
            Self::Author => "author",
        }
    }
}

/// A source with its grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceRow {
    /// Identity.
    pub uid: Uid,
    /// As printed.
    pub name: String,
    /// `outlet` or `author`.
    pub kind: String,
    /// The newest grade; F while nobody has judged it.
    pub reliability: Reliability,
    /// Why.
    pub reason: Option<String>,
    /// When it was graded.
    pub graded_at: Option<String>,
    /// Articles that come from it, those in the trash left out.
    pub articles: u32,
}

impl Read<'_> {
    /// All sources by name.
    pub fn sources(&self) -> Result<Vec<SourceRow>> {
        let sql = concat!(include_str!("row.sql"), "ORDER BY s.key");
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([], row_to_source)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// A source by its identity.
    pub fn source(&self, uid: Uid) -> Result<SourceRow> {
        let sql = concat!(include_str!("row.sql"), "WHERE s.uid = ?");
        let found = self
            .connection
            .prepare_cached(sql)?
            .query_row([uid.to_string()], row_to_source)
            .optional()?;
        found.ok_or_else(|| Error::NotFound {
            noun: "source",
            what: uid.to_string(),
        })
    }

    /// A source by its name, however it is spaced or cased.
    pub fn source_named(&self, name: &str) -> Result<Option<SourceRow>> {
        let sql = concat!(include_str!("row.sql"), "WHERE s.key = ?");
        Ok(self
            .connection
            .prepare_cached(sql)?
            .query_row([fold_words(name)], row_to_source)
            .optional()?)
    }
}

impl Write<'_> {
    /// The source of this name, made when there is none.
    pub fn source_or_new(&mut self, name: &str, kind: SourceKind) -> Result<Uid> {
        if let Some(found) = self.source_named(name)? {
            return Ok(found.uid);
        }
        let (uid, now) = (self.uid(), self.now());
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        self.connection
            .prepare_cached("INSERT INTO source (uid, name, key, kind, made_at) VALUES (?, ?, ?, ?, ?)")?
            .execute(params![
                uid.to_string(),
                name,
                fold_words(&name),
                kind.as_str(),
                now
            ])?;
        Ok(uid)
    }

    /// Adds a grade to a source's history.
    pub fn grade_source(&mut self, source: Uid, reliability: Reliability, reason: &str) -> Result<()> {
        let (id, uid, now) = (self.id_of("source", source)?, self.uid(), self.now());
        self.connection
            .prepare_cached(
                "INSERT INTO source_grade (uid, source_id, reliability, reason, at) VALUES (?, ?, ?, ?, ?)",
            )?
            .execute(params![uid.to_string(), id, reliability.as_str(), reason, now])?;
        Ok(())
    }
}

fn row_to_source(row: &Row<'_>) -> rusqlite::Result<SourceRow> {
    Ok(SourceRow {
        uid: uid(row, "uid")?,
        name: row.get("name")?,
        kind: row.get("kind")?,
        reliability: word(row, "reliability")?,
        reason: row.get("reason")?,
        graded_at: row.get("graded_at")?,
        articles: row.get("articles")?,
    })
}
