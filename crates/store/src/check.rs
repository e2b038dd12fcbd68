//! Looking a library over: is everything there, and is it what was written?

use std::collections::HashSet;

use model::{
    Sha256Hex,
    anchor::AnchorState,
    text::{Indexed, Span},
};
use rusqlite::Connection;
use serde::Serialize;

use crate::{Error, Library, Result, content, journal};

/// Something that isn't as it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Which check: `database`, `reference`, `schema`, `content`, `anchor`, `journal`, `search`.
    pub check: &'static str,
    /// What was found.
    pub detail: String,
}

/// What a check looked at and found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Empty when all is well.
    pub findings: Vec<Finding>,
    /// Articles in the library, the trash included.
    pub articles: u32,
    /// Annotations, the trash included.
    pub annotations: u32,
    /// Operations in the journal.
    pub operations: u32,
}

impl Library {
    /// Looks over the whole library. Changes nothing; a library that can only be read is checked but for its search index.
    pub fn check(&self) -> Result<Report> {
        let writable = !self.read_only();
        self.on_writer(move |connection| {
            let mut report = Report::default();
            match look(connection, writable, &mut report) {
                Err(Error::Damaged { detail, .. }) => report.found("database", detail),
                other => other?,
            }
            Ok(report)
        })
    }
}

fn look(connection: &Connection, writable: bool, report: &mut Report) -> Result<()> {
    // Whole pages first: on a damaged file the rest would only say the same again.
    database(connection, report)?;
    if !report.findings.is_empty() {
        return Ok(());
    }
    references(connection, report)?;
    schema(connection, report)?;
    contents(connection, report)?;
    pictures(connection, report)?;
    anchors(connection, report)?;
    operations(connection, report)?;
    rows(connection, report)?;
    if writable {
        search(connection, report)?;
    }
    let count = |table: &str| -> Result<u32> {
        Ok(connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?)
    };
    report.articles = count("article")?;
    report.annotations = count("annotation")?;
    report.operations = count("op")?;
    Ok(())
}

impl Report {
    fn found(&mut self, check: &'static str, detail: impl Into<String>) {
        self.findings.push(Finding {
            check,
            detail: detail.into(),
        });
    }
}

/// SQLite's own look at the file.
fn database(connection: &Connection, report: &mut Report) -> Result<()> {
    let mut statement = connection.prepare("PRAGMA integrity_check(20)")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let line: String = row.get(0)?;
        if line != "ok" {
            report.found("database", line);
        }
    }
    Ok(())
}

fn references(connection: &Connection, report: &mut Report) -> Result<()> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (table, target): (String, String) = (row.get(0)?, row.get(2)?);
        report.found(
            "reference",
            format!("a row of {table} points at a {target} that is not there"),
        );
    }
    Ok(())
}

/// Without its triggers a table would change unseen.
fn schema(connection: &Connection, report: &mut Report) -> Result<()> {
    let mut statement = connection.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")?;
    let present: HashSet<String> = statement
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for table in journal::journalled(connection)? {
        if journal::trigger_sql(&table)
            .iter()
            .any(|sql| !present.contains(sql))
        {
            report.found(
                "schema",
                format!("the journal of {} is not as this program makes it", table.name),
            );
        }
    }
    Ok(())
}

/// Every text and every snapshot hashes to its name, and every version has its own.
fn contents(connection: &Connection, report: &mut Report) -> Result<()> {
    let mut kept = HashSet::new();
    let mut statement = connection.prepare("SELECT sha256, body FROM content")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (sha256, body): (String, String) = (row.get(0)?, row.get(1)?);
        if Sha256Hex::of(body.as_bytes()).as_str() != sha256 {
            report.found("content", format!("the text {sha256} is not what was stored"));
        }
        kept.insert(sha256);
    }
    let mut statement = connection.prepare("SELECT sha256, size, zstd FROM snapshot")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (sha256, size, zstd): (String, u64, Vec<u8>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        match content::unpack(&zstd, size) {
            Ok(bytes) if Sha256Hex::of(&bytes).as_str() == sha256 => {}
            _ => report.found("content", format!("the original {sha256} is not what was stored")),
        }
        kept.insert(sha256);
    }
    let mut statement =
        connection.prepare("SELECT uid, snapshot_sha256, text_sha256, record_sha256 FROM article_version")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let uid: String = row.get(0)?;
        for column in 1..4 {
            if !kept.contains(&row.get::<_, String>(column)?) {
                report.found(
                    "content",
                    format!("a text of the article version {uid} is missing"),
                );
            }
        }
    }
    Ok(())
}

/// Every picture has its bytes.
fn pictures(connection: &Connection, report: &mut Report) -> Result<()> {
    let mut statement = connection.prepare(include_str!("check_pictures.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let address: String = row.get(0)?;
        report.found("content", format!("the picture {address} is missing"));
    }
    Ok(())
}

/// Every anchor that claims a place has its words there.
fn anchors(connection: &Connection, report: &mut Report) -> Result<()> {
    let mut texts = connection.prepare(include_str!("check_anchored_texts.sql"))?;
    let mut anchors = connection.prepare(include_str!("check_anchors.sql"))?;
    let mut rows = texts.query([])?;
    while let Some(row) = rows.next()? {
        let (sha256, body): (String, String) = (row.get(0)?, row.get(1)?);
        let text = Indexed::new(&body);
        let mut placed = anchors.query([sha256])?;
        while let Some(row) = placed.next()? {
            let (annotation, state, exact): (String, String, String) =
                (row.get(0)?, row.get(1)?, row.get(4)?);
            let (start, end): (Option<usize>, Option<usize>) = (row.get(2)?, row.get(3)?);
            let holds = match (start, end) {
                // Approximate: the words differ, which is what the state says.
                (Some(_), Some(_)) if state == AnchorState::Approximate.as_str() => true,
                (Some(start), Some(end)) => text.slice(Span::new(start, end)) == exact,
                _ => state == AnchorState::Orphan.as_str(),
            };
            if !holds {
                report.found(
                    "anchor",
                    format!("the annotation {annotation} is not where it says"),
                );
            }
        }
    }
    Ok(())
}

/// The chain of hashes over the journal.
fn operations(connection: &Connection, report: &mut Report) -> Result<()> {
    let open: Option<i64> = connection.query_row("SELECT op_id FROM current_op", [], |row| row.get(0))?;
    if open.is_some() {
        report.found("journal", "an operation was left open");
    }
    let mut statement = connection.prepare("SELECT id, before, hash FROM op ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut last = String::new();
    while let Some(row) = rows.next()? {
        let (id, before, hash): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if before != last || journal::op_hash(connection, id)?.as_str() != hash {
            report.found(
                "journal",
                format!("operation {id} was changed after it was written"),
            );
        }
        last = hash;
    }
    Ok(())
}

/// Every row is as its last change left it, and no row is there that the journal doesn't know.
fn rows(connection: &Connection, report: &mut Report) -> Result<()> {
    for table in journal::journalled(connection)? {
        let sql = include_str!("check_rows.sql")
            .replace("{table}", &table.name)
            .replace("{row}", &journal::row_as_json(&table, "row"));
        let mut statement = connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let uid: String = row.get(0)?;
            report.found(
                "journal",
                format!("the {} {uid} is not as its last change left it", table.name),
            );
        }
    }
    Ok(())
}

/// The search index against what it indexes.
fn search(connection: &Connection, report: &mut Report) -> Result<()> {
    for index in [
        "article_search",
        "annotation_search",
        "risk_search",
        "brief_title_search",
        "brief_search",
    ] {
        let sql = format!("INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)");
        match connection.execute_batch(&sql).map_err(Error::from) {
            Ok(()) => {}
            Err(Error::Damaged { .. }) => {
                report.found("search", format!("{index} doesn't agree with the library"));
            }
            Err(e) => return Err(e),
        }
    }
    Ok(())
}
