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
    /// A format that is not read.
    #[error("it is {what}, and texts, web pages, PDF and Word documents and messages are read")]
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
    /// A file of a format that is read, but broken or locked.
    #[error("it is {what}, but it is damaged or locked with a password")]
    Damaged {
        /// What it is.
        what: Kind,
    },
    /// It unpacks to more bytes than are read.
    #[error("it unpacks to more than {limit} bytes, which no article does")]
    Bomb {
        /// Most bytes unpacked.
        limit: u64,
    },
    /// Parts within parts, deeper or more of them than any writer makes.
    #[error("it is built of more parts, or deeper, than any article")]
    TooComplex,
    /// A mailbox that holds more than a message.
    #[error("it is a mailbox of {count} messages, and one message is read at a time")]
    ManyMessages {
        /// Messages found.
        count: u64,
    },
    /// A PDF that opens with a password only.
    #[error("it is an encrypted PDF, which opens with a password only")]
    PdfEncrypted,
    /// A PDF of pictures of pages, without a text behind them.
    #[error("it is a scanned PDF: pictures of {pages} pages without a text behind them")]
    PdfScanned {
        /// How many pages it has.
        pages: u64,
    },
    /// A PDF whose letters have no meaning but their shape.
    #[error("it is a PDF that doesn't say which letters its shapes are")]
    PdfUnreadable,
    /// A PDF with more pages than are read.
    #[error("it is a PDF of {pages} pages, and at most {limit} are read")]
    PdfTooManyPages {
        /// Pages it has.
        pages: u64,
        /// Most pages read.
        limit: u64,
    },
    /// The parser failed on it; a mistake of ours.
    #[error("the parser failed on it; this is a bug in Chancery")]
    ParserFailed,
}
