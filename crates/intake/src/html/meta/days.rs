//! Dates as web pages print them, in some twenty-five languages: `14. März 2016, 18:05 Uhr`, `le 7 mai 2020`, `Mayıs 3, 2022`,
//! `2020年2月19日`, and the forms of machines.
//!
//! The article format has a reader of its own ([`crate::structure`]) that knows English only and what stands around a date.
//! This one reads one short line and says what days it names. Without a year there is no date, and `03/04/2016` has two
//! readings until something else on the page decides ([`Day::settled`]).

use std::{collections::HashMap, ops::Range, sync::LazyLock};

use chrono::{NaiveDate, NaiveTime};

use super::{
    clock::{time_after, time_before},
    tokens::{Kind, Token, digit, is_in, tokens},
};

/// Years that articles have. Others are counters, prices, or the beginning of a computer's calendar.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// A date found in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Day {
    /// Bytes it covers, time and zone among them.
    pub(crate) range: Range<usize>,
    /// The day; where both orders are calendar days, the one with the day first.
    pub(crate) date: NaiveDate,
    /// The day when the month is first, where nothing in the line rules that out.
    pub(crate) month_first: Option<NaiveDate>,
    /// Time of day, where printed.
    pub(crate) time: Option<NaiveTime>,
    /// Time zone as printed.
    pub(crate) zone: Option<String>,
}

impl Day {
    /// The day when it is one day only.
    pub(crate) fn settled(&self) -> Option<NaiveDate> {
        self.month_first.is_none().then_some(self.date)
    }
}

/// The number of each month's name in `data/months.txt`.
static MONTHS: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
    include_str!("../../../data/months.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| {
            let mut words = line.split(' ');
            let number = words.next().and_then(|n| n.parse().ok()).unwrap_or_default();
            words.map(move |word| (word, number))
        })
        .collect()
});

/// Words between the parts of a date: "19 de febrero de 2020", "the 2nd of May", "19 tháng 2 năm 2020".
const INSIDE: [&str; 10] = ["de", "del", "of", "d", "di", "den", "năm", "the", "г", "р"];

/// What may follow a day's number: "2nd", "1er", "1º".
const ORDINALS: [&str; 12] = ["st", "nd", "rd", "th", "er", "º", "ª", "ste", "e", "o", "a", "an"];

/// Every date in `line`, in order.
pub(crate) fn days(line: &str) -> Vec<Day> {
    if !line.chars().any(|c| digit(c).is_some()) {
        return Vec::new();
    }
    let tokens = tokens(line);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let read = Reader { tokens: &tokens, at }.date();
        match read {
            Some((mut day, next)) => {
                at = next;
                if let Some((time, zone, next)) = time_after(line, &tokens, at) {
                    (day.time, day.zone) = (Some(time), zone);
                    at = next;
                    if let Some(last) = tokens.get(next.saturating_sub(1)) {
                        day.range.end = last.range.end;
                    }
                } else if let Some((time, zone, start)) = time_before(line, &tokens, day.range.start) {
                    (day.time, day.zone, day.range.start) = (Some(time), zone, start);
                }
                found.push(day);
            }
            None => at += 1,
        }
    }
    found
}

/// The date that a machine wrote: also `20160314` and `2016-3-14T18:05:00+01:00`, and seconds are no matter.
pub(crate) fn machine(value: &str) -> Option<Day> {
    let value = value.trim();
    if let Some(compact) = value.get(..8).filter(|c| c.bytes().all(|b| b.is_ascii_digit())) {
        let rest = value.get(8..).unwrap_or_default();
        if rest.starts_with(|c: char| c.is_ascii_digit()) && rest.len() < 6 {
            return None;
        }
        let number = |range: Range<usize>| compact.get(range).and_then(|n| n.parse::<u32>().ok());
        let date = day_of(number(0..4)?, number(4..6)?, number(6..8)?)?;
        return Some(Day {
            range: 0..8,
            date,
            month_first: None,
            time: None,
            zone: None,
        });
    }
    days(value).into_iter().next()
}

/// The date in the path of a web address: `/2016/03/14/`, `/2016-03-14-title`, `/2016/mar/14/`.
pub(crate) fn in_address(address: &str) -> Option<Day> {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = path.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let number = |text: &str, digits: Range<usize>| {
        digits
            .contains(&text.len())
            .then(|| text.parse::<u32>().ok())
            .flatten()
    };
    let in_three = parts.windows(3).find_map(|three| {
        let [year, name, day] = three else {
            return None;
        };
        let named = || {
            name.chars()
                .all(char::is_alphabetic)
                .then(|| month(name))
                .flatten()
        };
        day_of(
            number(year, 4..5)?,
            number(name, 1..3).or_else(named)?,
            number(day, 1..3)?,
        )
    });
    let in_one = || {
        parts.iter().find_map(|part| {
            let mut numbers = part.splitn(4, ['-', '_']);
            let (year, month, day) = (numbers.next()?, numbers.next()?, numbers.next()?);
            day_of(number(year, 4..5)?, number(month, 2..3)?, number(day, 2..3)?)
        })
    };
    Some(Day {
        range: 0..address.len(),
        date: in_three.or_else(in_one)?,
        month_first: None,
        time: None,
        zone: None,
    })
}

fn day_of(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok().filter(|y| YEARS.contains(y))?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The month that a word names. Hebrew writes "in" before it in one word.
fn month(word: &str) -> Option<u32> {
    let small = word.to_lowercase();
    MONTHS
        .get(small.as_str())
        .or_else(|| MONTHS.get(small.strip_prefix('ב')?))
        .copied()
}

/// Reads tokens from a place in the line.
#[derive(Clone)]
struct Reader<'t, 'l> {
    tokens: &'t [Token<'l>],
    at: usize,
}

impl<'l> Reader<'_, 'l> {
    fn kind(&self) -> Option<&Kind<'l>> {
        self.tokens.get(self.at).map(|t| &t.kind)
    }

    /// A number of as many digits.
    fn number(&mut self, lengths: Range<usize>) -> Option<u32> {
        match self.kind()? {
            Kind::Number { value, digits } if lengths.contains(digits) => {
                let value = *value;
                self.at += 1;
                Some(value)
            }
            _ => None,
        }
    }

    fn year(&mut self) -> Option<u32> {
        self.number(4..5)
            .filter(|y| i32::try_from(*y).is_ok_and(|y| YEARS.contains(&y)))
    }

    fn month(&mut self) -> Option<u32> {
        let Kind::Word(word) = self.kind()? else {
            return None;
        };
        // "tháng 2" is the second month.
        if word.eq_ignore_ascii_case("tháng") {
            self.at += 1;
            return self.number(1..3);
        }
        let found = month(word)?;
        self.at += 1;
        Some(found)
    }

    fn sign(&mut self, signs: &str) -> Option<char> {
        match self.kind()? {
            Kind::Sign(c) if signs.contains(*c) => {
                let c = *c;
                self.at += 1;
                Some(c)
            }
            _ => None,
        }
    }

    /// A word that begins with one of `starts`, as 年 begins what follows without a space.
    fn word_starting(&mut self, starts: &[char]) -> bool {
        let is = matches!(self.kind(), Some(Kind::Word(word)) if word.starts_with(starts));
        self.at += usize::from(is);
        is
    }

    /// Steps over signs and small words between the parts of a date.
    fn skip_between(&mut self) {
        loop {
            match self.kind() {
                Some(Kind::Sign('.' | ',' | '-' | '–' | '/' | '’' | '\'')) => self.at += 1,
                Some(Kind::Word(word)) if is_in(word, &INSIDE) => self.at += 1,
                _ => return,
            }
        }
    }

    /// Steps over "2nd", "1er", "1º".
    fn skip_ordinal(&mut self) {
        let glued = self.tokens.get(self.at).is_some_and(|t| !t.spaced);
        match self.kind() {
            Some(Kind::Word(word)) if glued && is_in(word, &ORDINALS) => self.at += 1,
            Some(Kind::Sign('º' | 'ª' | '°')) => self.at += 1,
            _ => {}
        }
    }

    /// The date that begins here, and the token behind it.
    fn date(&self) -> Option<(Day, usize)> {
        let glued = self
            .at
            .checked_sub(1)
            .and_then(|before| self.tokens.get(before))
            .is_some_and(|before| {
                let here = self.tokens.get(self.at);
                here.is_some_and(|t| !t.spaced)
                    && match before.kind {
                        // "192.168.10.2016" and "v1-2-2016" hold no date, "(3.5.2016" and "Stand:3.5.2016" do.
                        Kind::Sign('.' | '/' | '-') => self
                            .at
                            .checked_sub(2)
                            .and_then(|i| self.tokens.get(i))
                            .is_some_and(|t| matches!(t.kind, Kind::Number { .. }) && !before.spaced),
                        // "v1-2-2016"
                        Kind::Word(word) => word.is_ascii(),
                        Kind::Number { .. } | Kind::Sign(_) => false,
                    }
            });
        if glued {
            return None;
        }
        type Form<'t, 'l> = fn(&mut Reader<'t, 'l>) -> Option<(NaiveDate, Option<NaiveDate>)>;
        let forms: &[Form<'_, 'l>] = match self.kind()? {
            Kind::Number { digits: 4, .. } => &[Reader::year_first, Reader::year_name_day],
            Kind::Number { digits: 1 | 2, .. } => &[Reader::numbers, Reader::day_name_year],
            Kind::Word(_) => &[Reader::name_day_year],
            _ => &[],
        };
        let (reader, (date, month_first)) = forms.iter().find_map(|form| {
            let mut reader = self.clone();
            let found = form(&mut reader)?;
            Some((reader, found))
        })?;
        let start = self.tokens.get(self.at)?.range.start;
        let last = reader.tokens.get(reader.at.checked_sub(1)?)?;
        let day = Day {
            range: start..last.range.end,
            date,
            month_first,
            time: None,
            zone: None,
        };
        Some((day, reader.at))
    }

    /// `2016-03-14`, `2016/3/14`, `2020. 02. 19.`, `2020年2月19日`.
    fn year_first(&mut self) -> Option<(NaiveDate, Option<NaiveDate>)> {
        let year = self.year()?;
        if self.word_starting(&['年', '년']) {
            let month = self.number(1..3)?;
            let day = self.word_starting(&['月', '월']).then(|| self.number(1..3))??;
            let marked = self.word_starting(&['日', '일']);
            return marked.then(|| day_of(year, month, day))?.map(|d| (d, None));
        }
        let sign = self.sign("-/.")?;
        let month = self.number(1..3)?;
        self.sign(sign.encode_utf8(&mut [0; 4]))?;
        let day = self.number(1..3)?;
        Some((day_of(year, month, day)?, None))
    }

    /// `2020. február 19.`, `2016 March 14`.
    fn year_name_day(&mut self) -> Option<(NaiveDate, Option<NaiveDate>)> {
        let year = self.year()?;
        self.skip_between();
        let month = self.month()?;
        self.skip_between();
        let day = self.number(1..3)?;
        Some((day_of(year, month, day)?, None))
    }

    /// `14.3.2016`, `14. 03. 16`, `03/14/2016`, `14-03-2016`. Full stops put the day first; with other signs the order is the
    /// country's.
    fn numbers(&mut self) -> Option<(NaiveDate, Option<NaiveDate>)> {
        let first = self.number(1..3)?;
        let sign = self.sign("./-")?;
        let second = self.number(1..3)?;
        self.sign(sign.encode_utf8(&mut [0; 4]))?;
        let year = match self.kind()? {
            // Of two digits only where nothing but a date looks so.
            Kind::Number { digits: 2, value } if sign == '.' => {
                let year = 2000 + *value;
                self.at += 1;
                year
            }
            _ => self.year()?,
        };
        let day_first = day_of(year, second, first);
        let month_first = day_of(year, first, second).filter(|_| sign != '.');
        match (day_first, month_first) {
            (Some(a), Some(b)) if a != b => Some((a, Some(b))),
            (Some(only), _) | (None, Some(only)) => Some((only, None)),
            (None, None) => None,
        }
    }

    /// `14. März 2016`, `14 de marzo de 2016`, `2nd of May, 2016`, `14-Mar-2016`.
    fn day_name_year(&mut self) -> Option<(NaiveDate, Option<NaiveDate>)> {
        let day = self.number(1..3)?;
        self.skip_ordinal();
        self.skip_between();
        let month = self.month()?;
        self.skip_between();
        let year = self.year()?;
        Some((day_of(year, month, day)?, None))
    }

    /// `March 14th, 2016`.
    fn name_day_year(&mut self) -> Option<(NaiveDate, Option<NaiveDate>)> {
        let month = self.month()?;
        self.skip_between();
        let day = self.number(1..3)?;
        self.skip_ordinal();
        self.skip_between();
        let year = self.year()?;
        Some((day_of(year, month, day)?, None))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, printed: &str, iso: &str, time: Option<&str>, zone: Option<&str>) {
        let found = days(line);
        let day = found.first().unwrap_or_else(|| panic!("no date in {line}"));
        assert_eq!(&line[day.range.clone()], printed, "{line}");
        assert_eq!(
            day.settled().map(|d| d.to_string()).as_deref(),
            Some(iso),
            "{line}"
        );
        let clock = day.time.map(|t| t.format("%H:%M").to_string());
        assert_eq!((clock.as_deref(), day.zone.as_deref()), (time, zone), "{line}");
    }

    #[test]
    fn a_day_is_read_in_the_languages_that_pages_are_written_in() {
        for (line, printed) in [
            ("Montag, 14. März 2016", "14. März 2016"),
            ("le 14 mars 2016", "14 mars 2016"),
            ("14 de marzo de 2016", "14 de marzo de 2016"),
            ("Lunedì 14 marzo 2016", "14 marzo 2016"),
            ("14 de março de 2016", "14 de março de 2016"),
            ("maandag 14 maart 2016", "14 maart 2016"),
            ("14. marts 2016", "14. marts 2016"),
            ("den 14 mars 2016", "14 mars 2016"),
            ("14. maaliskuuta 2016", "14. maaliskuuta 2016"),
            ("14 marca 2016 r.", "14 marca 2016"),
            ("14. března 2016", "14. března 2016"),
            ("2016. március 14.", "2016. március 14"),
            ("14 martie 2016", "14 martie 2016"),
            ("14 Mart 2016", "14 Mart 2016"),
            ("14 марта 2016", "14 марта 2016"),
            ("14 березня 2016", "14 березня 2016"),
            ("14 Μαρτίου 2016", "14 Μαρτίου 2016"),
            ("14 मार्च 2016", "14 मार्च 2016"),
            ("14 مارس 2016", "14 مارس 2016"),
            ("١٤ مارس ٢٠١٦", "١٤ مارس ٢٠١٦"),
            ("14 במרץ 2016", "14 במרץ 2016"),
            ("2016年3月14日", "2016年3月14日"),
            ("2016년 3월 14일", "2016년 3월 14일"),
            ("14 tháng 3, 2016", "14 tháng 3, 2016"),
            ("14 Maret 2016", "14 Maret 2016"),
            ("Published March 14th, 2016", "March 14th, 2016"),
            ("the 14th of March 2016", "14th of March 2016"),
            ("2016 March 14", "2016 March 14"),
            ("14-Mar-2016", "14-Mar-2016"),
            ("(14.03.2016)", "14.03.2016"),
            ("Stand: 14. 3. 16", "14. 3. 16"),
            ("03/14/2016", "03/14/2016"),
            ("14/03/2016", "14/03/2016"),
            ("2016/3/14", "2016/3/14"),
        ] {
            check(line, printed, "2016-03-14", None, None);
        }
    }

    #[test]
    fn the_time_beside_a_date_is_read_with_its_zone() {
        for (line, printed, time, zone) in [
            (
                "14. März 2016, 18:05 Uhr",
                "14. März 2016, 18:05 Uhr",
                "18:05",
                None,
            ),
            ("14.03.2016 - 18.05 Uhr", "14.03.2016 - 18.05 Uhr", "18:05", None),
            ("14 mars 2016 à 18h05", "14 mars 2016 à 18h05", "18:05", None),
            (
                "March 14, 2016 at 6:05 p.m. EST",
                "March 14, 2016 at 6:05 p.m. EST",
                "18:05",
                Some("EST"),
            ),
            ("March 14, 2016 6:05pm", "March 14, 2016 6:05pm", "18:05", None),
            (
                "2016-03-14T18:05:33.250+01:00",
                "2016-03-14T18:05:33.250+01:00",
                "18:05",
                Some("+01:00"),
            ),
            ("2016-03-14T18:05:00Z", "2016-03-14T18:05:00Z", "18:05", Some("Z")),
            (
                "2016-03-14 18:05:00 +0100",
                "2016-03-14 18:05:00 +0100",
                "18:05",
                Some("+0100"),
            ),
            (
                "14 March 2016, 18:05 - 12 comments",
                "14 March 2016, 18:05",
                "18:05",
                None,
            ),
            (
                "Mon, 14 Mar 2016 18:05:56 GMT",
                "14 Mar 2016 18:05:56 GMT",
                "18:05",
                Some("GMT"),
            ),
            ("18:05, 14 March 2016", "18:05, 14 March 2016", "18:05", None),
            (
                "14 de marzo de 201618:05",
                "14 de marzo de 201618:05",
                "18:05",
                None,
            ),
            (
                "6:05 PM EDT, Mar. 14, 2016",
                "6:05 PM EDT, Mar. 14, 2016",
                "18:05",
                Some("EDT"),
            ),
            (
                "14 marca 2016, godz. 18:05",
                "14 marca 2016, godz. 18:05",
                "18:05",
                None,
            ),
        ] {
            check(line, printed, "2016-03-14", Some(time), zone);
        }
    }

    #[test]
    fn what_two_numbers_mean_is_left_open_where_both_are_months() {
        let day = &days("Posted 03/04/2016")[0];
        assert_eq!(day.settled(), None);
        assert_eq!(day.date.to_string(), "2016-04-03");
        assert_eq!(
            day.month_first.map(|d| d.to_string()).as_deref(),
            Some("2016-03-04")
        );
        check("04/04/2016", "04/04/2016", "2016-04-04", None, None);
        check("03.04.2016", "03.04.2016", "2016-04-03", None, None);
    }

    #[test]
    fn numbers_that_are_no_days_of_articles_are_left_alone() {
        for line in [
            "",
            "2016",
            "March 2016",
            "3 May",
            "1 January 1970",
            "31.02.2016",
            "192.168.10.2016",
            "v1-2-2016-3",
            "0000-00-00",
            "12 3456 2016",
            "3.5 %",
            "14.3.1816",
            "99/99/2016",
        ] {
            assert_eq!(days(line), [], "{line}");
        }
    }

    #[test]
    fn an_address_may_hold_the_day() {
        let day = |address| in_address(address).map(|d| d.date.to_string());
        for address in [
            "https://example.org/2016/03/14/title/",
            "https://example.org/world/2016/mar/14/title",
            "https://example.org/news/2016-03-14-title.html?x=2017/01/01",
        ] {
            assert_eq!(day(address).as_deref(), Some("2016-03-14"), "{address}");
        }
        for address in [
            "https://example.org/2016/03/title",
            "https://example.org/1/2/3",
            "",
            "https://2016/03/14",
        ] {
            assert_eq!(day(address), None, "{address}");
        }
    }

    #[test]
    fn machines_also_write_days_without_signs() {
        let day = |value| machine(value).and_then(|d| d.settled()).map(|d| d.to_string());
        assert_eq!(day("20160314").as_deref(), Some("2016-03-14"));
        assert_eq!(day("20160314180500").as_deref(), Some("2016-03-14"));
        assert_eq!(day("2016-3-14T18:05:06+02:00").as_deref(), Some("2016-03-14"));
        assert_eq!(
            day("Mon, 14 Mar 2016 18:05:56 GMT").as_deref(),
            Some("2016-03-14")
        );
        for value in ["", "1457978706", "19700101", "201603"] {
            assert_eq!(day(value), None, "{value}");
        }
    }
}
