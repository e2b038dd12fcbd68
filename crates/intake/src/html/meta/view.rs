//! A page with its headline found: where other things stand from there, and the lines of what it states about itself.

use std::{
    collections::{HashMap, hash_map::Entry},
    ops::Range,
};

use model::text::{Indexed, Span};

use super::{
    collect::{Facts, Mark, What, Zone},
    headline::Headline,
};
use crate::{
    decode::is_space,
    html::{
        dom::Id,
        lines::{Line, Lines},
    },
    reading::StatedData,
};

/// Most lines of stated data, and the longest value of one in characters.
const STATED: usize = 120;
const LONGEST: usize = 500;
/// Lines below the article that still are about it: its author's box, the day.
pub(super) const BELOW: usize = 5;

/// Where a value stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// Bytes of the visible lines.
    Shown(Range<usize>),
    /// Code points of the reading text, in the lines of stated data.
    Stated(Span),
}

impl At {
    /// The place in the reading text whose visible lines are `visible`.
    pub(super) fn span(&self, visible: &Indexed<'_>) -> Span {
        match self {
            Self::Shown(bytes) => {
                Span::new(visible.char_of_byte(bytes.start), visible.char_of_byte(bytes.end))
            }
            Self::Stated(span) => *span,
        }
    }

    /// Bytes of the visible lines.
    pub(super) fn shown(&self) -> Option<Range<usize>> {
        match self {
            Self::Shown(bytes) => Some(bytes.clone()),
            Self::Stated(_) => None,
        }
    }

    /// The place of the bytes `part` of the value `whole` that stands here, as far as the value wasn't cut before them.
    pub(super) fn part(&self, whole: &str, part: Range<usize>) -> Self {
        let chars = |bytes: usize| whole.get(..bytes).map_or(0, |text| text.chars().count());
        match self {
            Self::Shown(bytes) => Self::Shown(bytes.start + part.start..bytes.start + part.end),
            Self::Stated(span) if span.is_empty() => self.clone(),
            Self::Stated(span) => Self::Stated(Span::new(
                (span.start + chars(part.start)).min(span.end),
                (span.start + chars(part.end)).min(span.end),
            )),
        }
    }
}

/// The data that a page states about itself, each value once and cut to a length that a person can look through.
pub(super) struct StatedLines<'d> {
    data: &'d mut StatedData,
    places: HashMap<(String, String), Span>,
}

impl<'d> StatedLines<'d> {
    /// Writes into `data`.
    pub(super) fn new(data: &'d mut StatedData) -> Self {
        Self {
            data,
            places: HashMap::new(),
        }
    }

    /// Adds `name: value` where it isn't there already; the place of the value.
    pub(super) fn add(&mut self, name: &str, value: &str) -> At {
        let value: String = one_line(value).chars().take(LONGEST).collect();
        let full = self.places.len() >= STATED;
        let Self { data, places } = self;
        At::Stated(match places.entry((name.to_owned(), value)) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(_) if full => Span::new(0, 0),
            Entry::Vacant(free) => {
                let span = data.add(name, &free.key().1);
                *free.insert(span)
            }
        })
    }
}

/// The words in `bytes` of `text` without what is unseen at their ends, and their bytes.
pub(super) fn trimmed(text: &str, bytes: Range<usize>) -> (&str, Range<usize>) {
    let words = text[bytes.clone()].trim_start_matches(is_space);
    let start = bytes.end - words.len();
    let words = words.trim_end_matches(is_space);
    (words, start..start + words.len())
}

/// `text` with every run of white space as one space, and without what is unseen at its ends.
pub(super) fn one_line(text: &str) -> String {
    text.trim_matches(is_space)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// A page seen from its headline.
pub(super) struct View<'v, 'p> {
    pub(super) facts: &'v Facts<'p>,
    pub(super) lines: &'v Lines,
    /// The element of the headline.
    pub(super) node: Option<Id>,
    /// The line of the headline.
    pub(super) line: Option<usize>,
    /// The lines of the article's text, from the first to the last.
    article: Range<usize>,
    /// The third last of its paragraphs.
    third_last: Option<usize>,
    /// The line behind the first paragraphs after the headline: nothing from there on is beside it.
    text: usize,
}

/// Whether a line is a paragraph of some length, and no list of links.
fn is_paragraph(line: &Line) -> bool {
    const PARAGRAPH: usize = 100;
    line.letters > PARAGRAPH && line.linked * 2 < line.letters && !line.hidden
}

impl<'v, 'p> View<'v, 'p> {
    /// A page whose article has the lines `article`.
    pub(super) fn new(
        facts: &'v Facts<'p>,
        lines: &'v Lines,
        headline: Option<&Headline>,
        article: &[usize],
    ) -> Self {
        /// Letters of a paragraph, and how many of them may stand before a byline.
        const PARAGRAPH: usize = 200;
        const PARAGRAPHS: usize = 3;
        let printed = headline.filter(|h| h.node.is_some());
        let line = printed.and_then(|h| Some(line_at(lines, h.at.shown()?.start)));
        let behind = lines.all.iter().enumerate().skip(line.unwrap_or_default());
        let mut paragraphs = behind.filter(|(_, line)| line.letters > PARAGRAPH);
        let article = match article {
            [first, .., last] => *first..last + 1,
            [only] => *only..only + 1,
            [] => 0..0,
        };
        let third_last = article
            .clone()
            .rev()
            .filter(|n| lines.all.get(*n).is_some_and(is_paragraph))
            .nth(2);
        Self {
            facts,
            lines,
            third_last,
            node: printed.and_then(|h| h.node),
            line,
            text: paragraphs.nth(PARAGRAPHS - 1).map_or(lines.all.len(), |(n, _)| n),
            article,
        }
    }

    /// The number of the line that holds byte `at`.
    pub(super) fn line_at(&self, at: usize) -> usize {
        line_at(self.lines, at)
    }

    /// Whether a line is at most `before` lines before the headline and `behind` behind it, and before the article's third
    /// paragraph. Without a printed headline the beginning of the page is meant.
    pub(super) fn is_near(&self, line: usize, before: usize, behind: usize) -> bool {
        let headline = self.line.unwrap_or_default();
        line + before >= headline && line <= headline + behind && line <= self.text
    }

    /// Whether a line below the article belongs to the card of another one: a heading that is a link stands beside it, or a link
    /// of a title's length above it.
    pub(super) fn is_card(&self, line: usize) -> bool {
        const ABOVE: usize = 4;
        const BEHIND: usize = 2;
        const LINK: usize = 2;
        /// Letters of a heading that is more than a name.
        const TITLE: usize = 20;
        let first = self.article.end.max(line.saturating_sub(ABOVE));
        let is_title = |mark: &Mark<'_>| {
            let n = self.line_at(mark.bytes.start);
            let linked = |line: &Line| line.letters > TITLE && line.linked == line.letters;
            matches!(mark.what, What::Heading(2..))
                && (first..=line + BEHIND).contains(&n)
                && self.lines.all.get(n).is_some_and(linked)
        };
        let is_link = |n: usize| {
            let line = self.lines.all.get(n);
            n >= self.article.end
                && line.is_some_and(|line| line.letters > TITLE && line.linked == line.letters)
        };
        !self.article.is_empty()
            && line >= self.article.end
            && (self.facts.headings.iter().any(is_title) || (line.saturating_sub(LINK)..line).any(is_link))
    }

    /// The lines of the article.
    pub(super) fn article_lines(&self) -> Range<usize> {
        self.article.clone()
    }

    /// Whether a line is a paragraph of some length, and no list of links.
    pub(super) fn is_paragraph(&self, line: usize) -> bool {
        self.lines.all.get(line).is_some_and(is_paragraph)
    }

    /// Whether the article goes on behind a line with more than a last word: with three paragraphs.
    pub(super) fn goes_on(&self, line: usize) -> bool {
        self.third_last.is_some_and(|third| line < third)
    }

    /// Whether a line stands in the article or right below it.
    pub(super) fn is_in_article(&self, line: usize) -> bool {
        (self.article.start..self.article.end + BELOW).contains(&line)
    }

    /// The part of the page around `node` that holds something else than the article.
    pub(super) fn zone(&self, node: Id) -> Option<Zone> {
        self.facts.zone(node, self.node)
    }

    /// Whether `node`, on line `line`, belongs to comments or other articles. What stands right beside the headline is the
    /// article's, whatever the element around it is called.
    pub(super) fn is_elsewhere(&self, node: Id, line: usize) -> bool {
        const BESIDE: usize = 4;
        match self.zone(node) {
            Some(Zone::Comments) => true,
            Some(Zone::Elsewhere) => {
                self.line.is_none() || !self.is_near(line, BESIDE, BESIDE) || line >= self.article.end
            }
            Some(Zone::Head) | None => false,
        }
    }

    /// Whether `node`, on line `line`, cannot name the author: it is elsewhere or speaks of a picture.
    pub(super) fn is_of_others(&self, node: Id, line: usize) -> bool {
        self.is_elsewhere(node, line) || self.facts.is_caption(node)
    }

    /// The part of the page around a line.
    pub(super) fn zone_of_line(&self, line: usize) -> Option<Zone> {
        self.lines.all.get(line).and_then(|line| self.zone(line.block))
    }

    /// The lines around the headline.
    pub(super) fn lines_near(&self, before: usize, behind: usize) -> Range<usize> {
        let headline = self.line.unwrap_or_default();
        headline.saturating_sub(before)
            ..(headline + behind + 1)
                .min(self.text + 1)
                .min(self.lines.all.len())
    }
}

fn line_at(lines: &Lines, byte: usize) -> usize {
    lines.all.partition_point(|line| line.bytes.end <= byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_stated_once_with_its_place() {
        let mut data = StatedData::behind("Líne");
        let mut lines = StatedLines::new(&mut data);
        let author = lines.add("meta author", "Maya\n Rios");
        assert_eq!(author, At::Stated(Span::new(19, 28)));
        assert_eq!(author.part("Maya Rios", 5..9), At::Stated(Span::new(24, 28)));
        lines.add("og:title", "A");
        let long = format!("{}name", "x".repeat(LONGEST - 2));
        let At::Stated(cut) = lines.add("title", &long) else {
            panic!("a stated value stands in the stated data");
        };
        let name = At::Stated(cut).part(&long, LONGEST - 2..LONGEST + 2);
        assert_eq!(name, At::Stated(Span::new(cut.end - 2, cut.end)));
        assert_eq!(lines.add("meta author", "Maya Rios"), author);
        assert_eq!(
            data.after("Líne".to_owned()),
            format!(
                "Líne\n\nmeta author: Maya Rios\nog:title: A\ntitle: {}",
                &long[..LONGEST]
            )
        );
    }
}
