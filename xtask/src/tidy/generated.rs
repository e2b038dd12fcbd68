//! Files that belong to other files: SQL that some Rust file includes, templates that read nothing but their data,
//! generated files whose freshness a cargo test guards.

use super::scan::{Kind, pieces, words};
use super::{Finding, Tree};

/// Tests that compare a committed generated file with what the program writes today, and the crate they live in.
const FRESHNESS: [(&str, &str); 2] = [
    ("crates/store", "schema_sql_is_fresh"),
    ("src-tauri", "bindings_are_fresh"),
];

/// What the migrations add up to, for people to read; `schema_sql_is_fresh` guards it, and no program needs it.
const SCHEMA: &str = "crates/store/schema.sql";

/// Runs every rule of this module.
pub fn check(tree: &Tree) -> Vec<Finding> {
    [
        sql_is_included(tree),
        templates_are_closed(tree),
        freshness_is_tested(tree),
    ]
    .concat()
}

/// An SQL file that nothing includes is dead, or worse, thought to be alive.
fn sql_is_included(tree: &Tree) -> Vec<Finding> {
    let literals: Vec<&str> = tree
        .files()
        .filter(|file| file.is(&["rs"]) && file.under("crates/store"))
        .flat_map(|file| pieces(&file.text))
        .scan("", |before, piece| {
            Some((std::mem::replace(before, piece.text), piece))
        })
        .filter(|(before, piece)| piece.kind == Kind::Text && before.contains("include_str!"))
        .map(|(_, piece)| piece.text)
        .collect();
    tree.files()
        .filter(|file| file.is(&["sql"]) && file.under("crates/store") && file.path != SCHEMA)
        .filter(|file| {
            let name = file.path.rsplit('/').next().unwrap_or_default();
            !literals
                .iter()
                .any(|literal| literal.rsplit('/').next() == Some(name))
        })
        .map(|file| {
            Finding::new(
                &file.path,
                0,
                "No include_str! of crates/store names this file: use it or remove it.",
            )
        })
        .collect()
}

/// A template that can include, import or evaluate could be led to files and code by what a source wrote.
fn templates_are_closed(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree
        .files()
        .filter(|file| file.is(&["typ"]) && file.under("crates/publish/src/templates"))
    {
        for (number, line) in (1..).zip(file.text.lines()) {
            let code = line.split("//").next().unwrap_or_default();
            for (offset, word) in words(code) {
                let called = code[offset + word.len()..].starts_with('(');
                if matches!(word, "include" | "import") || (word == "eval" && called) {
                    findings.push(Finding::new(
                        &file.path,
                        number,
                        format!(
                            "`{word}` in a template: it reads its data and its own functions, nothing else."
                        ),
                    ));
                }
            }
        }
    }
    findings
}

fn freshness_is_tested(tree: &Tree) -> Vec<Finding> {
    let has = |folder: &str, name: &str| {
        let definition = format!("fn {name}(");
        tree.files()
            .any(|file| file.is(&["rs"]) && file.under(folder) && file.text.contains(&definition))
    };
    FRESHNESS
        .iter()
        .filter(|(folder, name)| !has(folder, name))
        .map(|(folder, name)| {
            let message =
                format!("The test `{name}` is gone: without it a committed generated file can grow stale.");
            Finding::new(folder, 0, message)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn sql_that_nothing_includes_is_refused() {
        let tree = Tree::of(&[
            (SCHEMA, ""),
            ("crates/store/src/tag/get.sql", ""),
            ("crates/store/src/tag/old.sql", ""),
            ("crates/store/migrations/0001_start.sql", ""),
            (
                "crates/store/src/tag/mod.rs",
                "f(include_str!(\"get.sql\"), \"old.sql\"); // include_str!(\"old.sql\")",
            ),
            (
                "crates/store/src/migrate.rs",
                "include_str!(\"../migrations/0001_start.sql\")",
            ),
        ]);
        assert_eq!(
            places(&sql_is_included(&tree)),
            ["crates/store/src/tag/old.sql:0"]
        );
    }

    #[test]
    fn a_template_reads_nothing_but_its_data() {
        for line in [
            "#import \"@preview/a:1.0.0\"",
            "#include \"b.typ\"",
            "#eval(data.text)",
        ] {
            let tree = Tree::of(&[("crates/publish/src/templates/a.typ", &format!("= A\n{line}\n"))]);
            assert_eq!(
                places(&templates_are_closed(&tree)),
                ["crates/publish/src/templates/a.typ:2"],
                "{line}"
            );
        }
        let innocent =
            "// import nothing\n#let important = json(\"/data.json\")\n#let evaluation = [of value]\n";
        assert!(
            templates_are_closed(&Tree::of(&[("crates/publish/src/templates/a.typ", innocent)])).is_empty()
        );
    }

    #[test]
    fn the_tests_of_freshness_must_exist() {
        let both = [
            (
                "crates/store/src/schema.rs",
                "#[test]\nfn schema_sql_is_fresh() {}",
            ),
            ("src-tauri/src/bindings.rs", "#[test]\nfn bindings_are_fresh() {}"),
        ];
        assert!(freshness_is_tested(&Tree::of(&both)).is_empty());
        assert_eq!(
            places(&freshness_is_tested(&Tree::of(&both[..1]))),
            ["src-tauri:0"]
        );
    }
}
