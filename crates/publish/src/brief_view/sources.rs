//! What the sources said and who they are: quotes with grade and way back, endnotes after ICS 206.

use std::collections::HashMap;

use serde::Serialize;

use super::runs::{self, Numbered, anchor};
use super::{language, nice_date};
use crate::brief_document::{BriefDocument, Source};
use crate::labels::Labels;

/// A quote with its provenance.
#[derive(Debug, Serialize)]
pub(crate) struct EvidenceView {
    pub n: usize,
    pub anchor: String,
    pub quote: String,
    /// Whether the quote reads from right to left.
    pub rtl: bool,
    /// Language of the quote when it differs from the brief's.
    pub lang: Option<String>,
    pub speaker: String,
    /// Source and place in it: `S1 ¶3`.
    pub place: String,
    /// Anchor of the source.
    pub to: String,
    pub grade: String,
    /// What the analyst took it for, and whether it supports: `Claim, supports`.
    pub words: String,
    pub note: String,
    /// Anchors of the marks that cite it.
    pub back: Vec<String>,
}

/// A source as an endnote.
#[derive(Debug, Serialize)]
pub(crate) struct SourceView {
    pub id: String,
    pub anchor: String,
    pub grade: String,
    pub title: String,
    /// Authors, outlet, section, date, dateline.
    pub reference: String,
    pub url: String,
    /// What the grade means, in words, with the reason and the descriptor.
    pub meaning: String,
    pub sha256: String,
    pub accessed: String,
}

fn source_anchor(position: usize) -> String {
    format!("source-{}", position + 1)
}

/// The evidence in number order.
pub(crate) fn evidence(
    numbered: &[Numbered<'_>],
    brief: &BriefDocument,
    labels: &Labels,
) -> Vec<EvidenceView> {
    let anchors: HashMap<&str, String> = brief
        .sources
        .iter()
        .enumerate()
        .map(|(position, source)| (source.id.as_str(), source_anchor(position)))
        .collect();
    let view = |Numbered { n, item, back }: &Numbered<'_>| {
        let stance = item.stance.as_deref().map(|stance| labels.word("stance", stance));
        let words: Vec<String> = [Some(labels.word("kind", &item.kind)), stance]
            .into_iter()
            .flatten()
            .collect();
        EvidenceView {
            n: *n,
            anchor: anchor(*n),
            quote: runs::block(item.quote.trim()),
            rtl: runs::rtl(&item.quote),
            lang: item.lang.as_deref().map(|lang| language(lang, None).0),
            speaker: item.speaker.as_deref().map(runs::line).unwrap_or_default(),
            place: runs::line(&format!("{} {}", item.source, item.locator)),
            to: anchors.get(item.source.as_str()).cloned().unwrap_or_default(),
            grade: item.grade.clone(),
            words: words.join(", "),
            note: item.note.as_deref().map(runs::line).unwrap_or_default(),
            back: back.clone(),
        }
    };
    numbered.iter().map(view).collect()
}

/// The sources in their own order.
pub(crate) fn sources(brief: &BriefDocument, labels: &Labels) -> Vec<SourceView> {
    let view = |(position, source): (usize, &Source)| SourceView {
        id: runs::line(&source.id),
        anchor: source_anchor(position),
        grade: format!("{}{}", source.reliability, source.credibility),
        title: runs::line(&source.title),
        reference: reference(source, labels),
        url: source.url.as_deref().map(runs::line).unwrap_or_default(),
        meaning: meaning(source, labels),
        sha256: runs::line(&source.sha256),
        accessed: labels.with("accessed", &[("date", &nice_date(&source.accessed, labels))]),
    };
    brief.sources.iter().enumerate().map(view).collect()
}

/// Authors, outlet, section, date and dateline; what is unknown says so where a reader would miss it.
pub(crate) fn reference(source: &Source, labels: &Labels) -> String {
    let outlet = source
        .outlet
        .as_deref()
        .map(runs::line)
        .filter(|outlet| !outlet.is_empty())
        .unwrap_or_else(|| labels.get("no-publisher"));
    let date = source
        .date
        .as_deref()
        .map_or_else(|| labels.get("no-date"), |date| nice_date(date, labels));
    let dateline = source
        .dateline_place
        .as_deref()
        .map(|place| labels.with("dateline", &[("place", &runs::line(place))]));
    let section = source.section.as_deref().map(runs::line);
    let parts = [
        Some(runs::line(&source.authors.join(", "))),
        Some(outlet),
        section,
        Some(date),
        dateline,
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    format!("{}.", parts.join(", "))
}

/// The grade in words, then the reason for the reliability and the descriptor.
pub(crate) fn meaning(source: &Source, labels: &Labels) -> String {
    let grade = format!("{}{}", source.reliability, source.credibility);
    let words = [
        labels.word("reliability", &source.reliability.to_lowercase()),
        labels.word("credibility", &source.credibility),
    ];
    let mut sentences = vec![labels.with(
        "admiralty",
        &[
            ("grade", &grade),
            ("reliability", &words[0]),
            ("credibility", &words[1]),
        ],
    )];
    for text in [&source.reliability_reason, &source.note].into_iter().flatten() {
        let text = runs::line(text);
        let stop = if text.ends_with(['.', '!', '?', '…']) {
            ""
        } else {
            "."
        };
        if !text.is_empty() {
            sentences.push(format!("{text}{stop}"));
        }
    }
    sentences.join(" ")
}
