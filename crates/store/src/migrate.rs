//! The ladder of schemas. Each rung is a file in `migrations/`; the version is SQLite's `user_version`.
//!
//! A library from a newer program is refused, never written. A schema is changed in one transaction or not at all.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use crate::{Error, Op, Result, journal, open::Access};

/// `application_id` of a library: "Chcy".
const APPLICATION_ID: i64 = 0x4368_6379;

/// Rung n makes schema n + 1 out of schema n.
const RUNGS: [&str; 2] = [
    include_str!("../migrations/0001_library.sql"),
    include_str!("../migrations/0002_window.sql"),
];

/// Brings the library to the newest schema; makes it when the file is empty, and says whether it did.
pub(crate) fn migrate(connection: &mut Connection, file: &Path, access: Access, op: Op) -> Result<bool> {
    let newest = RUNGS.len() as i64;
    if is_empty(connection)? && access == Access::ReadWrite {
        // Before the first table, since it decides how the file is laid out; kept in the file from then on.
        let _: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    }
    // Two programs may open a new library at once: whoever comes second finds it made.
    let transaction = match access {
        Access::ReadWrite if version(connection)? < newest => {
            connection.transaction_with_behavior(TransactionBehavior::Immediate)?
        }
        _ => connection.transaction()?,
    };
    let found = version(&transaction)?;
    let application: i64 = transaction.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if application != APPLICATION_ID && !is_empty(&transaction)? {
        return Err(Error::Foreign {
            path: file.to_owned(),
        });
    }
    if found > newest {
        return Err(Error::Newer {
            path: file.to_owned(),
            found,
            known: newest,
        });
    }
    if found == newest {
        return Ok(false);
    }
    if access != Access::ReadWrite {
        return Err(Error::ReadOnly);
    }
    for rung in &RUNGS[usize::try_from(found).unwrap_or(0)..] {
        transaction.execute_batch(rung)?;
    }
    journal::make_triggers(&transaction)?;
    if found == 0 {
        let mut mint = op.mint();
        for name in ["uid", "device"] {
            let value = mint.uid().to_string();
            transaction.execute("INSERT INTO library (name, value) VALUES (?, ?)", [name, &value])?;
        }
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    }
    transaction.pragma_update(None, "user_version", newest)?;
    transaction.commit()?;
    Ok(found == 0)
}

/// Whether nobody has made anything in the file yet. A database of another program is left as it is, its mode included.
fn is_empty(connection: &Connection) -> Result<bool> {
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(tables == 0 && version(connection)? == 0)
}

fn version(connection: &Connection) -> Result<i64> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// The whole schema as SQL, tables first: `schema.sql` holds the same and a test compares them.
#[cfg(test)]
pub(crate) fn schema(connection: &Connection) -> Result<String> {
    let mut statement = connection.prepare(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\'
         OR type = 'trigger' ORDER BY type = 'trigger', rowid",
    )?;
    let parts = statement
        .query_map([], |row| row.get::<_, String>(0))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(parts.into_iter().map(|sql| format!("{sql};\n")).collect())
}
