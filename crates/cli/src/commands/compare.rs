//! versions, diff.

use std::process::ExitCode;

use desk::{Desk, compare::Change, wording::sentence};

use crate::out::Out;

pub(crate) fn versions(article: &str, desk: &Desk, out: &mut Out) -> ExitCode {
    out.finish_list(desk.versions(article), |version| {
        let why = match (version.number, version.same_bytes) {
            (1, _) => "cli-version-first",
            (_, true) => "cli-version-corrected",
            (_, false) => "cli-version-changed",
        };
        format!(
            "{:3}  {}  {}  {}  {}",
            version.number,
            version.uid,
            version.captured_at,
            sentence(why, &[]),
            version.headline
        )
    })
}

pub(crate) fn diff(old: &str, new: Option<&str>, desk: &Desk, out: &mut Out) -> ExitCode {
    out.finish(desk.difference(old, new), |found| {
        let args = [
            ("kept", found.kept.into()),
            ("dropped", found.dropped.into()),
            ("added", found.added.into()),
        ];
        // As wdiff prints it: nothing that a terminal needs colours for.
        let marked = found.pieces.iter().map(|piece| match piece.change {
            Change::Dropped => format!("[-{}-]", piece.text),
            Change::Added => format!("{{+{}+}}", piece.text),
            Change::Kept => piece.text.clone(),
        });
        format!(
            "{}\n\n{}",
            sentence("cli-difference", &args),
            marked.collect::<String>()
        )
    })
}
