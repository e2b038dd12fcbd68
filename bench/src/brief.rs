//! The brief: how long layout, edit and export take, how large the PDF is, how much memory a page costs.
//!
//! Each document is measured in a process of its own, because memos and the peak of memory
//! are a process's. The parent prints the table beside the budgets of the design.

use std::error::Error;
use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use publish::brief_document::{BriefDocument, Evidence, Run};
use publish::{Typesetter, pdf, read};
use serde_json::{Value, json};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Sizes measured: an ordinary note, a long annex, and far beyond use.
const ITEMS: [usize; 3] = [7, 500, 5_000];
/// Edits timed; the median counts.
const EDITS: usize = 15;

/// Measures all sizes and prints the table.
pub fn table() -> Result<()> {
    let this = std::env::current_exe()?;
    let mut measured = Vec::new();
    for items in ITEMS {
        let output = Command::new(&this)
            .args(["brief", "--measure", &items.to_string()])
            .output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        measured.push(serde_json::from_slice::<Value>(&output.stdout)?);
    }
    if cfg!(debug_assertions) {
        println!("A debug build: these figures say nothing. Run with --release.\n");
    }
    println!(
        "{:>6} {:>6} {:>14} {:>10} {:>16} {:>12} {:>10} {:>12}",
        "items", "pages", "first compile", "warm PDF", "edit to SVG", "pages/s", "size", "memory/page"
    );
    for row in &measured {
        let number = |name: &str| row[name].as_f64().unwrap_or(f64::NAN);
        println!(
            "{:>6} {:>6} {:>11.0} ms {:>7.1} ms {:>13.1} ms {:>12.0} {:>7.0} KB {:>8.2} MiB",
            number("items"),
            number("pages"),
            number("compile_ms"),
            number("pdf_ms"),
            number("edit_ms"),
            number("pages_per_second"),
            number("kilobytes"),
            number("mib") / number("pages")
        );
    }
    println!(
        "\n{:<44} {:>10} {:>10} {:>7}",
        "budget", "allowed", "measured", "ratio"
    );
    let of = |row: usize, name: &str| measured[row][name].as_f64().unwrap_or(f64::NAN);
    budget("first PDF of 2 pages, warm app, ms", 75.0, of(0, "pdf_ms"));
    budget(
        "edit to SVG of the changed page, 2 pages, ms",
        16.0,
        of(0, "edit_ms"),
    );
    budget(
        "edit to SVG of the changed page, long, ms",
        60.0,
        of(1, "edit_ms"),
    );
    floor(
        "pages a second, cold, with PDF (5,000 items)",
        80.0,
        of(2, "pages_per_second"),
    );
    budget("size at 2 pages, KB", 140.0, of(0, "kilobytes"));
    budget(
        "memory a page (5,000 items), MiB",
        2.5,
        of(2, "mib") / of(2, "pages"),
    );
    Ok(())
}

fn budget(name: &str, allowed: f64, measured: f64) {
    println!(
        "{name:<44} {allowed:>10.1} {measured:>10.1} {:>7.2}",
        measured / allowed
    );
}

/// A budget that must be exceeded: the ratio is turned round, so that above 1 is a miss here too.
fn floor(name: &str, allowed: f64, measured: f64) {
    println!(
        "{name:<44} {allowed:>10.1} {measured:>10.1} {:>7.2}",
        allowed / measured
    );
}

/// Measures one size in this process and prints a line of JSON.
pub fn measure(items: &str) -> Result<()> {
    let items: usize = items.parse()?;
    let brief = document(items)?;
    let start = Instant::now();
    let mut typesetter = Typesetter::new();
    typesetter.set(&brief)?;
    let compile_ms = ms(start);
    let exported = Instant::now();
    let bytes = typesetter.pdf().ok_or("no pages")??;
    let cold_ms = compile_ms + ms(exported);
    let mib = peak_mib()?;
    let edit_ms = edits(&mut typesetter, &brief)?;
    // A warm app has laid out some brief before, but not this one.
    let mut other = brief.clone();
    other.bluf = vec![Run::Text(
        "Another brief, laid out for the first time in this process.".into(),
    )];
    other
        .evidence
        .iter_mut()
        .for_each(|item| item.quote.push_str(" Other words."));
    let start = Instant::now();
    black_box(pdf(&other)?);
    let pdf_ms = ms(start);
    let pages = typesetter.pages();
    let seconds = cold_ms / 1000.0;
    println!(
        "{}",
        json!({
            "items": items, "pages": pages, "compile_ms": compile_ms, "pdf_ms": pdf_ms, "edit_ms": edit_ms,
            "pages_per_second": pages as f64 / seconds, "kilobytes": bytes.len() as f64 / 1000.0, "mib": mib,
        })
    );
    Ok(())
}

/// Median time from an edit of the bottom line to the pictures of the pages it changed.
fn edits(typesetter: &mut Typesetter, brief: &BriefDocument) -> Result<f64> {
    let mut brief = brief.clone();
    let mut times = Vec::new();
    for edit in 0..EDITS {
        brief.bluf.push(Run::Text(format!(" Word{edit}")));
        let start = Instant::now();
        let changed = typesetter.set(&brief)?;
        black_box(changed.first().and_then(|page| typesetter.svg(*page)));
        times.push(ms(start));
    }
    times.sort_by(f64::total_cmp);
    Ok(times[times.len() / 2])
}

fn ms(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}

/// The tests' own note with as many evidence items as asked for, each with words of its own.
fn document(items: usize) -> Result<BriefDocument> {
    let mut brief = read(include_bytes!("../../crates/publish/tests/fixtures/strait.json"))?;
    let own = brief.evidence.clone();
    let item = |n: usize| -> Evidence {
        let model = &own[n % own.len()];
        if n < own.len() {
            return model.clone();
        }
        Evidence {
            id: format!("E{}", n + 1),
            quote: format!(
                "{} Statement {n} of the annex, with figures {} and {}.",
                model.quote,
                n * 17,
                n * 31
            ),
            ..model.clone()
        }
    };
    brief.evidence = (0..items).map(item).collect();
    Ok(brief)
}

/// The most memory this process has held, in MiB.
fn peak_mib() -> Result<f64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .ok_or("no VmHWM in /proc/self/status")?;
    let kib: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kib / 1024.0)
}
