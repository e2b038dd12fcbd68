//! Which crate may depend on which: arrows point down only, and some outside crates have one home.
//!
//! Every kind of dependency counts, tests' too: a test that needs the crate above is a test of the crate above. Only the
//! journeys in the real window, and what measures it, may talk to its driver over a socket.

use super::Finding;
use super::metadata::{Dependency, Package};

/// Each package of ours with those of ours that it may depend on; `None` is free.
const ARROWS: [(&str, Option<&[&str]>); 9] = [
    ("model", Some(&[])),
    ("intake", Some(&["model"])),
    ("store", Some(&["model"])),
    ("publish", Some(&["model"])),
    ("desk", Some(&["model", "intake", "store", "publish"])),
    ("cli", Some(&["desk"])),
    ("chancery-window", Some(&["desk"])),
    ("bench", None),
    ("xtask", None),
];

/// Outside crates that only one package of ours may name: the crate, all that begin with it and a hyphen, the package.
const HOMES: [(&str, &str); 6] = [
    ("rusqlite", "store"),
    ("libsqlite3-sys", "store"),
    ("tauri", "chancery-window"),
    ("wry", "chancery-window"),
    ("tao", "chancery-window"),
    ("typst", "publish"),
];

/// Outside crates that are the network.
const NETWORK: [&str; 7] = [
    "reqwest",
    "hyper",
    "ureq",
    "curl",
    "rustls",
    "tungstenite",
    "fantoccini",
];

/// Checks the manifests of our packages.
pub fn check(packages: &[Package]) -> Vec<Finding> {
    let ours: Vec<&Package> = packages
        .iter()
        .filter(|package| package.manifest.is_some())
        .collect();
    let mut findings = Vec::new();
    for package in &ours {
        let manifest = package.manifest.as_deref().unwrap_or_default();
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == package.name) else {
            findings.push(Finding::new(
                manifest,
                0,
                format!(
                    "The crate {} is new: give it its arrows in xtask/src/tidy/arrows.rs.",
                    package.name
                ),
            ));
            continue;
        };
        for dependency in &package.dependencies {
            let is_ours = dependency.local && ours.iter().any(|other| other.name == dependency.name);
            if is_ours && allowed.is_some_and(|allowed| !allowed.contains(&dependency.name.as_str())) {
                findings.push(Finding::new(
                    manifest,
                    0,
                    format!(
                        "{} must not depend on {}: arrows point down only.",
                        package.name, dependency.name
                    ),
                ));
            }
            if let Some(home) = home(&package.name, dependency).filter(|home| *home != package.name) {
                findings.push(Finding::new(
                    manifest,
                    0,
                    format!(
                        "{} must not depend on {}, which only {home} uses.",
                        package.name, dependency.name
                    ),
                ));
            }
        }
    }
    findings
}

/// The one package that may have this dependency; `None` when any may.
fn home(package: &str, dependency: &Dependency) -> Option<&'static str> {
    let family = |stem: &str| {
        dependency
            .name
            .strip_prefix(stem)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    let drives_the_window = (dependency.dev && package == "chancery-window") || package == "bench";
    if NETWORK.iter().any(|stem| family(stem)) && !drives_the_window {
        return Some("desk");
    }
    HOMES.iter().find(|(stem, _)| family(stem)).map(|(_, home)| *home)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A package of ours with local dependencies (bare names), outside ones (`name@version`) and outside ones of its
    /// tests (`name@dev`).
    fn ours(name: &str, dependencies: &[&str]) -> Package {
        let dependency = |entry: &&str| {
            let (name, requirement) = entry.split_once('@').unwrap_or((entry, "*"));
            let (local, dev) = (requirement == "*", requirement == "dev");
            Dependency {
                name: name.into(),
                requirement: requirement.into(),
                local,
                dev,
            }
        };
        Package {
            name: name.into(),
            manifest: Some(format!("crates/{name}/Cargo.toml")),
            dependencies: dependencies.iter().map(dependency).collect(),
            ..Package::default()
        }
    }

    fn with(name: &str, dependencies: &[&str]) -> Vec<Package> {
        let names = [
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
        let mut packages: Vec<Package> = names
            .iter()
            .filter(|other| **other != name)
            .map(|other| ours(other, &[]))
            .collect();
        packages.push(ours(name, dependencies));
        packages
    }

    #[test]
    fn arrows_that_point_down_pass() {
        for (name, dependencies) in [
            ("store", &["model", "rusqlite@0.41"][..]),
            ("publish", &["model", "typst@0.15", "typst-pdf@0.15"]),
            ("desk", &["model", "intake", "store", "publish", "reqwest@0.13"]),
            ("cli", &["desk", "clap@4"]),
            (
                "chancery-window",
                &[
                    "desk",
                    "tauri@2",
                    "tauri-specta@2",
                    "fantoccini@dev",
                    "hyper-util@dev",
                ],
            ),
            ("bench", &["publish", "store", "desk", "fantoccini@0.22"]),
        ] {
            assert_eq!(check(&with(name, dependencies)), [], "{name}");
        }
    }

    #[test]
    fn arrows_that_point_up_or_across_are_refused() {
        for (name, dependency) in [
            ("model", "store"),
            ("intake", "store"),
            ("store", "intake"),
            ("publish", "store"),
            ("publish", "intake"),
            ("desk", "cli"),
            ("cli", "store"),
            ("cli", "model"),
            ("chancery-window", "publish"),
            ("model", "rusqlite@0.41"),
            ("desk", "rusqlite@0.41"),
            ("cli", "tauri@2"),
            ("desk", "tauri-build@2"),
            ("bench", "typst@0.15"),
            ("intake", "reqwest@0.13"),
            ("intake", "reqwest@dev"),
            ("chancery-window", "hyper-util@1"),
            ("store", "typst@dev"),
        ] {
            let findings = check(&with(name, &[dependency]));
            assert_eq!(findings.len(), 1, "{name} → {dependency}");
            assert_eq!(findings[0].path, format!("crates/{name}/Cargo.toml"));
        }
    }

    #[test]
    fn a_new_crate_needs_its_arrows() {
        assert_eq!(check(&[ours("helpers", &[])]).len(), 1);
    }
}
