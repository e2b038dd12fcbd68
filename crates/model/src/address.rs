//! Addresses as names of pages: when two of them stand for the same one.
//!
//! What is made here is compared and never opened: it says nothing about whether an address may be fetched, which is the
//! fetcher's business.

use std::sync::LazyLock;

use crate::article::Meta;

/// Parts of a query that don't say which page is meant; a star stands for any ending.
static TRACKING: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let lines = include_str!("../data/tracking.txt").lines().map(str::trim);
    lines.filter(|l| !l.is_empty() && !l.starts_with('#')).collect()
});

/// What two addresses of the same page have in common: host, path and query, without scheme, `www.`, the scheme's own port,
/// fragment, the slash at the end and those parts of the query that only say how somebody came there. Nothing for what is no
/// web address, and for an address without path and query: that of a site, which outlets print on every page.
pub fn page_key(address: &str) -> Option<String> {
    let (host, rest) = parted(address)?;
    let rest = rest.split('#').next().unwrap_or_default().trim_end();
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let path = unreserved(path.trim_end_matches(|c: char| c == '/' || c.is_whitespace()));
    // Plain first: an escape in a name does not make it another one.
    let query: Vec<String> = query
        .split('&')
        .map(|part| unreserved(part.trim()))
        .filter(|part| !part.is_empty() && !is_tracking(part))
        .collect();
    if path.is_empty() && query.is_empty() {
        return None;
    }
    let query = if query.is_empty() {
        String::new()
    } else {
        format!("?{}", query.join("&"))
    };
    Some(format!("{host}{path}{query}"))
}

/// The site an address belongs to: its host in lower case without `www.` and without the scheme's own port.
pub fn site(address: &str) -> Option<String> {
    parted(address).map(|(host, _)| host)
}

/// Whether two sites may be one outlet's: the same, or one a part of the other as `m.example.org` is of `example.org`.
pub fn same_outlet(a: &str, b: &str) -> bool {
    let within = |part: &str, whole: &str| {
        part.strip_suffix(whole).is_some_and(|front| front.ends_with('.')) && whole.contains('.')
    };
    a == b || within(a, b) || within(b, a)
}

/// The pages that a record names, as [`page_key`] does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages {
    /// Where it was found.
    pub found: Option<String>,
    /// What it calls its own address, where that is at the outlet where it was found.
    pub stated: Option<String>,
    /// What it calls its own address at another outlet: it is a copy of that page.
    pub original: Option<String>,
    /// The site where it was found, or that of its own address.
    pub site: Option<String>,
}

impl Pages {
    /// The pages that `meta` names.
    pub fn of(meta: &Meta) -> Self {
        let (found, stated) = (meta.url.as_ref(), meta.canonical_url.as_ref());
        let of = |field: Option<&crate::article::Field<String>>, read: fn(&str) -> Option<String>| {
            field.and_then(|f| read(&f.value))
        };
        let (here, there) = (of(found, site), of(stated, site));
        let elsewhere = here
            .as_ref()
            .zip(there.as_ref())
            .is_some_and(|(a, b)| !same_outlet(a, b));
        let key = of(stated, page_key);
        let (stated, original) = if elsewhere { (None, key) } else { (key, None) };
        Self {
            found: of(found, page_key),
            stated,
            original,
            site: here.or(there),
        }
    }

    /// The addresses that are the record's own.
    pub fn own(&self) -> impl Iterator<Item = &str> {
        self.found.as_deref().into_iter().chain(self.stated.as_deref())
    }
}

/// Host and what follows it.
fn parted(address: &str) -> Option<(String, &str)> {
    let address = address.trim();
    let (scheme, rest) = address.split_once("://")?;
    let own_port = match scheme.to_ascii_lowercase().as_str() {
        "http" => ":80",
        "https" => ":443",
        _ => return None,
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, rest) = rest.split_at(end);
    // Whoever is named before the host has no part in which page it is.
    let host = authority.rsplit('@').next().unwrap_or_default().to_lowercase();
    let mut host = host.trim_end_matches(own_port).trim_end_matches('.');
    while let Some(inner) = host.strip_prefix("www.").filter(|h| h.contains('.')) {
        host = inner;
    }
    let usable = !host.is_empty() && !host.ends_with(own_port) && !host.contains(char::is_whitespace);
    usable.then(|| (host.to_owned(), rest))
}

fn is_tracking(part: &str) -> bool {
    let name = part.split('=').next().unwrap_or_default().to_ascii_lowercase();
    TRACKING.iter().any(|known| match known.strip_suffix('*') {
        Some(front) => name.starts_with(front),
        None => name == *known,
    })
}

/// `text` with `%41` as `A` where that means the same (RFC 3986, 2.3), and other escapes in capitals.
fn unreserved(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let escape = rest.get(..2).filter(|e| e.bytes().all(|b| b.is_ascii_hexdigit()));
        let Some(escape) = escape else {
            plain.push('%');
            continue;
        };
        match u8::from_str_radix(escape, 16).map(char::from) {
            Ok(c) if c.is_ascii_alphanumeric() || "-._~".contains(c) => plain.push(c),
            _ => {
                plain.push('%');
                plain.push_str(&escape.to_ascii_uppercase());
            }
        }
        rest = &rest[2..];
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_of_one_page_have_one_key() {
        let key = "example.org/news/port-closed";
        for address in [
            "https://example.org/news/port-closed",
            "http://www.example.org/news/port-closed/",
            "HTTPS://Example.ORG:443/news/port-closed#comments",
            "https://example.org/news/port-closed?utm_source=letter&utm_medium=mail&fbclid=x",
            "https://example.org./news/p%6frt-closed?gclid=1#top",
            "  https://reader:secret@example.org/news/port-closed ",
        ] {
            assert_eq!(page_key(address).as_deref(), Some(key), "{address}");
        }
    }

    #[test]
    fn what_may_be_another_page_has_another_key() {
        for (address, key) in [
            ("https://example.org/?p=12", "example.org?p=12"),
            (
                "https://example.org/a?id=2&utm_id=9&page=1",
                "example.org/a?id=2&page=1",
            ),
            ("https://example.org:8080/a", "example.org:8080/a"),
            ("http://example.org:443/a", "example.org:443/a"),
            ("https://example.org/A", "example.org/A"),
            ("https://example.org/caf%c3%a9%2F", "example.org/caf%C3%A9%2F"),
            ("https://example.org/100%", "example.org/100%"),
            ("https://news.example.org/a", "news.example.org/a"),
        ] {
            assert_eq!(page_key(address).as_deref(), Some(key), "{address}");
        }
    }

    #[test]
    fn the_address_of_a_site_or_of_no_page_names_nothing() {
        for address in [
            "https://example.org",
            "https://www.example.org/",
            "https://example.org/?utm_source=x#top",
            "file:///home/a.html",
            "javascript:alert(1)",
            "example.org/a",
            "https:///a",
            "",
        ] {
            assert_eq!(page_key(address), None, "{address}");
        }
    }

    #[test]
    fn a_part_of_a_site_may_be_the_same_outlet_and_an_ending_that_looks_alike_is_not() {
        assert!(same_outlet("example.org", "example.org"));
        assert!(same_outlet("amp.example.org", "example.org"));
        assert!(!same_outlet("notexample.org", "example.org"));
        assert!(!same_outlet("example.org", "org"));
    }

    #[test]
    fn a_page_that_calls_another_outlets_address_its_own_is_a_copy_of_it() {
        let pages = |url: Option<&str>, canonical: Option<&str>| {
            let field = |a: Option<&str>| a.map(|a| crate::article::Field::typed(a.to_owned()));
            let title = crate::article::Field::typed("Port closed".to_owned());
            let pages = Pages::of(&Meta {
                url: field(url),
                canonical_url: field(canonical),
                ..Meta::titled(title)
            });
            (pages.found, pages.stated, pages.original, pages.site)
        };
        let key = |key: &str| Some(key.to_owned());
        assert_eq!(
            pages(
                Some("https://m.example.org/a?utm_id=1"),
                Some("https://example.org/a")
            ),
            (
                key("m.example.org/a"),
                key("example.org/a"),
                None,
                key("m.example.org")
            )
        );
        assert_eq!(
            pages(Some("https://copy.example/a"), Some("https://example.org/b")),
            (
                key("copy.example/a"),
                None,
                key("example.org/b"),
                key("copy.example")
            )
        );
        assert_eq!(
            pages(None, Some("https://example.org/b")),
            (None, key("example.org/b"), None, key("example.org"))
        );
    }

    proptest! {
        #[test]
        fn any_text_has_a_key_or_none_and_a_key_is_its_own(text in "(https?://)?\\PC{0,60}") {
            if let Some(key) = page_key(&text) {
                prop_assert_eq!(page_key(&format!("https://{key}")), Some(key));
            }
        }

        #[test]
        fn what_is_left_out_of_a_key_stays_out(
            scheme in "https?",
            rest in "([w.]|www\\.|a|:80|:443|@|/|\\?|&| |#|%|%2F|%75tm_x|utm_x|=|%c3%A4){0,12}",
        ) {
            if let Some(key) = page_key(&format!("{scheme}://{rest}")) {
                prop_assert_eq!(page_key(&format!("{scheme}://{key}")), Some(key));
            }
        }

        #[test]
        fn how_somebody_came_to_a_page_does_not_matter(path in "[a-z0-9/]{0,20}[a-z]", value in "[a-zA-Z0-9%._-]{0,12}") {
            let plain = format!("https://example.org/{path}");
            prop_assert_eq!(page_key(&format!("{plain}?utm_campaign={value}")), page_key(&plain));
        }
    }
}
