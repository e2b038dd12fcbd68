//! Nouns to SQLite and back.
//!
//! A library is one folder with one database. Every write goes through [`Library::write`]: one closure, one transaction, one
//! undo step; triggers journal each row it changed. SQL stands only in this crate. The clock doesn't: the time of an
//! operation and the random bytes for its identities come in with [`Op`].
//!
//! Invariant: an acknowledgement is given after COMMIT has returned under `synchronous = FULL`, never before.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test that can't go on must fail"
    )
)]

pub mod annotation;
pub mod article;
pub mod brief;
mod check;
pub mod claim;
mod content;
pub mod draft;
mod error;
pub mod fetched;
mod journal;
mod library;
pub mod likeness;
mod migrate;
mod open;
pub mod origin;
pub mod picture;
mod reading;
pub mod risk;
pub mod search;
pub mod site_rule;
pub mod source;
pub mod tag;
#[cfg(test)]
mod tests;
mod trash;

pub use check::{Finding, Report};
pub use error::Error;
pub use journal::{Changes, Op, Step, Steps};
pub use library::{Library, Read, Write};
pub use open::{file, remove};
pub use trash::Noun;

/// The result of a call into the library.
pub type Result<T, E = Error> = std::result::Result<T, E>;
