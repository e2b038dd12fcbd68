//! Finding words in articles, annotations, risks and briefs, and records by their titles.
//!
//! First it is found out which records match, all of them, as row numbers in the order of the answer; then those that are
//! shown are read. Row numbers stay inside [`Matches`]. Cutting passages out of texts is `desk`'s business.

mod marked;

use model::{
    Uid,
    annotation::Kind,
    filter::{Filter, Part, Want},
    risk::RiskNumber,
    text::Span,
};
use rusqlite::{OptionalExtension, Row, params_from_iter, types::Value};

pub use marked::Marked;

use crate::{
    Read, Result,
    article::list::{Conditions, all_words, condition, terms},
    library::{uid, word},
};

/// What is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Articles, by headline and text.
    Articles,
    /// Annotations, by quote and note.
    Notes,
    /// Entries of the risk register, by title and statement.
    Risks,
    /// Briefs, by title and text.
    Briefs,
}

/// What a shelf is called in SQL.
struct Names {
    from: &'static str,
    /// The row that the index is over.
    id: &'static str,
    uid: &'static str,
    trashed: &'static str,
    index: &'static str,
    /// The index's column that holds the title.
    title: &'static str,
    newest: &'static str,
}

impl Shelf {
    fn names(self) -> Names {
        let (from, [id, uid, trashed], index, title, newest) = match self {
            Self::Articles => (
                include_str!("../article/from.sql"),
                ["v.id", "a.uid", "a.trashed_at"],
                "article_search",
                "headline",
                "a.id DESC",
            ),
            Self::Notes => (
                include_str!("notes.sql"),
                ["n.id", "n.uid", "n.trashed_at"],
                "annotation_search",
                "note",
                "n.id DESC",
            ),
            Self::Risks => (
                "FROM risk r",
                ["r.id", "r.uid", "r.trashed_at"],
                "risk_search",
                "title",
                "r.number DESC",
            ),
            Self::Briefs => (
                "FROM brief b",
                ["b.id", "b.uid", "b.trashed_at"],
                "brief_title_search",
                "title",
                "b.changed_at DESC",
            ),
        };
        Names {
            from,
            id,
            uid,
            trashed,
            index,
            title,
            newest,
        }
    }

    /// What `filter` asks besides words that must stand there; nothing when it asks for nothing, or for what no record of this
    /// shelf has: risks and briefs have neither tags nor sources.
    fn conditions(self, filter: &Filter) -> Option<Conditions> {
        let bare = |part: &Part| {
            matches!(
                part.want,
                Want::Words(_) | Want::Exact(_) | Want::From(_) | Want::Before(_)
            )
        };
        let has_all = matches!(self, Self::Articles | Self::Notes);
        if filter.is_empty() || !(has_all || filter.parts.iter().all(bare)) {
            return None;
        }
        let mut found = Conditions {
            sql: format!("{} IS NULL", self.names().trashed),
            values: Vec::new(),
        };
        found.and_not_words(filter, |want| match self {
            Self::Articles => condition(want),
            Self::Notes => of_note(want),
            Self::Risks => of_risk(want),
            Self::Briefs => of_brief(want),
        });
        Some(found)
    }
}

/// What is asked of an annotation `n` of an article `a`.
fn of_note(want: &Want) -> (&'static str, Vec<Value>) {
    match want {
        Want::Words(_) | Want::Exact(_) => (
            "n.id IN (SELECT rowid FROM annotation_search WHERE annotation_search MATCH ?)",
            vec![terms(want).into()],
        ),
        Want::Tag(_) => (include_str!("note_tagged.sql"), condition(want).1),
        Want::AnyTag => ("n.id IN (SELECT annotation_id FROM annotation_tag)", Vec::new()),
        Want::Kind(kind) => ("n.kind = ?", vec![kind.as_str().to_owned().into()]),
        Want::Risk(number) => (include_str!("note_at_risk.sql"), vec![number.0.into()]),
        Want::Note => ("n.note IS NOT NULL", Vec::new()),
        of_its_article => condition(of_its_article),
    }
}

/// What is asked of a risk `r`.
fn of_risk(want: &Want) -> (&'static str, Vec<Value>) {
    match want {
        Want::From(day) => ("r.made_at >= ?", vec![day.to_string().into()]),
        Want::Before(day) => ("r.made_at < ?", vec![day.to_string().into()]),
        words => (
            "r.id IN (SELECT rowid FROM risk_search WHERE risk_search MATCH ?)",
            vec![terms(words).into()],
        ),
    }
}

/// What is asked of a brief `b`.
fn of_brief(want: &Want) -> (&'static str, Vec<Value>) {
    match want {
        Want::From(day) => ("b.changed_at >= ?", vec![day.to_string().into()]),
        Want::Before(day) => ("b.changed_at < ?", vec![day.to_string().into()]),
        words => {
            let words = Value::from(terms(words));
            (include_str!("brief_words.sql"), vec![words.clone(), words])
        }
    }
}

/// The records that match, the best first.
#[derive(Clone, Debug, Default)]
pub struct Matches {
    ids: Vec<i64>,
}

impl Matches {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The first `most` of them.
    pub(crate) fn first(&self, most: usize) -> &[i64] {
        &self.ids[..most.min(self.ids.len())]
    }
}

/// An article that matches.
#[derive(Clone, Debug)]
pub struct ArticleMatch {
    /// Identity.
    pub uid: Uid,
    /// Its newest version.
    pub version: Uid,
    /// The headline.
    pub headline: Marked,
    /// The text as far as it is searched; offsets are those of the canonical text.
    pub text: Marked,
    /// The day it was published.
    pub published: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
}

/// An annotation that matches.
#[derive(Clone, Debug)]
pub struct NoteMatch {
    /// Identity.
    pub uid: Uid,
    /// The article it stands in, and the version.
    pub article: Uid,
    /// The version its place is in.
    pub version: Uid,
    /// What the passage is to the analyst.
    pub kind: Kind,
    /// The words that were marked.
    pub quote: Marked,
    /// What was written beside them.
    pub note: Option<Marked>,
    /// The article's headline.
    pub headline: String,
    /// Where it stands; nothing for an orphan.
    pub at: Option<Span>,
}

/// An entry of the register that matches.
#[derive(Clone, Debug)]
pub struct RiskMatch {
    /// Identity.
    pub uid: Uid,
    /// For people.
    pub number: RiskNumber,
    /// Its title.
    pub title: Marked,
    /// What may happen.
    pub statement: Option<Marked>,
    /// The rating of the newest assessment.
    pub rating: Option<String>,
}

/// A brief that matches.
#[derive(Clone, Debug)]
pub struct BriefMatch {
    /// Identity.
    pub uid: Uid,
    /// For people: CN-2026-003.
    pub serial: String,
    /// Its title.
    pub title: Marked,
    /// The first of its texts in which the words stand.
    pub text: Option<Marked>,
    /// When it was changed last.
    pub changed_at: String,
}

impl Read<'_> {
    /// Everything on a shelf that fulfils the filter, the best first; without words, the newest first. The trash is left out.
    pub fn matches(&self, shelf: Shelf, filter: &Filter) -> Result<Matches> {
        let Some(mut found) = shelf.conditions(filter) else {
            return Ok(Matches::default());
        };
        let Names {
            from,
            id,
            index,
            newest,
            ..
        } = shelf.names();
        let (words, mut joined, mut values) = (all_words(filter), String::new(), Vec::new());
        let order = match (words, shelf) {
            (None, _) => newest,
            (Some(words), Shelf::Briefs) => {
                found.add(
                    include_str!("brief_words.sql"),
                    [words.clone().into(), words.into()],
                );
                newest
            }
            (Some(words), _) => {
                joined = format!("JOIN {index} ON {index}.rowid = {id} AND {index} MATCH ?");
                values.push(Value::from(words));
                match shelf {
                    // A word in the headline says more about an article than one in its text.
                    Shelf::Articles => "bm25(article_search, 8.0, 1.0)",
                    _ => "rank",
                }
            }
        };
        values.extend(found.values);
        let sql = format!(
            "SELECT {id} {from} {joined} WHERE {} ORDER BY {order}, {id} DESC",
            found.sql
        );
        self.ids(&sql, values)
    }

    /// At most `most` records of a shelf in whose titles (in a note: what was written) the words stand, the best first.
    pub fn titled(&self, shelf: Shelf, filter: &Filter, most: u32) -> Result<Matches> {
        let Names {
            from,
            id,
            index,
            title,
            trashed,
            ..
        } = shelf.names();
        let Some(words) = all_words(filter) else {
            return Ok(Matches::default());
        };
        let sql = format!(
            "SELECT {id} {from} JOIN {index} ON {index}.rowid = {id} AND {index} MATCH ? \
             WHERE {trashed} IS NULL ORDER BY rank LIMIT ?"
        );
        self.ids(&sql, vec![format!("{title} : ({words})").into(), most.into()])
    }

    /// At most `most` articles in whose text the words stand, the newest first: ranking them all would take longer than a
    /// palette may.
    pub fn newest_with(&self, filter: &Filter, most: u32) -> Result<Matches> {
        let Names { from, id, .. } = Shelf::Articles.names();
        let Some(words) = all_words(filter) else {
            return Ok(Matches::default());
        };
        let sql = format!(
            "SELECT {id} {from} JOIN article_search ON article_search.rowid = {id} AND article_search MATCH ? \
             WHERE a.trashed_at IS NULL ORDER BY article_search.rowid DESC LIMIT ?"
        );
        self.ids(&sql, vec![format!("body : ({words})").into(), most.into()])
    }

    /// At most `most` articles, those read last first.
    pub fn read_last(&self, most: u32) -> Result<Matches> {
        self.ids(include_str!("recent.sql"), vec![most.into()])
    }

    /// At most `most` records of a shelf, the newest first.
    pub fn newest(&self, shelf: Shelf, most: u32) -> Result<Matches> {
        let Names {
            from,
            id,
            newest,
            trashed,
            ..
        } = shelf.names();
        let sql = format!("SELECT {id} {from} WHERE {trashed} IS NULL ORDER BY {newest} LIMIT ?");
        self.ids(&sql, vec![most.into()])
    }

    /// What follows the record `after` in `matches`; all of it without one.
    pub fn rest_after(&self, shelf: Shelf, matches: Matches, after: Option<Uid>) -> Result<Matches> {
        let Some(after) = after else { return Ok(matches) };
        let Names { from, id, uid, .. } = shelf.names();
        let sql = format!("SELECT {id} {from} WHERE {uid} = ?");
        let last: Option<i64> = self
            .connection
            .prepare_cached(&sql)?
            .query_row([after.to_string()], |row| row.get(0))
            .optional()?;
        let behind = matches
            .ids
            .iter()
            .position(|id| Some(*id) == last)
            .map_or(0, |place| place + 1);
        Ok(Matches {
            ids: matches.ids[behind..].to_vec(),
        })
    }

    fn ids(&self, sql: &str, values: Vec<Value>) -> Result<Matches> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params_from_iter(values), |row| row.get(0))?;
        Ok(Matches {
            ids: rows.collect::<rusqlite::Result<_>>()?,
        })
    }

    /// The first `most` of the articles that match, with what was found in them.
    pub fn matched_articles(
        &self,
        matches: &Matches,
        most: usize,
        filter: &Filter,
    ) -> Result<Vec<ArticleMatch>> {
        self.rows(matches, most, include_str!("article_row.sql"), |id, row| {
            Ok(ArticleMatch {
                uid: uid(row, "uid")?,
                version: uid(row, "version")?,
                headline: self.marked("article_search", 0, id, filter, row.get("headline")?)?,
                text: self.marked("article_search", 1, id, filter, row.get("body")?)?,
                published: row.get("published")?,
                source: row.get("source")?,
            })
        })
    }

    /// The first `most` of the annotations that match, with what was found in them.
    pub fn matched_notes(&self, matches: &Matches, most: usize, filter: &Filter) -> Result<Vec<NoteMatch>> {
        self.rows(matches, most, include_str!("note_row.sql"), |id, row| {
            let (start, end): (Option<usize>, Option<usize>) = (row.get("start")?, row.get("end")?);
            let note: Option<String> = row.get("note")?;
            Ok(NoteMatch {
                uid: uid(row, "uid")?,
                article: uid(row, "article")?,
                version: uid(row, "version")?,
                kind: word(row, "kind")?,
                quote: self.marked("annotation_search", 0, id, filter, row.get("quote")?)?,
                note: note
                    .map(|note| self.marked("annotation_search", 1, id, filter, note))
                    .transpose()?,
                headline: row.get("headline")?,
                at: start.zip(end).map(|(start, end)| Span::new(start, end)),
            })
        })
    }

    /// The first `most` of the risks that match, with what was found in them.
    pub fn matched_risks(&self, matches: &Matches, most: usize, filter: &Filter) -> Result<Vec<RiskMatch>> {
        self.rows(matches, most, include_str!("risk_row.sql"), |id, row| {
            let statement: Option<String> = row.get("statement")?;
            Ok(RiskMatch {
                uid: uid(row, "uid")?,
                number: RiskNumber(row.get("number")?),
                title: self.marked("risk_search", 0, id, filter, row.get("title")?)?,
                statement: statement
                    .map(|statement| self.marked("risk_search", 1, id, filter, statement))
                    .transpose()?,
                rating: row.get("rating")?,
            })
        })
    }

    /// The first `most` of the briefs that match, with what was found in them.
    pub fn matched_briefs(&self, matches: &Matches, most: usize, filter: &Filter) -> Result<Vec<BriefMatch>> {
        self.rows(matches, most, include_str!("brief_row.sql"), |id, row| {
            Ok(BriefMatch {
                uid: uid(row, "uid")?,
                serial: row.get("serial")?,
                title: self.marked("brief_title_search", 0, id, filter, row.get("title")?)?,
                text: self.brief_text(id, filter)?,
                changed_at: row.get("changed_at")?,
            })
        })
    }

    fn rows<T>(
        &self,
        matches: &Matches,
        most: usize,
        sql: &str,
        read: impl Fn(i64, &Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = matches
            .first(most)
            .iter()
            .map(|id| statement.query_row([id], |row| read(*id, row)));
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// `text`, which is column `column` of row `id` in `index`, with what the words found there.
    fn marked(
        &self,
        index: &str,
        column: u8,
        id: i64,
        filter: &Filter,
        text: String,
    ) -> rusqlite::Result<Marked> {
        let Some(words) = all_words(filter) else {
            return Ok(Marked::bare(text));
        };
        let sql = format!(
            "SELECT highlight({index}, {column}, char({}), char({})) FROM {index} WHERE {index} MATCH ? AND rowid = ?",
            u32::from(marked::OPEN),
            u32::from(marked::CLOSE)
        );
        let found: Option<String> = self
            .connection
            .prepare_cached(&sql)?
            .query_row((words, id), |row| row.get(0))
            .optional()?;
        Ok(match found {
            Some(marked) => Marked::new(text, &marked),
            None => Marked::bare(text),
        })
    }

    fn brief_text(&self, id: i64, filter: &Filter) -> rusqlite::Result<Option<Marked>> {
        let Some(words) = all_words(filter) else {
            return Ok(None);
        };
        self.connection
            .prepare_cached(include_str!("brief_text.sql"))?
            .query_row((words, id), |row| {
                let marked: String = row.get("marked")?;
                Ok(Marked::new(row.get("text")?, &marked))
            })
            .optional()
    }
}
