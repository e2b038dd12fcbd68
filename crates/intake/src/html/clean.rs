//! What of the page stays out of the record, line by line, and why.

use std::ops::Range;

use html5ever::local_name;
use model::article::RemovedBecause;

use super::{
    dom::{Id, Page},
    lines::{Line, Lines},
    parts::Named,
    phrases,
    score::{Article, ends_sentence, is_heading, is_prose},
};
use crate::structure;

/// What becomes of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is part of the article.
    Kept,
    /// It stands under a picture of the article.
    Caption,
    /// It is left out.
    Removed(RemovedBecause),
}

/// What becomes of each line.
pub(super) fn fates(page: &Page, lines: &Lines, article: &Article) -> Vec<Fate> {
    let clean = Clean { page, lines, article };
    let inside = lines.within(&page.within(article.root));
    let mut fates: Vec<Fate> = lines
        .all
        .iter()
        .enumerate()
        .map(|(n, line)| match article.parts.get(n).copied().flatten() {
            _ if line.hidden && !article.with_hidden => Fate::Removed(RemovedBecause::Hidden),
            part if !inside.contains(&n) => {
                Fate::Removed(part.map_or(RemovedBecause::OutsideArticle, |(_, reason)| reason))
            }
            part => clean.fate(line, part),
        })
        .collect();
    for &n in &article.head {
        fates[n] = clean.fate(&lines.all[n], None);
    }
    clean.edges(&mut fates, inside);
    clean.headings(&mut fates);
    fates
}

struct Clean<'p> {
    page: &'p Page,
    lines: &'p Lines,
    article: &'p Article,
}

/// Longest scrap, letters.
pub(super) const SCRAP: usize = 100;
/// Longest caption that is known by the name of its photographer, letters.
const CREDITED: usize = 300;

impl Clean<'_> {
    /// What becomes of a line inside the article's element, by itself and what it stands in.
    fn fate(&self, line: &Line, part: Option<(Id, RemovedBecause)>) -> Fate {
        let root = self.article.root;
        // A name around the whole article says nothing about it.
        if let Some((_, reason)) = part.filter(|&(id, _)| id > root && self.page.within(root).contains(&id)) {
            return Fate::Removed(reason);
        }
        let survey = &self.article.survey;
        let mut in_caption = false;
        // Parts are looked at up to what holds the article, or up to what holds both it and a line before it.
        let is_own = |id: &Id| *id != root && !self.page.within(*id).contains(&root);
        for id in self.page.path(line.block).take_while(is_own) {
            in_caption |= survey.named[id] == Some(Named::Caption);
            let (letters, linked) = (survey.letters[id], survey.linked[id]);
            let is_list = matches!(self.page.name(id), Some(&local_name!("ul") | &local_name!("ol")));
            if linked * 3 > letters * 2 && (is_list || letters as usize > line.letters) {
                return Fate::Removed(RemovedBecause::RelatedLinks);
            }
        }
        if in_caption {
            return Fate::Caption;
        }
        let words = &self.lines.text[line.bytes.clone()];
        if let Some(reason) = phrases::says(words) {
            return Fate::Removed(reason);
        }
        if line.letters == 0 {
            return Fate::Removed(RemovedBecause::OutsideArticle);
        }
        if line.linked * 10 > line.letters * 9
            && line.table.is_none()
            && !self.is_item(line)
            && !is_heading(self.page, line.block)
        {
            return Fate::Removed(RemovedBecause::RelatedLinks);
        }
        if line.letters < CREDITED && names_photographer(words) {
            return Fate::Caption;
        }
        Fate::Kept
    }

    fn is_item(&self, line: &Line) -> bool {
        self.page
            .path(line.block)
            .take(3)
            .any(|id| self.page.is(id, &local_name!("li")))
    }

    /// Whether a line by its form could stand anywhere on a page: neither prose, nor heading, nor part of a list or table.
    fn is_scrap(&self, line: &Line) -> bool {
        line.letters < SCRAP
            && !is_prose(self.lines, line)
            && line.table.is_none()
            && !self.is_item(line)
            && !is_heading(self.page, line.block)
    }

    /// Scraps before the first and behind the last paragraph: dates, names, buttons.
    fn edges(&self, fates: &mut [Fate], inside: Range<usize>) {
        let is_text = |n: &usize| fates[*n] == Fate::Kept && is_prose(self.lines, &self.lines.all[*n]);
        let Some(first) = inside.clone().find(is_text) else {
            return;
        };
        let last = inside.clone().rev().find(is_text).unwrap_or(first);
        // The nearest before the first paragraph may be the text's short first sentences.
        let nearest = (inside.start..first).rev().filter(|&n| fates[n] == Fate::Kept);
        let opening = nearest
            .take_while(|&n| self.opens(n, first))
            .last()
            .unwrap_or(first);
        // What stands right beside the last paragraph is a signature or the last line of a poem.
        let beside = self.page.parent(self.lines.all[last].block);
        let is_beside = |line: &Line| line.linked == 0 && self.page.parent(line.block) == beside;
        for n in (inside.start..opening).chain(last + 1..inside.end) {
            let line = &self.lines.all[n];
            let belongs = n > last && is_beside(line) || structure::opens_part(self.lines.words(n));
            if fates[n] == Fate::Kept && self.is_scrap(line) && !belongs {
                fates[n] = Fate::Removed(if n < first {
                    RemovedBecause::AboutTheArticle
                } else {
                    RemovedBecause::OutsideArticle
                });
            }
        }
    }

    /// Whether a line before the paragraph `first` is a sentence of the text: in a paragraph beside it, and reading like one.
    fn opens(&self, n: usize, first: usize) -> bool {
        let (line, paragraph) = (&self.lines.all[n], &self.lines.all[first]);
        let is_paragraph = line.block == paragraph.block
            || self.page.is(line.block, &local_name!("p"))
                && self.page.parent(line.block) == self.page.parent(paragraph.block);
        is_paragraph && line.linked == 0 && is_short_sentence(self.lines.words(n))
    }

    /// Headings with nothing of the article under them.
    fn headings(&self, fates: &mut [Fate]) {
        let mut under = Some(RemovedBecause::OutsideArticle);
        for n in (0..fates.len()).rev() {
            let is_heading = is_heading(self.page, self.lines.all[n].block);
            match (fates[n], under) {
                (Fate::Kept, Some(reason)) if is_heading => fates[n] = Fate::Removed(reason),
                (Fate::Kept, _) if !is_heading => under = None,
                (Fate::Removed(reason), Some(_)) => under = Some(reason),
                _ => {}
            }
        }
    }
}

/// Whether a short line says something: words that end like a sentence, and none of the signs and numbers of what is said about
/// an article, its day, its pictures and the time it takes to read.
fn is_short_sentence(words: &str) -> bool {
    let words = words.trim();
    let is_sign = |c: char| c.is_numeric() || matches!(c, ':' | '|' | '/' | '@' | '#' | '©');
    let begins = words.chars().find(|c| c.is_alphabetic());
    begins.is_some_and(|c| !c.is_lowercase())
        && ends_sentence(words)
        && !words.contains(is_sign)
        && !structure::is_byline(words)
}

/// Whether a line ends with the sign of a right or the name of an agency for pictures behind a stroke.
fn names_photographer(words: &str) -> bool {
    let tail: String = words
        .chars()
        .rev()
        .take(60)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    tail.contains('©')
        || [
            "Getty Images",
            "(AP Photo",
            "/AP",
            "/AFP",
            "/dpa",
            "picture alliance",
            "iStock",
            "Shutterstock",
            "imago",
        ]
        .iter()
        .any(|agency| tail.contains(agency))
}
