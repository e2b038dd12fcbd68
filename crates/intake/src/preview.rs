//! What became of each line of the input, and what about it a person should look at: the record as it is shown before it is kept.
//!
//! Nothing is decided here; the parts were found by `structure`. A row is a line of the input, or several that are one
//! paragraph together. A doubt names a reason that can be checked by looking, never a number.

use std::{collections::HashMap, ops::Range};

use model::{
    article::{Capture, Origin},
    block::Role,
    text::{Indexed, Span},
};
use serde::{Deserialize, Serialize};

use crate::{
    decode::is_space,
    extraction::{Extraction, Piece},
    reading::Reading,
};

/// Bytes of the input that rows may hold together: what is shown travels to the window in one message (architecture.md:
/// none above 1 MB on an interactive path).
pub const SHOWN_BYTES: usize = 600_000;

/// A dateline further than this many days from the day of publication is looked at.
const FAR_DAYS: i64 = 14;

/// What a piece of the input is in the record. Numbers count from 1 and are those of the locators (¶n, KPn …).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "is", content = "number", rename_all = "snake_case")]
pub enum Became {
    /// The outlet's section.
    Section,
    /// The day of publication.
    Published,
    /// The title.
    Title,
    /// The sentence under the title.
    Deck,
    /// Who wrote it.
    Author,
    /// The outlet.
    Outlet,
    /// The page's own address.
    Address,
    /// The language it is written in.
    Language,
    /// Left out of the record: the entry of [`Capture::removed`], from 0.
    Removed(usize),
    /// The summary.
    Summary,
    /// A heading of a part.
    Heading,
    /// A key point.
    KeyPoint(usize),
    /// Where and when it was filed.
    Dateline,
    /// A paragraph of the report.
    Paragraph(usize),
    /// A risk that the source names.
    Risk(usize),
    /// A headline of another article.
    Related(usize),
}

impl Became {
    /// What a block with this role is; `number` counts the blocks of the role from 1.
    pub fn block(role: Role, number: usize) -> Self {
        match role {
            Role::Headline => Self::Title,
            Role::Deck => Self::Deck,
            Role::Summary => Self::Summary,
            Role::KeyPoint => Self::KeyPoint(number),
            Role::Body => Self::Paragraph(number),
            Role::Risk => Self::Risk(number),
            Role::Related => Self::Related(number),
            Role::Other => Self::Heading,
        }
    }
}

/// A line of the input, or the lines of one paragraph, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Number of the first line, from 1.
    pub line: usize,
    /// Code points of the decoded text, without the white space around.
    pub at: Span,
    /// The words, line ends as they came.
    pub text: String,
    /// What it became, in the order of the words; nothing when it isn't in the record.
    pub became: Vec<Became>,
}

/// Why a part of the record should be looked at before it is trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// No headline stands above the text; its first words are used.
    TitleFromFirstWords,
    /// Nothing but its place says that this is the deck.
    DeckByPlace,
    /// A byline without a name in it.
    BylineWithoutName,
    /// A date of publication without a year: the record has none.
    DateWithoutYear,
    /// No date of publication.
    NoDate,
    /// The dateline's day lies more than two weeks from the day of publication.
    DatelineFarFromDate,
    /// The dateline's day has no year and there is no date of publication to take it from.
    DatelineWithoutYear,
    /// Key points known by their heading only: no bullets.
    KeyPointsWithoutBullets,
    /// No paragraph of a report.
    NoParagraphs,
    /// Risks known by their heading only: no bullets.
    RisksWithoutBullets,
    /// Several headlines of other articles were parted by their dates, as they stand on one line.
    RelatedFromOneLine,
}

/// The record of a text with what became of each line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// The record.
    pub capture: Capture,
    /// The input, blank lines left out.
    pub rows: Vec<Row>,
    /// Lines that aren't blank and don't fit into what is shown; they are in the record like the others.
    pub lines_not_shown: usize,
    /// What to look at.
    pub doubts: Vec<Doubt>,
    /// The line, from 1, from which on rows are no printed lines but what the document states about itself.
    pub stated_from: Option<usize>,
}

pub(crate) fn preview(reading: Reading) -> Preview {
    let marks = marks(&reading);
    let (rows, lines_not_shown) = rows(&reading.text, &marks);
    Preview {
        stated_from: reading.stated_from(),
        doubts: doubts(&reading.extraction, &reading.capture),
        capture: reading.capture,
        rows,
        lines_not_shown,
    }
}

/// A piece of the input, in bytes, and what it became.
type Mark = (Range<usize>, Became);

/// Every piece that is in the record, in the order of the input; of two that begin together the shorter first.
fn marks(reading: &Reading) -> Vec<Mark> {
    let (capture, found) = (&reading.capture, &reading.extraction);
    let indexed = Indexed::new(&reading.text);
    let bytes = |at: Span| indexed.byte(at.start)..indexed.byte(at.end);
    let mark = |piece: &Piece, became| (piece.byte[0]..piece.byte[1], became);
    let mut marks: Vec<Mark> = Vec::new();
    marks.extend(found.section.iter().map(|p| mark(p, Became::Section)));
    marks.extend(found.published.iter().map(|p| mark(&p.piece, Became::Published)));
    marks.extend(found.byline.iter().map(|b| mark(&b.raw, Became::Author)));
    let printed = found.byline.as_ref().map_or([0; 2], |b| b.raw.char);
    let authors = capture
        .meta
        .authors
        .iter()
        .filter_map(|author| match author.origin {
            Origin::Parsed { at } => Some(at),
            Origin::Typed => None,
        });
    let elsewhere = authors.filter(|at| at.start < printed[0] || at.end > printed[1]);
    marks.extend(elsewhere.map(|at| (bytes(at), Became::Author)));
    let meta = &capture.meta;
    let stated = [
        (&meta.outlet, Became::Outlet),
        (&meta.canonical_url, Became::Address),
        (&meta.language, Became::Language),
    ];
    let stated = stated
        .into_iter()
        .filter_map(|(field, became)| match field.as_ref()?.origin {
            Origin::Parsed { at } => Some((bytes(at), became)),
            Origin::Typed => None,
        });
    marks.extend(stated);
    marks.extend(found.dateline.iter().map(|d| mark(&d.raw, Became::Dateline)));
    let mut counts = HashMap::new();
    for block in &capture.blocks {
        let number = counts.entry(block.role).or_insert(0);
        *number += 1;
        let became = Became::block(block.role, *number);
        marks.extend(block.origin.map(|at| (bytes(at), became)));
    }
    let removed = capture.removed.iter().enumerate();
    marks.extend(removed.map(|(n, r)| (bytes(r.at), Became::Removed(n))));
    marks.sort_by_key(|(range, _)| (range.start, range.end));
    marks
}

/// The lines with what became of them, and how many of them were left out because there are too many.
fn rows(text: &str, marks: &[Mark]) -> (Vec<Row>, usize) {
    let indexed = Indexed::new(text);
    let mut rows: Vec<Row> = Vec::new();
    let mut of_row: Vec<usize> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let (mut next, mut shown, mut left_out) = (0, 0, 0);
    // Where the last row ends.
    let mut end = 0;
    for (n, line) in lines(text).enumerate() {
        let words = trimmed(text, line);
        if words.is_empty() {
            of_row.clear();
            continue;
        }
        while marks.get(next).is_some_and(|(range, _)| range.start < words.end) {
            open.push(next);
            next += 1;
        }
        open.retain(|&m| marks[m].0.end > words.start);
        let goes_on = !open.is_empty() && open.iter().all(|m| of_row.contains(m));
        let start = if goes_on { end } else { words.start };
        if shown + (words.end - start) > SHOWN_BYTES {
            left_out += 1;
            // No row has a gap.
            of_row.clear();
            continue;
        }
        shown += words.end - start;
        end = words.end;
        if goes_on && let Some(row) = rows.last_mut() {
            row.text.push_str(&text[start..words.end]);
            row.at.end = indexed.char_of_byte(words.end);
            continue;
        }
        of_row.clone_from(&open);
        rows.push(Row {
            line: n + 1,
            at: Span::new(indexed.char_of_byte(words.start), indexed.char_of_byte(words.end)),
            text: text[words].to_owned(),
            became: open.iter().map(|&m| marks[m].1).collect(),
        });
    }
    (rows, left_out)
}

/// The bytes of each line, its end included; lines end at LF, CRLF and lone CR.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        let rest = bytes.get(start..).filter(|rest| !rest.is_empty())?;
        at += match rest.iter().position(|b| matches!(b, b'\n' | b'\r')) {
            None => rest.len(),
            Some(end) if rest[end] == b'\r' && rest.get(end + 1) == Some(&b'\n') => end + 2,
            Some(end) => end + 1,
        };
        Some(start..at)
    })
}

fn trimmed(text: &str, line: Range<usize>) -> Range<usize> {
    let whole = &text[line.clone()];
    let words = whole.trim_start_matches(is_space);
    let start = line.start + whole.len() - words.len();
    start..start + words.trim_end_matches(is_space).len()
}

fn doubts(found: &Extraction, capture: &Capture) -> Vec<Doubt> {
    let meta = &capture.meta;
    let divided = found.byline.is_some() || found.headline_duplicate.is_some();
    let dateline = found.dateline.as_ref();
    let days_apart = || {
        let filed = meta.dateline.as_ref()?.value.date?;
        let published = meta.published.as_ref()?.value.date;
        Some((published - filed).num_days().abs())
    };
    let together = |list: &crate::extraction::Related| {
        let lines = list
            .raw
            .as_ref()
            .map_or(0, |raw| raw.text.lines().filter(|l| !l.trim().is_empty()).count());
        list.items.len() > lines
    };
    let checks = [
        (found.headline.is_none(), Doubt::TitleFromFirstWords),
        (found.deck.is_some() && !divided, Doubt::DeckByPlace),
        (
            found.byline.as_ref().is_some_and(|b| b.authors.is_empty()),
            Doubt::BylineWithoutName,
        ),
        (
            found.published.as_ref().is_some_and(|p| p.iso.is_none()),
            Doubt::DateWithoutYear,
        ),
        (found.published.is_none(), Doubt::NoDate),
        (
            days_apart().is_some_and(|days| days > FAR_DAYS),
            Doubt::DatelineFarFromDate,
        ),
        (
            dateline.is_some_and(|d| d.date_text.is_some() && d.date_iso.is_none()),
            Doubt::DatelineWithoutYear,
        ),
        (
            found.key_points.iter().any(|p| p.bullet.is_none()),
            Doubt::KeyPointsWithoutBullets,
        ),
        (found.body.is_empty(), Doubt::NoParagraphs),
        (
            found.risks.iter().any(|r| r.bullet.is_none()),
            Doubt::RisksWithoutBullets,
        ),
        (
            found.related.as_ref().is_some_and(together),
            Doubt::RelatedFromOneLine,
        ),
    ];
    checks
        .into_iter()
        .filter_map(|(holds, doubt)| holds.then_some(doubt))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preview_of(text: &str) -> Preview {
        crate::preview(text.as_bytes(), &crate::Hints::default()).unwrap()
    }

    /// Each row as `line words: what it became`.
    fn told(text: &str) -> Vec<String> {
        let row = |r: &Row| {
            format!(
                "{} {:?}: {:?}",
                r.line,
                r.text.chars().take(12).collect::<String>(),
                r.became
            )
        };
        preview_of(text).rows.iter().map(row).collect()
    }

    #[test]
    fn every_line_says_what_became_of_it() {
        let text = "World February 2, 2026\n\nPort Stays Closed\n\nCustoms officers walk out for a third day\n\nBy Ana Ruiz\nPort Stays Closed\n\nThe port is closed. It will stay so.\n\nKey Points\n\n• Ships wait - affects shipping.\n• Crews leave.\n\nSELM, Feb 2 - The port stays\nclosed, they said.\n\nThe strike goes on.\n\nRisks\n\n• Delay risk: Ships wait.\n\nMore from World\n\nTalks End Feb 2, 2026 Talks Begin Feb 1, 2026\n";
        assert_eq!(
            told(text),
            [
                "1 \"World Februa\": [Section, Published]",
                "3 \"Port Stays C\": [Title]",
                "5 \"Customs offi\": [Deck]",
                "7 \"By Ana Ruiz\": [Author]",
                "8 \"Port Stays C\": [Removed(0)]",
                "10 \"The port is \": [Summary]",
                "12 \"Key Points\": [Heading]",
                "14 \"• Ships wait\": [KeyPoint(1)]",
                "15 \"• Crews leav\": [KeyPoint(2)]",
                "17 \"SELM, Feb 2 \": [Dateline, Paragraph(1)]",
                "20 \"The strike g\": [Paragraph(2)]",
                "22 \"Risks\": [Heading]",
                "24 \"• Delay risk\": [Risk(1)]",
                "26 \"More from Wo\": [Heading]",
                "28 \"Talks End Fe\": [Related(1), Related(2)]",
            ]
        );
        assert_eq!(preview_of(text).doubts, [Doubt::RelatedFromOneLine]);
    }

    #[test]
    fn a_line_that_a_page_states_about_itself_says_which_field_it_is() {
        let page = "<html lang=en><meta property=og:site_name content='The Strait Post'><link rel=canonical href=https://strait.example/port><h1>Port Stays Closed</h1><p>The strike at the port of Selm goes on, officers said on Monday after a vote that lasted for most of the night.";
        let rows = preview_of(page).rows;
        let became = |words: &str| {
            rows.iter()
                .find(|r| r.text.ends_with(words))
                .map(|r| &r.became[..])
        };
        assert_eq!(became("The Strait Post"), Some(&[Became::Outlet][..]));
        assert_eq!(
            became("https://strait.example/port"),
            Some(&[Became::Address][..])
        );
        assert_eq!(became("lang: en"), Some(&[Became::Language][..]));
    }

    #[test]
    fn what_was_taken_by_its_place_or_is_missing_is_doubted() {
        let doubts = |text: &str| preview_of(text).doubts;
        assert_eq!(doubts("Port Closed\n\nShips wait."), [Doubt::NoDate]);
        assert!(
            doubts("SELM, Feb 2 - The port is closed and stays so.").contains(&Doubt::TitleFromFirstWords)
        );
        let late = "World February 2, 2026\n\nPort Closed\n\nSELM, Sept 9 - Ships wait.\n";
        assert!(
            doubts(late).contains(&Doubt::DatelineFarFromDate),
            "{:?}",
            doubts(late)
        );
    }

    #[test]
    fn a_row_of_many_lines_holds_them_once_and_none_behind_a_gap() {
        let lines = "a\n".repeat(190_000);
        let whole = [(0..lines.len(), Became::Paragraph(1))];
        let (shown, left_out) = rows(&lines, &whole);
        assert_eq!((shown.len(), left_out), (1, 0));
        assert_eq!(shown[0].text, lines.trim_end());

        let gap = format!("One{}\ntwo\nthree", " ".repeat(SHOWN_BYTES));
        let (shown, left_out) = rows(&gap, &[(0..gap.len(), Became::Paragraph(1))]);
        let texts: Vec<&str> = shown.iter().map(|row| row.text.as_str()).collect();
        assert_eq!((texts, left_out), (vec!["One", "three"], 1));
    }

    #[test]
    fn a_text_longer_than_a_message_is_cut_in_what_is_shown_only() {
        let paragraph = "The port stays closed, the ministry said on Monday.\n\n";
        let text = format!("Port Closed\n\n{}", paragraph.repeat(20_000));
        let preview = preview_of(&text);
        let shown: usize = preview.rows.iter().map(|r| r.text.len()).sum();
        assert!(shown <= SHOWN_BYTES && preview.lines_not_shown > 0);
        assert_eq!(preview.rows.len() + preview.lines_not_shown, 20_001);
        assert_eq!(preview.capture.blocks.len(), 20_001);
    }
}
