//! Dates as newspapers print them: `February 2, 2026`, `Feb. 2`, `2nd February 2026`, `2026-02-02`, `13.02.2026`, each with
//! or without weekday, time and time zone.
//!
//! `2/3/2026` is left alone: nothing says which number is the month. A day that no calendar has is no date.

use std::{ops::Range, sync::LazyLock};

use chrono::{Datelike, NaiveDate, NaiveTime};
use model::article::Published;
use regex::{Captures, Regex};

use super::pattern::pattern;

/// A date found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Date {
    /// Bytes it covers, weekday, time and zone among them.
    pub(super) range: Range<usize>,
    month: u32,
    day: u32,
    year: Option<i32>,
    /// `HH:MM`, where printed.
    pub(super) time: Option<String>,
    /// As printed.
    pub(super) zone: Option<String>,
}

impl Date {
    /// The day, when the year is printed.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month, self.day)
    }

    /// The day; where no year is printed, the one that brings it nearest to `other` (a dateline of December 31 in an article
    /// of January 1 belongs to the year before).
    pub(super) fn day_near(&self, other: Option<NaiveDate>) -> Option<NaiveDate> {
        self.day().or_else(|| {
            let other = other?;
            (-1..=1)
                .filter_map(|step| NaiveDate::from_ymd_opt(other.year() + step, self.month, self.day))
                .min_by_key(|day| (*day - other).num_days().abs())
        })
    }

    /// Whether the year is printed.
    pub(super) fn has_year(&self) -> bool {
        self.year.is_some()
    }
}

/// Months begin with a capital, so that "may 3" and "march 10 kilometres" are no dates.
const MONTH: &str = r"(?:J(?i:an(?:uary)?)|F(?i:eb(?:ruary)?)|M(?i:ar(?:ch)?)|A(?i:pr(?:il)?)|M(?i:ay)|J(?i:une?)|J(?i:uly?)|A(?i:ug(?:ust)?)|S(?i:ept?(?:ember)?)|O(?i:ct(?:ober)?)|N(?i:ov(?:ember)?)|D(?i:ec(?:ember)?))\b\.?";
const DAY: &str = r"\d{1,2}(?:(?i:st|nd|rd|th))?\b";
const YEAR: &str = r"(?:19|20)\d{2}\b";
const WEEKDAY: &str = r"(?:(?i:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)\b\.?,?\s+)?";

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b{WEEKDAY}(?:(?P<m1>{MONTH})\s+(?P<d1>{DAY})(?:,?\s+(?P<y1>{YEAR}))?|(?P<d2>{DAY})(?:\s+of)?[\s-]+(?P<m2>{MONTH})(?:(?:,?\s+|-)(?P<y2>{YEAR}))?|(?P<y3>(?:19|20)\d{{2}})[-/.](?P<m3>\d{{2}})[-/.](?P<d3>\d{{2}})|(?P<d4>\d{{1,2}})\.(?P<m4>\d{{1,2}})\.(?P<y4>{YEAR})|(?P<a5>\d{{1,2}})/(?P<b5>\d{{1,2}})/(?P<y5>{YEAR}))"
    ))
});

const ZONE: &str = r"(?P<z>(?:UTC|GMT)\s?[+−-]\d{1,2}(?::?\d{2})?|[A-Z]{2,5}\b|Z\b|[+−-]\d{2}:?\d{2}\b)?";

static TIME_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?:T|(?:\s*[,|·•–—-])?\s+(?:(?i:at)\s+)?|,\s*)(?:(?P<hm>\d{{4}})\b|(?P<h>\d{{1,2}})(?:[:.h](?P<m>\d{{2}})(?::\d{{2}}(?:\.\d+)?)?)?(?:\s?(?P<ap>(?i:a\.?m\b\.?|p\.?m\b\.?)))?)(?:\s*(?:hrs|hours))?\s?{ZONE}"
    ))
});

static TIME_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:^|\s)(?:(?P<h>\d{{1,2}})[:.](?P<m>\d{{2}})(?:\s?(?P<ap>(?i:a\.?m\.?|p\.?m\.?)))?|(?P<hm>\d{{4}}))\s?{ZONE},?(?:\s*[|·–—-])?\s+(?:(?i:on)\s+)?$"
    ))
});

/// Time zones by their letters; other capitals after a time belong to what follows.
const ZONES: [&str; 51] = [
    "ACST", "ACDT", "AEDT", "AEST", "AKST", "ART", "AST", "AWST", "BRT", "BST", "CAT", "CDT", "CEST", "CET",
    "CLT", "CST", "CT", "EAT", "EDT", "EEST", "EET", "EST", "ET", "GMT", "GST", "HKT", "HST", "ICT", "IDT",
    "IRST", "IST", "JST", "KST", "MDT", "MSK", "MST", "MT", "NZDT", "NZST", "PDT", "PHT", "PKT", "PST", "PT",
    "SAST", "SGT", "TRT", "UTC", "WAT", "WEST", "WIB",
];

/// The first date at or after byte `from`, with the time that goes with it.
pub(super) fn find(text: &str, from: usize) -> Option<Date> {
    let mut at = from;
    while let Some(found) = DATE.captures_at(text, at) {
        if let Some(date) = read(text, &found) {
            return Some(with_time(text, date, from));
        }
        // No calendar has such a day: look on behind it.
        at = found.get(0)?.end();
    }
    None
}

/// The date that all of `text` is, as a person types it into a field: any form that is read in articles. A missing year is that
/// which brings it nearest to `near`. Nothing when there are other words beside it, or no year is to be had.
pub fn typed_date(text: &str, near: Option<NaiveDate>) -> Option<Published> {
    let text = text.trim();
    let found = find(text, 0).filter(|date| date.range == (0..text.len()))?;
    let time = found.time.as_deref();
    Some(Published {
        date: found.day_near(near)?,
        time: time.and_then(|time| NaiveTime::parse_from_str(time, "%H:%M").ok()),
        zone: found.zone,
    })
}

/// Every date in `text`, in order.
pub(super) fn all(text: &str) -> impl Iterator<Item = Date> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let date = find(text, at)?;
        at = date.range.end;
        Some(date)
    })
}

fn read(text: &str, found: &Captures<'_>) -> Option<Date> {
    let group = |name: &str| found.name(name).map(|m| m.as_str());
    let number = |name: &str| {
        let digits = group(name)?;
        digits[..digits.bytes().take_while(u8::is_ascii_digit).count()]
            .parse::<u32>()
            .ok()
    };
    let any = |names: [&str; 2]| names.into_iter().find_map(number);
    let (month, day) = if let Some(name) = group("m1").or(group("m2")) {
        (month_number(name)?, any(["d1", "d2"])?)
    } else if group("a5").is_some() {
        match (number("a5")?, number("b5")?) {
            (day @ 13.., month) => (month, day),
            (month, day) if day > 12 || day == month => (month, day),
            _ => return None,
        }
    } else {
        (any(["m3", "m4"])?, any(["d3", "d4"])?)
    };
    let year = ["y1", "y2", "y3", "y4", "y5"]
        .into_iter()
        .find_map(number)
        .and_then(|y| i32::try_from(y).ok());
    // 2024 is a leap year: without a year February 29 is a day.
    NaiveDate::from_ymd_opt(year.unwrap_or(2024), month, day)?;
    let range = found.get(0)?.range();
    let digit_follows = text[range.end..].starts_with(|c: char| c.is_ascii_digit());
    (!digit_follows).then_some(Date {
        range,
        month,
        day,
        year,
        time: None,
        zone: None,
    })
}

fn month_number(name: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let start = name.get(..3)?.to_ascii_lowercase();
    NAMES
        .iter()
        .position(|n| *n == start)
        .and_then(|n| u32::try_from(n + 1).ok())
}

/// Takes the time into `date` that stands behind it, or else before it but not before byte `from`.
fn with_time(text: &str, mut date: Date, from: usize) -> Date {
    // A time is short: looking further would make a long line of dates slow.
    const REACH: usize = 40;
    let mut end = text.len().min(date.range.end + REACH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    if let Some(found) = TIME_AFTER.captures(&text[date.range.end..end])
        && let Some((time, zone, length)) = read_time(&found)
    {
        date.range.end += length;
        (date.time, date.zone) = (Some(time), zone);
        return date;
    }
    let mut start = date.range.start.saturating_sub(REACH).max(from);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    if let Some(found) = TIME_BEFORE.captures(&text[start..date.range.start])
        && let Some((time, zone, _)) = read_time(&found)
        && let Some(first) = found.name("h").or(found.name("hm"))
    {
        date.range.start = start + first.start();
        (date.time, date.zone) = (Some(time), zone);
    }
    date
}

/// Time, zone and the length of what was read, when it is a time: hours alone need `a.m.` or `p.m.`, four digits need a zone.
fn read_time(found: &Captures<'_>) -> Option<(String, Option<String>, usize)> {
    let zone = found
        .name("z")
        .filter(|z| !z.as_str().chars().all(char::is_alphabetic) || is_zone(z.as_str()));
    let (hour, minute) = if let Some(both) = found.name("hm") {
        zone?;
        let digits = both.as_str();
        (digits[..2].parse::<u32>().ok()?, digits[2..].parse::<u32>().ok()?)
    } else {
        let minute = found.name("m");
        if minute.is_none() && found.name("ap").is_none() {
            return None;
        }
        (
            found.name("h")?.as_str().parse::<u32>().ok()?,
            minute.map_or(Some(0), |m| m.as_str().parse::<u32>().ok())?,
        )
    };
    let hour = match found.name("ap").map(|ap| ap.as_str().starts_with(['p', 'P'])) {
        Some(_) if hour == 0 || hour > 12 => return None,
        Some(true) => hour % 12 + 12,
        Some(false) => hour % 12,
        None => hour,
    };
    if hour > 23 || minute > 59 {
        return None;
    }
    let end = zone.map(|z| z.end()).or_else(|| {
        ["ap", "m", "h", "hm"]
            .into_iter()
            .find_map(|name| found.name(name))
            .map(|m| m.end())
    })?;
    Some((
        format!("{hour:02}:{minute:02}"),
        zone.map(|z| z.as_str().to_owned()),
        end,
    ))
}

fn is_zone(letters: &str) -> bool {
    letters == "Z" || ZONES.contains(&letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_every_printed_form() {
        for (text, range, iso, time, zone) in [
            (
                "World February 2, 2026",
                "February 2, 2026",
                Some("2026-02-02"),
                None,
                None,
            ),
            ("Feb. 2, 2026", "Feb. 2, 2026", Some("2026-02-02"), None, None),
            ("FEB 2 2026", "FEB 2 2026", Some("2026-02-02"), None, None),
            (
                "on 2nd February 2026.",
                "2nd February 2026",
                Some("2026-02-02"),
                None,
                None,
            ),
            (
                "Sept. 21st, 2026",
                "Sept. 21st, 2026",
                Some("2026-09-21"),
                None,
                None,
            ),
            ("2 Feb", "2 Feb", None, None, None),
            ("Monday, Feb 2 -", "Monday, Feb 2", None, None, None),
            ("02-Feb-2026", "02-Feb-2026", Some("2026-02-02"), None, None),
            (
                "2026-02-02T14:05Z",
                "2026-02-02T14:05Z",
                Some("2026-02-02"),
                Some("14:05"),
                Some("Z"),
            ),
            (
                "2026-02-02 14:05 GMT",
                "2026-02-02 14:05 GMT",
                Some("2026-02-02"),
                Some("14:05"),
                Some("GMT"),
            ),
            (
                "Feb 2, 2026, 2:05 p.m. ET",
                "Feb 2, 2026, 2:05 p.m. ET",
                Some("2026-02-02"),
                Some("14:05"),
                Some("ET"),
            ),
            (
                "Feb 2, 2026 at 12 AM",
                "Feb 2, 2026 at 12 AM",
                Some("2026-02-02"),
                Some("00:00"),
                None,
            ),
            (
                "Feb 2, 2026 | 1405 UTC+3",
                "Feb 2, 2026 | 1405 UTC+3",
                Some("2026-02-02"),
                Some("14:05"),
                Some("UTC+3"),
            ),
            (
                "World 14:05 GMT, 2 Feb 2026",
                "14:05 GMT, 2 Feb 2026",
                Some("2026-02-02"),
                Some("14:05"),
                Some("GMT"),
            ),
            (
                "2 Feb 2026 14:05 WORLD",
                "2 Feb 2026 14:05",
                Some("2026-02-02"),
                Some("14:05"),
                None,
            ),
            ("13.02.2026", "13.02.2026", Some("2026-02-13"), None, None),
            ("2/13/2026", "2/13/2026", Some("2026-02-13"), None, None),
        ] {
            let date = find(text, 0).unwrap();
            assert_eq!(&text[date.range.clone()], range);
            assert_eq!(date.day().map(|d| d.to_string()).as_deref(), iso, "{text}");
            assert_eq!(
                (date.time.as_deref(), date.zone.as_deref()),
                (time, zone),
                "{text}"
            );
        }
    }

    #[test]
    fn a_typed_date_is_all_of_what_was_typed() {
        let near = NaiveDate::from_ymd_opt(2026, 2, 3);
        let day = |text| typed_date(text, near).map(|p| p.date.to_string());
        for text in [
            "2 Feb 2026",
            "2026-02-02",
            "Feb 2, 2026",
            " 2 February 2026 ",
            "2 Feb",
            "2 Feb 2026, 14:05 GMT",
        ] {
            assert_eq!(day(text).as_deref(), Some("2026-02-02"), "{text}");
        }
        for text in [
            "",
            "soon",
            "2 Feb 2026 or so",
            "on 2 Feb 2026",
            "2/3/2026",
            "30 Feb 2026",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
        assert_eq!(typed_date("2 Feb", None), None);
    }

    #[test]
    fn numbers_and_words_that_look_like_dates_are_left_alone() {
        for text in [
            "2026 Budget Vote",
            "may 3 votes",
            "troops march 10 km",
            "February 30, 2026",
            "2/3/2026",
            "February 2026",
            "Marchand 2, 2026",
            "3.5 percent",
            "192.168.10.2026",
        ] {
            assert_eq!(find(text, 0), None, "{text}");
        }
    }

    #[test]
    fn a_day_without_a_year_takes_the_year_nearest_to_publication() {
        let published = NaiveDate::from_ymd_opt(2026, 1, 1);
        let day = |text| find(text, 0).unwrap().day_near(published).unwrap().to_string();
        assert_eq!(day("Dec 31"), "2025-12-31");
        assert_eq!(day("Jan 2"), "2026-01-02");
        assert_eq!(find("Dec 31", 0).unwrap().day_near(None), None);
    }
}
