//! Rust source cut into code, string literals and comments: enough to tell the word `tauri` in a comment from a use
//! of the crate. No parser: it knows quotes and comments, nothing of grammar.

/// What a piece of source is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Code,
    /// The inside of a string literal, escapes as written.
    Text,
    Comment,
}

/// A run of source of one kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece<'a> {
    pub kind: Kind,
    /// Line on which the piece begins, counted from 1.
    pub line: usize,
    pub text: &'a str,
}

impl Piece<'_> {
    /// The line of the byte at `offset` of the piece.
    pub fn line_at(&self, offset: usize) -> usize {
        self.line
            + self
                .text
                .bytes()
                .take(offset)
                .filter(|byte| *byte == b'\n')
                .count()
    }
}

/// Cuts Rust source into pieces.
pub fn pieces(source: &str) -> Vec<Piece<'_>> {
    let mut scan = Scan {
        source,
        pieces: Vec::new(),
        from: 0,
        line: 1,
    };
    let bytes = source.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let rest = source.get(at..).unwrap_or_default();
        if rest.starts_with("//") {
            scan.cut(Kind::Code, at);
            at += rest.find('\n').unwrap_or(rest.len());
            scan.cut(Kind::Comment, at);
        } else if rest.starts_with("/*") {
            scan.cut(Kind::Code, at);
            at += block_comment(rest);
            scan.cut(Kind::Comment, at);
        } else if bytes[at] == b'"' {
            let closing = format!("\"{}", "#".repeat(raw_hashes(&source[..at])));
            let inside = at + 1;
            let raw = closing.len() > 1 || is_raw(&source[..at]);
            let length = string_length(&source[inside..], &closing, raw);
            scan.cut(Kind::Code, inside);
            scan.cut(Kind::Text, inside + length);
            at = (inside + length + closing.len()).min(bytes.len());
        } else if bytes[at] == b'\'' {
            at += quote(rest);
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    scan.cut(Kind::Code, bytes.len());
    scan.pieces
}

struct Scan<'a> {
    source: &'a str,
    pieces: Vec<Piece<'a>>,
    /// Where the piece in hand begins, in bytes and as a line.
    from: usize,
    line: usize,
}

impl Scan<'_> {
    /// Ends the piece in hand at `to`.
    fn cut(&mut self, kind: Kind, to: usize) {
        let text = &self.source[self.from..to];
        if !text.is_empty() || kind == Kind::Text {
            self.pieces.push(Piece {
                kind,
                line: self.line,
                text,
            });
        }
        self.line += text.matches('\n').count();
        self.from = to;
    }
}

/// Length of a block comment, nested ones included.
fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < rest.len() {
        let here = &rest.as_bytes()[at..];
        if here.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

/// How many `#` stand between a raw string's prefix and its quote; 0 when it is no raw string.
fn raw_hashes(before: &str) -> usize {
    let trimmed = before.trim_end_matches('#');
    if is_raw(trimmed) {
        before.len() - trimmed.len()
    } else {
        0
    }
}

/// Whether the code before a quote ends with `r`, `br` or `cr` as a word of its own.
fn is_raw(before: &str) -> bool {
    matches!(before.rsplit(|c| !is_word(c)).next(), Some("r" | "br" | "cr"))
}

/// Bytes up to the closing quote, which is not counted.
fn string_length(inside: &str, closing: &str, raw: bool) -> usize {
    if raw {
        return inside.find(closing).unwrap_or(inside.len());
    }
    let bytes = inside.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => return at,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// Length of a character literal, or of the lone quote of a lifetime.
fn quote(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), Some((at, escaped))) => {
            let after = at + escaped.len_utf8();
            rest[after..].find('\'').map_or(rest.len(), |end| after + end + 1)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

/// The words of a text with their byte offsets.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|c: char| !is_word(c))
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// Whether a character can be part of an identifier.
pub fn is_word(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(source: &str) -> Vec<(Kind, usize, &str)> {
        pieces(source)
            .into_iter()
            .map(|piece| (piece.kind, piece.line, piece.text))
            .collect()
    }

    #[test]
    fn strings_comments_and_code_are_told_apart() {
        use Kind::{Code, Comment, Text};
        for (source, expected) in [
            (
                "let a = \"x // y\"; // z \"q\"",
                vec![
                    (Code, 1, "let a = \""),
                    (Text, 1, "x // y"),
                    (Code, 1, "\"; "),
                    (Comment, 1, "// z \"q\""),
                ],
            ),
            (
                "f(\"a\\\"b\")",
                vec![(Code, 1, "f(\""), (Text, 1, "a\\\"b"), (Code, 1, "\")")],
            ),
            (
                "r#\"a\"b\"# c",
                vec![(Code, 1, "r#\""), (Text, 1, "a\"b"), (Code, 1, "\"# c")],
            ),
            (
                "br\"\\\" x",
                vec![(Code, 1, "br\""), (Text, 1, "\\"), (Code, 1, "\" x")],
            ),
            (
                "/* a /* b */ c */ d",
                vec![(Comment, 1, "/* a /* b */ c */"), (Code, 1, " d")],
            ),
            (
                "a\n\"b\nc\" d",
                vec![(Code, 1, "a\n\""), (Text, 2, "b\nc"), (Code, 3, "\" d")],
            ),
            (
                "x('\"', '\\'', 'é', b'\"') y",
                vec![(Code, 1, "x('\"', '\\'', 'é', b'\"') y")],
            ),
            ("fn f<'a>(s: &'a str)", vec![(Code, 1, "fn f<'a>(s: &'a str)")]),
            ("\"never closed", vec![(Code, 1, "\""), (Text, 1, "never closed")]),
        ] {
            assert_eq!(cut(source), expected, "{source}");
        }
    }

    #[test]
    fn the_line_of_a_place_is_counted_from_the_piece() {
        let pieces = pieces("a\nb\nc");
        assert_eq!([pieces[0].line_at(0), pieces[0].line_at(4)], [1, 3]);
    }

    #[test]
    fn words_know_where_they_stand() {
        assert_eq!(
            words("a::b_c (d)").collect::<Vec<_>>(),
            [(0, "a"), (3, "b_c"), (8, "d")]
        );
    }
}
