//! The triggers that write the journal, generated from the schema.
//!
//! A row enters as JSON: every column but the rowid, references as the uid of the row they point at, so that the record
//! means the same in another library. Large texts and bytes are named by their hash in the tables already.

use rusqlite::Connection;

use crate::Result;

/// A journalled table.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// Its name.
    pub(crate) name: String,
    /// Its columns but the rowid.
    pub(crate) columns: Vec<Column>,
}

/// A column of a journalled table.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    /// Its name.
    pub(crate) name: String,
    /// The table it refers to by rowid.
    pub(crate) refers_to: Option<String>,
}

/// Every table whose rows have a `uid`, but for the journal's own.
pub(crate) fn journalled(connection: &Connection) -> Result<Vec<Table>> {
    let mut statement = connection.prepare_cached(include_str!("journalled.sql"))?;
    let rows = statement.query_map([], |row| {
        Ok((
            row.get::<_, String>(0)?,
            Column {
                name: row.get(1)?,
                refers_to: row.get(2)?,
            },
        ))
    })?;
    let mut tables: Vec<Table> = Vec::new();
    for row in rows {
        let (name, column) = row?;
        match tables.last_mut() {
            Some(table) if table.name == name => table.columns.push(column),
            _ => tables.push(Table {
                name,
                columns: vec![column],
            }),
        }
    }
    Ok(tables)
}

/// The SQL that gives a row of `table`, named `row`, as JSON.
pub(crate) fn row_as_json(table: &Table, row: &str) -> String {
    let parts: Vec<String> = table
        .columns
        .iter()
        .map(|Column { name, refers_to }| match refers_to {
            Some(target) => format!("'{name}', (SELECT uid FROM \"{target}\" WHERE id = {row}.\"{name}\")"),
            None => format!("'{name}', {row}.\"{name}\""),
        })
        .collect();
    format!("json_object({})", parts.join(", "))
}

/// The three triggers of a table.
pub(crate) fn trigger_sql(table: &Table) -> [String; 3] {
    let name = &table.name;
    let changed: Vec<String> = table
        .columns
        .iter()
        .map(|c| format!("OLD.\"{0}\" IS NOT NEW.\"{0}\"", c.name))
        .collect();
    let (old, new) = (row_as_json(table, "OLD"), row_as_json(table, "NEW"));
    // Outside an operation `current_op` is empty and the NOT NULL of `change.op_id` refuses the write.
    let trigger = |event: &str, when: &str, uid: &str, before: &str, after: &str| {
        format!(
            "CREATE TRIGGER journal_{name}_{lower} AFTER {event} ON \"{name}\"{when} BEGIN\n  \
             INSERT INTO change (op_id, noun, uid, before, after)\n  \
             SELECT op_id, '{name}', {uid}, {before}, {after} FROM current_op;\nEND",
            lower = event.to_lowercase()
        )
    };
    [
        trigger("INSERT", "", "NEW.uid", "NULL", &new),
        trigger(
            "UPDATE",
            &format!("\nWHEN {}", changed.join(" OR ")),
            "NEW.uid",
            &old,
            &new,
        ),
        trigger("DELETE", "", "OLD.uid", &old, "NULL"),
    ]
}

/// Makes the triggers of all journalled tables anew.
pub(crate) fn make(connection: &Connection) -> Result<()> {
    for table in journalled(connection)? {
        for event in ["insert", "update", "delete"] {
            connection.execute_batch(&format!("DROP TRIGGER IF EXISTS journal_{}_{event}", table.name))?;
        }
        for sql in trigger_sql(&table) {
            connection.execute_batch(&sql)?;
        }
    }
    Ok(())
}
