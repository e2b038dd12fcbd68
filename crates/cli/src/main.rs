//! `chancery`: everything Chancery does, from a shell.
//!
//! Thin on purpose: each subcommand reads its arguments, calls the desk once and prints the answer. Nothing here opens a
//! window or a database. Without arguments it starts `chancery-window` beside it.

mod args;
mod commands;
mod out;

use std::process::ExitCode;

use clap::Parser as _;
use desk::{Desk, WorkerProgram, default_folder};

use crate::{
    args::{Cli, Command},
    out::Out,
};

fn main() -> ExitCode {
    if WorkerProgram::is_asked_for() {
        return desk::parse_worker();
    }
    ignore_file_size_signal();
    desk::wording::speak(desk::wording::of_session());
    let arguments: Vec<_> = std::env::args_os().collect();
    let json = arguments.iter().any(|a| a == "--json" || a == "--jsonl");
    match Cli::try_parse_from(&arguments) {
        Ok(cli) => run(cli),
        Err(usage) => out::usage(&usage, json),
    }
}

fn run(cli: Cli) -> ExitCode {
    let mut out = Out::new(cli.json);
    let Some(command) = cli.command else {
        return commands::window::start(cli.library.as_deref(), &mut out);
    };
    let worker = match WorkerProgram::current_exe() {
        Ok(worker) => worker,
        Err(failure) => return out.failure(&failure),
    };
    let command = match command {
        Command::Extract(args) => return commands::stateless::extract(args, worker, &mut out),
        Command::Convert(args) => return commands::stateless::convert(&args, worker, &mut out),
        other => other,
    };
    let folder = match (&command, cli.library) {
        (_, Some(folder)) => folder,
        (Command::Sample, None) => desk::sample_folder(),
        (_, None) => default_folder(),
    };
    match Desk::open(&folder, worker) {
        Ok(desk) => {
            if let Some(server) = cli.allow_server {
                desk.allow_server(server);
            }
            if desk.is_new() {
                out.notice(&format!("A new library was made in {}.", folder.display()));
            }
            commands::run(command, &desk, &mut out)
        }
        Err(failure) => out.unopened(&failure),
    }
}

/// Past a limit on file sizes the system sends a signal that would end the program in mid-write; ignored, the write fails
/// instead and becomes a sentence.
fn ignore_file_size_signal() {
    #[cfg(unix)]
    #[expect(unsafe_code, reason = "the standard library has no call for it")]
    // SAFETY: called before any thread is started; SIG_IGN installs no handler of ours.
    unsafe {
        libc::signal(libc::SIGXFSZ, libc::SIG_IGN);
    }
}
