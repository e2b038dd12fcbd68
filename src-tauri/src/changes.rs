//! Telling the interface what changed: what this window wrote as it is committed, and that another program wrote.

use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::Duration;

use serde::Serialize;

use crate::library::Library;
use crate::line::Line;

/// How long a change by another program may go unseen, in a window that is looked at and in one that isn't. Looking costs a
/// few microseconds; what it must not cost is a machine that never sleeps.
const FOCUSED: Duration = Duration::from_secs(1);
const UNFOCUSED: Duration = Duration::from_secs(20);

/// What changed in the library.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct Changed {
    /// The tables with changed rows, each once, in alphabetical order. Empty: everything may have changed.
    pub nouns: Vec<String>,
    /// Whether it was another program, or another library that is shown now, rather than a write of this window.
    pub elsewhere: bool,
}

impl Changed {
    /// Everything may have changed.
    pub const ALL: Self = Self {
        nouns: Vec::new(),
        elsewhere: true,
    };
}

impl From<&desk::Changes> for Changed {
    fn from(changes: &desk::Changes) -> Self {
        // The journal itself grows with every operation: whoever shows what can be taken back follows that.
        let journal = std::iter::once("op".to_owned());
        let mut nouns: Vec<String> = changes
            .rows
            .iter()
            .map(|(table, _)| table.clone())
            .chain(journal)
            .collect();
        nouns.sort_unstable();
        nouns.dedup();
        Self {
            nouns,
            elsewhere: false,
        }
    }
}

/// The way to whoever shows the library.
pub type Announcer = Line<Changed>;

/// Looks for what other programs write, for as long as it exists.
pub struct Lookout(Sender<bool>);

impl Lookout {
    /// Begins to look at `library`, at a window that is taken to have the focus.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(library: Arc<Library>) -> std::io::Result<Self> {
        let (focus, told) = mpsc::channel();
        let look = move || {
            let mut pause = FOCUSED;
            loop {
                match told.recv_timeout(pause) {
                    Ok(focused) => pause = if focused { FOCUSED } else { UNFOCUSED },
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => return,
                }
                library.announce_what_others_wrote();
            }
        };
        std::thread::Builder::new().name("lookout".into()).spawn(look)?;
        Ok(Self(focus))
    }

    /// The window got the focus or lost it. Looks at once, so that whoever comes back sees the library as it is.
    pub fn focused(&self, focused: bool) {
        let _ = self.0.send(focused);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_names_each_table_once() {
        let row = |table: &str, uid: &str| (table.to_owned(), uid.to_owned());
        let changes = desk::Changes {
            op: Some("o".to_owned()),
            rows: vec![row("article", "a"), row("anchor", "b"), row("article", "c")],
        };
        let Changed { nouns, elsewhere } = Changed::from(&changes);
        assert_eq!(nouns, ["anchor", "article", "op"]);
        assert!(!elsewhere);
    }
}
