//! Who wrote an article.
//!
//! A byline is what the page shows its readers. What it states for machines is often the account that uploaded the text, so a
//! stated name counts only where the page prints it as well; of the stated authors who were not printed, nearly all were
//! wrong ones. Beside the headline a byline that names somebody else, or more people, is believed before the machines' data.

use std::ops::Range;

use model::article::{Cue, Verdict};

use super::{
    about,
    collect::{Meta, Zone},
    credits::{self, Author, BEFORE, BEHIND, Credit, Source},
    cues::Place,
    fold, meta_name,
    outlet::Outlet,
    people,
    schema::{Kind, Named, plain},
    unmarked,
    view::{At, StatedLines, View},
};
use crate::html::lines::letters;

/// Most stated credits that are looked for in print.
const CREDITS: usize = 12;
/// A line that has this many times the letters of a name is a sentence, in which anybody may be named.
const SENTENCE: usize = 6;
/// A line of at most this many times the letters is a byline wherever it stands.
const BYLINE: usize = 2;

/// `meta` elements that name the author, the more telling first.
const AUTHORS: [&str; 26] = [
    "author",
    "article:author",
    "og:author",
    "og:article:author",
    "article.author",
    "citation_author",
    "dc.creator",
    "dc:creator",
    "dc.contributor.author",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "byl",
    "authors",
    "creator",
    "twitter:data1",
    "shareaholic:article_author_name",
    "twitter:data2",
    "author_name",
    "article:author_name",
    "article-author",
    "rbauthors",
    "news_authors",
    "citation_authors",
    "dcterms.contributor",
];

/// Every name for the author with the verdict on each, the chosen ones in the order of the byline.
pub(super) fn authors(view: &View<'_, '_>, outlet: &Outlet, stated: &mut StatedLines<'_>) -> Vec<Author> {
    let mut refused = Vec::new();
    let mut credits = credits::printed(view, outlet, &mut refused);
    credits.extend(unmarked::beside_headline(view, outlet));
    credits.extend(unmarked::signature(view, outlet));
    credits.extend(about::authors(view, outlet));
    credits.extend(unmarked::agency(view));
    let mut print = Print::new(view);
    let states = states(view, outlet, stated, &mut refused);
    for mut credit in states.into_iter().take(CREDITS) {
        credit
            .authors
            .retain_mut(|author| match print.place(&author.name) {
                Some(place) => {
                    author.at = At::Shown(place);
                    true
                }
                None => {
                    refused.push(author.clone());
                    false
                }
            });
        if credit.authors.is_empty() || !is_believed(view, &credit, &credits) {
            refused.append(&mut credit.authors);
        } else {
            credits.push(credit);
        }
    }
    let chosen = choice(view, &credits);
    let names: Vec<String> = chosen
        .and_then(|n| credits.get(n))
        .map(|credit| credit.authors.iter().map(|a| fold(&a.name)).collect())
        .unwrap_or_default();
    let mut all = Vec::new();
    if let Some(n) = chosen {
        all.extend(credits.remove(n).authors.into_iter().map(|author| Author {
            verdict: Verdict::Chosen,
            ..author
        }));
    }
    for author in credits.into_iter().flat_map(|credit| credit.authors) {
        let agrees = names.contains(&fold(&author.name));
        let verdict = if agrees {
            Verdict::Agrees
        } else {
            Verdict::LessTrusted
        };
        all.push(Author { verdict, ..author });
    }
    all.extend(refused);
    all
}

/// Whether names that are stated and printed are believed: printed credits say the same, or they are full names and JSON-LD
/// states them, or the lines that print them are bylines by their place or their length. What a `meta` element names is the
/// site's owner as often as the author.
fn is_believed(view: &View<'_, '_>, credit: &Credit, others: &[Credit]) -> bool {
    let is_printed = |other: &&Credit| !matches!(other.source, Source::Stated(_));
    if others.iter().filter(is_printed).any(|other| other.shares(credit)) {
        return true;
    }
    let is_beside = |author: &Author| {
        let line = author.at.shown().map(|at| view.line_at(at.start));
        line.is_some_and(|line| view.is_near(line, BEFORE, BEHIND)) && is_of(view, author, SENTENCE)
    };
    credit.is_full()
        && (matches!(credit.source, Source::Stated(0 | 2))
            || credit.authors.iter().any(is_beside)
            || credit.authors.iter().all(|author| is_of(view, author, BYLINE)))
}

/// Whether the line that prints a name is about it: of at most `times` as many letters.
fn is_of(view: &View<'_, '_>, author: &Author, times: usize) -> bool {
    let line = author
        .at
        .shown()
        .and_then(|at| view.lines.all.get(view.line_at(at.start)));
    line.is_some_and(|line| line.letters <= times * letters(&author.name))
}

/// Which credit is the byline.
fn choice(view: &View<'_, '_>, credits: &[Credit]) -> Option<usize> {
    let best = |wanted: &dyn Fn(Source) -> bool| {
        (0..credits.len())
            .filter(|&n| credits.get(n).is_some_and(|c| wanted(c.source)))
            .min_by_key(|&n| credits.get(n).map(|c| c.source))
    };
    let beside = best(&|source| matches!(source, Source::Beside(_)));
    let stated = best(&|source| matches!(source, Source::Stated(_)));
    let (Some(printed), Some(machine)) = (beside, stated) else {
        return beside
            .or(stated)
            .or_else(|| only(view, credits))
            .or_else(|| best(&|source| matches!(source, Source::Day | Source::Signature)))
            .or_else(|| best(&|source| source == Source::Desk));
    };
    let (Some(print), Some(data)) = (credits.get(printed), credits.get(machine)) else {
        return Some(printed);
    };
    let more = print.authors.len() > data.authors.len() || !print.shares(data);
    Some(if more && print.is_cued && print.is_full() {
        printed
    } else {
        machine
    })
}

/// The credit far from the headline that all others there repeat: several are those of other articles.
///
/// A box right below the article tells about its author. In the article, where people are written about, a word like "by" has to
/// stand before the name, or a property name the author; so it has to elsewhere on the page, and far below the article there are
/// only other articles.
fn only(view: &View<'_, '_>, credits: &[Credit]) -> Option<usize> {
    /// Lines below the article where a byline may still be.
    const FAR: usize = 15;
    /// Last lines of the article that may be such a box.
    const BOX: usize = 3;
    let end = view.article_lines().end;
    let line = |credit: &Credit| {
        let start = credit.authors.first()?.at.shown()?.start;
        Some(view.line_at(start))
    };
    let alone = |is_there: &dyn Fn(usize) -> bool| {
        let mut far = credits
            .iter()
            .enumerate()
            .filter(|(_, c)| matches!(c.source, Source::Far(_)) && line(c).is_some_and(is_there));
        let (n, first) = far.next()?;
        far.all(|(_, other)| other.shares(first)).then_some((n, first))
    };
    let told = alone(&|line| view.is_in_article(line)).filter(|(_, credit)| {
        let is_box = credit.source == Source::Far(0) || line(credit).is_some_and(|line| line + BOX >= end);
        credit.is_cued || credit.is_full() && is_box
    });
    let cued = || alone(&|line| line < end + FAR).filter(|(_, credit)| credit.is_cued && credit.is_full());
    told.or_else(cued).map(|(n, _)| n)
}

/// What the page states for machines, names of nobody taken out into `refused`.
fn states(
    view: &View<'_, '_>,
    outlet: &Outlet,
    stated: &mut StatedLines<'_>,
    refused: &mut Vec<Author>,
) -> Vec<Credit> {
    let mut credits = Vec::new();
    let mut add = |source, cue, entries: Vec<(String, Named)>, stated: &mut StatedLines<'_>| {
        let mut authors = Vec::new();
        for (line, named) in entries {
            let at = stated.add(&line, &named.name);
            let author = |name: &str, verdict| Author {
                name: name.to_owned(),
                at: at.clone(),
                cue,
                verdict,
            };
            match people::byline(&named.name, Place::Author) {
                _ if named.is_organisation
                    || !named.is_person && outlet.is(&named.name)
                    || outlet.begins(&named.name) =>
                {
                    refused.push(author(&named.name, Verdict::NoPerson));
                }
                Ok(byline) if byline.is_all_people => {
                    let names = byline.names.into_iter();
                    authors.extend(names.map(|name| author(&named.name[name], Verdict::LessTrusted)));
                }
                Ok(_) => refused.push(author(&named.name, Verdict::NoPerson)),
                Err(why) => refused.push(author(&named.name, why)),
            }
        }
        if !authors.is_empty() {
            credits.push(Credit {
                authors,
                source,
                is_cued: false,
            });
        }
    };
    for thing in view.facts.schema.things.iter().take(4) {
        let source = Source::Stated(if thing.kind == Kind::Article { 0 } else { 2 });
        let names = thing
            .authors
            .iter()
            .map(|named| ("json-ld author".to_owned(), named.clone()));
        add(source, Cue::JsonLd, names.collect(), stated);
    }
    for (n, name) in AUTHORS.iter().enumerate() {
        let cue = if name.contains("article:") || name.starts_with("og:") || name.starts_with("twitter:") {
            Cue::OpenGraph
        } else {
            Cue::MetaTag
        };
        let names = view.facts.metas(&AUTHORS[n..=n]).map(|Meta { name, content }| {
            let is_inverted = name.starts_with("citation_") || name.starts_with("dc");
            let name_of = Named {
                name: upright(plain(content), is_inverted),
                is_organisation: false,
                is_person: false,
            };
            (meta_name(name), name_of)
        });
        add(
            Source::Stated(if n < 2 { 1 } else { 3 }),
            cue,
            names.collect(),
            stated,
        );
    }
    credits
}

/// A name as people say it, where libraries turn it round: "Rios, Maya".
fn upright(name: String, is_inverted: bool) -> String {
    let turned = || {
        let (family, given) = name.split_once(", ")?;
        let is_part = |part: &str| (1..=2).contains(&part.split_whitespace().count());
        (!given.contains(',') && is_part(family) && is_part(given)).then(|| format!("{given} {family}"))
    };
    is_inverted.then(turned).flatten().unwrap_or(name)
}

/// The words of a page folded, to find names in.
struct Print<'v, 'f, 'p> {
    view: &'v View<'f, 'p>,
    /// Each folded line with a line feed behind it, and where each begins; made when first asked for.
    folded: Option<(String, Vec<(usize, usize)>)>,
}

impl<'v, 'f, 'p> Print<'v, 'f, 'p> {
    fn new(view: &'v View<'f, 'p>) -> Self {
        Self { view, folded: None }
    }

    /// Where the page prints a name: beside the headline, or else the first behind it. Before the headline, where menus are, and in
    /// readers' comments it doesn't count.
    fn place(&mut self, name: &str) -> Option<Range<usize>> {
        let view = self.view;
        let (text, starts) = self.folded.get_or_insert_with(|| {
            let mut text = String::new();
            let mut starts = Vec::new();
            let head = view.line.unwrap_or_default().saturating_sub(BEFORE);
            for (n, line) in view.lines.all.iter().enumerate().skip(head) {
                if !line.hidden && view.zone_of_line(n) != Some(Zone::Comments) {
                    starts.push((text.len(), n));
                    text.push_str(&fold(view.lines.words(n)));
                    text.push('\n');
                }
            }
            (text, starts)
        });
        let wanted = fold(name);
        let is_word = |at: usize| {
            let before = text[..at].chars().next_back();
            let behind = text[at + wanted.len()..].chars().next();
            before.is_none_or(|c| c == ' ' || c == '\n') && behind.is_none_or(|c| c == ' ' || c == '\n')
        };
        if wanted.is_empty() {
            return None;
        }
        let mut lines = text
            .match_indices(&wanted)
            .filter(|(at, _)| is_word(*at))
            .map(|(at, _)| starts.partition_point(|(start, _)| *start <= at))
            .filter_map(|n| starts.get(n.checked_sub(1)?).map(|(_, line)| *line));
        let first = lines.next()?;
        let line = std::iter::once(first)
            .chain(lines)
            .find(|line| view.is_near(*line, BEFORE, BEHIND))
            .unwrap_or(first);
        let whole = view.lines.all.get(line)?.bytes.clone();
        let words = view.lines.words(line);
        let exact = words
            .find(name)
            .map(|at| whole.start + at..whole.start + at + name.len());
        Some(exact.unwrap_or(whole))
    }
}
