//! The journal: every change of every record, grouped by what the person did.
//!
//! Triggers write the changes; [`commit`] gives them their operation and closes it with a hash over the one before, so that a
//! change made behind the program's back shows. The same record serves undo and redo across restarts, the history of a
//! judgement and the audit trail. Undo is an operation of its own: nothing is ever taken out of the journal.

mod apply;
mod triggers;

use chrono::{DateTime, SecondsFormat, Utc};
use model::{Mint, Sha256Hex};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

pub(crate) use triggers::{journalled, make as make_triggers, row_as_json, trigger_sql};

use crate::{Error, Result, Write};

/// What a person is about to do. The library has neither clock nor dice, so both come along.
#[derive(Clone, Debug)]
pub struct Op {
    /// What was done, in the words of the menu: "Annotate", "Trash R-3".
    pub label: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Random bytes for the identities made on the way.
    pub random: [u8; 10],
}

impl Op {
    pub(crate) fn mint(&self) -> Mint {
        Mint::new(
            u64::try_from(self.at.timestamp_millis()).unwrap_or(0),
            self.random,
        )
    }
}

/// What an operation changed, so that whoever shows records needn't guess.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The operation's identity; nothing when nothing changed.
    pub op: Option<String>,
    /// Table and uid of each row changed, in order.
    pub rows: Vec<(String, String)>,
}

/// A step taken back or done again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The label of the operation that was undone or redone.
    pub label: String,
    /// What changed.
    pub changes: Changes,
}

/// What could be taken back and done again now, in the words of the menu.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// The label of the operation that undo would take back.
    pub undo: Option<String>,
    /// The label of the operation that redo would do again.
    pub redo: Option<String>,
}

/// A time as the library writes it.
pub(crate) fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Runs `work` as one operation. An operation that changed nothing leaves no trace.
pub(crate) fn commit<T, E: From<Error>>(
    connection: &mut Connection,
    op: Op,
    work: impl FnOnce(&mut Write<'_>) -> Result<T, E>,
) -> Result<(T, Changes), E> {
    let transaction = begin(connection)?;
    let id = open(&transaction, &op, "do", None)?;
    let mut write = Write::new(&transaction, &op);
    let answer = work(&mut write)?;
    let changes = close(&transaction, id)?;
    transaction.commit().map_err(Error::from)?;
    Ok((answer, changes))
}

const UNDOABLE: &str = include_str!("undoable.sql");
const REDOABLE: &str = include_str!("redoable.sql");

/// Takes back the last operation that stands.
pub(crate) fn undo(connection: &mut Connection, op: Op) -> Result<Option<Step>> {
    step(connection, op, "undo", UNDOABLE)
}

/// Does again the operation taken back last, if nothing was done since.
pub(crate) fn redo(connection: &mut Connection, op: Op) -> Result<Option<Step>> {
    step(connection, op, "redo", REDOABLE)
}

/// What undo and redo would do now.
pub(crate) fn steps(connection: &Connection) -> Result<Steps> {
    let label = |sql| Ok::<_, Error>(target(connection, sql)?.map(|(_, label)| label));
    Ok(Steps {
        undo: label(UNDOABLE)?,
        redo: label(REDOABLE)?,
    })
}

/// The operation that `sql` finds, with its label.
fn target(connection: &Connection, sql: &str) -> Result<Option<(i64, String)>> {
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

fn step(connection: &mut Connection, op: Op, kind: &str, target_sql: &str) -> Result<Option<Step>> {
    let transaction = begin(connection)?;
    let Some((target, label)) = target(&transaction, target_sql)? else {
        return Ok(None);
    };
    let id = open(
        &transaction,
        &Op {
            label: label.clone(),
            ..op
        },
        kind,
        Some(target),
    )?;
    apply::apply(&transaction, target, kind == "undo")?;
    let changes = close(&transaction, id)?;
    transaction.commit()?;
    Ok(Some(Step { label, changes }))
}

fn begin(connection: &mut Connection) -> Result<Transaction<'_>> {
    // Immediate: a transaction that reads first and writes later could find the library changed in between.
    Ok(connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
}

/// Writes the operation's row and turns the triggers on.
fn open(connection: &Connection, op: &Op, kind: &str, target: Option<i64>) -> Result<i64> {
    let last: Option<(String, String)> = connection
        .query_row("SELECT hlc, hash FROM op ORDER BY id DESC LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    let (last_clock, before) = last.unwrap_or_default();
    let device: String =
        connection.query_row("SELECT value FROM library WHERE name = 'device'", [], |row| {
            row.get(0)
        })?;
    // The operation's own identity must differ from those its work mints from the same bytes.
    let mut random = op.random;
    random.reverse();
    let uid = Mint::new(u64::try_from(op.at.timestamp_millis()).unwrap_or(0), random).uid();
    connection.execute(
        include_str!("open_op.sql"),
        params![
            uid.to_string(),
            device,
            clock(&last_clock, op.at, &device),
            kind,
            target,
            op.label,
            time(op.at),
            before
        ],
    )?;
    let id = connection.last_insert_rowid();
    connection.execute("UPDATE current_op SET op_id = ?", [id])?;
    Ok(id)
}

/// The hybrid logical clock after `last`: the wall clock, or the last time with its counter moved on when the wall clock
/// stands still or runs back. Sorts as text.
fn clock(last: &str, now: DateTime<Utc>, device: &str) -> String {
    let now = time(now);
    let mut parts = last.split(' ');
    let (last_time, counter) = (
        parts.next().unwrap_or(""),
        parts.next().and_then(|n| u32::from_str_radix(n, 16).ok()),
    );
    let (at, counter) = if now.as_str() > last_time {
        (now.as_str(), 0)
    } else {
        (last_time, counter.unwrap_or(0) + 1)
    };
    format!("{at} {counter:06x} {device}")
}

/// Turns the triggers off and seals the operation; takes its row away when nothing changed.
fn close(connection: &Connection, id: i64) -> Result<Changes> {
    connection.execute("UPDATE current_op SET op_id = NULL", [])?;
    let rows = changed_rows(connection, id)?;
    if rows.is_empty() {
        connection.execute("DELETE FROM op WHERE id = ?", [id])?;
        return Ok(Changes::default());
    }
    let hash = op_hash(connection, id)?;
    connection.execute("UPDATE op SET hash = ? WHERE id = ?", params![hash.as_str(), id])?;
    let uid = connection.query_row("SELECT uid FROM op WHERE id = ?", [id], |row| row.get(0))?;
    Ok(Changes { op: Some(uid), rows })
}

fn changed_rows(connection: &Connection, op: i64) -> Result<Vec<(String, String)>> {
    let mut statement =
        connection.prepare_cached("SELECT noun, uid FROM change WHERE op_id = ? ORDER BY id")?;
    let rows = statement.query_map([op], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The hash that seals an operation: SHA-256 over its fields, the hash before and its changes, each part led by its length so
/// that no two operations read the same.
pub(crate) fn op_hash(connection: &Connection, id: i64) -> Result<Sha256Hex> {
    let mut sealed = Vec::new();
    let mut add = |part: Option<&str>| {
        let part = part.unwrap_or("\0");
        sealed.extend_from_slice(&(part.len() as u64).to_le_bytes());
        sealed.extend_from_slice(part.as_bytes());
    };
    let fields: Vec<Option<String>> = connection.query_row(include_str!("sealed_op.sql"), [id], |row| {
        (0..8).map(|i| row.get(i)).collect()
    })?;
    fields.iter().for_each(|f| add(f.as_deref()));
    let mut statement = connection
        .prepare_cached("SELECT noun, uid, before, after FROM change WHERE op_id = ? ORDER BY id")?;
    let mut rows = statement.query([id])?;
    while let Some(row) = rows.next()? {
        for column in 0..4 {
            let part: Option<String> = row.get(column)?;
            add(part.as_deref());
        }
    }
    Ok(Sha256Hex::of(&sealed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_moves_on_when_the_wall_clock_stands_still_or_runs_back() {
        let at = |millis| DateTime::from_timestamp_millis(millis).unwrap();
        let first = clock("", at(1_000), "d");
        let same = clock(&first, at(1_000), "d");
        let back = clock(&same, at(500), "d");
        let later = clock(&back, at(2_000), "d");
        assert!(
            first < same && same < back && back < later,
            "{first} {same} {back} {later}"
        );
        assert!(later.contains("000000"));
    }
}
