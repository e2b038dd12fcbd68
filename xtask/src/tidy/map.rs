//! ARCHITECTURE.md is a map: a path it names must exist, or it leads nowhere.

use super::{Finding, Tree};

const MAP: &str = "ARCHITECTURE.md";

const FOLDERS: [&str; 9] = [
    "crates/",
    "src-tauri/",
    "ui/",
    "xtask/",
    "bench/",
    "docs/",
    "samples/",
    "icons/",
    "l10n/",
];

/// Checks every path in backticks.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(text) = tree.text(MAP) else {
        return vec![Finding::new(
            MAP,
            0,
            "The file is missing: it is the map of the code.",
        )];
    };
    let mut findings = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        for quoted in line.split('`').skip(1).step_by(2) {
            if FOLDERS.iter().any(|folder| quoted.starts_with(folder)) && !exists(tree, quoted) {
                findings.push(Finding::new(
                    MAP,
                    number,
                    format!("`{quoted}` does not exist: name what does."),
                ));
            }
        }
    }
    findings
}

/// Whether a path is a file or a folder of the tree, or a folder that git ignores by name because it is generated.
/// Of a pattern (`*`, `<noun>`, `{a,b}`, `…`) the part before the first wild folder counts, and of a place in a file
/// (`lib.rs::name`, `lib.rs:12`) the file.
fn exists(tree: &Tree, quoted: &str) -> bool {
    let place = quoted.split(':').next().unwrap_or(quoted);
    let plain = match place.find(['*', '<', '{', '…']).or_else(|| place.find("NNNN")) {
        Some(wild) => place[..wild].rsplit_once('/').map_or("", |(folder, _)| folder),
        None => place.trim_end_matches('/'),
    };
    let ignored = tree.text(".gitignore").unwrap_or_default();
    tree.files().any(|file| file.path == plain || file.under(plain))
        || ignored.lines().any(|line| line.trim_matches('/') == plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn a_path_on_the_map_must_exist() {
        let map = "`crates/model/src/lib.rs` and `crates/model`, `crates/gone/src`\n\
                   `ui/dist`, `crates/*/src`, `crates/model/src/<noun>.rs`, `docs/decisions/NNNN-title.md`\n\
                   `crates/model/src/lib.rs::Anchor`, `Anchor`, `ui/src/gone.ts`\n";
        let tree = Tree::of(&[
            (MAP, map),
            (".gitignore", "/target\n/ui/dist\n"),
            ("crates/model/src/lib.rs", ""),
            ("docs/decisions/0001-a.md", ""),
        ]);
        assert_eq!(places(&check(&tree)), ["ARCHITECTURE.md:1", "ARCHITECTURE.md:3"]);
    }

    #[test]
    fn there_must_be_a_map() {
        assert_eq!(places(&check(&Tree::of(&[]))), ["ARCHITECTURE.md:0"]);
    }
}
