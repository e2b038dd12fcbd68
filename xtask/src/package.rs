//! `package`: what an analyst installs, as a Debian package: one file with both programs, the menu entry and the icons.
//!
//! Cargo builds and Tauri's tool packs: told to build, that tool would choose features of its own and compile everything a
//! second time. `--try` unpacks the file beside the system instead of into it and starts what is inside.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::screen::with_screen;
use crate::setup;
use crate::shell::{Outcome, cargo, npm, on_path, output, run, target_dir};

/// The command that `try_out` gives itself under the virtual screen.
pub const LOOK: &str = "package-look";

/// The two programs, as cargo and the package call them.
const WINDOW: &str = "chancery-window";
const SHELL: &str = "chancery";

/// The menu entry within the package: Tauri names it after the product.
const ENTRY: &str = "usr/share/applications/Chancery.desktop";

/// What the window's title is on the library that opens by itself.
const TITLE: &str = "Chancery";

/// How long the window and its library may take to appear.
const PATIENCE: Duration = Duration::from_secs(60);

/// Builds the package; says which file it is and how large, and returns its path.
pub fn make() -> Outcome<PathBuf> {
    if cfg!(not(target_os = "linux")) {
        return Err("packages are made on Linux only so far.".into());
    }
    setup::install()?;
    // The whole workspace, as everything else builds it: one set of features, one build folder.
    run(cargo().args(["build", "--release", "--locked", "--workspace", "--bins"]))?;
    let release = target_dir().join("release");
    let folder = release.join("bundle/deb");
    // An older version's file would be taken for the one that is made.
    remove(&folder)?;
    let shell = release.join(SHELL);
    let also = serde_json::json!({
        "bundle": { "linux": { "deb": { "files": { format!("/usr/bin/{SHELL}"): shell } } } }
    });
    run(npm(".")
        .args(["--prefix", "ui", "exec", "--offline", "--", "tauri", "bundle"])
        .args(["--ci", "--bundles", "deb", "--config", &also.to_string()])
        .env("CARGO_TARGET_DIR", target_dir()))?;
    let made = the_package_in(&folder)?;
    let size = made.metadata().map_or(0, |data| data.len());
    println!("{} ({:.1} MB)", made.display(), megabytes(size));
    Ok(made)
}

/// Unpacks `package` into a folder that is thrown away, checks the menu entry, and starts both programs of it.
pub fn try_out(package: &Path) -> Outcome {
    let unpacked = target_dir().join("package-tried");
    remove(&unpacked)?;
    run(Command::new("dpkg-deb").arg("-x").arg(package).arg(&unpacked))?;
    check_entry(&unpacked)?;
    let version = output(Command::new(unpacked.join("usr/bin").join(SHELL)).arg("--version"))?;
    println!("The shell's program runs: {}.", version.trim());
    let this = std::env::current_exe().map_err(|error| format!("xtask can't find itself: {error}."))?;
    with_screen(Command::new(this).arg(LOOK).arg(&unpacked), run)?;
    remove(&unpacked)
}

/// Starts the window of the package unpacked in `root`, under the screen and in the home that `try_out` has made. It is well
/// when its title is right and the interface in it has made its library: a window alone could be blank.
pub fn look(root: &Path) -> Outcome {
    let data = std::env::var_os("XDG_DATA_HOME").ok_or("`package-look` is for `package --try` alone.")?;
    let library = Path::new(&data).join("chancery/library.sqlite");
    let window = Command::new(root.join("usr/bin").join(WINDOW))
        .spawn()
        .map(Window)
        .map_err(|error| format!("the window of the package does not start: {error}."))?;
    let began = Instant::now();
    let seconds = PATIENCE.as_secs().to_string();
    let found = output(Command::new("timeout").args([
        &seconds,
        "xdotool",
        "search",
        "--sync",
        "--onlyvisible",
        "--class",
        WINDOW,
    ]))?;
    let number = found.lines().next().unwrap_or_default();
    let title = output(Command::new("xdotool").args(["getwindowname", number]))?;
    if title.trim() != TITLE {
        return Err(format!("the window is called {:?}, not {TITLE:?}.", title.trim()));
    }
    while !library.is_file() {
        if began.elapsed() > PATIENCE {
            return Err(format!(
                "the window is there, but nothing in it: {} was not made.",
                library.display()
            ));
        }
        #[expect(
            clippy::disallowed_methods,
            reason = "another program makes the file: there is nothing of it to wait for"
        )]
        std::thread::sleep(Duration::from_millis(50));
    }
    drop(window);
    println!("The window opens, is called {TITLE:?}, and has made its library.");
    Ok(())
}

/// The menu entry names programs and an icon that the package brings, and the desktop's own checker finds no fault with it.
fn check_entry(unpacked: &Path) -> Outcome {
    let path = unpacked.join(ENTRY);
    let text = fs::read_to_string(&path).map_err(|error| format!("{ENTRY} can't be read: {error}."))?;
    for program in programs(&text) {
        if !unpacked.join("usr/bin").join(program).is_file() {
            return Err(format!(
                "{ENTRY} starts {program}, which the package does not bring."
            ));
        }
    }
    if on_path("desktop-file-validate") {
        run(Command::new("desktop-file-validate").arg(&path))?;
    }
    println!("The menu entry starts what the package brings.");
    Ok(())
}

/// The programs that a menu entry starts.
fn programs(entry: &str) -> impl Iterator<Item = &str> {
    let lines = entry.lines().filter_map(|line| line.split_once('='));
    lines
        .filter(|(key, _)| ["Exec", "TryExec"].contains(key))
        .filter_map(|(_, command)| command.split_whitespace().next())
}

/// The one package in `folder`.
fn the_package_in(folder: &Path) -> Outcome<PathBuf> {
    let entries =
        fs::read_dir(folder).map_err(|error| format!("{} can't be read: {error}.", folder.display()))?;
    entries
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|ending| ending == "deb"))
        .ok_or_else(|| format!("no package was made in {}.", folder.display()))
}

fn remove(folder: &Path) -> Outcome {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{} can't be removed: {error}.", folder.display()))
        }
        _ => Ok(()),
    }
}

#[allow(
    clippy::cast_precision_loss,
    reason = "the size of a file, shown with one decimal"
)]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// The window of the package; closed when dropped.
struct Window(Child);

impl Drop for Window {
    fn drop(&mut self) {
        // It has already ended when these fail.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::root;

    #[test]
    fn the_menu_entry_starts_the_window_in_every_way_it_offers() {
        let template = fs::read_to_string(root().join("src-tauri/linux/chancery.desktop")).unwrap();
        let entry = template.replace("{{exec}}", WINDOW);
        let started: Vec<&str> = programs(&entry).collect();
        assert_eq!(started, [WINDOW; 4]);
        for option in ["%U", "--paste", "--new-brief"] {
            assert!(entry.contains(&format!("Exec={WINDOW} {option}\n")), "{option}");
        }
    }
}
