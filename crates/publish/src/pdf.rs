//! The brief as a PDF: archival (PDF/A-3a), accessible (PDF/UA-1), with its own data attached.
//!
//! Typst lays out a fixed template over the brief's view. It sees embedded typefaces and
//! three files (template, view, attachment) and nothing else: no system fonts, packages,
//! network or clock. Identity, creator and time stamp come from the brief, so the same
//! brief gives the same bytes. This is the only place that knows Typst.

mod faces;
mod glyphs;
mod picture;
mod typesetter;
mod world;

pub use self::typesetter::Typesetter;

use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use self::world::World;
use crate::brief_document::BriefDocument;
use crate::brief_view::BriefView;
use crate::check::{check, ymd};
use crate::error::Error;
use crate::json::json;

/// Compilations after which an unused memo is dropped. A document is laid out over and over
/// while it is edited; what two edits in a row did not need is not coming back soon.
const MEMO_AGE: usize = 2;

/// Lays out a brief and returns the PDF.
///
/// # Errors
/// What [`check`] finds, [`Error::Script`] for text that no typeface has, [`Error::Typeset`] for anything Typst refuses.
pub fn pdf(document: &BriefDocument) -> Result<Vec<u8>, Error> {
    let pages = compile(document, Some(json(document)?));
    let bytes = pages.and_then(|pages| export(document, &pages));
    comemo::evict(MEMO_AGE);
    bytes
}

/// Checks and lays out a brief, with or without its data to be attached.
fn compile(document: &BriefDocument, attachment: Option<Vec<u8>>) -> Result<PagedDocument, Error> {
    check(document)?;
    let han = glyphs::check(document)?;
    let view = BriefView {
        attach: attachment.is_some(),
        ..BriefView::new(document)
    };
    let view = serde_json::to_vec(&view).map_err(|error| Error::Typeset(error.to_string()))?;
    let world = World::new(view, attachment.unwrap_or_default(), han);
    typst::compile(&world)
        .output
        .map_err(|diagnostics| refused(&diagnostics))
}

/// Writes laid-out pages as a PDF.
fn export(document: &BriefDocument, pages: &PagedDocument) -> Result<Vec<u8>, Error> {
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
        .map_err(|error| Error::Typeset(error.message().to_string()))?;
    let date = ymd(&document.meta.date)
        .and_then(|(year, month, day)| Datetime::from_ymd_hms(year, month, day, 0, 0, 0));
    let options = PdfOptions {
        ident: Smart::Custom(format!(
            "{} {} {}",
            document.schema, document.meta.id, document.meta.version
        )),
        creator: Smart::Custom(Some("Chancery".into())),
        timestamp: date.map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(pages, &options).map_err(|diagnostics| refused(&diagnostics))
}

/// What Typst said, as one line of text.
fn refused(diagnostics: &[SourceDiagnostic]) -> Error {
    let said = diagnostics.iter().map(|diagnostic| {
        let hints: Vec<String> = diagnostic
            .hints
            .iter()
            .map(|hint| format!(" ({})", hint.v))
            .collect();
        format!("{}{}", diagnostic.message, hints.concat())
    });
    Error::Typeset(said.collect::<Vec<_>>().join("; "))
}
