//! Correcting the record of an article that is in the library: a further version of the same bytes.

use super::{
    held::lines,
    pieces::Pieces,
    record::{Correction, correct},
    short, source_of,
    version::{VersionAdded, follow_up},
};
use crate::{Desk, Result, amend::pointed_into, desk::uid, wording::Label};

impl Desk {
    /// Puts what the analyst typed into the record of an article and moves pieces between the record and what was left out of
    /// it, as a new version with every annotation in its place. What changes nothing makes no version. One undo step. The
    /// article is named by itself or by the version whose pieces and lines, as [`Desk::record_held`] shows them, are counted.
    pub fn correct_article(
        &self,
        given: &str,
        corrections: Vec<Correction>,
        pieces: Pieces,
    ) -> Result<Option<VersionAdded>> {
        let given = uid(given)?;
        let title = self.read(|r| Ok::<_, crate::Failure>(r.article(pointed_into(r, given)?)?.headline))?;
        let label = Label::new("op-record-correct").with("title", short(&title));
        let (added, _) = self.write(label, move |w| -> Result<_> {
            let article = pointed_into(w, given)?;
            let newest = w.newest_version(article)?;
            let mut capture = newest.capture.clone();
            let lines = lines(&capture);
            let pieces = pieces.by_block(&lines, &capture.blocks);
            let rows: Vec<_> = lines.into_iter().map(|line| line.row).collect();
            if !correct(&mut capture, &corrections, &pieces, &rows)? {
                return Ok(None);
            }
            let added = follow_up(w, &newest, &capture, None)?;
            if source_of(&newest.capture) != source_of(&capture) {
                let source = source_of(&capture)
                    .map(|(name, kind)| w.source_or_new(&name, kind))
                    .transpose()?;
                w.set_article_source(article, source)?;
            }
            Ok(Some(added))
        })?;
        Ok(added)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use model::{
        amended::RecordField, anchor::AnchorState, annotation::Kind, article::ArticleState, text::Indexed,
    };

    use super::*;
    use crate::{
        Failure, WorkerProgram,
        annotate::{Annotate, Passage},
        import::{Added, Addition, Likeness, alike::alike, incoming::Came},
    };

    const TEXT: &str = "World February 2, 2026\n\nPort Stays Closed\n\nCustoms officers walk out\n\nBy Ana Ruiz\n\nThe port is closed.\n\nSELM, Feb 2 - The strike goes on, officers said on Monday after a vote.\n\nShips wait off the northern mole for a berth.\n";

    /// A desk with one article, parsed in this process.
    fn desk_with_article(folder: &Path, text: &'static str) -> (Desk, String) {
        let desk = Desk::open(folder, WorkerProgram::current_exe().unwrap()).unwrap();
        let uid = add(&desk, text);
        (desk, uid)
    }

    fn add(desk: &Desk, text: &'static str) -> String {
        let addition = Addition {
            capture: intake::capture(text.as_bytes(), &intake::Hints::default()).unwrap(),
            came: Came::file(text.as_bytes().to_vec(), None),
            state: ArticleState::Inbox,
            tags: Vec::new(),
            keep_both: false,
            draft: None,
        };
        match desk.add(&addition.into()).unwrap() {
            Added::New { uid, .. } => uid.to_string(),
            Added::Version { headline, .. } => panic!("{headline} is a new version"),
            Added::Held(held) | Added::Earlier(held) => panic!("{} is there already", held.headline),
        }
    }

    fn typed(field: RecordField, value: &str) -> Correction {
        Correction {
            field,
            value: value.to_owned(),
            line: None,
        }
    }

    #[test]
    fn a_longer_title_moves_the_annotations_along_and_undo_moves_them_back() {
        let folder = tempfile::tempdir().unwrap();
        let (desk, article) = desk_with_article(folder.path(), TEXT);
        let mark = |exact: &str| {
            let passage = Passage::Quote {
                exact: exact.to_owned(),
                prefix: None,
                suffix: None,
                near: None,
            };
            let annotate = Annotate {
                article: article.clone(),
                passage,
                kind: Kind::Fact,
                note: None,
                tags: Vec::new(),
                speaker: None,
                credibility: None,
            };
            desk.annotate(annotate).unwrap();
        };
        mark("Ships wait off the northern mole");
        mark("Port Stays Closed");
        let state = || -> Vec<(AnchorState, Option<String>)> {
            let text = desk.text(&article).unwrap();
            let words = |a: &crate::read::AnnotationShown| {
                a.row.span().map(|at| Indexed::new(&text).slice(at).to_owned())
            };
            let shown = desk.annotations(&article).unwrap();
            shown.iter().map(|a| (a.row.state, words(a))).collect()
        };
        let marked = state();

        let corrections = vec![
            typed(RecordField::Title, "Port of Selm Will Stay Shut"),
            typed(RecordField::Outlet, "The Strait Post"),
        ];
        desk.correct_article(&article, corrections, Pieces::default())
            .unwrap();
        // The title's own words are gone: that mark keeps them and stands nowhere.
        let found = [
            (
                AnchorState::Moved,
                Some("Ships wait off the northern mole".to_owned()),
            ),
            (AnchorState::Orphan, None),
        ];
        assert_eq!(state(), found);
        let shown = desk.article(&article).unwrap();
        assert_eq!(shown.version.number, 2);
        assert_eq!(shown.row.outlet.as_deref(), Some("The Strait Post"));
        assert!(
            desk.text(&article)
                .unwrap()
                .starts_with("Port of Selm Will Stay Shut\n\nCustoms")
        );
        assert_eq!(desk.check().unwrap().findings, []);

        desk.undo().unwrap();
        assert_eq!(state(), marked);
        assert_eq!(desk.article(&article).unwrap().row.headline, "Port Stays Closed");
        desk.redo().unwrap();
        assert_eq!(state(), found);
    }

    #[test]
    fn typing_back_what_is_there_makes_no_version() {
        let folder = tempfile::tempdir().unwrap();
        let (desk, article) = desk_with_article(folder.path(), TEXT);
        let same: Vec<Correction> = desk
            .record_held(&article)
            .unwrap()
            .record
            .fields
            .iter()
            .map(|f| typed(f.field, &f.value))
            .collect();
        desk.correct_article(&article, same, Pieces::default()).unwrap();
        assert_eq!(desk.article(&article).unwrap().version.number, 1);
    }

    #[test]
    fn what_is_there_already_is_found_by_bytes_by_words_and_by_title() {
        let folder = tempfile::tempdir().unwrap();
        let (desk, article) = desk_with_article(folder.path(), TEXT);
        let likeness = |text: &str| {
            let capture = intake::capture(text.as_bytes(), &intake::Hints::default()).unwrap();
            let came = Came::file(text.as_bytes().to_vec(), None);
            let found = desk.read(|r| alike(r, &came, &capture)).unwrap();
            found
                .into_iter()
                .map(|a| (a.uid.to_string(), a.likeness))
                .collect::<Vec<_>>()
        };
        assert_eq!(likeness(TEXT), [(article.clone(), Likeness::Same)]);
        let changed = TEXT.replace("for a berth", "for two berths");
        assert!(
            matches!(likeness(&changed)[..], [(_, Likeness::Shared(60..100))]),
            "{:?}",
            likeness(&changed)
        );
        let other = "Port Stays Closed\n\nA year later the same port, in another sea, closes for good and nobody objects.";
        assert_eq!(likeness(other), [(article, Likeness::Title)]);
        assert_eq!(likeness("Grain Prices Fall\n\nA good harvest does it."), []);
    }

    #[test]
    fn a_draft_is_kept_once_goes_on_where_it_was_and_is_no_step_to_undo() {
        let folder = tempfile::tempdir().unwrap();
        let (desk, _) = desk_with_article(folder.path(), TEXT);
        let corrections = [typed(RecordField::Title, "Shut")];
        let name = desk.save_draft("Some text".to_owned(), &[]).unwrap();
        assert_eq!(
            desk.save_draft("Some text".to_owned(), &corrections).unwrap(),
            name
        );
        let drafts = desk.drafts().unwrap();
        assert_eq!((drafts.len(), drafts[0].text.as_str()), (1, "Some text"));
        assert_eq!(drafts[0].corrections, corrections);
        assert_eq!(
            desk.undo().unwrap().label,
            "Import “Port Stays Closed”",
            "a draft is no step"
        );
        desk.redo().unwrap();
        desk.drop_draft(&name).unwrap();
        assert_eq!(desk.drafts().unwrap(), []);
        let gone: Failure = desk
            .correct_article(&name, Vec::new(), Pieces::default())
            .unwrap_err();
        assert_eq!(gone.kind, crate::FailureKind::Invalid);
    }
}
