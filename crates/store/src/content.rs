//! Content by hash: original bytes and long texts, kept once and never changed.

use std::io::Read as _;

use model::Sha256Hex;
use rusqlite::{OptionalExtension, params};

use crate::{Error, Read, Result, Write};

/// Compression of snapshots: zstd's own default, quick both ways.
const ZSTD_LEVEL: i32 = 3;

impl Read<'_> {
    /// The original bytes with this hash.
    pub fn snapshot(&self, sha256: &Sha256Hex) -> Result<Vec<u8>> {
        let found: Option<(u64, Vec<u8>)> = self
            .connection
            .prepare_cached("SELECT size, zstd FROM snapshot WHERE sha256 = ?")?
            .query_row([sha256.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (size, zstd) = found.ok_or_else(|| Error::NotFound {
            noun: "snapshot",
            what: sha256.to_string(),
        })?;
        unpack(&zstd, size)
    }

    /// The text with this hash.
    pub(crate) fn content(&self, sha256: &str) -> Result<String> {
        self.connection
            .prepare_cached("SELECT body FROM content WHERE sha256 = ?")?
            .query_row([sha256], |row| row.get(0))
            .optional()?
            .ok_or_else(|| Error::inconsistent(format!("the text {sha256} is missing")))
    }
}

impl Write<'_> {
    /// Keeps original bytes.
    pub(crate) fn keep_snapshot(&mut self, bytes: &[u8]) -> Result<Sha256Hex> {
        let sha256 = Sha256Hex::of(bytes);
        let zstd = zstd::bulk::compress(bytes, ZSTD_LEVEL).map_err(Error::inconsistent)?;
        self.connection
            .prepare_cached(
                "INSERT INTO snapshot (sha256, size, zstd) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            )?
            .execute(params![sha256.as_str(), bytes.len() as u64, zstd])?;
        Ok(sha256)
    }

    /// Keeps a text.
    pub(crate) fn keep_content(&mut self, body: &str) -> Result<Sha256Hex> {
        let sha256 = Sha256Hex::of(body.as_bytes());
        self.connection
            .prepare_cached("INSERT INTO content (sha256, body) VALUES (?, ?) ON CONFLICT DO NOTHING")?
            .execute(params![sha256.as_str(), body])?;
        Ok(sha256)
    }
}

/// Unpacks at most `size` bytes: a damaged snapshot must not fill the memory.
pub(crate) fn unpack(zstd: &[u8], size: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let stream = zstd::stream::read::Decoder::new(zstd).map_err(Error::inconsistent)?;
    stream
        .take(size + 1)
        .read_to_end(&mut bytes)
        .map_err(Error::inconsistent)?;
    Ok(bytes)
}
