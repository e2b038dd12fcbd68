//! The brief: how long layout, edit and export take, how large the PDF is, how much memory a page costs.
//!
//! Each document is measured in processes of its own, because memos and the peak of memory
//! are a process's; of several runs the best figure counts, because whatever else the machine
//! does only ever adds. The parent prints the table beside the budgets of the design.

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use publish::brief_document::{BriefDocument, Evidence, Run};
use publish::{Typesetter, pdf, read};
use serde_json::{Value, json};

use crate::figures::{load, median};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Sizes measured: an ordinary note, a long annex, and far beyond use.
const ITEMS: [usize; 3] = [7, 500, 5_000];
/// Edits timed; the median counts.
const EDITS: usize = 15;
/// Processes a size.
const RUNS: usize = 3;

/// Measures all sizes and prints the table.
pub fn table() -> Result<()> {
    let this = std::env::current_exe()?;
    let before = load()?;
    let mut measured = Vec::new();
    for items in ITEMS {
        let runs: Result<Vec<Value>> = (0..RUNS).map(|_| run(&this, items)).collect();
        measured.push(best(&runs?));
    }
    if cfg!(debug_assertions) {
        println!("A debug build: these figures say nothing. Run with --release.\n");
    }
    println!(
        "{:>6} {:>6} {:>14} {:>10} {:>8} {:>12} {:>8} {:>8} {:>9} {:>12}",
        "items",
        "pages",
        "first compile",
        "warm PDF",
        "(CPU)",
        "edit to SVG",
        "(CPU)",
        "pages/s",
        "size",
        "memory/page"
    );
    for row in &measured {
        let number = |name: &str| row[name].as_f64().unwrap_or(f64::NAN);
        println!(
            "{:>6} {:>6} {:>11.0} ms {:>7.1} ms {:>8.1} {:>9.1} ms {:>8.1} {:>8.0} {:>6.0} KB {:>8.2} MiB",
            number("items"),
            number("pages"),
            number("compile_ms"),
            number("pdf_ms"),
            number("pdf_cpu_ms"),
            number("edit_ms"),
            number("edit_cpu_ms"),
            number("pages_per_second"),
            number("kilobytes"),
            number("mib") / number("pages")
        );
    }
    println!(
        "\nBest of {RUNS} runs; load average {before} before, {} after.",
        load()?
    );
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

/// One run of one size.
fn run(this: &Path, items: usize) -> Result<Value> {
    let output = Command::new(this)
        .args(["brief", "--measure", &items.to_string()])
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// The best of each figure: the most pages a second, the least of everything else.
fn best(runs: &[Value]) -> Value {
    let figures = runs.iter().filter_map(Value::as_object).flatten();
    let mut best = serde_json::Map::new();
    for (name, value) in figures {
        let better = |old: f64, new: f64| {
            if name == "pages_per_second" {
                old.max(new)
            } else {
                old.min(new)
            }
        };
        let new = value.as_f64().unwrap_or(f64::NAN);
        let old = best.get(name).and_then(Value::as_f64).unwrap_or(new);
        best.insert(name.clone(), json!(better(old, new)));
    }
    best.into()
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
    // Before the edits, which lengthen the brief.
    let pages = typesetter.pages();
    let edit = edits(&mut typesetter, &brief)?;
    // A warm app has laid out some brief before, but not this one.
    let mut other = brief.clone();
    other.bluf = vec![Run::Text(
        "Another brief, laid out for the first time in this process.".into(),
    )];
    other
        .evidence
        .iter_mut()
        .for_each(|item| item.quote.push_str(" Other words."));
    let start = Stopwatch::new()?;
    black_box(pdf(&other)?);
    let first = start.read()?;
    let seconds = cold_ms / 1000.0;
    println!(
        "{}",
        json!({
            "items": items, "pages": pages, "compile_ms": compile_ms, "pdf_ms": first.wall, "pdf_cpu_ms": first.cpu,
            "edit_ms": edit.wall, "edit_cpu_ms": edit.cpu,
            "pages_per_second": pages as f64 / seconds, "kilobytes": bytes.len() as f64 / 1000.0, "mib": mib,
        })
    );
    Ok(())
}

/// Median time from an edit of the bottom line to the pictures of the pages it changed.
fn edits(typesetter: &mut Typesetter, brief: &BriefDocument) -> Result<Time> {
    let mut brief = brief.clone();
    let (mut wall, mut cpu) = (Vec::new(), Vec::new());
    for edit in 0..EDITS {
        brief.bluf.push(Run::Text(format!(" Word{edit}")));
        let start = Stopwatch::new()?;
        let changed = typesetter.set(&brief)?;
        for page in changed {
            black_box(typesetter.svg(page));
        }
        let time = start.read()?;
        wall.push(time.wall);
        cpu.push(time.cpu);
    }
    Ok(Time {
        wall: median(&wall),
        cpu: median(&cpu),
    })
}

/// Milliseconds on the wall, and of all threads on the processors.
struct Time {
    wall: f64,
    cpu: f64,
}

struct Stopwatch {
    start: Instant,
    cpu: f64,
}

impl Stopwatch {
    fn new() -> Result<Self> {
        let cpu = cpu_ms()?;
        Ok(Self {
            start: Instant::now(),
            cpu,
        })
    }

    fn read(&self) -> Result<Time> {
        let wall = ms(self.start);
        let cpu = cpu_ms()? - self.cpu;
        Ok(Time { wall, cpu })
    }
}

/// What this process's threads have used of the processors.
fn cpu_ms() -> Result<f64> {
    let mut nanoseconds = 0.0;
    for task in fs::read_dir("/proc/self/task")? {
        let text = fs::read_to_string(task?.path().join("schedstat"))?;
        let used = text.split(' ').next().unwrap_or_default();
        nanoseconds += used.parse::<f64>()?;
    }
    Ok(nanoseconds / 1e6)
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
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .ok_or("no VmHWM in /proc/self/status")?;
    let kib: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kib / 1024.0)
}
