//! What the analyst did to a record, done again to the next state of its page.
//!
//! Fields hold by their names. Pieces are found again by their words, or by what they are where they have none, and where
//! several say the same, by how near they stand to where they stood: on a page that didn't change the same record comes out.

use model::{
    address::Pages,
    amended::RecordField,
    article::{Capture, Removed},
    block::{Block, BlockKind, number_blocks},
};

use super::{
    pieces::{leave_out, put_back},
    record::{shown, take_over},
};

/// Does to `capture` what was done to `held`. What was done to `capture` itself is newer and stands.
pub(super) fn do_again(held: &Capture, capture: &mut Capture) {
    for field in RecordField::ALL {
        let by_hand = held.amended.fields.contains(&field);
        let typed = shown(field, &held.meta).typed && !shown(field, &capture.meta).typed;
        let again = match field {
            // Where a version was found is its own business.
            RecordField::Url => {
                capture.meta.url.is_none() && (by_hand || Pages::of(&capture.meta).stated.is_none())
            }
            _ => (by_hand || typed) && !capture.amended.fields.contains(&field),
        };
        if again {
            take_over(capture, field, &held.meta);
            if by_hand {
                capture.amended.note_field(field);
            }
        }
    }
    leave_out_again(held, capture);
    put_back_again(held, capture);
    number_blocks(&mut capture.blocks);
}

fn leave_out_again(held: &Capture, capture: &mut Capture) {
    let newer = capture.amended.put_back.clone();
    let texts: Vec<String> = capture.blocks.iter().map(Block::text).collect();
    let mut going = vec![false; capture.blocks.len()];
    let mut gone = Vec::new();
    for piece in &held.amended.left_out {
        if newer
            .iter()
            .any(|other| same(piece, &other.text, other.kind.as_ref()))
        {
            continue;
        }
        let blocks = capture.blocks.iter().zip(&texts).enumerate();
        let found = blocks
            .filter(|(n, (block, text))| !going[*n] && same(piece, text, Some(&block.kind)))
            .min_by_key(|(_, (block, _))| distance(piece, block.origin.map(|at| at.start)));
        match found.map(|(n, _)| n) {
            Some(n) => going[n] = true,
            // It may come back.
            None => gone.push(piece.clone()),
        }
    }
    let left_out = leave_out(capture, |n, _| going[n]);
    for piece in left_out.into_iter().chain(gone) {
        capture.amended.note_left_out(piece);
    }
}

fn put_back_again(held: &Capture, capture: &mut Capture) {
    let newer = capture.amended.left_out.clone();
    for piece in &held.amended.put_back {
        if newer
            .iter()
            .any(|other| same(piece, &other.text, other.kind.as_ref()))
        {
            continue;
        }
        let removed = capture.removed.iter().enumerate();
        let found = removed
            .filter(|(_, other)| same(piece, &other.text, other.kind.as_ref()))
            .min_by_key(|(_, other)| distance(piece, Some(other.at.start)));
        let piece = match found.map(|(n, _)| n) {
            Some(n) => {
                let found = capture.removed.remove(n);
                put_back(capture, found.clone());
                found
            }
            None => piece.clone(),
        };
        capture.amended.note_put_back(piece);
    }
}

/// Whether something says what `piece` says.
fn same(piece: &Removed, text: &str, kind: Option<&BlockKind>) -> bool {
    piece.text == text && (!text.is_empty() || piece.kind.as_ref() == kind)
}

/// How far from where `piece` stood something begins.
fn distance(piece: &Removed, start: Option<usize>) -> usize {
    start.map_or(usize::MAX, |start| piece.at.start.abs_diff(start))
}

#[cfg(test)]
mod tests {
    use model::{
        article::{Dateline, Field, RemovedBecause},
        block::Role,
        text::Span,
    };

    use super::*;
    use crate::import::{
        Added, Correction, Pieces,
        record::correct,
        version_tests::{add, desk, imported, page},
    };

    const STRAIT: [&str; 5] = [
        "The port of Selm stays closed after a vote of the customs officers on Monday.",
        "* * *",
        "Ships wait off the northern mole for a berth, and nobody knows for how long.",
        "* * *",
        "The ministry said that talks go on.",
    ];
    const PROMOTION: &str = "Correction: the vote was on Tuesday.";

    /// A page that says these paragraphs one after the other, with a section, a dateline and a line that its parser leaves out.
    fn strait(paragraphs: &[&str], encoding: &str) -> Capture {
        let address = "https://strait.example/port";
        let mut capture = page(address, "The Strait Post", "Port stays closed", paragraphs);
        let mut end = 0;
        for block in &mut capture.blocks {
            block.origin = Some(Span::new(end, end + block.text().chars().count()));
            end += block.text().chars().count() + 1;
        }
        capture.removed = vec![Removed {
            text: PROMOTION.to_owned(),
            at: Span::new(end, end + 30),
            reason: RemovedBecause::Promotion,
            kind: None,
        }];
        capture.meta.section = Some(Field::parsed("Letters".to_owned(), Span::new(0, 1)));
        let selm = Dateline {
            place: "SELM".to_owned(),
            date: None,
            agency: None,
        };
        capture.meta.dateline = Some(Field::parsed(selm, Span::new(0, 1)));
        capture.encoding = encoding.to_owned();
        capture
    }

    fn typed(field: RecordField, value: &str) -> Correction {
        Correction {
            field,
            value: value.to_owned(),
            line: None,
        }
    }

    /// Leaves the second stars and the ships out, puts the correction in, empties section and dateline, types an outlet.
    fn amend(capture: &mut Capture) {
        let corrections = [
            typed(RecordField::Section, ""),
            typed(RecordField::Dateline, ""),
            typed(RecordField::Outlet, "Strait Post"),
        ];
        let pieces = Pieces {
            restored: vec![0],
            blocks_left_out: [3, 4].iter().map(|n| capture.blocks[*n].id.clone()).collect(),
            ..Pieces::default()
        };
        assert!(correct(capture, &corrections, &pieces, &[]).unwrap());
    }

    #[test]
    fn what_was_left_out_put_back_emptied_or_typed_stays_so_in_the_next_version_and_makes_none_by_itself() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let mut first = strait(&STRAIT, "UTF-8");
        amend(&mut first);
        let article = imported(&desk, &first);
        let corrected = desk.text(&article).unwrap();
        assert_eq!(
            corrected.split("\n\n").skip(1).collect::<Vec<_>>(),
            [STRAIT[0], STRAIT[1], STRAIT[4], PROMOTION]
        );

        // The same page in other bytes.
        let again = strait(&STRAIT, "windows-1252");
        assert!(matches!(add(&desk, &again.clone()), Added::Held(_)));
        assert_eq!(
            desk.add_version(&article, again, b"others".to_vec()).unwrap(),
            None
        );

        let later = "The council meets on Thursday.";
        for (n, more) in [&[later][..], &[later, "It may last."]].into_iter().enumerate() {
            let paragraphs = [&["Update: officers voted again."], &STRAIT[..], more].concat();
            let Added::Version { added, .. } = add(&desk, &strait(&paragraphs, "UTF-8")) else {
                panic!("no new version");
            };
            assert_eq!(added.number as usize, n + 2);
            let kept = [
                &["Update: officers voted again.", STRAIT[0], STRAIT[1], STRAIT[4]],
                more,
                &[PROMOTION],
            ];
            let text = desk.text(&article).unwrap();
            assert_eq!(text.split("\n\n").skip(1).collect::<Vec<_>>(), kept.concat());
            let record = desk.record_held(&article).unwrap().record.fields;
            let says = |field| record.iter().find(|f| f.field == field).unwrap().value.as_str();
            assert_eq!(
                [RecordField::Section, RecordField::Dateline, RecordField::Outlet].map(says),
                ["", "", "Strait Post"]
            );
        }
    }

    #[test]
    fn what_the_analyst_takes_back_or_does_to_the_next_version_is_not_undone_by_what_was_done_before() {
        let mut held = strait(&STRAIT, "UTF-8");
        amend(&mut held);
        let ships = held
            .removed
            .iter()
            .position(|piece| piece.text == STRAIT[2])
            .unwrap();
        let back = Pieces {
            restored: vec![ships],
            blocks_left_out: vec![held.blocks.last().unwrap().id.clone()],
            ..Pieces::default()
        };
        correct(&mut held, &[], &back, &[]).unwrap();
        let mut next = strait(&STRAIT, "UTF-8");
        let section = typed(RecordField::Section, "World");
        let stars = next.blocks[4].id.clone();
        let out = Pieces {
            blocks_left_out: vec![next.blocks[1].id.clone()],
            ..Pieces::default()
        };
        assert_ne!(next.blocks[1].id, stars);
        correct(&mut next, &[section], &out, &[]).unwrap();
        // A rule says the outlet; the analyst said another one before.
        next.meta.outlet = Some(Field::typed("The Rule".to_owned()));
        do_again(&held, &mut next);
        let texts: Vec<_> = next.blocks.iter().skip(1).map(Block::text).collect();
        assert_eq!(texts, [STRAIT[1], STRAIT[2], STRAIT[4]]);
        let says = |field| shown(field, &next.meta).value;
        assert_eq!(says(RecordField::Section), "World");
        assert_eq!(says(RecordField::Outlet), "Strait Post");
    }

    #[test]
    fn a_line_that_was_pointed_at_for_a_field_does_not_come_back_as_a_paragraph() {
        let read = |text: &str| intake::preview(text.as_bytes(), &intake::Hints::default()).unwrap();
        let text = "Port Stays Closed\n\nThe port is closed.\n\nAna Ruiz, in Selm\n\nShips wait off the northern mole.\n";
        let preview = read(text);
        let line = preview
            .rows
            .iter()
            .find(|r| r.text == "Ana Ruiz, in Selm")
            .unwrap()
            .line;
        let byline = Correction {
            line: Some(line),
            ..typed(RecordField::Authors, "Ana Ruiz")
        };
        let mut held = preview.capture;
        correct(&mut held, &[byline], &Pieces::default(), &preview.rows).unwrap();
        let mut next = read(&format!("{text}\nThey wait in vain.\n")).capture;
        do_again(&held, &mut next);
        let body = next.blocks.iter().filter(|b| b.role != Role::Headline);
        assert_eq!(
            body.map(Block::text).collect::<Vec<_>>(),
            [
                "The port is closed.",
                "Ships wait off the northern mole.",
                "They wait in vain."
            ]
        );
        assert_eq!(shown(RecordField::Authors, &next.meta).value, "Ana Ruiz");
    }
}
