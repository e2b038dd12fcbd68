//! Articles into the library: one text at a time in `sheet`, files and folders in `files`, with progress and pauses in `bulk`.
//!
//! `record` are the fields as people type them, `held` shows a record with what was left out of it, `correct` changes it later,
//! `rules` are what was taught about a site, `alike` finds what is there already, `version` follows a page that changed,
//! `do_again` does to it what was done to the record before, `draft` keeps what isn't saved yet, `incoming` is what can come in,
//! `address` brings pages from the web and `picture` their pictures.

mod address;
mod alike;
mod bulk;
mod correct;
mod do_again;
mod draft;
mod files;
mod held;
mod incoming;
mod picture;
mod pieces;
mod record;
mod rules;
mod sheet;
mod version;

use std::{path::Path, sync::Arc};

use model::{
    Uid,
    article::{Capture, Field, Meta},
    tag::TagPath,
};
use serde::Serialize;
use store::{
    Read, Write,
    article::{ArticleRow, NewArticle},
    source::SourceKind,
};

pub use crate::fetch::OwnServer;
pub use address::{FetchedPage, Refetched};
pub use alike::{Alike, Likeness};
pub(crate) use bulk::Bulk;
pub use bulk::{BulkProgress, BulkState, FilesFound};
pub use draft::Draft;
pub(crate) use files::read_input;
pub use files::{BulkFile, ImportAs};
pub use held::RecordHeld;
pub use incoming::Incoming;
pub(crate) use incoming::name_of;
/// What became of a line, and what to look at, in the parser's words.
pub use intake::{Became, Doubt, Row};
pub use model::{
    amended::RecordField,
    article::{ArticleState, Candidate, Cue, Removed, RemovedBecause, StatedField, Verdict},
    site_rule::Rule,
};
pub use picture::Picture;
pub use pieces::Pieces;
pub use record::{Correction, FieldShown, read_typed};
pub use sheet::{Counts, ImportPreview, SaveAs, Saved};
pub use store::site_rule::SiteRuleRow;
#[cfg(test)]
pub(crate) use version::tests as version_tests;
pub use version::{AnchorCounts, ChangedPassage, VersionAdded};

use crate::{Desk, Failure, Result, annotate::one_line, failure::sentence, wording::Label};
use incoming::Came;
use version::new_version;

/// What came of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportStatus {
    /// It is in the library now.
    Imported,
    /// It is the newest version of an article that was in the library: its page changed.
    NewVersion,
    /// It was in the library already.
    Duplicate,
    /// It is not in the library; the file is as it was.
    Failed,
}

/// One file of an import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// The file, `-` for standard input.
    pub path: String,
    /// What came of it.
    pub status: ImportStatus,
    /// The article's identity, for a duplicate and a new version that of the article already there.
    pub article: Option<String>,
    /// The same, under the name that everything made has.
    pub uid: Option<String>,
    /// Its title.
    pub headline: Option<String>,
    /// Why it failed, or where the duplicate is.
    pub problem: Option<String>,
    /// The version, for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<VersionAdded>,
}

impl Desk {
    /// Imports bytes that are there already; `path` is what the answer calls them.
    pub(crate) fn import_bytes(
        &self,
        path: &Path,
        bytes: Vec<u8>,
        file_name: Option<String>,
        about: &ImportAs,
    ) -> Result<Imported> {
        let came = Came::file(bytes, file_name);
        let (mut capture, _) = self.parser()?.capture(&came.bytes, &came.hints(about))?;
        self.follow_rules(&mut capture)?;
        say_outlet(&mut capture, about.outlet.as_deref());
        let addition = Addition {
            capture,
            came,
            state: ArticleState::Inbox,
            tags: Vec::new(),
            keep_both: false,
            draft: None,
        };
        Ok(imported(path, self.add(&Arc::new(addition))?))
    }

    /// Adds one article, in one undo step.
    fn add(&self, addition: &Arc<Addition>) -> Result<Added> {
        self.library.settle_likeness()?;
        let page = |r: &Read<'_>| alike::page_held(r, &addition.capture);
        let label = match addition.keep_both {
            false if self.read(page)?.is_some() => "op-version-add",
            _ => "op-import",
        };
        let label = Label::new(label).with("title", short(&addition.capture.meta.headline.value));
        let addition = Arc::clone(addition);
        Ok(self.write(label, move |w| addition.put(w))?.0)
    }

    /// Adds it as the newest version of an article, because a person says that it is one. One undo step.
    fn add_as_version(&self, article: Uid, addition: &Arc<Addition>) -> Result<Added> {
        let title = self.read(|r| Ok::<_, Failure>(r.article(article)?.headline))?;
        let label = Label::new("op-version-add").with("title", short(&title));
        let addition = Arc::clone(addition);
        Ok(self.write(label, move |w| addition.put_as_version(w, article))?.0)
    }
}

/// An article about to be added, with all that is said about it.
struct Addition {
    capture: Capture,
    came: Came,
    state: ArticleState,
    tags: Vec<TagPath>,
    /// Whether it is added beside an article that is the same.
    keep_both: bool,
    /// The draft that it was.
    draft: Option<String>,
}

/// What came of an addition.
enum Added {
    New {
        uid: Uid,
        headline: String,
    },
    Version {
        added: Box<VersionAdded>,
        headline: String,
    },
    Held(Box<ArticleRow>),
    /// It is an earlier state of this article's page than the one that is held; nothing was added.
    Earlier(Box<ArticleRow>),
}

impl Addition {
    /// Adds it in the operation that also looks whether it is there already: two imports of one article at once add it once.
    fn put(&self, w: &mut Write<'_>) -> Result<Added> {
        let headline = self.capture.meta.headline.value.clone();
        if !self.keep_both {
            if let Some(held) = alike::held_already(w, &self.came, &self.capture)? {
                return Ok(Added::Held(Box::new(w.article(held)?)));
            }
            if let Some(held) = alike::page_held(w, &self.capture)? {
                // Files come in any order; what is fetched is the page as it is now.
                let fetched = self.came.fetched.is_some();
                if !fetched && alike::is_earlier(&self.capture, &w.newest_version(held)?.capture) {
                    return Ok(Added::Earlier(Box::new(w.article(held)?)));
                }
                return self.put_as_version(w, held);
            }
            if let Some(held) = alike::held_before(w, &self.capture)? {
                return Ok(Added::Held(Box::new(w.article(held)?)));
            }
        }
        let source = source_of(&self.capture)
            .map(|(name, kind)| w.source_or_new(&name, kind))
            .transpose()?;
        let uid = w.add_article(&NewArticle {
            capture: self.capture.clone(),
            snapshot: self.came.bytes.clone(),
            file_name: self.came.file_name.clone(),
            source,
        })?;
        let version = w.newest_version_uid(uid)?;
        self.came.note_fetch(w, version)?;
        if self.state != ArticleState::Inbox {
            w.set_article_state(uid, self.state)?;
        }
        self.file(w, uid)?;
        Ok(Added::New { uid, headline })
    }

    /// Makes it the newest version of an article, unless that is what the article says already.
    fn put_as_version(&self, w: &mut Write<'_>, article: Uid) -> Result<Added> {
        let Some(added) = new_version(w, article, &self.came, self.capture.clone())? else {
            return Ok(Added::Held(Box::new(w.article(article)?)));
        };
        let added = Box::new(added);
        self.came.note_fetch(w, added.version)?;
        self.file(w, article)?;
        let headline = self.capture.meta.headline.value.clone();
        Ok(Added::Version { added, headline })
    }

    /// Tags the article and throws away the draft that it was.
    fn file(&self, w: &mut Write<'_>, article: Uid) -> Result<()> {
        for tag in &self.tags {
            w.tag_article(article, tag)?;
        }
        if let Some(draft) = &self.draft {
            w.drop_draft(draft)?;
        }
        Ok(())
    }
}

/// What is said about a file of which this came.
fn imported(path: &Path, added: Added) -> Imported {
    let (status, article, headline, problem, version) = match added {
        Added::New { uid, headline } => (ImportStatus::Imported, uid, headline, None, None),
        Added::Version { added, headline } => (
            ImportStatus::NewVersion,
            added.article,
            headline,
            None,
            Some(*added),
        ),
        Added::Earlier(held) => {
            let why = Some(sentence("import-earlier-state", &[]));
            (ImportStatus::Duplicate, held.uid, held.headline, why, None)
        }
        Added::Held(held) => {
            let where_it_is = held.trashed.then(|| sentence("import-duplicate-in-trash", &[]));
            (
                ImportStatus::Duplicate,
                held.uid,
                held.headline,
                where_it_is,
                None,
            )
        }
    };
    Imported {
        path: path.display().to_string(),
        status,
        uid: Some(article.to_string()),
        article: Some(article.to_string()),
        headline: Some(headline),
        problem,
        version,
    }
}

/// Names the outlet where the person knows it.
fn say_outlet(capture: &mut Capture, outlet: Option<&str>) {
    if let Some(outlet) = outlet.and_then(one_line) {
        capture.meta.outlet = Some(Field::typed(outlet));
        capture.amended.note_field(RecordField::Outlet);
    }
}

fn failed(path: &Path, failure: &Failure) -> Imported {
    Imported {
        path: path.display().to_string(),
        status: ImportStatus::Failed,
        article: None,
        uid: None,
        headline: None,
        problem: Some(failure.message.clone()),
        version: None,
    }
}

/// Whether two records may be of one article: what both say is the same.
fn agree(held: &Meta, new: &Meta) -> bool {
    fn same<T: PartialEq>(held: Option<&Field<T>>, new: Option<&Field<T>>) -> bool {
        held.zip(new).is_none_or(|(held, new)| held.value == new.value)
    }
    let authors = |meta: &Meta| meta.authors.iter().map(|a| a.value.clone()).collect::<Vec<_>>();
    same(held.published.as_ref(), new.published.as_ref())
        && same(held.outlet.as_ref(), new.outlet.as_ref())
        && same(held.section.as_ref(), new.section.as_ref())
        && (held.authors.is_empty() || new.authors.is_empty() || authors(held) == authors(new))
}

/// Who stands behind an article: the outlet where it is known, else the first author; nobody is made up.
fn source_of(capture: &Capture) -> Option<(String, SourceKind)> {
    let outlet = capture
        .meta
        .outlet
        .as_ref()
        .map(|o| (o.value.clone(), SourceKind::Outlet));
    outlet.or_else(|| {
        capture
            .meta
            .authors
            .first()
            .map(|a| (a.value.clone(), SourceKind::Author))
    })
}

/// A title for a menu.
fn short(title: &str) -> String {
    const LONGEST: usize = 60;
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    title.chars().take(LONGEST - 1).chain(['…']).collect()
}
