//! The interface as the window embeds it: `ui/dist`, built again when anything it is made of has changed since.

use std::path::Path;
use std::time::SystemTime;

use super::npm;
use crate::shell::{self, Outcome, modified, root, run};

/// What `install` would do, in words.
pub fn missing() -> Vec<String> {
    let mut lines = Vec::new();
    if npm::stale("ui") {
        lines.push("interface: the packages of ui/package-lock.json are not installed".into());
    }
    if dist_is_stale() {
        lines.push("interface: ui/dist is not up to date".into());
    }
    lines
}

/// Installs the packages and builds, each when needed.
pub fn install() -> Outcome<bool> {
    let mut acted = npm::install("ui")?;
    if dist_is_stale() {
        println!("setup: npm run build in ui");
        run(shell::npm("ui").args(["run", "build"]))?;
        acted = true;
    }
    Ok(acted)
}

fn dist_is_stale() -> bool {
    let Some(built) = modified(&root().join("ui/dist/index.html")) else {
        return true;
    };
    ["ui", "l10n"]
        .iter()
        .any(|folder| has_newer(&root().join(folder), built))
}

/// Whether a file below `folder` was written, or a file of a subfolder added or removed, after `built`. What npm and
/// the build itself write does not count.
fn has_newer(folder: &Path, built: SystemTime) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return false;
    };
    entries
        .flatten()
        .filter(|entry| entry.file_name() != "node_modules" && entry.file_name() != "dist")
        .any(|entry| {
            let path = entry.path();
            modified(&path).is_some_and(|time| time > built) || (path.is_dir() && has_newer(&path, built))
        })
}
