//! The sketch of a text: a small sample of its runs of five words, from which is reckoned how much two texts share.
//!
//! Of all runs, those with the lowest hashes are kept (Broder's bottom-k sketch, 1997). Two texts that share a part of their
//! runs share about that part of the lowest ones, so a few numbers a text find what is alike among a hundred thousand. What is
//! reckoned is not exact: whoever shows a figure counts it on the texts.

use std::collections::BTreeSet;

use crate::word::words;

/// Words of a run.
const RUN: usize = 5;
/// Runs kept. The share reckoned from them is off by 6 points at most times (√(¼ ÷ 64)).
const KEPT: usize = 64;
/// Of those, the ones by which a text is looked up: of two texts that share two runs in five, one in four thousand is missed.
const LOOKED_UP: usize = 16;
/// Words of a text that are compared; enough for any article.
const MOST_WORDS: usize = 50_000;

/// A sample of the runs of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    runs: usize,
    lowest: Vec<i64>,
}

/// How much two texts share, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shared {
    /// Of the runs of either, those of both.
    pub of_all: f64,
    /// Of the runs of the shorter text, those of the other: 1 for a copy that was cut short.
    pub of_shorter: f64,
}

/// The runs of a text, each as a number; the same words give the same number on every machine and at all times. A text of
/// fewer words is one run.
pub fn runs(text: &str) -> BTreeSet<i64> {
    let words: Vec<String> = words(text).take(MOST_WORDS).collect();
    let short = words.len() < RUN && !words.is_empty();
    let whole = short.then(|| hash(&words));
    words.windows(RUN).map(hash).chain(whole).collect()
}

/// How much two sets of runs share, counted.
pub fn shared(a: &BTreeSet<i64>, b: &BTreeSet<i64>) -> Shared {
    let both = a.intersection(b).count() as f64;
    let all = (a.len() + b.len()) as f64 - both;
    Shared {
        of_all: both / all.max(1.0),
        of_shorter: both / (a.len().min(b.len()) as f64).max(1.0),
    }
}

impl Sketch {
    /// The sketch of a text.
    pub fn of(text: &str) -> Self {
        Self::of_runs(&runs(text))
    }

    /// The sketch of a text whose runs are known.
    pub fn of_runs(runs: &BTreeSet<i64>) -> Self {
        Self {
            lowest: runs.iter().copied().take(KEPT).collect(),
            runs: runs.len(),
        }
    }

    /// A sketch as it was stored: how many runs the text has, and the numbers of those kept.
    pub fn from_stored(runs: usize, mut lowest: Vec<i64>) -> Self {
        lowest.sort_unstable();
        Self { runs, lowest }
    }

    /// How many runs the text has.
    pub fn runs(&self) -> usize {
        self.runs
    }

    /// The numbers of the runs kept, ascending.
    pub fn lowest(&self) -> &[i64] {
        &self.lowest
    }

    /// Those by which the text is looked up.
    pub fn looked_up(&self) -> &[i64] {
        &self.lowest[..self.lowest.len().min(LOOKED_UP)]
    }

    /// How much two texts share, reckoned from their sketches.
    pub fn shared(&self, other: &Self) -> Shared {
        let all: BTreeSet<i64> = self.lowest.iter().chain(&other.lowest).copied().collect();
        let sample: Vec<i64> = all.into_iter().take(KEPT).collect();
        let has = |sketch: &Self, run: &i64| sketch.lowest.binary_search(run).is_ok();
        let both = sample
            .iter()
            .filter(|run| has(self, run) && has(other, run))
            .count();
        let of_all = both as f64 / (sample.len() as f64).max(1.0);
        // |A ∩ B| from |A ∩ B| ÷ |A ∪ B| and the sizes.
        let common = of_all / (1.0 + of_all) * (self.runs + other.runs) as f64;
        let shorter = self.runs.min(other.runs) as f64;
        Shared {
            of_all,
            of_shorter: (common / shorter.max(1.0)).min(1.0),
        }
    }
}

/// FNV-1a over the words, each ended by a byte that no word holds, then mixed so that low numbers are a fair sample.
fn hash(run: &[String]) -> i64 {
    let bytes = run.iter().flat_map(|word| word.bytes().chain([0xff]));
    let mut hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (hash ^ (hash >> 31)).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(words: std::ops::Range<usize>) -> String {
        words.map(|n| format!("w{n}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_two_texts_share_is_counted_in_runs_of_five_words() {
        let count = |a: &str, b: &str| shared(&runs(a), &runs(b));
        let same = count(&text(0..100), &text(0..100));
        assert_eq!((same.of_all, same.of_shorter), (1.0, 1.0));
        // 96 runs each, 46 of them shared.
        let half = count(&text(0..100), &text(50..150));
        assert_eq!((half.of_all, half.of_shorter), (46.0 / 146.0, 46.0 / 96.0));
        assert_eq!(count(&text(0..100), &text(200..300)).of_all, 0.0);
        assert_eq!(count("", "").of_all, 0.0);
        assert_eq!(count("Port closed", "port CLOSED!").of_all, 1.0);
    }

    #[test]
    fn the_number_of_a_run_is_the_same_for_ever() {
        // Stored in libraries: another number would part old texts from new ones.
        assert_eq!(
            runs("the port of selm is closed").into_iter().collect::<Vec<_>>(),
            RUNS_OF_EXAMPLE
        );
    }

    const RUNS_OF_EXAMPLE: [i64; 2] = [-9_016_042_644_108_687_198, 3_333_284_929_346_673_534];

    proptest! {
        #[test]
        fn what_is_reckoned_is_near_what_is_counted(from in 0usize..900, length in 200usize..900) {
            let (a, b) = (text(0..1000), text(from..from + length));
            let (counted, reckoned) = (shared(&runs(&a), &runs(&b)), Sketch::of(&a).shared(&Sketch::of(&b)));
            // Four times the error expected.
            prop_assert!((counted.of_all - reckoned.of_all).abs() < 0.25, "{counted:?} {reckoned:?}");
        }

        #[test]
        fn a_text_with_one_word_changed_is_found_and_another_text_is_not(at in 0usize..400, seed in 0usize..1000) {
            let words: Vec<String> = (0..400).map(|n| format!("s{seed}w{n}")).collect();
            let mut changed = words.clone();
            changed[at] = "other".to_owned();
            let (a, b) = (Sketch::of(&words.join(" ")), Sketch::of(&changed.join(" ")));
            prop_assert!(a.looked_up().iter().any(|run| b.looked_up().contains(run)));
            prop_assert!(a.shared(&b).of_shorter > 0.8);
            let far = Sketch::of(&text(0..400));
            prop_assert!(!a.looked_up().iter().any(|run| far.looked_up().contains(run)));
            prop_assert_eq!(a.shared(&far).of_all, 0.0);
        }
    }
}
