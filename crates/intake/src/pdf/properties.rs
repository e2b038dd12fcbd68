//! What a PDF states about itself: the document information and the XMP packet.
//!
//! Programs fill these in by themselves, with the name of a template, of a file or of whoever sits at the machine, so what they
//! state is offered and hardly ever taken.

use chrono::NaiveDate;
use hayro_syntax::{
    Pdf,
    object::{DateTime, Dict, Stream, String as PdfString},
};
use model::article::{Published, StatedField, Verdict};

use super::contents::is_bomb;
use crate::stated::{Value, is_no_title, is_nobody, moment};

/// One value that the document states about itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Property {
    pub(super) name: &'static str,
    pub(super) words: String,
    /// The field it is for, the value as the record would hold it, and why it isn't taken where the text says nothing.
    pub(super) of: Option<(StatedField, Value, Verdict)>,
}

/// What a document states about itself.
pub(super) type Properties = Vec<Property>;

/// Bytes of an XMP packet that are looked at.
const MOST_XMP: usize = 1_000_000;
/// Characters of a value.
const LONGEST: usize = 1_000;

/// The properties of a document, those of the information dictionary first.
pub(super) fn properties(pdf: &Pdf) -> Properties {
    let info = pdf.metadata();
    let text = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(text_string);
    let xmp = xmp(pdf).unwrap_or_default();
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let language = root.and_then(|root| root.get::<PdfString<'_>>("Lang"));
    let (headline, authors, published) = (
        StatedField::Headline,
        StatedField::Authors,
        StatedField::Published,
    );
    let made = element(&xmp, "xmp:CreateDate").or_else(|| attribute(&xmp, "xmp:CreateDate"));
    let stated = [
        ("pdf Title", Some(headline), text(&info.title)),
        ("pdf Author", Some(authors), text(&info.author)),
        ("pdf Subject", None, text(&info.subject)),
        ("pdf Keywords", None, text(&info.keywords)),
        ("pdf CreationDate", Some(published), info.creation_date.map(day)),
        (
            "pdf Lang",
            Some(StatedField::Language),
            language.map(|lang| text_string(lang.as_bytes())),
        ),
        ("xmp dc:title", Some(headline), element(&xmp, "dc:title")),
        ("xmp dc:creator", Some(authors), element(&xmp, "dc:creator")),
        ("xmp xmp:CreateDate", Some(published), made),
    ];
    stated
        .into_iter()
        .filter_map(|(name, field, value)| {
            let value = value?.split_whitespace().collect::<Vec<_>>().join(" ");
            let words: String = value.chars().take(LONGEST).collect();
            let of = field.and_then(|field| weighed(field, &words));
            (!words.is_empty()).then_some(Property { name, words, of })
        })
        .collect()
}

/// A stated value and how far it is trusted: titles and authors less than what is printed, dates as those of the file.
fn weighed(field: StatedField, words: &str) -> Option<(StatedField, Value, Verdict)> {
    let against = match field {
        StatedField::Headline if is_no_title(words) => Verdict::Placeholder,
        StatedField::Authors if is_nobody(words) => Verdict::Placeholder,
        StatedField::Published => {
            let date = words.get(..10)?.parse::<NaiveDate>().ok()?;
            let plausible = moment(date, None, None).is_some();
            let against = if plausible {
                Verdict::AnotherDate
            } else {
                Verdict::Implausible
            };
            let stated = Published {
                date,
                time: None,
                zone: None,
            };
            return Some((field, Value::Time(stated), against));
        }
        _ => Verdict::LessTrusted,
    };
    Some((field, Value::Words(words.to_owned()), against))
}

fn day(date: DateTime) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

fn xmp(pdf: &Pdf) -> Option<String> {
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    let packet = root
        .get::<Stream<'_>>("Metadata")
        .filter(|packet| !is_bomb(packet))?;
    let packet = packet.decoded_data().ok()?;
    let packet = packet.get(..packet.len().min(MOST_XMP))?;
    Some(String::from_utf8_lossy(packet).into_owned())
}

/// The text of an element, that of its list's items parted by commas.
fn element(xmp: &str, name: &str) -> Option<String> {
    let from = xmp.find(&format!("<{name}"))?;
    let inner = &xmp[from..];
    let inner = &inner[inner.find('>')? + 1..];
    let inner = &inner[..inner.find(&format!("</{name}"))?];
    let mut words: Vec<String> = Vec::new();
    for piece in inner.split('<') {
        let text = piece.rsplit_once('>').map_or(piece, |(_, text)| text).trim();
        if !text.is_empty() {
            words.push(plain(text));
        }
    }
    (!words.is_empty()).then(|| words.join(", "))
}

fn attribute(xmp: &str, name: &str) -> Option<String> {
    let from = xmp.find(&format!("{name}=\""))? + name.len() + 2;
    let value = &xmp[from..];
    Some(plain(&value[..value.find('"')?]))
}

/// Text without the five entities of XML.
fn plain(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

/// A text string of PDF: UTF-16 or UTF-8 with their marks, or PDFDocEncoding.
pub(super) fn text_string(bytes: &[u8]) -> String {
    let utf16 = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        char::decode_utf16(units)
            .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect::<String>()
    };
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        // Many programs write UTF-8 without saying so.
        other => match std::str::from_utf8(other) {
            Ok(text) => text.to_owned(),
            Err(_) => other.iter().map(|&byte| document_encoding(byte)).collect(),
        },
    };
    text.chars()
        .filter(|c| !c.is_control() || c.is_whitespace())
        .collect()
}

/// PDFDocEncoding: Latin-1 but for these.
fn document_encoding(byte: u8) -> char {
    const FROM_18: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
    const FROM_80: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ',
        'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
    ];
    match byte {
        0x18..=0x1f => FROM_18[usize::from(byte - 0x18)],
        0x80..=0xa0 => FROM_80[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_strings_are_read_in_each_of_their_encodings() {
        for (bytes, text) in [
            (&b"\xfe\xff\0B\0\xe9"[..], "Bé"),
            (b"\xef\xbb\xbfB\xc3\xa9", "Bé"),
            (b"B\xe9\x85", "Bé–"),
            (b"plain", "plain"),
        ] {
            assert_eq!(text_string(bytes), text);
        }
    }

    #[test]
    fn xmp_states_titles_and_several_creators() {
        let xmp = "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Ships &amp; Straits</rdf:li></rdf:Alt></dc:title>\
            <dc:creator><rdf:Seq><rdf:li>Ana Ruiz</rdf:li><rdf:li>Olaf Brandt</rdf:li></rdf:Seq></dc:creator>";
        assert_eq!(element(xmp, "dc:title").as_deref(), Some("Ships & Straits"));
        assert_eq!(
            element(xmp, "dc:creator").as_deref(),
            Some("Ana Ruiz, Olaf Brandt")
        );
    }
}
