//! The library that this window shows: where it is, and its desk once something was asked of it.
//!
//! It is opened on a thread of its own while the webview starts, so that neither waits for the other: bringing a large library
//! to a newer schema takes its time. A command that comes sooner waits for it. A failure to open is not kept: the next command
//! tries again, which is what "Try again" in the window does.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use desk::import::OwnServer;
use desk::{Desk, WorkerProgram};

use crate::changes::{Announcer, Changed};
use crate::failure::Failure;

/// Begins to open `library`, and doesn't wait for it. What keeps it from opening is the first command's to say.
///
/// # Errors
/// The system gives no thread.
pub fn open_ahead(library: &Arc<Library>) -> std::io::Result<()> {
    let library = Arc::clone(library);
    std::thread::Builder::new()
        .name("opening".into())
        .spawn(move || drop(library.desk()))?;
    Ok(())
}

/// The library on show and who is told of its changes.
pub struct Library {
    /// Never held while a library is being opened.
    shown: Mutex<Shown>,
    /// Held while the library is being opened, so that it is opened once.
    opening: Mutex<()>,
    /// The server inside the own network that pages may be fetched from.
    server: Option<OwnServer>,
    announcer: Arc<Announcer>,
}

struct Shown {
    folder: Result<PathBuf, Failure>,
    desk: Option<Arc<Desk>>,
}

impl Library {
    /// The library in `folder`, not opened yet; or the reason why there is none, which every command then answers. Pages may be
    /// fetched from the public internet, and from `server`.
    #[must_use]
    pub fn new(folder: Result<PathBuf, Failure>, server: Option<OwnServer>) -> Self {
        let shown = Shown { folder, desk: None };
        Self {
            shown: Mutex::new(shown),
            opening: Mutex::default(),
            server,
            announcer: Arc::default(),
        }
    }

    /// The desk of this library. Blocks while the library is being opened.
    ///
    /// # Errors
    /// The library can't be opened: not readable, no library, newer than this program, locked.
    pub fn desk(&self) -> Result<Arc<Desk>, Failure> {
        if let Some(desk) = &self.shown().desk {
            return Ok(Arc::clone(desk));
        }
        let _turn = held(&self.opening);
        let folder = {
            let shown = self.shown();
            // It was opened while this one waited.
            if let Some(desk) = &shown.desk {
                return Ok(Arc::clone(desk));
            }
            shown.folder.clone()?
        };
        let opened = self.on_show(Desk::open(&folder, WorkerProgram::current_exe()?)?);
        // Another library may have taken its place meanwhile.
        Ok(Arc::clone(self.shown().desk.get_or_insert(opened)))
    }

    /// Shows the library of `desk` instead, and announces that everything changed. What still works on the one before goes on
    /// with it to its end.
    pub fn show(&self, desk: Desk) {
        let folder = Ok(desk.folder().to_owned());
        let desk = Some(self.on_show(desk));
        let before = std::mem::replace(&mut *self.shown(), Shown { folder, desk });
        self.announcer.say(Changed::ALL);
        // Closing writes the log back, which may take a moment: outside of the lock.
        drop(before);
    }

    /// The folder of the library, where the command line named one that can be.
    #[must_use]
    pub fn folder(&self) -> Option<PathBuf> {
        self.shown().folder.as_ref().ok().cloned()
    }

    /// Whether the library on show is the one in `folder`.
    #[must_use]
    pub fn shows(&self, folder: &Path) -> bool {
        self.folder().is_some_and(|shown| shown == folder)
    }

    /// Where changes are announced.
    #[must_use]
    pub fn announcer(&self) -> &Announcer {
        &self.announcer
    }

    /// Announces what other programs have written since the last time, if the library is open at all; whether there was
    /// anything. A library that can't be asked now is asked again the next time.
    pub fn announce_what_others_wrote(&self) -> bool {
        let desk = self.shown().desk.clone();
        let wrote = desk.is_some_and(|desk| desk.changed_elsewhere().unwrap_or(false));
        if wrote {
            self.announcer.say(Changed::ALL);
        }
        wrote
    }

    /// `desk` with its changes announced and the server allowed.
    fn on_show(&self, desk: Desk) -> Arc<Desk> {
        if let Some(server) = self.server {
            desk.allow_server(server);
        }
        let announcer = Arc::clone(&self.announcer);
        desk.listen(move |changes| announcer.say(changes.into()));
        Arc::new(desk)
    }

    fn shown(&self) -> MutexGuard<'_, Shown> {
        held(&self.shown)
    }
}

/// A panic while opening left no desk behind, which is a sound state to go on from.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
