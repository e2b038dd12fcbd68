//! Marks on an article: making, changing, noting, tagging, throwing away; and what becomes of the source's own risks.
//!
//! Each command that writes is one step of the journal and answers the mark as it is then, so the screen needn't ask again.

use std::sync::Arc;

use desk::Desk;
use desk::assess::NewEntry;
use desk::words::{Credibility, Kind, Stance, Weight};
use serde::Serialize;
use tauri::State;

use super::article_text::{TextMark, TextStretch};
use super::at_desk;
use crate::failure::Failure;
use crate::library::Library;

/// A note that was saved.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct NoteWritten {
    /// The mark as it is now, with the tags and risks that its note asked for.
    pub mark: TextMark,
    /// What was meant for a risk and fits none, or several; it stays in the note.
    pub unread: Vec<String>,
}

/// What can be picked for a mark.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct MarkChoices {
    /// Every tag, by path.
    pub tags: Vec<String>,
    /// The register.
    pub risks: Vec<RiskToPick>,
}

/// A risk that can be picked.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct RiskToPick {
    /// Identity.
    pub risk: String,
    ///
    pub number: String,
    /// Its short name.
    pub title: String,
    /// Rating that stands.
    pub rating: Option<String>,
}

/// A claim that became a risk of the register.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct ClaimAdopted {
    /// Identity of the risk.
    pub risk: String,
    ///
    pub number: String,
}

/// One mark as it is now.
///
/// # Errors
/// There is no such mark.
#[tauri::command]
#[specta::specta]
pub async fn show_mark(library: State<'_, Arc<Library>>, mark: String) -> Result<TextMark, Failure> {
    at_desk(&library, move |desk| Ok(desk.mark(&mark)?.into())).await
}

/// Marks a passage of a version.
///
/// # Errors
/// The passage is blank or not in the text, a newer version took its place, the article is in the trash, or the library can't
/// be written.
#[tauri::command]
#[specta::specta]
pub async fn mark_passage(
    library: State<'_, Arc<Library>>,
    version: String,
    at: TextStretch,
    kind: String,
) -> Result<TextMark, Failure> {
    let write = move |desk: &Desk| {
        let kind: Kind = kind.parse()?;
        Ok(desk.mark_passage(&version, at.into(), kind)?.into())
    };
    at_desk(&library, write).await
}

/// Places a mark, one that was lost or one drawn anew, on another passage of a version.
///
/// # Errors
/// Those of `mark_passage`.
#[tauri::command]
#[specta::specta]
pub async fn move_mark(
    library: State<'_, Arc<Library>>,
    mark: String,
    version: String,
    at: TextStretch,
) -> Result<TextMark, Failure> {
    at_desk(&library, move |desk| {
        Ok(desk.move_mark(&mark, &version, at.into())?.into())
    })
    .await
}

/// Says what a marked passage is.
///
/// # Errors
/// It is in the trash, or the library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn set_mark_kind(
    library: State<'_, Arc<Library>>,
    mark: String,
    kind: String,
) -> Result<TextMark, Failure> {
    let write = move |desk: &Desk| {
        let kind: Kind = kind.parse()?;
        Ok(desk.set_kind(&mark, kind)?.into())
    };
    at_desk(&library, write).await
}

/// Says who is quoted and how credible the passage is, 2 to 6.
///
/// # Errors
/// The figure is 1 (a passage does not confirm itself) or none of the scale.
#[tauri::command]
#[specta::specta]
pub async fn grade_mark(
    library: State<'_, Arc<Library>>,
    mark: String,
    speaker: Option<String>,
    credibility: u8,
) -> Result<TextMark, Failure> {
    let write = move |desk: &Desk| {
        let credibility = Credibility::try_from(credibility)?;
        Ok(desk.grade_passage(&mark, speaker.as_deref(), credibility)?.into())
    };
    at_desk(&library, write).await
}

/// Puts a tag on a mark, or takes it off.
///
/// # Errors
/// The words can't be a tag, or the library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn set_mark_tag(
    library: State<'_, Arc<Library>>,
    mark: String,
    tag: String,
    on: bool,
) -> Result<TextMark, Failure> {
    at_desk(&library, move |desk| {
        Ok(desk.set_mark_tag(&mark, &tag, on)?.into())
    })
    .await
}

/// Saves a note; `#tag` and `>risk` in it become what they say.
///
/// # Errors
/// The annotation is in the trash, or the library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn write_note(
    library: State<'_, Arc<Library>>,
    mark: String,
    text: String,
) -> Result<NoteWritten, Failure> {
    let write = move |desk: &Desk| {
        let saved = desk.set_note(&mark, &text)?;
        Ok(NoteWritten {
            mark: saved.mark.into(),
            unread: saved.unread,
        })
    };
    at_desk(&library, write).await
}

/// Keeps what is being typed into a note; no step of the journal.
///
/// # Errors
/// The library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn keep_note_draft(
    library: State<'_, Arc<Library>>,
    mark: String,
    text: String,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.keep_note_draft(&mark, text)).await
}

/// Puts a mark into the trash.
///
/// # Errors
/// There is no such mark, or the library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn trash_mark(library: State<'_, Arc<Library>>, mark: String) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.trash(&mark).map(|_| ())).await
}

/// The tags and risks that can be picked.
///
/// # Errors
/// The library can't be read.
#[tauri::command]
#[specta::specta]
pub async fn mark_choices(library: State<'_, Arc<Library>>) -> Result<MarkChoices, Failure> {
    let read = |desk: &Desk| {
        let choices = desk.choices()?;
        let risk = |risk: desk::amend::RiskChoice| RiskToPick {
            risk: risk.uid.to_string(),
            number: risk.number,
            title: risk.title,
            rating: risk.rating,
        };
        Ok(MarkChoices {
            tags: choices.tags,
            risks: choices.risks.into_iter().map(risk).collect(),
        })
    };
    at_desk(&library, read).await
}

/// Makes a risk of the register from the n-th risk that the source claims in a version of its article.
///
/// # Errors
/// There is no such claim, a newer version took the place of this one, or the library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn adopt_claim(
    library: State<'_, Arc<Library>>,
    version: String,
    claim: u32,
) -> Result<ClaimAdopted, Failure> {
    let write = move |desk: &Desk| {
        let entry = NewEntry {
            from: Some((version, claim)),
            ..NewEntry::default()
        };
        let made = desk.new_risk(entry)?;
        Ok(ClaimAdopted {
            risk: made.uid.to_string(),
            number: made.number,
        })
    };
    at_desk(&library, write).await
}

/// Marks the n-th risk that the source claims in a version and links it to a risk of the register, as one step.
///
/// # Errors
/// There is no such claim or risk, a newer version took the place of this one, or the library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn link_claim(
    library: State<'_, Arc<Library>>,
    version: String,
    claim: u32,
    risk: String,
) -> Result<TextMark, Failure> {
    at_desk(&library, move |desk| {
        Ok(desk.link_claim(&version, claim, &risk)?.into())
    })
    .await
}

/// Makes a risk of the register and links a mark to it: `supports`, `contradicts` or `context`.
///
/// # Errors
/// The title is blank, the mark is in the trash, or the library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn link_new_risk(
    library: State<'_, Arc<Library>>,
    mark: String,
    title: String,
    stance: String,
) -> Result<TextMark, Failure> {
    let write = move |desk: &Desk| {
        let stance: Stance = stance.parse()?;
        Ok(desk.link_new(&title, &mark, stance, Weight::M)?.into())
    };
    at_desk(&library, write).await
}

/// Sets the n-th risk that the source claims in a version aside, or takes it back.
///
/// # Errors
/// There is no such claim, a newer version took the place of this one, or the library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn set_claim_aside(
    library: State<'_, Arc<Library>>,
    version: String,
    claim: u32,
    aside: bool,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.set_claim_aside(&version, claim, aside)).await
}
