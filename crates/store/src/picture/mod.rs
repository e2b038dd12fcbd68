//! The pictures of a version that were fetched: their bytes as they came.

use model::{Sha256Hex, Uid};
use rusqlite::params;

use crate::{Read, Result, Write};

/// A picture of a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureRow {
    /// Its address as the record has it.
    pub address: String,
    /// Its bytes.
    pub snapshot: Sha256Hex,
    /// What they are: `image/png`.
    pub media: String,
}

impl Read<'_> {
    /// The pictures of a version that are kept.
    pub fn pictures(&self, version: Uid) -> Result<Vec<PictureRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("of_version.sql"))?;
        let rows = statement.query_map([version.to_string()], |row| {
            Ok(PictureRow {
                address: row.get("address")?,
                snapshot: Sha256Hex::from_stored(row.get("snapshot_sha256")?),
                media: row.get("media")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Read<'_> {
    /// Whether these bytes are kept as the picture of a version.
    pub fn is_picture(&self, snapshot: &Sha256Hex) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM version_picture WHERE snapshot_sha256 = ?)";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row([snapshot.as_str()], |row| row.get(0))?)
    }
}

impl Write<'_> {
    /// Keeps a picture of a version, in place of the one from the same address.
    pub fn keep_picture(&mut self, version: Uid, address: &str, bytes: &[u8], media: &str) -> Result<()> {
        let picture = PictureRow {
            address: address.to_owned(),
            snapshot: self.keep_snapshot(bytes)?,
            media: media.to_owned(),
        };
        self.carry_picture(version, &picture)
    }

    /// Keeps a picture whose bytes are in the library with another version too.
    pub fn carry_picture(&mut self, version: Uid, picture: &PictureRow) -> Result<()> {
        let id = self.id_of("article_version", version)?;
        let (uid, now) = (self.uid(), self.now());
        self.connection
            .prepare_cached(include_str!("keep.sql"))?
            .execute(params![
                uid.to_string(),
                id,
                picture.address,
                picture.snapshot.as_str(),
                picture.media,
                now
            ])?;
        Ok(())
    }
}
