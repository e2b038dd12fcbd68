//! The line with section and date, in either order and with any separator: `World February 2, 2026`,
//! `World | Feb. 2, 2026`, `2 February 2026 — World`, `Updated Feb 2, 2026 14:05 GMT`.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use super::{
    byline,
    dates::{self, Date},
    pattern::{pattern, trim_by, trim_separators},
    sections::{may_be_section, unemphasised},
};

/// What the line holds; places are bytes in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Masthead {
    /// The section.
    pub(super) section: Option<Range<usize>>,
    /// The date.
    pub(super) date: Date,
    /// Whether it says that this is a later change.
    pub(super) is_update: bool,
    /// Where a byline begins in the same line.
    pub(super) byline: Option<Range<usize>>,
}

/// Longer lines are sentences with a date in them.
const LONGEST: usize = 160;

static SAYS_WHEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[\s|·•,;:/–—-])((?:(?:first|originally)\s+)?(?:published|posted|filed|created|issued|released)(?:\s+on|\s+at)?|(?P<up>(?:last\s+)?(?:updated|modified)(?:\s+on|\s+at)?)|date(?:line)?|on|as of)\s*:?\s*$",
    )
});

static NO_MATTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:last )?(?:updated|modified)\b.{0,60}|\d{1,3}[ -]min(?:ute)?s?(?: read)?|(?:local time|\(local time\)))$",
    )
});

/// Reads `line` as the line with the date.
pub(super) fn masthead(line: &str) -> Option<Masthead> {
    if line.len() > LONGEST {
        return None;
    }
    let whole = unemphasised(line, 0..line.len());
    let date = dates::find(&line[..whole.end], whole.start)?;
    let mut before = trim_all(line, whole.start..date.range.start);
    let mut is_update = false;
    while let Some(found) = SAYS_WHEN.captures(&line[before.clone()]) {
        is_update |= found.name("up").is_some();
        let start = found.get(1)?.start();
        before = trim_all(line, before.start..before.start + start);
    }
    let after = trim_all(line, date.range.end..whole.end);
    let mut found = Masthead {
        section: None,
        date,
        is_update,
        byline: None,
    };
    if !before.is_empty() {
        if !may_be_section(&line[before.clone()]) {
            return None;
        }
        found.section = Some(before);
    }
    let words = &line[after.clone()];
    if words.is_empty() || NO_MATTER.is_match(words) {
        return Some(found);
    }
    if byline::byline(words).is_some() {
        found.byline = Some(after);
        return Some(found);
    }
    if found.section.is_none() && may_be_section(words) {
        found.section = Some(after);
        return Some(found);
    }
    None
}

fn trim_all(line: &str, range: Range<usize>) -> Range<usize> {
    let range = trim_separators(line, range);
    // "World (February 2, 2026)", "**World** | February 2, 2026"
    let range = trim_by(line, range, |c| matches!(c, '(' | ')' | '[' | ']' | '*' | '_'));
    trim_separators(line, range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn section_and_date_are_found_in_either_order() {
        for (line, section, date) in [
            ("World February 2, 2026", Some("World"), "February 2, 2026"),
            ("World | Feb. 2, 2026", Some("World"), "Feb. 2, 2026"),
            ("World — 2 February 2026", Some("World"), "2 February 2026"),
            (
                "WORLD NEWS · Monday, February 2, 2026",
                Some("WORLD NEWS"),
                "Monday, February 2, 2026",
            ),
            (
                "2 February 2026 | Middle East",
                Some("Middle East"),
                "2 February 2026",
            ),
            ("February 2, 2026 World", Some("World"), "February 2, 2026"),
            ("U.S. Politics, Feb 2, 2026", Some("U.S. Politics"), "Feb 2, 2026"),
            (
                "Business & Finance  2026-02-02 14:05 GMT",
                Some("Business & Finance"),
                "2026-02-02 14:05 GMT",
            ),
            ("World / Europe 2 Feb 2026", Some("World / Europe"), "2 Feb 2026"),
            ("Published: 2 Feb 2026", None, "2 Feb 2026"),
            (
                "World Updated February 2, 2026",
                Some("World"),
                "February 2, 2026",
            ),
            ("World (Feb 2, 2026)", Some("World"), "Feb 2, 2026"),
            ("World | Feb 2, 2026 | 5 min read", Some("World"), "Feb 2, 2026"),
            (
                "World | Published Feb 2, 2026 | Updated Feb 3, 2026",
                Some("World"),
                "Feb 2, 2026",
            ),
            ("**World** | Feb 2, 2026", Some("World"), "Feb 2, 2026"),
        ] {
            let found = masthead(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(found.section.map(|r| &line[r]), section, "{line}");
            assert_eq!(&line[found.date.range], date, "{line}");
        }
    }

    #[test]
    fn sentences_and_headlines_with_a_date_are_no_masthead() {
        for line in [
            "Markets wrap for February 2, 2026",
            "Talks resumed on February 2, 2026, the ministry said",
            "SORN, Feb 2 - The ministry said on Monday",
            "What happened on Feb 2, 2026?",
        ] {
            assert_eq!(masthead(line), None, "{line}");
        }
    }
}
