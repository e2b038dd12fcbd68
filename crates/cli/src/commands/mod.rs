//! One file a group of subcommands.

mod annotation;
mod article;
mod brief;
mod compare;
mod library;
mod origin;
mod risk;
mod rules;
mod source;
pub(crate) mod stateless;
pub(crate) mod window;

use std::process::ExitCode;

use desk::{Desk, Failure, FailureKind};
use serde::Serialize;

use crate::{args::Command, out::Out};

/// A line of a stream that stands for an item that failed.
#[derive(Serialize)]
pub(crate) struct ItemFailed<'f> {
    error: &'f str,
    kind: FailureKind,
}

impl<'f> From<&'f Failure> for ItemFailed<'f> {
    fn from(failure: &'f Failure) -> Self {
        Self {
            error: &failure.message,
            kind: failure.kind,
        }
    }
}

/// Runs a subcommand that works on a library.
pub(crate) fn run(command: Command, desk: &Desk, out: &mut Out) -> ExitCode {
    match command {
        Command::Import(args) => article::import(args, desk, out),
        Command::List(args) => article::list(&args, desk, out),
        Command::Show { article } => article::show(&article, desk, out),
        Command::Text { article, version } => article::text(&article, version, desk, out),
        Command::Versions { article } => compare::versions(&article, desk, out),
        Command::Diff { old, new } => compare::diff(&old, new.as_deref(), desk, out),
        Command::Origins(args) => origin::origins(args, desk, out),
        Command::Rules(command) => rules::run(command, desk, out),
        Command::Refetch { articles } => article::refetch(&articles, desk, out),
        Command::Pictures { article, fetch } => article::pictures(&article, fetch, desk, out),
        Command::Trash { uid } => library::trash(&uid, desk, out),
        Command::Restore { uid } => library::restore(&uid, desk, out),
        Command::Annotate(args) => annotation::annotate(args, desk, out),
        Command::Annotations(command) => annotation::list(&command, desk, out),
        Command::Source(command) => source::run(command, desk, out),
        Command::Risk(command) => risk::run(command, desk, out),
        Command::Brief(command) => brief::run(command, desk, out),
        Command::Search { query } => library::search(&query.join(" "), desk, out),
        Command::Undo => library::undo(desk, out),
        Command::Redo => library::redo(desk, out),
        Command::Check => library::check(desk, out),
        Command::Sample => library::sample(desk, out),
        // Handled before a library is opened.
        Command::Extract(_) | Command::Convert(_) => ExitCode::SUCCESS,
    }
}
