//! What becomes of a risk that a source claims: set aside, or evidence for a risk that is there already.
//!
//! Adopting it as a new risk is `Desk::new_risk` with `from`.

use std::sync::Arc;

use model::{
    Uid,
    annotation::Kind,
    evidence::{Stance, Weight},
};

use crate::{
    Desk, Failure, FailureKind, Result,
    amend::{block_selectors, mark, markable},
    assess::usable,
    desk::uid,
    reading::MarkShown,
    wording::Label,
};

impl Desk {
    /// Sets the n-th risk that an article's source claims aside, or takes it back. It stays in the article either way.
    pub fn set_claim_aside(&self, given: &str, claim: u32, aside: bool) -> Result<()> {
        let (article, last) = (uid(given)?, Arc::clone(&self.last_read));
        let label = Label::new(if aside { "op-claim-aside" } else { "op-claim-back" });
        self.write(label, move |w| {
            let laid = markable(w, &last, article)?;
            laid.claim_block(claim).ok_or_else(|| no_such_claim(claim))?;
            Ok(w.set_claim_aside(laid.version.uid, claim, aside)?)
        })?;
        Ok(())
    }

    /// Links the n-th risk that an article's source claims to a risk of the register: its words are marked as a risk, and the
    /// mark supports it. Words marked so already are linked as they are.
    pub fn link_claim(&self, given: &str, claim: u32, risk: &str) -> Result<MarkShown> {
        let (article, risk, last) = (uid(given)?, self.risk_uid(risk)?, Arc::clone(&self.last_read));
        let (annotation, _) = self.write(Label::new("op-claim-link"), move |w| {
            usable(&w.risk(risk)?)?;
            let laid = markable(w, &last, article)?;
            let block = laid.claim_block(claim).ok_or_else(|| no_such_claim(claim))?;
            let selectors = block_selectors(&laid, block)?;
            let marked = w.annotations(article)?.into_iter().find(|row| {
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
