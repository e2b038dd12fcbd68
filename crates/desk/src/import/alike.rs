//! Articles that are there already: the same one, another state of the same page, one that shares words, one under the same
//! title.
//!
//! Candidates come from addresses, from the sketches of texts and from the index of headlines, so it costs what is alike and
//! not what is in the library. The figure that is shown is counted on the texts.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use model::{
    Sha256Hex, Uid,
    address::Pages,
    article::{Capture, canonical_text, said},
    sketch::{self, Sketch},
    text::fold_words,
    word,
};
use serde::Serialize;
use store::Read;

use super::{agree, incoming::Came};
use crate::Result;

/// Articles that are compared.
const CANDIDATES: u32 = 8;
/// Likeness in percent from which an article is worth a word.
const ALIKE_FROM: u8 = 40;
/// What a page must share with the article that states the same address, where nobody knows where it was found: sites exist
/// that print one address on all their pages.
const SAME_PAGE_FROM: f64 = 0.1;
/// The same, where the two were found at different addresses or say different days: only a text that was taken over is still
/// the same article then.
const SAME_PAGE_ELSEWHERE_FROM: f64 = 0.5;

/// In what way an article is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// The same bytes, or the same text with nothing that contradicts it.
    Same,
    /// An earlier state of the same page: shared words, in percent.
    Page(u8),
    /// Shared words, in percent; below 100 as long as a word differs.
    Shared(u8),
    /// Only the title is the same.
    Title,
}

/// An article that this one may be a copy of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alike {
    /// The article.
    pub uid: Uid,
    /// Its title.
    pub headline: String,
    /// The day it was published, YYYY-MM-DD.
    pub published: Option<String>,
    /// Whether it is in the trash.
    pub trashed: bool,
    /// How like it is.
    pub likeness: Likeness,
}

/// The article that already is what came: its newest version has the same bytes, or the same text with nothing said that
/// contradicts it. A text that another outlet or another day printed is another article. The bytes of an older version are held
/// as well when a file has them; a page that has them now went back to what it said.
pub(super) fn held_already(r: &Read<'_>, came: &Came, capture: &Capture) -> Result<Option<Uid>> {
    let snapshot = Sha256Hex::of(&came.bytes);
    if let Some(held) = r.article_of_snapshot(&snapshot)?
        && (came.fetched.is_none() || r.newest_version(held)?.snapshot == snapshot)
    {
        return Ok(Some(held));
    }
    with_text(r, capture, true)
}

/// The article that once was what came and isn't any more, where nothing says that it is one page.
pub(super) fn held_before(r: &Read<'_>, capture: &Capture) -> Result<Option<Uid>> {
    with_text(r, capture, false)
}

/// An article that has the text of `capture`, now or ever, and says nothing that contradicts it.
fn with_text(r: &Read<'_>, capture: &Capture, now: bool) -> Result<Option<Uid>> {
    let text = canonical_text(&capture.blocks);
    for held in r.articles_with_text(&text)? {
        let newest = r.newest_version(held)?;
        if (!now || newest.text == text) && agree(&newest.capture.meta, &capture.meta) {
            return Ok(Some(held));
        }
    }
    Ok(None)
}

/// What the library holds that is like `capture`, which was read in what came, the most alike first.
pub(super) fn alike(r: &Read<'_>, came: &Came, capture: &Capture) -> Result<Vec<Alike>> {
    let mut found = Vec::new();
    let runs = runs(capture);
    let page = page_of(r, capture, &runs)?;
    let same = match held_already(r, came, capture)? {
        None if page.is_none() => held_before(r, capture)?,
        same => same,
    };
    if let Some(same) = same {
        found.push(shown(r, same, Likeness::Same)?);
    }
    let title: Vec<String> = word::words(&capture.meta.headline.value).collect();
    let candidates = page
        .into_iter()
        .chain(r.articles_sharing_runs(&Sketch::of_runs(&runs), CANDIDATES)?)
        .chain(r.articles_headed(&title, CANDIDATES)?);
    let mut looked_at: BTreeSet<Uid> = found.iter().map(|f| f.uid).collect();
    for uid in candidates {
        if !looked_at.insert(uid) {
            continue;
        }
        let held = r.newest_version(uid)?.capture;
        let share = sketch::shared(&runs, &self::runs(&held)).of_all;
        // Rounded down, so that only equal texts are wholly alike.
        let percent = (share * 100.0) as u8;
        let likeness = match percent {
            _ if page == Some(uid) => Likeness::Page(percent),
            ALIKE_FROM.. => Likeness::Shared(percent),
            _ if same_title(&held, capture) => Likeness::Title,
            _ => continue,
        };
        found.push(shown(r, uid, likeness)?);
    }
    found.sort_by_key(|f| match f.likeness {
        Likeness::Same => 0,
        Likeness::Page(_) => 1,
        Likeness::Shared(percent) => 102 - percent,
        Likeness::Title => 102,
    });
    Ok(found)
}

/// The article of which `capture` is another state: of the same page, by where it was found or by what it calls its own
/// address. An address alone is too little: servers answer with the page to log in at, and sites print one address everywhere.
pub(super) fn page_held(r: &Read<'_>, capture: &Capture) -> Result<Option<Uid>> {
    page_of(r, capture, &runs(capture))
}

/// [`page_held`], with the runs of `capture`.
fn page_of(r: &Read<'_>, capture: &Capture, runs: &BTreeSet<i64>) -> Result<Option<Uid>> {
    let pages = Pages::of(&capture.meta);
    for uid in r.articles_at(pages.own(), CANDIDATES)? {
        let held = r.newest_version(uid)?.capture;
        let found_there = Pages::of(&held.meta).found;
        let share = || sketch::shared(runs, &self::runs(&held)).of_shorter;
        let borne_out = if pages.found.is_some() && pages.found == found_there {
            same_title(&held, capture) || share() >= SAME_PAGE_FROM
        } else if differ(outlet(&held), outlet(capture)) {
            false
        } else if pages.found.is_some() && found_there.is_some() || differ(day(&held), day(capture)) {
            share() >= SAME_PAGE_ELSEWHERE_FROM
        } else {
            same_title(&held, capture) || share() >= SAME_PAGE_FROM
        };
        if borne_out {
            return Ok(Some(uid));
        }
    }
    Ok(None)
}

/// Whether two records can be of one article: they have the title in common, or words.
pub(super) fn may_be_one(a: &Capture, b: &Capture) -> bool {
    same_title(a, b) || sketch::shared(&runs(a), &runs(b)).of_shorter >= SAME_PAGE_FROM
}

/// Whether both are known and differ.
fn differ<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a != b)
}

fn outlet(capture: &Capture) -> Option<&str> {
    capture.meta.outlet.as_ref().map(|outlet| outlet.value.as_str())
}

fn day(capture: &Capture) -> Option<NaiveDate> {
    capture.meta.published.as_ref().map(|day| day.value.date)
}

/// Whether `capture` says that it is of an earlier day than what is held.
pub(super) fn is_earlier(capture: &Capture, held: &Capture) -> bool {
    day(capture).zip(day(held)).is_some_and(|(new, held)| new < held)
}

fn same_title(a: &Capture, b: &Capture) -> bool {
    fold_words(&a.meta.headline.value) == fold_words(&b.meta.headline.value)
}

fn runs(capture: &Capture) -> BTreeSet<i64> {
    sketch::runs(&said(&capture.blocks))
}

pub(super) fn shown(r: &Read<'_>, uid: Uid, likeness: Likeness) -> Result<Alike> {
    let row = r.article(uid)?;
    Ok(Alike {
        uid,
        headline: row.headline,
        published: row.published.map(|day| day.to_string()),
        trashed: row.trashed,
        likeness,
    })
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use model::article::{Field, Published};

    use super::*;
    use crate::import::{
        Added, ImportStatus, imported,
        version_tests::{add, desk, page},
    };

    const CLOSED: &str = "The port of Selm stays closed after a vote of the customs officers on Monday.";
    const SHIPS: &str = "Ships wait off the northern mole for a berth, and nobody knows for how long.";

    fn strait(day: u32, paragraphs: &[&str], encoding: &str) -> Capture {
        let mut capture = page("https://strait.example/port", "", "Port stays closed", paragraphs);
        capture.meta.published = Some(Field::typed(Published {
            date: NaiveDate::from_ymd_opt(2026, 2, day).unwrap(),
            time: None,
            zone: None,
        }));
        capture.encoding = encoding.to_owned();
        capture
    }

    #[test]
    fn a_file_of_an_earlier_day_is_no_new_version_and_says_so_and_its_very_bytes_are_there_already() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        // By name: `friday.html`, `monday.html`.
        assert!(matches!(
            add(&desk, &strait(6, &[CLOSED, SHIPS], "UTF-8")),
            Added::New { .. }
        ));
        let monday = imported(
            &PathBuf::from("monday.html"),
            add(&desk, &strait(2, &[CLOSED], "UTF-8")),
        );
        assert_eq!((monday.status, monday.version), (ImportStatus::Duplicate, None));
        assert!(monday.problem.unwrap().contains("earlier state"));
        let article = monday.article.unwrap();
        assert_eq!(desk.versions(&article).unwrap().len(), 1);

        let sunday = strait(8, &[CLOSED], "UTF-8");
        assert!(matches!(add(&desk, &sunday), Added::Version { .. }));
        let friday = add(&desk, &strait(6, &[CLOSED, SHIPS], "UTF-8"));
        assert!(matches!(friday, Added::Held(_)), "an import that is begun again");
        // The page says again what it said on Friday.
        let later = add(&desk, &strait(9, &[CLOSED, SHIPS], "UTF-8"));
        assert!(matches!(later, Added::Version { added, .. } if added.number == 3));
    }

    #[test]
    fn a_text_without_an_address_that_was_corrected_since_is_not_added_once_more() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let pasted = |encoding| {
            let mut capture = strait(2, &[CLOSED, SHIPS], encoding);
            capture.meta.url = None;
            capture
        };
        let Added::New { uid, .. } = add(&desk, &pasted("UTF-8")) else {
            panic!("it is new");
        };
        let title = crate::import::Correction {
            field: model::amended::RecordField::Title,
            value: "Selm stays shut".to_owned(),
            line: None,
        };
        desk.correct_article(&uid.to_string(), vec![title], crate::import::Pieces::default())
            .unwrap()
            .unwrap();
        assert!(matches!(add(&desk, &pasted("windows-1252")), Added::Held(held) if held.uid == uid));
    }
}
