//! Sources and their Admiralty grades.
//!
//! Two axes that are never averaged: reliability belongs to the source, credibility to the passage. F and 6 mean "not
//! judged", which is not "bad" (tradecraft.md 2.1).

use std::{fmt, str::FromStr, sync::LazyLock};

use serde::{Deserialize, Serialize};

/// How far a source has proved reliable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Reliability {
    /// Completely reliable.
    A,
    /// Usually reliable.
    B,
    /// Fairly reliable.
    C,
    /// Not usually reliable.
    D,
    /// Unreliable.
    E,
    /// Cannot be judged.
    F,
}

impl Reliability {
    /// The letter.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
            Self::E => "E",
            Self::F => "F",
        }
    }
}

/// What was given is no reliability letter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no reliability: use a letter from A (completely reliable) to F (cannot be judged)")]
pub struct NotAReliability(pub String);

impl FromStr for Reliability {
    type Err = NotAReliability;

    fn from_str(given: &str) -> Result<Self, NotAReliability> {
        match given.trim().to_ascii_uppercase().as_str() {
            "A" => Ok(Self::A),
            "B" => Ok(Self::B),
            "C" => Ok(Self::C),
            "D" => Ok(Self::D),
            "E" => Ok(Self::E),
            "F" => Ok(Self::F),
            _ => Err(NotAReliability(given.to_owned())),
        }
    }
}

/// How credible a passage is, 1 (confirmed) to 6 (cannot be judged).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Credibility(u8);

impl Credibility {
    /// Not judged.
    pub const UNJUDGED: Self = Self(6);
    /// Confirmed by a source of another origin.
    pub const CONFIRMED: Self = Self(1);

    /// The figure.
    pub fn get(self) -> u8 {
        self.0
    }
}

/// What was given is no credibility figure.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no credibility: use a figure from 1 (confirmed) to 6 (cannot be judged)")]
pub struct NotACredibility(pub String);

impl TryFrom<u8> for Credibility {
    type Error = NotACredibility;

    fn try_from(figure: u8) -> Result<Self, NotACredibility> {
        if (1..=6).contains(&figure) {
            Ok(Self(figure))
        } else {
            Err(NotACredibility(figure.to_string()))
        }
    }
}

impl From<Credibility> for u8 {
    fn from(credibility: Credibility) -> u8 {
        credibility.0
    }
}

impl FromStr for Credibility {
    type Err = NotACredibility;

    fn from_str(given: &str) -> Result<Self, NotACredibility> {
        given
            .trim()
            .parse::<u8>()
            .ok()
            .and_then(|n| Self::try_from(n).ok())
            .ok_or(NotACredibility(given.to_owned()))
    }
}

/// Reliability of the source and credibility of the passage, printed side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grade {
    /// Of the source.
    pub reliability: Reliability,
    /// Of the passage.
    pub credibility: Credibility,
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.reliability.as_str(), self.credibility.0)
    }
}

/// The words of the Admiralty scale (data file, `grading/1`).
#[derive(Clone, Debug, Deserialize)]
pub struct Grading {
    /// Id.
    pub id: String,
    /// Name on paper.
    pub label: String,
    /// Letters and their meaning.
    pub reliability: Vec<GradeWord>,
    /// Figures and their meaning.
    pub credibility: Vec<GradeWord>,
}

/// A letter or figure with its meaning.
#[derive(Clone, Debug, Deserialize)]
pub struct GradeWord {
    /// Letter or figure.
    pub id: String,
    /// Meaning.
    pub label: String,
}

impl Grading {
    /// The Admiralty scale.
    pub fn admiralty() -> &'static Self {
        static ADMIRALTY: LazyLock<Grading> = LazyLock::new(|| {
            #[expect(clippy::expect_used, reason = "the file is compiled in and a test reads it")]
            serde_json::from_str(include_str!("../data/scales/admiralty.json"))
                .expect("the built-in grading is sound")
        });
        &ADMIRALTY
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_and_figure_has_its_words() {
        let grading = Grading::admiralty();
        for word in &grading.reliability {
            assert_eq!(word.id.parse::<Reliability>().unwrap().as_str(), word.id);
        }
        for word in &grading.credibility {
            assert!(word.id.parse::<Credibility>().is_ok());
        }
        assert_eq!((grading.reliability.len(), grading.credibility.len()), (6, 6));
    }

    #[test]
    fn the_brief_prints_the_words_of_the_scale() {
        use crate::wording::{Language, say};
        let grading = Grading::admiralty();
        let axes = [
            ("reliability", &grading.reliability),
            ("credibility", &grading.credibility),
        ];
        for (axis, words) in axes {
            for word in words {
                let id = format!("brief-{axis}-{}", word.id.to_lowercase());
                assert_eq!(say(Language::English, &id, &[]), word.label);
            }
        }
    }

    #[test]
    fn a_grade_prints_letter_then_figure_and_others_are_refused() {
        let grade = Grade {
            reliability: "b".parse().unwrap(),
            credibility: Credibility::try_from(2).unwrap(),
        };
        assert_eq!(grade.to_string(), "B2");
        assert!("G".parse::<Reliability>().is_err());
        assert!("0".parse::<Credibility>().is_err());
        assert!("7".parse::<Credibility>().is_err());
    }
}
