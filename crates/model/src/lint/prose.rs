//! Checks of what a block says, sentence by sentence.

use std::{collections::BTreeSet, ops::Range};

use super::{
    Block, Finding,
    Severity::{Error, Info, Warning},
    sentences::{masked, quotations, sentences},
    words::Words,
};
use crate::{
    marking::Tlp,
    scale::{Scale, Term},
    text::{Indexed, fold_words},
};

/// Words in a sentence from which it counts as long, and in a judgement, which carries more.
const LONG: usize = 35;
const LONG_JUDGEMENT: usize = 45;

/// A word of the scale in a text.
#[derive(Clone)]
pub(super) struct Used<'s> {
    /// Where, in bytes.
    pub(super) at: Range<usize>,
    /// Which.
    pub(super) term: &'s Term,
    /// 1 or 2: the row of words it is from.
    pub(super) row: u8,
}

/// The words of the scale in a text, quotations left out.
pub(super) fn terms_in(masked: &str) -> Vec<Used<'static>> {
    let (words, scale) = (Words::english(), Scale::icd203());
    words
        .terms
        .captures_iter(masked)
        .filter_map(|found| {
            let word = words
                .term_words
                .iter()
                .enumerate()
                .find(|(n, _)| found.get(n + 1).is_some())?
                .1;
            Some(Used {
                at: found.get(0)?.range(),
                term: &scale.terms[word.term],
                row: word.row,
            })
        })
        .collect()
}

/// Checks one block's words.
pub(super) fn check(block: &Block, findings: &mut Vec<Finding>) {
    let hidden = masked(&block.text);
    let text = Indexed::new(&block.text);
    let words = Words::english();
    for at in sentences(&hidden, &words.abbreviations) {
        let sentence = Sentence {
            block,
            text: &text,
            hidden: &hidden,
            terms: terms_in(&hidden[at.clone()])
                .into_iter()
                .map(|used| Used {
                    at: at.start + used.at.start..at.start + used.at.end,
                    ..used
                })
                .collect(),
            at,
        };
        sentence.check(findings);
    }
    judgement(block, &hidden, findings);
    markings(&text, findings);
}

/// A sentence of a block.
struct Sentence<'b> {
    block: &'b Block,
    text: &'b Indexed<'b>,
    /// The block's text with quotations blanked out.
    hidden: &'b str,
    /// In bytes of both.
    at: Range<usize>,
    /// In bytes of both.
    terms: Vec<Used<'static>>,
}

impl Sentence<'_> {
    fn hidden(&self) -> &str {
        &self.hidden[self.at.clone()]
    }

    fn said(&self) -> &str {
        &self.text.text()[self.at.clone()]
    }

    /// A finding on some words of this sentence, given in its own bytes.
    fn found(&self, rule: &str, severity: super::Severity, at: Range<usize>) -> Finding {
        let at = self.at.start + at.start..self.at.start + at.end;
        Finding::on_words(rule, severity, self.text, at, self.said())
    }

    fn on_all(&self, rule: &str, severity: super::Severity) -> Finding {
        self.found(rule, severity, 0..self.at.len())
    }

    fn check(&self, findings: &mut Vec<Finding>) {
        let words = Words::english();
        let hidden = self.hidden();
        for (rule, severity, pattern) in &words.rules {
            findings.extend(pattern.find(hidden).map(|at| self.found(rule, *severity, at)));
        }
        self.estimate(findings);
        self.axes(findings);
        self.numbers(findings);
        let estimative = if self.block.estimates() { Error } else { Warning };
        let hedges: Vec<_> = words.hedge.find(hidden).collect();
        if let Some(first) = hedges.first().filter(|_| self.terms.is_empty()) {
            findings.push(self.found("EL-001", estimative, first.clone()));
        }
        if let Some(last) = hedges.last().filter(|_| hedges.len() + self.terms.len() > 1) {
            findings.push(self.found("EL-014", Warning, last.clone()));
        }
        if let Some(at) = words.conditional.find(hidden).filter(|_| self.terms.is_empty()) {
            findings.push(self.found("EL-018", Info, at.range()));
        }
        let length = self.said().split_whitespace().count();
        let long = if self.block.is_judgement() {
            LONG_JUDGEMENT
        } else {
            LONG
        };
        if length > long {
            findings.push(self.on_all("ST-003", Info).with("words", length));
        }
        let quoted = quotations(self.said());
        if quoted
            .iter()
            .any(|q| self.said()[q.clone()].split_whitespace().count() >= 4)
            && !words.attribution.is_match(hidden)
        {
            findings.push(self.on_all("SO-010", Warning));
        }
    }

    /// What a sentence that says what will happen needs.
    fn estimate(&self, findings: &mut Vec<Finding>) {
        if !self.block.estimates() {
            return;
        }
        let words = Words::english();
        if self.terms.is_empty() {
            let future = words.future.find(self.hidden()).next();
            findings.extend(future.map(|at| self.found("EL-009", Warning, at)));
        } else if !words.horizon.is_match(self.hidden()) {
            let at = self.terms[0].at.clone();
            let term = at.start - self.at.start..at.end - self.at.start;
            findings.push(self.found("EL-012", Warning, term));
        }
    }

    /// Likelihood and confidence are two axes; two estimates are two sentences.
    fn axes(&self, findings: &mut Vec<Finding>) {
        let Some(first) = self.terms.first() else { return };
        if let Some(confidence) = Words::english().confidence.find(self.hidden()).next() {
            // From the one to the other, so that the underline shows what must be parted.
            let term = first.at.start - self.at.start..first.at.end - self.at.start;
            let both = confidence.start.min(term.start)..confidence.end.max(term.end);
            findings.push(self.found("EL-004", Error, both).with("term", &first.term.row1));
        }
        let different: BTreeSet<&str> = self.terms.iter().map(|used| used.term.id.as_str()).collect();
        if different.len() > 1 {
            let said: Vec<&str> = self
                .terms
                .iter()
                .map(|used| &self.text.text()[used.at.clone()])
                .collect();
            findings.push(self.on_all("EL-016", Warning).with("terms", said.join(", ")));
        }
    }

    /// A number of per cent beside a term must lie in the term's band.
    fn numbers(&self, findings: &mut Vec<Finding>) {
        let [used] = &self.terms[..] else { return };
        for found in Words::english().percent.captures_iter(self.hidden()) {
            let number = |n| found.get(n).and_then(|m| m.as_str().parse::<f64>().ok());
            let (Some(low), Some(all)) = (number(1), found.get(0)) else {
                continue;
            };
            let high = number(2).unwrap_or(low);
            if high < used.term.low || low > used.term.high {
                let finding = self
                    .found("EL-010", Error, all.range())
                    .with("term", &used.term.row1)
                    .with("low", used.term.low)
                    .with("high", used.term.high);
                findings.push(finding);
            }
        }
    }
}

/// What a judgement needs as a whole: a term, the one that its strip shows, and a basis.
fn judgement(block: &Block, hidden: &str, findings: &mut Vec<Finding>) {
    if !block.is_judgement() {
        return;
    }
    let terms = terms_in(hidden);
    let unclear = |f: &Finding| matches!(f.rule.as_str(), "EL-001" | "EL-008" | "EL-009");
    if terms.is_empty() && !findings.iter().any(unclear) {
        findings.push(Finding::on_block("EL-005", Error, &block.text));
    }
    let Some(judged) = &block.judged else { return };
    if judged.basis.trim().is_empty() {
        findings.push(Finding::on_block("EL-006", Error, &block.text));
    }
    let same = |used: &Used<'_>| used.term.id == judged.likelihood.term;
    if let Some(first) = terms.first().filter(|_| !terms.iter().any(same)) {
        let text = Indexed::new(&block.text);
        let finding = Finding::on_words("CH-001", Warning, &text, first.at.clone(), &block.text)
            .with("strip", &judged.likelihood.label);
        findings.push(finding);
    }
}

/// Labels that look like TLP and are none.
fn markings(text: &Indexed<'_>, findings: &mut Vec<Finding>) {
    for (start, _) in text.text().match_indices(['T', 't']) {
        let rest = &text.text()[start..];
        let Some(at) = label(rest) else { continue };
        let before = text.text()[..start].chars().next_back();
        if before.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let said = &rest[..at];
        let exact = said.parse::<Tlp>().is_ok_and(|tlp| tlp.to_string() == said);
        if !exact {
            findings.push(Finding::on_words("MK-002", Error, text, start..start + at, said));
        }
    }
}

/// Bytes of a marking at the start of `text`: `TLP`, a colon or a hyphen, a level.
fn label(text: &str) -> Option<usize> {
    let after = text
        .get(3..)
        .filter(|_| text.get(..3).is_some_and(|t| t.eq_ignore_ascii_case("tlp")))?;
    let level = after.trim_start().strip_prefix([':', '-'])?.trim_start();
    let letters = |s: &str| s.bytes().take_while(u8::is_ascii_alphabetic).count();
    let mut end = text.len() - level.len() + letters(level);
    if letters(level) == 0 {
        return None;
    }
    if let Some(strict) = text[end..].strip_prefix('+').filter(|s| letters(s) > 0) {
        end += 1 + letters(strict);
    }
    Some(end)
}

/// Capitals that stand for words and are not spelt out where they first occur.
pub(super) fn acronyms(text: &str, known: &mut BTreeSet<String>) -> Vec<Range<usize>> {
    let hidden = masked(text);
    let mut found = Vec::new();
    let mut at = 0;
    for word in hidden.split(|c: char| !c.is_alphanumeric()) {
        let here = at..at + word.len();
        // What parted the words is one letter long, of whatever size.
        at = here.end + hidden[here.end..].chars().next().map_or(0, char::len_utf8);
        let capitals = (2..=6).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
        let spelt_out =
            hidden[..here.start].ends_with('(') || hidden[here.end..].trim_start().starts_with('(');
        if capitals && known.insert(word.to_owned()) && !spelt_out {
            found.push(here);
        }
    }
    found
}

/// Whether the words of `quotation` stand in one of `passages`, typography and the marks at its ends aside.
pub(super) fn stands_in<'p>(quotation: &str, mut passages: impl Iterator<Item = &'p str>) -> bool {
    let plain = |text: &str| {
        let folded = fold_words(text);
        folded
            .trim_matches(|c: char| c.is_ascii_punctuation() || c == '…')
            .to_owned()
    };
    let wanted = plain(quotation);
    passages.any(|passage| plain(passage).contains(&wanted))
}
