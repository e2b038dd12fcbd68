//! A PDF document as an article.
//!
//! hayro (pure Rust, docs/decisions/0009) reads the file and its fonts; `contents` follows what the pages draw and
//! keeps the letters with their places, and the rest is ours: letters to `words`, words to `rows` and columns, lines in reading
//! `order`, `furniture` out, `paragraphs` across columns and pages with their `hyphens` undone, and the `record` with what the
//! document's `properties` state. Pages are kept as locators. Scans without a text behind them are named as such.

mod contents;
mod fonts;
mod furniture;
mod hyphens;
mod lines;
mod order;
mod paragraphs;
mod properties;
mod record;
mod rows;
mod words;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::{
    Kind, Problem,
    limits::{PDF_PAGES, UNPACKED_BYTES},
    reading::{Hints, Reading},
};

/// Parser and version: from the first release on, whatever changes what is found in the same bytes is a new version.
const PARSER: &str = "pdf/1";

/// Reads a PDF document.
pub(crate) fn read(bytes: &[u8], hints: &Hints<'_>) -> Result<Reading, Problem> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => Problem::PdfEncrypted,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Problem::Damaged { what: Kind::Pdf },
    })?;
    let pages = pdf.pages();
    if pages.len() > PDF_PAGES {
        return Err(Problem::PdfTooManyPages {
            pages: pages.len() as u64,
            limit: PDF_PAGES as u64,
        });
    }
    if pages.is_empty() {
        return Err(Problem::Damaged { what: Kind::Pdf });
    }
    let mut contents = contents::Contents::new();
    let sheets = pages
        .iter()
        .map(|page| contents.sheet(page))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|exhausted| match exhausted {
            contents::Exhausted::Work => Problem::TooComplex,
            contents::Exhausted::Bomb => Problem::Bomb {
                limit: UNPACKED_BYTES,
            },
        })?;
    check_letters(&sheets)?;
    let mut lines = lines::lines(sheets);
    paragraphs::mark_footnotes(&mut lines);
    record::reading(&lines, properties::properties(&pdf), hints)
}

/// Whether there is a text: scans have none, and some documents only draw shapes that look like letters.
fn check_letters(sheets: &[contents::Sheet]) -> Result<(), Problem> {
    let letters = || sheets.iter().flat_map(|s| &s.glyphs).map(|g| g.letter);
    let read = letters().filter(|c| c.is_alphanumeric()).count();
    let unknown = letters().filter(|c| *c == fonts::UNKNOWN).count();
    let pictures = sheets.iter().filter(|s| s.pictures > 0.4).count();
    let pages = sheets.len() as u64;
    // A number stamped on each page makes no text of a scan.
    if pictures * 2 > sheets.len() && read < 40 * sheets.len() {
        return Err(Problem::PdfScanned { pages });
    }
    match () {
        () if unknown > read => Err(Problem::PdfUnreadable),
        () if read == 0 && pictures > 0 => Err(Problem::PdfScanned { pages }),
        () if read == 0 => Err(Problem::Blank),
        () => Ok(()),
    }
}
