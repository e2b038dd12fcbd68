//! The fixed words of the brief, from the program's Fluent file.
//!
//! All ids begin with `brief-`; here and in the template they go without it. The words
//! that the layout itself needs travel in the view as [`Labels`]; words that belong to an
//! item are asked for while its view is made.

use std::collections::BTreeMap;

use model::wording::{Language, say};
use serde::Serialize;

/// What the template asks for by name.
const LAYOUT: &[&str] = &[
    "bluf",
    "judgements",
    "timeline",
    "risk-picture",
    "evidence",
    "sources",
    "how-to-read",
    "not-assessed",
    "no-evidence",
    "no-sources",
    "likelihood",
    "impact",
    "rating",
    "risk",
    "risk-id",
    "horizon",
    "previous-position",
    "analyst-note",
    "cited",
    "read-confidence",
    "read-grades",
    "read-words",
];

/// Messages that the template completes itself, because only it knows page numbers.
const COMPLETED: &[(&str, &[&str])] = &[
    ("page", &["page", "pages"]),
    ("page-short", &["page"]),
    ("impact-is", &["word"]),
    ("sectors-are", &["words"]),
];

/// The words of one language.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct Labels {
    layout: BTreeMap<&'static str, String>,
    #[serde(skip)]
    language: Language,
}

impl Labels {
    /// The English words.
    pub(crate) fn english() -> Self {
        let mut labels = Self {
            layout: BTreeMap::new(),
            language: Language::English,
        };
        for id in LAYOUT {
            labels.layout.insert(id, labels.get(id));
        }
        for (id, names) in COMPLETED {
            let holes: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
            let args: Vec<(&str, &str)> = names
                .iter()
                .copied()
                .zip(holes.iter().map(String::as_str))
                .collect();
            labels.layout.insert(id, labels.with(id, &args));
        }
        labels
    }

    /// The same words with the sentence on likelihood naming the brief's scale.
    pub(crate) fn with_scale(mut self, scale: &str) -> Self {
        let sentence = self.with("read-likelihood", &[("scale", scale)]);
        self.layout.insert("read-likelihood", sentence);
        self
    }

    /// A message without places.
    pub(crate) fn get(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A message with its places filled in.
    pub(crate) fn with(&self, id: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<_> = args
            .iter()
            .map(|(name, value)| (*name, (*value).into()))
            .collect();
        say(self.language, &format!("brief-{id}"), &args)
    }

    /// The word for a value of a closed set; a value that has no word stands for itself.
    pub(crate) fn word(&self, set: &str, value: &str) -> String {
        let id = format!("{set}-{value}");
        let word = self.get(&id);
        if word == format!("brief-{id}") {
            value.to_owned()
        } else {
            word
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check;

    #[test]
    fn every_word_of_the_layout_is_in_the_language_file() {
        let labels = Labels::english().with_scale("ICD 203");
        for (id, text) in &labels.layout {
            assert!(!text.starts_with("brief-"), "no message for {id}");
        }
        assert_eq!(labels.layout["page"], "Page {page} of {pages}");
    }

    #[test]
    fn a_value_without_a_word_stands_for_itself() {
        let labels = Labels::english();
        assert_eq!(labels.word("trend", "rising"), "Rising");
        assert_eq!(labels.word("state", "half seen"), "half seen");
    }

    #[test]
    fn every_value_of_a_closed_set_has_a_word() {
        let labels = Labels::english();
        let sets = [
            ("confidence", check::CONFIDENCE),
            ("trend", check::TRENDS),
            ("kind", check::KINDS),
            ("stance", check::STANCES),
            ("reliability", check::RELIABILITY),
            ("credibility", check::CREDIBILITY),
            ("tlp", check::TLP),
        ];
        for (set, values) in sets {
            for value in values {
                let id = value.to_lowercase().replace('+', "-");
                let message = format!("brief-{set}-{id}");
                assert_ne!(
                    labels.get(&format!("{set}-{id}")),
                    message,
                    "no message {message}"
                );
            }
        }
    }
}
