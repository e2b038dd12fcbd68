//! The files and folders that a person has chosen: in a dialog, by dropping them on the window, or when starting it.
//!
//! The interface shows hostile texts, so it is not trusted with the whole disk: it names a path by the words it was given
//! for it, and only what was given before is taken back. That also carries file names that are no Unicode.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::failure::Failure;

/// The paths handed to the interface so far.
#[derive(Default)]
pub struct Chosen {
    paths: Mutex<HashMap<String, PathBuf>>,
    saved_in: Mutex<Option<PathBuf>>,
}

impl Chosen {
    /// Remembers `path` and gives the words the interface has for it.
    pub fn hand_out(&self, path: &Path) -> String {
        let words = path.display().to_string();
        let mut known = self.paths.lock().unwrap_or_else(PoisonError::into_inner);
        // Two names that differ only in bytes that are no Unicode share their words; the later one is meant.
        known.insert(words.clone(), path.to_owned());
        words
    }

    /// Remembers `path`, which is to be written, and the folder it is in, and gives the words the interface has for it.
    pub fn hand_out_for_writing(&self, path: &Path) -> String {
        *self.saved_in.lock().unwrap_or_else(PoisonError::into_inner) = path.parent().map(Path::to_owned);
        self.hand_out(path)
    }

    /// The folder that a file was written to last.
    pub fn saved_in(&self) -> Option<PathBuf> {
        self.saved_in
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The path that was handed out as `words`.
    ///
    /// # Errors
    /// None was.
    pub fn take_back(&self, words: &str) -> Result<PathBuf, Failure> {
        let known = self.paths.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(words).cloned().ok_or_else(Failure::not_chosen)
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    use super::*;

    #[test]
    fn only_what_was_handed_out_is_taken_back_to_the_byte() {
        let chosen = Chosen::default();
        let odd = Path::new(OsStr::from_bytes(b"/tmp/caf\xe9.txt"));
        let words = chosen.hand_out(odd);
        assert_eq!(chosen.take_back(&words).unwrap(), odd);
        for never in ["/etc/passwd", "/tmp", "/tmp/../etc/passwd", ""] {
            assert!(chosen.take_back(never).is_err(), "{never}");
        }
    }
}
