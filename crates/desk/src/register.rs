//! The register as a whole and one entry in depth: where each risk stands, where it stood before, what bears on it, when it is
//! looked at again. Judging is in `assess`.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use model::{
    Uid,
    evidence::{Stance, Weight},
    matrix::{Matrix, Rating},
    risk::{RiskStatus, Trend},
};
use store::{
    Read,
    risk::{AssessmentRow, Keeping, RegisterRow, RiskRow, StoodRow},
};

use crate::{
    Desk, Failure, Result,
    annotate::{filled, one_line},
    assess::{band, trend, usable},
    read::{AnnotationShown, Versions},
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
    /// Different sources of those passages.
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
        self.read(|r| Ok(r.register()?.into_iter().map(line).collect()))
    }

    /// One entry with its history and evidence, wherever it is.
    pub fn entry(&self, given: &str) -> Result<Entry> {
        let uid = self.risk_uid(given)?;
        self.read(|r| entry(r, uid))
    }

    /// Changes title and statement. A statement that changes is the analyst's own from then on.
    pub fn reword_risk(&self, given: &str, title: &str, statement: Option<String>) -> Result<()> {
        let uid = self.risk_uid(given)?;
        let title = one_line(title).ok_or_else(|| Failure::unusable("risk-untitled").at("title"))?;
        let statement = filled(statement).map(|text| text.trim().to_owned());
        self.write("Reword a risk", move |w| {
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
        self.write("Keep a risk", move |w| {
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
    let (bearing, at) = bearing(r, uid, history.last().map(|row| row.uid))?;
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
        sources: u32::try_from(at).unwrap_or(u32::MAX),
        unweighed: u32::try_from(now.clone().filter(|b| !b.weighed).count()).unwrap_or(u32::MAX),
        risk,
    };
    Ok(Entry {
        line: line(row),
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

/// The passages that bear on a risk or did, and how many different sources those linked now have.
fn bearing(r: &Read<'_>, risk: Uid, newest: Option<Uid>) -> Result<(Vec<Bearing>, usize)> {
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
    let mut sources = HashSet::new();
    let bearing = links.into_iter().map(|(uid, annotation, stance, weight)| {
        let annotation = versions.shown(r.annotation(annotation)?)?;
        let of = annotation.row.article;
        if !articles.contains_key(&of) {
            articles.insert(of, (r.article(of)?, r.article_source(of)?));
        }
        let (article, source) = &articles[&of];
        let linked = now.contains(&uid);
        if linked {
            sources.insert(source.as_ref().map_or(of, |source| source.uid));
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
            annotation,
        })
    });
    let bearing = bearing.collect::<Result<Vec<_>>>()?;
    Ok((bearing, sources.len()))
}

fn line(row: RegisterRow) -> RegisterLine {
    let by_rating = row.newest.as_ref().and_then(|newest| {
        let rating: Rating = newest.rating.parse().ok()?;
        Some(rating.review_on(newest.as_of, newest.horizon))
    });
    let chosen = row.keeping.review_on;
    RegisterLine {
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
        sources: row.sources,
        unweighed: row.unweighed,
        risk: row.risk,
    }
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
mod tests {
    use model::{
        annotation::Kind,
        article::{Capture, Field, Meta},
        assessment::Confidence,
        block::{Block, BlockKind, Role, number_blocks},
    };
    use store::{article::NewArticle, source::SourceKind};

    use super::*;
    use crate::{
        WorkerProgram,
        annotate::{Annotate, Passage},
        assess::{Assess, NewEntry},
    };

    const TEXT: &str = "The port of Selm stays closed, the ministry said. Ferries go on.";

    fn desk(folder: &std::path::Path) -> Desk {
        Desk::open(folder, WorkerProgram::current_exe().unwrap()).unwrap()
    }

    fn risk(desk: &Desk) -> String {
        let entry = NewEntry {
            title: Some("Closure of Selm".into()),
            ..NewEntry::default()
        };
        desk.new_risk(entry).unwrap().number
    }

    fn judgement(likelihood: &str, rationale: &str) -> Assess {
        Assess {
            likelihood: likelihood.into(),
            impact: 4,
            confidence: Confidence::Low,
            basis: "one report".into(),
            rationale: rationale.into(),
            horizon: None,
            as_of: Some(day("2026-02-02")),
            review_on: None,
            left_out: Vec::new(),
        }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A passage of a new article of `outlet`.
    fn passage(desk: &Desk, outlet: &'static str, words: &str) -> String {
        let mut blocks = vec![Block::plain(Role::Body, BlockKind::Paragraph, TEXT, None)];
        number_blocks(&mut blocks);
        let meta = Meta {
            headline: Field::typed("Selm stays closed".to_owned()),
            deck: None,
            section: None,
            authors: Vec::new(),
            outlet: None,
            url: None,
            canonical_url: None,
            published: None,
            dateline: None,
            language: None,
        };
        let capture = Capture {
            meta,
            blocks,
            removed: Vec::new(),
            parser: "text/1".into(),
            encoding: "UTF-8".into(),
        };
        let (article, _) = desk
            .write("Import", move |w| {
                let source = w.source_or_new(outlet, SourceKind::Outlet)?;
                Ok(w.add_article(&NewArticle {
                    capture,
                    snapshot: TEXT.into(),
                    file_name: None,
                    source: Some(source),
                })?)
            })
            .unwrap();
        let request = Annotate {
            article: article.to_string(),
            passage: Passage::Quote {
                exact: words.into(),
                prefix: None,
                suffix: None,
                near: None,
            },
            kind: Kind::Fact,
            note: None,
            tags: Vec::new(),
            speaker: None,
            credibility: None,
        };
        desk.annotate(request).unwrap().uid.to_string()
    }

    #[test]
    fn a_judgement_that_changes_needs_a_reason_and_one_that_holds_on_keeps_the_last() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let risk = risk(&desk);
        let refused = desk.assess(&risk, judgement("likely", " ")).unwrap_err();
        assert_eq!(refused.field, Some("rationale"));
        desk.assess(&risk, judgement("likely", "Cranes stand still."))
            .unwrap();
        let refused = desk.assess(&risk, judgement("unlikely", "")).unwrap_err();
        assert_eq!(refused.field, Some("rationale"));
        desk.assess(&risk, judgement("likely", "")).unwrap();
        let history = desk.entry(&risk).unwrap().history;
        assert_eq!(history.len(), 2);
        assert_eq!(history[1].position.row.rationale, "Cranes stand still.");
        assert_eq!(history[1].moved, Moved::default());
    }

    #[test]
    fn what_is_missing_or_wrong_names_its_field() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let risk = risk(&desk);
        let field = |change: fn(&mut Assess)| {
            let mut request = judgement("likely", "Cranes stand still.");
            change(&mut request);
            desk.assess(&risk, request).unwrap_err().field
        };
        assert_eq!(field(|a| a.likelihood = "100".into()), Some("likelihood"));
        assert_eq!(field(|a| a.impact = 6), Some("impact"));
        assert_eq!(field(|a| a.basis.clear()), Some("basis"));
        assert_eq!(field(|a| a.horizon = Some(day("2026-02-01"))), Some("horizon"));
        assert_eq!(
            field(|a| a.review_on = Some(day("2026-02-01"))),
            Some("review_on")
        );
        assert_eq!(
            desk.reword_risk(&risk, " ", None).unwrap_err().field,
            Some("title")
        );
        assert!(desk.entry(&risk).unwrap().history.is_empty());
    }

    #[test]
    fn the_list_shows_where_each_risk_stands_stood_and_what_is_new_about_it() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let (first, second) = (risk(&desk), risk(&desk));
        let (one, two) = (
            passage(&desk, "Selm Post", "The port of Selm stays closed"),
            passage(&desk, "Coast News", "Ferries go on"),
        );
        desk.link(&first, &one, Stance::Supports, Weight::H).unwrap();
        desk.assess(&first, judgement("unlikely", "First look.")).unwrap();
        desk.assess(&first, judgement("60", "Cranes stand still."))
            .unwrap();
        desk.link(&first, &two, Stance::Contradicts, Weight::L).unwrap();

        let lines = desk.register().unwrap();
        assert_eq!(lines.len(), 2);
        let line = &lines[0];
        let newest = line.newest.as_ref().unwrap();
        assert_eq!((newest.row.likelihood, newest.row.rating.as_str()), (4, "High"));
        assert_eq!(
            (newest.label.as_str(), newest.impact.as_str()),
            ("likely", "Severe")
        );
        assert_eq!(line.before.as_ref().unwrap().row.likelihood, 3);
        assert_eq!(line.trend, Some(Trend::Rising));
        assert_eq!((line.supports, line.contradicts, line.context), (1, 1, 0));
        assert_eq!((line.sources, line.unweighed), (2, 1));
        assert_eq!(line.review_on, Some(day("2026-02-16")));
        assert!(!line.review_is_chosen);
        assert!(lines[1].newest.is_none() && lines[1].review_on.is_none());

        // The entry in depth says the same.
        let entry = desk.entry(&first).unwrap().line;
        assert_eq!((entry.sources, entry.unweighed, entry.trend), (2, 1, line.trend));
        assert_eq!(second, "R-2");
    }

    #[test]
    fn a_passage_left_out_stays_new_and_one_unlinked_stays_where_it_stood() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let risk = risk(&desk);
        let (one, two) = (
            passage(&desk, "Selm Post", "The port of Selm stays closed"),
            passage(&desk, "Coast News", "Ferries go on"),
        );
        let weighed = desk.link(&risk, &one, Stance::Supports, Weight::H).unwrap().uid;
        let left_out = desk.link(&risk, &two, Stance::Context, Weight::M).unwrap().uid;
        let request = Assess {
            left_out: vec![left_out.to_string()],
            ..judgement("likely", "First look.")
        };
        desk.assess(&risk, request).unwrap();
        let entry = desk.entry(&risk).unwrap();
        let stood: Vec<Uid> = entry.history[0].stood.iter().map(|row| row.evidence).collect();
        assert_eq!(stood, [weighed]);
        assert_eq!(entry.line.unweighed, 1);

        desk.trash(&weighed.to_string()).unwrap();
        let entry = desk.entry(&risk).unwrap();
        let links: Vec<_> = entry.evidence.iter().map(|b| (b.uid, b.linked)).collect();
        assert_eq!(links, [(left_out, true), (weighed, false)]);
        assert_eq!(entry.line.supports, 0);
        assert_eq!(entry.history[0].stood.len(), 1);
    }

    #[test]
    fn keeping_a_risk_is_one_step_and_a_new_judgement_ends_a_chosen_day() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let risk = risk(&desk);
        desk.assess(&risk, judgement("likely", "First look.")).unwrap();
        let keep = Keep {
            status: RiskStatus::Watch,
            owner: Some(" M. Tolle ".into()),
            review_on: Some(day("2026-03-01")),
        };
        desk.keep_risk(&risk, keep).unwrap();
        let line = desk.entry(&risk).unwrap().line;
        assert_eq!(
            (line.status, line.owner.as_deref()),
            (RiskStatus::Watch, Some("M. Tolle"))
        );
        assert_eq!(
            (line.review_on, line.review_is_chosen),
            (Some(day("2026-03-01")), true)
        );

        desk.assess(&risk, judgement("likely", "")).unwrap();
        let line = desk.entry(&risk).unwrap().line;
        assert_eq!(
            (line.review_on, line.review_is_chosen),
            (Some(day("2026-02-16")), false)
        );
        assert_eq!(line.owner.as_deref(), Some("M. Tolle"));

        // The judgement and the day it ended come back together, the keeping before them.
        desk.undo().unwrap();
        assert_eq!(desk.entry(&risk).unwrap().line.review_on, Some(day("2026-03-01")));
        desk.undo().unwrap();
        assert_eq!(desk.entry(&risk).unwrap().line.status, RiskStatus::Open);
        let closed = Keep {
            status: RiskStatus::Closed,
            ..Keep::default()
        };
        desk.keep_risk(&risk, closed).unwrap();
        assert_eq!(desk.entry(&risk).unwrap().line.review_on, None);
    }

    #[test]
    fn a_statement_of_ones_own_ends_the_claim_and_a_new_title_alone_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let risk = risk(&desk);
        let uid = desk.risk_uid(&risk).unwrap();
        desk.write("Adopt", move |w| {
            Ok(w.word_risk(uid, "Closure", Some("It may close."), true)?)
        })
        .unwrap();
        desk.reword_risk(&risk, "Closure of the port", Some("It may close.".into()))
            .unwrap();
        assert!(desk.entry(&risk).unwrap().line.risk.statement_is_claim);
        desk.reword_risk(
            &risk,
            "Closure of the port",
            Some("Selm closes for a month.".into()),
        )
        .unwrap();
        let row = desk.entry(&risk).unwrap().line.risk;
        assert!(!row.statement_is_claim);
        desk.undo().unwrap();
        assert!(desk.entry(&risk).unwrap().line.risk.statement_is_claim);
    }
}
