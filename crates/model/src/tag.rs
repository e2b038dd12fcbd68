//! Tags: paths such as `energy/gas`, without which a library of thousands can't be cut.

use std::fmt;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// Longest path, in code points.
pub const LONGEST: usize = 200;

/// The path of a tag: one or more names parted by `/`, none of them empty, white space folded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TagPath(String);

/// What was given can't be a tag.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotATag {
    /// Nothing, or an empty name between two slashes.
    #[error("'{0}' is no tag: each name between the slashes needs at least one letter")]
    Empty(String),
    /// Too long to be a tag.
    #[error("a tag may have {LONGEST} characters at most")]
    TooLong,
}

impl TagPath {
    /// Reads a path as typed: a leading `#` is dropped, spaces around names go, the rest stays as written.
    pub fn read(given: &str) -> Result<Self, NotATag> {
        let given_nfc: String = given.nfc().collect();
        let bare = given_nfc.trim().trim_start_matches('#');
        let names: Vec<String> = bare
            .split('/')
            .map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        if names.iter().any(|name| !name.chars().any(char::is_alphanumeric)) {
            return Err(NotATag::Empty(given.to_owned()));
        }
        let path = names.join("/");
        if path.chars().count() > LONGEST {
            Err(NotATag::TooLong)
        } else {
            Ok(Self(path))
        }
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What makes two tags the same: the path without regard to case.
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }
}

impl fmt::Display for TagPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_cleaned_and_compared_without_case() {
        assert_eq!(
            TagPath::read(" #Energy / natural  gas ").unwrap().as_str(),
            "Energy/natural gas"
        );
        assert_eq!(
            TagPath::read("Énergie").unwrap().key(),
            TagPath::read("e\u{301}nergie").unwrap().key()
        );
    }

    #[test]
    fn empty_names_are_refused() {
        for given in ["", "/", "a//b", "energy/", " # ", "a/-"] {
            assert!(matches!(TagPath::read(given), Err(NotATag::Empty(_))), "{given}");
        }
        assert_eq!(TagPath::read(&"x".repeat(201)), Err(NotATag::TooLong));
    }
}
