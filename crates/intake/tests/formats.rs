//! The sample library's articles as Word documents and messages: their parts come out as from the text.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on must fail"
)]

#[path = "common/word.rs"]
#[expect(dead_code, reason = "these documents have neither links nor properties")]
mod word;

use std::{fs, path::Path};

use intake::Hints;
use serde_json::Value;
use word::{Docx, paragraph, with_styles};

/// The articles with the gold of their parts.
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

/// The words of every part, without their places.
fn words(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let is_place = |key: &str| {
                matches!(
                    key,
                    "char" | "byte" | "line" | "bullet" | "body_text_span" | "body_starts_char"
                )
            };
            map.iter()
                .filter(|(key, _)| !is_place(key))
                .map(|(key, value)| (key.clone(), words(value)))
                .collect()
        }
        // Between the lines of a list as printed there may be one line end or two.
        Value::String(text) => Value::String(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        Value::Array(list) => list.iter().map(words).collect(),
        other => other.clone(),
    }
}

fn check(name: &str, file: &[u8], gold: &Value) {
    let found = serde_json::to_value(intake::extraction(file, &Hints::default()).unwrap()).unwrap();
    for (key, value) in words(gold).as_object().unwrap() {
        assert_eq!(&words(&found)[key], value, "{name}: {key}");
    }
}

/// A line of an article with the style that a writer would give it.
fn styled(line: &str, headline: &str, headings: &[&str]) -> String {
    let number = line.split_once(". ").filter(|(n, _)| n.parse::<u8>().is_ok());
    let bullet = ["• ", "- ", "* ", "– "]
        .iter()
        .find_map(|sign| line.strip_prefix(sign));
    match (bullet, number) {
        (Some(words), _) => paragraph("ListBullet", words),
        (_, Some((_, words))) => paragraph("ListNumber", words),
        _ if line == headline => paragraph("Title", line),
        _ if headings.contains(&line) => paragraph("Heading1", line),
        _ => paragraph("", line),
    }
}

#[test]
fn samples_as_word_documents_have_the_parts_of_the_text() {
    for (name, text, gold) in samples() {
        let headline = gold["headline"]["text"].as_str().unwrap();
        let headings: Vec<&str> = gold["headings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|h| h["text"].as_str().unwrap())
            .collect();
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let body: String = lines.map(|line| styled(line, headline, &headings)).collect();
        check(&name, &with_styles(Docx::new(&body)).bytes(), &gold);
    }
}

#[test]
fn samples_as_word_documents_without_styles_have_the_parts_of_the_text() {
    for (name, text, gold) in samples() {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let body: String = lines.map(|line| paragraph("", line)).collect();
        check(&name, &Docx::new(&body).bytes(), &gold);
    }
}

/// `text` as quoted-printable, soft line breaks included.
fn quoted_printable(text: &str) -> String {
    let mut encoded = String::new();
    for line in text.lines() {
        let mut width = 0;
        for byte in line.bytes() {
            let sign = match byte {
                b'=' | 0..=31 | 127..=255 => format!("={byte:02X}"),
                _ => char::from(byte).to_string(),
            };
            if width + sign.len() > 75 {
                encoded.push_str("=\r\n");
                width = 0;
            }
            width += sign.len();
            encoded.push_str(&sign);
        }
        encoded.push_str("\r\n");
    }
    encoded
}

#[test]
fn samples_as_messages_have_the_parts_of_the_text() {
    for (name, text, gold) in samples() {
        for from in [
            "The Selm Courier <news@courier.example>",
            "Ola Berg <ola.berg@x.example>",
        ] {
            let head = format!(
                "From: {from}\r\nTo: desk@x.example\r\nDate: Wed, 18 Mar 2026 08:15:00 +0100\r\nSubject: Today's report\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            );
            check(&name, (head + &quoted_printable(&text)).as_bytes(), &gold);
        }
    }
}
