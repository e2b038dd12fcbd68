//! JSON as pages write it: with commas too many, line feeds inside strings, comments around it, and the end cut off.
//!
//! Whatever can be read is; what can't is left out. Depth and number of values are capped, because the text is a stranger's.

/// Deepest nesting that is followed.
const DEPTH: usize = 48;
/// Most values of a text.
const VALUES: usize = 50_000;

/// A value. Numbers and the words `true`, `false` and `null` are no fields of an article, so they are not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Json {
    /// A number or one of the three words.
    Other,
    /// A string, escapes undone.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object, in order.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value under `key`.
    pub(super) fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Self::Object(entries) => entries
                .iter()
                .find(|(name, _)| name == key)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// The words, trimmed, when it is a string that has some.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// The items of a list; anything else is its own only item.
    pub(super) fn items(&self) -> &[Json] {
        match self {
            Self::List(items) => items,
            other => std::slice::from_ref(other),
        }
    }
}

/// The values in `text`: one as a rule, several where they follow each other.
pub(super) fn values(text: &str) -> Vec<Json> {
    let mut reader = Reader {
        bytes: text.as_bytes(),
        text,
        at: 0,
        left: VALUES,
    };
    let mut values = Vec::new();
    // `<!--`, `<![CDATA[`, `//` and names of variables stand before the first bracket.
    while let Some(start) = reader.find(b"{[") {
        // The bracket of `<![CDATA[` opens no list.
        let tail = text.get(..start).unwrap_or_default();
        reader.at = start;
        if tail.ends_with("<!") || tail.ends_with("CDATA") {
            reader.at += 1;
            continue;
        }
        match reader.value(0) {
            Some(value) => values.push(value),
            None => break,
        }
    }
    values
}

struct Reader<'t> {
    bytes: &'t [u8],
    text: &'t str,
    at: usize,
    /// Values that may still be read.
    left: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Where one of `wanted` stands next.
    fn find(&self, wanted: &[u8]) -> Option<usize> {
        let rest = self.bytes.get(self.at..)?;
        rest.iter().position(|b| wanted.contains(b)).map(|n| self.at + n)
    }

    fn skip_space(&mut self) {
        while self
            .peek()
            .is_some_and(|b| b.is_ascii_whitespace() || b < b' ' || b == b';')
        {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        self.skip_space();
        self.left = self.left.checked_sub(1)?;
        if depth > DEPTH {
            return None;
        }
        match self.peek()? {
            b'{' => {
                self.at += 1;
                Some(Json::Object(self.entries(depth)))
            }
            b'[' => {
                self.at += 1;
                Some(Json::List(self.list(depth)))
            }
            b'"' => Some(Json::Text(self.string())),
            b'}' | b']' | b',' | b':' => None,
            _ => {
                let end = self.find(b",}] \t\r\n").unwrap_or(self.bytes.len());
                self.at = end.max(self.at + 1);
                Some(Json::Other)
            }
        }
    }

    fn list(&mut self, depth: usize) -> Vec<Json> {
        let mut items = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                None => return items,
                Some(b']') => {
                    self.at += 1;
                    return items;
                }
                // An object's end ends a list that was not closed.
                Some(b'}') => return items,
                Some(b',' | b':') => self.at += 1,
                Some(_) => match self.value(depth + 1) {
                    Some(value) => items.push(value),
                    None => return items,
                },
            }
        }
    }

    fn entries(&mut self, depth: usize) -> Vec<(String, Json)> {
        let mut entries = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                None => return entries,
                Some(b'}') => {
                    self.at += 1;
                    return entries;
                }
                Some(b'"') => {
                    let key = self.string();
                    self.skip_space();
                    if self.peek() == Some(b':') {
                        self.at += 1;
                        match self.value(depth + 1) {
                            Some(value) => entries.push((key, value)),
                            None if self.left == 0 || depth >= DEPTH => return entries,
                            None => {}
                        }
                    }
                }
                Some(b']') => return entries,
                Some(_) => self.at += 1,
            }
        }
    }

    /// The string whose quotation mark is here.
    fn string(&mut self) -> String {
        self.at += 1;
        let mut out = String::new();
        let mut from = self.at;
        loop {
            let Some(end) = self.find(b"\"\\") else {
                // Never closed: what was meant ends nobody knows where.
                self.at = self.bytes.len();
                return String::new();
            };
            out.push_str(self.text.get(from..end).unwrap_or_default());
            self.at = end + 1;
            if self.bytes.get(end) == Some(&b'"') {
                return out;
            }
            self.escape(&mut out);
            from = self.at;
        }
    }

    /// What stands behind a backslash.
    fn escape(&mut self, out: &mut String) {
        let Some(letter) = self.text.get(self.at..).and_then(|rest| rest.chars().next()) else {
            return;
        };
        self.at += letter.len_utf8();
        match letter {
            'n' | 'r' | 't' => out.push(' '),
            'b' | 'f' => {}
            'u' => {
                let first = self.hex();
                let code = match first {
                    Some(high @ 0xd800..=0xdbff)
                        if self.text.get(self.at..).is_some_and(|r| r.starts_with("\\u")) =>
                    {
                        self.at += 2;
                        let low = self.hex().unwrap_or_default();
                        Some(0x10000 + ((high - 0xd800) << 10) + (low.wrapping_sub(0xdc00) & 0x3ff))
                    }
                    other => other,
                };
                out.push(code.and_then(char::from_u32).unwrap_or('\u{fffd}'));
            }
            other => out.push(other),
        }
    }

    fn hex(&mut self) -> Option<u32> {
        let code = self.text.get(self.at..self.at + 4)?;
        let value = u32::from_str_radix(code, 16).ok()?;
        self.at += 4;
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn name(text: &str) -> Option<String> {
        values(text).first()?.get("name")?.text().map(str::to_owned)
    }

    #[test]
    fn what_pages_get_wrong_is_read_all_the_same() {
        for text in [
            r#"{"name":"Two words"}"#,
            r#"{"name":"Two words",}"#,
            r#"{"a":1 "name":"Two words"}"#,
            "{\"a\":\"line\nfeed\", \"name\" : \"Two words\"",
            r#"<!-- {"name":"Two words"} -->"#,
            r#"//<![CDATA[
               {"name":"Two words"}
               //]]>"#,
            r#"{"a":[1,2,{"b":[}],"name":"Two words"}"#,
            r#"{"a":,"name":"Two words"};"#,
            r#"{"name":"Two\u0020words"}"#,
            r#"var data = {"a":null,"name":"Two words"}"#,
        ] {
            assert_eq!(name(text).as_deref(), Some("Two words"), "{text}");
        }
        assert_eq!(
            name(r#"{"name":"\ud83d\ude00 \"ok\" \/"}"#).as_deref(),
            Some("😀 \"ok\" /")
        );
    }

    #[test]
    fn a_nest_of_a_million_brackets_ends() {
        assert!(values(&"[".repeat(1_000_000)).len() < 2);
        assert!(values(&"{\"a\":".repeat(1_000_000)).len() < 2);
        values(&"[]".repeat(1_000_000));
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in r#"([\[\]{}:,"\\/ua0é<!-]|null|"name"){0,80}"#) {
            values(&text);
        }
    }
}
