//! Putting rows back: the changes of one operation, backwards or forwards.

use rusqlite::{Connection, OptionalExtension, types::Value};
use serde_json::{Map, Value as Json};

use super::triggers::{Table, journalled, row_as_json};
use crate::{Error, Result};

struct Change {
    noun: String,
    uid: String,
    before: Option<String>,
    after: Option<String>,
}

/// Applies the changes of operation `op`: backwards for undo, forwards for redo. Every row must be as the operation left (or
/// found) it; if another program changed one in between, nothing is applied.
pub(super) fn apply(connection: &Connection, op: i64, backwards: bool) -> Result<()> {
    let tables = journalled(connection)?;
    for change in changes(connection, op, backwards)? {
        let table = tables
            .iter()
            .find(|t| t.name == change.noun)
            .ok_or_else(|| Error::inconsistent(format!("the journal names a table '{}'", change.noun)))?;
        let (from, to) = if backwards {
            (change.after, change.before)
        } else {
            (change.before, change.after)
        };
        if current(connection, table, &change.uid)? != from {
            return Err(Error::ChangedSince { noun: change.noun });
        }
        put(connection, table, &change.uid, from.is_some(), to)?;
    }
    Ok(())
}

fn changes(connection: &Connection, op: i64, backwards: bool) -> Result<Vec<Change>> {
    let mut statement = connection
        .prepare_cached("SELECT noun, uid, before, after FROM change WHERE op_id = ? ORDER BY id")?;
    let rows = statement.query_map([op], |row| {
        Ok(Change {
            noun: row.get(0)?,
            uid: row.get(1)?,
            before: row.get(2)?,
            after: row.get(3)?,
        })
    })?;
    let mut changes = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    if backwards {
        changes.reverse();
    }
    Ok(changes)
}

/// The row as the triggers would write it now.
fn current(connection: &Connection, table: &Table, uid: &str) -> Result<Option<String>> {
    let sql = format!(
        "SELECT {} FROM \"{1}\" AS row WHERE uid = ?",
        row_as_json(table, "row"),
        table.name
    );
    Ok(connection
        .prepare_cached(&sql)?
        .query_row([uid], |row| row.get(0))
        .optional()?)
}

fn put(connection: &Connection, table: &Table, uid: &str, exists: bool, to: Option<String>) -> Result<()> {
    let name = &table.name;
    let Some(to) = to else {
        connection.execute(&format!("DELETE FROM \"{name}\" WHERE uid = ?"), [uid])?;
        return Ok(());
    };
    let fields: Map<String, Json> = serde_json::from_str(&to).map_err(Error::inconsistent)?;
    let mut columns = Vec::new();
    let mut values = Vec::new();
    for column in &table.columns {
        let field = fields.get(&column.name).unwrap_or(&Json::Null);
        columns.push(format!("\"{}\"", column.name));
        values.push(match (&column.refers_to, field) {
            (Some(target), Json::String(uid)) => Value::Integer(rowid(connection, target, uid)?),
            (_, field) => plain(field)?,
        });
    }
    let places = vec!["?"; columns.len()].join(", ");
    let columns = columns.join(", ");
    let sql = if exists {
        format!("UPDATE \"{name}\" SET ({columns}) = ({places}) WHERE uid = ?")
    } else {
        format!("INSERT INTO \"{name}\" ({columns}) VALUES ({places})")
    };
    if exists {
        values.push(Value::Text(uid.to_owned()));
    }
    connection
        .prepare_cached(&sql)?
        .execute(rusqlite::params_from_iter(values))?;
    Ok(())
}

fn rowid(connection: &Connection, table: &str, uid: &str) -> Result<i64> {
    let sql = format!("SELECT id FROM \"{table}\" WHERE uid = ?");
    connection
        .prepare_cached(&sql)?
        .query_row([uid], |row| row.get(0))
        .optional()?
        .ok_or_else(|| Error::OwnerGone {
            noun: table.to_owned(),
        })
}

fn plain(field: &Json) -> Result<Value> {
    Ok(match field {
        Json::Null => Value::Null,
        Json::String(text) => Value::Text(text.clone()),
        Json::Number(n) => match n.as_i64() {
            Some(n) => Value::Integer(n),
            None => Value::Real(
                n.as_f64()
                    .ok_or_else(|| Error::inconsistent(format!("{n} is no number")))?,
            ),
        },
        other => return Err(Error::inconsistent(format!("{other} can't stand in a column"))),
    })
}
