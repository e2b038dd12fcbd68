//! Key points and risks taken apart: label, statement, impact phrase, sectors.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use super::{
    impact::{Impact, impact},
    paragraphs::{Look, Paragraph},
    pattern::{pattern, trim_spaces},
    sectors,
    source::Source,
};
use crate::extraction::{KeyPoint, Piece, RiskItem};

/// A label is a title of at most this many words and characters.
const LABEL_WORDS: usize = 10;
const LABEL_CHARS: usize = 90;

/// Words in small letters that make what stands before a colon a sentence: "The ministry warned: …".
static SENTENCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:said|says|say|warned|warns|told|tells|added|adds|noted|notes|argued|argues|insisted|asked|asks|is|are|was|were|will|would|has|have|had|could|may|might|should|must|can|following|include|includes|including|remains|remain)\b",
    )
});

/// A sentence ends before the colon; the dots of "U.S." end none.
static ENDED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\p{Ll}{2}\.\s"));

/// The byte of a paragraph's bullet as a code point.
pub(super) fn bullet(source: &Source<'_>, paragraph: &Paragraph<'_>) -> Option<usize> {
    match paragraph.look {
        Look::Item { marker } => Some(source.char_at(marker)),
        _ => None,
    }
}

/// Key point number `number`.
pub(super) fn key_point(source: &Source<'_>, paragraph: &Paragraph<'_>, number: usize) -> KeyPoint {
    let flow = &paragraph.flow;
    let parts = Parts::of(&flow.text, 0);
    KeyPoint {
        id: format!("KP{number}"),
        bullet: bullet(source, paragraph),
        piece: source.whole(flow),
        impact_phrase: parts.phrase().map(|range| source.piece(flow, range)),
        sector_mentions: parts.sectors(source, paragraph),
        impact_separator: parts.separator(&flow.text),
        statement: source.piece(flow, parts.statement.clone()),
    }
}

/// Risk number `number`.
pub(super) fn risk(source: &Source<'_>, paragraph: &Paragraph<'_>, number: usize) -> RiskItem {
    let flow = &paragraph.flow;
    let label = label(&flow.text);
    let from = label.as_ref().map_or(0, |(_, from)| *from);
    let parts = Parts::of(&flow.text, from);
    RiskItem {
        id: format!("RK{number}"),
        piece: source.whole(flow),
        bullet: bullet(source, paragraph),
        label: label.map(|(range, _)| source.piece(flow, range)),
        statement_full: source.piece(flow, from..flow.text.len()),
        statement: source.piece(flow, parts.statement.clone()),
        impact_phrase: parts.phrase().map(|range| source.piece(flow, range)),
        impact_separator: parts.separator(&flow.text),
        sector_mentions: parts.sectors(source, paragraph),
    }
}

struct Parts {
    statement: Range<usize>,
    impact: Option<Impact>,
}

impl Parts {
    /// Takes `text` apart behind byte `from`.
    fn of(text: &str, from: usize) -> Self {
        let shifted = |range: Range<usize>| range.start + from..range.end + from;
        let impact = impact(&text[from..]).map(|i| Impact {
            separator: shifted(i.separator),
            phrase: shifted(i.phrase),
        });
        let until = impact.as_ref().map_or(text.len(), |i| i.separator.start);
        Self {
            statement: trim_spaces(text, from..until),
            impact,
        }
    }

    fn phrase(&self) -> Option<Range<usize>> {
        self.impact.as_ref().map(|i| i.phrase.clone())
    }

    fn separator(&self, text: &str) -> Option<String> {
        self.impact.as_ref().map(|i| text[i.separator.clone()].to_owned())
    }

    fn sectors(&self, source: &Source<'_>, paragraph: &Paragraph<'_>) -> Vec<Piece> {
        let Some(phrase) = self.phrase() else {
            return Vec::new();
        };
        sectors::mentions(&paragraph.flow.text[phrase.clone()])
            .into_iter()
            .map(|r| source.piece(&paragraph.flow, r.start + phrase.start..r.end + phrase.start))
            .collect()
    }
}

/// The title before the first colon and the byte where the statement begins; Markdown's stars around the title are neither.
fn label(text: &str) -> Option<(Range<usize>, usize)> {
    let mut reach = text.len().min(LABEL_CHARS * 4);
    while !text.is_char_boundary(reach) {
        reach -= 1;
    }
    let colon = text[..reach].find(':')?;
    let stars = |words: &str| {
        ["**", "__", "*", "_"]
            .into_iter()
            .find(|s| words.starts_with(s))
            .map_or("", |s| s)
            .to_owned()
    };
    let mark = stars(text);
    let behind = &text[colon + 1..];
    let behind_mark = behind.strip_prefix(mark.as_str()).unwrap_or(behind);
    let statement = text.len() - behind_mark.trim_start().len();
    let spaced = behind_mark.starts_with(crate::decode::is_space);
    let title = &text[mark.len()..colon];
    let title = if mark.is_empty() {
        title
    } else {
        title.strip_suffix(mark.as_str()).unwrap_or(title)
    };
    let range = trim_spaces(text, mark.len()..mark.len() + title.len());
    let title = &text[range.clone()];
    let is_title = !title.is_empty()
        && title.split_whitespace().count() <= LABEL_WORDS
        && title.chars().count() <= LABEL_CHARS
        && !title.contains(['?', '!', ';', '"', '“', '”'])
        && !ENDED.is_match(title)
        && !SENTENCE.is_match(title);
    (spaced && is_title && statement < text.len()).then_some((range, statement))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_a_short_title_before_the_first_colon() {
        for (text, expected) in [
            (
                "Escalation risk: Moscow said: no.",
                Some(("Escalation risk", "Moscow said: no.")),
            ),
            ("**Escalation risk:** Moscow", Some(("Escalation risk", "Moscow"))),
            ("**Escalation risk**: Moscow", Some(("Escalation risk", "Moscow"))),
            (
                "U.S. sanctions: more of them",
                Some(("U.S. sanctions", "more of them")),
            ),
            ("The ministry warned: any strike is war", None),
            ("Talks begin at 14:05 on Monday", None),
            ("A sentence ends here. Then another: yes", None),
            ("No colon at all", None),
            ("Label only:", None),
        ] {
            let found = label(text).map(|(range, from)| (&text[range], &text[from..]));
            assert_eq!(found, expected, "{text}");
        }
    }
}
