//! What kind of bytes these are: the first bytes of a file format, or the first tags of a page.
//!
//! Nothing is parsed. A format is named when its signature can't be the start of a text, or when whoever sent it says that it
//! is a page and there is a tag in it.

use std::borrow::Cow;

use encoding_rs::Encoding;
use serde::{Deserialize, Serialize};

use crate::{Hints, decode, mail};

/// A format that is not plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// HTML.
    Html,
    /// XML, feeds among it.
    Xml,
    /// PDF.
    Pdf,
    /// A Word document (.docx).
    Word,
    /// A mail message.
    Message,
    /// A page saved with its pictures (.mht, .mhtml).
    SavedPage,
    /// A document of Office before 2007 (.doc, .xls, .ppt).
    OldOffice,
    /// Another Office or OpenDocument file.
    Office,
    /// EPUB.
    Epub,
    /// Rich Text Format.
    Rtf,
    /// ZIP and other archives and compressed files.
    Archive,
    /// A picture.
    Image,
    /// Sound or video.
    Media,
    /// An SQLite database.
    Database,
    /// A program.
    Program,
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Html => "an HTML page",
            Self::Xml => "an XML file",
            Self::Pdf => "a PDF document",
            Self::Word => "a Word document",
            Self::Message => "a mail message",
            Self::SavedPage => "a saved page",
            Self::OldOffice => "an old Word, Excel or PowerPoint file",
            Self::Office => "an office document",
            Self::Epub => "an EPUB book",
            Self::Rtf => "an RTF document",
            Self::Archive => "a ZIP file or other archive",
            Self::Image => "an image",
            Self::Media => "a sound or video file",
            Self::Database => "a database",
            Self::Program => "a program",
        })
    }
}

/// How much of a file is looked at.
const LOOK: usize = 4096;

/// How far into a page its first tag is looked for, behind comments and declarations.
const HEAD: usize = 65_536;

/// The format of `bytes`; nothing for plain text.
pub(crate) fn kind(bytes: &[u8], hints: &Hints<'_>) -> Option<Kind> {
    if let Some(kind) = by_magic(bytes) {
        return Some(kind);
    }
    let head = head(bytes);
    match () {
        () if mail::looks_like_page(&head) => Some(Kind::SavedPage),
        () if mail::looks_like_message(&head) => Some(Kind::Message),
        () => by_tags(&head).or_else(|| (says_page(hints) && holds_a_tag(bytes)).then_some(Kind::Html)),
    }
}

/// The start of `bytes` as far as tags are concerned: those of every encoding but UTF-16 are ASCII.
fn head(bytes: &[u8]) -> Cow<'_, str> {
    let head = &bytes[..bytes.len().min(HEAD)];
    match Encoding::for_bom(head) {
        Some((encoding, length)) => encoding.decode_without_bom_handling(&head[length..]).0,
        None => match decode::utf16_by_zeros(&head[..head.len() & !1]) {
            Some(encoding) => encoding.decode_without_bom_handling(head).0,
            None => String::from_utf8_lossy(head),
        },
    }
}

/// Whether a server or the file's name calls it a page.
fn says_page(hints: &Hints<'_>) -> bool {
    let media = hints.media.map(|m| m.trim_start().to_ascii_lowercase());
    let name = hints.name.map(str::to_ascii_lowercase);
    match media {
        Some(media) => media.starts_with("text/html") || media.starts_with("application/xhtml"),
        None => name.is_some_and(|n| [".html", ".htm", ".xhtml"].iter().any(|end| n.ends_with(end))),
    }
}

fn holds_a_tag(bytes: &[u8]) -> bool {
    bytes
        .windows(2)
        .any(|pair| pair[0] == b'<' && (pair[1].is_ascii_alphabetic() || pair[1] == b'/'))
}

/// The format that the first bytes name.
fn by_magic(bytes: &[u8]) -> Option<Kind> {
    let at = |offset: usize, magic: &[u8]| bytes.get(offset..).is_some_and(|rest| rest.starts_with(magic));
    let head = &bytes[..bytes.len().min(LOOK)];
    let holds = |needle: &[u8]| head.windows(needle.len()).any(|w| w == needle);
    let signatures: [(&[u8], Kind); 24] = [
        (b"%PDF-", Kind::Pdf),
        (b"\xef\xbb\xbf%PDF-", Kind::Pdf),
        (b"{\\rtf", Kind::Rtf),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind::OldOffice),
        (b"\x1f\x8b\x08", Kind::Archive),
        (b"7z\xbc\xaf\x27\x1c", Kind::Archive),
        (b"Rar!\x1a\x07", Kind::Archive),
        (b"\xfd7zXZ\0", Kind::Archive),
        (b"\x28\xb5\x2f\xfd", Kind::Archive),
        (b"\x89PNG\r\n\x1a\n", Kind::Image),
        (b"\xff\xd8\xff", Kind::Image),
        (b"GIF87a", Kind::Image),
        (b"GIF89a", Kind::Image),
        (b"II*\0", Kind::Image),
        (b"MM\0*", Kind::Image),
        (b"8BPS\0", Kind::Image),
        (b"OggS\0", Kind::Media),
        (b"ID3\x03", Kind::Media),
        (b"ID3\x04", Kind::Media),
        (b"fLaC\0", Kind::Media),
        (b"\x1a\x45\xdf\xa3", Kind::Media),
        (b"SQLite format 3\0", Kind::Database),
        (b"\x7fELF", Kind::Program),
        (b"\xca\xfe\xba\xbe", Kind::Program),
    ];
    if let Some((_, kind)) = signatures.into_iter().find(|(magic, _)| at(0, magic)) {
        return Some(kind);
    }
    if at(0, b"PK\x03\x04") || at(0, b"PK\x05\x06") {
        // An EPUB and an OpenDocument file begin with a stored member that names them.
        return Some(if holds(b"mimetypeapplication/epub+zip") {
            Kind::Epub
        } else if holds(b"word/") || memchr::memmem::find(bytes, b"word/document").is_some() {
            Kind::Word
        } else if holds(b"[Content_Types].xml") || holds(b"mimetypeapplication/vnd.oasis") {
            Kind::Office
        } else {
            Kind::Archive
        });
    }
    match () {
        () if at(0, b"RIFF") && at(8, b"WEBP") => Some(Kind::Image),
        () if at(0, b"RIFF") && (at(8, b"WAVE") || at(8, b"AVI ")) => Some(Kind::Media),
        () if at(4, b"ftypavif") || at(4, b"ftypheic") => Some(Kind::Image),
        () if at(4, b"ftyp") && at(0, b"\0\0") => Some(Kind::Media),
        () if at(0, b"BZh") && at(4, b"1AY&SY") => Some(Kind::Archive),
        // Some programs write a line or two before a PDF; its end tells it from a text about PDF.
        () if is_pdf_behind_others(bytes) => Some(Kind::Pdf),
        // Letters that a text may begin with: only a NUL soon after makes them a format's name.
        () if at(0, b"BM") && bytes.get(5..10).is_some_and(|b| b == [0; 5]) => Some(Kind::Image),
        () if at(0, b"MZ") && head[..head.len().min(64)].contains(&0) => Some(Kind::Program),
        () => None,
    }
}

/// Whether a PDF begins within the first kilobyte and ends as one does.
fn is_pdf_behind_others(bytes: &[u8]) -> bool {
    const NEAR: usize = 1024;
    let holds = |part: &[u8], needle: &[u8]| part.windows(needle.len()).any(|w| w == needle);
    let tail = &bytes[bytes.len().saturating_sub(NEAR)..];
    holds(&bytes[..bytes.len().min(NEAR)], b"%PDF-") && holds(tail, b"startxref") && holds(tail, b"%%EOF")
}

/// HTML or XML by the first tag of `text`, behind white space, comments and declarations.
fn by_tags(text: &str) -> Option<Kind> {
    const TAGS: [&str; 26] = [
        "a", "article", "aside", "b", "base", "body", "br", "center", "div", "em", "figure", "font", "form",
        "h1", "h2", "head", "header", "html", "img", "link", "main", "meta", "p", "script", "section",
        "span",
    ];
    const MORE_TAGS: [&str; 11] = [
        "i", "nav", "ol", "pre", "strong", "style", "svg", "table", "title", "ul", "iframe",
    ];
    let mut rest = text.trim_start_matches(decode::is_space);
    let mut declared = false;
    // One step a comment; each moves on, so this ends.
    while let Some(comment) = rest.strip_prefix("<!--") {
        let Some(end) = comment.find("-->") else { break };
        rest = comment[end + 3..].trim_start_matches(decode::is_space);
    }
    if starts_with_ignoring_case(rest, "<?xml") {
        declared = true;
        rest = rest
            .find("?>")
            .map_or("", |end| rest[end + 2..].trim_start_matches(decode::is_space));
    }
    if starts_with_ignoring_case(rest, "<!doctype html") {
        return Some(Kind::Html);
    }
    let name = rest.strip_prefix('<').map(|inner| {
        let end = inner
            .bytes()
            .take(16)
            .take_while(u8::is_ascii_alphanumeric)
            .count();
        (inner[..end].to_ascii_lowercase(), inner[end..].chars().next())
    });
    match name {
        Some((name, Some(after)))
            if (after == '>' || after == '/' || after.is_whitespace())
                && (TAGS.contains(&name.as_str()) || MORE_TAGS.contains(&name.as_str())) =>
        {
            Some(if name == "svg" { Kind::Image } else { Kind::Html })
        }
        _ if declared
            || starts_with_ignoring_case(rest, "<rss")
            || starts_with_ignoring_case(rest, "<feed") =>
        {
            Some(Kind::Xml)
        }
        _ if starts_with_ignoring_case(rest, "<!doctype") => Some(Kind::Xml),
        _ => None,
    }
}

fn starts_with_ignoring_case(text: &str, prefix: &str) -> bool {
    text.as_bytes()
        .get(..prefix.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_named_by_their_first_bytes() {
        for (bytes, kind) in [
            (&b"%PDF-1.7\n"[..], Kind::Pdf),
            (
                b"PK\x03\x04\x14\0\0\0[Content_Types].xml....word/document.xml",
                Kind::Word,
            ),
            (b"PK\x03\x04\x14\0\0\0notes.txt", Kind::Archive),
            (b"\x89PNG\r\n\x1a\n\0\0", Kind::Image),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", Kind::Image),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", Kind::OldOffice),
            (b"{\\rtf1\\ansi", Kind::Rtf),
            (b"SQLite format 3\0\x10\0", Kind::Database),
            (b"MZ\x90\0\x03\0", Kind::Program),
        ] {
            assert_eq!(by_magic(bytes), Some(kind));
        }
        for text in [
            &b"MZANSI holds elections"[..],
            b"BMW recalls cars",
            b"PK is no archive",
            b"GIF is a format",
        ] {
            assert_eq!(by_magic(text), None);
        }
    }

    #[test]
    fn pages_are_named_by_their_first_tag_and_text_with_an_angle_is_not() {
        for page in [
            "<!DOCTYPE html><html>",
            "\n <!-- saved --> <HTML lang=en>",
            "<?xml version='1.0'?><html xmlns=''>",
            "<p>One",
            "<div class=x>",
        ] {
            assert_eq!(by_tags(page), Some(Kind::Html), "{page}");
        }
        assert_eq!(by_tags("<?xml version='1.0'?><rss>"), Some(Kind::Xml));
        for text in ["<Draft> World", "< 5 % of votes", "<<<", "World <p>", "<", "<p"] {
            assert_eq!(by_tags(text), None, "{text}");
        }
    }
}
