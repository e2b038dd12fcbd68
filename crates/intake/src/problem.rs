//! Why bytes did not become an article, in a form that crosses the worker's pipe.

use serde::{Deserialize, Serialize};

use crate::sniff::Kind;

/// Why bytes did not become an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Problem {
    /// There is not a single character.
    #[error("it is empty")]
    Empty,
    /// There are only spaces and line ends.
    #[error("it holds nothing but spaces and line ends")]
    Blank,
    /// NUL bytes or control characters that no text encoding explains.
    #[error("it is not text: it holds binary data")]
    Binary,
    /// A format that is not plain text.
    #[error("it is {what}, and only plain text is read")]
    NotText {
        /// What it is.
        what: Kind,
    },
    /// More bytes than a text may have.
    #[error("it is too large: {bytes} bytes, and at most {limit} are read")]
    TooLarge {
        /// Bytes given.
        bytes: u64,
        /// Most bytes read.
        limit: u64,
    },
    /// More lines than a text may have.
    #[error("it has too many lines: {lines}, and at most {limit} are read")]
    TooManyLines {
        /// Lines given.
        lines: u64,
        /// Most lines read.
        limit: u64,
    },
    /// The parser failed on it; a mistake of ours.
    #[error("the parser failed on it; this is a bug in Chancery")]
    ParserFailed,
}
