//! Boxes below an article that tell about its author: "About the author", "Maya Rios is a reporter who covers the coast."
//!
//! Who is written about is told of there, too, so the text must not have named them before, and the box has to say that they
//! write.

use std::ops::Range;

use super::{
    credits::{Credit, Source},
    outlet::Outlet,
    plain,
    unmarked::credit,
    view::{BELOW, View},
};

/// Most lines at the end of an article that may tell about its authors, and most authors.
const LAST: usize = 3;
const AUTHORS: usize = 4;

/// The people that the page tells about below its article.
pub(super) fn authors(view: &View<'_, '_>, outlet: &Outlet) -> Option<Credit> {
    let article = view.article_lines();
    let names: Vec<Range<usize>> = (article.end.saturating_sub(LAST).max(article.start + 1)
        ..article.end + BELOW)
        .filter_map(|n| told(view, n))
        .flatten()
        .take(AUTHORS)
        .collect();
    if names.is_empty() {
        return None;
    }
    credit(view, outlet, names, Source::Signature)
}

/// The people that line `n` tells about, sentence by sentence.
fn told(view: &View<'_, '_>, n: usize) -> Option<Vec<Range<usize>>> {
    let line = view.lines.all.get(n)?;
    if line.hidden || line.linked * 2 > line.letters || view.is_of_others(line.block, n) || view.is_card(n) {
        return None;
    }
    let text = view.lines.words(n);
    let found = plain::told(text);
    let start = line.bytes.start;
    Some(
        found
            .into_iter()
            .map(|name| start + name.start..start + name.end)
            .collect(),
    )
}
