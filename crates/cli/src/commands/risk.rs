//! risk new, assess, link, list, show, history.

use std::process::ExitCode;

use desk::{
    Desk,
    assess::{Assess, AssessmentShown, NewEntry, RiskInFull, RiskShown},
    wording::sentence,
};

use crate::{args::RiskCommand, out::Out};

pub(crate) fn run(command: RiskCommand, desk: &Desk, out: &mut Out) -> ExitCode {
    match command {
        RiskCommand::New {
            title,
            statement,
            from,
            source_risk,
        } => {
            let entry = NewEntry {
                title,
                statement,
                from: from.zip(source_risk),
            };
            out.finish(desk.new_risk(entry), |r| {
                format!("{}  {}  {}", r.uid, r.number, r.title)
            })
        }
        RiskCommand::Assess(args) => {
            let request = Assess {
                likelihood: args.likelihood,
                impact: args.impact,
                confidence: args.confidence,
                basis: args.basis,
                rationale: args.rationale,
                horizon: args.horizon,
                as_of: args.as_of,
                review_on: None,
                left_out: Vec::new(),
            };
            out.finish(desk.assess(&args.risk, request), assessment_line)
        }
        RiskCommand::Link {
            risk,
            annotation,
            stance,
            weight,
        } => out.finish(desk.link(&risk, &annotation, stance, weight), |l| {
            format!(
                "{}  {} {} {}",
                l.uid,
                l.annotation,
                stance_word(l.stance.as_str()),
                l.risk
            )
        }),
        RiskCommand::List => out.finish_list(desk.risks(), risk_line),
        RiskCommand::Show { risk } => out.finish(desk.risk(&risk), in_full),
        RiskCommand::History { risk } => out.finish_list(desk.risk_history(&risk), assessment_line),
    }
}

fn risk_line(risk: &RiskShown) -> String {
    let standing = match &risk.assessment {
        Some(a) => sentence(
            "cli-standing",
            &[
                ("rating", a.row.rating.as_str().into()),
                ("band", band(a).into()),
                ("impact", a.row.impact.into()),
            ],
        ),
        None => sentence("cli-not-assessed", &[]),
    };
    format!(
        "{:5} {}  {}  ({standing})",
        risk.row.number.to_string(),
        risk.row.uid,
        risk.row.title
    )
}

/// The two axes in two sentences: likelihood and confidence never share one.
fn assessment_line(a: &AssessmentShown) -> String {
    let horizon = a.row.horizon.map(|day| day.to_string());
    let judged = sentence(
        "cli-judged",
        &[
            ("rating", a.row.rating.as_str().into()),
            ("band", band(a).into()),
            ("until", if horizon.is_some() { "day" } else { "open" }.into()),
            ("horizon", horizon.unwrap_or_default().into()),
            ("impact", a.row.impact.into()),
        ],
    );
    let confidence = sentence(
        "cli-confidence",
        &[
            ("confidence", a.row.confidence.as_str().into()),
            ("basis", a.row.confidence_basis.trim_end_matches('.').into()),
        ],
    );
    format!(
        "{}  {}  {judged} {confidence}\n    {}",
        a.row.uid, a.row.as_of, a.row.rationale
    )
}

fn stance_word(stance: &str) -> String {
    sentence("cli-stance", &[("stance", stance.into())])
}

fn band(a: &AssessmentShown) -> String {
    format!("{} ({}–{} %)", a.label, a.low, a.high)
}

fn in_full(risk: &RiskInFull) -> String {
    let mut lines = vec![risk_line(&risk.risk)];
    lines.extend(risk.risk.row.statement.clone());
    if let (Some(article), Some(number)) = (risk.risk.row.origin_article, risk.risk.row.origin_number) {
        let args = [("number", number.into()), ("article", article.to_string().into())];
        lines.push(sentence("cli-adopted", &args));
    }
    lines.extend(risk.history.iter().map(assessment_line));
    for link in &risk.evidence {
        let line = super::annotation::line(&link.annotation);
        lines.push(format!(
            "{:11} {}  {line}",
            stance_word(link.stance.as_str()),
            link.weight.as_str()
        ));
    }
    lines.join("\n")
}
