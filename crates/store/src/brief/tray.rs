//! The passages at hand while a brief is written, by the risk they bear on.

use model::{Uid, annotation::Kind, evidence::Stance, filter::Filter, risk::RiskNumber};
use rusqlite::params;
use serde::Serialize;

use crate::{
    Read, Result,
    article::list::all_words,
    library::{uid, word},
};

/// Sorts behind every number that a risk can have.
const NO_RISK: u64 = 1 << 32;

/// A cut of the tray.
#[derive(Clone, Debug, Default)]
pub struct TrayPage {
    /// Passages of this kind only.
    pub kind: Option<Kind>,
    /// Passages made after this time only.
    pub since: Option<String>,
    /// Passages that hold these words, in the quote or in the note.
    pub words: Option<String>,
    /// The last one seen.
    pub after: Option<TrayAfter>,
    /// At most so many.
    pub limit: u32,
}

/// The place of a row in the tray.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TrayAfter {
    /// The number of its risk; nothing where it bears on none.
    pub risk: Option<u32>,
    /// The passage.
    pub passage: Uid,
}

/// A passage under one of the risks it bears on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TrayRow {
    /// The passage.
    pub uid: Uid,
    /// What it is to the analyst.
    pub kind: Kind,
    /// Its words.
    pub quote: String,
    /// When it was made.
    pub made_at: String,
    /// The article it is in.
    pub article: Uid,
    /// The version its place is in.
    pub version: Uid,
    /// The article's authors.
    pub authors: Vec<String>,
    /// Who published it, where that is known.
    pub outlet: Option<String>,
    /// The article's title.
    pub headline: String,
    /// The risk: identity, number, title, and which way the passage bears.
    pub risk: Option<(Uid, RiskNumber, String, Stance)>,
}

impl TrayRow {
    /// Its place in the tray.
    pub fn place(&self) -> TrayAfter {
        TrayAfter {
            risk: self.risk.as_ref().map(|(_, number, ..)| number.0),
            passage: self.uid,
        }
    }
}

impl Read<'_> {
    /// A page of the passages that can be cited now.
    pub fn evidence_tray(&self, page: &TrayPage) -> Result<Vec<TrayRow>> {
        let (risk, passage) = page.after.as_ref().map_or((0, String::new()), |after| {
            let risk = after.risk.map_or(NO_RISK, u64::from);
            (risk, after.passage.to_string())
        });
        let words = page
            .words
            .as_deref()
            .map(Filter::read)
            .as_ref()
            .and_then(all_words);
        let mut statement = self.connection.prepare_cached(include_str!("tray.sql"))?;
        let rows = statement.query_map(
            params![
                page.kind.map(Kind::as_str),
                page.since,
                words,
                risk,
                passage,
                page.limit,
            ],
            |row| {
                let authors: String = row.get("authors")?;
                let risk = match row.get::<_, Option<u32>>("number")? {
                    Some(number) => Some((
                        uid(row, "risk")?,
                        RiskNumber(number),
                        row.get("title")?,
                        word(row, "stance")?,
                    )),
                    None => None,
                };
                Ok(TrayRow {
                    uid: uid(row, "uid")?,
                    kind: word(row, "kind")?,
                    quote: row.get("quote")?,
                    made_at: row.get("made_at")?,
                    article: uid(row, "article")?,
                    version: uid(row, "version")?,
                    authors: serde_json::from_str(&authors).unwrap_or_default(),
                    outlet: row.get("outlet")?,
                    headline: row.get("headline")?,
                    risk,
                })
            },
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
