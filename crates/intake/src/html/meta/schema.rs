//! What schema.org data in JSON-LD states about the article on a page.
//!
//! A page holds data of many things: the site, the firm, lists of other articles, readers' comments. Only things of a kind that
//! a page is written for count, and only outside lists and comments. Names may be strings, objects, lists, or references to
//! objects elsewhere on the page.

use std::collections::HashMap;

use super::json::{self, Json};
use crate::decode::is_space;

/// Most things looked at.
const THINGS: usize = 5_000;
/// Most names of one field.
const NAMES: usize = 12;

/// Keys that lead to other things than the page's own.
const ELSEWHERE: [&str; 16] = [
    "comment",
    "review",
    "reviews",
    "itemListElement",
    "hasPart",
    "mentions",
    "citation",
    "relatedLink",
    "about",
    "video",
    "image",
    "associatedMedia",
    "isBasedOn",
    "potentialAction",
    "itemReviewed",
    "@reverse",
];

/// What a thing is, the more telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Something written: an article, a post, a report, a recipe.
    Article,
    /// The page as such, whatever is on it.
    Page,
}

/// A named author or publisher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// The name.
    pub(super) name: String,
    /// Whether the data call it an organisation.
    pub(super) is_organisation: bool,
    /// Whether the data call it a person.
    pub(super) is_person: bool,
}

/// An article or page as its data state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Thing {
    pub(super) kind: Kind,
    pub(super) headline: Option<String>,
    pub(super) authors: Vec<Named>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) publisher: Option<Named>,
    pub(super) section: Option<String>,
    pub(super) description: Option<String>,
    pub(super) language: Option<String>,
}

/// What the data of a page state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stated {
    /// Articles, then pages, each in the order of the document.
    pub(super) things: Vec<Thing>,
    /// The page's place in the site, from the front page down.
    pub(super) crumbs: Vec<String>,
}

/// Reads the JSON-LD scripts of a page.
pub(super) fn stated<'s>(scripts: impl Iterator<Item = &'s str>) -> Stated {
    let roots: Vec<Json> = scripts.flat_map(json::values).collect();
    let mut objects = Vec::new();
    // Depth first in the order of the document.
    let mut open: Vec<&Json> = roots.iter().rev().collect();
    let mut ids = HashMap::new();
    while let Some(value) = open.pop() {
        match value {
            Json::List(items) => open.extend(items.iter().rev()),
            Json::Object(entries) if objects.len() < THINGS => {
                if let Some(id) = value.get("@id").and_then(Json::text)
                    && entries.len() > 1
                {
                    ids.entry(id).or_insert(value);
                }
                objects.push(value);
                let inside = entries
                    .iter()
                    .rev()
                    .filter(|(key, _)| !ELSEWHERE.contains(&key.as_str()));
                open.extend(inside.map(|(_, value)| value));
            }
            _ => {}
        }
    }
    let mut things: Vec<Thing> = objects.iter().filter_map(|object| thing(object, &ids)).collect();
    things.sort_by_key(|thing| thing.kind);
    let crumbs = objects
        .iter()
        .find(|object| kinds(object).any(|kind| kind == "BreadcrumbList"));
    Stated {
        things,
        crumbs: crumbs.map(|list| crumb_names(list)).unwrap_or_default(),
    }
}

fn kinds(object: &Json) -> impl Iterator<Item = &str> {
    let kinds = object.get("@type").map(Json::items).unwrap_or_default();
    kinds
        .iter()
        .filter_map(Json::text)
        .map(|kind| kind.rsplit(['/', '#', ':']).next().unwrap_or(kind))
}

fn kind(object: &Json) -> Option<Kind> {
    kinds(object)
        .filter_map(|kind| {
            let article = [
                "Article",
                "Posting",
                "Report",
                "Recipe",
                "Analysis",
                "CreativeWork",
            ]
            .iter()
            .any(|end| kind.ends_with(end))
                || matches!(kind, "Review" | "HowTo");
            match kind {
                _ if article => Some(Kind::Article),
                "WebPage" | "ItemPage" | "AboutPage" => Some(Kind::Page),
                _ => None,
            }
        })
        .min()
}

fn thing(object: &Json, ids: &HashMap<&str, &Json>) -> Option<Thing> {
    let kind = kind(object)?;
    let text = |key: &str| {
        object
            .get(key)
            .and_then(|v| v.items().first())
            .and_then(Json::text)
            .map(plain)
    };
    let names = |key: &str| object.get(key).map(|value| named(value, ids)).unwrap_or_default();
    let authors = ["author", "creator", "contributor"]
        .into_iter()
        .map(names)
        .find(|names| !names.is_empty())
        .unwrap_or_default();
    Some(Thing {
        kind,
        headline: text("headline").or_else(|| text("name")),
        authors,
        published: text("datePublished").or_else(|| text("dateCreated")),
        modified: text("dateModified"),
        publisher: names("publisher").into_iter().next(),
        section: text("articleSection"),
        description: text("description"),
        language: text("inLanguage"),
    })
}

/// The names in `value`: a string, an object with a name, a reference to one, or a list of these.
fn named(value: &Json, ids: &HashMap<&str, &Json>) -> Vec<Named> {
    let mut names = Vec::new();
    for item in value.items() {
        let object = match item.get("name") {
            None => item
                .get("@id")
                .and_then(Json::text)
                .and_then(|id| ids.get(id))
                .copied()
                .unwrap_or(item),
            Some(_) => item,
        };
        let is_organisation =
            kinds(object).any(|kind| kind.ends_with("Organization") || kind == "Corporation");
        let is_person = !is_organisation && kinds(object).any(|kind| kind == "Person");
        let name = object.get("name").unwrap_or(object);
        let mut found: Vec<String> = name.items().iter().filter_map(Json::text).map(plain).collect();
        if found.is_empty() {
            let parts = ["givenName", "familyName"].map(|key| object.get(key).and_then(Json::text));
            found.extend(
                parts
                    .into_iter()
                    .flatten()
                    .map(plain)
                    .reduce(|given, family| given + " " + &family),
            );
        }
        names.extend(found.into_iter().map(|name| Named {
            name,
            is_organisation,
            is_person,
        }));
        if names.len() >= NAMES {
            break;
        }
    }
    names.dedup();
    names.truncate(NAMES);
    names
}

fn crumb_names(list: &Json) -> Vec<String> {
    let items = list.get("itemListElement").map(Json::items).unwrap_or_default();
    items
        .iter()
        .take(NAMES)
        .filter_map(|crumb| {
            crumb
                .get("name")
                .or_else(|| crumb.get("item")?.get("name"))?
                .text()
        })
        .map(plain)
        .collect()
}

/// `text` without tags, with characters for their entities, every run of white space as one space.
pub(super) fn plain(text: &str) -> String {
    /// More of a title, name or description is not read.
    const LONGEST: usize = 4_000;
    let mut out = String::new();
    let mut rest = text
        .char_indices()
        .nth(LONGEST)
        .map_or(text, |(end, _)| &text[..end]);
    while let Some(c) = rest.chars().next() {
        let mut length = c.len_utf8();
        match c {
            '<' => {
                let is_tag = rest
                    .get(1..2)
                    .is_some_and(|next| next == "/" || next.bytes().all(|b| b.is_ascii_alphabetic()));
                match rest.find('>').filter(|_| is_tag) {
                    Some(end) => length = end + 1,
                    None => out.push(c),
                }
            }
            '&' => match entity(rest) {
                Some((meant, end)) => {
                    length = end;
                    // `&amp;#39;` is an apostrophe that was escaped twice.
                    let again: String = rest.get(end..).unwrap_or_default().chars().take(8).collect();
                    match entity(&format!("&{again}")).filter(|_| meant == '&') {
                        Some((twice, more)) => {
                            length = end + more - 1;
                            out.push(twice);
                        }
                        None => out.push(meant),
                    }
                }
                None => out.push(c),
            },
            c if c.is_whitespace() || c.is_control() => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    out.trim_matches(is_space).to_owned()
}

/// The character that the entity at the start of `text` means, and its length.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(10).position(|b| b == b';')?;
    let name = text.get(1..end)?;
    let meant = match name {
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        "lt" => '<',
        "gt" => '>',
        "nbsp" => ' ',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((meant, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(script: &str) -> Thing {
        stated([script].into_iter()).things.into_iter().next().unwrap()
    }

    fn authors(script: &str) -> Vec<String> {
        article(script).authors.into_iter().map(|n| n.name).collect()
    }

    #[test]
    fn authors_are_strings_objects_lists_or_references() {
        for (author, names) in [
            (r#""Maya Rios""#, &["Maya Rios"][..]),
            (r#"{"@type":"Person","name":"Maya Rios"}"#, &["Maya Rios"]),
            (
                r#"[{"name":"Maya Rios"},{"name":"Ola Berg"}]"#,
                &["Maya Rios", "Ola Berg"],
            ),
            (r#"["Maya Rios","Ola Berg"]"#, &["Maya Rios", "Ola Berg"]),
            (r#"{"name":["Maya Rios","Ola Berg"]}"#, &["Maya Rios", "Ola Berg"]),
            (r##"{"@id":"#p1"}"##, &["Cy Dee"]),
            (r##"[{"@id":"#p1"},{"@id":"#gone"}]"##, &["Cy Dee"]),
            ("null", &[]),
            (r#"{"@type":"Person"}"#, &[]),
        ] {
            let script = format!(
                r##"{{"@graph":[{{"@type":"NewsArticle","author":{author}}},{{"@id":"#p1","@type":"Person","name":"Cy Dee"}}]}}"##
            );
            assert_eq!(authors(&script), names, "{author}");
        }
    }

    #[test]
    fn the_article_comes_before_the_page_and_lists_comments_and_firms_are_passed_over() {
        let script = r#"[
            {"@type":"Organization","name":"The Outlet"},
            {"@type":"WebPage","name":"A page","datePublished":"2015-01-01"},
            {"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Another"}]},
            {"@type":["Thing","https://schema.org/NewsArticle"],"headline":"Ours &amp; theirs",
             "datePublished":"2016-03-14","publisher":{"name":"The Outlet"},
             "comment":[{"@type":"Comment","author":"A reader"}],"articleSection":["World","Asia"]}]"#;
        let thing = article(script);
        assert_eq!(thing.kind, Kind::Article);
        assert_eq!(thing.headline.as_deref(), Some("Ours & theirs"));
        assert_eq!(thing.published.as_deref(), Some("2016-03-14"));
        assert_eq!(
            (
                thing.publisher.map(|n| n.name).as_deref(),
                thing.section.as_deref()
            ),
            (Some("The Outlet"), Some("World"))
        );
        assert_eq!(stated([script].into_iter()).things.len(), 2);
    }

    #[test]
    fn words_lose_tags_and_entities() {
        for (written, meant) in [
            ("A &amp; B", "A & B"),
            ("It&#8217;s &quot;on&quot;", "It’s \"on\""),
            ("It&amp;#39;s", "It's"),
            ("<em>Now</em>\n then", "Now then"),
            ("1 < 2 & 3", "1 < 2 & 3"),
            ("&", "&"),
            ("&#xFFFFFFFF;", "&#xFFFFFFFF;"),
        ] {
            assert_eq!(plain(written), meant);
        }
    }

    #[test]
    fn a_trail_of_crumbs_is_read() {
        let script = r#"{"@type":"BreadcrumbList","itemListElement":[
            {"name":"Home"},{"item":{"name":"World"}},{"position":3}]}"#;
        assert_eq!(stated([script].into_iter()).crumbs, ["Home", "World"]);
    }
}
