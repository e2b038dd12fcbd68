//! Names of people in bylines: `By Maya Rios and Ola Berg`, `Von Žan Čeh | 3. Mai 2016`, `Text: Li Na`, and what is no name.
//!
//! A byline is a promise that a person stands behind the words, so an account (`admin`), a desk (`Redaktion`), a firm or the
//! outlet itself is told from a name. Lists of words are in `data/bylines.txt`. Pen names are names: what a page prints in the
//! place of its author may be one word in small letters, but only there ([`Place::Author`]).

use std::{collections::HashMap, ops::Range, sync::LazyLock};

use model::article::Verdict;

use super::{days, is_mark};

/// Longest name in characters, most words of one, most names of a byline.
const LONGEST: usize = 60;
const WORDS: usize = 6;
const NAMES: usize = 12;

/// What is known of the place that the words stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It is there for the author: a class, a property, a link to the author.
    Author,
    /// Any line: a word like "by" has to stand before the names.
    Line,
}

/// The lists of `data/bylines.txt` that an entry is in, a bit each.
type Lists = u8;
const BY: Lists = 1;
const LABEL: Lists = 2;
const AND: Lists = 4;
const PARTICLE: Lists = 8;
const ROLE: Lists = 16;
const NOBODY: Lists = 32;
const ORGANISATION: Lists = 64;

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
            Some("nobody") => list = NOBODY,
            Some(_) => list = ORGANISATION,
            None => {
                for entry in line.split("  ").filter(|e| !e.is_empty()) {
                    *lists.entry(entry).or_default() |= list;
                }
            }
        }
    }
    lists
});

fn lists(words: &str) -> Lists {
    WORDS_OF_BYLINES
        .get(words.to_lowercase().as_str())
        .copied()
        .unwrap_or_default()
}

/// Names read in a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Byline {
    /// Bytes of each name.
    pub(super) names: Vec<Range<usize>>,
    /// Whether a word like "by" stands before them.
    pub(super) is_cued: bool,
    /// Whether nothing between them was refused.
    pub(super) is_all_people: bool,
}

/// A word of a line with its place.
struct Word<'l> {
    text: &'l str,
    range: Range<usize>,
}

/// The names that `line` gives, or why it gives none.
pub(super) fn byline(line: &str, place: Place) -> Result<Byline, Verdict> {
    let words = parted(words(line));
    let date = days::days(line).first().map(|day| day.range.start);
    let behind = cue(&words, place, date);
    if place == Place::Line && behind.is_none() {
        return Err(Verdict::Implausible);
    }
    // A date behind the names ends them; one before the cue does not.
    let from = words
        .get(behind.unwrap_or_default())
        .map_or(line.len(), |w| w.range.start);
    let until = date.filter(|at| *at > from).unwrap_or(line.len());
    let mut reader = Names {
        line,
        place,
        names: Vec::new(),
        open: None,
        refused: None,
        has_ended: false,
    };
    let end = reader.read(words.get(behind.unwrap_or_default()..).unwrap_or_default(), until);
    if !ends_well(line, end, until) {
        return Err(reader
            .refused
            .filter(|_| place == Place::Author)
            .unwrap_or(Verdict::Implausible));
    }
    if reader.names.is_empty() {
        return Err(reader.refused.unwrap_or(Verdict::Implausible));
    }
    Ok(Byline {
        is_all_people: reader.refused.is_none(),
        names: reader.names,
        is_cued: behind.is_some(),
    })
}

/// The desk, agency or firm that `line` names as the author: all words behind the cue and before a date.
pub(super) fn desk(line: &str) -> Option<Range<usize>> {
    const LONGEST_DESK: usize = 50;
    let words = parted(words(line));
    let date = days::days(line).first().map(|day| day.range.start);
    let behind = cue(&words, Place::Author, date).unwrap_or_default();
    let start = words.get(behind)?.range.start;
    let until = date.filter(|at| *at > start).unwrap_or(line.len());
    let until = line[start..until]
        .find([',', '|', '(', '['])
        .map_or(until, |at| start + at);
    let name = line[start..until]
        .split(" - ")
        .next()?
        .trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.');
    let fits = name.len() <= LONGEST_DESK && !name.contains('@') && !name.split_whitespace().any(is_address);
    (fits && !name.is_empty()).then(|| start..start + name.len())
}

/// Whether `line` is only the words that stand before names: "By", "Author:".
pub(super) fn is_cue(line: &str) -> bool {
    const LONGEST_CUE: usize = 40;
    let words = words(line);
    line.len() < LONGEST_CUE && !words.is_empty() && cue(&words, Place::Author, None) == Some(words.len())
}

/// Whether the first word of `line` may stand before names.
pub(super) fn begins_with_cue(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    lists(first.trim_end_matches(':')) & (BY | LABEL) != 0
}

/// Whether the names that end at byte `end` are all there is before a sign or the date at `until`: a sentence may begin with
/// "by" too, but it goes on. Small words stand before a date ("am", "on", "under").
fn ends_well(line: &str, end: usize, until: usize) -> bool {
    let rest = line[end..until].trim();
    let sign = rest.starts_with([
        '|', '·', '•', '–', '-', '—', '(', '[', '/', '@', '>', '»', '*', '…',
    ]);
    let small = || rest.split_whitespace().count() < 4 && !rest.contains(char::is_uppercase);
    rest.is_empty() || sign || until < line.len() && small()
}

fn words(line: &str) -> Vec<Word<'_>> {
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

/// `words` with "ByMaya Rios" as three words: the page parts them by colour or place only.
fn parted(mut words: Vec<Word<'_>>) -> Vec<Word<'_>> {
    let glued = words.first().and_then(|first| {
        let cue = ["By", "BY", "Von", "Par", "Por"]
            .into_iter()
            .find(|cue| first.text.starts_with(cue))?;
        let name = &first.text[cue.len()..];
        let begins = name.starts_with(char::is_uppercase) && first.text.chars().any(char::is_lowercase);
        begins.then(|| (cue.len(), first.text, first.range.clone()))
    });
    if let Some((length, text, range)) = glued {
        let cut = range.start + length;
        words.splice(
            0..1,
            [
                Word {
                    text: &text[..length],
                    range: range.start..cut,
                },
                Word {
                    text: &text[length..],
                    range: cut..range.end,
                },
            ],
        );
    }
    words
}

/// The word behind a cue at the beginning of the line, or behind a date ("3. Mai 2016 von Ola Berg").
fn cue(words: &[Word<'_>], place: Place, date: Option<usize>) -> Option<usize> {
    const LONGEST_CUE: usize = 4;
    /// Words that a cue in the midst of a line may stand behind.
    const BEHIND: usize = 14;
    /// "edited by", "photo by"
    const OTHERS: [&str; 10] = [
        "edited",
        "translated",
        "photo",
        "photos",
        "photography",
        "bearbeitet",
        "übersetzt",
        "foto",
        "fotos",
        "traduit",
    ];
    let at = |start: usize| {
        (1..=LONGEST_CUE).rev().find_map(|count| {
            let cue = words.get(start..start + count)?;
            let last = cue.last()?.text;
            let entry = cue.iter().map(|w| w.text).collect::<Vec<_>>().join(" ");
            let bare = entry.trim_end_matches([':', '/']).trim_end();
            let known = lists(bare);
            let labelled = known & LABEL != 0 && (last.ends_with([':', '/']) || place == Place::Author);
            (known & BY != 0 || labelled).then_some(start + count)
        })
    };
    at(0).or_else(|| {
        let dated = date.is_some_and(|at| at < 40);
        let mut starts = 1..words.len().min(BEHIND);
        // In the midst of a line only a small word is a cue.
        let start = starts.find(|&start| {
            let small = words
                .get(start)
                .is_some_and(|w| w.text.starts_with(char::is_lowercase));
            (dated || place == Place::Author) && small && at(start).is_some()
        })?;
        let before = words.get(start.checked_sub(1)?)?.text.to_lowercase();
        at(start).filter(|_| !OTHERS.contains(&before.as_str()))
    })
}

/// Reads names word by word.
struct Names<'l> {
    line: &'l str,
    place: Place,
    names: Vec<Range<usize>>,
    /// The name that is being read.
    open: Option<Range<usize>>,
    /// Why the first that is no name is none.
    refused: Option<Verdict>,
    /// A firm stood behind a name; what follows is where it sits, unless it is one more name.
    has_ended: bool,
}

impl Names<'_> {
    /// Reads `words` up to byte `until`; where it stopped understanding.
    fn read(&mut self, words: &[Word<'_>], until: usize) -> usize {
        for word in words {
            if word.range.start >= until || self.names.len() >= NAMES {
                self.close();
                return word.range.start.min(until);
            }
            if !self.take(word) {
                self.close();
                return if self.has_ended { until } else { word.range.start };
            }
        }
        self.close();
        until
    }

    /// Takes one word in; false where the names are at an end.
    fn take(&mut self, word: &Word<'_>) -> bool {
        let bare = word.text.trim_end_matches([',', ';', ':', '|']);
        if bare.is_empty() || bare.chars().all(|c| !c.is_alphanumeric()) {
            if matches!(bare, "&" | "+" | "/") || bare.is_empty() && !word.text.contains('|') {
                self.close();
                return true;
            }
            // A bar or a bullet before the first name is a leftover of the page's.
            return self.names.is_empty() && self.open.is_none();
        }
        if bare.starts_with(['(', '[']) {
            return false;
        }
        if bare.contains('@') || is_address(bare) {
            self.close();
            self.refused.get_or_insert(Verdict::NoPerson);
            return true;
        }
        let known = lists(bare.trim_end_matches('.'));
        if self.has_ended {
            self.has_ended = known & AND == 0;
            return !self.has_ended;
        }
        let ends = word.text.len() > bare.len();
        if let Some(open) = &self.open
            && known & AND != 0
            && !ends
        {
            // "BY MAYA RIOS AND OLA BERG", but "Et" may be somebody's name.
            let capitals = |text: &str| !text.chars().any(char::is_lowercase);
            if bare.starts_with(char::is_lowercase) || capitals(bare) && capitals(&self.line[open.clone()]) {
                self.close();
                return true;
            }
        }
        // ", and Ola Berg"
        if self.open.is_none() && !self.names.is_empty() && known & AND != 0 {
            return true;
        }
        let is_firm = known & ORGANISATION != 0 && bare.starts_with(char::is_lowercase);
        if is_firm && (self.open.is_some() || !self.names.is_empty()) {
            self.close();
            return true;
        }
        if known & ROLE != 0 && !(self.open.is_some() && known & PARTICLE != 0) {
            self.close();
            return true;
        }
        let capital = bare
            .trim_start_matches(['\'', '’', '"', '“', '„', '«', '‘'])
            .chars()
            .next()
            .is_some_and(|c| {
                c.is_alphabetic() && !c.is_lowercase() || c.is_numeric() && self.place == Place::Author
            });
        let inside = known & PARTICLE != 0
            || ["d'", "d’", "al-", "el-", "l'", "l’", "o'"]
                .iter()
                .any(|p| bare.starts_with(p));
        // A pen name in small letters is the first and only word.
        let pen = self.place == Place::Author && self.open.is_none() && self.names.is_empty();
        if !capital && !inside && !pen {
            return false;
        }
        // "Maya Rios/AFP" is Maya Rios.
        let slash = bare.find('/').filter(|_| self.open.is_some());
        let end = word.range.start + slash.unwrap_or(bare.len());
        match &mut self.open {
            Some(open) => open.end = end,
            None => self.open = Some(word.range.start..end),
        }
        if ends || slash.is_some() {
            self.close();
        }
        true
    }

    /// Ends the name that is being read and keeps it, if it is one.
    fn close(&mut self) {
        let Some(mut range) = self.open.take() else {
            return;
        };
        let trimmed = self.line[range.clone()].trim_end_matches(['"', '”', '“', '»', '\'', '’', '*']);
        range.end = range.start + trimmed.len();
        let quotes = trimmed.len() - trimmed.trim_start_matches(['"', '“', '„', '«', '‘', '*']).len();
        range.start += quotes;
        // "Maya Rios le" of "Maya Rios le 3 mai".
        while let Some((name, last)) = self.line[range.clone()].rsplit_once(char::is_whitespace) {
            if last.contains(char::is_uppercase) || !last.starts_with(char::is_lowercase) {
                break;
            }
            range.end = range.start + name.trim_end().len();
        }
        match person(&self.line[range.clone()], self.place) {
            Ok(()) => {
                let same = |known: &Range<usize>| self.line[known.clone()] == self.line[range.clone()];
                if !self.names.iter().any(same) {
                    self.names.push(range);
                }
            }
            Err(why) => {
                self.has_ended = why == Verdict::NoPerson && !self.names.is_empty();
                self.refused.get_or_insert(why);
            }
        }
    }
}

/// Whether a word is a web address.
fn is_address(word: &str) -> bool {
    let small = word.to_lowercase();
    let domain = |d: &str| {
        small
            .strip_suffix(d)
            .is_some_and(|rest| rest.ends_with(|c: char| c.is_alphanumeric()))
    };
    small.contains("://")
        || small.starts_with("www.")
        || [
            ".de", ".com", ".net", ".org", ".at", ".ch", ".fr", ".it", ".es", ".uk", ".info", ".eu", ".nl",
            ".pl", ".ru", ".br",
        ]
        .iter()
        .any(|d| domain(d))
}

/// Whether `name` can be a person's, or why not.
fn person(name: &str, place: Place) -> Result<(), Verdict> {
    let name = name.trim();
    let known = lists(name.trim_end_matches([':', '*', '.']).trim_end());
    if name.chars().filter(|c| c.is_alphabetic()).count() < 2 || known & NOBODY != 0 {
        return Err(Verdict::Placeholder);
    }
    let count = name.split_whitespace().count();
    if count > WORDS || name.chars().count() > LONGEST || known & (BY | LABEL) != 0 {
        return Err(Verdict::Implausible);
    }
    let organisation = name
        .split(|c: char| c.is_whitespace() || c == '/' || c == '-')
        .any(|word| lists(word.trim_matches([',', '(', ')'])) & ORGANISATION != 0);
    if organisation || is_address(name) {
        return Err(Verdict::NoPerson);
    }
    let odd = |c: char| {
        !(c.is_alphanumeric() || c.is_whitespace() || ".'’‘-‐‑–_,\"“”·&$".contains(c) || is_mark(c))
    };
    let numbered = name.chars().any(char::is_numeric) && count > 1;
    // A word in small letters is a pen name when it stands alone.
    let first_small = name.starts_with(char::is_lowercase)
        && name
            .split(['\'', '’', ' '])
            .next()
            .is_none_or(|first| lists(first) & PARTICLE == 0 && first.len() > 1);
    if numbered || name.chars().any(odd) || (first_small && (count > 1 || place == Place::Line)) {
        return Err(Verdict::Implausible);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str, place: Place) -> Result<Vec<&str>, Verdict> {
        byline(line, place).map(|b| b.names.into_iter().map(|r| &line[r]).collect())
    }

    #[test]
    fn names_are_read_behind_the_words_for_by_of_many_languages() {
        for (line, names) in [
            ("By Maya Rios", &["Maya Rios"][..]),
            ("BY MAYA RIOS AND JOHN O'NEIL", &["MAYA RIOS", "JOHN O'NEIL"]),
            ("Von Ola Berg und Žan Čeh", &["Ola Berg", "Žan Čeh"]),
            (
                "Par Anne-Laure d’Orval et Li Na",
                &["Anne-Laure d’Orval", "Li Na"],
            ),
            ("Por José de la Cruz", &["José de la Cruz"]),
            ("di Carla Rossi", &["Carla Rossi"]),
            ("Door Piet van der Meer", &["Piet van der Meer"]),
            ("Автор: Мария Иванова", &["Мария Иванова"]),
            ("作者：王小明", &[]),
            ("Text: Ola Berg, Foto: Cy Dee", &["Ola Berg", "Cy Dee"]),
            ("Geschrieben von Ola Berg | 3. Mai 2016", &["Ola Berg"]),
            ("By Maya Rios, Senior Correspondent", &["Maya Rios"]),
            ("By Maya Rios, Selm News, Port Vane", &["Maya Rios"]),
            (
                "By Maya Rios, Selm News, and Ola Berg",
                &["Maya Rios", "Ola Berg"],
            ),
            ("Autor: Maya Rios/AFP", &["Maya Rios"]),
            ("3. Mai 2016 von Ola Berg", &["Ola Berg"]),
            ("By Ana Lima, Bo Ek, and Cy Dee", &["Ana Lima", "Bo Ek", "Cy Dee"]),
            ("By Maya Rios @mayarios", &["Maya Rios"]),
            ("By Maya Rios - May 3, 2016", &["Maya Rios"]),
            ("ByMaya Rios", &["Maya Rios"]),
            ("Byron Rios", &[]),
            ("Von R. R. am 07.08.2013 um 09:07 Uhr", &["R. R."]),
            ("Par Maya Rios le 3 mai 2016", &["Maya Rios"]),
        ] {
            let found = read(line, Place::Line).unwrap_or_default();
            assert_eq!(found, names, "{line}");
        }
    }

    #[test]
    fn in_the_place_of_the_author_no_word_for_by_is_needed_and_pen_names_count() {
        for (line, names) in [
            ("Maya Rios", &["Maya Rios"][..]),
            ("reineke_fuchs", &["reineke_fuchs"]),
            ("Marianne1", &["Marianne1"]),
            ("Posted by Ola Berg on May 3, 2016", &["Ola Berg"]),
            ("Veröffentlicht am 3. Mai 2016 von Ola Berg", &["Ola Berg"]),
            ("Maya Rios Updated May 3, 2016", &["Maya Rios"]),
            ("Ola Berg, Cy Dee", &["Ola Berg", "Cy Dee"]),
            ("王小明", &["王小明"]),
        ] {
            assert_eq!(read(line, Place::Author).as_deref(), Ok(names), "{line}");
        }
    }

    #[test]
    fn accounts_desks_firms_and_sentences_are_nobody() {
        for (line, why) in [
            ("admin", Verdict::Placeholder),
            ("Super User", Verdict::Placeholder),
            ("Name *", Verdict::Placeholder),
            ("Redaktion", Verdict::NoPerson),
            ("Berg Media GmbH", Verdict::NoPerson),
            ("dpa/lno", Verdict::NoPerson),
            ("info@example.org", Verdict::NoPerson),
            ("www.example.org", Verdict::NoPerson),
            ("https://example.org/author/12", Verdict::NoPerson),
            ("3. Mai 2016", Verdict::Implausible),
            ("", Verdict::Implausible),
        ] {
            assert_eq!(read(line, Place::Author), Err(why), "{line}");
        }
        for line in [
            "By the time talks began, both sides had left.",
            "By withdrawing its troops the ministry hopes to calm markets.",
            "Von der Leyen reist nach Kiew und trifft den Präsidenten.",
            "Maya Rios",
        ] {
            assert!(read(line, Place::Line).is_err(), "{line}");
        }
    }
}
