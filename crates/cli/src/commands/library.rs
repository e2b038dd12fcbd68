//! trash, restore, search, undo, redo, check, sample.

use std::process::ExitCode;

use desk::{Desk, wording::sentence};

use crate::out::Out;

pub(crate) fn trash(uid: &str, desk: &Desk, out: &mut Out) -> ExitCode {
    out.finish(desk.trash(uid), |t| {
        sentence("cli-trashed", &[("noun", t.noun.into())])
    })
}

pub(crate) fn restore(uid: &str, desk: &Desk, out: &mut Out) -> ExitCode {
    out.finish(desk.restore(uid), |t| {
        sentence("cli-restored", &[("noun", t.noun.into())])
    })
}

pub(crate) fn search(query: &str, desk: &Desk, out: &mut Out) -> ExitCode {
    out.finish_list(desk.search(query), |hit| {
        format!(
            "{:10}  {}  {}\n    {}",
            sentence("cli-noun", &[("noun", hit.noun.into())]),
            hit.uid,
            hit.title,
            hit.passage.replace('\n', " ")
        )
    })
}

pub(crate) fn undo(desk: &Desk, out: &mut Out) -> ExitCode {
    out.finish(desk.undo(), |s| {
        sentence("undone", &[("label", s.label.as_str().into())])
    })
}

pub(crate) fn redo(desk: &Desk, out: &mut Out) -> ExitCode {
    out.finish(desk.redo(), |s| {
        sentence("redone", &[("label", s.label.as_str().into())])
    })
}

pub(crate) fn check(desk: &Desk, out: &mut Out) -> ExitCode {
    let report = desk.check();
    if report.as_ref().is_ok_and(|r| !r.findings.is_empty()) {
        out.item_failed();
    }
    out.finish(report, |report| {
        let mut lines: Vec<String> = report
            .findings
            .iter()
            .map(|f| format!("{}: {}", f.check, f.detail))
            .collect();
        let verdict = if report.findings.is_empty() {
            "cli-in-order"
        } else {
            "cli-not-in-order"
        };
        let counts = [
            ("articles", report.articles.into()),
            ("annotations", report.annotations.into()),
            ("operations", report.operations.into()),
        ];
        lines.push(sentence(verdict, &counts));
        lines.join("\n")
    })
}

pub(crate) fn sample(desk: &Desk, out: &mut Out) -> ExitCode {
    out.finish(desk.make_sample(), |s| {
        let counts = [
            ("articles", s.articles.into()),
            ("risks", s.risks.into()),
            ("briefs", s.briefs.into()),
        ];
        let made = sentence(
            if s.made {
                "cli-sample-made"
            } else {
                "cli-sample-there"
            },
            &counts,
        );
        let away = sentence("cli-sample-away", &[]);
        format!("{made}\nchancery --library {} list\n{away}", s.library)
    })
}
