//! The risk register: making entries, judging them, linking what bears on them.

use chrono::NaiveDate;
use model::{
    Uid,
    assessment::{Confidence, Incomplete, Judgement},
    block::Role,
    evidence::{Stance, Weight},
    risk::{RiskNumber, Trend},
    scale::{Likelihood, Scale},
};
use serde::Serialize;
use store::{
    Read,
    annotation::AnnotationRow,
    risk::{AssessmentRow, Keeping, NewRisk, RiskRow},
};

use crate::{
    Desk, Failure, FailureKind, Result,
    amend::pointed_into,
    annotate::{filled, one_line},
    clock,
    desk::uid,
    read::{AnnotationShown, Versions},
    reading::MarkShown,
    wording::Label,
};

/// An entry to be made.
#[derive(Clone, Debug, Default)]
pub struct NewEntry {
    /// Short name; the label of the source's risk where none is given.
    pub title: Option<String>,
    /// What may happen; the statement of the source's risk where none is given.
    pub statement: Option<String>,
    /// The source's risk it is adopted from: its article, or the version in which it was counted, and its number from 1.
    pub from: Option<(String, u32)>,
}

/// A judgement to be recorded.
#[derive(Clone, Debug)]
pub struct Assess {
    /// A term, a term's id, or a number of per cent.
    pub likelihood: String,
    /// 1 to 5.
    pub impact: u8,
    /// How far the judgement can be trusted.
    pub confidence: Confidence,
    /// What the confidence rests on.
    pub basis: String,
    /// Why this judgement. May stay empty where nothing changed: the reason given last holds on.
    pub rationale: String,
    /// The day by which the event would happen.
    pub horizon: Option<NaiveDate>,
    /// The day the judgement is made for; today where none is given.
    pub as_of: Option<NaiveDate>,
    /// The day to look at the risk again; the rating decides where none is given.
    pub review_on: Option<NaiveDate>,
    /// Links that were not weighed for this judgement; they stay new.
    pub left_out: Vec<String>,
}

/// An entry with its newest judgement.
#[derive(Clone, Debug, Serialize)]
pub struct RiskShown {
    /// The entry.
    #[serde(flatten)]
    pub row: RiskRow,
    /// The newest judgement; nothing while nobody has judged.
    pub assessment: Option<AssessmentShown>,
    /// How the estimate moved with it.
    pub trend: Option<Trend>,
}

/// An entry with everything that hangs on it.
#[derive(Clone, Debug, Serialize)]
pub struct RiskInFull {
    /// The entry with its newest judgement.
    #[serde(flatten)]
    pub risk: RiskShown,
    /// All judgements, first to last.
    pub history: Vec<AssessmentShown>,
    /// Passages for, against and around.
    pub evidence: Vec<EvidenceShown>,
}

/// A judgement as it was recorded, with the words of its scale.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AssessmentShown {
    /// The judgement; `likelihood` and `impact` are levels 1 to 5.
    #[serde(flatten)]
    pub row: AssessmentRow,
    /// The term's word.
    pub label: String,
    /// Lower end of the term's band, per cent.
    pub low: f64,
    /// Upper end of the term's band, per cent.
    pub high: f64,
    /// The passages that stood when it was made.
    pub stood: Vec<Uid>,
}

/// A passage linked to a risk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EvidenceShown {
    /// The link's identity.
    pub uid: Uid,
    /// Which way it bears.
    pub stance: Stance,
    /// How much it weighs.
    pub weight: Weight,
    /// The passage.
    pub annotation: AnnotationShown,
}

/// Something of the register that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RiskMade {
    /// Identity.
    pub uid: Uid,
    ///
    pub number: String,
    /// Its short name.
    pub title: String,
}

/// A link that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Linked {
    /// Identity.
    pub uid: Uid,
    /// The risk.
    pub risk: String,
    /// The passage.
    pub annotation: Uid,
    /// Which way it bears.
    pub stance: Stance,
    /// How much it weighs.
    pub weight: Weight,
}

impl Desk {
    /// Makes an entry, of the analyst's own or adopted from a risk that a source claims. Adopting copies the source's words
    /// and keeps where they came from; from then on the entry is the analyst's.
    pub fn new_risk(&self, entry: NewEntry) -> Result<RiskMade> {
        let from = entry
            .from
            .as_ref()
            .map(|(article, number)| Ok::<_, Failure>((uid(article)?, *number)))
            .transpose()?;
        let label = Label::new(if from.is_some() {
            "op-risk-adopt"
        } else {
            "op-risk-new"
        });
        let ((uid, number, title), _) = self.write(label, move |w| {
            let claimed = from
                .map(|(article, number)| claimed(w, article, number))
                .transpose()?;
            let label = claimed.as_ref().and_then(|c| c.label.clone());
            let title = entry.title.or(label).as_deref().and_then(one_line);
            let title = title.ok_or_else(|| Failure::unusable("risk-untitled").at("title"))?;
            let own = filled(entry.statement);
            let new = NewRisk {
                title,
                // The source's words stay the source's until the analyst writes their own.
                statement_is_claim: own.is_none() && claimed.is_some(),
                statement: own.or_else(|| claimed.as_ref().map(|c| c.statement.clone())),
                origin: claimed.as_ref().map(|c| (c.version, c.number)),
                sectors: claimed.map(|c| c.sectors).unwrap_or_default(),
            };
            let (uid, number) = w.add_risk(&new)?;
            Ok((uid, number, new.title))
        })?;
        Ok(RiskMade {
            uid,
            number: number.to_string(),
            title,
        })
    }

    /// Records a judgement. Earlier ones stay; the passages linked now are kept as what it rests on. A judgement that differs
    /// from the one before needs a reason of its own, as does the first.
    pub fn assess(&self, risk: &str, request: Assess) -> Result<AssessmentShown> {
        let likelihood = Scale::icd203().read(&request.likelihood);
        let mut judgement = Judgement {
            likelihood: likelihood.map_err(|e| Failure::from(e).at("likelihood"))?,
            impact: request.impact,
            confidence: request.confidence,
            confidence_basis: request.basis.trim().to_owned(),
            rationale: request.rationale.trim().to_owned(),
            as_of: request.as_of.unwrap_or_else(clock::today),
            horizon: request.horizon,
        };
        let left_out = request.left_out.iter().map(|link| uid(link));
        let left_out = left_out.collect::<Result<Vec<_>>>()?;
        let review_on = request.review_on;
        if review_on.is_some_and(|day| day < judgement.as_of) {
            return Err(Failure::new(FailureKind::Invalid, "review-before-assessment", &[]).at("review_on"));
        }
        let risk = self.risk_uid(risk)?;
        let (uid, _) = self.write(Label::new("op-risk-assess"), move |w| {
            usable(&w.risk(risk)?)?;
            if judgement.rationale.is_empty() {
                judgement.rationale = reason_that_holds_on(w, risk, &judgement)?;
            }
            let rating = judgement
                .check()
                .map_err(|e| Failure::from(e.clone()).at(field(&e)))?;
            let keeping = w.keeping(risk)?;
            // A day chosen at an earlier look was for that look.
            if keeping.review_on != review_on {
                w.keep_risk(risk, &Keeping { review_on, ..keeping })?;
            }
            Ok(w.assess(risk, &judgement, rating, &left_out)?)
        })?;
        self.read(|r| {
            let made = r.assessments(risk)?.into_iter().find(|row| row.uid == uid);
            assessment(
                r,
                made.ok_or_else(|| Failure::bug("the judgement just made is not there"))?,
            )
        })
    }

    /// Links a passage to a risk. Linking again changes stance and weight.
    pub fn link(&self, risk: &str, annotation: &str, stance: Stance, weight: Weight) -> Result<Linked> {
        let (risk, annotation) = (self.risk_uid(risk)?, uid(annotation)?);
        let ((uid, number), _) =
            self.write(Label::new("op-link").with("stance", stance.as_str()), move |w| {
                let row = w.risk(risk)?;
                usable(&row)?;
                usable_passage(&w.annotation(annotation)?)?;
                Ok((w.link(risk, annotation, stance, weight)?, row.number))
            })?;
        Ok(Linked {
            uid,
            risk: number.to_string(),
            annotation,
            stance,
            weight,
        })
    }

    /// Makes a risk and links a passage to it, as one step.
    pub fn link_new(
        &self,
        title: &str,
        annotation: &str,
        stance: Stance,
        weight: Weight,
    ) -> Result<MarkShown> {
        let title = one_line(title).ok_or_else(|| Failure::unusable("risk-untitled").at("title"))?;
        self.amend(
            annotation,
            Label::new("op-risk-new-link"),
            move |w, annotation| {
                let (risk, _) = w.add_risk(&NewRisk {
                    title,
                    statement: None,
                    statement_is_claim: false,
                    origin: None,
                    sectors: Vec::new(),
                })?;
                w.link(risk, annotation, stance, weight)?;
                Ok(())
            },
        )
    }

    /// The register.
    pub fn risks(&self) -> Result<Vec<RiskShown>> {
        self.read(|r| r.risks()?.into_iter().map(|row| risk_shown(r, row)).collect())
    }

    /// One entry with its history and evidence.
    pub fn risk(&self, given: &str) -> Result<RiskInFull> {
        let uid = self.risk_uid(given)?;
        self.read(|r| {
            let versions = Versions::new(r);
            let evidence = r.evidence(uid)?.into_iter().map(|link| {
                let annotation = versions.shown(r.annotation(link.annotation)?)?;
                Ok(EvidenceShown {
                    uid: link.uid,
                    stance: link.stance,
                    weight: link.weight,
                    annotation,
                })
            });
            Ok(RiskInFull {
                risk: risk_shown(r, r.risk(uid)?)?,
                evidence: evidence.collect::<Result<_>>()?,
                history: history(r, uid)?,
            })
        })
    }

    /// All judgements on a risk, first to last.
    pub fn risk_history(&self, given: &str) -> Result<Vec<AssessmentShown>> {
        let uid = self.risk_uid(given)?;
        self.read(|r| history(r, uid))
    }

    /// A risk by identity or number.
    pub(crate) fn risk_uid(&self, given: &str) -> Result<Uid> {
        match given.parse::<RiskNumber>() {
            Ok(number) => self.read(|r| Ok(r.risk_numbered(number)?.uid)),
            Err(_) => {
                let uid = uid(given)?;
                self.read(|r| Ok(r.risk(uid)?.uid))
            }
        }
    }
}

/// A risk that a source claims.
struct Claimed {
    version: Uid,
    number: u32,
    label: Option<String>,
    statement: String,
    sectors: Vec<String>,
}

fn claimed(r: &Read<'_>, given: Uid, number: u32) -> Result<Claimed> {
    let article = pointed_into(r, given)?;
    if r.article(article)?.trashed {
        return Err(Failure::new(FailureKind::Conflict, "article-in-trash", &[]));
    }
    let version = r.newest_version(article)?;
    let mut risks = version.capture.blocks.iter().filter(|b| b.role == Role::Risk);
    let count = risks.clone().count();
    let index = usize::try_from(number).ok().and_then(|n| n.checked_sub(1));
    let block = index.and_then(|n| risks.nth(n)).ok_or_else(|| {
        let args = [("number", number.into()), ("count", count.into())];
        Failure::new(FailureKind::NotFound, "no-such-source-risk", &args)
    })?;
    let parts = block.parts.clone();
    Ok(Claimed {
        version: version.uid,
        number,
        label: parts.as_ref().and_then(|p| p.label.clone()),
        statement: parts
            .as_ref()
            .map_or_else(|| block.text(), |p| p.statement.clone()),
        sectors: parts.map(|p| p.sectors).unwrap_or_default(),
    })
}

/// The reason of the judgement before, where this one says the same; else the reason is missing.
fn reason_that_holds_on(r: &Read<'_>, risk: Uid, now: &Judgement) -> Result<String> {
    let before = r.assessments(risk)?.pop();
    let missing = |id| Failure::new(FailureKind::Invalid, id, &[]).at("rationale");
    match before {
        None => Err(missing("first-assessment-needs-reason")),
        Some(before) if differs(&before, now) => Err(missing("changed-assessment-needs-reason")),
        Some(before) => Ok(before.rationale),
    }
}

fn differs(before: &AssessmentRow, now: &Judgement) -> bool {
    let likelihood = &now.likelihood;
    (before.scale.as_str(), before.term.as_str()) != (likelihood.scale.as_str(), likelihood.term.as_str())
        || before.percent != likelihood.percent
        || before.impact != now.impact
        || before.confidence != now.confidence
}

/// The argument that an incomplete judgement lacks.
fn field(incomplete: &Incomplete) -> &'static str {
    match incomplete {
        Incomplete::Impact(_) => "impact",
        Incomplete::Basis => "basis",
        Incomplete::Rationale => "rationale",
        Incomplete::Horizon { .. } => "horizon",
    }
}

/// Whether something may be recorded on a risk.
pub(crate) fn usable(risk: &RiskRow) -> Result<()> {
    match risk.trashed {
        true => Err(Failure::new(
            FailureKind::Conflict,
            "risk-in-trash",
            &[("number", risk.number.to_string().into())],
        )),
        false => Ok(()),
    }
}

/// Whether a passage may become evidence now; what it was cited for before stays.
pub(crate) fn usable_passage(annotation: &AnnotationRow) -> Result<()> {
    match annotation.trashed {
        true => Err(Failure::new(FailureKind::Conflict, "annotation-in-trash", &[])),
        false => Ok(()),
    }
}

fn history(r: &Read<'_>, risk: Uid) -> Result<Vec<AssessmentShown>> {
    r.assessments(risk)?
        .into_iter()
        .map(|row| assessment(r, row))
        .collect()
}

/// An entry with its newest judgement and its trend.
pub(crate) fn risk_shown(r: &Read<'_>, row: RiskRow) -> Result<RiskShown> {
    let mut history = r.assessments(row.uid)?;
    let newest = history.pop();
    Ok(RiskShown {
        row,
        trend: trend(history.last(), newest.as_ref()),
        assessment: newest.map(|row| assessment(r, row)).transpose()?,
    })
}

/// How the estimate moved from the judgement before to the one that stands.
pub(crate) fn trend(before: Option<&AssessmentRow>, now: Option<&AssessmentRow>) -> Option<Trend> {
    let estimate = |row: &AssessmentRow| (row.percent, place(&row.scale, &row.term));
    now.map(|now| Trend::between(before.map(estimate), estimate(now)))
}

/// The word and the band, in per cent, of the term a judgement used.
pub(crate) fn band(row: &AssessmentRow) -> (String, f64, f64) {
    match term(&row.scale, &row.term) {
        Some(likelihood) => (likelihood.label, likelihood.low, likelihood.high),
        // A scale that a later program knows and this one doesn't: the id is the best word there is.
        None => (row.term.replace('-', " "), row.percent, row.percent),
    }
}

/// A judgement with the words of its scale.
pub(crate) fn assessment(r: &Read<'_>, row: AssessmentRow) -> Result<AssessmentShown> {
    let (label, low, high) = band(&row);
    let stood = r
        .assessment_evidence(row.uid)?
        .into_iter()
        .map(|link| link.annotation)
        .collect();
    Ok(AssessmentShown {
        row,
        label,
        low,
        high,
        stood,
    })
}

/// A term's place on its scale, from the least likely.
fn place(scale: &str, term: &str) -> usize {
    let known = Scale::icd203();
    known
        .terms
        .iter()
        .position(|t| known.id == scale && t.id == term)
        .unwrap_or_default()
}

fn term(scale: &str, term: &str) -> Option<Likelihood> {
    let known = Scale::icd203();
    (known.id == scale).then(|| known.read(term).ok()).flatten()
}
