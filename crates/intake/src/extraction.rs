//! What was found in a text, as `chancery extract` prints it: every part with its words and its place.
//!
//! Keys and shapes are those of the gold records (`samples/gold`). `char` counts code points and `byte` UTF-8 bytes of the
//! decoded text, both half-open; `line` counts from 1. What the text lacks is null or an empty list. The words of a paragraph
//! that was wrapped over several lines are joined by a space each, while its place covers all of them.

use serde::{Deserialize, Serialize};

/// Words and where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The words as printed.
    pub text: String,
    /// Code points, half-open.
    pub char: [usize; 2],
    /// UTF-8 bytes of the decoded text, half-open.
    pub byte: [usize; 2],
    /// Line of the first word, from 1.
    pub line: usize,
}

/// The date of publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedParts {
    /// As printed, with weekday, time and zone where they stand beside the date.
    #[serde(flatten)]
    pub piece: Piece,
    /// `YYYY-MM-DD`; null when no year is printed.
    pub iso: Option<String>,
    /// `HH:MM` by the clock of 24 hours.
    pub time: Option<String>,
    /// As printed.
    pub timezone: Option<String>,
    /// English name, worked out from the date.
    pub weekday: Option<String>,
}

/// Who wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Byline {
    /// As printed.
    pub raw: Piece,
    /// The people, without offices, places and agencies.
    pub authors: Vec<Piece>,
}

/// One of the outlet's key points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyPoint {
    /// `KP1`, `KP2` …
    pub id: String,
    /// Code point of the bullet or number; null where there is none.
    pub bullet: Option<usize>,
    /// All of it, without the bullet.
    #[serde(flatten)]
    pub piece: Piece,
    /// What it says follows.
    pub impact_phrase: Option<Piece>,
    /// Sectors named in the impact phrase.
    pub sector_mentions: Vec<Piece>,
    /// What parts statement and impact phrase, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impact_separator: Option<String>,
    /// What it says, without the impact phrase.
    pub statement: Piece,
}

/// Where and when it was filed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatelineParts {
    /// As printed, its separator included.
    pub raw: Piece,
    /// The place; null when only an agency is printed.
    pub place: Option<Piece>,
    /// The date as printed.
    pub date_text: Option<Piece>,
    /// `YYYY-MM-DD`; a missing year comes from the date of publication.
    pub date_iso: Option<String>,
    /// What parts it from the report.
    pub separator: String,
    /// The agency credited.
    pub agency: Option<Piece>,
    /// Code point where the report's words begin.
    pub body_starts_char: usize,
}

/// A paragraph of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodyParagraph {
    /// `P1`, `P2` …
    pub id: String,
    /// Its words, without a bullet.
    #[serde(flatten)]
    pub piece: Piece,
    /// Code point of the bullet or number, for an item of a list.
    #[serde(skip)]
    pub bullet: Option<usize>,
}

/// One of the outlet's risks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskItem {
    /// `RK1`, `RK2` …
    pub id: String,
    /// All of it, without the bullet.
    #[serde(flatten)]
    pub piece: Piece,
    /// Code point of the bullet or number.
    #[serde(skip)]
    pub bullet: Option<usize>,
    /// What stands before the first colon, when that is a title and no sentence.
    pub label: Option<Piece>,
    /// What stands behind the label.
    pub statement_full: Piece,
    /// The same without the impact phrase.
    pub statement: Piece,
    /// What it says follows.
    pub impact_phrase: Option<Piece>,
    /// What parts statement and impact phrase, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impact_separator: Option<String>,
    /// Sectors named in the impact phrase.
    pub sector_mentions: Vec<Piece>,
}

/// A headline of another article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelatedItem {
    /// `RL1`, `RL2` …
    pub id: String,
    /// The headline.
    pub headline: Piece,
    /// Its date as printed.
    pub date_text: Option<Piece>,
    /// `YYYY-MM-DD`.
    pub date_iso: Option<String>,
}

/// The list of other articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// The line above it.
    pub heading: Piece,
    /// The section that the heading names.
    pub from_section: Option<String>,
    /// The list as printed, line ends as LF; null under an empty heading.
    pub raw: Option<Piece>,
    /// Its items.
    pub items: Vec<RelatedItem>,
}

/// Everything found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extraction {
    /// The outlet's section.
    pub section: Option<Piece>,
    /// The date of publication.
    pub published: Option<PublishedParts>,
    /// The title.
    pub headline: Option<Piece>,
    /// The title printed again.
    pub headline_duplicate: Option<Piece>,
    /// Further repetitions of the title.
    #[serde(skip)]
    pub more_duplicates: Vec<Piece>,
    /// The sentence under the title.
    pub deck: Option<Piece>,
    /// Who wrote it.
    pub byline: Option<Byline>,
    /// Always null: a text in the article format names no publisher.
    pub publisher: Option<Piece>,
    /// The address the caller gave.
    pub url: Option<String>,
    /// The summary before the key points or the report.
    pub summary: Option<Piece>,
    /// Headings of parts, in order.
    pub headings: Vec<Piece>,
    /// The outlet's key points.
    pub key_points: Vec<KeyPoint>,
    /// Where and when it was filed.
    pub dateline: Option<DatelineParts>,
    /// The report.
    pub body: Vec<BodyParagraph>,
    /// From the first character of the first paragraph to the last of the last.
    pub body_text_span: Option<[usize; 2]>,
    /// The outlet's risks.
    pub risks: Vec<RiskItem>,
    /// Other articles.
    pub related: Option<Related>,
}
