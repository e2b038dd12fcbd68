//! The fields that a page states in one or two places: its address, language, outlet, section and deck.

use model::article::{Cue, StatedField, Verdict};

use super::{
    Title, Value,
    collect::{Facts, What, Zone},
    fold, meta_name,
    outlet::Outlet,
    schema::{Kind, plain},
    view::{At, StatedLines, View},
};

/// Longest names of an outlet and a section, in characters.
const NAME: usize = 80;

/// The address that the page calls its own, or else where the caller found it (then [`Cue::Address`]).
pub(super) fn address(facts: &Facts<'_>, url: Option<&str>, stated: &mut StatedLines<'_>) -> Option<Value> {
    let found = |value: &str, cue, at| Value {
        field: StatedField::CanonicalUrl,
        value: value.to_owned(),
        at,
        cue,
        verdict: Verdict::Chosen,
    };
    if let Some(canonical) = facts.canonical.map(str::trim).filter(|a| is_address(a)) {
        return Some(found(
            canonical,
            Cue::LinkRelation,
            stated.add("link canonical", canonical),
        ));
    }
    let shared = facts
        .metas(&["og:url", "twitter:url"])
        .find(|meta| is_address(meta.content.trim()));
    if let Some(meta) = shared {
        let value = meta.content.trim();
        return Some(found(
            value,
            Cue::OpenGraph,
            stated.add(&meta_name(&meta.name), value),
        ));
    }
    let url = url.filter(|url| is_address(url))?;
    Some(found(url, Cue::Address, stated.add("address", url)))
}

/// Whether `text` is a whole web address.
fn is_address(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace) && rest.len() < 2000)
}

/// The language, where the page names one: the root's attribute before other places.
pub(super) fn language(facts: &Facts<'_>, stated: &mut StatedLines<'_>) -> Vec<Value> {
    let root = facts
        .language
        .map(|lang| ("html lang".to_owned(), lang, Cue::Attribute));
    let things = facts.schema.things.iter().filter_map(|t| t.language.as_deref());
    let metas = facts
        .metas(&["content-language", "og:locale", "dc.language", "language"])
        .map(|meta| {
            (
                meta_name(&meta.name),
                meta.content,
                if meta.name.starts_with("og:") {
                    Cue::OpenGraph
                } else {
                    Cue::MetaTag
                },
            )
        });
    let all = root
        .into_iter()
        .chain(metas)
        .chain(things.map(|lang| ("json-ld inLanguage".to_owned(), lang, Cue::JsonLd)));
    let mut found: Vec<Value> = Vec::new();
    for (name, value, cue) in all.take(6) {
        if let Some(tag) = language_tag(value) {
            let first = |tag: &str| tag.split('-').next().map(str::to_owned);
            let verdict = match found.first() {
                None => Verdict::Chosen,
                Some(chosen) if first(&chosen.value) == first(&tag) => Verdict::Agrees,
                Some(_) => Verdict::LessTrusted,
            };
            found.push(Value {
                field: StatedField::Language,
                at: stated.add(&name, value),
                value: tag,
                cue,
                verdict,
            });
        }
    }
    found
}

/// `value` as a tag of BCP 47, if it is one: `de-DE` of `de_DE`.
fn language_tag(value: &str) -> Option<String> {
    let tag = value.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let first = parts.next()?;
    let letters = (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
    let rest =
        parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    (letters && rest && tag.len() < 36).then_some(tag)
}

/// What the outlet is called: every name, for telling it from titles and authors, and the candidates for the field.
pub(super) fn outlets(
    facts: &Facts<'_>,
    address: Option<&str>,
    stated: &mut StatedLines<'_>,
) -> (Vec<String>, Vec<Value>) {
    let mut found: Vec<Value> = Vec::new();
    let mut add = |line: &str, name: &str, cue: Cue, stated: &mut StatedLines<'_>| {
        let name = plain(name);
        if name.is_empty() || name.chars().count() > NAME {
            return;
        }
        // An address is no name.
        let verdict = match found.iter().find(|f| f.verdict == Verdict::Chosen) {
            _ if is_address(&name) => Verdict::Implausible,
            None => Verdict::Chosen,
            Some(chosen) if fold(&chosen.value) == fold(&name) => Verdict::Agrees,
            Some(_) => Verdict::LessTrusted,
        };
        found.push(Value {
            field: StatedField::Outlet,
            at: stated.add(line, &name),
            value: name,
            cue,
            verdict,
        });
    };
    for meta in facts.metas(&["og:site_name"]).take(1) {
        add("og:site_name", meta.content, Cue::OpenGraph, stated);
    }
    // A blog's publisher may be its author.
    let publishers = facts
        .schema
        .things
        .iter()
        .filter_map(|t| t.publisher.as_ref())
        .filter(|p| !p.is_person);
    for publisher in publishers.take(2) {
        add("json-ld publisher", &publisher.name, Cue::JsonLd, stated);
    }
    let others = [
        "dc.publisher",
        "dcterms.publisher",
        "citation_publisher",
        "application-name",
        "apple-mobile-web-app-title",
    ];
    for meta in facts.metas(&others).take(3) {
        add(&meta_name(&meta.name), meta.content, Cue::MetaTag, stated);
    }
    let mut names: Vec<String> = found.iter().map(|f| f.value.clone()).collect();
    // The end of the window's title, where it is the name in the address.
    if let Some(title) = &facts.window_title {
        let host = Outlet::new(std::iter::empty(), address);
        let ends = title
            .rsplit(['|', '-', '–', '—', '·', '•', '»', ':'])
            .take(1)
            .chain(title.split(['|', '»', '«', ':']).take(1));
        for part in ends.map(str::trim).filter(|part| *part != title) {
            if host.is(part) {
                names.push(part.to_owned());
                if found.is_empty() {
                    let whole = plain(title);
                    let at = whole.find(part).unwrap_or_default();
                    found.push(Value {
                        field: StatedField::Outlet,
                        value: part.to_owned(),
                        at: stated.add("title", &whole).part(&whole, at..at + part.len()),
                        cue: Cue::WindowTitle,
                        verdict: Verdict::Chosen,
                    });
                }
            }
        }
    }
    (names, found)
}

/// The outlet's section.
pub(super) fn section(
    facts: &Facts<'_>,
    titles: &[Title],
    outlet: &Outlet,
    stated: &mut StatedLines<'_>,
) -> Vec<Value> {
    let metas = facts
        .metas(&[
            "article:section",
            "parsely-section",
            "dc.subject.section",
            "section",
            "category",
        ])
        .map(|meta| {
            let cue = if meta.name.starts_with("article:") {
                Cue::OpenGraph
            } else {
                Cue::MetaTag
            };
            (meta_name(&meta.name), plain(meta.content), cue)
        });
    let things = facts
        .schema
        .things
        .iter()
        .filter(|t| t.kind == Kind::Article)
        .filter_map(|t| t.section.clone());
    // The last crumb that is not the page itself, below the front page.
    let mut crumbs = facts.schema.crumbs.iter().skip(1);
    let crumb = crumbs.rfind(|crumb| titles.iter().all(|t| !fold(&t.words).starts_with(&fold(crumb))));
    let all = metas
        .chain(things.map(|section| ("json-ld articleSection".to_owned(), section, Cue::JsonLd)))
        .chain(crumb.map(|crumb| ("json-ld breadcrumb".to_owned(), crumb.clone(), Cue::JsonLd)));
    let mut found: Vec<Value> = Vec::new();
    for (name, value, cue) in all.take(6) {
        let length = value.chars().count();
        if length == 0 || length > NAME || is_address(&value) {
            continue;
        }
        let verdict = match found.iter().find(|f| f.verdict == Verdict::Chosen) {
            _ if outlet.is(&value) => Verdict::NoPerson,
            None => Verdict::Chosen,
            Some(chosen) if fold(&chosen.value) == fold(&value) => Verdict::Agrees,
            Some(_) => Verdict::LessTrusted,
        };
        found.push(Value {
            field: StatedField::Section,
            at: stated.add(&name, &value),
            value,
            cue,
            verdict,
        });
    }
    found
}

/// The sentence under the headline: printed beside it in an element for it, or as a smaller heading that says what the page
/// states as its description. A description that is only the beginning of the report is no deck.
pub(super) fn deck(view: &View<'_, '_>, stated: &mut StatedLines<'_>) -> Vec<Value> {
    const SHORTEST: usize = 20;
    const LONGEST: usize = 450;
    const BEHIND: usize = 8;
    let things = view
        .facts
        .schema
        .things
        .iter()
        .filter_map(|t| t.description.as_deref());
    let descriptions: Vec<(String, String, Cue)> = view
        .facts
        .metas(&["og:description", "description", "twitter:description"])
        .map(|meta| {
            let cue = if meta.name.starts_with("og:") {
                Cue::OpenGraph
            } else {
                Cue::MetaTag
            };
            (meta_name(&meta.name), plain(meta.content), cue)
        })
        .chain(things.map(|text| ("json-ld description".to_owned(), text.to_owned(), Cue::JsonLd)))
        .take(4)
        .collect();
    let folded: Vec<String> = descriptions.iter().map(|(_, text, _)| fold(text)).collect();
    let mut found = Vec::new();
    let headings = view
        .facts
        .headings
        .iter()
        .filter(|mark| matches!(mark.what, What::Heading(2..=6)));
    for mark in view.facts.decks.iter().chain(headings) {
        let text = &view.lines.text[mark.bytes.clone()];
        let line = view.line_at(mark.bytes.start);
        let fits = (SHORTEST..=LONGEST).contains(&text.chars().count()) && !text.contains('\n');
        let behind = view
            .line
            .is_some_and(|headline| line > headline && line <= headline + BEHIND);
        if !fits || !behind || matches!(view.zone(mark.node), Some(Zone::Comments | Zone::Elsewhere)) {
            continue;
        }
        let described = folded.contains(&fold(text));
        if matches!(mark.what, What::Heading(_)) && !described {
            continue;
        }
        found.push(Value {
            field: StatedField::Deck,
            value: text.to_owned(),
            at: At::Shown(mark.bytes.clone()),
            cue: if matches!(mark.what, What::Heading(_)) {
                Cue::Heading
            } else {
                Cue::ClassName
            },
            verdict: Verdict::Chosen,
        });
        break;
    }
    let chosen = found.first().map(|f: &Value| fold(&f.value));
    for ((name, text, cue), folded) in descriptions.into_iter().zip(folded) {
        if !text.is_empty() {
            found.push(Value {
                field: StatedField::Deck,
                at: stated.add(&name, &text),
                value: text,
                cue,
                verdict: if Some(&folded) == chosen.as_ref() {
                    Verdict::Agrees
                } else {
                    Verdict::LessTrusted
                },
            });
        }
    }
    found
}
