//! What every fuzz target does with its bytes: reads them as the worker does, and checks what must hold of any record.
//!
//! Run one with `cargo +nightly fuzz run mail -- -max_total_time=600 -timeout=60`, from the root of the checkout; see README.md.

use intake::{Hints, Preview, Row};
use model::block::{Block, BlockKind, Role};

/// Reads `bytes` and checks the record.
pub fn read(bytes: &[u8], hints: &Hints<'_>) {
    if let Ok(preview) = intake::preview(bytes, hints) {
        check(&preview);
    }
}

/// Reads `bytes` with `head` before them, unless they begin with it.
pub fn read_behind(head: &[u8], bytes: &[u8], hints: &Hints<'_>) {
    if bytes.starts_with(head) {
        read(bytes, hints);
    } else {
        read(&[head, bytes].concat(), hints);
    }
}

/// Nothing may stand where it can't be shown: places are in order, and every row is where it says.
fn check(preview: &Preview) {
    let capture = &preview.capture;
    let places = capture
        .blocks
        .iter()
        .filter_map(|block| block.origin)
        .chain(capture.removed.iter().map(|removed| removed.at))
        .chain(capture.candidates.iter().map(|candidate| candidate.at))
        .chain(preview.rows.iter().map(|row| row.at));
    for place in places {
        assert!(place.start <= place.end, "{place:?}");
    }
    for row in &preview.rows {
        assert_eq!(row.at.len(), row.text.chars().count(), "{row:?}");
    }
    assert!(!capture.blocks.is_empty(), "a record has a headline at least");
    for block in &capture.blocks {
        words_stand_at_their_place(block, preview);
    }
}

/// A block within a row has the row's words at its place.
fn words_stand_at_their_place(block: &Block, preview: &Preview) {
    // A headline of another article is put together from two places, a picture is shown by what stands for it.
    if block.role == Role::Related || matches!(block.kind, BlockKind::Figure { .. }) {
        return;
    }
    let Some(place) = block.origin else { return };
    let holds = |row: &&Row| row.at.start <= place.start && place.end <= row.at.end;
    if let Some(row) = preview.rows.iter().find(holds) {
        let here: String = row.text.chars().skip(place.start - row.at.start).take(place.len()).collect();
        let words = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        assert_eq!(words(&here), words(&block.text()), "{block:?}");
    }
}
