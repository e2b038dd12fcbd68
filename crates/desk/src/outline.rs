//! A brief as it is written: its parts in print order, each block with its words as they print, the numbers of its notes, and
//! what changed in the library since it was cited.

use model::{
    Uid,
    annotation::Kind,
    brief::{BlockBody, Group},
    prose::{self, Words},
    risk::Trend,
};
use serde::Serialize;
use store::{
    Read,
    brief::{BriefBlockRow, BriefRow, CitationRow},
};

use crate::{
    Desk, Result,
    assess::risk_shown,
    desk::uid,
    document::{Built, build},
    read::Versions,
    tray::short_source,
};

/// A brief as it is written.
#[derive(Clone, Debug, Serialize)]
pub struct Outline {
    /// What stands above the blocks.
    #[serde(flatten)]
    pub row: BriefRow,
    /// The parts in print order, empty ones included.
    pub parts: Vec<Part>,
    /// Notes that it prints.
    pub notes: usize,
    /// Words that the analyst wrote.
    pub words: usize,
}

/// A part of a brief.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    /// `bluf`, `judgements`, `discussion` …
    pub part: &'static str,
    /// Whether the template asks for it.
    pub required: bool,
    /// Its blocks in order.
    pub blocks: Vec<OutlineBlock>,
}

/// A block as it prints.
#[derive(Clone, Debug, Serialize)]
pub struct OutlineBlock {
    /// Identity.
    pub uid: Uid,
    /// What it says, as it was typed.
    #[serde(flatten)]
    pub body: BlockBody,
    /// What it says, as it prints.
    #[serde(skip)]
    pub paragraphs: Vec<Vec<Words>>,
    /// What it cites.
    pub citations: Vec<OutlineCitation>,
    /// The risk it shows.
    pub risk: Option<OutlineRisk>,
}

/// A citation with its number.
#[derive(Clone, Debug, Serialize)]
pub struct OutlineCitation {
    /// What was frozen.
    #[serde(flatten)]
    pub row: CitationRow,
    /// The note that it prints under.
    pub note: Option<usize>,
    /// The article.
    pub article: Uid,
    /// What the passage is to the analyst.
    pub kind: Kind,
    /// Who speaks.
    pub speaker: Option<String>,
    /// Who says it, in a word.
    pub source: String,
    /// The article's section or outlet, and the day, as far as they are known.
    pub published: Option<String>,
    /// The outlet.
    pub outlet: Option<String>,
    /// Whether the library holds a newer version of the article than the one that was cited.
    pub source_changed: bool,
    /// Whether passage or article are in the trash.
    pub trashed: bool,
}

/// A risk as the brief shows it now.
#[derive(Clone, Debug, Serialize)]
pub struct OutlineRisk {
    /// Identity.
    pub uid: Uid,
    /// R-1 …
    pub number: String,
    /// Its title.
    pub title: String,
    /// The rating's word; nothing when nobody assessed it.
    pub rating: Option<String>,
    /// The likelihood's term and band.
    pub likelihood: Option<(String, f64, f64)>,
    /// How the estimate moved.
    pub trend: Option<Trend>,
    /// Whether it was assessed after the brief was changed last.
    pub changed_since: bool,
    /// Whether it is in the trash.
    pub trashed: bool,
}

impl Desk {
    /// A brief as it is written.
    pub fn brief_outline(&self, given: &str) -> Result<Outline> {
        let uid = uid(given)?;
        self.read(|r| {
            let (row, blocks) = (r.brief(uid)?, r.brief_blocks(uid)?);
            let built = build(r, &row, &blocks)?;
            outline(r, row, blocks, &built)
        })
    }
}

fn outline(r: &Read<'_>, row: BriefRow, blocks: Vec<BriefBlockRow>, built: &Built) -> Result<Outline> {
    let notes = built.notes();
    let versions = Versions::new(r);
    let mut words = 0;
    let mut parts: Vec<Part> = Group::ALL
        .into_iter()
        .map(|group| Part {
            part: group.as_str(),
            required: match group {
                Group::Bluf | Group::Judgements => true,
                Group::Section(section) => section.required(),
                Group::Risks | Group::Evidence => false,
            },
            blocks: Vec::new(),
        })
        .collect();
    for block in blocks {
        let paragraphs = prose::paragraphs(block.body.text());
        words += plain(&paragraphs).split_whitespace().count();
        let citations = block
            .citations
            .into_iter()
            .map(|c| citation(r, &versions, c, &notes))
            .collect::<Result<Vec<_>>>()?;
        let shown = OutlineBlock {
            uid: block.uid,
            paragraphs,
            citations,
            risk: block
                .risk
                .map(|risk| shown_risk(r, risk, &row.changed_at))
                .transpose()?,
            body: block.body,
        };
        let part = shown.body.group().as_str();
        if let Some(part) = parts.iter_mut().find(|p| p.part == part) {
            part.blocks.push(shown);
        }
    }
    Ok(Outline {
        row,
        parts,
        notes: built.document.evidence.len(),
        words,
    })
}

/// The words of some paragraphs without emphasis, parted by empty lines: what the checks read.
pub(crate) fn plain(paragraphs: &[Vec<Words>]) -> String {
    let of = |words: &Vec<Words>| words.iter().map(|w| w.text.as_str()).collect::<String>();
    paragraphs.iter().map(of).collect::<Vec<_>>().join("\n\n")
}

fn citation(
    r: &Read<'_>,
    versions: &Versions<'_, '_>,
    row: CitationRow,
    notes: &std::collections::HashMap<(Uid, Uid), usize>,
) -> Result<OutlineCitation> {
    let passage = r.annotation(row.annotation)?;
    let meta = &versions.get(row.version)?.version.capture.meta;
    let authors: Vec<String> = meta.authors.iter().map(|a| a.value.clone()).collect();
    let outlet = meta.outlet.as_ref().map(|o| o.value.clone());
    Ok(OutlineCitation {
        note: notes.get(&(row.annotation, row.version)).copied(),
        article: passage.article,
        kind: passage.kind,
        source: short_source(&authors, outlet.as_deref(), &meta.headline.value),
        published: meta.published.as_ref().map(|p| p.value.date.to_string()),
        outlet,
        source_changed: r.newest_version(passage.article)?.uid != row.version,
        trashed: passage.trashed,
        speaker: passage.speaker,
        row,
    })
}

fn shown_risk(r: &Read<'_>, risk: Uid, brief_changed_at: &str) -> Result<OutlineRisk> {
    let shown = risk_shown(r, r.risk(risk)?)?;
    let assessed = shown.assessment.as_ref();
    Ok(OutlineRisk {
        uid: risk,
        number: shown.row.number.to_string(),
        rating: assessed.map(|a| a.row.rating.clone()),
        likelihood: assessed.map(|a| (a.label.clone(), a.low, a.high)),
        trend: shown.trend,
        changed_since: assessed.is_some_and(|a| a.row.made_at.as_str() > brief_changed_at),
        trashed: shown.row.trashed,
        title: shown.row.title,
    })
}
