//! What a person may give as a web address, and how a host is shown to a person.
//!
//! An address is read as browsers read it (WHATWG URL), so `http://0x7f.1/` is 127.0.0.1 before anybody looks at it. Here is
//! judged what the words of an address tell; which machines a name leads to is judged by the gate.

use std::collections::HashSet;

use idna::uts46::{AsciiDenyList, Hyphens, Uts46};
use unicode_script::{Script, UnicodeScript as _};
use url::{Host, Url};

use super::Problem;

/// The longest address that is read, as long as any browser sends.
const LONGEST: usize = 8_000;

/// Ports from 1024 that browsers refuse too, since other services than the web listen there (Fetch Standard, "bad port").
const OTHER_SERVICES: [u16; 19] = [
    1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679,
    6697, 10080,
];

/// Endings of names that never lead to a public site: those of home and office networks (RFC 6762, RFC 8375, ICANN's
/// `internal`, RFC 6761), and of networks that the system's resolver must not be asked for (RFC 7686).
const INNER_NAMES: [&str; 5] = ["localhost", "local", "internal", "home.arpa", "onion"];

/// Whether what was given in place of a file is a web address.
pub(crate) fn is_web(given: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        given
            .get(..scheme.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(scheme))
    })
}

/// Reads an address that a person gives. The part after `#`, which no server is told, is left out.
pub(super) fn read(given: &str) -> Result<Url, Problem> {
    let given = given.trim();
    if given.len() > LONGEST {
        return Err(Problem::Unreadable);
    }
    if !is_web(given) {
        return Err(Problem::NotWeb);
    }
    let mut url = Url::parse(given).map_err(|_| Problem::Unreadable)?;
    url.set_fragment(None);
    Ok(url)
}

/// The address that `at` redirects to by `location`.
pub(super) fn redirected(at: &Url, location: &str) -> Result<Url, Problem> {
    let mut to = at.join(location).map_err(|_| Problem::Unreadable)?;
    to.set_fragment(None);
    if to.as_str().len() > LONGEST {
        return Err(Problem::Unreadable);
    }
    if at.scheme() == "https" && to.scheme() == "http" {
        return Err(Problem::Downgraded);
    }
    Ok(to)
}

/// Judges an address by its words, before anything is asked.
pub(super) fn check(url: &Url) -> Result<(), Problem> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Problem::NotWeb);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Problem::NamesAUser);
    }
    match url.port_or_known_default() {
        Some(80 | 443) => {}
        Some(port @ 1024..) if !OTHER_SERVICES.contains(&port) => {}
        _ => return Err(Problem::Port),
    }
    match url.host() {
        Some(Host::Domain(name)) if is_inner_name(name) => Err(Problem::OwnNetwork),
        Some(_) => Ok(()),
        None => Err(Problem::Unreadable),
    }
}

/// Whether a name belongs to the person's own network. One without a dot is looked up there first.
fn is_inner_name(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    let inner = |ending: &str| {
        name.strip_suffix(ending)
            .is_some_and(|before| before.is_empty() || before.ends_with('.'))
    };
    !name.contains('.') || INNER_NAMES.into_iter().any(inner)
}

/// The host of `url` as a person can trust to read it: in its own letters, or in Punycode (`xn--…`) where letters of several
/// scripts are mixed, or letters that look Latin stand under a Latin ending.
pub(super) fn host_shown(url: &Url) -> String {
    let Some(Host::Domain(name)) = url.host() else {
        return url.host_str().unwrap_or_default().to_owned();
    };
    let (shown, _) = Uts46::new().to_user_interface(
        name.as_bytes(),
        AsciiDenyList::URL,
        Hyphens::Allow,
        |label, ending, _| cannot_mislead(label, ending),
    );
    shown.into_owned()
}

fn cannot_mislead(label: &[char], ending: &[char]) -> bool {
    /// Scripts that are written together.
    const TOGETHER: [&[Script]; 3] = [
        &[Script::Han, Script::Hiragana, Script::Katakana],
        &[Script::Han, Script::Hangul],
        &[Script::Han, Script::Bopomofo],
    ];
    let scripts: HashSet<Script> = label
        .iter()
        .map(char::script)
        .filter(|script| !matches!(script, Script::Common | Script::Inherited))
        .collect();
    let mixed = scripts.len() > 1
        && !TOGETHER
            .iter()
            .any(|together| scripts.iter().all(|script| together.contains(script)));
    let looks_latin = scripts.iter().any(|script| {
        matches!(
            script,
            Script::Cyrillic | Script::Greek | Script::Armenian | Script::Cherokee
        )
    });
    let misleads = mixed || (looks_latin && ending.iter().all(char::is_ascii));
    !misleads
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_shown_in_its_letters_unless_they_could_mislead() {
        for (address, shown) in [
            ("https://example.org/", "example.org"),
            ("https://münchen.example/", "münchen.example"),
            ("https://例え.example/", "例え.example"),
            ("https://правда.рф/", "правда.рф"),
            // Cyrillic that reads as Latin, wholly and in part.
            ("https://аррӏе.example/", "xn--80ak6aa92e.example"),
            ("https://pаypal.example/", "xn--pypal-4ve.example"),
            ("http://[2001:db8::1]:8080/", "[2001:db8::1]"),
        ] {
            assert_eq!(host_shown(&Url::parse(address).unwrap()), shown, "{address}");
        }
    }
}
