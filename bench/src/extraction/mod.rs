//! Reading web pages: what Chancery finds in pages whose right answers people wrote down, how fast and in how much memory, beside the
//! best of the others.
//!
//! Everybody is a process of its own that reads lines `{"path"}` and writes lines of fields, as `chancery extract --jsonl` does; processor
//! time and memory are counted from outside, our worker and every start-up included. Nobody is told a page's address. The scoring is
//! done by the program that came with the pages; what is here only sets it to work and prints what it says.
//!
//! `cargo xtask bench extraction` puts the peers in place first. The pages stay laid out in their folder: it is of use for work on a rule.

mod corpus;

use std::error::Error;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use self::corpus::{Corpus, PARTS};
use crate::figures::load;
use crate::processes;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Processes a program; the least processor time counts, because whatever else the machine does only ever adds, and the most memory.
const RUNS: usize = 3;

/// What has to be reached, and what we are after, in the order of the columns.
const WANTED: [(&str, [&str; 9]); 2] = [
    (
        "must",
        [
            "≥ .962", "≥ .928", "≥ .75", "≥ .64", "≥ .87", "≤ 25 %", "≤ 20 %", "≥ 200", "≤ 96",
        ],
    ),
    (
        "goal",
        [
            "≥ .970", "≥ .940", "≥ .82", "≥ .74", "≥ .93", "≤ 15 %", "≤ 12 %", "≥ 300", "≤ 48",
        ],
    ),
];

/// A program that reads pages.
struct Reader {
    name: &'static str,
    program: PathBuf,
    arguments: Vec<PathBuf>,
}

/// What a program said of the pages, and what that cost.
struct Reading {
    name: &'static str,
    cpu_s: f64,
    peak_mb: f64,
    /// For each corpus a file with the lines about its pages.
    answers: Vec<PathBuf>,
}

/// Has every program read the pages of `shared`, with the peers and room for files in `peers`, and prints the table.
pub fn table(shared: &Path, peers: &Path) -> Result<()> {
    let corpora = corpus::lay_out(
        &shared.join("corpora/extraction-dev.tar.gz"),
        &peers.join("pages"),
    )?;
    let before = load()?;
    let mut readings = Vec::new();
    for reader in readers(peers)? {
        eprintln!("{} reads …", reader.name);
        readings.push(reader.read(&corpora, &peers.join("answers"))?);
    }
    if cfg!(debug_assertions) {
        println!("A debug build: times and memory say nothing. Run with --release.\n");
    }
    let scoring = Scoring {
        program: shared.join("tools/score_extraction.py"),
        pages: peers.join("pages"),
    };
    print_against_people(&scoring, &corpora, &readings)?;
    print_against_tools(&scoring, &corpora, &readings)?;
    println!(
        "\nFewest CPU seconds and most memory of {RUNS} runs over {} pages; load average {before} before, {} after.\n\
         Which versions of the peers: bench/extraction/requirements.txt, package.json and rust/Cargo.toml.",
        corpora.iter().map(|corpus| corpus.pages.len()).sum::<usize>(),
        load()?
    );
    Ok(())
}

/// Ours first.
fn readers(peers: &Path) -> Result<Vec<Reader>> {
    let ours = std::env::current_exe()?.with_file_name("chancery");
    let rust = peers.join("rust/release/rust-peers");
    let reader = |name, program: &Path, arguments: &[&Path]| Reader {
        name,
        program: program.into(),
        arguments: arguments.iter().map(PathBuf::from).collect(),
    };
    Ok(vec![
        reader("Chancery", &ours, &["extract".as_ref(), "--jsonl".as_ref()]),
        reader(
            "trafilatura",
            &peers.join("python/bin/python"),
            &[&peers.join("python/trafilatura_run.py")],
        ),
        reader("rs-trafilatura", &rust, &["rs-trafilatura".as_ref()]),
        reader(
            "Readability, linkedom",
            "node".as_ref(),
            &[&peers.join("npm/readability.mjs")],
        ),
        reader("dom_smoothie", &rust, &["dom_smoothie".as_ref()]),
    ])
}

impl Reader {
    /// Reads all pages, [`RUNS`] times over.
    fn read(&self, corpora: &[Corpus], folder: &Path) -> Result<Reading> {
        fs::create_dir_all(folder)?;
        let asked = folder.join("asked.jsonl");
        let mut lines = File::create(&asked)?;
        for page in corpora.iter().flat_map(|corpus| &corpus.pages) {
            writeln!(lines, "{}", json!({ "path": page }))?;
        }
        let answered = folder.join(format!("{}.jsonl", self.name));
        let (mut cpu_s, mut peak_mb) = (f64::INFINITY, 0.0_f64);
        for _ in 0..RUNS {
            let child = Command::new(&self.program)
                .args(&self.arguments)
                .stdin(File::open(&asked)?)
                .stdout(File::create(&answered)?)
                .spawn()
                .map_err(|error| format!("{} can't be started: {error}", self.program.display()))?;
            let ended = processes::see_out(child)?;
            // 1 is said of a run in which a page could not be read, which the scores show.
            if !matches!(ended.status.code(), Some(0 | 1)) {
                return Err(format!("{} did not come to its end ({})", self.name, ended.status).into());
            }
            cpu_s = cpu_s.min(ended.cpu_s);
            peak_mb = peak_mb.max(ended.peak_mb);
        }
        let answers = part_by_corpus(&answered, corpora)?;
        Ok(Reading {
            name: self.name,
            cpu_s,
            peak_mb,
            answers,
        })
    }
}

/// Writes the lines about each corpus's pages to a file of their own: a page's name is its own only within its corpus.
///
/// # Errors
/// A page has no line.
fn part_by_corpus(answered: &Path, corpora: &[Corpus]) -> Result<Vec<PathBuf>> {
    let text = fs::read_to_string(answered)?;
    let mut lines = std::collections::HashMap::new();
    for line in text.lines() {
        let said: Value = serde_json::from_str(line)?;
        let path = said["path"].as_str().ok_or("a line without a path")?;
        lines.insert(PathBuf::from(path), line);
    }
    let mut files = Vec::new();
    for corpus in corpora {
        let file = answered.with_extension(format!("{}.jsonl", corpus.name));
        let mut out = File::create(&file)?;
        for page in &corpus.pages {
            let line = lines
                .get(page)
                .ok_or_else(|| format!("{} has nothing about {}", answered.display(), page.display()))?;
            writeln!(out, "{line}")?;
        }
        files.push(file);
    }
    Ok(files)
}

/// The program that scores, and the pages with their gold.
struct Scoring {
    program: PathBuf,
    pages: PathBuf,
}

impl Scoring {
    /// What the program says of the answers about one corpus or a half of it.
    fn score(&self, part: &str, corpus: &Corpus, answers: &Path) -> Result<Value> {
        let output = Command::new("python3")
            .arg(&self.program)
            .arg(self.pages.join(part).join(&corpus.name))
            .arg(answers)
            .output()?;
        if !output.status.success() {
            return Err(format!("the scoring failed: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        Ok(serde_json::from_slice(&output.stdout)?)
    }
}

fn print_against_people(scoring: &Scoring, corpora: &[Corpus], readings: &[Reading]) -> Result<()> {
    let of_kind = |kind: &str| {
        let place = corpora.iter().position(|corpus| corpus.gold_kind == kind);
        place.ok_or_else(|| format!("no corpus has the gold `{kind}`"))
    };
    let (full, segments) = (of_kind("human full text")?, of_kind("human segments")?);
    let pages: usize = corpora.iter().map(|corpus| corpus.pages.len()).sum();
    print_row(
        "",
        ["F1", "F1", "", "", "", "invented", "invented", "pages a", "peak"],
    );
    print_row(
        "",
        [
            "full text",
            "segments",
            "title",
            "byline",
            "date",
            "bylines",
            "dates",
            "CPU s",
            "MB",
        ],
    );
    for (name, figures) in WANTED {
        print_row(name, figures);
    }
    for part in PARTS {
        println!("\n{part}");
        for reading in readings {
            let text = scoring.score(part, &corpora[full], &reading.answers[full])?;
            let rest = scoring.score(part, &corpora[segments], &reading.answers[segments])?;
            // A program reads both halves in one process.
            let (speed, memory) = match part {
                "all" => (
                    format!("{:.0}", pages as f64 / reading.cpu_s),
                    format!("{:.0}", reading.peak_mb),
                ),
                _ => Default::default(),
            };
            print_row(
                reading.name,
                [
                    share(&text["f1"]),
                    share(&rest["f1"]),
                    share(&rest["title"]),
                    share(&rest["byline"]),
                    share(&rest["published"]),
                    percent(&rest["invented_byline"]),
                    percent(&rest["invented_published"]),
                    speed,
                    memory,
                ],
            );
        }
    }
    Ok(())
}

/// Where what is right is what a tool says, its own rows are no measure, and everybody else's are one of likeness to it.
fn print_against_tools(scoring: &Scoring, corpora: &[Corpus], readings: &[Reading]) -> Result<()> {
    for (place, corpus) in corpora.iter().enumerate() {
        if !corpus.gold_kind.starts_with("tool") {
            continue;
        }
        println!("\n{}: likeness to {}", corpus.name, corpus.gold_kind);
        for reading in readings {
            let row = scoring.score("all", corpus, &reading.answers[place])?;
            let figures = ["f1", "title", "byline", "published"].map(|name| share(&row[name]));
            let [f1, title, byline, date] = figures;
            print_row(
                reading.name,
                [
                    f1,
                    String::new(),
                    title,
                    byline,
                    date,
                    String::new(),
                    String::new(),
                    String::new(),
                    String::new(),
                ],
            );
        }
    }
    Ok(())
}

fn print_row(name: &str, cells: [impl AsRef<str>; 9]) {
    let cells = cells.map(|cell| format!("{:>9}", cell.as_ref()));
    println!("{}", format!("{name:<22} {}", cells.join(" ")).trim_end());
}

/// A share of one as the field writes it, `.962`; nothing where there was nothing to ask.
fn share(value: &Value) -> String {
    value.as_f64().map_or_else(String::new, |share| {
        format!("{share:.3}").trim_start_matches('0').into()
    })
}

fn percent(value: &Value) -> String {
    value
        .as_f64()
        .map_or_else(String::new, |share| format!("{:.0} %", share * 100.0))
}
