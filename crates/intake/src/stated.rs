//! What a file says about itself beside its text (the properties of a document, the headers of a message) against what is
//! printed in it.
//!
//! What is printed wins. A value that says the same agrees with it; any other is kept for the import sheet with the reason why
//! it was passed over. Where nothing is printed, a value is taken only if its kind may be trusted so far.

use chrono::{NaiveDate, NaiveTime};
use model::{
    article::{Candidate, Capture, Cue, Field, Origin, Published, StatedField, Verdict},
    text::{Span, fold_words},
};

/// Names that programs write where no person did.
const NOBODY: [&str; 20] = [
    "admin",
    "administrator",
    "author",
    "user",
    "owner",
    "unknown",
    "guest",
    "default",
    "test",
    "root",
    "windows user",
    "microsoft office user",
    "office user",
    "utilisateur windows",
    "python-docx",
    "apache poi",
    "openxml",
    "un-named",
    "usuario",
    "benutzer",
];

/// A value that a file states about itself.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stated {
    /// The field it is for.
    pub(crate) field: StatedField,
    /// The value.
    pub(crate) value: Value,
    /// Its place in the reading text.
    pub(crate) at: Span,
    /// What it was read from.
    pub(crate) cue: Cue,
    /// Why it is not taken even where nothing is printed; nothing where it is.
    pub(crate) against: Option<Verdict>,
}

/// A stated value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// Words.
    Words(String),
    /// A time of publication.
    Time(Published),
}

impl Value {
    fn printed(&self) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Time(time) => printed_time(time),
        }
    }
}

/// As candidates hold it: `YYYY-MM-DD` or `YYYY-MM-DD HH:MM ZONE`.
fn printed_time(published: &Published) -> String {
    let time = published.time.map(|t| format!(" {}", t.format("%H:%M")));
    let zone = published
        .zone
        .as_ref()
        .filter(|_| time.is_some())
        .map(|z| format!(" {z}"));
    [Some(published.date.to_string()), time, zone]
        .into_iter()
        .flatten()
        .collect()
}

/// A moment as the record holds it; nothing outside 1990 to 2100, which only a wrong clock gives.
pub(crate) fn moment(date: NaiveDate, time: Option<NaiveTime>, zone: Option<String>) -> Option<Published> {
    use chrono::Datelike;
    (1990..=2100)
        .contains(&date.year())
        .then_some(Published { date, time, zone })
}

/// Weighs `stated` against what `capture` has from the text, takes what is missing, and lists them all.
pub(crate) fn weigh(capture: &mut Capture, stated: Vec<Stated>) {
    list_chosen(capture, &stated);
    list(capture, stated);
}

/// Weighs `stated` where the record's own values are listed already.
pub(crate) fn list(capture: &mut Capture, stated: Vec<Stated>) {
    for one in stated {
        let is_listed = |c: &Candidate| c.field == one.field && c.at == one.at;
        if capture.candidates.iter().any(is_listed) {
            continue;
        }
        let verdict = match (one.against, of_record(capture, one.field)) {
            (Some(never @ (Verdict::Placeholder | Verdict::Implausible)), _) => never,
            (_, Some(values)) if values.iter().any(|v| agree(v, &one.value)) => Verdict::Agrees,
            (Some(against), _) => against,
            (None, Some(_)) if one.field == StatedField::Published => Verdict::AnotherDate,
            (None, Some(_)) => Verdict::LessTrusted,
            (None, None) => {
                take(capture, &one);
                Verdict::Chosen
            }
        };
        capture.candidates.push(Candidate {
            field: one.field,
            value: one.value.printed(),
            at: one.at,
            cue: one.cue,
            verdict,
        });
    }
}

/// Lists what the record has from the text, or from a line of `stated` that is part of the text.
fn list_chosen(capture: &mut Capture, stated: &[Stated]) {
    let meta = &capture.meta;
    let words = |field, value: &Field<String>| (field, value.value.clone(), value.origin);
    let mut found = vec![words(StatedField::Headline, &meta.headline)];
    found.extend(meta.deck.iter().map(|d| words(StatedField::Deck, d)));
    found.extend(meta.section.iter().map(|s| words(StatedField::Section, s)));
    found.extend(meta.authors.iter().map(|a| words(StatedField::Authors, a)));
    found.extend(
        meta.published
            .iter()
            .map(|p| (StatedField::Published, printed_time(&p.value), p.origin)),
    );
    for (field, value, origin) in found {
        if let Origin::Parsed { at } = origin {
            let same = stated.iter().find(|s| s.field == field && s.at == at);
            capture.candidates.push(Candidate {
                field,
                value,
                at,
                cue: same.map_or(Cue::Printed, |s| s.cue),
                verdict: Verdict::Chosen,
            });
        }
    }
}

/// What the record holds for `field`; nothing when it is absent.
fn of_record(capture: &Capture, field: StatedField) -> Option<Vec<Value>> {
    let meta = &capture.meta;
    let words = |value: &Field<String>| vec![Value::Words(value.value.clone())];
    match field {
        StatedField::Headline => Some(words(&meta.headline)),
        StatedField::Deck => meta.deck.as_ref().map(words),
        StatedField::Section => meta.section.as_ref().map(words),
        StatedField::Outlet => meta.outlet.as_ref().map(words),
        StatedField::CanonicalUrl => meta.canonical_url.as_ref().map(words),
        StatedField::Language => meta.language.as_ref().map(words),
        StatedField::Published => meta
            .published
            .as_ref()
            .map(|p| vec![Value::Time(p.value.clone())]),
        StatedField::Authors => {
            (!meta.authors.is_empty()).then(|| meta.authors.iter().flat_map(words).collect())
        }
    }
}

fn agree(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Words(one), Value::Words(other)) => fold_words(one) == fold_words(other),
        (Value::Time(one), Value::Time(other)) => one.date == other.date,
        _ => false,
    }
}

fn take(capture: &mut Capture, stated: &Stated) {
    let meta = &mut capture.meta;
    match &stated.value {
        Value::Time(time) => meta.published = Some(Field::parsed(time.clone(), stated.at)),
        Value::Words(words) => {
            let field = Field::parsed(words.clone(), stated.at);
            match stated.field {
                StatedField::Headline => meta.headline = field,
                StatedField::Authors => meta.authors.push(field),
                StatedField::Deck => meta.deck = Some(field),
                StatedField::Section => meta.section = Some(field),
                StatedField::Outlet => meta.outlet = Some(field),
                StatedField::CanonicalUrl => meta.canonical_url = Some(field),
                StatedField::Language => meta.language = Some(field),
                StatedField::Published => {}
            }
        }
    }
}

/// Whether programs write this where a person's name should be.
pub(crate) fn is_nobody(name: &str) -> bool {
    NOBODY.contains(&name.to_lowercase().as_str()) || !name.chars().any(char::is_alphabetic)
}

/// What programs put where a title should be: `Untitled`, `Document1`, the name of a file.
pub(crate) fn is_no_title(title: &str) -> bool {
    let title = title.to_lowercase();
    let words = title.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let names = [
        "untitled",
        "document",
        "dokument",
        "documento",
        "word document",
        "title",
        "microsoft word",
        "blank",
        "normal",
        "template",
    ];
    names.contains(&words)
        || title.starts_with("microsoft word - ")
        || [".doc", ".docx", ".dotx", ".rtf", ".odt", ".pdf", ".txt"]
            .iter()
            .any(|end| title.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_write_is_neither_title_nor_person() {
        for title in [
            "Untitled",
            "Document1",
            "Microsoft Word - Port.doc",
            "report_final.docx",
        ] {
            assert!(is_no_title(title), "{title}");
        }
        assert!(!is_no_title("Document leak shakes cabinet"));
        for name in ["python-docx", "Administrator", "123"] {
            assert!(is_nobody(name), "{name}");
        }
        assert!(!is_nobody("Maya Rios"));
    }
}
