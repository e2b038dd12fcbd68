//! Names that a page prints in the place of its author without saying so: beside the day or an office under the headline, and as
//! the signature below the last paragraph.
//!
//! Nothing but the place speaks for them, so the names have to be plain, the only ones in such a place, no part of the site, and
//! no words of the article.

use std::ops::Range;

use model::article::{Cue, Verdict};

use super::{
    credits::{Author, Credit, Source},
    days, fold,
    outlet::Outlet,
    plain,
    view::{At, View, one_line},
};
use crate::html::lines::Line;

/// Signs that part what stands on one line.
const SIGNS: [char; 8] = ['|', '·', '•', '–', '—', '\n', '\t', ';'];
/// Most letters of a line that is a byline.
const SHORT: usize = 80;

/// The names under the headline: "Maya Rios | 3 May 2016", "Maya Rios and Ola Berg", "Maya Rios" above "Staff reporter".
pub(super) fn beside_headline(view: &View<'_, '_>, outlet: &Outlet) -> Option<Credit> {
    const BEFORE: usize = 1;
    const BEHIND: usize = 6;
    view.line?;
    let mut found = view
        .lines_near(BEFORE, BEHIND)
        .filter(|n| view.line != Some(*n))
        .filter_map(|n| named(view, outlet, n));
    let names = found.next()?;
    credit(view, outlet, names, Source::Day).filter(|_| found.next().is_none())
}

/// The words of line `n`, if it is short enough for a byline and the article's own.
fn short<'v>(view: &'v View<'_, '_>, n: usize) -> Option<(&'v Line, &'v str)> {
    let line = view.lines.all.get(n)?;
    let fits = line.letters < SHORT && !line.hidden && !view.is_of_others(line.block, n);
    fits.then(|| (line, view.lines.words(n)))
}

/// The agency that the dateline of the first paragraph names: "SELM (Reuters) –", "Selm (dpa/lno) -".
pub(super) fn agency(view: &View<'_, '_>) -> Option<Credit> {
    /// Most bytes of the dateline before the agency, and of its name.
    const TOWN: usize = 40;
    const AGENCY: usize = 20;
    let first = view.article_lines().find(|n| view.is_paragraph(*n))?;
    let text = view.lines.words(first);
    let open = text.find('(').filter(|at| *at <= TOWN)?;
    let length = text[open..].find(')').filter(|length| *length <= AGENCY)?;
    let is_dateline = text[open + length + 1..]
        .trim_start()
        .starts_with(['-', '–', '—', ':']);
    let name = open + 1..open + length;
    let is_agency = text[name.clone()]
        .split(['/', ',', ' '])
        .all(plain::is_organisation);
    let start = view.lines.all.get(first)?.bytes.start;
    (is_dateline && is_agency).then(|| Credit {
        authors: vec![Author {
            name: one_line(&text[name.clone()]),
            at: At::Shown(start + name.start..start + name.end),
            cue: Cue::Dateline,
            verdict: Verdict::LessTrusted,
        }],
        source: Source::Desk,
        is_cued: false,
    })
}

/// The names that line `n` is made of, where something says that they are of people who wrote: the day or what they do, in the
/// line or beside it, where they work, an address of theirs, or that they are several.
fn named(view: &View<'_, '_>, outlet: &Outlet, n: usize) -> Option<Vec<Range<usize>>> {
    /// Most letters of a line that says where it was written.
    const TOWN: usize = 25;
    /// Lines right below the headline.
    const BELOW: usize = 3;
    let (line, text) = short(view, n)?;
    if text.contains('©') {
        return None;
    }
    let day = days::days(text).into_iter().next().map(|day| day.range);
    let is_dated = day.is_some();
    let parts: Vec<Range<usize>> = parts(text, &day.unwrap_or(text.len()..text.len())).collect();
    let (at, list) = parts
        .iter()
        .enumerate()
        .find_map(|(at, part)| Some((at, plain::names(&text[part.clone()])?)))?;
    let part = parts.get(at)?;
    let is_telling = |other: &Range<usize>| {
        let words = &text[other.clone()];
        outlet.is(words) || plain::is_office(words) || plain::is_employer(words)
    };
    let beside = |n: usize| short(view, n).is_some_and(|(_, text)| is_day(text) || plain::is_office(text));
    let is_sentence = text.ends_with(['.', '!', '?']);
    let is_alone = || {
        parts
            .iter()
            .enumerate()
            .all(|(n, other)| n == at || is_telling(other))
    };
    // The people that pictures show are written about by their last names.
    let is_told = || {
        let names = list
            .names
            .iter()
            .map(|name| &text[part.start + name.start..part.start + name.end]);
        let mut last = names.filter_map(|name| name.split_whitespace().next_back());
        last.any(|word| {
            view.article_lines()
                .chain(view.line)
                .any(|line| line != n && has_word(view.lines.words(line), word))
        })
    };
    let speaks = text.contains('@')
        || !is_sentence && list.is_at_work
        || parts.iter().any(is_telling)
        || list.is_given
            && (is_dated
                || list.names.len() > 1
                || is_alone()
                    && (view
                        .line
                        .is_some_and(|line| (line + 1..=line + BELOW).contains(&n))
                        && !is_told()
                        || beside(n + 1)
                        || short(view, n + 1).is_some_and(|(line, _)| line.letters < TOWN) && beside(n + 2)
                        || n > 0 && Some(n - 1) != view.line && beside(n - 1)));
    let start = line.bytes.start + part.start;
    speaks.then(|| {
        list.names
            .into_iter()
            .map(|name| start + name.start..start + name.end)
            .collect()
    })
}

/// Whether a line is a day and at most a few words about it.
fn is_day(text: &str) -> bool {
    const WORDS: usize = 8;
    text.split_whitespace().count() <= WORDS && !days::days(text).is_empty()
}

/// The name below the article's last sentence.
pub(super) fn signature(view: &View<'_, '_>, outlet: &Outlet) -> Option<Credit> {
    let mut found = view.article_lines().filter_map(|n| Some((n, signed(view, n)?)));
    let (n, name) = found.next()?;
    // A page of several letters is nobody's, and behind a signature there is a postscript at most.
    if found.next().is_some() || view.goes_on(n) {
        return None;
    }
    credit(view, outlet, vec![name], Source::Signature)
}

/// The name that the line behind line `n` begins with, where `n` ends a sentence: "Maya Rios, Selm", "(Maya Rios)".
fn signed(view: &View<'_, '_>, n: usize) -> Option<Range<usize>> {
    /// Letters of a sentence.
    const SENTENCE: usize = 30;
    let ends = ['.', '!', '?', '…', '"', '”', '“', '»', '。', ')'];
    let above = view.lines.all.get(n)?;
    let line = view.lines.all.get(n + 1)?;
    let is_plain = above.letters > SENTENCE
        && line.letters < SHORT
        && above.linked * 2 < above.letters
        && line.linked == 0;
    if !is_plain
        || line.hidden
        || line.table.is_some()
        || view.is_of_others(line.block, n + 1)
        || !view.lines.words(n).trim_end().ends_with(ends)
    {
        return None;
    }
    let is_heading = view
        .facts
        .headings
        .iter()
        .any(|mark| line.bytes.contains(&mark.bytes.start));
    let text = view.lines.words(n + 1);
    let bare = text.trim_start_matches(|c: char| c.is_whitespace() || ['(', '–', '—', '-'].contains(&c));
    let length = bare.find(['\n', ',', '|', '–', '—', ')']).unwrap_or(bare.len());
    let name = bare[..length].trim_end();
    let start = line.bytes.start + text.len() - bare.len();
    (!is_heading && plain::is_name(name) && plain::is_given(name)).then(|| start..start + name.len())
}

/// The parts of a line with a day in it, without the signs around them and an address of mail behind a name.
fn parts<'t>(text: &'t str, day: &Range<usize>) -> impl Iterator<Item = Range<usize>> + use<'t> {
    [&text[..day.start], &text[day.end..]]
        .into_iter()
        .flat_map(|side| side.split(SIGNS))
        .filter(|part| part.contains(char::is_alphanumeric))
        .map(move |part| {
            let name = match part.split_whitespace().find(|word| word.contains('@')) {
                Some(mail) => part.split(mail).next().unwrap_or_default(),
                None => part,
            };
            let name = name.trim_matches(|c: char| !c.is_alphanumeric());
            let start = name.as_ptr() as usize - text.as_ptr() as usize;
            start..start + name.len()
        })
}

/// A credit of names, unless the page has one in other places of its own: a section, a tag, the outlet; or uses it as a word.
pub(super) fn credit(
    view: &View<'_, '_>,
    outlet: &Outlet,
    names: Vec<Range<usize>>,
    source: Source,
) -> Option<Credit> {
    let is_own = |bytes: &Range<usize>| {
        let name = &view.lines.text[bytes.clone()];
        let here = view.line_at(bytes.start);
        !outlet.is(name) && !is_of_page(view, name, here) && !is_word(view, name)
    };
    names.iter().all(is_own).then(|| Credit {
        authors: names
            .into_iter()
            .map(|bytes| Author {
                name: one_line(&view.lines.text[bytes.clone()]),
                at: At::Shown(bytes),
                cue: Cue::Printed,
                verdict: Verdict::LessTrusted,
            })
            .collect(),
        source,
        is_cued: false,
    })
}

/// Whether the page names what the name on line `here` names: as a section or tag, or in the midst of the article.
fn is_of_page(view: &View<'_, '_>, name: &str, here: usize) -> bool {
    /// Lines that may tell about the author.
    const ABOUT: usize = 2;
    let folded = fold(name);
    let is_marked = |line: &Line| {
        let mut marks = view.facts.authors.iter();
        marks.any(|mark| line.bytes.contains(&mark.bytes.start))
    };
    let is_link = |n: usize| {
        let line = view.lines.all.get(n);
        n != here
            && line.is_some_and(|line| line.linked == line.letters && !is_marked(line))
            && fold(view.lines.words(n)) == folded
    };
    // Who is written about is in the text, but its last lines may tell about its author.
    let article = view.article_lines();
    let mut told = (article.start..article.end.saturating_sub(ABOUT)).chain(view.line);
    (0..view.lines.all.len()).any(is_link)
        || told.any(|n| n != here && fold(view.lines.words(n)).contains(&folded))
}

/// Whether the article has a longer word of `name` in small letters: "Harbour Closure" is nobody.
fn is_word(view: &View<'_, '_>, name: &str) -> bool {
    const LONG: usize = 4;
    let article = view.article_lines();
    name.split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() >= LONG)
        .map(str::to_lowercase)
        .any(|word| article.clone().any(|n| has_word(view.lines.words(n), &word)))
}

/// Whether `word` is one of the words of `text`, signs around them left out.
fn has_word(text: &str, word: &str) -> bool {
    let mut words = text.split_whitespace();
    words.any(|other| other.trim_matches(|c: char| !c.is_alphanumeric()) == word)
}
