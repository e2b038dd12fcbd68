//! A further version of an article: of the same bytes with a corrected record, or of a page that changed.
//!
//! The version before stays: briefs that cite it go on quoting it. Annotations move along, each found again by its own words
//! or, where these changed, by where it stood; what was cited and reads differently now is listed.

use model::{
    Uid,
    address::Pages,
    anchor::{self, AnchorState},
    article::{Capture, canonical_text},
    block::{Block, Role},
    diff::diff,
    text::Indexed,
};
use serde::Serialize;
use store::{Read, Write, article::Version};

use super::{
    record::{Correction, Pieces, RecordField, correct},
    short, source_of,
};
use crate::{Desk, Result, desk::uid, wording::Label};

/// How many annotations hold how well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AnchorCounts {
    /// The same words at the same place.
    pub exact: u32,
    /// The same words elsewhere.
    pub moved: u32,
    /// Similar words.
    pub approximate: u32,
    /// Not found; kept with their words.
    pub orphan: u32,
}

/// A passage that evidence or a brief rests on, and that reads differently in the newest version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangedPassage {
    /// The annotation.
    pub annotation: Uid,
    /// Its words when they were marked.
    pub quote: String,
    /// What stands there now; nothing when it wasn't found.
    pub now: Option<String>,
    /// The risks it bears on: R-3.
    pub risks: Vec<String>,
    /// The briefs that cite it: CN-2026-003.
    pub briefs: Vec<String>,
}

/// A version that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VersionAdded {
    /// The article.
    pub article: Uid,
    /// The version.
    pub version: Uid,
    /// 2, 3 … within the article.
    pub number: u32,
    /// How its annotations hold.
    pub anchors: AnchorCounts,
    /// What is cited and reads differently now.
    pub changed: Vec<ChangedPassage>,
}

impl Desk {
    /// Makes `capture`, read in `bytes`, the newest version of an article, with every annotation in its place. Nothing when it
    /// says what the newest version says. One undo step.
    pub fn add_version(
        &self,
        article: &str,
        capture: Capture,
        bytes: Vec<u8>,
    ) -> Result<Option<VersionAdded>> {
        let article = uid(article)?;
        let title = self.read(|r| Ok::<_, crate::Failure>(r.article(article)?.headline))?;
        let label = Label::new("op-version-add").with("title", short(&title));
        let (added, _) = self.write(label, move |w| {
            let newest = w.newest_version(article)?;
            let same = canonical_text(&newest.capture.blocks) == canonical_text(&capture.blocks);
            (!same)
                .then(|| new_version(w, article, &bytes, capture))
                .transpose()
        })?;
        Ok(added)
    }

    /// The passages of an article that evidence or a brief rests on and that read differently in its newest version.
    pub fn changed_passages(&self, article: &str) -> Result<Vec<ChangedPassage>> {
        let article = uid(article)?;
        self.read(|r| changed_passages(r, &r.newest_version(article)?))
    }
}

/// Makes `capture`, read in `bytes`, the newest version of an article. What the analyst typed into the record before goes on
/// standing in it.
pub(crate) fn new_version(
    w: &mut Write<'_>,
    article: Uid,
    bytes: &[u8],
    mut capture: Capture,
) -> Result<VersionAdded> {
    let newest = w.newest_version(article)?;
    keep_what_was_typed(&newest.capture, &mut capture)?;
    let source = source_of(&capture).filter(|source| source_of(&newest.capture).as_ref() != Some(source));
    let added = follow_up(w, &newest, &capture, Some(bytes))?;
    // A page that stopped naming its outlet is still that outlet's.
    if let Some((name, kind)) = source {
        let source = w.source_or_new(&name, kind)?;
        w.set_article_source(article, Some(source))?;
    }
    Ok(added)
}

/// Adds the version after `newest`, with the annotations and what was set aside.
pub(super) fn follow_up(
    w: &mut Write<'_>,
    newest: &Version,
    capture: &Capture,
    bytes: Option<&[u8]>,
) -> Result<VersionAdded> {
    let version = w.add_version(newest, capture, bytes)?;
    let version = w.version(version)?;
    for number in w.claims_set_aside(newest.uid)? {
        let claim = |blocks: &[Block]| nth_claim(blocks, number);
        if claim(&newest.capture.blocks) == claim(&capture.blocks) {
            w.set_claim_aside(version.uid, number, true)?;
        }
    }
    let anchors = carry_anchors(w, newest, &version)?;
    Ok(VersionAdded {
        article: newest.article,
        version: version.uid,
        number: version.number,
        anchors,
        changed: changed_passages(w, &version)?,
    })
}

fn nth_claim(blocks: &[Block], number: u32) -> Option<String> {
    let nth = usize::try_from(number).ok()?.checked_sub(1)?;
    Some(blocks.iter().filter(|b| b.role == Role::Risk).nth(nth)?.text())
}

/// Fields that were typed, or chosen by a rule, stay as they were said; where a version was found is its own business.
pub(super) fn keep_what_was_typed(held: &Capture, capture: &mut Capture) -> Result<()> {
    let typed = RecordField::ALL
        .into_iter()
        .filter(|field| *field != RecordField::Url);
    let corrections: Vec<Correction> = typed
        .map(|field| field.shown(&held.meta))
        .filter(|shown| shown.typed && !shown.field.shown(&capture.meta).typed)
        .map(|shown| Correction {
            field: shown.field,
            value: shown.value,
            line: None,
        })
        .collect();
    correct(capture, &corrections, &Pieces::default(), &[])?;
    if capture.meta.url.is_none() && Pages::of(&capture.meta).stated.is_none() {
        capture.meta.url = held.meta.url.clone();
    }
    Ok(())
}

/// Ties every annotation of the version `from` to the version `to`.
fn carry_anchors(w: &mut Write<'_>, from: &Version, to: &Version) -> Result<AnchorCounts> {
    let (old, new) = (Indexed::new(&from.text), Indexed::new(&to.text));
    let anchors = w.anchors(from)?;
    // Only passages need the difference of two texts.
    let pieces = if anchors.is_empty() {
        Vec::new()
    } else {
        diff(&from.text, &to.text)
    };
    let mut counts = AnchorCounts::default();
    for (annotation, before) in anchors {
        let placement = anchor::follow(&old, &new, &pieces, &before);
        let here = placement.at.and_then(|at| anchor::capture(&new, at));
        w.anchor(annotation, to, &here.unwrap_or(before), &placement)?;
        if !w.annotation(annotation)?.trashed {
            *match placement.state {
                AnchorState::Exact => &mut counts.exact,
                AnchorState::Moved => &mut counts.moved,
                AnchorState::Approximate => &mut counts.approximate,
                AnchorState::Orphan => &mut counts.orphan,
            } += 1;
        }
    }
    Ok(counts)
}

fn changed_passages(r: &Read<'_>, version: &Version) -> Result<Vec<ChangedPassage>> {
    let text = Indexed::new(&version.text);
    let mut changed = Vec::new();
    for row in r.annotations(version.article)? {
        let now = row.span().map(|at| text.slice(at));
        if row.version != version.uid || now == Some(row.quote.as_str()) {
            continue;
        }
        let links = r.annotation_links(row.uid)?;
        let citing = r.briefs_citing_passage(row.uid)?;
        if links.is_empty() && citing.is_empty() {
            continue;
        }
        changed.push(ChangedPassage {
            annotation: row.uid,
            now: now.map(str::to_owned),
            quote: row.quote,
            risks: links.into_iter().map(|link| link.number.to_string()).collect(),
            briefs: citing.into_iter().map(|brief| brief.serial).collect(),
        });
    }
    Ok(changed)
}
