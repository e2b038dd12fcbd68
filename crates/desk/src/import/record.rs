//! The fields of a record as a person reads and types them: printed, checked, and put into a capture.
//!
//! A field that is printed and typed back unchanged keeps its origin; anything else is typed by the analyst. Blocks follow:
//! the canonical text of a version is made with the corrected title and deck, and is never made again.

use chrono::{Datelike as _, NaiveDate};
use intake::Row;
use model::{
    amended::RecordField,
    article::{Capture, Dateline, Field, Meta, Origin, Published, Removed, RemovedBecause},
    block::{Block, BlockKind, Role, number_blocks},
    text::Span,
};
use serde::{Deserialize, Serialize};

use super::pieces::{Pieces, as_left_out, is_inside};
use crate::{Failure, FailureKind, Result, annotate::one_line};

/// What a person wants a field to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The field.
    pub field: RecordField,
    /// As typed; nothing empties the field.
    pub value: String,
    /// The line of the input, from 1, that was pointed at for it: it stands in the record there and nowhere else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
}

/// A field as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldShown {
    /// The field.
    pub field: RecordField,
    /// As it can be typed; empty when the record has none.
    pub value: String,
    /// Whether the analyst typed it.
    pub typed: bool,
}

/// A field of `meta` as it is shown.
pub(crate) fn shown(field: RecordField, meta: &Meta) -> FieldShown {
    fn of<T>(field: Option<&Field<T>>, print: impl Fn(&T) -> String) -> (String, bool) {
        field.map_or_else(Default::default, |f| (print(&f.value), f.origin == Origin::Typed))
    }
    let text = |field: Option<&Field<String>>| of(field, String::clone);
    let (value, typed) = match field {
        RecordField::Title => text(Some(&meta.headline)),
        RecordField::Deck => text(meta.deck.as_ref()),
        RecordField::Section => text(meta.section.as_ref()),
        RecordField::Outlet => text(meta.outlet.as_ref()),
        RecordField::Url => text(meta.url.as_ref()),
        RecordField::Language => text(meta.language.as_ref()),
        RecordField::Published => of(meta.published.as_ref(), print_published),
        RecordField::Dateline => of(meta.dateline.as_ref(), |d| print_dateline(d, day_of(meta))),
        RecordField::Authors => (
            meta.authors
                .iter()
                .map(|a| a.value.as_str())
                .collect::<Vec<_>>()
                .join(", "),
            meta.authors.iter().any(|a| a.origin == Origin::Typed),
        ),
    };
    FieldShown { field, value, typed }
}

/// `typed` as the record would print it; `published` is what stands in that field, for a dateline's year.
///
/// Fails with the sentence that belongs beside the field.
pub fn read_typed(field: RecordField, typed: &str, published: Option<&str>) -> Result<String> {
    let mut meta = nobody();
    let near = published.and_then(|p| intake::typed_date(p, None));
    meta.published = near.map(Field::typed);
    put(&mut meta, field, typed)?;
    Ok(shown(field, &meta).value)
}

/// A record with nothing in it.
fn nobody() -> Meta {
    Meta::titled(Field::typed(String::new()))
}

fn day_of(meta: &Meta) -> Option<NaiveDate> {
    Some(meta.published.as_ref()?.value.date)
}

fn print_published(published: &Published) -> String {
    let mut printed = published.date.format("%-d %b %Y").to_string();
    if let Some(time) = published.time {
        printed += &time.format(", %H:%M").to_string();
        if let Some(zone) = &published.zone {
            printed = format!("{printed} {zone}");
        }
    }
    printed
}

/// `MOSCOW, 2 Feb`: the year where it isn't that of publication.
fn print_dateline(dateline: &Dateline, published: Option<NaiveDate>) -> String {
    let Some(date) = dateline.date else {
        return dateline.place.clone();
    };
    let same_year = published.is_some_and(|day| day.year() == date.year());
    let form = if same_year { "%-d %b" } else { "%-d %b %Y" };
    format!("{}, {}", dateline.place, date.format(form))
}

/// Puts what was typed into the field.
fn put(meta: &mut Meta, field: RecordField, typed: &str) -> Result<()> {
    let line = one_line(typed);
    let text = line.clone().map(Field::typed);
    match field {
        RecordField::Title => meta.headline = text.ok_or_else(|| invalid("record-no-title", typed))?,
        RecordField::Deck => meta.deck = text,
        RecordField::Section => meta.section = text,
        RecordField::Outlet => meta.outlet = text,
        RecordField::Authors => {
            let names = line.as_deref().unwrap_or_default().split([',', ';', '،', '、']);
            meta.authors = names.filter_map(one_line).map(Field::typed).collect();
        }
        RecordField::Url => {
            if line.as_deref().is_some_and(|url| !is_address(url)) {
                return Err(invalid("record-no-address", typed));
            }
            meta.url = text;
        }
        RecordField::Language => {
            if line.as_deref().is_some_and(|tag| !is_language(tag)) {
                return Err(invalid("record-no-language", typed));
            }
            meta.language = text;
        }
        RecordField::Published => {
            let date =
                |line: &str| intake::typed_date(line, None).ok_or_else(|| invalid("record-no-date", typed));
            meta.published = line.as_deref().map(date).transpose()?.map(Field::typed);
        }
        RecordField::Dateline => {
            let agency = meta.dateline.take().and_then(|d| d.value.agency);
            let near = day_of(meta);
            let read = |line: &str| {
                let parted = line.rsplit_once(',').and_then(|(place, day)| {
                    let date = intake::typed_date(day, near).or_else(|| {
                        // "Moscow, Feb 2, 2026": the date has a comma of its own.
                        let (_, day) = place.rsplit_once(',').map(|(p, _)| line.split_at(p.len() + 1))?;
                        intake::typed_date(day, near)
                    })?;
                    let place = match intake::typed_date(day, near) {
                        Some(_) => place,
                        None => place.rsplit_once(',').map_or(place, |(p, _)| p),
                    };
                    Some((place.trim().to_owned(), Some(date.date)))
                });
                parted.unwrap_or_else(|| (line.to_owned(), None))
            };
            meta.dateline = line
                .as_deref()
                .map(read)
                .map(|(place, date)| Field::typed(Dateline { place, date, agency }));
        }
    }
    Ok(())
}

fn invalid(id: &str, typed: &str) -> Failure {
    let shown: String = typed.chars().take(60).collect();
    Failure::new(FailureKind::Invalid, id, &[("given", shown.into())])
}

/// `https://host/…`; only what a browser opens is an address here.
fn is_address(url: &str) -> bool {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric) && !rest.contains(char::is_whitespace))
}

/// The shape of a BCP 47 tag.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.chars().all(|c| c.is_ascii_alphabetic())
        && parts.all(|p| (1..=8).contains(&p.len()) && p.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// Puts `corrections` into `capture` and moves `pieces`, as done by hand, and gives whether that changed anything. `rows` are
/// the lines that corrections and pieces may point at.
pub(crate) fn correct(
    capture: &mut Capture,
    corrections: &[Correction],
    pieces: &Pieces,
    rows: &[Row],
) -> Result<bool> {
    let before = capture.clone();
    pieces.move_in(capture, rows);
    // The day of publication first: a dateline without a year takes the year from it.
    let (dates, others): (Vec<_>, Vec<_>) = corrections
        .iter()
        .partition(|c| c.field == RecordField::Published);
    for correction in dates.into_iter().chain(others) {
        let row = correction
            .line
            .and_then(|line| rows.iter().find(|r| r.line == line));
        if say(
            capture,
            correction.field,
            &correction.value,
            row.map(|row| row.at),
        )? {
            capture.amended.note_field(correction.field);
        }
    }
    number_blocks(&mut capture.blocks);
    Ok(*capture != before)
}

/// Puts what was typed into a field, block and all, and gives whether it says anything new; `at` is the line that was pointed
/// at for it. Blocks are to be numbered after that.
pub(super) fn say(capture: &mut Capture, field: RecordField, typed: &str, at: Option<Span>) -> Result<bool> {
    if one_line(typed).unwrap_or_default() == shown(field, &capture.meta).value && at.is_none() {
        return Ok(false);
    }
    let old = capture.meta.clone();
    put(&mut capture.meta, field, typed)?;
    if let Some(at) = at {
        take_line(capture, field, at);
    }
    follow_field(capture, field, &old, at);
    Ok(true)
}

/// Makes a field say what it says in `held`, block and all. Blocks are to be numbered after that.
pub(super) fn take_over(capture: &mut Capture, field: RecordField, held: &Meta) {
    let old = capture.meta.clone();
    let meta = &mut capture.meta;
    match field {
        RecordField::Title => meta.headline = held.headline.clone(),
        RecordField::Deck => meta.deck = held.deck.clone(),
        RecordField::Authors => meta.authors.clone_from(&held.authors),
        RecordField::Section => meta.section = held.section.clone(),
        RecordField::Published => meta.published = held.published.clone(),
        RecordField::Dateline => meta.dateline = held.dateline.clone(),
        RecordField::Outlet => meta.outlet = held.outlet.clone(),
        RecordField::Url => meta.url = held.url.clone(),
        RecordField::Language => meta.language = held.language.clone(),
    }
    if shown(field, &old).value != shown(field, &capture.meta).value {
        follow_field(capture, field, &old, None);
    }
}

/// Puts a value that the input states into title or deck, block and all.
pub(super) fn set_field(capture: &mut Capture, field: RecordField, value: Field<String>) {
    let old = capture.meta.clone();
    let at = match value.origin {
        Origin::Parsed { at } => Some(at),
        Origin::Typed => None,
    };
    match field {
        RecordField::Title if old.headline.value != value.value => capture.meta.headline = value,
        RecordField::Deck if old.deck.as_ref().map(|d| &d.value) != Some(&value.value) => {
            capture.meta.deck = Some(value);
        }
        _ => return,
    }
    follow_field(capture, field, &old, at);
    number_blocks(&mut capture.blocks);
}

/// Makes the block of title or deck say what the field says now; `old` is what the record said before.
fn follow_field(capture: &mut Capture, field: RecordField, old: &Meta, at: Option<Span>) {
    match field {
        RecordField::Title => {
            set_aside(capture, &old.headline);
            let title = capture.meta.headline.value.clone();
            replace(
                capture,
                Role::Headline,
                Some((BlockKind::Heading { level: 1 }, title, at)),
            );
        }
        RecordField::Deck => {
            if let Some(deck) = &old.deck {
                set_aside(capture, deck);
            }
            let deck = capture
                .meta
                .deck
                .as_ref()
                .map(|d| (BlockKind::Paragraph, d.value.clone(), at));
            replace(capture, Role::Deck, deck);
        }
        _ => {}
    }
}

/// Lists what was read in the input and is in the record no more, unless another block still stands there.
fn set_aside(capture: &mut Capture, old: &Field<String>) {
    if let Origin::Parsed { at } = old.origin {
        capture.removed.push(Removed {
            text: old.value.clone(),
            at,
            reason: RemovedBecause::Corrected,
            kind: None,
        });
    }
}

/// Puts a block in place of the one that plays `role`; title and deck stand first.
fn replace(capture: &mut Capture, role: Role, new: Option<(BlockKind, String, Option<Span>)>) {
    capture.blocks.retain(|b| b.role != role);
    if let Some((kind, text, at)) = new {
        let place = usize::from(role == Role::Deck).min(capture.blocks.len());
        capture.blocks.insert(place, Block::plain(role, kind, text, at));
    }
}

/// The line `at` is now `field`: it leaves the part it was in.
fn take_line(capture: &mut Capture, field: RecordField, at: Span) {
    let in_line = |b: &Block| {
        matches!(b.role, Role::Deck | Role::Summary | Role::Body | Role::Other) && is_inside(b.origin, at)
    };
    for block in capture.blocks.extract_if(.., |b| in_line(b)) {
        if block.role != Role::Deck {
            capture.amended.note_left_out(as_left_out(&block, at));
        }
    }
    let deck_was_here = matches!(
        capture.meta.deck,
        Some(Field { origin: Origin::Parsed { at: deck }, .. }) if is_inside(Some(deck), at)
    );
    if field != RecordField::Deck && deck_was_here {
        capture.meta.deck = None;
        capture.amended.note_field(RecordField::Deck);
    }
    capture
        .removed
        .retain(|r| !(r.reason == RemovedBecause::RepeatedHeadline && is_inside(Some(r.at), at)));
}

#[cfg(test)]
mod tests {
    use model::article::canonical_text;

    use super::*;

    const TEXT: &str = "World February 2, 2026\n\nPort Stays Closed\n\nCustoms officers walk out\n\nBy Ana Ruiz\nPort Stays Closed\n\nThe port is closed.\n\nSELM, Feb 2 - The strike goes on.\n\nShips wait.\n";

    fn corrected(corrections: &[(RecordField, &str, Option<usize>)], kept: &[usize]) -> Capture {
        let preview = intake::preview(TEXT.as_bytes(), &intake::Hints::default()).unwrap();
        let corrections: Vec<_> = corrections
            .iter()
            .map(|(field, value, line)| Correction {
                field: *field,
                value: (*value).to_owned(),
                line: *line,
            })
            .collect();
        let mut capture = preview.capture;
        let pieces = Pieces {
            restored: kept.to_vec(),
            ..Pieces::default()
        };
        correct(&mut capture, &corrections, &pieces, &preview.rows).unwrap();
        capture
    }

    #[test]
    fn every_field_reads_back_as_it_is_printed() {
        for (field, typed, printed) in [
            (RecordField::Title, "  A  title ", Some("A title")),
            (RecordField::Title, " ", None),
            (RecordField::Published, "2026-02-02", Some("2 Feb 2026")),
            (
                RecordField::Published,
                "Feb 2, 2026 14:05 GMT",
                Some("2 Feb 2026, 14:05 GMT"),
            ),
            (RecordField::Published, "2/3/2026", None),
            (RecordField::Published, "yesterday", None),
            (RecordField::Published, "", Some("")),
            (RecordField::Dateline, "Moscow, 2 Feb", Some("Moscow, 2 Feb")),
            (
                RecordField::Dateline,
                "Moscow, Feb 2, 2026",
                Some("Moscow, 2 Feb"),
            ),
            (
                RecordField::Dateline,
                "Washington, D.C.",
                Some("Washington, D.C."),
            ),
            (
                RecordField::Dateline,
                "Washington, D.C., 30 Dec 2025",
                Some("Washington, D.C., 30 Dec 2025"),
            ),
            (RecordField::Authors, "Ana Ruiz,  Bo Li;", Some("Ana Ruiz, Bo Li")),
            (
                RecordField::Url,
                "https://example.org/a",
                Some("https://example.org/a"),
            ),
            (RecordField::Url, "javascript:alert(1)", None),
            (RecordField::Url, "https:// x", None),
            (RecordField::Language, "pt-BR", Some("pt-BR")),
            (RecordField::Language, "English", None),
        ] {
            let read = read_typed(field, typed, Some("2 Feb 2026"));
            assert_eq!(read.as_deref().ok(), printed, "{field:?} {typed:?}");
            if let Some(printed) = printed.filter(|p| !p.is_empty()) {
                let again = read_typed(field, printed, Some("2 Feb 2026"));
                assert_eq!(again.as_deref(), Ok(printed));
            }
        }
    }

    #[test]
    fn a_corrected_title_stands_in_field_block_and_text_and_the_old_one_is_listed() {
        let capture = corrected(&[(RecordField::Title, "Selm Port Still Closed", None)], &[]);
        assert_eq!(
            capture.meta.headline,
            Field::typed("Selm Port Still Closed".to_owned())
        );
        assert!(
            canonical_text(&capture.blocks)
                .starts_with("Selm Port Still Closed\n\nCustoms officers walk out\n\n")
        );
        assert_eq!(capture.blocks[0].origin, None);
        let last = capture.removed.last().unwrap();
        assert_eq!(
            (last.text.as_str(), last.reason),
            ("Port Stays Closed", RemovedBecause::Corrected)
        );
    }

    #[test]
    fn what_is_typed_back_unchanged_keeps_its_origin() {
        let as_parsed = corrected(&[], &[]);
        let again = corrected(
            &[
                (RecordField::Title, "Port Stays Closed", None),
                (RecordField::Published, "2 Feb 2026", None),
                (RecordField::Dateline, "SELM, 2 Feb", None),
                (RecordField::Authors, "Ana Ruiz", None),
            ],
            &[],
        );
        assert_eq!(again, as_parsed);
    }

    #[test]
    fn an_emptied_deck_leaves_the_text() {
        let capture = corrected(&[(RecordField::Deck, "", None)], &[]);
        assert_eq!(capture.meta.deck, None);
        assert!(canonical_text(&capture.blocks).starts_with("Port Stays Closed\n\nThe port is closed."));
    }

    #[test]
    fn a_line_made_the_title_stands_nowhere_else() {
        let capture = corrected(&[(RecordField::Title, "Customs officers walk out", Some(5))], &[]);
        let text = canonical_text(&capture.blocks);
        assert_eq!(text.matches("Customs officers walk out").count(), 1);
        assert_eq!(
            (capture.meta.deck, capture.blocks[0].role),
            (None, Role::Headline)
        );
        assert!(capture.blocks[0].origin.is_some());
    }

    #[test]
    fn a_dropped_line_that_is_kept_stands_where_it_stood() {
        let capture = corrected(&[], &[0]);
        assert!(capture.removed.is_empty());
        assert_eq!(
            canonical_text(&capture.blocks).split("\n\n").collect::<Vec<_>>()[2..4],
            ["Port Stays Closed", "The port is closed."]
        );
    }
}
