//! Lines to running text: words that a line's end broke are put together again.
//!
//! A hyphen at the end of a line either breaks a word or belongs to it. The document itself says which: the whole word, or its
//! two halves, mostly come again elsewhere.

use std::{collections::HashSet, ops::Range};

use super::{
    lines::{PageLine, are_justified},
    words::is_ideograph,
};

const SOFT: char = '\u{ad}';
/// Of this many lines less than one ends with a hyphen where words are not broken.
const FEW: usize = 50;

/// The words of a document that no line's end breaks.
pub(super) struct Words {
    whole: HashSet<String>,
    /// Whether the document has signs of their own for hyphens that only break a word.
    signed: bool,
    /// Whether the document breaks no words: its lines have room at their ends, and hardly any ends with a hyphen.
    unbroken: bool,
}

impl Words {
    pub(super) fn of(lines: &[PageLine]) -> Self {
        let mut whole = HashSet::new();
        let (mut broken, mut hyphens) = (false, 0);
        for line in lines {
            // The first word may be the second half of one, and the last the first half.
            let from = usize::from(broken);
            broken = line.text.ends_with(is_hyphen);
            hyphens += usize::from(broken);
            let mut words: Vec<&str> = line.text.split_whitespace().skip(from).collect();
            if broken {
                words.pop();
            }
            whole.extend(words.into_iter().map(|word| bare(word).to_lowercase()));
        }
        let signed = lines.iter().any(|line| line.text.ends_with([SOFT, '\u{2010}']));
        Self {
            whole,
            signed,
            unbroken: hyphens * FEW < lines.len() && !are_justified(lines),
        }
    }

    fn has(&self, word: &str) -> bool {
        self.whole.contains(&word.to_lowercase())
    }
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | SOFT | '\u{2010}')
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Running text, and for each line the bytes that its words take up in it.
pub(super) struct Flow {
    pub(super) text: String,
    pub(super) lines: Vec<Range<usize>>,
}

/// The text of `lines` as a paragraph.
pub(super) fn flow<'l>(lines: impl Iterator<Item = &'l str>, words: &Words) -> Flow {
    let mut text = String::new();
    let mut places: Vec<Range<usize>> = Vec::new();
    for line in lines {
        let line: String = without_soft_hyphens(line);
        match join(&text, &line, words) {
            Join::Space if !text.is_empty() => text.push(' '),
            Join::Space | Join::Close => {}
            Join::Mend => {
                text.pop();
                if let Some(last) = places.last_mut() {
                    last.end = last.end.min(text.len());
                }
            }
        }
        let start = text.len();
        text.push_str(&line);
        places.push(start..text.len());
    }
    if text.ends_with(SOFT) {
        text.pop();
    }
    Flow { text, lines: places }
}

/// The line without hyphens that only say where it might be broken; one at its end says that it is.
fn without_soft_hyphens(line: &str) -> String {
    let end = line.ends_with(SOFT);
    let mut plain: String = line.chars().filter(|c| *c != SOFT).collect();
    if end {
        plain.push(SOFT);
    }
    plain
}

enum Join {
    Space,
    /// Without anything between.
    Close,
    /// Without the hyphen at the end.
    Mend,
}

fn join(text: &str, line: &str, words: &Words) -> Join {
    let Some(last) = text.chars().next_back() else {
        return Join::Space;
    };
    let next = line.chars().next().unwrap_or(' ');
    if last == SOFT {
        return Join::Mend;
    }
    let before = text[..text.len() - last.len_utf8()]
        .chars()
        .next_back()
        .unwrap_or(' ');
    if is_hyphen(last) && before.is_alphanumeric() {
        return if next.is_lowercase() && before.is_alphabetic() {
            broken(text, line, words)
        } else {
            Join::Close
        };
    }
    // A dash without a space before it has none behind it.
    if last == '—' && !before.is_whitespace() {
        return Join::Close;
    }
    if is_ideograph(last) && is_ideograph(next) {
        return Join::Close;
    }
    Join::Space
}

/// Whether the hyphen at the end of `text` breaks a word.
fn broken(text: &str, line: &str, words: &Words) -> Join {
    let token = text.split_whitespace().next_back().unwrap_or_default();
    let head = token.trim_end_matches(is_hyphen);
    let tail: &str = line.split_whitespace().next().unwrap_or_default();
    if head.contains(['/', '@', '_']) {
        return Join::Close;
    }
    let (head, tail) = (bare(head), bare(tail));
    if words.signed {
        return if text.ends_with('-') {
            Join::Close
        } else {
            Join::Mend
        };
    }
    if words.has(&format!("{head}{tail}")) {
        return Join::Mend;
    }
    if words.has(&format!("{head}-{tail}")) {
        return Join::Close;
    }
    // Of a word with a hyphen already in it ("thirty-year-old") the next one belongs to it as well.
    let short = head.chars().count() < 2;
    let both = words.has(head) && words.has(tail) && tail.chars().count() > 3;
    if head.contains('-') || short || both || words.unbroken {
        Join::Close
    } else {
        Join::Mend
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(elsewhere: &str, lines: &[&str]) -> String {
        let words = Words {
            whole: elsewhere.split_whitespace().map(str::to_owned).collect(),
            signed: elsewhere.contains('\u{2010}'),
            unbroken: false,
        };
        flow(lines.iter().copied(), &words).text
    }

    #[test]
    fn words_broken_at_the_end_of_a_line_are_whole_again() {
        assert_eq!(
            joined("", &["the inspec-", "tions began"]),
            "the inspections began"
        );
        assert_eq!(
            joined("", &["the inspec\u{ad}", "tions began"]),
            "the inspections began"
        );
        assert_eq!(
            joined("", &["in\u{ad}spec\u{ad}tions", "began"]),
            "inspections began"
        );
    }

    #[test]
    fn hyphens_that_belong_to_a_word_stay() {
        assert_eq!(joined("long-term", &["a long-", "term plan"]), "a long-term plan");
        assert_eq!(
            joined("coast guard", &["the coast-", "guard ship"]),
            "the coast-guard ship"
        );
        assert_eq!(joined("", &["the Selm-", "Brenn line"]), "the Selm-Brenn line");
        assert_eq!(
            joined("", &["a three-year-", "old rule"]),
            "a three-year-old rule"
        );
        assert_eq!(
            joined("a\u{2010}b", &["the war-", "risk premium"]),
            "the war-risk premium"
        );
        assert_eq!(
            joined("", &["VELDANE, Feb 2 -", "Tarvonia"]),
            "VELDANE, Feb 2 - Tarvonia"
        );
    }

    #[test]
    fn a_document_that_breaks_no_words_keeps_the_hyphens_at_its_lines_ends() {
        let words = Words {
            whole: HashSet::new(),
            signed: false,
            unbroken: true,
        };
        let text = flow(["a high-", "voltage line"].into_iter(), &words).text;
        assert_eq!(text, "a high-voltage line");
    }

    #[test]
    fn scripts_without_spaces_get_none_at_the_end_of_a_line() {
        assert_eq!(joined("", &["海峡の検", "査が始まる"]), "海峡の検査が始まる");
    }
}
