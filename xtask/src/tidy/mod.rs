//! `tidy`: the house rules that a program can check, over every file git knows or would add.
//!
//! A rule is a function from the [`Tree`] (or from what cargo says of the packages) to findings. It reads nothing
//! else, so its tests are small texts. Each finding is a sentence with a place, and says what to do.
//!
//! The rules read text, not types: they are tripwires for honest mistakes, not a proof against a clever author.
//! Files of this folder spell what they forbid, so the rules about wording skip it.

mod arrows;
mod boundaries;
mod generated;
mod house;
mod licences;
mod map;
mod metadata;
mod scan;
mod spdx;
mod window;
mod wording;

use std::fmt;

use crate::shell::{Outcome, git, output, root};

/// Checks every rule, prints each finding, and fails when there is one.
pub fn run() -> Outcome {
    let tree = Tree::read()?;
    let policy = licences::Policy::parse(tree.text("deny.toml").unwrap_or_default())?;
    let packages = metadata::packages(&policy.target)?;
    let mut findings = [
        arrows::check(&packages),
        boundaries::check(&tree),
        window::check(&tree),
        wording::check(&tree),
        house::check(&tree),
        generated::check(&tree),
        map::check(&tree),
        licences::check(&policy, &packages),
    ]
    .concat();
    findings.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => Ok(()),
        1 => Err("tidy found one thing to mend.".into()),
        count => Err(format!("tidy found {count} things to mend.")),
    }
}

/// A breach of a rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Path from the root of the checkout.
    path: String,
    /// Line, counted from 1; 0 when the whole file is meant.
    line: usize,
    /// What is wrong and what to do, as a sentence.
    message: String,
}

impl Finding {
    fn new(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            line,
            message: message.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.message),
            line => write!(f, "{}:{line}: {}", self.path, self.message),
        }
    }
}

/// One file of the checkout.
pub struct File {
    /// Path from the root, with forward slashes.
    path: String,
    size: u64,
    /// What is in it, when that is UTF-8; empty for other files, which no rule about wording concerns.
    text: String,
}

impl File {
    /// Whether the name ends with one of these extensions.
    fn is(&self, extensions: &[&str]) -> bool {
        self.path
            .rsplit_once('.')
            .is_some_and(|(_, extension)| extensions.contains(&extension))
    }

    /// Whether the file lies in this folder, at any depth.
    fn under(&self, place: &str) -> bool {
        self.path
            .strip_prefix(place)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Whether the file is part of this module, which has to spell the forbidden words.
    fn spells_the_rules(&self) -> bool {
        self.under("xtask/src/tidy")
    }
}

/// The files of the checkout: those git knows, and new ones that it does not ignore.
pub struct Tree(Vec<File>);

impl Tree {
    fn read() -> Outcome<Self> {
        let listing = output(git().args(["ls-files", "-co", "--exclude-standard", "-z"]))?;
        let mut paths: Vec<&str> = listing.split('\0').filter(|path| !path.is_empty()).collect();
        paths.sort_unstable();
        paths.dedup();
        let mut files = Vec::new();
        for path in paths {
            // A file that was removed but is still in the index is no longer part of the checkout.
            let Ok(bytes) = std::fs::read(root().join(path)) else {
                continue;
            };
            let size = bytes.len() as u64;
            files.push(File {
                path: path.into(),
                size,
                text: String::from_utf8(bytes).unwrap_or_default(),
            });
        }
        Ok(Self(files))
    }

    fn files(&self) -> impl Iterator<Item = &File> {
        self.0.iter()
    }

    fn text(&self, path: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|file| file.path == path)
            .map(|file| file.text.as_str())
    }

    /// A tree of these paths and texts, for the tests of the rules.
    #[cfg(test)]
    fn of(files: &[(&str, &str)]) -> Self {
        let file = |&(path, text): &(&str, &str)| File {
            path: path.into(),
            size: text.len() as u64,
            text: text.into(),
        };
        Self(files.iter().map(file).collect())
    }
}

/// Where findings were made, as `path:line`; the tests of the rules compare these.
#[cfg(test)]
fn places(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|finding| format!("{}:{}", finding.path, finding.line))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_names_its_place() {
        assert_eq!(
            Finding::new("a/b.rs", 3, "It is long.").to_string(),
            "a/b.rs:3: It is long."
        );
        assert_eq!(
            Finding::new("a/b.rs", 0, "It is long.").to_string(),
            "a/b.rs: It is long."
        );
    }

    #[test]
    fn a_folder_is_not_a_prefix_of_a_name() {
        let tree = Tree::of(&[
            ("crates/store/src/lib.rs", ""),
            ("crates/storehouse/src/lib.rs", ""),
        ]);
        let inside: Vec<&str> = tree
            .files()
            .filter(|file| file.under("crates/store"))
            .map(|file| file.path.as_str())
            .collect();
        assert_eq!(inside, ["crates/store/src/lib.rs"]);
    }
}
