//! Checks of what a block rests on.

use std::collections::BTreeSet;

use regex::Regex;

use super::{
    Block, Evidence, Finding, Product, STALE_DAYS,
    Severity::{Error, Info, Warning},
    prose::{stands_in, terms_in},
    sentences::{masked, quotations, sentences},
    words::Words,
};
use crate::{
    assessment::Confidence,
    brief::{Group, Section},
    source::Reliability,
    text::Indexed,
};

/// Words from which a quotation must be found in a passage; shorter ones are scare quotes and names.
const QUOTATION_WORDS: usize = 4;

/// Checks what one block rests on.
pub(super) fn check(product: &Product, block: &Block, findings: &mut Vec<Finding>) {
    cited_at_all(block, findings);
    if block.evidence.iter().any(|e| !e.resolves) {
        let quotes = block
            .evidence
            .iter()
            .filter(|e| !e.resolves)
            .map(|e| e.quote.as_str());
        findings.push(Finding::on_block(
            "SO-002",
            Error,
            &quotes.collect::<Vec<_>>().join("\n"),
        ));
    }
    if block.is_judgement() && !block.evidence.is_empty() {
        judgement(block, findings);
    }
    if let Some(cutoff) = product.cutoff {
        let days = block
            .evidence
            .iter()
            .filter_map(|e| Some((cutoff - e.published?).num_days()));
        if let Some(oldest) = days.max().filter(|days| *days > STALE_DAYS) {
            findings.push(Finding::on_block("SO-007", Info, &block.text).with("days", oldest));
        }
    }
    // ¶ is reporting; everything else is what the outlet made of it.
    let own = block
        .evidence
        .iter()
        .filter(|e| !e.locator.is_empty() && !e.locator.starts_with('¶'));
    let places: BTreeSet<&str> = own.map(|e| e.locator.as_str()).collect();
    if !places.is_empty() && block.is_judgement() {
        let places = places.into_iter().collect::<Vec<_>>().join(", ");
        findings.push(Finding::on_block("SO-012", Info, &block.text).with("places", places));
    }
    quoted(product, block, findings);
    figures(block, findings);
}

/// A judgement needs evidence, and so does what is told as fact.
fn cited_at_all(block: &Block, findings: &mut Vec<Finding>) {
    if !block.evidence.is_empty() {
        return;
    }
    match block.group {
        Group::Judgements => findings.push(Finding::on_block("SO-001", Error, &block.text)),
        Group::Section(Section::Discussion | Section::Changes) => {
            findings.push(Finding::on_block("SO-001", Warning, &block.text));
        }
        _ => {}
    }
}

/// How far the evidence of a judgement carries it.
fn judgement(block: &Block, findings: &mut Vec<Finding>) {
    let origins: BTreeSet<&str> = block.evidence.iter().map(|e| e.origin.as_str()).collect();
    if let [origin] = origins.iter().copied().collect::<Vec<_>>()[..] {
        findings.push(Finding::on_block("SO-003", Warning, &block.text).with("origin", origin));
    }
    let weak = |e: &Evidence| {
        matches!(e.reliability, Reliability::D | Reliability::E) || matches!(e.credibility.get(), 4 | 5)
    };
    if block.evidence.iter().all(weak) {
        findings.push(Finding::on_block("SO-005", Warning, &block.text));
    }
    let good =
        |e: &Evidence| matches!(e.reliability, Reliability::A | Reliability::B) && e.credibility.get() <= 2;
    let high = block
        .judged
        .as_ref()
        .is_some_and(|j| j.confidence == Confidence::High);
    if high && (origins.len() < 2 || !block.evidence.iter().any(good)) {
        findings.push(Finding::on_block("SO-006", Warning, &block.text));
    }
}

/// Words in quotation marks must be a source's words.
fn quoted(product: &Product, block: &Block, findings: &mut Vec<Finding>) {
    let text = Indexed::new(&block.text);
    for at in quotations(&block.text) {
        let quotation = &block.text[at.clone()];
        if quotation.split_whitespace().count() < QUOTATION_WORDS {
            continue;
        }
        let all = product.blocks.iter().flat_map(|b| &b.evidence);
        if !stands_in(quotation, all.map(|e| e.quote.as_str())) {
            findings.push(Finding::on_words("SO-009", Error, &text, at, quotation));
        }
    }
}

/// A figure that no cited passage holds. Estimates are the analyst's own, days and years need no source.
fn figures(block: &Block, findings: &mut Vec<Finding>) {
    if !(block.is_judgement() || block.group == Group::Section(Section::Discussion))
        || block.evidence.is_empty()
    {
        return;
    }
    let hidden = masked(&block.text);
    let text = Indexed::new(&block.text);
    for at in sentences(&hidden, &Words::english().abbreviations) {
        let sentence = &hidden[at.clone()];
        if !terms_in(sentence).is_empty() {
            continue;
        }
        for found in figure().find_iter(sentence) {
            let said = found.as_str();
            let after = sentence[found.end()..].trim_start();
            let before = sentence[..found.start()].trim_end();
            let dated = is_month(
                after
                    .split(|c: char| !c.is_alphabetic())
                    .next()
                    .unwrap_or_default(),
            ) || is_month(
                before
                    .rsplit(|c: char| !c.is_alphabetic())
                    .next()
                    .unwrap_or_default(),
            ) || (said.len() == 4 && (said.starts_with("19") || said.starts_with("20")));
            let known = block
                .evidence
                .iter()
                .any(|e| figure().find_iter(&e.quote).any(|m| m.as_str() == said));
            if !dated && !known {
                let here = at.start + found.start()..at.start + found.end();
                findings.push(Finding::on_words(
                    "CH-002",
                    Info,
                    &text,
                    here,
                    &block.text[at.clone()],
                ));
            }
        }
    }
}

fn figure() -> &'static Regex {
    static FIGURE: std::sync::LazyLock<Regex> = std::sync::LazyLock::new(|| {
        #[expect(
            clippy::expect_used,
            reason = "the pattern is fixed and every test of figures compiles it"
        )]
        Regex::new(r"\b\d{2,}(?:[.,]\d+)*\b").expect("the pattern for figures is sound")
    });
    &FIGURE
}

fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let word = word.to_lowercase();
    word.len() >= 3 && MONTHS.iter().any(|month| word.starts_with(month))
}
