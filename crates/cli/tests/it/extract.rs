//! Reading files without a library: the samples against their gold, in every encoding; streams; conversion.

use std::{fs, path::Path};

use serde_json::Value;

use crate::harness::{Chancery, articles, folder, samples, sentence};

/// The samples: name, text and gold.
fn golden() -> Vec<(String, String, Value)> {
    let read = |path: &Path| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let gold = fs::read_to_string(samples().join("gold").join(format!("{name}.json"))).unwrap();
        (
            name,
            fs::read_to_string(path).unwrap(),
            serde_json::from_str(&gold).unwrap(),
        )
    };
    articles().iter().map(|path| read(path)).collect()
}

fn extract(bytes: &[u8]) -> Value {
    let folder = folder();
    let path = folder.path().join("article.txt");
    fs::write(&path, bytes).unwrap();
    Chancery::bare().made(["extract".as_ref(), path.as_os_str(), "--json".as_ref()])
}

/// Takes out every place, which other line ends move; the texts stay.
fn without_places(mut value: Value) -> Value {
    const PLACES: [&str; 5] = ["char", "byte", "bullet", "body_text_span", "body_starts_char"];
    match &mut value {
        Value::Object(map) => {
            map.retain(|key, _| !PLACES.contains(&key.as_str()));
            map.values_mut().for_each(|v| *v = without_places(v.take()));
        }
        Value::Array(list) => list.iter_mut().for_each(|v| *v = without_places(v.take())),
        _ => {}
    }
    value
}

/// The text in the encoding of old Windows programs; nothing where it has a letter that isn't in it.
fn windows_1252(text: &str) -> Option<Vec<u8>> {
    let byte = |c: char| match c {
        '\u{2022}' => Some(0x95),
        '\u{2013}' => Some(0x96),
        '\u{2014}' => Some(0x97),
        '\u{2018}' => Some(0x91),
        '\u{2019}' => Some(0x92),
        '\u{201c}' => Some(0x93),
        '\u{201d}' => Some(0x94),
        '\u{2026}' => Some(0x85),
        '\u{0}'..='\u{7f}' | '\u{a0}'..='\u{ff}' => u8::try_from(c).ok(),
        _ => None,
    };
    text.chars().map(byte).collect()
}

#[test]
fn every_sample_equals_its_gold() {
    for (name, text, gold) in golden() {
        assert_eq!(extract(text.as_bytes()), gold, "{name}");
    }
}

#[test]
fn a_byte_order_mark_and_utf16_change_nothing() {
    for (name, text, gold) in golden() {
        let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        assert_eq!(extract(&marked), gold, "{name} with a byte order mark");
        let wide = || std::iter::once(0xfeff).chain(text.encode_utf16());
        let little: Vec<u8> = wide().flat_map(u16::to_le_bytes).collect();
        assert_eq!(extract(&little), gold, "{name} in UTF-16LE");
        let big: Vec<u8> = wide().flat_map(u16::to_be_bytes).collect();
        assert_eq!(extract(&big), gold, "{name} in UTF-16BE");
    }
}

#[test]
fn windows_1252_changes_nothing() {
    let mut encoded = 0;
    for (name, text, gold) in golden() {
        if let Some(bytes) = windows_1252(&text) {
            assert_eq!(extract(&bytes), gold, "{name}");
            encoded += usize::from(bytes != text.as_bytes());
        }
    }
    assert!(
        encoded > 0,
        "no sample has a letter that tells Windows-1252 from UTF-8"
    );
}

#[test]
fn other_line_ends_change_only_places() {
    for (name, text, gold) in golden() {
        let found = extract(text.replace('\n', "\r\n").as_bytes());
        assert_eq!(without_places(found), without_places(gold), "{name}");
    }
}

#[test]
fn a_stream_answers_each_line_and_survives_bad_ones() {
    let folder = folder();
    let picture = folder.path().join("picture.png");
    fs::write(&picture, b"\x89PNG\r\n\x1a\nand so on").unwrap();
    let paths = articles();
    let asked = |path: &Path| serde_json::json!({"path": path, "url": "https://wire.example/1"}).to_string();
    let lines = [
        asked(&paths[0]),
        "no JSON".to_owned(),
        "{}".to_owned(),
        String::new(),
        asked(&folder.path().join("missing.txt")),
        asked(&picture),
        serde_json::json!({"path": paths[1]}).to_string(),
    ];
    let ran = Chancery::bare()
        .call_with(["extract", "--jsonl"], lines.join("\n").as_bytes())
        .exits(1);
    let answers = ran.answers();
    assert_eq!(answers.len(), 6, "a line each, the empty one left out");
    for (answer, path, title) in [(0, &paths[0], "Tarvonia to Inspect Tankers"), (5, &paths[1], "")] {
        let answer = &answers[answer];
        let keys: Vec<&str> = answer.as_object().unwrap().keys().map(String::as_str).collect();
        let wanted = [
            "path",
            "title",
            "byline",
            "published",
            "deck",
            "section",
            "outlet",
            "text",
            "cpu_ms",
        ];
        assert_eq!(keys, wanted);
        assert_eq!(answer["path"], path.to_str().unwrap());
        assert!(answer["title"].as_str().unwrap().starts_with(title));
        assert!(answer["text"].as_str().unwrap().len() > 1000);
        assert!(answer["cpu_ms"].as_f64().unwrap() > 0.0);
    }
    assert_eq!(answers[0]["byline"], serde_json::json!(["Marta Ellingsen"]));
    assert_eq!(answers[0]["published"], "2026-02-02");
    assert_eq!(answers[0]["section"], "World");
    assert!(
        answers[0]["deck"]
            .as_str()
            .unwrap()
            .starts_with("Foreign Minister")
    );
    assert_eq!(answers[0]["outlet"], Value::Null);
    for answer in &answers[1..5] {
        sentence(answer["error"].as_str().unwrap());
    }
    assert_eq!(
        answers[3]["path"].as_str().unwrap(),
        folder.path().join("missing.txt").to_str().unwrap()
    );
}

#[test]
fn what_a_text_lacks_stays_absent() {
    let found = extract(b"A line that says something\n\nAnd a paragraph under it, which is plain text.\n");
    for key in ["section", "published", "deck", "byline", "summary", "dateline"] {
        assert_eq!(found[key], Value::Null, "{key}");
    }
    for key in ["key_points", "risks"] {
        assert_eq!(found[key], serde_json::json!([]), "{key}");
    }
}

#[test]
fn converted_to_html_it_is_one_bare_article() {
    let folder = folder();
    let hostile = folder.path().join("hostile.txt");
    let text =
        "A Headline of Five Words\n\nIt says <script>alert(1)</script> and <img src=x onerror=y> & more.\n";
    fs::write(&hostile, text).unwrap();
    let mut paths = articles();
    paths.push(hostile);
    for path in paths {
        let ran = Chancery::bare().call([
            "convert".as_ref(),
            path.as_os_str(),
            "--to".as_ref(),
            "html".as_ref(),
        ]);
        let ran = ran.exits(0);
        let html = ran.text().trim_end();
        assert!(
            html.starts_with("<article>") && html.ends_with("</article>"),
            "{html}"
        );
        assert_eq!(html.matches("<article").count(), 1);
        for tag in html
            .split('<')
            .skip(1)
            .map(|rest| rest.split('>').next().unwrap())
        {
            let name = tag.trim_start_matches('/').split(' ').next().unwrap();
            let known = [
                "article",
                "h1",
                "h2",
                "h3",
                "p",
                "ul",
                "ol",
                "li",
                "blockquote",
                "em",
                "strong",
                "a",
                "br",
            ];
            assert!(known.contains(&name), "<{tag}>");
            assert!(
                tag.len() == name.len() || tag.starts_with('/') || tag.starts_with("a href=\""),
                "<{tag}>"
            );
        }
    }
}

#[test]
fn converted_to_markdown_and_json_it_says_the_same() {
    for path in articles() {
        let convert = |to| {
            let ran = Chancery::bare()
                .call(["convert".as_ref(), path.as_os_str(), "--to".as_ref(), to])
                .exits(0);
            ran.text().to_owned()
        };
        let record: Value = serde_json::from_str(&convert("json".as_ref())).unwrap();
        let headline = record["meta"]["headline"]["value"].as_str().unwrap();
        assert!(record["text"].as_str().unwrap().contains(headline));
        assert!(!record["blocks"].as_array().unwrap().is_empty());
        assert!(
            convert("markdown".as_ref()).starts_with(&format!("# {headline}\n")),
            "{}",
            path.display()
        );
    }
}
