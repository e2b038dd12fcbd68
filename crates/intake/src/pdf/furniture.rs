//! Running heads and page numbers: what stands at the head and foot of page after page.
//!
//! A running head comes again at the same height of another page, its numbers aside. A page number counts on from page to page.
//! On a single page only what says of itself that it is a number of a page is taken for one.

use std::collections::HashMap;

use super::{
    lines::Aside,
    rows::{self, Row},
    words::{Word, joined},
};

/// Rows from the top and from the bottom of a page that are looked at.
const EDGE_ROWS: usize = 4;
/// Heights are told apart in steps of so many points; the same head stands at most one step from where it stood.
const SHIFT: f32 = 4.0;
/// A gap of so many sizes parts a head from the number beside it.
const GAP: f32 = 1.2;

/// A page as far as its edges matter.
pub(super) struct Edges<'p> {
    pub(super) number: u32,
    pub(super) words: &'p [Word],
    pub(super) rows: &'p [Row],
    pub(super) height: f32,
    /// The size of most letters of the document.
    pub(super) body: f32,
}

/// A piece of a row at the edge of a page.
struct Piece {
    page: usize,
    words: Vec<usize>,
    /// Its text, with `#` for numbers.
    key: String,
    y: f32,
    /// The number of a page that it may be.
    number: Option<i64>,
    /// Whether nothing else is in its row and it is the outermost.
    alone: bool,
    /// Whether it says "page".
    says_so: bool,
    /// Whether it stands in the page's margin, apart from the text.
    apart: bool,
    artifact: bool,
}

/// For each page the words that are no part of its text, and why.
pub(super) fn furniture(pages: &[Edges<'_>]) -> Vec<Vec<(usize, Aside)>> {
    let pieces: Vec<Piece> = pages
        .iter()
        .enumerate()
        .flat_map(|(n, page)| pieces(n, page))
        .collect();
    let seen = Seen::new(&pieces, pages);
    let mut found: Vec<Vec<(usize, Aside)>> = pages.iter().map(|_| Vec::new()).collect();
    for piece in &pieces {
        let aside = if is_page_number(piece, &seen, pages) {
            Some(Aside::PageNumber)
        } else if piece.artifact || piece.apart || comes_again(piece, &seen) {
            Some(Aside::RunningHead)
        } else {
            None
        };
        if let Some(aside) = aside {
            found[piece.page].extend(piece.words.iter().map(|&word| (word, aside)));
        }
    }
    found
}

fn pieces(n: usize, page: &Edges<'_>) -> Vec<Piece> {
    let last = page.rows.len();
    let edge = (0..last).filter(|&row| row < EDGE_ROWS || row + EDGE_ROWS >= last);
    // A page whose words are all artifacts was marked by someone who did not mean it.
    let artifacts = page.words.iter().filter(|w| w.artifact).count();
    let trusted = artifacts * 3 < page.words.len();
    let apart = [is_apart(page, 0), is_apart(page, last.saturating_sub(1))];
    edge.flat_map(|row| {
        let parts = rows::pieces(page.words, &page.rows[row], GAP);
        let alone = parts.len() == 1 && (row == 0 || row + 1 == last);
        parts.into_iter().map(move |words| {
            let of: Vec<&Word> = words.iter().map(|&w| &page.words[w]).collect();
            let text = joined(&of);
            Piece {
                page: n,
                y: of.first().map_or(0.0, |w| w.y),
                key: key(&text),
                number: page_number(&text),
                says_so: text.contains(char::is_alphabetic),
                artifact: trusted && of.iter().all(|w| w.artifact),
                alone,
                apart: (row == 0 && apart[0]) || (row + 1 == last && apart[1]),
                words,
            }
        })
    })
    .collect()
}

/// Whether the first or last row of a page stands in its margin apart from the text, and is smaller, at the very edge, or not on
/// the first page: a head or foot that no other page repeats.
fn is_apart(page: &Edges<'_>, row: usize) -> bool {
    let first = row == 0;
    let neighbour = if first { Some(1) } else { row.checked_sub(1) };
    let (Some(row), Some(next)) = (page.rows.get(row), neighbour.and_then(|n| page.rows.get(n))) else {
        return false;
    };
    let size = |row: &Row| row.words.iter().map(|&w| page.words[w].size).fold(0.0, f32::max);
    let y = |row: &Row| row.words.first().map_or(0.0, |&w| page.words[w].y);
    let margin = if first {
        y(row) < 0.1 * page.height
    } else {
        y(row) > 0.93 * page.height
    };
    // The text of later pages begins at their top, without a gap behind its first line.
    let outermost = y(row) < 0.045 * page.height || y(row) > 0.97 * page.height;
    let other = size(row) < 0.92 * page.body || page.number > 1 || outermost;
    margin && other && (y(next) - y(row)).abs() > 2.2 * size(row)
}

/// The text with `#` for every number.
fn key(text: &str) -> String {
    let mut key = String::new();
    for letter in text.chars() {
        match letter {
            c if c.is_numeric() && key.ends_with('#') => {}
            c if c.is_numeric() => key.push('#'),
            c => key.extend(c.to_lowercase()),
        }
    }
    key
}

/// The pages on which something stands.
enum On {
    One(usize),
    Several,
}

/// What stands at which height, and on which pages.
struct Seen<'p> {
    /// By key, by how far the number is from the page's (nothing: whatever the number), and by height in steps.
    pages: HashMap<(&'p str, Option<i64>, i64), On>,
}

impl<'p> Seen<'p> {
    fn new(pieces: &'p [Piece], pages: &[Edges<'_>]) -> Self {
        let mut seen = HashMap::new();
        for piece in pieces {
            let ahead = piece.number.map(|number| ahead(number, piece, pages));
            for ahead in std::iter::once(None).chain(ahead.map(Some)) {
                seen.entry((piece.key.as_str(), ahead, step(piece)))
                    .and_modify(|on| {
                        if !matches!(on, On::One(page) if *page == piece.page) {
                            *on = On::Several;
                        }
                    })
                    .or_insert(On::One(piece.page));
            }
        }
        Self { pages: seen }
    }

    /// Whether the same, as far `ahead` of its page if that matters, stands at the height of `piece` on another page.
    fn elsewhere(&self, piece: &Piece, ahead: Option<i64>) -> bool {
        let step = step(piece);
        [step.saturating_sub(1), step, step.saturating_add(1)]
            .into_iter()
            .any(|step| match self.pages.get(&(piece.key.as_str(), ahead, step)) {
                Some(On::One(page)) => *page != piece.page,
                Some(On::Several) => true,
                None => false,
            })
    }
}

fn step(piece: &Piece) -> i64 {
    (piece.y / SHIFT).floor() as i64
}

/// How far a number is from that of its page.
fn ahead(number: i64, piece: &Piece, pages: &[Edges<'_>]) -> i64 {
    number - i64::from(pages[piece.page].number)
}

/// Whether the same stands at the same height of another page.
fn comes_again(piece: &Piece, seen: &Seen<'_>) -> bool {
    let letters = piece.key.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 3 && seen.elsewhere(piece, None)
}

fn is_page_number(piece: &Piece, seen: &Seen<'_>, pages: &[Edges<'_>]) -> bool {
    let Some(number) = piece.number else {
        return false;
    };
    let ahead = ahead(number, piece, pages);
    let counts_on = seen.elsewhere(piece, Some(ahead));
    let height = pages[piece.page].height.max(1.0);
    let at_edge = !(0.12 * height..=0.88 * height).contains(&piece.y);
    counts_on || piece.artifact || (piece.alone && at_edge && (piece.says_so || ahead == 0))
}

/// The number of a page that `text` is: `7`, `– 7 –`, `Page 7 of 9`, `7/9`, `vii`.
fn page_number(text: &str) -> Option<i64> {
    const WORDS: [&str; 12] = [
        "page", "p.", "pg.", "seite", "s.", "página", "pág.", "pagina", "strona", "sida", "side", "стр.",
    ];
    const OF: [&str; 8] = ["of", "/", "de", "von", "sur", "di", "из", "|"];
    let plain = text
        .trim_matches(|c: char| c.is_whitespace() || "-–—[]()|•·.".contains(c))
        .to_lowercase();
    let parted = plain.replace('/', " / ");
    let mut parts = parted.split_whitespace().peekable();
    let says_page = parts.next_if(|word| WORDS.contains(word)).is_some();
    let word = parts.next()?;
    let number = match word.parse::<u16>() {
        Ok(number) => i64::from(number),
        Err(_) => roman(word)?,
    };
    let rest: Vec<&str> = parts.collect();
    let whole = match rest.as_slice() {
        [] => true,
        [of, total] => (OF.contains(of) || says_page) && total.parse::<u16>().is_ok(),
        _ => false,
    };
    whole.then_some(number)
}

/// The value of a small Roman number.
fn roman(word: &str) -> Option<i64> {
    let values = word.chars().map(|c| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        _ => None,
    });
    let values: Vec<i64> = values.collect::<Option<_>>()?;
    let next = values.iter().skip(1).chain([&0]);
    let sum = values
        .iter()
        .zip(next)
        .map(|(&value, &next)| if value < next { -value } else { value });
    (values.len() <= 7).then_some(sum.sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_are_known_by_their_form() {
        for (text, number) in [
            ("7", Some(7)),
            ("– 12 –", Some(12)),
            ("Page 3 of 9", Some(3)),
            ("4/10", Some(4)),
            ("xiv", Some(14)),
            ("7 ships", None),
            ("2026 budget passed", None),
            ("Kessary", None),
        ] {
            assert_eq!(page_number(text), number, "{text}");
        }
    }

    /// A row of page numbers at the head of page after page.
    fn numbered(pages: u32, per_row: usize, number: impl Fn(u32) -> u32) -> Vec<Vec<(usize, Aside)>> {
        let words: Vec<Vec<Word>> = (1..=pages)
            .map(|page| {
                let word = |n: usize| Word {
                    text: number(page).to_string(),
                    x: [n as f32 * 40.0, n as f32 * 40.0 + 5.0],
                    y: 200.0 + page as f32 % 4.0,
                    size: 10.0,
                    bold: false,
                    inkless: false,
                    artifact: false,
                    spaced: [false; 2],
                    link: None,
                };
                (0..per_row).map(word).collect()
            })
            .collect();
        let rows: Vec<Vec<Row>> = words
            .iter()
            .map(|words| rows::rows(words, 0..words.len()))
            .collect();
        let edges: Vec<Edges<'_>> = (1..=pages)
            .zip(words.iter().zip(&rows))
            .map(|(number, (words, rows))| Edges {
                number,
                words,
                rows,
                height: 600.0,
                body: 10.0,
            })
            .collect();
        furniture(&edges)
    }

    #[test]
    fn numbers_that_count_on_are_known_at_any_height_and_others_are_not() {
        let all = |found: Vec<Vec<(usize, Aside)>>| found.iter().all(|page| page.len() == 1);
        assert!(all(numbered(20, 1, |page| page + 40)));
        assert!(numbered(20, 1, |_| 40).iter().all(Vec::is_empty));
    }

    #[test]
    fn as_many_numbers_as_a_document_can_hold_are_told_apart_in_time() {
        assert!(numbered(1_000, 400, |_| 40).iter().all(Vec::is_empty));
    }

    #[test]
    fn a_key_forgets_numbers_only() {
        assert_eq!(key("Harbour Review 12, p. 345"), "harbour review #, p. #");
    }
}
