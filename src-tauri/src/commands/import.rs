//! The import sheet as the window sees it: what became of each line, the record's fields, duplicates, drafts, and the import of
//! many files with its progress.
//!
//! Texts come along with every question, so nothing has to be closed. Numbers of lines and of what was left out are those of the
//! preview.

use std::sync::Arc;

use desk::import;
use desk::words::TagPath;
use serde::{Deserialize, Serialize};
use tauri::State;
use tauri::ipc::Channel;

use super::at_desk;
use crate::failure::Failure;
use crate::library::Library;

/// What is to be imported.
#[derive(Clone, Debug, Deserialize, specta::Type)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum ImportSource {
    /// A text that was pasted or typed.
    Text {
        /// The text.
        text: String,
    },
    /// A file.
    File {
        /// Its path.
        path: String,
    },
}

impl From<ImportSource> for import::Incoming {
    fn from(source: ImportSource) -> Self {
        match source {
            ImportSource::Text { text } => Self::Text(text),
            ImportSource::File { path } => Self::File(path.into()),
        }
    }
}

/// A field of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words are the fields' names")]
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

/// Pairs the words of the window with those of the desk.
macro_rules! same_words {
    ($ours:ty, $theirs:ty, $($word:ident),+) => {
        impl From<$theirs> for $ours {
            fn from(theirs: $theirs) -> Self {
                match theirs {
                    $(<$theirs>::$word => Self::$word),+
                }
            }
        }
        impl From<$ours> for $theirs {
            fn from(ours: $ours) -> Self {
                match ours {
                    $(<$ours>::$word => Self::$word),+
                }
            }
        }
    };
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
#[expect(missing_docs, reason = "the words are the parts' names")]
pub enum Part {
    Section,
    Published,
    Title,
    Deck,
    Author,
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
#[expect(
    missing_docs,
    reason = "the words are explained where the parser finds them (intake::Doubt)"
)]
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
    /// Lines that were left out of the record.
    pub removed: u32,
    /// What to look at.
    pub doubts: Vec<ImportDoubt>,
    /// What is there already.
    pub alike: Vec<AlikeArticle>,
}

impl From<import::ImportPreview> for ImportPreview {
    fn from(preview: import::ImportPreview) -> Self {
        let to_come = preview.from_the_future.then_some(ImportDoubt::DateToCome);
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
            removed: count(preview.removed.len()),
            doubts: preview
                .doubts
                .into_iter()
                .map(Into::into)
                .chain(to_come)
                .collect(),
            alike: preview.alike.into_iter().map(Into::into).collect(),
        }
    }
}

/// A number that JavaScript can count with.
fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Where an article goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words are the places' names")]
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
    /// Where it goes.
    pub to: ImportTo,
    /// Its tags.
    pub tags: Vec<String>,
    /// Whether to keep it beside an article that is the same.
    pub keep_both: bool,
    /// `sha256` of the preview that was looked at.
    pub looked_at: Option<String>,
    /// The name of the draft that this was, which goes.
    pub draft: Option<String>,
}

impl SaveImport {
    fn read(self) -> Result<import::SaveAs, desk::Failure> {
        Ok(import::SaveAs {
            corrections: self.corrections.into_iter().map(Into::into).collect(),
            kept: self.kept.into_iter().map(|n| n as usize).collect(),
            state: self.to.into(),
            tags: tags(&self.tags)?,
            keep_both: self.keep_both,
            looked_at: self.looked_at,
            draft: self.draft,
        })
    }
}

fn tags(given: &[String]) -> Result<Vec<TagPath>, desk::Failure> {
    given.iter().map(|tag| Ok(TagPath::read(tag)?)).collect()
}

/// What came of saving: the article, or the one that is the same and was there.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct SavedImport {
    /// The new article; nothing when nothing was added.
    pub article: Option<String>,
    /// The article that is the same.
    pub held: Option<AlikeArticle>,
}

impl From<import::Saved> for SavedImport {
    fn from(saved: import::Saved) -> Self {
        match saved {
            import::Saved::New(uid) => Self {
                article: Some(uid.to_string()),
                held: None,
            },
            import::Saved::Held(held) => Self {
                article: None,
                held: Some(held.into()),
            },
        }
    }
}

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
#[expect(missing_docs, reason = "the words say it")]
pub enum FileOutcome {
    Imported,
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
}

impl From<import::BulkFile> for ImportedFile {
    fn from(file: import::BulkFile) -> Self {
        let imported = file.imported;
        Self {
            path: imported.path,
            outcome: match imported.status {
                import::ImportStatus::Imported => FileOutcome::Imported,
                import::ImportStatus::Duplicate => FileOutcome::Duplicate,
                import::ImportStatus::Failed => FileOutcome::Failed,
            },
            article: imported.article,
            headline: imported.headline,
            problem: imported.problem,
            doubts: file.doubts.into_iter().map(Into::into).collect(),
        }
    }
}

/// How an import of files stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
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
            duplicates: count(progress.duplicates),
            failed: count(progress.failed),
            need_a_look: count(progress.need_a_look),
            per_second: progress.per_second,
            files: progress.files.into_iter().map(Into::into).collect(),
        }
    }
}

/// What an import would make of a text or file. Changes nothing.
///
/// # Errors
/// It is no text that is read; the file can't be read.
#[tauri::command]
#[specta::specta]
pub async fn preview_import(
    library: State<'_, Arc<Library>>,
    source: ImportSource,
) -> Result<ImportPreview, Failure> {
    at_desk(&library, move |desk| {
        Ok(desk.preview_import(&source.into())?.into())
    })
    .await
}

/// What was typed into `field` as the record would print it; `published` is what stands in that field, for a dateline's year.
///
/// # Errors
/// It can't be read as what the field holds; the sentence belongs beside the field.
#[tauri::command]
#[specta::specta]
pub async fn read_record_field(
    library: State<'_, Arc<Library>>,
    field: RecordField,
    value: String,
    published: Option<String>,
) -> Result<String, Failure> {
    let field = import::RecordField::from(field);
    at_desk(&library, move |_| field.read(&value, published.as_deref())).await
}

/// Keeps a text or file as an article, in one step.
///
/// # Errors
/// A field can't be read; the file was changed since it was looked at; the library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn save_import(
    library: State<'_, Arc<Library>>,
    source: ImportSource,
    save: SaveImport,
) -> Result<SavedImport, Failure> {
    at_desk(&library, move |desk| {
        Ok(desk.save_import(&source.into(), save.read()?)?.into())
    })
    .await
}

/// The fields of an article's record.
///
/// # Errors
/// There is no such article.
#[tauri::command]
#[specta::specta]
pub async fn article_record(
    library: State<'_, Arc<Library>>,
    article: String,
) -> Result<Vec<RecordValue>, Failure> {
    at_desk(&library, move |desk| {
        Ok(desk.record(&article)?.into_iter().map(Into::into).collect())
    })
    .await
}

/// Corrects fields of an article's record as a new version of the same bytes, in one step.
///
/// # Errors
/// A field can't be read; there is no such article.
#[tauri::command]
#[specta::specta]
pub async fn correct_article(
    library: State<'_, Arc<Library>>,
    article: String,
    corrections: Vec<Correction>,
) -> Result<(), Failure> {
    let corrections = corrections.into_iter().map(Into::into).collect();
    at_desk(&library, move |desk| desk.correct_article(&article, corrections)).await
}

/// Puts a text aside and gives the draft's name. No step to undo.
///
/// # Errors
/// The library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn save_draft(
    library: State<'_, Arc<Library>>,
    text: String,
    corrections: Vec<Correction>,
) -> Result<String, Failure> {
    let corrections: Vec<_> = corrections.into_iter().map(Into::into).collect();
    at_desk(&library, move |desk| desk.save_draft(text, &corrections)).await
}

/// The texts put aside, the newest first.
///
/// # Errors
/// The library can't be read.
#[tauri::command]
#[specta::specta]
pub async fn import_drafts(library: State<'_, Arc<Library>>) -> Result<Vec<ImportDraft>, Failure> {
    at_desk(&library, |desk| {
        Ok(desk.drafts()?.into_iter().map(Into::into).collect())
    })
    .await
}

/// Throws a draft away. No step to undo.
///
/// # Errors
/// The library can't be written.
#[tauri::command]
#[specta::specta]
pub async fn drop_draft(library: State<'_, Arc<Library>>, name: String) -> Result<(), Failure> {
    at_desk(&library, move |desk| desk.drop_draft(&name)).await
}

/// The files that `paths` stand for, folders opened.
///
/// # Errors
/// The library can't be opened.
#[tauri::command]
#[specta::specta]
pub async fn files_to_import(
    library: State<'_, Arc<Library>>,
    paths: Vec<String>,
) -> Result<FilesToImport, Failure> {
    let paths: Vec<_> = paths.into_iter().map(Into::into).collect();
    at_desk(&library, move |desk| {
        let found = desk.files_to_import(&paths)?;
        Ok(FilesToImport {
            total: count(found.total),
            paths: found
                .paths
                .iter()
                .map(|path| path.display().to_string())
                .collect(),
        })
    })
    .await
}

/// Imports the files that `paths` stand for, and answers when that has ended; `progress` hears how it goes.
///
/// # Errors
/// Another import of files is running; another program holds the library.
#[tauri::command]
#[specta::specta]
pub async fn start_import(
    library: State<'_, Arc<Library>>,
    paths: Vec<String>,
    to: ImportTo,
    tags: Vec<String>,
    outlet: Option<String>,
    progress: Channel<ImportProgress>,
) -> Result<(), Failure> {
    let paths: Vec<_> = paths.into_iter().map(Into::into).collect();
    at_desk(&library, move |desk| {
        let (state, tags) = (to.into(), self::tags(&tags)?);
        let about = import::BulkAs { outlet, state, tags };
        // A window that is gone hears nothing and misses nothing.
        desk.import_files(&paths, &about, &mut |said| _ = progress.send(said.into()))
    })
    .await
}

/// Lets the running import of files wait.
///
/// # Errors
/// The library can't be opened.
#[tauri::command]
#[specta::specta]
pub async fn pause_import(library: State<'_, Arc<Library>>) -> Result<(), Failure> {
    at_desk(&library, |desk| Ok(desk.pause_import())).await
}

/// Lets it go on.
///
/// # Errors
/// The library can't be opened.
#[tauri::command]
#[specta::specta]
pub async fn resume_import(library: State<'_, Arc<Library>>) -> Result<(), Failure> {
    at_desk(&library, |desk| Ok(desk.resume_import())).await
}

/// Ends it; what was imported stays.
///
/// # Errors
/// The library can't be opened.
#[tauri::command]
#[specta::specta]
pub async fn cancel_import(library: State<'_, Arc<Library>>) -> Result<(), Failure> {
    at_desk(&library, |desk| Ok(desk.cancel_import())).await
}
