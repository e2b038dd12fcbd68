//! Sectors of the economy as a phrase names them: `defense`, `energy markets`, `logistical suppliers`.
//!
//! A mention is as long as the printed name: words of sectors run together with the word for those who work in them
//! ("defense contractors"), but "sector" and "industry" themselves are left out. General words that are sectors only in such
//! company ("security", "power") count beside another sector or before "sectors".

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
    sync::LazyLock,
};

/// Words after which a wide word is a sector, and which are themselves no part of the name.
const SECTOR_ITSELF: &[&str] = &[
    "sector",
    "sectors",
    "industry",
    "industries",
    "segment",
    "segments",
];

/// Words that join two sectors.
const JOINING: &[&str] = &["and", "or", "&", "plus"];

/// The lists of `data/sectors.txt` that a word is in, a bit each.
type Lists = u8;
const SECTOR: Lists = 1;
const WIDE_SECTOR: Lists = 2;
const ADJECTIVE: Lists = 4;
const WORKER: Lists = 8;
const PAIR_FIRST: Lists = 16;

/// Every word of `data/sectors.txt`, so that a word is looked up once.
static LEXICON: LazyLock<HashMap<&str, Lists>> = LazyLock::new(|| {
    let mut lexicon = HashMap::<&str, Lists>::new();
    for (list, word) in entries() {
        let (word, bit) = match list {
            "sector" => (word, SECTOR),
            "wide" => (word, WIDE_SECTOR),
            "adjective" => (word, ADJECTIVE),
            "worker" => (word, WORKER),
            _ => (word.split('_').next().unwrap_or(word), PAIR_FIRST),
        };
        *lexicon.entry(word).or_default() |= bit;
    }
    lexicon
});

/// Names of two words.
static PAIRS: LazyLock<HashSet<(&str, &str)>> =
    LazyLock::new(|| entries().filter_map(|(_, word)| word.split_once('_')).collect());

/// The words of the file with the name of their list.
fn entries() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("../../data/sectors.txt")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let listed = lines.scan("", |list, line| {
        let heading = line.strip_prefix('[').and_then(|l| l.strip_suffix(']'));
        *list = heading.unwrap_or(list);
        Some((*list, if heading.is_some() { "" } else { line }))
    });
    listed.flat_map(|(list, line)| line.split_whitespace().map(move |word| (list, word)))
}

struct Word<'t> {
    range: Range<usize>,
    folded: String,
    lists: Lists,
    /// What stands between it and the next word.
    gap: &'t str,
}

/// The sectors that `text` names, in order.
pub(super) fn mentions(text: &str) -> Vec<Range<usize>> {
    let words = split(text);
    // First word, one past the last, and whether it is a wide one.
    let mut found: Vec<(usize, usize, bool)> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match mention(&words, at) {
            Some((length, wide)) => {
                found.push((at, at + length, wide));
                at += length;
            }
            None => at += 1,
        }
    }
    keep_company(&words, &found)
        .into_iter()
        .map(|(first, last)| words[first].range.start..words[last - 1].range.end)
        .collect()
}

fn split(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '&');
    let mut rest = text;
    while let Some(start) = rest.find(is_part) {
        let base = text.len() - rest.len() + start;
        let length = rest[start..].find(|c| !is_part(c)).unwrap_or(rest.len() - start);
        let range = base..base + length;
        if let Some(last) = words.last_mut() {
            last.gap = &text[last.range.end..range.start];
        }
        let folded = text[range.clone()].to_lowercase();
        let lists = LEXICON.get(folded.as_str()).copied().unwrap_or_default();
        words.push(Word {
            folded,
            lists,
            range,
            gap: "",
        });
        rest = &rest[start + length..];
    }
    words
}

/// Number of words of the mention that begins at word `at`, and whether it is a wide one that needs company.
fn mention(words: &[Word<'_>], at: usize) -> Option<(usize, bool)> {
    let is = |lists: Lists, n: usize| words.get(n).is_some_and(|w| w.lists & lists != 0);
    let touches = |n: usize| words.get(n).is_some_and(|w| w.gap == " ");
    let is_pair = |n: usize| {
        is(PAIR_FIRST, n)
            && touches(n)
            && words
                .get(n + 1)
                .is_some_and(|second| PAIRS.contains(&(words[n].folded.as_str(), second.folded.as_str())))
    };
    // "financial and commodity markets": the words before the one who works there, when they touch.
    let mut end = at;
    let mut strong = false;
    loop {
        if is_pair(end) {
            end += 2;
            strong = true;
        } else if is(SECTOR | WIDE_SECTOR, end) || is(ADJECTIVE, end) && end - at < 3 {
            strong |= is(SECTOR, end);
            end += 1;
        } else {
            break;
        }
        if !touches(end - 1) {
            break;
        }
    }
    if end == at {
        return None;
    }
    if touches(end - 1) && is(WORKER, end) {
        return Some((end + 1 - at, false));
    }
    // The last word may itself be the one who works there: "energy markets".
    if end - at > 1 && is(WORKER, end - 1) {
        return Some((end - at, false));
    }
    if !strong {
        return is(WIDE_SECTOR, at).then_some((1, true));
    }
    // "energy supply": an adjective at the end is no part of the name, one before a sector is ("power utilities").
    let mut last = at;
    let mut n = at;
    while n < end {
        if is_pair(n) && n + 2 <= end {
            n += 2;
            last = n;
        } else {
            n += 1;
            if is(SECTOR, n - 1) {
                last = n;
            }
        }
    }
    Some((last - at, false))
}

/// The mentions without the wide ones that stand alone. A wide word counts before "sectors" or joined to a mention that counts,
/// unless the word before narrows it to something else ("regional security", "energy security").
fn keep_company(words: &[Word<'_>], found: &[(usize, usize, bool)]) -> Vec<(usize, usize)> {
    let is_narrowed = |first: usize| {
        first.checked_sub(1).is_some_and(|before| {
            let word = words[before].folded.as_str();
            let adjective = ["al", "ic", "ian", "ean", "ern", "ish", "ary"]
                .iter()
                .any(|end| word.ends_with(end));
            let names = found.iter().any(|&(_, last, _)| last == first);
            words[before].gap == " " && (names || adjective)
        })
    };
    let is_joined = |left: usize, right: usize| {
        let gap = words[left - 1].gap.trim();
        match &words[left..right] {
            [] => gap == ",",
            [joining] => JOINING.contains(&joining.folded.as_str()) && (gap.is_empty() || gap == ","),
            _ => false,
        }
    };
    let mut counts: Vec<bool> = found
        .iter()
        .map(|&(_, last, wide)| {
            !wide
                || words
                    .get(last)
                    .is_some_and(|w| SECTOR_ITSELF.contains(&w.folded.as_str()))
        })
        .collect();
    // Company reaches along a list in both directions: "power, water and telecoms".
    let mut spread = |n: usize, neighbour: usize| {
        let (left, right) = (found[n.min(neighbour)], found[n.max(neighbour)]);
        if counts[neighbour] && !is_narrowed(found[n].0) && is_joined(left.1, right.0) {
            counts[n] = true;
        }
    };
    (1..found.len()).for_each(|n| spread(n, n - 1));
    (1..found.len()).rev().for_each(|n| spread(n - 1, n));
    found
        .iter()
        .zip(counts)
        .filter(|(_, counts)| *counts)
        .map(|(&(first, last, _), _)| (first, last))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sectors_are_named_as_printed() {
        for (text, expected) in [
            ("touches defense and strategic risk ratings", &["defense"][..]),
            (
                "market mood in sectors exposed to sanctions, such as defense and commodities",
                &["defense", "commodities"],
            ),
            (
                "a worry for defense and security sectors",
                &["defense", "security"],
            ),
            (
                "adds to doubts of markets and investors about regional calm",
                &["markets", "investors"],
            ),
            (
                "complicating plans for patrol or rescue missions and hurting defense contractors and logistical suppliers",
                &["defense contractors", "logistical suppliers"],
            ),
            (
                "weighs on European energy markets, shipping companies and the defence industry",
                &["energy markets", "shipping companies", "defence"],
            ),
            (
                "raises costs for oil and gas producers, insurers and supply chains",
                &["oil", "gas producers", "insurers", "supply chains"],
            ),
            ("a threat to regional security", &[]),
            ("affects energy security and trade", &["energy"]),
            (
                "hurts financial markets and emerging markets",
                &["financial markets", "emerging markets"],
            ),
            ("limits supply for grain traders", &["grain traders"]),
            ("affects diplomatic negotiations and power relations", &[]),
            (
                "hits the power, water and telecoms sectors",
                &["power", "water", "telecoms"],
            ),
            ("leaves shipping without affordable cover", &["shipping"]),
            ("adds compliance costs for companies", &[]),
            (
                "hits power utilities and air freight",
                &["power utilities", "freight"],
            ),
        ] {
            let found: Vec<&str> = mentions(text).into_iter().map(|r| &text[r]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
