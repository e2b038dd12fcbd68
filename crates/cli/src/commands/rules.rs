//! rules list, rules remember, rules forget.

use std::process::ExitCode;

use desk::{
    Desk, Failure,
    import::{Rule, SiteRuleRow},
    wording::sentence,
};
use serde::Serialize;

use crate::{
    args::{RememberArgs, RulesCommand},
    out::Out,
};

/// The rule that was taught or forgotten.
#[derive(Serialize)]
struct Named {
    uid: String,
}

pub(crate) fn run(command: RulesCommand, desk: &Desk, out: &mut Out) -> ExitCode {
    match command {
        RulesCommand::List => out.finish_list(desk.rules(), line),
        RulesCommand::Remember(args) => {
            let site = args.site.clone();
            let taught = rule(args).and_then(|rule| desk.remember_rule(&site, rule));
            out.finish(taught.map(|uid| Named { uid }), |named| named.uid.clone())
        }
        RulesCommand::Forget { rule } => {
            let forgotten = desk.forget_rule(&rule).map(|()| Named { uid: rule });
            out.finish(forgotten, |_| sentence("cli-rule-forgotten", &[]))
        }
    }
}

fn rule(args: RememberArgs) -> desk::Result<Rule> {
    if let Some(line) = args.without_line {
        return Ok(Rule::WithoutLine { line });
    }
    // Required by the command line, as is one of the three.
    let field = args.field.ok_or_else(|| Failure::missing("--field"))?;
    Ok(match (args.from_cue, args.always) {
        (Some(cue), _) => Rule::FromCue { field, cue },
        (None, Some(value)) => Rule::Always { field, value },
        (None, None) => Rule::Never { field },
    })
}

fn line(row: &SiteRuleRow) -> String {
    let rule = match &row.rule {
        Rule::FromCue { field, cue } => sentence(
            "cli-rule-from-cue",
            &[("field", field.as_str().into()), ("cue", cue.as_str().into())],
        ),
        Rule::Always { field, value } => sentence(
            "cli-rule-always",
            &[("field", field.as_str().into()), ("value", value.as_str().into())],
        ),
        Rule::Never { field } => sentence("cli-rule-never", &[("field", field.as_str().into())]),
        Rule::WithoutLine { line } => sentence("cli-rule-without-line", &[("line", line.as_str().into())]),
    };
    format!("{}  {}  {rule}", row.uid, row.site)
}
