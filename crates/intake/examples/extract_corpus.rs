//! Reads every page of a folder in this process and prints what `chancery extract --jsonl` would: one JSON object a line.
//!
//! For work on a rule, where building `chancery` takes too long. `cargo xtask bench extraction` lays pages out in folders, parted by site into a
//! half to work on and a half to measure on.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a program for measuring, run by hand"
)]

use intake::Hints;
use model::block::{Block, BlockKind, Role};

fn main() {
    let folder = std::env::args().nth(1).unwrap();
    let mut pages: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    pages.sort();
    for page in pages {
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
