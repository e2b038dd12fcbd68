//! Printing: lines for people, or JSON, one object a line; failures on standard error; the exit code.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use desk::{Failure, FailureKind, wording::sentence};
use serde::Serialize;

/// Some items failed, or there was nothing to undo.
const SOME_FAILED: u8 = 1;
/// What was typed can't be used.
const WRONG_USAGE: u8 = 2;
/// The library can't be opened or written.
const NO_LIBRARY: u8 = 3;

/// Where answers go.
#[derive(Debug)]
pub(crate) struct Out {
    json: bool,
    failed: Option<u8>,
    /// Whether an answer could not be printed.
    unprinted: bool,
}

/// A failure as an object on standard error.
#[derive(Serialize)]
struct Error<'f> {
    error: &'f str,
    kind: FailureKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'f str>,
}

impl Out {
    pub(crate) fn new(json: bool) -> Self {
        Self {
            json,
            failed: None,
            unprinted: false,
        }
    }

    /// Prints one answer: as JSON, or as the lines that `human` makes of it.
    pub(crate) fn answer<T: Serialize>(&mut self, answer: &T, human: impl FnOnce(&T) -> String) {
        if self.json {
            match serde_json::to_string(answer) {
                Ok(line) => self.line(&line),
                Err(e) => {
                    self.failure(&Failure {
                        kind: FailureKind::Bug,
                        message: e.to_string(),
                        hint: None,
                        field: None,
                        library: false,
                    });
                }
            }
        } else {
            self.line(&for_terminals(&human(answer)));
        }
    }

    /// Prints an answer that is JSON in any case.
    pub(crate) fn object(&mut self, answer: &impl Serialize) {
        let as_asked = std::mem::replace(&mut self.json, true);
        self.answer(answer, |_| String::new());
        self.json = as_asked;
    }

    /// Says something that is no answer, to people only.
    pub(crate) fn notice(&self, text: &str) {
        if !self.json {
            say_on_stderr(&for_terminals(text));
        }
    }

    /// Prints a line and hands it over at once, so that whoever reads along knows what is done.
    pub(crate) fn line(&mut self, line: &str) {
        self.bytes(format!("{line}\n").as_bytes());
    }

    /// Prints bytes as they are.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        let mut stdout = io::stdout().lock();
        match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
            Ok(()) => {}
            // Whoever read has enough.
            Err(e) if e.kind() == io::ErrorKind::BrokenPipe => {
                std::process::exit(i32::from(self.failed.unwrap_or(0)))
            }
            Err(e) => {
                drop(stdout);
                // Once: every further line would fail for the same reason.
                if !std::mem::replace(&mut self.unprinted, true) {
                    self.failure(&Failure::unprinted(&e));
                }
            }
        }
    }

    /// Notes that an item failed; the run goes on.
    pub(crate) fn item_failed(&mut self) {
        self.failed.get_or_insert(SOME_FAILED);
    }

    /// Prints a failure and gives its exit code.
    pub(crate) fn failure(&mut self, failure: &Failure) -> ExitCode {
        let code = match failure.kind {
            _ if failure.library => NO_LIBRARY,
            FailureKind::Invalid => WRONG_USAGE,
            _ => SOME_FAILED,
        };
        self.failure_with(failure, code)
    }

    /// Prints why the library can't be opened.
    pub(crate) fn unopened(&mut self, failure: &Failure) -> ExitCode {
        self.failure_with(failure, NO_LIBRARY)
    }

    fn failure_with(&mut self, failure: &Failure, code: u8) -> ExitCode {
        print_failure(failure, self.json);
        self.failed = Some(code);
        self.code()
    }

    /// The exit code of what was printed so far.
    pub(crate) fn code(&self) -> ExitCode {
        ExitCode::from(self.failed.unwrap_or(0))
    }

    /// Prints the answer or the failure and gives the exit code.
    pub(crate) fn finish<T: Serialize>(
        &mut self,
        answer: desk::Result<T>,
        human: impl FnOnce(&T) -> String,
    ) -> ExitCode {
        match answer {
            Ok(answer) => {
                self.answer(&answer, human);
                self.code()
            }
            Err(failure) => self.failure(&failure),
        }
    }

    /// Prints a list, an object a line.
    pub(crate) fn finish_list<T: Serialize>(
        &mut self,
        answer: desk::Result<Vec<T>>,
        human: impl Fn(&T) -> String,
    ) -> ExitCode {
        match answer {
            Ok(rows) => {
                for row in &rows {
                    self.answer(row, &human);
                }
                self.code()
            }
            Err(failure) => self.failure(&failure),
        }
    }
}

/// What clap says, which is help and version too.
pub(crate) fn usage(usage: &clap::Error, json: bool) -> ExitCode {
    if !usage.use_stderr() {
        let _ = usage.print();
        return ExitCode::SUCCESS;
    }
    if json {
        print_failure(&Failure::invalid(usage_in_words(usage)), true);
    } else {
        let _ = usage.print();
    }
    ExitCode::from(WRONG_USAGE)
}

/// What was wrong, without the usage that follows after an empty line.
fn usage_in_words(usage: &clap::Error) -> String {
    if usage.kind() == clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return sentence("cli-no-subcommand", &[]);
    }
    let text = usage.to_string();
    let said = text
        .lines()
        .take_while(|line| !line.is_empty())
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ");
    said.trim_start_matches("error: ").to_owned()
}

/// Text with its control characters replaced, one by one: an article must not command the terminal it is read in.
fn for_terminals(text: &str) -> String {
    let harmless = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
    text.chars()
        .map(|c| if harmless(c) { c } else { '\u{fffd}' })
        .collect()
}

fn print_failure(failure: &Failure, json: bool) {
    if json {
        let error = Error {
            error: &failure.message,
            kind: failure.kind,
            hint: failure.hint.as_deref(),
        };
        say_on_stderr(&serde_json::to_string(&error).unwrap_or_else(|_| failure.message.clone()));
    } else {
        say_on_stderr(&for_terminals(&format!("chancery: {}", failure.message)));
        if let Some(hint) = &failure.hint {
            say_on_stderr(&for_terminals(hint));
        }
    }
}

/// A line on standard error; when even that is gone there is nobody left to tell.
pub(crate) fn say_on_stderr(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}
