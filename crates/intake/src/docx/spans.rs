//! Runs of text as a page shows them.

use model::block::Inline;

/// Words as they are read: neighbours that are set alike joined, white space folded to single spaces, none at the ends. Line
/// ends that the writer set stay.
pub(super) fn tidy(spans: impl IntoIterator<Item = Inline>) -> Vec<Inline> {
    let mut tidied: Vec<Inline> = Vec::new();
    let mut last = '\n';
    for span in spans {
        let mut text = String::with_capacity(span.text.len());
        for c in span.text.chars() {
            let c = match c {
                '\n' | '\u{a0}' | '\u{202f}' => c,
                c if c.is_whitespace() || c.is_control() => ' ',
                c => c,
            };
            if c != ' ' || !matches!(last, ' ' | '\n') {
                text.push(c);
                last = c;
            }
        }
        match tidied.last_mut() {
            _ if text.is_empty() => {}
            Some(before) if before.marks == span.marks && before.link == span.link => {
                before.text.push_str(&text)
            }
            _ => tidied.push(Inline { text, ..span }),
        }
    }
    trim(&mut tidied);
    tidied
}

/// The words of `spans` without their marks.
pub(super) fn joined(spans: &[Inline]) -> String {
    spans.iter().map(|s| s.text.as_str()).collect()
}

/// Cuts paragraphs that were made with two line breaks instead of a paragraph's end.
pub(super) fn at_empty_lines(spans: Vec<Inline>) -> Vec<Vec<Inline>> {
    let mut parts = vec![Vec::new()];
    let mut breaks = 0;
    for span in spans {
        for piece in span.text.split_inclusive('\n') {
            let words = piece.trim_end_matches('\n');
            if !words.trim().is_empty() {
                if breaks > 1 {
                    parts.push(Vec::new());
                }
                breaks = 0;
            }
            breaks += usize::from(piece.ends_with('\n'));
            if let Some(part) = parts.last_mut() {
                part.push(Inline {
                    text: piece.to_owned(),
                    ..span.clone()
                });
            }
        }
    }
    parts
        .into_iter()
        .map(tidy)
        .filter(|part| !part.is_empty())
        .collect()
}

fn trim(spans: &mut Vec<Inline>) {
    while let Some(last) = spans.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            break;
        }
        spans.pop();
    }
    let empty = spans
        .iter()
        .take_while(|s| s.text.trim_start().is_empty())
        .count();
    spans.drain(..empty);
    if let Some(first) = spans.first_mut() {
        let words = first.text.trim_start().len();
        first.text.drain(..first.text.len() - words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(words: &[&str]) -> Vec<Inline> {
        words.iter().map(|w| Inline::plain(*w)).collect()
    }

    #[test]
    fn runs_that_are_set_alike_are_one_and_spaces_fold_across_them() {
        let spans = tidy(plain(&["  The ", " port", "\tis \n closed ", " "]));
        assert_eq!(joined(&spans), "The port is \nclosed");
        assert_eq!(spans.len(), 1);
    }

    #[test]
    fn two_line_breaks_part_paragraphs_and_one_does_not() {
        let parts = at_empty_lines(plain(&["One\nand on", "\n", " \nTwo\n\n\n", "Three"]));
        let words: Vec<String> = parts.iter().map(|p| joined(p)).collect();
        assert_eq!(words, ["One\nand on", "Two", "Three"]);
    }
}
