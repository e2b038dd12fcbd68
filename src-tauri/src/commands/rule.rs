//! What was taught about the pages of sites.

use std::sync::Arc;

use tauri::State;

use super::at_desk;
use super::import::{RuleSaid, SiteRule};
use crate::failure::Failure;
use crate::library::Library;

/// All rules, by site.
///
/// # Errors
/// The library can't be read.
#[tauri::command]
#[specta::specta]
pub async fn site_rules(library: State<'_, Arc<Library>>) -> Result<Vec<SiteRule>, Failure> {
    at_desk(&library, |desk| {
        Ok(desk.rules()?.into_iter().map(Into::into).collect())
    })
    .await
}

/// Teaches a rule for a site, named by its host or by the address of one of its pages, and gives its identity. One step.
///
/// # Errors
/// It names no site; it can't be followed.
#[tauri::command]
#[specta::specta]
pub async fn remember_rule(
    library: State<'_, Arc<Library>>,
    site: String,
    rule: RuleSaid,
) -> Result<String, Failure> {
    at_desk(&library, move |desk| desk.remember_rule(&site, rule.into())).await
}

/// Forgets a rule; what it did to articles stays. One step.
///
/// # Errors
/// There is no such rule.
#[tauri::command]
#[specta::specta]
pub async fn forget_rule(library: State<'_, Arc<Library>>, rule: String) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.forget_rule(&rule)).await
}
