//! An article for reading: its text as runs by block, the marks on it, what its source claims, where one was.
//!
//! Places are UTF-16 units of a block, as the interface counts; the desk converts. Text and marks come in pages, each far
//! below a megabyte.

use std::sync::Arc;

use desk::Desk;
use desk::reading::{self, BlockShown, ClaimShown, MarkShown, Opened, PageStart, Run};
use desk::words::{BlockKind, Mark};
use serde::{Deserialize, Serialize};
use tauri::State;

use super::article::ArticleLine;
use super::at_desk;
use crate::failure::Failure;
use crate::library::Library;

/// An article without its text.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct ArticleOpened {
    /// The row of the list.
    pub row: ArticleLine,
    /// Identity of the version shown.
    pub version: String,
    /// Place and day of filing, as printed, where known.
    pub dateline: Option<String>,
    /// Address, as the source gives it.
    pub url: Option<String>,
    /// Language as BCP 47, where the input says.
    pub language: Option<String>,
    /// Reliability letter of its source, A to F.
    pub reliability: Option<String>,
    /// Names of the fields that the analyst typed.
    pub typed: Vec<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// How many blocks it has.
    pub blocks: u32,
    /// Minutes it takes to read.
    pub minutes: u32,
    /// Id of the block that was in focus when it was last left.
    pub place: Option<String>,
    /// Risks that its source claims.
    pub claims: Vec<SourceClaim>,
    /// Briefs that cite it.
    pub cited: Vec<CitingBrief>,
    /// Whether it is in the trash.
    pub trashed: bool,
}

/// A risk that the source claims: never the analyst's assessment.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct SourceClaim {
    /// RKn.
    pub number: u32,
    /// Number of its block.
    pub block: u32,
    /// What stands before its colon.
    pub label: Option<String>,
    /// What is claimed.
    pub statement: String,
    /// What the source says follows.
    pub impact: Option<String>,
    /// Sectors as printed.
    pub sectors: Vec<String>,
    /// The entry of the register made from it.
    pub adopted: Option<RiskTag>,
    /// Whether the analyst set it aside.
    pub set_aside: bool,
}

/// A risk of the register as it stands beside a passage.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct RiskTag {
    /// Identity of the risk.
    pub risk: String,
    ///
    pub number: String,
    /// Its short name.
    pub title: String,
    /// Rating that stands (`very_low` to `very_high`), where it was judged.
    pub rating: Option<String>,
    /// Identity of the link; absent where there is none.
    pub link: Option<String>,
    /// supports, contradicts or context.
    pub stance: Option<String>,
    /// L, M or H.
    pub weight: Option<String>,
}

/// A brief that cites the article.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct CitingBrief {
    /// Identity.
    pub brief: String,
    /// CN-2026-003.
    pub serial: String,
    /// Its title.
    pub title: String,
    /// How often it cites the article.
    pub times: u32,
}

/// Blocks in a row.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct TextPage {
    /// The blocks.
    pub blocks: Vec<TextBlock>,
    /// What to pass as `from` for those that follow; absent at the end.
    pub next: Option<TextPageStart>,
}

/// Where a page of blocks begins.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, specta::Type)]
pub struct TextPageStart {
    /// Number of the block.
    pub block: u32,
    /// How many of its runs (of a table: rows) the page before had; more than none for a block longer than a page.
    pub part: u32,
}

/// A block of text.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct TextBlock {
    /// Its number in the version, from 0.
    pub index: u32,
    /// Its id, stable while its words are.
    pub id: String,
    /// headline, deck, summary, `key_point`, body, risk, related or other.
    pub role: String,
    /// paragraph, heading, item, quote, code, table, figure or rule.
    pub shape: String,
    /// Level of a heading (1 to 6), depth of a list item (from 0).
    pub level: u32,
    /// Whether a list item is numbered.
    pub ordered: bool,
    /// What stands for a picture.
    pub alt: Option<String>,
    /// ¶3, KP1 …
    pub locator: String,
    /// Its words.
    pub runs: Vec<TextRun>,
    /// A table's rows of cells.
    pub rows: Vec<Vec<Vec<TextRun>>>,
    /// Its length in UTF-16 units.
    pub length: u32,
}

/// Words that become one text node.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct TextRun {
    /// The words.
    pub text: String,
    /// Where they begin in the block, in UTF-16 units.
    pub start: u32,
    /// strong, emphasis, code, sup, sub.
    pub styles: Vec<String>,
    /// Where they lead, as the source wrote it; only ever followed after a word from the analyst.
    pub link: Option<String>,
}

/// A place in the text.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, specta::Type)]
pub struct TextPoint {
    /// Number of the block.
    pub block: u32,
    /// UTF-16 units from its beginning.
    pub unit: u32,
}

/// A passage: from a place up to, and without, another.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, specta::Type)]
pub struct TextStretch {
    /// First place.
    pub from: TextPoint,
    /// One past the last.
    pub to: TextPoint,
}

/// Marks in the order they were made.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct MarksPage {
    /// The marks.
    pub marks: Vec<TextMark>,
    /// What to pass as `after` for those that follow; absent at the end.
    pub next: Option<String>,
}

/// An annotation beside the text.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct TextMark {
    /// Identity.
    pub uid: String,
    /// fact, judgement, risk, question or claim.
    pub kind: String,
    /// The words, the beginning of very long ones.
    pub quote: String,
    /// Whether the quote goes on.
    pub quote_cut: bool,
    /// Markdown.
    pub note: Option<String>,
    /// Words of the note that were typed and never saved.
    pub draft: Option<String>,
    /// Who is quoted.
    pub speaker: Option<String>,
    /// How credible the passage is, 1 to 6.
    pub credibility: u32,
    /// When it was made (ISO 8601, UTC).
    pub made_at: String,
    /// exact, moved, approximate or orphan.
    pub state: String,
    /// Where it stands; absent for an orphan.
    pub at: Option<TextStretch>,
    /// Where that is, for people.
    pub locator: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// The risks it bears on.
    pub risks: Vec<RiskTag>,
}

/// A number of things on one page, in the width JavaScript has; far from its end in any article.
fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl From<Opened> for ArticleOpened {
    fn from(opened: Opened) -> Self {
        let typed = reading::typed_fields(&opened.meta).into_iter().map(str::to_owned);
        let meta = opened.meta;
        let dateline = |line: desk::words::Dateline| match line.date {
            Some(day) => format!("{}, {day}", line.place),
            None => line.place,
        };
        Self {
            trashed: opened.row.trashed,
            row: opened.row.into(),
            version: opened.version.to_string(),
            typed: typed.collect(),
            dateline: meta.dateline.map(|field| dateline(field.value)),
            url: meta.canonical_url.or(meta.url).map(|field| field.value),
            language: meta.language.map(|field| field.value),
            reliability: opened
                .source
                .map(|s| s.reliability)
                .map(|r| r.as_str().to_owned()),
            tags: opened.tags,
            blocks: small(opened.blocks),
            minutes: small(opened.minutes),
            place: opened.place,
            claims: opened.claims.into_iter().map(Into::into).collect(),
            cited: opened.cited.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<ClaimShown> for SourceClaim {
    fn from(claim: ClaimShown) -> Self {
        Self {
            number: claim.number,
            block: small(claim.block),
            label: claim.parts.label,
            statement: claim.parts.statement,
            impact: claim.parts.impact,
            sectors: claim.parts.sectors,
            adopted: claim.adopted.map(|adopted| RiskTag {
                risk: adopted.risk.to_string(),
                number: adopted.number.to_string(),
                title: adopted.title,
                rating: adopted.rating,
                link: None,
                stance: None,
                weight: None,
            }),
            set_aside: claim.set_aside,
        }
    }
}

impl From<reading::Citing> for CitingBrief {
    fn from(citing: reading::Citing) -> Self {
        Self {
            brief: citing.brief.to_string(),
            serial: citing.serial,
            title: citing.title,
            times: citing.times,
        }
    }
}

impl From<reading::RiskLink> for RiskTag {
    fn from(link: reading::RiskLink) -> Self {
        Self {
            risk: link.risk.to_string(),
            number: link.number.to_string(),
            title: link.title,
            rating: link.rating,
            link: Some(link.uid.to_string()),
            stance: Some(link.stance.as_str().to_owned()),
            weight: Some(link.weight.as_str().to_owned()),
        }
    }
}

impl From<Run> for TextRun {
    fn from(run: Run) -> Self {
        let style = |mark: Mark| match mark {
            Mark::Strong => "strong",
            Mark::Emphasis => "emphasis",
            Mark::Code => "code",
            Mark::Sup => "sup",
            Mark::Sub => "sub",
        };
        Self {
            text: run.text,
            start: small(run.start),
            styles: run
                .styles
                .into_iter()
                .map(|mark| style(mark).to_owned())
                .collect(),
            link: run.link,
        }
    }
}

impl From<BlockShown> for TextBlock {
    fn from(block: BlockShown) -> Self {
        let (shape, level, ordered, alt) = match block.kind {
            BlockKind::Paragraph => ("paragraph", 0, false, None),
            BlockKind::Heading { level } => ("heading", level, false, None),
            BlockKind::ListItem { depth, ordered } => ("item", depth, ordered, None),
            BlockKind::Quote => ("quote", 0, false, None),
            BlockKind::Code => ("code", 0, false, None),
            BlockKind::Table { .. } => ("table", 0, false, None),
            BlockKind::Figure { alt, .. } => ("figure", 0, false, Some(alt)),
            BlockKind::Rule => ("rule", 0, false, None),
        };
        let runs = |runs: Vec<Run>| runs.into_iter().map(TextRun::from).collect::<Vec<_>>();
        Self {
            index: small(block.index),
            id: block.id,
            role: block.role.as_str().to_owned(),
            shape: shape.to_owned(),
            level: level.into(),
            ordered,
            alt,
            locator: block.locator,
            runs: runs(block.runs),
            rows: block
                .rows
                .into_iter()
                .map(|row| row.into_iter().map(runs).collect())
                .collect(),
            length: small(block.length),
        }
    }
}

impl From<MarkShown> for TextMark {
    fn from(mark: MarkShown) -> Self {
        Self {
            uid: mark.uid.to_string(),
            kind: mark.kind.as_str().to_owned(),
            quote: mark.quote,
            quote_cut: mark.quote_cut,
            note: mark.note,
            draft: mark.draft,
            speaker: mark.speaker,
            credibility: mark.credibility.get().into(),
            made_at: mark.made_at,
            state: mark.state.as_str().to_owned(),
            at: mark.at.map(Into::into),
            locator: mark.locator,
            tags: mark.tags,
            risks: mark.risks.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<PageStart> for TextPageStart {
    fn from(start: PageStart) -> Self {
        Self {
            block: small(start.block),
            part: small(start.part),
        }
    }
}

impl From<TextPageStart> for PageStart {
    fn from(start: TextPageStart) -> Self {
        Self {
            block: start.block as usize,
            part: start.part as usize,
        }
    }
}

impl From<reading::Stretch> for TextStretch {
    fn from(stretch: reading::Stretch) -> Self {
        let point = |point: reading::Point| TextPoint {
            block: small(point.block),
            unit: small(point.unit),
        };
        Self {
            from: point(stretch.from),
            to: point(stretch.to),
        }
    }
}

impl From<TextStretch> for reading::Stretch {
    fn from(stretch: TextStretch) -> Self {
        let point = |point: TextPoint| reading::Point {
            block: point.block as usize,
            unit: point.unit as usize,
        };
        Self {
            from: point(stretch.from),
            to: point(stretch.to),
        }
    }
}

/// Opens an article for reading; its text and its marks come by page.
///
/// # Errors
/// There is no such article.
#[tauri::command]
#[specta::specta]
pub async fn open_article(
    library: State<'_, Arc<Library>>,
    article: String,
) -> Result<ArticleOpened, Failure> {
    at_desk(&library, move |desk| Ok(desk.open_article(&article)?.into())).await
}

/// The blocks of a version from `from` on (from the first without it), at most about 200 kB of them.
///
/// # Errors
/// There is no such version.
#[tauri::command]
#[specta::specta]
pub async fn article_blocks(
    library: State<'_, Arc<Library>>,
    version: String,
    from: Option<TextPageStart>,
) -> Result<TextPage, Failure> {
    let read = move |desk: &Desk| {
        let page = desk.article_blocks(&version, from.map_or_else(PageStart::default, Into::into))?;
        Ok(TextPage {
            blocks: page.blocks.into_iter().map(Into::into).collect(),
            next: page.next.map(Into::into),
        })
    };
    at_desk(&library, read).await
}

/// The marks on an article that were made after the mark `after` (from the first without it).
///
/// # Errors
/// There is no such article or mark.
#[tauri::command]
#[specta::specta]
pub async fn article_marks(
    library: State<'_, Arc<Library>>,
    article: String,
    after: Option<String>,
) -> Result<MarksPage, Failure> {
    let read = move |desk: &Desk| {
        let page = desk.article_marks(&article, after.as_deref())?;
        Ok(MarksPage {
            marks: page.marks.into_iter().map(Into::into).collect(),
            next: page.next.map(|uid| uid.to_string()),
        })
    };
    at_desk(&library, read).await
}

/// Where code points `start` to `end` of an article's text stand; nothing when they are not in it.
///
/// # Errors
/// There is no such article.
#[tauri::command]
#[specta::specta]
pub async fn find_passage(
    library: State<'_, Arc<Library>>,
    article: String,
    start: u32,
    end: u32,
) -> Result<Option<TextStretch>, Failure> {
    let read = move |desk: &Desk| {
        Ok(desk
            .passage(&article, start as usize, end as usize)?
            .map(Into::into))
    };
    at_desk(&library, read).await
}

/// Remembers which block was in focus; no step of the journal.
///
/// # Errors
/// The library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn keep_reading_place(
    library: State<'_, Arc<Library>>,
    article: String,
    block: String,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.keep_reading_place(&article, block)).await
}
