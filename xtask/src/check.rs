//! `test` and `ci`: every check there is, cheapest first, stopping at the first that fails.
//!
//! `ci` is `test` with two questions that only matter to a clean checkout: is the lock file current, and did a test
//! rewrite a file that is committed.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::shell::{self, Outcome, cargo, git, output, root, run, shown, succeeds};
use crate::{e2e, setup, tidy};

/// Journeys need a screen; `e2e` gives them one.
const WITHOUT_JOURNEYS: &str = "not (package(chancery-window) & kind(test))";

/// Runs every check and prints how long each took.
pub fn test() -> Outcome {
    let mut report = Report::default();
    let outcome = every_step(&mut report, Output::Terminal);
    report.print(outcome.is_ok());
    outcome
}

/// Runs every check as the CI machine does; the last line counts the tests.
pub fn ci() -> Outcome {
    let mut report = Report::default();
    let before = worktree()?;
    let outcome = report
        .step("lock file", |_| lock_file_is_current())
        .and_then(|()| every_step(&mut report, Output::Log))
        .and_then(|()| report.step("no traces", |_| unchanged_since(&before)));
    report.print(outcome.is_ok());
    if report.passed + report.failed > 0 {
        println!("{} passed, {} failed", report.passed, report.failed);
    }
    outcome
}

/// Any question about dependencies will do; this one fetches nothing for other platforms.
fn lock_file_is_current() -> Outcome {
    output(cargo().args(["tree", "--locked", "--workspace", "--depth", "0"])).map(|_| ())
}

fn every_step(report: &mut Report, to: Output) -> Outcome {
    report.step("setup", |_| {
        for (part, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
            if !succeeds(cargo().args([part, "--version"])) {
                return Err(format!(
                    "{component} is missing: `rustup component add {component}` installs it."
                ));
            }
        }
        setup::install()
    })?;
    report.step("format", |_| run(cargo().args(["fmt", "--all", "--check"])))?;
    report.step("tidy", |_| tidy::run())?;
    let scripts = interface_scripts()?;
    for script in ["check", "lint", "test"] {
        if scripts.iter().any(|name| name == script) {
            report.step(&format!("ui {script}"), |report| {
                report.count(shell::npm("ui").args(["run", script]), to, Stream::Out)
            })?;
        }
    }
    report.step("clippy", |_| {
        run(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
    })?;
    report.step("tests", |report| {
        report.count(
            cargo().args(["nextest", "run", "--workspace", "-E", WITHOUT_JOURNEYS]),
            to,
            Stream::Err,
        )
    })?;
    report.step("journeys", |report| {
        e2e::build()?;
        e2e::in_window(&[], |command| report.count(command, to, Stream::Err))
    })
}

/// The names of the scripts in ui/package.json.
fn interface_scripts() -> Outcome<Vec<String>> {
    let text = std::fs::read_to_string(root().join("ui/package.json"))
        .map_err(|error| format!("ui/package.json can't be read: {error}."))?;
    let package: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| format!("ui/package.json is no JSON: {error}."))?;
    Ok(package["scripts"]
        .as_object()
        .map(|scripts| scripts.keys().cloned().collect())
        .unwrap_or_default())
}

/// What git sees as changed or new, with the contents of the changes.
fn worktree() -> Outcome<String> {
    Ok(output(git().args(["status", "--porcelain"]))? + &output(git().args(["diff", "--no-color"]))?)
}

fn unchanged_since(before: &str) -> Outcome {
    if worktree()? == before {
        return Ok(());
    }
    Err(format!(
        "the run changed files of the checkout: a test left something behind, or a generated file was not fresh.\n{}",
        output(git().args(["status", "--short"]))?
    ))
}

/// Where the output of a test runner goes.
#[derive(Clone, Copy, PartialEq)]
enum Output {
    /// Straight to the person, colours and progress included.
    Terminal,
    /// Through us, line by line, so that the tests can be counted.
    Log,
}

/// The stream on which a test runner prints its summary.
#[derive(Clone, Copy)]
enum Stream {
    Out,
    Err,
}

/// What was run, how long it took, and how many tests that was.
#[derive(Default)]
struct Report {
    steps: Vec<(String, Duration, bool)>,
    passed: u32,
    failed: u32,
}

impl Report {
    fn step(&mut self, name: &str, work: impl FnOnce(&mut Self) -> Outcome) -> Outcome {
        println!("── {name}");
        let started = Instant::now();
        let outcome = work(self);
        self.steps.push((name.into(), started.elapsed(), outcome.is_ok()));
        outcome
    }

    /// Runs a test runner; into a log, its output is passed on and its summary added up.
    fn count(&mut self, command: &mut Command, to: Output, stream: Stream) -> Outcome {
        if to == Output::Terminal {
            return run(command);
        }
        match stream {
            Stream::Out => command.stdout(Stdio::piped()),
            Stream::Err => command.stderr(Stdio::piped()),
        };
        let mut child = command
            .spawn()
            .map_err(|error| format!("`{}` could not be started: {error}.", shown(command)))?;
        let pipe: Option<Box<dyn std::io::Read>> = match stream {
            Stream::Out => child.stdout.take().map(|pipe| Box::new(pipe) as _),
            Stream::Err => child.stderr.take().map(|pipe| Box::new(pipe) as _),
        };
        for line in pipe
            .into_iter()
            .flat_map(|pipe| BufReader::new(pipe).split(b'\n'))
            .map_while(Result::ok)
        {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            if let Some((passed, failed)) = summary(&line) {
                self.passed += passed;
                self.failed += failed;
            }
        }
        let status = child
            .wait()
            .map_err(|error| format!("`{}` was lost: {error}.", shown(command)))?;
        if status.success() {
            Ok(())
        } else {
            Err(format!("`{}` failed ({status}).", shown(command)))
        }
    }

    fn print(&self, all_passed: bool) {
        println!();
        for (name, time, passed) in &self.steps {
            let verdict = if *passed { "" } else { "  FAILED" };
            println!("{name:<12} {:>7.1} s{verdict}", time.as_secs_f32());
        }
        let total: Duration = self.steps.iter().map(|(_, time, _)| *time).sum();
        let verdict = if all_passed {
            "Everything passed"
        } else {
            "Stopped"
        };
        println!("{verdict} after {:.1} s.", total.as_secs_f32());
    }
}

/// Passed and failed tests, from the summary line of cargo-nextest (`Summary [ 1.2s] 5 tests run: 4 passed, 1
/// failed`) or of vitest (`Tests  1 failed | 4 passed (5)`).
fn summary(line: &str) -> Option<(u32, u32)> {
    let line = line.trim();
    let counts = match line.strip_prefix("Tests  ") {
        Some(counts) => counts,
        None => line.strip_prefix("Summary [")?.split_once("run: ")?.1,
    };
    let words: Vec<&str> = counts
        .split([' ', ',', '('])
        .filter(|word| !word.is_empty())
        .collect();
    let number = |noun: &str| {
        let place = words.iter().position(|word| *word == noun)?;
        words.get(place.checked_sub(1)?)?.parse::<u32>().ok()
    };
    // nextest adds what it found broken in other ways to the failures' words, not to their number.
    let failed = ["failed", "timed"].iter().filter_map(|noun| number(noun)).sum();
    Some((number("passed").unwrap_or(0), failed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_of_both_runners_are_counted() {
        for (line, expected) in [
            (
                "     Summary [   1.204s] 12 tests run: 12 passed, 3 skipped",
                Some((12, 0)),
            ),
            (
                "     Summary [   1.204s] 5/12 tests run: 4 passed (1 slow), 1 failed, 3 skipped",
                Some((4, 1)),
            ),
            (
                "     Summary [  60.000s] 3 tests run: 1 passed, 1 failed, 1 timed out, 0 skipped",
                Some((1, 2)),
            ),
            ("      Tests  2 failed | 40 passed (42)", Some((40, 2))),
            ("      Tests  7 passed (7)", Some((7, 0))),
            (" Test Files  3 passed (3)", None),
            ("        PASS [   0.010s] xtask tidy::tests::one", None),
        ] {
            assert_eq!(summary(line), expected, "{line}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn runners_are_counted_and_their_failure_is_ours() {
        let mut report = Report::default();
        let mut shell = |script: &str, stream| {
            report
                .count(Command::new("sh").args(["-c", script]), Output::Log, stream)
                .is_ok()
        };
        assert!(shell(
            "echo '  Summary [ 1s] 3 tests run: 3 passed' >&2",
            Stream::Err
        ));
        assert!(shell("echo '  Tests  2 passed (2)'", Stream::Out));
        assert!(!shell(
            "echo '  Tests  1 failed | 4 passed (5)'; exit 1",
            Stream::Out
        ));
        assert_eq!((report.passed, report.failed), (9, 1));
    }
}
