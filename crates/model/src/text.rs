//! Offsets into text, and the foldings used to compare it.
//!
//! Chancery counts in Unicode code points (architecture.md, "Canonical text"); Rust slices by bytes and a webview counts
//! UTF-16 units. This module is the only one that converts between them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// A half-open range `[start, end)` of code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

impl Span {
    /// The range `[start, end)`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Number of code points.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether nothing is covered.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }
}

/// Every this many code points the byte offset is remembered, so a look-up walks at most this far.
const STRIDE: usize = 128;

/// Where the characters of a text stand, for quick conversions.
#[derive(Debug, Clone)]
pub struct Index {
    /// `(byte, utf16)` offsets of code points 0, STRIDE, 2·STRIDE …
    marks: Vec<(usize, usize)>,
    chars: usize,
}

impl Index {
    /// The index of `text`; costs one pass.
    pub fn of(text: &str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut chars = 0;
        let mut utf16 = 0;
        for (byte, c) in text.char_indices() {
            if chars % STRIDE == 0 {
                marks.push((byte, utf16));
            }
            chars += 1;
            utf16 += c.len_utf16();
        }
        Self { marks, chars }
    }
}

/// A text with quick conversions between code points, bytes and UTF-16 units.
#[derive(Debug, Clone)]
pub struct Indexed<'t> {
    text: &'t str,
    index: Cow<'t, Index>,
}

impl<'t> Indexed<'t> {
    /// Indexes `text`; costs one pass.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            index: Cow::Owned(Index::of(text)),
        }
    }

    /// `text` with the index that was made of it; costs nothing.
    pub fn with(text: &'t str, index: &'t Index) -> Self {
        Self {
            text,
            index: Cow::Borrowed(index),
        }
    }

    /// The text itself.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Length in code points.
    pub fn len(&self) -> usize {
        self.index.chars
    }

    /// Whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.index.chars == 0
    }

    /// `(byte, utf16)` offsets of code point `at`; the end of the text for anything beyond it.
    fn offsets(&self, at: usize) -> (usize, usize) {
        let Some(&(mut byte, mut utf16)) = self.index.marks.get(at / STRIDE).or(self.index.marks.last())
        else {
            return (0, 0);
        };
        let skipped = (at / STRIDE).min(self.index.marks.len() - 1) * STRIDE;
        for c in self.text[byte..].chars().take(at - skipped) {
            byte += c.len_utf8();
            utf16 += c.len_utf16();
        }
        (byte, utf16)
    }

    /// Byte offset of code point `at`.
    pub fn byte(&self, at: usize) -> usize {
        self.offsets(at).0
    }

    /// UTF-16 offset of code point `at`.
    pub fn utf16(&self, at: usize) -> usize {
        self.offsets(at).1
    }

    /// Code point offset of the character that starts at or holds byte `byte`.
    pub fn char_of_byte(&self, byte: usize) -> usize {
        let mark = self
            .index
            .marks
            .partition_point(|&(b, _)| b <= byte)
            .saturating_sub(1);
        let Some(&(start, _)) = self.index.marks.get(mark) else {
            return 0;
        };
        let behind = self.text[start..]
            .char_indices()
            .take_while(|(i, c)| start + i + c.len_utf8() <= byte)
            .count();
        mark * STRIDE + behind
    }

    /// Code point offset of UTF-16 unit `unit`.
    pub fn char_of_utf16(&self, unit: usize) -> usize {
        let mark = self
            .index
            .marks
            .partition_point(|&(_, u)| u <= unit)
            .saturating_sub(1);
        let Some(&(start, mut at)) = self.index.marks.get(mark) else {
            return 0;
        };
        let mut chars = mark * STRIDE;
        for c in self.text[start..].chars() {
            if at + c.len_utf16() > unit {
                break;
            }
            at += c.len_utf16();
            chars += 1;
        }
        chars
    }

    /// The words in `span`; what lies beyond the text is left out.
    pub fn slice(&self, span: Span) -> &'t str {
        let start = self.byte(span.start);
        &self.text[start..self.byte(span.end).max(start)]
    }
}

/// The character that stands for `c` where typography must not matter: curly quotes become straight, every dash a hyphen,
/// every space a plain one. One code point stays one code point, so offsets survive (ux.md 0: "folded for search and
/// re-anchoring, never for display").
pub fn fold_typography(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | '`' | '´' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// `text` as compared when only the words matter: compatibility-normalised, lower case, typography folded, every run of
/// white space one space, none at the ends. Lengths change: never use it for offsets.
pub fn fold_words(text: &str) -> String {
    let folded: String = text
        .nfkc()
        .map(fold_typography)
        .flat_map(char::to_lowercase)
        .collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` in lower case and without accents and other marks on letters, as the library's search compares it. Lengths change:
/// never use it for offsets.
pub fn fold_accents(text: &str) -> String {
    text.nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_offset_converts_there_and_back(text in "(?s).{0,300}") {
            let indexed = Indexed::new(&text);
            for (n, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(indexed.byte(n), byte);
                prop_assert_eq!(indexed.char_of_byte(byte), n);
                prop_assert_eq!(indexed.char_of_utf16(indexed.utf16(n)), n);
            }
            prop_assert_eq!(indexed.byte(indexed.len()), text.len());
            prop_assert_eq!(indexed.utf16(indexed.len()), text.encode_utf16().count());
            prop_assert_eq!(indexed.char_of_byte(text.len()), indexed.len());
        }

        #[test]
        fn a_slice_is_what_counting_characters_gives(text in "(?s).{0,200}", a in 0usize..220, b in 0usize..220) {
            let (start, end) = (a.min(b), a.max(b));
            let counted: String = text.chars().skip(start).take(end - start).collect();
            prop_assert_eq!(Indexed::new(&text).slice(Span::new(start, end)), counted);
        }

        #[test]
        fn folding_typography_keeps_the_number_of_characters(text in "(?s).{0,200}") {
            prop_assert_eq!(text.chars().map(fold_typography).count(), text.chars().count());
        }
    }

    #[test]
    fn accents_and_case_do_not_count_in_a_search() {
        assert_eq!(fold_accents("Élysée ŠKODA"), "elysee skoda");
    }

    #[test]
    fn curly_and_straight_are_the_same_words() {
        assert_eq!(
            fold_words("Russia’s  “aims” — now"),
            fold_words("russia's \"aims\" - NOW")
        );
    }
}
