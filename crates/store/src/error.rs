//! What can go wrong between Chancery and its library.
//!
//! A kind exists only where somebody does something else about it; the sentences for people are made in `desk`.

use std::{io, path::PathBuf};

use rusqlite::ErrorCode;

/// A failure of the library.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The folder or file can't be read or made.
    #[error("{path}: {source}")]
    Unreadable {
        /// What was tried.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// The file is no database, or one that is damaged.
    #[error("{path}: {detail}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was found.
        detail: String,
    },
    /// A database of another program.
    #[error("{path} is a database of another program")]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// Written by a newer Chancery.
    #[error("{path} has schema {found}, this program knows {known}")]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema.
        found: i64,
        /// The newest schema known here.
        known: i64,
    },
    /// Another program holds the library.
    #[error("another program holds the library")]
    Locked,
    /// The library can be read, not written.
    #[error("the library can only be read")]
    ReadOnly,
    /// No room left, or writing failed.
    #[error("the library can't be written: {0}")]
    Full(String),
    /// No record of this name.
    #[error("no {noun} '{what}'")]
    NotFound {
        /// The noun.
        noun: &'static str,
        /// What was asked for.
        what: String,
    },
    /// A step can't be taken back or done again: a record it changed was changed again by somebody else.
    #[error("{noun} was changed since")]
    ChangedSince {
        /// The record's table.
        noun: String,
    },
    /// A step can't be taken back or done again: what a record belongs to is gone.
    #[error("the {noun} it belongs to is gone")]
    OwnerGone {
        /// The owner's table.
        noun: String,
    },
    /// What the library holds makes no sense: a bug of ours, or damage.
    #[error("{0}")]
    Inconsistent(String),
    /// SQLite refused something else: a bug of ours.
    #[error(transparent)]
    Sqlite(rusqlite::Error),
}

impl Error {
    /// Something stored that can't be read back.
    pub(crate) fn inconsistent(what: impl std::fmt::Display) -> Self {
        Self::Inconsistent(what.to_string())
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, _) = &error else {
            return Self::Sqlite(error);
        };
        match failure.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Locked,
            ErrorCode::ReadOnly => Self::ReadOnly,
            // A limit on file sizes comes as a failed write, not as a full disk: for a person it is the same.
            ErrorCode::DiskFull | ErrorCode::SystemIoFailure => Self::Full(error.to_string()),
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged {
                path: PathBuf::new(),
                detail: error.to_string(),
            },
            _ => Self::Sqlite(error),
        }
    }
}
