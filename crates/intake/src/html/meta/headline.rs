//! Which words are the headline.
//!
//! What a page prints as its largest heading is trusted when the titles that it states agree: its title for others to show,
//! for search engines, and the window's. These often carry the outlet's name or the section besides, before or behind a
//! sign; the heading says where the title ends. Headings that nothing agrees with count only when there is one.

use model::article::Cue;

use super::{
    collect::{Facts, Mark, Plainness, What},
    fold,
    outlet::Outlet,
    view::{At, one_line, trimmed},
};
use crate::{
    decode::is_space,
    html::{dom::Id, lines::Lines},
};

/// A title that the page states.
pub(super) struct Title {
    /// The words.
    pub(super) words: String,
    /// Where they stand.
    pub(super) at: At,
    /// What it was read from.
    pub(super) cue: Cue,
}

/// The headline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Headline {
    pub(super) words: String,
    pub(super) at: At,
    pub(super) cue: Cue,
    /// Where the page prints it.
    pub(super) node: Option<Id>,
}

/// How far a heading and a stated title agree before the heading is believed.
const AGREES: f32 = 0.35;
/// Least share of a heading that its last part has when the first is only a kicker.
const KICKER: f32 = 0.3;

/// Chooses among the headings of `facts`, the titles stated and the lines of the page.
pub(super) fn choose(
    facts: &Facts<'_>,
    lines: &Lines,
    titles: &[Title],
    outlet: &Outlet,
) -> Option<Headline> {
    let stated: Vec<(String, f32)> = titles
        .iter()
        .map(|title| {
            (
                fold(&title.words),
                if title.cue == Cue::WindowTitle { 0.8 } else { 1.0 },
            )
        })
        .collect();
    let headings: Vec<&Mark<'_>> = facts
        .headings
        .iter()
        .filter(|mark| {
            let words = &lines.text[mark.bytes.clone()];
            !fold(words).is_empty() && !outlet.is(words) && !outlet.begins(words)
        })
        .collect();
    let best = headings
        .iter()
        .map(|mark| (agreement(facts, lines, mark, &stated), *mark))
        .filter(|(score, _)| *score >= AGREES)
        // The first of the best.
        .rev()
        .max_by(|a, b| a.0.total_cmp(&b.0));
    if let Some((_, mark)) = best {
        return Some(printed(lines, mark, titles));
    }
    // Of the first level, or called the headline by its markup.
    let is_first = |mark: &Mark<'_>| {
        mark.what == What::Heading(1) || (mark.what, mark.plainness) == (What::Property, Plainness::Property)
    };
    let mut first_level = headings
        .iter()
        .filter(|mark| is_first(mark) && facts.zone(mark.node, None).is_none());
    let only = first_level.next().filter(|_| first_level.next().is_none());
    if let Some(mark) = only {
        return Some(printed(lines, mark, titles));
    }
    titles
        .iter()
        .map(|title| without_outlet(lines, title, outlet))
        .next()
        .or_else(|| headings.first().map(|mark| printed(lines, mark, titles)))
}

/// How far the stated titles speak for a heading.
fn agreement(facts: &Facts<'_>, lines: &Lines, mark: &Mark<'_>, stated: &[(String, f32)]) -> f32 {
    let heading = fold(&lines.text[mark.bytes.clone()]);
    let covered: f32 = stated
        .iter()
        .map(|(title, weight)| weight * coverage(&heading, title))
        .sum();
    if covered == 0.0 {
        return 0.0;
    }
    let place = match (mark.what, mark.plainness) {
        (What::Heading(1), _) => 0.3,
        (What::Property, Plainness::Property) => 0.35,
        (What::Heading(2), _) => 0.15,
        (_, Plainness::Hint) => 0.0,
        _ => 0.1,
    };
    let outside = if facts.zone(mark.node, None).is_some() {
        0.3
    } else {
        0.0
    };
    covered + place - outside
}

/// The share of one that the other is, when one holds the other word by word.
fn coverage(heading: &str, title: &str) -> f32 {
    let (long, short) = if heading.len() > title.len() {
        (heading, title)
    } else {
        (title, heading)
    };
    let share = |a: &str, b: &str| a.len() as f32 / b.len() as f32;
    if short.is_empty() || !holds(long, short) {
        // One of the two may be cut short or have a word changed: the same beginning is worth a little.
        return match long.starts_with(short.get(..short.len() * 3 / 4).unwrap_or("\0")) {
            true if short.len() > 24 => 0.3 * share(short, long),
            _ => 0.0,
        };
    }
    share(short, long)
}

/// Whether folded `long` holds the words of folded `short` in a row.
pub(super) fn holds(long: &str, short: &str) -> bool {
    long.match_indices(short).any(|(at, _)| {
        let before = long[..at].chars().next_back();
        let behind = long[at + short.len()..].chars().next();
        before.is_none_or(|c| c == ' ') && behind.is_none_or(|c| c == ' ')
    })
}

/// The headline that a heading prints: without a kicker that stands above it in the same heading.
fn printed(lines: &Lines, mark: &Mark<'_>, titles: &[Title]) -> Headline {
    let whole = mark.bytes.clone();
    let cue = match mark.what {
        What::Heading(_) => Cue::Heading,
        What::Property => Cue::Microdata,
        _ => Cue::ClassName,
    };
    let first = lines
        .pieces
        .partition_point(|piece| piece.bytes.end <= whole.start);
    let pieces = lines.pieces.get(first..).unwrap_or_default();
    let parts = pieces
        .iter()
        .take_while(|piece| piece.bytes.start < whole.end)
        .skip(1);
    let bytes = parts
        .map(|piece| piece.bytes.start..whole.end)
        .find(|part| {
            let words = fold(&lines.text[part.clone()]);
            words.len() as f32 >= KICKER * whole.len() as f32
                && titles.iter().any(|title| {
                    let mut parts = std::iter::once(title.words.as_str())
                        .chain(segments(&title.words).map(|(part, _)| part));
                    title.cue != Cue::WindowTitle && parts.any(|part| fold(part) == words)
                })
        })
        .unwrap_or(whole);
    // "Kicker" and ": Title" are two elements.
    let text = lines.text[bytes.clone()]
        .trim_start_matches(|c: char| is_space(c) || matches!(c, ':' | '|' | '–' | '—' | '-'));
    let start = bytes.end - text.len();
    let text = text.trim_end_matches(is_space);
    Headline {
        words: one_line(text),
        at: At::Shown(start..start + text.len()),
        cue,
        node: Some(mark.node),
    }
}

/// A stated title without the outlet's name; the part of it that the page prints on a line of its own, where it does.
fn without_outlet(lines: &Lines, title: &Title, outlet: &Outlet) -> Headline {
    let parts: Vec<(&str, usize)> = segments(&title.words)
        .filter(|(part, _)| !outlet.is(part))
        .collect();
    let in_print = || {
        let folded: Vec<String> = parts.iter().map(|(part, _)| fold(part)).collect();
        (0..lines.all.len()).find_map(|n| {
            let line = lines.words(n);
            // Words of a menu are parts of titles, too; a headline is longer.
            let known =
                line.len() < 300 && line.split_whitespace().count() > 2 && folded.contains(&fold(line));
            let line = known.then(|| lines.all.get(n))??;
            let (words, bytes) = trimmed(&lines.text, line.bytes.clone());
            Some(Headline {
                words: one_line(words),
                at: At::Shown(bytes),
                cue: Cue::Printed,
                node: Some(line.block),
            })
        })
    };
    if let Some(headline) = Some(()).filter(|()| parts.len() > 1).and_then(|()| in_print()) {
        return headline;
    }
    // What is left when the outlet's name is cut off at either end.
    let all: Vec<(&str, usize)> = segments(&title.words).collect();
    let start = all.iter().position(|(part, _)| !outlet.is(part));
    let end = all.iter().rposition(|(part, _)| !outlet.is(part));
    let range = match (start.and_then(|n| all.get(n)), end.and_then(|n| all.get(n))) {
        (Some((_, start)), Some((last, at))) => *start..at + last.len(),
        _ => 0..title.words.len(),
    };
    Headline {
        words: title.words[range.clone()].to_owned(),
        at: title.at.part(&title.words, range),
        cue: title.cue,
        node: None,
    }
}

/// The parts of a title between bars, dashes, dots and arrows, each with its byte.
fn segments(title: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        if at > title.len() {
            return None;
        }
        let rest = &title[at..];
        let (part, next) =
            separator(rest).map_or((rest, rest.len() + 1), |(start, end)| (&rest[..start], end));
        let start = at + part.len() - part.trim_start().len();
        at += next;
        Some((part.trim(), start))
    })
    .filter(|(part, _)| !part.is_empty())
}

/// The first sign that parts a title, its bytes.
fn separator(text: &str) -> Option<(usize, usize)> {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let spaced = before.is_whitespace() && text[end..].starts_with(char::is_whitespace);
        let parts = match c {
            '|' | '│' | '｜' | '»' | '«' | '¦' => true,
            '-' | '–' | '—' | '·' | '•' | '›' | '/' | '~' => spaced,
            ':' => text[end..].starts_with(char::is_whitespace) || text[end..].starts_with(':'),
            _ => false,
        };
        if parts && at > 0 {
            return Some((at, end));
        }
        before = c;
    }
    None
}
