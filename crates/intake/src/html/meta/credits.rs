//! The credits that a page prints: elements that name the author, and lines like "By Maya Rios".
//!
//! Elements beside the headline count whatever they say; a line counts when a word like "by" stands in it. Of the elements
//! further off, where pages tell about their authors and list other articles, each is its own credit.

use std::ops::Range;

use model::article::{Cue, Verdict};

use super::{
    collect::{Plainness, What},
    cues::Place,
    eastern, fold,
    headline::holds,
    outlet::Outlet,
    people, plain,
    view::{At, View, one_line},
};
use crate::html::lines::{Line, letters};

/// Lines before and behind the headline that are beside it.
pub(super) const BEFORE: usize = 6;
pub(super) const BEHIND: usize = 16;
/// Most credits of a page that are looked at.
const CREDITS: usize = 40;
/// Most letters of a line that may be a byline, and of one in which a link to somebody may be one.
const SHORT: usize = 160;
const HINT: usize = 60;

/// A name that the page has for its author.
#[derive(Clone, Debug)]
pub(super) struct Author {
    pub(super) name: String,
    pub(super) at: At,
    pub(super) cue: Cue,
    pub(super) verdict: Verdict,
}

/// Names that stand together, and what speaks for them.
pub(super) struct Credit {
    pub(super) authors: Vec<Author>,
    pub(super) source: Source,
    /// A word like "by" stands before them.
    pub(super) is_cued: bool,
}

impl Credit {
    /// Whether each is a name of two words at least; one word may be anything.
    pub(super) fn is_full(&self) -> bool {
        self.authors
            .iter()
            .all(|author| people::is_full(&author.name).unwrap_or(true))
    }

    /// Whether one of the names is among `other`, with or without more words.
    pub(super) fn shares(&self, other: &Credit) -> bool {
        self.authors
            .iter()
            .any(|a| other.authors.iter().any(|b| is_same(&a.name, &b.name)))
    }
}

/// Whether one name is the other, with or without more words.
fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    holds(&a, &b) || holds(&b, &a)
}

/// What kind of place a credit has, the more telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    /// Printed beside the headline, the more telling first.
    Beside(u8),
    /// Stated for machines.
    Stated(u8),
    /// Printed further off, in an element that names the author.
    Far(u8),
    /// A name beside the day under the headline, without a word for "by".
    Day,
    /// A name below the last paragraph.
    Signature,
    /// Printed beside the headline, but no person: an agency, a desk.
    Desk,
}

/// The credits that the page prints. Names of nobody in them are put into `refused`.
pub(super) fn printed(view: &View<'_, '_>, outlet: &Outlet, refused: &mut Vec<Author>) -> Vec<Credit> {
    let mut found = Vec::new();
    for mark in &view.facts.authors {
        if mark.bytes.is_empty() || found.len() > CREDITS {
            continue;
        }
        let line = view.line_at(mark.bytes.start);
        let near = view.is_near(line, BEFORE, BEHIND);
        let rank = match mark.plainness {
            Plainness::Property => 0,
            Plainness::Class => 1,
            Plainness::Hint => 2,
        };
        let is_word = !view.lines.text[mark.bytes.clone()].contains(char::is_whitespace);
        let place = Reader {
            view,
            outlet,
            cue: match mark.what {
                What::Relation => Cue::LinkRelation,
                What::Property => Cue::Microdata,
                _ => Cue::ClassName,
            },
            source: if near {
                Source::Beside(rank)
            } else {
                Source::Far(rank)
            },
            // One word among others in a class for authors may be anything.
            pen_names: mark.plainness == Plainness::Property
                || mark.plainness == Plainness::Class && near && is_word,
        };
        // A link in the midst of a sentence is about somebody else, and so is one to somebody's page far from the headline.
        let is_link = mark.what == What::Relation && mark.plainness < Plainness::Property;
        let is_hint = is_link && mark.plainness == Plainness::Hint;
        let most = if is_hint { HINT } else { SHORT };
        let in_sentence = is_link && view.lines.all.get(line).is_some_and(|line| line.letters > most);
        if in_sentence || is_hint && !near || view.is_of_others(mark.node, line) || view.is_card(line) {
            continue;
        }
        match place.credit(&parts(view, mark.bytes.clone()), Place::Author) {
            Ok(credit) if near && line < view.article_lines().end || !is_linked_line(view, line, &credit) => {
                found.push(credit)
            }
            Ok(_) => {}
            Err(Some(author)) if near => refused.push(author),
            Err(_) => {}
        }
    }
    let line = Reader {
        view,
        outlet,
        cue: Cue::Printed,
        source: Source::Beside(1),
        pen_names: true,
    };
    let near = view.lines_near(BEFORE / 2, BEHIND - 4);
    for n in 0..view.lines.all.len() {
        if found.len() > 2 * CREDITS {
            break;
        }
        let Some(here) = view
            .lines
            .all
            .get(n)
            .filter(|line| line.letters < SHORT && !line.hidden)
        else {
            continue;
        };
        let beside = near.contains(&n) && view.line != Some(n);
        if !beside && !people::begins_with_cue(view.lines.words(n))
            || view.is_of_others(here.block, n)
            || view.is_card(n)
        {
            continue;
        }
        let mut parts = parts(view, here.bytes.clone());
        // "Author:" above the name.
        if people::is_cue(view.lines.words(n)) {
            parts.extend(view.lines.all.get(n + 1).map(|next| next.bytes.clone()));
        }
        // "By Maya Rios" above "and Ola Berg".
        if let Some(next) = view.lines.all.get(n + 1) {
            let words = view.lines.words(n + 1);
            parts.extend((plain::without_and(words).len() < words.len()).then(|| next.bytes.clone()));
        }
        if let Ok(credit) = line.credit(&parts, Place::Line)
            && (beside || credit.is_full() && !view.goes_on(n))
            && (beside && n < view.article_lines().end || !is_linked_line(view, n, &credit))
        {
            let source = if beside { credit.source } else { Source::Far(1) };
            found.push(Credit { source, ..credit });
        }
    }
    found.extend(view.lines_near(0, BEHIND).filter_map(|n| line.dateline(n)));
    merged(view, found)
}

/// Whether a line is a link to more than the people of `credit`: the card of another article. A link to an author's page is none.
fn is_linked_line(view: &View<'_, '_>, line: usize, credit: &Credit) -> bool {
    let names: usize = credit.authors.iter().map(|author| letters(&author.name)).sum();
    let is_of_author = |line: &Line| {
        let mut marks = view.facts.authors.iter();
        marks.any(|mark| mark.what == What::Relation && line.bytes.contains(&mark.bytes.start))
    };
    let more = |line: &Line| line.linked == line.letters && line.letters > names && !is_of_author(line);
    view.lines.all.get(line).is_some_and(more)
}

/// The parts of an element: its lines, and within a line what is set apart by its look only ("Maya RiosStaff").
fn parts(view: &View<'_, '_>, bytes: Range<usize>) -> Vec<Range<usize>> {
    let text = &view.lines.text;
    let first = view
        .lines
        .pieces
        .partition_point(|piece| piece.bytes.end <= bytes.start);
    let pieces = view.lines.pieces.get(first..).unwrap_or_default();
    let glued = pieces
        .iter()
        .map(|piece| piece.bytes.start)
        .take_while(|at| *at < bytes.end)
        .filter(|&at| {
            let before = text[..at].chars().next_back();
            let behind = text[at..].split_whitespace().next().unwrap_or_default();
            at > bytes.start
                && before.is_some_and(char::is_lowercase)
                && (behind.starts_with(char::is_uppercase) || behind.contains('@'))
        });
    let feeds = text[bytes.clone()]
        .match_indices('\n')
        .map(|(at, _)| bytes.start + at);
    let mut cuts: Vec<usize> = glued.chain(feeds).collect();
    cuts.push(bytes.end);
    cuts.sort_unstable();
    let mut start = bytes.start;
    let mut parts = Vec::new();
    for cut in cuts {
        parts.push(start..cut);
        start = cut;
    }
    parts
}

/// Reads credits of one kind of place.
struct Reader<'v, 'f, 'p> {
    view: &'v View<'f, 'p>,
    outlet: &'v Outlet,
    cue: Cue,
    source: Source,
    /// One word may be a name.
    pen_names: bool,
}

impl Reader<'_, '_, '_> {
    /// The credit in the first of `parts` that gives one; parts that are only "By" or "Author" are stepped over. Otherwise the
    /// first that is nobody's name, where there is one.
    fn credit(&self, parts: &[Range<usize>], place: Place) -> Result<Credit, Option<Author>> {
        const PARTS: usize = 4;
        let mut refused = None;
        let mut desk = None;
        let mut is_cued = false;
        for (n, bytes) in parts.iter().enumerate().take(PARTS) {
            let text = &self.view.lines.text[bytes.clone()];
            if people::is_cue(text) {
                is_cued = true;
                continue;
            }
            let place = if is_cued { Place::Author } else { place };
            let verdict = match people::byline(text, place) {
                Ok(byline) => {
                    is_cued |= byline.is_cued;
                    let mut authors = self.people(text, bytes.start, &byline.names, is_cued);
                    if !authors.is_empty() {
                        authors.extend(self.others(&parts[n + 1..]));
                    }
                    if !authors.is_empty() {
                        return Ok(Credit {
                            authors,
                            source: self.source,
                            is_cued,
                        });
                    }
                    Verdict::Placeholder
                }
                Err(verdict) => verdict,
            };
            if verdict == Verdict::NoPerson && desk.is_none() && matches!(self.source, Source::Beside(0 | 1))
            {
                desk = self.desk(text, bytes.start, is_cued);
            }
            if matches!(verdict, Verdict::Placeholder | Verdict::NoPerson) {
                refused.get_or_insert(Author {
                    name: one_line(text),
                    at: At::Shown(bytes.clone()),
                    cue: self.cue,
                    verdict,
                });
            }
        }
        desk.ok_or(refused)
    }

    /// The people in parts behind a name that are names, too, or what they do: "Maya Rios", "Reporter", "and Ola Berg".
    fn others(&self, parts: &[Range<usize>]) -> Vec<Author> {
        const PARTS: usize = 10;
        let mut authors = Vec::new();
        for bytes in parts.iter().take(PARTS) {
            let text = &self.view.lines.text[bytes.clone()];
            let names = plain::without_and(text);
            let start = bytes.end - names.len();
            match plain::names(names).filter(|found| found.is_given) {
                Some(found) => authors.extend(self.people(names, start, &found.names, false)),
                None if plain::is_office(text) => {}
                None => break,
            }
        }
        authors
    }

    /// The people that the dateline on line `n` names.
    fn dateline(&self, n: usize) -> Option<Credit> {
        let here = self.view.lines.all.get(n)?;
        let names = eastern::dateline(self.view.lines.words(n));
        let is_others = || here.hidden || self.view.is_of_others(here.block, n);
        if names.is_empty() || is_others() {
            return None;
        }
        let text = self.view.lines.words(n);
        Some(Credit {
            authors: self.people(text, here.bytes.start, &names, true),
            source: self.source,
            is_cued: true,
        })
    }

    /// The desk, agency or firm that a byline beside the headline names, unless it is the outlet.
    fn desk(&self, text: &str, start: usize, is_cued: bool) -> Option<Credit> {
        let name = people::desk(text).filter(|name| !self.outlet.is(&text[name.clone()]))?;
        Some(Credit {
            authors: vec![Author {
                name: one_line(&text[name.clone()]),
                at: At::Shown(start + name.start..start + name.end),
                cue: self.cue,
                verdict: Verdict::LessTrusted,
            }],
            source: Source::Desk,
            is_cued,
        })
    }

    fn people(&self, text: &str, start: usize, names: &[Range<usize>], is_cued: bool) -> Vec<Author> {
        names
            .iter()
            .filter(|name| !self.outlet.is(&text[(*name).clone()]))
            .map(|name| Author {
                name: one_line(&text[name.clone()]),
                at: At::Shown(start + name.start..start + name.end),
                cue: self.cue,
                verdict: Verdict::LessTrusted,
            })
            .filter(|author| is_cued || self.pen_names || people::is_full(&author.name).unwrap_or(true))
            .collect()
    }
}

/// Credits of the same byline as one: those on the same line as the best, or on the line before or behind.
fn merged(view: &View<'_, '_>, mut found: Vec<Credit>) -> Vec<Credit> {
    let start = |author: Option<&Author>| author.and_then(|a| a.at.shown()).map(|bytes| bytes.start);
    found.sort_by_key(|credit| (credit.source, start(credit.authors.first())));
    let mut credits: Vec<Credit> = Vec::new();
    for more in found {
        let line = start(more.authors.first()).map(|at| view.line_at(at));
        let beside = |credit: &&mut Credit| {
            let other = start(credit.authors.last()).map(|at| view.line_at(at));
            let same_kind = (credit.source == Source::Desk) == (more.source == Source::Desk);
            // What somebody does may stand between two names of a kind.
            let reach = if credit.source == more.source { 2 } else { 1 };
            same_kind && matches!((line, other), (Some(a), Some(b)) if a.abs_diff(b) <= reach)
        };
        let Some(credit) = credits.iter_mut().find(beside) else {
            credits.push(more);
            continue;
        };
        // A link to one author, and another element with all of them.
        let new = |author: &Author| {
            !credit
                .authors
                .iter()
                .any(|known| is_same(&known.name, &author.name))
        };
        let new: Vec<Author> = more.authors.into_iter().filter(new).collect();
        credit.is_cued = more.is_cued && credit.is_cued || new.is_empty() && (more.is_cued || credit.is_cued);
        credit.authors.extend(new);
        credit.authors.sort_by_key(|author| start(Some(author)));
    }
    credits
}
