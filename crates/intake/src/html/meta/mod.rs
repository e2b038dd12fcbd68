//! What a page states about its article: title, names, date, section, outlet, language, and where each is stated.

use std::ops::Range;

use html5ever::local_name;
use model::{
    article::{Candidate, Field, Meta, StatedField},
    text::{Indexed, Span},
};

use super::{dom::Page, lines::Lines};
use crate::reading::{Hints, StatedData};

/// The fields of the record and everything that the page states for them.
pub(super) struct Found {
    /// The fields.
    pub(super) meta: Meta,
    /// What was chosen among.
    pub(super) candidates: Vec<Candidate>,
    /// Bytes of the visible lines that print fields of the record.
    pub(super) shown: Vec<(StatedField, Range<usize>)>,
}

/// Reads what `page` states. `lines` are its visible words; values that aren't visible are written into `stated`, which gives
/// them their place. `article` are the numbers of the lines that belong to the article's text.
pub(super) fn read(
    page: &Page,
    lines: &Lines,
    _article: &[usize],
    hints: &Hints<'_>,
    stated: &mut StatedData,
) -> Found {
    let is_title = |&n: &usize| {
        page.path(lines.all[n].block)
            .take(2)
            .any(|id| page.is(id, &local_name!("h1")))
    };
    let printed = (0..lines.all.len())
        .find(is_title)
        .map(|n| (lines.words(n).to_owned(), lines.all[n].bytes.clone()));
    let shown = printed
        .iter()
        .map(|(_, bytes)| (StatedField::Headline, bytes.clone()))
        .collect();
    let (title, at) = match printed {
        Some((words, bytes)) => {
            let places = Indexed::new(&lines.text);
            (
                words,
                Span::new(places.char_of_byte(bytes.start), places.char_of_byte(bytes.end)),
            )
        }
        None => {
            let title = page
                .all(&local_name!("title"))
                .next()
                .map(|title| page.words(title));
            let title = title.filter(|title| !title.is_empty()).unwrap_or_default();
            let at = stated.add("title", &title);
            (title, at)
        }
    };
    Found {
        meta: Meta {
            headline: Field::parsed(title, at),
            deck: None,
            section: None,
            authors: Vec::new(),
            outlet: None,
            url: hints.url.map(|url| Field::typed(url.to_owned())),
            canonical_url: None,
            published: None,
            dateline: None,
            language: None,
        },
        candidates: Vec::new(),
        shown,
    }
}
