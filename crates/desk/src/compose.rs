//! Composing briefs: blocks of prose that cite passages, and risks.

use chrono::NaiveDate;
use model::{
    Uid,
    assessment::Confidence,
    brief::{BlockBody, Section, Template},
    marking::Tlp,
    scale::Scale,
};
use serde::Serialize;
use store::{
    Read, Write,
    brief::{BriefBlockRow, FrontMatter, NewBrief, NewCitation},
};

pub use store::brief::BriefRow;

use crate::{
    Desk, Failure, FailureKind, Result,
    annotate::{filled, one_line},
    assess::{usable, usable_passage},
    desk::uid,
    read::Versions,
    wording::Label,
};

/// A brief to be made.
#[derive(Clone, Debug)]
pub struct StartBrief {
    /// The kind of product.
    pub template: Template,
    /// A judgement rather than a topic.
    pub title: String,
    /// Who may read it.
    pub marking: Tlp,
    /// The sentence under the title.
    pub subtitle: Option<String>,
    /// Up to when information was taken in.
    pub cutoff: Option<NaiveDate>,
    /// The desk.
    pub desk: Option<String>,
    /// The organisation.
    pub org: Option<String>,
    /// Names.
    pub authors: Vec<String>,
}

/// What to add to a brief.
#[derive(Clone, Debug)]
pub enum Addition {
    /// The bottom line up front; takes the place of the one before.
    Bluf(String),
    /// A key judgement.
    Judgement {
        /// Markdown.
        text: String,
        /// A term, a term's id, or a number of per cent.
        likelihood: String,
        /// How far it can be trusted.
        confidence: Confidence,
        /// Clause that completes "Confidence is low: …".
        basis: String,
    },
    /// A paragraph of a section.
    Paragraph {
        /// Markdown.
        text: String,
        /// Where it stands.
        section: Section,
    },
    /// An entry of the register, by identity or number.
    Risk(String),
    /// A passage as evidence.
    Annotation(String),
}

/// A brief that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BriefMade {
    /// Identity.
    pub uid: Uid,
    /// For people: CN-2026-003.
    pub serial: String,
    /// Its title.
    pub title: String,
    /// The marking's label.
    pub marking: String,
}

/// A block that was added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BlockMade {
    /// Identity.
    pub uid: Uid,
    /// The brief.
    pub brief: Uid,
    /// What it is.
    pub kind: String,
    /// How many passages it cites.
    pub citations: usize,
}

/// A brief with its blocks.
#[derive(Clone, Debug, Serialize)]
pub struct BriefShown {
    /// The brief.
    #[serde(flatten)]
    pub row: BriefRow,
    /// Its blocks in order.
    pub blocks_list: Vec<BriefBlockRow>,
}

impl Desk {
    /// Makes an empty brief.
    pub fn new_brief(&self, start: StartBrief) -> Result<BriefMade> {
        let new = NewBrief {
            template: start.template,
            front: front_matter(start)?,
        };
        let (uid, _) = self.write(Label::new("op-brief-new"), move |w| Ok(w.add_brief(&new)?))?;
        let row = self.read(|r| Ok(r.brief(uid)?))?;
        Ok(BriefMade {
            uid,
            serial: row.serial,
            title: row.title,
            marking: row.marking,
        })
    }

    /// Adds a block at the end of its part. Each passage cited is frozen with the words and the version it has now.
    pub fn add_to_brief(&self, brief: &str, addition: Addition, cite: &[String]) -> Result<BlockMade> {
        self.insert_into_brief(brief, addition, cite, None)
    }

    /// Adds a block right behind `after` where both belong to the same part of the brief, else at the end of its part.
    pub fn insert_into_brief(
        &self,
        brief: &str,
        addition: Addition,
        cite: &[String],
        after: Option<&str>,
    ) -> Result<BlockMade> {
        let brief = uid(brief)?;
        let after = after.map(uid).transpose()?;
        let (body, risk, own) = self.body(addition)?;
        let cited: Vec<Uid> = own
            .into_iter()
            .map(Ok)
            .chain(cite.iter().map(|given| uid(given)))
            .collect::<Result<_>>()?;
        let kind = body.kind().to_owned();
        let (made, _) = self.write(Label::new("op-brief-add").with("block", &kind), move |w| {
            usable_brief(w, brief)?;
            if let Some(risk) = risk {
                usable(&w.risk(risk)?)?;
            }
            if matches!(body, BlockBody::Bluf { .. }) {
                for old in w.brief_blocks(brief)? {
                    if matches!(old.body, BlockBody::Bluf { .. }) {
                        w.drop_brief_block(old.uid)?;
                    }
                }
            }
            let versions = Versions::new(w);
            let citations = cited.iter().map(|uid| freeze(w, &versions, *uid));
            let citations = citations.collect::<Result<Vec<_>>>()?;
            let uid = w.add_brief_block(brief, &body, risk, &citations)?;
            if after.is_some() {
                let blocks = w.brief_blocks(brief)?;
                w.order_brief_blocks(&behind(&blocks, uid, after))?;
            }
            Ok((uid, citations.len()))
        })?;
        Ok(BlockMade {
            uid: made.0,
            brief,
            kind,
            citations: made.1,
        })
    }

    /// What a block will hold, the risk it shows and the passage it is about.
    fn body(&self, addition: Addition) -> Result<(BlockBody, Option<Uid>, Option<Uid>)> {
        Ok(match addition {
            Addition::Bluf(text) => (BlockBody::Bluf { text: said(text)? }, None, None),
            Addition::Judgement {
                text,
                likelihood,
                confidence,
                basis,
            } => {
                let likelihood = Scale::icd203().read(&likelihood)?;
                let basis = filled(Some(basis)).ok_or(model::assessment::Incomplete::Basis)?;
                (
                    BlockBody::Judgement {
                        text: said(text)?,
                        likelihood,
                        confidence,
                        basis,
                    },
                    None,
                    None,
                )
            }
            Addition::Paragraph { text, section } => (
                BlockBody::Paragraph {
                    section,
                    text: said(text)?,
                },
                None,
                None,
            ),
            Addition::Risk(given) => (BlockBody::Risk, Some(self.risk_uid(&given)?), None),
            Addition::Annotation(given) => (BlockBody::Evidence, None, Some(uid(&given)?)),
        })
    }

    /// The briefs in the trash, newest first.
    pub fn trashed_briefs(&self) -> Result<Vec<BriefRow>> {
        self.read(|r| Ok(r.trashed_briefs()?))
    }

    /// All briefs, newest first.
    pub fn briefs(&self) -> Result<Vec<BriefRow>> {
        self.read(|r| Ok(r.briefs()?))
    }

    /// One brief with its blocks.
    pub fn brief(&self, given: &str) -> Result<BriefShown> {
        let uid = uid(given)?;
        self.read(|r| {
            Ok(BriefShown {
                row: r.brief(uid)?,
                blocks_list: r.brief_blocks(uid)?,
            })
        })
    }
}

/// What stands above the blocks, each field on one line.
pub(crate) fn front_matter(given: StartBrief) -> Result<FrontMatter> {
    let title = one_line(&given.title).ok_or_else(|| Failure::unusable("brief-untitled").at("title"))?;
    let line = |text: Option<String>| text.as_deref().and_then(one_line);
    Ok(FrontMatter {
        title,
        subtitle: line(given.subtitle),
        marking: given.marking,
        cutoff: given.cutoff.map(|day| day.to_string()),
        desk: line(given.desk),
        org: line(given.org),
        authors: given.authors.iter().filter_map(|name| one_line(name)).collect(),
    })
}

/// A day as a person gives it to a brief: YYYY-MM-DD.
pub fn read_day(given: &str) -> Result<NaiveDate> {
    let day = given.trim().parse::<NaiveDate>();
    day.map_err(|_| {
        Failure::new(
            FailureKind::Invalid,
            "not-a-day",
            &[("given", given.to_owned().into())],
        )
    })
}

/// Refuses a brief that is in the trash.
pub(crate) fn usable_brief(w: &Write<'_>, brief: Uid) -> Result<()> {
    match w.brief(brief)?.trashed {
        true => Err(Failure::new(FailureKind::Conflict, "brief-in-trash", &[])),
        false => Ok(()),
    }
}

/// The order of `blocks` with `block` right behind `after`, where both belong to one part; else as it is.
fn behind(blocks: &[BriefBlockRow], block: Uid, after: Option<Uid>) -> Vec<Uid> {
    let part = |uid: Uid| blocks.iter().find(|b| b.uid == uid).map(|b| b.body.group());
    let mut order: Vec<Uid> = blocks.iter().map(|b| b.uid).collect();
    if let Some(after) = after.filter(|after| *after != block && part(*after) == part(block)) {
        order.retain(|uid| *uid != block);
        let at = order.iter().position(|uid| *uid == after);
        order.insert(at.map_or(order.len(), |at| at + 1), block);
    }
    order
}

pub(crate) fn said(text: String) -> Result<String> {
    filled(Some(text)).ok_or_else(|| Failure::unusable("block-empty"))
}

/// A citation of a passage: its words, and the newest version in which they stand. A page that reads differently now goes on
/// being quoted from where it said so.
pub(crate) fn freeze(r: &Read<'_>, versions: &Versions<'_, '_>, annotation: Uid) -> Result<NewCitation> {
    let row = r.annotation(annotation)?;
    usable_passage(&row)?;
    let anchors = r.anchors_of(annotation)?;
    let said = anchors.into_iter().find(|(_, at)| at.exact == row.quote);
    let (version, locator) = match said {
        Some((version, at)) => (version, versions.get(version)?.locator(at.position)),
        None => (row.version, versions.locator(&row)?),
    };
    Ok(NewCitation {
        annotation,
        version,
        quote: row.quote,
        locator,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::version_tests::{desk, imported, mark, page};

    #[test]
    fn a_passage_that_reads_differently_now_is_cited_from_the_version_that_says_it() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let version = |paragraphs: &[&str]| {
            page(
                "https://strait.example/port",
                "The Strait Post",
                "Port stays closed",
                paragraphs,
            )
        };
        let quote = "Ships wait off the northern mole for a berth";
        let said = "Ships wait off the northern mole for a berth, and nobody knows for how long.";
        let article = imported(&desk, &version(&[said]));
        let passage = mark(&desk, &article, quote, None);
        let first = desk.article(&article).unwrap().version;
        let later = [
            "Update: officers vote again.",
            "Ships wait off the southern mole for a berth, and nobody knows for how long.",
        ];
        desk.add_version(&article, version(&later), b"later".to_vec())
            .unwrap()
            .unwrap();

        let brief = desk.new_brief(StartBrief {
            template: Template::IntelNote,
            title: "The port stays closed".to_owned(),
            marking: Tlp::Green,
            subtitle: None,
            cutoff: None,
            desk: None,
            org: None,
            authors: Vec::new(),
        });
        let brief = brief.unwrap().uid.to_string();
        desk.add_to_brief(&brief, Addition::Annotation(passage), &[])
            .unwrap();
        let shown = desk.brief(&brief).unwrap();
        let [citation] = &shown.blocks_list[0].citations[..] else {
            panic!("{:?}", shown.blocks_list)
        };
        assert_eq!(
            (
                citation.version,
                citation.quote.as_str(),
                citation.locator.as_str()
            ),
            (first.uid, quote, "¶1")
        );
        let document = desk.brief_document(&brief).unwrap();
        let evidence = &document.evidence[0];
        assert_eq!(document.sources[0].sha256, first.sha256);
        let selector = evidence.selector.as_ref().unwrap();
        let text = desk.text_of_version(&article, 1).unwrap();
        let start = selector[1]["start"].as_u64().unwrap();
        let there: String = text
            .chars()
            .skip(usize::try_from(start).unwrap())
            .take(quote.chars().count())
            .collect();
        assert_eq!(
            (there.as_str(), selector[0]["exact"].as_str()),
            (quote, Some(quote))
        );
    }
}
