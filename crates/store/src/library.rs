//! The open library: one thread that writes, connections that read.

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError, mpsc},
    thread::JoinHandle,
};

use chrono::{DateTime, Utc};
use model::{Mint, Uid};
use rusqlite::Connection;

use crate::{
    Error, Result,
    journal::{self, Changes, Op, Step},
    open,
};

/// An open library. Cheap to share between threads; dropping it waits for the last write.
#[derive(Debug)]
pub struct Library {
    file: PathBuf,
    access: open::Access,
    made: bool,
    /// Connections at rest. A reader takes one, or opens one, and puts it back. Before the writer, so that they are closed
    /// before it: the last connection to close writes the log back, and these can't.
    readers: Mutex<Vec<Connection>>,
    writer: Writer,
}

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
        Ok(Self {
            file,
            access,
            made,
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

    /// Whether the library can only be read.
    pub fn read_only(&self) -> bool {
        self.access != open::Access::ReadWrite
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
        self.writer
            .run(move |connection| journal::commit(connection, op, work))?
    }

    /// Takes the last step back. Nothing when there is none.
    pub fn undo(&self, op: Op) -> Result<Option<Step>> {
        self.writer.run(move |connection| journal::undo(connection, op))?
    }

    /// Does the step last taken back again. Nothing when there is none, or when something was done since.
    pub fn redo(&self, op: Op) -> Result<Option<Step>> {
        self.writer.run(move |connection| journal::redo(connection, op))?
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
