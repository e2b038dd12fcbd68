//! Journeys in the real window: the tests in `src-tauri/tests`, under a virtual screen, a session bus of their own and
//! a home folder that is thrown away, so that no journey can touch the library of the person who runs it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::setup;
use crate::shell::{Outcome, cargo, home, root, run, target_dir};

/// Prepares, builds and runs the journeys, all or those whose name contains `filter`.
pub fn standalone(filter: Option<&str>) -> Outcome {
    setup::install()?;
    build()?;
    in_window(filter, run)
}

/// The journey that goes to every screen in turn.
const TOUR: &str = "axe_finds_nothing_serious_on_any_screen_in_light";

/// Takes a picture of every screen, in a real window with the sample library, for the guide.
pub fn pictures() -> Outcome {
    setup::install()?;
    build()?;
    let taken = target_dir().join("pictures");
    fs::create_dir_all(&taken).map_err(|error| format!("{} can't be made: {error}.", taken.display()))?;
    in_window(
        Some(TOUR),
        |command| run(command.env("CHANCERY_PICTURES", &taken)),
    )?;
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

/// Hands the command that runs the journeys to `run`, with a temporary home around it.
pub fn in_window(filter: Option<&str>, run: impl FnOnce(&mut Command) -> Outcome) -> Outcome {
    if cfg!(not(target_os = "linux")) {
        return Err("the journeys run on Linux only: they drive WebKitGTK on a virtual screen.".into());
    }
    let home = Home::create()?;
    let mut command = Command::new("xvfb-run");
    command.args(["-a", "-s", "-screen 0 1440x900x24", "dbus-run-session", "--"]);
    let cargo = cargo();
    command.arg(cargo.get_program()).args([
        "nextest",
        "run",
        "--workspace",
        "-E",
        "package(chancery-window) & kind(test)",
    ]);
    // One window at a time: a screen without a window manager has a single focus.
    command.args(["--test-threads", "1"]).args(filter);
    if let Some(folder) = cargo.get_current_dir() {
        command.current_dir(folder);
    }
    command.envs(cargo.get_envs().filter_map(|(name, value)| Some((name, value?))));
    home.give_to(&mut command);
    // Software rendering through shared memory; and no accessibility bus, which this session does not have.
    command
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        .env("NO_AT_BRIDGE", "1");
    run(&mut command)
}

/// A home folder for one run; removed with everything in it when dropped.
struct Home(PathBuf);

impl Home {
    fn create() -> Outcome<Self> {
        let path = std::env::temp_dir().join(format!("chancery-e2e-{}", std::process::id()));
        for part in ["data", "config", "cache", "state", "runtime"] {
            fs::create_dir_all(path.join(part))
                .map_err(|error| format!("{} can't be made: {error}.", path.display()))?;
        }
        private(&path.join("runtime"))?;
        Ok(Self(path))
    }

    fn give_to(&self, command: &mut Command) {
        // The tool chain stays where it is.
        for (name, folder) in [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")] {
            command.env(
                name,
                std::env::var_os(name).map_or_else(|| home().join(folder), PathBuf::from),
            );
        }
        command.env("HOME", &self.0);
        for (name, part) in [
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_RUNTIME_DIR", "runtime"),
        ] {
            command.env(name, self.0.join(part));
        }
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        // What can't be removed lies in the folder for temporary files, where it does no harm.
        let _best_effort = fs::remove_dir_all(&self.0);
    }
}

/// The session bus refuses a runtime folder that others can read.
#[cfg(unix)]
fn private(folder: &Path) -> Outcome {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
        .map_err(|error| format!("{} can't be made private: {error}.", folder.display()))
}

#[cfg(not(unix))]
fn private(_folder: &Path) -> Outcome {
    Ok(())
}
