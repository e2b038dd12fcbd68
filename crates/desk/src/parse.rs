//! Asking the worker process. Nothing in this program parses bytes that it has no reason to trust.

use std::{
    path::PathBuf,
    process::{Command, ExitCode},
    sync::{MutexGuard, PoisonError},
};

use intake::{Answer, Extraction, Hints, Operation, Preview, Problem, Request, Worker, WorkerError};
use model::{article::Capture, picture::Picture};

use crate::{Desk, Failure, FailureKind, Result, failure::io_reason};

/// The argument that makes a program of ours a worker instead of itself.
const WORKER_ARGUMENT: &str = "--parse-worker";

/// The program to start as a worker.
#[derive(Clone, Debug)]
pub struct WorkerProgram(PathBuf);

impl WorkerProgram {
    /// This program itself: its `main` hands over to [`parse_worker`] when [`WorkerProgram::is_asked_for`].
    pub fn current_exe() -> Result<Self> {
        std::env::current_exe().map(Self).map_err(|e| unstartable(&e))
    }

    /// The program in `path`, for tests: they are not started as a worker themselves.
    #[cfg(test)]
    pub(crate) fn at(path: PathBuf) -> Self {
        Self(path)
    }

    /// Whether this process was started to be a worker.
    pub fn is_asked_for() -> bool {
        std::env::args_os()
            .nth(1)
            .is_some_and(|first| first == WORKER_ARGUMENT)
    }
}

/// Runs as a worker until the input ends.
pub fn parse_worker() -> ExitCode {
    intake::serve()
}

/// The worker process, started when it is first needed.
pub struct Parser {
    worker: Worker,
}

impl std::fmt::Debug for Parser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Parser").finish_non_exhaustive()
    }
}

impl Parser {
    /// A parser that starts `program` as its worker.
    pub fn new(program: WorkerProgram) -> Self {
        let mut command = Command::new(program.0);
        command.arg(WORKER_ARGUMENT);
        Self {
            worker: Worker::new(command),
        }
    }

    /// The record of a document, and the worker's processor time for it in milliseconds.
    pub(crate) fn capture(&mut self, bytes: &[u8], hints: &Hints<'_>) -> Result<(Capture, f64)> {
        match self.ask(Operation::Capture, bytes, hints)? {
            (Answer::Capture(capture), cpu_ms) => Ok((*capture, cpu_ms)),
            (Answer::Problem(problem), _) => Err(problem.into()),
            _ => Err(another_answer()),
        }
    }

    /// The parts of a document with their places, and the worker's processor time for it in milliseconds.
    pub(crate) fn extraction(&mut self, bytes: &[u8], hints: &Hints<'_>) -> Result<(Extraction, f64)> {
        match self.ask(Operation::Extraction, bytes, hints)? {
            (Answer::Extraction(extraction), cpu_ms) => Ok((*extraction, cpu_ms)),
            (Answer::Problem(problem), _) => Err(problem.into()),
            _ => Err(another_answer()),
        }
    }

    /// The record of a document with what became of each line.
    pub(crate) fn preview(&mut self, bytes: &[u8], hints: &Hints<'_>) -> Result<Preview> {
        match self.ask(Operation::Preview, bytes, hints)? {
            (Answer::Preview(preview), _) => Ok(*preview),
            (Answer::Problem(problem), _) => Err(problem.into()),
            _ => Err(another_answer()),
        }
    }

    /// What the picture is that `bytes` are; nothing for what is no picture.
    pub(crate) fn picture(&mut self, bytes: &[u8]) -> Result<Option<Picture>> {
        match self.ask(Operation::Picture, bytes, &Hints::default())? {
            (Answer::Picture(picture), _) => Ok(picture),
            (Answer::Problem(problem), _) => Err(problem.into()),
            _ => Err(another_answer()),
        }
    }

    fn ask(&mut self, op: Operation, bytes: &[u8], hints: &Hints<'_>) -> Result<(Answer, f64)> {
        let request = Request {
            op,
            name: hints.name.map(str::to_owned),
            url: hints.url.map(str::to_owned),
            media: hints.media.map(str::to_owned),
        };
        let answer = self.worker.ask(&request, bytes)?;
        Ok((answer, self.worker.spent().as_secs_f64() * 1000.0))
    }
}

impl Desk {
    pub(crate) fn parser(&self) -> Result<MutexGuard<'_, Parser>> {
        // A parser whose user panicked is as good as before: each question stands alone.
        Ok(self.parser.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn another_answer() -> Failure {
    Failure::bug("the parser answered another question")
}

fn unstartable(error: &std::io::Error) -> Failure {
    Failure::new(
        FailureKind::Bug,
        "worker-unstartable",
        &[("reason", io_reason(error).into())],
    )
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        let invalid = |id, args: &[_]| Self::new(FailureKind::Invalid, id, args);
        match problem {
            Problem::Empty => invalid("input-empty", &[]),
            Problem::Blank => invalid("input-blank", &[]),
            Problem::Binary => invalid("input-binary", &[]),
            Problem::NotText { what } => invalid("input-not-text", &[("what", what.to_string().into())]),
            Problem::TooLarge { limit, .. } => {
                invalid("input-too-large", &[("megabytes", (limit / 1_000_000).into())])
            }
            Problem::TooManyLines { lines, limit } => invalid(
                "input-too-many-lines",
                &[("lines", lines.into()), ("limit", limit.into())],
            ),
            Problem::Damaged { what } => invalid("input-damaged", &[("what", what.to_string().into())]),
            Problem::Bomb { limit } => invalid("input-bomb", &[("megabytes", (limit / 1_000_000).into())]),
            Problem::TooComplex => invalid("input-too-complex", &[]),
            Problem::ManyMessages { count } => invalid("input-many-messages", &[("count", count.into())]),
            Problem::PdfEncrypted => invalid("input-pdf-encrypted", &[]),
            Problem::PdfScanned { pages } => invalid("input-pdf-scanned", &[("pages", pages.into())]),
            Problem::PdfUnreadable => invalid("input-pdf-unreadable", &[]),
            Problem::PdfTooManyPages { pages, limit } => invalid(
                "input-pdf-too-many-pages",
                &[("pages", pages.into()), ("limit", limit.into())],
            ),
            Problem::ParserFailed => Self::new(FailureKind::Bug, "parser-failed", &[]),
        }
    }
}

impl From<WorkerError> for Failure {
    fn from(error: WorkerError) -> Self {
        match error {
            WorkerError::TooLarge { bytes, limit } => Problem::TooLarge { bytes, limit }.into(),
            WorkerError::Died | WorkerError::Garbled => {
                Self::new(FailureKind::Unreadable, "worker-died", &[])
            }
            WorkerError::TimedOut { limit } => Self::new(
                FailureKind::Unreadable,
                "worker-timed-out",
                &[("seconds", limit.as_secs().into())],
            ),
            WorkerError::NotStarted(error) => unstartable(&error),
        }
    }
}
