//! Cutting passages out of a text in which words were found: the paragraph, and the words around the hit.

use model::{
    filter::{Filter, Want},
    text::{Indexed, Span, fold_accents},
};
use serde::Serialize;
use store::search::Marked;

/// Code points shown before and after what was found.
const BEFORE: usize = 60;
const AFTER: usize = 160;

/// Hits this close to each other are shown as one: a space or a sign between two words.
const GAP: usize = 2;

/// Words that were found, and those around them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cut {
    /// What stands before, with … where more does.
    pub before: String,
    /// What was found.
    pub hit: String,
    /// What stands behind it.
    pub after: String,
}

/// A paragraph in which the words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Passage {
    /// The paragraph, in code points of the text.
    paragraph: Span,
    /// What was found there.
    pub(super) hit: Span,
}

/// A word or a phrase as it is compared: without accents, case and signs.
pub(super) struct Term {
    words: String,
    beginning: bool,
}

/// The words and phrases that must be found.
pub(super) fn terms(filter: &Filter) -> Vec<Term> {
    let term = |words: &[String], beginning| Term {
        words: folded(&words.join(" ")),
        beginning,
    };
    filter
        .words()
        .filter_map(|part| match &part.want {
            Want::Words(words) => Some(term(words, true)),
            Want::Exact(words) => Some(term(words, false)),
            _ => None,
        })
        .collect()
}

fn folded(text: &str) -> String {
    let plain = fold_accents(text);
    let words = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

impl Term {
    fn is(&self, found: &str) -> bool {
        found == self.words || self.beginning && found.starts_with(&self.words)
    }
}

/// The paragraphs that hold all the terms; where none does, the one that holds most. A paragraph that is the headline again
/// is none.
pub(super) fn passages(text: &Marked, headline: &str, terms: &[Term]) -> Vec<Passage> {
    let indexed = Indexed::new(&text.text);
    let mut hits = text.hits.as_slice();
    let mut start = 0;
    let mut found: Vec<(usize, Passage)> = Vec::new();
    for words in text.text.split("\n\n") {
        let paragraph = Span::new(start, start + words.chars().count());
        start = paragraph.end + 2;
        let (here, later) = hits.split_at(hits.partition_point(|hit| hit.end <= paragraph.end));
        hits = later;
        if words == headline {
            continue;
        }
        if let Some(hit) = nearest(here) {
            let said: Vec<String> = here.iter().map(|hit| folded(indexed.slice(*hit))).collect();
            let covered = terms
                .iter()
                .filter(|term| said.iter().any(|s| term.is(s)))
                .count();
            found.push((covered, Passage { paragraph, hit }));
        }
        if hits.is_empty() {
            break;
        }
    }
    let most = found.iter().map(|(covered, _)| *covered).max().unwrap_or(0);
    let whole = found.iter().any(|(covered, _)| *covered >= terms.len());
    let best = found
        .into_iter()
        .filter(|(covered, _)| *covered == most)
        .map(|(_, passage)| passage);
    best.take(if whole { usize::MAX } else { 1 }).collect()
}

/// Where most hits stand right beside each other; the first such place.
fn nearest(hits: &[Span]) -> Option<Span> {
    let mut best: Option<(usize, Span)> = None;
    let mut run: Option<(usize, Span)> = None;
    for hit in hits {
        run = match run {
            Some((count, span)) if hit.start <= span.end + GAP => {
                Some((count + 1, Span::new(span.start, hit.end)))
            }
            _ => Some((1, *hit)),
        };
        if run.map(|(count, _)| count) > best.map(|(count, _)| count) {
            best = run;
        }
    }
    best.map(|(_, span)| span)
}

/// The words around what was found in a passage of `text`.
pub(super) fn cut(text: &str, passage: &Passage) -> Cut {
    around(text, passage.paragraph, passage.hit)
}

/// A whole text around what was found in it; nothing when nothing was.
pub(super) fn cut_whole(text: &Marked) -> Option<Cut> {
    let hit = nearest(&text.hits)?;
    let indexed = Indexed::new(&text.text);
    Some(Cut {
        before: indexed.slice(Span::new(0, hit.start)).to_owned(),
        hit: indexed.slice(hit).to_owned(),
        after: indexed.slice(Span::new(hit.end, indexed.len())).to_owned(),
    })
}

/// The words around what was found in a short text; its beginning when nothing was.
pub(super) fn cut_short(text: &Marked) -> Cut {
    let length = text.text.chars().count();
    let hit = nearest(&text.hits).unwrap_or(Span::new(0, 0));
    around(&text.text, Span::new(0, length), hit)
}

fn around(text: &str, within: Span, hit: Span) -> Cut {
    let indexed = Indexed::new(text);
    let from = hit.start.saturating_sub(BEFORE).max(within.start);
    let to = (hit.end + AFTER).min(within.end);
    let (mut before, mut after) = (
        indexed.slice(Span::new(from, hit.start)),
        indexed.slice(Span::new(hit.end, to)),
    );
    let (cut_before, cut_after) = (from > within.start, to < within.end);
    // Not in the middle of a word.
    if cut_before && let Some((_, rest)) = before.split_once(char::is_whitespace) {
        before = rest;
    }
    if cut_after && let Some((rest, _)) = after.rsplit_once(char::is_whitespace) {
        after = rest;
    }
    let dots = |cut: bool| if cut { "…" } else { "" };
    Cut {
        before: one_line(&format!("{}{before}", dots(cut_before))),
        hit: one_line(indexed.slice(hit)),
        after: one_line(&format!("{after}{}", dots(cut_after))),
    }
}

/// Line ends and tabs as spaces; spaces at the ends stay, since the parts stand beside each other.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text whose hits stand between [ and ].
    fn marked(text: &str) -> Marked {
        let (mut plain, mut hits, mut begun) = (String::new(), Vec::new(), 0);
        for c in text.chars() {
            let at = plain.chars().count();
            match c {
                '[' => begun = at,
                ']' => hits.push(Span::new(begun, at)),
                c => plain.push(c),
            }
        }
        Marked { text: plain, hits }
    }

    fn check(query: &str, text: &str, expected: &[&str]) {
        let text = marked(text);
        let found = passages(&text, "Title", &terms(&Filter::read(query)));
        let shown: Vec<String> = found
            .iter()
            .map(|passage| {
                let Cut { before, hit, after } = cut(&text.text, passage);
                format!("{before}[{hit}]{after}")
            })
            .collect();
        assert_eq!(shown, expected, "{query}");
    }

    #[test]
    fn paragraphs_with_all_the_words_come_before_those_with_some() {
        let text = "[Title]\n\nThe [gas] flows.\n\nNo [Gas], no [lights] here.\n\n[Lights] out.";
        check("gas light", text, &["No [Gas], no lights here."]);
        check("oil gas", text, &["The [gas] flows."]);
        check("title", "[Title]\n\nText", &[]);
    }

    #[test]
    fn words_beside_each_other_are_one_hit_and_accents_do_not_matter() {
        check(
            "énergie verte",
            "Une [Energie] [vérte] ou [verte].",
            &["Une [Energie vérte] ou verte."],
        );
    }

    #[test]
    fn long_paragraphs_are_cut_between_words() {
        let text = marked(&format!("{} [hit] {}", "before ".repeat(30), "after ".repeat(60)));
        let shown = cut_short(&text);
        assert!(
            shown.before.starts_with("…before ") && shown.before.ends_with("before  "),
            "{shown:?}"
        );
        assert!(shown.after.ends_with(" after…"), "{shown:?}");
        assert_eq!(shown.hit, "hit");
    }
}
