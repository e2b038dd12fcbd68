//! What every format's reader gives back, and the text that all places in it count in.
//!
//! For a format that isn't plain text, the decoded input is the *reading text*: every visible line of the document in reading
//! order, then an empty line, then one line `name: value` for each value that the document states about itself
//! ([`StatedData`]). Fields, candidates, blocks and removed pieces all have a place in it that a person can be shown.

use model::{
    article::{Capture, Field, Origin, Published},
    block::{Block, Role},
    text::{Indexed, Span},
};

use crate::{
    article_format,
    extraction::{BodyParagraph, Byline, Extraction, Piece, PublishedParts},
};

/// What the caller knows about bytes besides the bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hints<'h> {
    /// Where they were found.
    pub url: Option<&'h str>,
    /// The file's name.
    pub name: Option<&'h str>,
    /// The Content-Type they came with.
    pub media: Option<&'h str>,
}

impl<'h> Hints<'h> {
    /// Nothing is known but an address.
    pub fn found_at(url: Option<&'h str>) -> Self {
        Self {
            url,
            ..Self::default()
        }
    }
}

/// A document as its reader understood it.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// The text that all places count in.
    pub(crate) text: String,
    /// The record.
    pub(crate) capture: Capture,
    /// The record's parts with their places in bytes and lines, too.
    pub(crate) extraction: Extraction,
}

impl Reading {
    /// The line, from 1, from which on the text is what the document states about itself. Plain text states nothing beside what it
    /// prints, and an empty line stands nowhere else in a reading text.
    pub(crate) fn stated_from(&self) -> Option<usize> {
        let at = self
            .text
            .find(GAP)
            .filter(|_| self.capture.parser != crate::capture::PARSER)?;
        Some(self.text[..at].matches('\n').count() + 3)
    }

    /// The reading of a document that isn't plain text: `capture` with its places in the reading text `text`.
    ///
    /// A record in the article format gets its key points, risks and dateline here, whatever the document's format.
    pub(crate) fn new(text: String, mut capture: Capture, hints: &Hints<'_>) -> Self {
        let places = Places::of(&text);
        let found = article_format::recognise(&places, &mut capture, hints);
        let mut extraction = extraction(&places, &capture, hints);
        if let Some(found) = found {
            extraction = Extraction {
                summary: found.summary,
                headings: found.headings,
                key_points: found.key_points,
                dateline: found.dateline,
                body: found.body,
                body_text_span: found.body_text_span,
                risks: found.risks,
                related: found.related,
                ..extraction
            };
        }
        Self {
            text,
            capture,
            extraction,
        }
    }

    /// Adds a value to the stated data at the end of the text, and returns its place.
    pub(crate) fn state(&mut self, name: &str, value: &str) -> Span {
        let mut line = self.more_stated();
        let at = line.add(name, value);
        self.append(line);
        at
    }

    /// Adds many values to the stated data at the end of the text.
    pub(crate) fn state_all<'v>(&mut self, values: impl IntoIterator<Item = (&'v str, &'v str)>) {
        let mut lines = self.more_stated();
        for (name, value) in values {
            lines.add(name, value);
        }
        self.append(lines);
    }

    fn more_stated(&self) -> StatedData {
        StatedData {
            text: String::new(),
            chars: self.text.chars().count() + self.gap().len(),
        }
    }

    /// An empty line stands nowhere but before the stated data.
    fn gap(&self) -> &'static str {
        if self.text.contains(GAP) { "\n" } else { GAP }
    }

    fn append(&mut self, more: StatedData) {
        if !more.text.is_empty() {
            self.text.push_str(self.gap());
            self.text.push_str(&more.text);
        }
    }
}

/// The parts of a record with their places, for those who compare what was found.
fn extraction(places: &Places<'_>, capture: &Capture, hints: &Hints<'_>) -> Extraction {
    let meta = &capture.meta;
    let field = |field: &Field<String>| places.field(field);
    let of_role = |role: Role| {
        let blocks = capture.blocks.iter().filter(move |block| block.role == role);
        blocks.filter_map(|block| places.block(block))
    };
    let authors: Vec<Piece> = meta.authors.iter().filter_map(field).collect();
    let body: Vec<BodyParagraph> = (1..)
        .zip(of_role(Role::Body))
        .map(|(n, piece)| BodyParagraph {
            id: format!("P{n}"),
            piece,
            bullet: None,
        })
        .collect();
    Extraction {
        section: meta.section.as_ref().and_then(field),
        published: meta.published.as_ref().and_then(|p| places.published(p)),
        headline: field(&meta.headline),
        deck: meta.deck.as_ref().and_then(field),
        byline: authors
            .first()
            .cloned()
            .map(|first| Byline { raw: first, authors }),
        publisher: meta.outlet.as_ref().and_then(field),
        url: hints.url.map(str::to_owned),
        summary: of_role(Role::Summary).next(),
        headings: of_role(Role::Other).collect(),
        body_text_span: body
            .first()
            .zip(body.last())
            .map(|(first, last)| [first.piece.char[0], last.piece.char[1]]),
        body,
        ..Extraction::default()
    }
}

/// Code points as the places of an [`Extraction`].
pub(crate) struct Places<'t> {
    indexed: Indexed<'t>,
    /// Bytes at which lines begin.
    lines: Vec<usize>,
}

impl<'t> Places<'t> {
    fn of(text: &'t str) -> Self {
        let behind = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            indexed: Indexed::new(text),
            lines: std::iter::once(0).chain(behind).collect(),
        }
    }

    /// The piece at `at`, printed as `words`.
    pub(crate) fn piece(&self, at: Span, words: String) -> Piece {
        let byte = [self.indexed.byte(at.start), self.indexed.byte(at.end)];
        Piece {
            text: words,
            char: [at.start, at.end],
            line: self.lines.partition_point(|&start| start <= byte[0]),
            byte,
        }
    }

    fn field(&self, field: &Field<String>) -> Option<Piece> {
        match field.origin {
            Origin::Parsed { at } => Some(self.piece(at, field.value.clone())),
            Origin::Typed => None,
        }
    }

    /// Where a block stands.
    pub(crate) fn block(&self, block: &Block) -> Option<Piece> {
        block.origin.map(|at| self.piece(at, block.text()))
    }

    fn published(&self, field: &Field<Published>) -> Option<PublishedParts> {
        let Origin::Parsed { at } = field.origin else {
            return None;
        };
        let Published { date, time, zone } = &field.value;
        Some(PublishedParts {
            piece: self.piece(at, self.indexed.slice(at).to_owned()),
            iso: Some(date.to_string()),
            time: time.map(|t| t.format("%H:%M").to_string()),
            timezone: zone.clone(),
            weekday: Some(date.format("%A").to_string()),
        })
    }
}

/// What a document states about itself: the lines at the end of the reading text.
#[derive(Clone, Debug)]
pub(crate) struct StatedData {
    text: String,
    /// Code points of the reading text up to here.
    chars: usize,
}

/// What stands between the visible lines and the stated data.
const GAP: &str = "\n\n";

impl StatedData {
    /// The stated data behind the visible lines `visible`.
    pub(crate) fn behind(visible: &str) -> Self {
        Self {
            text: String::new(),
            chars: visible.chars().count() + GAP.len(),
        }
    }

    /// Adds the line `name: value`, white space in the value as single spaces; returns the place of the value.
    pub(crate) fn add(&mut self, name: &str, value: &str) -> Span {
        if !self.text.is_empty() {
            self.push("\n");
        }
        self.push(name);
        self.push(": ");
        let start = self.chars;
        for (n, word) in value.split_whitespace().enumerate() {
            if n > 0 {
                self.push(" ");
            }
            self.push(word);
        }
        Span::new(start, self.chars)
    }

    fn push(&mut self, words: &str) {
        self.text.push_str(words);
        self.chars += words.chars().count();
    }

    /// The whole reading text.
    pub(crate) fn after(self, visible: String) -> String {
        if self.text.is_empty() {
            visible
        } else {
            visible + GAP + &self.text
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::text::Indexed;

    #[test]
    fn what_is_stated_later_stands_behind_one_empty_line() {
        let mut reading = crate::read(b"<p>Talks ended.</p>", &Hints::default()).unwrap();
        let before = reading.text.clone();
        reading.state_all([]);
        assert_eq!(reading.text, before);
        reading.state_all([("header To", "Zo\u{eb}"), ("attachment", "a\n b")]);
        let at = reading.state("attachment", "c");
        assert!(
            reading
                .text
                .ends_with("header To: Zo\u{eb}\nattachment: a b\nattachment: c")
        );
        assert_eq!(reading.text.matches(GAP).count(), 1);
        assert_eq!(Indexed::new(&reading.text).slice(at), "c");
    }

    #[test]
    fn stated_values_have_a_place_behind_the_visible_lines() {
        let visible = "Menü\nWörter";
        let mut stated = StatedData::behind(visible);
        let title = stated.add("og:title", " Talks\n End ");
        let author = stated.add("meta author", "Zoë Ñ");
        let text = stated.after(visible.to_owned());
        assert_eq!(text, "Menü\nWörter\n\nog:title: Talks End\nmeta author: Zoë Ñ");
        let indexed = Indexed::new(&text);
        assert_eq!(indexed.slice(title), "Talks End");
        assert_eq!(indexed.slice(author), "Zoë Ñ");
        assert_eq!(StatedData::behind(visible).after(visible.to_owned()), visible);
    }
}
