//! Reading: an article as blocks for a screen, and the marks on it by block.
//!
//! Here code points of the canonical text become UTF-16 units of a block and back (`model::text` converts); no other place
//! knows both. Long answers come in pages, so that an article of a million letters opens like one of a thousand. Changing
//! what is marked is the business of `amend` and `annotate`.

mod blocks;

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

pub use blocks::{BlockPage, BlockShown, PageStart, Run};
use model::{
    Uid,
    anchor::{AnchorState, Folded},
    annotation::Kind,
    article::{Layout, Meta, Origin},
    block::{Block, Parts, Role},
    source::Credibility,
    text::{Index, Indexed, Span},
};
pub use store::annotation::{Citing, RiskLink};
use store::{Read, annotation::AnnotationRow, article::Version, claim::Adopted, source::SourceRow};

use crate::{Desk, Failure, FailureKind, Result, claim::adopted_claims, clock, desk::uid, read::ArticleRow};

/// Characters of quotes and notes in one page of marks.
const MARKS_PAGE: usize = 150_000;

/// Marks in one page at most.
const MOST_MARKS: u32 = 500;

/// Characters of a quote that are shown beside the text; who wants more reads the passage.
const QUOTE_SHOWN: usize = 400;

/// Characters that are read in a minute: some 230 words of English.
const CHARS_A_MINUTE: usize = 1_400;

/// An article as it is opened for reading, without its text.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The row of the list.
    pub row: ArticleRow,
    /// The version shown.
    pub version: Uid,
    /// What is known besides the text.
    pub meta: Meta,
    /// Its source with the grade.
    pub source: Option<SourceRow>,
    /// Its tags.
    pub tags: Vec<String>,
    /// How many blocks it has.
    pub blocks: usize,
    /// Minutes it takes to read.
    pub minutes: usize,
    /// The id of the block that was in focus when it was last left.
    pub place: Option<String>,
    /// The risks its source claims, in order.
    pub claims: Vec<ClaimShown>,
    /// The briefs that cite it.
    pub cited: Vec<Citing>,
}

/// A risk that the source claims, and what became of it.
#[derive(Clone, Debug)]
pub struct ClaimShown {
    /// RKn.
    pub number: u32,
    /// Which block.
    pub block: usize,
    /// The words, taken apart.
    pub parts: Parts,
    /// The entry of the register made from it.
    pub adopted: Option<Adopted>,
    /// Whether the analyst set it aside.
    pub set_aside: bool,
}

/// A place in a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The block's number.
    pub block: usize,
    /// UTF-16 units from its beginning.
    pub unit: usize,
}

/// A passage as the screen points at it: from a place up to, and without, another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// First place.
    pub from: Point,
    /// One past the last.
    pub to: Point,
}

/// Marks in the order they were made.
#[derive(Clone, Debug)]
pub struct MarkPage {
    /// The marks.
    pub marks: Vec<MarkShown>,
    /// What to ask for next; nothing at the end.
    pub next: Option<Uid>,
}

/// An annotation beside the text.
#[derive(Clone, Debug)]
pub struct MarkShown {
    /// Identity.
    pub uid: Uid,
    /// What it is to the analyst.
    pub kind: Kind,
    /// The words, the beginning of very long ones.
    pub quote: String,
    /// Whether the quote goes on.
    pub quote_cut: bool,
    /// Markdown.
    pub note: Option<String>,
    /// Words of the note that were typed and never saved.
    pub draft: Option<String>,
    /// Who is quoted.
    pub speaker: Option<String>,
    /// How credible the passage is.
    pub credibility: Credibility,
    /// When it was made.
    pub made_at: String,
    /// How well it holds.
    pub state: AnchorState,
    /// Where it stands; nothing for an orphan.
    pub at: Option<Stretch>,
    /// Where that is, for people.
    pub locator: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// The risks it bears on.
    pub risks: Vec<RiskLink>,
}

/// A version with where its blocks stand.
#[derive(Debug)]
pub(crate) struct Laid {
    pub(crate) version: Version,
    pub(crate) layout: Layout,
    index: Index,
    folded: OnceLock<Folded>,
}

/// The version read last. Versions never change, so it can be kept: a mark in a long article must not cost reading it again.
#[derive(Debug, Default)]
pub(crate) struct LastRead(Mutex<Option<Arc<Laid>>>);

impl LastRead {
    pub(crate) fn kept(&self) -> Option<Arc<Laid>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The newest version of an article.
    pub(crate) fn newest(&self, r: &Read<'_>, article: Uid) -> Result<Arc<Laid>> {
        self.version(r, r.newest_version_uid(article)?)
    }

    /// A version by its identity.
    pub(crate) fn version(&self, r: &Read<'_>, version: Uid) -> Result<Arc<Laid>> {
        if let Some(laid) = self.kept().filter(|laid| laid.version.uid == version) {
            return Ok(laid);
        }
        let version = r.version(version)?;
        let layout = Layout::of(&version.capture.blocks);
        let laid = Arc::new(Laid {
            index: Index::of(&version.text),
            version,
            layout,
            folded: OnceLock::new(),
        });
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&laid));
        Ok(laid)
    }
}

/// A version's text with its blocks: what converts between the two ways of counting.
pub(crate) struct OnScreen<'l> {
    layout: &'l Layout,
    /// The canonical text.
    pub(crate) text: Indexed<'l>,
}

impl OnScreen<'_> {
    /// Where a code point of the canonical text stands. What lies between two blocks counts to the one before.
    fn point(&self, at: usize) -> Option<Point> {
        let places = self.layout.places();
        let block = places
            .partition_point(|(span, _)| span.start <= at)
            .checked_sub(1)?;
        let span = places.get(block)?.0;
        let unit = self.text.utf16(at.min(span.end)) - self.text.utf16(span.start);
        Some(Point { block, unit })
    }

    /// Where a passage stands, by block.
    fn stretch(&self, at: Span) -> Option<Stretch> {
        Some(Stretch {
            from: self.point(at.start)?,
            to: self.point(at.end)?,
        })
    }

    /// The code points of a passage of the screen, the white space at its ends left out.
    pub(crate) fn span(&self, stretch: Stretch) -> Result<Span> {
        let outside = || Failure::new(FailureKind::Invalid, "passage-off-screen", &[]);
        let at = |point: Point| {
            let (span, _) = self.layout.places().get(point.block).ok_or_else(outside)?;
            let at = self.text.char_of_utf16(self.text.utf16(span.start) + point.unit);
            if at > span.end { Err(outside()) } else { Ok(at) }
        };
        let (start, end) = (at(stretch.from)?, at(stretch.to)?);
        let words = self.text.slice(Span::new(start, end.max(start)));
        if words.trim().is_empty() {
            return Err(Failure::new(FailureKind::Invalid, "passage-blank", &[]));
        }
        let before = words.chars().take_while(|c| c.is_whitespace()).count();
        let after = words.chars().rev().take_while(|c| c.is_whitespace()).count();
        Ok(Span::new(start + before, end - after))
    }
}

impl Laid {
    /// The canonical text.
    pub(crate) fn text(&self) -> Indexed<'_> {
        Indexed::with(&self.version.text, &self.index)
    }

    /// The text, ready to be counted in either way.
    pub(crate) fn on_screen(&self) -> OnScreen<'_> {
        OnScreen {
            layout: &self.layout,
            text: self.text(),
        }
    }

    /// The text folded for finding quotes in it; folded when first asked for.
    pub(crate) fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| Folded::of(&self.version.text))
    }

    /// The code points of the n-th block.
    pub(crate) fn block(&self, index: usize) -> Option<Span> {
        self.layout.places().get(index).map(|(span, _)| *span)
    }

    /// The source's risks: number, block, words.
    fn claims(&self) -> impl Iterator<Item = (u32, usize, Parts)> {
        let blocks = self.version.capture.blocks.iter().enumerate();
        blocks
            .filter(|(_, block)| block.role == Role::Risk)
            .zip(1..)
            .map(|((index, block), number)| (number, index, parts_of(block)))
    }

    /// Which block holds the source's n-th risk.
    pub(crate) fn claim_block(&self, number: u32) -> Option<usize> {
        self.claims()
            .find(|(n, ..)| *n == number)
            .map(|(_, block, _)| block)
    }
}

impl Desk {
    /// Opens an article for reading.
    pub fn open_article(&self, given: &str) -> Result<Opened> {
        let article = uid(given)?;
        self.read(|r| {
            let laid = self.last_read.newest(r, article)?;
            let version = &laid.version;
            let (adopted, aside) = (adopted_claims(r, version)?, r.claims_set_aside(version.uid)?);
            let claims = laid.claims().map(|(number, block, parts)| ClaimShown {
                number,
                block,
                parts,
                adopted: adopted.iter().find(|a| a.claim == number).cloned(),
                set_aside: aside.contains(&number),
            });
            Ok(Opened {
                row: r.article(article)?.into(),
                version: version.uid,
                meta: version.capture.meta.clone(),
                source: r.article_source(article)?,
                tags: r.article_tags(article)?,
                blocks: version.capture.blocks.len(),
                minutes: minutes(&version.capture.blocks),
                place: r.reading_place(article)?,
                claims: claims.collect(),
                cited: r.briefs_citing(article)?,
            })
        })
    }

    /// The annotations on an article in the order they were made, after `after`, as many as a page holds.
    pub fn article_marks(&self, given: &str, after: Option<&str>) -> Result<MarkPage> {
        let (article, after) = (uid(given)?, after.map(uid).transpose()?);
        self.read(|r| {
            let laid = self.last_read.newest(r, article)?;
            let screen = laid.on_screen();
            let (mut marks, mut letters) = (Vec::new(), 0);
            let rows = r.annotations_after(article, after, MOST_MARKS)?;
            let more = rows.len() == MOST_MARKS as usize;
            for row in rows {
                if letters > MARKS_PAGE {
                    let next = marks.last().map(|mark: &MarkShown| mark.uid);
                    return Ok(MarkPage { marks, next });
                }
                let mark = mark_shown(r, &laid, &screen, row)?;
                let written = mark.note.iter().chain(&mark.draft).map(String::len);
                letters += mark.quote.len() + written.sum::<usize>();
                marks.push(mark);
            }
            let next = marks.last().filter(|_| more).map(|mark| mark.uid);
            Ok(MarkPage { marks, next })
        })
    }

    /// One annotation as it stands beside the text.
    pub fn mark(&self, given: &str) -> Result<MarkShown> {
        let annotation = uid(given)?;
        self.read(|r| {
            let row = r.annotation(annotation)?;
            let laid = self.last_read.newest(r, row.article)?;
            mark_shown(r, &laid, &laid.on_screen(), row)
        })
    }

    /// Where code points `start` to `end` of an article's text stand on the screen.
    pub fn passage(&self, given: &str, start: usize, end: usize) -> Result<Option<Stretch>> {
        let article = uid(given)?;
        self.read(|r| {
            let laid = self.last_read.newest(r, article)?;
            let screen = laid.on_screen();
            let at = Span::new(start.min(screen.text.len()), end.min(screen.text.len()));
            Ok(screen.stretch(at).filter(|_| !at.is_empty()))
        })
    }

    /// Remembers which block was in focus. Nobody wants to undo having read, so this is no step.
    pub fn keep_reading_place(&self, given: &str, block: String) -> Result<()> {
        Ok(self
            .library
            .keep_reading_place(uid(given)?, block, clock::now())?)
    }
}

pub(crate) fn mark_shown(
    r: &Read<'_>,
    laid: &Laid,
    screen: &OnScreen<'_>,
    row: AnnotationRow,
) -> Result<MarkShown> {
    // A place in an older version is no place in this one.
    let here = row.version == laid.version.uid;
    let span = row.span().filter(|_| here);
    let cut = row.quote.char_indices().nth(QUOTE_SHOWN).map(|(byte, _)| byte);
    Ok(MarkShown {
        uid: row.uid,
        kind: row.kind,
        quote: row.quote[..cut.unwrap_or(row.quote.len())].to_owned(),
        quote_cut: cut.is_some(),
        draft: r.note_draft(row.uid)?,
        state: if span.is_some() {
            row.state
        } else {
            AnchorState::Orphan
        },
        at: span.and_then(|at| screen.stretch(at)),
        locator: span.map(|at| laid.layout.locator(at)).unwrap_or_default(),
        tags: r.annotation_tags(row.uid)?,
        risks: r.annotation_links(row.uid)?,
        note: row.note,
        speaker: row.speaker,
        credibility: row.credibility,
        made_at: row.made_at,
    })
}

fn parts_of(block: &Block) -> Parts {
    block.parts.clone().unwrap_or_else(|| Parts {
        label: None,
        statement: block.text(),
        impact: None,
        sectors: Vec::new(),
    })
}

/// Minutes it takes to read what the article itself says.
fn minutes(blocks: &[Block]) -> usize {
    let own = blocks.iter().filter(|b| b.role != Role::Related);
    let letters: usize = own.map(|b| b.text().chars().count()).sum();
    letters.div_ceil(CHARS_A_MINUTE).max(1)
}

/// The names of the fields that the analyst typed.
pub fn typed_fields(meta: &Meta) -> Vec<&'static str> {
    let typed = |origin: Option<&Origin>| origin == Some(&Origin::Typed);
    let fields = [
        ("headline", typed(Some(&meta.headline.origin))),
        ("deck", typed(meta.deck.as_ref().map(|f| &f.origin))),
        ("section", typed(meta.section.as_ref().map(|f| &f.origin))),
        ("authors", meta.authors.iter().any(|f| typed(Some(&f.origin)))),
        ("outlet", typed(meta.outlet.as_ref().map(|f| &f.origin))),
        ("published", typed(meta.published.as_ref().map(|f| &f.origin))),
        ("dateline", typed(meta.dateline.as_ref().map(|f| &f.origin))),
    ];
    fields
        .into_iter()
        .filter(|(_, typed)| *typed)
        .map(|(name, _)| name)
        .collect()
}

#[cfg(test)]
mod tests {
    use model::block::BlockKind;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_passage_of_the_screen_is_the_same_passage_of_the_text(
            texts in proptest::collection::vec("(?s)[a-c é😀]{1,40}", 1..5), a in 0usize..160, b in 0usize..160,
        ) {
            let blocks: Vec<Block> =
                texts.iter().map(|t| Block::plain(Role::Body, BlockKind::Paragraph, t.clone(), None)).collect();
            let canonical = model::article::canonical_text(&blocks);
            let layout = Layout::of(&blocks);
            let screen = OnScreen { layout: &layout, text: Indexed::new(&canonical) };
            let at = Span::new(a.min(b).min(screen.text.len()), a.max(b).min(screen.text.len()));
            let words = screen.text.slice(at).trim();
            if let Some(stretch) = screen.stretch(at) {
                match screen.span(stretch) {
                    Ok(span) => prop_assert_eq!(screen.text.slice(span), words),
                    Err(_) => prop_assert!(words.is_empty()),
                }
            }
        }
    }
}
