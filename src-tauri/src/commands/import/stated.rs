//! What documents state for their fields, and rules about it, as the window sees them.

use desk::import;
use serde::{Deserialize, Serialize};

use super::same_words;

/// A field that more than one place in a document may state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum StatedField {
    Headline,
    Deck,
    Authors,
    Section,
    Published,
    Outlet,
    CanonicalUrl,
    Language,
}

same_words!(
    StatedField,
    import::StatedField,
    Headline,
    Deck,
    Authors,
    Section,
    Published,
    Outlet,
    CanonicalUrl,
    Language
);

/// What a value was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum FieldCue {
    Printed,
    Heading,
    WindowTitle,
    JsonLd,
    Microdata,
    OpenGraph,
    MetaTag,
    TimeElement,
    LinkRelation,
    ClassName,
    Dateline,
    Address,
    Attribute,
    Header,
    Properties,
}

same_words!(
    FieldCue,
    import::Cue,
    Printed,
    Heading,
    WindowTitle,
    JsonLd,
    Microdata,
    OpenGraph,
    MetaTag,
    TimeElement,
    LinkRelation,
    ClassName,
    Dateline,
    Address,
    Attribute,
    Header,
    Properties
);

/// What became of a value that was read, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum CandidateVerdict {
    Chosen,
    Agrees,
    LessTrusted,
    Placeholder,
    NoPerson,
    AnotherDate,
    Implausible,
}

same_words!(
    CandidateVerdict,
    import::Verdict,
    Chosen,
    Agrees,
    LessTrusted,
    Placeholder,
    NoPerson,
    AnotherDate,
    Implausible
);

/// A value that a document states for a field, chosen or not.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct FieldCandidate {
    /// The field.
    pub field: StatedField,
    /// As the record would hold it.
    pub value: String,
    /// What it was read from.
    pub cue: FieldCue,
    /// What became of it.
    pub verdict: CandidateVerdict,
    /// The line, from 1, in which it stands, where that is shown.
    pub line: Option<u32>,
}

impl From<import::Candidate> for FieldCandidate {
    fn from(candidate: import::Candidate) -> Self {
        Self {
            field: candidate.field.into(),
            value: candidate.value,
            cue: candidate.cue.into(),
            verdict: candidate.verdict.into(),
            line: None,
        }
    }
}

/// A rule for the pages of a site.
#[derive(Clone, Debug, Serialize, Deserialize, specta::Type)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum RuleSaid {
    /// A field has the value that a cue states, where it states one.
    FromCue {
        /// The field.
        field: StatedField,
        /// The cue.
        cue: FieldCue,
    },
    /// A field is always this: an outlet, a section or a language.
    Always {
        /// The field.
        field: StatedField,
        /// As the record holds it.
        value: String,
    },
    /// A field is stated wrongly: the record has none.
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

impl From<import::Rule> for RuleSaid {
    fn from(rule: import::Rule) -> Self {
        use import::Rule as R;
        match rule {
            R::FromCue { field, cue } => Self::FromCue {
                field: field.into(),
                cue: cue.into(),
            },
            R::Always { field, value } => Self::Always {
                field: field.into(),
                value,
            },
            R::Never { field } => Self::Never { field: field.into() },
            R::WithoutLine { line } => Self::WithoutLine { line },
        }
    }
}

impl From<RuleSaid> for import::Rule {
    fn from(rule: RuleSaid) -> Self {
        match rule {
            RuleSaid::FromCue { field, cue } => Self::FromCue {
                field: field.into(),
                cue: cue.into(),
            },
            RuleSaid::Always { field, value } => Self::Always {
                field: field.into(),
                value,
            },
            RuleSaid::Never { field } => Self::Never { field: field.into() },
            RuleSaid::WithoutLine { line } => Self::WithoutLine { line },
        }
    }
}

/// A rule that was taught.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct SiteRule {
    /// Identity.
    pub uid: String,
    /// The site: its host without `www.`.
    pub site: String,
    /// The rule.
    pub rule: RuleSaid,
    /// When it was taught, ISO 8601.
    pub made_at: String,
}

impl From<import::SiteRuleRow> for SiteRule {
    fn from(row: import::SiteRuleRow) -> Self {
        Self {
            uid: row.uid.to_string(),
            site: row.site,
            rule: row.rule.into(),
            made_at: row.made_at,
        }
    }
}
