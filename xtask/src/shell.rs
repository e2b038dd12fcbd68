//! Starting other programs, and where things are: the checkout, the build folder, the PATH.
//!
//! Every failure is a sentence that names the command, because the reader of a CI log sees nothing else.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

/// A result whose error is a sentence for the person at the terminal.
pub type Outcome<T = ()> = Result<T, String>;

/// The root of the checkout.
pub fn root() -> PathBuf {
    // As cargo says now, not as it said when this was compiled: checkouts may share a build folder. The manifest of xtask lies
    // one folder below the root.
    let manifest =
        std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&manifest)
        .parent()
        .map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Where cargo builds when xtask starts it: `CARGO_TARGET_DIR`, else a folder in the user's cache, so that a
/// fresh clone on a machine that has built Chancery before compiles only what changed.
pub fn target_dir() -> PathBuf {
    if let Some(chosen) = std::env::var_os("CARGO_TARGET_DIR").filter(|value| !value.is_empty()) {
        // Cargo reads a relative value from the folder it was started in, and so does everything below.
        return std::path::absolute(&chosen).unwrap_or_else(|_| chosen.into());
    }
    cache_dir().join("target")
}

/// Our folder in the user's cache: what can be made again, and is shared by all checkouts.
pub fn cache_dir() -> PathBuf {
    let cache = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute());
    cache.unwrap_or_else(|| home().join(".cache")).join("chancery")
}

/// The user's home folder.
pub fn home() -> PathBuf {
    std::env::home_dir().unwrap_or_else(std::env::temp_dir)
}

/// A call of cargo in the checkout, building into [`target_dir`].
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root()).env("CARGO_TARGET_DIR", target_dir());
    command
}

/// A call of npm in `folder` of the checkout.
pub fn npm(folder: &str) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    // CI keeps test runners from watching; without colours their summaries can be read back.
    command
        .current_dir(root().join(folder))
        .env("CI", "true")
        .env("NO_COLOR", "1");
    command
        .env("npm_config_fund", "false")
        .env("npm_config_audit", "false");
    command.env("npm_config_update_notifier", "false");
    command
}

/// A call of git in the checkout. CI machines often own the checkout as somebody else; that is no reason to
/// refuse a listing of it.
pub fn git() -> Command {
    let mut command = Command::new("git");
    command.current_dir(root()).args(["-c", "safe.directory=*"]);
    command
}

/// Runs a command to its end with our own output.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{}` failed ({status}).", shown(command)))
    }
}

/// Runs a command and returns what it printed; what it complained is part of the error.
pub fn output(command: &mut Command) -> Outcome<String> {
    let result = command.output().map_err(|error| not_started(command, &error))?;
    if result.status.success() {
        Ok(String::from_utf8_lossy(&result.stdout).into_owned())
    } else {
        let complaint = String::from_utf8_lossy(&result.stderr);
        Err(format!(
            "`{}` failed ({}): {}",
            shown(command),
            result.status,
            complaint.trim()
        ))
    }
}

/// Whether a command can be started and succeeds; its output is dropped.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Whether a program of this name lies on the PATH.
pub fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .any(|folder| folder.join(program).is_file() || folder.join(format!("{program}.cmd")).is_file())
}

/// The command as one would type it.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut line = program
        .file_stem()
        .unwrap_or(command.get_program())
        .to_string_lossy()
        .into_owned();
    for argument in command.get_args() {
        let _infallible = write!(line, " {}", argument.to_string_lossy());
    }
    line
}

/// When a file or folder was last written; `None` when it is not there.
pub fn modified(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|data| data.modified()).ok()
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` could not be started: {error}.", shown(command))
}
