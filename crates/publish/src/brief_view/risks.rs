//! The risk picture: the matrix as a lookup with the risks on it, and each risk in words.

use serde::Serialize;

use super::runs::{self, Citations, Mark};
use super::{ConfidenceView, StripView, short_date};
use crate::brief_document::{BriefDocument, Risk, RiskAssessment};
use crate::check::{rating, ymd};
use crate::labels::Labels;

/// The matrix, rows from the highest likelihood down.
#[derive(Debug, Serialize)]
pub(crate) struct MatrixView {
    pub rows: Vec<RowView>,
    /// Words of the columns, impact 1 to 5.
    pub impact: Vec<String>,
    /// The picture in words, for those who hear it.
    pub alt: String,
    /// Whether any former position is shown.
    pub ghosts: bool,
}

/// One likelihood level.
#[derive(Debug, Serialize)]
pub(crate) struct RowView {
    pub word: String,
    pub cells: Vec<CellView>,
}

/// One cell: its rating and who stands there.
#[derive(Debug, Serialize)]
pub(crate) struct CellView {
    /// Rating 1 to 5, for the colour.
    pub rating: u8,
    pub word: String,
    /// Risks that stand here now.
    pub here: Vec<String>,
    /// Risks that stood here before.
    pub before: Vec<String>,
}

/// A risk in words.
#[derive(Debug, Serialize)]
pub(crate) struct RiskView {
    pub id: String,
    pub title: String,
    pub marks: Vec<Mark>,
    pub detail: String,
    pub sectors: Vec<String>,
    /// Absent when nobody has assessed it.
    pub assessed: Option<AssessmentView>,
}

/// A judgement on a risk in words.
#[derive(Debug, Serialize)]
pub(crate) struct AssessmentView {
    pub rating: u8,
    pub word: String,
    pub strip: StripView,
    /// The impact level's word.
    pub impact: String,
    pub confidence: ConfidenceView,
    pub rationale: String,
    /// `new`, `rising`, `stable` or `falling`, for the arrow.
    pub trend: String,
    pub trend_word: String,
    /// Until when it holds, as a phrase; empty when nobody said.
    pub horizon: String,
    /// When it was judged, as a phrase.
    pub as_of: String,
}

fn matrix_word(words: &[String; 5], level: u8) -> String {
    runs::line(&words[usize::from(level).saturating_sub(1).min(4)])
}

impl MatrixView {
    pub(crate) fn new(brief: &BriefDocument, labels: &Labels) -> Self {
        let matrix = &brief.matrix;
        let moved = |risk: &Risk| {
            risk.assessed
                .as_ref()
                .zip(risk.previous)
                .is_some_and(|(now, before)| (now.likelihood, now.impact) != before)
        };
        let row = |likelihood: u8| {
            let cell = |impact: u8| {
                let rating = rating(brief, likelihood, impact);
                let ids = |stands: &dyn Fn(&Risk) -> bool| {
                    brief
                        .risks
                        .iter()
                        .filter(|risk| stands(risk))
                        .map(|risk| runs::line(&risk.id))
                        .collect()
                };
                CellView {
                    rating,
                    word: matrix_word(&matrix.words, rating),
                    here: ids(&|risk| {
                        risk.assessed
                            .as_ref()
                            .is_some_and(|now| (now.likelihood, now.impact) == (likelihood, impact))
                    }),
                    before: ids(&|risk| moved(risk) && risk.previous == Some((likelihood, impact))),
                }
            };
            RowView {
                word: matrix_word(&matrix.likelihood, likelihood),
                cells: (1..=5).map(cell).collect(),
            }
        };
        Self {
            rows: (1..=5).rev().map(row).collect(),
            impact: (1..=5).map(|level| matrix_word(&matrix.impact, level)).collect(),
            alt: alt(brief, labels),
            ghosts: brief.risks.iter().any(moved),
        }
    }
}

fn alt(brief: &BriefDocument, labels: &Labels) -> String {
    let mut sentences = vec![labels.get("matrix-alt")];
    for risk in &brief.risks {
        let Some(now) = &risk.assessed else { continue };
        let words = [
            ("id", runs::line(&risk.id)),
            ("title", runs::line(&risk.title)),
            (
                "likelihood",
                matrix_word(&brief.matrix.likelihood, now.likelihood),
            ),
            ("impact", matrix_word(&brief.matrix.impact, now.impact)),
            (
                "rating",
                matrix_word(&brief.matrix.words, rating(brief, now.likelihood, now.impact)),
            ),
        ];
        let words: Vec<(&str, &str)> = words.iter().map(|(name, word)| (*name, word.as_str())).collect();
        sentences.push(labels.with("matrix-alt-risk", &words));
    }
    sentences.join(" ")
}

/// A text that another follows in the same paragraph: closed by a full stop where it has no end of its own.
fn closed(text: &str) -> String {
    let line = runs::line(text);
    let open = line
        .trim_end()
        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '”' | '’' | ')' | '%'));
    if open {
        format!("{}.", line.trim_end())
    } else {
        line
    }
}

impl RiskView {
    pub(crate) fn new(
        risk: &Risk,
        brief: &BriefDocument,
        labels: &Labels,
        citations: &mut Citations<'_>,
    ) -> Self {
        Self {
            id: runs::line(&risk.id),
            title: runs::line(&risk.title),
            marks: citations.group(&risk.cites),
            detail: risk.detail.as_deref().map(closed).unwrap_or_default(),
            sectors: risk.sectors.iter().map(|sector| runs::line(sector)).collect(),
            assessed: risk
                .assessed
                .as_ref()
                .map(|assessed| AssessmentView::new(assessed, brief, labels)),
        }
    }

    /// Letters it prints, roughly: decides where it fits.
    fn size(&self) -> usize {
        let assessed = self.assessed.as_ref().map_or(0, |now| {
            now.rationale.chars().count() + now.confidence.sentence.chars().count() + 70
        });
        self.title.chars().count() + self.detail.chars().count() + assessed
    }
}

impl AssessmentView {
    fn new(assessed: &RiskAssessment, brief: &BriefDocument, labels: &Labels) -> Self {
        let rating = rating(brief, assessed.likelihood, assessed.impact);
        Self {
            rating,
            word: matrix_word(&brief.matrix.words, rating),
            strip: StripView::new(&assessed.term, assessed.low, assessed.high),
            impact: matrix_word(&brief.matrix.impact, assessed.impact),
            confidence: ConfidenceView::new(&assessed.confidence, labels),
            rationale: runs::block(assessed.rationale.trim()),
            trend: assessed.trend.clone(),
            trend_word: labels.word("trend", &assessed.trend),
            horizon: assessed
                .horizon
                .as_deref()
                .map(|text| horizon(text, labels))
                .unwrap_or_default(),
            as_of: labels.with("as-of-date", &[("date", &short_date(&assessed.as_of, labels))]),
        }
    }
}

/// `Until 30 Jun 2031` for a date, `Horizon: 90 days` for words.
fn horizon(text: &str, labels: &Labels) -> String {
    if ymd(text).is_some() {
        return labels.with("until", &[("date", &short_date(text, labels))]);
    }
    let words = runs::line(text);
    if words.is_empty() {
        words
    } else {
        labels.with("horizon-is", &[("words", &words)])
    }
}

/// Letters that fit beside the matrix, over its whole height.
const BESIDE: usize = 1000;

/// Whether all risks fit beside the matrix; otherwise they follow it in a table.
pub(crate) fn beside(risks: &[RiskView]) -> bool {
    risks.len() <= 3 && risks.iter().map(RiskView::size).sum::<usize>() <= BESIDE
}
