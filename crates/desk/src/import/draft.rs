//! Drafts: a text that was pasted and put aside, with what was corrected in it. They are no records and no undo steps.

use super::record::Correction;
use crate::{Desk, Failure, Result, wording::Label};

/// A text to go on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its name: the hash of its text.
    pub name: String,
    /// The text.
    pub text: String,
    /// What was corrected.
    pub corrections: Vec<Correction>,
    /// When it was put aside.
    pub at: String,
}

impl Desk {
    /// Puts a text aside and gives its name.
    pub fn save_draft(&self, text: String, corrections: &[Correction]) -> Result<String> {
        let corrections = serde_json::to_string(corrections).map_err(Failure::bug)?;
        let (name, _) = self.write(Label::new("op-draft-keep"), move |w| -> Result<String> {
            Ok(w.keep_draft(&text, &corrections)?)
        })?;
        Ok(name)
    }

    /// The drafts, the newest first.
    pub fn drafts(&self) -> Result<Vec<Draft>> {
        let rows = self.read(|r| Ok::<_, Failure>(r.drafts()?))?;
        let draft = |row: store::draft::DraftRow| Draft {
            name: row.sha256,
            text: row.text,
            // Corrections that another version wrote and this one can't read are less than the text.
            corrections: serde_json::from_str(&row.corrections).unwrap_or_default(),
            at: row.at,
        };
        Ok(rows.into_iter().map(draft).collect())
    }

    /// Throws a draft away.
    pub fn drop_draft(&self, name: &str) -> Result<()> {
        let name = name.to_owned();
        self.write(Label::new("op-draft-drop"), move |w| -> Result<()> {
            Ok(w.drop_draft(&name)?)
        })?;
        Ok(())
    }
}
