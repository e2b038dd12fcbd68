//! Briefs: a product made of blocks that each know what they rest on.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{assessment::Confidence, scale::Likelihood};

/// The kinds of product Chancery makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Template {
    /// Two to three pages with judgements, discussion, evidence and sources (tradecraft.md 4.3).
    IntelNote,
}

impl Template {
    /// The name in the database, in JSON and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::IntelNote => "intel-note",
        }
    }
}

/// What was given is no template.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no template: use intel-note")]
pub struct NotATemplate(pub String);

impl FromStr for Template {
    type Err = NotATemplate;

    fn from_str(given: &str) -> Result<Self, NotATemplate> {
        if given.trim() == Self::IntelNote.as_str() {
            Ok(Self::IntelNote)
        } else {
            Err(NotATemplate(given.to_owned()))
        }
    }
}

/// A section of an intel-note that holds the analyst's paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// What the note covers.
    Scope,
    /// The argument.
    Discussion,
    /// What is taken for granted.
    Assumptions,
    /// Other readings of the same facts.
    Alternatives,
    /// What comes next and what would show it.
    Outlook,
    /// What it means for whom.
    Implications,
    /// What is different from the note before.
    Changes,
    /// What isn't known.
    Gaps,
    /// What the note rests on as a whole.
    SourceSummary,
}

impl Section {
    /// In print order.
    pub const ALL: [Self; 9] = [
        Self::Scope,
        Self::Discussion,
        Self::Assumptions,
        Self::Alternatives,
        Self::Outlook,
        Self::Implications,
        Self::Changes,
        Self::Gaps,
        Self::SourceSummary,
    ];

    /// Whether the template asks for it: left empty it prints as not assessed.
    pub fn required(self) -> bool {
        matches!(
            self,
            Self::Discussion | Self::Alternatives | Self::Outlook | Self::Gaps | Self::SourceSummary
        )
    }

    /// The name in the database, in JSON and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Scope => "scope",
            Self::Discussion => "discussion",
            Self::Assumptions => "assumptions",
            Self::Alternatives => "alternatives",
            Self::Outlook => "outlook",
            Self::Implications => "implications",
            Self::Changes => "changes",
            Self::Gaps => "gaps",
            Self::SourceSummary => "source_summary",
        }
    }
}

/// A part of an intel-note, in which blocks stand in the order the analyst gave them. Between the parts the template decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// The bottom line up front: one block.
    Bluf,
    /// The key judgements, numbered.
    Judgements,
    /// A section of paragraphs.
    Section(Section),
    /// The entries of the register that are shown.
    Risks,
    /// Passages listed without a sentence of their own.
    Evidence,
}

impl Group {
    /// In print order (tradecraft.md 4.3, intel-note).
    pub const ALL: [Self; 13] = [
        Self::Bluf,
        Self::Judgements,
        Self::Section(Section::Scope),
        Self::Section(Section::Discussion),
        Self::Risks,
        Self::Section(Section::Assumptions),
        Self::Section(Section::Alternatives),
        Self::Section(Section::Outlook),
        Self::Section(Section::Implications),
        Self::Section(Section::Changes),
        Self::Section(Section::Gaps),
        Self::Evidence,
        Self::Section(Section::SourceSummary),
    ];

    /// The name at our boundaries: a section's own, or `bluf`, `judgements`, `risks`, `evidence`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bluf => "bluf",
            Self::Judgements => "judgements",
            Self::Section(section) => section.as_str(),
            Self::Risks => "risks",
            Self::Evidence => "evidence",
        }
    }
}

/// What was given is no section.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{given}' is no section of an intel-note: use one of {known}")]
pub struct NotASection {
    /// What was given.
    pub given: String,
    /// The sections there are, parted by commas.
    pub known: String,
}

impl FromStr for Section {
    type Err = NotASection;

    fn from_str(given: &str) -> Result<Self, NotASection> {
        let name = given.trim().to_lowercase().replace('-', "_");
        // `srcsum` is the section's id in tradecraft.md 4.3.
        let name = if name == "srcsum" {
            "source_summary"
        } else {
            name.as_str()
        };
        Self::ALL
            .into_iter()
            .find(|s| s.as_str() == name)
            .ok_or_else(|| NotASection {
                given: given.to_owned(),
                known: Self::ALL.map(Self::as_str).join(", "),
            })
    }
}

/// What a block of a brief says. Citations stand beside it, not in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BlockBody {
    /// The bottom line up front.
    Bluf {
        /// Markdown as in `prose`.
        text: String,
    },
    /// A key judgement.
    Judgement {
        /// Markdown as in `prose`; should hold the likelihood term and no word on confidence, which the checks before
        /// an export will look for.
        text: String,
        /// How probable.
        likelihood: Likelihood,
        /// How far it can be trusted.
        confidence: Confidence,
        /// Clause that completes "Confidence is low: …".
        basis: String,
    },
    /// A paragraph of a section.
    Paragraph {
        /// Where it stands.
        section: Section,
        /// Markdown as in `prose`.
        text: String,
    },
    /// An entry of the risk register as it stands at export.
    Risk,
    /// A passage listed as evidence without a sentence of its own.
    Evidence,
}

impl BlockBody {
    /// The word in the database and in JSON.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Bluf { .. } => "bluf",
            Self::Judgement { .. } => "judgement",
            Self::Paragraph { .. } => "paragraph",
            Self::Risk => "risk",
            Self::Evidence => "evidence",
        }
    }

    /// The group it prints in.
    pub fn group(&self) -> Group {
        match self {
            Self::Bluf { .. } => Group::Bluf,
            Self::Judgement { .. } => Group::Judgements,
            Self::Paragraph { section, .. } => Group::Section(*section),
            Self::Risk => Group::Risks,
            Self::Evidence => Group::Evidence,
        }
    }

    /// The same block with other words; what holds none stays as it is.
    pub fn with_text(self, words: String) -> Self {
        match self {
            Self::Bluf { .. } => Self::Bluf { text: words },
            Self::Judgement {
                likelihood,
                confidence,
                basis,
                ..
            } => Self::Judgement {
                text: words,
                likelihood,
                confidence,
                basis,
            },
            Self::Paragraph { section, .. } => Self::Paragraph { section, text: words },
            other => other,
        }
    }

    /// The words an analyst typed.
    pub fn text(&self) -> &str {
        match self {
            Self::Bluf { text } | Self::Judgement { text, .. } | Self::Paragraph { text, .. } => text,
            Self::Risk | Self::Evidence => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_read_back_under_their_names_and_the_short_one_of_the_specification() {
        for section in Section::ALL {
            assert_eq!(section.as_str().parse(), Ok(section));
        }
        assert_eq!("srcsum".parse(), Ok(Section::SourceSummary));
        assert!("appendix".parse::<Section>().is_err());
    }
}
