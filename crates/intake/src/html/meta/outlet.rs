//! Who published a page, and telling the outlet's name from a title, a name or a section.
//!
//! An outlet signs its pages in many places: a property, the publisher of the article, the end of the window's title, the
//! address. What all of these call it is collected once; whatever equals one of them is the outlet and no author.

use super::fold;

/// What a page's outlet is called.
#[derive(Clone, Debug, Default)]
pub(super) struct Outlet {
    /// Its names, folded.
    names: Vec<String>,
    /// Its address without what is common: `example` of `https://www.example.co.uk/news/1`.
    host: Option<String>,
}

impl Outlet {
    /// An outlet with these names and an address of one of its pages.
    pub(super) fn new<'n>(names: impl Iterator<Item = &'n str>, address: Option<&str>) -> Self {
        Self {
            names: names.map(fold).filter(|name| !name.is_empty()).collect(),
            host: address.and_then(host_name),
        }
    }

    /// Whether `text` is a name of the outlet and nothing more.
    pub(super) fn is(&self, text: &str) -> bool {
        let folded = fold(text);
        if folded.is_empty() {
            return false;
        }
        self.names.contains(&folded) || self.is_host(&folded)
    }

    /// Whether `word` is the word that a name of the outlet begins with: "Example" of "Example Magazine".
    pub(super) fn begins(&self, word: &str) -> bool {
        let folded = fold(word);
        let begins = |name: &String| {
            name.strip_prefix(folded.as_str())
                .is_some_and(|rest| rest.starts_with(' '))
        };
        !folded.is_empty() && !folded.contains(' ') && self.names.iter().any(begins)
    }

    /// Whether folded words are the host's name: `the example`, `example de`, `Example`.
    fn is_host(&self, folded: &str) -> bool {
        let Some(host) = &self.host else {
            return false;
        };
        let squeezed: String = folded.split(' ').collect();
        let bare: String = host.chars().filter(|c| c.is_alphanumeric()).collect();
        squeezed == bare
            || squeezed.strip_prefix(bare.as_str()).is_some_and(|rest| {
                matches!(
                    rest,
                    "de" | "com" | "at" | "ch" | "net" | "org" | "online" | "blog"
                )
            })
            || squeezed.strip_suffix(bare.as_str()).is_some_and(|article| {
                matches!(article, "the" | "der" | "die" | "das" | "la" | "el" | "le" | "il")
            })
    }
}

/// The label of a web address that names its owner.
fn host_name(address: &str) -> Option<String> {
    let rest = address.split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?.to_lowercase();
    let labels: Vec<&str> = host.split('.').filter(|label| !label.is_empty()).collect();
    let (_, below) = labels.split_last()?;
    let (last, before) = below.split_last()?;
    // "co.uk", "com.au": the label before is the owner's.
    let common = matches!(*last, "co" | "com" | "org" | "net" | "gov" | "ac" | "edu");
    let owner = before.last().filter(|_| common).unwrap_or(last);
    Some((*owner).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outlet_is_known_by_its_names_and_its_address() {
        let outlet = Outlet::new(
            ["The Daily Example"].into_iter(),
            Some("https://news.daily-example.co.uk/2016/a?b"),
        );
        for name in [
            "the daily example",
            "Daily Example",
            "Daily-Example",
            "DailyExample.com",
            "The Daily Example",
        ] {
            assert!(outlet.is(name), "{name}");
        }
        for name in ["Maya Rios", "Daily Examples", "", "Daily"] {
            assert!(!outlet.is(name), "{name}");
        }
    }
}
