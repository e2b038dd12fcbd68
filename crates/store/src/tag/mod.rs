//! Tags and what they are on.

use chrono::{DateTime, Utc};
use model::{Uid, tag::TagPath};
use rusqlite::{OptionalExtension, params};
use serde::Serialize;

use crate::{Error, Read, Result, Write, library::uid};

/// A tag and how much it is on; the trash doesn't count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TagRow {
    /// Identity.
    pub uid: Uid,
    /// The path as first written.
    pub path: String,
    /// Articles that carry it themselves.
    pub articles: u32,
    /// Annotations that carry it.
    pub annotations: u32,
    /// When it was put on something last.
    pub used_at: Option<DateTime<Utc>>,
}

impl Read<'_> {
    /// Every tag, by path.
    pub fn tags(&self) -> Result<Vec<TagRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("row.sql"))?;
        let rows = statement.query_map([], |row| {
            // What joins a tag to a record has an identity of its own, and an identity says when it was made.
            let last: String = row.get("last")?;
            let used_at = last.parse::<Uid>().ok().and_then(made_at);
            Ok(TagRow {
                uid: uid(row, "uid")?,
                path: row.get("path")?,
                articles: row.get("articles")?,
                annotations: row.get("annotations")?,
                used_at,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The tags on an article, by path.
    pub fn article_tags(&self, article: Uid) -> Result<Vec<String>> {
        self.tags_by(include_str!("of_article.sql"), article)
    }

    /// The tags on an annotation, by path.
    pub fn annotation_tags(&self, annotation: Uid) -> Result<Vec<String>> {
        self.tags_by(include_str!("of_annotation.sql"), annotation)
    }

    /// Every tag, by path.
    pub fn tag_paths(&self) -> Result<Vec<String>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT path FROM tag ORDER BY key")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn tags_by(&self, sql: &str, uid: Uid) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([uid.to_string()], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Tags an article. Doing it twice changes nothing.
    pub fn tag_article(&mut self, article: Uid, path: &TagPath) -> Result<()> {
        let (article, tag, uid) = (
            self.id_of("article", article)?,
            self.tag_or_new(path)?,
            self.uid(),
        );
        self.connection
            .prepare_cached(
                "INSERT INTO article_tag (uid, article_id, tag_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            )?
            .execute(params![uid.to_string(), article, tag])?;
        Ok(())
    }

    /// Takes a tag off an article. Twice is once.
    pub fn untag_article(&mut self, article: Uid, path: &TagPath) -> Result<()> {
        let article = self.id_of("article", article)?;
        self.connection
            .prepare_cached("DELETE FROM article_tag WHERE article_id = ? AND tag_id = (SELECT id FROM tag WHERE key = ?)")?
            .execute(params![article, path.key()])?;
        Ok(())
    }

    /// Tags an annotation. Doing it twice changes nothing.
    pub fn tag_annotation(&mut self, annotation: Uid, path: &TagPath) -> Result<()> {
        let (annotation, tag, uid) = (
            self.id_of("annotation", annotation)?,
            self.tag_or_new(path)?,
            self.uid(),
        );
        self.connection
            .prepare_cached("INSERT INTO annotation_tag (uid, annotation_id, tag_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")?
            .execute(params![uid.to_string(), annotation, tag])?;
        Ok(())
    }

    /// Takes a tag off an annotation. Twice is once.
    pub fn untag_annotation(&mut self, annotation: Uid, path: &TagPath) -> Result<()> {
        let annotation = self.id_of("annotation", annotation)?;
        self.connection
            .prepare_cached(
                "DELETE FROM annotation_tag WHERE annotation_id = ? AND tag_id = (SELECT id FROM tag WHERE key = ?)",
            )?
            .execute(params![annotation, path.key()])?;
        Ok(())
    }

    /// Gives a tag another path, and those under it with it. Where there is a tag of that path already, the two become one:
    /// whatever carries either then carries that.
    pub fn rename_tag(&mut self, from: &TagPath, to: &TagPath) -> Result<()> {
        let mut branch = self.branch(from)?;
        if branch.is_empty() {
            return Err(no_tag(from));
        }
        // Moved below itself the deepest goes first, so that none lands on one that has still to go.
        if to.key().starts_with(&format!("{}/", from.key())) {
            branch.reverse();
        }
        for (id, path) in branch {
            let below: String = path.chars().skip(from.as_str().chars().count()).collect();
            let path = format!("{to}{below}");
            let key = path.to_lowercase();
            let there: Option<i64> = self
                .connection
                .prepare_cached("SELECT id FROM tag WHERE key = ? AND id <> ?")?
                .query_row(params![key, id], |row| row.get(0))
                .optional()?;
            match there {
                Some(there) => {
                    for sql in [
                        include_str!("articles_moved.sql"),
                        include_str!("annotations_moved.sql"),
                    ] {
                        self.connection.prepare_cached(sql)?.execute([id, there])?;
                    }
                    self.delete_tag(id)?;
                }
                None => {
                    self.connection
                        .prepare_cached("UPDATE tag SET path = ?, key = ? WHERE id = ?")?
                        .execute(params![path, key, id])?;
                }
            }
        }
        Ok(())
    }

    /// Takes a tag and those under it off everything, and away.
    pub fn remove_tag(&mut self, path: &TagPath) -> Result<()> {
        let branch = self.branch(path)?;
        if branch.is_empty() {
            return Err(no_tag(path));
        }
        branch.into_iter().try_for_each(|(id, ..)| self.delete_tag(id))
    }

    /// The tag of this path and those under it: row and path.
    fn branch(&self, path: &TagPath) -> Result<Vec<(i64, String)>> {
        let key = path.key();
        let mut statement = self.connection.prepare_cached(include_str!("branch.sql"))?;
        // `/` is followed by `0`: the keys between are those under this one.
        let rows = statement.query_map(params![key, format!("{key}/"), format!("{key}0")], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn delete_tag(&self, id: i64) -> Result<()> {
        for sql in [
            "DELETE FROM article_tag WHERE tag_id = ?",
            "DELETE FROM annotation_tag WHERE tag_id = ?",
            "DELETE FROM tag WHERE id = ?",
        ] {
            self.connection.prepare_cached(sql)?.execute([id])?;
        }
        Ok(())
    }

    fn tag_or_new(&mut self, path: &TagPath) -> Result<i64> {
        let found = self
            .connection
            .prepare_cached("SELECT id FROM tag WHERE key = ?")?
            .query_row([path.key()], |row| row.get(0))
            .optional()?;
        if let Some(id) = found {
            return Ok(id);
        }
        let uid = self.uid();
        self.connection
            .prepare_cached("INSERT INTO tag (uid, path, key) VALUES (?, ?, ?)")?
            .execute(params![uid.to_string(), path.as_str(), path.key()])?;
        Ok(self.connection.last_insert_rowid())
    }
}

fn no_tag(path: &TagPath) -> Error {
    Error::NotFound {
        noun: "tag",
        what: path.to_string(),
    }
}

fn made_at(uid: Uid) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(i64::try_from(uid.unix_millis()).ok()?)
}
