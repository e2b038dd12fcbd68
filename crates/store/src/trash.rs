//! The trash: what can be thrown away, and comes back as it was.

use model::Uid;
use rusqlite::{OptionalExtension, params};

use crate::{Error, Read, Result, Write};

/// What can be thrown away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// An article with everything on it.
    Article,
    /// An annotation.
    Annotation,
    /// An entry of the risk register.
    Risk,
    /// The link between a passage and a risk.
    Evidence,
    /// A brief.
    Brief,
}

impl Noun {
    /// Every noun with a trash.
    pub const ALL: [Self; 5] = [
        Self::Article,
        Self::Annotation,
        Self::Risk,
        Self::Evidence,
        Self::Brief,
    ];

    /// The table, which is also the word for people.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Annotation => "annotation",
            Self::Risk => "risk",
            Self::Evidence => "evidence",
            Self::Brief => "brief",
        }
    }
}

impl Read<'_> {
    /// What kind of record has this identity, and whether it is in the trash.
    pub fn noun_of(&self, uid: Uid) -> Result<Option<(Noun, bool)>> {
        for noun in Noun::ALL {
            let sql = format!(
                "SELECT trashed_at IS NOT NULL FROM {} WHERE uid = ?",
                noun.as_str()
            );
            let found = self
                .connection
                .prepare_cached(&sql)?
                .query_row([uid.to_string()], |row| row.get(0))
                .optional()?;
            if let Some(trashed) = found {
                return Ok(Some((noun, trashed)));
            }
        }
        Ok(None)
    }

    /// The rowid of the record with this identity.
    pub(crate) fn id_of(&self, noun: &'static str, uid: Uid) -> Result<i64> {
        let sql = format!("SELECT id FROM {noun} WHERE uid = ?");
        self.connection
            .prepare_cached(&sql)?
            .query_row([uid.to_string()], |row| row.get(0))
            .optional()?
            .ok_or_else(|| Error::NotFound {
                noun,
                what: uid.to_string(),
            })
    }
}

impl Write<'_> {
    /// Puts a record into the trash or takes it out.
    pub fn set_trashed(&mut self, noun: Noun, uid: Uid, trashed: bool) -> Result<()> {
        let at = trashed.then(|| self.now());
        let sql = format!("UPDATE {} SET trashed_at = ? WHERE uid = ?", noun.as_str());
        match self
            .connection
            .prepare_cached(&sql)?
            .execute(params![at, uid.to_string()])?
        {
            0 => Err(Error::NotFound {
                noun: noun.as_str(),
                what: uid.to_string(),
            }),
            _ => Ok(()),
        }
    }
}
