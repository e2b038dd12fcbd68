//! The language this program speaks, and the words of the journal.
//!
//! A program has one person in front of it, so there is one language: it is set at the start and when the person chooses
//! another, and read wherever a sentence is made. It is the only state of the process outside a [`Desk`](crate::Desk), and it
//! touches nothing but words: JSON, files and what is stored are the same in every language.
//!
//! The journal keeps no words but a [`Label`]: the id of a message with its arguments. An undo says what it undoes in the
//! language of today.

use std::sync::atomic::{AtomicBool, Ordering};

use fluent_bundle::FluentValue;
pub use model::wording::{Language, say};

/// Whether French is spoken instead of English.
static FRENCH: AtomicBool = AtomicBool::new(false);

/// Speaks `language` from now on.
pub fn speak(language: Language) {
    FRENCH.store(language == Language::French, Ordering::Relaxed);
}

/// The language that is spoken.
pub fn spoken() -> Language {
    match FRENCH.load(Ordering::Relaxed) {
        true => Language::French,
        false => Language::English,
    }
}

/// The language of this session: the first of LANGUAGE, LC_ALL, LC_MESSAGES and LANG that says one, else English.
pub fn of_session() -> Language {
    let said = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    // The plain locale has no language, and LANGUAGE does not count under it.
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(said);
    let wished = said("LANGUAGE").filter(|_| locale.as_deref().is_some_and(|l| !is_plain(l)));
    chosen(wished.as_deref(), locale.as_deref())
}

fn is_plain(locale: &str) -> bool {
    matches!(locale.split('.').next(), Some("C" | "POSIX"))
}

fn chosen(wished: Option<&str>, locale: Option<&str>) -> Language {
    let mut wishes = wished.unwrap_or_default().split(':').chain(locale);
    wishes.find_map(Language::of_locale).unwrap_or(Language::English)
}

/// The message `id` in the language that is spoken.
pub fn sentence(id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
    say(spoken(), id, args)
}

/// What a step is called in the journal: the id of a message and its arguments, parted by tabs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label(String);

/// Between the parts of a label: the one sign that no title and no name can hold.
const PART: char = '\t';

impl Label {
    /// The label that the message `id` words; ids of labels begin with `op-`.
    pub fn new(id: &str) -> Self {
        Self(id.to_owned())
    }

    /// With an argument of the message. `count` is a number, everything else a text.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        let value: String = value
            .to_string()
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        self.0.push_str(&format!("{PART}{name}={value}"));
        self
    }
}

impl From<Label> for String {
    fn from(label: Label) -> Self {
        label.0
    }
}

/// A label of the journal in words. Journals of earlier versions hold words, which stay as they are.
pub fn worded(label: &str) -> String {
    let mut parts = label.split(PART);
    let id = parts.next().unwrap_or_default();
    if !id.starts_with("op-") {
        return label.to_owned();
    }
    let args: Vec<(&str, FluentValue<'_>)> = parts
        .filter_map(|part| part.split_once('='))
        .map(|(name, value)| match value.parse::<u32>() {
            Ok(number) if name == "count" => (name, number.into()),
            _ => (name, value.into()),
        })
        .collect();
    sentence(id, &args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_worded_when_it_is_shown_and_old_words_stay() {
        let label: String = Label::new("op-tag-rename")
            .with("from", "a\tb")
            .with("to", "c=d")
            .into();
        assert_eq!(worded(&label), "Rename the tag a b to c=d");
        assert_eq!(
            worded(&String::from(Label::new("op-tags-remove").with("count", 2))),
            "Remove 2 tags"
        );
        assert_eq!(worded("Trash R-3"), "Trash R-3");
    }

    /// Every id of a step that stands in the sources below `folder`.
    fn ids_of_steps(folder: &std::path::Path, ids: &mut std::collections::BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                ids_of_steps(&path, ids);
            } else {
                let source = std::fs::read_to_string(&path).unwrap();
                let begun = source.split("\"op-").skip(1);
                let named = begun.filter_map(|rest| rest.split_once('"').map(|(id, _)| id));
                ids.extend(named.filter(|id| !id.is_empty()).map(|id| ["op-", id].concat()));
            }
        }
    }

    #[test]
    fn every_step_has_its_words_and_no_words_are_left_over() {
        let mut ids = std::collections::BTreeSet::new();
        ids_of_steps(
            &std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
            &mut ids,
        );
        let file = include_str!("../../../l10n/en.ftl").lines();
        let worded = file.filter_map(|line| line.split_once(" =").map(|(id, _)| id));
        let worded = worded.filter(|id| id.starts_with("op-")).map(str::to_owned);
        assert_eq!(ids, worded.collect());
    }

    #[test]
    fn the_language_of_a_session_is_the_first_that_is_spoken() {
        let check =
            |wished, locale, language| assert_eq!(chosen(wished, locale), language, "{wished:?} {locale:?}");
        check(None, None, Language::English);
        check(None, Some("fr_CA.UTF-8"), Language::French);
        check(Some("eo:fr:en"), Some("en_GB.UTF-8"), Language::French);
        check(Some("en"), Some("fr_FR"), Language::English);
        check(None, Some("C.UTF-8"), Language::English);
    }
}
