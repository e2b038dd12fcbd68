//! Finding: everything about a query (`search_all`), a record or a passage by a few letters (`find`), and the command line's
//! plain list (`search`).
//!
//! The language of queries is `model::filter`. Passages are cut here, out of texts in which the store marked what it found.

mod passage;
#[cfg(test)]
pub(crate) mod tests;

use model::{
    Uid,
    filter::Filter,
    risk::RiskNumber,
    text::{Span, fold_accents},
};
use serde::Serialize;
use store::{
    Read,
    search::{ArticleMatch, BriefMatch, Matches, NoteMatch, RiskMatch, Shelf},
};

pub use passage::Cut;
use passage::{Term, cut, cut_short, cut_whole, passages, terms};

use crate::{Desk, Result, desk::uid, read::Versions};

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// An article.
    Article,
    /// A paragraph of an article.
    Passage,
    /// An annotation.
    Note,
    /// An entry of the risk register.
    Risk,
    /// A brief.
    Brief,
    /// A tag.
    Tag,
    /// A source.
    Source,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Found {
    /// What it is.
    pub sort: Sort,
    /// Its identity; that of the article for a passage.
    pub uid: Uid,
    /// The article to open for an article, a passage or a note.
    pub article: Option<Uid>,
    /// Its title; the article's for a passage or a note.
    pub title: String,
    /// The title around the words, where they stand in it.
    pub in_title: Option<Cut>,
    /// The words around.
    pub passage: Option<Cut>,
    /// Where it stands, for people: ¶3.
    pub locator: Option<String>,
    /// Where it stands in the article's text, in code points.
    pub at: Option<Span>,
    /// The kind of an annotation: fact, judgement, risk, question, claim.
    pub kind: Option<String>,
    /// The number of a risk or a brief, for people.
    pub number: Option<String>,
    /// The rating of a risk.
    pub rating: Option<String>,
    /// Where an article comes from.
    pub source: Option<String>,
    /// The day an article was published, or a brief changed: YYYY-MM-DD.
    pub date: Option<String>,
    /// How many records carry a tag, or come from a source; how many passages of an article hold the words.
    pub count: Option<u32>,
}

/// How much was found of each sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Articles.
    pub articles: u32,
    /// Passages in the best of them.
    pub passages: u32,
    /// Whether there are articles whose passages were not counted.
    pub more_passages: bool,
    /// Annotations.
    pub notes: u32,
    /// Risks.
    pub risks: u32,
    /// Briefs.
    pub briefs: u32,
}

impl Counts {
    /// All of them together.
    pub fn all(&self) -> u32 {
        self.articles + self.passages + self.notes + self.risks + self.briefs
    }
}

/// A way out when nothing was found: the part of the filter without which most is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WayOut {
    /// The part as typed.
    pub part: String,
    /// The filter without it.
    pub rest: String,
    /// How many records that finds.
    pub found: u32,
}

/// What a search gives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Results {
    /// What was found, the best first; of all sorts a few each when no sort was asked for.
    pub found: Vec<Found>,
    /// How much there is of each sort.
    pub counts: Counts,
    /// What to pass as `after` for more of the sort asked for.
    pub next: Option<Uid>,
    /// When nothing was found.
    pub way_out: Option<WayOut>,
}

/// A line of `chancery search`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// `article`, `annotation`, `risk` or `brief`.
    pub noun: &'static str,
    /// The record.
    pub uid: Uid,
    /// Its title.
    pub title: String,
    /// The words around, what was found between « and ».
    pub passage: String,
}

/// Of each sort when all are shown.
const FEW: usize = 5;
/// Of the sort asked for.
const PAGE: usize = 50;
/// Articles whose passages are shown at a time.
const PAGE_OF_ARTICLES: usize = 20;
/// Articles whose passages are counted: reading the texts of all would keep the answer waiting.
const COUNTED: usize = 100;
/// Articles looked at for the passages of a palette.
const GLANCE: u32 = 24;
/// Letters from which on the palette looks into texts: with one, every text is a hit.
const LETTERS: usize = 2;

impl Desk {
    /// All that fulfils a query: of one sort, a page after the record `after`; without a sort, a few of each.
    pub fn search_all(&self, typed: &str, sort: Option<Sort>, after: Option<&str>) -> Result<Results> {
        let filter = Filter::read(typed);
        let after = after.map(uid).transpose()?;
        self.read(|r| {
            let shelves = Shelves::of(r, &filter)?;
            let counts = shelves.counts(r, &filter)?;
            let mut results = Results {
                counts,
                ..Results::default()
            };
            match sort {
                None => results.found = shelves.few_of_each(r, &filter)?,
                Some(sort) => (results.found, results.next) = shelves.page(r, &filter, sort, after)?,
            }
            if counts.all() == 0 {
                results.way_out = way_out(r, &filter)?;
            }
            Ok(results)
        })
    }

    /// Records whose titles have words that begin as typed, and passages and notes in which the words stand, at most `most` of
    /// the former and of the latter. `sorts` narrows; nothing typed gives what was used last.
    pub fn find(&self, typed: &str, sorts: &[Sort], most: u32) -> Result<Vec<Found>> {
        let filter = Filter::read(typed);
        let wanted = |sort| sorts.is_empty() || sorts.contains(&sort);
        self.read(|r| {
            let mut records = Vec::new();
            for sort in [Sort::Risk, Sort::Article, Sort::Brief, Sort::Tag, Sort::Source] {
                let narrowed = !sorts.is_empty() || matches!(sort, Sort::Article | Sort::Brief);
                if wanted(sort) && (!filter.is_empty() || narrowed) {
                    records.extend(titled(r, &filter, typed, sort, most)?);
                }
            }
            // A title that begins as typed is most likely meant. The sort is stable.
            let start = fold_accents(typed.trim());
            records.sort_by_key(|found| !fold_accents(&found.title).starts_with(&start));
            let most = most as usize;
            records.truncate(most);
            if typed.trim().chars().count() < LETTERS {
                return Ok(records);
            }
            if wanted(Sort::Passage) {
                let articles =
                    r.matched_articles(&r.newest_with(&filter, GLANCE)?, GLANCE as usize, &filter)?;
                let found = passages_of(r, &articles, &terms(&filter))?;
                records.extend(found.into_iter().take(most));
            }
            if wanted(Sort::Note) {
                let notes = r.titled(Shelf::Notes, &filter, GLANCE)?;
                records.extend(notes_of(r, &notes, most, &filter)?);
            }
            Ok(records)
        })
    }

    /// Where the words stand, in articles, annotations, risks and briefs, at most 50 of each, the best first.
    pub fn search(&self, typed: &str) -> Result<Vec<Hit>> {
        let filter = Filter::read(typed);
        self.read(|r| {
            let shelves = Shelves::of(r, &filter)?;
            let articles = r.matched_articles(&shelves.articles, PAGE, &filter)?;
            let terms = terms(&filter);
            let mut hits: Vec<Hit> = articles
                .iter()
                .map(|article| article_hit(article, &terms))
                .collect();
            let others = [
                ("annotation", notes_of(r, &shelves.notes, PAGE, &filter)?),
                ("risk", risks_of(r, &shelves.risks, PAGE, &filter)?),
                ("brief", briefs_of(r, &shelves.briefs, PAGE, &filter)?),
            ];
            for (noun, found) in others {
                hits.extend(found.into_iter().map(|found| Hit {
                    noun,
                    uid: found.uid,
                    passage: found.passage.or(found.in_title).map_or_else(String::new, quoted),
                    title: found.title,
                }));
            }
            Ok(hits)
        })
    }
}

fn article_hit(article: &ArticleMatch, terms: &[Term]) -> Hit {
    let text = passages(&article.text, &article.headline.text, terms);
    let passage = match text.first() {
        Some(passage) => Some(cut(&article.text.text, passage)),
        None => cut_whole(&article.headline),
    };
    Hit {
        noun: "article",
        uid: article.uid,
        title: article.headline.text.clone(),
        passage: passage.map_or_else(String::new, quoted),
    }
}

fn quoted(cut: Cut) -> String {
    match cut.hit.as_str() {
        "" => cut.before + &cut.after,
        hit => format!("{}«{hit}»{}", cut.before, cut.after),
    }
}

/// All that matches, shelf by shelf.
struct Shelves {
    articles: Matches,
    notes: Matches,
    risks: Matches,
    briefs: Matches,
}

impl Shelves {
    fn of(r: &Read<'_>, filter: &Filter) -> Result<Self> {
        Ok(Self {
            articles: r.matches(Shelf::Articles, filter)?,
            notes: r.matches(Shelf::Notes, filter)?,
            risks: r.matches(Shelf::Risks, filter)?,
            briefs: r.matches(Shelf::Briefs, filter)?,
        })
    }

    fn counts(&self, r: &Read<'_>, filter: &Filter) -> Result<Counts> {
        let count = |matches: &Matches| u32::try_from(matches.len()).unwrap_or(u32::MAX);
        let terms = terms(filter);
        let mut found = 0;
        if filter.words().next().is_some() {
            for article in r.matched_articles(&self.articles, COUNTED, filter)? {
                found += passages(&article.text, &article.headline.text, &terms).len();
            }
        }
        Ok(Counts {
            articles: count(&self.articles),
            passages: u32::try_from(found).unwrap_or(u32::MAX),
            more_passages: filter.words().next().is_some() && self.articles.len() > COUNTED,
            notes: count(&self.notes),
            risks: count(&self.risks),
            briefs: count(&self.briefs),
        })
    }

    fn few_of_each(&self, r: &Read<'_>, filter: &Filter) -> Result<Vec<Found>> {
        let articles = r.matched_articles(&self.articles, FEW, filter)?;
        let terms = terms(filter);
        let mut found: Vec<Found> = articles
            .iter()
            .map(|article| found_article(article, &terms))
            .collect();
        if filter.words().next().is_some() {
            found.extend(passages_of(r, &articles, &terms)?.into_iter().take(FEW));
        }
        found.extend(notes_of(r, &self.notes, FEW, filter)?);
        found.extend(risks_of(r, &self.risks, FEW, filter)?);
        found.extend(briefs_of(r, &self.briefs, FEW, filter)?);
        Ok(found)
    }

    /// A page of one sort, and where the next one begins.
    fn page(
        self,
        r: &Read<'_>,
        filter: &Filter,
        sort: Sort,
        after: Option<Uid>,
    ) -> Result<(Vec<Found>, Option<Uid>)> {
        let (shelf, matches, size) = match sort {
            Sort::Article => (Shelf::Articles, self.articles, PAGE),
            Sort::Passage if filter.words().next().is_some() => {
                (Shelf::Articles, self.articles, PAGE_OF_ARTICLES)
            }
            Sort::Note => (Shelf::Notes, self.notes, PAGE),
            Sort::Risk => (Shelf::Risks, self.risks, PAGE),
            Sort::Brief => (Shelf::Briefs, self.briefs, PAGE),
            Sort::Passage | Sort::Tag | Sort::Source => return Ok((Vec::new(), None)),
        };
        let rest = r.rest_after(shelf, matches, after)?;
        let more = rest.len() > size;
        let mut last = None;
        let found = match sort {
            Sort::Article | Sort::Passage => {
                let articles = r.matched_articles(&rest, size, filter)?;
                last = articles.last().map(|article| article.uid);
                let terms = terms(filter);
                match sort {
                    Sort::Passage => passages_of(r, &articles, &terms)?,
                    _ => articles
                        .iter()
                        .map(|article| found_article(article, &terms))
                        .collect(),
                }
            }
            Sort::Note => notes_of(r, &rest, size, filter)?,
            Sort::Risk => risks_of(r, &rest, size, filter)?,
            _ => briefs_of(r, &rest, size, filter)?,
        };
        let next = last.or(found.last().map(|found| found.uid)).filter(|_| more);
        Ok((found, next))
    }
}

/// Which part of a query to drop, when all of it together finds nothing.
fn way_out(r: &Read<'_>, filter: &Filter) -> Result<Option<WayOut>> {
    if filter.parts.len() < 2 {
        return Ok(None);
    }
    let mut best: Option<WayOut> = None;
    for (n, part) in filter.parts.iter().enumerate() {
        let rest = filter.without(n);
        let shelves = Shelves::of(r, &rest)?;
        let found = [&shelves.articles, &shelves.notes, &shelves.risks, &shelves.briefs]
            .map(Matches::len)
            .iter()
            .sum::<usize>();
        let found = u32::try_from(found).unwrap_or(u32::MAX);
        if found > best.as_ref().map_or(0, |way_out| way_out.found) {
            best = Some(WayOut {
                part: part.typed.clone(),
                rest: rest.typed(),
                found,
            });
        }
    }
    Ok(best)
}

/// Records of one sort by their titles; the last used when nothing is typed.
fn titled(r: &Read<'_>, filter: &Filter, typed: &str, sort: Sort, most: u32) -> Result<Vec<Found>> {
    let size = most as usize;
    let named = |name: &str| begins_as(name, typed);
    Ok(match sort {
        Sort::Article => {
            let matches = match filter.is_empty() {
                true => r.read_last(most)?,
                false => r.titled(Shelf::Articles, filter, most)?,
            };
            let articles = r.matched_articles(&matches, size, filter)?;
            articles
                .iter()
                .map(|article| found_article(article, &[]))
                .collect()
        }
        Sort::Risk => {
            let mut found = Vec::new();
            if let Ok(number) = typed.parse::<RiskNumber>() {
                let risk = r
                    .risks()?
                    .into_iter()
                    .find(|risk| risk.number == number && !risk.trashed);
                found.extend(risk.map(|risk| Found {
                    number: Some(risk.number.to_string()),
                    ..bare(Sort::Risk, risk.uid, risk.title)
                }));
            }
            let matches = match filter.is_empty() {
                true => r.newest(Shelf::Risks, most)?,
                false => r.titled(Shelf::Risks, filter, most)?,
            };
            found.extend(risks_of(r, &matches, size, filter)?);
            found
        }
        Sort::Brief => {
            let matches = match filter.is_empty() {
                true => r.newest(Shelf::Briefs, most)?,
                false => r.titled(Shelf::Briefs, filter, most)?,
            };
            briefs_of(r, &matches, size, filter)?
        }
        Sort::Tag => {
            let tags = r.tags()?.into_iter().filter(|tag| named(&tag.path));
            let found = tags.map(|tag| Found {
                count: Some(tag.articles + tag.annotations),
                ..bare(Sort::Tag, tag.uid, tag.path)
            });
            found.take(size).collect()
        }
        Sort::Source => {
            let sources = r.sources()?.into_iter().filter(|source| named(&source.name));
            let found = sources.map(|source| Found {
                count: Some(source.articles),
                ..bare(Sort::Source, source.uid, source.name)
            });
            found.take(size).collect()
        }
        Sort::Passage | Sort::Note => Vec::new(),
    })
}

/// Whether each word typed is the beginning of a word of `name`.
fn begins_as(name: &str, typed: &str) -> bool {
    let cut = |text: &str| -> Vec<String> {
        let plain = fold_accents(text);
        let words = plain.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let words = cut(name);
    cut(typed)
        .iter()
        .all(|start| words.iter().any(|word| word.starts_with(start)))
}

fn bare(sort: Sort, uid: Uid, title: String) -> Found {
    Found {
        sort,
        uid,
        article: None,
        title,
        in_title: None,
        passage: None,
        locator: None,
        at: None,
        kind: None,
        number: None,
        rating: None,
        source: None,
        date: None,
        count: None,
    }
}

fn found_article(article: &ArticleMatch, terms: &[Term]) -> Found {
    let holding = passages(&article.text, &article.headline.text, terms).len();
    Found {
        article: Some(article.uid),
        in_title: cut_whole(&article.headline),
        source: article.source.clone(),
        date: article.published.clone(),
        count: (!terms.is_empty()).then(|| u32::try_from(holding).unwrap_or(u32::MAX)),
        ..bare(Sort::Article, article.uid, article.headline.text.clone())
    }
}

fn passages_of(r: &Read<'_>, articles: &[ArticleMatch], terms: &[Term]) -> Result<Vec<Found>> {
    let versions = Versions::new(r);
    let mut found = Vec::new();
    for article in articles {
        for passage in passages(&article.text, &article.headline.text, terms) {
            found.push(Found {
                article: Some(article.uid),
                passage: Some(cut(&article.text.text, &passage)),
                locator: Some(versions.get(article.version)?.locator(passage.hit)),
                at: Some(passage.hit),
                source: article.source.clone(),
                date: article.published.clone(),
                ..bare(Sort::Passage, article.uid, article.headline.text.clone())
            });
        }
    }
    Ok(found)
}

fn notes_of(r: &Read<'_>, matches: &Matches, most: usize, filter: &Filter) -> Result<Vec<Found>> {
    let versions = Versions::new(r);
    let found = |note: NoteMatch| {
        // What the analyst wrote says more than the quote, unless only the quote holds the words.
        let shown = match &note.note {
            Some(written) if !written.hits.is_empty() || note.quote.hits.is_empty() => written,
            _ => &note.quote,
        };
        let locator = match note.at {
            Some(at) => Some(versions.get(note.version)?.locator(at)),
            None => None,
        };
        Ok(Found {
            article: Some(note.article),
            passage: Some(cut_short(shown)),
            locator,
            at: note.at,
            kind: Some(note.kind.as_str().to_owned()),
            ..bare(Sort::Note, note.uid, note.headline)
        })
    };
    r.matched_notes(matches, most, filter)?
        .into_iter()
        .map(found)
        .collect()
}

fn risks_of(r: &Read<'_>, matches: &Matches, most: usize, filter: &Filter) -> Result<Vec<Found>> {
    let found = |risk: RiskMatch| Found {
        in_title: cut_whole(&risk.title),
        passage: risk.statement.as_ref().map(cut_short),
        number: Some(risk.number.to_string()),
        rating: risk.rating,
        ..bare(Sort::Risk, risk.uid, risk.title.text)
    };
    Ok(r.matched_risks(matches, most, filter)?
        .into_iter()
        .map(found)
        .collect())
}

fn briefs_of(r: &Read<'_>, matches: &Matches, most: usize, filter: &Filter) -> Result<Vec<Found>> {
    let found = |brief: BriefMatch| Found {
        in_title: cut_whole(&brief.title),
        passage: brief.text.as_ref().map(cut_short),
        number: Some(brief.serial),
        date: brief.changed_at.get(..10).map(str::to_owned),
        ..bare(Sort::Brief, brief.uid, brief.title.text)
    };
    Ok(r.matched_briefs(matches, most, filter)?
        .into_iter()
        .map(found)
        .collect())
}
