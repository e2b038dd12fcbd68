//! The ladder of schemas. Each rung is a file in `migrations/`; the version is SQLite's `user_version`.
//!
//! A library from a newer program is refused, never written. A schema is changed in one transaction or not at all, and after
//! the library was copied to `backups/` beside it.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::{
    Error, Op, Result, journal,
    open::{Access, BACKUPS},
};

/// `application_id` of a library: "Chcy".
const APPLICATION_ID: i64 = 0x4368_6379;

/// Rung n makes schema n + 1 out of schema n.
const RUNGS: [&str; 4] = [
    include_str!("../migrations/0001_library.sql"),
    include_str!("../migrations/0002_window.sql"),
    include_str!("../migrations/0003_web.sql"),
    include_str!("../migrations/0004_pictures.sql"),
];

/// How the name of a copy ends that is not whole yet.
const UNFINISHED: &str = ".sqlite.tmp";

/// Brings the library to the newest schema; makes it when the file is empty, and says whether it did.
pub(crate) fn migrate(connection: &mut Connection, file: &Path, access: Access, op: Op) -> Result<bool> {
    let newest = RUNGS.len() as i64;
    if is_empty(connection)? && access == Access::ReadWrite {
        // Before the first table, since it decides how the file is laid out; kept in the file from then on.
        let _: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    }
    let before = version(connection)?;
    if access == Access::ReadWrite && (1..newest).contains(&before) && is_ours(connection)? {
        back_up(connection, file, before, op.at)?;
    }
    // Two programs may open a new library at once: whoever comes second finds it made.
    let transaction = match access {
        Access::ReadWrite if version(connection)? < newest => {
            connection.transaction_with_behavior(TransactionBehavior::Immediate)?
        }
        _ => connection.transaction()?,
    };
    let found = version(&transaction)?;
    if !is_ours(&transaction)? && !is_empty(&transaction)? {
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

/// Copies the library, which has schema `found`, to a file of its own in `backups` and makes sure that the copy is sound. Nothing
/// is changed where there is no room for a copy.
fn back_up(connection: &Connection, file: &Path, found: i64, at: DateTime<Utc>) -> Result<()> {
    let folder = file.with_file_name(BACKUPS);
    let unwritten = |error: std::io::Error| Error::Full(format!("{}: {error}", folder.display()));
    std::fs::create_dir_all(&folder).map_err(unwritten)?;
    // One program after another, where the file system has locks: whoever comes second finds the library changed already.
    let turn = std::fs::File::open(&folder).and_then(|folder| folder.lock().map(|()| folder));
    if version(connection)? != found {
        return Ok(());
    }
    if turn.is_ok() {
        remove_unfinished(&folder);
    }
    let name = format!("library-schema-{found}-{}.sqlite", at.format("%Y%m%dT%H%M%S%3fZ"));
    let copy = folder.join(name);
    let mut unfinished = copy.clone().into_os_string();
    unfinished.push(".tmp");
    let unfinished = PathBuf::from(unfinished);
    connection.execute("VACUUM INTO ?", [unfinished.to_string_lossy()])?;
    let sound: String = Connection::open_with_flags(&unfinished, OpenFlags::SQLITE_OPEN_READ_ONLY)?
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(Error::Damaged {
            path: file.to_owned(),
            detail: sound,
        });
    }
    // On the disk before the library is touched.
    let synced = std::fs::File::open(&unfinished).and_then(|copy| copy.sync_all());
    synced
        .and_then(|()| std::fs::rename(&unfinished, &copy))
        .map_err(unwritten)
}

/// Removes copies that were broken off: each is as large as the library.
fn remove_unfinished(folder: &Path) {
    let Ok(files) = std::fs::read_dir(folder) else {
        return;
    };
    for file in files.flatten() {
        if file.file_name().to_string_lossy().ends_with(UNFINISHED) {
            let _ = std::fs::remove_file(file.path());
        }
    }
}

/// Whether the file is a library.
fn is_ours(connection: &Connection) -> Result<bool> {
    let application: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    Ok(application == APPLICATION_ID)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Library, Report, open, source::SourceKind};

    fn op(n: u8) -> Op {
        Op {
            label: format!("step {n}"),
            at: DateTime::from_timestamp_millis(1_770_000_000_000 + i64::from(n)).unwrap(),
            random: [n; 10],
        }
    }

    /// A library as the first schema made it, with one source in it, named in one operation.
    fn library_of_schema_1(folder: &Path) {
        let mut connection = Connection::open(open::file(folder)).unwrap();
        connection.execute_batch("PRAGMA journal_mode = WAL").unwrap();
        connection.execute_batch(RUNGS[0]).unwrap();
        journal::make_triggers(&connection).unwrap();
        for name in ["uid", "device"] {
            connection
                .execute("INSERT INTO library (name, value) VALUES (?, 'x')", [name])
                .unwrap();
        }
        connection
            .pragma_update(None, "application_id", APPLICATION_ID)
            .unwrap();
        connection.pragma_update(None, "user_version", 1).unwrap();
        journal::commit::<_, Error>(&mut connection, op(1), |w| {
            w.source_or_new("Selm Courier", SourceKind::Outlet)
        })
        .unwrap();
    }

    fn sources(library: &Library) -> usize {
        library.read::<_, Error>(|read| read.sources()).unwrap().len()
    }

    #[test]
    fn an_older_library_is_copied_before_it_is_brought_up_to_date_and_its_steps_can_still_be_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        library_of_schema_1(folder.path());
        // An attempt before was broken off.
        std::fs::create_dir(folder.path().join(BACKUPS)).unwrap();
        std::fs::write(
            folder
                .path()
                .join(BACKUPS)
                .join("library-schema-1-then.sqlite.tmp"),
            "half of a copy",
        )
        .unwrap();
        let library = Library::open(folder.path(), op(2)).unwrap();
        assert!(!library.is_new());
        assert_eq!(sources(&library), 1);
        let Report { findings, .. } = library.check().unwrap();
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(library.undo(op(3)).unwrap().unwrap().label, "step 1");
        assert_eq!(sources(&library), 0);

        // The copy is a library of the old schema, as it was; opened in the place of one it is brought up to date as well.
        let copies: Vec<PathBuf> = std::fs::read_dir(folder.path().join(BACKUPS))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        let [copy] = &copies[..] else { panic!("{copies:?}") };
        assert_eq!(
            copy.file_name().unwrap(),
            "library-schema-1-20260202T024000002Z.sqlite"
        );
        let restored = tempfile::tempdir().unwrap();
        std::fs::copy(copy, open::file(restored.path())).unwrap();
        assert_eq!(version(&Connection::open(copy).unwrap()).unwrap(), 1);
        assert_eq!(sources(&Library::open(restored.path(), op(4)).unwrap()), 1);
    }

    #[test]
    fn a_library_that_can_not_be_copied_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        library_of_schema_1(folder.path());
        std::fs::write(folder.path().join(BACKUPS), "a file stands in the way").unwrap();
        assert!(matches!(Library::open(folder.path(), op(2)), Err(Error::Full(_))));
        let connection = Connection::open(open::file(folder.path())).unwrap();
        assert_eq!(version(&connection).unwrap(), 1);
    }

    #[test]
    fn a_library_that_is_new_or_up_to_date_is_not_copied() {
        let folder = tempfile::tempdir().unwrap();
        drop(Library::open(folder.path(), op(1)).unwrap());
        drop(Library::open(folder.path(), op(2)).unwrap());
        assert!(!folder.path().join(BACKUPS).exists());
    }
}
