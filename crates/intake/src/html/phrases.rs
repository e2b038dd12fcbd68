//! Lines that belong to no article, known by their words.
//!
//! They stand in `data/html-phrases.txt`, in several languages and by the reason for leaving them out; none names a site.

use std::{collections::HashMap, sync::LazyLock};

use model::article::RemovedBecause;

use super::parts::reason_named;

/// Longest line that is compared, bytes: what is longer says more than the phrase.
const LONGEST: usize = 240;

/// A phrase, whether it may go on, and what it says.
type Phrase = (&'static str, bool, RemovedBecause);

/// By first word.
static PHRASES: LazyLock<HashMap<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: HashMap<&'static str, Vec<Phrase>> = HashMap::new();
    let mut reason = RemovedBecause::OutsideArticle;
    for line in include_str!("../../data/html-phrases.txt").lines() {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(name) => reason = reason_named(name),
            None if line.is_empty() || line.starts_with('#') => {}
            None => {
                let open = line.strip_suffix('*');
                let phrase = open.unwrap_or(line);
                phrases
                    .entry(first_word(phrase))
                    .or_default()
                    .push((phrase, open.is_some(), reason));
            }
        }
    }
    phrases
});

fn first_word(words: &str) -> &str {
    let end = words
        .find(|c: char| c.is_whitespace() || matches!(c, ':' | ',' | '.'))
        .unwrap_or(words.len());
    &words[..end]
}

/// Why a line of these words belongs to no article, when its words say so.
pub(super) fn says(line: &str) -> Option<RemovedBecause> {
    if line.len() > LONGEST {
        return None;
    }
    let lower = line.to_lowercase();
    let is_sign = |c: char| !c.is_alphanumeric() && !matches!(c, '©' | '(');
    let words = lower.trim_start_matches(is_sign);
    let bare = words.trim_end_matches(is_sign);
    let found = PHRASES.get(first_word(words))?.iter().find(|(phrase, open, _)| {
        if *open {
            words.strip_prefix(phrase).is_some_and(|rest| {
                phrase.ends_with(':') || rest.chars().next().is_none_or(|c| !c.is_alphanumeric())
            })
        } else {
            bare == phrase.trim_end_matches(is_sign)
        }
    });
    found.map(|&(_, _, reason)| reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_known_by_their_start_and_prose_is_not() {
        for (line, reason) in [
            ("Related: Ports stay closed", Some(RemovedBecause::RelatedLinks)),
            ("» LESEN SIE AUCH: Der Hafen", Some(RemovedBecause::RelatedLinks)),
            ("Advertisement", Some(RemovedBecause::Advertisement)),
            ("Share", Some(RemovedBecause::Sharing)),
            ("© 2026 The Port Gazette", Some(RemovedBecause::Legal)),
            ("Share prices fell on Monday.", None),
            ("Related companies were told.", None),
            ("Next week the talks go on.", None),
        ] {
            assert_eq!(says(line), reason, "{line}");
        }
    }
}
