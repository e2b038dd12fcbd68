//! The lines of a document in reading order, page by page, with what is no part of the text set aside.

use std::borrow::Borrow;

use hayro_font::kurbo::Point;

use super::{
    contents::{Sheet, Turn},
    furniture,
    order::in_order,
    rows::{self, Line, Row},
    words::{self, Word, is_right_to_left},
};

/// A line of a page, in one column.
#[derive(Clone, Debug)]
pub(super) struct PageLine {
    /// Page, from 1.
    pub(super) page: u32,
    pub(super) text: String,
    /// From the side on which lines begin.
    pub(super) x: [f32; 2],
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    /// How far its column may reach.
    pub(super) column: [f32; 2],
    /// The width of its first word.
    pub(super) first_word: f32,
    /// Its cells, when gaps part it as those of a table do: where each begins and what is in it.
    pub(super) cells: Vec<(f32, String)>,
    /// Runs of its text that lead somewhere: bytes and the address.
    pub(super) links: Vec<(std::ops::Range<usize>, String)>,
    /// Why it is no part of the text.
    pub(super) aside: Option<Aside>,
}

/// Why a line is no part of the running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aside {
    /// It stands at the head or foot of page after page.
    RunningHead,
    /// The number of the page.
    PageNumber,
    /// Drawn without ink over words that have it.
    Hidden,
    /// It runs along the edge or across the page.
    Turned,
    /// A note at the foot of the page.
    Footnote,
}

/// Whether lines are set flush on both sides: many end where the next one does or, behind the last of a paragraph, the one after it.
pub(super) fn are_justified(lines: &[impl Borrow<PageLine>]) -> bool {
    let end = |line: &_| Borrow::<PageLine>::borrow(line).x[1];
    let flush = lines.windows(3).filter(|three| {
        let [line, next, after] = [0, 1, 2].map(|n| end(&three[n]));
        (next - line).abs() < 0.5 || (after - line).abs() < 0.5
    });
    3 * flush.count() > lines.len()
}

/// The words of a page.
struct Page {
    number: u32,
    words: Vec<Word>,
    rows: Vec<Row>,
    aside: Vec<Option<Aside>>,
    links: Vec<String>,
    width: f32,
    height: f32,
}

/// The lines of all pages.
pub(super) fn lines(sheets: Vec<Sheet>) -> Vec<PageLine> {
    let pages: Vec<Vec<Page>> = (1..)
        .zip(sheets)
        .map(|(number, sheet)| pages_of(number, sheet))
        .collect();
    let mut pages: Vec<Page> = pages.into_iter().flatten().collect();
    let body = body_size(&pages);
    set_aside(&mut pages, body);
    let mut known: Vec<[f32; 2]> = Vec::new();
    // Gutters seen on one page help to see short ones on the others.
    let found: Vec<Vec<rows::Gutter>> = pages
        .iter_mut()
        .map(|page| {
            page.rows = rows::rows(
                &page.words,
                (0..page.words.len()).filter(|&n| page.aside[n].is_none()),
            );
            let gutters = rows::gutters(&page.words, &page.rows, body, &[]);
            known.extend(gutters.iter().map(|g| g.x));
            gutters
        })
        .collect();
    known.sort_by(|a, b| a[0].total_cmp(&b[0]));
    known.dedup_by(|a, b| (a[0] - b[0]).abs() < 2.0 && (a[1] - b[1]).abs() < 2.0);
    known.truncate(64);
    pages
        .iter()
        .zip(found)
        .flat_map(|(page, found)| page_lines(page, found, &known, body))
        .collect()
}

/// The size of most letters.
fn body_size(pages: &[Page]) -> f32 {
    let mut sizes = std::collections::HashMap::<i32, usize>::new();
    for word in pages.iter().flat_map(|page| &page.words) {
        *sizes.entry((word.size * 4.0).round() as i32).or_default() += word.text.len();
    }
    let most = sizes.into_iter().max_by_key(|(size, count)| (*count, *size));
    most.map_or(10.0, |(size, _)| size as f32 / 4.0)
}

/// The words of a sheet: those that run as most do, and those that don't as a page of their own behind it.
fn pages_of(number: u32, sheet: Sheet) -> Vec<Page> {
    const TURNS: [Turn; 5] = [
        Turn::Upright,
        Turn::Down,
        Turn::UpsideDown,
        Turn::Up,
        Turn::Slanted,
    ];
    let count = |turn: Turn| sheet.glyphs.iter().filter(|g| g.turn == turn).count();
    let mut turns: Vec<(usize, Turn)> = TURNS.map(|turn| (count(turn), turn)).into();
    turns.retain(|(count, _)| *count > 0);
    turns.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let ink = sheet.glyphs.iter().filter(|g| !g.inkless).count();
    // The text behind a scan is what the page says; behind printed words it is something else.
    let hides = |word: &Word| word.inkless && ink > 0 && sheet.pictures < 0.5;
    let main = turns.first().map(|(_, turn)| *turn);
    turns
        .into_iter()
        .map(|(_, turn)| {
            let glyphs: Vec<_> = sheet.glyphs.iter().copied().filter(|g| g.turn == turn).collect();
            let mut words = words::words(&glyphs);
            if turn == Turn::Upright {
                mark_links(&mut words, &sheet);
            }
            let (width, height) = match turn {
                Turn::Down | Turn::Up => (sheet.height, sheet.width),
                _ => (sheet.width, sheet.height),
            };
            let turned = (Some(turn) != main).then_some(Aside::Turned);
            let aside = words
                .iter()
                .map(|word| if hides(word) { Some(Aside::Hidden) } else { turned })
                .collect();
            Page {
                number,
                rows: rows::rows(&words, 0..words.len()),
                aside,
                links: sheet.links.iter().map(|(_, address)| address.clone()).collect(),
                words,
                width,
                height,
            }
        })
        .collect()
}

fn mark_links(words: &mut [Word], sheet: &Sheet) {
    for word in words {
        let middle = Point::new(f64::from(word.middle()), f64::from(word.y - 0.3 * word.size));
        word.link = sheet.links.iter().position(|(rect, _)| rect.contains(middle));
    }
}

/// Finds running heads and page numbers over all pages.
fn set_aside(pages: &mut [Page], body: f32) {
    let edges: Vec<furniture::Edges<'_>> = pages
        .iter()
        .filter(|page| !page.aside.iter().all(|a| *a == Some(Aside::Turned)))
        .map(|page| furniture::Edges {
            number: page.number,
            words: &page.words,
            rows: &page.rows,
            height: page.height,
            body,
        })
        .collect();
    let found = furniture::furniture(&edges);
    let mut found = found.into_iter();
    for page in pages {
        if page.aside.iter().all(|a| *a == Some(Aside::Turned)) {
            continue;
        }
        for (index, aside) in found.next().unwrap_or_default() {
            page.aside[index] = Some(aside);
        }
    }
}

fn page_lines(page: &Page, found: Vec<rows::Gutter>, known: &[[f32; 2]], body: f32) -> Vec<PageLine> {
    let gutters = if known.is_empty() {
        found
    } else {
        rows::gutters(&page.words, &page.rows, body, known)
    };
    let letters = || {
        page.words
            .iter()
            .flat_map(|w| w.text.chars())
            .filter(|c| c.is_alphabetic())
    };
    let leftward = letters().filter(|c| is_right_to_left(*c)).count() * 2 > letters().count();
    let lines: Vec<PageLine> = page
        .rows
        .iter()
        .enumerate()
        .flat_map(|(n, row)| rows::split(&page.words, n, row, &gutters))
        .map(|line| page_line(page, &line, leftward, None))
        .collect();
    let mut lines = in_order(lines);
    // What was set aside stands behind the page's text, each kind by itself.
    for aside in [
        Aside::RunningHead,
        Aside::PageNumber,
        Aside::Hidden,
        Aside::Turned,
    ] {
        let of = (0..page.words.len()).filter(|&n| page.aside[n] == Some(aside));
        for row in rows::rows(&page.words, of) {
            let line = Line::new(&page.words, row.words, [f32::MIN, f32::MAX]);
            lines.push(page_line(page, &line, leftward, Some(aside)));
        }
    }
    lines
}

fn page_line(page: &Page, line: &Line, leftward: bool, aside: Option<Aside>) -> PageLine {
    let mirrored = |[a, b]: [f32; 2]| {
        let turn = |x: f32| match x {
            f32::MIN => f32::MAX,
            f32::MAX => f32::MIN,
            x => page.width - x,
        };
        if leftward { [turn(b), turn(a)] } else { [a, b] }
    };
    let first = if leftward {
        line.words.last()
    } else {
        line.words.first()
    };
    let first = first.map(|&n| &page.words[n]);
    let text = line.text(&page.words);
    let links = if leftward {
        Vec::new()
    } else {
        links(page, line, &text)
    };
    PageLine {
        page: page.number,
        x: mirrored(line.x),
        y: line.y,
        size: line.size,
        bold: line.bold,
        column: mirrored(line.column),
        first_word: first.map_or(0.0, |w| w.x[1] - w.x[0]),
        cells: cells(page, line, leftward),
        links,
        text,
        aside,
    }
}

/// The cells of a line whose words stand so far apart that no justified line would have such gaps.
fn cells(page: &Page, line: &Line, leftward: bool) -> Vec<(f32, String)> {
    const GAP: f32 = 1.6;
    let row = Row::of(&line.words, line.size);
    let mut pieces = rows::pieces(&page.words, &row, GAP);
    if pieces.len() < 2 {
        return Vec::new();
    }
    if leftward {
        pieces.reverse();
    }
    let cell = |piece: Vec<usize>| {
        let line = Line::new(&page.words, piece, line.column);
        (line.x[0], line.text(&page.words))
    };
    pieces.into_iter().map(cell).collect()
}

/// Where the words of `text` that lead somewhere are in it.
fn links(page: &Page, line: &Line, text: &str) -> Vec<(std::ops::Range<usize>, String)> {
    let mut links: Vec<(std::ops::Range<usize>, String)> = Vec::new();
    let mut at = 0;
    for &n in &line.words {
        let word = &page.words[n];
        let Some(found) = text.get(at..).and_then(|rest| rest.find(&word.text)) else {
            break;
        };
        let start = at + found;
        at = start + word.text.len();
        let Some(address) = word.link.and_then(|link| page.links.get(link)) else {
            continue;
        };
        match links.last_mut() {
            Some((range, last)) if last == address && start - range.end <= 1 => range.end = at,
            _ => links.push((start..at, address.clone())),
        }
    }
    links
}
