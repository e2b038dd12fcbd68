//! Many articles through the command line: how many a second into a library with search on, how much memory that takes, and
//! whether an import that is killed halfway goes on from there with nothing twice.
//!
//! The articles are generated: words drawn by a rule from a list, so that each is different and none is anybody's. Half are
//! plain text and half are pages. The program measured is `chancery` beside this one.

use std::collections::HashSet;
use std::error::Error;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::figures::load;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Articles imported.
const ARTICLES: usize = 10_000;
/// Paragraphs and words of each: about 600 words, what a report has.
const PARAGRAPHS: usize = 10;
const WORDS: usize = 60;
/// The budget.
const A_SECOND: f64 = 100.0;

const STEMS: [&str; 40] = [
    "harbour",
    "minister",
    "vote",
    "strike",
    "grain",
    "river",
    "court",
    "border",
    "price",
    "union",
    "ferry",
    "council",
    "mine",
    "budget",
    "signal",
    "bridge",
    "winter",
    "patrol",
    "tariff",
    "cable",
    "pilot",
    "ledger",
    "quarry",
    "island",
    "envoy",
    "storm",
    "credit",
    "depot",
    "customs",
    "railway",
    "province",
    "ballot",
    "harvest",
    "pipeline",
    "treaty",
    "garrison",
    "clinic",
    "reservoir",
    "syndicate",
    "archive",
];
const ENDINGS: [&str; 12] = [
    "",
    "s",
    " of Selm",
    " in the north",
    " by Friday",
    " again",
    " at night",
    " under review",
    ", officials said",
    " and",
    " with",
    " before the",
];

/// A row of numbers that looks like chance and is the same every time (SplitMix64).
struct Draw(u64);

impl Draw {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % below as u64).unwrap_or(0)
    }

    fn sentence(&mut self, words: usize) -> String {
        let word = |draw: &mut Self| {
            let number = draw.next(400);
            format!(
                "{}{number}{}",
                STEMS[draw.next(STEMS.len())],
                ENDINGS[draw.next(ENDINGS.len())]
            )
        };
        (0..words).map(|_| word(self)).collect::<Vec<_>>().join(" ")
    }
}

/// The n-th article, with its ending.
fn article(n: usize) -> (String, &'static str) {
    let mut draw = Draw(n as u64);
    let title = format!("Notice {n}: {}", draw.sentence(4));
    let paragraphs: Vec<String> = (0..PARAGRAPHS)
        .map(|_| format!("The {}.", draw.sentence(WORDS / 2)))
        .collect();
    if n.is_multiple_of(2) {
        let text = paragraphs.join("\n\n");
        return (
            format!("World February 2, 2026\n\n{title}\n\nBy Ana Ruiz\n\n{text}\n"),
            "txt",
        );
    }
    let body: String = paragraphs.iter().map(|p| format!("<p>{p}</p>\n")).collect();
    let links: String = (0..30)
        .map(|i| format!("<li><a href=\"/{i}\">{}</a></li>\n", draw.sentence(2)))
        .collect();
    let page = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>{title} | The Strait Post</title>\n\
         <meta property=\"og:title\" content=\"{title}\"><meta property=\"article:published_time\" content=\"2026-02-02T08:00:00Z\">\n\
         <link rel=canonical href=\"https://strait.example/{n}\"></head><body><nav><ul>{links}</ul></nav>\n\
         <main><article><h1>{title}</h1><p class=byline>By Ana Ruiz</p>\n{body}</article></main><footer><ul>{links}</ul></footer></body></html>\n"
    );
    (page, "html")
}

/// Measures and prints.
pub fn table() -> Result<()> {
    let chancery =
        std::env::current_exe()?.with_file_name(format!("chancery{}", std::env::consts::EXE_SUFFIX));
    if cfg!(debug_assertions) {
        println!("A debug build: these figures say nothing. Run with --release.\n");
    }
    let work = tempfile::tempdir()?;
    let articles = work.path().join("articles");
    fs::create_dir(&articles)?;
    for n in 0..ARTICLES {
        let (text, ending) = article(n);
        fs::write(articles.join(format!("{n:05}.{ending}")), text)?;
    }
    let before = load()?;

    let whole = Import::start(&chancery, &work.path().join("whole"), &articles)?.run(usize::MAX)?;
    let rate = whole.lines as f64 / whole.took.as_secs_f64();
    println!(
        "{ARTICLES} articles in {:.1} s: {rate:.0} a second (budget {A_SECOND:.0}, ratio {:.2})",
        whole.took.as_secs_f64(),
        A_SECOND / rate
    );
    println!(
        "memory of both processes after a quarter and at the end: {:.0} and {:.0} MiB",
        whole.quarter_mib, whole.end_mib
    );
    let rates: Vec<String> = whole.rates.iter().map(|r| format!("{r:.0}")).collect();
    println!("articles a second in each tenth: {}", rates.join(" "));

    let library = work.path().join("killed");
    let killed = Import::start(&chancery, &library, &articles)?.run(ARTICLES / 2)?;
    let rest = Import::start(&chancery, &library, &articles)?.run(usize::MAX)?;
    let listed = Command::new(&chancery)
        .arg("--library")
        .arg(&library)
        .args(["list", "--json"])
        .output()?;
    let titles: Vec<String> = listed
        .stdout
        .lines()
        .map(|line| Ok(serde_json::from_str::<Value>(&line?)?["headline"].to_string()))
        .collect::<Result<_>>()?;
    let different: HashSet<&String> = titles.iter().collect();
    println!(
        "killed after {} articles; then {} imported and {} held already in {:.1} s; {} articles, {} of them different",
        killed.lines,
        rest.imported,
        rest.lines - rest.imported,
        rest.took.as_secs_f64(),
        titles.len(),
        different.len()
    );
    println!("load average {before} before, {} after", load()?);
    if titles.len() != ARTICLES || different.len() != ARTICLES {
        return Err("the import that was killed and begun again is not whole".into());
    }
    Ok(())
}

/// An import that runs.
struct Import {
    child: Child,
    answers: BufReader<ChildStdout>,
    since: Instant,
}

/// What was seen of an import.
struct Seen {
    lines: usize,
    imported: usize,
    took: Duration,
    quarter_mib: f64,
    end_mib: f64,
    rates: Vec<f64>,
}

impl Import {
    fn start(chancery: &Path, library: &Path, articles: &PathBuf) -> Result<Self> {
        let since = Instant::now();
        let mut child = Command::new(chancery)
            .arg("--library")
            .arg(library)
            .args(["--json", "import"])
            .arg(articles)
            .stdout(Stdio::piped())
            .spawn()?;
        let answers = BufReader::new(child.stdout.take().ok_or("no answers")?);
        Ok(Self {
            child,
            answers,
            since,
        })
    }

    /// Reads answers to the end, or kills the program after `most` of them.
    fn run(mut self, most: usize) -> Result<Seen> {
        let mut seen = Seen {
            lines: 0,
            imported: 0,
            took: Duration::ZERO,
            quarter_mib: 0.0,
            end_mib: 0.0,
            rates: Vec::new(),
        };
        let mut line = String::new();
        let mut tenth = self.since;
        while self.answers.read_line(&mut line)? > 0 {
            let answer: Value = serde_json::from_str(&line)?;
            seen.imported += usize::from(answer["status"] == "imported");
            seen.lines += 1;
            if answer["status"] == "failed" {
                return Err(format!("a file failed: {line}").into());
            }
            line.clear();
            if seen.lines.is_multiple_of(ARTICLES / 10) {
                seen.rates
                    .push((ARTICLES / 10) as f64 / tenth.elapsed().as_secs_f64());
                tenth = Instant::now();
            }
            if seen.lines == ARTICLES / 4 {
                seen.quarter_mib = self.mib()?;
            }
            if seen.lines == ARTICLES - 1 {
                seen.end_mib = self.mib()?;
            }
            if seen.lines == most {
                self.child.kill()?;
                break;
            }
        }
        self.child.wait()?;
        seen.took = self.since.elapsed();
        Ok(seen)
    }

    /// What the program and its parser hold in memory.
    fn mib(&self) -> Result<f64> {
        let id = self.child.id();
        let parsers = fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap_or_default();
        let of_threads = fs::read_dir(format!("/proc/{id}/task"))?
            .filter_map(|task| fs::read_to_string(task.ok()?.path().join("children")).ok())
            .collect::<Vec<_>>()
            .join(" ");
        let ids: HashSet<String> = format!("{id} {parsers} {of_threads}")
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        let held = ids.iter().filter_map(|id| {
            let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
            let line = status
                .lines()
                .find_map(|line| line.strip_prefix("VmRSS:"))?
                .trim_end_matches("kB")
                .trim()
                .parse::<f64>();
            line.ok()
        });
        Ok(held.sum::<f64>() / 1024.0)
    }
}
