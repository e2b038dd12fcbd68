//! Bullets and numbers before the items of a list.

use std::sync::LazyLock;

use regex::Regex;

use super::pattern::pattern;

/// A bullet or number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// Bytes from the marker to the words.
    pub(super) length: usize,
    /// Whether it is a number.
    pub(super) ordered: bool,
}

/// A sign, then white space; dots and arrows need none (`•Text`). The `o` is what a word processor's hollow bullet becomes.
/// A number is short, so that "2026. The year" is none.
static MARKER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:[•●▪■◆◦‣⁃∙○□➢➤►▶✓✔→»*·–—−-]\s+|[•●▪■◦‣⁃∙➢➤►▶✓✔]|o[\s\u{a0}]+|(?P<n>\(?\d{1,2}[.)]\)?\s+|\(?[a-z]\)\s+|\(?[ivx]{1,4}\)\s+|\d{1,2}️?\u{20e3}\s*))",
    )
});

/// The marker at the start of `line`, when words follow it.
pub(super) fn marker(line: &str) -> Option<Marker> {
    let found = MARKER.captures(line)?;
    let length = found.get(0)?.end();
    let words = line[length..].trim_start();
    // "* * *" and "- - -" part sections.
    let has_words = words.contains(char::is_alphanumeric);
    let length = line.len() - words.len();
    has_words.then(|| Marker {
        length,
        ordered: found.name("n").is_some(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_and_numbers_are_told_from_words() {
        for (line, words, ordered) in [
            ("• One", "One", false),
            ("•One", "One", false),
            ("-  One", "One", false),
            ("* One", "One", false),
            ("· One", "One", false),
            ("– One", "One", false),
            ("‣\tOne", "One", false),
            ("▪ One", "One", false),
            ("o One", "One", false),
            ("1. One", "One", true),
            ("2) Two", "Two", true),
            ("(3) Three", "Three", true),
            ("a) Letter", "Letter", true),
        ] {
            let marker = marker(line).unwrap();
            assert_eq!((&line[marker.length..], marker.ordered), (words, ordered));
        }
        for line in [
            "-5 degrees",
            "2026. The year",
            "1.5 percent",
            "* * *",
            "---",
            "over",
            "–",
            "**Bold** start",
        ] {
            assert_eq!(marker(line), None, "{line}");
        }
    }
}
