//! What FTS5 found, as places in the text.

use model::text::Span;

/// A text with the places where the words stand in it, in code points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// What was found, in order; none overlaps another.
    pub hits: Vec<Span>,
}

/// What FTS5 puts before and after what it found. No character of any text (Unicode keeps them for a program's own use); a
/// text that holds them all the same is marked wrongly, but its offsets stay right.
pub(super) const OPEN: char = '\u{fdd0}';
pub(super) const CLOSE: char = '\u{fdd1}';

impl Marked {
    /// A text in which nothing was found.
    pub(super) fn bare(text: String) -> Self {
        Self {
            text,
            hits: Vec::new(),
        }
    }

    /// `text`, and the same with marks around what was found.
    pub(super) fn new(text: String, marked: &str) -> Self {
        let mut hits = Vec::new();
        let mut plain = text.chars().peekable();
        let (mut at, mut begun) = (0, None);
        for c in marked.chars() {
            if plain.next_if_eq(&c).is_some() {
                at += 1;
            } else if c == OPEN {
                begun = Some(at);
            } else if c == CLOSE
                && let Some(start) = begun.take()
                && start < at
            {
                hits.push(Span::new(start, at));
            }
        }
        Self { text, hits }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn marks_are_places_in_the_text(before in "(?s).{0,20}", hit in "[a-zà-ž]{1,9}", after in "(?s).{0,20}") {
            let text = format!("{before}{hit}{after}");
            let marked = Marked::new(text.clone(), &format!("{before}{OPEN}{hit}{CLOSE}{after}"));
            let start = before.chars().count();
            prop_assert_eq!(marked, Marked { text, hits: vec![Span::new(start, start + hit.chars().count())] });
        }
    }
}
