//! The window of Chancery: Tauri around the desk, with the interface of `ui/` inside.
//!
//! Everything a person can do is a call of `desk`; this crate opens the window, locks it (`window`), and translates
//! between the desk and the typed commands (`commands`). It decides nothing about articles, annotations or risks, has no
//! SQL and no network. Its tests in the real window are in `tests/window`.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test that can't go on must fail"
    )
)]

mod changes;
pub mod commands;
pub mod failure;
mod library;
mod native;
mod start;
mod window;

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;

use changes::Lookout;
use desk::settings::SettingsFile;
use failure::Failure;
use library::Library;
use native::chosen::Chosen;
use tauri::{Manager as _, Window, WindowEvent};

/// Runs the program as the command line asks: as the parse worker (`--parse-worker`), else as the window on a library.
#[must_use]
pub fn run() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    if start::is_parse_worker(&arguments) {
        return desk::parse_worker();
    }
    if !start::has_screen() {
        return without_window();
    }
    start::choose_renderer(&arguments);
    let library = Arc::new(Library::new(start::library_folder(&arguments)));
    let opened = tauri::Builder::default()
        .manage(Arc::clone(&library))
        .manage(SettingsFile::of_this_person())
        .manage(Chosen::default())
        .invoke_handler(commands::builder().invoke_handler())
        .on_window_event(hear)
        .setup(move |app| {
            app.manage(Lookout::start(library)?);
            window::open(app)
        })
        .run(tauri::generate_context!());
    if opened.is_ok() {
        ExitCode::SUCCESS
    } else {
        without_window()
    }
}

/// What the system tells the window that the rest of the program wants to know.
fn hear(window: &Window, event: &WindowEvent) {
    if let WindowEvent::Focused(focused) = event {
        window.state::<Lookout>().focused(*focused);
    }
}

/// Says that no window can be opened, to whoever started the program.
#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn without_window() -> ExitCode {
    let Failure { message, hint, .. } = Failure::no_screen();
    eprintln!("{message} {}", hint.unwrap_or_default());
    ExitCode::FAILURE
}
