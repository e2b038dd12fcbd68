//! Many files as the sheet sees them: what was chosen, how far their import is, what came of each.

use desk::import;
use serde::Serialize;

use super::same_words;
use super::sheet::{ImportDoubt, count};
use crate::commands::version::VersionAdded;

/// The files that were chosen, folders opened.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct FilesToImport {
    /// How many there are.
    pub total: u32,
    /// The paths of the first of them.
    pub paths: Vec<String>,
}

/// What came of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum FileOutcome {
    Imported,
    NewVersion,
    Duplicate,
    Failed,
}

/// A file that came through.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct ImportedFile {
    /// Its path.
    pub path: String,
    /// What came of it.
    pub outcome: FileOutcome,
    /// The article, or the one that was there already.
    pub article: Option<String>,
    /// Its title.
    pub headline: Option<String>,
    /// Why it failed, or where the article is that was there, as a sentence.
    pub problem: Option<String>,
    /// What to look at in the record.
    pub doubts: Vec<ImportDoubt>,
    /// The version, where the file became one.
    pub version: Option<VersionAdded>,
}

impl From<import::BulkFile> for ImportedFile {
    fn from(file: import::BulkFile) -> Self {
        let imported = file.imported;
        Self {
            path: imported.path,
            outcome: match imported.status {
                import::ImportStatus::Imported => FileOutcome::Imported,
                import::ImportStatus::NewVersion => FileOutcome::NewVersion,
                import::ImportStatus::Duplicate => FileOutcome::Duplicate,
                import::ImportStatus::Failed => FileOutcome::Failed,
            },
            article: imported.article,
            headline: imported.headline,
            problem: imported.problem,
            doubts: file.doubts.into_iter().map(Into::into).collect(),
            version: imported.version.map(Into::into),
        }
    }
}

/// How an import of files stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ImportJobState {
    Running,
    Paused,
    Cancelled,
    Finished,
}

same_words!(
    ImportJobState,
    import::BulkState,
    Running,
    Paused,
    Cancelled,
    Finished
);

/// How far an import of files is.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct ImportProgress {
    /// How it stands.
    pub state: ImportJobState,
    /// Files looked at.
    pub done: u32,
    /// Files in all.
    pub total: u32,
    /// New articles.
    pub imported: u32,
    /// New versions of articles that were there: their pages changed.
    pub new_versions: u32,
    /// Files whose article was there already.
    pub duplicates: u32,
    /// Files that couldn't be read; they are as they were.
    pub failed: u32,
    /// New articles with something to look at.
    pub need_a_look: u32,
    /// Files a second.
    pub per_second: f64,
    /// The files since the last word.
    pub files: Vec<ImportedFile>,
}

impl From<import::BulkProgress> for ImportProgress {
    fn from(progress: import::BulkProgress) -> Self {
        Self {
            state: progress.state.into(),
            done: count(progress.done),
            total: count(progress.total),
            imported: count(progress.imported),
            new_versions: count(progress.new_versions),
            duplicates: count(progress.duplicates),
            failed: count(progress.failed),
            need_a_look: count(progress.need_a_look),
            per_second: progress.per_second,
            files: progress.files.into_iter().map(Into::into).collect(),
        }
    }
}
