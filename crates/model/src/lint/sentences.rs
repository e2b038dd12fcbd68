//! Cutting prose into sentences, and hiding what is quoted: analysts don't own a source's words.

use std::ops::Range;

/// The sentences of `text` in bytes, without the white space around them. `abbreviations` are words, without their last point,
/// after which a sentence goes on.
pub(super) fn sentences(text: &str, abbreviations: &[String]) -> Vec<Range<usize>> {
    let mut cuts = Vec::new();
    let mut start = 0;
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    for (n, &(at, sign)) in chars.iter().enumerate() {
        let after = at + sign.len_utf8();
        let ends = match sign {
            '.' | '!' | '?' | '…' => {
                begins_anew(&text[after..]) && !(sign == '.' && abbreviated(&text[start..at], abbreviations))
            }
            '\n' => chars.get(n + 1).is_some_and(|(_, next)| *next == '\n'),
            _ => false,
        };
        if ends {
            // Closing signs belong to the sentence they close.
            let closing = text[after..]
                .chars()
                .take_while(|c| matches!(c, '"' | '”' | '’' | ')' | '»'));
            let end = after + closing.map(char::len_utf8).sum::<usize>();
            cuts.push(start..end);
            start = end;
        }
    }
    cuts.push(start..text.len());
    cuts.into_iter()
        .filter_map(|cut| {
            let words = &text[cut.clone()];
            let begin = cut.start + (words.len() - words.trim_start().len());
            let end = begin + words.trim().len();
            (begin < end).then_some(begin..end)
        })
        .collect()
}

/// Whether a new sentence follows: white space and then no small letter. The text's own end needs no cut.
fn begins_anew(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['"', '”', '’', ')', '»']);
    let mut after = rest.chars();
    after.next().is_some_and(char::is_whitespace)
        && rest
            .trim_start()
            .chars()
            .next()
            .is_some_and(|c| !c.is_lowercase())
}

fn abbreviated(before: &str, abbreviations: &[String]) -> bool {
    let word = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"'))
        .next()
        .unwrap_or_default();
    // A single capital is an initial: "J. Orsac".
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initial || abbreviations.iter().any(|known| known == word)
}

/// What stands between double quotation marks, in bytes, the marks left out.
pub(super) fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, sign) in text.char_indices() {
        match open {
            Some((start, close)) if sign == close => {
                found.push(start..at);
                open = None;
            }
            // A quotation does not run on into another paragraph.
            Some(_) if sign == '\n' => open = None,
            Some(_) => {}
            None => {
                let close = match sign {
                    '"' => '"',
                    '“' => '”',
                    '«' => '»',
                    _ => continue,
                };
                open = Some((at + sign.len_utf8(), close));
            }
        }
    }
    found
}

/// The text with what is quoted blanked out, byte for byte, so that places stay.
pub(super) fn masked(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for quotation in quotations(text) {
        bytes[quotation].fill(b' ');
    }
    // Only whole letters were replaced, by blanks of one byte each.
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let known = ["U.S".to_owned(), "Mar".to_owned()];
        sentences(text, &known).into_iter().map(|at| &text[at]).collect()
    }

    #[test]
    fn a_sentence_ends_at_its_sign_and_not_at_an_abbreviation_or_a_number() {
        assert_eq!(
            cut("One. Two? “Three.” Four"),
            ["One.", "Two?", "“Three.”", "Four"]
        );
        assert_eq!(
            cut("The U.S. delegation came. It left."),
            ["The U.S. delegation came.", "It left."]
        );
        assert_eq!(
            cut("It rose 3.5 points by 2. Mar. 2026."),
            ["It rose 3.5 points by 2.", "Mar. 2026."]
        );
        assert_eq!(cut("J. Orsac spoke."), ["J. Orsac spoke."]);
        assert_eq!(cut("one\n\ntwo"), ["one", "two"]);
        assert!(cut("  ").is_empty());
    }

    #[test]
    fn quoted_words_are_hidden_and_places_stay() {
        let text = "He said “it may — fail” and “open";
        let hidden = masked(text);
        assert_eq!(hidden.len(), text.len());
        assert!(!hidden.contains("may") && hidden.contains("open"));
    }
}
