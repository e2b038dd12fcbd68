//! A web page as an article: its text, what was left out of it, and what it states about itself.
//!
//! Bytes become characters (`charset`), characters a page (`caps`, `sink`, `dom`), the page its visible lines (`lines`). The part
//! that holds the article is found (`score`), what doesn't belong to it is left out with its reason (`clean`), and the lines that
//! stay become blocks (`blocks`). What the page states about the article is `meta`'s. Nothing is keyed to a site: names of
//! classes and words of boilerplate stand in `data/`.

mod blocks;
mod caps;
pub(crate) mod charset;
mod clean;
mod dom;
mod inline;
mod lines;
pub(crate) mod links;
mod meta;
mod parts;
mod phrases;
mod pictures;
mod score;
mod sink;
mod tables;

use crate::{
    Problem,
    limits::TEXT_LINES,
    reading::{Hints, Reading, StatedData},
};

/// Parser and version: from the first release on, whatever changes what is found in the same bytes is a new version.
const PARSER: &str = "html/1";

/// Reads a page.
pub(crate) fn read(bytes: &[u8], hints: &Hints<'_>) -> Result<Reading, Problem> {
    let (html, encoding) = charset::decode(bytes, hints.media);
    let page = dom::Page::parse(&html);
    drop(html);
    let lines = lines::Lines::of(&page);
    if lines.all.is_empty() {
        return Err(Problem::Blank);
    }
    if lines.all.len() > TEXT_LINES {
        return Err(Problem::TooManyLines {
            lines: lines.all.len() as u64,
            limit: TEXT_LINES as u64,
        });
    }
    let article = score::article(&page, &lines);
    let fates = clean::fates(&page, &lines, &article);
    let kept: Vec<usize> = (0..fates.len())
        .filter(|&n| fates[n] == clean::Fate::Kept)
        .collect();
    let mut stated = StatedData::behind(&lines.text);
    let found = meta::read(&page, &lines, &kept, hints, &mut stated);
    let capture = blocks::capture(&page, &lines, &article, fates, found, hints, encoding);
    Ok(Reading::new(stated.after(lines.text), capture, hints))
}
