//! A mail message as an article.
//!
//! The subject is the headline, unless the text begins with the head of an article. A message that does little but forward
//! another, attached or in its text, is the other one; the note above it is left out.

use std::borrow::Cow;

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
    html::charset,
    reading::Reading,
    stated::{self, Stated},
};

/// Parser and version: from the first release on, whatever changes what is found in the same bytes is a new version.
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
    // A paragraph of the text may begin with "From " as well; the line that parts messages has a time and a year in it, and a
    // header follows.
    let is_part = |at: &usize| {
        let behind = rest.get(at + 1..).unwrap_or_default().trim_ascii_start();
        let mut lines = behind.split(|b| *b == b'\n');
        let (line, next) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
        has_moment(line) && super::mime::header(next.trim_ascii_end()).is_some()
    };
    let more = memmem::find_iter(rest, b"\n\nFrom ").chain(memmem::find_iter(rest, b"\n\r\nFrom "));
    let count = 1 + more.filter(is_part).count() as u64;
    if count > 1 {
        return Err(Problem::ManyMessages { count });
    }
    let line = memchr::memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
    Ok(rest.get(line..).unwrap_or_default())
}

/// Whether a line has a time and a year in it.
fn has_moment(line: &[u8]) -> bool {
    let mut words = line.split(u8::is_ascii_whitespace);
    let is_time = |w: &[u8]| w.contains(&b':') && w.iter().all(|b| b.is_ascii_digit() || *b == b':');
    let is_year = |w: &[u8]| w.len() == 4 && w.iter().all(u8::is_ascii_digit);
    words.clone().any(is_time) && words.any(is_year)
}

/// The text of a message: plain, or a page.
#[derive(Default)]
struct Text {
    /// The plain parts, one below the other.
    plain: String,
    /// The page, with its Content-Type; then nothing is plain.
    html: Option<(Vec<u8>, String)>,
    encoding: Option<&'static str>,
    attachments: Vec<String>,
}

impl Text {
    fn of(message: &Part) -> Self {
        match &message.body {
            Body::Message(inner) => {
                let subject = inner.words("Subject").unwrap_or_default();
                Self {
                    attachments: vec![format!("{subject} (message/rfc822)")],
                    ..Self::default()
                }
            }
            Body::Parts(parts) if message.media == "multipart/alternative" => Self::one_of(parts),
            Body::Parts(parts) if message.media == "multipart/related" => {
                // The first is the text, the others are its pictures.
                let mut text = parts.first().map(Self::of).unwrap_or_default();
                let others = parts.iter().skip(1);
                text.attachments.extend(others.filter_map(|p| p.name.clone()));
                text
            }
            Body::Parts(parts) => Self::all(parts.iter().map(Self::of).collect()),
            Body::Bytes(bytes) => {
                let mut text = Self::default();
                text.take_bytes(message, bytes);
                text
            }
        }
    }

    /// Of the forms of the same text, the plain one, unless it only stands for the page.
    fn one_of(forms: &[Part]) -> Self {
        let (mut plain, mut page) = (Vec::new(), Vec::new());
        for form in forms.iter().map(Self::of) {
            let forms = if form.html.is_some() {
                &mut page
            } else {
                &mut plain
            };
            forms.push(form);
        }
        let (mut plain, mut page) = (Self::all(plain), Self::all(page));
        let is_page = page
            .html
            .as_ref()
            .is_some_and(|(html, _)| plain.plain.trim().is_empty() || is_stub(&plain.plain, html));
        let mut attachments = std::mem::take(&mut plain.attachments);
        attachments.append(&mut page.attachments);
        Self {
            attachments,
            ..if is_page { page } else { plain }
        }
    }

    /// Texts that stand below each other: beside a page, the plain ones become parts of it.
    fn all(mut texts: Vec<Self>) -> Self {
        let attachments = texts.iter_mut().flat_map(|t| std::mem::take(&mut t.attachments));
        let attachments: Vec<String> = attachments.collect();
        texts.retain(|t| t.html.is_some() || !t.plain.trim().is_empty());
        let mut all = if texts.len() < 2 {
            texts.pop().unwrap_or_default()
        } else if texts.iter().any(|t| t.html.is_some()) {
            let page: String = texts.iter().map(Self::markup).collect();
            Self {
                html: Some((page.into_bytes(), "text/html; charset=utf-8".to_owned())),
                ..Self::default()
            }
        } else {
            let plain: Vec<&str> = texts.iter().map(|t| t.plain.as_str()).collect();
            Self {
                plain: plain.join("\n\n"),
                encoding: texts.iter().find_map(|t| t.encoding),
                ..Self::default()
            }
        };
        all.attachments = attachments;
        all
    }

    /// The text as a piece of a page.
    fn markup(&self) -> Cow<'_, str> {
        match &self.html {
            Some((page, media)) => charset::decode(page, Some(media)).0,
            None => {
                let text = self.plain.replace('&', "&amp;").replace('<', "&lt;");
                let lines = text.lines().map(|line| match line.trim() {
                    "" => "</p><p>".to_owned(),
                    line => format!("{line}<br>"),
                });
                format!("<p>{}</p>", lines.collect::<String>()).into()
            }
        }
    }

    fn take_bytes(&mut self, part: &Part, bytes: &[u8]) {
        let is_text =
            matches!(part.media.as_str(), "text/plain" | "text/html") || part.media.starts_with("multipart/");
        if part.is_attachment || !is_text {
            let name = part.name.as_deref().unwrap_or("without a name");
            self.attachments.push(format!("{name} ({})", part.media));
        } else if part.media == "text/html" {
            self.html = Some((bytes.to_vec(), part.content_type()));
        } else if let Some((text, encoding)) = characters(part, bytes) {
            let is_flowed = part
                .parameter("format")
                .is_some_and(|f| f.eq_ignore_ascii_case("flowed"));
            let deletes = part
                .parameter("delsp")
                .is_some_and(|d| d.eq_ignore_ascii_case("yes"));
            self.plain = if is_flowed {
                plain::unflowed(&text, deletes)
            } else {
                text
            };
            self.encoding = Some(encoding);
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
    let count = |text: &[u8]| {
        text.iter()
            .filter(|b| b.is_ascii_alphanumeric() || **b >= 0xc0)
            .count()
    };
    // Names of elements are written in letters of either size.
    let html = html.to_ascii_lowercase();
    let mut letters = 0;
    let mut rest = html.as_slice();
    while let Some(open) = memchr::memchr(b'<', rest) {
        let (text, tag) = rest.split_at(open);
        letters += count(text);
        let end: &[u8] = match () {
            () if tag.starts_with(b"<style") => b"</style",
            () if tag.starts_with(b"<script") => b"</script",
            () if tag.starts_with(b"<!--") => b"-->",
            () if tag
                .get(1)
                .is_some_and(|b| b.is_ascii_alphabetic() || b"/!?".contains(b)) =>
            {
                b">"
            }
            // A sign in the text, not a tag.
            () => b"<",
        };
        // As in a browser, what is never closed goes on to the end.
        let Some(close) = memmem::find(tag, end) else {
            return letters;
        };
        rest = tag.get(close + end.len()..).unwrap_or_default();
    }
    letters + count(rest)
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
    let mut values = headers::beside_shown(about.0);
    values.extend(
        text.attachments
            .iter()
            .map(|name| ("attachment".to_owned(), name.clone())),
    );
    reading.state_all(values.iter().map(|(name, value)| (name.as_str(), value.as_str())));
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
