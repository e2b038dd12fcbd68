//! brief new, add, list, show, check, export.

use std::{path::Path, process::ExitCode};

use desk::{
    Desk, Failure,
    check_brief::CheckShown,
    compose::{Addition, BriefShown, StartBrief},
    export::Format,
    wording::sentence,
};

use crate::{
    args::{AddArgs, BriefCommand, ExportFormat},
    out::Out,
};

pub(crate) fn run(command: BriefCommand, desk: &Desk, out: &mut Out) -> ExitCode {
    match command {
        BriefCommand::New(args) => {
            let start = StartBrief {
                template: args.template,
                title: args.title,
                marking: args.marking,
                subtitle: args.subtitle,
                cutoff: args.cutoff,
                desk: args.desk,
                org: args.org,
                authors: args.authors,
            };
            out.finish(desk.new_brief(start), |b| {
                format!("{}  {}  {}  {}", b.uid, b.serial, b.marking, b.title)
            })
        }
        BriefCommand::Add(args) => {
            let (brief, cite) = (args.brief.clone(), args.cite.clone());
            let added = addition(args).and_then(|addition| desk.add_to_brief(&brief, addition, &cite));
            out.finish(added, |b| {
                let kind = sentence("cli-block", &[("block", b.kind.as_str().into())]);
                format!("{}  {kind}", b.uid)
            })
        }
        BriefCommand::List => out.finish_list(desk.briefs(), |b| {
            format!("{}  {}  {}  {}", b.uid, b.serial, b.marking, b.title)
        }),
        BriefCommand::Show { brief } => out.finish(desk.brief(&brief), shown_lines),
        BriefCommand::Check { brief } => check(&brief, desk, out),
        BriefCommand::Export {
            brief,
            format,
            output,
        } => export(&brief, format, &output, desk, out),
    }
}

fn check(brief: &str, desk: &Desk, out: &mut Out) -> ExitCode {
    let found = match desk.check_brief(brief, None) {
        Ok(found) => found,
        Err(failure) => return out.failure(&failure),
    };
    if found.iter().any(CheckShown::blocks) {
        out.item_failed();
    }
    out.finish_list(Ok(found), |c| {
        let severity = c.accepted.as_ref().map_or(c.severity.as_str(), |_| "accepted");
        let severity = sentence("cli-severity", &[("severity", severity.into())]);
        format!("{severity:8}  {}  {}: {}", c.rule, c.place, c.message)
    })
}

fn addition(args: AddArgs) -> desk::Result<Addition> {
    // The command line requires exactly one of these, and for a judgement all its parts.
    Ok(if let Some(text) = args.bluf {
        Addition::Bluf(text)
    } else if let (Some(text), Some(likelihood), Some(confidence), Some(basis)) =
        (args.judgement, args.likelihood, args.confidence, args.basis)
    {
        Addition::Judgement {
            text,
            likelihood,
            confidence,
            basis,
        }
    } else if let Some(text) = args.paragraph {
        Addition::Paragraph {
            text,
            section: args.section,
        }
    } else if let Some(risk) = args.risk {
        Addition::Risk(risk)
    } else {
        Addition::Annotation(args.annotation.ok_or_else(|| Failure::missing("--bluf"))?)
    })
}

fn shown_lines(brief: &BriefShown) -> String {
    let mut lines = vec![
        brief.row.marking.clone(),
        brief.row.title.clone(),
        format!("{}  {}", brief.row.serial, brief.row.uid),
    ];
    for block in &brief.blocks_list {
        lines.push(format!(
            "{}  {:9}  {}",
            block.uid,
            sentence("cli-block", &[("block", block.body.kind().into())]),
            block.body.text()
        ));
        lines.extend(
            block
                .citations
                .iter()
                .map(|c| format!("    {} “{}”", c.locator, c.quote)),
        );
    }
    lines.push(brief.row.marking.clone());
    lines.join("\n")
}

fn export(brief: &str, format: ExportFormat, output: &Path, desk: &Desk, out: &mut Out) -> ExitCode {
    let format = match format {
        ExportFormat::Pdf => Format::Pdf,
        ExportFormat::Md => Format::Md,
        ExportFormat::Json => Format::Json,
    };
    if output == Path::new("-") {
        return match desk.brief_bytes(brief, format) {
            Ok(bytes) => {
                out.bytes(&bytes);
                out.code()
            }
            Err(failure) => out.failure(&failure),
        };
    }
    out.finish(desk.export_brief(brief, format, output), |e| {
        let args = [("path", e.path.as_str().into()), ("bytes", e.bytes.into())];
        sentence("cli-exported", &args)
    })
}
