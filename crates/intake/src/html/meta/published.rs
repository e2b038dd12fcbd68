//! When an article was published.
//!
//! The day that the page prints beside the headline is the day as its readers know it; what the page states for machines is
//! often in another time zone, or the day before the embargo ended. So the machines' date says which printed one is meant, and
//! speaks for itself where none is printed near. Dates of changes, of comments and of other articles are none of publication.

use std::ops::Range;

use chrono::NaiveDate;
use model::article::{Cue, Published, Verdict};

use super::{
    collect::{Mark, Meta, Plainness, What, Zone},
    days::{self, Day},
    schema::Kind,
    view::{At, StatedLines, View},
};
use crate::html::lines::Lines;

/// `meta` elements whose content is the day of publication.
const PUBLISHED: [&str; 48] = [
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "article.published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.available",
    "dc.date.available",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "shareaholic:article_published_time",
    "bt:pubdate",
    "publish-date",
    "publishdate",
    "publish_date",
    "pubdate",
    "publication_date",
    "displaydate",
    "datecreated",
    "iso-8601-publish-date",
    "article_date_original",
    "article:published_date",
    "article_date",
    "article.created",
    "published",
    "published_at",
    "published-date",
    "published_date",
    "published_time",
    "date_published",
    "news_publish_date",
    "originalpublicationdate",
    "og:pubdate",
    "rnews:datepublished",
    "publishtime",
    "publish_time",
    "cxenseparse:publishtime",
    "lp.date",
    "pdate",
];

/// Those whose content is some date.
const VAGUE: [&str; 8] = [
    "date",
    "dc.date",
    "dc:date",
    "dcterms.date",
    "created",
    "dcterms.temporal",
    "date.created",
    "article:date",
];

/// Those whose content is the day of a change.
const CHANGED: [&str; 9] = [
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "revised",
];

/// Words before a date that make it one of a change.
const CHANGES: [&str; 22] = [
    "updated",
    "update",
    "modified",
    "revised",
    "aktualisiert",
    "aktualisierung",
    "geändert",
    "überarbeitet",
    "mis à jour",
    "mise à jour",
    "modifié",
    "actualizado",
    "actualización",
    "atualizado",
    "modificado",
    "aggiornato",
    "bijgewerkt",
    "opdateret",
    "uppdaterad",
    "oppdatert",
    "aktualizacja",
    "обновлено",
];

/// Words before a date that make it one of publication.
const PUBLICATIONS: [&str; 25] = [
    "published",
    "posted",
    "veröffentlicht",
    "erstellt",
    "publiziert",
    "erschienen",
    "eingestellt",
    "geschrieben",
    "gepostet",
    "publié",
    "mis en ligne",
    "paru",
    "posté",
    "publicado",
    "publicada",
    "pubblicato",
    "geplaatst",
    "gepubliceerd",
    "publicerad",
    "publisert",
    "udgivet",
    "opublikowano",
    "dodano",
    "опубликовано",
    "stand",
];

/// What kind of place a date has, the more telling first within each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    /// Stated to be the day of publication.
    Stated(u8),
    /// Printed as the day of the article, up to [`NEAR`] beside the headline.
    Printed(u8),
    /// Part of the page's address.
    Address,
    /// Stated to be some date.
    Vague,
    /// Stated or printed to be the day of a change.
    Changed,
}

/// The last rank of dates that stand beside the headline, and the first of those outside the article.
const NEAR: u8 = 2;
const FAR: u8 = 5;

/// A date that a page has for its article.
#[derive(Clone, Debug)]
pub(super) struct Dated {
    day: Day,
    /// The one reading, where something decides.
    date: Option<NaiveDate>,
    pub(super) at: At,
    pub(super) cue: Cue,
    source: Source,
    pub(super) verdict: Verdict,
}

impl Dated {
    /// The value of a record, when the day is known.
    pub(super) fn published(&self) -> Option<Published> {
        Some(Published {
            date: self.date?,
            time: self.day.time,
            zone: self.day.zone.clone(),
        })
    }
}

/// Every date that may be the day of publication, with the verdict on each; at most one is chosen.
pub(super) fn dates(
    view: &View<'_, '_>,
    language: Option<&str>,
    address: Option<(&str, At)>,
    stated: &mut StatedLines<'_>,
) -> Vec<Dated> {
    let mut found = Found::default();
    found.stated(view, stated);
    if let Some((address, at)) = address
        && let Some(day) = days::in_address(address)
    {
        found.add(day, at, Cue::Address, Source::Address);
    }
    found.marks(view, stated);
    found.lines(view);
    let mut all = found.all;
    settle(&mut all, language);
    judge(&mut all);
    all
}

#[derive(Default)]
struct Found {
    all: Vec<Dated>,
}

impl Found {
    /// Most dates kept of a page.
    const MOST: usize = 60;

    fn add(&mut self, day: Day, at: At, cue: Cue, source: Source) {
        let known = self.all.iter().any(|d| d.at == at && d.source <= source);
        if self.all.len() < Self::MOST && !known {
            self.all.push(Dated {
                date: day.settled(),
                day,
                at,
                cue,
                source,
                verdict: Verdict::LessTrusted,
            });
        }
    }

    /// A date that the page states for machines.
    fn machine(&mut self, stated: &mut StatedLines<'_>, name: &str, value: &str, cue: Cue, source: Source) {
        if let Some(day) = days::machine(value) {
            self.add(day, stated.add(name, value), cue, source);
        }
    }

    fn stated(&mut self, view: &View<'_, '_>, stated: &mut StatedLines<'_>) {
        for thing in view.facts.schema.things.iter().take(4) {
            let source = Source::Stated(if thing.kind == Kind::Article { 0 } else { 3 });
            if let Some(value) = &thing.published {
                self.machine(stated, "json-ld datePublished", value, Cue::JsonLd, source);
            }
            if let Some(value) = &thing.modified {
                self.machine(
                    stated,
                    "json-ld dateModified",
                    value,
                    Cue::JsonLd,
                    Source::Changed,
                );
            }
        }
        for (names, source) in [
            (&PUBLISHED[..1], Source::Stated(1)),
            (&PUBLISHED[1..], Source::Stated(2)),
            (&VAGUE, Source::Vague),
            (&CHANGED, Source::Changed),
        ] {
            for Meta { name, content } in view.facts.metas(names) {
                let cue = if name.contains("article:") || name.starts_with("og:") {
                    Cue::OpenGraph
                } else {
                    Cue::MetaTag
                };
                self.machine(stated, &super::meta_name(name), content, cue, source);
            }
        }
    }

    /// Dates in elements that name them.
    fn marks(&mut self, view: &View<'_, '_>, stated: &mut StatedLines<'_>) {
        for mark in &view.facts.dates {
            let cue = match mark.what {
                What::Time => Cue::TimeElement,
                What::Property | What::Modified if mark.plainness == Plainness::Property => Cue::Microdata,
                _ => Cue::ClassName,
            };
            if mark.bytes.is_empty() {
                let Some(value) = mark.stated.filter(|_| view.zone(mark.node).is_none()) else {
                    continue;
                };
                match mark.what {
                    What::Property => {
                        self.machine(stated, "itemprop datePublished", value, cue, Source::Stated(1))
                    }
                    What::Modified => {
                        self.machine(stated, "itemprop dateModified", value, cue, Source::Changed)
                    }
                    _ => {}
                }
                continue;
            }
            let line = view.line_at(mark.bytes.start);
            let Some(rank) = rank(view, mark, line) else {
                continue;
            };
            let text = &view.lines.text[mark.bytes.clone()];
            let printed = days::days(text);
            for day in &printed {
                let bytes = mark.bytes.start + day.range.start..mark.bytes.start + day.range.end;
                let source = match mark.what {
                    What::Modified => Source::Changed,
                    _ if is_change(view.lines, &bytes) => Source::Changed,
                    _ => Source::Printed(rank),
                };
                self.add(day.clone(), At::Shown(bytes), cue, source);
            }
            // "Three days ago", with the day for machines.
            if printed.is_empty()
                && let Some(day) = mark.stated.and_then(days::machine)
            {
                let source = if mark.what == What::Modified {
                    Source::Changed
                } else {
                    Source::Printed(rank)
                };
                self.add(day, At::Shown(mark.bytes.clone()), cue, source);
            }
        }
    }

    /// Dates in the lines beside the headline, and in lines that say they are about the publication.
    fn lines(&mut self, view: &View<'_, '_>) {
        const SHORT: usize = 140;
        const DATELINE: usize = 60;
        for (n, line) in view.lines.all.iter().enumerate() {
            let near = view.is_near(n, 3, 16);
            let is_short = line.letters <= SHORT;
            let text = view.lines.words(n);
            if line.hidden || !(near || is_short && has_word(text, &PUBLICATIONS)) {
                continue;
            }
            let found = days::days(text);
            // The page's head tells the day of its reading.
            let is_head = view.zone(line.block) == Some(Zone::Head);
            if found.is_empty() || is_head || view.is_elsewhere(line.block, n) || view.is_card(n) {
                continue;
            }
            for day in found {
                // "Selm, 3 May 2016 – The harbour …"
                let is_dateline = day.range.end < DATELINE
                    && text[day.range.end..]
                        .trim_start()
                        .starts_with(['–', '—', '-', '|', ':']);
                if !is_short && !is_dateline {
                    continue;
                }
                let bytes = line.bytes.start + day.range.start..line.bytes.start + day.range.end;
                // A line of little else is about the date; in a sentence it may be any.
                let alone = line.letters < 60 || line.letters < 3 * day.range.len();
                let source = match (is_change(view.lines, &bytes), near, alone) {
                    (true, ..) => Source::Changed,
                    (false, true, true) => Source::Printed(1),
                    (false, true, false) if is_dateline || has_word(text, &PUBLICATIONS) => {
                        Source::Printed(NEAR)
                    }
                    (false, true, false) => continue,
                    (false, false, _) if view.is_in_article(n) => Source::Printed(NEAR + 1),
                    (false, false, _) => Source::Printed(FAR + 1),
                };
                self.add(day, At::Shown(bytes), Cue::Printed, source);
            }
        }
    }
}

/// How telling a marked date is by its place; nothing where it belongs to something else.
fn rank(view: &View<'_, '_>, mark: &Mark<'_>, line: usize) -> Option<u8> {
    let near = view.is_near(line, 6, 20);
    let is_head = view.zone(mark.node) == Some(Zone::Head) && mark.plainness < Plainness::Property;
    if view.is_elsewhere(mark.node, line) || is_head {
        return None;
    }
    let far = if view.is_in_article(line) { NEAR + 1 } else { FAR };
    Some(match (near, mark.plainness) {
        (true, Plainness::Property | Plainness::Class) => 0,
        (true, Plainness::Hint) => 1,
        (false, Plainness::Property) if mark.what == What::Property => far,
        (false, _) => far + 1,
    })
}

/// Whether the words before a date say that something was changed then.
fn is_change(lines: &Lines, bytes: &Range<usize>) -> bool {
    const REACH: usize = 24;
    let before = &lines.text[..bytes.start];
    let line = before.rsplit('\n').next().unwrap_or_default();
    let start = line.char_indices().rev().nth(REACH).map_or(0, |(at, _)| at);
    let words = line[start..].to_lowercase();
    let last = |list: &[&str]| list.iter().filter_map(|word| words.rfind(word)).max();
    match (last(&CHANGES), last(&PUBLICATIONS)) {
        (Some(change), publication) => publication.is_none_or(|at| at < change),
        (None, _) => false,
    }
}

fn has_word(text: &str, words: &[&str]) -> bool {
    let small = text.to_lowercase();
    words.iter().any(|word| small.contains(word))
}

/// Decides what `03/04/2016` means: as another date of the page has it, or by the country's order where that is known.
fn settle(all: &mut [Dated], language: Option<&str>) {
    let known: Vec<NaiveDate> = all.iter().filter_map(|d| d.date).collect();
    let day_first = language.map(|language| {
        let small = language.to_lowercase().replace('_', "-");
        match small.split_once('-') {
            _ if !small.starts_with("en") => Some(true),
            Some((_, "us" | "ph")) => Some(false),
            Some((
                _,
                "gb" | "au" | "nz" | "ie" | "in" | "za" | "sg" | "pk" | "ng" | "ke" | "gh" | "my" | "hk",
            )) => Some(true),
            _ => None,
        }
    });
    for dated in all.iter_mut().filter(|d| d.date.is_none()) {
        let readings = [Some(dated.day.date), dated.day.month_first];
        let agreeing = readings.into_iter().flatten().find(|day| known.contains(day));
        dated.date = agreeing.or(match day_first.flatten() {
            Some(true) => Some(dated.day.date),
            Some(false) => dated.day.month_first,
            None => None,
        });
    }
}

/// Chooses one and says of the others why not.
fn judge(all: &mut [Dated]) {
    let Some(chosen) = choice(all) else {
        for dated in all {
            dated.verdict = match dated.source {
                Source::Changed => Verdict::AnotherDate,
                _ if dated.date.is_none() => Verdict::Implausible,
                _ => Verdict::LessTrusted,
            };
        }
        return;
    };
    let day = all.get(chosen).and_then(|d| d.date);
    for (n, dated) in all.iter_mut().enumerate() {
        dated.verdict = match dated.source {
            _ if n == chosen => Verdict::Chosen,
            _ if dated.date.is_none() => Verdict::Implausible,
            _ if dated.date == day => Verdict::Agrees,
            Source::Changed | Source::Vague => Verdict::AnotherDate,
            Source::Printed(rank) if rank > NEAR => Verdict::AnotherDate,
            _ => Verdict::LessTrusted,
        };
    }
}

/// The date far from the headline that half of those in the article repeat, or else all on the page: several are those of other
/// articles.
fn only(all: &[Dated]) -> Option<usize> {
    let far = |ranks: Range<u8>, others: usize| {
        let is_there = |d: &&Dated| {
            d.date.is_some() && matches!(d.source, Source::Printed(rank) if ranks.contains(&rank))
        };
        let there: Vec<&Dated> = all.iter().filter(is_there).collect();
        let first = there.first()?;
        let same = there.iter().filter(|d| d.date == first.date).count();
        (there.len() - same <= others * same).then(|| all.iter().position(|d| d.at == first.at))?
    };
    far(NEAR + 1..FAR, 1).or_else(|| far(FAR..u8::MAX, 0))
}

/// Which date is the day of publication.
fn choice(all: &[Dated]) -> Option<usize> {
    let best = |wanted: &dyn Fn(&Dated) -> bool| {
        (0..all.len())
            .filter(|&n| all.get(n).is_some_and(|d| d.date.is_some() && wanted(d)))
            .min_by_key(|&n| all.get(n).map(|d| d.source))
    };
    let beside = |d: &Dated| matches!(d.source, Source::Printed(rank) if rank <= NEAR);
    // Time zones move a day by one.
    let agrees = |d: &Dated, other: &Dated| matches!((d.date, other.date), (Some(a), Some(b)) if (a - b).num_days().abs() <= 1);
    // What JSON-LD alone states and nobody is shown is the day of the page, not of an article, more often than not.
    let vouched = |d: &Dated| {
        matches!(d.cue, Cue::OpenGraph | Cue::Address)
            || d.cue == Cue::MetaTag
            || all
                .iter()
                .any(|other| other.cue != d.cue && other.source != Source::Changed && agrees(d, other))
    };
    let is_stated = |d: &Dated| matches!(d.source, Source::Stated(_) | Source::Address) && vouched(d);
    let stated = best(&is_stated);
    let apart = |d: &Dated| {
        let others = all.iter().filter(|s| is_stated(s)).filter_map(|s| s.date);
        others
            .map(|other| d.date.map_or(i64::MAX, |day| (day - other).num_days().abs()))
            .min()
    };
    let agreeing = (0..=1).find_map(|days| best(&|d| beside(d) && apart(d) == Some(days)));
    let chosen = agreeing
        .or(stated.filter(|&n| all.get(n).is_some_and(|d| d.source != Source::Address)))
        .or_else(|| best(&|d| d.source == Source::Printed(0)))
        .or(stated)
        .or_else(|| best(&beside))
        .or_else(|| best(&|d| d.source == Source::Changed && d.at.shown().is_some()))
        .or_else(|| only(all))
        .or_else(|| best(&|d| d.source == Source::Vague))?;
    // The same day with its time says more.
    let day = all.get(chosen)?;
    if day.day.time.is_some() || !beside(day) {
        return Some(chosen);
    }
    let timed = |d: &Dated| d.date == day.date && d.day.time.is_some() && d.source <= Source::Printed(NEAR);
    best(&timed).or(Some(chosen))
}
