//! Addresses as a page writes them, made absolute: only those that lead to a page or a mail.

/// Longest address that is kept, bytes.
const LONGEST: usize = 4096;

/// What relative addresses are relative to: the page's own address, or what it names in its place.
pub(crate) struct Base<'u> {
    /// `https:`.
    scheme: &'u str,
    /// `https://host:port`.
    origin: &'u str,
    /// `/a/b.html`, without query and fragment.
    path: &'u str,
}

impl<'u> Base<'u> {
    /// The base that an absolute address of a page gives.
    pub(crate) fn of(url: &'u str) -> Option<Self> {
        if url.len() > LONGEST {
            return None;
        }
        let scheme = ["http:", "https:"]
            .into_iter()
            .find(|scheme| starts_with(url, scheme))?;
        let host = url.get(scheme.len()..)?.strip_prefix("//")?;
        let start = url.len() - host.len();
        let end = host.find(['/', '?', '#']).map_or(url.len(), |at| start + at);
        let path = &url[end..];
        let path = &path[..path.find(['?', '#']).unwrap_or(path.len())];
        (end > start).then_some(Self {
            scheme: &url[..scheme.len()],
            origin: &url[..end],
            path,
        })
    }
}

/// The address that `written` leads to: `http`, `https` or `mailto`; nothing for all others and for places on the same page.
pub(crate) fn absolute(written: &str, base: Option<&Base<'_>>) -> Option<String> {
    // A browser drops these wherever they stand.
    let url: String = written
        .trim_matches(|c: char| c <= ' ')
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    if url.is_empty() || url.len() > LONGEST || url.starts_with('#') || url.chars().any(char::is_control) {
        return None;
    }
    if ["http://", "https://", "mailto:"]
        .iter()
        .any(|start| starts_with(&url, start))
    {
        return Some(url);
    }
    let scheme = url
        .find(':')
        .is_some_and(|colon| url.find(['/', '?']).is_none_or(|sign| colon < sign));
    let base = base.filter(|_| !scheme)?;
    // Each of a page's links may be joined to the same long base.
    Some(joined(&url.replace('\\', "/"), base)).filter(|url| url.len() <= LONGEST)
}

/// The address that the relative address `url` means.
fn joined(url: &str, base: &Base<'_>) -> String {
    if url.starts_with("//") {
        return format!("{}{url}", base.scheme);
    }
    if url.starts_with('/') {
        return format!("{}{url}", base.origin);
    }
    if url.starts_with('?') {
        return format!("{}{}{url}", base.origin, base.path);
    }
    let (path, rest) = url.split_at(url.find(['?', '#']).unwrap_or(url.len()));
    let folder = base.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut steps: Vec<&str> = folder.split('/').skip(1).collect();
    for step in path.split('/') {
        match step {
            "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    format!("{}/{}{rest}", base.origin, steps.join("/"))
}

fn starts_with(url: &str, start: &str) -> bool {
    url.get(..start.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_absolute_against_the_page_and_others_are_none() {
        let base = Base::of("https://port.example:8080/news/2026/strike.html?x=1#top");
        for (written, led) in [
            ("https://a.example/b", Some("https://a.example/b")),
            (" HTTP://a.example/\n b", Some("HTTP://a.example/ b")),
            ("mailto:desk@port.example", Some("mailto:desk@port.example")),
            ("//cdn.example/p.jpg", Some("https://cdn.example/p.jpg")),
            ("/about", Some("https://port.example:8080/about")),
            (
                "?page=2",
                Some("https://port.example:8080/news/2026/strike.html?page=2"),
            ),
            (
                "map.html#x",
                Some("https://port.example:8080/news/2026/map.html#x"),
            ),
            ("../../../up", Some("https://port.example:8080/up")),
            ("#note", None),
            ("javascript:alert(1)", None),
            ("java\nscript:alert(1)", None),
            ("data:text/html,x", None),
            ("file:///etc/passwd", None),
            ("", None),
        ] {
            assert_eq!(absolute(written, base.as_ref()).as_deref(), led, "{written}");
        }
        assert_eq!(absolute("/about", None), None);
    }

    #[test]
    fn no_address_grows_beyond_the_longest() {
        let host = format!("https://port.example/{}", "a".repeat(2_500));
        let base = Base::of(&host);
        assert!(base.is_some() && absolute("?x", base.as_ref()).is_some());
        assert_eq!(absolute(&format!("?{}", "x".repeat(2_500)), base.as_ref()), None);
        assert!(Base::of(&host.repeat(2)).is_none());
    }

    #[test]
    fn a_base_is_a_web_address() {
        assert!(Base::of("file:///x").is_none() && Base::of("https://").is_none());
    }
}
