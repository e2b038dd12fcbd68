//! Tables of data, as against those that only lay out a page.

use html5ever::local_name;

use super::dom::{Id, Page};

/// Most letters of a cell, on average, in a table of data.
const CELL: usize = 200;
/// Most rows looked at.
const LOOK: usize = 50;

/// Whether the table `id` holds rows of short values: two rows of two cells at least, nothing nested, no prose.
pub(super) fn is_data(page: &Page, id: Id) -> bool {
    if matches!(page.attribute(id, "role"), Some("presentation" | "none")) {
        return false;
    }
    let (mut rows, mut wide, mut cells) = (0, 0, 0);
    for node in page.within(id).skip(1) {
        match page.name(node) {
            Some(
                &local_name!("table") | &local_name!("form") | &local_name!("article") | &local_name!("h1"),
            ) => return false,
            Some(&local_name!("tr")) => {
                let here = page
                    .children(node)
                    .filter(|&c| matches!(page.name(c), Some(&local_name!("td") | &local_name!("th"))))
                    .count();
                rows += 1;
                wide += usize::from(here > 1);
                cells += here;
            }
            _ => {}
        }
        if rows > LOOK {
            break;
        }
    }
    if rows < 2 || wide * 2 < rows {
        return false;
    }
    let words: usize = page
        .within(id)
        .filter_map(|node| match page.data(node) {
            super::dom::Data::Text(text) => Some(text.trim().len()),
            super::dom::Data::Element(..) => None,
        })
        .sum();
    // Beyond the rows looked at, the average stands for the rest.
    words <= cells.max(1) * CELL || rows > LOOK
}
