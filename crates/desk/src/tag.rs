//! Tags as a whole: what there is, under which names, and away with it.
//!
//! Putting tags on records is a matter of the records (`triage`, `annotate`).

use model::tag::TagPath;
use store::tag::TagRow;

use crate::{Desk, Failure, FailureKind, Result, wording::Label};

impl Desk {
    /// Every tag with how much carries it, by path.
    pub fn tags(&self) -> Result<Vec<TagRow>> {
        self.read(|r| Ok(r.tags()?))
    }

    /// Gives a tag another path, those under it included. Where a tag of that path exists, the two become one if `merge` says
    /// so; otherwise nothing happens, since nobody can tell them apart afterwards.
    pub fn rename_tag(&self, from: &str, to: &str, merge: bool) -> Result<()> {
        let (from, to) = (TagPath::read(from)?, TagPath::read(to)?);
        let label = Label::new("op-tag-rename").with("from", &from).with("to", &to);
        let joined = from.key() != to.key() && self.tags()?.iter().any(|tag| is(&tag.path, &to));
        if joined && !merge {
            let args = [("to", to.to_string().into())];
            return Err(Failure::new(FailureKind::Conflict, "tag-exists", &args));
        }
        self.write(label, move |w| Ok(w.rename_tag(&from, &to)?))?;
        Ok(())
    }

    /// Takes tags, and those under them, off everything. A tag that went with one above it is gone already.
    pub fn remove_tags(&self, given: &[String]) -> Result<()> {
        let paths: Vec<TagPath> = given
            .iter()
            .map(|path| TagPath::read(path))
            .collect::<std::result::Result<_, _>>()?;
        let label = match paths.as_slice() {
            [one] => Label::new("op-tag-remove").with("tag", one),
            many => Label::new("op-tags-remove").with("count", many.len()),
        };
        self.write(label, move |w| {
            for path in &paths {
                if w.tags()?.iter().any(|tag| is(&tag.path, path)) {
                    w.remove_tag(path)?;
                }
            }
            Ok(())
        })?;
        Ok(())
    }
}

fn is(path: &str, tag: &TagPath) -> bool {
    path.to_lowercase() == tag.key()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{WorkerProgram, search::tests::article};

    fn desk(folder: &std::path::Path, tags: &'static [(&'static str, &'static [usize])]) -> Desk {
        let desk = Desk::open(folder, WorkerProgram::current_exe().unwrap()).unwrap();
        let articles: Vec<_> = (0..3)
            .map(|n| article(&desk, &format!("Article {n}"), &["Text."], "2026-01-01", "Ledger"))
            .collect();
        for (path, on) in tags {
            let path = TagPath::read(path).unwrap();
            let on: Vec<_> = on.iter().map(|n| articles[*n]).collect();
            desk.write(Label::new("op-articles-tag").with("count", on.len()), move |w| {
                on.iter().try_for_each(|uid| Ok(w.tag_article(*uid, &path)?))
            })
            .unwrap();
        }
        desk
    }

    fn listed(desk: &Desk) -> Vec<(String, u32)> {
        let tags = desk.tags().unwrap().into_iter();
        tags.map(|tag| (tag.path, tag.articles)).collect()
    }

    /// Renames and checks that undo gives the tags back as they were.
    #[track_caller]
    fn check(
        tags: &'static [(&'static str, &'static [usize])],
        from: &str,
        to: &str,
        expected: &[(&str, u32)],
    ) {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path(), tags);
        let before = listed(&desk);
        desk.rename_tag(from, to, true).unwrap();
        let expected: Vec<(String, u32)> = expected
            .iter()
            .map(|(path, n)| ((*path).to_owned(), *n))
            .collect();
        assert_eq!(listed(&desk), expected, "{from} to {to}");
        desk.undo().unwrap();
        assert_eq!(listed(&desk), before, "{from} to {to}, undone");
        assert!(desk.check().unwrap().findings.is_empty());
    }

    #[test]
    fn a_tag_takes_those_under_it_along() {
        check(
            &[("energy", &[0]), ("energy/gas", &[1]), ("energyfoo", &[2])],
            "Energy",
            "power",
            &[("energyfoo", 1), ("power", 1), ("power/gas", 1)],
        );
    }

    #[test]
    fn two_tags_of_one_path_become_one_and_nothing_carries_it_twice() {
        check(
            &[("gas", &[0, 1]), ("energy/gas", &[1, 2])],
            "gas",
            "energy/gas",
            &[("energy/gas", 3)],
        );
    }

    #[test]
    fn a_tag_moves_below_itself_and_back_up() {
        check(
            &[("a", &[0]), ("a/b", &[1])],
            "a",
            "a/b",
            &[("a/b", 1), ("a/b/b", 1)],
        );
        check(
            &[("a", &[0]), ("a/b", &[1]), ("a/b/b", &[2])],
            "a/b",
            "a",
            &[("a", 2), ("a/b", 1)],
        );
    }

    #[test]
    fn only_the_case_of_a_tag_can_change() {
        check(&[("opec", &[0])], "opec", "OPEC", &[("OPEC", 1)]);
    }

    #[test]
    fn tags_become_one_only_when_that_was_said() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path(), &[("gas", &[0]), ("oil", &[1])]);
        let refused = desk.rename_tag("gas", "oil", false).unwrap_err();
        assert_eq!(refused.kind, FailureKind::Conflict);
        assert_eq!(listed(&desk).len(), 2);
        assert_eq!(
            desk.rename_tag("coal", "oil", true).unwrap_err().kind,
            FailureKind::NotFound
        );
    }

    #[test]
    fn removed_tags_come_back_with_one_step() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path(), &[("a", &[0]), ("a/b", &[1]), ("c", &[2])]);
        let before = listed(&desk);
        desk.remove_tags(&["a".into(), "a/b".into()]).unwrap();
        assert_eq!(listed(&desk), [("c".to_owned(), 1)]);
        assert_eq!(desk.undo().unwrap().label, "Remove 2 tags");
        assert_eq!(listed(&desk), before);
    }
}
