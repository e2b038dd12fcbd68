//! A message and its parts (RFC 5322, RFC 2045 to 2049): headers by name, bodies decoded, parts within parts.
//!
//! Headers are read by `mail-parser`, which knows their many wrong forms. The division into parts is ours, because a hostile
//! message nests them without end and because their bytes are wanted before anything guesses at their characters.

use std::borrow::Cow;

use mail_parser::{
    Addr, Address, DateTime, HeaderValue,
    decoders::{base64::base64_decode, quoted_printable::quoted_printable_decode},
    parsers::MessageStream,
};

use crate::{Problem, limits};

/// A message or a part of one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Part {
    headers: Vec<(String, Vec<u8>)>,
    /// What it is, in small letters: `text/plain`.
    pub(super) media: String,
    /// Its name as a file, where it has one.
    pub(super) name: Option<String>,
    /// Whether it is to be kept as a file rather than read.
    pub(super) is_attachment: bool,
    /// What it holds.
    pub(super) body: Body,
}

/// What a part holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Body {
    /// Bytes, out of their transfer encoding.
    Bytes(Vec<u8>),
    /// Further parts.
    Parts(Vec<Part>),
    /// A message.
    Message(Box<Part>),
}

impl Default for Body {
    fn default() -> Self {
        Self::Bytes(Vec::new())
    }
}

impl Part {
    /// Reads a message, or a saved page, which has the same form.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Problem> {
        let mut left = limits::MESSAGE_PARTS;
        read_at(bytes, "text/plain", 0, &mut left)
    }

    /// The raw value of the first header called `name`, with its line end.
    pub(super) fn raw(&self, name: &str) -> Option<&[u8]> {
        let found = self
            .headers
            .iter()
            .find(|(header, _)| header.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_slice())
    }

    /// The words of a header, decoded and on one line; nothing where there are none.
    pub(super) fn words(&self, name: &str) -> Option<String> {
        words(self.raw(name)?)
    }

    /// All headers that have words, in their order.
    pub(super) fn all_words(&self) -> impl Iterator<Item = (&str, String)> {
        let headers = self.headers.iter();
        headers.filter_map(|(name, raw)| Some((name.as_str(), words(raw)?)))
    }

    /// The people in a header such as `From`: name and address.
    pub(super) fn people(&self, name: &str) -> Vec<Person> {
        let person = |addr: &Addr<'_>| Person {
            name: addr
                .name()
                .map(|n| n.split_whitespace().collect::<Vec<_>>().join(" ")),
            address: addr.address().unwrap_or_default().trim().to_owned(),
        };
        match self.raw(name).map(|raw| MessageStream::new(raw).parse_address()) {
            Some(HeaderValue::Address(Address::List(list))) => list.iter().map(person).collect(),
            Some(HeaderValue::Address(Address::Group(groups))) => groups
                .iter()
                .flat_map(|group| &group.addresses)
                .map(person)
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The moment in a header such as `Date`.
    pub(super) fn moment(&self, name: &str) -> Option<DateTime> {
        MessageStream::new(self.raw(name)?).parse_date().into_datetime()
    }

    /// A parameter of the Content-Type, such as `charset`.
    pub(super) fn parameter(&self, name: &str) -> Option<String> {
        parameter(self.raw("Content-Type")?, name)
    }

    /// The Content-Type as a server would have sent it.
    pub(super) fn content_type(&self) -> String {
        match self.parameter("charset") {
            Some(charset) => format!("{}; charset={charset}", self.media),
            None => self.media.clone(),
        }
    }
}

/// Someone in a header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Person {
    /// The name shown.
    pub(super) name: Option<String>,
    /// The address.
    pub(super) address: String,
}

fn words(raw: &[u8]) -> Option<String> {
    let value = MessageStream::new(raw).parse_unstructured();
    // Bytes that are not UTF-8 are what they were before headers could be anything else.
    let text = match value.into_text() {
        Some(text) if !text.contains('\u{fffd}') => text.into_owned(),
        _ => crate::decode(raw).ok()?.text,
    };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

fn parameter(raw: &[u8], name: &str) -> Option<String> {
    let value = MessageStream::new(raw).parse_content_type();
    let found = value.as_content_type()?.attribute(name)?.trim().to_owned();
    (!found.is_empty()).then_some(found)
}

fn read_at(bytes: &[u8], usual: &str, depth: usize, left: &mut usize) -> Result<Part, Problem> {
    *left = left
        .checked_sub(1)
        .filter(|_| depth < limits::DEPTH)
        .ok_or(Problem::TooComplex)?;
    let (mut headers, body) = split(bytes);
    // Where a value ends without a line end, mail-parser takes it for cut off.
    headers.iter_mut().for_each(|(_, value)| value.push(b'\n'));
    let mut part = Part {
        headers,
        ..Part::default()
    };
    part.media = media(&part).unwrap_or_else(|| usual.to_owned());
    let disposition = part.raw("Content-Disposition").map(<[u8]>::to_vec);
    part.is_attachment = disposition.as_deref().is_some_and(|d| {
        d.trim_ascii_start()
            .to_ascii_lowercase()
            .starts_with(b"attachment")
    });
    part.name = disposition
        .and_then(|d| parameter(&d, "filename"))
        .or_else(|| part.parameter("name"));
    part.body = match part.media.split_once('/') {
        Some(("multipart", kind)) => match part.parameter("boundary") {
            Some(boundary) => {
                let usual = if kind == "digest" {
                    "message/rfc822"
                } else {
                    "text/plain"
                };
                let parts = between(body, &boundary).into_iter();
                Body::Parts(
                    parts
                        .map(|bytes| read_at(bytes, usual, depth + 1, left))
                        .collect::<Result<_, _>>()?,
                )
            }
            None => Body::Bytes(body.to_vec()),
        },
        Some(("message", "rfc822" | "global")) => {
            let inner = decoded(&part, body);
            Body::Message(Box::new(read_at(&inner, "text/plain", depth + 1, left)?))
        }
        _ => Body::Bytes(decoded(&part, body).into_owned()),
    };
    Ok(part)
}

fn media(part: &Part) -> Option<String> {
    let value = MessageStream::new(part.raw("Content-Type")?).parse_content_type();
    let content = value.as_content_type()?;
    Some(format!("{}/{}", content.ctype(), content.subtype()?).to_ascii_lowercase())
}

/// A part's body out of its transfer encoding; as it stands where that is broken.
fn decoded<'b>(part: &Part, body: &'b [u8]) -> Cow<'b, [u8]> {
    let encoding = part.raw("Content-Transfer-Encoding").unwrap_or_default();
    let decoded = match encoding.trim_ascii().to_ascii_lowercase().as_slice() {
        b"base64" => base64_decode(body),
        b"quoted-printable" => quoted_printable_decode(body),
        _ => None,
    };
    decoded.map_or(Cow::Borrowed(body), Cow::Owned)
}

/// Headers with their values, folded lines put together, and the body behind the empty line.
fn split(bytes: &[u8]) -> (Vec<(String, Vec<u8>)>, &[u8]) {
    let mut headers: Vec<(String, Vec<u8>)> = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
        let (line, behind) = rest.split_at(end);
        let words = line.trim_ascii_end();
        if words.is_empty() {
            return (headers, behind);
        }
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            if let Some((_, value)) = headers.last_mut() {
                value.extend_from_slice(b" ");
                value.extend_from_slice(words.trim_ascii_start());
            }
        } else if let Some((name, value)) = header(words) {
            headers.push((name, value));
        } else {
            // No header and no empty line: the body begins without one.
            return (headers, rest);
        }
        rest = behind;
    }
    (headers, rest)
}

/// A header's name and the start of its value.
pub(super) fn header(line: &[u8]) -> Option<(String, Vec<u8>)> {
    let colon = memchr::memchr(b':', line)?;
    let (name, value) = line.split_at(colon);
    let name = name.trim_ascii_end();
    let is_name = !name.is_empty() && name.iter().all(|b| (b'!'..=b'~').contains(b));
    is_name.then(|| {
        let name = String::from_utf8_lossy(name).into_owned();
        (
            name,
            value.get(1..).unwrap_or_default().trim_ascii_start().to_vec(),
        )
    })
}

/// The parts between the lines that begin with `--boundary`; what stands before the first is for programs that know no parts.
fn between<'b>(body: &'b [u8], boundary: &str) -> Vec<&'b [u8]> {
    let delimiter = format!("--{boundary}");
    let mut parts = Vec::new();
    let mut begun: Option<usize> = None;
    for at in memchr::memmem::find_iter(body, delimiter.as_bytes()) {
        // Looking along the line for each of many that stand in one would take too long.
        if at > 0 && body.get(at - 1) != Some(&b'\n') {
            continue;
        }
        let behind = body.get(at + delimiter.len()..).unwrap_or_default();
        let is_last = behind.starts_with(b"--");
        let line = behind.split(|b| *b == b'\n').next().unwrap_or_default();
        let is_alone = line.strip_prefix(b"--").unwrap_or(line).trim_ascii().is_empty();
        if !is_alone {
            continue;
        }
        if let Some(start) = begun {
            parts.push(body.get(start..at).unwrap_or_default());
        }
        begun = (!is_last).then_some((at + delimiter.len() + line.len() + 1).min(body.len()));
        if is_last {
            break;
        }
    }
    // A message that was cut off goes on to its end.
    parts.extend(begun.and_then(|start| body.get(start..)));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(part: &Part, into: &mut Vec<String>) {
        match &part.body {
            Body::Bytes(bytes) => into.push(String::from_utf8_lossy(bytes).trim().to_owned()),
            Body::Parts(parts) => parts.iter().for_each(|p| texts(p, into)),
            Body::Message(message) => texts(message, into),
        }
    }

    #[test]
    fn parts_within_parts_are_found_and_decoded() {
        let message = b"Content-Type: multipart/mixed;\r\n boundary=\"a\"\r\n\r\nfor old programs\r\n--a\r\nContent-Type: multipart/alternative; boundary=ab\r\n\r\n--ab\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nna=C3=AFve=\r\n words\r\n--ab--\r\n--a\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\ninside\r\n--a\r\nContent-Transfer-Encoding: base64\r\n\r\nY3V0IG9mZg==";
        let mut found = Vec::new();
        texts(&Part::read(message).unwrap(), &mut found);
        assert_eq!(found, ["na\u{ef}ve words", "inside", "cut off"]);
    }

    #[test]
    fn headers_are_unfolded_and_decoded() {
        let part = Part::read(b"Subject: =?utf-8?q?Hafen_geschlossen?=\r\n =?utf-8?b?IMO8YmVyYWxs?=\r\nFrom: \"Rios, Maya\" <m@x.example>, desk@x.example\r\n\r\n").unwrap();
        assert_eq!(part.words("subject").unwrap(), "Hafen geschlossen überall");
        let people = part.people("From");
        assert_eq!(people[0].name.as_deref(), Some("Rios, Maya"));
        assert_eq!(people[1].address, "desk@x.example");
    }

    #[test]
    fn a_line_full_of_boundaries_is_no_work() {
        let line = "--a".repeat(2_000_000);
        let message = format!("Content-Type: multipart/mixed; boundary=a\n\n--a\n\nx\n{line}\n--a--\n");
        let Body::Parts(parts) = Part::read(message.as_bytes()).unwrap().body else {
            panic!("parts are expected")
        };
        assert_eq!(parts.len(), 1);
    }

    #[test]
    fn messages_within_messages_without_end_are_refused() {
        let bomb = "Content-Type: message/rfc822\n\n".repeat(limits::DEPTH + 1);
        assert_eq!(Part::read(bomb.as_bytes()), Err(Problem::TooComplex));
        let many = format!(
            "Content-Type: multipart/mixed; boundary=a\n\n{}",
            "--a\n\nx\n".repeat(limits::MESSAGE_PARTS + 1)
        );
        assert_eq!(Part::read(many.as_bytes()), Err(Problem::TooComplex));
    }
}
