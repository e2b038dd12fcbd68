//! One text as the sheet sees it: lines, fields, doubts, likeness, and how it is to be kept.

use desk::import;
use desk::words::TagPath;
use serde::{Deserialize, Serialize};

use super::left_out::LeftOut;
use super::same_words;
use super::stated::{FieldCandidate, SiteRule};
use crate::commands::version::VersionAdded;
use crate::failure::Failure;
use crate::native::chosen::Chosen;

/// What is to be imported.
#[derive(Clone, Debug, Deserialize, specta::Type)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum ImportSource {
    /// A text that was pasted or typed.
    Text {
        /// The text.
        text: String,
    },
    /// A page, or a part of one, as it was copied in a browser. For the parser only.
    Markup {
        /// The markup.
        html: String,
    },
    /// A file.
    File {
        /// Its path.
        path: String,
    },
    /// A page that `fetch_page` fetched.
    Page {
        /// The name that it got.
        name: String,
    },
}

/// A page that was fetched and can be looked at.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct FetchedPage {
    /// Its name as an `ImportSource`.
    pub name: String,
    /// Where it came from, after redirects.
    pub url: String,
    /// What the server calls its kind, such as `text/html; charset=utf-8`.
    pub media: Option<String>,
    /// Its size in bytes.
    pub bytes: u32,
}

impl From<import::FetchedPage> for FetchedPage {
    fn from(page: import::FetchedPage) -> Self {
        Self {
            name: page.name.to_string(),
            url: page.url,
            media: page.media,
            bytes: count(page.bytes),
        }
    }
}

impl ImportSource {
    /// The text or page, or the file if a person has chosen it.
    pub(in crate::commands) fn read(self, chosen: &Chosen) -> Result<import::Incoming, Failure> {
        Ok(match self {
            Self::Text { text } => import::Incoming::Text(text),
            Self::Markup { html } => import::Incoming::Markup(html),
            Self::File { path } => import::Incoming::File(chosen.take_back(&path)?),
            Self::Page { name } => import::Incoming::Fetched(name),
        })
    }
}

/// A field of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum RecordField {
    Title,
    Deck,
    Authors,
    Section,
    Published,
    Dateline,
    Outlet,
    Url,
    Language,
}

same_words!(
    RecordField,
    import::RecordField,
    Title,
    Deck,
    Authors,
    Section,
    Published,
    Dateline,
    Outlet,
    Url,
    Language
);

/// A field with its value.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct RecordValue {
    /// The field.
    pub field: RecordField,
    /// As it can be typed; empty when the record has none.
    pub value: String,
    /// Whether the analyst typed it.
    pub typed: bool,
}

impl From<import::FieldShown> for RecordValue {
    fn from(shown: import::FieldShown) -> Self {
        Self {
            field: shown.field.into(),
            value: shown.value,
            typed: shown.typed,
        }
    }
}

/// What the analyst wants a field to be.
#[derive(Clone, Debug, Serialize, Deserialize, specta::Type)]
pub struct Correction {
    /// The field.
    pub field: RecordField,
    /// As typed; nothing empties the field.
    pub value: String,
    /// The line of the text, from 1, that was pointed at for it.
    pub line: Option<u32>,
}

impl From<Correction> for import::Correction {
    fn from(correction: Correction) -> Self {
        Self {
            field: correction.field.into(),
            value: correction.value,
            line: correction.line.map(|line| line as usize),
        }
    }
}

impl From<import::Correction> for Correction {
    fn from(correction: import::Correction) -> Self {
        Self {
            field: correction.field.into(),
            value: correction.value,
            line: correction.line.map(count),
        }
    }
}

/// What a piece of a line became.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Section,
    Published,
    Title,
    Deck,
    Author,
    Outlet,
    Address,
    Language,
    Removed,
    Summary,
    Heading,
    KeyPoint,
    Dateline,
    Paragraph,
    Risk,
    Related,
}

/// A part and its number: from 1 where parts are counted, the entry of `removed` (from 0) for what was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct Became {
    /// The part.
    pub part: Part,
    /// Its number; nothing for a part that an article has once.
    pub number: Option<u32>,
}

impl From<import::Became> for Became {
    fn from(became: import::Became) -> Self {
        use import::Became as B;
        let (part, number) = match became {
            B::Section => (Part::Section, None),
            B::Published => (Part::Published, None),
            B::Title => (Part::Title, None),
            B::Deck => (Part::Deck, None),
            B::Author => (Part::Author, None),
            B::Outlet => (Part::Outlet, None),
            B::Address => (Part::Address, None),
            B::Language => (Part::Language, None),
            B::Removed(n) => (Part::Removed, Some(n)),
            B::Summary => (Part::Summary, None),
            B::Heading => (Part::Heading, None),
            B::KeyPoint(n) => (Part::KeyPoint, Some(n)),
            B::Dateline => (Part::Dateline, None),
            B::Paragraph(n) => (Part::Paragraph, Some(n)),
            B::Risk(n) => (Part::Risk, Some(n)),
            B::Related(n) => (Part::Related, Some(n)),
        };
        Self {
            part,
            number: number.map(count),
        }
    }
}

/// A line of the text, or the lines of one paragraph.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct RawRow {
    /// Number of the first line, from 1.
    pub line: u32,
    /// The words.
    pub text: String,
    /// What they became, in order; nothing when they are not in the record.
    pub became: Vec<Became>,
}

/// Something to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ImportDoubt {
    TitleFromFirstWords,
    DeckByPlace,
    BylineWithoutName,
    DateWithoutYear,
    NoDate,
    DatelineFarFromDate,
    DatelineWithoutYear,
    KeyPointsWithoutBullets,
    NoParagraphs,
    RisksWithoutBullets,
    RelatedFromOneLine,
    DateToCome,
}

impl From<import::Doubt> for ImportDoubt {
    fn from(doubt: import::Doubt) -> Self {
        use import::Doubt as D;
        match doubt {
            D::TitleFromFirstWords => Self::TitleFromFirstWords,
            D::DeckByPlace => Self::DeckByPlace,
            D::BylineWithoutName => Self::BylineWithoutName,
            D::DateWithoutYear => Self::DateWithoutYear,
            D::NoDate => Self::NoDate,
            D::DatelineFarFromDate => Self::DatelineFarFromDate,
            D::DatelineWithoutYear => Self::DatelineWithoutYear,
            D::KeyPointsWithoutBullets => Self::KeyPointsWithoutBullets,
            D::NoParagraphs => Self::NoParagraphs,
            D::RisksWithoutBullets => Self::RisksWithoutBullets,
            D::RelatedFromOneLine => Self::RelatedFromOneLine,
        }
    }
}

/// In what way an article is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// The same bytes or the same text.
    Same,
    /// An earlier state of the same page: saving makes a new version of it.
    Page,
    /// Shared words.
    Shared,
    /// The same title only.
    Title,
}

/// An article that the text may be a copy of.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct AlikeArticle {
    /// Identity.
    pub uid: String,
    /// Its title.
    pub headline: String,
    /// The day it was published, YYYY-MM-DD.
    pub published: Option<String>,
    /// Whether it is in the trash.
    pub trashed: bool,
    /// How it is alike.
    pub likeness: Likeness,
    /// The part of all runs of five words that both have, where words are shared.
    pub percent: Option<u32>,
}

impl From<import::Alike> for AlikeArticle {
    fn from(alike: import::Alike) -> Self {
        let (likeness, percent) = match alike.likeness {
            import::Likeness::Same => (Likeness::Same, None),
            import::Likeness::Page(percent) => (Likeness::Page, Some(percent.into())),
            import::Likeness::Shared(percent) => (Likeness::Shared, Some(percent.into())),
            import::Likeness::Title => (Likeness::Title, None),
        };
        Self {
            uid: alike.uid.to_string(),
            headline: alike.headline,
            published: alike.published,
            trashed: alike.trashed,
            likeness,
            percent,
        }
    }
}

/// What an import would make of a text.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct ImportPreview {
    /// SHA-256 of what was looked at.
    pub sha256: String,
    /// The file's name.
    pub file_name: Option<String>,
    /// How the bytes were read.
    pub encoding: String,
    /// The fields, in the order of the sheet.
    pub fields: Vec<RecordValue>,
    /// The source's key points.
    pub key_points: u32,
    /// Paragraphs of the report.
    pub paragraphs: u32,
    /// Risks that the source names.
    pub risks: u32,
    /// Headlines of other articles.
    pub related: u32,
    /// The lines.
    pub rows: Vec<RawRow>,
    /// Lines that are not among the rows because there are too many.
    pub lines_not_shown: u32,
    /// The line, from 1, from which on rows are what the document states about itself.
    pub stated_from: Option<u32>,
    /// What was left out of the record.
    pub removed: Vec<LeftOut>,
    /// How many pieces were left out, those among them that `removed` has no room for.
    pub left_out: u32,
    /// What to look at.
    pub doubts: Vec<ImportDoubt>,
    /// What is there already.
    pub alike: Vec<AlikeArticle>,
    /// What the document states for its fields, chosen or not.
    pub candidates: Vec<FieldCandidate>,
    /// The site it comes from, for which rules can be taught.
    pub site: Option<String>,
    /// The rules of that site that changed something.
    pub followed: Vec<SiteRule>,
}

impl From<import::ImportPreview> for ImportPreview {
    fn from(preview: import::ImportPreview) -> Self {
        let to_come = preview.from_the_future.then_some(ImportDoubt::DateToCome);
        let line_of = |candidate: &import::Candidate| {
            let at = candidate.at;
            let row = preview.rows.iter().rfind(|row| row.at.start <= at.start)?;
            (at.end <= row.at.end).then(|| count(row.line))
        };
        let candidates = preview.candidates.into_iter();
        let candidates = candidates
            .filter(|candidate| candidate.value.len() <= OFFERED_BYTES)
            .take(OFFERED)
            .map(|candidate| FieldCandidate {
                line: line_of(&candidate),
                ..candidate.into()
            })
            .collect();
        let row = |row: import::Row| RawRow {
            line: count(row.line),
            text: row.text,
            became: row.became.into_iter().map(Into::into).collect(),
        };
        Self {
            sha256: preview.snapshot.to_string(),
            file_name: preview.file_name,
            encoding: preview.encoding,
            fields: preview.fields.into_iter().map(Into::into).collect(),
            key_points: count(preview.counts.key_points),
            paragraphs: count(preview.counts.paragraphs),
            risks: count(preview.counts.risks),
            related: count(preview.counts.related),
            rows: preview.rows.into_iter().map(row).collect(),
            lines_not_shown: count(preview.lines_not_shown),
            stated_from: preview.stated_from.map(count),
            left_out: count(preview.removed.len()),
            removed: preview
                .removed
                .into_iter()
                .take(LEFT_OUT)
                .map(Into::into)
                .collect(),
            doubts: preview
                .doubts
                .into_iter()
                .map(Into::into)
                .chain(to_come)
                .collect(),
            alike: preview.alike.into_iter().map(Into::into).collect(),
            candidates,
            site: preview.site,
            followed: preview.followed.into_iter().map(Into::into).collect(),
        }
    }
}

/// The record of an article in the library.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct ArticleRecord {
    /// The version that is shown.
    pub version: String,
    /// Its record. The rows are the pieces of the record and those that were left out of it, in the order in which they stood.
    pub record: ImportPreview,
    /// The lines that each annotation stands on.
    pub marked: Vec<Vec<u32>>,
}

impl From<import::RecordHeld> for ArticleRecord {
    fn from(held: import::RecordHeld) -> Self {
        Self {
            version: held.version.to_string(),
            record: held.record.into(),
            marked: held
                .marked
                .into_iter()
                .map(|lines| lines.into_iter().map(count).collect())
                .collect(),
        }
    }
}

/// Entries of what was left out that are kept, and lines that are left out.
pub(super) fn pieces(kept: Vec<u32>, left_out: Vec<u32>) -> import::Pieces {
    import::Pieces {
        restored: kept.into_iter().map(|n| n as usize).collect(),
        lines_left_out: left_out.into_iter().map(|n| n as usize).collect(),
        blocks_left_out: Vec::new(),
    }
}

/// A number that JavaScript can count with.
pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Where an article goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ImportTo {
    Inbox,
    Later,
    Archive,
}

same_words!(ImportTo, import::ArticleState, Inbox, Later, Archive);

/// How a text is to be kept.
#[derive(Clone, Debug, Deserialize, specta::Type)]
pub struct SaveImport {
    /// What the analyst typed.
    pub corrections: Vec<Correction>,
    /// Entries of what was left out (from 0) that are to be kept.
    pub kept: Vec<u32>,
    /// Lines of the input (from 1) that are in the record and are to be left out.
    pub left_out: Vec<u32>,
    /// Where it goes.
    pub to: ImportTo,
    /// Its tags.
    pub tags: Vec<String>,
    /// Whether to keep it beside an article that is the same.
    pub keep_both: bool,
    /// The article that it is to become a version of.
    pub version_of: Option<String>,
    /// `sha256` of the preview that was looked at.
    pub looked_at: Option<String>,
    /// The name of the draft that this was, which goes.
    pub draft: Option<String>,
}

impl SaveImport {
    pub(super) fn read(self) -> Result<import::SaveAs, desk::Failure> {
        Ok(import::SaveAs {
            corrections: self.corrections.into_iter().map(Into::into).collect(),
            pieces: pieces(self.kept, self.left_out),
            state: self.to.into(),
            tags: tags(&self.tags)?,
            keep_both: self.keep_both,
            version_of: self.version_of,
            looked_at: self.looked_at,
            draft: self.draft,
        })
    }
}

pub(super) fn tags(given: &[String]) -> Result<Vec<TagPath>, desk::Failure> {
    given.iter().map(|tag| Ok(TagPath::read(tag)?)).collect()
}

/// What came of saving: the article, or the one that is the same and was there.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct SavedImport {
    /// The article that was added, or got a new version; nothing when nothing was added.
    pub article: Option<String>,
    /// The article that is the same.
    pub held: Option<AlikeArticle>,
    /// The version that was made of an article that was there, whose page changed.
    pub version: Option<VersionAdded>,
}

impl From<import::Saved> for SavedImport {
    fn from(saved: import::Saved) -> Self {
        match saved {
            import::Saved::New(uid) => Self {
                article: Some(uid.to_string()),
                held: None,
                version: None,
            },
            import::Saved::Version(added) => Self {
                article: Some(added.article.to_string()),
                held: None,
                version: Some((*added).into()),
            },
            import::Saved::Held(held) => Self {
                article: None,
                held: Some(held.into()),
                version: None,
            },
        }
    }
}

/// Pieces that were left out that are told of at most; more have no line among those that are shown.
const LEFT_OUT: usize = 2_000;

/// Values that are offered at most, and bytes of one: a longer one is no value of a field.
const OFFERED: usize = 200;
const OFFERED_BYTES: usize = 1_000;

/// A text that was put aside.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct ImportDraft {
    /// Its name.
    pub name: String,
    /// The text.
    pub text: String,
    /// What was corrected in it.
    pub corrections: Vec<Correction>,
    /// When it was put aside, ISO 8601.
    pub at: String,
}

impl From<import::Draft> for ImportDraft {
    fn from(draft: import::Draft) -> Self {
        Self {
            name: draft.name,
            text: draft.text,
            corrections: draft.corrections.into_iter().map(Into::into).collect(),
            at: draft.at,
        }
    }
}
