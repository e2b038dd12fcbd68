//! Licences, sources and wild versions of what we depend on, by the policy in `deny.toml`.
//!
//! The lists are held against what each package states of itself, so that the rule does not depend on a tool being
//! there. Where cargo-deny is installed it has its say as well: it also reads the packages' licence files.

use super::metadata::Package;
use super::{Finding, spdx};
use crate::shell::{Outcome, cargo, run, succeeds};

const FILE: &str = "deny.toml";
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// The part of `deny.toml` that we read.
#[derive(Debug, Default, PartialEq)]
pub struct Policy {
    /// The platform whose dependencies are checked.
    pub target: String,
    /// Licences that any package may have.
    allow: Vec<String>,
    /// Package and licence, for licences that only this package may have.
    exceptions: Vec<(String, String)>,
}

impl Policy {
    /// Reads the file, which keeps to one entry a line for this purpose.
    pub fn parse(text: &str) -> Outcome<Self> {
        let (mut policy, mut section, mut list) = (Self::default(), "", "");
        for line in text
            .lines()
            .map(|line| line.split('#').next().unwrap_or_default().trim())
        {
            if line.starts_with('[') && line.ends_with(']') && list.is_empty() {
                section = line;
            } else if let Some((name, rest)) = line.split_once('=').filter(|_| list.is_empty()) {
                list = if rest.trim() == "[" { name.trim() } else { "" };
            } else if line == "]" {
                list = "";
            } else {
                let quoted: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
                match (section, list, quoted.as_slice()) {
                    ("[graph]", "targets", [target]) => policy.target = (*target).into(),
                    ("[licenses]", "allow", [licence]) => policy.allow.push((*licence).into()),
                    ("[licenses]", "exceptions", [package, licence]) => {
                        policy.exceptions.push(((*package).into(), (*licence).into()));
                    }
                    _ => {}
                }
            }
        }
        if policy.target.is_empty() || policy.allow.is_empty() {
            return Err(format!(
                "{FILE} is missing, or lists no target or no licence, one entry a line."
            ));
        }
        Ok(policy)
    }
}

/// Checks every package, with cargo-deny too where it is installed.
pub fn check(policy: &Policy, packages: &[Package]) -> Vec<Finding> {
    let mut findings = by_statement(policy, packages);
    if succeeds(cargo().args(["deny", "--version"])) {
        // Offline and without advisories: those change without us, and a check must give the same answer twice.
        let verdict = run(cargo().args(["deny", "--offline", "check", "licenses", "bans", "sources"]));
        findings.extend(verdict.err().map(|sentence| Finding::new(FILE, 0, sentence)));
    }
    findings
}

fn by_statement(policy: &Policy, packages: &[Package]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in packages {
        let Package { name, version, .. } = package;
        let stated = package.licence.as_deref().unwrap_or("none stated");
        let allowed = |licence: &str| {
            policy.allow.iter().any(|other| other == licence)
                || policy
                    .exceptions
                    .iter()
                    .any(|(other, exception)| other == name && exception == licence)
        };
        if !spdx::permitted(stated, &allowed) {
            let message = format!("{name} {version} has a licence that is not allowed here ({stated}).");
            findings.push(Finding::new(FILE, 0, message));
        }
        match (&package.source, &package.manifest) {
            (Some(source), _) if source != CRATES_IO => {
                let message = format!("{name} {version} comes from {source}; only crates.io is a source.");
                findings.push(Finding::new(FILE, 0, message));
            }
            (None, Some(manifest)) => {
                for wild in package
                    .dependencies
                    .iter()
                    .filter(|entry| entry.requirement == "*" && !entry.local)
                {
                    let message = format!(
                        "{name} takes any version of {}: name the one you tested.",
                        wild.name
                    );
                    findings.push(Finding::new(manifest, 0, message));
                }
            }
            _ => {}
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::metadata::Dependency;

    const TEXT: &str = "[graph]\ntargets = [\n    \"x86_64-unknown-linux-gnu\",\n]\n\n[licenses]\n# why\nallow = [\n    \
                        \"MIT\", # usual\n]\nexceptions = [\n    { crate = \"selectors\", allow = [\"MPL-2.0\"] },\n]\n\n\
                        [bans]\nwildcards = \"deny\"\nallow = [\n    \"Zlib\",\n]\n";

    fn package(name: &str, licence: Option<&str>) -> Package {
        Package {
            name: name.into(),
            version: "1.0.0".into(),
            licence: licence.map(String::from),
            source: Some(CRATES_IO.into()),
            ..Package::default()
        }
    }

    #[test]
    fn the_lists_are_read_from_deny_toml() {
        let policy = Policy::parse(TEXT).unwrap();
        assert_eq!(policy.target, "x86_64-unknown-linux-gnu");
        assert_eq!(policy.allow, ["MIT"]);
        assert_eq!(
            policy.exceptions,
            [("selectors".to_owned(), "MPL-2.0".to_owned())]
        );
        assert!(Policy::parse("").is_err());
    }

    #[test]
    fn licences_outside_of_the_lists_are_refused() {
        let policy = Policy::parse(TEXT).unwrap();
        for (name, licence, refused) in [
            ("a", Some("MIT OR Apache-2.0"), false),
            ("a", Some("GPL-3.0-only"), true),
            ("a", Some("MPL-2.0"), true),
            ("selectors", Some("MPL-2.0"), false),
            ("a", None, true),
        ] {
            let findings = by_statement(&policy, &[package(name, licence)]);
            assert_eq!(!findings.is_empty(), refused, "{name} {licence:?}");
        }
    }

    #[test]
    fn other_sources_and_wild_versions_are_refused() {
        let policy = Policy::parse(TEXT).unwrap();
        let mut foreign = package("a", Some("MIT"));
        foreign.source = Some("git+https://example.org/a".into());
        assert_eq!(by_statement(&policy, &[foreign]).len(), 1);

        let mut ours = package("b", Some("MIT"));
        (ours.source, ours.manifest) = (None, Some("crates/b/Cargo.toml".into()));
        ours.dependencies = vec![
            Dependency {
                name: "c".into(),
                requirement: "*".into(),
                local: false,
                dev: false,
            },
            Dependency {
                name: "model".into(),
                requirement: "*".into(),
                local: true,
                dev: false,
            },
            Dependency {
                name: "d".into(),
                requirement: "^1".into(),
                local: false,
                dev: false,
            },
        ];
        let findings = by_statement(&policy, &[ours]);
        assert_eq!(findings.len(), 1);
        assert!(findings[0].message.contains("any version of c"), "{findings:?}");
    }
}
