//! Many files at once, told of as they go, to be paused, resumed and cancelled: one transaction a file, so whatever is done
//! stays done. One such import at a time; everything else goes on meanwhile.

use std::{
    path::{Path, PathBuf},
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};
use intake::Doubt;
use model::{article::ArticleState, tag::TagPath};

use super::{Addition, ImportStatus, Imported, failed, files_of, read_input, sheet::name_of};
use crate::{Desk, Failure, FailureKind, Result, clock};

/// Between two messages while files come through; a person can't read faster.
const MESSAGE_EVERY: TimeDelta = TimeDelta::milliseconds(100);
/// Files named before an import begins; more are imported all the same.
const NAMED: usize = 2_000;

/// What the person wants of the import that runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Wanted {
    /// None runs.
    #[default]
    Nothing,
    Run,
    Pause,
    Cancel,
}

/// The one import of many files that a desk may have running.
#[derive(Debug, Default)]
pub struct Bulk {
    wanted: Mutex<Wanted>,
    changed: Condvar,
}

impl Bulk {
    fn wanted(&self) -> MutexGuard<'_, Wanted> {
        // A word is never half written.
        self.wanted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wants `now` of an import that runs; none is asked for nothing.
    fn want(&self, now: Wanted) {
        let mut wanted = self.wanted();
        if !matches!(*wanted, Wanted::Nothing | Wanted::Cancel) {
            *wanted = now;
            self.changed.notify_all();
        }
    }
}

/// What is said about all files of an import.
#[derive(Clone, Debug)]
pub struct BulkAs {
    /// Who published them, where the texts don't say.
    pub outlet: Option<String>,
    /// Where they go.
    pub state: ArticleState,
    /// Their tags.
    pub tags: Vec<TagPath>,
}

/// How an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BulkState {
    /// Files come through.
    Running,
    /// It waits to be resumed.
    Paused,
    /// It was ended; what was done is done.
    Cancelled,
    /// All files were looked at.
    Finished,
}

/// A file that came through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BulkFile {
    /// What came of it.
    pub imported: Imported,
    /// What to look at in its record.
    pub doubts: Vec<Doubt>,
}

/// How far an import is, and which files came through since the last word of it.
#[derive(Clone, Debug, PartialEq)]
pub struct BulkProgress {
    /// How it stands.
    pub state: BulkState,
    /// Files looked at.
    pub done: usize,
    /// Files in all.
    pub total: usize,
    /// Of those done: new articles.
    pub imported: usize,
    /// Were in the library already.
    pub duplicates: usize,
    /// Couldn't be read; the files are as they were.
    pub failed: usize,
    /// New articles with something to look at.
    pub need_a_look: usize,
    /// Files a second while it ran.
    pub per_second: f64,
    /// The files since the last word.
    pub files: Vec<BulkFile>,
}

/// The files that paths stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilesFound {
    /// How many there are.
    pub total: usize,
    /// The first of them in order.
    pub paths: Vec<PathBuf>,
}

/// An import that runs, from the first file to the last.
struct Running<'d> {
    desk: &'d Desk,
    about: &'d BulkAs,
    tell: &'d mut dyn FnMut(BulkProgress),
    said: BulkProgress,
    told_at: DateTime<Utc>,
    /// When it began, moved on by every pause.
    since: DateTime<Utc>,
}

impl Desk {
    /// The files that `paths` stand for, a folder for those in it and below.
    pub fn files_to_import(&self, paths: &[PathBuf]) -> Result<FilesFound> {
        let found: Vec<PathBuf> = files_below(paths)
            .into_iter()
            .map(|file| match file {
                Ok(path) | Err((path, _)) => path,
            })
            .collect();
        Ok(FilesFound {
            total: found.len(),
            paths: found.into_iter().take(NAMED).collect(),
        })
    }

    /// Imports the files that `paths` stand for and returns when that has ended. `tell` hears how it goes, with the last word
    /// when it ends. A file that fails never stops the others; a library that another program holds does.
    pub fn import_files(
        &self,
        paths: &[PathBuf],
        about: &BulkAs,
        tell: &mut dyn FnMut(BulkProgress),
    ) -> Result<()> {
        {
            let mut wanted = self.bulk.wanted();
            if *wanted != Wanted::Nothing {
                return Err(Failure::new(FailureKind::Conflict, "import-running", &[]));
            }
            *wanted = Wanted::Run;
        }
        let _ended = Ended(&self.bulk);
        let files = files_below(paths);
        let mut running = Running {
            desk: self,
            about,
            tell,
            said: BulkProgress {
                state: BulkState::Running,
                done: 0,
                total: files.len(),
                imported: 0,
                duplicates: 0,
                failed: 0,
                need_a_look: 0,
                per_second: 0.0,
                files: Vec::new(),
            },
            told_at: clock::now(),
            since: clock::now(),
        };
        running.tell();
        for file in files {
            if !running.may_go_on() {
                running.end(BulkState::Cancelled);
                return Ok(());
            }
            if let Err(locked) = running.import(file) {
                running.end(BulkState::Cancelled);
                return Err(locked);
            }
        }
        running.end(BulkState::Finished);
        Ok(())
    }

    /// Lets the running import wait after the file it is at.
    pub fn pause_import(&self) {
        self.bulk.want(Wanted::Pause);
    }

    /// Lets it go on.
    pub fn resume_import(&self) {
        self.bulk.want(Wanted::Run);
    }

    /// Ends it after the file it is at. What was imported stays.
    pub fn cancel_import(&self) {
        self.bulk.want(Wanted::Cancel);
    }

    fn import_one(&self, path: &Path, about: &BulkAs) -> Result<BulkFile> {
        let bytes = read_input(path)?;
        let preview = self.parser()?.preview(&bytes)?;
        let mut capture = preview.capture;
        super::say_outlet(&mut capture, about.outlet.as_deref());
        let imported = self.add_article(
            path,
            Addition {
                capture,
                bytes,
                file_name: name_of(path),
                state: about.state,
                tags: about.tags.clone(),
                keep_both: false,
                draft: None,
            },
        )?;
        Ok(BulkFile {
            imported,
            doubts: preview.doubts,
        })
    }
}

/// When the import ends, however that is, another may begin.
struct Ended<'b>(&'b Bulk);

impl Drop for Ended<'_> {
    fn drop(&mut self) {
        *self.0.wanted() = Wanted::Nothing;
    }
}

impl Running<'_> {
    /// Waits while it is paused. Whether to go on then.
    fn may_go_on(&mut self) -> bool {
        let bulk = &self.desk.bulk;
        if *bulk.wanted() == Wanted::Pause {
            let paused_at = clock::now();
            self.said.state = BulkState::Paused;
            // Said without the lock, so that whoever hears it may answer at once.
            self.tell();
            let mut wanted = bulk.wanted();
            while *wanted == Wanted::Pause {
                wanted = bulk.changed.wait(wanted).unwrap_or_else(PoisonError::into_inner);
            }
            drop(wanted);
            self.since += clock::now() - paused_at;
            self.said.state = BulkState::Running;
            self.tell();
        }
        *bulk.wanted() == Wanted::Run
    }

    fn import(&mut self, file: super::Found) -> Result<()> {
        let came = file.and_then(|path| {
            let came = self.desk.import_one(&path, self.about);
            came.map_err(|failure| (path, failure))
        });
        let came = match came {
            Err((_, failure)) if failure.kind == FailureKind::Locked => return Err(failure),
            Err((path, failure)) => BulkFile {
                imported: failed(&path, &failure),
                doubts: Vec::new(),
            },
            Ok(came) => came,
        };
        let said = &mut self.said;
        said.done += 1;
        match came.imported.status {
            ImportStatus::Imported => {
                said.imported += 1;
                said.need_a_look += usize::from(!came.doubts.is_empty());
            }
            ImportStatus::Duplicate => said.duplicates += 1,
            ImportStatus::Failed => said.failed += 1,
        }
        said.files.push(came);
        if clock::now() - self.told_at >= MESSAGE_EVERY {
            self.tell();
        }
        Ok(())
    }

    fn end(&mut self, state: BulkState) {
        self.said.state = state;
        self.tell();
    }

    fn tell(&mut self) {
        self.told_at = clock::now();
        let seconds = (self.told_at - self.since).as_seconds_f64();
        self.said.per_second = if seconds > 0.0 {
            self.said.done as f64 / seconds
        } else {
            0.0
        };
        let files = std::mem::take(&mut self.said.files);
        (self.tell)(BulkProgress {
            files,
            ..self.said.clone()
        });
    }
}

/// The files below all `paths`, each once, with what can't be read among them.
fn files_below(paths: &[PathBuf]) -> Vec<super::Found> {
    let mut seen = std::collections::HashSet::new();
    let of = |path: &PathBuf| files_of(path).unwrap_or_else(|failure| vec![Err((path.clone(), failure))]);
    let mut found: Vec<super::Found> = paths.iter().flat_map(of).collect();
    found.retain(|file| match file {
        Ok(path) => seen.insert(path.clone()),
        Err(_) => true,
    });
    found
}
