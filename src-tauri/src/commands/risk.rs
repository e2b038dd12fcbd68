//! The risk register: the list, one entry in depth, the matrix, and what can be done with an entry.

use std::sync::Arc;

use desk::assess::NewEntry;
use tauri::State;

use super::at_desk;
use super::risk_shown::{RiskAssessment, RiskDetail, RiskKeeping, RiskLine, RiskMatrix};
use crate::failure::Failure;
use crate::library::Library;

/// The register by number.
///
/// # Errors
/// The library can't be opened or read.
#[tauri::command]
#[specta::specta]
pub async fn list_risks(library: State<'_, Arc<Library>>) -> Result<Vec<RiskLine>, Failure> {
    at_desk(&library, |desk| {
        Ok(desk.register()?.into_iter().map(Into::into).collect())
    })
    .await
}

/// One entry in depth, by identity or number.
///
/// # Errors
/// There is no such entry.
#[tauri::command]
#[specta::specta]
pub async fn show_risk(library: State<'_, Arc<Library>>, risk: String) -> Result<RiskDetail, Failure> {
    at_desk(&library, move |desk| Ok(desk.entry(&risk)?.into())).await
}

/// The house matrix with the words of its scales.
///
/// # Errors
/// None; every command answers alike.
#[tauri::command]
#[specta::specta]
pub async fn risk_matrix() -> Result<RiskMatrix, Failure> {
    Ok(RiskMatrix::house())
}

/// Makes an entry of the analyst's own and gives its identity.
///
/// # Errors
/// The title is empty (`title`), or the library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn new_risk(
    library: State<'_, Arc<Library>>,
    title: String,
    statement: Option<String>,
) -> Result<String, Failure> {
    let entry = NewEntry {
        title: Some(title),
        statement,
        from: None,
    };
    at_desk(&library, |desk| Ok(desk.new_risk(entry)?.uid.to_string())).await
}

/// Changes title and statement; a statement that changes is the analyst's own from then on.
///
/// # Errors
/// The title is empty (`title`), or the entry is gone.
#[tauri::command]
#[specta::specta]
pub async fn reword_risk(
    library: State<'_, Arc<Library>>,
    risk: String,
    title: String,
    statement: Option<String>,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.reword_risk(&risk, &title, statement)).await
}

/// Says how an entry is kept: status, owner, next review.
///
/// # Errors
/// A word or a day that is none (`review_on`), or the entry is gone.
#[tauri::command]
#[specta::specta]
pub async fn keep_risk(
    library: State<'_, Arc<Library>>,
    risk: String,
    keeping: RiskKeeping,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.keep_risk(&risk, keeping.read()?)).await
}

/// Records a judgement; earlier ones stay.
///
/// # Errors
/// What is missing or can't be used is named in `field`: likelihood, impact, basis, rationale, horizon, review_on.
#[tauri::command]
#[specta::specta]
pub async fn assess_risk(
    library: State<'_, Arc<Library>>,
    risk: String,
    assessment: RiskAssessment,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| {
        desk.assess(&risk, assessment.read()?).map(|_| ())
    })
    .await
}

/// Links a passage to a risk, or changes how a linked one bears: `stance` supports, contradicts or context, `weight` L, M or H.
///
/// # Errors
/// The risk or the passage is gone or in the trash.
#[tauri::command]
#[specta::specta]
pub async fn link_evidence(
    library: State<'_, Arc<Library>>,
    risk: String,
    annotation: String,
    stance: String,
    weight: String,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| {
        let (stance, weight) = (stance.parse()?, weight.parse()?);
        desk.link(&risk, &annotation, stance, weight).map(|_| ())
    })
    .await
}

/// Takes a passage off a risk, or puts it back; judgements that weighed it keep it.
///
/// # Errors
/// There is no such link.
#[tauri::command]
#[specta::specta]
pub async fn unlink_evidence(
    library: State<'_, Arc<Library>>,
    evidence: String,
    unlinked: bool,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| {
        let thrown = if unlinked {
            desk.trash(&evidence)
        } else {
            desk.restore(&evidence)
        };
        thrown.map(|_| ())
    })
    .await
}

/// Puts an entry into the trash, or takes it out.
///
/// # Errors
/// There is no such entry.
#[tauri::command]
#[specta::specta]
pub async fn trash_risk(
    library: State<'_, Arc<Library>>,
    risk: String,
    trashed: bool,
) -> Result<(), Failure> {
    at_desk(&library, move |desk| {
        let thrown = if trashed {
            desk.trash(&risk)
        } else {
            desk.restore(&risk)
        };
        thrown.map(|_| ())
    })
    .await
}
