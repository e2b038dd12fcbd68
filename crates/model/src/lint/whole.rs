//! Checks of the brief as a whole.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Evidence, Finding, Product,
    Severity::{Error, Info, Warning},
    prose::{acronyms, terms_in},
    sentences::{masked, sentences},
    words::Words,
};
use crate::{
    brief::{Group, Section},
    source::Reliability,
    text::Indexed,
};

/// Words and sentences of a bottom line at most (tradecraft.md 4.3).
const BLUF_WORDS: usize = 60;
const BLUF_SENTENCES: usize = 3;
/// Key judgements at most.
const JUDGEMENTS: usize = 5;

/// Checks what only the whole shows.
pub(super) fn check(product: &Product) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !product.has_cutoff {
        findings.push(Finding::on_block("ST-008", Error, ""));
    }
    shape(product, &mut findings);
    rows(product, &mut findings);
    grades(product, &mut findings);
    endnotes(product, &mut findings);
    let mut known = Words::english().known_acronyms.iter().cloned().collect();
    for (n, block) in product.blocks.iter().enumerate() {
        let text = Indexed::new(&block.text);
        findings.extend(acronyms(&block.text, &mut known).into_iter().map(|at| {
            let word = block.text[at.clone()].to_owned();
            Finding {
                block: Some(n),
                ..Finding::on_words("ST-006", Info, &text, at, &word)
            }
        }));
    }
    findings
}

/// Whether the parts are there and of a size to be read.
fn shape(product: &Product, findings: &mut Vec<Finding>) {
    let of = |group| {
        product
            .blocks
            .iter()
            .enumerate()
            .filter(move |(_, b)| b.group == group)
    };
    match of(Group::Bluf).next() {
        None => findings.push(Finding::on_block("ST-001", Warning, "")),
        Some((n, bluf)) => {
            let count = bluf.text.split_whitespace().count();
            let long = sentences(&bluf.text, &Words::english().abbreviations).len() > BLUF_SENTENCES;
            if count > BLUF_WORDS || long {
                findings.push(Finding {
                    block: Some(n),
                    ..Finding::on_block("ST-001", Warning, &bluf.text)
                });
            }
        }
    }
    let judgements = of(Group::Judgements).count();
    if judgements == 0 || judgements > JUDGEMENTS {
        findings
            .push(Finding::on_block("ST-002", Warning, &judgements.to_string()).with("count", judgements));
    }
    for section in Section::ALL.into_iter().filter(|s| s.required()) {
        if of(Group::Section(section)).next().is_none() {
            let rule = match section {
                Section::SourceSummary => "SO-013",
                _ => "ST-009",
            };
            findings
                .push(Finding::on_block(rule, Warning, section.as_str()).with("section", section.as_str()));
        }
    }
}

/// A product keeps to one of the two rows of the standard's words (ICD 203, D.6.e(2)(a)).
fn rows(product: &Product, findings: &mut Vec<Finding>) {
    let mut first: [Option<(usize, std::ops::Range<usize>)>; 2] = [None, None];
    for (n, block) in product.blocks.iter().enumerate() {
        for used in terms_in(&masked(&block.text)) {
            first[usize::from(used.row) - 1].get_or_insert((n, used.at));
        }
    }
    if let [Some(one), Some(two)] = first {
        let said = |(n, at): &(usize, std::ops::Range<usize>)| product.blocks[*n].text[at.clone()].to_owned();
        let (n, at) = (two.0, two.1.clone());
        let text = Indexed::new(&product.blocks[n].text);
        let finding = Finding::on_words("EL-003", Warning, &text, at, "")
            .with("one", said(&one))
            .with("two", said(&two));
        findings.push(Finding {
            block: Some(n),
            ..finding
        });
    }
}

/// Sources and passages that nobody graded, each once.
fn grades(product: &Product, findings: &mut Vec<Finding>) {
    let mut ungraded: BTreeMap<&str, usize> = BTreeMap::new();
    for (n, evidence) in cited(product).filter(|(_, e)| e.reliability == Reliability::F) {
        ungraded.entry(&evidence.origin).or_insert(n);
    }
    if let Some(block) = ungraded.values().min().copied() {
        let names = ungraded.keys().copied().collect::<Vec<_>>().join(", ");
        findings.push(Finding {
            block: Some(block),
            ..Finding::on_block("SO-004", Warning, &names).with("origins", &names)
        });
    }
}

/// What an endnote can't print.
fn endnotes(product: &Product, findings: &mut Vec<Finding>) {
    let incomplete: BTreeSet<(&str, bool, bool)> = cited(product)
        .filter(|(_, e)| !e.has_outlet || e.published.is_none())
        .map(|(_, e)| (e.origin.as_str(), e.has_outlet, e.published.is_some()))
        .collect();
    for (origin, outlet, date) in incomplete {
        let rule = match (outlet, date) {
            (false, false) => "both",
            (false, true) => "outlet",
            _ => "date",
        };
        let finding = Finding::on_block("SO-008", Warning, &format!("{origin} {rule}"))
            .with("origin", origin)
            .with("missing", rule);
        findings.push(finding);
    }
}

fn cited(product: &Product) -> impl Iterator<Item = (usize, &Evidence)> {
    product
        .blocks
        .iter()
        .enumerate()
        .flat_map(|(n, block)| block.evidence.iter().map(move |e| (n, e)))
}
