//! The versions of an article, and what is different between two texts of the library or one about to come in.

pub use model::diff::Change;
use model::{
    Uid,
    diff::{Piece, diff},
    text::Indexed,
    word::words,
};
use serde::Serialize;
use store::Read;
pub use store::article::VersionRow;

use crate::{Desk, Failure, Result, desk::uid, import::Incoming};

/// A stretch of one of two texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DiffPiece {
    /// What became of it.
    pub change: Change,
    /// The words.
    pub text: String,
}

/// What is different between two texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The earlier text's version.
    pub old: Uid,
    /// The later text's; nothing for a text that isn't in the library.
    pub new: Option<Uid>,
    /// Words that stand in both.
    pub kept: usize,
    /// Words of the earlier text only.
    pub dropped: usize,
    /// Words of the later text only.
    pub added: usize,
    /// Both texts, in order.
    pub pieces: Vec<DiffPiece>,
}

/// A stretch as it is shown: its words, or how many stand there that are not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownPiece {
    /// What became of it.
    pub change: Change,
    /// The words; empty where they are not shown.
    pub text: String,
    /// Words that are not shown.
    pub hidden: usize,
}

/// Words that nobody changed and that are shown on each side of a change.
const BESIDE: usize = 12;
/// Bytes of one stretch that is shown in one piece at most.
const PIECE: usize = 20_000;
/// Bytes of all that is shown; nobody reads more differences, and what travels to a screen is far below a megabyte.
const ALL: usize = 300_000;
/// What surrounds a piece as it travels, in bytes.
const AROUND: usize = 60;

impl Difference {
    /// The pieces as they are shown: words that stand in both only beside a change, very long stretches by their beginning, and
    /// of very many changes the first.
    pub fn shown(&self) -> Vec<ShownPiece> {
        let last = self.pieces.len().saturating_sub(1);
        let pieces = self.pieces.iter().enumerate();
        let folded = pieces.flat_map(|(n, piece)| match piece.change {
            Change::Kept => folded(&piece.text, n > 0, n < last),
            Change::Dropped | Change::Added => vec![piece.as_shown(&piece.text)],
        });
        let mut room = ALL;
        let mut shown = Vec::new();
        let mut rest =
            [Change::Kept, Change::Dropped, Change::Added].map(|change| ShownPiece::hiding(change, 0));
        for piece in folded.flat_map(ShownPiece::cut) {
            let weight = AROUND + piece.text.len();
            if weight <= room {
                room -= weight;
                shown.push(piece);
                continue;
            }
            // From here on nothing is shown, or a later change would seem to follow on what stands before the gap.
            room = 0;
            for rest in &mut rest {
                if rest.change == piece.change {
                    rest.hidden += piece.hidden + words(&piece.text).count();
                }
            }
        }
        shown.extend(rest.into_iter().filter(|rest| rest.hidden > 0));
        shown
    }
}

impl DiffPiece {
    fn as_shown(&self, text: &str) -> ShownPiece {
        ShownPiece {
            change: self.change,
            text: text.to_owned(),
            hidden: 0,
        }
    }
}

impl ShownPiece {
    fn hiding(change: Change, hidden: usize) -> Self {
        Self {
            change,
            text: String::new(),
            hidden,
        }
    }

    /// The piece by its beginning where it is very long.
    fn cut(mut self) -> Vec<Self> {
        if self.text.len() <= PIECE {
            return vec![self];
        }
        let rest = self.text.split_off(self.text.floor_char_boundary(PIECE));
        let hidden = Self::hiding(self.change, words(&rest).count());
        vec![self, hidden]
    }
}

/// Words that nobody changed, cut to what stands beside a change before them or after them.
fn folded(text: &str, change_before: bool, change_after: bool) -> Vec<ShownPiece> {
    let kept = |text: &str| ShownPiece {
        change: Change::Kept,
        text: text.to_owned(),
        hidden: 0,
    };
    let begins = |(at, c): (usize, char)| {
        let after_space = text
            .get(..at)
            .is_none_or(|before| before.chars().next_back().is_none_or(char::is_whitespace));
        (after_space && !c.is_whitespace()).then_some(at)
    };
    let starts: Vec<usize> = text.char_indices().filter_map(begins).collect();
    let [before, after] = [change_before, change_after].map(|change| if change { BESIDE } else { 0 });
    let hidden = starts.len().saturating_sub(before + after);
    // A gap that hides a few words only is longer than they are.
    if hidden <= BESIDE {
        return vec![kept(text)];
    }
    let head = starts
        .get(before)
        .filter(|_| change_before)
        .and_then(|end| text.get(..*end));
    let tail = starts.get(before + hidden).and_then(|start| text.get(*start..));
    let mut shown: Vec<ShownPiece> = head.map(kept).into_iter().collect();
    shown.push(ShownPiece::hiding(Change::Kept, hidden));
    shown.extend(tail.map(kept));
    shown
}

impl Desk {
    /// The versions of an article, the newest first.
    pub fn versions(&self, article: &str) -> Result<Vec<VersionRow>> {
        let uid = uid(article)?;
        self.read(|r| {
            r.article(uid)?;
            Ok(r.versions(uid)?)
        })
    }

    /// What is different between two versions, each named by itself or by its article, whose newest is then meant. With one
    /// article alone: between its newest version and the one before.
    pub fn difference(&self, old: &str, new: Option<&str>) -> Result<Difference> {
        let (first, second) = (uid(old)?, new.map(uid).transpose()?);
        self.read(|r| {
            let (old, new) = match second {
                Some(second) => (version_of(r, first)?, version_of(r, second)?),
                None => {
                    let versions = r.versions(first)?;
                    let [newest, before, ..] = &versions[..] else {
                        r.article(first)?;
                        return Err(Failure::new(crate::FailureKind::NotFound, "one-version", &[]));
                    };
                    (before.uid, newest.uid)
                }
            };
            let (earlier, later) = (r.version(old)?, r.version(new)?);
            Ok(difference((old, &earlier.text), (Some(new), &later.text)))
        })
    }

    /// What an incoming text changes against the newest version of an article.
    pub fn difference_of_import(&self, article: &str, incoming: &Incoming) -> Result<Difference> {
        let uid = uid(article)?;
        let text = self.text_of_import(incoming)?;
        self.read(|r| {
            let held = r.newest_version(uid)?;
            Ok(difference((held.uid, &held.text), (None, &text)))
        })
    }
}

/// The version that is meant by its own identity or by its article's.
fn version_of(r: &Read<'_>, given: Uid) -> Result<Uid> {
    match r.newest_version_uid(given) {
        Err(store::Error::NotFound { .. }) => Ok(r.version(given)?.uid),
        other => Ok(other?),
    }
}

fn difference((old, earlier): (Uid, &str), (new, later): (Option<Uid>, &str)) -> Difference {
    let (from, to) = (Indexed::new(earlier), Indexed::new(later));
    let mut found = Difference {
        old,
        new,
        kept: 0,
        dropped: 0,
        added: 0,
        pieces: Vec::new(),
    };
    for Piece { change, old, new } in diff(earlier, later) {
        let (text, count) = match change {
            Change::Kept => (from.slice(old), &mut found.kept),
            Change::Dropped => (from.slice(old), &mut found.dropped),
            Change::Added => (to.slice(new), &mut found.added),
        };
        *count += words(text).count();
        found.pieces.push(DiffPiece {
            change,
            text: text.to_owned(),
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> Vec<(Change, String, usize)> {
        let found = difference((Uid::new(1, [0; 10]), old), (None, new));
        let shown = found.shown().into_iter();
        shown
            .map(|piece| (piece.change, piece.text, piece.hidden))
            .collect()
    }

    fn numbers(from: u32, to: u32) -> String {
        (from..=to).map(|n| format!("w{n} ")).collect()
    }

    #[test]
    fn words_that_nobody_changed_are_shown_beside_a_change_only() {
        let (before, after) = (numbers(1, 60), numbers(61, 120));
        assert_eq!(
            shown(&format!("{before}old {after}"), &format!("{before}new {after}")),
            [
                (Change::Kept, String::new(), 48),
                (Change::Kept, numbers(49, 60), 0),
                (Change::Dropped, "old".to_owned(), 0),
                (Change::Added, "new".to_owned(), 0),
                (Change::Kept, format!(" {}", numbers(61, 72)), 0),
                (Change::Kept, String::new(), 48),
            ]
        );
        assert_eq!(
            shown("One two three", "One two"),
            [
                (Change::Kept, "One two".to_owned(), 0),
                (Change::Dropped, " three".to_owned(), 0)
            ]
        );
    }

    #[test]
    fn however_much_is_different_what_travels_stays_small_and_says_how_much_it_leaves_out() {
        let long = numbers(1, 200_000);
        let without_spaces = "本".repeat(400_000);
        let mixed: String = (0..40_000).map(|n| format!("a{n} b{} ", n % 7)).collect();
        let other: String = (0..40_000).map(|n| format!("c{n} b{} ", n % 7)).collect();
        for (old, new) in [
            (&long, &without_spaces),
            (&without_spaces, &without_spaces),
            (&mixed, &other),
        ] {
            let shown = shown(old, new);
            let bytes: usize = shown.iter().map(|(_, text, _)| AROUND + text.len()).sum();
            assert!(bytes <= ALL + 3 * AROUND, "{bytes}");
            assert!(shown.iter().any(|(.., hidden)| *hidden > 0));
        }
    }
}
