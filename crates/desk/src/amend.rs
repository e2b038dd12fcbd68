//! Changing what is marked: another kind, other words, a grade, tags, a place in the text.
//!
//! Each is one step. Making a mark is in `annotate`, its note in `note`, what it bears on in `assess`.

use std::sync::Arc;

use model::{
    Uid,
    anchor::{self, Selectors},
    annotation::Kind,
    source::Credibility,
    tag::TagPath,
    text::Span,
};
use store::{Read, Write, annotation::NewAnnotation};

use crate::{
    Desk, Failure, FailureKind, Result,
    annotate::one_line,
    assess::usable_passage,
    desk::uid,
    reading::{Laid, LastRead, MarkShown, Stretch},
    wording::Label,
};

/// What can be picked for a mark: the tags and risks that are there.
#[derive(Clone, Debug)]
pub struct Choices {
    /// Every tag, by path.
    pub tags: Vec<String>,
    /// The register: number, title and the rating that stands.
    pub risks: Vec<RiskChoice>,
}

/// A risk that can be picked.
#[derive(Clone, Debug)]
pub struct RiskChoice {
    /// Identity.
    pub uid: Uid,
    ///
    pub number: String,
    /// Its short name.
    pub title: String,
    /// The rating that stands.
    pub rating: Option<String>,
}

impl Desk {
    /// Marks a passage of the screen, which shows this version.
    pub fn mark_passage(&self, version: &str, at: Stretch, kind: Kind) -> Result<MarkShown> {
        let (version, last) = (uid(version)?, Arc::clone(&self.last_read));
        let (annotation, _) = self.write(Label::new("op-mark").with("kind", kind.as_str()), move |w| {
            let laid = markable(w, &last, version)?;
            let selectors = selectors(&laid, at)?;
            mark(w, &laid, selectors, kind)
        })?;
        self.mark(&annotation.to_string())
    }

    /// Places an annotation on another passage of the screen, which shows this version: a mark drawn anew, or one that was
    /// lost.
    pub fn move_mark(&self, given: &str, version: &str, at: Stretch) -> Result<MarkShown> {
        let (annotation, version, last) = (uid(given)?, uid(version)?, Arc::clone(&self.last_read));
        self.write(Label::new("op-mark-move"), move |w| {
            let laid = markable(w, &last, version)?;
            if w.annotation(annotation)?.article != laid.version.article {
                return Err(Failure::bug("a mark was placed in another article"));
            }
            Ok(w.move_annotation(annotation, &laid.version, &selectors(&laid, at)?)?)
        })?;
        self.mark(given)
    }

    /// Says what a marked passage is.
    pub fn set_kind(&self, given: &str, kind: Kind) -> Result<MarkShown> {
        self.amend(
            given,
            Label::new("op-mark").with("kind", kind.as_str()),
            move |w, annotation| Ok(w.set_annotation_kind(annotation, kind)?),
        )
    }

    /// Says who is quoted and how credible the passage is. 1, confirmed, is not for a single passage to claim.
    pub fn grade_passage(
        &self,
        given: &str,
        speaker: Option<&str>,
        credibility: Credibility,
    ) -> Result<MarkShown> {
        if credibility == Credibility::CONFIRMED {
            return Err(Failure::new(FailureKind::Conflict, "credibility-confirmed", &[]));
        }
        let speaker = speaker.and_then(one_line);
        self.amend(given, Label::new("op-mark-grade"), move |w, annotation| {
            Ok(w.grade_annotation(annotation, speaker.as_deref(), credibility)?)
        })
    }

    /// Puts a tag on an annotation, or takes it off.
    pub fn set_mark_tag(&self, given: &str, tag: &str, on: bool) -> Result<MarkShown> {
        let tag = TagPath::read(tag)?;
        let label = Label::new(if on { "op-mark-tag" } else { "op-mark-untag" }).with("tag", &tag);
        self.amend(given, label, move |w, annotation| {
            if on {
                Ok(w.tag_annotation(annotation, &tag)?)
            } else {
                Ok(w.untag_annotation(annotation, &tag)?)
            }
        })
    }

    /// What can be picked for a mark.
    pub fn choices(&self) -> Result<Choices> {
        let risks = self.risks()?.into_iter().map(|shown| RiskChoice {
            uid: shown.row.uid,
            number: shown.row.number.to_string(),
            title: shown.row.title,
            rating: shown.assessment.map(|a| a.row.rating),
        });
        let risks = risks.collect();
        self.read(|r| {
            Ok(Choices {
                tags: r.tag_paths()?,
                risks,
            })
        })
    }

    /// Changes an annotation that is not in the trash, as one step.
    pub(crate) fn amend(
        &self,
        given: &str,
        label: Label,
        change: impl FnOnce(&mut Write<'_>, Uid) -> Result<()> + Send + 'static,
    ) -> Result<MarkShown> {
        let annotation = uid(given)?;
        self.write(label, move |w| {
            usable_passage(&w.annotation(annotation)?)?;
            change(w, annotation)
        })?;
        self.mark(given)
    }
}

/// The article that somebody points into, named by itself or by the version that is looked at. Places and numbers are those
/// of one version: where a newer one took its place they would point at something else.
pub(crate) fn pointed_into(r: &Read<'_>, given: Uid) -> Result<Uid> {
    match r.article_of_version(given)? {
        None => Ok(given),
        Some(article) if r.newest_version_uid(article)? == given => Ok(article),
        Some(_) => Err(Failure::new(FailureKind::Conflict, "version-superseded", &[])),
    }
}

/// The text that may be marked of an article, named as [`pointed_into`] has it.
pub(crate) fn markable(w: &Write<'_>, last: &LastRead, given: Uid) -> Result<Arc<Laid>> {
    let article = pointed_into(w, given)?;
    if w.article_is_trashed(article)? {
        return Err(Failure::new(FailureKind::Conflict, "article-in-trash", &[]));
    }
    last.newest(w, article)
}

fn selectors(laid: &Laid, at: Stretch) -> Result<Selectors> {
    let screen = laid.on_screen();
    let at = screen.span(at)?;
    anchor::capture(&screen.text, at).ok_or_else(|| Failure::bug("a passage was found outside the text"))
}

/// The whole n-th block as a passage.
pub(crate) fn block_selectors(laid: &Laid, block: usize) -> Result<Selectors> {
    let found = laid.block(block).filter(|at: &Span| !at.is_empty());
    found
        .and_then(|at| anchor::capture(&laid.on_screen().text, at))
        .ok_or_else(|| Failure::new(FailureKind::Invalid, "passage-off-screen", &[]))
}

/// Makes a mark that says nothing yet.
pub(crate) fn mark(w: &mut Write<'_>, laid: &Laid, selectors: Selectors, kind: Kind) -> Result<Uid> {
    let new = NewAnnotation {
        kind,
        selectors,
        note: None,
        speaker: None,
        credibility: Credibility::UNJUDGED,
        tags: Vec::new(),
    };
    Ok(w.annotate(&laid.version, &new)?)
}

#[cfg(test)]
mod tests {
    use model::{article::Capture, block::Role};

    use super::*;
    use crate::{
        assess::NewEntry,
        import::{
            Pieces,
            version_tests::{desk, imported, page, risk},
        },
        reading::Point,
    };

    const OUTLET: &str = "The Strait Post";
    const ADDRESS: &str = "https://strait.example/port";

    /// An article whose last paragraph is a risk that its source claims.
    fn strait(paragraphs: &[&str]) -> Capture {
        let mut capture = page(ADDRESS, OUTLET, "Port stays closed", paragraphs);
        if let Some(last) = capture.blocks.last_mut() {
            last.role = Role::Risk;
        }
        capture
    }

    #[test]
    fn what_was_pointed_at_in_a_version_that_another_one_followed_changes_nothing_and_says_why() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let [closed, ships, spread] = [
            "The port of Selm stays closed after a vote.",
            "Ships wait off the northern mole.",
            "The strike may spread.",
        ];
        let article = imported(&desk, &strait(&[closed, ships, spread]));
        let shown = desk.open_article(&article).unwrap().version.to_string();
        let ships_there = Stretch {
            from: Point { block: 2, unit: 0 },
            to: Point { block: 2, unit: 5 },
        };
        let mark = desk.mark_passage(&shown, ships_there, Kind::Fact).unwrap();
        let entry = risk(&desk, "Strike");
        let block = desk
            .read(|r| Ok::<_, Failure>(r.newest_version(uid(&article)?)?))
            .unwrap();
        let pieces = Pieces {
            blocks_left_out: vec![block.capture.blocks[1].id.clone()],
            ..Pieces::default()
        };

        let later = strait(&["Update.", closed, ships, "Prices may rise."]);
        desk.add_version(&article, later, b"later".to_vec())
            .unwrap()
            .unwrap();
        let steps = || desk.steps().unwrap().undo;
        let before = steps();
        let mark = mark.uid.to_string();
        let adopted = NewEntry {
            title: Some("Adopted".to_owned()),
            statement: None,
            from: Some((shown.clone(), 1)),
        };
        let refusals = [
            desk.mark_passage(&shown, ships_there, Kind::Fact).unwrap_err(),
            desk.move_mark(&mark, &shown, ships_there).unwrap_err(),
            desk.set_claim_aside(&shown, 1, true).unwrap_err(),
            desk.link_claim(&shown, 1, &entry).unwrap_err(),
            desk.new_risk(adopted).unwrap_err(),
            desk.correct_article(&shown, Vec::new(), pieces.clone())
                .unwrap_err(),
        ];
        for refusal in refusals {
            assert_eq!(refusal.kind, FailureKind::Conflict, "{refusal}");
            assert!(refusal.message.contains("newer version"), "{refusal}");
        }
        assert_eq!(steps(), before);

        // In the version that is there now all of it is done.
        let now = desk.open_article(&article).unwrap().version.to_string();
        desk.mark_passage(&now, ships_there, Kind::Fact).unwrap();
        desk.move_mark(&mark, &now, ships_there).unwrap();
        desk.set_claim_aside(&now, 1, true).unwrap();
        desk.link_claim(&now, 1, &entry).unwrap();
        assert!(desk.correct_article(&now, Vec::new(), pieces).unwrap().is_some());
    }
}
