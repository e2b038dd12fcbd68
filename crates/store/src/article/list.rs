//! Lists of articles: which, in what order, narrowed to what.
//!
//! A list is read by pages that begin after a row (keyset), never by counting rows off. So that a window can jump into the
//! middle of ten thousand, [`Extent`] names the row before every page, at the price of one walk over the index.

#[cfg(test)]
mod tests;

use model::{
    Uid,
    filter::{Filter, Part, Want},
};
use rusqlite::{Row, params_from_iter, types::Value};
use serde::Serialize;

use super::{ArticleRow, row_to_article};
use crate::{Error, Read, Result, library::uid};

/// Which articles a list holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// Waiting to be looked at.
    Inbox,
    /// Put aside.
    Later,
    /// Done with.
    Archive,
    /// All of these.
    #[default]
    All,
    /// Thrown away.
    Trash,
}

/// What a list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Added last, first; in the trash: thrown away last, first.
    #[default]
    Added,
    /// Published last, first; those without a date at the end.
    Published,
    /// By title, A first.
    Title,
}

/// A list.
#[derive(Clone, Debug, Default)]
pub struct Cut {
    /// Which articles.
    pub which: Which,
    /// In what order.
    pub order: Order,
    /// Narrowed to what.
    pub filter: Filter,
}

/// So many rows of a list after a row.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The list.
    pub cut: Cut,
    /// The last row seen.
    pub after: Option<Uid>,
    /// Rows at most.
    pub limit: u32,
}

/// What a person wants to know of a list besides its rows.
#[derive(Clone, Debug, Default)]
pub struct Measure {
    /// Rows a page.
    pub every: u32,
    /// Where groups begin: times (or days, by day of publication) as the library writes them, the newest first.
    pub since: Vec<String>,
    /// A row whose place is wanted.
    pub find: Option<Uid>,
}

/// A list as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// How many rows it has.
    pub total: u32,
    /// The row before each page but the first.
    pub stops: Vec<Uid>,
    /// Rows in each group: those since each of the times asked for and before the one ahead of it, then the rest.
    pub groups: Vec<u32>,
    /// The place of the row asked for, from 0.
    pub place: Option<u32>,
}

/// How many records of each kind there are, the trash left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Articles in the inbox.
    pub inbox: u32,
    /// Those of them that weren't read.
    pub unread: u32,
    /// Articles put aside.
    pub later: u32,
    /// Articles done with.
    pub archive: u32,
    /// Articles thrown away.
    pub trash: u32,
    /// Entries of the risk register.
    pub risks: u32,
    /// Briefs.
    pub briefs: u32,
}

impl Read<'_> {
    /// A page of a list.
    pub fn articles(&self, page: &Page) -> Result<Vec<ArticleRow>> {
        let order = page.cut.keys();
        let mut found = page.cut.conditions();
        if let Some(after) = page.after {
            let key = self.key_of(order.key, after)?;
            let past = format!(
                "({}, a.id) {} (?, ?)",
                order.key,
                if order.ascending { ">" } else { "<" }
            );
            found.add(past, key);
        }
        // The few rows of the page are chosen first: what they show is dear, and a sort would work it out for all.
        let chosen = format!(
            "SELECT a.id {} WHERE {} ORDER BY {} LIMIT ?",
            include_str!("from.sql"),
            found.sql,
            order.by()
        );
        let sql = format!(
            "{}{}WHERE a.id IN ({chosen}) ORDER BY {}",
            include_str!("row.sql"),
            include_str!("from.sql"),
            order.by()
        );
        found.values.push(page.limit.into());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(found.values), row_to_article)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The identities of a whole list in its order.
    pub fn article_uids(&self, cut: &Cut) -> Result<Vec<Uid>> {
        let mut uids = Vec::new();
        self.walk(cut, "a.uid", |row| {
            uids.push(uid(row, "uid")?);
            Ok(())
        })?;
        Ok(uids)
    }

    /// A list as a whole.
    pub fn article_extent(&self, cut: &Cut, measure: &Measure) -> Result<Extent> {
        let columns = format!("a.uid, {} AS day", cut.keys().day);
        let wanted = measure.find.map(|uid| uid.to_string());
        let mut extent = Extent {
            groups: vec![0; measure.since.len() + 1],
            ..Extent::default()
        };
        let mut last: Option<String> = None;
        self.walk(cut, &columns, |row| {
            if extent.total > 0 && extent.total.is_multiple_of(measure.every.max(1)) {
                let stop = last.take().unwrap_or_default();
                let stop = stop
                    .parse()
                    .map_err(|e| rusqlite::Error::ToSqlConversionFailure(Box::new(e)))?;
                extent.stops.push(stop);
            }
            let uid: String = row.get("uid")?;
            if wanted.as_ref() == Some(&uid) {
                extent.place = Some(extent.total);
            }
            if !measure.since.is_empty() {
                let day = row.get_ref("day")?.as_str().unwrap_or_default();
                let group = measure.since.iter().position(|since| day >= since.as_str());
                extent.groups[group.unwrap_or(measure.since.len())] += 1;
            }
            extent.total += 1;
            last = Some(uid);
            Ok(())
        })?;
        Ok(extent)
    }

    /// How many records of each kind there are.
    pub fn counts(&self) -> Result<Counts> {
        let count = |row: &Row<'_>| {
            Ok(Counts {
                inbox: row.get("inbox")?,
                unread: row.get("unread")?,
                later: row.get("later")?,
                archive: row.get("archive")?,
                trash: row.get("trash")?,
                risks: row.get("risks")?,
                briefs: row.get("briefs")?,
            })
        };
        let sql = include_str!("counts.sql");
        Ok(self.connection.prepare_cached(sql)?.query_row([], count)?)
    }

    /// How many articles are outside the trash.
    pub fn article_count(&self) -> Result<u32> {
        let counts = self.counts()?;
        Ok(counts.inbox + counts.later + counts.archive)
    }

    /// Every tag, by path, and how many of `articles` have it.
    pub fn tags_on(&self, articles: &[Uid]) -> Result<Vec<(String, u32)>> {
        let articles = serde_json::to_string(articles).map_err(Error::inconsistent)?;
        let mut statement = self.connection.prepare_cached(include_str!("tags_on.sql"))?;
        let rows = statement.query_map([articles], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What a row is sorted by, with its rowid.
    fn key_of(&self, key: &str, article: Uid) -> Result<Vec<Value>> {
        let id = self.id_of("article", article)?;
        let sql = format!("SELECT {key} {}WHERE a.id = ?", include_str!("from.sql"));
        let key: Value = self
            .connection
            .prepare_cached(&sql)?
            .query_row([id], |row| row.get(0))?;
        Ok(vec![key, id.into()])
    }

    fn walk(
        &self,
        cut: &Cut,
        columns: &str,
        mut each: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<()> {
        let found = cut.conditions();
        let sql = format!(
            "SELECT {columns} {} WHERE {} ORDER BY {}",
            include_str!("from.sql"),
            found.sql,
            cut.keys().by()
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(found.values))?;
        while let Some(row) = rows.next()? {
            each(row)?;
        }
        Ok(())
    }
}

/// What an order compares: `key`, then the rowid.
struct Keys {
    key: &'static str,
    /// The time or day that groups go by.
    day: &'static str,
    ascending: bool,
}

impl Keys {
    fn by(&self) -> String {
        let way = if self.ascending { "ASC" } else { "DESC" };
        format!("{} {way}, a.id {way}", self.key)
    }
}

/// The conditions of a list and the values in them.
pub(crate) struct Conditions {
    pub(crate) sql: String,
    pub(crate) values: Vec<Value>,
}

impl Conditions {
    pub(crate) fn add(&mut self, condition: impl AsRef<str>, values: impl IntoIterator<Item = Value>) {
        self.sql.push_str(" AND ");
        self.sql.push_str(condition.as_ref());
        self.values.extend(values);
    }

    /// What `filter` asks besides words that must stand there; `condition` puts one part into SQL.
    pub(crate) fn and_not_words(
        &mut self,
        filter: &Filter,
        condition: impl Fn(&Want) -> (&'static str, Vec<Value>),
    ) {
        let is_word = |part: &Part| !part.not && matches!(part.want, Want::Words(_) | Want::Exact(_));
        for part in filter.parts.iter().filter(|part| !is_word(part)) {
            let (condition, values) = condition(&part.want);
            let not = if part.not { "NOT " } else { "" };
            self.add(format!("{not}({condition})"), values);
        }
    }
}

impl Cut {
    fn keys(&self) -> Keys {
        let (key, day, ascending) = match (self.order, self.which) {
            (Order::Added, Which::Trash) => ("a.trashed_at", "a.trashed_at", false),
            // Rowids are given in the order of adding, and the index of each list is sorted by them.
            (Order::Added, _) => ("a.id", "a.added_at", false),
            (Order::Published, _) => ("coalesce(v.published, '')", "coalesce(v.published, '')", false),
            (Order::Title, _) => ("v.headline COLLATE NOCASE", "''", true),
        };
        Keys { key, day, ascending }
    }

    fn conditions(&self) -> Conditions {
        let which = match self.which {
            Which::Inbox => "a.state = 'inbox' AND a.trashed_at IS NULL",
            Which::Later => "a.state = 'later' AND a.trashed_at IS NULL",
            Which::Archive => "a.state = 'archive' AND a.trashed_at IS NULL",
            Which::All => "a.trashed_at IS NULL",
            Which::Trash => "a.trashed_at IS NOT NULL",
        };
        let mut found = Conditions {
            sql: which.to_owned(),
            values: Vec::new(),
        };
        // One look into the index for all the words together.
        if let Some(words) = all_words(&self.filter) {
            found.add(include_str!("filter/words.sql"), [words.into()]);
        }
        found.and_not_words(&self.filter, condition);
        found
    }
}

/// All the words that must stand there, in the language of FTS5.
pub(crate) fn all_words(filter: &Filter) -> Option<String> {
    let words: Vec<String> = filter.words().filter_map(|part| terms(&part.want)).collect();
    (!words.is_empty()).then(|| words.join(" AND "))
}

/// Words in the language of FTS5, each as a string, so that no sign acts as an operator.
pub(crate) fn terms(want: &Want) -> Option<String> {
    match want {
        Want::Words(words) => Some(format!("\"{}\"*", words.join(" "))),
        Want::Exact(words) => Some(format!("\"{}\"", words.join(" "))),
        _ => None,
    }
}

/// What is asked of an article `a` whose newest version is `v`.
pub(crate) fn condition(want: &Want) -> (&'static str, Vec<Value>) {
    let text = |text: String| vec![Value::from(text)];
    match want {
        Want::Words(_) | Want::Exact(_) => (
            include_str!("filter/words.sql"),
            text(terms(want).unwrap_or_default()),
        ),
        Want::Tag(key) => (
            include_str!("filter/tag.sql"),
            // `/` is followed by `0`: the keys between are those under this one.
            vec![
                key.clone().into(),
                format!("{key}/").into(),
                format!("{key}0").into(),
            ],
        ),
        Want::Source(part) => (
            "coalesce(a.source_id, 0) IN (SELECT id FROM source WHERE instr(key, ?))",
            text(part.clone()),
        ),
        Want::Author(part) => (r"v.authors LIKE ? ESCAPE '\'", text(format!("%{}%", like(part)))),
        Want::Section(start) => (
            r"coalesce(v.section, '') LIKE ? ESCAPE '\'",
            text(format!("{}%", like(start))),
        ),
        Want::State(state) => ("a.state = ?", text((*state).to_owned())),
        Want::Read => ("a.read_at IS NOT NULL", Vec::new()),
        Want::InProgress => (
            "a.read_at IS NULL AND a.id IN (SELECT article_id FROM reading_place)",
            Vec::new(),
        ),
        Want::Starred => ("a.starred = 1", Vec::new()),
        Want::Annotation => (
            "a.id IN (SELECT article_id FROM annotation WHERE trashed_at IS NULL)",
            Vec::new(),
        ),
        Want::Note => (
            "a.id IN (SELECT article_id FROM annotation WHERE trashed_at IS NULL AND note IS NOT NULL)",
            Vec::new(),
        ),
        Want::AnyTag => ("a.id IN (SELECT article_id FROM article_tag)", Vec::new()),
        Want::Kind(kind) => (
            "a.id IN (SELECT article_id FROM annotation WHERE trashed_at IS NULL AND kind = ?)",
            text(kind.as_str().to_owned()),
        ),
        Want::Risk(number) => (include_str!("filter/risk.sql"), vec![number.0.into()]),
        Want::From(day) => (
            "coalesce(v.published, substr(a.added_at, 1, 10)) >= ?",
            text(day.to_string()),
        ),
        Want::Before(day) => (
            "coalesce(v.published, substr(a.added_at, 1, 10)) < ?",
            text(day.to_string()),
        ),
    }
}

/// `text` for LIKE, its signs meaning themselves.
fn like(text: &str) -> String {
    text.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_")
}
