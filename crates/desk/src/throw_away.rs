//! Into the trash and out of it.

use serde::Serialize;

use crate::{
    Desk, Failure, FailureKind, Result,
    desk::uid,
    wording::{Label, sentence},
};

/// A record that went into the trash or came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Thrown {
    /// Identity.
    pub uid: model::Uid,
    /// What it is.
    pub noun: &'static str,
    /// Where it is now.
    pub trashed: bool,
}

impl Desk {
    /// Puts an article, annotation, risk, link or brief into the trash. Twice is once.
    pub fn trash(&self, given: &str) -> Result<Thrown> {
        self.set_trashed(given, true)
    }

    /// Takes it out of the trash. Twice is once.
    pub fn restore(&self, given: &str) -> Result<Thrown> {
        self.set_trashed(given, false)
    }

    fn set_trashed(&self, given: &str, trashed: bool) -> Result<Thrown> {
        let uid = match given.parse::<model::risk::RiskNumber>() {
            Ok(number) => self.read(|r| Ok(r.risk_numbered(number)?.uid))?,
            Err(_) => uid(given)?,
        };
        let found = self.read(|r| Ok(r.noun_of(uid)?))?;
        let Some((noun, already)) = found else {
            return Err(Failure::new(
                FailureKind::NotFound,
                "no-such-record",
                &[
                    ("noun", sentence("noun-record", &[]).into()),
                    ("what", given.to_owned().into()),
                ],
            ));
        };
        if already != trashed {
            let id = if trashed { "op-trash" } else { "op-restore" };
            self.write(Label::new(id).with("noun", noun.as_str()), move |w| {
                Ok(w.set_trashed(noun, uid, trashed)?)
            })?;
        }
        Ok(Thrown {
            uid,
            noun: noun.as_str(),
            trashed,
        })
    }
}
