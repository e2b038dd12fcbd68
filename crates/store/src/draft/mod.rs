//! Drafts of imports: what was pasted and not saved yet.
//!
//! A draft is no record: it isn't journalled, and keeping or dropping it is no step to take back. Its name is the hash of its
//! text.

use model::Sha256Hex;
use rusqlite::params;
use serde::Serialize;

use crate::{Read, Result, Write};

/// A text waiting to be imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DraftRow {
    /// SHA-256 of the text.
    pub sha256: String,
    /// What was pasted.
    pub text: String,
    /// What was corrected in its record, as JSON of the desk.
    pub corrections: String,
    /// When it was kept.
    pub at: String,
}

impl Read<'_> {
    /// All drafts, the newest first.
    pub fn drafts(&self) -> Result<Vec<DraftRow>> {
        let sql = "SELECT sha256, text, corrections, at FROM import_draft ORDER BY at DESC, id DESC";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| {
            Ok(DraftRow {
                sha256: row.get(0)?,
                text: row.get(1)?,
                corrections: row.get(2)?,
                at: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Keeps a draft; the same text kept again is the same draft with the newer corrections.
    pub fn keep_draft(&mut self, text: &str, corrections: &str) -> Result<String> {
        let sha256 = Sha256Hex::of(text.as_bytes());
        self.connection
            .prepare_cached(include_str!("keep.sql"))?
            .execute(params![sha256.as_str(), text, corrections, self.now()])?;
        Ok(sha256.to_string())
    }

    /// Drops a draft; one that isn't there is dropped already.
    pub fn drop_draft(&mut self, sha256: &str) -> Result<()> {
        self.connection
            .execute("DELETE FROM import_draft WHERE sha256 = ?", [sha256])?;
        Ok(())
    }
}
