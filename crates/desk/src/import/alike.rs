//! Articles that are there already: the same one, one under the same title, or one that shares most of its words.
//!
//! Likeness is what two texts share: of all runs of five words in either, the part that stands in both (Jaccard), headlines of
//! other articles left out. Candidates come from the search index by phrases of the text, so it costs what is alike and not
//! what is in the library.

use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use model::{
    Sha256Hex, Uid,
    article::{Capture, canonical_text},
    block::{Block, Role},
    text::fold_words,
};
use serde::Serialize;
use store::Read;

use super::held_already;
use crate::Result;

/// Words of a run.
const RUN: usize = 5;
/// Phrases of the text that are looked up.
const PHRASES: usize = 12;
/// Articles that are compared.
const CANDIDATES: u32 = 8;
/// Likeness in percent from which an article is worth a word.
const ALIKE_FROM: u8 = 40;
/// Words of a text that are compared; enough for any article.
const WORDS: usize = 50_000;

/// In what way an article is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// The same bytes, or the same text with nothing that contradicts it.
    Same,
    /// Shared words, in percent; below 100 as long as a word differs.
    Shared(u8),
    /// Only the title is the same.
    Title,
}

/// An article that this one may be a copy of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alike {
    /// The article.
    pub uid: Uid,
    /// Its title.
    pub headline: String,
    /// The day it was published, YYYY-MM-DD.
    pub published: Option<String>,
    /// Whether it is in the trash.
    pub trashed: bool,
    /// How like it is.
    pub likeness: Likeness,
}

/// What the library holds that is like `capture`, the most alike first.
pub(super) fn alike(r: &Read<'_>, snapshot: &Sha256Hex, capture: &Capture) -> Result<Vec<Alike>> {
    let mut found = Vec::new();
    if let Some(same) = held_already(r, snapshot, &canonical_text(&capture.blocks), capture)? {
        found.push(shown(r, same, Likeness::Same)?);
    }
    let words = words(&capture.blocks);
    let mut phrases = phrases(&words);
    let title = plain_words(&capture.meta.headline.value);
    phrases.extend((!title.is_empty()).then(|| title.join(" ")));
    let runs = runs(&words);
    for uid in r.articles_with_phrases(&phrases, CANDIDATES)? {
        if found.iter().any(|f| f.uid == uid) {
            continue;
        }
        let held = r.newest_version(uid)?.capture;
        let percent = shared_percent(&runs, &self::runs(&self::words(&held.blocks)));
        let same_title = fold_words(&held.meta.headline.value) == fold_words(&capture.meta.headline.value);
        let likeness = match percent {
            ALIKE_FROM.. => Likeness::Shared(percent),
            _ if same_title => Likeness::Title,
            _ => continue,
        };
        found.push(shown(r, uid, likeness)?);
    }
    found.sort_by_key(|f| match f.likeness {
        Likeness::Same => 0,
        Likeness::Shared(percent) => 100 - percent,
        Likeness::Title => 100,
    });
    Ok(found)
}

fn shown(r: &Read<'_>, uid: Uid, likeness: Likeness) -> Result<Alike> {
    let row = r.article(uid)?;
    Ok(Alike {
        uid,
        headline: row.headline,
        published: row.published.map(|day| day.to_string()),
        trashed: row.trashed,
        likeness,
    })
}

/// The words of what the article says.
fn words(blocks: &[Block]) -> Vec<String> {
    let said = blocks
        .iter()
        .filter(|b| !matches!(b.role, Role::Related | Role::Other));
    said.flat_map(|b| plain_words(&b.text())).take(WORDS).collect()
}

/// Words as the search index parts them, in lower case.
fn plain_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Runs of words spread over the text.
fn phrases(words: &[String]) -> Vec<String> {
    let last = words.len().saturating_sub(RUN);
    let step = (last / PHRASES).max(RUN);
    let starts = (0..=last).step_by(step).take(PHRASES);
    starts
        .filter_map(|at| words.get(at..at + RUN))
        .map(|run| run.join(" "))
        .collect()
}

fn runs(words: &[String]) -> HashSet<u64> {
    let hash = |run: &[String]| {
        let mut hasher = DefaultHasher::new();
        run.hash(&mut hasher);
        hasher.finish()
    };
    words.windows(RUN).map(hash).collect()
}

/// The part of all runs that both have, rounded down, so that only equal texts are wholly alike.
fn shared_percent(a: &HashSet<u64>, b: &HashSet<u64>) -> u8 {
    let both = a.intersection(b).count();
    let all = a.len() + b.len() - both;
    u8::try_from(both * 100 / all.max(1)).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_the_part_of_all_runs_that_both_have() {
        let text =
            |range: std::ops::Range<usize>| -> Vec<String> { range.map(|n| format!("w{n}")).collect() };
        let percent = |a: &[String], b: &[String]| shared_percent(&runs(a), &runs(b));
        assert_eq!(percent(&text(0..100), &text(0..100)), 100);
        assert_eq!(percent(&text(0..100), &text(200..300)), 0);
        // 96 runs each, 46 of them shared: 46 of 146.
        assert_eq!(percent(&text(0..100), &text(50..150)), 31);
        assert_eq!(percent(&[], &[]), 0);
    }

    #[test]
    fn phrases_stay_within_the_text() {
        let words: Vec<String> = (0..7).map(|n| n.to_string()).collect();
        assert_eq!(phrases(&words), ["0 1 2 3 4"]);
        assert!(phrases(&words[..4]).is_empty());
        let long: Vec<String> = (0..5000).map(|n| n.to_string()).collect();
        assert_eq!(phrases(&long).len(), PHRASES);
    }
}
