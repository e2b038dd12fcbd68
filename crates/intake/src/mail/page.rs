//! A page saved with its pictures (.mht, .mhtml): the page, found at the address it was saved from.

use model::article::Field;

use super::mime::{Body, Part};
use crate::{Hints, Problem, html, reading::Reading};

/// Parser and version: from the first release on, whatever changes what is found in the same bytes is a new version.
const PARSER: &str = "mhtml/1";

/// Reads a saved page.
///
/// # Errors
///
/// [`Problem::Blank`] where no part of it is a page; those of HTML.
pub(crate) fn read(bytes: &[u8], hints: &Hints<'_>) -> Result<Reading, Problem> {
    let saved = Part::read(bytes)?;
    let (page, content) = page(&saved, saved.parameter("start").as_deref()).ok_or(Problem::Blank)?;
    let snapshot = saved.words("Snapshot-Content-Location");
    let address = snapshot
        .or_else(|| page.words("Content-Location"))
        .filter(|a| a.starts_with("http"));
    let media = page.content_type();
    let mut reading = html::read(
        content,
        &Hints {
            url: hints.url.or(address.as_deref()),
            name: None,
            media: Some(&media),
        },
    )?;
    PARSER.clone_into(&mut reading.capture.parser);
    if let Some(address) = &address {
        let at = reading.state("mhtml Snapshot-Content-Location", address);
        if hints.url.is_none() {
            reading.capture.meta.url = Some(Field::parsed(address.clone(), at));
        }
    }
    if let Some(date) = saved.words("Date") {
        reading.state("mhtml Date", &date);
    }
    Ok(reading)
}

/// The part that the saved page begins with: the one called so, else the first page.
fn page<'p>(part: &'p Part, start: Option<&str>) -> Option<(&'p Part, &'p [u8])> {
    match &part.body {
        Body::Bytes(bytes) if part.media == "text/html" || part.media == "application/xhtml+xml" => {
            Some((part, bytes))
        }
        Body::Parts(parts) => {
            let is_start = |p: &&Part| start.is_some() && p.words("Content-ID").as_deref() == start;
            let first = parts.iter().find(is_start).and_then(|p| page(p, None));
            first.or_else(|| parts.iter().find_map(|p| page(p, None)))
        }
        _ => None,
    }
}
