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

use super::held_already;
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

/// What the library holds that is like `capture`, the most alike first.
pub(super) fn alike(r: &Read<'_>, snapshot: &Sha256Hex, capture: &Capture) -> Result<Vec<Alike>> {
    let mut found = Vec::new();
    if let Some(same) = held_already(r, snapshot, &canonical_text(&capture.blocks), capture)? {
        found.push(shown(r, same, Likeness::Same)?);
    }
    let runs = runs(capture);
    let page = page_of(r, capture, &runs)?;
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
