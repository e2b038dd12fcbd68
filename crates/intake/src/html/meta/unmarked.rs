//! Names that a page prints in the place of its author without saying so: beside the day under the headline, and as the
//! signature below the last paragraph.
//!
//! Nothing but the place speaks for them, so the name has to be plain, the only one in such a place, and no part of the site.

use std::ops::Range;

use model::article::{Cue, Verdict};

use super::{
    credits::{Author, Credit, Source},
    days, fold,
    outlet::Outlet,
    people,
    view::{At, View, one_line},
};
use crate::html::lines::Line;

/// Signs that part what stands on one line.
const SIGNS: [char; 9] = ['|', '·', '•', '–', '—', '/', '\n', '\t', ';'];
/// Most letters of a line that is a byline.
const SHORT: usize = 80;

/// The name beside the day under the headline: "Maya Rios | 3 May 2016".
pub(super) fn beside_day(view: &View<'_, '_>, outlet: &Outlet) -> Option<Credit> {
    const BEFORE: usize = 1;
    const BEHIND: usize = 6;
    view.line?;
    let mut found = view.lines_near(BEFORE, BEHIND).filter_map(|n| {
        let line = view
            .lines
            .all
            .get(n)
            .filter(|line| line.letters < SHORT && !line.hidden)?;
        if view.line == Some(n) || view.is_of_others(line.block, n) {
            return None;
        }
        let text = &view.lines.text[line.bytes.clone()];
        let day = days::days(text).into_iter().next()?.range;
        let name = parts(text, &day).find(|part| people::is_plain_name(&text[part.clone()]))?;
        let start = line.bytes.start;
        Some(start + name.start..start + name.end)
    });
    let name = found.next()?;
    credit(view, outlet, name, Source::Day).filter(|_| found.next().is_none())
}

/// The name below the article's last sentence.
pub(super) fn signature(view: &View<'_, '_>, outlet: &Outlet) -> Option<Credit> {
    let mut found = view.article_lines().filter_map(|n| Some((n, signed(view, n)?)));
    let (n, name) = found.next()?;
    // A page of several letters is nobody's, and behind a signature there is a postscript at most.
    if found.next().is_some() || view.goes_on(n) {
        return None;
    }
    credit(view, outlet, name, Source::Signature)
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
    let bare = text.trim_start_matches(['(', '–', '—', '-', ' ', '\u{a0}']);
    let length = bare.find(['\n', ',', '|', '–', '—', ')']).unwrap_or(bare.len());
    let name = bare[..length].trim();
    let start = line.bytes.start + text.len() - bare.len();
    (!is_heading && people::is_plain_name(name)).then(|| start..start + name.len())
}

/// The parts of a line with a day in it, without the signs around them and an address of mail behind a name.
fn parts<'t>(text: &'t str, day: &Range<usize>) -> impl Iterator<Item = Range<usize>> + use<'t> {
    [&text[..day.start], &text[day.end..]]
        .into_iter()
        .flat_map(|side| side.split(SIGNS))
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

/// A credit of one name, unless the page has these words in other places of their own: a section, a tag, the outlet.
fn credit(view: &View<'_, '_>, outlet: &Outlet, bytes: Range<usize>, source: Source) -> Option<Credit> {
    /// Lines that may tell about the author.
    const ABOUT: usize = 2;
    let name = &view.lines.text[bytes.clone()];
    let folded = fold(name);
    let here = view.line_at(bytes.start);
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
    let is_part = outlet.is(name) || (0..view.lines.all.len()).any(is_link);
    // Who is written about is in the text, but its last lines may tell about its author.
    let article = view.article_lines();
    let is_told = (article.start..article.end.saturating_sub(ABOUT))
        .chain(view.line)
        .any(|n| n != here && fold(view.lines.words(n)).contains(&folded));
    (!is_part && !is_told).then(|| Credit {
        authors: vec![Author {
            name: one_line(name),
            at: At::Shown(bytes),
            cue: Cue::Printed,
            verdict: Verdict::LessTrusted,
        }],
        source,
        is_cued: false,
    })
}
