//! A further version of an article: of the same bytes with a corrected record, or of a page that changed.
//!
//! The version before stays: briefs that cite it go on quoting it. Annotations move along, each found again by its own words
//! or, where these changed, by where it stood; what was cited and reads differently now is listed.

use model::{
    Uid,
    anchor::{self, AnchorState, Selectors},
    article::{Capture, canonical_text},
    diff::diff,
    text::Indexed,
};
use serde::Serialize;
use store::{
    Read, Write,
    article::{Original, Version},
    source::SourceKind,
};

use super::{agree, do_again::do_again, incoming::Came, picture::carry_pictures, short, source_of};
use crate::{Desk, Result, claim::same_claim, desk::uid, wording::Label};

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
        let came = Came::file(bytes, None);
        let (added, _) = self.write(label, move |w| new_version(w, article, &came, capture))?;
        Ok(added)
    }

    /// The passages of an article that evidence or a brief rests on and that read differently in its newest version.
    pub fn changed_passages(&self, article: &str) -> Result<Vec<ChangedPassage>> {
        let article = uid(article)?;
        self.read(|r| changed_passages(r, &r.newest_version(article)?))
    }
}

/// Makes `capture`, read in what came, the newest version of an article. What the analyst did to the record before is done to
/// it again; when it then says what the newest version says, the page says nothing new, and no version is made.
pub(super) fn new_version(
    w: &mut Write<'_>,
    article: Uid,
    came: &Came,
    mut capture: Capture,
) -> Result<Option<VersionAdded>> {
    let newest = w.newest_version(article)?;
    do_again(&newest.capture, &mut capture);
    if canonical_text(&capture.blocks) == newest.text && agree(&newest.capture.meta, &capture.meta) {
        return Ok(None);
    }
    // A page that stopped naming its outlet is still that outlet's, and not its author's.
    let outlet_known = w
        .article_source(article)?
        .is_some_and(|s| s.kind == SourceKind::Outlet.as_str());
    let source = source_of(&capture)
        .filter(|source| source_of(&newest.capture).as_ref() != Some(source))
        .filter(|(_, kind)| *kind == SourceKind::Outlet || !outlet_known);
    let original = Original {
        bytes: &came.bytes,
        file_name: came.file_name.as_deref(),
    };
    let added = follow_up(w, &newest, &capture, Some(original))?;
    if let Some((name, kind)) = source {
        let source = w.source_or_new(&name, kind)?;
        w.set_article_source(article, Some(source))?;
    }
    Ok(Some(added))
}

/// Adds the version after `newest`, with the annotations, the pictures and what was set aside.
pub(super) fn follow_up(
    w: &mut Write<'_>,
    newest: &Version,
    capture: &Capture,
    original: Option<Original<'_>>,
) -> Result<VersionAdded> {
    let version = w.add_version(newest, capture, original)?;
    let version = w.version(version)?;
    carry_pictures(w, newest, &version)?;
    for number in w.claims_set_aside(newest.uid)? {
        if let Some(now) = same_claim(&newest.capture.blocks, number, &capture.blocks) {
            w.set_claim_aside(version.uid, now, true)?;
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

/// What a passage with other words than the marked ones scores at most: less than any with the same words.
const LIKE_AT_MOST: f64 = 0.5;

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
        let row = w.annotation(annotation)?;
        let follow = |selectors: &Selectors| anchor::follow(&old, &new, &pieces, selectors);
        // A page may come back to the words that were marked.
        let marked = Selectors {
            exact: row.quote,
            ..before.clone()
        };
        let mut placement = follow(&marked);
        if placement.at.is_none() && marked != before {
            placement = follow(&before);
        }
        let here = placement.at.and_then(|at| anchor::capture(&new, at));
        // Words that are only like the marked ones don't become them by staying.
        if here.as_ref().is_some_and(|here| here.exact != marked.exact) {
            placement.state = AnchorState::Approximate;
            placement.score = placement.score.min(LIKE_AT_MOST);
        }
        w.anchor(annotation, to, &here.unwrap_or(before), &placement)?;
        if !row.trashed {
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

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::Arc;

    use model::{
        amended::Amended,
        annotation::Kind,
        article::{ArticleState, Field, Meta},
        block::{Block, BlockKind, Role, number_blocks},
        evidence::{Stance, Weight},
    };

    use super::*;
    use crate::{
        WorkerProgram,
        annotate::{Annotate, Passage},
        assess::NewEntry,
        import::{Added, Addition, Correction, Pieces, RecordField},
    };

    /// A page as it would be read: its address, outlet, title and paragraphs.
    pub(crate) fn page(url: &str, outlet: &str, title: &str, paragraphs: &[&str]) -> Capture {
        let mut blocks = vec![Block::plain(
            Role::Headline,
            BlockKind::Heading { level: 1 },
            title,
            None,
        )];
        let body = paragraphs.iter();
        blocks.extend(body.map(|text| Block::plain(Role::Body, BlockKind::Paragraph, *text, None)));
        number_blocks(&mut blocks);
        let at = model::text::Span::new(0, 1);
        let stated = |value: &str| (!value.is_empty()).then(|| Field::parsed(value.to_owned(), at));
        Capture {
            meta: Meta {
                url: (!url.is_empty()).then(|| Field::typed(url.to_owned())),
                outlet: stated(outlet),
                ..Meta::titled(Field::parsed(title.to_owned(), at))
            },
            blocks,
            removed: Vec::new(),
            candidates: Vec::new(),
            amended: Amended::default(),
            parser: "html/1".to_owned(),
            encoding: "UTF-8".to_owned(),
        }
    }

    pub(crate) fn desk(folder: &std::path::Path) -> Desk {
        Desk::open(folder, WorkerProgram::current_exe().unwrap()).unwrap()
    }

    /// Imports a page; all that its record says stands for its bytes.
    pub(in crate::import) fn add(desk: &Desk, capture: &Capture) -> Added {
        let addition = Addition {
            came: Came::file(format!("{capture:?}").into_bytes(), None),
            capture: capture.clone(),
            state: ArticleState::Inbox,
            tags: Vec::new(),
            keep_both: false,
            draft: None,
        };
        desk.add(&Arc::new(addition)).unwrap()
    }

    pub(crate) fn imported(desk: &Desk, capture: &Capture) -> String {
        match add(desk, capture) {
            Added::New { uid, .. } => uid.to_string(),
            Added::Version { headline, .. } => panic!("a new version: {headline}"),
            Added::Held(held) | Added::Earlier(held) => panic!("held: {}", held.headline),
        }
    }

    /// Marks words and links them to a new risk where asked; gives the annotation.
    pub(crate) fn mark(desk: &Desk, article: &str, words: &str, risk: Option<&str>) -> String {
        let request = Annotate {
            article: article.to_owned(),
            passage: Passage::Quote {
                exact: words.to_owned(),
                prefix: None,
                suffix: None,
                near: None,
            },
            kind: Kind::Fact,
            note: None,
            tags: Vec::new(),
            speaker: None,
            credibility: None,
        };
        let marked = desk.annotate(request).unwrap().uid.to_string();
        if let Some(risk) = risk {
            desk.link(risk, &marked, Stance::Supports, Weight::M).unwrap();
        }
        marked
    }

    pub(crate) fn risk(desk: &Desk, title: &str) -> String {
        let entry = NewEntry {
            title: Some(title.to_owned()),
            statement: None,
            from: None,
        };
        desk.new_risk(entry).unwrap().uid.to_string()
    }

    const ADDRESS: &str = "https://strait.example/port-closed?utm_source=letter";
    const OUTLET: &str = "The Strait Post";
    const TITLE: &str = "Port stays closed";
    const FIRST: [&str; 3] = [
        "The port of Selm stays closed after a vote of the customs officers on Monday.",
        "Ships wait off the northern mole for a berth, and nobody knows for how long.",
        "The ministry said that talks go on.",
    ];

    #[test]
    fn a_changed_page_is_a_new_version_that_lists_what_was_cited_and_reads_differently_and_undo_takes_it_back()
     {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let article = imported(&desk, &page(ADDRESS, OUTLET, TITLE, &FIRST));
        let entry = risk(&desk, "Closure");
        mark(
            &desk,
            &article,
            "Ships wait off the northern mole for a berth",
            Some(&entry),
        );
        mark(&desk, &article, "stays closed after a vote", Some(&entry));
        mark(&desk, &article, "talks go on", None);

        let later = [
            "Update: officers voted again.",
            FIRST[0],
            "Ships wait off the southern mole for a berth, and nobody knows for how long.",
            "The ministry said nothing.",
        ];
        let changed = page("http://www.strait.example/port-closed/", OUTLET, TITLE, &later);
        let Added::Version { added, .. } = add(&desk, &changed) else {
            panic!("no new version");
        };
        assert_eq!((added.article.to_string(), added.number), (article.clone(), 2));
        let counts = AnchorCounts {
            exact: 0,
            moved: 1,
            approximate: 1,
            orphan: 1,
        };
        assert_eq!(added.anchors, counts);
        let [passage] = &added.changed[..] else {
            panic!("{:?}", added.changed)
        };
        assert_eq!(passage.quote, "Ships wait off the northern mole for a berth");
        assert_eq!(
            passage.now.as_deref(),
            Some("Ships wait off the southern mole for a berth")
        );
        assert_eq!(passage.risks, ["R-1"]);
        assert_eq!(desk.changed_passages(&article).unwrap(), added.changed);
        assert_eq!(desk.versions(&article).unwrap().len(), 2);
        let difference = desk.difference(&article, None).unwrap();
        assert!(
            difference.pieces.iter().any(|p| p.text == "southern"),
            "{difference:?}"
        );
        assert_eq!(desk.check().unwrap().findings, []);

        // The same again, and the state before once more, are there already.
        assert!(matches!(add(&desk, &changed), Added::Held(_)));
        assert!(matches!(
            add(&desk, &page(ADDRESS, OUTLET, TITLE, &FIRST)),
            Added::Held(_)
        ));
        assert_eq!(desk.undo().unwrap().label, "New version of “Port stays closed”");
        assert_eq!(desk.versions(&article).unwrap().len(), 1);
        assert!(
            desk.annotations(&article)
                .unwrap()
                .iter()
                .all(|a| a.row.state == AnchorState::Exact)
        );
        desk.redo().unwrap();
        assert_eq!(desk.versions(&article).unwrap().len(), 2);
        // What came back by redo is found by its address again.
        let third = page(ADDRESS, OUTLET, TITLE, &FIRST[..2]);
        assert!(matches!(add(&desk, &third), Added::Version { .. }));
        assert_eq!(desk.check().unwrap().findings, []);
    }

    #[test]
    fn a_passage_that_reads_differently_stays_so_until_its_own_words_come_back() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let article = imported(&desk, &page(ADDRESS, OUTLET, TITLE, &FIRST));
        let entry = risk(&desk, "Closure");
        let words = "Ships wait off the northern mole for a berth";
        mark(&desk, &article, words, Some(&entry));
        let versions = [
            (
                "Ships wait off the southern mole for a berth, and nobody knows for how long.",
                AnchorState::Approximate,
            ),
            // Another paragraph changes, not this one.
            (
                "Ships wait off the southern mole for a berth, and nobody knows for how long.",
                AnchorState::Approximate,
            ),
            (FIRST[1], AnchorState::Exact),
        ];
        for (n, (paragraph, state)) in versions.into_iter().enumerate() {
            let last = format!("The ministry said {n} times that talks go on.");
            let capture = page(ADDRESS, OUTLET, TITLE, &[FIRST[0], paragraph, &last]);
            let bytes = last.clone().into_bytes();
            let added = desk.add_version(&article, capture, bytes).unwrap().unwrap();
            let marked = &desk.annotations(&article).unwrap()[0];
            assert_eq!(marked.row.state, state, "version {}", added.number);
            assert_eq!(added.changed.is_empty(), state == AnchorState::Exact);
        }
    }

    #[test]
    fn what_was_typed_into_the_record_stands_in_the_next_version_too() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let article = imported(&desk, &page(ADDRESS, "", TITLE, &FIRST));
        let typed = |field, value: &str| Correction {
            field,
            value: value.to_owned(),
            line: None,
        };
        let corrections = vec![
            typed(RecordField::Outlet, OUTLET),
            typed(RecordField::Title, "Port of Selm stays closed"),
        ];
        desk.correct_article(&article, corrections, Pieces::default())
            .unwrap();
        let added = desk
            .add_version(&article, page(ADDRESS, "", TITLE, &FIRST[..2]), b"bytes".to_vec())
            .unwrap();
        assert_eq!(added.unwrap().number, 3);
        let shown = desk.article(&article).unwrap();
        assert_eq!(shown.row.headline, "Port of Selm stays closed");
        assert_eq!(shown.row.outlet.as_deref(), Some(OUTLET));
        assert!(
            desk.text(&article)
                .unwrap()
                .starts_with("Port of Selm stays closed\n\n")
        );
        // Nothing new, no version.
        let same = page(ADDRESS, "", "Port of Selm stays closed", &FIRST[..2]);
        assert_eq!(
            desk.add_version(&article, same, b"others".to_vec()).unwrap(),
            None
        );
    }

    #[test]
    fn a_page_that_stops_naming_its_outlet_is_still_that_outlets_and_not_its_authors() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let article = imported(&desk, &page(ADDRESS, OUTLET, TITLE, &FIRST));
        for paragraphs in [&FIRST[..2], &FIRST[..1]] {
            let mut nameless = page(ADDRESS, "", TITLE, paragraphs);
            nameless.meta.authors = vec![Field::typed("Ana Ruiz".to_owned())];
            assert!(matches!(add(&desk, &nameless), Added::Version { .. }));
            let row = desk.article(&article).unwrap().row;
            assert_eq!(row.outlet.as_deref(), Some(OUTLET));
        }
    }

    #[test]
    fn two_texts_at_one_address_with_neither_title_nor_words_in_common_are_two_articles() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let article = imported(&desk, &page(ADDRESS, OUTLET, TITLE, &FIRST));
        let login = ["Sign in with your address and the word that was sent to it to go on reading."];
        assert_ne!(
            imported(&desk, &page(ADDRESS, OUTLET, "Sign in", &login)),
            article
        );
        // The article is still the one whose page it is.
        let changed = page(ADDRESS, OUTLET, TITLE, &FIRST[..2]);
        let Added::Version { added, .. } = add(&desk, &changed) else {
            panic!("no new version");
        };
        assert_eq!(added.article.to_string(), article);
    }

    #[test]
    fn a_stated_address_joins_what_was_found_elsewhere_or_on_another_day_only_by_most_of_its_words() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let stating = |at: &str, day: Option<u32>, paragraphs: &[&str]| {
            let title = if at.is_empty() {
                "Evening letter"
            } else {
                "Morning letter"
            };
            let mut capture = page(at, OUTLET, title, paragraphs);
            capture.meta.canonical_url = Some(Field::typed("https://strait.example/letter".to_owned()));
            capture.meta.published = day.map(|day| {
                Field::typed(model::article::Published {
                    date: chrono::NaiveDate::from_ymd_opt(2026, 2, day).unwrap(),
                    time: None,
                    zone: None,
                })
            });
            capture
        };
        let grain = "Grain prices fell on Tuesday for the third week after a good harvest in the north.";
        let found = stating("https://strait.example/letter/1", None, &FIRST);
        imported(&desk, &found);
        imported(&desk, &stating("https://strait.example/letter/2", None, &[grain]));
        let same = stating("https://strait.example/letter/3", None, &FIRST[..2]);
        assert!(matches!(add(&desk, &same), Added::Version { .. }));

        let steel = "Steel mills along the river ask for a rate of their own before the winter comes.";
        let wool = "Wool goes by rail again since the bridge at Orrin was mended by the sappers.";
        imported(&desk, &stating("", Some(2), &[steel]));
        imported(&desk, &stating("", Some(3), &[wool]));
    }

    #[test]
    fn an_address_that_a_page_only_states_must_be_borne_out_by_its_words() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let stating = |outlet: &str, title: &str, paragraphs: &[&str]| {
            let mut capture = page("", outlet, title, paragraphs);
            capture.meta.canonical_url = Some(Field::typed("https://strait.example/article".to_owned()));
            capture
        };
        imported(&desk, &stating(OUTLET, TITLE, &FIRST));
        // Sites exist that state one address on every page.
        let other = ["Grain prices fell on Tuesday for the third week after a good harvest in the north."];
        imported(&desk, &stating(OUTLET, "Grain prices fall", &other));
        // Another outlet's copy states the address of the original.
        imported(&desk, &stating("Selm Courier", TITLE, &[FIRST[0], FIRST[1]]));
        let changed = stating(OUTLET, "Port of Selm still closed", &[FIRST[0], FIRST[1]]);
        assert!(matches!(add(&desk, &changed), Added::Version { .. }));
    }
}
