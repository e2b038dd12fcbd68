//! source list, source grade.

use std::process::ExitCode;

use desk::{Desk, wording::sentence};

use crate::{args::SourceCommand, out::Out};

pub(crate) fn run(command: SourceCommand, desk: &Desk, out: &mut Out) -> ExitCode {
    match command {
        SourceCommand::List => out.finish_list(desk.sources(), |s| {
            let articles = sentence("cli-articles", &[("count", s.articles.into())]);
            format!("{}  {}  {} ({articles})", s.uid, s.reliability.as_str(), s.name)
        }),
        SourceCommand::Grade {
            name,
            reliability,
            reason,
        } => out.finish(desk.grade_source(&name, reliability, &reason), |g| {
            let new = if g.made {
                format!("  ({})", sentence("cli-source-new", &[]))
            } else {
                String::new()
            };
            format!(
                "{}  {}  {}{new}",
                g.source.uid,
                g.source.reliability.as_str(),
                g.source.name
            )
        }),
    }
}
