//! trash, restore, search, undo, redo, check, sample.

use std::process::ExitCode;

use desk::Desk;

use crate::out::Out;

pub(crate) fn trash(uid: &str, desk: &Desk, out: &mut Out) -> ExitCode {
    out.finish(desk.trash(uid), |t| {
        format!("The {} is in the trash; restore brings it back.", t.noun)
    })
}

pub(crate) fn restore(uid: &str, desk: &Desk, out: &mut Out) -> ExitCode {
    out.finish(desk.restore(uid), |t| format!("The {} is back.", t.noun))
}

pub(crate) fn search(query: &str, desk: &Desk, out: &mut Out) -> ExitCode {
    out.finish_list(desk.search(query), |hit| {
        format!(
            "{:10}  {}  {}\n    {}",
            hit.noun,
            hit.uid,
            hit.title,
            hit.passage.replace('\n', " ")
        )
    })
}

pub(crate) fn undo(desk: &Desk, out: &mut Out) -> ExitCode {
    out.finish(desk.undo(), |s| format!("Undone: {}", s.label))
}

pub(crate) fn redo(desk: &Desk, out: &mut Out) -> ExitCode {
    out.finish(desk.redo(), |s| format!("Done again: {}", s.label))
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
            "The library is in order"
        } else {
            "The library is not in order"
        };
        lines.push(format!(
            "{verdict}: {} articles, {} annotations, {} changes in the journal.",
            report.articles, report.annotations, report.operations
        ));
        lines.join("\n")
    })
}

pub(crate) fn sample(desk: &Desk, out: &mut Out) -> ExitCode {
    out.finish(desk.make_sample(), |s| {
        let made = if s.made { "The sample library is made" } else { "The sample library is there already" };
        format!(
            "{made}: {} articles, {} risks, {} brief.\nchancery --library {} list\nTo remove it, delete that folder.",
            s.articles, s.risks, s.briefs, s.library
        )
    })
}
