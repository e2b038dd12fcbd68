//! What the names of elements say about them: class, id, role and `itemprop`, cut into words.
//!
//! The words stand in `data/html-parts.txt` and `data/html-article.txt`, by what they mean and never by site.

use std::{collections::HashMap, sync::LazyLock};

use html5ever::local_name;
use model::article::RemovedBecause;

use super::dom::{Id, Page};

/// Most words of a name that are looked at.
const WORDS: usize = 24;
/// Most words of an entry.
const LONGEST: usize = 4;

/// What a name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// The article's text.
    Article,
    /// What stands under a picture.
    Caption,
    /// A part that is none of the article's.
    Part(RemovedBecause),
}

static NAMES: LazyLock<HashMap<&'static str, Named>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    let mut means = Named::Article;
    let parts = include_str!("../../data/html-parts.txt");
    for line in include_str!("../../data/html-article.txt")
        .lines()
        .chain(parts.lines())
    {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some("caption") => means = Named::Caption,
            Some(reason) => means = Named::Part(reason_named(reason)),
            None if line.is_empty() || line.starts_with('#') => {}
            None => {
                names.insert(line, means);
            }
        }
    }
    names
});

/// The reason that a heading of the data files names.
pub(super) fn reason_named(name: &str) -> RemovedBecause {
    match name {
        "navigation" => RemovedBecause::Navigation,
        "related_links" => RemovedBecause::RelatedLinks,
        "promotion" => RemovedBecause::Promotion,
        "advertisement" => RemovedBecause::Advertisement,
        "sharing" => RemovedBecause::Sharing,
        "comments" => RemovedBecause::Comments,
        "about_the_author" => RemovedBecause::AboutTheAuthor,
        "about_the_article" => RemovedBecause::AboutTheArticle,
        "picture_credit" => RemovedBecause::PictureCredit,
        "legal" => RemovedBecause::Legal,
        _ => RemovedBecause::OutsideArticle,
    }
}

/// What the element `id` is called, when a name of it is known. The article's text wins over a part of the page.
pub(super) fn named(page: &Page, id: Id) -> Option<Named> {
    let mut found = None;
    for attribute in page.attributes(id) {
        match attribute.name.local {
            local_name!("class") | local_name!("id") | local_name!("role") => {}
            local_name!("itemprop") if attribute.value.contains("articleBody") => {
                return Some(Named::Article);
            }
            _ => continue,
        }
        match in_name(&attribute.value) {
            Some(Named::Article) => return Some(Named::Article),
            other => found = found.or(other),
        }
    }
    found
}

/// What a class attribute, id or role says.
fn in_name(name: &str) -> Option<Named> {
    let mut found = None;
    for class in name.split_ascii_whitespace() {
        let words = words(class);
        let ends: Vec<usize> = words
            .match_indices(' ')
            .map(|(at, _)| at)
            .chain([words.len()])
            .take(WORDS)
            .collect();
        let mut start = 0;
        for (n, &end) in ends.iter().enumerate() {
            // The longest entry first: `page header` says more than `header`.
            for &until in ends[n..ends.len().min(n + LONGEST)].iter().rev() {
                match NAMES.get(&words[start..until]) {
                    Some(Named::Article) => return Some(Named::Article),
                    Some(&part) => {
                        found = found.or(Some(part));
                        break;
                    }
                    None => {}
                }
            }
            start = end + 1;
        }
    }
    found
}

/// A name in lower case, cut at signs and capitals, its words parted by a space each.
fn words(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 8);
    let mut before_is_small = false;
    for c in name.chars() {
        if !c.is_alphanumeric() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            before_is_small = false;
            continue;
        }
        if before_is_small && c.is_uppercase() {
            out.push(' ');
        }
        before_is_small = c.is_lowercase() || c.is_numeric();
        out.extend(c.to_lowercase());
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_however_they_are_joined() {
        let part = |reason| Some(Named::Part(reason));
        for (name, says) in [
            ("articleBody", Some(Named::Article)),
            ("c-article__body js-x", Some(Named::Article)),
            ("SocialShare--wide", part(RemovedBecause::Sharing)),
            ("mod-related_posts", part(RemovedBecause::RelatedLinks)),
            ("comments-area", part(RemovedBecause::Comments)),
            ("lead paragraph", None),
            ("download", None),
        ] {
            assert_eq!(in_name(name), says, "{name}");
        }
    }
}
