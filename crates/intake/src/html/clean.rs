//! What of the page stays out of the record, line by line, and why.

use model::article::RemovedBecause;

use super::{dom::Page, lines::Lines, score::Article};

/// For each line the reason why it is left out; nothing for a line of the article.
pub(super) fn fates(page: &Page, lines: &Lines, article: &Article) -> Vec<Option<RemovedBecause>> {
    let inside = lines.within(&page.within(article.root));
    lines
        .all
        .iter()
        .enumerate()
        .map(|(n, line)| {
            let part = article.parts.get(n).copied().flatten();
            if line.hidden {
                Some(RemovedBecause::Hidden)
            } else if !inside.contains(&n) {
                Some(part.map_or(RemovedBecause::OutsideArticle, |(_, reason)| reason))
            } else {
                // A name around the whole article says nothing about it.
                part.filter(|(id, _)| page.within(article.root).contains(id) && *id != article.root)
                    .map(|(_, reason)| reason)
            }
        })
        .collect()
}
