//! What articles are found again by: a sketch of their text, their addresses, the agency they credit.
//!
//! All of it is made from a version's record when the version is kept, and never journalled. Versions that have none,
//! because they came before this was kept or came back by undo, wait in `likeness_due` for [`Library::settle_likeness`].
//! What is like what is `desk`'s business.

use model::{
    Uid,
    address::Pages,
    agency,
    article::{Capture, said},
    sketch::Sketch,
};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::{Error, Library, Read, Result, Write, library::uid};

/// What the newest version of an article is found again by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// The article.
    pub article: Uid,
    /// A sample of its text.
    pub sketch: Sketch,
    /// The agency it credits.
    pub agency: Option<String>,
}

/// Versions settled in one transaction: a reader waits for none, and another program not long.
const AT_ONCE: u32 = 200;

impl Library {
    /// Makes what is missing; nothing to do nearly always. No operation, and not undone. While another program holds the library
    /// it waits for the next time: whoever only reads has no need of it, and whoever writes is told of that then.
    pub fn settle_likeness(&self) -> Result<()> {
        if self.read_only() || !self.read(|r| is_due(r.connection))? {
            return Ok(());
        }
        loop {
            match self.on_writer(settle_some) {
                Ok(true) => {}
                Ok(false) | Err(Error::Locked) => return Ok(()),
                Err(e) => return Err(e),
            }
        }
    }
}

fn is_due(connection: &Connection) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM likeness_due)";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

/// Settles some versions. Whether there are more. One whose record can't be read is not found by its likeness, and stands in
/// nobody's way; the check of the library is what names it.
fn settle_some(connection: &mut Connection) -> Result<bool> {
    // Immediate: it reads first and writes later.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let due: Vec<(i64, String)> = {
        let mut statement = transaction.prepare_cached(include_str!("due.sql"))?;
        let rows = statement.query_map([AT_ONCE], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.collect::<rusqlite::Result<_>>()?
    };
    for (version, record) in due {
        match serde_json::from_str(&record) {
            Ok(capture) => keep(&transaction, version, &capture)?,
            Err(_) => settled(&transaction, version)?,
        }
    }
    let more = is_due(&transaction)?;
    transaction.commit()?;
    Ok(more)
}

/// Keeps what the version is found again by.
fn keep(connection: &Connection, version: i64, capture: &Capture) -> Result<()> {
    let sketch = Sketch::of(&said(&capture.blocks));
    let pages = Pages::of(&capture.meta);
    let lowest = serde_json::to_string(sketch.lowest()).map_err(Error::inconsistent)?;
    connection
        .prepare_cached("INSERT INTO likeness (version_id, runs, lowest, looked_up, agency, site) VALUES (?, ?, ?, ?, ?, ?)")?
        .execute(params![
            version,
            sketch.runs() as u64,
            lowest,
            sketch.looked_up().len() as u64,
            agency::credited(capture),
            pages.site
        ])?;
    let mut add = connection.prepare_cached("INSERT INTO likeness_run (run, version_id) VALUES (?, ?)")?;
    for run in sketch.looked_up() {
        add.execute(params![run, version])?;
    }
    let named = [
        ("found", pages.found),
        ("stated", pages.stated),
        ("original", pages.original),
    ];
    let mut add =
        connection.prepare_cached("INSERT INTO likeness_address (version_id, role, key) VALUES (?, ?, ?)")?;
    for (role, key) in named {
        if let Some(key) = key {
            add.execute(params![version, role, key])?;
        }
    }
    settled(connection, version)
}

fn settled(connection: &Connection, version: i64) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM likeness_due WHERE version_id = ?")?
        .execute([version])?;
    Ok(())
}

impl Write<'_> {
    /// Keeps what a version just made is found again by.
    pub(crate) fn keep_likeness(&mut self, version: i64, capture: &Capture) -> Result<()> {
        keep(self.connection, version, capture)
    }
}

impl Read<'_> {
    /// What an article is found again by; nothing while that isn't settled.
    pub fn likeness(&self, article: Uid) -> Result<Option<Likeness>> {
        let found = self
            .connection
            .prepare_cached(include_str!("of_article.sql"))?
            .query_row([article.to_string()], |row| {
                Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?))
            })
            .optional()?;
        let Some((runs, lowest, agency)) = found else {
            return Ok(None);
        };
        let lowest = serde_json::from_str(&lowest).map_err(Error::inconsistent)?;
        Ok(Some(Likeness {
            article,
            sketch: Sketch::from_stored(runs, lowest),
            agency,
        }))
    }

    /// Articles whose newest version shares runs with a text, those that share the most first; those in the trash too. Runs that
    /// many articles have count for the newest of them only, so that it costs what is alike and not what is in the library.
    pub fn articles_sharing_runs(&self, sketch: &Sketch, limit: u32) -> Result<Vec<Uid>> {
        let runs = serde_json::to_string(sketch.looked_up()).map_err(Error::inconsistent)?;
        let mut statement = self.connection.prepare_cached(include_str!("sharing_runs.sql"))?;
        let rows = statement.query_map(params![runs, limit], |row| uid(row, "uid"))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The articles outside the trash that were found at one of these addresses or call it their own: those found there before
    /// the others, the newest first.
    pub fn articles_at<'k>(&self, keys: impl Iterator<Item = &'k str>, limit: u32) -> Result<Vec<Uid>> {
        self.articles_by_address(include_str!("at.sql"), keys, limit)
    }

    /// The articles that are copies of the page at one of these addresses, by the word of their newest version, the newest first.
    pub fn copies_of<'k>(&self, keys: impl Iterator<Item = &'k str>, limit: u32) -> Result<Vec<Uid>> {
        self.articles_by_address(include_str!("copies.sql"), keys, limit)
    }

    /// What `sql` finds; no more than `limit`, for there are sites that state one address on every page.
    fn articles_by_address<'k>(
        &self,
        sql: &str,
        keys: impl Iterator<Item = &'k str>,
        limit: u32,
    ) -> Result<Vec<Uid>> {
        let keys = serde_json::to_string(&keys.collect::<Vec<_>>()).map_err(Error::inconsistent)?;
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params![keys, limit], |row| uid(row, "uid"))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{article, library, op};

    fn count(library: &Library, table: &str) -> u32 {
        let sql = format!("SELECT count(*) FROM {table}");
        library
            .read::<_, Error>(|r| Ok(r.connection.query_row(&sql, [], |row| row.get(0))?))
            .unwrap()
    }

    #[test]
    fn what_a_version_is_found_by_goes_with_it_and_is_made_again_when_it_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let library = library(folder.path());
        let new = article(1);
        let sketch = Sketch::of(&said(&new.capture.blocks));
        let (uid, _) = library
            .write::<_, Error>(op(1), move |w| w.add_article(&new))
            .unwrap();
        let alike = || {
            library
                .read::<_, Error>(|r| r.articles_sharing_runs(&sketch, 5))
                .unwrap()
        };
        assert_eq!(alike(), [uid]);

        library.undo(op(2)).unwrap();
        assert_eq!(alike(), []);
        for table in ["likeness", "likeness_run", "likeness_address", "likeness_due"] {
            assert_eq!(count(&library, table), 0, "{table}");
        }
        library.redo(op(3)).unwrap();
        assert_eq!((alike(), count(&library, "likeness_due")), (vec![], 1));
        library.settle_likeness().unwrap();
        assert_eq!((alike(), count(&library, "likeness_due")), (vec![uid], 0));
        assert!(library.check().unwrap().findings.is_empty());
    }

    #[test]
    fn an_article_of_many_versions_counts_once_and_by_its_newest() {
        let folder = tempfile::tempdir().unwrap();
        let library = library(folder.path());
        let with_body = |n: u64, text: &str| {
            let mut new = article(n);
            new.capture.blocks[1].spans[0].text = text.to_owned();
            new
        };
        let own = "Sixteen barges of grain lie before the lock at Orrin because nobody pays the keeper who went home.";
        let (first, often) = (with_body(0, own), with_body(1, own));
        let sketch = Sketch::of(&said(&first.capture.blocks));
        let alike = || {
            library
                .read::<_, Error>(|r| r.articles_sharing_runs(&sketch, 5))
                .unwrap()
        };
        let (first, _) = library
            .write::<_, Error>(op(1), move |w| w.add_article(&first))
            .unwrap();
        let again = often.capture.clone();
        let (often, _) = library
            .write::<_, Error>(op(2), move |w| {
                let often = w.add_article(&often)?;
                for _ in 0..70 {
                    w.add_version(&w.newest_version(often)?, &again, None)?;
                }
                Ok(often)
            })
            .unwrap();
        assert_eq!(alike(), [first, often]);
        let other = with_body(2, "The keeper is back.").capture;
        library
            .write::<_, Error>(op(3), move |w| {
                w.add_version(&w.newest_version(often)?, &other, None)
            })
            .unwrap();
        assert_eq!(alike().first(), Some(&first));
    }

    #[test]
    fn a_version_that_is_not_there_or_cannot_be_read_keeps_none_of_the_others_from_being_found() {
        let folder = tempfile::tempdir().unwrap();
        let library = library(folder.path());
        let ids = [1, 2].map(|n| {
            let new = article(n);
            let added = library.write::<_, Error>(op(n), move |w| {
                let uid = w.add_article(&new)?;
                Ok((uid, w.newest_version(uid)?.id))
            });
            added.unwrap().0
        });
        let (broken, sound) = (ids[0].1, ids[1]);
        library
            .on_writer(move |connection| {
                connection.execute_batch(&format!(
                    "DELETE FROM likeness; DELETE FROM likeness_run; DELETE FROM likeness_address;
                     UPDATE content SET body = 'no record' WHERE sha256 = (SELECT record_sha256 FROM article_version WHERE id = {broken});
                     INSERT INTO likeness_due SELECT id FROM article_version UNION SELECT 999;"
                ))?;
                Ok(())
            })
            .unwrap();
        library.settle_likeness().unwrap();
        assert_eq!(count(&library, "likeness_due"), 0);
        assert!(
            library
                .read::<_, Error>(|r| r.likeness(sound.0))
                .unwrap()
                .is_some()
        );
    }

    #[test]
    fn what_a_version_is_found_by_waits_while_another_program_holds_the_library() {
        let folder = tempfile::tempdir().unwrap();
        let library = library(folder.path());
        let new = article(1);
        library
            .write::<_, Error>(op(1), move |w| w.add_article(&new))
            .unwrap();
        library.undo(op(2)).unwrap();
        library.redo(op(3)).unwrap();
        let other = Connection::open(library.file()).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        library.settle_likeness().unwrap();
        assert_eq!(count(&library, "likeness_due"), 1);
        other.execute_batch("ROLLBACK").unwrap();
        library.settle_likeness().unwrap();
        assert_eq!(count(&library, "likeness_due"), 0);
    }

    #[test]
    fn a_run_that_hundreds_of_texts_have_does_not_hide_the_copy_of_one() {
        let folder = tempfile::tempdir().unwrap();
        let library = library(folder.path());
        let with_body = |n: u64, text: String| {
            let mut new = article(n);
            new.capture.blocks[1].spans[0].text = text;
            new
        };
        let own = "Sixteen barges of grain lie before the lock at Orrin because nobody pays the keeper who went home.";
        let copied = with_body(0, own.to_owned());
        let sketch = Sketch::of(&said(&copied.capture.blocks));
        let (uid, _) = library
            .write::<_, Error>(op(1), move |w| w.add_article(&copied))
            .unwrap();
        library
            .write::<_, Error>(op(2), move |w| {
                for n in 1..200 {
                    w.add_article(&with_body(
                        n,
                        format!("Sign up for our letter, it comes every morning. {n}"),
                    ))?;
                }
                Ok(())
            })
            .unwrap();
        let alike = library
            .read::<_, Error>(|r| r.articles_sharing_runs(&sketch, 5))
            .unwrap();
        assert_eq!(alike.first(), Some(&uid));
    }
}
