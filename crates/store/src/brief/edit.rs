//! Editing a brief: its front matter, its blocks' words and order, what they cite.
//!
//! Each function changes rows and marks the brief as changed; what belongs together in one gesture is the desk's to decide.

use model::{Uid, brief::BlockBody};
use rusqlite::{OptionalExtension, params};

use super::{FrontMatter, NewCitation};
use crate::{Error, Read, Result, Write};

impl Read<'_> {
    /// The brief a block belongs to.
    pub fn brief_of_block(&self, block: Uid) -> Result<Uid> {
        let found: Option<String> = self
            .connection
            .prepare_cached(include_str!("brief_of_block.sql"))?
            .query_row([block.to_string()], |row| row.get(0))
            .optional()?;
        let missing = || Error::NotFound {
            noun: "brief_block",
            what: block.to_string(),
        };
        found.ok_or_else(missing)?.parse().map_err(Error::inconsistent)
    }
}

impl Write<'_> {
    /// Replaces what stands above a brief's blocks.
    pub fn set_brief(&mut self, brief: Uid, front: &FrontMatter) -> Result<()> {
        let (id, now) = (self.id_of("brief", brief)?, self.now());
        self.connection
            .prepare_cached(include_str!("set.sql"))?
            .execute(params![
                id,
                front.title,
                front.subtitle,
                front.marking.to_string(),
                front.cutoff,
                front.desk,
                front.org,
                serde_json::to_string(&front.authors).map_err(Error::inconsistent)?,
                now,
            ])?;
        Ok(())
    }

    /// Replaces what a block says. Its kind, its risk and what it cites stay.
    pub fn set_brief_block(&mut self, block: Uid, body: &BlockBody) -> Result<()> {
        let id = self.id_of("brief_block", block)?;
        let json = serde_json::to_string(body).map_err(Error::inconsistent)?;
        self.connection.execute(
            "UPDATE brief_block SET body = ?, text = ? WHERE id = ?",
            params![json, body.text(), id],
        )?;
        self.touch(id)
    }

    /// Gives the blocks of a brief the positions 1, 2 … in this order; only rows that move are written.
    pub fn order_brief_blocks(&mut self, order: &[Uid]) -> Result<()> {
        for (position, block) in order.iter().enumerate() {
            let (id, position) = (self.id_of("brief_block", *block)?, position as u64 + 1);
            let moved = self.connection.execute(
                "UPDATE brief_block SET position = ?1 WHERE id = ?2 AND position <> ?1",
                params![position, id],
            )?;
            if moved > 0 {
                self.touch(id)?;
            }
        }
        Ok(())
    }

    /// Adds a citation behind those that a block has.
    pub fn cite(&mut self, block: Uid, citation: &NewCitation) -> Result<Uid> {
        let id = self.id_of("brief_block", block)?;
        let cited = self.add_citation(id, citation)?;
        self.touch(id)?;
        Ok(cited)
    }

    /// Takes a citation away.
    pub fn uncite(&mut self, citation: Uid) -> Result<()> {
        let found: Option<(i64, i64)> = self
            .connection
            .prepare_cached(include_str!("block_of_citation.sql"))?
            .query_row([citation.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (id, block) = found.ok_or_else(|| Error::NotFound {
            noun: "citation",
            what: citation.to_string(),
        })?;
        self.connection
            .execute("DELETE FROM citation WHERE id = ?", [id])?;
        self.touch(block)
    }

    pub(super) fn add_citation(&mut self, block: i64, citation: &NewCitation) -> Result<Uid> {
        let (annotation, version) = (
            self.id_of("annotation", citation.annotation)?,
            self.id_of("article_version", citation.version)?,
        );
        let cited = self.uid();
        self.connection
            .prepare_cached(include_str!("cite.sql"))?
            .execute(params![
                cited.to_string(),
                block,
                annotation,
                version,
                citation.quote,
                citation.locator,
            ])?;
        Ok(cited)
    }

    /// Marks the brief of a block as changed now.
    fn touch(&mut self, block: i64) -> Result<()> {
        let now = self.now();
        self.connection
            .execute(include_str!("touch.sql"), params![now, block])?;
        Ok(())
    }
}
