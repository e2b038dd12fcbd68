//! Articles into the library: files and folders from the command line here, one text at a time in `sheet`, many files with
//! progress in `bulk`.
//!
//! `record` are the fields as people type them, `correct` changes them later, `alike` finds what is there already, `draft`
//! keeps what isn't saved yet.

mod alike;
mod bulk;
mod correct;
mod draft;
mod record;
mod sheet;

use std::{
    io::Read as _,
    path::{Path, PathBuf},
};

use model::{
    Sha256Hex, Uid,
    article::{Capture, Field, Meta, canonical_text},
    tag::TagPath,
};
use serde::Serialize;
use store::{
    Read, Write,
    article::{ArticleRow, NewArticle},
    source::SourceKind,
};

pub use alike::{Alike, Likeness};
pub(crate) use bulk::Bulk;
pub use bulk::{BulkAs, BulkFile, BulkProgress, BulkState, FilesFound};
pub use draft::Draft;
/// What became of a line, and what to look at, in the parser's words.
pub use intake::{Became, Doubt, Row};
pub use model::article::{ArticleState, Removed, RemovedBecause};
pub use record::{Correction, FieldShown, RecordField};
pub use sheet::{Counts, ImportPreview, Incoming, SaveAs, Saved};

use crate::{Desk, Failure, FailureKind, Result, annotate::one_line, failure::sentence, wording::Label};

/// What came of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportStatus {
    /// It is in the library now.
    Imported,
    /// It was in the library already.
    Duplicate,
    /// It is not in the library; the file is as it was.
    Failed,
}

/// One file of an import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// The file, `-` for standard input.
    pub path: String,
    /// What came of it.
    pub status: ImportStatus,
    /// The article's identity, for a duplicate that of the article already there.
    pub article: Option<String>,
    /// The same, under the name that everything made has.
    pub uid: Option<String>,
    /// Its title.
    pub headline: Option<String>,
    /// Why it failed, or where the duplicate is.
    pub problem: Option<String>,
}

/// What the person says about everything in one import.
#[derive(Clone, Debug, Default)]
pub struct ImportAs {
    /// Who published it, where the text doesn't say.
    pub outlet: Option<String>,
    /// Where it was found.
    pub url: Option<String>,
}

/// Standard input, as a path.
const STDIN: &str = "-";

impl Desk {
    /// Imports one path. A folder stands for the files in it and below, hidden ones left out. `done` is told of each file as
    /// it is through; a file that fails never stops the others.
    ///
    /// Fails, and goes no further, when another program holds the library: each file would wait for it in vain.
    pub fn import(&self, path: &Path, about: &ImportAs, done: &mut dyn FnMut(Imported)) -> Result<()> {
        let files = match files_of(path) {
            Ok(files) => files,
            Err(failure) => {
                done(failed(path, &failure));
                return Ok(());
            }
        };
        for file in files {
            match file.and_then(|file| self.import_file(&file, about).map_err(|failure| (file, failure))) {
                Ok(imported) => done(imported),
                Err((_, failure)) if failure.kind == FailureKind::Locked => return Err(failure),
                Err((file, failure)) => done(failed(&file, &failure)),
            }
        }
        Ok(())
    }

    fn import_file(&self, path: &Path, about: &ImportAs) -> Result<Imported> {
        let bytes = read_input(path)?;
        let file_name = path.file_name().filter(|_| path != Path::new(STDIN));
        self.import_bytes(
            path,
            bytes,
            file_name.map(|name| name.to_string_lossy().into_owned()),
            about,
        )
    }

    /// Imports bytes that are there already; `path` is what the answer calls them.
    pub(crate) fn import_bytes(
        &self,
        path: &Path,
        bytes: Vec<u8>,
        file_name: Option<String>,
        about: &ImportAs,
    ) -> Result<Imported> {
        let (mut capture, _) = self.parser()?.capture(&bytes, about.url.as_deref())?;
        say_outlet(&mut capture, about.outlet.as_deref());
        let addition = Addition {
            capture,
            bytes,
            file_name,
            state: ArticleState::Inbox,
            tags: Vec::new(),
            keep_both: false,
            draft: None,
        };
        self.add_article(path, addition)
    }

    /// Adds one article; `path` is what the answer calls it.
    fn add_article(&self, path: &Path, addition: Addition) -> Result<Imported> {
        let headline = addition.capture.meta.headline.value.clone();
        let (added, _) = self.write(addition.label(), move |w| addition.put(w))?;
        let (status, article, headline, problem) = match added {
            Added::New(uid) => (ImportStatus::Imported, uid, headline, None),
            Added::Held(held) => {
                let where_it_is = held.trashed.then(|| sentence("import-duplicate-in-trash", &[]));
                (ImportStatus::Duplicate, held.uid, held.headline, where_it_is)
            }
        };
        Ok(Imported {
            path: path.display().to_string(),
            status,
            uid: Some(article.to_string()),
            article: Some(article.to_string()),
            headline: Some(headline),
            problem,
        })
    }
}

/// An article about to be added, with all that is said about it.
struct Addition {
    capture: Capture,
    bytes: Vec<u8>,
    file_name: Option<String>,
    state: ArticleState,
    tags: Vec<TagPath>,
    /// Whether it is added beside an article that is the same.
    keep_both: bool,
    /// The draft that it was.
    draft: Option<String>,
}

/// What came of an addition.
enum Added {
    New(Uid),
    Held(Box<ArticleRow>),
}

impl Addition {
    fn label(&self) -> Label {
        Label::new("op-import").with("title", short(&self.capture.meta.headline.value))
    }

    /// Adds it in the operation that also looks whether it is there already: two imports of one article at once add it once.
    fn put(self, w: &mut Write<'_>) -> Result<Added> {
        let snapshot = Sha256Hex::of(&self.bytes);
        let text = canonical_text(&self.capture.blocks);
        if !self.keep_both
            && let Some(held) = held_already(w, &snapshot, &text, &self.capture)?
        {
            return Ok(Added::Held(Box::new(w.article(held)?)));
        }
        let source = source_of(&self.capture)
            .map(|(name, kind)| w.source_or_new(&name, kind))
            .transpose()?;
        let uid = w.add_article(&NewArticle {
            capture: self.capture,
            snapshot: self.bytes,
            file_name: self.file_name,
            source,
        })?;
        if self.state != ArticleState::Inbox {
            w.set_article_state(uid, self.state)?;
        }
        for tag in &self.tags {
            w.tag_article(uid, tag)?;
        }
        if let Some(draft) = &self.draft {
            w.drop_draft(draft)?;
        }
        Ok(Added::New(uid))
    }
}

/// Names the outlet where the person knows it.
fn say_outlet(capture: &mut Capture, outlet: Option<&str>) {
    if let Some(outlet) = outlet.and_then(one_line) {
        capture.meta.outlet = Some(Field::typed(outlet));
    }
}

fn failed(path: &Path, failure: &Failure) -> Imported {
    Imported {
        path: path.display().to_string(),
        status: ImportStatus::Failed,
        article: None,
        uid: None,
        headline: None,
        problem: Some(failure.message.clone()),
    }
}

/// The article that this one is a copy of: the same bytes, or the same text with nothing said that contradicts it. A text that
/// another outlet or another day printed is another article.
fn held_already(r: &Read<'_>, snapshot: &Sha256Hex, text: &str, capture: &Capture) -> Result<Option<Uid>> {
    if let Some(held) = r.article_of_snapshot(snapshot)? {
        return Ok(Some(held));
    }
    for held in r.articles_with_text(text)? {
        if agree(&r.newest_version(held)?.capture.meta, &capture.meta) {
            return Ok(Some(held));
        }
    }
    Ok(None)
}

/// Whether two records may be of one article: what both say is the same.
fn agree(held: &Meta, new: &Meta) -> bool {
    fn same<T: PartialEq>(held: Option<&Field<T>>, new: Option<&Field<T>>) -> bool {
        held.zip(new).is_none_or(|(held, new)| held.value == new.value)
    }
    let authors = |meta: &Meta| meta.authors.iter().map(|a| a.value.clone()).collect::<Vec<_>>();
    same(held.published.as_ref(), new.published.as_ref())
        && same(held.outlet.as_ref(), new.outlet.as_ref())
        && same(held.section.as_ref(), new.section.as_ref())
        && (held.authors.is_empty() || new.authors.is_empty() || authors(held) == authors(new))
}

/// Who stands behind an article: the outlet where it is known, else the first author; nobody is made up.
fn source_of(capture: &Capture) -> Option<(String, SourceKind)> {
    let outlet = capture
        .meta
        .outlet
        .as_ref()
        .map(|o| (o.value.clone(), SourceKind::Outlet));
    outlet.or_else(|| {
        capture
            .meta
            .authors
            .first()
            .map(|a| (a.value.clone(), SourceKind::Author))
    })
}

/// A title for a menu.
fn short(title: &str) -> String {
    const LONGEST: usize = 60;
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    title.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// A file to import, or a folder that can't be read and why.
type Found = std::result::Result<PathBuf, (PathBuf, Failure)>;

/// The files that a path stands for, in order; a folder below it that can't be read is an item that failed.
fn files_of(path: &Path) -> Result<Vec<Found>> {
    if path == Path::new(STDIN) || !path.is_dir() {
        return Ok(vec![Ok(path.to_owned())]);
    }
    let mut files = Vec::new();
    let mut folders = vec![path.to_owned()];
    while let Some(folder) = folders.pop() {
        let unreadable = |e: std::io::Error| Failure::file("file-unreadable", &folder, &e);
        let entries = match std::fs::read_dir(&folder).and_then(Iterator::collect::<std::io::Result<Vec<_>>>)
        {
            Ok(entries) => entries,
            Err(e) => {
                files.push(Err((folder.clone(), unreadable(e))));
                continue;
            }
        };
        for entry in entries {
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            // Links to folders aren't followed: they can lead in circles.
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.push(entry.path());
            } else if entry.path().is_file() {
                files.push(Ok(entry.path()));
            }
        }
    }
    if files.is_empty() {
        let args = [("path", path.display().to_string().into())];
        return Err(Failure::new(FailureKind::NotFound, "folder-without-files", &args));
    }
    let path_of = |file: &Found| match file {
        Ok(path) | Err((path, _)) => path.clone(),
    };
    files.sort_by_key(path_of);
    Ok(files)
}

/// The bytes of a file or of standard input, refused above the limit before they fill the memory.
pub(crate) fn read_input(path: &Path) -> Result<Vec<u8>> {
    let limit = intake::TEXT_BYTES as u64;
    let unreadable = |e: std::io::Error| Failure::file("file-unreadable", path, &e);
    let mut bytes = Vec::new();
    if path == Path::new(STDIN) {
        std::io::stdin()
            .lock()
            .take(limit + 1)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
    } else {
        let file = std::fs::File::open(path).map_err(unreadable)?;
        if file.metadata().map_err(unreadable)?.is_dir() {
            let args = [("path", path.display().to_string().into())];
            return Err(Failure::new(FailureKind::Invalid, "file-is-folder", &args));
        }
        file.take(limit + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    }
    if bytes.len() as u64 > limit {
        return Err(Failure::new(
            FailureKind::Invalid,
            "input-too-large",
            &[("megabytes", (limit / 1_000_000).into())],
        ));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_stands_for_its_files_in_order_without_hidden_ones() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("b")).unwrap();
        for name in ["c.txt", "b/a.txt", ".hidden", "a.txt"] {
            std::fs::write(folder.path().join(name), "x").unwrap();
        }
        std::os::unix::fs::symlink(folder.path(), folder.path().join("circle")).unwrap();
        let found = files_of(folder.path()).unwrap();
        let names: Vec<_> = found
            .iter()
            .map(|f| {
                f.as_ref()
                    .unwrap()
                    .strip_prefix(folder.path())
                    .unwrap()
                    .to_str()
                    .unwrap()
            })
            .collect();
        assert_eq!(names, ["a.txt", "b/a.txt", "c.txt"]);
    }

    #[test]
    fn an_endless_file_is_refused_and_does_not_fill_the_memory() {
        let refused = read_input(Path::new("/dev/zero")).unwrap_err();
        assert_eq!(refused.kind, FailureKind::Invalid);
    }
}
