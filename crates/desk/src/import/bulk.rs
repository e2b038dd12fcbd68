//! Many files at once, told of as they go, to be paused, resumed and cancelled between two groups of files: whatever is done
//! stays done. One such import at a time; everything else goes on meanwhile.

use std::{
    path::PathBuf,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, Utc};

use super::{
    ImportStatus,
    files::{BulkFile, ImportAs, files_below},
};
use crate::{Desk, Failure, FailureKind, Result, clock};

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
    /// New versions of articles that were there: their pages changed.
    pub new_versions: usize,
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
    tell: &'d mut dyn FnMut(BulkProgress),
    said: BulkProgress,
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
        about: &ImportAs,
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
            tell,
            said: BulkProgress {
                state: BulkState::Running,
                done: 0,
                total: files.len(),
                imported: 0,
                new_versions: 0,
                duplicates: 0,
                failed: 0,
                need_a_look: 0,
                per_second: 0.0,
                files: Vec::new(),
            },
            since: clock::now(),
        };
        let mut finished = true;
        let through = self.import_in_groups(files, about, &mut |group| {
            running.count(group);
            finished = running.may_go_on();
            finished
        });
        running.end(if finished && through.is_ok() {
            BulkState::Finished
        } else {
            BulkState::Cancelled
        });
        through
    }

    /// Lets the running import wait after the files it is at.
    pub fn pause_import(&self) {
        self.bulk.want(Wanted::Pause);
    }

    /// Lets it go on.
    pub fn resume_import(&self) {
        self.bulk.want(Wanted::Run);
    }

    /// Ends it after the files it is at. What was imported stays.
    pub fn cancel_import(&self) {
        self.bulk.want(Wanted::Cancel);
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
        // Again and again: it may be paused once more as soon as it goes on.
        loop {
            let wanted = *bulk.wanted();
            if wanted != Wanted::Pause {
                return wanted == Wanted::Run;
            }
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
    }

    fn count(&mut self, group: Vec<BulkFile>) {
        let said = &mut self.said;
        said.done += group.len();
        for file in &group {
            match file.imported.status {
                ImportStatus::Imported => {
                    said.imported += 1;
                    said.need_a_look += usize::from(!file.doubts.is_empty());
                }
                ImportStatus::NewVersion => said.new_versions += 1,
                ImportStatus::Duplicate => said.duplicates += 1,
                ImportStatus::Failed => said.failed += 1,
            }
        }
        said.files = group;
        self.tell();
    }

    fn end(&mut self, state: BulkState) {
        self.said.state = state;
        self.tell();
    }

    fn tell(&mut self) {
        let seconds = (clock::now() - self.since).as_seconds_f64();
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use model::article::ArticleState;

    use super::*;
    use crate::WorkerProgram;

    /// The program beside this test, which can be a worker; `cargo nextest run --workspace` builds it.
    fn worker() -> WorkerProgram {
        let test = std::env::current_exe().unwrap();
        let program = test.ancestors().nth(2).unwrap().join("chancery");
        assert!(
            program.exists(),
            "{} is missing: build the workspace",
            program.display()
        );
        WorkerProgram::at(program)
    }

    fn folder_of(texts: &[(String, String)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in texts {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    fn notices(count: usize) -> Vec<(String, String)> {
        let notice = |n| {
            (
                format!("{n:03}.txt"),
                format!("Harbour notice {n}\n\nNotice {n} says that quay {n} is open.\n"),
            )
        };
        (1..=count).map(notice).collect()
    }

    const ABOUT: ImportAs = ImportAs {
        outlet: None,
        url: None,
        state: ArticleState::Later,
        tags: Vec::new(),
    };

    /// Runs an import and answers each word of it with `answer`; gives the words.
    fn run(desk: &Desk, folder: &Path, answer: impl Fn(&Desk, &BulkProgress)) -> Vec<BulkProgress> {
        let mut said = Vec::new();
        desk.import_files(&[folder.to_owned()], &ABOUT, &mut |progress| {
            answer(desk, &progress);
            said.push(progress);
        })
        .unwrap();
        said
    }

    #[test]
    fn a_bad_file_and_a_copy_are_listed_and_the_others_imported() {
        let library = tempfile::tempdir().unwrap();
        let desk = Desk::open(library.path(), worker()).unwrap();
        let mut texts = notices(5);
        texts.push(("bad.txt".to_owned(), "\u{1}\u{2}\u{3}".to_owned()));
        texts.push(("copy.txt".to_owned(), texts[0].1.clone()));
        let folder = folder_of(&texts);
        let said = run(&desk, folder.path(), |_, _| {});
        let last = said.last().unwrap();
        assert_eq!(
            (
                last.state,
                last.done,
                last.imported,
                last.duplicates,
                last.failed,
                last.need_a_look
            ),
            (BulkState::Finished, 7, 5, 1, 1, 5)
        );
        let files: Vec<_> = said.iter().flat_map(|s| &s.files).collect();
        let bad = files
            .iter()
            .find(|f| f.imported.path.ends_with("bad.txt"))
            .unwrap();
        assert!(bad.imported.problem.as_deref().unwrap().ends_with('.'), "{bad:?}");
        assert!(folder.path().join("bad.txt").exists());
        assert_eq!(files.len(), 7);
        let page = crate::list::Page {
            limit: 10,
            ..Default::default()
        };
        assert!(
            desk.articles(&page)
                .unwrap()
                .iter()
                .all(|row| row.state == "later")
        );
    }

    #[test]
    fn cancelling_keeps_what_is_done_and_the_next_import_goes_on_from_there() {
        let library = tempfile::tempdir().unwrap();
        let desk = Desk::open(library.path(), worker()).unwrap();
        let folder = folder_of(&notices(200));
        let said = run(&desk, folder.path(), |desk, progress| {
            if progress.done > 0 {
                desk.cancel_import();
            }
        });
        let last = said.last().unwrap();
        assert_eq!(last.state, BulkState::Cancelled);
        assert!(0 < last.imported && last.imported < 200, "{}", last.imported);
        assert_eq!(desk.article_count().unwrap() as usize, last.imported);

        let again = run(&desk, folder.path(), |_, _| {});
        let end = again.last().unwrap();
        assert_eq!((end.state, end.duplicates), (BulkState::Finished, last.imported));
        assert_eq!(desk.article_count().unwrap(), 200);
    }

    #[test]
    fn a_paused_import_waits_and_a_second_one_is_refused_meanwhile() {
        let library = tempfile::tempdir().unwrap();
        let desk = Desk::open(library.path(), worker()).unwrap();
        let folder = folder_of(&notices(3));
        let pauses = std::cell::Cell::new(0);
        let said = run(&desk, folder.path(), |desk, progress| match progress.state {
            // Twice: the second time as soon as it goes on.
            BulkState::Running if pauses.get() < 2 => desk.pause_import(),
            BulkState::Paused => {
                pauses.set(pauses.get() + 1);
                let second = desk.import_files(&[folder.path().to_owned()], &ABOUT, &mut |_| {});
                assert_eq!(second.unwrap_err().kind, FailureKind::Conflict);
                desk.resume_import();
            }
            _ => {}
        });
        assert_eq!(said.iter().filter(|s| s.state == BulkState::Paused).count(), 2);
        assert_eq!(said.last().unwrap().imported, 3);
    }
}
