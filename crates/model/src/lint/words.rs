//! What the checks look for, word by word: patterns of a language, read from a data file and compiled once.
//!
//! The engine has no look-around, so a match is dropped when one of its vetoes matches the words around it.

use std::{collections::HashMap, sync::LazyLock};

use regex::{Regex, RegexBuilder};
use serde::Deserialize;

use super::Severity;
use crate::scale::Scale;

/// Bytes before and after a match in which a veto may stand.
const AROUND: usize = 20;

#[derive(Deserialize)]
struct File {
    schema: String,
    abbreviations: Vec<String>,
    known_acronyms: Vec<String>,
    bound_terms: HashMap<String, String>,
    hedge: Vetoed,
    confidence_level: String,
    future: Vetoed,
    horizon: String,
    conditional: String,
    attribution: String,
    percent: String,
    patterns: Vec<RuleFile>,
}

#[derive(Deserialize)]
struct Vetoed {
    pattern: String,
    /// What the match is part of when it means something else.
    #[serde(default)]
    veto: Vec<String>,
    /// What stands close by when it means something else.
    #[serde(default)]
    near: Vec<String>,
}

#[derive(Deserialize)]
struct RuleFile {
    rule: String,
    severity: Severity,
    #[serde(flatten)]
    words: Vetoed,
}

/// Words to look for, with the surroundings in which they mean something else.
pub(super) struct Pattern {
    regex: Regex,
    vetoes: Vec<Regex>,
    near: Vec<Regex>,
}

impl Pattern {
    /// The places where the words stand and mean what is looked for, in bytes.
    pub(super) fn find<'t>(&'t self, text: &'t str) -> impl Iterator<Item = std::ops::Range<usize>> + 't {
        self.regex.find_iter(text).map(|m| m.range()).filter(move |at| {
            let window = around(text, at);
            let inside = at.start - window.start..at.end - window.start;
            let words = &text[window];
            let part_of = |veto: &Regex| {
                veto.find_iter(words)
                    .any(|m| m.start() < inside.end && m.end() > inside.start)
            };
            !self.vetoes.iter().any(part_of) && !self.near.iter().any(|near| near.is_match(words))
        })
    }
}

/// The match with what stands around it, cut at letters.
fn around(text: &str, at: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let mut start = at.start.saturating_sub(AROUND);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = (at.end + AROUND).min(text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

/// A word of the scale and what it stands for.
pub(super) struct TermWord {
    /// Place on the scale, from the least likely.
    pub(super) term: usize,
    /// 1 or 2: which of the standard's two rows of words.
    pub(super) row: u8,
}

/// Everything the checks look for in a language.
pub(super) struct Words {
    pub(super) abbreviations: Vec<String>,
    pub(super) known_acronyms: Vec<String>,
    pub(super) hedge: Pattern,
    pub(super) confidence: Pattern,
    pub(super) future: Pattern,
    pub(super) horizon: Regex,
    pub(super) conditional: Regex,
    pub(super) attribution: Regex,
    pub(super) percent: Regex,
    pub(super) rules: Vec<(String, Severity, Pattern)>,
    /// The scale's words, the longest first; the n-th group is the n-th of `term_words`.
    pub(super) terms: Regex,
    pub(super) term_words: Vec<TermWord>,
}

impl Words {
    /// English, for the ICD 203 scale.
    pub(super) fn english() -> &'static Self {
        static ENGLISH: LazyLock<Words> = LazyLock::new(|| {
            #[expect(clippy::expect_used, reason = "the file is compiled in and a test reads it")]
            Words::read(include_str!("../../data/lint/english.json"), Scale::icd203())
                .expect("the built-in word lists are sound")
        });
        &ENGLISH
    }

    fn read(json: &str, scale: &Scale) -> Result<Self, String> {
        let file: File = serde_json::from_str(json).map_err(|e| e.to_string())?;
        if file.schema != "lint/1" {
            return Err(format!("schema '{}' is not lint/1", file.schema));
        }
        let (terms, term_words) = terms(scale, &file.bound_terms)?;
        let plain = |pattern: String| Vetoed {
            pattern,
            veto: Vec::new(),
            near: Vec::new(),
        };
        Ok(Self {
            abbreviations: file.abbreviations,
            known_acronyms: file.known_acronyms,
            hedge: pattern(&file.hedge)?,
            confidence: pattern(&plain(file.confidence_level))?,
            future: pattern(&file.future)?,
            horizon: whole_words(&file.horizon)?,
            conditional: whole_words(&file.conditional)?,
            attribution: whole_words(&file.attribution)?,
            percent: insensitive(&file.percent)?,
            rules: file
                .patterns
                .into_iter()
                .map(|rule| Ok((rule.rule, rule.severity, pattern(&rule.words)?)))
                .collect::<Result<_, String>>()?,
            terms,
            term_words,
        })
    }
}

fn pattern(words: &Vetoed) -> Result<Pattern, String> {
    // These keep their case: May is a month, may is a hedge.
    let as_written = |patterns: &[String]| {
        let compiled = patterns.iter().map(|p| Regex::new(p).map_err(|e| e.to_string()));
        compiled.collect::<Result<Vec<_>, _>>()
    };
    Ok(Pattern {
        regex: whole_words(&words.pattern)?,
        vetoes: as_written(&words.veto)?,
        near: as_written(&words.near)?,
    })
}

/// The scale's words as one pattern, the longest first, so that "very unlikely" never also counts as "unlikely".
fn terms(scale: &Scale, bound: &HashMap<String, String>) -> Result<(Regex, Vec<TermWord>), String> {
    let mut words: Vec<(String, TermWord)> = Vec::new();
    for (place, term) in scale.terms.iter().enumerate() {
        let row = |row| TermWord { term: place, row };
        words.push((term.row1.clone(), row(1)));
        words.extend(term.row2.iter().map(|word| (word.clone(), row(2))));
        for word in &term.also {
            // A form that goes on like the first row's word belongs to that row.
            let of = if word.starts_with(&term.row1) { 1 } else { 2 };
            words.push((word.clone(), row(of)));
        }
    }
    // Forms that the bound pattern covers, "remote chance", would hide it.
    words.retain(|(word, _)| !bound.keys().any(|k| word.starts_with(k.as_str()) && word != k));
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    let groups = words.iter().map(|(word, _)| match bound.get(word) {
        Some(pattern) => format!("({pattern})"),
        None => format!("({})", regex::escape(word)),
    });
    let regex = whole_words(&groups.collect::<Vec<_>>().join("|"))?;
    Ok((regex, words.into_iter().map(|(_, term)| term).collect()))
}

fn whole_words(pattern: &str) -> Result<Regex, String> {
    insensitive(&format!(r"\b(?:{pattern})\b"))
}

fn insensitive(pattern: &str) -> Result<Regex, String> {
    RegexBuilder::new(pattern)
        .case_insensitive(true)
        .build()
        .map_err(|e| e.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_english_lists_can_be_read() {
        assert!(!Words::english().rules.is_empty());
    }

    #[test]
    fn the_longest_term_wins() {
        let words = Words::english();
        let found = words.terms.captures("It is very unlikely.").unwrap();
        assert_eq!(&found[0], "very unlikely");
        assert!(words.terms.captures("The remote town lost power.").is_none());
        assert!(words.terms.captures("There is a remote chance.").is_some());
    }
}
