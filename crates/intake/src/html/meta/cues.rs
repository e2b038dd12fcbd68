//! What stands before the names in a byline: "By", "Geschrieben von", "作者：", a date; and the words that bylines are made of.
//!
//! The words are in `data/bylines.txt`.

use std::{collections::HashMap, ops::Range, sync::LazyLock};

use super::days;

/// What is known of the place that the words stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It is there for the author: a class, a property, a link to the author.
    Author,
    /// Any line: a word like "by" has to stand before the names.
    Line,
}

/// The lists of `data/bylines.txt` that an entry is in, a bit each.
pub(super) type Lists = u32;
pub(super) const BY: Lists = 1;
pub(super) const LABEL: Lists = 2;
pub(super) const AND: Lists = 4;
pub(super) const PARTICLE: Lists = 8;
pub(super) const ROLE: Lists = 16;
pub(super) const NOBODY: Lists = 32;
pub(super) const ORGANISATION: Lists = 64;
pub(super) const END: Lists = 128;
pub(super) const GENRE: Lists = 256;
pub(super) const OURS: Lists = 512;
pub(super) const OTHERS: Lists = 1024;
pub(super) const ENDING: Lists = 2048;
pub(super) const NEVER: Lists = 4096;
pub(super) const PLACE: Lists = 8192;
/// What an entry of [`BY`] or [`LABEL`] begins with.
pub(super) const FIRST: Lists = 16384;
/// Entries of [`ROLE`] that say what somebody does who writes.
pub(super) const OFFICE: Lists = 32768;
pub(super) const TELLS: Lists = 65536;
pub(super) const ABOUT: Lists = 131_072;

static WORDS_OF_BYLINES: LazyLock<HashMap<&str, Lists>> = LazyLock::new(|| {
    let mut lists = HashMap::<&str, Lists>::new();
    let mut list = 0;
    for line in include_str!("../../../data/bylines.txt")
        .lines()
        .filter(|l| !l.starts_with('#'))
    {
        match line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            Some("by") => list = BY,
            Some("label") => list = LABEL,
            Some("and") => list = AND,
            Some("particle") => list = PARTICLE,
            Some("role") => list = ROLE,
            Some("office") => list = ROLE | OFFICE,
            Some("tells") => list = TELLS,
            Some("about") => list = ABOUT,
            Some("nobody") => list = NOBODY,
            Some("end") => list = END,
            Some("genre") => list = GENRE,
            Some("ours") => list = OURS,
            Some("others") => list = OTHERS,
            Some("ending") => list = ENDING,
            Some("never") => list = NEVER,
            Some("place") => list = PLACE,
            Some(_) => list = ORGANISATION,
            None => {
                for entry in line.split("  ").filter(|e| !e.is_empty()) {
                    *lists.entry(entry).or_default() |= list;
                    if let Some((first, _)) = entry.split_once(' ')
                        && list & (BY | LABEL) != 0
                    {
                        *lists.entry(first).or_default() |= FIRST;
                    }
                }
            }
        }
    }
    lists
});

/// The lists that `words` are in, in whatever letters.
pub(super) fn lists(words: &str) -> Lists {
    WORDS_OF_BYLINES
        .get(words.to_lowercase().as_str())
        .copied()
        .unwrap_or_default()
}

/// The lists that the last words of a label are in, however it writes both genders and numbers: "Autor*in", "Auteur(s)".
pub(super) fn lists_of_label(words: &str) -> Lists {
    /// Letters of the longest ending: "Autor*innen".
    const ENDING: usize = 5;
    let known = lists(words);
    let Some((stem, ending)) = words.split_once(['(', '/', '*', ':', '_', '·', '.']) else {
        return known;
    };
    let ending = ending.trim_matches(['-', ')', '.', '·']);
    let fits = ending.len() <= ENDING && ending.chars().all(|c| c.is_lowercase() || c == '·' || c == '.');
    known | if fits { lists(stem) & LABEL } else { 0 }
}

/// A word of a line with its place.
#[derive(Clone)]
pub(super) struct Word<'l> {
    pub(super) text: &'l str,
    pub(super) range: Range<usize>,
}

/// The words of `line`.
pub(super) fn words(line: &str) -> Vec<Word<'_>> {
    line.split_whitespace()
        .take(64)
        .map(|text| {
            let start = text.as_ptr() as usize - line.as_ptr() as usize;
            Word {
                text,
                range: start..start + text.len(),
            }
        })
        .collect()
}

/// The signs that part a label from the name.
const COLONS: [char; 7] = [':', '：', '=', '＝', '/', '／', '・'];

/// A line up to where its names begin, and where they end at the latest.
pub(super) struct Front<'l> {
    pub(super) words: Vec<Word<'l>>,
    /// The word behind a cue, where there is one.
    pub(super) behind: Option<usize>,
    /// The byte where the names end at the latest.
    pub(super) until: usize,
}

impl<'l> Front<'l> {
    /// Looks for the cue in `line`.
    pub(super) fn of(line: &'l str, place: Place) -> Self {
        let mut words = words(line);
        let led = words
            .iter()
            .take_while(|word| !word.text.contains(char::is_alphanumeric))
            .count();
        // "– by Maya Rios –", "---- by Maya Rios"; a bar is what a page parts its columns by.
        words.drain(..led.min(1));
        if let Some(first) = words.first_mut() {
            let bare = first.text.trim_start_matches(['(', '[', '【', '（', '–', '—']);
            first.range.start += first.text.len() - bare.len();
            first.text = bare;
        }
        let date = days::days(line).into_iter().next().map(|day| day.range);
        let mut start = date.as_ref().map(|day| day.start);
        // "3 May 2016 | Maya Rios"
        if let Some(date) = date.filter(|date| date.start == 0) {
            let behind =
                |word: &Word<'_>| word.range.start >= date.end && word.text.contains(char::is_alphanumeric);
            words.drain(..words.iter().position(behind).unwrap_or(words.len()));
        }
        part_glued(&mut words);
        let behind = cue(&words, place, start);
        // A date behind the names ends them; one before them does not.
        let from = words
            .get(behind.unwrap_or_default())
            .map_or(line.len(), |w| w.range.start);
        start = start.filter(|at| *at > from);
        Self {
            words,
            behind,
            until: start.unwrap_or(line.len()),
        }
    }
}

/// Parts the cue from the name where the page parts them by colour, place or a sign only: "ByMaya Rios", "作者：王小明".
fn part_glued(words: &mut Vec<Word<'_>>) {
    /// Words that a label is looked for in.
    const LABELS: usize = 8;
    let after_word = |text: &str| {
        ["By", "BY", "Von", "Par", "Por"].into_iter().find_map(|cue| {
            let name = text.strip_prefix(cue)?;
            let begins = name.starts_with(char::is_uppercase) && text.chars().any(char::is_lowercase);
            begins.then_some(cue.len())
        })
    };
    let after_sign = |text: &str| {
        let is_label = |text: &str| lists(text) & (BY | LABEL) != 0;
        if lists_of_label(text.trim_end_matches(COLONS)) & LABEL != 0 {
            return None;
        }
        let mut signs = text.match_indices(COLONS);
        signs.find_map(|(at, sign)| {
            let (label, name) = (&text[..at], &text[at + sign.len()..]);
            let parts = is_label(label) && !name.is_empty() && !is_label(text.trim_end_matches(COLONS));
            parts.then_some(at + sign.len())
        })
    };
    let first = words.first().and_then(|word| Some((0, after_word(word.text)?)));
    let labels = words.iter().take(LABELS).enumerate();
    let Some((n, length)) = first.or_else(|| {
        labels
            .into_iter()
            .find_map(|(n, word)| Some((n, after_sign(word.text)?)))
    }) else {
        return;
    };
    let Some(Word { text, range }) = words.get(n).cloned() else {
        return;
    };
    let (cue, name) = text.split_at(length);
    let cut = range.start + length;
    let parts = [(cue, range.start..cut), (name, cut..range.end)];
    words.splice(n..=n, parts.map(|(text, range)| Word { text, range }));
}

/// The word behind a cue at the beginning of the line, or behind a date ("3. Mai 2016 von Ola Berg").
pub(super) fn cue(words: &[Word<'_>], place: Place, date: Option<usize>) -> Option<usize> {
    const LONGEST_CUE: usize = 5;
    /// Words that a cue in the midst of a line may stand behind.
    const BEHIND: usize = 14;
    let at = |start: usize| {
        (1..=LONGEST_CUE).rev().find_map(|count| {
            let cue = words.get(start..start + count)?;
            let last = cue.last()?.text;
            let entry = cue.iter().map(|w| w.text).collect::<Vec<_>>().join(" ");
            let bare = entry.trim_end_matches(COLONS).trim_end();
            let known = lists_of_label(bare);
            let labelled = known & LABEL != 0 && (last.ends_with(COLONS) || place == Place::Author);
            let about = known & ABOUT != 0 && place == Place::Author;
            (known & BY != 0 || labelled || about).then_some(start + count)
        })
    };
    // "Artikel vom 3. Mai 2016 von Maya Rios"
    let is_date = |n: usize| date.is_some() && words.get(n).map(|word| word.range.start) == date;
    let behind = at(0)
        .or_else(|| at(behind_town(words)?))
        .or_else(|| label_only(words, place))
        .or_else(|| {
            let dated = date.is_some_and(|at| at < 40);
            let mut starts = 1..words.len().min(BEHIND);
            // In the midst of a line only a small word is a cue, or a label with its colon, or what a sign parts from the rest.
            let start = starts.find(|&start| {
                let Some(word) = words.get(start) else {
                    return false;
                };
                let small = word.text.starts_with(char::is_lowercase);
                let labelled = word.text.ends_with(COLONS)
                    && lists_of_label(word.text.trim_end_matches(COLONS)) & LABEL != 0;
                (labelled
                    || is_parted(words, start)
                    || small && (dated || place == Place::Author || known_before(words, start) & GENRE != 0))
                    && at(start).is_some_and(|behind| !is_date(behind))
            })?;
            at(start).filter(|_| known_before(words, start) & OTHERS == 0)
        })?;
    // "Von unserer Korrespondentin Maya Rios", "Автор статьи: …"
    let is_ours = |n: usize| {
        words
            .get(n)
            .is_some_and(|w| lists(w.text.trim_end_matches(COLONS)) & OURS != 0)
    };
    Some((behind..).find(|n| !is_ours(*n)).unwrap_or(behind))
}

/// Whether a sign parts word `n` from what stands before it: "3 May 2016 | By: Maya Rios".
fn is_parted(words: &[Word<'_>], n: usize) -> bool {
    let before = n.checked_sub(1).and_then(|n| words.get(n));
    before.is_some_and(|word| word.text.ends_with(['|', '·', '•', '–', '—', '-']))
}

/// The word behind the town that a line begins with: "Aus Port Vane berichtet Maya Rios", "From Selm by Maya Rios".
fn behind_town(words: &[Word<'_>]) -> Option<usize> {
    /// Most words of a town.
    const TOWN: usize = 4;
    let is_small = |word: &Word<'_>| word.text.starts_with(char::is_lowercase);
    let first = words.first().filter(|word| !is_small(word))?;
    if lists(first.text) & END == 0 {
        return None;
    }
    let behind = words.iter().skip(1).take(TOWN + 1);
    let town = behind
        .take_while(|word| !is_small(word) || lists(word.text) & (PARTICLE | BY) == PARTICLE)
        .count();
    (town > 0).then_some(town + 1)
}

/// The word behind a label without a colon, where only a name stands there: "Teksti Maya Rios".
fn label_only(words: &[Word<'_>], place: Place) -> Option<usize> {
    let (label, names) = words.split_first()?;
    let known = lists(label.text);
    let is_name =
        |word: &Word<'_>| word.text.starts_with(char::is_uppercase) && lists(word.text) & !PARTICLE == 0;
    let fits = place == Place::Line
        && known & LABEL != 0
        && known & GENRE == 0
        && label.text.starts_with(char::is_uppercase)
        && (2..=3).contains(&names.len())
        && names.iter().all(is_name);
    fits.then_some(1)
}

/// The lists of the word before word `n`.
fn known_before(words: &[Word<'_>], n: usize) -> Lists {
    let before = n.checked_sub(1).and_then(|n| words.get(n));
    before.map_or(0, |word| lists(word.text.trim_end_matches(COLONS)))
}
