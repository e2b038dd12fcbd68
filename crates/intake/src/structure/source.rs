//! The decoded text with its lines, and paragraphs that may run over several of them.
//!
//! Rules read a paragraph as one line ([`Flow`]); this module turns what they found back into places in the input.

use std::{borrow::Cow, ops::Range};

use model::text::{Indexed, Span};

use crate::{decode::is_space, extraction::Piece};

/// A line without its white space; empty when there was nothing else.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// First byte of the words.
    pub(super) start: usize,
    /// One past the last byte of the words.
    pub(super) end: usize,
    /// Columns of white space before the words, a tab being four.
    pub(super) indent: usize,
}

/// The decoded text.
pub(super) struct Source<'t> {
    /// All of it.
    pub(super) text: &'t str,
    /// By line.
    pub(super) lines: Vec<Line>,
    starts: Vec<usize>,
    indexed: Indexed<'t>,
}

impl<'t> Source<'t> {
    /// Splits `text` at LF, CRLF and lone CR.
    pub(super) fn new(text: &'t str) -> Self {
        let mut starts = vec![0];
        let bytes = text.as_bytes();
        for (at, &byte) in bytes.iter().enumerate() {
            if byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                starts.push(at + 1);
            }
        }
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let lines = starts
            .iter()
            .zip(ends)
            .map(|(&start, end)| line(text, start..end))
            .collect();
        Self {
            text,
            lines,
            starts,
            indexed: Indexed::new(text),
        }
    }

    /// The words of line `number`, counted from 0.
    pub(super) fn line(&self, number: usize) -> &'t str {
        self.lines
            .get(number)
            .map_or("", |line| &self.text[line.start..line.end])
    }

    /// Whether there is nothing but white space in `bytes`.
    pub(super) fn is_gap(&self, bytes: Range<usize>) -> bool {
        self.text
            .get(bytes)
            .is_some_and(|between| between.chars().all(is_space))
    }

    /// Code point offset of byte `byte`.
    pub(super) fn char_at(&self, byte: usize) -> usize {
        self.indexed.char_of_byte(byte)
    }

    /// The piece of the input in `bytes`, printed as `text`.
    pub(super) fn piece_as(&self, bytes: Range<usize>, text: impl Into<String>) -> Piece {
        Piece {
            text: text.into(),
            char: [self.char_at(bytes.start), self.char_at(bytes.end)],
            line: self.starts.partition_point(|&start| start <= bytes.start),
            byte: [bytes.start, bytes.end],
        }
    }

    /// The piece of `flow` in `range`.
    pub(super) fn piece(&self, flow: &Flow<'t>, range: Range<usize>) -> Piece {
        let words = &flow.text[range.clone()];
        self.piece_as(flow.input(&range), words)
    }

    /// All of `flow`.
    pub(super) fn whole(&self, flow: &Flow<'t>) -> Piece {
        self.piece(flow, 0..flow.text.len())
    }

    /// The lines `numbers` as one line, from byte `from` on where they begin before it.
    pub(super) fn flow(&self, numbers: Range<usize>, from: usize) -> Flow<'t> {
        let lines = &self.lines[numbers];
        let Some((first, rest)) = lines.split_first() else {
            return Flow::default();
        };
        let start = first.start.max(from);
        let head = &self.text[start..first.end.max(start)];
        let mut seams = vec![Seam {
            flow: 0,
            input: start,
            length: head.len(),
        }];
        if rest.is_empty() {
            return Flow {
                text: Cow::Borrowed(head),
                seams,
            };
        }
        let mut text = head.to_owned();
        for line in rest {
            if !text.is_empty() {
                text.push(' ');
            }
            seams.push(Seam {
                flow: text.len(),
                input: line.start,
                length: line.end - line.start,
            });
            text.push_str(&self.text[line.start..line.end]);
        }
        Flow {
            text: Cow::Owned(text),
            seams,
        }
    }
}

fn line(text: &str, range: Range<usize>) -> Line {
    let whole = &text[range.clone()];
    let words = whole.trim_matches(is_space);
    if words.is_empty() {
        return Line {
            start: range.start,
            end: range.start,
            indent: 0,
        };
    }
    let before = whole.len() - whole.trim_start_matches(is_space).len();
    let indent = whole[..before]
        .chars()
        .map(|c| if c == '\t' { 4 } else { 1 })
        .sum();
    let start = range.start + before;
    Line {
        start,
        end: start + words.len(),
        indent,
    }
}

/// Where a line of the input stands in a flow.
#[derive(Clone, Copy, Debug)]
struct Seam {
    flow: usize,
    input: usize,
    length: usize,
}

/// A paragraph as one line: its lines joined by a space each.
#[derive(Clone, Debug, Default)]
pub(super) struct Flow<'t> {
    /// The words.
    pub(super) text: Cow<'t, str>,
    seams: Vec<Seam>,
}

impl Flow<'_> {
    /// The bytes of the input that `range` of the flow covers.
    pub(super) fn input(&self, range: &Range<usize>) -> Range<usize> {
        let place =
            |seam: Option<&Seam>, at: usize| seam.map_or(0, |s| s.input + (at - s.flow).min(s.length));
        let before = |at: usize| self.seams.partition_point(|s| s.flow <= at).checked_sub(1);
        let start = before(range.start).and_then(|n| self.seams.get(n));
        if range.is_empty() {
            let at = place(start, range.start);
            return at..at;
        }
        let end = before(range.end - 1).and_then(|n| self.seams.get(n));
        place(start, range.start)..place(end, range.end)
    }

    /// First byte in the input.
    pub(super) fn start(&self) -> usize {
        self.seams.first().map_or(0, |s| s.input)
    }
}

/// The span of a piece in code points.
pub(crate) fn span(piece: &Piece) -> Span {
    Span::new(piece.char[0], piece.char[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_lf_crlf_and_lone_cr() {
        let source = Source::new("a\r\n b\rc\n\nd");
        let words: Vec<&str> = (0..source.lines.len()).map(|n| source.line(n)).collect();
        assert_eq!(words, ["a", "b", "c", "", "d"]);
        let line = source.lines[1];
        assert_eq!(
            (source.piece_as(line.start..line.end, "b").line, line.indent),
            (2, 1)
        );
    }

    #[test]
    fn a_part_of_a_wrapped_paragraph_points_at_its_lines() {
        let source = Source::new("x\n  one twö\r\n  three four");
        let flow = source.flow(1..3, 0);
        assert_eq!(flow.text, "one twö three four");
        let piece = source.piece(&flow, 4..14);
        assert_eq!(piece.text, "twö three");
        assert_eq!(piece.char, [8, 20]);
        assert_eq!(piece.line, 2);
    }
}
