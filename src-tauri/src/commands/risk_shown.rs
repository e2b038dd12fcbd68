//! The risk register as the window sees it: what its commands take and give.
//!
//! The matrix and the scale cross as data, so that the interface looks words up and never works a rating out. Days are ISO
//! dates (YYYY-MM-DD); what they are called is the interface's business. Per cents are finite, so the bindings call them plain
//! numbers (`type = u32`) instead of numbers that may be missing, which is what they call every `f64`.

use desk::assess::Assess;
use desk::register::{Bearing, Entry, Keep, Moved, Position, RegisterLine, Step};
use desk::words::{Matrix, Rating, RiskStatus, Scale, level_of_percent};
use serde::{Deserialize, Serialize};

/// Where a risk stands on the matrix by one judgement, and why.
#[derive(Clone, Debug, PartialEq, Serialize, specta::Type)]
pub struct RiskPosition {
    /// Identity of the judgement (UUID).
    pub uid: String,
    /// ISO date the judgement is made for.
    pub as_of: String,
    /// When it was recorded (RFC 3339).
    pub made_at: String,
    /// The term's id on the scale.
    pub term: String,
    /// The term's word.
    pub label: String,
    /// Lower end of the term's band, per cent.
    #[specta(type = u32)]
    pub low: f64,
    /// Upper end of the term's band, per cent.
    #[specta(type = u32)]
    pub high: f64,
    /// Per cent.
    #[specta(type = u32)]
    pub percent: f64,
    /// Whether the analyst gave the number, not only the term.
    pub percent_given: bool,
    /// Row of the matrix, 1 to 5.
    pub likelihood: u8,
    /// Column of the matrix, 1 to 5.
    pub impact: u8,
    /// The word of the column.
    pub impact_word: String,
    /// The rating the matrix gave then.
    pub rating: String,
    /// low, moderate or high.
    pub confidence: String,
    /// What the confidence rests on.
    pub basis: String,
    /// Why this judgement.
    pub rationale: String,
    /// ISO date by which the event would happen.
    pub horizon: Option<String>,
}

/// One line of the register.
#[derive(Clone, Debug, PartialEq, Serialize, specta::Type)]
pub struct RiskLine {
    /// Identity (UUID).
    pub uid: String,
    ///
    pub number: String,
    /// Short name.
    pub title: String,
    /// What may happen.
    pub statement: Option<String>,
    /// Whether the statement is in the source's words.
    pub statement_is_claim: bool,
    /// The article it was adopted from.
    pub origin_article: Option<String>,
    /// Which of that article's risks.
    pub origin_number: Option<u32>,
    /// When it was made (RFC 3339).
    pub made_at: String,
    /// open, watch, closed, resolved or void.
    pub status: String,
    /// Whose it is.
    pub owner: Option<String>,
    /// ISO date of the next review.
    pub review_on: Option<String>,
    /// Whether somebody chose that day; else the rating gave it.
    pub review_is_chosen: bool,
    /// The judgement that stands; absent while nobody has judged.
    pub newest: Option<RiskPosition>,
    /// The judgement before it.
    pub before: Option<RiskPosition>,
    /// new, rising, stable or falling.
    pub trend: Option<String>,
    /// Passages that support it.
    pub supports: u32,
    /// Passages that contradict it.
    pub contradicts: u32,
    /// Passages that are context.
    pub context: u32,
    /// Articles that those passages stand in.
    pub articles: u32,
    /// Independent origins among them.
    pub sources: u32,
    /// Passages that the judgement that stands didn't weigh.
    pub unweighed: u32,
    /// Whether it is in the trash.
    pub trashed: bool,
}

/// A passage that stood at a judgement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct RiskStood {
    /// Identity of the link, to be found in the entry's evidence.
    pub evidence: String,
    /// supports, contradicts or context, as it was then.
    pub stance: String,
    /// L, M or H, as it was then.
    pub weight: String,
}

/// A judgement within its history.
#[derive(Clone, Debug, PartialEq, Serialize, specta::Type)]
pub struct RiskStep {
    /// The judgement.
    pub position: RiskPosition,
    /// Whether term or number changed.
    pub likelihood_moved: bool,
    /// Whether the impact changed.
    pub impact_moved: bool,
    /// Whether the confidence changed.
    pub confidence_moved: bool,
    /// Whether it has a reason of its own; else the reason before holds on.
    pub has_own_reason: bool,
    /// What it weighed.
    pub stood: Vec<RiskStood>,
}

/// A passage that bears on a risk, or did when a judgement was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct RiskEvidence {
    /// Identity of the link (UUID).
    pub uid: String,
    /// The annotation.
    pub annotation: String,
    /// The article it stands in.
    pub article: String,
    /// The article's headline.
    pub headline: String,
    /// ISO date the article was published.
    pub published: Option<String>,
    /// Names in the order of the byline.
    pub authors: Vec<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where the passage stands: ¶3, KP1 …; empty for an orphan.
    pub locator: String,
    /// fact, judgement, risk, question or claim.
    pub kind: String,
    /// The words when they were marked.
    pub quote: String,
    /// The analyst's note, Markdown.
    pub note: Option<String>,
    /// Who is quoted.
    pub speaker: Option<String>,
    /// supports, contradicts or context.
    pub stance: String,
    /// L, M or H.
    pub weight: String,
    /// Reliability of the source and credibility of the passage: B2.
    pub grade: String,
    /// Whether it is linked now.
    pub linked: bool,
    /// Whether the judgement that stands weighed it.
    pub weighed: bool,
}

/// One entry in depth.
#[derive(Clone, Debug, PartialEq, Serialize, specta::Type)]
pub struct RiskDetail {
    /// The line of the list.
    pub line: RiskLine,
    /// Headline of the article it was adopted from.
    pub origin: Option<String>,
    /// All judgements, first to last.
    pub history: Vec<RiskStep>,
    /// Passages linked now, then those that only stood at an earlier judgement.
    pub evidence: Vec<RiskEvidence>,
}

/// A term of the likelihood scale.
#[derive(Clone, Debug, PartialEq, Serialize, specta::Type)]
pub struct RiskTerm {
    /// Id on the scale.
    pub id: String,
    /// Its word.
    pub label: String,
    /// Lower end of its band, per cent.
    #[specta(type = u32)]
    pub low: f64,
    /// Upper end of its band, per cent.
    #[specta(type = u32)]
    pub high: f64,
    /// The number that stands for it where only the word was given, per cent.
    #[specta(type = u32)]
    pub midpoint: f64,
}

/// A row of the matrix.
#[derive(Clone, Debug, PartialEq, Serialize, specta::Type)]
pub struct RiskMatrixRow {
    /// Level of likelihood, 1 to 5.
    pub likelihood: u8,
    /// The terms whose band lies in it, from the least likely.
    pub terms: Vec<RiskTerm>,
    /// Words of the ratings for impact 1 to 5.
    pub ratings: Vec<String>,
}

/// After how many days a rating is looked at again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct RiskRating {
    /// Its word.
    pub word: String,
    /// Days until the next review where nobody chose a day.
    pub review_days: u16,
}

/// The house matrix with the words of its scales.
#[derive(Clone, Debug, PartialEq, Serialize, specta::Type)]
pub struct RiskMatrix {
    /// Rows by likelihood, 1 to 5.
    pub rows: Vec<RiskMatrixRow>,
    /// Words of impact 1 to 5.
    pub impacts: Vec<String>,
    /// The ratings from least to most.
    pub ratings: Vec<RiskRating>,
}

/// A judgement to be recorded.
#[derive(Clone, Debug, PartialEq, Deserialize, specta::Type)]
pub struct RiskAssessment {
    /// A term's id, or a number of per cent.
    pub likelihood: String,
    /// 1 to 5.
    pub impact: u8,
    /// low, moderate or high.
    pub confidence: String,
    /// What the confidence rests on.
    pub basis: String,
    /// Why; may be empty where nothing changed.
    pub rationale: String,
    /// ISO date by which the event would happen.
    pub horizon: Option<String>,
    /// ISO date of the next review; the rating decides without.
    pub review_on: Option<String>,
    /// Links that were not weighed.
    pub left_out: Vec<String>,
}

/// How an entry is to be kept.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, specta::Type)]
pub struct RiskKeeping {
    /// open, watch, closed, resolved or void.
    pub status: String,
    /// Whose it is.
    pub owner: Option<String>,
    /// ISO date of the next review; the rating decides without.
    pub review_on: Option<String>,
}

impl From<Position> for RiskPosition {
    fn from(position: Position) -> Self {
        let row = position.row;
        Self {
            uid: row.uid.to_string(),
            as_of: row.as_of.to_string(),
            made_at: row.made_at,
            term: row.term,
            label: position.label,
            low: position.low,
            high: position.high,
            percent: row.percent,
            percent_given: row.percent_source == "analyst",
            likelihood: row.likelihood,
            impact: row.impact,
            impact_word: position.impact,
            rating: row.rating,
            confidence: row.confidence.as_str().to_owned(),
            basis: row.confidence_basis,
            rationale: row.rationale,
            horizon: row.horizon.map(|day| day.to_string()),
        }
    }
}

impl From<RegisterLine> for RiskLine {
    fn from(line: RegisterLine) -> Self {
        let risk = line.risk;
        Self {
            uid: risk.uid.to_string(),
            number: risk.number.to_string(),
            title: risk.title,
            statement: risk.statement,
            statement_is_claim: risk.statement_is_claim,
            origin_article: risk.origin_article.map(|uid| uid.to_string()),
            origin_number: risk.origin_number,
            made_at: risk.made_at,
            status: line.status.as_str().to_owned(),
            owner: line.owner,
            review_on: line.review_on.map(|day| day.to_string()),
            review_is_chosen: line.review_is_chosen,
            newest: line.newest.map(Into::into),
            before: line.before.map(Into::into),
            trend: line.trend.map(|trend| trend.as_str().to_owned()),
            supports: line.supports,
            contradicts: line.contradicts,
            context: line.context,
            articles: line.articles,
            sources: line.sources,
            unweighed: line.unweighed,
            trashed: risk.trashed,
        }
    }
}

impl From<Step> for RiskStep {
    fn from(step: Step) -> Self {
        let Moved {
            likelihood,
            impact,
            confidence,
            reason,
        } = step.moved;
        let stood = step.stood.into_iter().map(|row| RiskStood {
            evidence: row.evidence.to_string(),
            stance: row.stance.as_str().to_owned(),
            weight: row.weight.as_str().to_owned(),
        });
        Self {
            position: step.position.into(),
            likelihood_moved: likelihood,
            impact_moved: impact,
            confidence_moved: confidence,
            has_own_reason: reason,
            stood: stood.collect(),
        }
    }
}

impl From<Bearing> for RiskEvidence {
    fn from(bearing: Bearing) -> Self {
        let row = bearing.annotation.row;
        Self {
            uid: bearing.uid.to_string(),
            annotation: row.uid.to_string(),
            article: row.article.to_string(),
            headline: bearing.headline,
            published: bearing.published.map(|day| day.to_string()),
            authors: bearing.authors,
            outlet: bearing.outlet,
            locator: bearing.annotation.locator,
            kind: row.kind.as_str().to_owned(),
            quote: row.quote,
            note: row.note,
            speaker: row.speaker,
            stance: bearing.stance.as_str().to_owned(),
            weight: bearing.weight.as_str().to_owned(),
            grade: bearing.grade,
            linked: bearing.linked,
            weighed: bearing.weighed,
        }
    }
}

impl From<Entry> for RiskDetail {
    fn from(entry: Entry) -> Self {
        Self {
            line: entry.line.into(),
            origin: entry.origin,
            history: entry.history.into_iter().map(Into::into).collect(),
            evidence: entry.evidence.into_iter().map(Into::into).collect(),
        }
    }
}

impl RiskMatrix {
    pub(super) fn house() -> Self {
        let (matrix, scale) = (Matrix::house(), Scale::icd203());
        let row = |likelihood: u8| RiskMatrixRow {
            likelihood,
            terms: scale
                .terms
                .iter()
                .filter(|term| level_of_percent(term.midpoint()) == likelihood)
                .map(|term| RiskTerm {
                    id: term.id.clone(),
                    label: term.row1.clone(),
                    low: term.low,
                    high: term.high,
                    midpoint: term.midpoint(),
                })
                .collect(),
            ratings: (1..=5)
                .filter_map(|impact| matrix.rating(likelihood, impact))
                .map(|rating| rating.as_str().to_owned())
                .collect(),
        };
        let rating = |rating: Rating| RiskRating {
            word: rating.as_str().to_owned(),
            review_days: rating.review_days(),
        };
        Self {
            rows: (1..=5).map(row).collect(),
            impacts: matrix.impact.to_vec(),
            ratings: Rating::ALL.into_iter().map(rating).collect(),
        }
    }
}

impl RiskAssessment {
    pub(super) fn read(self) -> Result<Assess, desk::Failure> {
        Ok(Assess {
            likelihood: self.likelihood,
            impact: self.impact,
            confidence: self.confidence.parse()?,
            basis: self.basis,
            rationale: self.rationale,
            horizon: day(self.horizon, "horizon")?,
            as_of: None,
            review_on: day(self.review_on, "review_on")?,
            left_out: self.left_out,
        })
    }
}

impl RiskKeeping {
    pub(super) fn read(self) -> Result<Keep, desk::Failure> {
        Ok(Keep {
            status: self.status.parse::<RiskStatus>()?,
            owner: self.owner,
            review_on: day(self.review_on, "review_on")?,
        })
    }
}

/// A day as a field of a form gives it; nothing where the field is empty.
fn day<T: std::str::FromStr>(given: Option<String>, field: &'static str) -> Result<Option<T>, desk::Failure> {
    let given = given.filter(|text| !text.trim().is_empty());
    let unread = |text: &str| desk::Failure::not_a_day(text).at(field);
    given
        .map(|text| text.trim().parse().map_err(|_| unread(&text)))
        .transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_stands_in_one_row_of_the_matrix_and_every_cell_has_its_word() {
        let matrix = RiskMatrix::house();
        let terms: Vec<Vec<&str>> = matrix
            .rows
            .iter()
            .map(|row| row.terms.iter().map(|term| term.label.as_str()).collect())
            .collect();
        assert_eq!(
            terms,
            [
                vec!["almost no chance"],
                vec!["very unlikely"],
                vec!["unlikely", "roughly even chance"],
                vec!["likely"],
                vec!["very likely", "almost certain"],
            ]
        );
        assert!(matrix.rows.iter().all(|row| row.ratings.len() == 5));
        assert_eq!(matrix.rows[4].ratings[4], "Very high");
        assert_eq!(matrix.rows[3].ratings[3], "High");
    }

    #[test]
    fn a_day_that_is_none_is_refused_at_its_field_and_an_empty_one_is_no_day() {
        let keeping = |day: &str| RiskKeeping {
            status: "open".into(),
            owner: None,
            review_on: Some(day.into()),
        };
        assert_eq!(keeping(" ").read().unwrap().review_on, None);
        let refused = keeping("soon").read().unwrap_err();
        assert_eq!(refused.field, Some("review_on"));
        assert!(refused.message.contains("soon"), "{}", refused.message);
    }
}
