//! What changed between two texts, word by word.
//!
//! Words that stand once in both texts are lined up first (patience), what lies between them by the longest common
//! subsequence. The work is capped: where two texts have too little in common for that, a stretch is shown as dropped and
//! added whole, which is still true.

use std::{collections::HashMap, ops::Range};

use serde::Serialize;

use crate::{
    text::Span,
    word::{TokenKind, tokens},
};

/// What became of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It stands in both.
    Kept,
    /// It stands in the old text only.
    Dropped,
    /// It stands in the new text only.
    Added,
}

/// A stretch of text and where it stands, in code points. What was dropped has an empty place in the new text, what was added
/// one in the old.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What became of it.
    pub change: Change,
    /// Its place in the old text.
    pub old: Span,
    /// Its place in the new text.
    pub new: Span,
}

/// Cells of all tables of the longest common subsequence, and looks at words, together; some 100 ms.
const WORK: usize = 40_000_000;
/// Cells of one table.
const TABLE: usize = 4_000_000;

/// The stretches of `old` and `new` in order: those kept and dropped together are the old text, those kept and added the new.
/// What was dropped comes before what was put in its place.
pub fn diff(old: &str, new: &str) -> Vec<Piece> {
    let mut known = HashMap::new();
    let (old, new) = (Side::of(old, &mut known), Side::of(new, &mut known));
    let pairs = line_up(&old, &new);
    pieces(&old, &new, &without_islands(&old, pairs))
}

/// A text as numbers: equal numbers, equal words.
struct Side {
    words: Vec<u32>,
    is_word: Vec<bool>,
    ends_sentence: Vec<bool>,
    /// Where each piece begins, in code points, and the end of the last.
    starts: Vec<usize>,
}

impl Side {
    fn of<'t>(text: &'t str, known: &mut HashMap<&'t str, u32>) -> Self {
        let mut side = Self {
            words: Vec::new(),
            is_word: Vec::new(),
            ends_sentence: Vec::new(),
            starts: vec![0],
        };
        let mut at = 0;
        for token in tokens(text) {
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            side.words.push(*known.entry(token.text).or_insert(next));
            side.is_word.push(token.kind == TokenKind::Word);
            side.ends_sentence
                .push(token.text.contains(['\n', '.', '!', '?', '。', '！', '？']));
            at += token.text.chars().count();
            side.starts.push(at);
        }
        side
    }

    fn span(&self, pieces: Range<usize>) -> Span {
        Span::new(self.starts[pieces.start], self.starts[pieces.end])
    }
}

/// A piece of the old text and the piece of the new text that is the same.
type Pair = (usize, usize);

/// Which pieces are the same, in the order of both texts.
fn line_up(old: &Side, new: &Side) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut work = WORK;
    let mut open = vec![(0..old.words.len(), 0..new.words.len())];
    while let Some((mut a, mut b)) = open.pop() {
        while !a.is_empty() && !b.is_empty() && old.words[a.start] == new.words[b.start] {
            pairs.push((a.start, b.start));
            (a.start, b.start) = (a.start + 1, b.start + 1);
        }
        while !a.is_empty() && !b.is_empty() && old.words[a.end - 1] == new.words[b.end - 1] {
            (a.end, b.end) = (a.end - 1, b.end - 1);
            pairs.push((a.end, b.end));
        }
        let cost = a.len() + b.len();
        if a.is_empty() || b.is_empty() || cost > work {
            continue;
        }
        work -= cost;
        let anchors = rising(words_of_both(old, new, a.clone(), b.clone()));
        if anchors.is_empty() {
            let cells = a.len().saturating_mul(b.len());
            if cells <= TABLE.min(work) {
                work -= cells;
                pairs.extend(longest_common(old, new, a, b));
            }
            continue;
        }
        for (i, j) in anchors {
            open.push((a.start..i, b.start..j));
            pairs.push((i, j));
            (a.start, b.start) = (i + 1, j + 1);
        }
        open.push((a, b));
    }
    pairs.sort_unstable();
    pairs
}

/// The words that stand once in each of the two stretches, in the order of the old text.
fn words_of_both(old: &Side, new: &Side, a: Range<usize>, b: Range<usize>) -> Vec<Pair> {
    let mut places: HashMap<u32, (Vec<usize>, Vec<usize>)> = HashMap::new();
    for i in a.clone().filter(|i| old.is_word[*i]) {
        places.entry(old.words[i]).or_default().0.push(i);
    }
    for j in b.filter(|j| new.is_word[*j]) {
        if let Some((_, there)) = places.get_mut(&new.words[j]) {
            there.push(j);
        }
    }
    let once = |i: usize| match places.get(&old.words[i]) {
        Some((here, there)) => match (&here[..], &there[..]) {
            ([i], [j]) => Some((*i, *j)),
            _ => None,
        },
        None => None,
    };
    a.filter_map(once).collect()
}

/// The longest of the rows of pairs in which both places rise (patience sorting).
fn rising(pairs: Vec<Pair>) -> Vec<Pair> {
    // For each length, the pair that ends the row of that length with the lowest second place; and what stands before each.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; pairs.len()];
    for (n, (_, place)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *place);
        before[n] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() {
            ends.push(n);
        } else {
            ends[length] = n;
        }
    }
    let mut row: Vec<Pair> = std::iter::successors(ends.last().copied(), |n| before[*n])
        .map(|n| pairs[n])
        .collect();
    row.reverse();
    row
}

/// The longest common subsequence of the two stretches, by the table.
fn longest_common(old: &Side, new: &Side, a: Range<usize>, b: Range<usize>) -> Vec<Pair> {
    let width = b.len() + 1;
    let mut longest = vec![0_u32; (a.len() + 1) * width];
    let at = |i: usize, j: usize| (i - a.start) * width + (j - b.start);
    for i in a.clone().rev() {
        for j in b.clone().rev() {
            longest[at(i, j)] = if old.words[i] == new.words[j] {
                longest[at(i + 1, j + 1)] + 1
            } else {
                longest[at(i + 1, j)].max(longest[at(i, j + 1)])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (a.start, b.start, Vec::new());
    while i < a.end && j < b.end {
        if old.words[i] == new.words[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[at(i + 1, j)] >= longest[at(i, j + 1)] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// `pairs` without spaces and signs that stand alone between changed words of one sentence: a phrase that was replaced reads
/// better whole.
fn without_islands(old: &Side, pairs: Vec<Pair>) -> Vec<Pair> {
    let follows = |a: Pair, b: Pair| a.0 + 1 == b.0 && a.1 + 1 == b.1;
    let runs: Vec<&[Pair]> = pairs.chunk_by(|a, b| follows(*a, *b)).collect();
    let last = runs.len().saturating_sub(1);
    let says_something = |(n, run): (usize, &&[Pair])| {
        let at_an_end = n == 0 || n == last;
        at_an_end || run.iter().any(|(i, _)| old.is_word[*i] || old.ends_sentence[*i])
    };
    let kept = runs.iter().enumerate().filter(|run| says_something(*run));
    kept.flat_map(|(_, run)| run.iter().copied()).collect()
}

/// What is kept, and between it what was dropped and added.
fn pieces(old: &Side, new: &Side, pairs: &[Pair]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut i, mut j) = (0, 0);
    let end = (old.words.len(), new.words.len());
    for (to_i, to_j) in pairs.iter().copied().chain([end]) {
        if i < to_i {
            pieces.push(Piece {
                change: Change::Dropped,
                old: old.span(i..to_i),
                new: new.span(j..j),
            });
        }
        if j < to_j {
            pieces.push(Piece {
                change: Change::Added,
                old: old.span(to_i..to_i),
                new: new.span(j..to_j),
            });
        }
        if (to_i, to_j) == end {
            break;
        }
        let (here, there) = (old.span(to_i..to_i + 1), new.span(to_j..to_j + 1));
        match pieces.last_mut() {
            Some(last) if last.change == Change::Kept => {
                (last.old.end, last.new.end) = (here.end, there.end);
            }
            _ => pieces.push(Piece {
                change: Change::Kept,
                old: here,
                new: there,
            }),
        }
        (i, j) = (to_i + 1, to_j + 1);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Indexed;
    use proptest::prelude::*;

    /// The difference as a person would mark it: `[-dropped-]` and `{+added+}`.
    fn marked(old: &str, new: &str) -> String {
        let (from, to) = (Indexed::new(old), Indexed::new(new));
        let shown = |piece: Piece| match piece.change {
            Change::Kept => from.slice(piece.old).to_owned(),
            Change::Dropped => format!("[-{}-]", from.slice(piece.old)),
            Change::Added => format!("{{+{}+}}", to.slice(piece.new)),
        };
        diff(old, new).into_iter().map(shown).collect()
    }

    #[test]
    fn changes_are_told_word_by_word() {
        for (old, new, shown) in [
            ("", "", ""),
            ("same words", "same words", "same words"),
            ("", "all new", "{+all new+}"),
            ("all gone", "", "[-all gone-]"),
            (
                "Ships wait for a berth.",
                "Ships wait for two berths.",
                "Ships wait for [-a berth-]{+two berths+}.",
            ),
            (
                "The port is closed.\n\nThe strike goes on.",
                "The port is closed.\n\nA vote is due.\n\nThe strike goes on.",
                "The port is closed.\n\n{+A vote is due.\n\n+}The strike goes on.",
            ),
            (
                "He said on Monday that it was over",
                "She said on Tuesday that it was over",
                "[-He-]{+She+} said on [-Monday-]{+Tuesday+} that it was over",
            ),
            ("the the the", "the the", "the the[- the-]"),
            ("港は閉鎖", "港は再開", "港は[-閉鎖-]{+再開+}"),
        ] {
            assert_eq!(marked(old, new), shown);
        }
    }

    #[test]
    fn two_long_texts_with_nothing_in_common_are_told_as_one_replaced_by_the_other() {
        let text = |word: &str| format!("{word} ").repeat(40_000);
        let pieces = diff(&text("a a b"), &text("c d d"));
        assert!(pieces.len() <= 3, "{}", pieces.len());
    }

    proptest! {
        #[test]
        fn the_pieces_give_both_texts(old in "(?s)[a-c .\né]{0,80}", new in "(?s)[a-c .\né]{0,80}") {
            check(&old, &new)?;
        }

        #[test]
        fn the_pieces_give_any_texts(old in "(?s).{0,60}", new in "(?s).{0,60}") {
            check(&old, &new)?;
        }
    }

    fn check(old: &str, new: &str) -> Result<(), TestCaseError> {
        let pieces = diff(old, new);
        let (from, to) = (Indexed::new(old), Indexed::new(new));
        let not = |change| pieces.iter().filter(move |p| p.change != change);
        let given: String = not(Change::Added).map(|p| from.slice(p.old)).collect();
        let made: String = not(Change::Dropped).map(|p| to.slice(p.new)).collect();
        prop_assert_eq!(given, old);
        prop_assert_eq!(made, new);
        for kept in pieces.iter().filter(|p| p.change == Change::Kept) {
            prop_assert_eq!(from.slice(kept.old), to.slice(kept.new));
        }
        // Each begins where the one before ended, in both texts.
        let mut at = (0, 0);
        for piece in &pieces {
            prop_assert_eq!((piece.old.start, piece.new.start), at);
            at = (piece.old.end, piece.new.end);
        }
        Ok(())
    }
}
