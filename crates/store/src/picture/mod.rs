//! The pictures of a version that were fetched: their bytes as they came, and what they are by them.

use model::{
    Sha256Hex, Uid,
    picture::{Picture, PictureKind},
};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::{Error, Library, Read, Result, Write};

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

/// A picture of a version that is one by its own bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookRow {
    /// Its address as the record has it.
    pub address: String,
    /// Its bytes.
    pub snapshot: Sha256Hex,
    /// What they are.
    pub picture: Picture,
}

impl Library {
    /// Keeps what pictures are that came before that was kept with them; nothing for bytes that are no picture. No operation, and
    /// not undone. While another program holds the library it is left for the next time.
    pub fn keep_looks(&self, looks: Vec<(Sha256Hex, Option<Picture>)>) -> Result<()> {
        let kept = self.on_writer(move |connection| {
            let transaction = connection.transaction()?;
            for (snapshot, picture) in &looks {
                keep_look(&transaction, snapshot, *picture)?;
            }
            Ok(transaction.commit()?)
        });
        match kept {
            Err(Error::Locked) => Ok(()),
            kept => kept,
        }
    }
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

    /// Those of them that are pictures by their own bytes.
    pub fn looks(&self, version: Uid) -> Result<Vec<LookRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("looks.sql"))?;
        let rows = statement.query_map([version.to_string()], |row| {
            Ok(LookRow {
                address: row.get("address")?,
                snapshot: Sha256Hex::from_stored(row.get("snapshot_sha256")?),
                picture: look(row)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Those of them of which it isn't known yet what they are.
    pub fn unread_pictures(&self, version: Uid) -> Result<Vec<Sha256Hex>> {
        let mut statement = self.connection.prepare_cached(include_str!("unread.sql"))?;
        let rows = statement.query_map([version.to_string()], |row| row.get(0))?;
        Ok(rows
            .map(|sha256| sha256.map(Sha256Hex::from_stored))
            .collect::<rusqlite::Result<_>>()?)
    }

    /// What these bytes are, if they are kept as the picture of a version and are one.
    pub fn picture(&self, snapshot: &Sha256Hex) -> Result<Option<Picture>> {
        let mut statement = self.connection.prepare_cached(include_str!("look.sql"))?;
        Ok(statement.query_row([snapshot.as_str()], look).optional()?)
    }
}

impl Write<'_> {
    /// Keeps a picture of a version, in place of the one from the same address.
    pub fn keep_picture(
        &mut self,
        version: Uid,
        address: &str,
        bytes: &[u8],
        picture: Picture,
    ) -> Result<()> {
        let snapshot = self.keep_snapshot(bytes)?;
        keep_look(self.connection, &snapshot, Some(picture))?;
        let row = PictureRow {
            address: address.to_owned(),
            snapshot,
            media: picture.kind.media().to_owned(),
        };
        self.carry_picture(version, &row)
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

fn keep_look(connection: &Connection, snapshot: &Sha256Hex, picture: Option<Picture>) -> Result<()> {
    connection
        .prepare_cached(include_str!("keep_look.sql"))?
        .execute(params![
            snapshot.as_str(),
            picture.map(|picture| picture.kind.media()),
            picture.map(|picture| picture.width),
            picture.map(|picture| picture.height),
        ])?;
    Ok(())
}

fn look(row: &Row<'_>) -> rusqlite::Result<Picture> {
    let media: String = row.get("media")?;
    let kind = PictureKind::of_media(&media).ok_or_else(|| {
        let unknown = format!("{media} is no kind of picture").into();
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, unknown)
    })?;
    Ok(Picture {
        kind,
        width: row.get("width")?,
        height: row.get("height")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{article, library, op};

    const PNG: Picture = Picture {
        kind: PictureKind::Png,
        width: 320,
        height: 240,
    };

    #[test]
    fn a_picture_has_its_look_with_every_version_that_names_it_and_leaves_with_the_last() {
        let folder = tempfile::tempdir().unwrap();
        let library = library(folder.path());
        let (new, address) = (article(1), "https://strait.example/mole");
        let (uid, _) = library
            .write::<_, Error>(op(1), move |w| w.add_article(&new))
            .unwrap();
        let version = library.read::<_, Error>(|r| r.newest_version_uid(uid)).unwrap();
        library
            .write::<_, Error>(op(2), move |w| w.keep_picture(version, address, b"mole", PNG))
            .unwrap();
        let snapshot = Sha256Hex::of(b"mole");
        let row = LookRow {
            address: address.to_owned(),
            snapshot: snapshot.clone(),
            picture: PNG,
        };
        let known = || {
            let read = library.read::<_, Error>(|r| Ok((r.looks(version)?, r.picture(&snapshot)?)));
            read.unwrap()
        };
        assert_eq!(known(), (vec![row.clone()], Some(PNG)));
        library.undo(op(3)).unwrap();
        assert_eq!(known(), (vec![], None));
        library.redo(op(4)).unwrap();
        assert_eq!(known(), (vec![row], Some(PNG)));
        assert_eq!(library.check().unwrap().findings, []);
    }

    #[test]
    fn asking_for_pictures_reads_as_much_as_there_is_to_answer() {
        let folder = tempfile::tempdir().unwrap();
        let library = library(folder.path());
        for sql in [
            include_str!("of_version.sql"),
            include_str!("looks.sql"),
            include_str!("unread.sql"),
            include_str!("look.sql"),
        ] {
            let plan: Vec<String> = library
                .read::<_, Error>(|r| {
                    let mut statement = r.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
                    let steps = statement.query_map([""], |row| row.get("detail"))?;
                    Ok(steps.collect::<rusqlite::Result<_>>()?)
                })
                .unwrap();
            let scans = |step: &String| step.starts_with("SCAN");
            assert!(!plan.is_empty() && !plan.iter().any(scans), "{sql}{plan:#?}");
        }
    }
}
