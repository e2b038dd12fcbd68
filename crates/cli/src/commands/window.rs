//! Without a subcommand: the window.

use std::{path::Path, process::ExitCode};

use desk::Failure;

use crate::out::Out;

/// Starts `chancery-window` beside this program and waits for it.
pub(crate) fn start(library: Option<&Path>, out: &mut Out) -> ExitCode {
    let beside = std::env::current_exe()
        .ok()
        .map(|exe| exe.with_file_name("chancery-window"));
    let mut command = std::process::Command::new(beside.unwrap_or_else(|| "chancery-window".into()));
    if let Some(library) = library {
        command.arg("--library").arg(library);
    }
    match command.status() {
        Ok(status) => ExitCode::from(
            status
                .code()
                .and_then(|code| u8::try_from(code).ok())
                .unwrap_or(1),
        ),
        Err(e) => out.failure(&Failure::no_window(&e)),
    }
}
