//! Short articles of our own, each with a quirk of the format, against what must be found in them.
//!
//! `UPDATE_EXPECT=1 cargo test -p intake --test fixtures` writes the expectations anew: read the difference before keeping it.
//! An expectation is the extraction without offsets (those are checked against the text for every fixture) and nulls.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on must fail"
)]

mod common;

use std::{fs, path::Path};

use serde_json::{Map, Value, json};

/// The parts of an extraction that matter here: words, dates, separators.
fn outline(found: &Value) -> Value {
    match found {
        Value::Object(map) if map.contains_key("char") => {
            let mut rest: Map<String, Value> = map
                .iter()
                .filter(|(key, _)| !matches!(key.as_str(), "text" | "char" | "byte" | "line" | "bullet"))
                .filter_map(|(key, value)| {
                    Some((key.clone(), outline(value))).filter(|(_, v)| !is_nothing(v))
                })
                .collect();
            let text = map.get("text").cloned().unwrap_or_default();
            if rest.is_empty() {
                return text;
            }
            rest.insert("text".to_owned(), text);
            Value::Object(rest)
        }
        Value::Object(map) => map
            .iter()
            .filter(|(key, _)| !matches!(key.as_str(), "body_text_span" | "body_starts_char"))
            .map(|(key, value)| (key.clone(), outline(value)))
            .filter(|(_, value)| !is_nothing(value))
            .collect::<Map<_, _>>()
            .into(),
        Value::Array(list) => list.iter().map(outline).collect(),
        other => other.clone(),
    }
}

fn is_nothing(value: &Value) -> bool {
    value.is_null() || *value == json!([])
}

#[test]
fn every_fixture_gives_what_is_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    assert!(!paths.is_empty());
    let mut wrong = Vec::new();
    for path in paths {
        let bytes = fs::read(&path).unwrap();
        let found = intake::extraction(&bytes, &intake::Hints::default()).unwrap();
        let found = serde_json::to_value(found).unwrap();
        common::check_places(&String::from_utf8(bytes).unwrap(), &found);
        let printed = serde_json::to_string_pretty(&outline(&found)).unwrap() + "\n";
        let expectation = path.with_extension("json");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&expectation, &printed).unwrap();
        } else if fs::read_to_string(&expectation).unwrap_or_default() != printed {
            wrong.push(format!("{}:\n{printed}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
