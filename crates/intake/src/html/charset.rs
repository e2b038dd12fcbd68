//! The encoding of a page: what it says, and what its bytes say against it.
//!
//! A byte order mark wins. Bytes that are UTF-8 with letters beyond ASCII are UTF-8 whatever the label: text in another
//! encoding is almost never valid UTF-8 by chance. Otherwise the label counts (Content-Type, then `meta`, as the HTML standard
//! orders them), unless it says UTF-8 of bytes that are none; then it is Windows-1252, the web's default.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

/// How far into a page its `meta` elements are looked for: the standard says 1024 bytes, real pages go beyond.
const LOOK: usize = 16_384;

/// The characters of a page and the name of their encoding. `media` is the Content-Type that came with it.
pub(crate) fn decode<'b>(bytes: &'b [u8], media: Option<&str>) -> (Cow<'b, str>, &'static str) {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, &bytes[length..]),
        None => (unmarked(bytes, media), bytes),
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    (text, encoding.name())
}

fn unmarked(bytes: &[u8], media: Option<&str>) -> &'static Encoding {
    let labelled = media
        .and_then(in_media)
        .or_else(|| in_meta(&bytes[..bytes.len().min(LOOK)]));
    match (labelled, std::str::from_utf8(bytes).is_ok()) {
        // ISO-2022-JP and the like are ASCII to the eye.
        (Some(label), true) if bytes.is_ascii() => label,
        (_, true) => UTF_8,
        (Some(label), false) if label != UTF_8 => label,
        // A truncated or slightly broken page is still what most of its bytes say.
        (_, false) if mostly_utf8(bytes) => UTF_8,
        (_, false) => crate::decode::utf16_by_zeros(bytes).unwrap_or(WINDOWS_1252),
    }
}

/// Whether bytes that are not valid UTF-8 hold at least twenty times as many good sequences as bad bytes.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    good > 20 * bad
}

/// The encoding in a Content-Type.
fn in_media(media: &str) -> Option<&'static Encoding> {
    named(media, "charset")
}

/// The encoding that `text` gives behind `word` and an equals sign.
fn named(text: &str, word: &str) -> Option<&'static Encoding> {
    let (_, behind) = split_ignoring_case(text, word)?;
    let label = behind.trim_start().strip_prefix('=')?.trim_start();
    let label = match label.strip_prefix(['"', '\'']) {
        Some(quoted) => quoted.split(['"', '\'']).next()?,
        None => label.split([';', ' ', '\t', ',', '"', '\'', '>', '/']).next()?,
    };
    Encoding::for_label(label.as_bytes())
}

fn split_ignoring_case<'t>(text: &'t str, word: &str) -> Option<(&'t str, &'t str)> {
    let at = text.to_ascii_lowercase().find(word)?;
    Some((&text[..at], &text[at + word.len()..]))
}

/// The encoding that a `meta` element or an XML declaration at the start of a page names.
fn in_meta(head: &[u8]) -> Option<&'static Encoding> {
    // Every encoding that can be found this way agrees with ASCII on markup.
    let text: String = head
        .iter()
        .map(|&b| if b.is_ascii() { char::from(b) } else { '?' })
        .collect();
    let lower = text.to_ascii_lowercase();
    if let Some(declaration) = lower
        .strip_prefix("<?xml")
        .and_then(|rest| rest.split("?>").next())
        && let Some(found) = named(declaration, "encoding")
    {
        return Some(ascii_compatible(found));
    }
    let mut rest = lower.as_str();
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->")?.1;
            continue;
        }
        let tag = &rest[..rest.find('>').unwrap_or(rest.len())];
        if tag.starts_with("<meta")
            && let Some(found) = in_media(tag)
        {
            return Some(ascii_compatible(found));
        }
        rest = &rest[1..];
    }
    None
}

/// A page whose label could be read byte by byte is not UTF-16, whatever it says.
fn ascii_compatible(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == UTF_16BE || encoding == UTF_16LE {
        UTF_8
    } else if encoding == X_USER_DEFINED {
        WINDOWS_1252
    } else {
        encoding
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_by_its_label_unless_its_bytes_say_otherwise() {
        for (bytes, media, text, name) in [
            (
                &b"\xef\xbb\xbf<meta charset=latin1>\xc3\xa9"[..],
                None,
                "<meta charset=latin1>é",
                "UTF-8",
            ),
            (
                b"<meta charset=iso-8859-2>\xb1",
                None,
                "<meta charset=iso-8859-2>ą",
                "ISO-8859-2",
            ),
            (
                b"<meta charset=iso-8859-2>\xb1",
                Some("text/html; charset=\"windows-1251\""),
                "<meta charset=iso-8859-2>±",
                "windows-1251",
            ),
            (
                b"<META http-equiv=Content-Type content='text/html; charset=Shift_JIS'>\x93\xfa",
                None,
                "<META http-equiv=Content-Type content='text/html; charset=Shift_JIS'>日",
                "Shift_JIS",
            ),
            // Wrong labels.
            (
                b"<meta charset=iso-8859-1>caf\xc3\xa9",
                None,
                "<meta charset=iso-8859-1>café",
                "UTF-8",
            ),
            (
                b"<meta charset=utf-8>caf\xe9",
                None,
                "<meta charset=utf-8>café",
                "windows-1252",
            ),
            (
                b"<meta charset=utf-16>caf\xc3\xa9",
                None,
                "<meta charset=utf-16>café",
                "UTF-8",
            ),
            (
                b"<!-- <meta charset=koi8-r> -->caf\xe9",
                None,
                "<!-- <meta charset=koi8-r> -->café",
                "windows-1252",
            ),
            (
                b"<?xml version='1.0' encoding='koi8-r'?>\xc1",
                None,
                "<?xml version='1.0' encoding='koi8-r'?>а",
                "KOI8-R",
            ),
            (
                b"<?xml version='1.0' encoding = \"koi8-r\" standalone=\"yes\"?>\xc1",
                None,
                "<?xml version='1.0' encoding = \"koi8-r\" standalone=\"yes\"?>а",
                "KOI8-R",
            ),
            (
                b"<?xml version='1.0' encoding='utf-16'?><p>Words",
                None,
                "<?xml version='1.0' encoding='utf-16'?><p>Words",
                "UTF-8",
            ),
            (b"no label", None, "no label", "UTF-8"),
        ] {
            assert_eq!(decode(bytes, media), (Cow::Borrowed(text), name));
        }
    }

    #[test]
    fn a_stray_byte_does_not_turn_a_page_into_another_encoding() {
        let mut bytes = "Совет министров заявил в пятницу".as_bytes().to_vec();
        bytes.push(0x92);
        assert_eq!(decode(&bytes, None).1, "UTF-8");
    }
}
