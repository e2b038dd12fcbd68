//! What is found in a small library, and where.

use model::{
    amended::Amended,
    annotation::Kind,
    article::{Capture, Field, Meta, Published},
    block::{Block, BlockKind, Role, number_blocks},
    tag::TagPath,
    text::{Indexed, Span},
};
use store::{article::NewArticle, source::SourceKind};

use super::*;
use crate::{
    WorkerProgram,
    annotate::{Annotate, Passage},
    assess::NewEntry,
    wording::Label,
};

const PORT: &[&str] = &[
    "The port of Selm stays closed, the ministry said.",
    "Ferries to Élan go on. Crews call the closure a “legitimate target” of talks.",
    "Nobody expects the port to open before spring.",
];
const GAS: &[&str] = &["Gas storage is full in Élan.", "Prices of natural gas fall."];

struct Shown {
    desk: Desk,
    port: Uid,
    _folder: tempfile::TempDir,
}

fn shown() -> Shown {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(folder.path(), WorkerProgram::current_exe().unwrap()).unwrap();
    let port = article(&desk, "Selm stays closed", PORT, "2026-02-02", "Harbour Ledger");
    let gas = article(&desk, "Storage is full", GAS, "2026-03-05", "World Wire");
    desk.write(Label::new("op-articles-tag").with("count", 1), move |w| {
        Ok(w.tag_article(gas, &TagPath::read("energy/gas").unwrap())?)
    })
    .unwrap();
    desk.annotate(Annotate {
        article: port.to_string(),
        passage: Passage::range(0, 8),
        kind: Kind::Fact,
        note: Some("Harbour master confirms".into()),
        tags: Vec::new(),
        speaker: None,
        credibility: None,
    })
    .unwrap();
    desk.new_risk(NewEntry {
        title: Some("Closure of Selm".into()),
        ..NewEntry::default()
    })
    .unwrap();
    Shown {
        desk,
        port,
        _folder: folder,
    }
}

/// Adds an article of `paragraphs`.
pub(crate) fn article(
    desk: &Desk,
    headline: &str,
    paragraphs: &[&str],
    day: &str,
    outlet: &'static str,
) -> Uid {
    let mut blocks = vec![Block::plain(
        Role::Headline,
        BlockKind::Heading { level: 1 },
        headline,
        None,
    )];
    let body = paragraphs.iter();
    blocks.extend(body.map(|text| Block::plain(Role::Body, BlockKind::Paragraph, *text, None)));
    number_blocks(&mut blocks);
    let meta = Meta {
        published: Some(Field::typed(Published {
            date: day.parse().unwrap(),
            time: None,
            zone: None,
        })),
        ..Meta::titled(Field::typed(headline.to_owned()))
    };
    let capture = Capture {
        meta,
        blocks,
        removed: Vec::new(),
        candidates: Vec::new(),
        amended: Amended::default(),
        parser: "text/1".into(),
        encoding: "UTF-8".into(),
    };
    let snapshot = headline.as_bytes().to_vec();
    let added = desk.write(Label::new("op-import").with("title", headline), move |w| {
        let source = w.source_or_new(outlet, SourceKind::Outlet)?;
        Ok(w.add_article(&NewArticle {
            capture,
            snapshot,
            file_name: None,
            source: Some(source),
        })?)
    });
    added.unwrap().0
}

impl Shown {
    #[track_caller]
    fn check(&self, typed: &str, expected: &[&str]) {
        let results = self.desk.search_all(typed, None, None).unwrap();
        let line = |found: &Found| {
            let words = found
                .passage
                .as_ref()
                .map(|cut| format!("{}[{}]{}", cut.before, cut.hit, cut.after));
            format!(
                "{:?} {} {}",
                found.sort,
                found.locator.as_deref().unwrap_or("-"),
                words.unwrap_or_else(|| found.title.clone())
            )
        };
        assert_eq!(
            results.found.iter().map(line).collect::<Vec<_>>(),
            expected,
            "{typed}"
        );
    }
}

#[test]
fn articles_passages_notes_and_risks_are_found_by_their_words() {
    let shown = shown();
    shown.check(
        "selm",
        &[
            "Article - Selm stays closed",
            "Passage ¶1 The port of [Selm] stays closed, the ministry said.",
            "Note Headline [Selm] sta",
            "Risk - Closure of Selm",
        ],
    );
    shown.check("harbour", &["Note Headline [Harbour] master confirms"]);
    shown.check(
        "elan clos",
        &[
            "Article - Selm stays closed",
            "Passage ¶2 Ferries to [Élan] go on. Crews call the closure a “legitimate target” of talks.",
        ],
    );
}

#[test]
fn a_query_narrows_by_tag_source_day_kind_and_what_must_not_stand_there() {
    let shown = shown();
    let counts = |typed: &str| {
        let counts = shown.desk.search_all(typed, None, None).unwrap().counts;
        (counts.articles, counts.passages, counts.notes, counts.risks)
    };
    assert_eq!(counts("elan"), (2, 2, 0, 0));
    assert_eq!(counts("elan tag:energy"), (1, 1, 0, 0));
    assert_eq!(counts("elan -gas"), (1, 1, 0, 0));
    assert_eq!(counts("elan source:ledger"), (1, 1, 0, 0));
    assert_eq!(counts("elan after:2026-03"), (1, 1, 0, 0));
    assert_eq!(counts("kind:fact"), (1, 0, 1, 0));
    assert_eq!(counts("kind:claim"), (0, 0, 0, 0));
    assert_eq!(counts(""), (0, 0, 0, 0));
}

#[test]
fn where_a_passage_stands_is_counted_in_the_articles_text() {
    let shown = shown();
    let found = shown
        .desk
        .search_all("spring", Some(Sort::Passage), None)
        .unwrap()
        .found;
    let text = shown.desk.text(&shown.port.to_string()).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(Indexed::new(&text).slice(found[0].at.unwrap()), "spring");
    assert_eq!(found[0].article, Some(shown.port));
    let note = &shown
        .desk
        .search_all("kind:fact", Some(Sort::Note), None)
        .unwrap()
        .found[0];
    assert_eq!(note.at, Some(Span::new(0, 8)));
}

#[test]
fn when_nothing_is_found_the_part_that_cost_most_is_offered_to_be_dropped() {
    let shown = shown();
    let way_out = |typed: &str| shown.desk.search_all(typed, None, None).unwrap().way_out;
    let offered = way_out("elan zeppelin kind:fact").unwrap_or_else(|| panic!("no way out"));
    assert_eq!(
        (offered.part.as_str(), offered.rest.as_str()),
        ("zeppelin", "elan kind:fact")
    );
    assert_eq!(way_out("zeppelin"), None);
    assert_eq!(way_out("elan"), None);
}

#[test]
fn a_page_goes_on_behind_the_last_record() {
    let shown = shown();
    for n in 0..60 {
        article(
            &shown.desk,
            &format!("Notice {n}"),
            &["Quay notice."],
            "2026-01-01",
            "Harbour Ledger",
        );
    }
    let first = shown.desk.search_all("quay", Some(Sort::Article), None).unwrap();
    assert_eq!((first.found.len(), first.counts.articles), (50, 60));
    let next = first.next.unwrap().to_string();
    let second = shown
        .desk
        .search_all("quay", Some(Sort::Article), Some(&next))
        .unwrap();
    assert_eq!((second.found.len(), second.next), (10, None));
    let mut all: Vec<Uid> = first
        .found
        .iter()
        .chain(&second.found)
        .map(|found| found.uid)
        .collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 60);
}

#[test]
fn the_palette_finds_records_by_the_beginnings_of_their_words_then_passages() {
    let shown = shown();
    let find = |typed: &str, sorts: &[Sort]| -> Vec<(Sort, String)> {
        let found = shown.desk.find(typed, sorts, 8).unwrap();
        found.into_iter().map(|found| (found.sort, found.title)).collect()
    };
    let named = |sort, title: &str| (sort, title.to_owned());
    assert_eq!(
        find("sel clo", &[]),
        [
            named(Sort::Risk, "Closure of Selm"),
            named(Sort::Article, "Selm stays closed"),
            named(Sort::Passage, "Selm stays closed"),
        ]
    );
    assert_eq!(find("gas", &[Sort::Tag]), [named(Sort::Tag, "energy/gas")]);
    assert_eq!(find("", &[Sort::Source]).len(), 2);
    assert_eq!(find("r-1", &[]), [named(Sort::Risk, "Closure of Selm")]);
    assert_eq!(find("harbour ma", &[]), [named(Sort::Note, "Selm stays closed")]);
}

#[test]
fn what_is_in_the_trash_is_not_found() {
    let shown = shown();
    shown.desk.trash(&shown.port.to_string()).unwrap();
    shown.desk.trash("R-1").unwrap();
    shown.check("selm", &[]);
    assert_eq!(shown.desk.find("selm", &[], 8).unwrap(), []);
}

#[test]
fn a_few_letters_of_each_word_are_enough_for_a_name() {
    assert!(begins_as("energy/natural gas", "nat en"));
    assert!(begins_as("Agence Élan", "#elan"));
    assert!(!begins_as("energy/gas", "as"));
}
