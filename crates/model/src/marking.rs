//! Markings: who may read a product (TLP 2.0 of FIRST, August 2022; tradecraft.md 4.1).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A TLP 2.0 level, from least to most restrictive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Tlp {
    /// No limit.
    #[serde(rename = "CLEAR")]
    Clear,
    /// The community; no public channels.
    #[serde(rename = "GREEN")]
    Green,
    /// The organisation and its clients, need to know.
    #[serde(rename = "AMBER")]
    Amber,
    /// The organisation only, need to know.
    #[serde(rename = "AMBER+STRICT")]
    AmberStrict,
    /// The individual recipients only.
    #[serde(rename = "RED")]
    Red,
}

impl Tlp {
    /// The level without its prefix.
    pub fn level(self) -> &'static str {
        match self {
            Self::Clear => "CLEAR",
            Self::Green => "GREEN",
            Self::Amber => "AMBER",
            Self::AmberStrict => "AMBER+STRICT",
            Self::Red => "RED",
        }
    }
}

/// The label as it must be printed: capitals, no spaces, never translated.
impl fmt::Display for Tlp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TLP:{}", self.level())
    }
}

/// What was given is no TLP label.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no TLP 2.0 label: use TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED")]
pub struct NotAMarking(pub String);

impl FromStr for Tlp {
    type Err = NotAMarking;

    fn from_str(given: &str) -> Result<Self, NotAMarking> {
        let upper = given.trim().to_ascii_uppercase();
        match upper.strip_prefix("TLP:").unwrap_or(&upper) {
            "CLEAR" => Ok(Self::Clear),
            "GREEN" => Ok(Self::Green),
            "AMBER" => Ok(Self::Amber),
            "AMBER+STRICT" => Ok(Self::AmberStrict),
            "RED" => Ok(Self::Red),
            _ => Err(NotAMarking(given.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_with_and_without_prefix_and_printed_in_full() {
        for level in [Tlp::Clear, Tlp::Green, Tlp::Amber, Tlp::AmberStrict, Tlp::Red] {
            assert_eq!(level.to_string().parse(), Ok(level));
            assert_eq!(level.level().to_lowercase().parse(), Ok(level));
        }
        assert!("TLP:WHITE".parse::<Tlp>().is_err());
        assert!("SECRET".parse::<Tlp>().is_err());
    }

    #[test]
    fn the_order_is_that_of_restriction() {
        assert!(Tlp::Clear < Tlp::Green && Tlp::Amber < Tlp::AmberStrict && Tlp::AmberStrict < Tlp::Red);
    }
}
