//! Bytes to nouns: what an outlet printed becomes blocks, fields and their places in the input.
//!
//! [`capture()`] and [`extraction()`] are pure and parse in the calling process; a program that reads bytes it has no reason to
//! trust asks a [`Worker`] instead, which does the same behind limits in a process of its own (architecture.md, invariant 8).
//! Only text is read; a page, a PDF or a Word file is refused by name. What the text doesn't say stays absent: nothing here
//! guesses, looks anything up, or changes a character.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test that can't go on must fail"
    )
)]

mod capture;
mod decode;
mod extraction;
mod limits;
mod preview;
mod problem;
pub mod sandbox;
mod serve;
mod sniff;
mod structure;
mod wire;
mod worker;

pub use decode::{Decoded, decode};
pub use extraction::{
    BodyParagraph, Byline, DatelineParts, Extraction, KeyPoint, Piece, PublishedParts, Related, RelatedItem,
    RiskItem,
};
pub use limits::{TEXT_BYTES, TEXT_LINES};
pub use preview::{Became, Doubt, Preview, Row};
pub use problem::Problem;
pub use serve::serve;
pub use sniff::Kind;
pub use structure::typed_date;
pub use wire::{Answer, Operation, Request};
pub use worker::{Worker, WorkerError};

/// What `bytes` say, as the record keeps it. `url` is where the caller found them.
///
/// # Errors
///
/// A [`Problem`] that says why the bytes are no text Chancery reads.
pub fn capture(bytes: &[u8], url: Option<&str>) -> Result<model::article::Capture, Problem> {
    let decoded = checked(bytes)?;
    let extraction = structure::recognise(&decoded.text, url)?;
    Ok(capture::capture(&decoded, &extraction))
}

/// What `bytes` say, each part with its place in the decoded text. `url` is where the caller found them.
///
/// # Errors
///
/// A [`Problem`] that says why the bytes are no text Chancery reads.
pub fn extraction(bytes: &[u8], url: Option<&str>) -> Result<Extraction, Problem> {
    structure::recognise(&checked(bytes)?.text, url)
}

/// What `bytes` say with what became of each line, for a person to look at before it is kept.
///
/// # Errors
///
/// A [`Problem`] that says why the bytes are no text Chancery reads.
pub fn preview(bytes: &[u8], url: Option<&str>) -> Result<Preview, Problem> {
    let decoded = checked(bytes)?;
    let extraction = structure::recognise(&decoded.text, url)?;
    let capture = capture::capture(&decoded, &extraction);
    Ok(preview::preview(&decoded, &extraction, capture))
}

fn checked(bytes: &[u8]) -> Result<Decoded, Problem> {
    limits::check_size(bytes.len())?;
    if let Some(what) = sniff::by_magic(bytes) {
        return Err(Problem::NotText { what });
    }
    let decoded = decode(bytes)?;
    match sniff::by_tags(&decoded.text) {
        Some(what) => Err(Problem::NotText { what }),
        None => Ok(decoded),
    }
}
