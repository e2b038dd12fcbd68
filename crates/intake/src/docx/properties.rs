//! The properties of a Word document: what its file says about itself.
//!
//! They are the file's, not the article's: the creator is whoever's copy of Word made the file, the dates are those of the file.
//! None of them is taken without the text saying the same; the import sheet offers them.

use chrono::DateTime;
use model::article::{Cue, StatedField, Verdict};
use roxmltree::Node;

use super::xml::child;
use crate::{
    reading::StatedData,
    stated::{Stated, Value, is_no_title, is_nobody, moment},
};

/// What `root`, the core properties, state; each value gets its line in `lines`.
pub(super) fn read(root: Node<'_, '_>, lines: &mut StatedData) -> Vec<Stated> {
    let mut stated = Vec::new();
    let value = |name: &str| {
        child(root, name)
            .and_then(|n| n.text())
            .map(str::trim)
            .filter(|v| !v.is_empty())
    };
    let mut words = |name: &str, field, against: fn(&str) -> Verdict| {
        if let Some(value) = value(name) {
            let at = lines.add(&format!("docx {name}"), value);
            stated.push(Stated {
                field,
                at,
                cue: Cue::Properties,
                against: Some(against(value)),
                value: Value::Words(value.to_owned()),
            });
        }
    };
    words("title", StatedField::Headline, |title| {
        if is_no_title(title) {
            Verdict::Placeholder
        } else {
            Verdict::LessTrusted
        }
    });
    words("creator", StatedField::Authors, |creator| {
        if is_nobody(creator) {
            Verdict::Placeholder
        } else {
            Verdict::LessTrusted
        }
    });
    for name in ["created", "modified"] {
        let Some(value) = value(name) else { continue };
        let at = lines.add(&format!("docx {name}"), value);
        let Ok(time) = DateTime::parse_from_rfc3339(value) else {
            continue;
        };
        let (date, time) = (time.date_naive(), Some(time.time()));
        let against = match moment(date, time, None) {
            Some(_) => Verdict::AnotherDate,
            None => Verdict::Implausible,
        };
        let published = model::article::Published {
            date,
            time,
            zone: Some("UTC".to_owned()).filter(|_| value.ends_with('Z')),
        };
        stated.push(Stated {
            field: StatedField::Published,
            value: Value::Time(published),
            at,
            cue: Cue::Properties,
            against: Some(against),
        });
    }
    for name in [
        "subject",
        "description",
        "keywords",
        "category",
        "lastModifiedBy",
        "language",
    ] {
        if let Some(value) = value(name) {
            lines.add(&format!("docx {name}"), value);
        }
    }
    stated
}

/// The title that the properties state, when it may be one.
pub(super) fn title(root: Node<'_, '_>) -> Option<String> {
    let title = child(root, "title").and_then(|n| n.text()).map(str::trim)?;
    (!title.is_empty() && !is_no_title(title)).then(|| title.to_owned())
}
