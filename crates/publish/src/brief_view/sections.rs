//! The sections of running text: which print, with what heading, and which stand side by side.

use serde::Serialize;

use super::runs::{self, Citations, Piece};
use crate::brief_document::{BriefDocument, Indicator, Paragraph};
use crate::labels::Labels;

/// A section of running text.
#[derive(Debug, Serialize)]
pub(crate) struct SectionView {
    pub title: String,
    pub paragraphs: Vec<Vec<Piece>>,
    /// Whether the paragraphs are items of a list.
    pub list: bool,
    pub indicators: Vec<IndicatorView>,
    /// The sentence that stands in for a required section that nobody filled.
    pub empty: Option<String>,
    /// Letters in all paragraphs and indicators: decides whether it may share a row.
    #[serde(skip)]
    size: usize,
}

/// A signpost.
#[derive(Debug, Serialize)]
pub(crate) struct IndicatorView {
    pub text: String,
    /// `raises` or `lowers`, for the arrow.
    pub direction: String,
    /// What the arrow and the state say, in words.
    pub words: String,
    /// Whether it has been seen at least in part.
    pub state: String,
}

/// Two sections share a row when neither is longer than this: about eleven lines of half a page.
const SHORT: usize = 560;

struct Plan<'a> {
    title: &'static str,
    paragraphs: &'a [Paragraph],
    list: bool,
    required: bool,
    indicators: &'a [Indicator],
}

impl<'a> Plan<'a> {
    fn text(title: &'static str, paragraphs: &'a [Paragraph], required: bool) -> Self {
        Self {
            title,
            paragraphs,
            list: false,
            required,
            indicators: &[],
        }
    }

    fn list(title: &'static str, paragraphs: &'a [Paragraph], required: bool) -> Self {
        Self {
            list: true,
            ..Self::text(title, paragraphs, required)
        }
    }

    fn view(&self, labels: &Labels, citations: &mut Citations<'_>) -> SectionView {
        let paragraphs: Vec<_> = self
            .paragraphs
            .iter()
            .map(|paragraph| citations.pieces(paragraph))
            .filter(|pieces| !pieces.is_empty())
            .collect();
        let indicators: Vec<_> = self
            .indicators
            .iter()
            .map(|indicator| IndicatorView::new(indicator, labels))
            .collect();
        let words = paragraphs
            .iter()
            .flatten()
            .map(|piece| {
                if let Piece::Words { t, .. } = piece {
                    t.chars().count()
                } else {
                    2
                }
            })
            .sum::<usize>();
        let signs = indicators
            .iter()
            .map(|indicator| indicator.text.chars().count() + 30)
            .sum::<usize>();
        SectionView {
            title: labels.get(self.title),
            size: words + signs + 40 * paragraphs.len(),
            list: self.list,
            empty: (paragraphs.is_empty() && indicators.is_empty()).then(|| labels.get("not-assessed")),
            paragraphs,
            indicators,
        }
    }

    /// The section, or none when it is optional and empty.
    fn printed(&self, labels: &Labels, citations: &mut Citations<'_>) -> Option<SectionView> {
        Some(self.view(labels, citations)).filter(|section| self.required || section.empty.is_none())
    }
}

impl IndicatorView {
    fn new(indicator: &Indicator, labels: &Labels) -> Self {
        let direction = labels.word("direction", &indicator.direction);
        let state = labels.word("state", &indicator.state);
        let words: Vec<String> = [direction, state]
            .into_iter()
            .map(|word| runs::line(&word))
            .filter(|word| !word.is_empty())
            .collect();
        Self {
            text: runs::line(&indicator.text),
            direction: indicator.direction.clone(),
            words: words.join("; "),
            state: indicator.state.clone(),
        }
    }
}

/// Scope note and discussion.
pub(crate) fn opening(
    brief: &BriefDocument,
    labels: &Labels,
    citations: &mut Citations<'_>,
) -> Vec<SectionView> {
    let plans = [
        Plan::text("scope", &brief.scope, false),
        Plan::text("discussion", &brief.discussion, true),
    ];
    plans
        .iter()
        .filter_map(|plan| plan.printed(labels, citations))
        .collect()
}

/// What follows from the discussion, in rows: short neighbours stand side by side.
pub(crate) fn analysis(
    brief: &BriefDocument,
    labels: &Labels,
    citations: &mut Citations<'_>,
) -> Vec<Vec<SectionView>> {
    let plans = [
        Plan::list("assumptions", &brief.assumptions, false),
        Plan::text("alternatives", &brief.alternatives, true),
        Plan {
            indicators: &brief.indicators,
            ..Plan::text("outlook", &brief.outlook, true)
        },
        Plan::text("implications", &brief.implications, false),
        Plan::text("changes", &brief.changes, false),
        Plan::list("gaps", &brief.gaps, true),
    ];
    let mut rows: Vec<Vec<SectionView>> = Vec::new();
    for section in plans.iter().filter_map(|plan| plan.printed(labels, citations)) {
        match rows.last_mut() {
            Some(row) if row.len() == 1 && row[0].size <= SHORT && section.size <= SHORT => row.push(section),
            _ => rows.push(vec![section]),
        }
    }
    rows
}

/// The source summary statement.
pub(crate) fn source_summary(
    brief: &BriefDocument,
    labels: &Labels,
    citations: &mut Citations<'_>,
) -> SectionView {
    Plan::text("source-summary", &brief.source_summary, true).view(labels, citations)
}
