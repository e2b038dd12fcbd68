//! How the checks of a brief do on sentences that others judged: precision and recall, rule by rule.
//!
//! The sentences are not ours and stay outside the checkout, in `../shared/data/seed_gold.json`; where that is absent this says so.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use model::brief::{Group, Section};
use model::lint::{Block, Evidence, Product, check};
use model::source::{Credibility, Reliability};
use serde::Deserialize;

/// Where the judged sentences are, seen from the checkout.
const GOLD: &str = "../shared/data/seed_gold.json";

#[derive(Deserialize)]
struct Gold {
    lint_fixtures: Vec<Fixture>,
}

#[derive(Deserialize)]
struct Fixture {
    id: String,
    text: String,
    expect: BTreeSet<String>,
    #[serde(default)]
    context: Option<String>,
    #[serde(default)]
    scale: Option<String>,
    #[serde(default)]
    template: Option<String>,
    #[serde(default)]
    evidence: Vec<String>,
}

/// Prints what was found, missed and found in excess.
pub(crate) fn table() -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let Ok(json) = std::fs::read_to_string(root.join(GOLD)) else {
        println!("{GOLD} is not there, so there is nothing to measure.");
        return Ok(());
    };
    let gold: Gold = serde_json::from_str(&json).map_err(|e| e.to_string())?;
    // Other scales and templates than ours are judged there too.
    let ours = |f: &&Fixture| f.scale.is_none() && f.template.is_none();
    let tested: BTreeSet<&String> = gold.lint_fixtures.iter().flat_map(|f| &f.expect).collect();
    let (mut hits, mut excess, mut missed) = (0, 0, 0);
    let mut misses: BTreeMap<&str, String> = BTreeMap::new();
    for fixture in gold.lint_fixtures.iter().filter(ours) {
        let found: BTreeSet<String> = rules(fixture)
            .into_iter()
            .filter(|rule| tested.contains(rule))
            .collect();
        let (more, less): (Vec<_>, Vec<_>) = (
            found.difference(&fixture.expect).collect(),
            fixture.expect.difference(&found).collect(),
        );
        hits += found.intersection(&fixture.expect).count();
        excess += more.len();
        missed += less.len();
        if !more.is_empty() || !less.is_empty() {
            misses.insert(&fixture.id, format!("too many {more:?}, missing {less:?}"));
        }
    }
    let all = gold.lint_fixtures.iter().filter(ours).count();
    println!(
        "{all} sentences of {}, {} as judged",
        gold.lint_fixtures.len(),
        all - misses.len()
    );
    let share = |others: usize| hits as f64 / (hits + others).max(1) as f64;
    println!("precision {:.3}, recall {:.3}", share(excess), share(missed));
    for (id, what) in misses {
        println!("{id}: {what}");
    }
    Ok(())
}

/// The rules that fire on one sentence as the only block of a brief.
fn rules(fixture: &Fixture) -> Vec<String> {
    let group = match fixture.context.as_deref() {
        Some("kj") => Group::Judgements,
        Some("bluf") => Group::Bluf,
        Some("outlook") => Group::Section(Section::Outlook),
        _ => Group::Section(Section::Assumptions),
    };
    let evidence = fixture.evidence.iter().map(|quote| Evidence {
        quote: quote.clone(),
        locator: "¶1".into(),
        origin: quote.clone(),
        reliability: Reliability::B,
        credibility: Credibility::UNJUDGED,
        published: None,
        has_outlet: true,
        resolves: true,
    });
    let product = Product {
        has_cutoff: true,
        blocks: vec![Block {
            group,
            text: fixture.text.clone(),
            judged: None,
            evidence: evidence.collect(),
        }],
        ..Product::default()
    };
    check(&product).into_iter().map(|found| found.rule).collect()
}
