//! What the window remembers from one start to the next: its place, which libraries it showed, how it can paint.
//!
//! Nothing here was decided by anybody, so nothing is lost with it but convenience, and a failure to write it is no failure.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use desk::settings::SettingsFile;
use serde::{Deserialize, Serialize};

/// The most libraries that are remembered.
const LIBRARIES: usize = 8;

/// What is remembered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Remembered {
    /// Folders of libraries that were chosen in the window, the one shown last first.
    pub libraries: Vec<PathBuf>,
    /// Where the window was.
    pub place: Option<Place>,
    /// Whether the window once stayed blank until it painted through shared memory.
    pub shared_memory: bool,
}

/// Where the window stands when it isn't maximised, in logical pixels.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Width of the content.
    pub width: f64,
    /// Height of the content.
    pub height: f64,
    /// Left edge, where the desktop tells (Wayland doesn't).
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Whether it was maximised.
    pub maximised: bool,
}

/// The memory, in its file.
pub struct Memory(Mutex<SettingsFile>);

impl Memory {
    /// The memory of this machine.
    #[must_use]
    pub fn of_this_machine() -> Self {
        Self::in_file(SettingsFile::remembered())
    }

    fn in_file(file: SettingsFile) -> Self {
        Self(Mutex::new(file))
    }

    /// What is remembered now.
    #[must_use]
    pub fn recall(&self) -> Remembered {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).load().0
    }

    /// Changes what is remembered. Read anew before, since windows on other libraries write the same file.
    pub fn change(&self, change: impl FnOnce(&mut Remembered)) {
        let file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut remembered, _) = file.load();
        change(&mut remembered);
        let _ = file.save(&remembered);
    }
}

impl Remembered {
    /// The library in `folder` is the one shown last.
    pub fn showed(&mut self, folder: &Path) {
        self.forget(folder);
        self.libraries.insert(0, folder.to_owned());
        self.libraries.truncate(LIBRARIES);
    }

    /// There is no library in `folder` any more.
    pub fn forget(&mut self, folder: &Path) {
        self.libraries.retain(|known| known != folder);
    }

    /// The library to open when none is named: the one shown last that still is one, else the default one.
    #[must_use]
    pub fn library(&self) -> PathBuf {
        let still_there = self.libraries.iter().find(|folder| desk::is_library(folder));
        still_there.cloned().unwrap_or_else(desk::default_folder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_library_shown_last_opens_again_while_it_is_there() {
        let home = tempfile::tempdir().unwrap();
        let make = |name: &str| {
            let folder = home.path().join(name);
            std::fs::create_dir(&folder).unwrap();
            std::fs::write(folder.join("library.sqlite"), "").unwrap();
            folder
        };
        let memory = Memory::in_file(SettingsFile::at(home.path().join("window.json")));
        assert_eq!(memory.recall().library(), desk::default_folder());
        let (first, second) = (make("first"), make("second"));
        memory.change(|remembered| remembered.showed(&first));
        memory.change(|remembered| remembered.showed(&second));
        memory.change(|remembered| remembered.showed(&first));
        assert_eq!(memory.recall().libraries, [first.clone(), second.clone()]);
        std::fs::remove_file(first.join("library.sqlite")).unwrap();
        assert_eq!(memory.recall().library(), second);
        memory.change(|remembered| remembered.forget(&second));
        assert_eq!(memory.recall().library(), desk::default_folder());
    }
}
