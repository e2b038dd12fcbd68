//! What of the page stays out of the record, line by line, and why.

use html5ever::local_name;
use model::article::RemovedBecause;

use super::{
    dom::{Id, Page},
    lines::{Line, Lines},
    parts::Named,
    phrases,
    score::{Article, is_heading, is_prose},
};

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
            _ if line.hidden => Fate::Removed(RemovedBecause::Hidden),
            part if !inside.contains(&n) => {
                Fate::Removed(part.map_or(RemovedBecause::OutsideArticle, |(_, reason)| reason))
            }
            part => clean.fate(line, part),
        })
        .collect();
    clean.orphans(&mut fates);
    fates
}

struct Clean<'p> {
    page: &'p Page,
    lines: &'p Lines,
    article: &'p Article,
}

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
        for id in self.page.path(line.block).take_while(|&id| id > root) {
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
        Fate::Kept
    }

    /// Headings with nothing of the article under them.
    fn orphans(&self, fates: &mut [Fate]) {
        let mut under: Option<RemovedBecause> = Some(RemovedBecause::OutsideArticle);
        for n in (0..fates.len()).rev() {
            let line = &self.lines.all[n];
            match fates[n] {
                Fate::Kept if is_heading(self.page, line.block) => match under {
                    Some(reason) => fates[n] = Fate::Removed(reason),
                    None => under = None,
                },
                Fate::Kept => under = None,
                Fate::Caption => {}
                Fate::Removed(reason) => under = under.map(|_| reason),
            }
            if under.is_none() && matches!(fates[n], Fate::Kept) && is_heading(self.page, line.block) {
                under = None;
            }
        }
        let _ = is_prose;
    }
}
