//! The library that this window shows: where it is, and its desk once something was asked of it.
//!
//! Opening happens at the first command, on a thread that may block, so the window is on screen before the database is.
//! A failure to open is not kept: the next command tries again, which is what "Try again" in the window does.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use desk::{Desk, WorkerProgram};

use crate::failure::Failure;

/// One library folder and its desk.
pub struct Library {
    folder: Result<PathBuf, Failure>,
    open: Mutex<Option<Arc<Desk>>>,
}

impl Library {
    /// The library in `folder`, not opened yet; or the reason why there is none, which every command then answers.
    #[must_use]
    pub fn new(folder: Result<PathBuf, Failure>) -> Self {
        Self {
            folder,
            open: Mutex::new(None),
        }
    }

    /// The desk of this library. Blocks while the library is being opened.
    ///
    /// # Errors
    /// The library can't be opened: not readable, no library, newer than this program, locked.
    pub fn desk(&self) -> Result<Arc<Desk>, Failure> {
        // A panic while opening left `None` behind, which is a sound state to go on from.
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(desk) = &*open {
            return Ok(Arc::clone(desk));
        }
        let folder = self.folder.as_ref().map_err(Clone::clone)?;
        let desk = Arc::new(Desk::open(folder, WorkerProgram::current_exe()?)?);
        *open = Some(Arc::clone(&desk));
        Ok(desk)
    }
}
