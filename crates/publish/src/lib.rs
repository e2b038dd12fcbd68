//! Nouns to bytes: the brief as PDF, Markdown and JSON.
//!
//! A [`BriefDocument`] goes in, bytes come out. The PDF is tagged, archival (PDF/A-3a and
//! PDF/UA-1) and carries the brief's own data; Markdown is for mail and wikis; JSON is the
//! data itself, which [`read`] takes back. Nothing here reads the library, the clock or
//! the network, and the same brief always gives the same bytes.

pub mod article;
pub mod brief_document;
mod brief_view;
mod check;
mod error;
mod json;
mod labels;
mod markdown;
mod pdf;
mod texts;

#[cfg(test)]
mod fixture;

/// The number that each evidence item of a brief prints under, by its id: by first citation in print order, what nobody cites
/// after that.
#[must_use]
pub fn note_numbers(document: &BriefDocument) -> std::collections::HashMap<String, usize> {
    brief_view::BriefView::new(document).numbers.into_iter().collect()
}

pub use brief_document::BriefDocument;
pub use check::check;
pub use error::Error;
pub use json::{json, read};
pub use markdown::markdown;
pub use pdf::{Typesetter, pdf};
