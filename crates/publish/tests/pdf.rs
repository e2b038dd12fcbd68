//! The PDF as other programs see it: sound, tagged, archival, marked, complete and reproducible.
//! Needs qpdf and poppler-utils, which `cargo xtask setup` installs.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use publish::brief_document::{BriefDocument, Run};
use publish::{Error, json, pdf, read};
use serde_json::Value;
use tempfile::TempDir;

fn strait() -> BriefDocument {
    read(include_bytes!("fixtures/strait.json")).unwrap()
}

fn empty() -> BriefDocument {
    read(include_bytes!("fixtures/empty.json")).unwrap()
}

/// Runs a tool and says what to do when it is not there.
fn run(tool: &str, args: &[&str]) -> Output {
    Command::new(tool)
        .args(args)
        .output()
        .unwrap_or_else(|error| panic!("{tool} does not start ({error}); run `cargo xtask setup`"))
}

/// A PDF on disk, gone after the test.
struct Printed {
    folder: TempDir,
}

impl Printed {
    fn new(brief: &BriefDocument) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(
            folder.path().join("brief.pdf"),
            pdf(brief).unwrap_or_else(|error| panic!("{error}")),
        )
        .unwrap();
        Self { folder }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("brief.pdf")
    }

    fn ask(&self, tool: &str, args: &[&str]) -> String {
        let path = self.path();
        let args: Vec<&str> = args.iter().copied().chain([path.to_str().unwrap()]).collect();
        String::from_utf8(run(tool, &args).stdout).unwrap()
    }

    fn ask_for_text(&self) -> String {
        let output = run("pdftotext", &[self.path().to_str().unwrap(), "-"]);
        String::from_utf8(output.stdout).unwrap()
    }

    fn pages(&self) -> usize {
        self.ask("pdfinfo", &[])
            .lines()
            .find_map(|line| line.strip_prefix("Pages:"))
            .unwrap()
            .trim()
            .parse()
            .unwrap()
    }

    /// The text in the order in which it is written, blanks taken out.
    fn text(&self, first: usize, last: usize) -> String {
        let path = self.path();
        let output = run(
            "pdftotext",
            &[
                "-raw",
                "-f",
                &first.to_string(),
                "-l",
                &last.to_string(),
                path.to_str().unwrap(),
                "-",
            ],
        );
        squeezed(&String::from_utf8(output.stdout).unwrap())
    }

    fn all_text(&self) -> String {
        self.text(1, self.pages())
    }
}

/// Without blanks and invisible break opportunities, in lower case: headings are printed in capitals.
fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|letter| {
            !letter.is_whitespace()
                && !matches!(letter, '\u{200b}' | '\u{c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        })
        .flat_map(char::to_lowercase)
        .collect()
}

#[test]
fn an_ordinary_note_is_a_sound_tagged_archival_pdf_of_two_pages() {
    let printed = Printed::new(&strait());
    let check = run("qpdf", &["--check", printed.path().to_str().unwrap()]);
    assert!(
        check.status.success(),
        "{}",
        String::from_utf8_lossy(&check.stderr)
    );
    let info = printed.ask("pdfinfo", &[]);
    assert!(
        info.lines()
            .any(|line| line.starts_with("Tagged:") && line.ends_with("yes")),
        "{info}"
    );
    assert_eq!(printed.pages(), 2);
    let meta = printed.ask("pdfinfo", &["-meta"]);
    for claim in [
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        assert!(meta.contains(claim), "{claim} in {meta}");
    }
}

#[test]
fn the_marking_stands_twice_on_every_page_however_many_there_are() {
    let mut brief = strait();
    let items = brief.evidence.clone();
    brief.evidence = (0..60)
        .map(|n| publish::brief_document::Evidence {
            id: format!("E{}", n + 1),
            ..items[n % items.len()].clone()
        })
        .collect();
    let printed = Printed::new(&brief);
    assert!(printed.pages() > 2);
    for page in 1..=printed.pages() {
        let text = printed.text(page, page);
        assert_eq!(text.matches("tlp:amber+strict").count(), 2, "page {page}");
        assert_eq!(text.matches("noonwarddisclosure").count(), 2, "page {page}");
    }
}

#[test]
fn the_attachment_is_the_brief_itself() {
    let brief = strait();
    let printed = Printed::new(&brief);
    let out = printed.folder.path().join("attached");
    fs::create_dir(&out).unwrap();
    printed.ask("pdfdetach", &["-saveall", "-o", out.to_str().unwrap()]);
    let attached = fs::read(out.join("brief.json")).unwrap();
    assert_eq!(attached, json(&brief).unwrap());
    assert_eq!(read(&attached).unwrap(), brief);
}

#[test]
fn two_runs_give_the_same_bytes() {
    assert!(pdf(&strait()).unwrap() == pdf(&strait()).unwrap());
}

#[test]
fn the_page_is_read_in_the_order_of_its_sections() {
    let text = Printed::new(&strait()).all_text();
    let order = [
        "velmorawilltaxthekeshstrait",
        "bottomlineupfront",
        "keyjudgements",
        "scopenote",
        "discussion",
        "riskpicture",
        "keyassumptions",
        "alternativeanalysis",
        "outlookandindicators",
        "informationgaps",
        "“fromthefirstofapril",
        "sourcesummary",
        "velmorasetslevy",
        "howtoreadthisnote",
    ];
    let found: Vec<Option<usize>> = order.iter().map(|part| text.find(part)).collect();
    assert!(
        found.iter().all(Option::is_some) && found.is_sorted(),
        "{:?}",
        order.iter().zip(found).collect::<Vec<_>>()
    );
}

#[test]
fn headings_begin_at_level_one_and_the_matrix_is_described() {
    let printed = Printed::new(&strait());
    let plain = run(
        "qpdf",
        &[
            "--qdf",
            "--object-streams=disable",
            printed.path().to_str().unwrap(),
            "-",
        ],
    );
    let plain = String::from_utf8_lossy(&plain.stdout).into_owned();
    let headings = |level: u8| plain.matches(&format!("/S /H{level}\n")).count();
    assert_eq!((headings(1), (2..=6).map(headings).sum::<usize>()), (13, 0));
    assert!(plain.contains("/S /Figure"));
    assert!(plain.contains(
        "/Alt (Risk matrix, likelihood by impact. R-1 Levy enforced on all transits: likelihood Likely"
    ));
}

#[test]
fn an_unfilled_brief_prints_and_says_so() {
    let printed = Printed::new(&empty());
    assert_eq!(printed.pages(), 1);
    assert_eq!(printed.all_text().matches("notassessedinthisnote.").count(), 7);
}

/// Places whose strings are ids, closed sets or dates rather than text.
fn is_text(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    let closed = [
        "schema",
        "scale",
        "level",
        "paper",
        "template",
        "lang",
        "region",
        "scheme",
        "cite",
        "source",
        "grade",
        "stance",
        "trend",
        "reliability",
        "credibility",
        "rating",
        "type",
        "exact",
    ];
    let set = path.starts_with("/meta/keywords")
        || path.contains("/cites/")
        || path.contains("/selector/")
        || path.ends_with("/marking/label")
        || path == "/meta/date"
        || path.starts_with("/evidence/") && last == "kind";
    let id = last == "id" && !path.starts_with("/meta/") && !path.starts_with("/risks/");
    !closed.contains(&last) && !set && !id && !path.starts_with("/matrix/")
}

fn replace(value: &mut Value, path: &str, with: &mut dyn FnMut() -> String) {
    match value {
        Value::String(text) if is_text(path) => *text = with(),
        Value::Array(items) => items
            .iter_mut()
            .enumerate()
            .for_each(|(n, item)| replace(item, &format!("{path}/{n}"), with)),
        Value::Object(fields) => fields
            .iter_mut()
            .for_each(|(name, field)| replace(field, &format!("{path}/{name}"), with)),
        _ => {}
    }
}

#[test]
fn text_that_looks_like_markup_prints_as_written_in_every_field() {
    let mut value = serde_json::to_value(strait()).unwrap();
    let mut put = Vec::new();
    replace(&mut value, "", &mut || {
        let text = format!(
            "({}) #panic() $x$ *stars* <script> _u_ @ref \\u{{41}} \\\\ \"quotes\" {{a}} [b] // `c` = ~ -- '",
            put.len()
        );
        put.push(text.clone());
        text
    });
    let brief: BriefDocument = serde_json::from_value(value).unwrap();
    assert!(put.len() > 100, "only {} fields", put.len());
    let text = Printed::new(&brief).all_text();
    for written in put {
        assert!(text.contains(&squeezed(&written)), "{written} is not on the page");
    }
}

#[test]
fn titles_in_the_scripts_we_carry_are_printed() {
    let titles = [
        "Пролив под налогом",
        "Το στενό φορολογείται",
        "המצר ימוסה",
        "ضريبة على المضيق",
        "海峡将被征税",
        "Đường biển Łódź",
    ];
    for title in titles {
        let mut brief = strait();
        brief.meta.title = title.into();
        // Read as a person copies it: the tool puts right-to-left text back into reading order.
        let text = squeezed(&Printed::new(&brief).ask_for_text());
        assert!(text.contains(&squeezed(title)), "{title}");
    }
}

#[test]
fn what_cannot_be_printed_is_an_error_that_names_it() {
    let mut brief = strait();
    brief.discussion[0].push(Run::Text("ኢትዮጵያ".into()));
    let error = pdf(&brief).unwrap_err();
    assert!(
        matches!(&error, Error::Script { place, script, .. } if place == "discussion, paragraph 1" && script == "Ethiopic"),
        "{error}"
    );
    let mut brief = strait();
    brief.bluf.push(Run::Cite { cite: "E99".into() });
    assert_eq!(
        pdf(&brief).unwrap_err(),
        Error::UnknownCitation {
            place: "bottom line up front".into(),
            id: "E99".into()
        }
    );
}

#[test]
fn letter_paper_and_long_texts_keep_to_the_page() {
    let mut brief = strait();
    brief.meta.paper = "us-letter".into();
    brief.meta.title = "An unreasonably long title ".repeat(12);
    brief.marking.handling = Some("A long caveat that goes on. ".repeat(10));
    brief.evidence[0].quote = "A quote of many words. ".repeat(400);
    brief.sources[0].url = Some(format!("https://example.org/{}", "a".repeat(400)));
    let printed = Printed::new(&brief);
    assert!(Path::new(&printed.path()).is_file());
    assert!(printed.ask("pdfinfo", &[]).contains("612 x 792"));
    for page in 1..=printed.pages() {
        assert_eq!(
            printed.text(page, page).matches("tlp:amber+strict").count(),
            2,
            "page {page}"
        );
    }
}
