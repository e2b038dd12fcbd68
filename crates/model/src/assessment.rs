//! Assessments: an analyst's dated judgement on a risk, append-only.
//!
//! Likelihood says how probable the event is, confidence how far the judgement itself can be trusted; they are two axes and
//! never share a sentence (ICD 203, D.6.e(2)(b)).

use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    matrix::{Matrix, Rating},
    scale::Likelihood,
};

/// How far a judgement can be trusted (tradecraft.md 1.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Fragmentary, poorly corroborated or single-source.
    Low,
    /// Credible and plausible, partly corroborated.
    Moderate,
    /// Several independent good sources agree.
    High,
}

impl Confidence {
    /// The word in the database, in JSON and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Moderate => "moderate",
            Self::High => "high",
        }
    }
}

/// What was given is no level of confidence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no level of confidence: use low, moderate or high")]
pub struct NotAConfidence(pub String);

impl FromStr for Confidence {
    type Err = NotAConfidence;

    fn from_str(given: &str) -> Result<Self, NotAConfidence> {
        match given.trim().to_lowercase().as_str() {
            "low" => Ok(Self::Low),
            "moderate" | "medium" => Ok(Self::Moderate),
            "high" => Ok(Self::High),
            _ => Err(NotAConfidence(given.to_owned())),
        }
    }
}

/// A judgement as it is about to be recorded; [`Judgement::check`] says what is missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// How probable.
    pub likelihood: Likelihood,
    /// How bad, 1 to 5.
    pub impact: u8,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// What the confidence rests on.
    pub confidence_basis: String,
    /// Why this judgement, and why it changed.
    pub rationale: String,
    /// The day the judgement is made for.
    pub as_of: NaiveDate,
    /// The day by which the event would happen.
    pub horizon: Option<NaiveDate>,
}

/// Why a judgement can't be recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Incomplete {
    /// Impact outside 1 to 5.
    #[error("impact runs from 1 (negligible) to 5 (catastrophic), not {0}")]
    Impact(u8),
    /// No basis for the confidence.
    #[error("confidence needs a basis: say in a clause what it rests on")]
    Basis,
    /// No reason for the judgement.
    #[error("a judgement needs a rationale: say in a sentence why")]
    Rationale,
    /// The horizon lies before the judgement.
    #[error("the horizon {horizon} lies before the day of the judgement, {as_of}")]
    Horizon {
        /// The horizon given.
        horizon: NaiveDate,
        /// The day of the judgement.
        as_of: NaiveDate,
    },
}

impl Judgement {
    /// The rating that the house matrix gives this judgement.
    pub fn check(&self) -> Result<Rating, Incomplete> {
        let rating = Matrix::house()
            .rating(self.likelihood.level, self.impact)
            .ok_or(Incomplete::Impact(self.impact))?;
        if self.confidence_basis.trim().is_empty() {
            return Err(Incomplete::Basis);
        }
        if self.rationale.trim().is_empty() {
            return Err(Incomplete::Rationale);
        }
        match self.horizon {
            Some(horizon) if horizon < self.as_of => Err(Incomplete::Horizon {
                horizon,
                as_of: self.as_of,
            }),
            _ => Ok(rating),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scale::Scale;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn judgement() -> Judgement {
        Judgement {
            likelihood: Scale::icd203().read("10%").unwrap(),
            impact: 5,
            confidence: Confidence::Low,
            confidence_basis: "one report".into(),
            rationale: "first look".into(),
            as_of: day("2026-02-02"),
            horizon: Some(day("2027-02-02")),
        }
    }

    #[test]
    fn a_complete_judgement_gets_its_rating_from_the_matrix() {
        assert_eq!(judgement().check(), Ok(Rating::Moderate));
    }

    #[test]
    fn what_is_missing_is_named() {
        let with = |change: fn(&mut Judgement)| {
            let mut j = judgement();
            change(&mut j);
            j.check()
        };
        assert_eq!(with(|j| j.impact = 6), Err(Incomplete::Impact(6)));
        assert_eq!(with(|j| j.confidence_basis = " ".into()), Err(Incomplete::Basis));
        assert_eq!(with(|j| j.rationale = String::new()), Err(Incomplete::Rationale));
        assert!(matches!(
            with(|j| j.horizon = Some(day("2026-02-01"))),
            Err(Incomplete::Horizon { .. })
        ));
    }
}
