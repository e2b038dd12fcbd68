//! Patterns that are compiled once.

use regex::Regex;

/// Compiles a constant pattern.
#[expect(
    clippy::expect_used,
    reason = "every pattern is a constant, and the tests compile each"
)]
pub(crate) fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("a constant pattern")
}

/// Characters that only part two things from each other: dashes, bars, dots, slashes, commas and spaces.
pub(super) fn is_separator(c: char) -> bool {
    crate::decode::is_space(c)
        || matches!(
            c,
            '|' | '¦' | '·' | '•' | '/' | ',' | ':' | ';' | '-' | '–' | '—' | '―' | '−'
        )
}

/// The part of `text` in `range` without the separators at its ends.
pub(super) fn trim_separators(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    trim_by(text, range, is_separator)
}

/// The part of `text` in `range` without the white space at its ends.
pub(super) fn trim_spaces(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    trim_by(text, range, crate::decode::is_space)
}

/// The part of `text` in `range` without the characters at its ends that `unwanted` names.
pub(super) fn trim_by(
    text: &str,
    range: std::ops::Range<usize>,
    unwanted: impl Fn(char) -> bool + Copy,
) -> std::ops::Range<usize> {
    let inner = &text[range.clone()];
    let from_start = inner.trim_start_matches(unwanted);
    let start = range.end - from_start.len();
    start..start + from_start.trim_end_matches(unwanted).len()
}

/// The words of `text` with their places.
pub(super) fn words(text: &str) -> impl Iterator<Item = (std::ops::Range<usize>, &str)> {
    text.split_whitespace().map(move |word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        (start..start + word.len(), word)
    })
}
