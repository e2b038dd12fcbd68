//! Where reports come from by the person's word. What the cues say is reckoned by `desk`.

use model::Uid;
use rusqlite::{OptionalExtension, params};

use crate::{Read, Result, Write, library::uid};

/// What the person said about where an article's report comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OriginSaid {
    /// It is a report of its own.
    Alone,
    /// It has the origin of this article.
    With(Uid),
}

impl Read<'_> {
    /// What was said about an article; nothing where the cues stand.
    pub fn origin_said(&self, article: Uid) -> Result<Option<OriginSaid>> {
        let said: Option<Option<String>> = self
            .connection
            .prepare_cached(include_str!("said.sql"))?
            .query_row([article.to_string()], |row| row.get(0))
            .optional()?;
        said.map(|same_as| match same_as {
            None => Ok(OriginSaid::Alone),
            Some(uid) => Ok(OriginSaid::With(uid.parse().map_err(crate::Error::inconsistent)?)),
        })
        .transpose()
    }

    /// The articles that were said to have the origin of this one.
    pub fn said_to_be_with(&self, article: Uid) -> Result<Vec<Uid>> {
        let mut statement = self.connection.prepare_cached(include_str!("with.sql"))?;
        let rows = statement.query_map([article.to_string()], |row| uid(row, "uid"))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Says where an article's report comes from, or lets the cues stand again.
    pub fn say_origin(&mut self, article: Uid, said: Option<OriginSaid>) -> Result<()> {
        let id = self.id_of("article", article)?;
        let same_as = match said {
            Some(OriginSaid::With(other)) => Some(self.id_of("article", other)?),
            Some(OriginSaid::Alone) | None => None,
        };
        let (uid, now) = (self.uid(), self.now());
        if said.is_none() {
            self.connection
                .execute("DELETE FROM origin_said WHERE article_id = ?", [id])?;
            return Ok(());
        }
        self.connection
            .prepare_cached(include_str!("say.sql"))?
            .execute(params![uid.to_string(), id, same_as, now])?;
        Ok(())
    }
}
