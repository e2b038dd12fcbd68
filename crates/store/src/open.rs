//! Opening a library: what is there, whether it is ours, how it may be used.

use std::{
    io::{self, Read as _},
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig};

use crate::{Error, Op, Result, migrate};

/// How a library may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// Read and written.
    ReadWrite,
    /// Read; another program may write.
    ReadOnly,
    /// Read from a folder where SQLite can't even keep its shared index, and where nobody writes.
    Immutable,
}

/// A library that was opened.
pub(crate) struct Opened {
    /// The connection that writes.
    pub(crate) connection: Connection,
    /// How it may be used.
    pub(crate) access: Access,
    /// Whether it was made just now.
    pub(crate) made: bool,
}

/// The first bytes of every SQLite database.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// The folder, within a library's folder, that holds copies of the database.
pub(crate) const BACKUPS: &str = "backups";

/// The database in a library's folder.
pub fn file(folder: &Path) -> PathBuf {
    folder.join("library.sqlite")
}

/// Takes the library in `folder` away: the database with its log, the copies of it in `backups`, and the folder if nothing
/// else is in it. What somebody else put there stays.
///
/// # Errors
/// A file can't be removed. The database goes first, so that a library is there whole or not at all.
pub fn remove(folder: &Path) -> Result<()> {
    let database = file(folder);
    let backups = folder.join(BACKUPS);
    let beside = |suffix: &str| {
        let mut path = database.clone().into_os_string();
        path.push(suffix);
        PathBuf::from(path)
    };
    for file in [database.clone(), beside("-wal"), beside("-shm")] {
        gone(std::fs::remove_file(&file), &file)?;
    }
    gone(std::fs::remove_dir_all(&backups), &backups)?;
    // Fails where something else is in it, as it should.
    let _ = std::fs::remove_dir(folder);
    Ok(())
}

/// What is gone already need not be removed.
fn gone(removed: io::Result<()>, path: &Path) -> Result<()> {
    match removed {
        Err(source) if source.kind() != io::ErrorKind::NotFound => Err(Error::Unreadable {
            path: path.to_owned(),
            source,
        }),
        _ => Ok(()),
    }
}

/// Opens or makes the library in `folder`.
pub(crate) fn open(folder: &Path, op: Op) -> Result<Opened> {
    let file = file(folder);
    let unreadable = |source| Error::Unreadable {
        path: folder.to_owned(),
        source,
    };
    match std::fs::metadata(folder) {
        Ok(found) if !found.is_dir() => {
            return Err(unreadable(io::Error::new(
                io::ErrorKind::NotADirectory,
                "this is a file, not a folder",
            )));
        }
        Ok(_) => {}
        Err(e) if e.kind() == io::ErrorKind::NotFound => {
            std::fs::create_dir_all(folder).map_err(unreadable)?
        }
        Err(e) => return Err(unreadable(e)),
    }
    look_at(&file)?;
    // Two programs that make the library at once take turns: SQLite's change to a log doesn't wait for another. The lock is on
    // the folder and ends with this function; where there are no such locks, whoever loses is told to try again.
    let unmade = std::fs::metadata(&file).map_or(true, |found| found.len() == 0);
    let _turn = unmade.then(|| std::fs::File::open(folder).and_then(|folder| folder.lock().map(|()| folder)));
    let (mut connection, access) = connect(&file)?;
    let located = |e| match e {
        Error::Damaged { detail, .. } => Error::Damaged {
            path: file.clone(),
            detail,
        },
        e => e,
    };
    let made = migrate::migrate(&mut connection, &file, access, op).map_err(located)?;
    Ok(Opened {
        connection,
        access,
        made,
    })
}

/// A further connection that only reads.
pub(crate) fn reader(file: &Path, access: Access) -> Result<Connection> {
    let connection = match access {
        Access::Immutable => immutable(file)?,
        _ => connect_with(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?,
    };
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

/// Refuses what is certainly no database before SQLite touches it.
fn look_at(file: &Path) -> Result<()> {
    let unreadable = |source| Error::Unreadable {
        path: file.to_owned(),
        source,
    };
    let mut opened = match std::fs::File::open(file) {
        Ok(opened) => opened,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(e) => return Err(unreadable(e)),
    };
    let mut first = Vec::new();
    opened
        .by_ref()
        .take(MAGIC.len() as u64)
        .read_to_end(&mut first)
        .map_err(unreadable)?;
    if first.is_empty() || first == MAGIC {
        return Ok(());
    }
    Err(Error::Damaged {
        path: file.to_owned(),
        detail: "the file is no SQLite database".to_owned(),
    })
}

fn connect(file: &Path) -> Result<(Connection, Access)> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let tried = connect_with(file, flags).and_then(|connection| {
        // The first look into the file is where a folder without write permission shows.
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(connection)
    });
    match tried {
        Ok(connection) if connection.is_readonly("main")? => Ok((connection, Access::ReadOnly)),
        Ok(connection) => Ok((connection, Access::ReadWrite)),
        Err(Error::Sqlite(e)) if e.sqlite_error_code() == Some(ErrorCode::CannotOpen) => {
            if !file.exists() {
                let source = io::Error::new(io::ErrorKind::PermissionDenied, "no library can be made there");
                return Err(Error::Unreadable {
                    path: file.to_owned(),
                    source,
                });
            }
            Ok((immutable(file)?, Access::Immutable))
        }
        Err(Error::ReadOnly) => Ok((immutable(file)?, Access::Immutable)),
        Err(Error::Damaged { detail, .. }) => Err(Error::Damaged {
            path: file.to_owned(),
            detail,
        }),
        Err(e) => Err(e),
    }
}

/// Reads the file alone. A log beside it would be overlooked, so the library is then refused rather than shown old.
fn immutable(file: &Path) -> Result<Connection> {
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    if std::fs::metadata(&log).is_ok_and(|found| found.len() > 0) {
        let source = io::Error::new(
            io::ErrorKind::PermissionDenied,
            "its last changes are still in the file beside it that ends in -wal, and this folder can't be written",
        );
        return Err(Error::Unreadable {
            path: file.to_owned(),
            source,
        });
    }
    let escaped = file
        .to_string_lossy()
        .replace('%', "%25")
        .replace('?', "%3f")
        .replace('#', "%23");
    let uri = format!("file:{escaped}?immutable=1");
    connect_with(
        Path::new(&uri),
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI,
    )
}

fn connect_with(file: &Path, flags: OpenFlags) -> Result<Connection> {
    let connection = Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    // A library is never trusted more than its file: no functions from its schema, no writes to it by the back door.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    for (name, value) in [
        ("foreign_keys", 1),
        ("cell_size_check", 1),
        ("temp_store", 2),
        ("mmap_size", 0),
    ] {
        connection.pragma_update(None, name, value)?;
    }
    // FULL: under NORMAL a power cut loses what was already acknowledged (reliability.md 3).
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "journal_size_limit", 64 << 20)?;
    // Some drives call data written before it is; macOS has a call for that.
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(connection)
}
