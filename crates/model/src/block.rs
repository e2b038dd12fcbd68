//! The blocks an article is made of: what stands where, without any markup.
//!
//! The window builds text nodes from these and the PDF prints their words; HTML never gets this far (invariant 4).

use serde::{Deserialize, Serialize};

use crate::{Sha256Hex, text::Span};

/// The part a block plays in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The article's title.
    Headline,
    /// The sentence under the title.
    Deck,
    /// The outlet's summary, before the body.
    Summary,
    /// One of the outlet's key points.
    KeyPoint,
    /// Running text.
    Body,
    /// One of the outlet's risks: a claim by the source, never the analyst's assessment.
    Risk,
    /// A headline of another article.
    Related,
    /// Everything else, section headings for one.
    Other,
}

impl Role {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Deck => "deck",
            Self::Summary => "summary",
            Self::KeyPoint => "key_point",
            Self::Body => "body",
            Self::Risk => "risk",
            Self::Related => "related",
            Self::Other => "other",
        }
    }
}

/// The shape of a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading; 1 is the article's title.
    Heading {
        /// 1 to 6.
        level: u8,
    },
    /// An item of a list.
    ListItem {
        /// 0 for the outermost list.
        depth: u8,
        /// Whether the list is numbered.
        ordered: bool,
    },
    /// A quotation set off from the text.
    Quote,
    /// Text whose spaces and line ends count.
    Code,
    /// A table, by rows of cells.
    Table {
        /// Rows of cells.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A picture; the spans are its caption.
    Figure {
        /// What stands for the picture where it can't be seen.
        alt: String,
        /// Its address as written in the source, made absolute where the page's is known; never followed on its own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<String>,
    },
    /// A line between parts.
    Rule,
}

/// A run of text inside a block.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inline {
    /// The words as printed.
    pub text: String,
    /// How they are set.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// Where they lead to, as written in the source; never followed on its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

impl Inline {
    /// Plain words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

/// How a run of text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Bold.
    Strong,
    /// Italic.
    Emphasis,
    /// Fixed width.
    Code,
    /// Raised.
    Sup,
    /// Lowered.
    Sub,
}

/// A key point or risk taken apart; every part is a piece of the block's text as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    /// What stands before the first colon of a risk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What is said, without label and impact phrase.
    pub statement: String,
    /// What the outlet says follows from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impact: Option<String>,
    /// Sectors as printed in the impact phrase.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<String>,
}

/// One block of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Stable while the words stay the same: see [`number_blocks`].
    pub id: String,
    /// The part it plays.
    pub role: Role,
    /// Its shape.
    pub kind: BlockKind,
    /// Its words, in order; empty for tables and rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spans: Vec<Inline>,
    /// For key points and risks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<Parts>,
    /// Where it stood in the decoded input; nothing when it was typed or restored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Span>,
    /// The page it begins on, from 1, where the source has pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
}

impl Block {
    /// A block of plain words that has no id yet.
    pub fn plain(role: Role, kind: BlockKind, text: impl Into<String>, origin: Option<Span>) -> Self {
        Self {
            id: String::new(),
            role,
            kind,
            spans: vec![Inline::plain(text)],
            parts: None,
            origin,
            page: None,
        }
    }

    /// The block's words as they enter the canonical text: cells parted by tabs, rows by line feeds.
    pub fn text(&self) -> String {
        let words = |spans: &[Inline]| spans.iter().map(|s| s.text.as_str()).collect::<String>();
        match &self.kind {
            BlockKind::Table { rows } => rows
                .iter()
                .map(|row| row.iter().map(|cell| words(cell)).collect::<Vec<_>>().join("\t"))
                .collect::<Vec<_>>()
                .join("\n"),
            _ => words(&self.spans),
        }
    }
}

/// Gives every block its id: `b` and eight digits of the SHA-256 of its words, with `-2`, `-3` … where the same words come
/// again. Parsing a changed copy of the article keeps the ids of all paragraphs that did not change.
pub fn number_blocks(blocks: &mut [Block]) {
    let mut seen = std::collections::HashMap::<String, usize>::new();
    for block in blocks {
        let base = format!("b{}", &Sha256Hex::of(block.text().as_bytes()).as_str()[..8]);
        let times = seen.entry(base.clone()).or_default();
        *times += 1;
        block.id = if *times == 1 {
            base
        } else {
            format!("{base}-{times}")
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(text: &str) -> Block {
        Block::plain(Role::Body, BlockKind::Paragraph, text, None)
    }

    #[test]
    fn unchanged_paragraphs_keep_their_id_when_others_change() {
        let mut first = [paragraph("one"), paragraph("two"), paragraph("two")];
        let mut second = [
            paragraph("new"),
            paragraph("two"),
            paragraph("one"),
            paragraph("two"),
        ];
        number_blocks(&mut first);
        number_blocks(&mut second);
        assert_eq!(first[0].id, second[2].id);
        assert_eq!(first[1].id, second[1].id);
        assert_eq!(first[2].id, second[3].id);
        assert_ne!(first[1].id, first[2].id);
    }

    #[test]
    fn a_table_reads_cell_by_cell() {
        let cell = |t: &str| vec![Inline::plain(t)];
        let table = Block {
            kind: BlockKind::Table {
                rows: vec![vec![cell("a"), cell("b")], vec![cell("c"), cell("d")]],
            },
            spans: Vec::new(),
            ..paragraph("")
        };
        assert_eq!(table.text(), "a\tb\nc\td");
    }
}
