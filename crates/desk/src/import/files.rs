//! Files, folders and web addresses: which files a path stands for, reading them, and adding them in groups.
//!
//! One thread reads files and asks the parser while another writes, and a group of files is one transaction and one undo
//! step: waiting for the disk once a file would take longer than everything else. A group that can't be written is written
//! file by file, so that one bad file costs nobody else anything.

use std::{
    io::Read as _,
    path::{Path, PathBuf},
    sync::{Arc, mpsc},
};

use intake::Doubt;
use model::{Sha256Hex, article::ArticleState, tag::TagPath};

use super::{
    Added, Addition, Imported, failed, imported,
    incoming::{Came, name_of},
    say_outlet,
};
use crate::{Desk, Failure, FailureKind, Result, fetch::is_web, wording::Label};

/// Files of one transaction and undo step. A fifth of a second's work: whoever pauses or cancels waits for no more, and a
/// crash costs no more.
const GROUP: usize = 25;

/// What the person says about everything in one import.
#[derive(Clone, Debug)]
pub struct ImportAs {
    /// Who published it, where the text doesn't say.
    pub outlet: Option<String>,
    /// Where it was found.
    pub url: Option<String>,
    /// Where it goes.
    pub state: ArticleState,
    /// Its tags.
    pub tags: Vec<TagPath>,
}

impl Default for ImportAs {
    fn default() -> Self {
        Self {
            outlet: None,
            url: None,
            state: ArticleState::Inbox,
            tags: Vec::new(),
        }
    }
}

/// A file that came through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BulkFile {
    /// What came of it.
    pub imported: Imported,
    /// What to look at in its record.
    pub doubts: Vec<Doubt>,
}

/// A file as it was read, before anything is written.
enum FileRead {
    Article {
        path: PathBuf,
        addition: Arc<Addition>,
        doubts: Vec<Doubt>,
    },
    /// Its very bytes are in the library.
    Held {
        path: PathBuf,
        held: Added,
    },
    Failed {
        path: PathBuf,
        failure: Failure,
    },
}

/// Standard input, as a path.
const STDIN: &str = "-";

impl Desk {
    /// Imports files, folders and the pages at web addresses. A folder stands for the files in it and below, hidden ones left
    /// out. `done` is told of each file as it is safely written; a file that fails never stops the others. Up to 25 files are
    /// one undo step.
    ///
    /// Fails, and goes no further, when another program holds the library: each file would wait for it in vain.
    pub fn import(&self, paths: &[PathBuf], about: &ImportAs, done: &mut dyn FnMut(Imported)) -> Result<()> {
        self.import_in_groups(files_below(paths), about, &mut |group| {
            group.into_iter().for_each(|file| done(file.imported));
            true
        })
    }

    /// Imports `files` group by group. `next` hears what came of a group, of none at first, and says whether to go on.
    pub(super) fn import_in_groups(
        &self,
        files: Vec<Found>,
        about: &ImportAs,
        next: &mut dyn FnMut(Vec<BulkFile>) -> bool,
    ) -> Result<()> {
        if about.url.is_some() && files.len() > 1 {
            return Err(Failure::new(FailureKind::Invalid, "import-url-several", &[]).at("url"));
        }
        self.library.settle_likeness()?;
        // As many wait as are written: the parser is always one group ahead, and no more is in memory.
        let (read, to_write) = mpsc::sync_channel(GROUP);
        std::thread::scope(|threads| {
            threads.spawn(move || {
                for file in files {
                    let came = self.read_file(file, about);
                    // Nobody waits for it any more.
                    if read.send(came).is_err() {
                        return;
                    }
                }
            });
            // Moved in here, so that the reader ends when this does, however that is.
            let to_write = to_write;
            let mut came = Vec::new();
            while next(came) {
                let group: Vec<FileRead> = to_write.iter().take(GROUP).collect();
                if group.is_empty() {
                    return Ok(());
                }
                came = self.add_group(group)?;
            }
            Ok(())
        })
    }

    fn read_file(&self, file: Found, about: &ImportAs) -> FileRead {
        let path = match file {
            Ok(path) => path,
            Err((path, failure)) => return FileRead::Failed { path, failure },
        };
        match self.look_at_file(&path, about) {
            Ok(Ok((addition, doubts))) => FileRead::Article {
                path,
                addition: Arc::new(addition),
                doubts,
            },
            Ok(Err(held)) => FileRead::Held { path, held },
            Err(failure) => FileRead::Failed { path, failure },
        }
    }

    /// The bytes of a file, of standard input, or of the page at a web address.
    fn came_from(&self, path: &Path) -> Result<Came> {
        match path.to_str() {
            Some(address) if is_web(address) => self.page_at(address).map(|page| Came::page(Arc::new(page))),
            Some(STDIN) => Ok(Came::file(read_input(path)?, None)),
            _ => Ok(Came::file(read_input(path)?, name_of(path))),
        }
    }

    /// What a file would add, or what the library has of the same bytes.
    fn look_at_file(
        &self,
        path: &Path,
        about: &ImportAs,
    ) -> Result<std::result::Result<(Addition, Vec<Doubt>), Added>> {
        let came = self.came_from(path)?;
        let snapshot = Sha256Hex::of(&came.bytes);
        // Before it is parsed: an import that is begun again is over what it had done at once. A page that was fetched may have
        // gone back to what it said before.
        let held = self.read(|r| -> Result<_> {
            let held = r.article_of_snapshot(&snapshot)?;
            Ok(held.map(|uid| r.article(uid)).transpose()?)
        })?;
        if let Some(held) = held.filter(|_| came.fetched.is_none()) {
            return Ok(Err(Added::Held(Box::new(held))));
        }
        let preview = self.read_in(&came, about)?;
        let mut capture = preview.capture;
        self.follow_rules(&mut capture)?;
        say_outlet(&mut capture, about.outlet.as_deref());
        let addition = Addition {
            capture,
            came,
            state: about.state,
            tags: about.tags.clone(),
            keep_both: false,
            draft: None,
        };
        Ok(Ok((addition, preview.doubts)))
    }

    /// Writes a group in one operation, or file by file where that fails.
    fn add_group(&self, group: Vec<FileRead>) -> Result<Vec<BulkFile>> {
        let additions = group.iter().filter_map(|file| match file {
            FileRead::Article { addition, .. } => Some(Arc::clone(addition)),
            FileRead::Held { .. } | FileRead::Failed { .. } => None,
        });
        let mut added = self.add_all(additions.collect())?.into_iter();
        let file = |file| {
            let (path, came, doubts) = match file {
                FileRead::Held { path, held } => (path, Ok(held), Vec::new()),
                FileRead::Failed { path, failure } => (path, Err(failure), Vec::new()),
                FileRead::Article { path, doubts, .. } => {
                    let came = added
                        .next()
                        .unwrap_or_else(|| Err(Failure::bug("a file was not written")));
                    (path, came, doubts)
                }
            };
            let imported = match came {
                Ok(added) => imported(&path, added),
                Err(failure) if failure.kind == FailureKind::Locked => return Err(failure),
                Err(failure) => failed(&path, &failure),
            };
            Ok(BulkFile { imported, doubts })
        };
        group.into_iter().map(file).collect()
    }

    /// Adds articles; for each what came of it.
    fn add_all(&self, additions: Vec<Arc<Addition>>) -> Result<Vec<Result<Added>>> {
        if additions.len() > 1 {
            let group = additions.clone();
            let label = Label::new("op-import-files").with("count", group.len());
            let put =
                move |w: &mut store::Write<'_>| group.iter().map(|a| a.put(w)).collect::<Result<Vec<_>>>();
            match self.write(label, put) {
                Ok((added, _)) => return Ok(added.into_iter().map(Ok).collect()),
                Err(failure) if failure.kind == FailureKind::Locked => return Err(failure),
                Err(_) => {}
            }
        }
        Ok(additions
            .into_iter()
            .map(|addition| self.add(&addition))
            .collect())
    }
}

/// A file to import, or a folder that can't be read and why.
pub(super) type Found = std::result::Result<PathBuf, (PathBuf, Failure)>;

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

/// The files below all `paths`, each once, with what can't be read among them.
pub(super) fn files_below(paths: &[PathBuf]) -> Vec<Found> {
    let mut seen = std::collections::HashSet::new();
    let of = |path: &PathBuf| files_of(path).unwrap_or_else(|failure| vec![Err((path.clone(), failure))]);
    let mut found: Vec<Found> = paths.iter().flat_map(of).collect();
    found.retain(|file| match file {
        Ok(path) => seen.insert(path.clone()),
        Err(_) => true,
    });
    found
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
