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
}

static ENGLISH: LazyLock<FluentBundle<FluentResource>> =
    LazyLock::new(|| bundle("en-GB", include_str!("../../../l10n/en.ftl")));

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
    use super::*;

    #[test]
    fn the_english_file_has_no_damaged_line() {
        assert!(FluentResource::try_new(include_str!("../../../l10n/en.ftl").to_owned()).is_ok());
    }

    #[test]
    fn arguments_are_filled_in_and_a_missing_message_names_itself() {
        let said = say(Language::English, "trash-done", &[("what", "R-1".into())]);
        assert!(said.contains("R-1"), "{said}");
        assert_eq!(say(Language::English, "no-such-message", &[]), "no-such-message");
    }
}
