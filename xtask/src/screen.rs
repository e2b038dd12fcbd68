//! Running a program in the real window without a person: a virtual screen, a session bus of its own and a home folder that is
//! thrown away, so that nothing it does can touch the library of the person who runs it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::shell::{Outcome, home};

/// Hands `inner`, put on a screen of its own, to `run`; the home folder lasts until that returns.
pub fn with_screen(inner: &Command, run: impl FnOnce(&mut Command) -> Outcome) -> Outcome {
    if cfg!(not(target_os = "linux")) {
        return Err("this runs on Linux only: it drives WebKitGTK on a virtual screen.".into());
    }
    let home = Home::create()?;
    let mut command = Command::new("xvfb-run");
    command.args(["-a", "-s", "-screen 0 1440x900x24", "dbus-run-session", "--"]);
    command.arg(inner.get_program()).args(inner.get_args());
    if let Some(folder) = inner.get_current_dir() {
        command.current_dir(folder);
    }
    command.envs(inner.get_envs().filter_map(|(name, value)| Some((name, value?))));
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
        let path = std::env::temp_dir().join(format!("chancery-screen-{}", std::process::id()));
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
