//! Evidence: a passage that bears on a risk, and which way.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Which way a passage bears on a risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Speaks for it.
    Supports,
    /// Speaks against it.
    Contradicts,
    /// Needed to understand it.
    Context,
}

impl Stance {
    /// The word in the database, in JSON and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Contradicts => "contradicts",
            Self::Context => "context",
        }
    }
}

/// What was given is no stance.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no stance: use supports, contradicts or context")]
pub struct NotAStance(pub String);

impl FromStr for Stance {
    type Err = NotAStance;

    fn from_str(given: &str) -> Result<Self, NotAStance> {
        match given.trim().to_lowercase().as_str() {
            "supports" => Ok(Self::Supports),
            "contradicts" => Ok(Self::Contradicts),
            "context" => Ok(Self::Context),
            _ => Err(NotAStance(given.to_owned())),
        }
    }
}

/// How much a passage weighs in the analyst's eyes (tradecraft.md 3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Weight {
    /// Low.
    L,
    /// Medium.
    M,
    /// High.
    H,
}

impl Weight {
    /// The letter in the database, in JSON and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::L => "L",
            Self::M => "M",
            Self::H => "H",
        }
    }
}

/// What was given is no weight.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no weight: use L, M or H")]
pub struct NotAWeight(pub String);

impl FromStr for Weight {
    type Err = NotAWeight;

    fn from_str(given: &str) -> Result<Self, NotAWeight> {
        match given.trim().to_ascii_uppercase().as_str() {
            "L" => Ok(Self::L),
            "M" => Ok(Self::M),
            "H" => Ok(Self::H),
            _ => Err(NotAWeight(given.to_owned())),
        }
    }
}
