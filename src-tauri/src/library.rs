//! The library that this window shows: where it is, and its desk once something was asked of it.
//!
//! Opening happens at the first command, on a thread that may block, so the window is on screen before the database is.
//! A failure to open is not kept: the next command tries again, which is what "Try again" in the window does.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use desk::{Desk, WorkerProgram};

use crate::changes::{Announcer, Changed};
use crate::failure::Failure;

/// One library folder and its desk.
pub struct Library {
    folder: Result<PathBuf, Failure>,
    open: Mutex<Option<Arc<Desk>>>,
    announcer: Arc<Announcer>,
}

impl Library {
    /// The library in `folder`, not opened yet; or the reason why there is none, which every command then answers.
    #[must_use]
    pub fn new(folder: Result<PathBuf, Failure>) -> Self {
        Self {
            folder,
            open: Mutex::new(None),
            announcer: Arc::default(),
        }
    }

    /// Where changes are announced.
    #[must_use]
    pub fn announcer(&self) -> &Announcer {
        &self.announcer
    }

    /// Announces what other programs have written since the last time, if the library is open at all. A library that can't be
    /// asked now is asked again the next time.
    pub fn announce_what_others_wrote(&self) {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if open.is_some_and(|desk| desk.changed_elsewhere().unwrap_or(false)) {
            self.announcer.say(Changed::ALL);
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
        let announcer = Arc::clone(&self.announcer);
        desk.listen(move |changes| announcer.say(changes.into()));
        *open = Some(Arc::clone(&desk));
        Ok(desk)
    }
}
