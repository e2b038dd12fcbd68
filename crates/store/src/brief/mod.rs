//! Briefs, their blocks and what these cite.

use model::{Uid, brief::BlockBody, brief::Template, marking::Tlp};
use rusqlite::{OptionalExtension, Row, params};
use serde::Serialize;

use crate::{
    Error, Read, Result, Write,
    library::{uid, word},
};

mod checks;
mod edit;
mod tray;

pub use checks::AcceptedCheck;
pub use tray::{TrayAfter, TrayPage, TrayRow};

/// A brief about to be made.
#[derive(Clone, Debug)]
pub struct NewBrief {
    /// The kind of product.
    pub template: Template,
    /// What stands above its blocks.
    pub front: FrontMatter,
}

/// What stands above a brief's blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// A judgement rather than a topic.
    pub title: String,
    /// The sentence under the title.
    pub subtitle: Option<String>,
    /// Who may read it.
    pub marking: Tlp,
    /// Up to when information was taken in, as the analyst writes it.
    pub cutoff: Option<String>,
    /// The desk.
    pub desk: Option<String>,
    /// The organisation.
    pub org: Option<String>,
    /// Names.
    pub authors: Vec<String>,
}

/// A brief without its blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BriefRow {
    /// Identity.
    pub uid: Uid,
    /// For people: CN-2026-003.
    pub serial: String,
    /// The kind of product.
    pub template: Template,
    /// Its title.
    pub title: String,
    /// The sentence under it.
    pub subtitle: Option<String>,
    /// The marking's label.
    pub marking: String,
    /// Up to when information was taken in.
    pub cutoff: Option<String>,
    /// The desk.
    pub desk: Option<String>,
    /// The organisation.
    pub org: Option<String>,
    /// Names.
    pub authors: Vec<String>,
    /// When it was made.
    pub made_at: String,
    /// When it was changed last.
    pub changed_at: String,
    /// Whether it is in the trash.
    pub trashed: bool,
    /// How many blocks it has.
    pub blocks: u32,
}

/// A block with what it cites.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BriefBlockRow {
    /// Identity.
    pub uid: Uid,
    /// What it says.
    #[serde(flatten)]
    pub body: BlockBody,
    /// The risk it shows.
    pub risk: Option<Uid>,
    /// In order.
    pub citations: Vec<CitationRow>,
}

/// A citation: the quote as it was when it was cited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CitationRow {
    /// Identity.
    pub uid: Uid,
    /// The passage.
    pub annotation: Uid,
    /// The version it was cited from.
    pub version: Uid,
    /// The words then.
    pub quote: String,
    /// Where they stood then.
    pub locator: String,
}

/// A citation about to be made.
#[derive(Clone, Debug)]
pub struct NewCitation {
    /// The passage.
    pub annotation: Uid,
    /// The version it is cited from.
    pub version: Uid,
    /// Its words.
    pub quote: String,
    /// Where they stand.
    pub locator: String,
}

impl Read<'_> {
    /// All briefs, newest first; the trash left out.
    pub fn briefs(&self) -> Result<Vec<BriefRow>> {
        self.briefs_where("WHERE b.trashed_at IS NULL ORDER BY b.id DESC")
    }

    /// The briefs in the trash, newest first.
    pub fn trashed_briefs(&self) -> Result<Vec<BriefRow>> {
        self.briefs_where("WHERE b.trashed_at IS NOT NULL ORDER BY b.id DESC")
    }

    fn briefs_where(&self, condition: &str) -> Result<Vec<BriefRow>> {
        let sql = format!("{}{condition}", include_str!("row.sql"));
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], row_to_brief)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// One brief, wherever it is.
    pub fn brief(&self, uid: Uid) -> Result<BriefRow> {
        let sql = concat!(include_str!("row.sql"), "WHERE b.uid = ?");
        let found = self
            .connection
            .prepare_cached(sql)?
            .query_row([uid.to_string()], row_to_brief)
            .optional()?;
        found.ok_or_else(|| Error::NotFound {
            noun: "brief",
            what: uid.to_string(),
        })
    }

    /// A brief's blocks in order.
    pub fn brief_blocks(&self, brief: Uid) -> Result<Vec<BriefBlockRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("blocks.sql"))?;
        let rows = statement.query_map([brief.to_string()], |row| {
            let risk: Option<String> = row.get("risk")?;
            Ok((
                row.get::<_, i64>("id")?,
                uid(row, "uid")?,
                row.get::<_, String>("body")?,
                risk,
            ))
        })?;
        let mut blocks = Vec::new();
        for row in rows {
            let (id, uid, body, risk) = row?;
            blocks.push(BriefBlockRow {
                uid,
                body: serde_json::from_str(&body).map_err(Error::inconsistent)?,
                risk: risk
                    .map(|uid| uid.parse().map_err(Error::inconsistent))
                    .transpose()?,
                citations: self.citations(id)?,
            });
        }
        Ok(blocks)
    }

    fn citations(&self, block: i64) -> Result<Vec<CitationRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("citations.sql"))?;
        let rows = statement.query_map([block], |row| {
            Ok(CitationRow {
                uid: uid(row, "uid")?,
                annotation: uid(row, "annotation")?,
                version: uid(row, "version")?,
                quote: row.get("quote")?,
                locator: row.get("locator")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Makes an empty brief.
    pub fn add_brief(&mut self, new: &NewBrief) -> Result<Uid> {
        let (uid, now) = (self.uid(), self.now());
        self.connection
            .prepare_cached(include_str!("add.sql"))?
            .execute(params![
                uid.to_string(),
                new.template.as_str(),
                new.front.title,
                new.front.subtitle,
                new.front.marking.to_string(),
                new.front.cutoff,
                new.front.desk,
                new.front.org,
                serde_json::to_string(&new.front.authors).map_err(Error::inconsistent)?,
                now,
            ])?;
        Ok(uid)
    }

    /// Adds a block at the end of a brief.
    pub fn add_brief_block(
        &mut self,
        brief: Uid,
        body: &BlockBody,
        risk: Option<Uid>,
        citations: &[NewCitation],
    ) -> Result<Uid> {
        let brief_id = self.id_of("brief", brief)?;
        let risk_id = risk.map(|risk| self.id_of("risk", risk)).transpose()?;
        let (uid, now) = (self.uid(), self.now());
        let json = serde_json::to_string(body).map_err(Error::inconsistent)?;
        self.connection
            .prepare_cached(include_str!("add_block.sql"))?
            .execute(params![
                uid.to_string(),
                brief_id,
                body.kind(),
                json,
                body.text(),
                risk_id,
            ])?;
        let block = self.connection.last_insert_rowid();
        for citation in citations {
            self.add_citation(block, citation)?;
        }
        self.connection.execute(
            "UPDATE brief SET changed_at = ? WHERE id = ?",
            params![now, brief_id],
        )?;
        Ok(uid)
    }

    /// Takes a block and its citations out of its brief; the journal keeps them.
    pub fn drop_brief_block(&mut self, block: Uid) -> Result<()> {
        let (id, now) = (self.id_of("brief_block", block)?, self.now());
        self.connection
            .execute("DELETE FROM citation WHERE brief_block_id = ?", [id])?;
        self.connection
            .execute(include_str!("touch.sql"), params![now, id])?;
        self.connection
            .execute("DELETE FROM brief_block WHERE id = ?", [id])?;
        Ok(())
    }
}

fn row_to_brief(row: &Row<'_>) -> rusqlite::Result<BriefRow> {
    let authors: String = row.get("authors")?;
    Ok(BriefRow {
        uid: uid(row, "uid")?,
        serial: row.get("serial")?,
        template: word(row, "template")?,
        title: row.get("title")?,
        subtitle: row.get("subtitle")?,
        marking: row.get("marking")?,
        cutoff: row.get("cutoff")?,
        desk: row.get("desk")?,
        org: row.get("org")?,
        authors: serde_json::from_str(&authors).unwrap_or_default(),
        made_at: row.get("made_at")?,
        changed_at: row.get("changed_at")?,
        trashed: row.get("trashed")?,
        blocks: row.get("blocks")?,
    })
}
