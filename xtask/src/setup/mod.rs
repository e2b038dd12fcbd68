//! `setup`: what must be on the machine before cargo can build and test, and the two generated folders that the
//! build embeds (fonts for the brief, the built interface).
//!
//! Each part can say what it lacks without doing anything, so that `--check` changes nothing and an equipped machine
//! loses milliseconds. Nothing is installed beyond what a check found missing.

mod checkout;
mod fonts;
mod interface;
mod npm;
mod system;

use std::time::Instant;

use crate::shell::Outcome;

/// Installs and builds whatever is missing.
pub fn install() -> Outcome {
    let started = Instant::now();
    let mut acted = system::install()?;
    checkout::claim_build_folder()?;
    acted |= fonts::install()?;
    acted |= interface::install()?;
    if acted {
        println!("setup: done in {:.1} s", started.elapsed().as_secs_f32());
    }
    Ok(())
}

/// Says what [`install`] would do, and fails when that is anything.
pub fn report() -> Outcome {
    let missing = [system::missing(), fonts::missing(), interface::missing()].concat();
    for line in &missing {
        println!("{line}");
    }
    match missing.len() {
        0 => {
            println!("Everything is in place.");
            Ok(())
        }
        1 => Err("one thing is missing; `cargo xtask setup` puts it in place.".into()),
        count => Err(format!(
            "{count} things are missing; `cargo xtask setup` puts them in place."
        )),
    }
}
