//! Briefs: the list, one brief with its blocks, and what can be done with them. Each change is one step that can be undone.

use std::sync::Arc;

use desk::compose::{Addition, StartBrief};
use desk::tray::TrayFilter;
use desk::words::{Kind, Section, Template};
use serde::Deserialize;
use tauri::State;

use super::at_desk;
use super::brief_outline::{BriefLine, BriefOutline, EvidenceTray, MadeBrief};
use crate::failure::Failure;
use crate::library::Library;

/// The most passages one answer carries.
const MOST_PASSAGES: u32 = 200;

/// What stands above a brief's blocks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, specta::Type)]
pub struct BriefFront {
    /// A judgement rather than a topic.
    pub title: String,
    /// The sentence under it.
    pub subtitle: Option<String>,
    /// TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED.
    pub marking: String,
    /// ISO date up to which information was taken in.
    pub cutoff: Option<String>,
    /// The desk.
    pub desk: Option<String>,
    /// The organisation.
    pub org: Option<String>,
    /// Names.
    pub authors: Vec<String>,
}

impl BriefFront {
    fn read(self) -> desk::Result<StartBrief> {
        let cutoff = self.cutoff.as_deref().map(desk::compose::read_day).transpose()?;
        Ok(StartBrief {
            template: Template::IntelNote,
            title: self.title,
            marking: self.marking.parse()?,
            subtitle: self.subtitle,
            cutoff,
            desk: self.desk,
            org: self.org,
            authors: self.authors,
        })
    }
}

/// A block to be added.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NewBlock {
    /// The bottom line up front; takes the place of the one before.
    Bluf {
        /// Markdown.
        text: String,
    },
    /// A key judgement.
    Judgement {
        /// Markdown.
        text: String,
        /// A term, a term's id, or a number of per cent.
        likelihood: String,
        /// low, moderate or high.
        confidence: String,
        /// Clause that completes "Confidence is low: …".
        basis: String,
    },
    /// A paragraph of a section.
    Paragraph {
        /// Markdown.
        text: String,
        /// scope, discussion, assumptions …
        section: String,
    },
    /// An entry of the register.
    Risk {
        /// R-1, or its identity.
        risk: String,
    },
    /// A passage as evidence.
    Evidence {
        /// The passage (UUID).
        annotation: String,
    },
}

impl NewBlock {
    fn read(self) -> desk::Result<Addition> {
        Ok(match self {
            Self::Bluf { text } => Addition::Bluf(text),
            Self::Judgement {
                text,
                likelihood,
                confidence,
                basis,
            } => Addition::Judgement {
                text,
                likelihood,
                confidence: confidence.parse()?,
                basis,
            },
            Self::Paragraph { text, section } => Addition::Paragraph {
                text,
                section: section.parse()?,
            },
            Self::Risk { risk } => Addition::Risk(risk),
            Self::Evidence { annotation } => Addition::Annotation(annotation),
        })
    }
}

/// What the evidence tray shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, specta::Type)]
pub struct TrayQuery {
    /// fact, judgement, risk, question or claim only.
    pub kind: Option<String>,
    /// Only what was marked since the brief before this one.
    pub new_only: bool,
    /// Words in the quote or the note.
    pub words: Option<String>,
    /// The last passage seen.
    pub after: Option<TrayPlace>,
}

/// A place in the tray.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, specta::Type)]
pub struct TrayPlace {
    /// The number of the passage's risk, where it stands under one.
    pub risk: Option<u32>,
    /// The passage (UUID).
    pub passage: String,
}

impl TrayQuery {
    fn read(self) -> desk::Result<TrayFilter> {
        Ok(TrayFilter {
            kind: self.kind.as_deref().map(str::parse::<Kind>).transpose()?,
            new_only: self.new_only,
            words: self.words,
            after: self.after.map(|place| (place.risk, place.passage)),
            limit: MOST_PASSAGES,
        })
    }
}

/// All briefs, newest first; those in the trash instead when `trashed`.
///
/// # Errors
/// The library can't be opened or read.
#[tauri::command]
#[specta::specta]
pub async fn list_briefs(library: State<'_, Arc<Library>>, trashed: bool) -> Result<Vec<BriefLine>, Failure> {
    at_desk(&library, move |desk| {
        let rows = if trashed {
            desk.trashed_briefs()?
        } else {
            desk.briefs()?
        };
        Ok(rows.into_iter().map(BriefLine::from).collect())
    })
    .await
}

/// Makes an empty brief.
///
/// # Errors
/// No title, no marking, or the library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn new_brief(library: State<'_, Arc<Library>>, front: BriefFront) -> Result<MadeBrief, Failure> {
    at_desk(&library, move |desk| Ok(desk.new_brief(front.read()?)?.into())).await
}

/// One brief as it is written.
///
/// # Errors
/// The brief isn't there.
#[tauri::command]
#[specta::specta]
pub async fn show_brief(library: State<'_, Arc<Library>>, brief: String) -> Result<BriefOutline, Failure> {
    at_desk(&library, move |desk| Ok(desk.brief_outline(&brief)?.into())).await
}

/// Replaces what stands above a brief's blocks.
///
/// # Errors
/// No title, no marking, or the brief is gone or in the trash.
#[tauri::command]
#[specta::specta]
pub async fn set_brief(
    library: State<'_, Arc<Library>>,
    brief: String,
    front: BriefFront,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.set_brief(&brief, front.read()?)).await
}

/// Adds a block right behind `after`, where both belong to the same part, else at the end of its part, and gives its
/// identity. The passages `cite` are cited by it.
///
/// # Errors
/// It has no words, or what it names is gone or in the trash.
#[tauri::command]
#[specta::specta]
pub async fn add_block(
    library: State<'_, Arc<Library>>,
    brief: String,
    block: NewBlock,
    cite: Vec<String>,
    after: Option<String>,
) -> Result<String, Failure> {
    at_desk(&library, move |desk| {
        let made = desk.insert_into_brief(&brief, block.read()?, &cite, after.as_deref())?;
        Ok(made.uid.to_string())
    })
    .await
}

/// Replaces the words of a block.
///
/// # Errors
/// There are none, or the block is gone.
#[tauri::command]
#[specta::specta]
pub async fn write_block(
    library: State<'_, Arc<Library>>,
    block: String,
    text: String,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.write_block(&block, text)).await
}

/// Replaces what a judgement says beside its words.
///
/// # Errors
/// `likelihood` is no term and no number of the scale, the basis is empty, or the block is gone.
#[tauri::command]
#[specta::specta]
pub async fn judge_block(
    library: State<'_, Arc<Library>>,
    block: String,
    likelihood: String,
    confidence: String,
    basis: String,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| {
        desk.judge_block(&block, &likelihood, confidence.parse()?, basis)
    })
    .await
}

/// Moves a block to the place `index` (from 0) of its part, or of `section` for a paragraph.
///
/// # Errors
/// The block is gone, or its brief is in the trash.
#[tauri::command]
#[specta::specta]
pub async fn move_block(
    library: State<'_, Arc<Library>>,
    block: String,
    section: Option<String>,
    index: u32,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| {
        let section = section.as_deref().map(str::parse::<Section>).transpose()?;
        desk.move_block(&block, section, index as usize)
    })
    .await
}

/// Takes a block out of its brief.
///
/// # Errors
/// The block is gone already.
#[tauri::command]
#[specta::specta]
pub async fn drop_block(library: State<'_, Arc<Library>>, block: String) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.drop_block(&block)).await
}

/// Cites passages at the end of a block.
///
/// # Errors
/// The block is gone, or a passage is gone or in the trash.
#[tauri::command]
#[specta::specta]
pub async fn cite_passages(
    library: State<'_, Arc<Library>>,
    block: String,
    passages: Vec<String>,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.cite_in_block(&block, &passages)).await
}

/// Takes a citation away.
///
/// # Errors
/// It is gone already.
#[tauri::command]
#[specta::specta]
pub async fn uncite_passage(library: State<'_, Arc<Library>>, citation: String) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.uncite(&citation)).await
}

/// Puts a brief into the trash, or takes it out.
///
/// # Errors
/// The brief isn't there.
#[tauri::command]
#[specta::specta]
pub async fn trash_brief(
    library: State<'_, Arc<Library>>,
    brief: String,
    trashed: bool,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| {
        let done = if trashed {
            desk.trash(&brief)
        } else {
            desk.restore(&brief)
        };
        done.map(|_| ())
    })
    .await
}

/// Makes another brief like this one, with its own serial.
///
/// # Errors
/// The brief isn't there.
#[tauri::command]
#[specta::specta]
pub async fn duplicate_brief(library: State<'_, Arc<Library>>, brief: String) -> Result<MadeBrief, Failure> {
    at_desk(&library, move |desk| Ok(desk.duplicate_brief(&brief)?.into())).await
}

/// The passages that a brief may cite, by the risk they bear on; at most 200, then on from the last one.
///
/// # Errors
/// The brief isn't there.
#[tauri::command]
#[specta::specta]
pub async fn evidence_tray(
    library: State<'_, Arc<Library>>,
    brief: String,
    query: TrayQuery,
) -> Result<EvidenceTray, Failure> {
    at_desk(&library, move |desk| {
        Ok(desk.evidence_tray(&brief, &query.read()?)?.into())
    })
    .await
}
