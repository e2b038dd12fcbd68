//! Datelines: `MOSCOW, Feb 2 - `, `LONDON (Reuters) — `, `Veldane, March 10 – `, `NEW DELHI: `, `MOSCOW, February 2. /TASS/. `.
//!
//! A place in capitals is enough of a cue; one with small letters needs a date or an agency beside it, or every sentence with
//! a dash would be a dateline.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use super::{
    dates::{self, Date},
    pattern::{pattern, trim_by, trim_spaces, words},
};

/// A dateline; places are bytes in the paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dateline {
    /// The place.
    pub(super) place: Option<Range<usize>>,
    /// The date.
    pub(super) date: Option<Date>,
    /// The agency, without its brackets.
    pub(super) agency: Option<Range<usize>>,
    /// From the last word of the dateline to the first of the report.
    pub(super) separator: Range<usize>,
}

impl Dateline {
    /// Whether a date or an agency stands beside the place.
    pub(super) fn is_certain(&self) -> bool {
        self.date.is_some() || self.agency.is_some()
    }
}

/// A dateline ends within this many bytes.
const LONGEST: usize = 160;

static SEPARATOR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\s+(?:[-–—―−]|--|\|)\s+|\s?[—―]\s?|\s*:\s+|\s--\s?|\.?\s*/(?P<slashed>[A-Z][A-Za-z -]{1,20})/\.?(?:\s*[-–—]\s+|\s+)",
    )
});

static AGENCY: LazyLock<Regex> = LazyLock::new(|| pattern(r"\((?P<a>[^()]{2,50})\)"));

/// Words with capitals before a dash that are no place.
const NOT_PLACES: [&str; 44] = [
    "UPDATE",
    "BREAKING",
    "EXCLUSIVE",
    "ANALYSIS",
    "OPINION",
    "WATCH",
    "LIVE",
    "NOTE",
    "CORRECTION",
    "FACTBOX",
    "EXPLAINER",
    "TIMELINE",
    "SUMMARY",
    "RISK",
    "RISKS",
    "KEY",
    "WHY",
    "WHAT",
    "HOW",
    "Q",
    "A",
    "INTERVIEW",
    "VIDEO",
    "ALERT",
    "URGENT",
    "NATO",
    "ON",
    "IN",
    "AT",
    "BY",
    "FROM",
    "SINCE",
    "AFTER",
    "BEFORE",
    "UNTIL",
    "UPDATED",
    "PUBLISHED",
    "THE",
    "AS",
    "FOR",
    "WITH",
    "LAST",
    "DATE",
    "SOURCE",
];

/// Small words inside the names of places.
const PARTICLES: [&str; 20] = [
    "de", "del", "da", "do", "dos", "das", "la", "el", "al", "am", "an", "der", "of", "and", "upon", "sur",
    "on", "the", "es", "near",
];

/// Reads the start of `paragraph` as a dateline.
pub(super) fn dateline(paragraph: &str) -> Option<Dateline> {
    let mut reach = paragraph.len().min(LONGEST);
    while !paragraph.is_char_boundary(reach) {
        reach -= 1;
    }
    let start = &paragraph[..reach];
    SEPARATOR.captures_iter(start).find_map(|found| {
        let separator = found.get(0)?.range();
        let slashed = found.name("slashed").map(|m| m.range());
        // Something must be reported behind it.
        let behind = paragraph[separator.end..].trim_start();
        if behind.is_empty() {
            return None;
        }
        let head = head(start, separator.start, slashed)?;
        let colon = start[separator.clone()].trim() == ":";
        let tight = !start[separator.clone()].contains(crate::decode::is_space);
        let capitals = head
            .place
            .as_ref()
            .is_some_and(|place| in_capitals(&start[place.clone()]));
        let certain = head.is_certain();
        // Several words in capitals before a dash that touches them may be anything: "A NEW ERA—the bank said".
        let enough = certain || capitals && !(tight && start[..separator.start].contains(' '));
        let named = head.place.is_some() || (head.agency.is_some() && !colon);
        let behind_is_report = certain || !behind.starts_with(char::is_lowercase);
        (enough && named && behind_is_report).then_some(Dateline { separator, ..head })
    })
}

/// Place, date and agency in the first `end` bytes; nothing when anything else stands there.
fn head(text: &str, end: usize, slashed: Option<Range<usize>>) -> Option<Dateline> {
    let mut rest = 0..end;
    let mut agency = slashed;
    let mut date = None;
    // Either may come last: "Feb 2 (Reuters)" and "(Reuters), Feb 2".
    for _ in 0..2 {
        let bare = 0..trim_by(text, rest.clone(), |c| {
            c == ',' || c == '.' || crate::decode::is_space(c)
        })
        .end;
        if agency.is_none()
            && let Some(found) = AGENCY.captures_iter(&text[bare.clone()]).last()
            && found.get(0).is_some_and(|m| m.end() == bare.end)
        {
            agency = found.name("a").map(|m| trim_spaces(text, m.range()));
            rest.end = found.get(0).map_or(rest.end, |m| m.start());
        } else if date.is_none()
            && let Some(found) = dates::all(&text[rest.clone()]).last()
            && trim_by(text, found.range.end..bare.end.max(found.range.end), |c| {
                c == ',' || c == '.'
            })
            .is_empty()
        {
            rest.end = found.range.start;
            date = Some(found);
        }
    }
    let place = trim_by(text, 0..rest.end, |c| c == ',' || crate::decode::is_space(c));
    let place = dotless(text, place);
    if !place.is_empty() && !is_place(&text[place.clone()]) {
        return None;
    }
    if agency
        .as_ref()
        .is_some_and(|a| !text[a.clone()].starts_with(char::is_uppercase))
    {
        return None;
    }
    Some(Dateline {
        place: (!place.is_empty()).then_some(place),
        date,
        agency,
        separator: end..end,
    })
}

/// `range` without a full stop behind a whole word: "MOSCOW." but not "Ore." or "D.C.".
fn dotless(text: &str, range: Range<usize>) -> Range<usize> {
    let Some(bare) = text[range.clone()].strip_suffix('.') else {
        return range;
    };
    let last = bare.rsplit([' ', ',']).next().unwrap_or_default();
    let abbreviated = last.contains('.') || last.chars().count() < 5;
    if abbreviated {
        range
    } else {
        range.start..range.end - 1
    }
}

/// Whether `text` may name a place: up to seven words with capitals.
fn is_place(text: &str) -> bool {
    let first = text.split([' ', ',', ':']).next().unwrap_or_default();
    let count = text.split_whitespace().count();
    (1..=7).contains(&count)
        && text.chars().count() <= 70
        && text
            .chars()
            .next()
            .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
        && !NOT_PLACES.contains(&first.to_uppercase().as_str())
        && text.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || " ,./'’‘-‐‑&\u{a0}".contains(c))
        && words(text).all(|(_, word)| {
            word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
                || PARTICLES.contains(&word)
                || word == "&"
        })
}

/// Whether the place is printed in capitals, at least its first part: "PORTLAND, Ore.".
fn in_capitals(place: &str) -> bool {
    let first = place.split(',').next().unwrap_or_default();
    first.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !first.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Parts<'t> = (
        Option<&'t str>,
        Option<&'t str>,
        Option<&'t str>,
        &'t str,
        &'t str,
    );

    fn read(text: &str) -> Option<Parts<'_>> {
        let found = dateline(text)?;
        Some((
            found.place.map(|r| &text[r]),
            found.date.map(|d| &text[d.range]),
            found.agency.map(|r| &text[r]),
            &text[found.separator.clone()],
            &text[found.separator.end..],
        ))
    }

    #[test]
    fn place_date_agency_and_separator_are_read_in_their_forms() {
        for (line, place, date, agency, separator) in [
            ("MOSCOW, Feb 2 - It", Some("MOSCOW"), Some("Feb 2"), None, " - "),
            (
                "LONDON (Reuters) - It",
                Some("LONDON"),
                None,
                Some("Reuters"),
                " - ",
            ),
            (
                "HALDEN CITY, 2 March (Northgate Wire) — It",
                Some("HALDEN CITY"),
                Some("2 March"),
                Some("Northgate Wire"),
                " — ",
            ),
            (
                "WASHINGTON/MOSCOW, Feb. 2, 2026 – It",
                Some("WASHINGTON/MOSCOW"),
                Some("Feb. 2, 2026"),
                None,
                " – ",
            ),
            (
                "KYIV (AFP), Feb 2 — It",
                Some("KYIV"),
                Some("Feb 2"),
                Some("AFP"),
                " — ",
            ),
            (
                "Veldane, March 10 — It",
                Some("Veldane"),
                Some("March 10"),
                None,
                " — ",
            ),
            ("New York (AP) — It", Some("New York"), None, Some("AP"), " — "),
            (
                "Rio de Janeiro, Monday, Feb 2 - It",
                Some("Rio de Janeiro"),
                Some("Monday, Feb 2"),
                None,
                " - ",
            ),
            (
                "PORT-AU-PRINCE, Haiti, Feb 2 - It",
                Some("PORT-AU-PRINCE, Haiti"),
                Some("Feb 2"),
                None,
                " - ",
            ),
            (
                "PORTLAND, Ore. (AP) — It",
                Some("PORTLAND, Ore."),
                None,
                Some("AP"),
                " — ",
            ),
            (
                "WASHINGTON, D.C. - It",
                Some("WASHINGTON, D.C."),
                None,
                None,
                " - ",
            ),
            ("NEW DELHI: The minister", Some("NEW DELHI"), None, None, ": "),
            ("PARIS—The minister", Some("PARIS"), None, None, "—"),
            (
                "MOSCOW, February 2. /TASS/. It",
                Some("MOSCOW"),
                Some("February 2"),
                Some("TASS"),
                ". /TASS/. ",
            ),
            (
                "ST. PETERSBURG, Feb 2 - It",
                Some("ST. PETERSBURG"),
                Some("Feb 2"),
                None,
                " - ",
            ),
            ("SÃO PAULO - It", Some("SÃO PAULO"), None, None, " - "),
            ("(Reuters) - It", None, None, Some("Reuters"), " - "),
        ] {
            let found = read(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(
                (found.0, found.1, found.2, found.3),
                (place, date, agency, separator),
                "{line}"
            );
        }
    }

    #[test]
    fn ordinary_openings_are_no_datelines() {
        for line in [
            "It said that both harbours - which share a pilot - must",
            "Moscow - which has warned before - said",
            "UPDATE 2 - Talks end",
            "BREAKING: Talks end",
            "The ministry said: no",
            "NATO - which met on Monday - said",
            "Escalation risk: A boarding",
            "On Feb 2 - a Monday - it snowed",
            "MOSCOW, Feb 2 - ",
            "Talks resumed on Monday, Feb 2 - the third round this year",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
