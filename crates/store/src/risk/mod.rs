//! The risk register: entries, their evidence and the assessments that were made. What a list of all entries needs is in
//! `register`.

mod register;

pub use register::{Keeping, RegisterRow, Sourced, StoodRow};

use chrono::NaiveDate;
use model::{
    Uid,
    assessment::{Confidence, Judgement},
    evidence::{Stance, Weight},
    matrix::{Matrix, Rating},
    risk::RiskNumber,
};
use rusqlite::{OptionalExtension, Row, params};
use serde::Serialize;

use crate::{
    Error, Read, Result, Write,
    library::{uid, word},
};

/// An entry about to be made.
#[derive(Clone, Debug)]
pub struct NewRisk {
    /// Short name.
    pub title: String,
    /// What may happen.
    pub statement: Option<String>,
    /// Whether the statement is in the source's words.
    pub statement_is_claim: bool,
    /// The version and the number of the source's risk it was adopted from.
    pub origin: Option<(Uid, u32)>,
    /// Sectors as printed by the source.
    pub sectors: Vec<String>,
}

/// An entry of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RiskRow {
    /// Identity.
    pub uid: Uid,
    ///
    pub number: RiskNumber,
    /// Short name.
    pub title: String,
    /// What may happen.
    pub statement: Option<String>,
    /// Whether the statement is in the source's words: a claim until the analyst writes their own.
    pub statement_is_claim: bool,
    /// The article version it was adopted from.
    pub origin_version: Option<Uid>,
    /// The article it was adopted from.
    pub origin_article: Option<Uid>,
    /// Which of that article's risks.
    pub origin_number: Option<u32>,
    /// Sectors as printed by the source.
    pub sectors: Vec<String>,
    /// When it was made.
    pub made_at: String,
    /// Whether it is in the trash.
    pub trashed: bool,
}

/// A judgement as it was recorded.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AssessmentRow {
    /// Identity.
    pub uid: Uid,
    /// 1, 2 … within the risk.
    pub number: u32,
    /// The day it is made for.
    pub as_of: NaiveDate,
    /// When it was made.
    pub made_at: String,
    /// The scale's id.
    pub scale: String,
    /// The term's id.
    pub term: String,
    /// Per cent.
    pub percent: f64,
    /// Whether the analyst gave the number or only the term.
    pub percent_source: String,
    /// Row of the matrix, 1 to 5.
    pub likelihood: u8,
    /// Column of the matrix, 1 to 5.
    pub impact: u8,
    /// The matrix's id.
    pub matrix: String,
    /// The rating the matrix gave then.
    pub rating: String,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// What the confidence rests on.
    pub confidence_basis: String,
    /// Why this judgement.
    pub rationale: String,
    /// The day by which the event would happen.
    pub horizon: Option<NaiveDate>,
    /// Links that stood then.
    pub evidence: u32,
}

/// A passage linked to a risk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EvidenceRow {
    /// Identity.
    pub uid: Uid,
    /// The passage.
    pub annotation: Uid,
    /// Which way it bears.
    pub stance: Stance,
    /// How much it weighs.
    pub weight: Weight,
}

impl Read<'_> {
    /// The register by number, the trash left out.
    pub fn risks(&self) -> Result<Vec<RiskRow>> {
        let sql = concat!(
            include_str!("row.sql"),
            "WHERE r.trashed_at IS NULL ORDER BY r.number"
        );
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([], row_to_risk)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// An entry by its identity, wherever it is.
    pub fn risk(&self, uid: Uid) -> Result<RiskRow> {
        self.risk_by(
            concat!(include_str!("row.sql"), "WHERE r.uid = ?"),
            &uid.to_string(),
        )
    }

    /// An entry by its number, wherever it is.
    pub fn risk_numbered(&self, number: RiskNumber) -> Result<RiskRow> {
        let sql = concat!(include_str!("row.sql"), "WHERE 'R-' || r.number = ?");
        self.risk_by(sql, &number.to_string())
    }

    fn risk_by(&self, sql: &str, key: &str) -> Result<RiskRow> {
        let found = self
            .connection
            .prepare_cached(sql)?
            .query_row([key], row_to_risk)
            .optional()?;
        found.ok_or_else(|| Error::NotFound {
            noun: "risk",
            what: key.to_owned(),
        })
    }

    /// The judgements made on a risk by the day they are made for, those of one day in the order they were made. The last is
    /// the one that stands.
    pub fn assessments(&self, risk: Uid) -> Result<Vec<AssessmentRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("assessments.sql"))?;
        let rows = statement.query_map([risk.to_string()], row_to_assessment)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The passages linked to a risk, in the order they were linked; the trash left out.
    pub fn evidence(&self, risk: Uid) -> Result<Vec<EvidenceRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("evidence.sql"))?;
        let rows = statement.query_map([risk.to_string()], row_to_evidence)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The passages that stood when a judgement was made.
    pub fn assessment_evidence(&self, assessment: Uid) -> Result<Vec<EvidenceRow>> {
        let mut statement = self
            .connection
            .prepare_cached(include_str!("assessment_evidence.sql"))?;
        let rows = statement.query_map([assessment.to_string()], row_to_evidence)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Makes an entry; the library gives it the next number.
    pub fn add_risk(&mut self, new: &NewRisk) -> Result<(Uid, RiskNumber)> {
        let origin = new
            .origin
            .map(|(version, _)| self.id_of("article_version", version))
            .transpose()?;
        let number: u32 = self
            .connection
            .query_row(include_str!("next_number.sql"), [], |row| row.get(0))?;
        let (uid, now) = (self.uid(), self.now());
        self.connection
            .prepare_cached(include_str!("add.sql"))?
            .execute(params![
                uid.to_string(),
                number,
                new.title,
                new.statement,
                origin,
                new.origin.map(|(_, number)| number),
                new.statement_is_claim,
                serde_json::to_string(&new.sectors).map_err(Error::inconsistent)?,
                now,
            ])?;
        Ok((uid, RiskNumber(number)))
    }

    /// Records a judgement with the evidence that stands now, without the links in `left_out`: those were not weighed yet.
    /// `rating` is the house matrix's.
    pub fn assess(
        &mut self,
        risk: Uid,
        judgement: &Judgement,
        rating: Rating,
        left_out: &[Uid],
    ) -> Result<Uid> {
        let risk_id = self.id_of("risk", risk)?;
        let (uid, now) = (self.uid(), self.now());
        let likelihood = &judgement.likelihood;
        self.connection
            .prepare_cached(include_str!("assess.sql"))?
            .execute(params![
                uid.to_string(),
                risk_id,
                judgement.as_of.to_string(),
                now,
                likelihood.scale,
                likelihood.term,
                likelihood.percent,
                likelihood.percent_source.as_str(),
                likelihood.level,
                judgement.impact,
                Matrix::house().id,
                rating.as_str(),
                judgement.confidence.as_str(),
                judgement.confidence_basis,
                judgement.rationale,
                judgement.horizon.map(|day| day.to_string()),
            ])?;
        let assessment = self.connection.last_insert_rowid();
        let weighed = self.evidence(risk)?;
        for link in weighed.into_iter().filter(|link| !left_out.contains(&link.uid)) {
            let (stood, evidence) = (self.uid(), self.id_of("evidence", link.uid)?);
            self.connection
                .prepare_cached(include_str!("assess_evidence.sql"))?
                .execute(params![
                    stood.to_string(),
                    assessment,
                    evidence,
                    link.stance.as_str(),
                    link.weight.as_str(),
                ])?;
        }
        Ok(uid)
    }

    /// Links a passage to a risk. A passage that is linked already gets the new stance and weight and leaves the trash.
    pub fn link(&mut self, risk: Uid, annotation: Uid, stance: Stance, weight: Weight) -> Result<Uid> {
        let (risk_id, annotation_id) = (self.id_of("risk", risk)?, self.id_of("annotation", annotation)?);
        let (uid, now) = (self.uid(), self.now());
        let linked: String = self
            .connection
            .prepare_cached(include_str!("link.sql"))?
            .query_row(
                params![
                    uid.to_string(),
                    risk_id,
                    annotation_id,
                    stance.as_str(),
                    weight.as_str(),
                    now
                ],
                |row| row.get(0),
            )?;
        linked.parse().map_err(Error::inconsistent)
    }
}

fn row_to_risk(row: &Row<'_>) -> rusqlite::Result<RiskRow> {
    let sectors: String = row.get("sectors")?;
    let origin: Option<String> = row.get("origin_article")?;
    let origin_version: Option<String> = row.get("origin_version")?;
    Ok(RiskRow {
        uid: uid(row, "uid")?,
        number: RiskNumber(row.get("number")?),
        title: row.get("title")?,
        statement: row.get("statement")?,
        statement_is_claim: row.get("statement_is_claim")?,
        origin_version: origin_version.and_then(|uid| uid.parse().ok()),
        origin_article: origin.and_then(|uid| uid.parse().ok()),
        origin_number: row.get("origin_number")?,
        sectors: serde_json::from_str(&sectors).unwrap_or_default(),
        made_at: row.get("made_at")?,
        trashed: row.get("trashed")?,
    })
}

fn row_to_assessment(row: &Row<'_>) -> rusqlite::Result<AssessmentRow> {
    let horizon: Option<String> = row.get("horizon")?;
    Ok(AssessmentRow {
        uid: uid(row, "uid")?,
        number: row.get("number")?,
        as_of: day(row, "as_of")?,
        made_at: row.get("made_at")?,
        scale: row.get("scale")?,
        term: row.get("term")?,
        percent: row.get("percent")?,
        percent_source: row.get("percent_source")?,
        likelihood: row.get("likelihood")?,
        impact: row.get("impact")?,
        matrix: row.get("matrix")?,
        rating: row.get("rating")?,
        confidence: word(row, "confidence")?,
        confidence_basis: row.get("confidence_basis")?,
        rationale: row.get("rationale")?,
        horizon: horizon.and_then(|day| day.parse().ok()),
        evidence: row.get("evidence")?,
    })
}

fn row_to_evidence(row: &Row<'_>) -> rusqlite::Result<EvidenceRow> {
    Ok(EvidenceRow {
        uid: uid(row, "uid")?,
        annotation: uid(row, "annotation")?,
        stance: word(row, "stance")?,
        weight: word(row, "weight")?,
    })
}

fn day(row: &Row<'_>, column: &str) -> rusqlite::Result<NaiveDate> {
    word(row, column)
}
