//! What a person taught about the pages of one site: where a field is to be read, what it always is, which lines to leave out.
//!
//! A rule is applied to what a page states and never reads the page itself; it is shown where it worked and can be taken
//! back.

use serde::{Deserialize, Serialize};

use crate::{
    Sha256Hex,
    article::{Cue, StatedField},
};

/// A rule for the pages of one site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Rule {
    /// A field has the value that this cue states, where it states one.
    FromCue {
        /// The field.
        field: StatedField,
        /// The cue.
        cue: Cue,
    },
    /// A field is always this.
    Always {
        /// The field.
        field: StatedField,
        /// As the record holds it.
        value: String,
    },
    /// A field is stated wrongly: the record has none. A title there always is.
    Never {
        /// The field.
        field: StatedField,
    },
    /// A line that says exactly this is left out.
    WithoutLine {
        /// The words of the line.
        line: String,
    },
}

impl Rule {
    /// What the rule is about; a site has one rule for each.
    pub fn subject(&self) -> String {
        match self {
            Self::FromCue { field, .. } | Self::Always { field, .. } | Self::Never { field } => {
                field.as_str().to_owned()
            }
            Self::WithoutLine { line } => format!("line-{}", Sha256Hex::of(line.as_bytes())),
        }
    }

    /// Whether the rule can be followed: a title is not taken away, and only what is the same for all pages of a site is fixed.
    pub fn makes_sense(&self) -> bool {
        use StatedField::{Headline, Language, Outlet, Section};
        match self {
            Self::FromCue { .. } => true,
            Self::Always { field, value } => {
                matches!(field, Outlet | Section | Language) && !value.trim().is_empty()
            }
            Self::Never { field } => *field != Headline,
            Self::WithoutLine { line } => !line.trim().is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_has_one_rule_for_a_field_and_one_for_a_line() {
        let field = StatedField::Outlet;
        let (always, never) = (
            Rule::Always {
                field,
                value: "The Strait Post".to_owned(),
            },
            Rule::Never { field },
        );
        assert_eq!(always.subject(), never.subject());
        let line = |line: &str| {
            Rule::WithoutLine {
                line: line.to_owned(),
            }
            .subject()
        };
        assert_ne!(line("Read more"), line("Sign up"));
    }

    #[test]
    fn a_title_is_never_taken_away_and_what_differs_from_page_to_page_is_not_fixed() {
        assert!(
            !Rule::Never {
                field: StatedField::Headline
            }
            .makes_sense()
        );
        let always = |field, value: &str| {
            Rule::Always {
                field,
                value: value.to_owned(),
            }
            .makes_sense()
        };
        assert!(always(StatedField::Language, "pt-BR"));
        assert!(!always(StatedField::Published, "2026-02-02"));
        assert!(!always(StatedField::Outlet, " "));
    }
}
