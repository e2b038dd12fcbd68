//! A brief's checks: what stands against sending it, in sentences, and what the analyst lets stand with a reason.
//!
//! Errors hold an issue back unless each is accepted with a reason, which the library keeps (tradecraft.md 1.3). The plain
//! export, which scripts use, is not held back: a script asks for the checks itself.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use chrono::NaiveDate;
use fluent_bundle::FluentValue;
use model::{
    Sha256Hex, Uid,
    article::Published,
    brief::BlockBody,
    lint::{self, Block, Evidence, Judged, Product, Severity},
    prose,
    source::Reliability,
    text::Span,
};
use serde::Serialize;
use store::{
    Read,
    brief::{BriefBlockRow, BriefRow, CitationRow},
};

use crate::{
    Desk, Failure, FailureKind, Result,
    annotate::filled,
    desk::uid,
    export::{Exported, Format},
    failure::sentence,
    origin::Origins,
    outline::plain,
    preview::Typing,
    read::Versions,
    wording::Label,
};

/// Something that a check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckShown {
    /// EL-004 …
    pub rule: String,
    /// How grave.
    pub severity: Severity,
    /// What is wrong, as a sentence.
    pub message: String,
    /// Where, for people: Key judgement 2.
    pub place: String,
    /// The block; nothing where the brief as a whole is meant.
    pub block: Option<String>,
    /// Code points of `words`.
    pub span: Option<Span>,
    /// The block's words as they print, paragraphs parted by an empty line.
    #[serde(skip)]
    pub words: String,
    /// Hash of what it is about: a finding is accepted for these words and no others.
    pub sentence: String,
    /// Why it stands, where the analyst accepted it.
    pub accepted: Option<String>,
}

impl CheckShown {
    /// Whether the brief is held back by it.
    pub fn blocks(&self) -> bool {
        self.severity == Severity::Error && self.accepted.is_none()
    }
}

impl Desk {
    /// What the checks find in a brief, with the words that are being typed in the place of those it holds.
    pub fn check_brief(&self, given: &str, typing: Option<&Typing>) -> Result<Vec<CheckShown>> {
        let brief = uid(given)?;
        self.library.settle_likeness()?;
        self.read(|r| {
            let mut blocks = r.brief_blocks(brief)?;
            let typed = typing
                .and_then(|t| Some((blocks.iter_mut().find(|b| b.uid.to_string() == t.block)?, &t.text)));
            if let Some((row, text)) = typed {
                row.body = row.body.clone().with_text(text.clone());
            }
            findings(r, &r.brief(brief)?, &in_print_order(blocks))
        })
    }

    /// Lets findings stand, each named by its rule and the hash of what it is about, for one reason.
    pub fn accept_checks(&self, given: &str, found: &[(String, String)], reason: &str) -> Result<()> {
        let brief = uid(given)?;
        let reason = filled(Some(reason.to_owned()))
            .ok_or_else(|| Failure::new(FailureKind::Invalid, "check-needs-reason", &[]))?;
        let found = found.to_vec();
        self.write(
            Label::new("op-checks-accept").with("count", found.len()),
            move |w| {
                for (rule, sentence) in &found {
                    w.accept_check(brief, rule, sentence, reason.trim())?;
                }
                Ok(())
            },
        )?;
        Ok(())
    }

    /// Writes a brief to a file if no check holds it back; `despite`, a reason, accepts those that do.
    pub fn issue_brief(
        &self,
        given: &str,
        format: Format,
        path: &Path,
        despite: Option<&str>,
    ) -> Result<Exported> {
        let held = self
            .check_brief(given, None)?
            .into_iter()
            .filter(CheckShown::blocks);
        let held: Vec<_> = held.map(|found| (found.rule, found.sentence)).collect();
        match despite {
            _ if held.is_empty() => {}
            Some(reason) => self.accept_checks(given, &held, reason)?,
            None => {
                let args = [("count", FluentValue::from(held.len()))];
                return Err(Failure::new(FailureKind::Conflict, "brief-held-back", &args));
            }
        }
        self.export_brief(given, format, path)
    }
}

/// The blocks as they print: part by part.
fn in_print_order(mut blocks: Vec<BriefBlockRow>) -> Vec<BriefBlockRow> {
    let place = |row: &BriefBlockRow| {
        model::brief::Group::ALL
            .iter()
            .position(|g| *g == row.body.group())
    };
    blocks.sort_by_key(place);
    blocks
}

fn findings(r: &Read<'_>, brief: &BriefRow, blocks: &[BriefBlockRow]) -> Result<Vec<CheckShown>> {
    let mut cited = Cited {
        versions: Versions::new(r),
        origins: Origins::new(r),
        names: HashMap::new(),
        r,
    };
    for citation in blocks.iter().flat_map(|row| &row.citations) {
        let article = r.annotation(citation.annotation)?.article;
        cited.origins.meet([article])?;
    }
    let cutoff = brief.cutoff.as_deref();
    let product = Product {
        cutoff: cutoff.and_then(|day| day.get(..10)?.parse::<NaiveDate>().ok()),
        has_cutoff: cutoff.is_some(),
        blocks: blocks.iter().map(|row| cited.block(row)).collect::<Result<_>>()?,
    };
    let accepted = r.accepted_checks(brief.uid)?;
    let mut seen = HashSet::new();
    let shown = lint::check(&product).into_iter().map(|found| {
        let row = found.block.map(|n| &blocks[n]);
        let hash = Sha256Hex::of(found.about.as_bytes()).to_string();
        let sentence_hash = hash[..16].to_owned();
        let known = accepted
            .iter()
            .find(|a| a.rule == found.rule && a.sentence == sentence_hash);
        CheckShown {
            message: message(&found),
            place: place(found.block, blocks),
            severity: found.severity,
            block: row.map(|row| row.uid.to_string()),
            span: found.span,
            words: found
                .block
                .map(|n| product.blocks[n].text.clone())
                .unwrap_or_default(),
            accepted: known.map(|a| a.reason.clone()),
            sentence: sentence_hash,
            rule: found.rule,
        }
    });
    // The same words twice in one sentence are one thing to mend.
    Ok(shown
        .filter(|c| {
            seen.insert((
                c.rule.clone(),
                c.block.clone(),
                c.sentence.clone(),
                c.message.clone(),
            ))
        })
        .collect())
}

/// What a brief's blocks rest on.
struct Cited<'r, 'c> {
    r: &'r Read<'c>,
    versions: Versions<'r, 'c>,
    origins: Origins<'r, 'c>,
    /// What each origin is called: the source of the first of its articles that is cited.
    names: HashMap<Uid, String>,
}

impl Cited<'_, '_> {
    fn block(&mut self, row: &BriefBlockRow) -> Result<Block> {
        let judged = match &row.body {
            BlockBody::Judgement {
                likelihood,
                confidence,
                basis,
                ..
            } => Some(Judged {
                likelihood: likelihood.clone(),
                confidence: *confidence,
                basis: basis.clone(),
            }),
            _ => None,
        };
        let evidence = row.citations.iter().map(|c| self.evidence(c));
        Ok(Block {
            evidence: evidence.collect::<Result<_>>()?,
            group: row.body.group(),
            text: plain(&prose::paragraphs(row.body.text())),
            judged,
        })
    }

    fn evidence(&mut self, citation: &CitationRow) -> Result<Evidence> {
        let passage = self.r.annotation(citation.annotation)?;
        let source = self.r.article_source(passage.article)?;
        let laid = self.versions.get(citation.version)?;
        let meta = &laid.version.capture.meta;
        let name = source
            .as_ref()
            .map_or_else(|| meta.headline.value.clone(), |s| s.name.clone());
        let origin = self.origins.of(passage.article)?;
        Ok(Evidence {
            quote: citation.quote.clone(),
            locator: citation.locator.clone(),
            origin: self.names.entry(origin).or_insert(name).clone(),
            reliability: source.map_or(Reliability::F, |s| s.reliability),
            credibility: passage.credibility,
            published: meta
                .published
                .as_ref()
                .map(|p: &model::article::Field<Published>| p.value.date),
            has_outlet: meta.outlet.is_some(),
            resolves: !passage.trashed,
        })
    }
}

/// What a finding says.
fn message(found: &lint::Finding) -> String {
    let mut args: Vec<(&str, FluentValue<'_>)> = Vec::new();
    for (name, value) in &found.args {
        let value = match *name {
            "section" => sentence(&format!("brief-{}", value.replace('_', "-")), &[]),
            "missing" => sentence(&format!("check-missing-{value}"), &[]),
            _ => value.clone(),
        };
        let number = value.parse::<f64>().ok();
        args.push((name, number.map_or_else(|| value.into(), FluentValue::from)));
    }
    sentence(&format!("check-{}", found.rule.to_lowercase()), &args)
}

/// Where a finding is, for people.
fn place(block: Option<usize>, blocks: &[BriefBlockRow]) -> String {
    let Some(at) = block else {
        return sentence("check-place-brief", &[]);
    };
    let group = blocks[at].body.group();
    let same = |row: &&BriefBlockRow| row.body.group() == group;
    let (number, all) = (
        blocks[..at].iter().filter(same).count() + 1,
        blocks.iter().filter(same).count(),
    );
    let part = match group {
        model::brief::Group::Judgements => sentence("check-place-judgement", &[]),
        other => sentence(&format!("brief-{}", part_word(other.as_str())), &[]),
    };
    if all > 1 || group == model::brief::Group::Judgements {
        sentence(
            "check-place-numbered",
            &[("part", part.into()), ("number", number.into())],
        )
    } else {
        part
    }
}

/// The word under which a part stands in the language file.
fn part_word(part: &str) -> String {
    match part {
        "risks" => "risk-picture".to_owned(),
        other => other.replace('_', "-"),
    }
}
