//! Journeys in the real window: the tests in `src-tauri/tests`, on a screen of their own.

use std::fs;
use std::process::Command;

use crate::screen::with_screen;
use crate::setup;
use crate::shell::{Outcome, cargo, root, run, target_dir};

/// Prepares, builds and runs the journeys, all or those whose name contains `filter`.
pub fn standalone(filter: Option<&str>) -> Outcome {
    setup::install()?;
    build()?;
    in_window(filter.as_slice(), run)
}

/// The journeys that take pictures: one goes to every screen in turn, the others to what it takes a page to see.
const TOUR: [&str; 4] = [
    "axe_finds_nothing_serious_on_any_screen_in_light",
    "a_page_that_was_copied_is_pasted_as_one",
    "a_page_that_changed_gets_a_version",
    "an_article_that_is_there_with_other_words_is_compared",
];

/// Takes a picture of every screen, in a real window with the sample library, for the guide.
pub fn pictures() -> Outcome {
    setup::install()?;
    build()?;
    let taken = target_dir().join("pictures");
    fs::create_dir_all(&taken).map_err(|error| format!("{} can't be made: {error}.", taken.display()))?;
    in_window(&TOUR, |command| run(command.env("CHANCERY_PICTURES", &taken)))?;
    let listed =
        fs::read_dir(&taken).map_err(|error| format!("{} can't be read: {error}.", taken.display()))?;
    for picture in listed.flatten().map(|entry| entry.path()) {
        let kept = root()
            .join("docs/pictures")
            .join(picture.file_name().unwrap_or_default())
            .with_extension("webp");
        run(Command::new("convert")
            .arg(&picture)
            .args(["-quality", "82", "-define", "webp:method=6"])
            .arg(kept))?;
    }
    Ok(())
}

/// Builds outside of the virtual screen, where a compiler's error is easier to read. The whole workspace, as for the other
/// tests: a choice of packages would unify features differently and compile Tauri a second time; and the journeys need
/// `chancery` beside the window.
pub fn build() -> Outcome {
    run(cargo().args(["nextest", "run", "--workspace", "--no-run"]))
}

/// Hands the command that runs the journeys, all or those whose name contains one of `names`, to `run`, with a temporary home
/// around it.
pub fn in_window(names: &[&str], run: impl FnOnce(&mut Command) -> Outcome) -> Outcome {
    let mut journeys = cargo();
    journeys.args([
        "nextest",
        "run",
        "--workspace",
        "-E",
        "package(chancery-window) & kind(test)",
    ]);
    // One window at a time: a screen without a window manager has a single focus.
    journeys.args(["--test-threads", "1"]).args(names);
    with_screen(&journeys, run)
}
