//! Finding words in articles, annotations, risks and briefs.

use model::Uid;
use rusqlite::params;
use serde::Serialize;

use crate::{Read, Result, library::uid};

/// A place where the words stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// `article`, `annotation`, `risk` or `brief`.
    pub noun: String,
    /// The record.
    pub uid: Uid,
    /// Its title.
    pub title: String,
    /// The words around, what was found between « and ».
    pub passage: String,
}

/// Hits of each noun at most.
const HITS: u32 = 50;

/// Each noun's own query, in the order of the answer.
const QUERIES: [&str; 5] = [
    include_str!("articles.sql"),
    include_str!("annotations.sql"),
    include_str!("risks.sql"),
    include_str!("brief_titles.sql"),
    include_str!("briefs.sql"),
];

impl Read<'_> {
    /// Where all the words of `query` stand, the best first within each noun; the trash left out. A part in double quotes is a
    /// phrase, a word's beginning is enough for the last word. Signs mean nothing, so no query is an error.
    pub fn search(&self, query: &str) -> Result<Vec<Hit>> {
        let Some(query) = fts_query(query) else {
            return Ok(Vec::new());
        };
        let mut hits = Vec::new();
        for sql in QUERIES {
            let mut statement = self.connection.prepare_cached(sql)?;
            let rows = statement.query_map(params![query, HITS], |row| {
                Ok(Hit {
                    noun: row.get("noun")?,
                    uid: uid(row, "uid")?,
                    title: row.get("title")?,
                    passage: row.get("passage")?,
                })
            })?;
            for row in rows {
                hits.push(row?);
            }
        }
        Ok(hits)
    }
}

/// The query in FTS5's language: each word and phrase as a string, so that no sign acts as an operator.
fn fts_query(query: &str) -> Option<String> {
    let mut parts: Vec<(String, bool)> = Vec::new();
    for (n, piece) in query.split(['"', '“', '”']).enumerate() {
        let phrase = n % 2 == 1;
        let words: Vec<&str> = piece
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        match phrase {
            true if !words.is_empty() => parts.push((words.join(" "), true)),
            true => {}
            false => parts.extend(words.into_iter().map(|word| (word.to_owned(), false))),
        }
    }
    let last = parts.len().checked_sub(1)?;
    let terms = parts.iter().enumerate().map(|(n, (words, phrase))| {
        let prefix = if n == last && !phrase { "*" } else { "" };
        format!("\"{words}\"{prefix}")
    });
    Some(terms.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::fts_query;

    #[test]
    fn words_phrases_and_signs_become_strings() {
        assert_eq!(
            fts_query("legitimate tar").as_deref(),
            Some("\"legitimate\" \"tar\"*")
        );
        assert_eq!(
            fts_query("\"legitimate targets\" OR").as_deref(),
            Some("\"legitimate targets\" \"OR\"*")
        );
        assert_eq!(
            fts_query("a* NEAR(b) ^c").as_deref(),
            Some("\"a\" \"NEAR\" \"b\" \"c\"*")
        );
        assert_eq!(fts_query("\"open phrase").as_deref(), Some("\"open phrase\""));
        assert_eq!(fts_query(" \"\" -- * "), None);
    }
}
