//! The risk matrix: a rating looked up from likelihood and impact levels, never computed.
//!
//! Ordinals aren't multiplied: no product is computed, stored or printed anywhere (architecture.md, "Risk matrix").

use std::{fmt, str::FromStr, sync::LazyLock};

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// A rating word, from the lookup alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rating {
    /// Very low.
    #[serde(rename = "Very low")]
    VeryLow,
    /// Low.
    Low,
    /// Moderate.
    Moderate,
    /// High.
    High,
    /// Very high.
    #[serde(rename = "Very high")]
    VeryHigh,
}

impl Rating {
    /// From least to most.
    pub const ALL: [Self; 5] = [
        Self::VeryLow,
        Self::Low,
        Self::Moderate,
        Self::High,
        Self::VeryHigh,
    ];

    /// The printed word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::VeryLow => "Very low",
            Self::Low => "Low",
            Self::Moderate => "Moderate",
            Self::High => "High",
            Self::VeryHigh => "Very high",
        }
    }

    /// After how many days a risk so rated is looked at again where nobody chose a day (tradecraft.md 3.3).
    pub fn review_days(self) -> u16 {
        match self {
            Self::VeryLow => 180,
            Self::Low => 90,
            Self::Moderate => 28,
            Self::High => 14,
            Self::VeryHigh => 7,
        }
    }

    /// The day on which a risk rated so on `as_of` is looked at again: no later than its horizon.
    pub fn review_on(self, as_of: NaiveDate, horizon: Option<NaiveDate>) -> NaiveDate {
        let day = as_of
            .checked_add_days(Days::new(self.review_days().into()))
            .unwrap_or(as_of);
        horizon.map_or(day, |horizon| horizon.min(day))
    }
}

/// What was given is no rating of the house.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no rating of the house matrix")]
pub struct NotARating(pub String);

impl FromStr for Rating {
    type Err = NotARating;

    fn from_str(given: &str) -> Result<Self, NotARating> {
        Self::ALL
            .into_iter()
            .find(|rating| rating.as_str() == given)
            .ok_or_else(|| NotARating(given.to_owned()))
    }
}

impl fmt::Display for Rating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A matrix as its data file gives it (`matrix/1`); assessments keep its id, so that an old rating stays explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matrix {
    /// Version of the file format.
    pub schema: String,
    /// Id with version.
    pub id: String,
    /// Where it comes from.
    pub source: String,
    /// Rating words 1 to 5.
    pub words: [String; 5],
    /// Likelihood levels 1 to 5.
    pub likelihood: [String; 5],
    /// Impact levels 1 to 5.
    pub impact: [String; 5],
    /// `ratings[likelihood - 1][impact - 1]`, each 1 to 5.
    pub ratings: [[u8; 5]; 5],
}

impl Matrix {
    /// The house matrix (tradecraft.md 3.2).
    pub fn house() -> &'static Self {
        static HOUSE: LazyLock<Matrix> = LazyLock::new(|| {
            #[expect(clippy::expect_used, reason = "the file is compiled in and a test reads it")]
            serde_json::from_str(include_str!("../data/matrix.json")).expect("the built-in matrix is sound")
        });
        &HOUSE
    }

    /// The rating of a likelihood and an impact level, both 1 to 5; nothing outside that.
    pub fn rating(&self, likelihood: u8, impact: u8) -> Option<Rating> {
        let index = |level: u8| usize::from(level).checked_sub(1);
        let step = *self.ratings.get(index(likelihood)?)?.get(index(impact)?)?;
        Rating::ALL.get(index(step)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_house_matrix_is_the_table_of_the_specification() {
        let words = |likelihood| -> Vec<&str> {
            (1..=5)
                .map(|impact| Matrix::house().rating(likelihood, impact).unwrap().as_str())
                .collect()
        };
        assert_eq!(words(5), ["Very low", "Low", "Moderate", "High", "Very high"]);
        assert_eq!(words(4), ["Very low", "Low", "Moderate", "High", "High"]);
        assert_eq!(words(3), ["Very low", "Low", "Moderate", "Moderate", "High"]);
        assert_eq!(words(2), ["Very low", "Low", "Low", "Low", "Moderate"]);
        assert_eq!(words(1), ["Very low", "Very low", "Very low", "Low", "Low"]);
    }

    #[test]
    fn the_worse_a_rating_the_sooner_its_review_and_never_after_the_horizon() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let as_of = day("2026-02-02");
        assert_eq!(Rating::VeryHigh.review_on(as_of, None), day("2026-02-09"));
        assert_eq!(Rating::High.review_on(as_of, None), day("2026-02-16"));
        assert_eq!(
            Rating::High.review_on(as_of, Some(day("2026-02-10"))),
            day("2026-02-10")
        );
        assert!(Rating::ALL.is_sorted_by(|a, b| a.review_days() > b.review_days()));
        assert_eq!("Very low".parse(), Ok(Rating::VeryLow));
        assert!("Critical".parse::<Rating>().is_err());
    }

    #[test]
    fn levels_outside_the_matrix_have_no_rating() {
        for (likelihood, impact) in [(0, 3), (6, 1), (3, 0), (1, 6)] {
            assert_eq!(Matrix::house().rating(likelihood, impact), None);
        }
    }
}
