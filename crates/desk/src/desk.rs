//! The desk itself: an open library and the parser beside it.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use model::Uid;
use serde::Serialize;
use store::{Changes, Library, Read, Report, Steps, Write};

use crate::{
    Failure, FailureKind, Parser, Result, WorkerProgram, clock,
    fetch::Fetcher,
    import::Bulk,
    reading::LastRead,
    wording::{Label, worded},
};

/// An open library with everything a person can do in it.
#[derive(Debug)]
pub struct Desk {
    pub(crate) library: Library,
    pub(crate) parser: Mutex<Parser>,
    pub(crate) bulk: Bulk,
    pub(crate) fetcher: Fetcher,
    pub(crate) last_read: Arc<LastRead>,
    folder: PathBuf,
}

/// A step taken back or done again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stepped {
    /// The operation's identity in the journal.
    pub uid: Option<String>,
    /// What was undone or redone, in the words of the menu.
    pub label: String,
    /// How many records changed.
    pub changed: usize,
}

impl Desk {
    /// Opens the library in `folder`, making it when there is none. A library that can't be written is opened for reading.
    pub fn open(folder: &Path, worker: WorkerProgram) -> Result<Self> {
        let library = Library::open(folder, clock::op(Label::new("op-make-library"))?)?;
        Ok(Self {
            library,
            parser: Mutex::new(Parser::new(worker)),
            bulk: Bulk::default(),
            fetcher: Fetcher::default(),
            last_read: Arc::default(),
            folder: folder.to_owned(),
        })
    }

    /// The library's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether opening made the library.
    pub fn is_new(&self) -> bool {
        self.library.is_new()
    }

    /// Whether the library can only be read: its folder or file is protected.
    pub fn read_only(&self) -> bool {
        self.library.read_only()
    }

    /// Whether nothing was ever done in the library.
    pub fn is_untouched(&self) -> Result<bool> {
        Ok(self.library.is_untouched()?)
    }

    /// Whether the library was made as the sample library.
    pub fn is_sample(&self) -> Result<bool> {
        Ok(self.library.is_sample()?)
    }

    /// Has `listener` told of everything this desk commits, with the tables and records that changed. There is one listener;
    /// a second is not taken, and the answer is false.
    pub fn listen(&self, listener: impl Fn(&Changes) + Send + Sync + 'static) -> bool {
        self.library.listen(listener)
    }

    /// Whether another program has written to the library since this was asked last. What it wrote isn't known.
    pub fn changed_elsewhere(&self) -> Result<bool> {
        Ok(self.library.changed_elsewhere()?)
    }

    /// What undo and redo would do now, in the words of the menu.
    pub fn steps(&self) -> Result<Steps> {
        let Steps { undo, redo } = self.library.steps()?;
        let in_words = |label: Option<String>| label.as_deref().map(worded);
        Ok(Steps {
            undo: in_words(undo),
            redo: in_words(redo),
        })
    }

    /// Takes the last gesture back.
    pub fn undo(&self) -> Result<Stepped> {
        match self.library.undo(clock::op(Label::new("op-undo"))?)? {
            Some(step) => Ok(stepped(step)),
            None => Err(Failure::new(FailureKind::NotFound, "nothing-to-undo", &[])),
        }
    }

    /// Does the gesture taken back last again.
    pub fn redo(&self) -> Result<Stepped> {
        match self.library.redo(clock::op(Label::new("op-redo"))?)? {
            Some(step) => Ok(stepped(step)),
            None => Err(Failure::new(FailureKind::NotFound, "nothing-to-redo", &[])),
        }
    }

    /// Looks the whole library over.
    pub fn check(&self) -> Result<Report> {
        Ok(self.library.check()?)
    }

    pub(crate) fn read<T>(&self, work: impl FnOnce(&Read<'_>) -> Result<T>) -> Result<T> {
        self.library.read(work)
    }

    pub(crate) fn write<T: Send + 'static>(
        &self,
        label: Label,
        work: impl FnOnce(&mut Write<'_>) -> Result<T> + Send + 'static,
    ) -> Result<(T, Changes)> {
        self.library.write(clock::op(label)?, work)
    }
}

fn stepped(step: store::Step) -> Stepped {
    Stepped {
        uid: step.changes.op,
        label: worded(&step.label),
        changed: step.changes.rows.len(),
    }
}

/// An identity as a person gives it.
pub(crate) fn uid(given: &str) -> Result<Uid> {
    Ok(given.trim().parse()?)
}

/// The default library: `$XDG_DATA_HOME/chancery`, else `~/.local/share/chancery`. Not the documents folder, which is often
/// synchronised, and a live database that is synchronised breaks.
pub fn default_folder() -> PathBuf {
    let data = std::env::var_os("XDG_DATA_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute());
    let home = || {
        std::env::var_os("HOME")
            .map_or_else(PathBuf::new, PathBuf::from)
            .join(".local/share")
    };
    data.unwrap_or_else(home).join("chancery")
}

/// Whether a library lies in `folder`.
pub fn is_library(folder: &Path) -> bool {
    store::file(folder).is_file()
}

/// Where the sample library goes unless a folder is given: beside the real one, never in it.
pub fn sample_folder() -> PathBuf {
    let mut folder = default_folder();
    folder.set_file_name("chancery-sample");
    folder
}
