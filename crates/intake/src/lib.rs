//! Bytes to nouns: what an outlet printed becomes blocks, fields and their places in the input.
//!
//! [`capture()`] and [`extraction()`] are pure and parse in the calling process; a program that reads bytes it has no reason to
//! trust asks a [`Worker`] instead, which does the same behind limits in a process of its own (architecture.md, invariant 8).
//! Text, pages, PDF and Word documents, mail and saved pages are read; other files are refused by name. What a document doesn't
//! say stays absent: nothing here guesses, looks anything up, or changes a character.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test that can't go on must fail"
    )
)]

mod article_format;
mod capture;
mod decode;
mod docx;
mod draft;
mod extraction;
mod html;
mod limits;
mod mail;
mod pdf;
mod picture;
mod preview;
mod problem;
mod reading;
pub mod sandbox;
mod serve;
mod sniff;
mod stated;
mod structure;
mod wire;
mod worker;

pub use decode::{Decoded, decode};
pub use extraction::{
    BodyParagraph, Byline, DatelineParts, Extraction, KeyPoint, Piece, PublishedParts, Related, RelatedItem,
    RiskItem,
};
pub use limits::{TEXT_BYTES, TEXT_LINES};
pub use picture::picture;
pub use preview::{Became, Doubt, Preview, Row, SHOWN_BYTES};
pub use problem::Problem;
pub use reading::Hints;
pub use serve::serve;
pub use sniff::Kind;
pub use structure::typed_date;
pub use wire::{Answer, Operation, Request};
pub use worker::{Worker, WorkerError};

use reading::Reading;

/// What `bytes` say, as the record keeps it.
///
/// # Errors
///
/// A [`Problem`] that says why the bytes are no document Chancery reads.
pub fn capture(bytes: &[u8], hints: &Hints<'_>) -> Result<model::article::Capture, Problem> {
    Ok(read(bytes, hints)?.capture)
}

/// What `bytes` say, each part with its place in the decoded text.
///
/// # Errors
///
/// A [`Problem`] that says why the bytes are no document Chancery reads.
pub fn extraction(bytes: &[u8], hints: &Hints<'_>) -> Result<Extraction, Problem> {
    Ok(read(bytes, hints)?.extraction)
}

/// What `bytes` say with what became of each line, for a person to look at before it is kept.
///
/// # Errors
///
/// A [`Problem`] that says why the bytes are no document Chancery reads.
pub fn preview(bytes: &[u8], hints: &Hints<'_>) -> Result<Preview, Problem> {
    read(bytes, hints).map(preview::preview)
}

/// Hands the bytes to the reader of their format.
fn read(bytes: &[u8], hints: &Hints<'_>) -> Result<Reading, Problem> {
    limits::check_size(bytes.len())?;
    match sniff::kind(bytes, hints) {
        None => text(bytes, hints),
        Some(Kind::Html) => html::read(bytes, hints),
        Some(Kind::Word) => docx::read(bytes, hints),
        Some(Kind::Message) => mail::read(bytes, hints),
        Some(Kind::SavedPage) => mail::read_page(bytes, hints),
        Some(Kind::Pdf) => pdf::read(bytes, hints),
        Some(what) => Err(Problem::NotText { what }),
    }
}

/// Plain text.
fn text(bytes: &[u8], hints: &Hints<'_>) -> Result<Reading, Problem> {
    let decoded = decode(bytes)?;
    let extraction = structure::recognise(&decoded.text, hints.url)?;
    Ok(Reading {
        capture: capture::capture(&decoded, &extraction),
        text: decoded.text,
        extraction,
    })
}
