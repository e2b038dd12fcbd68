//! The open library: one thread that writes, connections that read.

use std::{
    path::{Path, PathBuf},
    sync::{
        Mutex, MutexGuard, OnceLock, PoisonError,
        atomic::{AtomicI64, Ordering},
        mpsc,
    },
    thread::JoinHandle,
};

use chrono::{DateTime, Utc};
use model::{Mint, Uid};
use rusqlite::Connection;

use crate::{
    Error, Result,
    journal::{self, Changes, Op, Step, Steps},
    open,
};

/// An open library. Cheap to share between threads; dropping it waits for the last write.
pub struct Library {
    file: PathBuf,
    access: open::Access,
    made: bool,
    listener: OnceLock<Listener>,
    /// `data_version` as the writing connection saw it last.
    seen: AtomicI64,
    /// Connections at rest. A reader takes one, or opens one, and puts it back. Before the writer, so that they are closed
    /// before it: the last connection to close writes the log back, and these can't.
    readers: Mutex<Vec<Connection>>,
    writer: Writer,
}

/// Who is told what was committed.
type Listener = Box<dyn Fn(&Changes) + Send + Sync>;

/// Connections kept for reading; more are opened when needed and closed afterwards.
const READERS_KEPT: usize = 2;

impl Library {
    /// Opens the library in `folder`, making folder and library when there is none. A library that can't be written is
    /// opened for reading. `made` is used when it has to be made.
    pub fn open(folder: &Path, made: Op) -> Result<Self> {
        let open::Opened {
            connection,
            access,
            made,
        } = open::open(folder, made)?;
        let file = open::file(folder);
        let seen = AtomicI64::new(data_version(&connection)?);
        Ok(Self {
            file,
            access,
            made,
            listener: OnceLock::new(),
            seen,
            readers: Mutex::default(),
            writer: Writer::start(connection)?,
        })
    }

    /// Whether opening made the library.
    pub fn is_new(&self) -> bool {
        self.made
    }

    /// The database file.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Whether nothing was ever done in it: its journal is empty.
    pub fn is_untouched(&self) -> Result<bool> {
        self.read(|read| {
            let sql = "SELECT NOT EXISTS (SELECT 1 FROM op)";
            Ok(read.connection.query_row(sql, [], |row| row.get(0))?)
        })
    }

    /// Whether [`Library::mark_as_sample`] was called on it, ever.
    pub fn is_sample(&self) -> Result<bool> {
        self.read(|read| {
            let sql = "SELECT EXISTS (SELECT 1 FROM library WHERE name = 'sample')";
            Ok(read.connection.query_row(sql, [], |row| row.get(0))?)
        })
    }

    /// Marks the library as one of samples, which may be taken away as a whole. Part of what the library is, like its identity:
    /// no operation, and not undone.
    pub fn mark_as_sample(&self) -> Result<()> {
        self.on_writer(|connection| {
            let sql = "INSERT OR IGNORE INTO library (name, value) VALUES ('sample', '1')";
            connection.execute(sql, [])?;
            Ok(())
        })
    }

    /// Whether the library can only be read.
    pub fn read_only(&self) -> bool {
        self.access != open::Access::ReadWrite
    }

    /// Has `listener` told of everything that this library commits from now on: writes, undo and redo, each after COMMIT and
    /// before whoever asked for it is answered. There is one listener; a second is not taken, and the answer is false.
    pub fn listen(&self, listener: impl Fn(&Changes) + Send + Sync + 'static) -> bool {
        self.listener.set(Box::new(listener)).is_ok()
    }

    /// Whether somebody else (another program, another [`Library`] on the same file) has committed since this was asked last.
    /// Cheap: SQLite compares a counter. What was changed isn't known.
    pub fn changed_elsewhere(&self) -> Result<bool> {
        // Asked on the connection that writes: `data_version` counts the commits of all others, and only this one is ours.
        let now = self.on_writer(|connection| data_version(connection))?;
        Ok(self.seen.swap(now, Ordering::Relaxed) != now)
    }

    /// Runs `work` as one transaction and one undo step under `op`'s label: all of it or nothing. Returns after COMMIT.
    pub fn write<T, E>(
        &self,
        op: Op,
        work: impl FnOnce(&mut Write<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<(T, Changes), E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let done = self
            .writer
            .run(move |connection| journal::commit(connection, op, work))?;
        if let Ok((_, changes)) = &done {
            self.tell(changes);
        }
        done
    }

    /// Takes the last step back. Nothing when there is none.
    pub fn undo(&self, op: Op) -> Result<Option<Step>> {
        let step = self
            .writer
            .run(move |connection| journal::undo(connection, op))??;
        Ok(self.told(step))
    }

    /// Does the step last taken back again. Nothing when there is none, or when something was done since.
    pub fn redo(&self, op: Op) -> Result<Option<Step>> {
        let step = self
            .writer
            .run(move |connection| journal::redo(connection, op))??;
        Ok(self.told(step))
    }

    /// What [`Library::undo`] and [`Library::redo`] would take back or do again now.
    pub fn steps(&self) -> Result<Steps> {
        self.read(|read| journal::steps(read.connection))
    }

    fn told(&self, step: Option<Step>) -> Option<Step> {
        if let Some(step) = &step {
            self.tell(&step.changes);
        }
        step
    }

    fn tell(&self, changes: &Changes) {
        if let Some(listener) = self.listener.get().filter(|_| changes.op.is_some()) {
            listener(changes);
        }
    }

    /// Reads from one consistent state.
    pub fn read<T, E: From<Error>>(&self, work: impl FnOnce(&Read<'_>) -> Result<T, E>) -> Result<T, E> {
        let kept = self.kept().pop();
        let connection = match kept {
            Some(connection) => connection,
            None => open::reader(&self.file, self.access)?,
        };
        let answer = {
            let transaction = connection.unchecked_transaction().map_err(Error::from)?;
            work(&Read {
                connection: &transaction,
            })
        };
        let mut kept = self.kept();
        if kept.len() < READERS_KEPT {
            kept.push(connection);
        }
        answer
    }

    /// Runs `work` on the connection that writes, without an operation: for checks of the index, which SQLite words as writes.
    pub(crate) fn on_writer<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.writer.run(work)?
    }

    fn kept(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Library {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Library")
            .field("file", &self.file)
            .field("access", &self.access)
            .finish_non_exhaustive()
    }
}

/// SQLite's counter of what other connections have committed.
fn data_version(connection: &Connection) -> Result<i64> {
    Ok(connection.query_row("PRAGMA data_version", [], |row| row.get(0))?)
}

/// Reading access within one transaction. The nouns' modules add what can be asked.
#[derive(Debug)]
pub struct Read<'c> {
    pub(crate) connection: &'c Connection,
}

/// Writing access within one operation. The nouns' modules add what can be done.
#[derive(Debug)]
pub struct Write<'c> {
    read: Read<'c>,
    mint: Mint,
    at: DateTime<Utc>,
}

impl<'c> Write<'c> {
    pub(crate) fn new(connection: &'c Connection, op: &Op) -> Self {
        Self {
            read: Read { connection },
            mint: op.mint(),
            at: op.at,
        }
    }

    /// A new identity.
    pub(crate) fn uid(&mut self) -> Uid {
        self.mint.uid()
    }

    /// The time of the operation, as the library writes it.
    pub(crate) fn now(&self) -> String {
        journal::time(self.at)
    }
}

impl<'c> std::ops::Deref for Write<'c> {
    type Target = Read<'c>;

    fn deref(&self) -> &Read<'c> {
        &self.read
    }
}

/// The identity in a column.
pub(crate) fn uid(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<Uid> {
    word(row, column)
}

/// A word in a column that stands for one of several values.
pub(crate) fn word<T>(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<T>
where
    T: std::str::FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text: String = row.get(column)?;
    text.parse()
        .map_err(|e| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e)))
}

type Job = Box<dyn FnOnce(&mut Connection) + Send>;

/// The thread that owns the only connection that writes.
#[derive(Debug)]
struct Writer {
    jobs: Option<mpsc::SyncSender<Job>>,
    thread: Option<JoinHandle<()>>,
}

/// Writes waiting at most; whoever comes next waits too.
const QUEUE: usize = 64;

impl Writer {
    fn start(mut connection: Connection) -> Result<Self> {
        let (jobs, queue) = mpsc::sync_channel::<Job>(QUEUE);
        let thread = std::thread::Builder::new()
            .name("library-writer".into())
            .spawn(move || {
                for job in queue {
                    job(&mut connection);
                }
            })
            .map_err(Error::inconsistent)?;
        Ok(Self {
            jobs: Some(jobs),
            thread: Some(thread),
        })
    }

    fn run<T: Send + 'static>(&self, work: impl FnOnce(&mut Connection) -> T + Send + 'static) -> Result<T> {
        let (answer, answered) = mpsc::sync_channel(1);
        let job: Job = Box::new(move |connection| {
            // Whoever asked may be gone; what was written is written.
            let _ = answer.send(work(connection));
        });
        let gone = || Error::inconsistent("the thread that writes has ended");
        self.jobs
            .as_ref()
            .ok_or_else(gone)?
            .send(job)
            .map_err(|_| gone())?;
        answered.recv().map_err(|_| gone())
    }
}

impl Drop for Writer {
    /// Waits for what is queued, so that the log is written back before the program ends.
    fn drop(&mut self) {
        self.jobs.take();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn op(n: u8) -> Op {
        Op {
            label: format!("step {n}"),
            at: DateTime::from_timestamp_millis(1_770_000_000_000 + i64::from(n)).unwrap(),
            random: [n; 10],
        }
    }

    fn name_source(library: &Library, n: u8) {
        library
            .write::<_, Error>(op(n), move |w| {
                w.source_or_new(&format!("Outlet {n}"), crate::source::SourceKind::Outlet)
            })
            .unwrap();
    }

    #[test]
    fn whoever_listens_is_told_of_writes_undo_and_redo_and_of_nothing_that_changed_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path(), op(0)).unwrap();
        let heard: Arc<Mutex<Vec<Vec<String>>>> = Arc::default();
        let ear = Arc::clone(&heard);
        let tables = |changes: &Changes| changes.rows.iter().map(|(table, _)| table.clone()).collect();
        assert!(library.listen(move |changes| ear.lock().unwrap().push(tables(changes))));
        assert!(!library.listen(|_| ()));

        name_source(&library, 1);
        library.write::<_, Error>(op(2), |_| Ok(())).unwrap();
        library.undo(op(3)).unwrap();
        library.undo(op(4)).unwrap();
        library.redo(op(5)).unwrap();
        assert_eq!(*heard.lock().unwrap(), vec![vec!["source".to_owned()]; 3]);
    }

    #[test]
    fn the_steps_name_what_undo_and_redo_would_do() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path(), op(0)).unwrap();
        let steps = || {
            let Steps { undo, redo } = library.steps().unwrap();
            (undo, redo)
        };
        let step = |n: u8| Some(format!("step {n}"));
        assert_eq!(steps(), (None, None));
        name_source(&library, 1);
        name_source(&library, 2);
        assert_eq!(steps(), (step(2), None));
        library.undo(op(3)).unwrap();
        library.undo(op(4)).unwrap();
        assert_eq!(steps(), (None, step(1)));
        library.redo(op(5)).unwrap();
        assert_eq!(steps(), (step(1), step(2)));
        name_source(&library, 6);
        assert_eq!(steps(), (step(6), None));
    }

    #[test]
    fn only_what_somebody_else_committed_counts_as_changed_elsewhere() {
        let folder = tempfile::tempdir().unwrap();
        let ours = Library::open(folder.path(), op(0)).unwrap();
        let theirs = Library::open(folder.path(), op(0)).unwrap();
        assert!(!ours.changed_elsewhere().unwrap());
        name_source(&ours, 1);
        assert!(!ours.changed_elsewhere().unwrap(), "our own write");
        assert!(theirs.changed_elsewhere().unwrap());
        name_source(&theirs, 2);
        assert!(ours.changed_elsewhere().unwrap());
        assert!(!ours.changed_elsewhere().unwrap(), "told once");
    }
}
