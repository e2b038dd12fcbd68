//! The one kind of error that crosses to the window: whose move it is, a sentence, and a next step where there is one.
//!
//! The desk words its own failures; only what the desk can't know of is worded here. The interface adds no words to any of
//! them, and shows no failure without them.

use std::path::Path;

use desk::wording::sentence;
use serde::Serialize;

/// Whose move it is after a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum FailureKind {
    /// What was named isn't there.
    NotFound,
    /// What was asked for can't be done as asked.
    Invalid,
    /// Bytes that can't be read as what they should be.
    Unreadable,
    /// Somebody else changed the same thing.
    Conflict,
    /// Nothing was fetched.
    Offline,
    /// No room left.
    Full,
    /// Another program holds it.
    Locked,
    /// Our mistake.
    Bug,
}

/// What the window shows when something couldn't be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct Failure {
    /// Whose move it is.
    pub kind: FailureKind,
    /// What happened and what was kept, as a sentence.
    pub message: String,
    /// What to do, where there is something to do.
    pub hint: Option<String>,
    /// The name of the argument that can't be used as given, where one is to blame.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[specta(optional)]
    pub field: Option<String>,
}

impl Failure {
    /// Something inside broke off: our mistake, with nothing half written (every write is one transaction).
    #[must_use]
    pub fn bug() -> Self {
        Self::worded(FailureKind::Bug, "window-bug")
    }

    /// The program was started with an option it doesn't know, or one that lacks its folder.
    #[must_use]
    pub fn usage() -> Self {
        Self::worded(FailureKind::Invalid, "window-usage")
    }

    /// There is no screen to open a window on.
    #[must_use]
    pub fn no_screen() -> Self {
        Self::worded(FailureKind::Invalid, "window-no-screen")
    }

    /// The interface named a path that nobody chose.
    #[must_use]
    pub fn not_chosen() -> Self {
        Self::worded(FailureKind::Invalid, "window-not-chosen")
    }

    /// What was to be opened leads neither to the web nor to a mailbox.
    #[must_use]
    pub fn not_a_link() -> Self {
        Self::worded(FailureKind::Invalid, "window-not-a-link")
    }

    /// The desktop has no program for what was to be opened.
    #[must_use]
    pub fn no_program() -> Self {
        Self::worded(FailureKind::NotFound, "window-no-program")
    }

    /// What was to be opened isn't there any more.
    #[must_use]
    pub fn file_gone(path: &Path) -> Self {
        let path = [("path", path.display().to_string().into())];
        Self {
            message: sentence("window-file-gone", &path),
            ..Self::worded(FailureKind::NotFound, "window-file-gone")
        }
    }

    fn worded(kind: FailureKind, id: &str) -> Self {
        let hint = sentence(&format!("{id}-hint"), &[]);
        Self {
            kind,
            message: sentence(id, &[]),
            hint: Some(hint),
            field: None,
        }
    }
}

impl From<desk::FailureKind> for FailureKind {
    fn from(kind: desk::FailureKind) -> Self {
        match kind {
            desk::FailureKind::NotFound => Self::NotFound,
            desk::FailureKind::Invalid => Self::Invalid,
            desk::FailureKind::Unreadable => Self::Unreadable,
            desk::FailureKind::Conflict => Self::Conflict,
            desk::FailureKind::Offline => Self::Offline,
            desk::FailureKind::Full => Self::Full,
            desk::FailureKind::Locked => Self::Locked,
            desk::FailureKind::Bug => Self::Bug,
        }
    }
}

impl From<desk::Failure> for Failure {
    fn from(failure: desk::Failure) -> Self {
        let desk::Failure {
            kind,
            message,
            hint,
            field,
            ..
        } = failure;
        Self {
            kind: kind.into(),
            message,
            hint,
            field: field.map(str::to_owned),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_failures_have_words_and_a_way_on() {
        for failure in [
            Failure::bug(),
            Failure::usage(),
            Failure::no_screen(),
            Failure::not_chosen(),
            Failure::not_a_link(),
            Failure::no_program(),
            Failure::file_gone(Path::new("/tmp/brief.pdf")),
        ] {
            let hint = failure.hint.unwrap();
            assert!(
                failure.message.ends_with('.') && hint.ends_with('.'),
                "{} {hint}",
                failure.message
            );
        }
    }
}
