//! Which part of a page is its article.
//!
//! Each line weighs what it brings: prose its letters, links and scraps less than nothing. The element whose lines weigh most
//! together holds the article: a larger one would take in menus, a smaller one would lose paragraphs.

use html5ever::local_name;
use model::article::RemovedBecause;

use super::{
    dom::{Id, Page},
    lines::{Line, Lines},
    parts::{self, Named},
};

/// What is known about the elements around lines, by their numbers.
pub(super) struct Survey {
    /// Letters of the lines in an element.
    pub(super) letters: Vec<u32>,
    /// Those in links.
    pub(super) linked: Vec<u32>,
    /// Those of prose.
    pub(super) prose: Vec<u32>,
    /// What names say.
    pub(super) named: Vec<Option<Named>>,
}

/// Where the article stands.
pub(super) struct Article {
    /// The element that holds it.
    pub(super) root: Id,
    /// Whether what the page hides counts as shown.
    pub(super) with_hidden: bool,
    /// The lines before it that belong to it: the title, and paragraphs between the two.
    pub(super) head: Vec<usize>,
    /// For each line of the page the part it stands in that is none of the article's, if it does: the part and the reason.
    pub(super) parts: Vec<Option<(Id, RemovedBecause)>>,
    /// What was counted.
    pub(super) survey: Survey,
}

impl Survey {
    fn of(page: &Page, lines: &Lines, with_hidden: bool) -> Self {
        let mut survey = Self {
            letters: vec![0; page.len()],
            linked: vec![0; page.len()],
            prose: vec![0; page.len()],
            named: vec![None; page.len()],
        };
        let mut seen = vec![false; page.len()];
        for line in lines.all.iter().filter(|line| with_hidden || !line.hidden) {
            let prose = if is_prose(lines, line) {
                line.letters - line.linked
            } else {
                0
            } as u32;
            for id in page.path(line.block) {
                survey.letters[id] += line.letters as u32;
                survey.linked[id] += line.linked as u32;
                survey.prose[id] += prose;
                if !std::mem::replace(&mut seen[id], true) {
                    survey.named[id] = name(page, id);
                }
            }
        }
        survey.drop_lies(page);
        survey
    }

    /// A name is no reason to leave out what holds most of the page's prose, nor are there related links without a link.
    fn drop_lies(&mut self, page: &Page) {
        let all = page.children(0).map(|id| self.prose[id]).max().unwrap_or(0);
        for id in 0..page.len() {
            if self.named[id] == Some(Named::Part(RemovedBecause::RelatedLinks))
                && self.linked[id] * 10 < self.letters[id]
            {
                self.named[id] = None;
            }
            let most = match self.named[id] {
                Some(Named::Part(RemovedBecause::Comments)) => all - all / 5,
                Some(Named::Part(_)) => all / 3,
                _ => continue,
            };
            if self.prose[id] > most {
                self.named[id] = None;
            }
        }
    }

    /// The outermost part around a line that is none of the article's.
    fn part(&self, page: &Page, line: &Line) -> Option<(Id, RemovedBecause)> {
        page.path(line.block)
            .filter_map(|id| match self.named[id] {
                Some(Named::Part(reason)) => Some((id, reason)),
                _ => None,
            })
            .last()
    }
}

/// Finds the article. Where little is shown and much hidden around it, the page shows its text with a script, and what is
/// hidden counts.
pub(super) fn article(page: &Page, lines: &Lines) -> Article {
    let shown = choose(page, lines, false);
    if shown.survey.prose[shown.root] >= SHORT || lines.all.iter().all(|line| !line.hidden) {
        return shown;
    }
    let all = choose(page, lines, true);
    let holds = page.within(all.root).contains(&shown.root) || page.within(shown.root).contains(&all.root);
    if holds && all.survey.prose[all.root] >= (3 * shown.survey.prose[shown.root]).max(SHORT) {
        all
    } else {
        shown
    }
}

fn choose(page: &Page, lines: &Lines, with_hidden: bool) -> Article {
    let survey = Survey::of(page, lines, with_hidden);
    let parts: Vec<_> = lines.all.iter().map(|line| survey.part(page, line)).collect();
    let mut sums = vec![0i64; page.len()];
    for (line, part) in lines.all.iter().zip(&parts) {
        let weight = if line.hidden && !with_hidden {
            0
        } else {
            weight(page, lines, line, part.is_some())
        };
        for id in page.path(line.block) {
            sums[id] += weight;
        }
    }
    let mut best = 0;
    let mut most = i64::MIN;
    for line in &lines.all {
        for id in page.path(line.block) {
            // Of two that weigh the same, the inner one.
            if sums[id] > most || (sums[id] == most && page.within(best).contains(&id)) {
                (best, most) = (id, sums[id]);
            }
        }
    }
    // An element that says it is the article's text, when it holds most of it.
    let named = page
        .within(best)
        .filter(|&id| survey.named[id] == Some(Named::Article) && sums[id] * 4 >= most * 3)
        .max_by_key(|&id| (sums[id], std::cmp::Reverse(id)));
    let root = widened(page, &survey, named.unwrap_or(best));
    Article {
        with_hidden,
        head: head(page, lines, root, &parts),
        root,
        parts,
        survey,
    }
}

/// Letters of prose below which an article may be only a part of what the page has to say.
const SHORT: u32 = 500;

/// The element that holds the article, or the one around it where that is short and more stands beside it.
fn widened(page: &Page, survey: &Survey, root: Id) -> Id {
    if survey.prose[root] >= SHORT {
        return root;
    }
    let is_own = |&id: &Id| survey.linked[id] * 4 < survey.letters[id] && survey.named[id].is_none();
    page.ancestors(root).take_while(is_own).last().unwrap_or(root)
}

/// Most lines between the title and the article's text.
const HEAD_LINES: usize = 25;

/// Most paragraphs there.
const HEAD_PARAGRAPHS: usize = 2;

/// Paragraphs between the page's title and the element that holds the article.
fn head(page: &Page, lines: &Lines, root: Id, parts: &[Option<(Id, RemovedBecause)>]) -> Vec<usize> {
    let start = lines.within(&page.within(root)).start;
    let before = start.saturating_sub(HEAD_LINES)..start;
    let is_title = |&n: &usize| {
        page.path(lines.all[n].block)
            .take(3)
            .any(|id| page.is(id, &local_name!("h1")))
    };
    let Some(title) = before.clone().rev().find(is_title) else {
        return Vec::new();
    };
    let is_lead = |&n: &usize| {
        let line = &lines.all[n];
        !line.hidden && parts[n].is_none() && line.letters >= 60 && is_prose(lines, line)
    };
    let found: Vec<usize> = (title + 1..start).filter(is_lead).collect();
    // More is a gallery, or a list of other things.
    if found.len() > HEAD_PARAGRAPHS {
        Vec::new()
    } else {
        found
    }
}

/// What a line brings.
fn weight(page: &Page, lines: &Lines, line: &Line, in_part: bool) -> i64 {
    let letters = line.letters as i64;
    let own = letters - line.linked as i64;
    if in_part {
        return -20.min(letters / 4);
    }
    if line.linked * 2 > line.letters {
        return -(letters.min(60)) - 5;
    }
    match () {
        () if is_prose(lines, line) => own,
        () if is_heading(page, line.block) || line.table.is_some() => 0,
        () => -10,
    }
}

/// Whether a line reads like part of a text: long enough, or a sentence, and not mostly links.
pub(super) fn is_prose(lines: &Lines, line: &Line) -> bool {
    let own = line.letters - line.linked;
    own * 2 >= line.letters && (own >= 80 || own >= 30 && ends_sentence(&lines.text[line.bytes.clone()]))
}

/// Whether words end with a sign that ends sentences.
pub(super) fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(['"', '”', '’', '»', ')', ']', ' ', '\u{a0}'])
        .ends_with(['.', '!', '?', '…', '。', '！', '？', ':', '؟', '۔', '।', '።'])
}

/// Whether a block is a heading.
pub(super) fn is_heading(page: &Page, block: Id) -> bool {
    page.path(block).take(3).any(|id| {
        matches!(
            page.name(id),
            Some(
                &local_name!("h1")
                    | &local_name!("h2")
                    | &local_name!("h3")
                    | &local_name!("h4")
                    | &local_name!("h5")
                    | &local_name!("h6")
            )
        )
    })
}

/// What an element's tag and names say.
fn name(page: &Page, id: Id) -> Option<Named> {
    let by_tag = match page.name(id)? {
        &local_name!("nav") | &local_name!("footer") => Some(Named::Part(RemovedBecause::Navigation)),
        &local_name!("aside") => Some(Named::Part(RemovedBecause::OutsideArticle)),
        &local_name!("figcaption") => return Some(Named::Caption),
        &local_name!("body") | &local_name!("html") | &local_name!("main") => return None,
        _ => None,
    };
    match parts::named(page, id) {
        // An `article` called `newsletter` is still an article.
        Some(Named::Part(_)) if page.is(id, &local_name!("article")) => None,
        other => other.or(by_tag),
    }
}
