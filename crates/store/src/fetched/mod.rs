//! Where the bytes of a version were fetched, and what the server said of them.

use model::Uid;
use rusqlite::{OptionalExtension, Row, params};

use crate::{Read, Result, Write};

/// What is known of a fetch besides its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FetchRow {
    /// The address that was asked for.
    pub asked: String,
    /// The address that the bytes came from.
    pub url: String,
    /// `Content-Type`.
    pub media: Option<String>,
    /// `ETag`.
    pub etag: Option<String>,
    /// `Last-Modified`.
    pub last_modified: Option<String>,
}

impl Read<'_> {
    /// The last fetch that made a version of an article.
    pub fn newest_fetch(&self, article: Uid) -> Result<Option<FetchRow>> {
        let row = self
            .connection
            .prepare_cached(include_str!("newest.sql"))?
            .query_row([article.to_string()], fetch_row)
            .optional()?;
        Ok(row)
    }
}

impl Write<'_> {
    /// Notes that the bytes of a version were fetched, now.
    pub fn keep_fetch(&mut self, version: Uid, fetch: &FetchRow) -> Result<()> {
        let (id, uid, now) = (self.id_of("article_version", version)?, self.uid(), self.now());
        self.connection
            .prepare_cached(include_str!("keep.sql"))?
            .execute(params![
                uid.to_string(),
                id,
                fetch.asked,
                fetch.url,
                now,
                fetch.media,
                fetch.etag,
                fetch.last_modified
            ])?;
        Ok(())
    }
}

fn fetch_row(row: &Row<'_>) -> rusqlite::Result<FetchRow> {
    Ok(FetchRow {
        asked: row.get("asked")?,
        url: row.get("url")?,
        media: row.get("media")?,
        etag: row.get("etag")?,
        last_modified: row.get("last_modified")?,
    })
}
