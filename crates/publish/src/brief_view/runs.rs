//! Running text: cleaning, and citations that become numbered, linked marks.

use std::collections::HashMap;

use serde::Serialize;
use unicode_script::{Script, UnicodeScript};

use crate::brief_document::{Evidence, Run};

/// A stretch of words, or the citation marks that stand together at one place.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(crate) enum Piece {
    /// Words.
    Words { t: String, b: bool, i: bool },
    /// Marks, set as one superscript group.
    Marks { marks: Vec<Mark> },
}

/// One citation mark.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Mark {
    /// The evidence number.
    pub n: usize,
    /// Anchor of the evidence.
    pub to: String,
    /// Anchor of the mark itself, for the way back.
    pub here: String,
}

/// An evidence item with its number and the anchors of the marks that cite it.
pub(crate) struct Numbered<'a> {
    pub n: usize,
    pub item: &'a Evidence,
    pub back: Vec<String>,
}

/// Numbers evidence by first citation while the brief is walked in print order.
pub(crate) struct Citations<'a> {
    evidence: &'a [Evidence],
    index: HashMap<&'a str, usize>,
    /// Position in `evidence` to number.
    numbers: HashMap<usize, usize>,
    back: HashMap<usize, Vec<String>>,
    marks: usize,
}

impl<'a> Citations<'a> {
    pub(crate) fn new(evidence: &'a [Evidence]) -> Self {
        let index = evidence
            .iter()
            .enumerate()
            .map(|(position, item)| (item.id.as_str(), position))
            .collect();
        Self {
            evidence,
            index,
            numbers: HashMap::new(),
            back: HashMap::new(),
            marks: 0,
        }
    }

    /// The mark for a citation; none for an id that the check would have refused.
    pub(crate) fn mark(&mut self, id: &str) -> Option<Mark> {
        let position = *self.index.get(id)?;
        let next = self.numbers.len() + 1;
        let n = *self.numbers.entry(position).or_insert(next);
        self.marks += 1;
        let here = format!("cite-{}", self.marks);
        self.back.entry(position).or_default().push(here.clone());
        Some(Mark {
            n,
            to: anchor(n),
            here,
        })
    }

    /// Marks for a list of ids, each id once, by number: here the order says nothing.
    pub(crate) fn group(&mut self, ids: &[String]) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        for (index, id) in ids.iter().enumerate() {
            if !ids[..index].contains(id) {
                marks.extend(self.mark(id));
            }
        }
        marks.sort_by_key(|mark| mark.n);
        marks
    }

    /// Running text with consecutive citations gathered; the space before a mark is dropped.
    pub(crate) fn pieces(&mut self, runs: &[Run]) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        for run in runs {
            let (text, b, i) = match run {
                Run::Text(t) => (t, false, false),
                Run::Styled { t, b, i } => (t, *b, *i),
                Run::Cite { cite } => {
                    self.cite(cite, &mut pieces);
                    continue;
                }
            };
            let t = block(text);
            if !t.is_empty() {
                pieces.push(Piece::Words { t, b, i });
            }
        }
        while matches!(pieces.last(), Some(Piece::Words { t, .. }) if t.trim().is_empty()) {
            pieces.pop();
        }
        pieces
    }

    /// Adds a mark, joining the group that stands before it even across blanks.
    fn cite(&mut self, id: &str, pieces: &mut Vec<Piece>) {
        if let Some(Piece::Words { t, .. }) = pieces.last_mut() {
            t.truncate(t.trim_end().len());
            if t.is_empty() {
                pieces.pop();
            }
        }
        if let Some(Piece::Marks { marks }) = pieces.last_mut() {
            let cited = self.index.get(id).and_then(|position| self.numbers.get(position));
            if !marks.iter().any(|mark| Some(&mark.n) == cited) {
                marks.extend(self.mark(id));
            }
            return;
        }
        if let Some(mark) = self.mark(id) {
            pieces.push(Piece::Marks { marks: vec![mark] });
        }
    }

    /// All evidence in number order; what nobody cites comes last, in its own order.
    pub(crate) fn finish(mut self) -> Vec<Numbered<'a>> {
        for position in 0..self.evidence.len() {
            let next = self.numbers.len() + 1;
            self.numbers.entry(position).or_insert(next);
        }
        let mut all: Vec<Numbered<'a>> = Vec::with_capacity(self.evidence.len());
        for (position, item) in self.evidence.iter().enumerate() {
            all.push(Numbered {
                n: self.numbers[&position],
                item,
                back: self.back.remove(&position).unwrap_or_default(),
            });
        }
        all.sort_by_key(|numbered| numbered.n);
        all
    }
}

/// Anchor of an evidence item.
pub(crate) fn anchor(n: usize) -> String {
    format!("evidence-{n}")
}

/// Text for a place of several lines: line ends are unified and empty lines dropped,
/// tabs become spaces, other control characters (which have no shape) are left out.
pub(crate) fn block(text: &str) -> String {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{b}', '\u{c}'], "\n");
    let mut clean = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' if clean.ends_with('\n') => {}
            '\n' => clean.push('\n'),
            '\t' => clean.push(' '),
            // A byte order mark or a noncharacter has no shape either.
            '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {}
            other if other.is_control() => {}
            other => clean.push(other),
        }
    }
    breakable(&clean)
}

/// Text for a place of one line.
pub(crate) fn line(text: &str) -> String {
    block(text).replace('\n', " ").trim().to_owned()
}

/// Letters after which a word without any other break opportunity may be broken.
const LONG_WORD: usize = 30;

/// Puts an invisible break opportunity into very long words of Latin letters and digits
/// (addresses, hashes, mistakes), which would otherwise run off the page.
fn breakable(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut length = 0;
    for letter in text.chars() {
        if length >= LONG_WORD
            && letter.is_ascii_alphanumeric()
            && clean.ends_with(|last: char| last.is_ascii_graphic())
        {
            clean.push('\u{200b}');
            length = 0;
        }
        length = if letter.is_whitespace() || letter == '-' || letter == '\u{200b}' {
            0
        } else {
            length + 1
        };
        clean.push(letter);
    }
    clean
}

/// Whether text reads from right to left: its first letter decides.
pub(crate) fn rtl(text: &str) -> bool {
    text.chars()
        .find(|letter| letter.is_alphabetic())
        .is_some_and(|letter| matches!(letter.script(), Script::Arabic | Script::Hebrew))
}
