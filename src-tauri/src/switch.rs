//! Showing another library in the same window: opening it, remembering it, holding it, naming it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use desk::sample::SampleMade;
use desk::wording::sentence;
use desk::{Desk, WorkerProgram};
use tauri::{AppHandle, Manager as _};

use crate::changes::Lookout;
use crate::failure::Failure;
use crate::instance::{self, Hello, Instance, Met};
use crate::library::Library;
use crate::memory::Memory;
use crate::window;

/// The window's hold on its library, so that a second start finds it.
#[derive(Default)]
pub struct Hold(Mutex<Option<Instance>>);

impl Hold {
    fn now(&self) -> MutexGuard<'_, Option<Instance>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self) -> Option<Instance> {
        self.now().take()
    }
}

/// Holds on to `instance` and listens to other starts on the same library.
pub fn hold(app: &AppHandle, mut instance: Instance) {
    let greeted = app.clone();
    // Without the thread, other starts open windows of their own.
    let _ = instance.listen(move |hello| window::greet(&greeted, hello));
    *app.state::<Hold>().now() = Some(instance);
}

/// Shows the library in `folder`, making it when there is none. When it can't be opened the one before stays.
///
/// # Errors
/// Those of opening a library.
pub fn to_folder(app: &AppHandle, folder: &Path) -> Result<(), Failure> {
    show(app, Desk::open(folder, WorkerProgram::current_exe()?)?);
    Ok(())
}

/// Shows the sample library, making it when there is none.
///
/// # Errors
/// It can't be made: no room, or another library in its place.
pub fn to_sample(app: &AppHandle) -> Result<SampleMade, Failure> {
    let (desk, made) = desk::sample::open(&desk::sample_folder(), &WorkerProgram::current_exe()?)?;
    show(app, desk);
    Ok(made)
}

/// Takes the sample library away: the one on show if it is one, else the one in the usual place. A window that shows it goes
/// back to the library that was shown before.
///
/// # Errors
/// There is none, or it can't be removed.
pub fn away_with_sample(app: &AppHandle) -> Result<(), Failure> {
    let library = app.state::<Arc<Library>>();
    let desk = library.desk()?;
    let on_show = desk.is_sample()?;
    let folder = if on_show {
        desk.folder().to_owned()
    } else {
        desk::sample_folder()
    };
    drop(desk);
    app.state::<Memory>()
        .change(|remembered| remembered.forget(&folder));
    if on_show {
        to_folder(app, &app.state::<Memory>().recall().library())?;
    }
    Ok(desk::sample::remove(&folder, &WorkerProgram::current_exe()?)?)
}

/// The libraries that were shown before and still are there, the last one first; without the one on show.
#[must_use]
pub fn others(app: &AppHandle) -> Vec<PathBuf> {
    let library = app.state::<Arc<Library>>();
    let mut known = app.state::<Memory>().recall().libraries;
    known.push(desk::default_folder());
    let mut others: Vec<PathBuf> = Vec::new();
    for folder in known {
        if desk::is_library(&folder) && !library.shows(&folder) && !others.contains(&folder) {
            others.push(folder);
        }
    }
    others
}

/// What to call the library in `folder`: its folder's name, but for the usual places.
#[must_use]
pub fn name(folder: &Path) -> String {
    let word = |id| sentence(id, &[]);
    if folder == desk::default_folder() {
        word("library-name-default")
    } else if folder == desk::sample_folder() {
        word("library-name-sample")
    } else {
        let last = folder.file_name().unwrap_or(folder.as_os_str());
        last.to_string_lossy().into_owned()
    }
}

/// `folder` as people write it: with `~` for the home folder.
#[must_use]
pub fn place(folder: &Path) -> String {
    let within = std::env::home_dir().and_then(|home| folder.strip_prefix(home).ok());
    match within {
        Some(rest) if rest.as_os_str().is_empty() => "~".to_owned(),
        Some(rest) => format!("~/{}", rest.display()),
        None => folder.display().to_string(),
    }
}

fn show(app: &AppHandle, desk: Desk) {
    let folder = desk.folder().to_owned();
    let library = app.state::<Arc<Library>>();
    // Where the way back leads, also when it was named on the command line.
    let before = library.folder().filter(|before| desk::is_library(before));
    let held = library.shows(&folder);
    library.show(desk);
    app.state::<Lookout>().look();
    app.state::<Memory>().change(|remembered| {
        if let Some(before) = &before {
            remembered.showed(before);
        }
        remembered.showed(&folder);
    });
    name_window(app);
    if held {
        return;
    }
    // Other starts on the library before open a window of their own from now on.
    drop(app.state::<Hold>().take());
    // Another window may hold that library: then both show it, and each sees what the other writes.
    if let Ok(Met::Nobody(instance)) = instance::meet(&folder, &Hello::default()) {
        hold(app, instance);
    }
}

/// Writes into the title bar which library is on show, in the language that is spoken now.
pub fn name_window(app: &AppHandle) {
    let folder = app.state::<Arc<Library>>().folder();
    if let (Some(window), Some(folder)) = (app.get_webview_window(window::LABEL), folder) {
        // Fails when the window is closing.
        let _ = window.set_title(&title(&folder));
    }
}

/// What stands in the title bar on the library in `folder`.
#[must_use]
pub fn title(folder: &Path) -> String {
    if folder == desk::default_folder() {
        return "Chancery".to_owned();
    }
    format!("{} – Chancery", name(folder))
}
