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
use store::{Write, annotation::NewAnnotation};

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
    /// Marks a passage of the screen.
    pub fn mark_passage(&self, given: &str, at: Stretch, kind: Kind) -> Result<MarkShown> {
        let (article, last) = (uid(given)?, Arc::clone(&self.last_read));
        let (annotation, _) = self.write(Label::new("op-mark").with("kind", kind.as_str()), move |w| {
            let laid = markable(w, &last, article)?;
            let selectors = selectors(&laid, at)?;
            mark(w, &laid, selectors, kind)
        })?;
        self.mark(&annotation.to_string())
    }

    /// Places an annotation on another passage of the screen: a mark drawn anew, or one that was lost.
    pub fn move_mark(&self, given: &str, at: Stretch) -> Result<MarkShown> {
        let (annotation, last) = (uid(given)?, Arc::clone(&self.last_read));
        self.write(Label::new("op-mark-move"), move |w| {
            let row = w.annotation(annotation)?;
            let laid = markable(w, &last, row.article)?;
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

/// The text of an article that may be marked.
pub(crate) fn markable(w: &Write<'_>, last: &LastRead, article: Uid) -> Result<Arc<Laid>> {
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
