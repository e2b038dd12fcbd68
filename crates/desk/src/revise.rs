//! Revising a brief: its front matter, the words and the order of its blocks, what they cite.
//!
//! A block moves within its part, since the parts stand in the template's order; a paragraph may go into another section,
//! which is a part too. Positions are renumbered as a whole in the same transaction.

use model::{
    Uid,
    assessment::{Confidence, Incomplete},
    brief::{BlockBody, Group, Section},
    scale::Scale,
};
use store::{
    Write,
    brief::{BriefBlockRow, NewBrief, NewCitation},
};

use crate::{
    Desk, Failure, FailureKind, Result,
    annotate::filled,
    compose::{BriefMade, StartBrief, freeze, front_matter, said, usable_brief},
    desk::uid,
    failure::sentence,
    read::Versions,
    wording::Label,
};

impl Desk {
    /// Replaces what stands above a brief's blocks. The template stays.
    pub fn set_brief(&self, given: &str, front: StartBrief) -> Result<()> {
        let (brief, front) = (uid(given)?, front_matter(front)?);
        self.write(Label::new("op-brief-front"), move |w| {
            usable_brief(w, brief)?;
            Ok(w.set_brief(brief, &front)?)
        })?;
        Ok(())
    }

    /// Replaces the words of a block.
    pub fn write_block(&self, block: &str, text: String) -> Result<()> {
        let text = said(text)?;
        self.change_block(block, Label::new("op-block-write"), move |body| {
            Ok(body.with_text(text))
        })
    }

    /// Replaces what a judgement says beside its words: `likelihood` is a term, a term's id or a number of per cent.
    pub fn judge_block(
        &self,
        block: &str,
        likelihood: &str,
        confidence: Confidence,
        basis: String,
    ) -> Result<()> {
        let likelihood = Scale::icd203().read(likelihood)?;
        let basis = filled(Some(basis)).ok_or(Incomplete::Basis)?;
        self.change_block(block, Label::new("op-block-judge"), move |body| match body {
            BlockBody::Judgement { text, .. } => Ok(BlockBody::Judgement {
                text,
                likelihood,
                confidence,
                basis,
            }),
            _ => Err(Failure::new(FailureKind::Invalid, "block-is-no-judgement", &[])),
        })
    }

    fn change_block(
        &self,
        given: &str,
        label: Label,
        change: impl FnOnce(BlockBody) -> Result<BlockBody> + Send + 'static,
    ) -> Result<()> {
        let block = uid(given)?;
        self.write(label, move |w| {
            let row = block_row(w, block)?;
            let body = change(row.body.clone())?;
            if body != row.body {
                w.set_brief_block(block, &body)?;
            }
            Ok(())
        })?;
        Ok(())
    }

    /// Moves a block to the place `index` (from 0) of its part, or of another section for a paragraph. Beyond the end is at
    /// the end.
    pub fn move_block(&self, given: &str, section: Option<Section>, index: usize) -> Result<()> {
        let block = uid(given)?;
        self.write(Label::new("op-block-move"), move |w| {
            let row = block_row(w, block)?;
            if let (BlockBody::Paragraph { text, section: from }, Some(to)) = (&row.body, section)
                && *from != to
            {
                let text = text.clone();
                w.set_brief_block(block, &BlockBody::Paragraph { section: to, text })?;
            }
            let blocks = w.brief_blocks(w.brief_of_block(block)?)?;
            Ok(w.order_brief_blocks(&placed(&blocks, block, index))?)
        })?;
        Ok(())
    }

    /// Takes a block out of its brief, with what it cites.
    pub fn drop_block(&self, given: &str) -> Result<()> {
        let block = uid(given)?;
        self.write(Label::new("op-block-drop"), move |w| {
            block_row(w, block)?;
            Ok(w.drop_brief_block(block)?)
        })?;
        Ok(())
    }

    /// Cites passages at the end of a block, as they are now. What it cites already isn't cited twice.
    pub fn cite_in_block(&self, given: &str, passages: &[String]) -> Result<()> {
        let block = uid(given)?;
        let passages = passages.iter().map(|p| uid(p)).collect::<Result<Vec<_>>>()?;
        self.write(Label::new("op-cite"), move |w| {
            let row = block_row(w, block)?;
            let new = passages
                .into_iter()
                .filter(|p| !row.citations.iter().any(|c| c.annotation == *p));
            let versions = Versions::new(w);
            let frozen = new.map(|p| freeze(w, &versions, p)).collect::<Result<Vec<_>>>()?;
            for citation in &frozen {
                w.cite(block, citation)?;
            }
            Ok(())
        })?;
        Ok(())
    }

    /// Takes a citation away.
    pub fn uncite(&self, given: &str) -> Result<()> {
        let citation = uid(given)?;
        self.write(Label::new("op-uncite"), move |w| Ok(w.uncite(citation)?))?;
        Ok(())
    }

    /// Makes another brief like this one, with its own serial. Citations keep the words they froze.
    pub fn duplicate_brief(&self, given: &str) -> Result<BriefMade> {
        let from = uid(given)?;
        let (made, _) = self.write(Label::new("op-brief-copy"), move |w| {
            let (row, blocks) = (w.brief(from)?, w.brief_blocks(from)?);
            let title = sentence("brief-copy-of", &[("title", row.title.into())]);
            let front = store::brief::FrontMatter {
                title,
                subtitle: row.subtitle,
                marking: row.marking.parse()?,
                cutoff: row.cutoff,
                desk: row.desk,
                org: row.org,
                authors: row.authors,
            };
            let made = w.add_brief(&NewBrief {
                template: row.template,
                front,
            })?;
            for block in blocks {
                let citations = block.citations.into_iter().map(|c| NewCitation {
                    annotation: c.annotation,
                    version: c.version,
                    quote: c.quote,
                    locator: c.locator,
                });
                w.add_brief_block(made, &block.body, block.risk, &citations.collect::<Vec<_>>())?;
            }
            Ok::<_, Failure>(made)
        })?;
        let row = self.read(|r| Ok(r.brief(made)?))?;
        Ok(BriefMade {
            uid: made,
            serial: row.serial,
            title: row.title,
            marking: row.marking,
        })
    }
}

/// A block of a brief that isn't in the trash.
fn block_row(w: &Write<'_>, block: Uid) -> Result<BriefBlockRow> {
    let brief = w.brief_of_block(block)?;
    usable_brief(w, brief)?;
    let mut blocks = w.brief_blocks(brief)?.into_iter();
    blocks
        .find(|row| row.uid == block)
        .ok_or_else(|| Failure::bug("a block is not in its brief"))
}

/// All blocks with `block` at `index` of its part. The parts follow each other in print order, so what stood mixed is sorted.
fn placed(blocks: &[BriefBlockRow], block: Uid, index: usize) -> Vec<Uid> {
    let mut order = Vec::with_capacity(blocks.len());
    for part in Group::ALL {
        let of_part: Vec<Uid> = blocks
            .iter()
            .filter(|b| b.body.group() == part)
            .map(|b| b.uid)
            .collect();
        let mut others: Vec<Uid> = of_part.iter().copied().filter(|uid| *uid != block).collect();
        if others.len() < of_part.len() {
            others.insert(index.min(others.len()), block);
        }
        order.extend(others);
    }
    order
}

#[cfg(test)]
mod tests;
