//! Packages from npm, installed from a lock file and never with their scripts: a dependency of the interface or a
//! font has no business running code on a contributor's machine.

use crate::shell::{self, Outcome, modified, root, run};

/// Whether `folder/node_modules` is absent or older than the lock file.
pub fn stale(folder: &str) -> bool {
    let folder = root().join(folder);
    match modified(&folder.join("node_modules/.package-lock.json")) {
        None => true,
        Some(installed) => modified(&folder.join("package-lock.json")).is_none_or(|lock| lock > installed),
    }
}

/// `npm ci` in `folder`, when [`stale`].
pub fn install(folder: &str) -> Outcome<bool> {
    if !stale(folder) {
        return Ok(false);
    }
    if modified(&root().join(folder).join("package-lock.json")).is_none() {
        return Err(format!(
            "{folder}/package-lock.json is missing; it belongs to the repository."
        ));
    }
    println!("setup: npm ci in {folder}");
    run(shell::npm(folder).args(["ci", "--ignore-scripts"]))?;
    Ok(true)
}
