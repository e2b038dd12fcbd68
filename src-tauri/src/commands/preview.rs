//! What a brief looks like, what stands against sending it, and sending it.
//!
//! Pages cross as addresses of images, see `preview`; nothing that could be markup crosses here.

use std::sync::Arc;
use std::time::Instant;

use desk::check_brief::CheckShown;
use desk::export::Format;
use desk::preview::{PreviewPage, Typing};
use desk::words::Indexed;
use serde::{Deserialize, Serialize};
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, Manager as _, State};

use super::at_desk;
use crate::failure::Failure;
use crate::library::Library;
use crate::media::SCHEME;
use crate::native::chosen::Chosen;
use crate::preview::Typesetting;

/// Words that are being typed and are not in the library yet.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, specta::Type)]
pub struct TypingNow {
    /// The block (UUID).
    pub block: String,
    /// What it says now, in Markdown.
    pub text: String,
}

impl From<TypingNow> for Typing {
    fn from(typing: TypingNow) -> Self {
        let TypingNow { block, text } = typing;
        Self { block, text }
    }
}

/// The pages of a brief.
#[derive(Clone, Debug, PartialEq, Serialize, specta::Type)]
pub struct BriefPages {
    /// In order.
    pub pages: Vec<BriefPage>,
    /// Milliseconds that laying out took.
    pub took: f64,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Serialize, specta::Type)]
pub struct BriefPage {
    /// Where its image is. A page that looks the same keeps its address.
    pub address: String,
    /// In points.
    pub width: f64,
    /// In points.
    pub height: f64,
}

impl From<PreviewPage> for BriefPage {
    fn from(page: PreviewPage) -> Self {
        Self {
            address: format!("{SCHEME}://localhost/page/{}.svg", page.look),
            width: page.width,
            height: page.height,
        }
    }
}

/// Something that a check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct BriefCheck {
    /// EL-004 …
    pub rule: String,
    /// info, warning or error.
    pub severity: String,
    /// What is wrong, as a sentence.
    pub message: String,
    /// Where, for people.
    pub place: String,
    /// The block (UUID); nothing where the brief as a whole is meant.
    pub block: Option<String>,
    /// First UTF-16 unit of the block's words as they print, paragraphs parted by two line ends.
    pub start: Option<u32>,
    /// One past the last.
    pub end: Option<u32>,
    /// Names what it is about: it is accepted for these words and no others.
    pub sentence: String,
    /// Why it stands, where it was accepted.
    pub accepted: Option<String>,
}

impl From<CheckShown> for BriefCheck {
    fn from(found: CheckShown) -> Self {
        let words = Indexed::new(&found.words);
        let unit = |at: usize| u32::try_from(words.utf16(at)).ok();
        Self {
            start: found.span.and_then(|span| unit(span.start)),
            end: found.span.and_then(|span| unit(span.end)),
            severity: found.severity.as_str().to_owned(),
            rule: found.rule,
            message: found.message,
            place: found.place,
            block: found.block,
            sentence: found.sentence,
            accepted: found.accepted,
        }
    }
}

/// A finding to be let stand.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, specta::Type)]
pub struct CheckNamed {
    /// EL-004 …
    pub rule: String,
    /// What it is about.
    pub sentence: String,
}

/// The form a brief leaves in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum BriefFormat {
    /// PDF/A and PDF/UA with the brief's data attached.
    Pdf,
    /// Markdown with footnotes.
    Markdown,
    /// The data itself, brief/1.
    Json,
}

impl From<BriefFormat> for Format {
    fn from(format: BriefFormat) -> Self {
        match format {
            BriefFormat::Pdf => Self::Pdf,
            BriefFormat::Markdown => Self::Md,
            BriefFormat::Json => Self::Json,
        }
    }
}

/// Lays a brief out, with the words that are being typed. Nothing when a newer request took this one's place.
///
/// # Errors
/// The brief isn't there, or it holds what can't be typeset; the pages from before stay.
#[tauri::command]
#[specta::specta]
pub async fn lay_out_brief(
    app: AppHandle,
    brief: String,
    typing: Option<TypingNow>,
) -> Result<Option<BriefPages>, Failure> {
    let began = Instant::now();
    let job = move || {
        app.state::<Typesetting>()
            .lay_out(brief, typing.map(Typing::from))
    };
    let pages = spawn_blocking(job)
        .await
        .unwrap_or_else(|_| Err(Failure::bug()))?;
    Ok(pages.map(|pages| BriefPages {
        pages: pages.into_iter().map(BriefPage::from).collect(),
        took: began.elapsed().as_secs_f64() * 1000.0,
    }))
}

/// What the checks find in a brief, with the words that are being typed.
///
/// # Errors
/// The brief isn't there.
#[tauri::command]
#[specta::specta]
pub async fn check_brief(
    library: State<'_, Arc<Library>>,
    brief: String,
    typing: Option<TypingNow>,
) -> Result<Vec<BriefCheck>, Failure> {
    at_desk(&library, move |desk| {
        let found = desk.check_brief(&brief, typing.map(Typing::from).as_ref())?;
        Ok(found.into_iter().map(BriefCheck::from).collect())
    })
    .await
}

/// Lets findings stand for a reason, which the library keeps.
///
/// # Errors
/// No reason is given, or the brief isn't there.
#[tauri::command]
#[specta::specta]
pub async fn accept_checks(
    library: State<'_, Arc<Library>>,
    brief: String,
    checks: Vec<CheckNamed>,
    reason: String,
) -> Result<(), Failure> {
    let named = checks
        .into_iter()
        .map(|c| (c.rule, c.sentence))
        .collect::<Vec<_>>();
    at_desk(&library, move |desk| desk.accept_checks(&brief, &named, &reason)).await
}

/// Writes a brief to `path`, which was chosen before. Checks that hold it back are accepted for the reason `despite`.
///
/// # Errors
/// A check holds it back and no reason is given, the file can't be written, or the brief isn't there.
#[tauri::command]
#[specta::specta]
pub async fn export_brief(
    library: State<'_, Arc<Library>>,
    chosen: State<'_, Chosen>,
    brief: String,
    format: BriefFormat,
    path: String,
    despite: Option<String>,
) -> Result<(), Failure> {
    let path = chosen.take_back(&path)?;
    at_desk(&library, move |desk| {
        desk.issue_brief(&brief, format.into(), &path, despite.as_deref())
            .map(|_| ())
    })
    .await
}
