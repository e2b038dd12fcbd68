//! The words of the program, one Fluent file a language, shared by window, PDF and command line.
//!
//! A message that is missing shows as its id, so a gap is seen and named instead of being an empty space; a test keeps the
//! languages complete.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English (British spelling).
    English,
    /// French.
    French,
}

impl Language {
    /// The language of a locale such as `fr_FR.UTF-8`; nothing when it isn't spoken here.
    pub fn of_locale(locale: &str) -> Option<Self> {
        match locale
            .split(['_', '-', '.', '@'])
            .next()?
            .to_ascii_lowercase()
            .as_str()
        {
            "en" => Some(Self::English),
            "fr" => Some(Self::French),
            _ => None,
        }
    }
}

const ENGLISH_FILE: &str = include_str!("../../../l10n/en.ftl");
const FRENCH_FILE: &str = include_str!("../../../l10n/fr.ftl");

static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle("en-GB", ENGLISH_FILE));
static FRENCH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle("fr", FRENCH_FILE));

fn bundle(language: &str, messages: &str) -> FluentBundle<FluentResource> {
    // Only the rules for plurals and numbers hang on it; a mistyped name would fall back to those of no language.
    let language: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Direction marks around arguments would stand in file names, sums and the PDF's text.
    bundle.set_use_isolating(false);
    // A damaged line costs that message only; the test below refuses it long before.
    let resource = FluentResource::try_new(messages.to_owned()).unwrap_or_else(|(rest, _)| rest);
    bundle.add_resource_overriding(resource);
    bundle
}

/// The message `id` in `language`, its places filled from `args`.
pub fn say(language: Language, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
    let bundle = match language {
        Language::English => &*ENGLISH,
        Language::French => &*FRENCH,
    };
    let Some(pattern) = bundle.get_message(id).and_then(|m| m.value()) else {
        return id.to_owned();
    };
    let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
    bundle
        .format_pattern(pattern, Some(&args), &mut Vec::new())
        .into_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Each message of a file with the names of its arguments.
    fn messages(file: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut messages = BTreeMap::new();
        let mut id = "";
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            if let Some((begun, _)) = line.split_once(" =").filter(|(id, _)| !id.contains(' ')) {
                assert!(
                    messages.insert(begun, BTreeSet::new()).is_none(),
                    "{begun} stands there twice"
                );
                id = begun;
            }
            let names = line.split('$').skip(1);
            let names =
                names.filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '-').next());
            messages.entry(id).or_default().extend(names);
        }
        messages
    }

    #[test]
    fn every_language_has_the_same_messages_with_the_same_arguments() {
        let (english, french) = (messages(ENGLISH_FILE), messages(FRENCH_FILE));
        let lacking: Vec<&&str> = english.keys().filter(|id| !french.contains_key(*id)).collect();
        assert!(lacking.is_empty(), "not in fr.ftl: {lacking:?}");
        let left: Vec<&&str> = french.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(left.is_empty(), "not in en.ftl: {left:?}");
        for (id, arguments) in &english {
            assert_eq!(arguments, &french[id], "{id}");
        }
    }

    #[test]
    fn no_file_has_a_damaged_line() {
        for file in [ENGLISH_FILE, FRENCH_FILE] {
            if let Err((_, errors)) = FluentResource::try_new(file.to_owned()) {
                panic!("{errors:?}");
            }
        }
    }

    #[test]
    fn a_locale_names_its_language() {
        assert_eq!(Language::of_locale("fr_CA.UTF-8"), Some(Language::French));
        assert_eq!(Language::of_locale("en"), Some(Language::English));
        assert_eq!(Language::of_locale("C"), None);
    }

    #[test]
    fn arguments_are_filled_in_and_a_missing_message_names_itself() {
        let said = say(Language::English, "trash-done", &[("what", "R-1".into())]);
        assert!(said.contains("R-1"), "{said}");
        assert_eq!(say(Language::English, "no-such-message", &[]), "no-such-message");
    }
}
