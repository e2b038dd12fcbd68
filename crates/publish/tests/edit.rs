//! What an edit costs: only what it changed is laid out again. Counted in paragraphs, not in
//! time, with Typst's own event log; that log belongs to the process, so this file has one test.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use publish::brief_document::{Evidence, Run};
use publish::{Typesetter, read};
use serde_json::Value;

/// Paragraphs that Typst has prepared for layout since the last call.
fn paragraphs() -> usize {
    let mut log = Vec::new();
    typst_timing::export_json(&mut log, |_| (String::new(), 0)).unwrap();
    let events: Vec<Value> = serde_json::from_slice(&log).unwrap();
    events
        .iter()
        .filter(|event| event["name"] == "prepare" && event["ph"] == "B")
        .count()
}

/// A template closure that captures the whole brief makes every memo of Typst's stale: the
/// pages come out the same, five times slower.
#[test]
fn an_edit_lays_out_only_the_paragraphs_it_changed() {
    let mut brief = read(include_bytes!("fixtures/strait.json")).unwrap();
    let own = brief.evidence.clone();
    brief.evidence.extend((0..60).map(|n| Evidence {
        id: format!("X{n}"),
        quote: format!("Statement {n} of a long annex."),
        ..own[n % own.len()].clone()
    }));
    let mut typesetter = Typesetter::new();
    typst_timing::enable();
    typesetter.set(&brief).unwrap();
    let all = paragraphs();
    assert!(all > 300, "{all} paragraphs in the whole brief");

    brief.bluf.push(Run::Text(" One more word.".into()));
    typesetter.set(&brief).unwrap();
    let bottom_line = paragraphs();
    brief.evidence[40].quote.push_str(" And then some.");
    typesetter.set(&brief).unwrap();
    let quote = paragraphs();
    brief.gaps[0] = vec![Run::Text("Whether anyone was asked.".into())];
    typesetter.set(&brief).unwrap();
    let gap = paragraphs();
    for edited in [bottom_line, quote, gap] {
        assert!(
            (1..all / 10).contains(&edited),
            "{edited} of {all} paragraphs laid out"
        );
    }
}
