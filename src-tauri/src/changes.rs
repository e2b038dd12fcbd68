//! Telling the interface what changed: what this window wrote as it is committed, and that another program wrote.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use serde::Serialize;

use crate::library::Library;
use crate::line::Line;

/// How long a change by another program may go unseen where the system tells of none: in a folder on a network.
const UNTOLD: Duration = Duration::from_secs(20);
/// The same where the folder can't be watched at all.
const UNWATCHED: Duration = Duration::from_secs(1);
/// How long after a file was written what was written is seen for certain: it is committed when it is on the disk, and that
/// tells nothing.
const COMMITTED: Duration = Duration::from_secs(2);
/// The least time between two looks: this window's own writes are told of, too.
const BETWEEN: Duration = Duration::from_millis(250);

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

/// Looks for what other programs write, for as long as this one runs: when the system tells that a file of the library was
/// written, so that a window that nobody works in lets the machine sleep.
pub struct Lookout(Sender<()>);

impl Lookout {
    /// Begins to look at `library`, and at what is shown instead of it later.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(library: Arc<Library>) -> std::io::Result<Self> {
        let (tell, told) = mpsc::channel();
        let mut watch = Watch::new(tell.clone());
        let look = move || {
            let (mut behind, mut early) = (false, false);
            loop {
                let watched = watch.is_on(library.folder());
                let longest = match (watched, early) {
                    (false, _) => UNWATCHED,
                    (true, false) => UNTOLD,
                    (true, true) => COMMITTED,
                };
                // Told or not, it is time then.
                let told_now = behind || told.recv_timeout(longest).is_ok();
                early = !library.announce_what_others_wrote() && told_now;
                // Whatever is told meanwhile takes one more look.
                behind = hears(&told, BETWEEN);
            }
        };
        std::thread::Builder::new().name("lookout".into()).spawn(look)?;
        Ok(Self(tell))
    }

    /// Has it look now: somebody comes back to the window, or another library is on show.
    pub fn look(&self) {
        let _ = self.0.send(());
    }
}

/// Listens for as long as `time`; whether anything was told.
fn hears(told: &Receiver<()>, time: Duration) -> bool {
    let end = Instant::now() + time;
    let mut heard = false;
    while told
        .recv_timeout(end.saturating_duration_since(Instant::now()))
        .is_ok()
    {
        heard = true;
    }
    heard
}

/// The system's word on the folder of the library.
struct Watch {
    tell: Sender<()>,
    on: Option<(PathBuf, RecommendedWatcher)>,
}

impl Watch {
    fn new(tell: Sender<()>) -> Self {
        Self { tell, on: None }
    }

    /// Watches `folder` and nothing else; whether that can be done.
    fn is_on(&mut self, folder: Option<PathBuf>) -> bool {
        let known = self.on.as_ref().map(|(folder, _)| folder);
        if known != folder.as_ref() {
            self.on = folder.and_then(|folder| {
                let watcher = watcher(&folder, self.tell.clone()).ok()?;
                Some((folder, watcher))
            });
        }
        self.on.is_some()
    }
}

fn watcher(folder: &Path, tell: Sender<()>) -> notify::Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Files are opened and read all the time. What couldn't be told is looked for.
        let is_read = event.is_ok_and(|event| matches!(event.kind, EventKind::Access(_)));
        if !is_read {
            let _ = tell.send(());
        }
    })?;
    watcher.watch(folder, RecursiveMode::NonRecursive)?;
    Ok(watcher)
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
