//! The project's own commands, started as `cargo xtask COMMAND`.
//!
//! Whatever a contributor or the CI machine has to do stands here once: install what is missing, run, test,
//! measure, and check the house rules that a program can check (`tidy`). It needs no crate but `serde_json`, so that
//! a fresh clone has it in seconds.
//!
//! It deliberately knows nothing of the product: no crate of ours is a dependency, and every command is a
//! call of cargo, npm or a system tool that could be typed by hand.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "xtask is a command line tool: its output is its purpose"
)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test fails by panicking"
    )
)]

mod bench;
mod check;
mod e2e;
mod package;
mod screen;
mod setup;
mod shell;
mod tidy;

use std::process::ExitCode;

use shell::{Outcome, cargo, run};

const USAGE: &str = "\
cargo xtask COMMAND

  setup [--check]      install what is missing, put the fonts in place, build the interface;
                       with --check only say what is missing
  run [-- ARGS]        start the window
  test                 everything: format, house rules, lints, unit tests, journeys in the real window
  ci                   what .ci/run calls: test, and that the lock file is current and no test left traces
  e2e [FILTER]         the journeys in the real window alone
  bench brief          measure the typesetting
  bench import         measure 10,000 articles through the command line
  bench window [PART…] measure the window beside an empty one (parts: start, idle, list, reader, brief, longest, files)
  bench extraction [FOLDER]
                       read the web pages of FOLDER/corpora beside trafilatura, Readability and dom_smoothie [../shared]
  bench pdf            read the samples as PDF documents in one, two and three columns and list what differs (needs groff)
  bench hostile [FOLDER]
                       convert the hostile fragments of FOLDER/corpora and look for what could still act [../shared]
  pictures             take the guide's pictures of the window anew, into docs/pictures
  bindings             rewrite ui/src/api/bindings.ts from the window's commands
  package [--try]      build the Debian package; with --try also unpack it and start what is in it
  package --try FILE   unpack a package that was built before and start what is in it
  tidy                 the house rules alone
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Outcome {
    match words {
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        ["setup"] => setup::install(),
        ["setup", "--check"] => setup::report(),
        ["run"] => start_window(&[]),
        ["run", "--", rest @ ..] => start_window(rest),
        ["test"] => check::test(),
        ["ci"] => check::ci(),
        ["e2e"] => e2e::standalone(None),
        ["e2e", filter] => e2e::standalone(Some(filter)),
        ["bench", rest @ ..] => bench::run_named(rest),
        ["pictures"] => e2e::pictures(),
        ["bindings"] => bindings(),
        ["package"] => package::make().map(|_| ()),
        ["package", "--try"] => package::make().and_then(|made| package::try_out(&made)),
        ["package", "--try", file] => package::try_out(file.as_ref()),
        [package::LOOK, root] => package::look(root.as_ref()),
        ["tidy"] => tidy::run(),
        _ => Err(format!(
            "there is no command `{}`. The commands are:\n\n{USAGE}",
            words.join(" ")
        )),
    }
}

/// Builds both programs, so that the window finds `chancery` beside it, and starts the window.
fn start_window(arguments: &[&str]) -> Outcome {
    setup::install()?;
    // Exactly what the tests build: another choice of packages or targets unifies features differently, and whoever runs and
    // tests would compile Tauri and Typst twice.
    run(cargo().args(["build", "--workspace", "--all-targets"]))?;
    let program = shell::target_dir()
        .join("debug")
        .join(format!("chancery-window{}", std::env::consts::EXE_SUFFIX));
    run(std::process::Command::new(program).args(arguments))
}

fn bindings() -> Outcome {
    setup::install()?;
    run(cargo()
        .args([
            "nextest",
            "run",
            "--workspace",
            "-E",
            "package(chancery-window) & test(bindings)",
        ])
        .env("UPDATE_BINDINGS", "1"))
}
