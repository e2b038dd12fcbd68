//! A brief of the library as the document that leaves it (`brief/1`).
//!
//! Everything the page shows is put together here: the analyst's words as runs, each passage once, each source once, the
//! risks as they stand. Citations keep the words they froze; nothing is looked up on paper afterwards.

use std::collections::{HashMap, HashSet};

use model::{
    Uid, anchor,
    annotation::Kind,
    brief::{BlockBody, Section},
    evidence::Stance,
    marking::Tlp,
    matrix::Matrix,
    prose,
    scale::Scale,
    source::{Credibility, Grade, Reliability},
    text::{Indexed, Span},
};
use publish::brief_document as out;
use serde_json::json;
use store::{
    Read,
    brief::{BriefBlockRow, BriefRow, CitationRow},
};

use crate::{Result, assess::risk_shown, compose::freeze, failure::sentence, read::Versions};

/// The document of a brief, and under which id it holds each passage as it was cited from a version.
pub(crate) struct Built {
    pub(crate) document: out::BriefDocument,
    pub(crate) ids: HashMap<(Uid, Uid), String>,
}

impl Built {
    /// The number that each passage, as it was cited from a version, prints under.
    pub(crate) fn notes(&self) -> HashMap<(Uid, Uid), usize> {
        let numbers = publish::note_numbers(&self.document);
        let numbered = |(passage, id): (&(Uid, Uid), &String)| Some((*passage, *numbers.get(id)?));
        self.ids.iter().filter_map(numbered).collect()
    }
}

/// Puts the document of a brief together.
pub(crate) fn build(r: &Read<'_>, brief: &BriefRow, blocks: &[BriefBlockRow]) -> Result<Built> {
    let mut builder = Builder {
        r,
        versions: Versions::new(r),
        evidence: Vec::new(),
        of: HashMap::new(),
        sources: Vec::new(),
        mixed: HashSet::new(),
        newest: brief.changed_at.clone(),
    };
    let mut document = empty(brief)?;
    for block in blocks {
        let cites = builder.cite_all(&block.citations)?;
        match &block.body {
            BlockBody::Bluf { text } => document.bluf = runs(text, &cites),
            BlockBody::Judgement {
                text,
                likelihood,
                confidence,
                basis,
            } => {
                document.judgements.push(out::Judgement {
                    id: format!("KJ{}", document.judgements.len() + 1),
                    text: runs(text, &cites),
                    likelihood: out::Likelihood {
                        scale: likelihood.scale.clone(),
                        term: likelihood.label.clone(),
                        low: likelihood.low,
                        high: likelihood.high,
                    },
                    confidence: out::Confidence {
                        level: confidence.as_str().into(),
                        basis: basis.clone(),
                    },
                });
            }
            BlockBody::Paragraph { section, text } => {
                paragraphs_of(&mut document, *section).extend(paragraphs(text, &cites));
            }
            BlockBody::Risk => {
                if let Some(uid) = block.risk {
                    let risk = builder.risk(uid, cites)?;
                    // Added twice is shown once.
                    if !document.risks.iter().any(|shown| shown.id == risk.id) {
                        document.risks.push(risk);
                    }
                }
            }
            BlockBody::Evidence => {}
        }
    }
    let ids = builder
        .of
        .iter()
        .map(|(passage, n)| (*passage, builder.evidence[*n].id.clone()))
        .collect();
    // The day of the newest judgement shown or the last change, not of the export: exporting twice gives the same bytes.
    document.meta.date = day(&builder.newest);
    document.evidence = builder.evidence;
    document.sources = builder.sources;
    for source in &mut document.sources {
        let credibilities = document
            .evidence
            .iter()
            .filter(|e| e.source == source.id)
            .map(|e| &e.grade[1..]);
        // The least credible of the passages that were judged: a source summary that flatters is worse than none.
        let worst = credibilities.filter(|c| *c != "6").max().unwrap_or("6");
        source.credibility = worst.to_owned();
    }
    Ok(Built { document, ids })
}

/// A brief without anything in it, for trying the typesetting.
pub(crate) fn empty_brief() -> Result<out::BriefDocument> {
    empty(&BriefRow {
        uid: Uid::new(0, [0; 10]),
        serial: "CN".into(),
        template: model::brief::Template::IntelNote,
        title: "–".into(),
        subtitle: None,
        marking: Tlp::Clear.to_string(),
        cutoff: None,
        desk: None,
        org: None,
        authors: Vec::new(),
        made_at: "2000-01-01".into(),
        changed_at: "2000-01-01".into(),
        trashed: false,
        blocks: 0,
    })
}

fn empty(brief: &BriefRow) -> Result<out::BriefDocument> {
    let marking: Tlp = brief.marking.parse()?;
    let (scale, matrix) = (Scale::icd203(), Matrix::house());
    let terms = scale.terms.iter().map(|t| out::ScaleTerm {
        id: t.id.clone(),
        term: t.row1.clone(),
        low: t.low,
        high: t.high,
    });
    Ok(out::BriefDocument {
        schema: "brief/1".into(),
        meta: out::Meta {
            id: brief.serial.clone(),
            kind: sentence("brief-kind-intel-note", &[]),
            desk: brief.desk.clone(),
            title: brief.title.clone(),
            subtitle: brief.subtitle.clone(),
            authors: brief.authors.clone(),
            org: brief.org.clone(),
            date: day(&brief.changed_at),
            info_cutoff: brief.cutoff.clone(),
            version: "1.0".into(),
            status: sentence("brief-status-issued", &[]),
            lang: "en".into(),
            region: Some("GB".into()),
            keywords: vec![marking.to_string()],
            paper: "a4".into(),
            template: brief.template.as_str().into(),
        },
        marking: out::Marking {
            scheme: "TLP".into(),
            level: marking.level().into(),
            label: marking.to_string(),
            // What the level means is on the page already; nothing restricts it further.
            handling: None,
        },
        scale: out::Scale {
            id: scale.id.clone(),
            label: scale.label.clone(),
            terms: terms.collect(),
        },
        matrix: out::Matrix {
            id: matrix.id.clone(),
            likelihood: matrix.likelihood.clone(),
            impact: matrix.impact.clone(),
            ratings: matrix.ratings,
            words: matrix.words.clone(),
        },
        bluf: Vec::new(),
        judgements: Vec::new(),
        scope: Vec::new(),
        discussion: Vec::new(),
        assumptions: Vec::new(),
        alternatives: Vec::new(),
        outlook: Vec::new(),
        implications: Vec::new(),
        changes: Vec::new(),
        gaps: Vec::new(),
        source_summary: Vec::new(),
        risks: Vec::new(),
        indicators: Vec::new(),
        timeline: Vec::new(),
        evidence: Vec::new(),
        sources: Vec::new(),
    })
}

fn paragraphs_of(document: &mut out::BriefDocument, section: Section) -> &mut Vec<out::Paragraph> {
    match section {
        Section::Scope => &mut document.scope,
        Section::Discussion => &mut document.discussion,
        Section::Assumptions => &mut document.assumptions,
        Section::Alternatives => &mut document.alternatives,
        Section::Outlook => &mut document.outlook,
        Section::Implications => &mut document.implications,
        Section::Changes => &mut document.changes,
        Section::Gaps => &mut document.gaps,
        Section::SourceSummary => &mut document.source_summary,
    }
}

/// The first ten characters of a time: its day.
fn day(time: &str) -> String {
    time.chars().take(10).collect()
}

/// The analyst's prose with its citations at the end.
fn runs(text: &str, cites: &[String]) -> Vec<out::Run> {
    paragraphs(text, cites)
        .into_iter()
        .fold(Vec::new(), |mut all, paragraph| {
            if !all.is_empty() {
                all.push(out::Run::Text(" ".into()));
            }
            all.extend(paragraph);
            all
        })
}

fn paragraphs(text: &str, cites: &[String]) -> Vec<out::Paragraph> {
    let mut paragraphs: Vec<out::Paragraph> = prose::paragraphs(text)
        .into_iter()
        .map(|words| {
            let run = |w: prose::Words| match w.strong || w.emphasis {
                true => out::Run::Styled {
                    t: w.text,
                    b: w.strong,
                    i: w.emphasis,
                },
                false => out::Run::Text(w.text),
            };
            words.into_iter().map(run).collect()
        })
        .collect();
    if let Some(last) = paragraphs.last_mut() {
        last.extend(cites.iter().map(|cite| out::Run::Cite { cite: cite.clone() }));
    }
    paragraphs
}

/// Collects passages and sources, each once.
struct Builder<'r, 'c> {
    r: &'r Read<'c>,
    versions: Versions<'r, 'c>,
    evidence: Vec<out::Evidence>,
    /// The number in `evidence` of a passage as it was cited from a version.
    of: HashMap<(Uid, Uid), usize>,
    sources: Vec<out::Source>,
    /// Evidence that supports one risk and contradicts another.
    mixed: HashSet<String>,
    /// When the newest of what is shown was made.
    newest: String,
}

impl Builder<'_, '_> {
    fn cite_all(&mut self, citations: &[CitationRow]) -> Result<Vec<String>> {
        citations
            .iter()
            .map(|c| self.cite(c.annotation, c.version, &c.quote, &c.locator))
            .collect()
    }

    /// The evidence id of a passage as it was cited.
    fn cite(&mut self, annotation: Uid, version: Uid, quote: &str, locator: &str) -> Result<String> {
        if let Some(n) = self.of.get(&(annotation, version)) {
            return Ok(self.evidence[*n].id.clone());
        }
        let row = self.r.annotation(annotation)?;
        let (source, reliability) = self.source(version, row.article)?;
        let anchors = self.r.anchors_of(annotation)?;
        let selector = match anchors
            .iter()
            .find(|(of, at)| *of == version && at.exact == quote)
        {
            Some((_, at)) => selector(quote, &at.prefix, &at.suffix, Some(at.position)),
            // The mark was drawn anew since.
            None => selector(quote, "", "", None),
        };
        let id = format!("E{}", self.evidence.len() + 1);
        self.of.insert((annotation, version), self.evidence.len());
        self.evidence.push(out::Evidence {
            id: id.clone(),
            source,
            locator: locator.to_owned(),
            speaker: row.speaker.clone(),
            quote: quote.to_owned(),
            lang: None,
            stance: None,
            grade: Grade {
                reliability,
                credibility: row.credibility,
            }
            .to_string(),
            kind: row.kind.as_str().into(),
            selector: Some(selector),
            // The note is the analyst's own working paper: it stays in the library.
            note: None,
        });
        Ok(id)
    }

    /// The source id of a version and its reliability.
    fn source(&mut self, version: Uid, article: Uid) -> Result<(String, Reliability)> {
        let laid = self.versions.get(version)?;
        let graded = self.r.article_source(article)?;
        let reliability = graded.as_ref().map_or(Reliability::F, |s| s.reliability);
        let sha256 = laid.version.snapshot.to_string();
        if let Some(known) = self.sources.iter().find(|s| s.sha256 == sha256) {
            return Ok((known.id.clone(), reliability));
        }
        let id = format!("S{}", self.sources.len() + 1);
        let meta = laid.version.capture.meta.clone();
        self.sources.push(out::Source {
            id: id.clone(),
            title: meta.headline.value,
            authors: meta.authors.into_iter().map(|a| a.value).collect(),
            outlet: meta.outlet.map(|o| o.value),
            section: meta.section.map(|s| s.value),
            date: meta.published.map(|p| p.value.date.to_string()),
            dateline_place: meta.dateline.map(|d| d.value.place),
            url: meta.url.map(|u| u.value),
            reliability: reliability.as_str().into(),
            reliability_reason: graded.and_then(|s| s.reason),
            credibility: Credibility::UNJUDGED.get().to_string(),
            note: None,
            sha256,
            accessed: day(&laid.version.captured_at),
        });
        Ok((id, reliability))
    }

    fn risk(&mut self, uid: Uid, mut cites: Vec<String>) -> Result<out::Risk> {
        let shown = risk_shown(self.r, self.r.risk(uid)?)?;
        for link in self.r.evidence(uid)? {
            let frozen = freeze(self.r, &self.versions, link.annotation)?;
            let id = self.cite(frozen.annotation, frozen.version, &frozen.quote, &frozen.locator)?;
            self.take_stance(&id, link.stance);
            if !cites.contains(&id) {
                cites.push(id);
            }
        }
        let claimed = shown.row.origin_version.zip(shown.row.origin_number);
        if let Some((version, number)) = claimed.filter(|_| shown.row.statement_is_claim) {
            cites.extend(self.cite_claim(version, number)?.filter(|id| !cites.contains(id)));
        }
        let history = self.r.assessments(uid)?;
        if let Some(newest) = history.last() {
            self.newest = self.newest.clone().max(newest.made_at.clone());
        }
        let before = history
            .len()
            .checked_sub(2)
            .map(|n| (history[n].likelihood, history[n].impact));
        let trend = shown.trend;
        let assessed = shown.assessment.map(|a| out::RiskAssessment {
            likelihood: a.row.likelihood,
            impact: a.row.impact,
            rating: a.row.rating,
            term: a.label,
            low: a.low,
            high: a.high,
            confidence: out::Confidence {
                level: a.row.confidence.as_str().into(),
                basis: a.row.confidence_basis,
            },
            rationale: a.row.rationale,
            as_of: a.row.as_of.to_string(),
            trend: trend.map_or("new", |t| t.as_str()).into(),
            horizon: a.row.horizon.map(|day| day.to_string()),
        });
        let previous = before.filter(|before| {
            assessed
                .as_ref()
                .is_some_and(|a| (a.likelihood, a.impact) != *before)
        });
        Ok(out::Risk {
            id: shown.row.number.to_string(),
            title: shown.row.title,
            // In the source's words it stands among the evidence, in quotation marks, and nowhere else.
            detail: shown.row.statement.filter(|_| !shown.row.statement_is_claim),
            previous,
            assessed,
            sectors: shown.row.sectors,
            cites,
        })
    }

    /// The evidence id of a risk that a source claims; nothing when the version has no such risk.
    fn cite_claim(&mut self, version: Uid, number: u32) -> Result<Option<String>> {
        let laid = self.versions.get(version)?;
        let Some((at, locator, quote)) = laid.claimed_risk(number) else {
            return Ok(None);
        };
        let (source, reliability) = self.source(version, laid.version.article)?;
        if let Some(held) = self
            .evidence
            .iter()
            .find(|e| e.source == source && e.quote == quote)
        {
            return Ok(Some(held.id.clone()));
        }
        let id = format!("E{}", self.evidence.len() + 1);
        self.evidence.push(out::Evidence {
            id: id.clone(),
            source,
            locator,
            speaker: None,
            selector: anchor::capture(&Indexed::new(&laid.version.text), at)
                .map(|s| selector(&s.exact, &s.prefix, &s.suffix, Some(at))),
            quote,
            lang: None,
            stance: None,
            grade: Grade {
                reliability,
                credibility: Credibility::UNJUDGED,
            }
            .to_string(),
            kind: Kind::Risk.as_str().into(),
            note: None,
        });
        Ok(Some(id))
    }

    /// A passage that speaks for one risk and against another has no stance of its own.
    fn take_stance(&mut self, id: &str, stance: Stance) {
        let Some(item) = self.evidence.iter_mut().find(|e| e.id == id) else {
            return;
        };
        match &item.stance {
            None if !self.mixed.contains(id) => item.stance = Some(stance.as_str().to_owned()),
            Some(other) if other != stance.as_str() => {
                item.stance = None;
                self.mixed.insert(id.to_owned());
            }
            _ => {}
        }
    }
}

/// A passage's selectors as the W3C's Web Annotation names them (tradecraft.md 6.3).
fn selector(exact: &str, prefix: &str, suffix: &str, at: Option<Span>) -> serde_json::Value {
    let quote = json!({ "type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix });
    match at {
        Some(at) => json!([quote, { "type": "TextPositionSelector", "start": at.start, "end": at.end }]),
        None => json!([quote]),
    }
}
