//! Risks that a source claims, and what became of them: adopted into the register, or set aside.
//!
//! The claims themselves stand in the version's record and never change; here is only what the analyst did about them.

use model::{Uid, risk::RiskNumber};
use rusqlite::params;

use crate::{Read, Result, Write, library::uid};

/// A claim that became an entry of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// RKn in the version it was adopted from.
    pub claim: u32,
    /// That version.
    pub version: Uid,
    /// The entry.
    pub risk: Uid,
    /// The number people say.
    pub number: RiskNumber,
    /// Its short name now.
    pub title: String,
    /// The rating that stands, where it was judged.
    pub rating: Option<String>,
}

impl Read<'_> {
    /// The entries adopted from any version of an article, by number; the trash left out.
    pub fn adopted_claims(&self, article: Uid) -> Result<Vec<Adopted>> {
        let mut statement = self.connection.prepare_cached(include_str!("adopted.sql"))?;
        let rows = statement.query_map([article.to_string()], |row| {
            Ok(Adopted {
                claim: row.get("claim")?,
                version: uid(row, "version")?,
                risk: uid(row, "risk")?,
                number: RiskNumber(row.get("number")?),
                title: row.get("title")?,
                rating: row.get("rating")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The numbers of a version's claims that were set aside.
    pub fn claims_set_aside(&self, version: Uid) -> Result<Vec<u32>> {
        let mut statement = self.connection.prepare_cached(include_str!("set_aside.sql"))?;
        let rows = statement.query_map([version.to_string()], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Sets a version's n-th claim aside, or takes it back. Twice is once.
    pub fn set_claim_aside(&mut self, version: Uid, claim: u32, aside: bool) -> Result<()> {
        let (version, uid, now) = (self.id_of("article_version", version)?, self.uid(), self.now());
        if aside {
            self.connection
                .prepare_cached(
                    "INSERT INTO claim_set_aside (uid, version_id, number, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                )?
                .execute(params![uid.to_string(), version, claim, now])?;
        } else {
            self.connection
                .prepare_cached("DELETE FROM claim_set_aside WHERE version_id = ? AND number = ?")?
                .execute(params![version, claim])?;
        }
        Ok(())
    }
}
