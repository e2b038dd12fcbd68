//! annotate, annotations list.

use std::{io::BufRead, process::ExitCode};

use desk::{
    Desk, Failure, FailureKind,
    annotate::{Annotate, Annotated, Passage, StreamDefaults},
    read::AnnotationShown,
    wording::sentence,
};

use crate::{
    args::{AnnotateArgs, AnnotationsCommand},
    out::Out,
};

pub(crate) fn annotate(args: AnnotateArgs, desk: &Desk, out: &mut Out) -> ExitCode {
    if args.jsonl {
        return stream(
            &StreamDefaults {
                article: args.article,
                kind: args.kind,
            },
            desk,
            out,
        );
    }
    let made = request(args).and_then(|request| desk.annotate(request));
    if let Ok(Annotated {
        occurrences, start, ..
    }) = &made
        && *occurrences > 1
    {
        let args = [("count", (*occurrences).into()), ("start", (*start).into())];
        out.notice(&sentence("cli-words-twice", &args));
    }
    out.finish(made, |a| {
        format!("{}  {}  {}–{}  “{}”", a.uid, a.locator, a.start, a.end, a.quote)
    })
}

fn request(args: AnnotateArgs) -> desk::Result<Annotate> {
    // All of these are required by the command line unless --jsonl is given.
    let passage = match (args.quote, args.start.zip(args.end)) {
        (Some(exact), _) => Passage::Quote {
            exact,
            prefix: args.prefix,
            suffix: args.suffix,
            near: None,
        },
        (None, Some((start, end))) => Passage::range(start, end),
        (None, None) => return Err(Failure::missing("--quote")),
    };
    Ok(Annotate {
        article: args.article.ok_or_else(|| Failure::missing("ARTICLE"))?,
        passage,
        kind: args.kind.ok_or_else(|| Failure::missing("--kind"))?,
        note: args.note,
        tags: args.tags,
        speaker: args.speaker,
        credibility: args.credibility,
    })
}

/// One line in, one transaction, one line out: what is acknowledged is on the disk.
fn stream(defaults: &StreamDefaults, desk: &Desk, out: &mut Out) -> ExitCode {
    for line in std::io::stdin().lock().split(b'\n') {
        let made = match line {
            Ok(line) if line.trim_ascii().is_empty() => continue,
            Ok(line) => Annotate::from_json(&line, defaults).and_then(|request| desk.annotate(request)),
            Err(e) => return out.failure(&Failure::unreadable_input(&e)),
        };
        match made {
            Ok(annotated) => out.object(&annotated),
            // No later line could be written either, and each would wait for it.
            Err(failure) if failure.kind == FailureKind::Locked => return out.failure(&failure),
            Err(failure) => {
                out.item_failed();
                out.object(&super::ItemFailed::from(&failure));
            }
        }
    }
    out.code()
}

pub(crate) fn list(command: &AnnotationsCommand, desk: &Desk, out: &mut Out) -> ExitCode {
    let AnnotationsCommand::List { article } = command;
    out.finish_list(desk.annotations(article), line)
}

/// An annotation in one line or two.
pub(crate) fn line(annotation: &AnnotationShown) -> String {
    let row = &annotation.row;
    let tags: String = annotation.tags.iter().map(|t| format!(" #{t}")).collect();
    let note = row
        .note
        .as_ref()
        .map(|note| format!("\n    {}", note.replace('\n', "\n    ")))
        .unwrap_or_default();
    format!(
        "{}  {:9}  {:4}  “{}”{tags}{note}",
        row.uid,
        sentence("cli-kind", &[("kind", row.kind.as_str().into())]),
        annotation.locator,
        row.quote
    )
}
