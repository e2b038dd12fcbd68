//! The versions of an article, and what is different between two texts of the library or one about to come in.

pub use model::diff::Change;
use model::{
    Uid,
    diff::{Piece, diff},
    text::Indexed,
    word::words,
};
use serde::Serialize;
use store::Read;
pub use store::article::VersionRow;

use crate::{Desk, Failure, Result, desk::uid, import::Incoming};

/// A stretch of one of two texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DiffPiece {
    /// What became of it.
    pub change: Change,
    /// The words.
    pub text: String,
}

/// What is different between two texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The earlier text's version.
    pub old: Uid,
    /// The later text's; nothing for a text that isn't in the library.
    pub new: Option<Uid>,
    /// Words that stand in both.
    pub kept: usize,
    /// Words of the earlier text only.
    pub dropped: usize,
    /// Words of the later text only.
    pub added: usize,
    /// Both texts, in order.
    pub pieces: Vec<DiffPiece>,
}

impl Desk {
    /// The versions of an article, the newest first.
    pub fn versions(&self, article: &str) -> Result<Vec<VersionRow>> {
        let uid = uid(article)?;
        self.read(|r| {
            r.article(uid)?;
            Ok(r.versions(uid)?)
        })
    }

    /// What is different between two versions, each named by itself or by its article, whose newest is then meant. With one
    /// article alone: between its newest version and the one before.
    pub fn difference(&self, old: &str, new: Option<&str>) -> Result<Difference> {
        let (first, second) = (uid(old)?, new.map(uid).transpose()?);
        self.read(|r| {
            let (old, new) = match second {
                Some(second) => (version_of(r, first)?, version_of(r, second)?),
                None => {
                    let versions = r.versions(first)?;
                    let [newest, before, ..] = &versions[..] else {
                        r.article(first)?;
                        return Err(Failure::new(crate::FailureKind::NotFound, "one-version", &[]));
                    };
                    (before.uid, newest.uid)
                }
            };
            let (earlier, later) = (r.version(old)?, r.version(new)?);
            Ok(difference((old, &earlier.text), (Some(new), &later.text)))
        })
    }

    /// What an incoming text changes against the newest version of an article.
    pub fn difference_of_import(&self, article: &str, incoming: &Incoming) -> Result<Difference> {
        let uid = uid(article)?;
        let text = self.text_of_import(incoming)?;
        self.read(|r| {
            let held = r.newest_version(uid)?;
            Ok(difference((held.uid, &held.text), (None, &text)))
        })
    }
}

/// The version that is meant by its own identity or by its article's.
fn version_of(r: &Read<'_>, given: Uid) -> Result<Uid> {
    match r.newest_version_uid(given) {
        Err(store::Error::NotFound { .. }) => Ok(r.version(given)?.uid),
        other => Ok(other?),
    }
}

fn difference((old, earlier): (Uid, &str), (new, later): (Option<Uid>, &str)) -> Difference {
    let (from, to) = (Indexed::new(earlier), Indexed::new(later));
    let mut found = Difference {
        old,
        new,
        kept: 0,
        dropped: 0,
        added: 0,
        pieces: Vec::new(),
    };
    for Piece { change, old, new } in diff(earlier, later) {
        let (text, count) = match change {
            Change::Kept => (from.slice(old), &mut found.kept),
            Change::Dropped => (from.slice(old), &mut found.dropped),
            Change::Added => (to.slice(new), &mut found.added),
        };
        *count += words(text).count();
        found.pieces.push(DiffPiece {
            change,
            text: text.to_owned(),
        });
    }
    found
}
