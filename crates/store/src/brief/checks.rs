//! Findings of a brief's checks that the analyst lets stand.

use model::Uid;
use rusqlite::params;
use serde::Serialize;

use crate::{Read, Result, Write, library::uid};

/// A finding that was accepted, for a sentence as it reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AcceptedCheck {
    /// Identity.
    pub uid: Uid,
    /// EL-004 …
    pub rule: String,
    /// Hash of what the finding is about.
    pub sentence: String,
    /// Why it stands.
    pub reason: String,
    /// When it was accepted.
    pub at: String,
}

impl Read<'_> {
    /// What was accepted in a brief, oldest first.
    pub fn accepted_checks(&self, brief: Uid) -> Result<Vec<AcceptedCheck>> {
        let mut statement = self
            .connection
            .prepare_cached(include_str!("accepted_checks.sql"))?;
        let rows = statement.query_map([brief.to_string()], |row| {
            Ok(AcceptedCheck {
                uid: uid(row, "uid")?,
                rule: row.get("rule")?,
                sentence: row.get("sentence")?,
                reason: row.get("reason")?,
                at: row.get("at")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Records that a finding stands. Accepting it again changes nothing: the first reason is the one that counted.
    pub fn accept_check(&mut self, brief: Uid, rule: &str, sentence: &str, reason: &str) -> Result<()> {
        let known = self.accepted_checks(brief)?;
        if known.iter().any(|c| c.rule == rule && c.sentence == sentence) {
            return Ok(());
        }
        let (id, uid, now) = (self.id_of("brief", brief)?, self.uid(), self.now());
        self.connection
            .prepare_cached(include_str!("accept_check.sql"))?
            .execute(params![uid.to_string(), id, rule, sentence, reason, now])?;
        Ok(())
    }
}
