//! The record of an article in the library, shown as the import sheet showed it: its pieces and what was left out of it, in the
//! order in which they stood.
//!
//! All of it comes from the record itself, which keeps every piece that was left out with its words, its place and the reason.
//! The original bytes are not read again: a reader that has learnt something since, or a rule taught since, would make another
//! record of them, and putting one paragraph back would change others.

use std::collections::HashMap;

use intake::{Became, Row};
use model::{
    Uid,
    address::Pages,
    amended::RecordField,
    article::{Capture, Field, Origin, Removed, block_spans},
    block::{Block, BlockKind, Role},
    text::Span,
};

use super::{
    pieces::{Pieces, is_inside},
    record::shown,
    sheet::{Counts, ImportPreview},
};
use crate::{Desk, Result, desk::uid};

/// The record of an article in the library.
#[derive(Clone, Debug)]
pub struct RecordHeld {
    /// The version whose lines and pieces are counted.
    pub version: Uid,
    /// The record as the import sheet shows one. Its lines are the pieces of the record and those that were left out of it,
    /// numbered from 1.
    pub record: ImportPreview,
    /// The lines that each annotation stands on.
    pub marked: Vec<Vec<usize>>,
}

/// A piece as the sheet shows it.
pub(super) struct Line {
    /// What [`super::Correction`] and [`Pieces`] point at.
    pub(super) row: Row,
    /// The number of the block, from 0, of a piece that is in the record.
    block: Option<usize>,
}

impl Desk {
    /// The record of an article's newest version with what was left out of it.
    pub fn record_held(&self, article: &str) -> Result<RecordHeld> {
        let uid = uid(article)?;
        let (version, annotations) =
            self.read(|r| Ok::<_, crate::Failure>((r.newest_version(uid)?, r.annotations(uid)?)))?;
        let capture = version.capture;
        let lines = lines(&capture);
        let places = block_spans(&capture.blocks);
        let stands_on = |at: Span| {
            let lines = lines.iter().filter(|line| {
                let place = line.block.and_then(|n| places.get(n));
                place.is_some_and(|place| place.start < at.end && at.start < place.end)
            });
            lines.map(|line| line.row.line).collect()
        };
        let marked = annotations
            .iter()
            .filter(|mark| mark.version == version.uid)
            .filter_map(|mark| mark.span().map(stands_on))
            .collect();
        let mut rows: Vec<Row> = lines.into_iter().map(|line| line.row).collect();
        let shown_at_once = shown_at_once(&rows);
        let lines_not_shown = rows.split_off(shown_at_once).len();
        Ok(RecordHeld {
            version: version.uid,
            marked,
            record: ImportPreview {
                snapshot: version.snapshot,
                file_name: version.file_name,
                fields: RecordField::ALL
                    .iter()
                    .map(|field| shown(*field, &capture.meta))
                    .collect(),
                counts: Counts::of(&capture),
                rows,
                lines_not_shown,
                stated_from: None,
                // What was to be looked at was looked at when it was saved.
                doubts: Vec::new(),
                from_the_future: false,
                alike: Vec::new(),
                site: Pages::of(&capture.meta).site,
                followed: Vec::new(),
                encoding: capture.encoding,
                candidates: capture.candidates,
                removed: capture.removed,
            },
        })
    }
}

/// How many of the rows go to the window in one message.
fn shown_at_once(rows: &[Row]) -> usize {
    let mut bytes = 0;
    let fit = rows.iter().take_while(|row| {
        bytes += row.text.len();
        bytes <= intake::SHOWN_BYTES
    });
    fit.count()
}

/// The pieces of a record and what was left out of it. What was left out stands before the first piece of the text that stood
/// behind it; a title that only the page's data states doesn't bring it down there.
pub(super) fn lines(capture: &Capture) -> Vec<Line> {
    let mut removed: Vec<_> = capture.removed.iter().enumerate().collect();
    removed.sort_by_key(|(_, piece)| (piece.at.start, piece.at.end));
    let mut removed = removed.into_iter().peekable();
    let is_head = |block: &Block| matches!(block.role, Role::Headline | Role::Deck);
    let text_from = capture.blocks.iter().filter(|block| !is_head(block));
    let text_from = text_from.filter_map(|block| Some(block.origin?.start)).min();
    let mut counts = HashMap::new();
    let mut lines: Vec<Line> = Vec::new();
    let mut before = Span::new(0, 0);
    for (n, block) in capture.blocks.iter().enumerate() {
        let number = counts.entry(block.role).or_insert(0);
        *number += 1;
        let in_place = |at: &Span| !is_head(block) || text_from.is_none_or(|from| at.start <= from);
        let at = block.origin.filter(in_place);
        while let Some((n, piece)) =
            removed.next_if(|(_, piece)| at.is_some_and(|at| piece.at.start < at.start))
        {
            push_removed(&mut lines, n, piece);
        }
        let origin = block.origin.unwrap_or(Span::new(before.end, before.end));
        before = at.unwrap_or(before);
        let part = Became::block(block.role, *number);
        let mut became = fields_in(capture, origin);
        became.retain(|field| *field != part);
        became.push(part);
        push(&mut lines, Some(n), origin, words(block), became);
    }
    for (n, piece) in removed {
        push_removed(&mut lines, n, piece);
    }
    lines
}

/// Adds piece `n` of those that were left out.
fn push_removed(lines: &mut Vec<Line>, n: usize, piece: &Removed) {
    push(
        lines,
        None,
        piece.at,
        piece.text.clone(),
        vec![Became::Removed(n)],
    );
}

/// Adds a line, unless there is nothing to see of it, as of a rule.
fn push(lines: &mut Vec<Line>, block: Option<usize>, at: Span, text: String, became: Vec<Became>) {
    if !text.trim().is_empty() {
        let line = lines.len() + 1;
        lines.push(Line {
            row: Row {
                line,
                at,
                text,
                became,
            },
            block,
        });
    }
}

/// What is read of a block; of a picture without a caption what stands for it.
fn words(block: &Block) -> String {
    match (&block.kind, block.text()) {
        (BlockKind::Figure { alt, .. }, caption) if caption.trim().is_empty() => alt.clone(),
        (_, text) => text,
    }
}

/// The fields that were read in the words of a block, as the dateline before a first paragraph.
fn fields_in(capture: &Capture, at: Span) -> Vec<Became> {
    fn place<T>(field: &Field<T>) -> Option<Span> {
        match field.origin {
            Origin::Parsed { at } => Some(at),
            Origin::Typed => None,
        }
    }
    let meta = &capture.meta;
    let fields = [
        (meta.section.as_ref().and_then(place), Became::Section),
        (meta.published.as_ref().and_then(place), Became::Published),
        (meta.dateline.as_ref().and_then(place), Became::Dateline),
        (meta.authors.first().and_then(place), Became::Author),
        (meta.deck.as_ref().and_then(place), Became::Deck),
    ];
    let inside = fields.into_iter().filter(|(field, _)| is_inside(*field, at));
    inside.map(|(_, became)| became).collect()
}

impl Pieces {
    /// The same pieces with the lines that leave the record named by their blocks: exact, also for a block that was typed and
    /// stands nowhere in the input.
    pub(super) fn by_block(mut self, lines: &[Line], blocks: &[Block]) -> Self {
        let wanted = std::mem::take(&mut self.lines_left_out);
        let leaving = lines.iter().filter(|line| wanted.contains(&line.row.line));
        let leaving = leaving.filter_map(|line| blocks.get(line.block?));
        self.blocks_left_out.extend(leaving.map(|block| block.id.clone()));
        self
    }
}

#[cfg(test)]
mod tests {
    use intake::Hints;
    use model::{
        anchor::AnchorState,
        article::{ArticleState, RemovedBecause, canonical_text},
        block::number_blocks,
    };

    use super::*;
    use crate::{
        FailureKind,
        import::{
            Added, Addition, Correction,
            incoming::Came,
            record::correct,
            version_tests::{desk, mark, risk},
        },
    };

    const MENU: &str = "Home\nWorld\nMarkets";
    const NOTICE: &str = "Subscribe to our newsletter and get the news of the day in your inbox.";
    const VOTE: &str = "The strike at the port of Selm goes on, officers said on Monday after a vote that lasted for most of the night.";
    const SHIPS: &str = "Ships wait off the northern mole for a berth, and two of them have turned back to the south with their grain.";
    const COUNCIL: &str = "Nobody expects an end of the strike before the council has met again, which it does on Thursday at noon.";

    fn page() -> String {
        format!(
            "<!doctype html><html lang=en><meta charset=utf-8><title>Port stays closed</title>\
             <nav><ul><li><a href=/>Home</a></li><li><a href=/world>World</a></li><li><a href=/markets>Markets</a></li></ul></nav>\
             <article><h1>Port stays closed</h1><p>{VOTE}</p><p>{SHIPS}</p>\
             <div class=newsletter><p>{NOTICE}</p></div><p>{COUNCIL}</p></article>\
             <footer><p>© All rights reserved.</p></footer></html>"
        )
    }

    fn read_page() -> Capture {
        intake::capture(page().as_bytes(), &Hints::default()).unwrap()
    }

    fn saved(desk: &Desk) -> String {
        let addition = Addition {
            capture: read_page(),
            came: Came::file(page().into_bytes(), None),
            state: ArticleState::Inbox,
            tags: Vec::new(),
            keep_both: false,
            draft: None,
        };
        match desk.add(&addition.into()).unwrap() {
            Added::New { uid, .. } => uid.to_string(),
            _ => panic!("it is there already"),
        }
    }

    /// The lines of a record, with the reason of those that were left out.
    fn listed(desk: &Desk, article: &str) -> Vec<(String, Option<RemovedBecause>)> {
        let record = desk.record_held(article).unwrap().record;
        let reason = |row: &Row| match row.became[..] {
            [Became::Removed(n)] => Some(record.removed[n].reason),
            _ => None,
        };
        record
            .rows
            .iter()
            .map(|row| (row.text.clone(), reason(row)))
            .collect()
    }

    fn line_of(desk: &Desk, article: &str, words: &str) -> usize {
        let rows = desk.record_held(article).unwrap().record.rows;
        rows.iter().find(|row| row.text == words).unwrap().line
    }

    fn entry_of(desk: &Desk, article: &str, words: &str) -> usize {
        let removed = desk.record_held(article).unwrap().record.removed;
        removed.iter().position(|piece| piece.text == words).unwrap()
    }

    #[test]
    fn the_sheet_of_a_saved_page_says_what_was_left_out_where_it_stood_and_why() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let article = saved(&desk);
        let expected = [
            (MENU, Some(RemovedBecause::Navigation)),
            ("Port stays closed", None),
            (VOTE, None),
            (SHIPS, None),
            (NOTICE, Some(RemovedBecause::Promotion)),
            (COUNCIL, None),
            ("© All rights reserved.", Some(RemovedBecause::Navigation)),
        ];
        let expected = expected.map(|(text, reason)| (text.to_owned(), reason));
        assert_eq!(listed(&desk, &article), expected);
        let held = desk.record_held(&article).unwrap();
        assert_eq!(held.record.counts.paragraphs, 3);
        assert_eq!(held.record.rows.last().unwrap().line, 7);
        assert_eq!(held.record.lines_not_shown, 0);
    }

    #[test]
    fn one_step_puts_a_piece_back_and_leaves_one_out_marks_hold_and_the_cited_passage_that_went_is_listed() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let article = saved(&desk);
        let entry = risk(&desk, "Strike");
        let kept = mark(&desk, &article, COUNCIL, None);
        let cited = mark(&desk, &article, "two of them have turned back", Some(&entry));
        let before = (desk.text(&article).unwrap(), listed(&desk, &article));
        let state = |of: &str| {
            let marks = desk.annotations(&article).unwrap();
            marks
                .iter()
                .find(|mark| mark.row.uid.to_string() == of)
                .unwrap()
                .row
                .state
        };

        let held = desk.record_held(&article).unwrap();
        assert_eq!(
            held.marked,
            [
                [line_of(&desk, &article, SHIPS)],
                [line_of(&desk, &article, COUNCIL)]
            ]
        );
        let version = held.version.to_string();
        let pieces = Pieces {
            restored: vec![entry_of(&desk, &article, NOTICE)],
            lines_left_out: vec![line_of(&desk, &article, SHIPS)],
            ..Pieces::default()
        };
        let added = desk
            .correct_article(&version, Vec::new(), pieces)
            .unwrap()
            .unwrap();
        assert_eq!(
            desk.text(&article).unwrap(),
            ["Port stays closed", VOTE, NOTICE, COUNCIL].join("\n\n")
        );
        assert_eq!(added.number, 2);
        assert_eq!(
            (state(&kept), state(&cited)),
            (AnchorState::Moved, AnchorState::Orphan)
        );
        let [changed] = &added.changed[..] else {
            panic!("{:?}", added.changed)
        };
        assert_eq!(
            (changed.quote.as_str(), changed.now.as_deref()),
            ("two of them have turned back", None)
        );
        assert_eq!(changed.risks, ["R-1"]);
        // It is listed where it stood, as what the analyst left out, and so it comes back.
        let ships = (SHIPS.to_owned(), Some(RemovedBecause::Corrected));
        assert_eq!(listed(&desk, &article)[3], ships);
        assert_eq!(desk.check().unwrap().findings, []);

        desk.undo().unwrap();
        assert_eq!((desk.text(&article).unwrap(), listed(&desk, &article)), before);
        assert_eq!(
            (state(&kept), state(&cited)),
            (AnchorState::Exact, AnchorState::Exact)
        );
        desk.redo().unwrap();

        let back = Pieces {
            restored: vec![entry_of(&desk, &article, SHIPS)],
            lines_left_out: vec![line_of(&desk, &article, NOTICE)],
            ..Pieces::default()
        };
        desk.correct_article(&article, Vec::new(), back).unwrap().unwrap();
        assert_eq!(desk.text(&article).unwrap(), before.0);
        // Counted from where it last stood, it moved; it is on its words again.
        assert_eq!(state(&cited), AnchorState::Moved);
    }

    #[test]
    fn putting_a_piece_back_later_makes_the_text_that_putting_it_back_before_saving_makes() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let article = saved(&desk);
        for entry in 0..read_page().removed.len() {
            let pieces = Pieces {
                restored: vec![entry],
                ..Pieces::default()
            };
            let mut on_import = read_page();
            correct(&mut on_import, &[], &pieces, &[]).unwrap();
            desk.correct_article(&article, Vec::new(), pieces)
                .unwrap()
                .unwrap();
            assert_eq!(desk.text(&article).unwrap(), canonical_text(&on_import.blocks));
            desk.undo().unwrap();
        }
    }

    #[test]
    fn a_line_of_a_saved_record_that_is_made_the_deck_stands_nowhere_else() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let article = saved(&desk);
        let deck = Correction {
            field: RecordField::Deck,
            value: VOTE.to_owned(),
            line: Some(line_of(&desk, &article, VOTE)),
        };
        desk.correct_article(&article, vec![deck], Pieces::default())
            .unwrap();
        assert_eq!(
            desk.text(&article).unwrap(),
            ["Port stays closed", VOTE, SHIPS, COUNCIL].join("\n\n")
        );
        assert_eq!(desk.record_held(&article).unwrap().record.counts.paragraphs, 2);
    }

    #[test]
    fn lines_that_were_counted_in_a_version_with_a_newer_one_after_it_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let article = saved(&desk);
        let looked_at = desk.record_held(&article).unwrap().version.to_string();
        let out = |line| Pieces {
            lines_left_out: vec![line],
            ..Pieces::default()
        };
        desk.correct_article(&looked_at, Vec::new(), out(3))
            .unwrap()
            .unwrap();
        let text = desk.text(&article).unwrap();
        let refused = desk.correct_article(&looked_at, Vec::new(), out(4)).unwrap_err();
        assert_eq!(refused.kind, FailureKind::Conflict);
        assert_eq!(desk.text(&article).unwrap(), text);
    }

    #[test]
    fn a_typed_title_stays_on_top_what_has_no_words_has_no_line_and_a_picture_is_its_description() {
        let mut capture = read_page();
        let text_from = capture.blocks[1].origin.unwrap();
        // The title is only stated, below the text, as in a page's data.
        capture.blocks[0].origin = Some(Span::new(90_000, 90_010));
        let figure = BlockKind::Figure {
            alt: "A closed gate".to_owned(),
            source: None,
        };
        let at = Some(Span::new(text_from.end, text_from.end));
        for kind in [BlockKind::Rule, figure] {
            capture.blocks.insert(2, Block::plain(Role::Body, kind, "", at));
        }
        number_blocks(&mut capture.blocks);
        let lines = lines(&capture);
        let texts: Vec<_> = lines.iter().map(|line| line.row.text.as_str()).collect();
        assert_eq!(
            texts,
            [
                "Port stays closed",
                MENU,
                VOTE,
                "A closed gate",
                SHIPS,
                NOTICE,
                COUNCIL,
                "© All rights reserved."
            ]
        );
        let numbers: Vec<_> = lines.iter().map(|line| line.row.line).collect();
        assert_eq!(numbers, (1..=8).collect::<Vec<_>>());
        // Numbers are those of the locators, which count the rule as well.
        assert_eq!(lines[4].row.became, [Became::Paragraph(4)]);
    }

    #[test]
    fn what_is_too_much_for_one_message_is_counted_and_not_shown() {
        let row = |bytes: usize| Row {
            line: 1,
            at: Span::new(0, 1),
            text: "a".repeat(bytes),
            became: Vec::new(),
        };
        let half = intake::SHOWN_BYTES / 2;
        assert_eq!(shown_at_once(&[row(half), row(half), row(1)]), 2);
        assert_eq!(shown_at_once(&[]), 0);
    }
}
