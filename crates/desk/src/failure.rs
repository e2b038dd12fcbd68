//! Failures as a person meets them: what happened, what was kept, what to do.
//!
//! Everything below keeps small error types of its own; here each becomes a sentence from the language file, and a kind that
//! says whose move it is.

mod unusable;

use std::path::Path;

use fluent_bundle::FluentValue;
use serde::Serialize;

pub(crate) use crate::wording::sentence;

/// Whose move it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FailureKind {
    /// What was asked for isn't there.
    NotFound,
    /// What was given can't be used.
    Invalid,
    /// What was named can't be read.
    Unreadable,
    /// It doesn't fit what the library holds.
    Conflict,
    /// The network is needed and isn't there.
    Offline,
    /// There is no room, or writing failed.
    Full,
    /// Another program holds it, or it may only be read.
    Locked,
    /// A mistake of ours.
    Bug,
}

/// Something a person asked for that didn't happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{message}")]
pub struct Failure {
    /// Whose move it is.
    pub kind: FailureKind,
    /// A sentence or two: what happened and what was kept.
    pub message: String,
    /// What to do next, where something can be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The name of the argument that can't be used as given, where one is to blame: a form shows the sentence beside it.
    #[serde(skip)]
    pub field: Option<&'static str>,
    /// Whether the library itself can't be opened, or not be written: then nothing else would work either.
    #[serde(skip)]
    pub library: bool,
}

impl Failure {
    /// A failure with the message `id` and, where the language file has one, the hint `id-hint`.
    pub(crate) fn new(kind: FailureKind, id: &str, args: &[(&str, FluentValue<'_>)]) -> Self {
        let hint_id = format!("{id}-hint");
        let hint = sentence(&hint_id, args);
        Self {
            kind,
            message: sentence(id, args),
            hint: (hint != hint_id).then_some(hint),
            field: None,
            library: false,
        }
    }

    /// What was given can't be used; the message is the sentence, or its words.
    pub fn invalid(message: impl ToString) -> Self {
        Self {
            kind: FailureKind::Invalid,
            message: as_sentence(&message.to_string()),
            hint: None,
            field: None,
            library: false,
        }
    }

    /// What was given can't be used; the message has no arguments.
    pub(crate) fn unusable(id: &str) -> Self {
        Self::new(FailureKind::Invalid, id, &[])
    }

    /// The same failure, with the argument that is to blame.
    pub fn at(self, field: &'static str) -> Self {
        Self {
            field: Some(field),
            ..self
        }
    }

    /// The same failure, with a further sentence.
    pub(crate) fn and(self, sentence: &str) -> Self {
        Self {
            message: format!("{} {sentence}", self.message),
            ..self
        }
    }

    /// A day that can't be read.
    pub fn not_a_day(given: &str) -> Self {
        Self::new(
            FailureKind::Invalid,
            "not-a-day",
            &[("given", given.to_owned().into())],
        )
    }

    /// Something that must be given wasn't.
    pub fn missing(what: &str) -> Self {
        Self::new(
            FailureKind::Invalid,
            "argument-missing",
            &[("what", what.to_owned().into())],
        )
    }

    /// Standard input that can't be read on.
    pub fn unreadable_input(error: &std::io::Error) -> Self {
        Self::file("input-unreadable", Path::new("-"), error)
    }

    /// Standard output that can't be written.
    pub fn unprinted(error: &std::io::Error) -> Self {
        Self::new(
            FailureKind::Full,
            "answer-unprinted",
            &[("reason", io_reason(error).into())],
        )
    }

    /// A line of standard input that isn't what it should be.
    pub fn unreadable_line(error: &serde_json::Error) -> Self {
        Self::new(
            FailureKind::Invalid,
            "line-unreadable",
            &[("reason", error.to_string().into())],
        )
    }

    /// The window's program can't be started.
    pub fn no_window(error: &std::io::Error) -> Self {
        Self::new(
            FailureKind::NotFound,
            "window-missing",
            &[("reason", io_reason(error).into())],
        )
    }

    /// A mistake of ours.
    pub(crate) fn bug(detail: impl ToString) -> Self {
        Self::new(
            FailureKind::Bug,
            "failure-bug",
            &[("detail", detail.to_string().into())],
        )
    }

    /// A file that can't be read or written.
    pub(crate) fn file(id: &str, path: &Path, error: &std::io::Error) -> Self {
        let kind = match error.kind() {
            std::io::ErrorKind::NotFound => FailureKind::NotFound,
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::FileTooLarge => FailureKind::Full,
            _ => FailureKind::Unreadable,
        };
        let args = [
            ("path", path.display().to_string().into()),
            ("reason", io_reason(error).into()),
        ];
        Self::new(kind, id, &args)
    }
}

/// A sentence begins with a capital and ends with a full stop.
fn as_sentence(text: &str) -> String {
    let mut chars = text.trim_end_matches('.').chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + chars.as_str() + "."
    })
}

/// The reason of an input or output error without the operating system's number.
pub(crate) fn io_reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    let plain = text.split(" (os error").next().unwrap_or(&text);
    let mut chars = plain.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().collect::<String>() + chars.as_str()
    })
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        use store::Error as E;
        let library = matches!(
            error,
            E::Unreadable { .. }
                | E::Damaged { .. }
                | E::Foreign { .. }
                | E::Newer { .. }
                | E::Locked
                | E::ReadOnly
        );
        Self {
            library,
            ..of_store(error)
        }
    }
}

/// A table as a person calls what is in it.
pub(crate) fn noun_in_words(table: &str) -> String {
    let id = format!("noun-{}", table.replace('_', "-"));
    let said = sentence(&id, &[]);
    // The journal may name a table of a newer program.
    if said == id {
        sentence("noun-record", &[])
    } else {
        said
    }
}

/// The sentence of a failure of the library.
fn of_store(error: store::Error) -> Failure {
    use FailureKind as Kind;
    use store::Error as E;
    let path = |path: &Path| ("path", FluentValue::from(path.display().to_string()));
    let (kind, id, args) = match error {
        E::Unreadable { path: at, source } => (
            Kind::Unreadable,
            "library-unreadable",
            vec![path(&at), ("reason", io_reason(&source).into())],
        ),
        // Found while working: the library was opened, so it is known which.
        E::Damaged { path: at, detail } if at.as_os_str().is_empty() => (
            Kind::Unreadable,
            "library-damaged-inside",
            vec![("detail", detail.into())],
        ),
        E::Damaged { path: at, detail } => (
            Kind::Unreadable,
            "library-damaged",
            vec![path(&at), ("detail", detail.into())],
        ),
        E::Foreign { path: at } => (Kind::Unreadable, "library-foreign", vec![path(&at)]),
        E::Newer {
            path: at,
            found,
            known,
        } => (
            Kind::Unreadable,
            "library-newer",
            vec![path(&at), ("found", found.into()), ("known", known.into())],
        ),
        E::Locked => (Kind::Locked, "library-locked", vec![]),
        E::ReadOnly => (Kind::Locked, "library-read-only", vec![]),
        E::Full(detail) => (Kind::Full, "library-full", vec![("detail", detail.into())]),
        E::NotFound { noun, what } => (
            Kind::NotFound,
            "no-such-record",
            vec![("noun", noun_in_words(noun).into()), ("what", what.into())],
        ),
        E::ChangedSince { noun } => (
            Kind::Conflict,
            "library-changed-since",
            vec![("noun", noun_in_words(&noun).into())],
        ),
        E::OwnerGone { noun } => (
            Kind::Conflict,
            "library-owner-gone",
            vec![("noun", noun_in_words(&noun).into())],
        ),
        E::Inconsistent(detail) => return Failure::bug(detail),
        E::Sqlite(error) => return Failure::bug(error),
    };
    Failure::new(kind, id, &args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_of_the_library_has_its_sentences() {
        let io = || std::io::Error::from_raw_os_error(13);
        let errors = [
            store::Error::Unreadable {
                path: "x".into(),
                source: io(),
            },
            store::Error::Damaged {
                path: "x".into(),
                detail: "d".into(),
            },
            store::Error::Foreign { path: "x".into() },
            store::Error::Newer {
                path: "x".into(),
                found: 9,
                known: 1,
            },
            store::Error::Locked,
            store::Error::ReadOnly,
            store::Error::Full("d".into()),
            store::Error::NotFound {
                noun: "risk",
                what: "R-9".into(),
            },
            store::Error::ChangedSince { noun: "risk".into() },
            store::Error::OwnerGone {
                noun: "annotation".into(),
            },
            store::Error::Inconsistent("d".into()),
        ];
        for error in errors {
            let failure = Failure::from(error);
            assert!(
                failure.message.ends_with('.') && failure.message.contains(' '),
                "{failure:?}"
            );
            assert!(!failure.message.contains("os error"), "{failure:?}");
        }
    }
}
