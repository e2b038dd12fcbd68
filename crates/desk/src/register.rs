//! The register as a whole and one entry in depth: where each risk stands, where it stood before, what bears on it, when it is
//! looked at again. Judging is in `assess`.

use std::collections::{HashMap, HashSet, hash_map};

use chrono::NaiveDate;
use model::{
    Uid,
    evidence::{Stance, Weight},
    matrix::{Matrix, Rating},
    risk::{RiskStatus, Trend},
};
use store::{
    Read,
    risk::{AssessmentRow, Keeping, RegisterRow, RiskRow, Sourced, StoodRow},
};

use crate::{
    Desk, Failure, Result,
    annotate::{filled, one_line},
    assess::{band, trend, usable},
    origin::Origins,
    read::{AnnotationShown, Versions},
    wording::Label,
};

/// An entry as the list of all entries shows it.
#[derive(Clone, Debug)]
pub struct RegisterLine {
    /// The entry.
    pub risk: RiskRow,
    /// Where it stands in the register.
    pub status: RiskStatus,
    /// Whose it is.
    pub owner: Option<String>,
    /// When it is to be looked at again: the day somebody chose, else the day its rating gives; nothing while nobody has judged
    /// and none for an entry that is closed.
    pub review_on: Option<NaiveDate>,
    /// Whether somebody chose that day.
    pub review_is_chosen: bool,
    /// The judgement that stands.
    pub newest: Option<Position>,
    /// The judgement before it.
    pub before: Option<Position>,
    /// How the estimate moved between the two.
    pub trend: Option<Trend>,
    /// Passages that support it.
    pub supports: u32,
    /// Passages that contradict it.
    pub contradicts: u32,
    /// Passages that are context.
    pub context: u32,
    /// Articles that those passages stand in.
    pub articles: u32,
    /// Independent origins among them: outlets that print one report are one, and so are reports of one outlet.
    pub sources: u32,
    /// Passages that the judgement that stands didn't weigh.
    pub unweighed: u32,
}

/// A judgement with its words: where a risk stands on the matrix, and why.
#[derive(Clone, Debug)]
pub struct Position {
    /// The judgement; `likelihood` and `impact` are levels 1 to 5.
    pub row: AssessmentRow,
    /// The term's word.
    pub label: String,
    /// Lower end of the term's band, per cent.
    pub low: f64,
    /// Upper end of the term's band, per cent.
    pub high: f64,
    /// The word of the impact level.
    pub impact: String,
}

/// What a judgement changed against the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// Term or number.
    pub likelihood: bool,
    /// Level of impact.
    pub impact: bool,
    /// Level of confidence.
    pub confidence: bool,
    /// The reason is another one than before.
    pub reason: bool,
}

/// A judgement within its history.
#[derive(Clone, Debug)]
pub struct Step {
    /// The judgement.
    pub position: Position,
    /// What it changed; nothing for the first.
    pub moved: Moved,
    /// What it weighed.
    pub stood: Vec<StoodRow>,
}

/// A passage that bears on a risk, or did when a judgement was made.
#[derive(Clone, Debug)]
pub struct Bearing {
    /// Identity of the link.
    pub uid: Uid,
    /// The passage.
    pub annotation: AnnotationShown,
    /// Which way it bears.
    pub stance: Stance,
    /// How much it weighs.
    pub weight: Weight,
    /// Whether it is linked now.
    pub linked: bool,
    /// Whether the judgement that stands weighed it.
    pub weighed: bool,
    /// The article's title.
    pub headline: String,
    /// The day the article was published.
    pub published: Option<NaiveDate>,
    /// Names in the order of the byline.
    pub authors: Vec<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Reliability of the source and credibility of the passage: `B2`.
    pub grade: String,
    /// One of the articles that have one origin with its article, the same for all passages of that origin.
    pub origin: Uid,
}

/// One entry in depth.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The line of the list.
    pub line: RegisterLine,
    /// The headline of the article it was adopted from.
    pub origin: Option<String>,
    /// All judgements, first to last.
    pub history: Vec<Step>,
    /// The passages linked now in the order they were linked, then those that only stood at an earlier judgement.
    pub evidence: Vec<Bearing>,
}

/// How an entry is to be kept.
#[derive(Clone, Debug, Default)]
pub struct Keep {
    /// Where it stands.
    pub status: RiskStatus,
    /// Whose it is.
    pub owner: Option<String>,
    /// The day to look at it again; the rating decides where none is given.
    pub review_on: Option<NaiveDate>,
}

impl Desk {
    /// The register by number.
    pub fn register(&self) -> Result<Vec<RegisterLine>> {
        self.library.settle_likeness()?;
        self.read(|r| {
            let mut origins = Origins::new(r);
            let rows = r.register()?;
            let articles = rows.iter().flat_map(|row| &row.articles);
            origins.meet(articles.map(|(article, _)| *article))?;
            rows.into_iter().map(|row| line(row, &mut origins)).collect()
        })
    }

    /// One entry with its history and evidence, wherever it is.
    pub fn entry(&self, given: &str) -> Result<Entry> {
        let uid = self.risk_uid(given)?;
        self.library.settle_likeness()?;
        self.read(|r| entry(r, uid))
    }

    /// Changes title and statement. A statement that changes is the analyst's own from then on.
    pub fn reword_risk(&self, given: &str, title: &str, statement: Option<String>) -> Result<()> {
        let uid = self.risk_uid(given)?;
        let title = one_line(title).ok_or_else(|| Failure::unusable("risk-untitled").at("title"))?;
        let statement = filled(statement).map(|text| text.trim().to_owned());
        self.write(Label::new("op-risk-reword"), move |w| {
            let row = w.risk(uid)?;
            usable(&row)?;
            let same = row.statement == statement;
            if same && row.title == title {
                return Ok(());
            }
            let claim = same && row.statement_is_claim;
            Ok(w.word_risk(uid, &title, statement.as_deref(), claim)?)
        })?;
        Ok(())
    }

    /// Says how an entry is kept: status, owner and next review.
    pub fn keep_risk(&self, given: &str, keep: Keep) -> Result<()> {
        let uid = self.risk_uid(given)?;
        let keeping = Keeping {
            status: keep.status,
            owner: keep.owner.as_deref().and_then(one_line),
            review_on: keep.review_on,
        };
        self.write(Label::new("op-risk-keep"), move |w| {
            usable(&w.risk(uid)?)?;
            if w.keeping(uid)? != keeping {
                w.keep_risk(uid, &keeping)?;
            }
            Ok(())
        })?;
        Ok(())
    }
}

fn entry(r: &Read<'_>, uid: Uid) -> Result<Entry> {
    let risk = r.risk(uid)?;
    let history = r.assessments(uid)?;
    let mut origins = Origins::new(r);
    let (bearing, articles) = bearing(r, &mut origins, uid, history.last().map(|row| row.uid))?;
    let now = bearing.iter().filter(|b| b.linked);
    let count =
        |stance| u32::try_from(now.clone().filter(|b| b.stance == stance).count()).unwrap_or(u32::MAX);
    let origin = risk
        .origin_article
        .map(|article| Ok::<_, Failure>(r.article(article)?.headline));
    let row = RegisterRow {
        keeping: r.keeping(uid)?,
        newest: history.last().cloned(),
        before: history.iter().rev().nth(1).cloned(),
        supports: count(Stance::Supports),
        contradicts: count(Stance::Contradicts),
        context: count(Stance::Context),
        articles,
        unweighed: u32::try_from(now.clone().filter(|b| !b.weighed).count()).unwrap_or(u32::MAX),
        risk,
    };
    Ok(Entry {
        line: line(row, &mut origins)?,
        origin: origin.transpose()?,
        history: steps(history, r.stood(uid)?),
        evidence: bearing,
    })
}

/// Judgements with what each changed and weighed.
fn steps(history: Vec<AssessmentRow>, stood: Vec<StoodRow>) -> Vec<Step> {
    let mut weighed: HashMap<Uid, Vec<StoodRow>> = HashMap::new();
    for row in stood {
        weighed.entry(row.assessment).or_default().push(row);
    }
    let before = std::iter::once(None).chain(history.clone().into_iter().map(Some));
    let pairs = history.into_iter().zip(before);
    pairs
        .map(|(row, before)| Step {
            moved: before.map_or_else(Moved::default, |before| moved(&before, &row)),
            stood: weighed.remove(&row.uid).unwrap_or_default(),
            position: position(row),
        })
        .collect()
}

fn moved(before: &AssessmentRow, now: &AssessmentRow) -> Moved {
    Moved {
        likelihood: before.term != now.term || before.percent != now.percent || before.scale != now.scale,
        impact: before.impact != now.impact,
        confidence: before.confidence != now.confidence,
        reason: before.rationale != now.rationale,
    }
}

/// The passages that bear on a risk or did, and the articles with their sources of those linked now.
fn bearing(
    r: &Read<'_>,
    origins: &mut Origins<'_, '_>,
    risk: Uid,
    newest: Option<Uid>,
) -> Result<(Vec<Bearing>, Vec<Sourced>)> {
    let (linked, stood) = (r.evidence(risk)?, r.stood(risk)?);
    let weighed: HashSet<Uid> = stood
        .iter()
        .filter(|row| Some(row.assessment) == newest)
        .map(|row| row.evidence)
        .collect();
    let now: HashSet<Uid> = linked.iter().map(|link| link.uid).collect();
    let mut links: Vec<_> = linked
        .into_iter()
        .map(|link| (link.uid, link.annotation, link.stance, link.weight))
        .collect();
    let mut seen = now.clone();
    let gone = stood.iter().rev().filter(|row| seen.insert(row.evidence));
    links.extend(gone.map(|row| (row.evidence, row.annotation, row.stance, row.weight)));
    let versions = Versions::new(r);
    let mut articles = HashMap::new();
    let mut at = HashSet::new();
    for (_, annotation, ..) in &links {
        origins.meet([r.annotation(*annotation)?.article])?;
    }
    let bearing = links.into_iter().map(|(uid, annotation, stance, weight)| {
        let annotation = versions.shown(r.annotation(annotation)?)?;
        let of = annotation.row.article;
        let (article, source) = match articles.entry(of) {
            hash_map::Entry::Occupied(known) => known.into_mut(),
            hash_map::Entry::Vacant(new) => new.insert((r.article(of)?, r.article_source(of)?)),
        };
        let linked = now.contains(&uid);
        if linked {
            at.insert((of, source.as_ref().map(|source| source.uid)));
        }
        let reliability = source.as_ref().map_or("F", |source| source.reliability.as_str());
        Ok(Bearing {
            uid,
            stance,
            weight,
            linked,
            weighed: weighed.contains(&uid),
            headline: article.headline.clone(),
            published: article.published,
            authors: article.authors.clone(),
            outlet: article.source.clone(),
            grade: format!("{reliability}{}", annotation.row.credibility.get()),
            origin: origins.of(of)?,
            annotation,
        })
    });
    let bearing = bearing.collect::<Result<Vec<_>>>()?;
    Ok((bearing, at.into_iter().collect()))
}

fn line(row: RegisterRow, origins: &mut Origins<'_, '_>) -> Result<RegisterLine> {
    let by_rating = row.newest.as_ref().and_then(|newest| {
        let rating: Rating = newest.rating.parse().ok()?;
        Some(rating.review_on(newest.as_of, newest.horizon))
    });
    let chosen = row.keeping.review_on;
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(RegisterLine {
        trend: trend(row.before.as_ref(), row.newest.as_ref()),
        status: row.keeping.status,
        owner: row.keeping.owner,
        review_on: chosen.or(by_rating).filter(|_| row.keeping.status.is_live()),
        review_is_chosen: chosen.is_some(),
        newest: row.newest.map(position),
        before: row.before.map(position),
        supports: row.supports,
        contradicts: row.contradicts,
        context: row.context,
        articles: number(row.articles.len()),
        sources: number(origins.count(&row.articles)?),
        unweighed: row.unweighed,
        risk: row.risk,
    })
}

fn position(row: AssessmentRow) -> Position {
    let (label, low, high) = band(&row);
    let level = usize::from(row.impact).checked_sub(1);
    let word = level.and_then(|level| Matrix::house().impact.get(level));
    Position {
        impact: word.cloned().unwrap_or_default(),
        row,
        label,
        low,
        high,
    }
}

#[cfg(test)]
mod tests;
