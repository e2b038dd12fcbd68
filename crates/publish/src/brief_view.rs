//! The brief as a page sees it: numbered, linked, worded, nothing left to decide but looks.
//!
//! Evidence is numbered by its first citation in print order, uncited evidence follows;
//! every citation has an anchor and every evidence item lists the anchors that lead to
//! it. Required sections that nobody filled carry the sentence that says so. Fixed words
//! come from [`crate::labels`]. The template lays this out and computes nothing; Markdown
//! is printed from it too. It deliberately knows no fonts, sizes or colours.

mod risks;
mod runs;
mod sections;
mod sources;

use serde::Serialize;

pub(crate) use self::risks::{MatrixView, RiskView};
pub(crate) use self::runs::Piece;
pub(crate) use self::sections::SectionView;
pub(crate) use self::sources::{EvidenceView, SourceView};

use self::runs::Citations;
use crate::brief_document::{BriefDocument, Confidence, TimelineEntry};
use crate::check::ymd;
use crate::labels::Labels;

/// Everything a page needs.
#[derive(Debug, Serialize)]
pub(crate) struct BriefView {
    /// Whether the brief's own data is attached to the PDF.
    pub attach: bool,
    /// Fixed words that belong to the layout rather than to one item.
    pub labels: Labels,
    pub title: String,
    /// Whether the title reads from right to left.
    pub title_rtl: bool,
    pub subtitle: String,
    /// Line above the title: kind and desk.
    pub kicker: String,
    pub authors: Vec<String>,
    pub keywords: Vec<String>,
    /// Two- or three-letter language and two-letter region that Typst accepts.
    pub lang: String,
    pub region: Option<String>,
    pub paper: String,
    /// Organisation and id, printed in the header of every page.
    pub running: Vec<String>,
    /// Date, version and status, printed in the footer of every page.
    pub imprint: Vec<String>,
    /// `level` picks the colour, `label` is what is printed.
    pub level: String,
    pub label: String,
    pub handling: String,
    /// Lines that the handling caveat takes in the band.
    pub handling_lines: usize,
    /// Label and value pairs of the title block.
    pub facts: Vec<(String, String)>,
    pub bluf: Vec<Piece>,
    pub judgements: Vec<JudgementView>,
    /// Scope note and discussion, as far as they print.
    pub opening: Vec<SectionView>,
    pub timeline: Vec<TimelineView>,
    pub matrix: MatrixView,
    pub risks: Vec<RiskView>,
    /// Whether the risks fit beside the matrix.
    pub risks_beside: bool,
    /// The sections between the risks and the evidence, in rows of one or two.
    pub analysis: Vec<Vec<SectionView>>,
    pub evidence: Vec<EvidenceView>,
    /// The number that each evidence item prints under, by its id.
    #[serde(skip)]
    pub numbers: Vec<(String, usize)>,
    pub source_summary: SectionView,
    pub sources: Vec<SourceView>,
    pub scale: Vec<StripView>,
}

/// A band on the 0 to 100 percent bar.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StripView {
    pub term: String,
    /// The band as printed: `20–45%`.
    pub range: String,
    pub low: f64,
    pub high: f64,
}

impl StripView {
    fn new(term: &str, low: f64, high: f64) -> Self {
        Self {
            term: runs::line(&capital(term)),
            range: format!("{low}–{high}%"),
            low,
            high,
        }
    }
}

/// Confidence as its own sentence, and as one to three dots.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ConfidenceView {
    pub dots: u8,
    pub sentence: String,
}

impl ConfidenceView {
    fn new(confidence: &Confidence, labels: &Labels) -> Self {
        let dots = match confidence.level.as_str() {
            "high" => 3,
            "moderate" => 2,
            _ => 1,
        };
        let level = labels.word("confidence", &confidence.level);
        let basis = runs::line(confidence.basis.trim().trim_end_matches('.'));
        let sentence = if basis.is_empty() {
            labels.with("confidence-without-basis", &[("level", &level)])
        } else {
            labels.with("confidence-sentence", &[("level", &level), ("basis", &basis)])
        };
        Self { dots, sentence }
    }
}

/// A key judgement.
#[derive(Debug, Serialize)]
pub(crate) struct JudgementView {
    pub text: Vec<Piece>,
    pub strip: StripView,
    pub confidence: ConfidenceView,
}

/// A dated event.
#[derive(Debug, Serialize)]
pub(crate) struct TimelineView {
    pub date: String,
    pub text: String,
    pub kind: String,
}

impl TimelineView {
    fn new(entry: &TimelineEntry, labels: &Labels) -> Self {
        Self {
            date: nice_date(&entry.date, labels),
            text: runs::line(&entry.label),
            kind: entry.kind.clone(),
        }
    }
}

impl BriefView {
    /// The view of a brief that [`crate::check::check`] has found sound.
    pub(crate) fn new(brief: &BriefDocument) -> Self {
        let labels = Labels::english();
        let mut citations = Citations::new(&brief.evidence);
        let bluf = citations.pieces(&brief.bluf);
        let judgements = brief.judgements.iter().map(|item| JudgementView {
            text: citations.pieces(&item.text),
            strip: StripView::new(&item.likelihood.term, item.likelihood.low, item.likelihood.high),
            confidence: ConfidenceView::new(&item.confidence, &labels),
        });
        let judgements = judgements.collect();
        // From here on the order of these lines is the print order: citations are numbered by it.
        let opening = sections::opening(brief, &labels, &mut citations);
        let risks: Vec<RiskView> = brief
            .risks
            .iter()
            .map(|risk| RiskView::new(risk, brief, &labels, &mut citations))
            .collect();
        let analysis = sections::analysis(brief, &labels, &mut citations);
        let source_summary = sections::source_summary(brief, &labels, &mut citations);
        let numbered = citations.finish();
        let meta = &brief.meta;
        let (lang, region) = language(&meta.lang, meta.region.as_deref());
        let handling = brief
            .marking
            .handling
            .as_deref()
            .map(runs::line)
            .unwrap_or_default();
        Self {
            attach: false,
            title: runs::line(&meta.title),
            title_rtl: runs::rtl(&meta.title),
            subtitle: meta.subtitle.as_deref().map(runs::line).unwrap_or_default(),
            kicker: listed([Some(meta.kind.as_str()), meta.desk.as_deref()]).join("  ·  "),
            authors: meta.authors.iter().map(|name| runs::line(name)).collect(),
            keywords: meta
                .keywords
                .iter()
                .map(|word| runs::line(word))
                .chain([brief.marking.label.clone()])
                .collect(),
            lang,
            region,
            paper: meta.paper.clone(),
            running: listed([meta.org.as_deref(), Some(&meta.id)]),
            imprint: imprint(brief, &labels),
            level: brief.marking.level.clone(),
            label: brief.marking.label.clone(),
            handling_lines: handling_lines(&handling),
            handling,
            facts: facts(brief, &labels),
            bluf,
            judgements,
            opening,
            timeline: brief
                .timeline
                .iter()
                .map(|entry| TimelineView::new(entry, &labels))
                .collect(),
            matrix: MatrixView::new(brief, &labels),
            risks_beside: risks::beside(&risks),
            risks,
            analysis,
            evidence: sources::evidence(&numbered, brief, &labels),
            numbers: numbered.iter().map(|n| (n.item.id.clone(), n.n)).collect(),
            source_summary,
            sources: sources::sources(brief, &labels),
            scale: brief
                .scale
                .terms
                .iter()
                .map(|term| StripView::new(&term.term, term.low, term.high))
                .collect(),
            labels: labels.with_scale(&brief.scale.label),
        }
    }
}

/// Lines that a handling caveat takes in the band: a line holds about 145 small letters, capitals
/// and other scripts are half as wide again.
fn handling_lines(handling: &str) -> usize {
    let halves = |letter: char| {
        if letter.is_uppercase() || !letter.is_ascii() {
            3
        } else {
            2
        }
    };
    handling.chars().map(halves).sum::<usize>().div_ceil(2 * 145)
}

fn imprint(brief: &BriefDocument, labels: &Labels) -> Vec<String> {
    let meta = &brief.meta;
    let version = labels.with(
        "version",
        &[
            ("version", &runs::line(&meta.version)),
            ("status", &runs::line(&meta.status)),
        ],
    );
    vec![nice_date(&meta.date, labels), version.trim().to_owned()]
}

fn facts(brief: &BriefDocument, labels: &Labels) -> Vec<(String, String)> {
    let meta = &brief.meta;
    let mut facts = vec![(labels.get("date"), nice_date(&meta.date, labels))];
    if let Some(cutoff) = &meta.info_cutoff {
        facts.push((labels.get("cutoff"), nice_date(cutoff, labels)));
    }
    if !meta.authors.is_empty() {
        facts.push((labels.get("prepared-by"), runs::line(&meta.authors.join(", "))));
    }
    facts.push((
        labels.get("handling"),
        labels.word("tlp", &brief.marking.level.to_lowercase().replace('+', "-")),
    ));
    facts
}

/// The non-empty ones among some fields, each on one line.
fn listed<'a>(fields: impl IntoIterator<Item = Option<&'a str>>) -> Vec<String> {
    fields
        .into_iter()
        .flatten()
        .map(runs::line)
        .filter(|text| !text.is_empty())
        .collect()
}

/// `2031-03-04` becomes `4 March 2031`, a time after it is kept, anything else stays as it is.
pub(crate) fn nice_date(text: &str, labels: &Labels) -> String {
    date(text, "month", labels)
}

/// As [`nice_date`], with the month in three letters.
pub(crate) fn short_date(text: &str, labels: &Labels) -> String {
    date(text, "month-short", labels)
}

fn date(text: &str, months: &str, labels: &Labels) -> String {
    let text = runs::line(text);
    let Some((year, month, day)) = text.get(..10).and_then(ymd) else {
        return text;
    };
    let month = labels.get(&format!("{months}-{month}"));
    let date = labels.with(
        "date-long",
        &[
            ("day", &day.to_string()),
            ("month", &month),
            ("year", &year.to_string()),
        ],
    );
    match text[10..].trim_start_matches(['T', ' ', ',']) {
        "" => date,
        time => format!(
            "{date}, {}",
            time.strip_suffix('Z')
                .map_or_else(|| time.to_owned(), |time| format!("{time} UTC"))
        ),
    }
}

/// Splits `en-GB` and keeps only what Typst accepts; an unknown tag falls back to English.
fn language(lang: &str, region: Option<&str>) -> (String, Option<String>) {
    let mut parts = lang.split(['-', '_']);
    let letters = |part: &&str, sizes: std::ops::RangeInclusive<usize>| {
        sizes.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let language = parts
        .next()
        .filter(|part| letters(part, 2..=3))
        .unwrap_or("en")
        .to_lowercase();
    let region = region
        .or_else(|| parts.next())
        .filter(|part| letters(part, 2..=2))
        .map(str::to_uppercase);
    (language, region)
}

/// The text with its first letter in upper case.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
#[path = "brief_view/tests.rs"]
mod tests;
