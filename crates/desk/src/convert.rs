//! Stateless work on one file: what an import would make of it, without a library.

use std::path::Path;

use intake::{Extraction, Hints};
use model::article::{Capture, canonical_text};
use serde::Serialize;

use crate::{
    Failure, Parser, Result,
    import::{name_of, read_input},
};

/// The form an article is converted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// One bare `<article>`.
    Html,
    /// Markdown.
    Markdown,
    /// The record and its canonical text.
    Json,
}

/// A line of `extract --jsonl`: the fields that extractors are compared on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Extracted {
    /// The file.
    pub path: String,
    /// The article's title.
    pub title: Option<String>,
    /// Names in the order of the byline.
    pub byline: Vec<String>,
    /// YYYY-MM-DD.
    pub published: Option<String>,
    /// The sentence under the title.
    pub deck: Option<String>,
    /// The outlet's section.
    pub section: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Summary, key points, body and risks; other articles' headlines and what stands under pictures left out.
    pub text: String,
    /// Processor time of the worker for this file, milliseconds.
    pub cpu_ms: f64,
}

impl Parser {
    /// The parts of a file with their places in its decoded text.
    pub fn extract(&mut self, path: &Path, url: Option<&str>) -> Result<Extraction> {
        self.extraction(&read_input(path)?, &hints(&name_of(path), url))
            .map(|(extraction, _)| extraction)
    }

    /// The fields of a file that extractors are compared on.
    pub fn extract_fields(&mut self, path: &Path, url: Option<&str>) -> Result<Extracted> {
        use model::block::{BlockKind, Role};
        let (capture, cpu_ms) = self.capture(&read_input(path)?, &hints(&name_of(path), url))?;
        let meta = capture.meta;
        let said = capture.blocks.iter().filter(|b| {
            matches!(
                b.role,
                Role::Summary | Role::KeyPoint | Role::Body | Role::Risk | Role::Other
            ) && !matches!(b.kind, BlockKind::Figure { .. })
        });
        Ok(Extracted {
            path: path.display().to_string(),
            title: Some(meta.headline.value),
            byline: meta.authors.into_iter().map(|a| a.value).collect(),
            published: meta.published.map(|p| p.value.date.to_string()),
            deck: meta.deck.map(|d| d.value),
            section: meta.section.map(|s| s.value),
            outlet: meta.outlet.map(|o| o.value),
            text: said
                .map(model::block::Block::text)
                .collect::<Vec<_>>()
                .join("\n\n"),
            cpu_ms,
        })
    }

    /// A file in another form.
    pub fn convert(&mut self, path: &Path, to: Conversion) -> Result<String> {
        let (capture, _) = self.capture(&read_input(path)?, &hints(&name_of(path), None))?;
        Ok(match to {
            Conversion::Html => publish::article::html(&capture.blocks),
            Conversion::Markdown => publish::article::markdown(&capture.blocks),
            Conversion::Json => {
                #[derive(Serialize)]
                struct Converted<'c> {
                    #[serde(flatten)]
                    capture: &'c Capture,
                    text: String,
                }
                let text = canonical_text(&capture.blocks);
                serde_json::to_string_pretty(&Converted {
                    capture: &capture,
                    text,
                })
                .map_err(Failure::bug)?
                    + "\n"
            }
        })
    }
}

/// What is known of a file besides its bytes.
fn hints<'h>(name: &'h Option<String>, url: Option<&'h str>) -> Hints<'h> {
    Hints {
        url,
        name: name.as_deref(),
        media: None,
    }
}
