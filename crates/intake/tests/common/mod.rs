//! What holds for every extraction.

use serde_json::Value;

/// Every printed piece stands in `text` where its places say, white space apart.
pub fn check_places(text: &str, found: &Value) {
    let chars: Vec<char> = text.chars().collect();
    visit(found, &mut |piece| {
        let number = |key: &str, n: usize| usize::try_from(piece[key][n].as_u64().unwrap()).unwrap();
        let printed = piece["text"].as_str().unwrap();
        let (start, end) = (number("char", 0), number("char", 1));
        let here: String = chars[start..end].iter().collect();
        assert_eq!(folded(&here), folded(printed), "at {start}..{end}");
        assert_eq!(
            here,
            text[number("byte", 0)..number("byte", 1)],
            "bytes of {printed:?}"
        );
        assert!(!printed.contains('\r'), "{printed:?}");
        let before: String = chars[..start].iter().collect();
        let line = before.replace("\r\n", "\n").matches(['\n', '\r']).count() + 1;
        assert_eq!(
            piece["line"].as_u64().unwrap(),
            line as u64,
            "line of {printed:?}"
        );
    });
    for list in ["headings", "key_points", "body", "risks"] {
        let starts: Vec<u64> = found[list]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| item["char"][0].as_u64().unwrap())
            .collect();
        assert!(starts.is_sorted(), "{list} out of order: {starts:?}");
    }
}

fn folded(text: &str) -> String {
    // The marks of no width are trimmed from lines like spaces.
    let is_space = |c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}');
    text.split(is_space)
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn visit(value: &Value, check: &mut impl FnMut(&Value)) {
    match value {
        Value::Object(map) => {
            if map.contains_key("char") {
                check(value);
            }
            map.values().for_each(|v| visit(v, check));
        }
        Value::Array(list) => list.iter().for_each(|v| visit(v, check)),
        _ => {}
    }
}
