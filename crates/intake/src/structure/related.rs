//! The list of other articles: one a line, dates behind or before the headlines, or all run together in one line.
//!
//! A date with a year, white space before it and white space or the end behind it, ends an item; a bare year never does. Words
//! without a date become an item without one.

use std::ops::Range;

use chrono::NaiveDate;

use super::{
    dates::{self, Date},
    paragraphs::{Look, Paragraph},
    pattern::{trim_by, trim_separators},
    source::{Flow, Source},
};
use crate::extraction::RelatedItem;

/// The items in `paragraphs`; a date without a year takes the one nearest to `published`.
pub(super) fn items(
    source: &Source<'_>,
    paragraphs: &[Paragraph<'_>],
    published: Option<NaiveDate>,
) -> Vec<RelatedItem> {
    let mut items: Vec<RelatedItem> = Vec::new();
    for paragraph in paragraphs.iter().filter(|p| !matches!(p.look, Look::Heading(_))) {
        let flow = &paragraph.flow;
        for (headline, date) in split(&flow.text) {
            if headline.is_empty() {
                // A date on a line of its own belongs to the headline above it.
                if let (Some(last), Some(date)) = (items.last_mut(), date)
                    && last.date_text.is_none()
                {
                    set_date(source, flow, last, &date, published);
                }
                continue;
            }
            let id = format!("RL{}", items.len() + 1);
            let headline = source.piece(flow, headline);
            let mut item = RelatedItem {
                id,
                headline,
                date_text: None,
                date_iso: None,
            };
            if let Some(date) = date {
                set_date(source, flow, &mut item, &date, published);
            }
            items.push(item);
        }
    }
    items
}

fn set_date(
    source: &Source<'_>,
    flow: &Flow<'_>,
    item: &mut RelatedItem,
    date: &Date,
    published: Option<NaiveDate>,
) {
    item.date_iso = date.day_near(published).map(|day| day.to_string());
    item.date_text = Some(source.piece(flow, date.range.clone()));
}

/// Headlines with their dates; an empty headline when there is only a date.
fn split(text: &str) -> Vec<(Range<usize>, Option<Date>)> {
    let dates: Vec<Date> = dates::all(text)
        .filter(|d| d.has_year() && stands_alone(text, &d.range))
        .collect();
    let leads = dates
        .first()
        .is_some_and(|first| trim_separators(text, 0..first.range.start).is_empty());
    let mut found = Vec::new();
    if leads {
        // "Feb 2, 2026 – Headline": each date opens an item.
        for (n, date) in dates.iter().enumerate() {
            let until = dates.get(n + 1).map_or(text.len(), |next| next.range.start);
            found.push((words(text, date.range.end..until), Some(date.clone())));
        }
        return found;
    }
    let mut from = 0;
    for date in dates {
        let headline = words(text, from..date.range.start);
        from = date.range.end;
        found.push((headline, Some(date)));
    }
    let rest = words(text, from..text.len());
    if !rest.is_empty() {
        found.push(with_bare_date(text, rest));
    }
    found
}

/// Words that lead to a date inside a headline: "Remembering the Fire of May 3".
const LEADING_TO_DATE: [&str; 17] = [
    "of", "on", "for", "by", "until", "from", "since", "to", "after", "before", "till", "in", "at", "and",
    "between", "the", "through",
];

/// The end of a line may be a date without a year: "Talks End in Geneva Feb 2", "Talks End in Geneva (2 Feb)".
fn with_bare_date(text: &str, rest: Range<usize>) -> (Range<usize>, Option<Date>) {
    let ends_line = |d: &Date| trim_by(text, d.range.end..rest.end, |c| matches!(c, ')' | ']')).is_empty();
    let last = dates::all(&text[..rest.end])
        .last()
        .filter(|d| d.range.start > rest.start && ends_line(d));
    let Some(date) = last else { return (rest, None) };
    let before = text[rest.start..date.range.start]
        .split_whitespace()
        .next_back()
        .unwrap_or_default();
    if LEADING_TO_DATE.contains(&before.to_lowercase().as_str()) {
        return (rest, None);
    }
    (words(text, rest.start..date.range.start), Some(date))
}

/// `range` without separators and the bracket that sets off a date; empty when no words are left.
fn words(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = trim_separators(text, range);
    let opened = text[inner.clone()].trim_end_matches(['(', '[']).len();
    let closed = text[inner.clone()].len() - text[inner.clone()].trim_start_matches([')', ']']).len();
    let inner = trim_separators(text, inner.start + closed.min(opened)..inner.start + opened);
    let has_words = text[inner.clone()].contains(char::is_alphanumeric);
    if has_words {
        inner
    } else {
        inner.start..inner.start
    }
}

/// Whether white space or a bracket or separator stands before the date, and white space, a closing bracket or the end behind.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '|' | '—' | '–'))
        && after
            .is_none_or(|c| c.is_whitespace() || matches!(c, ')' | ']' | '|' | '—' | '–' | ':' | ',' | ';'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_end_at_their_dates() {
        for (text, expected) in [
            (
                "Talks End on 2026 Budget Feb 2, 2026 Who Votes? A Guide Feb. 1, 2026 Rest without date",
                &[
                    ("Talks End on 2026 Budget", "Feb 2, 2026"),
                    ("Who Votes? A Guide", "Feb. 1, 2026"),
                    ("Rest without date", ""),
                ][..],
            ),
            ("Talks End (2 February 2026)", &[("Talks End", "2 February 2026")]),
            ("Talks End — 2 Feb 2026", &[("Talks End", "2 Feb 2026")]),
            ("Talks End | 2026-02-02", &[("Talks End", "2026-02-02")]),
            ("Feb 2, 2026 – Talks End", &[("Talks End", "Feb 2, 2026")]),
            (
                "Feb 2, 2026: Talks End Feb 1, 2026: Talks Begin",
                &[("Talks End", "Feb 2, 2026"), ("Talks Begin", "Feb 1, 2026")],
            ),
            ("Talks End Feb 2", &[("Talks End", "Feb 2")]),
            (
                "Remembering the Fire of May 3",
                &[("Remembering the Fire of May 3", "")],
            ),
            ("Talks End Without a Date", &[("Talks End Without a Date", "")]),
            ("World Cup 2026 (Preview)", &[("World Cup 2026 (Preview)", "")]),
            ("Feb 2, 2026", &[("", "Feb 2, 2026")]),
        ] {
            let found: Vec<(&str, &str)> = split(text)
                .into_iter()
                .map(|(h, d)| (&text[h], d.map_or("", |d| &text[d.range])))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
