//! The risk register: entries with numbers for people, and where they came from.

use std::{cmp::Ordering, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// The number people say: … given by the library and never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct RiskNumber(pub u32);

impl fmt::Display for RiskNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "R-{}", self.0)
    }
}

impl From<RiskNumber> for String {
    fn from(number: RiskNumber) -> Self {
        number.to_string()
    }
}

impl TryFrom<String> for RiskNumber {
    type Error = String;

    fn try_from(given: String) -> Result<Self, String> {
        given.parse()
    }
}

impl FromStr for RiskNumber {
    type Err = String;

    fn from_str(given: &str) -> Result<Self, String> {
        let upper = given.trim().to_ascii_uppercase();
        upper
            .strip_prefix("R-")
            .or(upper.strip_prefix('R'))
            .and_then(|n| n.parse().ok())
            .map(Self)
            .ok_or_else(|| format!("'{given}' is no risk number"))
    }
}

/// How an entry of the register is kept (tradecraft.md 3.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RiskStatus {
    /// It is being worked on.
    #[default]
    Open,
    /// It is only looked at.
    Watch,
    /// It is no longer of interest.
    Closed,
    /// It happened, or can no longer happen.
    Resolved,
    /// It should not have been entered.
    Void,
}

impl RiskStatus {
    /// In the order of a risk's life.
    pub const ALL: [Self; 5] = [Self::Open, Self::Watch, Self::Closed, Self::Resolved, Self::Void];

    /// The word in the database and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Watch => "watch",
            Self::Closed => "closed",
            Self::Resolved => "resolved",
            Self::Void => "void",
        }
    }

    /// Whether it is still reviewed.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Open | Self::Watch)
    }
}

/// What was given is no status.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no status: use open, watch, closed, resolved or void")]
pub struct NotAStatus(pub String);

impl FromStr for RiskStatus {
    type Err = NotAStatus;

    fn from_str(given: &str) -> Result<Self, NotAStatus> {
        let wanted = given.trim().to_lowercase();
        Self::ALL
            .into_iter()
            .find(|status| status.as_str() == wanted)
            .ok_or_else(|| NotAStatus(given.to_owned()))
    }
}

/// How the estimate moved since the assessment before (tradecraft.md 3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trend {
    /// The first assessment.
    New,
    /// More likely than before.
    Rising,
    /// About the same.
    Stable,
    /// Less likely than before.
    Falling,
}

/// Points of per cent by which an estimate must move to count as rising or falling.
const TREND_POINTS: f64 = 5.0;

impl Trend {
    /// The trend from the estimate before to this one: per cent, and the term's place on its scale. Another term is a change
    /// however few points it took; within a term five points are.
    pub fn between(before: Option<(f64, usize)>, now: (f64, usize)) -> Self {
        let Some(before) = before else { return Self::New };
        let points = now.0 - before.0;
        match now.1.cmp(&before.1) {
            Ordering::Greater => Self::Rising,
            Ordering::Less => Self::Falling,
            Ordering::Equal if points >= TREND_POINTS => Self::Rising,
            Ordering::Equal if points <= -TREND_POINTS => Self::Falling,
            Ordering::Equal => Self::Stable,
        }
    }

    /// The word in JSON and in the brief.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Rising => "rising",
            Self::Stable => "stable",
            Self::Falling => "falling",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for given in ["R-7", "r-7", "R7", " r7 "] {
            assert_eq!(given.parse(), Ok(RiskNumber(7)), "{given}");
        }
        assert!("7".parse::<RiskNumber>().is_err());
        assert!("R-x".parse::<RiskNumber>().is_err());
    }

    #[test]
    fn a_status_is_read_by_its_word_and_only_a_live_one_is_reviewed() {
        for status in RiskStatus::ALL {
            assert_eq!(status.as_str().parse(), Ok(status));
        }
        assert!("done".parse::<RiskStatus>().is_err());
        let live: Vec<_> = RiskStatus::ALL.into_iter().filter(|s| s.is_live()).collect();
        assert_eq!(live, [RiskStatus::Open, RiskStatus::Watch]);
    }

    #[test]
    fn another_term_or_five_points_make_a_trend() {
        let from_50 = |percent, term| Trend::between(Some((50.0, 3)), (percent, term));
        assert_eq!(Trend::between(None, (50.0, 3)), Trend::New);
        assert_eq!(from_50(55.0, 3), Trend::Rising);
        assert_eq!(from_50(54.9, 3), Trend::Stable);
        assert_eq!(from_50(45.0, 3), Trend::Falling);
        assert_eq!(Trend::between(Some((54.0, 3)), (56.0, 4)), Trend::Rising);
        assert_eq!(Trend::between(Some((56.0, 4)), (54.0, 3)), Trend::Falling);
    }
}
