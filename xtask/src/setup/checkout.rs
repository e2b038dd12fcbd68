//! Whose build folder it is: checkouts share one in the user's cache.
//!
//! Cargo takes a crate at the same place within two checkouts for the same crate, and goes by the age of its files. Programs and
//! tests have paths of their checkout compiled in. So after another checkout has built, our own crates are built anew here; the
//! dependencies, which take nearly all of the time, stay.

use std::fs;

use crate::shell::{Outcome, cargo, root, run, target_dir};

/// Our own crates.
const OURS: [&str; 9] = [
    "model",
    "intake",
    "store",
    "publish",
    "desk",
    "cli",
    "chancery-window",
    "bench",
    "xtask",
];

/// Makes the build folder this checkout's.
pub fn claim_build_folder() -> Outcome {
    let (folder, here) = (target_dir(), root().display().to_string());
    let owner = folder.join("checkout");
    if fs::read_to_string(&owner).is_ok_and(|last| last == here) {
        return Ok(());
    }
    for (profile, built) in [("dev", folder.join("debug")), ("release", folder.join("release"))] {
        if built.is_dir() {
            let packages = OURS.iter().flat_map(|name| ["--package", name]);
            run(cargo()
                .args(["clean", "--quiet", "--profile", profile])
                .args(packages))?;
        }
    }
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&owner, here))
        .map_err(|error| format!("{} can't be written: {error}.", owner.display()))
}
