//! The libraries that are measured: made with `chancery`, as an analyst would, from articles of made-up words. Those that take
//! long to make are kept in the build folder.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::Result;

/// Articles in the inbox.
const ARTICLES: usize = 10_000;
/// Files that are imported in the window.
const FILES: usize = 1_000;
/// Characters a paragraph.
const PARAGRAPH: usize = 500;
/// Paragraphs of the article whose opening is timed: 10,000 characters.
const ORDINARY: usize = 20;
/// Paragraphs of the longest article: a million characters.
const LONGEST: usize = 2_000;
/// Marks on it.
const MARKS: usize = 5_000;
/// Headlines by which the articles are found.
pub const ORDINARY_HEADLINE: &str = "An article of ten thousand characters";
/// See above.
pub const LONGEST_HEADLINE: &str = "An article of a million characters";
/// The last words of every article.
pub const LAST: &str = "This is the end of the article.";

/// The programs' folder, from which libraries are made.
pub struct Maker {
    chancery: PathBuf,
    kept: PathBuf,
}

impl Maker {
    /// Makes libraries with the `chancery` in `programs`, and keeps them beside it.
    pub fn new(programs: &Path) -> Self {
        Self {
            chancery: programs.join("chancery"),
            kept: programs.join("bench-libraries"),
        }
    }

    /// A library with 10,000 articles in its inbox; made once.
    pub fn inbox(&self) -> Result<PathBuf> {
        self.keep("inbox", |library, work| {
            for n in 0..ARTICLES {
                let headline = format!("Harbour notice {n}: {}", words(n, 60));
                let text = article(&headline, n, 2);
                fs::write(work.join(format!("{n:05}.txt")), text)?;
            }
            self.chancery(library, &[work.as_os_str().to_str().ok_or("a strange path")?])
        })
    }

    /// A library with an article of a million characters that bears 5,000 marks; made once.
    pub fn longest(&self) -> Result<PathBuf> {
        self.keep("longest", |library, work| {
            let file = work.join("longest.txt");
            fs::write(&file, article(LONGEST_HEADLINE, 0, LONGEST))?;
            self.chancery(library, &[file.to_str().ok_or("a strange path")?])?;
            self.mark(library)
        })
    }

    /// The sample library in `library`, with an article of 10,000 characters on top of its inbox.
    pub fn sample(&self, library: &Path) -> Result<()> {
        self.done(library, &["sample"])?;
        let work = tempfile::tempdir()?;
        let file = work.path().join("ordinary.txt");
        fs::write(&file, article(ORDINARY_HEADLINE, 0, ORDINARY))?;
        self.chancery(library, &[file.to_str().ok_or("a strange path")?])
    }

    /// A thousand articles as files in `folder`.
    pub fn files(&self, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder)?;
        for n in 0..FILES {
            let headline = format!("Harbour notice {n}: {}", words(n, 60));
            fs::write(folder.join(format!("{n:04}.txt")), article(&headline, n, 4))?;
        }
        Ok(())
    }

    /// The library of that name, made by `make` (from its folder and one for files) if it isn't there or is of another shape.
    fn keep(&self, name: &str, make: impl FnOnce(&Path, &Path) -> Result<()>) -> Result<PathBuf> {
        let library = self.kept.join(name);
        if library.is_dir() && self.done(&library, &["--json", "risk", "list"]).is_ok() {
            return Ok(library);
        }
        eprintln!("Making the library `{name}`, once …");
        let unfinished = self.kept.join(format!("{name}.unfinished"));
        for old in [&library, &unfinished] {
            if old.exists() {
                fs::remove_dir_all(old)?;
            }
        }
        fs::create_dir_all(&self.kept)?;
        let work = tempfile::tempdir()?;
        make(&unfinished, work.path())?;
        fs::rename(&unfinished, &library)?;
        Ok(library)
    }

    fn chancery(&self, library: &Path, paths: &[&str]) -> Result<()> {
        let arguments: Vec<&str> = ["import"].iter().chain(paths).copied().collect();
        self.done(library, &arguments).map(|_| ())
    }

    /// What `chancery` prints.
    fn done(&self, library: &Path, arguments: &[&str]) -> Result<String> {
        let mut command = Command::new(&self.chancery);
        command.arg("--library").arg(library).args(arguments);
        let output = command.output()?;
        if output.status.success() {
            Ok(String::from_utf8(output.stdout)?)
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into())
        }
    }

    /// Marks 5,000 passages of the only article, of all kinds, all through it.
    fn mark(&self, library: &Path) -> Result<()> {
        let listed = self.done(library, &["--json", "list"])?;
        let article: Value = serde_json::from_str(listed.lines().next().unwrap_or_default())?;
        let step = LONGEST * PARAGRAPH / MARKS;
        let mut lines = String::new();
        for n in 0..MARKS {
            let kind = ["fact", "judgement", "risk", "question", "claim"][n % 5];
            let start = n * step + step / 4;
            let line =
                json!({ "article": article["uid"], "start": start, "end": start + step / 3, "kind": kind });
            writeln!(lines, "{line}")?;
        }
        let mut child = Command::new(&self.chancery)
            .arg("--library")
            .arg(library)
            .args(["annotate", "--jsonl"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()?;
        child
            .stdin
            .take()
            .ok_or("no standard input")?
            .write_all(lines.as_bytes())?;
        if child.wait()?.success() {
            Ok(())
        } else {
            Err("the longest article could not be marked".into())
        }
    }
}

/// An article in the format that `chancery import` reads, number `n` of its kind.
fn article(headline: &str, n: usize, paragraphs: usize) -> String {
    let day = n % 28 + 1;
    let mut text = format!("World February {day}, 2026\n\n{headline}\n\nBy Marta Ellingsen\n\n");
    for paragraph in 0..paragraphs {
        let mut words = words(n * 7 + paragraph, PARAGRAPH - 1);
        if paragraph + 1 == paragraphs {
            words.truncate(PARAGRAPH - 1 - LAST.len());
            words.push_str(LAST);
        }
        text.push_str(&words);
        text.push_str("\n\n");
    }
    text
}

/// Made-up sentences of `length` characters, other ones for another `seed`.
fn words(seed: usize, length: usize) -> String {
    const WORDS: [&str; 16] = [
        "tankers", "waited", "near", "the", "northern", "lane", "while", "envoys", "weighed", "a", "second",
        "notice", "from", "Cape", "Orla", "harbour",
    ];
    let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(12_345);
    let mut text = String::new();
    while text.len() < length {
        // The upper bits of a linear congruence: chance enough for words, and the same in every run.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let word = WORDS[(state >> 40) % WORDS.len()];
        if text.is_empty() {
            text.push_str("Then ");
        }
        text.push_str(word);
        let end = (state >> 50).is_multiple_of(11);
        text.push_str(if end { ". Then " } else { " " });
    }
    text.truncate(length - 1);
    text.push('.');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_has_the_length_that_its_name_says_and_no_two_are_alike() {
        let text = article(ORDINARY_HEADLINE, 0, ORDINARY);
        let body = text.split_once("Ellingsen\n\n").unwrap().1;
        let paragraphs: Vec<&str> = body.trim_end().split("\n\n").collect();
        assert_eq!(paragraphs.len(), ORDINARY);
        assert!(
            paragraphs
                .iter()
                .all(|paragraph| paragraph.len() == PARAGRAPH - 1)
        );
        assert!(body.trim_end().ends_with(LAST));
        assert_ne!(words(1, 200), words(2, 200));
    }
}
