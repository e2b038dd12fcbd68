//! What stands in one crate only: SQL in `store`, Tauri in `src-tauri`, Typst in `publish`, the network in `desk::fetch`; and
//! what `model` must not know at all: files, processes, the clock, chance.
//!
//! Cargo already refuses an undeclared crate; this refuses the rest: SQL text handed to somebody else's connection,
//! sockets of the standard library, a clock read in passing.

use super::scan::{Kind, Piece, pieces, words};
use super::{File, Finding, Tree};

/// Runs every rule of this module over the Rust and SQL files.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files().filter(|file| !file.spells_the_rules()) {
        if file.is(&["sql"]) && !file.under("crates/store") {
            findings.push(Finding::new(
                &file.path,
                0,
                "SQL stands only in crates/store: move this file there.",
            ));
        }
        if file.is(&["rs"]) {
            rust_file(file, &mut findings);
        }
    }
    findings
}

fn rust_file(file: &File, findings: &mut Vec<Finding>) {
    let mut refuse = |line, message: String| findings.push(Finding::new(&file.path, line, message));
    for piece in pieces(&file.text) {
        match piece.kind {
            Kind::Text if is_sql(piece.text) && !file.under("crates/store") => {
                refuse(
                    piece.line,
                    "SQL stands only in crates/store: give the store a function for it.".into(),
                );
            }
            Kind::Code => {
                for (line, name) in crate_paths(&piece) {
                    if let Some(message) = foreign_crate(file, name) {
                        refuse(line, message);
                    }
                }
                for (offset, word) in words(piece.text) {
                    if let Some(message) = foreign_word(file, &piece, offset, word) {
                        refuse(piece.line_at(offset), message);
                    }
                }
            }
            Kind::Text | Kind::Comment => {}
        }
    }
}

/// Whether a string literal reads as a statement: its first word and the one that must follow, both in capitals; or
/// both small, with a sign that no sentence has.
fn is_sql(text: &str) -> bool {
    const SHAPES: [(&str, &[&str]); 14] = [
        ("SELECT", &["FROM"]),
        ("SELECT", &["(", "*", "?"]),
        ("INSERT", &["INTO"]),
        ("REPLACE", &["INTO"]),
        ("UPDATE", &["SET"]),
        ("DELETE", &["FROM"]),
        (
            "CREATE",
            &["TABLE", "INDEX", "TRIGGER", "VIEW", "VIRTUAL", "UNIQUE", "TEMP"],
        ),
        ("ALTER", &["TABLE"]),
        ("DROP", &["TABLE", "INDEX", "TRIGGER", "VIEW"]),
        ("WITH", &["SELECT"]),
        ("BEGIN", &["IMMEDIATE", "EXCLUSIVE", "TRANSACTION"]),
        ("ATTACH", &["AS", "DATABASE"]),
        ("VACUUM", &["INTO"]),
        ("PRAGMA", &[""]),
    ];
    // Line breaks stand in a literal as escapes, or as a backslash before a real one.
    let text = text.replace("\\n", " ").replace('\\', " ");
    let text = text.trim_start();
    let first: String = text.chars().take_while(char::is_ascii_alphabetic).collect();
    let rest = text.get(first.len()..).unwrap_or_default();
    let has = |sought: &str| {
        sought.is_empty()
            || words(rest).any(|(_, word)| word == sought)
            || (sought.len() == 1 && rest.contains(sought))
    };
    let capitals = SHAPES
        .iter()
        .any(|(verb, then)| *verb == first && then.iter().any(|sought| has(sought)));
    let small = rest.contains(['*', '=', '?', '(', ';'])
        && SHAPES.iter().any(|(verb, then)| {
            verb.to_lowercase() == first && then.iter().any(|sought| has(&sought.to_lowercase()))
        });
    capitals || small
}

/// The crates that a piece of code names: `name::…` at the head of a path, or `use name;`.
fn crate_paths<'a>(piece: &Piece<'a>) -> Vec<(usize, &'a str)> {
    words(piece.text)
        .filter(|(offset, word)| {
            let before = piece.text[..*offset].trim_end();
            let after = piece.text[offset + word.len()..].trim_start();
            let heads_a_path = after.starts_with("::") && !before.ends_with("::");
            let imported = before.ends_with("use") && (after.starts_with(';') || after.starts_with("as "));
            heads_a_path || imported
        })
        .map(|(offset, word)| (piece.line_at(offset), word))
        .collect()
}

fn foreign_crate(file: &File, name: &str) -> Option<String> {
    let family =
        |stem: &str| name == stem || name.strip_prefix(stem).is_some_and(|rest| rest.starts_with('_'));
    let drives_the_window = file.under("src-tauri/tests") || file.under("bench/src/window");
    if family("tauri") && !file.under("src-tauri") {
        Some(format!(
            "`{name}` stands only in src-tauri: let the window call a function of desk."
        ))
    } else if family("typst") && !file.under("crates/publish") {
        Some(format!(
            "`{name}` stands only in crates/publish: ask publish for bytes."
        ))
    } else if family("rusqlite") && !file.under("crates/store") {
        Some(format!(
            "`{name}` stands only in crates/store: give the store a function for it."
        ))
    } else if ["reqwest", "hyper", "ureq", "rustls", "curl"]
        .iter()
        .any(|stem| family(stem))
        && !file.under("crates/desk/src/fetch")
        && !drives_the_window
    {
        Some(format!(
            "`{name}` is the network, which stands only in crates/desk/src/fetch."
        ))
    } else {
        None
    }
}

fn foreign_word(file: &File, piece: &Piece<'_>, offset: usize, word: &str) -> Option<String> {
    let before = piece.text[..offset].trim_end();
    let of_std = || before.ends_with("std::") || in_group_of_std(before);
    let network = match word {
        "TcpStream" | "TcpListener" | "UdpSocket" => true,
        "net" => of_std() || before.ends_with("tokio::"),
        _ => false,
    };
    // Journeys and measurements drive the window over a socket; the worker's test shows that the worker gets none.
    let may = [
        "crates/desk/src/fetch",
        "src-tauri/tests",
        "bench/src/window",
        "crates/intake/tests/worker.rs",
    ];
    if network && !may.iter().any(|place| file.under(place)) {
        return Some(format!(
            "`{word}` is the network, which stands only in crates/desk/src/fetch."
        ));
    }
    let impure = match word {
        "SystemTime" | "Instant" | "now_v7" | "new_v4" => true,
        "fs" | "env" | "process" | "thread" => of_std(),
        _ => false,
    };
    (impure && file.under("crates/model/src")).then(|| {
        format!("`{word}` in crates/model: the model does no IO and reads no clock and no chance; take it as an argument.")
    })
}

/// Whether a word stands in the braces of `use std::{…}`.
fn in_group_of_std(before: &str) -> bool {
    before.rfind("std::{").is_some_and(|place| {
        let between = &before[place..];
        !between.contains(';')
            && between.matches('{').count() > between.matches('}').count()
            && between.ends_with([',', '{'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    /// Checks one line of Rust in a file.
    fn refused(path: &str, line: &str) -> bool {
        !check(&Tree::of(&[(path, line)])).is_empty()
    }

    #[test]
    fn sql_outside_of_store_is_refused_and_sentences_are_not() {
        for (literal, expected) in [
            ("SELECT uid FROM article", true),
            ("\\n  SELECT uid\\n FROM article", true),
            ("SELECT count(*)", true),
            ("INSERT INTO tag VALUES (?1)", true),
            ("UPDATE risk SET title = ?", true),
            ("DELETE FROM tag", true),
            ("CREATE TABLE t (a)", true),
            ("PRAGMA user_version", true),
            ("BEGIN IMMEDIATE", true),
            ("select * from article", true),
            ("insert into t values (1)", true),
            ("Select a passage from the article.", false),
            ("select a passage from the article", false),
            ("Update the library and set it aside.", false),
            ("SELECTED", false),
            ("CREATE", false),
            ("delete", false),
        ] {
            let line = format!("f(\"{literal}\")");
            assert_eq!(refused("crates/desk/src/a.rs", &line), expected, "{literal}");
            assert!(!refused("crates/store/src/a.rs", &line), "{literal}");
        }
        assert!(!refused("crates/desk/src/a.rs", "// SELECT uid FROM article"));
    }

    #[test]
    fn sql_files_belong_to_store() {
        let tree = Tree::of(&[("crates/desk/src/a.sql", ""), ("crates/store/src/a.sql", "")]);
        assert_eq!(places(&check(&tree)), ["crates/desk/src/a.sql:0"]);
    }

    #[test]
    fn a_crate_is_named_in_its_own_place_only() {
        for (home, line) in [
            ("src-tauri/src/a.rs", "use tauri::State;"),
            ("src-tauri/src/a.rs", "tauri_specta::collect!()"),
            ("crates/publish/src/a.rs", "typst_pdf::pdf(x)"),
            ("crates/store/src/a.rs", "use rusqlite as sql;"),
            ("crates/desk/src/fetch/a.rs", "use reqwest;"),
            ("crates/desk/src/fetch/a.rs", "use std::net::TcpStream;"),
            ("crates/desk/src/fetch/a.rs", "use std::{fs, net};"),
            ("src-tauri/tests/a.rs", "let s: TcpListener;"),
            ("src-tauri/tests/a.rs", "hyper::Client"),
            ("bench/src/window/a.rs", "let s: TcpListener;"),
        ] {
            assert!(!refused(home, line), "{home}: {line}");
            for elsewhere in [
                "crates/cli/src/a.rs",
                "crates/desk/tests/a.rs",
                "crates/intake/tests/a.rs",
                "bench/src/main.rs",
            ] {
                assert!(refused(elsewhere, line), "{elsewhere}: {line}");
            }
        }
    }

    #[test]
    fn words_that_merely_look_alike_are_left_alone() {
        for line in [
            "let typst = 1;",
            "publish::typst::page()",
            "hyperlink::new()",
            "let tauri_version = 2;",
            "// tauri::State",
            "f(\"std::net\")",
            "let net = gross - tax;",
            "use std::{fs, io}; let net = 1;",
        ] {
            assert!(!refused("crates/cli/src/a.rs", line), "{line}");
        }
    }

    #[test]
    fn the_model_is_pure() {
        for line in [
            "std::fs::read(p)",
            "use std::{collections::BTreeMap, env};",
            "let t = Instant::now();",
            "Uuid::now_v7()",
            "std::thread::spawn(f)",
        ] {
            assert!(refused("crates/model/src/a.rs", line), "{line}");
            assert!(!refused("crates/desk/src/a.rs", line), "{line}");
        }
        assert!(!refused(
            "crates/model/src/a.rs",
            "std::fmt::Display; env!(\"X\"); let process = 1;"
        ));
    }

    #[test]
    fn a_finding_points_at_its_line() {
        let tree = Tree::of(&[("crates/cli/src/a.rs", "//! a\n\nfn f() {\n    typst::g();\n}\n")]);
        assert_eq!(places(&check(&tree)), ["crates/cli/src/a.rs:4"]);
    }
}
