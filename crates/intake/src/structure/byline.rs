//! Bylines: `By A`, `BY A AND B`, `By A, B and C in Moscow`, `Reporting by A; Editing by B`.
//!
//! A name is a run of words with capitals (and the particles of names). Offices, agencies, places and "staff" are printed in
//! the byline but are no people, and editors are no authors.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use super::{
    dates::{self, Date},
    pattern::{pattern, trim_by, trim_separators, trim_spaces, words},
    sections::unemphasised,
};

/// A byline; places are bytes in the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Byline {
    /// From its first word to its last, a date behind it left out.
    pub(super) raw: Range<usize>,
    /// The people.
    pub(super) authors: Vec<Range<usize>>,
    /// The date printed in the same line.
    pub(super) date: Option<Date>,
    /// Whether it stands at the end of reports ("Reporting by …").
    pub(super) is_credit: bool,
}

impl Byline {
    /// The same in a text with `bytes` more before it.
    pub(super) fn shifted(mut self, bytes: usize) -> Self {
        let shift = |range: &mut Range<usize>| *range = range.start + bytes..range.end + bytes;
        shift(&mut self.raw);
        self.authors.iter_mut().for_each(shift);
        self
    }
}

/// Longer lines are sentences that begin with "By".
const LONGEST: usize = 240;

static START: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^\(?(?:(?P<credit>(?i:reporting|reported|additional reporting|writing) (?i:and (?:writing|editing) )?(?i:by))\s*:?\s+|(?i:(?:written|story|words|text|analysis|report|article|posted|published|compiled) by)\s*:?\s+|(?i:by)\s*:?\s+|(?i:authors?|reporters?|byline|correspondent)\s*:\s+)",
    )
});

static NEXT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\s*(?:,\s*(?i:and|&)\s+|[,;|•·/]\s*|\s(?i:and|with)\s+|\s[&+]\s+|\s[–—-]\s+)")
});

static PLACE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\s(?i:in|at|for|from|of|near|aboard)\s+"));

static OFFICE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:staff|writers?|reporters?|correspondents?|editors?|editorial|bureau|chief|analysts?|columnists?|contributors?|contributing|producers?|desk|agenc(?:y|ies)|news|newsroom|team|fellow|professor|director|journalists?|photographers?|intern|freelance|special to|economist|strategist|researcher|guest|senior|associated press|reuters|bloomberg|afp|interfax|tass|xinhua|bbc|cnn|times|tribune|herald|gazette|courier|press|journal|observer|guardian|wires?|service|media|broadcasting|monitor|dispatch|daily|ledger|chronicle|telegraph|institute|university|@\w+|\S+@\S+)\b",
    )
});

static SUFFIX: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:Jr|Sr|II|III|IV|Ph\.?D|MD|M\.D)\.?$"));

static EDITING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"[;.,]?\s*\b(?i:(?:additional reporting|editing|edited|graphics?|photos?|photographs?|writing|translation|translated|illustration)(?: and \w+)? by)\b",
    )
});

/// Words that begin a sentence after "By": "By Monday, …", "By the end of …".
const NOT_NAMES: [&str; 27] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "the",
    "then",
    "now",
    "a",
    "an",
    "contrast",
    "law",
    "comparison",
];

/// Small words inside names.
const PARTICLES: [&str; 34] = [
    "de", "del", "della", "der", "den", "des", "di", "da", "das", "do", "dos", "du", "la", "le", "las",
    "los", "van", "von", "vom", "zu", "zur", "ten", "ter", "te", "bin", "ibn", "bint", "al", "el", "abu",
    "ben", "y", "e", "af",
];

/// Reads `line` as a byline.
pub(super) fn byline(line: &str) -> Option<Byline> {
    if line.len() > LONGEST {
        return None;
    }
    let whole = unemphasised(line, 0..line.len());
    let start = START.captures(&line[whole.clone()])?;
    let is_credit = start.name("credit").is_some();
    let names_from = whole.start + start.get(0)?.end();
    let date = dates::find(line, names_from);
    let names_to = date.as_ref().map_or(whole.end, |d| {
        trim_separators(line, names_from..d.range.start).end
    });
    if date
        .as_ref()
        .is_some_and(|d| !trim_separators(line, d.range.end..whole.end).is_empty())
    {
        return None;
    }
    let edited = EDITING
        .find(&line[names_from..names_to])
        .map_or(names_to, |m| names_from + m.start());
    let names = trim_by(line, names_from..edited, |c| {
        crate::decode::is_space(c) || matches!(c, '(' | ')' | ',' | ';' | '|')
    });
    let authors = authors(line, names.clone());
    if authors.is_empty() && !is_office(&line[names.clone()]) {
        return None;
    }
    if !is_plausible(&line[names]) {
        return None;
    }
    Some(Byline {
        raw: whole.start..names_to,
        authors,
        date,
        is_credit,
    })
}

/// Whether the words after "By" can be names: not a day or the like alone or before a comma, as a sentence has it.
fn is_plausible(names: &str) -> bool {
    let first = names.split_whitespace().next().unwrap_or_default();
    let alone = first.len() == names.len() || first.ends_with(',');
    let no_name = NOT_NAMES.contains(&first.trim_end_matches(',').to_lowercase().as_str());
    !(alone && no_name) && names.split_whitespace().count() <= 30
}

/// Whether a line below a byline is only an office or a place: "Chief Correspondent, Moscow", "Reporting from London".
pub(super) fn is_office_line(line: &str) -> bool {
    let is_office =
        is_office(line) && words(line).all(|(_, w)| !w.starts_with(char::is_lowercase) || w.len() < 4);
    (is_office || is_place_line(line)) && !line.ends_with(['.', '!', '?'])
}

/// Whether a line says where its authors work: "Reporting from London and Moscow".
fn is_place_line(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [work, at, places @ ..] = words.as_slice() else {
        return false;
    };
    let is_place = |word: &&str| *word == "and" || word.starts_with(char::is_uppercase);
    matches!(work.to_lowercase().as_str(), "reporting" | "writing")
        && matches!(at.to_lowercase().as_str(), "from" | "in")
        && (1..=6).contains(&places.len())
        && places.iter().all(is_place)
}

/// Whether the words are an office or an agency: "staff writers", "Our Correspondent", "Reuters".
fn is_office(words: &str) -> bool {
    words.split_whitespace().count() <= 8 && OFFICE.is_match(words)
}

/// The names in `range`. Empty when something in it is neither a name nor an office nor a place: then it is a sentence.
fn authors(line: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = range.start;
    let mut by_comma = false;
    while from < range.end {
        let separator = NEXT.find(&line[from..range.end]);
        let (until, next) = separator.map_or((range.end, range.end), |m| (from + m.start(), from + m.end()));
        let part = trim_spaces(line, from..until);
        let after_comma =
            std::mem::replace(&mut by_comma, separator.is_some_and(|m| m.as_str().trim() == ","));
        from = next;
        if part.is_empty() {
            continue;
        }
        let place = PLACE.find(&line[part.clone()]).map(|m| part.start + m.start());
        let name = trim_name(line, part.start..place.unwrap_or(part.end));
        let words = &line[name.clone()];
        if SUFFIX.is_match(words) {
            // ", Jr." belongs to the name before it.
            if let Some(last) = found.last_mut() {
                last.end = name.end;
            }
            continue;
        }
        if is_office(words) {
            continue;
        }
        if !is_name(words) {
            // A place or an office in small letters may follow a name, a sentence may not.
            if found.is_empty() || place.is_none() && words.split_whitespace().count() > 4 {
                return Vec::new();
            }
            continue;
        }
        // "By Maya Rios, Moscow": one word behind a comma and at the end is where she was.
        let is_last = from >= range.end;
        let beside_full_name = found.last().is_some_and(|last| line[last.clone()].contains(' '));
        if after_comma && is_last && !words.contains(' ') && beside_full_name {
            continue;
        }
        found.push(name);
    }
    found
}

/// `range` without brackets after the name: "Maya Rios (Moscow)".
fn trim_name(line: &str, range: Range<usize>) -> Range<usize> {
    let bracket = line[range.clone()]
        .find('(')
        .map_or(range.end, |at| range.start + at);
    trim_spaces(line, range.start..bracket)
}

/// Whether `words` are a name: up to six words with capitals, particles between them.
fn is_name(text: &str) -> bool {
    let count = text.split_whitespace().count();
    let mut capitals = 0;
    (1..=6).contains(&count)
        && !text.ends_with(['!', '?', ':'])
        && words(text).all(|(_, word)| {
            let capital = word
                .trim_start_matches(['\'', '’', '"', '“'])
                .starts_with(char::is_uppercase)
                || word
                    .chars()
                    .next()
                    .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
                || ["d'", "d’", "al-", "el-", "o'"]
                    .iter()
                    .any(|p| word.starts_with(p));
            capitals += usize::from(capital);
            capital || PARTICLES.contains(&word)
        })
        && capitals > 0
        && text
            .chars()
            .all(|c| c.is_alphabetic() || " .'’‘-‐‑\u{a0}\"“”".contains(c) || is_mark(c))
}

/// Combining accents, as decomposed letters have them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<Vec<&str>> {
        byline(line).map(|b| b.authors.into_iter().map(|r| &line[r]).collect())
    }

    #[test]
    fn people_are_read_and_offices_places_and_agencies_are_not() {
        for (line, authors) in [
            ("By Maya Rios", &["Maya Rios"][..]),
            ("BY MAYA RIOS AND JOHN O'NEIL", &["MAYA RIOS", "JOHN O'NEIL"]),
            (
                "By A. Berg, Li Na and C. de la Cruz",
                &["A. Berg", "Li Na", "C. de la Cruz"],
            ),
            ("By Ana Lima, Bo Ek, and Cy Dee", &["Ana Lima", "Bo Ek", "Cy Dee"]),
            (
                "By Maya Rios in Moscow and Ola Berg in Kyiv",
                &["Maya Rios", "Ola Berg"],
            ),
            ("By Maya Rios, Moscow", &["Maya Rios"]),
            ("By Maya Rios, Staff Writer", &["Maya Rios"]),
            (
                "By Maya Rios, Senior Defence Correspondent, and Ola Berg",
                &["Maya Rios", "Ola Berg"],
            ),
            ("By Maya Rios | Reuters", &["Maya Rios"]),
            (
                "By Martin Kong, Jr. and Ola Berg",
                &["Martin Kong, Jr.", "Ola Berg"],
            ),
            ("By: Maya Rios", &["Maya Rios"]),
            ("By May Lin and Jo Tan", &["May Lin", "Jo Tan"]),
            ("Written by Ludwig van Holst", &["Ludwig van Holst"]),
            (
                "Reporting by Maya Rios and Ola Berg; Editing by Cy Dee",
                &["Maya Rios", "Ola Berg"],
            ),
            (
                "(Reporting by Maya Rios in Moscow; editing by Cy Dee)",
                &["Maya Rios"],
            ),
            ("*By Maya Rios*", &["Maya Rios"]),
            (
                "By Noémie Tavares-Ruiz & Žan Čeh",
                &["Noémie Tavares-Ruiz", "Žan Čeh"],
            ),
            ("By staff writers", &[]),
            ("By Reuters", &[]),
        ] {
            assert_eq!(read(line).as_deref(), Some(authors), "{line}");
        }
    }

    #[test]
    fn a_line_below_the_names_may_say_office_or_place() {
        for line in [
            "Chief Correspondent, Moscow",
            "Reporting from London",
            "Writing in Selm and Port Vane",
        ] {
            assert!(is_office_line(line), "{line}");
        }
        for line in [
            "Reporting from London is dangerous.",
            "Reporting rules change in March",
            "Crude prices fell",
        ] {
            assert!(!is_office_line(line), "{line}");
        }
    }

    #[test]
    fn a_date_behind_the_names_is_no_part_of_the_byline() {
        let line = "By Maya Rios | February 2, 2026";
        let found = byline(line).unwrap();
        assert_eq!((&line[found.raw], found.authors.len()), ("By Maya Rios", 1));
        assert_eq!(
            found.date.and_then(|d| d.day()).map(|d| d.to_string()).as_deref(),
            Some("2026-02-02")
        );
    }

    #[test]
    fn sentences_that_begin_with_by_are_no_bylines() {
        for line in [
            "By Monday, the army had taken the town.",
            "By the time talks began, both sides had left.",
            "By contrast, prices fell.",
            "By withdrawing its troops the ministry hopes to calm markets.",
            "By February 2, 2026 the ministry had not replied.",
            "Bytes and bits",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
