//! Lines to paragraphs: which lines belong together, and which stand alone.
//!
//! Some files print a paragraph a line, often without empty lines between; others wrap at 72 or 80 columns. A line that begins
//! with a small letter continues the one before. Files that have such lines are wrapped, and there a line also continues
//! the one before when its first word would not have fitted on it.

use super::{
    bullets::{self, Marker},
    byline, dateline, masthead,
    sections::{self, Heading},
    source::{Flow, Source},
};

/// What a paragraph is by its looks alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// A heading.
    Heading(Heading),
    /// An item of a list; the byte of its bullet or number.
    Item {
        /// First byte of the marker.
        marker: usize,
    },
    /// Words.
    Plain,
}

/// Lines that belong together.
#[derive(Clone, Debug)]
pub(super) struct Paragraph<'t> {
    /// As one line, without a bullet.
    pub(super) flow: Flow<'t>,
    /// What it looks like.
    pub(super) look: Look,
    /// Whether an empty line stands before it.
    pub(super) after_gap: bool,
}

impl Paragraph<'_> {
    /// First byte in the input, that of the bullet if there is one.
    pub(super) fn start(&self) -> usize {
        match self.look {
            Look::Item { marker } => marker,
            _ => self.flow.start(),
        }
    }
}

/// What a line is, as far as it matters for joining it to others.
#[derive(Debug)]
enum Class {
    Blank,
    Heading(Heading),
    Item(Marker),
    Plain,
    /// A byline, a line with the date, a dateline: never continues the line before; closed: never continued but by a small letter.
    Opening {
        closed: bool,
    },
}

/// Only so many lines from the start may hold section, date and byline.
const HEAD_LINES: usize = 40;

/// The paragraphs of `source`.
pub(super) fn paragraphs<'t>(source: &Source<'t>) -> Vec<Paragraph<'t>> {
    let classes = classify(source);
    let width = wrap_width(source, &classes);
    let mut paragraphs = Vec::new();
    let mut number = 0;
    let mut after_gap = true;
    while let Some(class) = classes.get(number) {
        if matches!(class, Class::Blank) {
            after_gap = true;
            number += 1;
            continue;
        }
        let first = number;
        number += 1;
        while continues(source, &classes, first, number, width) {
            number += 1;
        }
        let line = source.lines[first];
        let (look, from) = match class {
            Class::Heading(heading) => (Look::Heading(heading.clone()), 0),
            Class::Item(marker) => (Look::Item { marker: line.start }, line.start + marker.length),
            _ => (Look::Plain, 0),
        };
        paragraphs.push(Paragraph {
            flow: source.flow(first..number, from),
            look,
            after_gap,
        });
        after_gap = false;
    }
    paragraphs
}

fn classify(source: &Source<'_>) -> Vec<Class> {
    let mut worded = 0;
    let mut after_words = false;
    (0..source.lines.len())
        .map(|number| {
            let words = source.line(number);
            if words.is_empty() || is_rule(words) {
                after_words = false;
                return Class::Blank;
            }
            worded += 1;
            let class = class(words, worded <= HEAD_LINES, after_words);
            after_words = matches!(class, Class::Plain | Class::Opening { closed: false });
            class
        })
        .collect()
}

/// Whether the line only draws a line: "-----", "* * *".
fn is_rule(words: &str) -> bool {
    words.chars().all(|c| {
        matches!(
            c,
            '-' | '–' | '—' | '=' | '_' | '*' | '~' | '#' | '·' | '•' | '.' | ' ' | '\t'
        )
    })
}

/// The class of a line; `after_words` when running text stands right before it.
fn class(words: &str, in_head: bool, after_words: bool) -> Class {
    if let Some(heading) = sections::heading(words) {
        return Class::Heading(heading);
    }
    if let Some(marker) = bullets::marker(words) {
        return Class::Item(marker);
    }
    if in_head && masthead::masthead(words).is_some()
        || byline::byline(words).is_some_and(|b| in_head || b.is_credit)
    {
        return Class::Opening { closed: true };
    }
    // In running text only a dateline with date or agency can't be a chance "NATO - which …" at the start of a line.
    if dateline::dateline(words).is_some_and(|d| !after_words || d.is_certain()) {
        return Class::Opening { closed: false };
    }
    Class::Plain
}

/// Columns at which the file is wrapped: the longest line that the next one continues with a small letter.
fn wrap_width(source: &Source<'_>, classes: &[Class]) -> Option<usize> {
    (1..classes.len())
        .filter(|&n| matches!(classes[n], Class::Plain) && begins_small(source.line(n)))
        .filter(|&n| {
            matches!(
                classes[n - 1],
                Class::Plain | Class::Item(_) | Class::Opening { closed: false }
            )
        })
        .map(|n| columns(source, n - 1))
        .max()
}

fn columns(source: &Source<'_>, number: usize) -> usize {
    source.lines[number].indent + source.line(number).chars().count()
}

fn begins_small(words: &str) -> bool {
    words.starts_with(char::is_lowercase)
}

/// Whether line `number` continues the paragraph that began at line `first` and has every line up to `number`.
fn continues(
    source: &Source<'_>,
    classes: &[Class],
    first: usize,
    number: usize,
    width: Option<usize>,
) -> bool {
    if !matches!(classes.get(number), Some(Class::Plain)) || matches!(classes[first], Class::Heading(_)) {
        return false;
    }
    let words = source.line(number);
    if begins_small(words) {
        return true;
    }
    let (line, before) = (source.lines[number], source.lines[number - 1]);
    match classes[first] {
        Class::Opening { closed: true } => return false,
        // What is indented under a bullet belongs to it.
        Class::Item(_) if line.indent > source.lines[first].indent => return true,
        Class::Plain | Class::Opening { .. } if line.indent > before.indent => return false,
        _ => {}
    }
    let first_word = words
        .split_whitespace()
        .next()
        .map_or(0, |word| word.chars().count());
    width.is_some_and(|width| columns(source, number - 1) + 1 + first_word > width)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        paragraphs(&Source::new(text))
            .into_iter()
            .map(|p| p.flow.text.into_owned())
            .collect()
    }

    #[test]
    fn a_paragraph_a_line_stays_so_without_empty_lines() {
        let text =
            "World February 2, 2026\nA Headline\nA deck about the headline\nBy Maya Rios\nOne. Two.\nThree.";
        assert_eq!(texts(text).len(), 6);
    }

    #[test]
    fn wrapped_lines_are_joined_and_a_short_line_ends_a_paragraph() {
        let text = "SORN, Feb 2 - The harbour office said\nMonday that it would close every quay\nfor the full length of the storm. The\nNavy agreed.\nNo date was named.";
        assert_eq!(
            texts(text),
            [
                "SORN, Feb 2 - The harbour office said Monday that it would close every quay for the full length of the storm. The Navy agreed.",
                "No date was named."
            ]
        );
    }

    #[test]
    fn bullets_take_the_lines_below_them() {
        let text = "Key Points\n  • One that goes\n    On here.\n  • Two that\n  goes on.\nVELDANE, Feb 2 - It began.";
        assert_eq!(
            texts(text),
            [
                "Key Points",
                "One that goes On here.",
                "Two that goes on.",
                "VELDANE, Feb 2 - It began."
            ]
        );
    }
}
