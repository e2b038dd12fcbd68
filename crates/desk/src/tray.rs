//! The evidence tray: the passages that a brief may cite, by the risk they bear on.

use model::{Uid, annotation::Kind};
use serde::Serialize;
use store::brief::{TrayAfter, TrayPage, TrayRow};

use crate::{Desk, Result, desk::uid, document::build, read::Versions};

/// What the tray is asked for.
#[derive(Clone, Debug, Default)]
pub struct TrayFilter {
    /// Passages of this kind only.
    pub kind: Option<Kind>,
    /// Only what was marked since the brief before this one was made.
    pub new_only: bool,
    /// Words in the quote or the note.
    pub words: Option<String>,
    /// The last passage seen: the number of its risk, where it bears on one, and its identity.
    pub after: Option<(Option<u32>, String)>,
    /// Rows at most.
    pub limit: u32,
}

/// A cut of the tray.
#[derive(Clone, Debug, Serialize)]
pub struct Tray {
    /// By risk in the order of the register, those without one last.
    pub rows: Vec<TrayShown>,
    /// Whether more follow.
    pub more: bool,
    /// When the brief before this one was made: what came later counts as new. Nothing for the first brief.
    pub since: Option<String>,
}

/// A passage at hand.
#[derive(Clone, Debug, Serialize)]
pub struct TrayShown {
    /// The passage.
    #[serde(flatten)]
    pub row: TrayRow,
    /// Where it stands: ¶3.
    pub locator: String,
    /// Who says it, in a word: the author's last name, else the outlet.
    pub source: String,
    /// The note that it prints under in this brief.
    pub note: Option<usize>,
    /// Whether it was marked since the brief before this one.
    pub new: bool,
}

impl Desk {
    /// A page of the passages that a brief may cite.
    pub fn evidence_tray(&self, brief: &str, filter: &TrayFilter) -> Result<Tray> {
        let brief = uid(brief)?;
        let after = filter.after.as_ref().map(|(risk, passage)| {
            Ok::<_, crate::Failure>(TrayAfter {
                risk: *risk,
                passage: uid(passage)?,
            })
        });
        let after = after.transpose()?;
        self.read(|r| {
            let row = r.brief(brief)?;
            let before = r.briefs()?.into_iter().filter(|b| b.made_at < row.made_at);
            let since = before.map(|b| b.made_at).max();
            let built = build(r, &row, &r.brief_blocks(brief)?)?;
            let notes = built.notes();
            let mut rows = r.evidence_tray(&TrayPage {
                kind: filter.kind,
                since: since.clone().filter(|_| filter.new_only),
                words: filter.words.clone(),
                after,
                limit: filter.limit + 1,
            })?;
            let limit = usize::try_from(filter.limit).unwrap_or(usize::MAX);
            let more = rows.len() > limit;
            rows.truncate(limit);
            let versions = Versions::new(r);
            let shown = rows.into_iter().map(|row| {
                let locator = versions.locator(&r.annotation(row.uid)?)?;
                Ok(TrayShown {
                    locator,
                    source: short_source(&row.authors, row.outlet.as_deref(), &row.headline),
                    note: note_of(&notes, row.uid),
                    new: since.as_ref().is_some_and(|since| row.made_at > *since),
                    row,
                })
            });
            Ok(Tray {
                rows: shown.collect::<Result<_>>()?,
                more,
                since,
            })
        })
    }
}

/// The lowest note that a passage prints under, from whichever version.
fn note_of(notes: &std::collections::HashMap<(Uid, Uid), usize>, passage: Uid) -> Option<usize> {
    let of_it = notes.iter().filter(|((annotation, _), _)| *annotation == passage);
    of_it.map(|(_, n)| *n).min()
}

/// Who says it, in a word or three: up to two family names, "et al." for more.
pub(crate) fn short_source(authors: &[String], outlet: Option<&str>, headline: &str) -> String {
    let mut families = authors.iter().filter_map(|name| name.split_whitespace().last());
    match (families.next(), families.next(), families.next()) {
        (Some(one), None, _) => one.to_owned(),
        (Some(one), Some(other), None) => format!("{one} & {other}"),
        (Some(one), Some(_), Some(_)) => format!("{one} et al."),
        (None, ..) => outlet.unwrap_or(headline).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::short_source;

    #[test]
    fn a_source_is_named_by_two_authors_at_most() {
        let short = |authors: &[&str]| {
            let authors: Vec<String> = authors.iter().map(|&name| name.to_owned()).collect();
            short_source(&authors, Some("The Selm Post"), "Port closed")
        };
        assert_eq!(short(&["Maya Rios"]), "Rios");
        assert_eq!(short(&["Maya Rios", "Ola Berg"]), "Rios & Berg");
        assert_eq!(short(&["Maya Rios", "Ola Berg", "Li Na"]), "Rios et al.");
        assert_eq!(short(&[]), "The Selm Post");
        assert_eq!(short_source(&[], None, "Port closed"), "Port closed");
    }
}
