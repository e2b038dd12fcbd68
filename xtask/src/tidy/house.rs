//! The shape of files: module documentation, length, size, and nothing left half done.

use super::scan::{Kind, pieces, words};
use super::{File, Finding, Tree};

/// A longer file has more than one subject.
const MOST_LINES: usize = 600;

/// What is larger belongs into a package or is made by a program, not kept in every clone for ever.
const MOST_BYTES: u64 = 1_000_000;

/// Written by a program and checked for freshness, so nobody reads it top to bottom.
const GENERATED: &str = "ui/src/api/bindings.ts";

/// Runs every rule of this module.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files() {
        module_docs(file, &mut findings);
        length(file, &mut findings);
        if !file.spells_the_rules() {
            unfinished(file, &mut findings);
        }
    }
    findings
}

fn module_docs(file: &File, findings: &mut Vec<Finding>) {
    let sources = file.under("src-tauri/src")
        || file.under("xtask/src")
        || file.under("bench/src")
        || matches!(
            file.path.split('/').collect::<Vec<_>>()[..],
            ["crates", _, "src", ..]
        );
    if sources && file.is(&["rs"]) && !file.text.starts_with("//!") {
        findings.push(Finding::new(
            &file.path,
            1,
            "The file does not begin with `//!`: say in 3 to 10 lines what it is for and what it deliberately leaves \
             to others.",
        ));
    }
}

fn length(file: &File, findings: &mut Vec<Finding>) {
    let lines = file.text.lines().count();
    if lines > MOST_LINES && file.is(&["rs", "ts", "js", "svelte", "css", "py"]) && file.path != GENERATED {
        findings.push(Finding::new(
            &file.path,
            MOST_LINES + 1,
            format!("The file has {lines} lines; more than {MOST_LINES} hide a second subject: split it by subject."),
        ));
    }
    if file.size > MOST_BYTES {
        findings.push(Finding::new(
            &file.path,
            0,
            format!(
                "The file has {} bytes; what exceeds {MOST_BYTES} stays out of the repository.",
                file.size
            ),
        ));
    }
}

fn unfinished(file: &File, findings: &mut Vec<Finding>) {
    let mut refuse = |line, word: &str| {
        let message =
            format!("`{word}` marks something half done: finish it, or open an issue and leave it out.");
        findings.push(Finding::new(&file.path, line, message));
    };
    if file.is(&[
        "rs", "ts", "js", "svelte", "css", "py", "sql", "typ", "sh", "toml", "html", "ftl", "md",
    ]) || file.path == ".ci/run"
    {
        for (number, line) in (1..).zip(file.text.lines()) {
            for (_, word) in words(line).filter(|(_, word)| ["TODO", "FIXME", "XXX"].contains(word)) {
                refuse(number, word);
            }
        }
    }
    if file.is(&["rs"]) {
        for piece in pieces(&file.text).iter().filter(|piece| piece.kind == Kind::Code) {
            for word in ["todo!", "unimplemented!", "#[ignore"] {
                for (offset, _) in piece.text.match_indices(word) {
                    refuse(piece.line_at(offset), word);
                }
            }
        }
    }
    if file.is(&["ts", "js", "svelte"]) && file.path != GENERATED {
        for (number, line) in (1..).zip(file.text.lines()) {
            for word in [".skip(", ".only(", ".todo("]
                .iter()
                .filter(|word| line.contains(*word))
            {
                refuse(number, word);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    fn found(path: &str, text: &str) -> Vec<String> {
        places(&check(&Tree::of(&[(path, text)])))
    }

    #[test]
    fn every_source_file_says_what_it_is_for() {
        for path in [
            "crates/model/src/lib.rs",
            "crates/store/src/article/mod.rs",
            "src-tauri/src/a.rs",
            "xtask/src/b.rs",
        ] {
            assert_eq!(found(path, "use std::fmt;\n"), [format!("{path}:1")]);
            assert!(found(path, "//! What it is for.\n").is_empty(), "{path}");
        }
        assert!(found("crates/model/tests/a.rs", "use model;\n").is_empty());
    }

    #[test]
    fn a_long_file_is_refused_and_the_generated_one_is_not() {
        let long = "x\n".repeat(601);
        for path in [
            "crates/a/tests/b.rs",
            "ui/src/a.ts",
            "ui/src/A.svelte",
            "ui/src/a.css",
            "samples/a.py",
        ] {
            assert_eq!(found(path, &long), [format!("{path}:601")]);
        }
        assert!(found(GENERATED, &long).is_empty());
        assert!(found("ui/src/a.ts", &"x\n".repeat(600)).is_empty());
    }

    #[test]
    fn a_large_file_is_refused() {
        let mut tree = Tree::of(&[("docs/src/a.png", "")]);
        assert!(check(&tree).is_empty());
        tree.0[0].size = 1_000_001;
        assert_eq!(places(&check(&tree)), ["docs/src/a.png:0"]);
    }

    #[test]
    fn nothing_is_left_half_done() {
        for (path, text) in [
            ("crates/a/tests/b.rs", "// TODO: later\n"),
            ("crates/a/tests/b.rs", "/// FIXME\n"),
            ("crates/a/tests/b.rs", "todo!()\n"),
            ("crates/a/tests/b.rs", "unimplemented!(\"x\")\n"),
            ("crates/a/tests/b.rs", "#[ignore = \"slow\"]\n"),
            ("ui/src/a.test.ts", "it.skip('x', f)\n"),
            ("ui/src/a.test.ts", "describe.only('x', f)\n"),
            ("docs/src/a.md", "TODO\n"),
        ] {
            assert_eq!(found(path, text), [format!("{path}:1")], "{text}");
        }
        for (path, text) in [
            ("crates/a/tests/b.rs", "list.iter().skip(1)\n"),
            ("crates/a/tests/b.rs", "f(\"todo!\")\n"),
            ("crates/a/tests/b.rs", "// a todo list\n"),
            ("ui/src/a.ts", "const skip = 1;\n"),
        ] {
            assert!(found(path, text).is_empty(), "{text}");
        }
    }
}
