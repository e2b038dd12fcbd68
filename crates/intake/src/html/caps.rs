//! Tags cut to a size that real pages have, before html5ever reads them.
//!
//! Its tokenizer compares every attribute of a tag with all before it, so a tag of a million attributes would take days. Tags
//! are read as the HTML standard's tokenizer reads them; the content of elements that hold no tags, and comments, are passed
//! over as they are.

use std::borrow::Cow;

/// Most attributes of an element.
pub(super) const ATTRIBUTES: usize = 200;
/// Elements whose content holds no tags but the one that closes them.
const RAW: [&[u8]; 8] = [
    b"script",
    b"style",
    b"title",
    b"textarea",
    b"xmp",
    b"iframe",
    b"noembed",
    b"noframes",
];

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
                at = comment_end(bytes, at);
            }
            // A declaration, or what is read as a comment.
            Some(b'!' | b'?') => at = find(bytes, at, b">").unwrap_or(bytes.len()),
            Some(b'/') if !bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic) => {
                at = find(bytes, at, b">").unwrap_or(bytes.len());
            }
            Some(b) if b.is_ascii_alphabetic() || *b == b'/' => {
                let (end, cut) = tag(bytes, at + usize::from(*b == b'/'));
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

/// What the tokenizer reads in a tag.
#[derive(Clone, Copy)]
enum In {
    /// The tag's name.
    TagName,
    /// An attribute's value without quotes.
    Word,
    /// What parts attributes.
    Gap,
    /// An attribute's name.
    Name,
    /// White space behind an attribute's name.
    BehindName,
    /// What is between `=` and the value.
    BeforeValue,
    /// A value in these quotes.
    Quoted(u8),
}

/// Where the tag whose name begins at `start` ends (at its `>`), and where it has to be cut to keep within the cap.
fn tag(bytes: &[u8], start: usize) -> (usize, Option<usize>) {
    let mut at = start;
    let mut state = In::TagName;
    let (mut attributes, mut cut) = (0, None);
    while let Some(&byte) = bytes.get(at) {
        let space = matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c');
        state = match (state, byte) {
            (In::Quoted(quote), _) if byte == quote => In::Gap,
            (In::Quoted(_), _) => state,
            (_, b'>') => break,
            (In::BeforeValue, b'"' | b'\'') => In::Quoted(byte),
            (In::BeforeValue | In::BehindName | In::Gap, _) if space => state,
            (In::BeforeValue, _) => In::Word,
            (In::Name, _) if space => In::BehindName,
            (In::TagName | In::Word, _) if space => In::Gap,
            (In::Name | In::BehindName, b'=') => In::BeforeValue,
            (In::TagName | In::Name | In::BehindName | In::Gap, b'/') => In::Gap,
            (In::Gap | In::BehindName, _) => {
                attributes += 1;
                if attributes > ATTRIBUTES && cut.is_none() {
                    // Behind a byte of ASCII, so a character begins here.
                    cut = Some(at);
                }
                In::Name
            }
            (In::TagName | In::Word | In::Name, _) => state,
        };
        at += 1;
    }
    (at, cut)
}

/// Where the comment ends whose `!--` begins at `start`: `<!-->` and `<!--->` are whole comments, and `--!>` ends one, too.
fn comment_end(bytes: &[u8], start: usize) -> usize {
    let plain = find(bytes, start + 1, b"-->").unwrap_or(bytes.len());
    let shouted = find(&bytes[..plain], start + 3, b"--!>");
    shouted.unwrap_or(plain)
}

/// Where markup goes on behind the tag `start..end`: behind the content of an element without tags.
fn raw_end(bytes: &[u8], start: usize, end: usize) -> usize {
    let Some(name) = RAW.into_iter().find(|name| is_named(bytes, start, name)) else {
        return end;
    };
    let mut at = end;
    while let Some(next) = find(bytes, at, b"</") {
        if is_named(bytes, next + 2, name) {
            return next;
        }
        at = next + 2;
    }
    bytes.len()
}

fn is_named(bytes: &[u8], start: usize, name: &[u8]) -> bool {
    let rest = bytes.get(start..).unwrap_or_default();
    rest.get(..name.len())
        .is_some_and(|b| b.eq_ignore_ascii_case(name))
        && rest
            .get(name.len())
            .is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>'))
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
    fn no_way_of_writing_a_tag_escapes_the_cap() {
        let many = |attribute: &str| attribute.repeat(10_000);
        for page in [
            format!("</p{}>", many(" a")),
            format!("<p {}>", many("a=\"\"")),
            format!("<p {}>", many("é ")),
            format!("<p{}>", many("/a")),
            format!("<p a==\"><p{}>", many(" a")),
            format!("<p =\"><p{}>", many(" a")),
            format!("<!--><p{}>", many(" a")),
            format!("<!---><p{}>", many(" a")),
            format!("<!-- --!><p{}>", many(" a")),
            format!("<!x <p a='><p{}>", many(" a")),
            format!("<?x <p a='><p{}>", many(" a")),
            format!("</ <p a='><p{}>", many(" a")),
            format!("<title><p a='</title><p{}>", many(" a")),
            format!("<title></title-x><p a='</title><p{}>", many(" a")),
            format!("<textarea><p a='</textarea><p{}>", many(" a")),
            format!("<style></stylesheet><p a='</style><p{}>", many(" a")),
        ] {
            assert!(trimmed(&page).len() < 2_000, "{}", &page[..20]);
        }
    }

    #[test]
    fn scripts_comments_and_ordinary_tags_stay_as_they_are() {
        let words = " x".repeat(1000);
        for page in [
            format!("<script>a<b {words}></script><p>Words"),
            format!("<!-- <p{words}> --><p>Words"),
            format!("<!--!> <p{words}> --><p>Words"),
            format!("<title><p{words}></title><p>Words"),
            "<a title='a > b' href=x>Words</a>".to_owned(),
            format!("<img src=\"data:{words}\">"),
            "<".to_owned(),
            "<é <p".to_owned(),
        ] {
            assert_eq!(trimmed(&page), page);
        }
    }
}
