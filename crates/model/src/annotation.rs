//! Annotations: a passage with a meaning, a note and tags.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What a marked passage is to the analyst (ux.md 4.4: meaning, not only colour).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Something that happened.
    Fact,
    /// The source's own judgement.
    Judgement,
    /// Something that may go wrong.
    Risk,
    /// Something to find out.
    Question,
    /// What somebody is quoted as saying.
    Claim,
}

impl Kind {
    /// In the order of their keys, 1 to 5.
    pub const ALL: [Self; 5] = [
        Self::Fact,
        Self::Judgement,
        Self::Risk,
        Self::Question,
        Self::Claim,
    ];

    /// The word in the database, in JSON and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Judgement => "judgement",
            Self::Risk => "risk",
            Self::Question => "question",
            Self::Claim => "claim",
        }
    }
}

/// What was given is no kind of annotation.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no kind of annotation: use fact, judgement, risk, question or claim")]
pub struct NotAKind(pub String);

impl FromStr for Kind {
    type Err = NotAKind;

    fn from_str(given: &str) -> Result<Self, NotAKind> {
        let given_lower = given.trim().to_lowercase();
        if given_lower == "judgment" {
            return Ok(Self::Judgement);
        }
        Self::ALL
            .into_iter()
            .find(|k| k.as_str() == given_lower)
            .ok_or(NotAKind(given.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_reads_back_and_both_spellings_of_judgement_do() {
        for kind in Kind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(kind));
        }
        assert_eq!("Judgment".parse(), Ok(Kind::Judgement));
        assert!("opinion".parse::<Kind>().is_err());
    }
}
