//! Plain names: those that are told from other words by themselves, where no word like "by" stands before them.
//!
//! Two to four words with capitals may be a place, a section or a firm as well, so none of them may be a word of those
//! (`data/bylines.txt`), and where nothing else speaks for a name, its given name has to be a known one
//! (`data/given_names.txt`). What a name that is not in that list stands for is left open.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use super::{
    cues::{
        AND, BY, END, GENRE, LABEL, OFFICE, ORGANISATION, OTHERS, PARTICLE, PLACE, Place, ROLE, TELLS, lists,
        words,
    },
    is_mark,
    people::{byline, person},
};

/// Whether `words` are a person's name and nothing else, where no word for "by" says so: two to four words, none of which is one
/// that places, parts of a page or what people do are called by.
pub(super) fn is_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let is_part = |word: &str| {
        let known = lists(word.trim_end_matches('.'));
        known & PARTICLE != 0 && word.starts_with(char::is_lowercase)
            || known & (PLACE | ROLE | GENRE | LABEL | OTHERS | BY | AND | END) == 0
                && word.starts_with(char::is_uppercase)
                && word
                    .chars()
                    .all(|c| c.is_alphabetic() || is_mark(c) || ".'’-".contains(c))
    };
    let last = words.split_whitespace().next_back().unwrap_or_default();
    (2..=4).contains(&count)
        && words.split_whitespace().all(is_part)
        && last.chars().filter(|c| c.is_alphabetic()).count() > 2
        && !last.ends_with('.')
        && person(words, Place::Line).is_ok()
}

/// Names that words are made of where no word for "by" says so.
pub(super) struct Names {
    /// Bytes of each.
    pub(super) names: Vec<Range<usize>>,
    /// Whether behind them stands what the people do who write, or whom they work for.
    pub(super) is_at_work: bool,
    /// Whether more than half have a given name that is known.
    pub(super) is_given: bool,
}

/// The people whose plain names `words` are made of: "Maya Rios and Ola Berg", "Maya Rios, Staff Writer".
pub(super) fn names(words: &str) -> Option<Names> {
    let byline = byline(words, Place::Author).ok()?;
    let (start, end) = (byline.names.first()?.start, byline.names.last()?.end);
    // "Photo: Maya Rios", "Maya Rios via AP", "Maya Rios/AP"
    let is_led = words[..start].contains(char::is_alphanumeric);
    let behind = &words[end..];
    let is_credit = behind.contains('/') || behind.contains(" via ");
    let behind = behind.split_whitespace();
    let known = behind.fold(0, |known, word| {
        known | lists(word.trim_matches(|c: char| !c.is_alphanumeric()))
    });
    let is_plain = |name: &Range<usize>| is_name(&words[name.clone()]);
    let is_given = |name: &&Range<usize>| is_given(&words[(*name).clone()]);
    (!byline.is_cued && !is_led && !is_credit && byline.names.iter().all(is_plain)).then_some(Names {
        is_given: 2 * byline.names.iter().filter(|name| is_given(name)).count() > byline.names.len(),
        names: byline.names,
        is_at_work: known & (OFFICE | ORGANISATION) != 0,
    })
}

/// `words` without the "and" that they begin with.
pub(super) fn without_and(words: &str) -> &str {
    let words = words.trim_start();
    let first = words.split_whitespace().next().unwrap_or_default();
    let is_and = first.starts_with(|c: char| !c.is_uppercase()) && lists(first) & AND != 0;
    if is_and { &words[first.len()..] } else { words }
}

/// Whether words are what somebody does who writes: "Political Correspondent".
pub(super) fn is_office(words: &str) -> bool {
    const WORDS: usize = 6;
    words.split_whitespace().count() <= WORDS
        && !words.ends_with(['.', '!', '?', ':'])
        && words.split_whitespace().any(is_office_word)
}

/// Whether words name whom somebody works for: "The Associated Press".
pub(super) fn is_employer(words: &str) -> bool {
    const WORDS: usize = 5;
    words.split_whitespace().count() <= WORDS
        && !words.contains('/')
        && words.split_whitespace().any(is_organisation)
}

/// Whether a word says what somebody does who writes.
fn is_office_word(word: &str) -> bool {
    lists(word.trim_matches(|c: char| !c.is_alphanumeric())) & OFFICE != 0
}

/// The names of `data/given_names.txt`.
static GIVEN_NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    include_str!("../../../data/given_names.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
});

/// Whether a name has a given name that is known, or an initial in its place: "Maya Rios", "J. Rios", "Kovács Anna".
pub(super) fn is_given(name: &str) -> bool {
    let is_known = |word: &str| {
        let word = word.to_lowercase();
        let first = word.split('-').next().unwrap_or_default();
        GIVEN_NAMES.contains(word.as_str()) || GIVEN_NAMES.contains(first)
    };
    let mut words = name.split_whitespace();
    let first = words.clone().next().unwrap_or_default();
    let letters = first.chars().filter(|c| c.is_alphabetic()).count();
    let is_initial = letters > 0 && letters == first.matches('.').count();
    // "Dr. Maya Rios"
    let given = words.clone().find(|word| !word.ends_with('.'));
    is_initial || given.is_some_and(is_known) || words.next_back().is_some_and(is_known)
}

/// Whether only organisations have a word in their names.
pub(super) fn is_organisation(word: &str) -> bool {
    lists(word) & ORGANISATION != 0
}

/// The people of whom `text` tells that they write, in sentences like "Maya Rios is a reporter who covers the coast."
pub(super) fn told(text: &str) -> Vec<Range<usize>> {
    /// Words of a sentence in which what somebody does is looked for.
    const SENTENCE: usize = 25;
    let sentences = text.split_inclusive(['.', '\n']);
    let mut found = Vec::new();
    for sentence in sentences {
        let start = sentence.as_ptr() as usize - text.as_ptr() as usize;
        let words = words(sentence);
        let Some(verb) = words.iter().position(|word| lists(word.text) & TELLS != 0) else {
            continue;
        };
        let (name, rest) = words.split_at(verb);
        let (Some(first), Some(last)) = (name.first(), name.last()) else {
            continue;
        };
        let name = first.range.start..last.range.end;
        if is_name(&sentence[name.clone()])
            && rest.iter().take(SENTENCE).any(|word| is_office_word(word.text))
        {
            found.push(start + name.start..start + name.end);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_name_has_no_word_of_places_parts_of_a_page_or_offices() {
        for name in [
            "Maya Rios",
            "Kazım TÜRKMEN",
            "Piet van der Meer",
            "J. Rios",
            "Мария Иванова",
        ] {
            assert!(is_name(name), "{name}");
        }
        for words in [
            "Maya",
            "New York",
            "St. Louis",
            "Middle East",
            "Read More",
            "Subscribe Now",
            "Senior Fellow",
            "Selm Institute",
            "CC BY",
            "Deine Maya",
            "Storm closes harbour",
            "By Maya Rios",
        ] {
            assert!(!is_name(words), "{words}");
        }
    }

    #[test]
    fn names_without_a_word_for_by_may_be_followed_by_what_the_people_do() {
        let read = |words: &str| {
            let found = names(words)?;
            let names: Vec<String> = found
                .names
                .into_iter()
                .map(|name| words[name].to_owned())
                .collect();
            Some((names.join("; "), found.is_at_work, found.is_given))
        };
        for (words, people, is_at_work, is_given) in [
            ("Maya Rios", "Maya Rios", false, true),
            ("Maya Rios and Ola Berg", "Maya Rios; Ola Berg", false, true),
            ("Maya Rios, Staff Writer", "Maya Rios", true, true),
            ("Xu Vey, Redakteur", "Xu Vey", true, false),
            ("Premier League", "Premier League", false, false),
            (
                "Sierra Leone and Guinea Bissau",
                "Sierra Leone; Guinea Bissau",
                false,
                false,
            ),
        ] {
            assert_eq!(
                read(words),
                Some((people.to_owned(), is_at_work, is_given)),
                "{words}"
            );
        }
        for words in [
            "Photo: Maya Rios",
            "Maya Rios via AP",
            "Maya Rios/AP",
            "By Maya Rios",
            "New York",
        ] {
            assert_eq!(read(words), None, "{words}");
        }
    }

    #[test]
    fn a_sentence_tells_that_somebody_writes() {
        for (text, people) in [
            (
                "Maya Rios is a reporter who covers the coast.",
                &["Maya Rios"][..],
            ),
            (
                "Maya Rios is a fellow of the Selm Institute. Ola Berg is a professor of history.",
                &["Maya Rios", "Ola Berg"],
            ),
            (
                "Maya Rios schreibt als freie Autorin über die Küste.",
                &["Maya Rios"],
            ),
            ("Maya Rios is the mayor of Selm.", &[]),
            ("The reporter was on the pier.", &[]),
        ] {
            let found: Vec<&str> = told(text).into_iter().map(|name| &text[name]).collect();
            assert_eq!(found, people, "{text}");
        }
    }
}
