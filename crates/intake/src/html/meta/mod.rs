//! What a page says about itself: headline, deck, authors, section, day of publication, outlet, address and language.
//!
//! Each field has candidates, from what the page prints and from what it states for machines; each keeps its place and gets a
//! verdict, so that the import sheet can show why one was chosen and offer the others. A field that nothing vouches for stays
//! absent. What is stated for machines has no place on the page, so it is set out in lines of its own behind the visible ones
//! ([`StatedData`]).
//!
//! One walk over the page notes what may matter ([`collect`]); the rest works on these notes.

mod about;
mod authors;
mod clock;
mod collect;
mod credits;
mod cues;
mod days;
mod details;
mod eastern;
mod headline;
mod json;
mod outlet;
mod people;
mod plain;
mod published;
mod schema;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_bylines;
mod tokens;
mod unmarked;
mod view;

use std::ops::Range;

use model::{
    article::{Candidate, Cue, Field, Meta, Published, StatedField, Verdict},
    text::Indexed,
};

use self::{
    collect::Facts,
    headline::{Headline, Title},
    outlet::Outlet,
    view::{At, StatedLines, View, one_line, trimmed},
};
use super::{dom::Page, lines::Lines};
use crate::reading::{Hints, StatedData};

/// Most characters of a name made of the first words.
const LONGEST_NAME: usize = 120;

/// Longest title that is one, in bytes.
const LONGEST_TITLE: usize = 480;

/// What a page says about itself.
pub(super) struct Found {
    /// The fields.
    pub(super) meta: Meta,
    /// Every value that was considered, the chosen ones among them.
    pub(super) candidates: Vec<Candidate>,
    /// Bytes of the visible lines that print fields of the record.
    pub(super) shown: Vec<(StatedField, Range<usize>)>,
}

/// A value for a field.
#[derive(Clone, Debug)]
struct Value {
    field: StatedField,
    /// As the record holds it.
    value: String,
    at: At,
    cue: Cue,
    verdict: Verdict,
}

/// Reads what `page` says about itself. `lines` are its visible words; values that aren't visible are written into `stated`,
/// which gives them their place. `article` are the numbers of the lines that belong to the article's text.
pub(super) fn read(
    page: &Page,
    lines: &Lines,
    article: &[usize],
    hints: &Hints<'_>,
    stated: &mut StatedData,
) -> Found {
    let places = Indexed::new(&lines.text);
    let facts = collect::facts(page, lines);
    let mut stated = StatedLines::new(stated);
    let (values, published) = values(&facts, lines, article, hints.url, &mut stated);
    let chosen = |field: StatedField| {
        values
            .iter()
            .filter(move |v| v.field == field && v.verdict == Verdict::Chosen)
    };
    let field = |name| chosen(name).map(|v| Field::parsed(v.value.clone(), v.at.span(&places)));
    let one = |name| field(name).next();
    let meta = Meta {
        headline: one(StatedField::Headline).unwrap_or_else(|| first_words(lines, article, &places)),
        deck: one(StatedField::Deck),
        section: one(StatedField::Section),
        authors: field(StatedField::Authors).collect(),
        outlet: one(StatedField::Outlet),
        url: hints.url.map(|url| Field::typed(url.to_owned())),
        canonical_url: one(StatedField::CanonicalUrl),
        published: published.map(|(day, at)| Field::parsed(day, at.span(&places))),
        dateline: None,
        language: one(StatedField::Language),
    };
    let said = |v: &&Value| matches!(v.verdict, Verdict::Chosen | Verdict::Agrees);
    Found {
        meta,
        shown: shown(lines, values.iter().filter(said)),
        candidates: values
            .into_iter()
            .map(|v| Candidate {
                field: v.field,
                at: v.at.span(&places),
                value: v.value,
                cue: v.cue,
                verdict: v.verdict,
            })
            .collect(),
    }
}

/// Where `values` are printed, the names of one line as one place.
fn shown<'v>(lines: &Lines, values: impl Iterator<Item = &'v Value>) -> Vec<(StatedField, Range<usize>)> {
    let mut shown: Vec<(StatedField, Range<usize>)> = Vec::new();
    for (field, bytes) in values.filter_map(|v| Some((v.field, v.at.shown()?))) {
        match shown.last_mut() {
            Some((StatedField::Authors, last))
                if field == StatedField::Authors
                    && lines
                        .text
                        .get(last.end..bytes.start)
                        .is_some_and(|between| !between.contains('\n')) =>
            {
                last.end = bytes.end;
            }
            _ => shown.push((field, bytes)),
        }
    }
    shown
}

/// Every value for every field with its verdict, and the day of publication.
fn values(
    facts: &Facts<'_>,
    lines: &Lines,
    article: &[usize],
    url: Option<&str>,
    stated: &mut StatedLines<'_>,
) -> (Vec<Value>, Option<(Published, At)>) {
    let address = details::address(facts, url, stated);
    let language = details::language(facts, stated);
    let from = address.as_ref().map(|a| a.value.as_str());
    let (names, outlets) = details::outlets(facts, from, stated);
    let outlet = Outlet::new(names.iter().map(String::as_str), from);
    let titles = titles(facts, stated);
    let headline = headline::choose(facts, lines, &titles, &outlet);
    let view = View::new(facts, lines, headline.as_ref(), article);
    let mut values = headlines(headline.as_ref(), &titles);
    values.extend(details::deck(&view, stated));
    let tag = language.first().map(|l| l.value.as_str());
    let dates = published::dates(
        &view,
        tag,
        address.as_ref().map(|a| (a.value.as_str(), a.at.clone())),
        stated,
    );
    let published = dates
        .iter()
        .find(|d| d.verdict == Verdict::Chosen)
        .and_then(|d| Some((d.published()?, d.at.clone())));
    values.extend(dates.iter().filter_map(|d| {
        Some(Value {
            field: StatedField::Published,
            value: written(&d.published()?),
            at: d.at.clone(),
            cue: d.cue,
            verdict: d.verdict,
        })
    }));
    values.extend(
        authors::authors(&view, &outlet, stated)
            .into_iter()
            .map(|author| Value {
                field: StatedField::Authors,
                value: author.name,
                at: author.at,
                cue: author.cue,
                verdict: author.verdict,
            }),
    );
    values.extend(details::section(facts, &titles, &outlet, stated));
    values.extend(outlets);
    values.extend(address.filter(|a| a.cue != Cue::Address));
    values.extend(language);
    (values, published)
}

/// A name for a page that states no title and prints no heading: the first words of its article, or of the page.
fn first_words(lines: &Lines, article: &[usize], places: &Indexed<'_>) -> Field<String> {
    let line = article.first().copied().unwrap_or_default();
    let whole = lines.all.get(line).map_or(0..0, |line| line.bytes.clone());
    let (words, bytes) = trimmed(&lines.text, whole);
    let cut = words
        .char_indices()
        .nth(LONGEST_NAME)
        .map_or(words.len(), |(at, _)| {
            words[..at].rfind(char::is_whitespace).unwrap_or(at)
        });
    let (words, bytes) = trimmed(&lines.text, bytes.start..bytes.start + cut);
    Field::parsed(one_line(words), At::Shown(bytes).span(places))
}

/// The titles that a page states, without repetitions.
fn titles(facts: &Facts<'_>, stated: &mut StatedLines<'_>) -> Vec<Title> {
    let mut titles: Vec<Title> = Vec::new();
    let mut add = |name: &str, words: &str, cue: Cue, stated: &mut StatedLines<'_>| {
        let words = schema::plain(words);
        if !words.is_empty() && words.len() < LONGEST_TITLE {
            let at = stated.add(name, &words);
            if titles.iter().all(|t| fold(&t.words) != fold(&words)) {
                titles.push(Title { words, at, cue });
            }
        }
    };
    for meta in facts.metas(&["og:title"]).take(1) {
        add("og:title", meta.content, Cue::OpenGraph, stated);
    }
    let articles = facts
        .schema
        .things
        .iter()
        .filter(|t| t.kind == schema::Kind::Article);
    for headline in articles.take(3).filter_map(|t| t.headline.as_deref()) {
        add("json-ld headline", headline, Cue::JsonLd, stated);
    }
    for meta in facts
        .metas(&[
            "twitter:title",
            "dc.title",
            "dcterms.title",
            "citation_title",
            "title",
        ])
        .take(3)
    {
        add(&meta_name(&meta.name), meta.content, Cue::MetaTag, stated);
    }
    if let Some(title) = &facts.window_title {
        add("title", title, Cue::WindowTitle, stated);
    }
    titles
}

/// The headline and the titles beside it.
fn headlines(headline: Option<&Headline>, titles: &[Title]) -> Vec<Value> {
    let field = StatedField::Headline;
    let mut found: Vec<Value> = headline
        .map(|h| Value {
            field,
            value: h.words.clone(),
            at: h.at.clone(),
            cue: h.cue,
            verdict: Verdict::Chosen,
        })
        .into_iter()
        .collect();
    let chosen = headline.map(|h| fold(&h.words)).unwrap_or_default();
    found.extend(titles.iter().map(|title| Value {
        field,
        value: title.words.clone(),
        at: title.at.clone(),
        cue: title.cue,
        verdict: if fold(&title.words) == chosen {
            Verdict::Agrees
        } else {
            Verdict::LessTrusted
        },
    }));
    found
}

/// A date as candidates have it: `YYYY-MM-DD` or `YYYY-MM-DD HH:MM ZONE`.
fn written(published: &Published) -> String {
    let mut value = published.date.to_string();
    if let Some(time) = published.time {
        value.push_str(&time.format(" %H:%M").to_string());
    }
    if let Some(zone) = &published.zone {
        value.push(' ');
        value.push_str(zone);
    }
    value
}

/// The name of a stated line for a `meta` element: Open Graph's as they are, others with the element's name.
fn meta_name(name: &str) -> String {
    if name.starts_with("og:") || name.starts_with("article:") || name.starts_with("twitter:") {
        name.to_owned()
    } else {
        format!("meta {name}")
    }
}

/// `text` in small letters, its words parted by one space, all else left out: what two values must share to say the same.
fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() || is_mark(c) {
            out.extend(c.to_lowercase());
        } else if !out.is_empty() && !out.ends_with(' ') && c != '\u{ad}' && c != '\u{200b}' {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Combining accents, the vowel signs of Indian scripts, and the tone marks of Thai.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{963}' | '\u{e47}'..='\u{e4e}')
}
