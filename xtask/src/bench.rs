//! `bench`: puts in place what a measurement needs, builds, and hands over to the program `bench`, which measures.
//!
//! The peers that page reading is measured beside are programs in Python, JavaScript and Rust. They are installed from their
//! registries in the versions that `bench/extraction` pins, into the user's cache; the workspace depends on none of them. The pages are
//! others' and no part of the repository: without them there is nothing to do, and that is said and is no failure.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::shell::{Outcome, cache_dir, cargo, npm, root, run, target_dir};
use crate::{screen, setup};

/// Where the material lies unless a folder is named: beside the checkout.
const SHARED: &str = "../shared";

/// Runs the measurement named.
pub fn run_named(words: &[&str]) -> Outcome {
    match words {
        ["window", parts @ ..] => window(parts),
        ["extraction"] => extraction(&root().join(SHARED)),
        ["extraction", folder] => extraction(folder.as_ref()),
        ["pdf"] => pdf(),
        ["hostile"] => hostile(&root().join(SHARED)),
        ["hostile", folder] => hostile(folder.as_ref()),
        [name] => plain(name),
        _ => Err("name one measurement: brief, import, window, pdf, extraction or hostile.".into()),
    }
}

fn plain(name: &str) -> Outcome {
    setup::install()?;
    build_release()?;
    run(built("release").arg(name))
}

/// `chancery` too: what is measured from outside stands beside the bench.
fn build_release() -> Outcome {
    run(cargo().args(["build", "--release", "-p", "cli", "-p", "bench"]))
}

/// Builds the window, the empty window it is measured beside, `chancery` and the bench, then measures on a screen of its own.
fn window(parts: &[&str]) -> Outcome {
    setup::install()?;
    run(cargo().args(["build", "--release", "--workspace", "--bins", "--examples"]))?;
    screen::with_screen(built("release").arg("window").args(parts), run)
}

fn extraction(shared: &Path) -> Outcome {
    let Some(shared) = with_material(shared, "corpora/extraction-dev.tar.gz") else {
        return Ok(());
    };
    setup::install()?;
    let peers = cache_dir().join("peers");
    let python = peers.join("python");
    environment("bench/extraction", &python)?;
    let script = "trafilatura_run.py";
    copy(
        &root().join("bench/extraction").join(script),
        &python.join(script),
    )?;
    packages("bench/extraction", &peers.join("npm"), &["readability.mjs"])?;
    run(cargo()
        .args([
            "build",
            "--release",
            "--locked",
            "--manifest-path",
            "bench/extraction/rust/Cargo.toml",
        ])
        .env("CARGO_TARGET_DIR", peers.join("rust")))?;
    build_release()?;
    run(built("release").arg("extraction").arg(shared).arg(peers))
}

/// The samples as PDF documents of three programs; groff is the system's.
fn pdf() -> Outcome {
    setup::install()?;
    let python = cache_dir().join("peers").join("pdf");
    environment("bench/pdf", &python)?;
    let documents = python.join("documents");
    fs::create_dir_all(&documents)
        .map_err(|error| format!("{} can't be made: {error}.", documents.display()))?;
    run(Command::new(python.join("bin/python"))
        .arg(root().join("crates/intake/tests/fixtures/pdf/make.py"))
        .arg(&documents))?;
    build_release()?;
    run(built("release")
        .arg("pdf")
        .arg(root().join("samples"))
        .arg(documents))
}

fn hostile(shared: &Path) -> Outcome {
    let Some(shared) = with_material(shared, "corpora/hostile-html-dev.jsonl") else {
        return Ok(());
    };
    setup::install()?;
    let jsdom = cache_dir().join("peers").join("jsdom");
    packages("bench/hostile", &jsdom, &[])?;
    // The build that the tests use: what gets through does not depend on the optimiser.
    run(cargo().args(["build", "--workspace", "--all-targets"]))?;
    run(built("debug").arg("hostile").arg(shared).arg(jsdom))
}

/// The program that measures, as it was built.
fn built(profile: &str) -> Command {
    let name = format!("bench{}", std::env::consts::EXE_SUFFIX);
    Command::new(target_dir().join(profile).join(name))
}

/// The folder by its absolute path, if it holds the material; else says that it does not.
fn with_material(shared: &Path, needed: &str) -> Option<PathBuf> {
    let file = shared.join(needed);
    if file.is_file() {
        return shared.canonicalize().ok();
    }
    println!(
        "There is nothing to measure on: {} is not here. It holds others' pages and is no part of the repository; name the folder \
         that has it as the last argument.",
        file.display()
    );
    None
}

/// A Python environment with the packages that a folder of the checkout pins.
fn environment(source: &str, folder: &Path) -> Outcome {
    let source = root().join(source);
    let installed = folder.join("requirements.txt");
    if !same(&source.join("requirements.txt"), &installed) {
        println!("bench: Python packages into {}", folder.display());
        run(Command::new("python3")
            .args(["-m", "venv", "--clear"])
            .arg(folder))?;
        run(Command::new(folder.join("bin/python"))
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-deps",
                "-r",
            ])
            .arg(source.join("requirements.txt")))?;
        // Last, so that what was broken off is begun anew.
        copy(&source.join("requirements.txt"), &installed)?;
    }
    Ok(())
}

/// The npm packages that a folder of the checkout pins, in `folder`, with the scripts that use them beside them: a module is looked
/// for from where the script lies.
fn packages(source: &str, folder: &Path, scripts: &[&str]) -> Outcome {
    let lock = root().join(source).join("package-lock.json");
    let installed = folder.join("installed-lock.json");
    if !same(&lock, &installed) {
        println!("bench: npm packages into {}", folder.display());
        fs::create_dir_all(folder)
            .map_err(|error| format!("{} can't be made: {error}.", folder.display()))?;
        for name in ["package.json", "package-lock.json"] {
            copy(&root().join(source).join(name), &folder.join(name))?;
        }
        run(npm(source).current_dir(folder).args(["ci", "--ignore-scripts"]))?;
        copy(&lock, &installed)?;
    }
    scripts
        .iter()
        .try_for_each(|name| copy(&root().join(source).join(name), &folder.join(name)))
}

fn same(one: &Path, other: &Path) -> bool {
    matches!((fs::read(one), fs::read(other)), (Ok(one), Ok(other)) if one == other)
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::copy(from, to)
        .map(|_| ())
        .map_err(|error| format!("{} can't be copied to {}: {error}.", from.display(), to.display()))
}
