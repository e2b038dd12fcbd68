//! Tags cut to a size that real pages have, before html5ever reads them.
//!
//! Its tokenizer compares every attribute of a tag with all before it, so a tag of a million attributes would take days. Scripts,
//! styles and comments are passed over as they are.

use std::borrow::Cow;

/// Most attributes of an element.
pub(super) const ATTRIBUTES: usize = 200;
/// Longest tag that is read attribute by attribute, bytes; a picture written into its address is longer and has few.
const SHORT: usize = 2 * ATTRIBUTES;

/// `html` with no tag of more than [`ATTRIBUTES`] attributes.
pub(super) fn trimmed(html: &str) -> Cow<'_, str> {
    let bytes = html.as_bytes();
    let mut out: Option<String> = None;
    let mut kept = 0;
    let mut at = 0;
    while let Some(next) = find(bytes, at, b"<") {
        at = next + 1;
        match bytes.get(at) {
            Some(b'!') if bytes[at..].starts_with(b"!--") => {
                at = find(bytes, at + 3, b"-->").unwrap_or(bytes.len());
            }
            Some(b) if b.is_ascii_alphabetic() => {
                let (end, cut) = tag(bytes, at);
                if let Some(cut) = cut {
                    let out = out.get_or_insert_with(String::new);
                    out.push_str(&html[kept..cut]);
                    kept = end;
                }
                at = raw_end(bytes, at, end);
            }
            _ => {}
        }
    }
    match out {
        None => Cow::Borrowed(html),
        Some(mut out) => {
            out.push_str(&html[kept..]);
            Cow::Owned(out)
        }
    }
}

/// Where the tag whose name begins at `start` ends (at its `>`), and where it has to be cut to keep within the cap.
fn tag(bytes: &[u8], start: usize) -> (usize, Option<usize>) {
    let mut at = start;
    let mut quote = None;
    let (mut attributes, mut in_word, mut cut) = (0, false, None);
    let mut before = 0;
    while let Some(&byte) = bytes.get(at) {
        match quote {
            Some(q) if byte == q => quote = None,
            Some(_) => {}
            None => match byte {
                b'>' => break,
                b'"' | b'\'' if before == b'=' => quote = Some(byte),
                b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'/' => in_word = false,
                _ if !in_word => {
                    in_word = true;
                    attributes += 1;
                    if attributes > ATTRIBUTES && cut.is_none() && byte.is_ascii() {
                        cut = Some(at);
                    }
                }
                _ => {}
            },
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
        at += 1;
    }
    (at, cut.filter(|_| at - start > SHORT))
}

/// Where markup goes on behind the tag `start..end`: behind the content of a script or style.
fn raw_end(bytes: &[u8], start: usize, end: usize) -> usize {
    let closes: &[u8] = match () {
        () if is_named(bytes, start, b"script") => b"</script",
        () if is_named(bytes, start, b"style") => b"</style",
        () => return end,
    };
    let mut at = end;
    while let Some(next) = find(bytes, at, b"</") {
        if bytes[next..]
            .get(..closes.len())
            .is_some_and(|b| b.eq_ignore_ascii_case(closes))
        {
            return next;
        }
        at = next + 2;
    }
    bytes.len()
}

fn is_named(bytes: &[u8], start: usize, name: &[u8]) -> bool {
    let rest = &bytes[start..];
    rest.get(..name.len())
        .is_some_and(|b| b.eq_ignore_ascii_case(name))
        && rest.get(name.len()).is_none_or(|b| !b.is_ascii_alphanumeric())
}

/// Where `needle` stands next, from `from` on.
fn find(bytes: &[u8], from: usize, needle: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    memchr::memmem::find(rest, needle).map(|at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_of_a_million_attributes_keeps_the_first_ones_and_the_page_goes_on() {
        let many: String = (0..1_000_000).map(|n| format!(" a{n}=\"b>\"")).collect();
        let page = format!("<p{many}>Words</p>");
        let trimmed = trimmed(&page);
        assert!(
            trimmed.len() < 4000 && trimmed.ends_with(">Words</p>"),
            "{}",
            trimmed.len()
        );
        assert!(trimmed.starts_with("<p a0=\"b>\" a1=\"b>\""));
    }

    #[test]
    fn scripts_comments_and_ordinary_tags_stay_as_they_are() {
        let words = " x".repeat(1000);
        for page in [
            format!("<script>a<b {words}></script><p>Words"),
            format!("<!-- <p{words}> --><p>Words"),
            "<a title='a > b' href=x>Words</a>".to_owned(),
            format!("<img src=\"data:{words}\">"),
            "<".to_owned(),
            "<é <p".to_owned(),
        ] {
            assert_eq!(trimmed(&page), page);
        }
    }
}
