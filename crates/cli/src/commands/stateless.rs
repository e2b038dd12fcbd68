//! extract, convert: work on files without a library.

use std::{
    io::BufRead,
    path::{Path, PathBuf},
    process::ExitCode,
};

use desk::{Conversion, Failure, Parser, WorkerProgram};
use serde::{Deserialize, Serialize};

use crate::{
    args::{ConvertArgs, ConvertTo, ExtractArgs},
    out::Out,
};

pub(crate) fn extract(args: ExtractArgs, worker: WorkerProgram, out: &mut Out) -> ExitCode {
    let mut parser = Parser::new(worker);
    if args.jsonl {
        return stream(&mut parser, out);
    }
    // The command line requires a path without --jsonl.
    let Some(path) = args.path else {
        return out.failure(&Failure::missing("PATH"));
    };
    match parser.extract(&path, args.url.as_deref()) {
        Ok(extraction) => {
            out.object(&extraction);
            out.code()
        }
        Err(failure) => out.failure(&failure),
    }
}

/// A line of the input.
#[derive(Deserialize)]
#[serde(expecting = "an object with a path")]
struct Line {
    path: PathBuf,
    url: Option<String>,
}

/// A file that could not be read.
#[derive(Serialize)]
struct Failed<'f> {
    path: &'f Path,
    #[serde(flatten)]
    failed: super::ItemFailed<'f>,
}

fn stream(parser: &mut Parser, out: &mut Out) -> ExitCode {
    for line in std::io::stdin().lock().split(b'\n') {
        let line = match line {
            Ok(line) if line.trim_ascii().is_empty() => continue,
            Ok(line) => line,
            Err(e) => return out.failure(&Failure::unreadable_input(&e)),
        };
        let asked: Line = match serde_json::from_slice(&line) {
            Ok(asked) => asked,
            Err(e) => {
                out.item_failed();
                out.object(&super::ItemFailed::from(&Failure::unreadable_line(&e)));
                continue;
            }
        };
        match parser.extract_fields(&asked.path, asked.url.as_deref()) {
            Ok(fields) => out.object(&fields),
            Err(failure) => {
                out.item_failed();
                out.object(&Failed {
                    path: &asked.path,
                    failed: super::ItemFailed::from(&failure),
                });
            }
        }
    }
    out.code()
}

pub(crate) fn convert(args: &ConvertArgs, worker: WorkerProgram, out: &mut Out) -> ExitCode {
    let to = match args.to {
        ConvertTo::Html => Conversion::Html,
        ConvertTo::Markdown => Conversion::Markdown,
        ConvertTo::Json => Conversion::Json,
    };
    match Parser::new(worker).convert(&args.path, to) {
        Ok(converted) => {
            out.bytes(converted.as_bytes());
            out.code()
        }
        Err(failure) => out.failure(&failure),
    }
}
