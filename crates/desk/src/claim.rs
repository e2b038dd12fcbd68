//! What becomes of a risk that a source claims: set aside, or evidence for a risk that is there already.
//!
//! Adopting it as a new risk is `Desk::new_risk` with `from`.

use std::{collections::HashMap, sync::Arc};

use model::{
    Uid,
    annotation::Kind,
    block::{Block, Role},
    evidence::{Stance, Weight},
};
use store::{Read, article::Version, claim::Adopted};

use crate::{
    Desk, Failure, FailureKind, Result,
    amend::{block_selectors, mark, markable},
    assess::usable,
    desk::uid,
    reading::MarkShown,
    wording::Label,
};

/// The entries that were adopted from an article, each with the number its claim has in `version`: the claim is known by its
/// words, for another version may number it otherwise. Those whose claim no longer stands there are left out.
pub(crate) fn adopted_claims(r: &Read<'_>, version: &Version) -> Result<Vec<Adopted>> {
    let mut adopted = r.adopted_claims(version.article)?;
    let mut read: HashMap<Uid, Version> = HashMap::new();
    for entry in &adopted {
        if entry.version != version.uid && !read.contains_key(&entry.version) {
            read.insert(entry.version, r.version(entry.version)?);
        }
    }
    adopted.retain_mut(|entry| {
        let from = read.get(&entry.version).unwrap_or(version);
        let now = same_claim(&from.capture.blocks, entry.claim, &version.capture.blocks);
        entry.claim = now.unwrap_or(entry.claim);
        now.is_some()
    });
    Ok(adopted)
}

/// The number in `new` of the n-th claim of `old`: the claim with the same words, that of the same number where several have
/// them.
pub(crate) fn same_claim(old: &[Block], number: u32, new: &[Block]) -> Option<u32> {
    fn claims(blocks: &[Block]) -> impl Iterator<Item = (u32, String)> {
        let claims = blocks.iter().filter(|block| block.role == Role::Risk);
        (1..).zip(claims.map(Block::text))
    }
    let (_, words) = claims(old).find(|(n, _)| *n == number)?;
    claims(new)
        .filter(|(_, others)| *others == words)
        .map(|(n, _)| n)
        .min_by_key(|n| n.abs_diff(number))
}

impl Desk {
    /// Sets the n-th risk that an article's source claims aside, or takes it back. It stays in the article either way. The
    /// article is named by itself or by the version in which claims were counted.
    pub fn set_claim_aside(&self, given: &str, claim: u32, aside: bool) -> Result<()> {
        let (given, last) = (uid(given)?, Arc::clone(&self.last_read));
        let label = Label::new(if aside { "op-claim-aside" } else { "op-claim-back" });
        self.write(label, move |w| {
            let laid = markable(w, &last, given)?;
            laid.claim_block(claim).ok_or_else(|| no_such_claim(claim))?;
            Ok(w.set_claim_aside(laid.version.uid, claim, aside)?)
        })?;
        Ok(())
    }

    /// Links the n-th risk that an article's source claims to a risk of the register: its words are marked as a risk, and the
    /// mark supports it. Words marked so already are linked as they are. The article is named as in [`Desk::set_claim_aside`].
    pub fn link_claim(&self, given: &str, claim: u32, risk: &str) -> Result<MarkShown> {
        let (given, risk, last) = (uid(given)?, self.risk_uid(risk)?, Arc::clone(&self.last_read));
        let (annotation, _) = self.write(Label::new("op-claim-link"), move |w| {
            usable(&w.risk(risk)?)?;
            let laid = markable(w, &last, given)?;
            let block = laid.claim_block(claim).ok_or_else(|| no_such_claim(claim))?;
            let selectors = block_selectors(&laid, block)?;
            let marked = w.annotations(laid.version.article)?.into_iter().find(|row| {
                row.kind == Kind::Risk
                    && row.version == laid.version.uid
                    && row.span() == Some(selectors.position)
            });
            let annotation: Uid = match marked {
                Some(row) => row.uid,
                None => mark(w, &laid, selectors, Kind::Risk)?,
            };
            w.link(risk, annotation, Stance::Supports, Weight::M)?;
            Ok(annotation)
        })?;
        self.mark(&annotation.to_string())
    }
}

fn no_such_claim(number: u32) -> Failure {
    let args = [("number", number.into()), ("count", 0.into())];
    Failure::new(FailureKind::NotFound, "no-such-source-risk", &args)
}

#[cfg(test)]
mod tests {
    use model::article::Capture;

    use super::*;
    use crate::{
        assess::NewEntry,
        import::version_tests::{desk, imported, page},
    };

    /// An article whose source claims these risks.
    fn claiming(risks: &[&str]) -> Capture {
        let paragraphs = [&["The port of Selm stays closed after a vote."], risks].concat();
        let mut capture = page(
            "https://strait.example/port",
            "The Strait Post",
            "Port stays closed",
            &paragraphs,
        );
        for block in &mut capture.blocks[2..] {
            block.role = Role::Risk;
        }
        capture
    }

    #[test]
    fn what_became_of_a_claim_goes_with_its_words_when_a_version_numbers_it_otherwise() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let [strike, queue, prices] = [
            "The strike may spread to the railways.",
            "Ships may turn to other ports.",
            "Grain prices may rise.",
        ];
        let article = imported(&desk, &claiming(&[strike, queue]));
        let from = NewEntry {
            title: Some("Strike".to_owned()),
            statement: None,
            from: Some((article.clone(), 1)),
        };
        desk.new_risk(from).unwrap();
        desk.set_claim_aside(&article, 2, true).unwrap();
        let became = || {
            let opened = desk.open_article(&article).unwrap();
            let previewed = desk.preview(&article).unwrap().claims;
            let claims = opened.claims.into_iter().zip(previewed);
            claims
                .map(|(claim, previewed)| {
                    assert_eq!(claim.adopted.is_some(), previewed.risk.is_some());
                    (claim.number, claim.adopted.is_some(), claim.set_aside)
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(became(), [(1, true, false), (2, false, true)]);
        let later = claiming(&[prices, strike, queue]);
        desk.add_version(&article, later, b"later".to_vec())
            .unwrap()
            .unwrap();
        assert_eq!(became(), [(1, false, false), (2, true, false), (3, false, true)]);
        // The claim that was adopted is gone; another one doesn't take its place.
        desk.add_version(&article, claiming(&[prices]), b"last".to_vec())
            .unwrap()
            .unwrap();
        assert_eq!(became(), [(1, false, false)]);
    }
}
