//! Where somebody was: the place in an article, and words of a note that nobody saved yet.
//!
//! Neither is a record, so neither is journalled or undone; both outlive a crash.

use chrono::{DateTime, Utc};
use model::Uid;
use rusqlite::{OptionalExtension, params};

use crate::{Library, Read, Result, Write, journal};

impl Library {
    /// Keeps the block of `article` that was in focus at `at`.
    pub fn keep_reading_place(&self, article: Uid, block: String, at: DateTime<Utc>) -> Result<()> {
        self.on_writer(move |connection| {
            connection
                .prepare_cached(include_str!("keep_place.sql"))?
                .execute(params![article.to_string(), block, journal::time(at)])?;
            Ok(())
        })
    }

    /// Keeps the words of a note that is being written.
    pub fn keep_note_draft(&self, annotation: Uid, text: String, at: DateTime<Utc>) -> Result<()> {
        self.on_writer(move |connection| {
            connection
                .prepare_cached(include_str!("keep_draft.sql"))?
                .execute(params![annotation.to_string(), text, journal::time(at)])?;
            Ok(())
        })
    }
}

impl Read<'_> {
    /// The id of the block that was in focus when the article was last left.
    pub fn reading_place(&self, article: Uid) -> Result<Option<String>> {
        Ok(self
            .connection
            .prepare_cached(
                "SELECT p.block FROM reading_place p JOIN article a ON a.id = p.article_id WHERE a.uid = ?",
            )?
            .query_row([article.to_string()], |row| row.get(0))
            .optional()?)
    }

    /// What was written of an annotation's note and not saved.
    pub fn note_draft(&self, annotation: Uid) -> Result<Option<String>> {
        Ok(self
            .connection
            .prepare_cached(
                "SELECT d.text FROM note_draft d JOIN annotation n ON n.id = d.annotation_id WHERE n.uid = ?",
            )?
            .query_row([annotation.to_string()], |row| row.get(0))
            .optional()?)
    }
}

impl Write<'_> {
    /// Forgets the draft of a note: it was saved.
    pub(crate) fn drop_note_draft(&mut self, annotation: i64) -> Result<()> {
        self.connection
            .prepare_cached("DELETE FROM note_draft WHERE annotation_id = ?")?
            .execute([annotation])?;
        Ok(())
    }
}
