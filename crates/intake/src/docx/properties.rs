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
    stated::{Stated, Value, moment},
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

fn is_nobody(name: &str) -> bool {
    NOBODY.contains(&name.to_lowercase().as_str()) || !name.chars().any(char::is_alphabetic)
}

/// What programs put where a title should be: `Untitled`, `Document1`, the name of a file.
fn is_no_title(title: &str) -> bool {
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
