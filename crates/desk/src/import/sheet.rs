//! The import sheet: what would become of a text, what the analyst corrects in it, and keeping it.
//!
//! Each question stands alone: what is imported comes along every time and is read anew in the worker, so there is nothing to
//! forget to close. A file that was changed between looking and saving is noticed by its hash.

use std::sync::Arc;

use super::{
    Added, Addition, ImportAs, SiteRuleRow, VersionAdded,
    alike::{Alike, Likeness, alike, page_held, shown},
    incoming::{Came, Incoming},
    pieces::Pieces,
    record::{self, Correction, FieldShown, correct},
};
use crate::{Desk, Failure, FailureKind, Result, clock, desk::uid};
use intake::{Doubt, Preview, Row};
use model::{
    Sha256Hex, Uid,
    address::Pages,
    amended::RecordField,
    article::{ArticleState, Candidate, Capture, Removed, canonical_text},
    block::Role,
    tag::TagPath,
};

/// How many of each part the record has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The source's key points.
    pub key_points: usize,
    /// Paragraphs of the report.
    pub paragraphs: usize,
    /// Risks that the source names.
    pub risks: usize,
    /// Headlines of other articles.
    pub related: usize,
}

impl Counts {
    /// Those of a record.
    pub(super) fn of(capture: &Capture) -> Self {
        let count = |role| capture.blocks.iter().filter(|b| b.role == role).count();
        Self {
            key_points: count(Role::KeyPoint),
            paragraphs: count(Role::Body),
            risks: count(Role::Risk),
            related: count(Role::Related),
        }
    }
}

/// What an import would make of a text.
#[derive(Clone, Debug)]
pub struct ImportPreview {
    /// SHA-256 of the bytes looked at.
    pub snapshot: Sha256Hex,
    /// The file's name.
    pub file_name: Option<String>,
    /// How the bytes were read.
    pub encoding: String,
    /// The fields in the order of the sheet.
    pub fields: Vec<FieldShown>,
    /// How many of each part there are.
    pub counts: Counts,
    /// The lines and what became of them.
    pub rows: Vec<Row>,
    /// Lines that are not among the rows because there are too many.
    pub lines_not_shown: usize,
    /// The line, from 1, from which on rows are what the document states about itself.
    pub stated_from: Option<usize>,
    /// What was left out of the record.
    pub removed: Vec<Removed>,
    /// What to look at.
    pub doubts: Vec<Doubt>,
    /// Whether the day of publication is still to come.
    pub from_the_future: bool,
    /// Articles that are there already.
    pub alike: Vec<Alike>,
    /// What the document states for its fields, chosen or not.
    pub candidates: Vec<Candidate>,
    /// The site it comes from, for which rules can be taught.
    pub site: Option<String>,
    /// The rules of that site that changed something.
    pub followed: Vec<SiteRuleRow>,
}

/// How a text is to be kept.
#[derive(Clone, Debug)]
pub struct SaveAs {
    /// What the analyst typed.
    pub corrections: Vec<Correction>,
    /// What goes into the record that was left out, and the other way.
    pub pieces: Pieces,
    /// Where it goes.
    pub state: ArticleState,
    /// Its tags.
    pub tags: Vec<TagPath>,
    /// Whether to keep it beside an article that is the same.
    pub keep_both: bool,
    /// The article of which it is to be the newest version, whatever the cues say.
    pub version_of: Option<String>,
    /// The hash of the bytes that were looked at.
    pub looked_at: Option<String>,
    /// The draft that this was, which goes.
    pub draft: Option<String>,
}

/// What came of saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is in the library now.
    New(Uid),
    /// It is the newest version of an article that was in the library: its page changed.
    Version(Box<VersionAdded>),
    /// It was in the library already, and nothing was added.
    Held(Alike),
}

/// A document that was looked at.
struct LookedAt {
    preview: Preview,
    followed: Vec<SiteRuleRow>,
    came: Came,
}

impl Desk {
    /// A document as it reads, rules followed, before anybody corrects it.
    fn look_at(&self, incoming: &Incoming) -> Result<LookedAt> {
        let came = self.take_in(incoming)?;
        let mut preview = self.read_in(&came, &ImportAs::default())?;
        let followed = self.follow_rules(&mut preview.capture)?;
        Ok(LookedAt {
            preview,
            followed,
            came,
        })
    }

    /// The canonical text that `incoming` would have, before anybody corrects it.
    pub(crate) fn text_of_import(&self, incoming: &Incoming) -> Result<String> {
        Ok(canonical_text(&self.look_at(incoming)?.preview.capture.blocks))
    }

    /// What an import would make of `incoming`. Changes nothing.
    pub fn preview_import(&self, incoming: &Incoming) -> Result<ImportPreview> {
        let LookedAt {
            preview:
                Preview {
                    capture,
                    rows,
                    lines_not_shown,
                    doubts,
                    stated_from,
                },
            followed,
            came,
        } = self.look_at(incoming)?;
        let snapshot = Sha256Hex::of(&came.bytes);
        self.library.settle_likeness()?;
        Ok(ImportPreview {
            alike: self.read(|r| alike(r, &came, &capture))?,
            snapshot,
            file_name: came.file_name,
            fields: RecordField::ALL
                .iter()
                .map(|f| record::shown(*f, &capture.meta))
                .collect(),
            counts: Counts::of(&capture),
            rows,
            lines_not_shown,
            stated_from,
            doubts,
            from_the_future: capture
                .meta
                .published
                .as_ref()
                // Where it is tomorrow already, today's paper is printed.
                .is_some_and(|p| p.value.date > clock::today() + chrono::Days::new(1)),
            site: Pages::of(&capture.meta).site,
            followed,
            encoding: capture.encoding,
            candidates: capture.candidates,
            removed: capture.removed,
        })
    }

    /// Keeps `incoming` as an article, with what the analyst corrected: the original bytes as they came, one transaction, one
    /// undo step.
    pub fn save_import(&self, incoming: &Incoming, save: SaveAs) -> Result<Saved> {
        let LookedAt {
            preview: Preview {
                mut capture, rows, ..
            },
            came,
            ..
        } = self.look_at(incoming)?;
        let snapshot = Sha256Hex::of(&came.bytes);
        if save
            .looked_at
            .is_some_and(|looked_at| looked_at != snapshot.as_str())
        {
            return Err(Failure::new(FailureKind::Conflict, "import-file-changed", &[]));
        }
        let as_shown = capture.clone();
        correct(&mut capture, &save.corrections, &save.pieces, &rows)?;
        if !save.keep_both
            && save.version_of.is_none()
            && let Some(page) = self.page_not_shown(&came, &as_shown, &capture)?
        {
            return Ok(Saved::Held(page));
        }
        let addition = Arc::new(Addition {
            capture,
            came,
            state: save.state,
            tags: save.tags,
            keep_both: save.keep_both,
            draft: save.draft,
        });
        let version_of = save.version_of.as_deref().map(uid).transpose()?;
        let added = match version_of {
            Some(article) => self.add_as_version(article, &addition)?,
            None => self.add(&addition)?,
        };
        Ok(match added {
            Added::New { uid, .. } => Saved::New(uid),
            Added::Version { added, .. } => Saved::Version(added),
            Added::Held(held) => Saved::Held(self.read(|r| shown(r, held.uid, Likeness::Same))?),
            // The sheet showed it; whoever wants it all the same says so.
            Added::Earlier(held) => Saved::Held(self.read(|r| {
                let found = alike(r, &addition.came, &addition.capture)?;
                let page = found.into_iter().find(|found| found.uid == held.uid);
                page.map_or_else(|| shown(r, held.uid, Likeness::Same), Ok)
            })?),
        })
    }

    /// The article whose next version the corrected record would be, where the sheet showed another one or none: what the
    /// analyst typed led to it, so the analyst is asked.
    fn page_not_shown(&self, came: &Came, as_shown: &Capture, corrected: &Capture) -> Result<Option<Alike>> {
        self.library.settle_likeness()?;
        self.read(|r| {
            let first = alike(r, came, corrected)?.into_iter().next();
            let page = first.filter(|f| matches!(f.likeness, Likeness::Page(_)));
            let shown = page_held(r, as_shown)?;
            Ok(page.filter(|page| Some(page.uid) != shown))
        })
    }
}
