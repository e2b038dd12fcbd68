//! The sample library's articles against the gold that was made of their parts, in every encoding.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on must fail"
)]

use std::{fs, path::Path};

use serde_json::Value;

/// The articles with their gold.
fn samples() -> Vec<(String, String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let mut found: Vec<(String, String, Value)> = fs::read_dir(folder.join("articles"))
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let gold = fs::read_to_string(folder.join("gold").join(format!("{name}.json"))).unwrap();
            (
                name,
                fs::read_to_string(&path).unwrap(),
                serde_json::from_str(&gold).unwrap(),
            )
        })
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

fn extract(bytes: &[u8]) -> Value {
    serde_json::to_value(intake::extraction(bytes, &intake::Hints::default()).unwrap()).unwrap()
}

/// Where the two differ, as paths with both values.
fn differences(path: &str, found: &Value, gold: &Value, into: &mut Vec<String>) {
    match (found, gold) {
        (Value::Object(a), Value::Object(b)) => {
            for key in a.keys().chain(b.keys().filter(|k| !a.contains_key(*k))) {
                let (x, y) = (
                    a.get(key).unwrap_or(&Value::Null),
                    b.get(key).unwrap_or(&Value::Null),
                );
                differences(&format!("{path}.{key}"), x, y, into);
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            for n in 0..a.len().max(b.len()) {
                let (x, y) = (a.get(n).unwrap_or(&Value::Null), b.get(n).unwrap_or(&Value::Null));
                differences(&format!("{path}[{n}]"), x, y, into);
            }
        }
        _ if found != gold => into.push(format!("{path}: found {found}, gold {gold}")),
        _ => {}
    }
}

#[test]
fn every_sample_equals_its_gold() {
    let mut wrong = Vec::new();
    let samples = samples();
    assert!(!samples.is_empty());
    for (name, text, gold) in samples {
        differences(&name, &extract(text.as_bytes()), &gold, &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn byte_order_mark_and_utf16_change_nothing() {
    for (name, text, gold) in samples() {
        let mut marked = b"\xef\xbb\xbf".to_vec();
        marked.extend(text.as_bytes());
        assert_eq!(extract(&marked), gold, "{name}");
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(extract(&little), gold, "{name}");
        let big: Vec<u8> = [0xfeff]
            .into_iter()
            .chain(text.encode_utf16())
            .flat_map(u16::to_be_bytes)
            .collect();
        assert_eq!(extract(&big), gold, "{name}");
    }
}

/// Takes out offsets, which other line ends move.
fn without_offsets(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.retain(|key, _| {
                !matches!(
                    key.as_str(),
                    "char" | "byte" | "bullet" | "body_text_span" | "body_starts_char"
                )
            });
            map.values_mut().for_each(without_offsets);
        }
        Value::Array(list) => list.iter_mut().for_each(without_offsets),
        _ => {}
    }
}

#[test]
fn other_line_ends_change_only_offsets() {
    for (name, text, mut gold) in samples() {
        without_offsets(&mut gold);
        for end in ["\r\n", "\r"] {
            let mut found = extract(text.replace('\n', end).as_bytes());
            without_offsets(&mut found);
            assert_eq!(found, gold, "{name} with {end:?}");
        }
    }
}
