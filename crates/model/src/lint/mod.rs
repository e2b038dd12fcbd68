//! Checks before a brief leaves: estimative language, sourcing, style and marking (tradecraft.md 1.3).
//!
//! A check reads a [`Product`], which holds plain words and what they rest on, and gives findings: which rule, how grave,
//! where. It words nothing and decides nothing about an export; `desk` does both. Each word list is in
//! `crates/model/data/lint`. Rules about the register (RK) are kept by its own types and have no check here.

mod prose;
mod sentences;
mod sourcing;
mod whole;
mod words;

use std::ops::Range;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    assessment::Confidence,
    brief::{Group, Section},
    scale::Likelihood,
    source::{Credibility, Reliability},
    text::{Indexed, Span},
};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// A reader will stumble.
    Warning,
    /// The brief doesn't leave unless the analyst says why it may.
    Error,
}

impl Severity {
    /// The word in JSON and in the window.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A brief as the checks see it.
#[derive(Clone, Debug, Default)]
pub struct Product {
    /// The last day on which information was taken in.
    pub cutoff: Option<NaiveDate>,
    /// Whether a cut-off is given at all, in whatever form.
    pub has_cutoff: bool,
    /// In the order of print.
    pub blocks: Vec<Block>,
}

/// A block as the checks see it.
#[derive(Clone, Debug)]
pub struct Block {
    /// Where it prints.
    pub group: Group,
    /// Its words without Markdown; paragraphs parted by an empty line.
    pub text: String,
    /// What a judgement says beside its words.
    pub judged: Option<Judged>,
    /// The passages it cites.
    pub evidence: Vec<Evidence>,
}

/// The strip beside a judgement.
#[derive(Clone, Debug)]
pub struct Judged {
    /// How probable.
    pub likelihood: Likelihood,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// Why.
    pub basis: String,
}

/// A passage that is cited.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// What it says.
    pub quote: String,
    /// Where it stands, for people: ¶3, KP1.
    pub locator: String,
    /// Who published it. Passages of one origin confirm nothing about each other.
    pub origin: String,
    /// How reliable that source is.
    pub reliability: Reliability,
    /// How credible the passage is.
    pub credibility: Credibility,
    /// When it was published.
    pub published: Option<NaiveDate>,
    /// Whether the publisher is known.
    pub has_outlet: bool,
    /// Whether passage and article are still in the library.
    pub resolves: bool,
}

/// Something a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// EL-004 …
    pub rule: String,
    /// How grave.
    pub severity: Severity,
    /// The place in [`Product::blocks`]; nothing where the brief as a whole is meant.
    pub block: Option<usize>,
    /// Code points of the block's text; nothing where the block as a whole is meant.
    pub span: Option<Span>,
    /// What the finding is about: the sentence, or whatever else must change for the finding to be another one.
    pub about: String,
    /// Parts of the message, by name.
    pub args: Vec<(&'static str, String)>,
}

/// Days between publication and the cut-off from which evidence counts as old (tradecraft.md, SO-007).
pub const STALE_DAYS: i64 = 90;

/// Everything the checks find, in the order of print, what concerns the whole brief first.
pub fn check(product: &Product) -> Vec<Finding> {
    let mut findings = whole::check(product);
    for (n, block) in product.blocks.iter().enumerate() {
        let mut here = Vec::new();
        prose::check(block, &mut here);
        sourcing::check(product, block, &mut here);
        here.sort_by_key(|found| found.span.map_or(0, |span| span.start));
        findings.extend(here.into_iter().map(|found| Finding {
            block: Some(n),
            ..found
        }));
    }
    findings
}

impl Block {
    /// Whether it says what is going to happen: there an estimate needs its term and its time.
    fn estimates(&self) -> bool {
        matches!(
            self.group,
            Group::Bluf | Group::Judgements | Group::Section(Section::Outlook)
        )
    }

    fn is_judgement(&self) -> bool {
        self.group == Group::Judgements
    }
}

impl Finding {
    /// A finding on a block as a whole.
    fn on_block(rule: &str, severity: Severity, about: &str) -> Self {
        Self {
            rule: rule.to_owned(),
            severity,
            block: None,
            span: None,
            about: about.to_owned(),
            args: Vec::new(),
        }
    }

    /// A finding on some words of a text; what it is about is the sentence they stand in.
    fn on_words(
        rule: &str,
        severity: Severity,
        text: &Indexed<'_>,
        at: Range<usize>,
        sentence: &str,
    ) -> Self {
        let found = text.text()[at.clone()].to_owned();
        Self {
            rule: rule.to_owned(),
            severity,
            block: None,
            span: Some(Span::new(text.char_of_byte(at.start), text.char_of_byte(at.end))),
            about: sentence.to_owned(),
            args: vec![("match", found)],
        }
    }

    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

#[cfg(test)]
mod tests;
