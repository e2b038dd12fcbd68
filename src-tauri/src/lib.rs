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
mod instance;
mod library;
mod line;
mod media;
mod memory;
mod native;
mod preview;
mod requests;
mod start;
mod switch;
mod window;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use changes::Lookout;
use desk::settings::SettingsFile;
use failure::Failure;
use instance::{Hello, Instance, Met};
use library::Library;
use memory::Memory;
use native::chosen::Chosen;
use preview::Typesetting;
use requests::Requests;
use start::Errand;
use tauri::{App, Manager as _, Window, WindowEvent};

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
    let memory = Memory::of_this_machine();
    let remembered = memory.recall();
    start::choose_renderer(&arguments, remembered.shared_memory);
    let (folder, errand, server) = match start::read(&arguments) {
        Ok(asked) => {
            let folder = asked.library.unwrap_or_else(|| remembered.library());
            (Ok(folder), asked.errand, asked.server)
        }
        Err(failure) => (Err(failure), Errand::default(), None),
    };
    let instance = match folder.as_deref().ok().map(|folder| meet(folder, &errand)) {
        Some(Ok(Met::Told)) => return ExitCode::SUCCESS,
        Some(Ok(Met::Nobody(instance))) => Some(instance),
        Some(Err(_)) | None => None,
    };
    open_window(
        arguments,
        Arc::new(Library::new(folder, server)),
        memory,
        instance,
        errand,
    )
}

/// Looks for a window on the library in `folder`.
fn meet(folder: &Path, errand: &Errand) -> std::io::Result<Met> {
    let hello = Hello {
        errand: errand.clone(),
        token: start::activation_token(),
    };
    instance::meet(folder, &hello)
}

fn open_window(
    arguments: Vec<OsString>,
    library: Arc<Library>,
    memory: Memory,
    instance: Option<Instance>,
    errand: Errand,
) -> ExitCode {
    let commands = commands::builder().invoke_handler();
    let opened = tauri::Builder::default()
        .manage(Arc::clone(&library))
        .manage(memory)
        .manage(SettingsFile::decided())
        .manage(Chosen::default())
        .manage(Requests::default())
        .manage(switch::Hold::default())
        .register_asynchronous_uri_scheme_protocol(media::SCHEME, media::serve)
        .invoke_handler(move |invoke| {
            invoke.message.webview_ref().state::<start::SignOfLife>().give();
            commands(invoke)
        })
        .on_window_event(hear)
        .setup(move |app| {
            library::open_ahead(&library)?;
            app.manage(Typesetting::start(Arc::clone(&library))?);
            app.manage(Lookout::start(library)?);
            app.manage(watch_for_life(app, arguments));
            if let Some(instance) = instance {
                switch::hold(app.handle(), instance);
            }
            window::take_on(app.handle(), &errand);
            window::open(app)
        })
        .run(tauri::generate_context!());
    if opened.is_ok() {
        ExitCode::SUCCESS
    } else {
        without_window()
    }
}

/// Watches for a window that stays blank; the next start then paints through shared memory from the beginning.
fn watch_for_life(app: &App, arguments: Vec<OsString>) -> start::SignOfLife {
    let app = app.handle().clone();
    let remember = move || {
        app.state::<Memory>()
            .change(|remembered| remembered.shared_memory = true);
    };
    start::watch_for_life(arguments, remember)
}

/// What the system tells the window that the rest of the program wants to know.
fn hear(window: &Window, event: &WindowEvent) {
    match event {
        WindowEvent::Focused(true) => window.state::<Lookout>().look(),
        WindowEvent::DragDrop(dragged) => {
            window
                .state::<Requests>()
                .dragged(dragged, &window.state::<Chosen>());
        }
        WindowEvent::CloseRequested { .. } => window::remember_place(window),
        _ => {}
    }
}

/// Says that no window can be opened, to whoever started the program.
#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn without_window() -> ExitCode {
    let Failure { message, hint, .. } = Failure::no_screen();
    eprintln!("{message} {}", hint.unwrap_or_default());
    ExitCode::FAILURE
}
