//! A brief as the composer sees it: its parts in print order, each block with its words, its notes and its badges.
//!
//! Only shapes: the words come from the desk as runs of text, and what is printed around them is the interface's business.

use desk::compose::BriefMade;
use desk::outline::{Outline, OutlineBlock, OutlineCitation, OutlineRisk, Part};
use desk::tray::{Tray, TrayShown};
use desk::words::BlockBody;
use serde::Serialize;

/// One line of the list of briefs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct BriefLine {
    /// Identity (UUID).
    pub uid: String,
    /// For people: CN-2026-003.
    pub serial: String,
    /// Its title.
    pub title: String,
    /// The marking's label.
    pub marking: String,
    /// Names.
    pub authors: Vec<String>,
    /// When it was made (RFC 3339).
    pub made_at: String,
    /// When it was changed last (RFC 3339).
    pub changed_at: String,
    /// Blocks in it.
    pub blocks: u32,
    /// Whether it is in the trash.
    pub trashed: bool,
}

/// A brief that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct MadeBrief {
    /// Identity (UUID).
    pub uid: String,
    /// For people: CN-2026-003.
    pub serial: String,
}

/// A brief as it is written.
#[derive(Clone, Debug, PartialEq, Serialize, specta::Type)]
pub struct BriefOutline {
    /// Identity (UUID).
    pub uid: String,
    /// For people: CN-2026-003.
    pub serial: String,
    /// Its title.
    pub title: String,
    /// The sentence under it.
    pub subtitle: Option<String>,
    /// The marking's label.
    pub marking: String,
    /// ISO date up to which information was taken in.
    pub cutoff: Option<String>,
    /// The desk.
    pub desk: Option<String>,
    /// The organisation.
    pub org: Option<String>,
    /// Names.
    pub authors: Vec<String>,
    /// When it was changed last (RFC 3339).
    pub changed_at: String,
    /// Whether it is in the trash.
    pub trashed: bool,
    /// The parts in print order, empty ones included.
    pub parts: Vec<BriefPart>,
    /// Notes that it prints.
    pub notes: u32,
    /// Words that the analyst wrote.
    pub words: u32,
    /// The name, without its ending, that its file gets unless another is chosen.
    pub file_name: String,
}

/// A part of a brief.
#[derive(Clone, Debug, PartialEq, Serialize, specta::Type)]
pub struct BriefPart {
    /// bluf, judgements, scope, discussion, risks, assumptions …
    pub part: String,
    /// Whether the template asks for it.
    pub required: bool,
    /// Its blocks in order.
    pub blocks: Vec<BriefBlock>,
}

/// Words set one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct BriefRun {
    /// The words.
    pub text: String,
    /// Bold.
    pub strong: bool,
    /// Italic.
    pub emphasis: bool,
}

/// A block of a brief.
#[derive(Clone, Debug, PartialEq, Serialize, specta::Type)]
pub struct BriefBlock {
    /// Identity (UUID).
    pub uid: String,
    /// bluf, judgement, paragraph, risk or evidence.
    pub kind: String,
    /// As it was typed, in Markdown; empty for a risk and for evidence.
    pub text: String,
    /// As it prints.
    pub paragraphs: Vec<Vec<BriefRun>>,
    /// What a judgement says beside its words.
    pub judged: Option<BriefJudged>,
    /// The risk it shows.
    pub risk: Option<BriefRisk>,
    /// What it cites, in order.
    pub citations: Vec<BriefCitation>,
}

/// The strip beside a judgement.
#[derive(Clone, Debug, PartialEq, Serialize, specta::Type)]
pub struct BriefJudged {
    /// The term's id on the scale.
    pub term: String,
    /// The term's word.
    pub label: String,
    /// Lower end of its band, per cent.
    pub low: f64,
    /// Upper end of its band, per cent.
    pub high: f64,
    /// Per cent, where the analyst gave a number.
    pub percent: Option<f64>,
    /// low, moderate or high.
    pub confidence: String,
    /// What the confidence rests on.
    pub basis: String,
}

/// A risk as the brief shows it now.
#[derive(Clone, Debug, PartialEq, Serialize, specta::Type)]
pub struct BriefRisk {
    /// Identity (UUID).
    pub uid: String,
    /// R-1 …
    pub number: String,
    /// Its title.
    pub title: String,
    /// The rating's word; nothing when nobody assessed it.
    pub rating: Option<String>,
    /// The likelihood's term.
    pub label: Option<String>,
    /// Lower end of the term's band, per cent.
    pub low: Option<f64>,
    /// Upper end of the term's band, per cent.
    pub high: Option<f64>,
    /// Whether it was assessed after the brief was changed last.
    pub changed_since: bool,
    /// Whether it is in the trash.
    pub trashed: bool,
}

/// A passage that is cited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct BriefCitation {
    /// Identity of the citation (UUID).
    pub uid: String,
    /// The passage (UUID).
    pub annotation: String,
    /// Its article (UUID).
    pub article: String,
    /// The note it prints under.
    pub note: Option<u32>,
    /// fact, judgement, risk, question or claim.
    pub kind: String,
    /// The words as they were cited.
    pub quote: String,
    /// Where they stood: ¶3.
    pub locator: String,
    /// Who speaks, as the analyst says.
    pub speaker: Option<String>,
    /// Who says it, in a word: the author's last name, else the outlet.
    pub source: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// ISO date of publication.
    pub published: Option<String>,
    /// Whether the library holds a newer version of the article.
    pub source_changed: bool,
    /// Whether passage or article are in the trash.
    pub trashed: bool,
}

/// A cut of the evidence tray.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct EvidenceTray {
    /// By risk in the order of the register, those without one last.
    pub rows: Vec<TrayPassage>,
    /// Whether more follow.
    pub more: bool,
    /// When the brief before this one was made (RFC 3339): what came later counts as new.
    pub since: Option<String>,
}

/// A passage at hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct TrayPassage {
    /// Identity (UUID).
    pub uid: String,
    /// Its article (UUID).
    pub article: String,
    /// fact, judgement, risk, question or claim.
    pub kind: String,
    /// Its words.
    pub quote: String,
    /// Where it stands: ¶3.
    pub locator: String,
    /// Who says it, in a word.
    pub source: String,
    /// The number of the risk it bears on: R-1.
    pub risk: Option<String>,
    /// The same number as a figure, for the next page.
    pub risk_number: Option<u32>,
    /// That risk's title.
    pub risk_title: Option<String>,
    /// supports, contradicts or context.
    pub stance: Option<String>,
    /// The note it prints under in this brief.
    pub note: Option<u32>,
    /// Whether it was marked since the brief before this one.
    pub new: bool,
}

/// A count for JavaScript, which has no 64-bit integers; no brief comes near the end of it.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl From<desk::compose::BriefRow> for BriefLine {
    fn from(row: desk::compose::BriefRow) -> Self {
        Self {
            uid: row.uid.to_string(),
            serial: row.serial,
            title: row.title,
            marking: row.marking,
            authors: row.authors,
            made_at: row.made_at,
            changed_at: row.changed_at,
            blocks: row.blocks,
            trashed: row.trashed,
        }
    }
}

impl From<BriefMade> for MadeBrief {
    fn from(made: BriefMade) -> Self {
        Self {
            uid: made.uid.to_string(),
            serial: made.serial,
        }
    }
}

impl From<Outline> for BriefOutline {
    fn from(outline: Outline) -> Self {
        let Outline {
            row,
            parts,
            notes,
            words,
        } = outline;
        Self {
            file_name: desk::export::file_name(&row.serial, &row.title, &row.marking),
            uid: row.uid.to_string(),
            serial: row.serial,
            title: row.title,
            subtitle: row.subtitle,
            marking: row.marking,
            cutoff: row.cutoff,
            desk: row.desk,
            org: row.org,
            authors: row.authors,
            changed_at: row.changed_at,
            trashed: row.trashed,
            parts: parts.into_iter().map(BriefPart::from).collect(),
            notes: count(notes),
            words: count(words),
        }
    }
}

impl From<Part> for BriefPart {
    fn from(part: Part) -> Self {
        Self {
            part: part.part.to_owned(),
            required: part.required,
            blocks: part.blocks.into_iter().map(BriefBlock::from).collect(),
        }
    }
}

impl From<OutlineBlock> for BriefBlock {
    fn from(block: OutlineBlock) -> Self {
        let run = |words: desk::words::Words| BriefRun {
            text: words.text,
            strong: words.strong,
            emphasis: words.emphasis,
        };
        let paragraphs = block.paragraphs.into_iter();
        Self {
            uid: block.uid.to_string(),
            kind: block.body.kind().to_owned(),
            text: block.body.text().to_owned(),
            paragraphs: paragraphs
                .map(|words| words.into_iter().map(run).collect())
                .collect(),
            judged: BriefJudged::of(block.body),
            risk: block.risk.map(BriefRisk::from),
            citations: block.citations.into_iter().map(BriefCitation::from).collect(),
        }
    }
}

impl BriefJudged {
    fn of(body: BlockBody) -> Option<Self> {
        let BlockBody::Judgement {
            likelihood,
            confidence,
            basis,
            ..
        } = body
        else {
            return None;
        };
        let given = likelihood.percent_source == desk::words::PercentSource::Analyst;
        Some(Self {
            term: likelihood.term,
            label: likelihood.label,
            low: likelihood.low,
            high: likelihood.high,
            percent: given.then_some(likelihood.percent),
            confidence: confidence.as_str().to_owned(),
            basis,
        })
    }
}

impl From<OutlineRisk> for BriefRisk {
    fn from(risk: OutlineRisk) -> Self {
        let (label, low, high) = match risk.likelihood {
            Some((label, low, high)) => (Some(label), Some(low), Some(high)),
            None => (None, None, None),
        };
        Self {
            uid: risk.uid.to_string(),
            number: risk.number,
            title: risk.title,
            rating: risk.rating,
            label,
            low,
            high,
            changed_since: risk.changed_since,
            trashed: risk.trashed,
        }
    }
}

impl From<OutlineCitation> for BriefCitation {
    fn from(citation: OutlineCitation) -> Self {
        Self {
            uid: citation.row.uid.to_string(),
            annotation: citation.row.annotation.to_string(),
            article: citation.article.to_string(),
            note: citation.note.map(count),
            kind: citation.kind.as_str().to_owned(),
            quote: citation.row.quote,
            locator: citation.row.locator,
            speaker: citation.speaker,
            source: citation.source,
            outlet: citation.outlet,
            published: citation.published,
            source_changed: citation.source_changed,
            trashed: citation.trashed,
        }
    }
}

impl From<Tray> for EvidenceTray {
    fn from(tray: Tray) -> Self {
        Self {
            rows: tray.rows.into_iter().map(TrayPassage::from).collect(),
            more: tray.more,
            since: tray.since,
        }
    }
}

impl From<TrayShown> for TrayPassage {
    fn from(shown: TrayShown) -> Self {
        let place = shown.row.place();
        let (risk, risk_title, stance) = match shown.row.risk {
            Some((_, number, title, stance)) => (
                Some(number.to_string()),
                Some(title),
                Some(stance.as_str().to_owned()),
            ),
            None => (None, None, None),
        };
        Self {
            uid: shown.row.uid.to_string(),
            article: shown.row.article.to_string(),
            kind: shown.row.kind.as_str().to_owned(),
            quote: shown.row.quote,
            locator: shown.locator,
            source: shown.source,
            risk,
            risk_number: place.risk,
            risk_title,
            stance,
            note: shown.note.map(count),
            new: shown.new,
        }
    }
}
