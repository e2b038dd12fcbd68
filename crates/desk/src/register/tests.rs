//! How the register behaves as a person sees it.

use model::{
    amended::Amended,
    annotation::Kind,
    article::{Capture, Field, Meta},
    assessment::Confidence,
    block::{Block, BlockKind, Role, number_blocks},
};
use store::{article::NewArticle, source::SourceKind};

use super::*;
use crate::{
    WorkerProgram,
    annotate::{Annotate, Passage},
    assess::{Assess, NewEntry},
};

const TEXT: &str = "The port of Selm stays closed, the ministry said. Ferries go on.";

fn desk(folder: &std::path::Path) -> Desk {
    Desk::open(folder, WorkerProgram::current_exe().unwrap()).unwrap()
}

fn risk(desk: &Desk) -> String {
    let entry = NewEntry {
        title: Some("Closure of Selm".into()),
        ..NewEntry::default()
    };
    desk.new_risk(entry).unwrap().number
}

fn judgement(likelihood: &str, rationale: &str) -> Assess {
    Assess {
        likelihood: likelihood.into(),
        impact: 4,
        confidence: Confidence::Low,
        basis: "one report".into(),
        rationale: rationale.into(),
        horizon: None,
        as_of: Some(day("2026-02-02")),
        review_on: None,
        left_out: Vec::new(),
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A passage of a new article of `outlet`.
fn passage(desk: &Desk, outlet: &'static str, words: &str) -> String {
    let mut blocks = vec![Block::plain(Role::Body, BlockKind::Paragraph, TEXT, None)];
    number_blocks(&mut blocks);
    let meta = Meta::titled(Field::typed("Selm stays closed".to_owned()));
    let capture = Capture {
        meta,
        blocks,
        removed: Vec::new(),
        candidates: Vec::new(),
        amended: Amended::default(),
        parser: "text/1".into(),
        encoding: "UTF-8".into(),
    };
    let (article, _) = desk
        .write(Label::new("op-import").with("title", "Report"), move |w| {
            let source = w.source_or_new(outlet, SourceKind::Outlet)?;
            Ok(w.add_article(&NewArticle {
                capture,
                snapshot: TEXT.into(),
                file_name: None,
                source: Some(source),
            })?)
        })
        .unwrap();
    let request = Annotate {
        article: article.to_string(),
        passage: Passage::Quote {
            exact: words.into(),
            prefix: None,
            suffix: None,
            near: None,
        },
        kind: Kind::Fact,
        note: None,
        tags: Vec::new(),
        speaker: None,
        credibility: None,
    };
    desk.annotate(request).unwrap().uid.to_string()
}

#[test]
fn a_judgement_that_changes_needs_a_reason_and_one_that_holds_on_keeps_the_last() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let risk = risk(&desk);
    let refused = desk.assess(&risk, judgement("likely", " ")).unwrap_err();
    assert_eq!(refused.field, Some("rationale"));
    desk.assess(&risk, judgement("likely", "Cranes stand still."))
        .unwrap();
    let refused = desk.assess(&risk, judgement("unlikely", "")).unwrap_err();
    assert_eq!(refused.field, Some("rationale"));
    desk.assess(&risk, judgement("likely", "")).unwrap();
    let history = desk.entry(&risk).unwrap().history;
    assert_eq!(history.len(), 2);
    assert_eq!(history[1].position.row.rationale, "Cranes stand still.");
    assert_eq!(history[1].moved, Moved::default());
}

#[test]
fn a_risk_made_for_a_passage_and_its_link_are_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let mark = passage(&desk, "Selm Post", "Ferries go on.");
    let linked = desk.link_new(" Ferries  stop ", &mark, Stance::Contradicts, Weight::M);
    assert_eq!(linked.unwrap().risks[0].stance, Stance::Contradicts);
    assert_eq!(desk.entry("R-1").unwrap().evidence.len(), 1);
    desk.undo().unwrap();
    assert!(desk.risks().unwrap().is_empty());
    assert_eq!(
        desk.link_new(" ", &mark, Stance::Supports, Weight::M)
            .unwrap_err()
            .field,
        Some("title")
    );
}

#[test]
fn what_is_missing_or_wrong_names_its_field() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let risk = risk(&desk);
    let field = |change: fn(&mut Assess)| {
        let mut request = judgement("likely", "Cranes stand still.");
        change(&mut request);
        desk.assess(&risk, request).unwrap_err().field
    };
    assert_eq!(field(|a| a.likelihood = "100".into()), Some("likelihood"));
    assert_eq!(field(|a| a.impact = 6), Some("impact"));
    assert_eq!(field(|a| a.basis.clear()), Some("basis"));
    assert_eq!(field(|a| a.horizon = Some(day("2026-02-01"))), Some("horizon"));
    assert_eq!(
        field(|a| a.review_on = Some(day("2026-02-01"))),
        Some("review_on")
    );
    assert_eq!(
        desk.reword_risk(&risk, " ", None).unwrap_err().field,
        Some("title")
    );
    assert!(desk.entry(&risk).unwrap().history.is_empty());
}

#[test]
fn the_list_shows_where_each_risk_stands_stood_and_what_is_new_about_it() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let (first, second) = (risk(&desk), risk(&desk));
    let (one, two) = (
        passage(&desk, "Selm Post", "The port of Selm stays closed"),
        passage(&desk, "Coast News", "Ferries go on"),
    );
    desk.link(&first, &one, Stance::Supports, Weight::H).unwrap();
    desk.assess(&first, judgement("unlikely", "First look.")).unwrap();
    desk.assess(&first, judgement("60", "Cranes stand still."))
        .unwrap();
    desk.link(&first, &two, Stance::Contradicts, Weight::L).unwrap();

    let lines = desk.register().unwrap();
    assert_eq!(lines.len(), 2);
    let line = &lines[0];
    let newest = line.newest.as_ref().unwrap();
    assert_eq!((newest.row.likelihood, newest.row.rating.as_str()), (4, "High"));
    assert_eq!(
        (newest.label.as_str(), newest.impact.as_str()),
        ("likely", "Severe")
    );
    assert_eq!(line.before.as_ref().unwrap().row.likelihood, 3);
    assert_eq!(line.trend, Some(Trend::Rising));
    assert_eq!((line.supports, line.contradicts, line.context), (1, 1, 0));
    assert_eq!((line.sources, line.unweighed), (2, 1));
    assert_eq!(line.review_on, Some(day("2026-02-16")));
    assert!(!line.review_is_chosen);
    assert!(lines[1].newest.is_none() && lines[1].review_on.is_none());

    // The entry in depth says the same.
    let entry = desk.entry(&first).unwrap().line;
    assert_eq!((entry.sources, entry.unweighed, entry.trend), (2, 1, line.trend));
    assert_eq!(second, "R-2");
}

#[test]
fn a_passage_left_out_stays_new_and_one_unlinked_stays_where_it_stood() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let risk = risk(&desk);
    let (one, two) = (
        passage(&desk, "Selm Post", "The port of Selm stays closed"),
        passage(&desk, "Coast News", "Ferries go on"),
    );
    let weighed = desk.link(&risk, &one, Stance::Supports, Weight::H).unwrap().uid;
    let left_out = desk.link(&risk, &two, Stance::Context, Weight::M).unwrap().uid;
    let request = Assess {
        left_out: vec![left_out.to_string()],
        ..judgement("likely", "First look.")
    };
    desk.assess(&risk, request).unwrap();
    let entry = desk.entry(&risk).unwrap();
    let stood: Vec<Uid> = entry.history[0].stood.iter().map(|row| row.evidence).collect();
    assert_eq!(stood, [weighed]);
    assert_eq!(entry.line.unweighed, 1);

    desk.trash(&weighed.to_string()).unwrap();
    let entry = desk.entry(&risk).unwrap();
    let links: Vec<_> = entry.evidence.iter().map(|b| (b.uid, b.linked)).collect();
    assert_eq!(links, [(left_out, true), (weighed, false)]);
    assert_eq!(entry.line.supports, 0);
    assert_eq!(entry.history[0].stood.len(), 1);
}

#[test]
fn keeping_a_risk_is_one_step_and_a_new_judgement_ends_a_chosen_day() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let risk = risk(&desk);
    desk.assess(&risk, judgement("likely", "First look.")).unwrap();
    let keep = Keep {
        status: RiskStatus::Watch,
        owner: Some(" M. Tolle ".into()),
        review_on: Some(day("2026-03-01")),
    };
    desk.keep_risk(&risk, keep).unwrap();
    let line = desk.entry(&risk).unwrap().line;
    assert_eq!(
        (line.status, line.owner.as_deref()),
        (RiskStatus::Watch, Some("M. Tolle"))
    );
    assert_eq!(
        (line.review_on, line.review_is_chosen),
        (Some(day("2026-03-01")), true)
    );

    desk.assess(&risk, judgement("likely", "")).unwrap();
    let line = desk.entry(&risk).unwrap().line;
    assert_eq!(
        (line.review_on, line.review_is_chosen),
        (Some(day("2026-02-16")), false)
    );
    assert_eq!(line.owner.as_deref(), Some("M. Tolle"));

    // The judgement and the day it ended come back together, the keeping before them.
    desk.undo().unwrap();
    assert_eq!(desk.entry(&risk).unwrap().line.review_on, Some(day("2026-03-01")));
    desk.undo().unwrap();
    assert_eq!(desk.entry(&risk).unwrap().line.status, RiskStatus::Open);
    let closed = Keep {
        status: RiskStatus::Closed,
        ..Keep::default()
    };
    desk.keep_risk(&risk, closed).unwrap();
    assert_eq!(desk.entry(&risk).unwrap().line.review_on, None);
}

#[test]
fn a_statement_of_ones_own_ends_the_claim_and_a_new_title_alone_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let risk = risk(&desk);
    let uid = desk.risk_uid(&risk).unwrap();
    desk.write(Label::new("op-risk-adopt"), move |w| {
        Ok(w.word_risk(uid, "Closure", Some("It may close."), true)?)
    })
    .unwrap();
    desk.reword_risk(&risk, "Closure of the port", Some("It may close.".into()))
        .unwrap();
    assert!(desk.entry(&risk).unwrap().line.risk.statement_is_claim);
    desk.reword_risk(
        &risk,
        "Closure of the port",
        Some("Selm closes for a month.".into()),
    )
    .unwrap();
    let row = desk.entry(&risk).unwrap().line.risk;
    assert!(!row.statement_is_claim);
    desk.undo().unwrap();
    assert!(desk.entry(&risk).unwrap().line.risk.statement_is_claim);
}
