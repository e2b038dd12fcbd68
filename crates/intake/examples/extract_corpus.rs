//! Reads every page of a folder in this process and prints what `chancery extract --jsonl` would: one JSON object a line.
//!
//! `extract_corpus FOLDER [--half work|score] [--gold GOLD.json]`; the halves part a corpus by the site that its gold names
//! (or by the page's id where it names none), so that rules found on one half are measured on sites they have never seen.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a program for measuring, run by hand and by the bench"
)]

use std::{collections::HashMap, path::Path};

use intake::Hints;
use model::block::{Block, BlockKind, Role};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap();
    let mut options = HashMap::new();
    while let (Some(name), Some(value)) = (arguments.next(), arguments.next()) {
        options.insert(name, value);
    }
    let hosts = options
        .get("--gold")
        .map(|gold| hosts(Path::new(gold)))
        .unwrap_or_default();
    let mut pages: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    pages.sort();
    for page in pages {
        let id = page.file_stem().unwrap().to_string_lossy().into_owned();
        let site = hosts.get(&id).unwrap_or(&id);
        if options.get("--half").is_some_and(|half| half != half_of(site)) {
            continue;
        }
        let bytes = std::fs::read(&page).unwrap();
        let before = intake::sandbox::used();
        let read = intake::capture(&bytes, &Hints::default());
        let cpu_ms = intake::sandbox::used().saturating_sub(before).as_secs_f64() * 1000.0;
        let Ok(capture) = read else { continue };
        let said = capture.blocks.iter().filter(|block| {
            matches!(
                block.role,
                Role::Summary | Role::KeyPoint | Role::Body | Role::Risk | Role::Other
            ) && !matches!(block.kind, BlockKind::Figure { .. })
        });
        let text = said.map(Block::text).collect::<Vec<_>>().join("\n\n");
        let meta = capture.meta;
        let line = serde_json::json!({
            "path": page,
            "title": meta.headline.value,
            "byline": meta.authors.iter().map(|author| &author.value).collect::<Vec<_>>(),
            "published": meta.published.map(|published| published.value.date.to_string()),
            "deck": meta.deck.map(|deck| deck.value),
            "section": meta.section.map(|section| section.value),
            "outlet": meta.outlet.map(|outlet| outlet.value),
            "text": text,
            "cpu_ms": cpu_ms,
        });
        println!("{line}");
    }
}

/// The site of each page that a corpus's gold lists.
fn hosts(gold: &Path) -> HashMap<String, String> {
    let gold: serde_json::Value = serde_json::from_slice(&std::fs::read(gold).unwrap()).unwrap();
    let pages = gold.as_object().unwrap().iter();
    pages
        .filter_map(|(id, page)| Some((id.clone(), page["host_key"].as_str()?.to_owned())))
        .collect()
}

/// The half of a site: by the first bit of the SHA-256 of its name.
fn half_of(site: &str) -> &'static str {
    match model::Sha256Hex::of(site.as_bytes()).as_str().as_bytes()[0] {
        b'0'..=b'7' => "work",
        _ => "score",
    }
}
