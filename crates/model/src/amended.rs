//! What the analyst did to a record by hand, kept with it so that it can be done again to the next state of its page.

use serde::{Deserialize, Serialize};

use crate::article::Removed;

/// A field of the record that can be typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordField {
    /// The article's title; never empty.
    Title,
    /// The sentence under it.
    Deck,
    /// Names, parted by commas.
    Authors,
    /// The outlet's section.
    Section,
    /// The day of publication, with time and zone where known.
    Published,
    /// Where it was filed, and behind a comma when.
    Dateline,
    /// Who published it.
    Outlet,
    /// Where it was found.
    Url,
    /// BCP 47.
    Language,
}

impl RecordField {
    /// All of them, in the order of the sheet.
    pub const ALL: [Self; 9] = [
        Self::Title,
        Self::Deck,
        Self::Authors,
        Self::Section,
        Self::Published,
        Self::Dateline,
        Self::Outlet,
        Self::Url,
        Self::Language,
    ];
}

/// What was done to a record by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amended {
    /// Fields that were typed or emptied.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<RecordField>,
    /// Pieces that were taken out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<Removed>,
    /// Pieces that the parser had left out and that were put in, in that order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub put_back: Vec<Removed>,
}

impl Amended {
    /// Whether nothing was done.
    pub fn is_nothing(&self) -> bool {
        self.fields.is_empty() && self.left_out.is_empty() && self.put_back.is_empty()
    }

    /// Notes that a field was typed or emptied.
    pub fn note_field(&mut self, field: RecordField) {
        if !self.fields.contains(&field) {
            self.fields.push(field);
        }
    }

    /// Notes that a piece was taken out; one that had been put in is as it was.
    pub fn note_left_out(&mut self, piece: Removed) {
        if !take(&mut self.put_back, &piece) {
            self.left_out.push(piece);
        }
    }

    /// Notes that a piece was put in; one that had been taken out is as it was.
    pub fn note_put_back(&mut self, piece: Removed) {
        if !take(&mut self.left_out, &piece) {
            self.put_back.push(piece);
        }
    }
}

/// Takes the piece with these words and this place out of `pieces`, if it is among them.
fn take(pieces: &mut Vec<Removed>, piece: &Removed) -> bool {
    let found = pieces
        .iter()
        .position(|p| p.at == piece.at && p.text == piece.text);
    found.map(|n| pieces.remove(n)).is_some()
}
