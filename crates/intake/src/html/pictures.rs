//! The pictures of an article: their address, also where a script would load them, and what stands for them.

use html5ever::local_name;

use super::{
    dom::{Id, Page},
    links::{Base, absolute},
};

/// Pictures smaller than this on a side are signs, buttons and counters.
const SIDE: u32 = 64;

/// How many nodes behind a picture its repetition for browsers without scripts is looked for.
const BESIDE: usize = 3;

/// Attributes that hold a picture's address until a script puts it into `src`, then `src` itself.
const ADDRESSES: [&str; 8] = [
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-full-src",
    "data-image",
    "data-url",
    "src",
];

/// Attributes that hold several addresses, each with its width.
const SETS: [&str; 3] = ["data-srcset", "data-lazy-srcset", "srcset"];

/// Whether an `img` is a picture of the text and no sign.
pub(super) fn is_picture(page: &Page, img: Id) -> bool {
    ["width", "height"].iter().all(|side| {
        let side = page.attribute(img, side).map(|v| v.trim_end_matches("px"));
        side.and_then(|v| v.parse::<u32>().ok()).is_none_or(|v| v >= SIDE)
    })
}

/// What stands for the picture where it can't be seen.
pub(super) fn alt(page: &Page, img: Id) -> String {
    let alt = page.attribute(img, "alt").unwrap_or_default();
    alt.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The picture's address.
pub(super) fn source(page: &Page, img: Id, base: Option<&Base<'_>>) -> Option<String> {
    own_source(page, img, base).or_else(|| {
        // For browsers without scripts the page repeats it beside.
        let end = page.end(page.parent(img));
        let next = |id: Id| Some(page.end(id)).filter(|&id| id < end);
        let behind = std::iter::successors(next(img), |&id| next(id)).take(BESIDE);
        let noscripts = behind.filter(|&id| page.is(id, &local_name!("noscript")));
        let mut twins = noscripts
            .flat_map(|noscript| page.within(noscript))
            .filter(|&id| page.is(id, &local_name!("img")));
        twins.find_map(|twin| own_source(page, twin, base))
    })
}

fn own_source(page: &Page, img: Id, base: Option<&Base<'_>>) -> Option<String> {
    let of_set = |set: &str| largest(set).and_then(|written| absolute(written, base));
    let lazy = SETS[..2]
        .iter()
        .find_map(|name| of_set(page.attribute(img, name)?));
    let single = || {
        ADDRESSES
            .iter()
            .find_map(|name| absolute(page.attribute(img, name)?, base))
    };
    let set = || of_set(page.attribute(img, SETS[2])?);
    let around = || {
        let picture = page.parent(img);
        let sources = page
            .children(picture)
            .filter(|&id| page.is(id, &local_name!("source")));
        let mut sets = sources.flat_map(|id| SETS.iter().filter_map(move |name| page.attribute(id, name)));
        page.is(picture, &local_name!("picture"))
            .then(|| sets.find_map(of_set))?
    };
    lazy.or_else(single)
        .or_else(set)
        .or_else(around)
        .filter(|url| !url.starts_with("mailto:"))
}

/// The widest of the addresses in a `srcset`.
fn largest(set: &str) -> Option<&str> {
    // An address may hold a comma; white space parts the candidates.
    set.split(", ")
        .filter_map(|part| {
            let mut words = part.trim_matches([',', ' ', '\n', '\t']).split_whitespace();
            let url = words.next()?;
            let size = words
                .next()
                .and_then(|w| w.trim_end_matches(['w', 'x']).parse::<f64>().ok());
            Some((url, size.unwrap_or(1.0)))
        })
        .max_by(|(_, a), (_, b)| a.total_cmp(b))
        .map(|(url, _)| url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_found_where_a_script_would_load_it_from() {
        let base = Base::of("https://port.example/a/b");
        for (html, url) in [
            ("<img src=x.jpg>", Some("https://port.example/a/x.jpg")),
            (
                "<img src='data:image/gif;base64,R0' data-src=/y.jpg>",
                Some("https://port.example/y.jpg"),
            ),
            (
                "<img data-srcset='/s.jpg 300w, /l.jpg 900w' src=/s.jpg>",
                Some("https://port.example/l.jpg"),
            ),
            (
                "<img srcset='/1.jpg 1x, /2.jpg 2x'>",
                Some("https://port.example/2.jpg"),
            ),
            (
                "<picture><source srcset='/w.webp 10w'><img alt=x></picture>",
                Some("https://port.example/w.webp"),
            ),
            (
                "<p><img class=lazy><noscript><img src=/z.jpg></noscript>",
                Some("https://port.example/z.jpg"),
            ),
            ("<img src='data:image/gif;base64,R0'>", None),
        ] {
            let page = Page::parse(html);
            let img = page.all(&local_name!("img")).next().unwrap();
            assert_eq!(source(&page, img, base.as_ref()).as_deref(), url, "{html}");
        }
    }
}
