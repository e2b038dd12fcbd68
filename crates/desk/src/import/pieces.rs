//! Pieces that change sides between a record and what was left out of it: into the record where they stood, and out of it,
//! listed with the reason that the analyst wanted it so.

use intake::Row;
use model::{
    article::{Capture, Removed, RemovedBecause},
    block::{Block, BlockKind, Role, number_blocks},
    text::Span,
};

/// Pieces that change sides between the record and what was left out of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pieces {
    /// Entries of what was left out, from 0, that go into the record.
    pub restored: Vec<usize>,
    /// Lines of the input, from 1, that leave the record.
    pub lines_left_out: Vec<usize>,
    /// Blocks that leave the record, by their ids.
    pub blocks_left_out: Vec<String>,
}

impl Pieces {
    /// Moves the pieces. `rows` are the lines that are pointed at; blocks are to be numbered after that.
    pub(super) fn move_in(&self, capture: &mut Capture, rows: &[Row]) {
        // Taken out first: what leaves in the same gesture would move the entries that are counted.
        let restored = restored(capture, &self.restored);
        let left_out = leave_out(capture, |_, block| {
            let in_line = |line: &usize| {
                rows.iter()
                    .any(|r| r.line == *line && is_inside(block.origin, r.at))
            };
            self.lines_left_out.iter().any(in_line) || self.blocks_left_out.contains(&block.id)
        });
        for piece in left_out {
            capture.amended.note_left_out(piece);
        }
        for piece in restored {
            put_back(capture, piece.clone());
            capture.amended.note_put_back(piece);
        }
    }
}

/// Takes the `wanted` entries out of what was left out.
fn restored(capture: &mut Capture, wanted: &[usize]) -> Vec<Removed> {
    let (back, removed): (Vec<_>, Vec<_>) = std::mem::take(&mut capture.removed)
        .into_iter()
        .enumerate()
        .partition(|(n, _)| wanted.contains(n));
    capture.removed = removed.into_iter().map(|(_, r)| r).collect();
    back.into_iter().map(|(_, r)| r).collect()
}

/// Puts a piece that was left out back into the record, where it stood.
pub(super) fn put_back(capture: &mut Capture, piece: Removed) {
    let head = |b: &Block| matches!(b.role, Role::Headline | Role::Deck);
    let later = |b: &Block| !head(b) && b.origin.is_some_and(|o| o.start > piece.at.start);
    let place = capture
        .blocks
        .iter()
        .position(later)
        .unwrap_or(capture.blocks.len());
    let kind = piece.kind.unwrap_or(BlockKind::Paragraph);
    let role = match kind {
        BlockKind::Heading { .. } => Role::Other,
        _ => Role::Body,
    };
    let mut block = Block::plain(role, kind, piece.text, Some(piece.at));
    if matches!(block.kind, BlockKind::Table { .. } | BlockKind::Rule) {
        // A table has its words in its cells, a rule has none.
        block.spans.clear();
    }
    capture.blocks.insert(place, block);
}

/// Takes blocks out of the record, by number and block, and lists them as left out; gives what was listed. Title and deck are
/// fields, and are emptied as such.
pub(super) fn leave_out(capture: &mut Capture, goes: impl Fn(usize, &Block) -> bool) -> Vec<Removed> {
    let mut before = Span::new(0, 0);
    let mut left_out = Vec::new();
    for (n, block) in std::mem::take(&mut capture.blocks).into_iter().enumerate() {
        let at = block.origin.unwrap_or(Span::new(before.end, before.end));
        before = at;
        if matches!(block.role, Role::Headline | Role::Deck) || !goes(n, &block) {
            capture.blocks.push(block);
        } else {
            left_out.push(as_left_out(&block, at));
        }
    }
    capture.removed.extend_from_slice(&left_out);
    left_out
}

/// A block as it is listed when the analyst leaves it out; `at` is where it stood.
pub(super) fn as_left_out(block: &Block, at: Span) -> Removed {
    Removed {
        text: block.text(),
        at,
        reason: RemovedBecause::Corrected,
        kind: Some(block.kind.clone()).filter(|kind| *kind != BlockKind::Paragraph),
    }
}

/// Leaves the blocks out that say exactly this.
pub(super) fn leave_out_lines(capture: &mut Capture, line: &str) {
    leave_out(capture, |_, block| block.text().trim() == line);
    number_blocks(&mut capture.blocks);
}

/// Whether a piece that was read at `origin` lies within `at`.
pub(super) fn is_inside(origin: Option<Span>, at: Span) -> bool {
    origin.is_some_and(|o| o.start >= at.start && o.end <= at.end)
}

#[cfg(test)]
mod tests {
    use model::article::canonical_text;

    use super::*;
    use crate::import::record::correct;

    const TEXT: &str = "World February 2, 2026\n\nPort Stays Closed\n\nCustoms officers walk out\n\nBy Ana Ruiz\nPort Stays Closed\n\nThe port is closed.\n\nSELM, Feb 2 - The strike goes on.\n\nShips wait.\n";

    #[test]
    fn a_piece_that_leaves_the_record_is_listed_and_comes_back_where_it_was() {
        let preview = intake::preview(TEXT.as_bytes(), &intake::Hints::default()).unwrap();
        let mut capture = preview.capture.clone();
        let before = canonical_text(&capture.blocks);
        let line = preview
            .rows
            .iter()
            .find(|r| r.text == "The port is closed.")
            .unwrap()
            .line;
        let title = capture.blocks[0].id.clone();
        let out = Pieces {
            lines_left_out: vec![line],
            // The title stays: a record has one.
            blocks_left_out: vec![title, capture.blocks.last().unwrap().id.clone()],
            ..Pieces::default()
        };
        assert!(correct(&mut capture, &[], &out, &preview.rows).unwrap());
        let text = canonical_text(&capture.blocks);
        assert!(
            !text.contains("The port is closed.") && !text.contains("Ships wait."),
            "{text}"
        );
        let left_out = capture.removed.len();
        let back = Pieces {
            restored: (0..left_out)
                .filter(|n| capture.removed[*n].reason == RemovedBecause::Corrected)
                .collect(),
            ..Pieces::default()
        };
        assert!(correct(&mut capture, &[], &back, &preview.rows).unwrap());
        assert_eq!(canonical_text(&capture.blocks), before);
        assert_eq!(capture.removed, preview.capture.removed);
    }
}
