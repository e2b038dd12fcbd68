//! The register as a list: every entry with how it is kept, its two newest judgements and what bears on it, in three
//! queries however many entries there are.

use std::collections::HashMap;

use chrono::NaiveDate;
use model::{
    Uid,
    evidence::{Stance, Weight},
    risk::RiskStatus,
};
use rusqlite::{Row, params};

use super::{AssessmentRow, RiskRow, row_to_assessment, row_to_risk};
use crate::{
    Error, Read, Result, Write,
    library::{uid, word},
};

/// An article and its source, where that is known.
pub type Sourced = (Uid, Option<Uid>);

/// How an entry is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keeping {
    /// Where it stands.
    pub status: RiskStatus,
    /// Whose it is.
    pub owner: Option<String>,
    /// The day it is to be looked at again, where somebody chose one.
    pub review_on: Option<NaiveDate>,
}

/// An entry as a list of all entries shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct RegisterRow {
    /// The entry.
    pub risk: RiskRow,
    /// How it is kept.
    pub keeping: Keeping,
    /// The newest judgement.
    pub newest: Option<AssessmentRow>,
    /// The judgement before it.
    pub before: Option<AssessmentRow>,
    /// Passages that support it.
    pub supports: u32,
    /// Passages that contradict it.
    pub contradicts: u32,
    /// Passages that are context.
    pub context: u32,
    /// The articles of those passages, each with its source where that is known.
    pub articles: Vec<Sourced>,
    /// Passages that the newest judgement didn't weigh.
    pub unweighed: u32,
}

/// A passage that stood when a judgement was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoodRow {
    /// The judgement.
    pub assessment: Uid,
    /// The link between passage and risk.
    pub evidence: Uid,
    /// The passage.
    pub annotation: Uid,
    /// Which way it bore then.
    pub stance: Stance,
    /// How much it weighed then.
    pub weight: Weight,
}

impl Read<'_> {
    /// The register by number, the trash left out.
    pub fn register(&self) -> Result<Vec<RegisterRow>> {
        let mut judged: HashMap<Uid, Vec<AssessmentRow>> = HashMap::new();
        let mut statement = self.connection.prepare_cached(include_str!("newest_two.sql"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let of = judged.entry(uid(row, "risk")?).or_default();
            of.push(row_to_assessment(row)?);
        }
        let mut articles: HashMap<Uid, Vec<Sourced>> = HashMap::new();
        let mut statement = self.connection.prepare_cached(include_str!("articles.sql"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let source: Option<String> = row.get("source")?;
            let source = source
                .map(|uid| uid.parse().map_err(Error::inconsistent))
                .transpose()?;
            let of = articles.entry(uid(row, "risk")?).or_default();
            of.push((uid(row, "article")?, source));
        }
        let mut statement = self.connection.prepare_cached(include_str!("register.sql"))?;
        let rows = statement.query_map([], row_to_register)?;
        rows.map(|row| {
            let mut row = row?;
            let mut newest_first = judged.remove(&row.risk.uid).unwrap_or_default().into_iter();
            row.newest = newest_first.next();
            row.before = newest_first.next();
            row.articles = articles.remove(&row.risk.uid).unwrap_or_default();
            Ok(row)
        })
        .collect()
    }

    /// How an entry is kept.
    pub fn keeping(&self, risk: Uid) -> Result<Keeping> {
        let mut statement = self.connection.prepare_cached(include_str!("keeping.sql"))?;
        let mut rows = statement.query([risk.to_string()])?;
        let keeping = rows.next()?.map(row_to_keeping).transpose()?;
        Ok(keeping.unwrap_or_default())
    }

    /// What stood at each judgement on a risk, in the order it was linked; passages unlinked since included.
    pub fn stood(&self, risk: Uid) -> Result<Vec<StoodRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("stood.sql"))?;
        let rows = statement.query_map([risk.to_string()], row_to_stood)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Changes what an entry says. `statement_is_claim` says whose words the statement is.
    pub fn word_risk(
        &mut self,
        risk: Uid,
        title: &str,
        statement: Option<&str>,
        statement_is_claim: bool,
    ) -> Result<()> {
        let id = self.id_of("risk", risk)?;
        self.connection
            .prepare_cached("UPDATE risk SET title = ?, statement = ?, statement_is_claim = ? WHERE id = ?")?
            .execute(params![title, statement, statement_is_claim, id])?;
        Ok(())
    }

    /// Says how an entry is kept from now on.
    pub fn keep_risk(&mut self, risk: Uid, keeping: &Keeping) -> Result<()> {
        let (id, uid) = (self.id_of("risk", risk)?, self.uid());
        self.connection
            .prepare_cached(include_str!("keep.sql"))?
            .execute(params![
                uid.to_string(),
                id,
                keeping.status.as_str(),
                keeping.owner,
                keeping.review_on.map(|day| day.to_string()),
            ])?;
        Ok(())
    }
}

fn row_to_register(row: &Row<'_>) -> rusqlite::Result<RegisterRow> {
    Ok(RegisterRow {
        risk: row_to_risk(row)?,
        keeping: row_to_keeping(row)?,
        newest: None,
        before: None,
        supports: row.get("supports")?,
        contradicts: row.get("contradicts")?,
        context: row.get("context")?,
        articles: Vec::new(),
        unweighed: row.get("unweighed")?,
    })
}

fn row_to_keeping(row: &Row<'_>) -> rusqlite::Result<Keeping> {
    let review_on: Option<String> = row.get("review_on")?;
    Ok(Keeping {
        status: word(row, "status")?,
        owner: row.get("owner")?,
        review_on: review_on.and_then(|day| day.parse().ok()),
    })
}

fn row_to_stood(row: &Row<'_>) -> rusqlite::Result<StoodRow> {
    Ok(StoodRow {
        assessment: uid(row, "assessment")?,
        evidence: uid(row, "evidence")?,
        annotation: uid(row, "annotation")?,
        stance: word(row, "stance")?,
        weight: word(row, "weight")?,
    })
}
