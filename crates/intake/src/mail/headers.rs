//! A message's headers as the first lines of the reading text, and what they state about an article.

use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveTime};
use mail_parser::parsers::fields::thread::thread_name;
use model::{
    article::{Cue, Published, StatedField, Verdict},
    block::BlockKind,
    text::Span,
};
use regex::Regex;

use super::{
    mime::Part,
    sender::{self, is_newsletter},
};
use crate::{
    draft::{Draft, Fate, Line, LineNumber},
    stated::{Stated, Value, moment},
    structure::{self, pattern},
};

/// Headers that a reader of mail sees, in the order in which they are shown.
const SHOWN: [&str; 5] = ["From", "To", "Cc", "Date", "Subject"];

/// Headers that any program that sends mail writes one of.
const OF_PROGRAMS: [&str; 4] = ["Received", "Message-ID", "MIME-Version", "Content-Type"];
/// Headers that tell a newsletter from a letter.
const OF_LISTS: [&str; 3] = ["List-Id", "List-Unsubscribe", "Reply-To"];

/// A zone at the end of a date, `(CET)` behind it or not.
static ZONE: LazyLock<Regex> = LazyLock::new(|| pattern(r"([+-]\d{4}|[A-Z]{1,5})\s*(?:\([^)]*\)\s*)?$"));
/// What a forwarding program puts before a subject.
static FORWARDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^(?:(?:re|aw|sv|antw|ref)\s*:\s*)*\[?(?:fwd?|wg|tr|rv|enc|vs|doorst|i|vb|pd|转发|轉寄)\s*:")
});

/// Lines of the headers shown.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shown {
    from: Option<LineNumber>,
    date: Option<LineNumber>,
    /// The subject, without `Re:` and `Fwd:`.
    pub(super) subject: Option<LineNumber>,
}

/// Adds the headers of `message` to `draft`.
pub(super) fn show(message: &Part, draft: &mut Draft) -> Shown {
    let mut shown = Shown::default();
    for name in SHOWN {
        let words = match name {
            "From" | "To" | "Cc" => people(message, name),
            _ => message.words(name),
        };
        let Some(words) = words else { continue };
        let number = match name {
            "Subject" => draft.line(subject_line(&words)),
            _ => {
                let mut line = Line::plain(words, Fate::Apart);
                line.label = format!("{name}: ");
                draft.line(line)
            }
        };
        match name {
            "From" => shown.from = Some(number),
            "Date" => shown.date = Some(number),
            "Subject" => shown.subject = Some(number),
            _ => {}
        }
    }
    shown
}

/// What the headers of `message` state beside those shown: all of them where a person may have written them, as in a memo.
pub(super) fn beside_shown(message: &Part) -> Vec<(String, String)> {
    let is_written = OF_PROGRAMS.iter().all(|name| message.raw(name).is_none());
    let mut shown: Vec<&str> = SHOWN.to_vec();
    let mut beside = Vec::new();
    for (name, words) in message.all_words() {
        // Only the first of a name is shown.
        let at = shown.iter().position(|s| s.eq_ignore_ascii_case(name));
        if let Some(at) = at {
            shown.remove(at);
        } else if is_written || OF_LISTS.iter().any(|l| l.eq_ignore_ascii_case(name)) {
            beside.push((format!("header {name}"), words));
        }
    }
    beside
}

/// The line of a subject: what programs put before it is no part of its words.
pub(super) fn subject_line(subject: &str) -> Line {
    let words = thread_name(subject);
    let words = if words.is_empty() { subject } else { words };
    let before = subject.find(words).unwrap_or_default();
    let mut line = Line::plain(words, Fate::Apart);
    line.label = format!("Subject: {}", &subject[..before]);
    line.kind = BlockKind::Heading { level: 1 };
    line
}

/// Whether the subject says that the message forwards another.
pub(super) fn forwards(message: &Part) -> bool {
    message
        .words("Subject")
        .is_some_and(|subject| FORWARDS.is_match(&subject))
}

fn people(message: &Part, name: &str) -> Option<String> {
    let shown = message.people(name).into_iter().map(|person| match person.name {
        Some(name) if !person.address.is_empty() => format!("{name} <{}>", person.address),
        Some(name) => name,
        None => person.address,
    });
    let words = shown.collect::<Vec<_>>().join(", ");
    if words.is_empty() {
        message.words(name)
    } else {
        Some(words)
    }
}

/// How far the headers of a message may speak for what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// Its text is what the sender wrote, or the outlet sent.
    Own,
    /// Its text is an article with a head of its own.
    Article,
    /// Its sender passed on what others wrote.
    PassedOn,
}

/// What the headers of `message`, shown in `draft` as `shown`, state.
pub(super) fn stated(message: &Part, shown: Shown, draft: &Draft, trust: Trust) -> Vec<Stated> {
    let mut stated = Vec::new();
    let is_newsletter = is_newsletter(message);
    let place = |number: Option<LineNumber>| number.and_then(|n| draft.place(n));
    let mut add = |field, value, at: Option<Span>, against| {
        if let Some(at) = at {
            stated.push(Stated {
                field,
                value,
                at,
                cue: Cue::Header,
                against,
            });
        }
    };
    if let Some(number) = shown.subject {
        let against = Some(Verdict::LessTrusted);
        add(
            StatedField::Headline,
            Value::Words(draft.words(number)),
            draft.place(number),
            against,
        );
    }
    let who = sender::sender(message);
    let line = shown.from.map(|n| draft.words(n)).unwrap_or_default();
    let within = |name: &str| {
        let at = place(shown.from)?;
        let start = line.find(name).map(|byte| line[..byte].chars().count());
        Some(start.map_or(at, |start| {
            Span::new(at.start + start, at.start + start + name.chars().count())
        }))
    };
    if let Some(person) = who.person {
        let against = (trust != Trust::Own).then_some(Verdict::LessTrusted);
        let at = within(&person);
        add(StatedField::Authors, Value::Words(person), at, against);
    } else if let Some(outlet) = &who.outlet {
        let against = Some(Verdict::NoPerson);
        add(
            StatedField::Authors,
            Value::Words(outlet.clone()),
            within(outlet),
            against,
        );
    }
    if let Some(outlet) = who.outlet {
        let against = (trust == Trust::PassedOn).then_some(Verdict::LessTrusted);
        let at = within(&outlet);
        add(StatedField::Outlet, Value::Words(outlet), at, against);
    }
    if let Some(time) = sent(message) {
        let is_own = trust == Trust::Own || trust == Trust::Article && is_newsletter;
        let against = match moment(time.date, None, None) {
            None => Some(Verdict::Implausible),
            Some(_) => (!is_own).then_some(Verdict::AnotherDate),
        };
        add(
            StatedField::Published,
            Value::Time(time),
            place(shown.date),
            against,
        );
    }
    stated
}

/// When the message was sent, by the sender's clock and in the sender's zone.
fn sent(message: &Part) -> Option<Published> {
    let date = message.moment("Date")?;
    let day = NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))?;
    let raw = message.words("Date").unwrap_or_default();
    let zone = ZONE.captures(&raw).map(|found| found[1].to_owned());
    Some(Published {
        date: day,
        time: NaiveTime::from_hms_opt(u32::from(date.hour), u32::from(date.minute), 0),
        // RFC 5322: the zone of `-0000` is unknown.
        zone: zone.filter(|zone| zone != "-0000"),
    })
}

/// What the headers of a message state that is forwarded in the text of another; `lines` are theirs.
pub(super) fn stated_in_text(lines: &[LineNumber], draft: &Draft) -> Vec<Stated> {
    let mut stated = Vec::new();
    for number in lines {
        let (Some(at), line) = (draft.place(*number), draft.words(*number)) else {
            continue;
        };
        let Some((name, words)) = line.split_once(':') else {
            continue;
        };
        let words = words.trim_matches(|c: char| c.is_whitespace() || c == '*');
        let start = line.find(words).map_or(0, |byte| line[..byte].chars().count());
        let place =
            |from: usize, length: usize| Span::new(at.start + start + from, at.start + start + from + length);
        let whole = place(0, words.chars().count());
        let name = name.trim_matches('*').trim().to_lowercase();
        let one = |field, value, at, against| Stated {
            field,
            value,
            at,
            cue: Cue::Header,
            against,
        };
        match name.as_str() {
            "from" | "von" | "de" | "da" | "van" | "från" | "fra" | "od" | "от" => {
                let header = format!("From: {words}\n\n");
                let Ok(message) = Part::read(header.as_bytes()) else {
                    continue;
                };
                let who = sender::sender(&message);
                for (field, found) in [
                    (StatedField::Authors, who.person),
                    (StatedField::Outlet, who.outlet),
                ] {
                    let Some(found) = found else { continue };
                    let from = words.find(&found).map_or(0, |byte| words[..byte].chars().count());
                    let at = place(from, found.chars().count());
                    stated.push(one(field, Value::Words(found), at, None));
                }
            }
            "subject" | "betreff" | "objet" | "asunto" | "oggetto" | "assunto" | "onderwerp" | "ämne"
            | "emne" | "тема" => {
                let subject = thread_name(words);
                let from = words
                    .find(subject)
                    .map_or(0, |byte| words[..byte].chars().count());
                let at = place(from, subject.chars().count());
                stated.push(one(
                    StatedField::Headline,
                    Value::Words(subject.to_owned()),
                    at,
                    Some(Verdict::LessTrusted),
                ));
            }
            "to" | "an" | "à" | "para" | "a" | "aan" | "till" | "til" | "кому" | "cc" | "kopie"
            | "reply-to" => {}
            _ => {
                if let Some(time) = structure::date_in(words) {
                    stated.push(one(StatedField::Published, Value::Time(time), whole, None));
                }
            }
        }
    }
    stated
}
