//! The client's side of the worker process: starts it, asks it, and outlives it.
//!
//! A worker is given a document at a time, has 30 s for each by the clock, and is replaced after a limit, a crash, or a few
//! hundred documents. Whatever happens to it becomes a [`WorkerError`] about that document; the next one gets a new worker.

use std::{
    io,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{self, RecvTimeoutError, Sender},
    },
    thread,
    time::Duration,
};

use crate::{
    Problem, limits,
    wire::{Answer, Request, Spent, read_frame, write_frame},
};

/// Why there is no answer about a document. The document itself is untouched.
#[derive(Debug, thiserror::Error)]
pub enum WorkerError {
    /// The document has more bytes than are read; it was not sent.
    #[error("it is too large: {bytes} bytes, and at most {limit} are read")]
    TooLarge {
        /// Bytes given.
        bytes: u64,
        /// Most bytes read.
        limit: u64,
    },
    /// The worker ended while it read the document: out of memory, out of processor time, or a crash.
    #[error("reading it took more memory or processor time than allowed, or crashed the reader")]
    Died,
    /// The worker had no answer in time and was ended.
    #[error("reading it took longer than {} s", .limit.as_secs())]
    TimedOut {
        /// Time allowed.
        limit: Duration,
    },
    /// What the worker wrote is no answer.
    #[error("the reader gave no answer that makes sense")]
    Garbled,
    /// The worker could not be started.
    #[error("the reader could not be started: {0}")]
    NotStarted(io::Error),
}

/// A worker process, or the means to start one.
pub struct Worker {
    command: Command,
    wall: Duration,
    running: Option<Running>,
    spent: Duration,
}

/// A process that answers.
struct Running {
    child: Arc<Mutex<Child>>,
    to: ChildStdin,
    from: ChildStdout,
    answered: u32,
    spent: Duration,
}

impl Drop for Running {
    fn drop(&mut self) {
        end(&self.child);
    }
}

/// Ends the process and takes its exit from the system, so that no zombie stays. One that has ended already is no error.
fn end(child: &Mutex<Child>) {
    let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
    let _ = child.kill();
    let _ = child.wait();
}

impl Worker {
    /// A worker that `command` starts: the program by its absolute path, with the argument that makes it call [`serve`](crate::serve()). Its
    /// environment is emptied, it works in `/`, and it sees two pipes and nothing else. It is started by the first question.
    pub fn new(command: Command) -> Self {
        Self::with_wall_limit(command, limits::WALL)
    }

    /// The same with another limit of time on the clock for a document.
    pub fn with_wall_limit(mut command: Command, wall: Duration) -> Self {
        command
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        #[cfg(unix)]
        command.current_dir("/");
        Self {
            command,
            wall,
            running: None,
            spent: Duration::ZERO,
        }
    }

    /// What the document `bytes` holds.
    ///
    /// # Errors
    ///
    /// [`WorkerError`], after which the worker can be asked again. That the bytes are no text is an [`Answer::Problem`].
    pub fn ask(&mut self, request: &Request, bytes: &[u8]) -> Result<Answer, WorkerError> {
        if let Err(Problem::TooLarge { bytes, limit }) = limits::check_size(bytes.len()) {
            return Err(WorkerError::TooLarge { bytes, limit });
        }
        let mut running = match self.running.take() {
            Some(running) => running,
            None => start(&mut self.command)?,
        };
        // On any error `running` is dropped here, which ends the process.
        let answer = within(self.wall, &Arc::clone(&running.child), || {
            running.exchange(request, bytes)
        })?;
        running.answered += 1;
        self.spent = running.spent;
        if running.answered < limits::DOCUMENTS {
            self.running = Some(running);
        }
        Ok(answer)
    }

    /// Processor time that the last document answered for took the worker.
    pub fn spent(&self) -> Duration {
        self.spent
    }
}

fn start(command: &mut Command) -> Result<Running, WorkerError> {
    let mut child = command.spawn().map_err(WorkerError::NotStarted)?;
    let pipes = child.stdin.take().zip(child.stdout.take());
    let child = Arc::new(Mutex::new(child));
    let Some((to, from)) = pipes else {
        end(&child);
        return Err(WorkerError::NotStarted(io::ErrorKind::BrokenPipe.into()));
    };
    Ok(Running {
        child,
        to,
        from,
        answered: 0,
        spent: Duration::ZERO,
    })
}

impl Running {
    fn exchange(&mut self, request: &Request, bytes: &[u8]) -> Result<Answer, WorkerError> {
        // The worker reads the whole document before it writes, so neither side waits for the other.
        write_frame(&mut self.to, request, bytes).map_err(|_| WorkerError::Died)?;
        let frame = read_frame::<Spent>(&mut self.from).map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData => WorkerError::Garbled,
            _ => WorkerError::Died,
        })?;
        let (Spent { cpu_us }, answer) = frame.ok_or(WorkerError::Died)?;
        self.spent = Duration::from_micros(cpu_us);
        serde_json::from_slice(&answer).map_err(|_| WorkerError::Garbled)
    }
}

/// Runs `exchange`, and ends `child` when that takes longer than `wall`: reading and writing then fail at once.
fn within(
    wall: Duration,
    child: &Arc<Mutex<Child>>,
    exchange: impl FnOnce() -> Result<Answer, WorkerError>,
) -> Result<Answer, WorkerError> {
    let (done, is_done) = mpsc::channel::<()>();
    let watched = Arc::clone(child);
    let watchdog = thread::Builder::new()
        .name("parse-worker watchdog".to_owned())
        .spawn(move || {
            let late = is_done.recv_timeout(wall) == Err(RecvTimeoutError::Timeout);
            if late {
                end(&watched);
            }
            late
        });
    let watchdog = watchdog.map_err(WorkerError::NotStarted)?;
    let answer = exchange();
    finish(done);
    // It has returned or is about to: the channel is closed.
    let late = watchdog.join().unwrap_or(false);
    match answer {
        Err(_) if late => Err(WorkerError::TimedOut { limit: wall }),
        other => other,
    }
}

/// Closes the channel, which is what the watchdog waits for.
fn finish(done: Sender<()>) {
    drop(done);
}
