//! A mail message as an article.
//!
//! The subject is the headline, unless the text begins with the head of an article. A message that does little but forward
//! another, attached or in its text, is the other one; the note above it is left out.

use memchr::memmem;
use model::{article::RemovedBecause, text::fold_words};

use super::{
    headers::{self, Shown, Trust},
    mime::{Body, Part},
    plain, web,
};
use crate::{
    Extraction, Hints, Problem, decode,
    draft::{Draft, Fate, Line},
    reading::Reading,
    stated::{self, Stated},
};

/// Parser and version; whatever changes what is found in the same bytes is a new version.
pub(super) const PARSER: &str = "mail/1";

/// A note above an attached message has at most so many characters; a longer one is a message of its own.
const LONGEST_NOTE: usize = 1_500;
/// A plain part with fewer letters may stand for an HTML part that says more.
const STUB: usize = 400;

/// Reads a message.
///
/// # Errors
///
/// [`Problem::ManyMessages`] for a mailbox of several, [`Problem::TooComplex`] for parts without end, [`Problem::Blank`] for a
/// message without words.
pub(crate) fn read(bytes: &[u8], hints: &Hints<'_>) -> Result<Reading, Problem> {
    let message = Part::read(one_message(bytes)?)?;
    let outer = Text::of(&message);
    let attached = attached(&message);
    match attached.as_slice() {
        [inner] if outer.letters() < LONGEST_NOTE => {
            let text = Text::of(inner);
            if text.letters() > 0 {
                return record(&message, Some((&outer, inner)), &text, hints);
            }
            record(&message, None, &outer, hints)
        }
        _ => record(&message, None, &outer, hints),
    }
}

/// The message in a mailbox of one; any other bytes as they are.
fn one_message(bytes: &[u8]) -> Result<&[u8], Problem> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start = bytes.trim_ascii_start();
    let Some(rest) = start.strip_prefix(b"From ") else {
        return Ok(start);
    };
    // A line of the text may begin with "From " as well; behind the line that parts messages a header follows.
    let is_part = |at: &usize| {
        let behind = rest.get(at + 1..).unwrap_or_default().trim_ascii_start();
        let next = behind.split(|b| *b == b'\n').nth(1).unwrap_or_default();
        super::mime::header(next.trim_ascii_end()).is_some()
    };
    let more = memmem::find_iter(rest, b"\n\nFrom ").chain(memmem::find_iter(rest, b"\n\r\nFrom "));
    let count = 1 + more.filter(is_part).count() as u64;
    if count > 1 {
        return Err(Problem::ManyMessages { count });
    }
    let line = memchr::memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
    Ok(rest.get(line..).unwrap_or_default())
}

/// The text of a message.
#[derive(Default)]
struct Text {
    /// The plain parts, one below the other.
    plain: String,
    /// The HTML part, with its Content-Type.
    html: Option<(Vec<u8>, String)>,
    encoding: Option<&'static str>,
    attachments: Vec<String>,
}

impl Text {
    fn of(message: &Part) -> Self {
        let mut text = Self::default();
        text.take(message);
        if text
            .html
            .as_ref()
            .is_some_and(|(html, _)| is_stub(&text.plain, html))
        {
            text.plain.clear();
        } else if !text.plain.trim().is_empty() {
            text.html = None;
        }
        text
    }

    fn take(&mut self, part: &Part) {
        match &part.body {
            Body::Message(inner) => {
                let subject = inner.words("Subject").unwrap_or_default();
                self.attachments.push(format!("{subject} (message/rfc822)"));
            }
            Body::Parts(parts) if part.media == "multipart/related" => {
                // The first is the text, the others are its pictures.
                let (first, others) = parts
                    .split_first()
                    .map_or((None, parts.as_slice()), |(f, o)| (Some(f), o));
                first.into_iter().for_each(|p| self.take(p));
                self.attachments
                    .extend(others.iter().filter_map(|p| p.name.clone()));
            }
            Body::Parts(parts) => parts.iter().for_each(|p| self.take(p)),
            Body::Bytes(bytes) => self.take_bytes(part, bytes),
        }
    }

    fn take_bytes(&mut self, part: &Part, bytes: &[u8]) {
        let is_text =
            matches!(part.media.as_str(), "text/plain" | "text/html") || part.media.starts_with("multipart/");
        if part.is_attachment || !is_text {
            let name = part.name.as_deref().unwrap_or("without a name");
            self.attachments.push(format!("{name} ({})", part.media));
        } else if part.media == "text/html" {
            self.html
                .get_or_insert_with(|| (bytes.to_vec(), part.content_type()));
        } else if let Some((text, encoding)) = characters(part, bytes) {
            let is_flowed = part
                .parameter("format")
                .is_some_and(|f| f.eq_ignore_ascii_case("flowed"));
            let deletes = part
                .parameter("delsp")
                .is_some_and(|d| d.eq_ignore_ascii_case("yes"));
            let text = if is_flowed {
                plain::unflowed(&text, deletes)
            } else {
                text
            };
            if !self.plain.is_empty() {
                self.plain.push_str("\n\n");
            }
            self.plain.push_str(&text);
            self.encoding.get_or_insert(encoding);
        }
    }

    /// Letters of the text, roughly.
    fn letters(&self) -> usize {
        let html = self.html.as_ref().map_or(0, |(html, _)| letters_of_html(html));
        self.plain
            .chars()
            .filter(|c| c.is_alphanumeric())
            .count()
            .max(html)
    }
}

/// The characters of a plain part: as labelled, unless that leaves signs that stand for nothing.
fn characters(part: &Part, bytes: &[u8]) -> Option<(String, &'static str)> {
    let label = part.parameter("charset").unwrap_or_default();
    let labelled = encoding_rs::Encoding::for_label(label.as_bytes());
    if let Some(encoding) = labelled.filter(|e| *e != encoding_rs::UTF_8) {
        let (text, _, broken) = encoding.decode(bytes);
        if !broken {
            return Some((text.into_owned(), encoding.name()));
        }
    }
    let decoded = decode(bytes).ok()?;
    Some((decoded.text, decoded.encoding))
}

/// Whether the plain part only stands for the HTML part: it says far less, or says where to look instead.
fn is_stub(plain: &str, html: &[u8]) -> bool {
    let letters = plain.chars().filter(|c| c.is_alphanumeric()).count();
    letters < STUB && letters_of_html(html) > 2 * letters
}

/// Letters outside tags, scripts and styles.
fn letters_of_html(html: &[u8]) -> usize {
    let mut letters = 0;
    let mut rest = html;
    while let Some(open) = memchr::memchr(b'<', rest) {
        letters += rest[..open]
            .iter()
            .filter(|b| b.is_ascii_alphanumeric() || **b >= 0xc0)
            .count();
        let tag = &rest[open..];
        let is = |name: &[u8]| {
            tag.get(1..=name.len())
                .is_some_and(|t| t.eq_ignore_ascii_case(name))
        };
        let end: &[u8] = match () {
            () if is(b"style") => b"</style",
            () if is(b"script") => b"</script",
            () if is(b"!--") => b"-->",
            () => b">",
        };
        let Some(close) = memmem::find(tag, end) else {
            return letters;
        };
        rest = tag.get(close + end.len()..).unwrap_or_default();
    }
    letters
        + rest
            .iter()
            .filter(|b| b.is_ascii_alphanumeric() || **b >= 0xc0)
            .count()
}

/// The messages attached to `part`, those within them left aside.
fn attached(part: &Part) -> Vec<&Part> {
    match &part.body {
        Body::Message(inner) => vec![inner],
        Body::Parts(parts) => parts.iter().flat_map(attached).collect(),
        Body::Bytes(_) => Vec::new(),
    }
}

/// The record of `message`, or of the message in it that it forwards with a note.
fn record(
    message: &Part,
    forwarded: Option<(&Text, &Part)>,
    text: &Text,
    hints: &Hints<'_>,
) -> Result<Reading, Problem> {
    let mut draft = Draft::default();
    let outer = headers::show(message, &mut draft);
    let mut about = (message, outer);
    let mut more: Vec<Stated> = Vec::new();
    if let Some((note, inner)) = forwarded {
        for line in note.plain.lines().filter(|line| !line.trim().is_empty()) {
            draft.line(Line::plain(
                line.trim(),
                Fate::Removed(RemovedBecause::OutsideArticle),
            ));
        }
        more = headers::stated(message, outer, &draft, Trust::PassedOn);
        about = (inner, headers::show(inner, &mut draft));
    }
    let mut reading = match &text.html {
        Some((html, media)) => web::read(html, media, &draft, about, hints)?,
        None => letter(draft, about, &text.plain, text.encoding.unwrap_or("UTF-8"), hints)?,
    };
    stated::list(&mut reading.capture, more);
    let of_lists = ["List-Id", "List-Unsubscribe", "Reply-To"];
    for (name, value) in of_lists
        .iter()
        .filter_map(|name| Some((name, about.0.words(name)?)))
    {
        reading.state(&format!("header {name}"), &value);
    }
    for name in &text.attachments {
        reading.state("attachment", name);
    }
    Ok(reading)
}

/// The record of a plain message.
fn letter(
    mut draft: Draft,
    (message, shown): (&Part, Shown),
    text: &str,
    encoding: &'static str,
    hints: &Hints<'_>,
) -> Result<Reading, Problem> {
    let body = plain::sorted(text, headers::forwards(message));
    let mut forwarded = Vec::new();
    for (n, line) in body.lines.into_iter().enumerate() {
        let number = draft.line(Line::plain(line.text, line.fate));
        if body.forwarded.contains(&n) {
            forwarded.push(number);
        }
    }
    if draft.kept().next().is_none() && shown.subject.is_none() {
        return Err(Problem::Blank);
    }
    let mut found = draft.recognise(hints.url, encoding)?;
    let subject = shown.subject.map(|n| draft.words(n)).unwrap_or_default();
    let has_head = has_head(&found.extraction, &subject);
    if !has_head && let Some(subject) = shown.subject {
        draft.decide(subject, Fate::Kept);
        found = draft.recognise(hints.url, encoding)?;
    }
    let mut capture = found.capture;
    PARSER.clone_into(&mut capture.parser);
    let trust = match (has_head, forwarded.is_empty()) {
        (_, false) => Trust::PassedOn,
        (true, true) => Trust::Article,
        (false, true) => Trust::Own,
    };
    let mut stated = headers::stated(message, shown, &draft, trust);
    stated.splice(0..0, headers::stated_in_text(&forwarded, &draft));
    stated::weigh(&mut capture, stated);
    Ok(Reading {
        text: draft.text().to_owned(),
        capture,
        extraction: found.extraction,
    })
}

/// Whether the text begins with the head of an article, so that its headline and not the subject is the article's.
pub(super) fn has_head(found: &Extraction, subject: &str) -> bool {
    let says_subject = found
        .headline
        .as_ref()
        .is_some_and(|h| fold_words(&h.text) == fold_words(subject));
    let parts = [
        found.published.is_some(),
        found.section.is_some(),
        found.byline.as_ref().is_some_and(|b| !b.authors.is_empty()),
        !found.key_points.is_empty(),
        !found.risks.is_empty(),
        found.dateline.is_some(),
    ];
    found.headline.is_some() && (says_subject || parts.into_iter().filter(|is| *is).count() > 1)
}
