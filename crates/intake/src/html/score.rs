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

/// Where the article stands.
#[derive(Debug)]
pub(super) struct Article {
    /// The element that holds it.
    pub(super) root: Id,
    /// For each line of the page the part it stands in that is none of the article's, if it does: the part and the reason.
    pub(super) parts: Vec<Option<(Id, RemovedBecause)>>,
}

/// Finds the article.
pub(super) fn article(page: &Page, lines: &Lines) -> Article {
    let names = Names::of(page, lines);
    let parts: Vec<_> = lines.all.iter().map(|line| names.part(page, line.block)).collect();
    let weights: Vec<i64> = lines
        .all
        .iter()
        .zip(&parts)
        .map(|(line, part)| weight(page, lines, line, part.is_some()))
        .collect();
    let mut sums = vec![0i64; page.len()];
    for (line, weight) in lines.all.iter().zip(&weights) {
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
        .filter(|&id| names.named(id) == Some(Named::Article) && sums[id] * 4 >= most * 3)
        .max_by_key(|&id| (sums[id], std::cmp::Reverse(id)));
    Article {
        root: named.unwrap_or(best),
        parts,
    }
}

/// What a line brings.
fn weight(page: &Page, lines: &Lines, line: &Line, in_part: bool) -> i64 {
    let letters = line.letters as i64;
    let own = letters - line.linked as i64;
    if line.hidden {
        return 0;
    }
    if in_part {
        return -20.min(letters / 4);
    }
    if line.linked * 2 > line.letters {
        return -(letters.min(60)) - 5;
    }
    let is_heading = matches!(
        page.name(line.block),
        Some(&local_name!("h1") | &local_name!("h2") | &local_name!("h3") | &local_name!("h4"))
    );
    let words = &lines.text[line.bytes.clone()];
    let ends = words.trim_end_matches(['"', '”', '’', '»', ')', ' ', '\u{a0}']).ends_with(['.', '!', '?', '…', '。', ':', '؟', '।']);
    match own {
        80.. => own,
        30.. if ends => own,
        _ if is_heading => 0,
        _ => -10,
    }
}

/// What elements around lines are called.
struct Names {
    named: Vec<(Id, Named)>,
}

impl Names {
    fn of(page: &Page, lines: &Lines) -> Self {
        let mut named = Vec::new();
        let mut seen = vec![false; page.len()];
        for line in &lines.all {
            for id in page.path(line.block) {
                if std::mem::replace(&mut seen[id], true) {
                    break;
                }
                if let Some(says) = Self::says(page, id) {
                    named.push((id, says));
                }
            }
        }
        named.sort_unstable_by_key(|(id, _)| *id);
        Self { named }
    }

    fn says(page: &Page, id: Id) -> Option<Named> {
        let by_tag = match page.name(id)? {
            &local_name!("nav") | &local_name!("footer") => Some(Named::Part(RemovedBecause::Navigation)),
            &local_name!("aside") => Some(Named::Part(RemovedBecause::OutsideArticle)),
            &local_name!("body") | &local_name!("html") | &local_name!("main") => return None,
            _ => None,
        };
        let by_name = parts::named(page, id);
        // An `article` called `newsletter` is still an article.
        match by_name {
            Some(Named::Part(_)) if page.is(id, &local_name!("article")) => None,
            other => other.or(by_tag),
        }
    }

    fn named(&self, id: Id) -> Option<Named> {
        let n = self.named.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.named.get(n).map(|(_, named)| *named)
    }

    /// The innermost part around `id` that is none of the article's.
    fn part(&self, page: &Page, id: Id) -> Option<(Id, RemovedBecause)> {
        page.path(id).find_map(|id| match self.named(id) {
            Some(Named::Part(reason)) => Some((id, reason)),
            _ => None,
        })
    }
}
