//! Words to rows, and rows to columns: where the white space between columns runs, and which words of a row it parts.
//!
//! A gutter is a strip of white that several rows leave free, with prose on both sides that begins at one edge. Tables leave
//! such strips too, but their cells are short; the white rivers of justified text have no edge.

use std::ops::RangeInclusive;

use super::words::{Word, is_ideograph, joined};

/// Words on one line of the page, over all columns.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Indices of the words, from left to right.
    pub(super) words: Vec<usize>,
    core: [f32; 2],
    size: f32,
}

impl Row {
    /// A row of these words, which stand from left to right.
    pub(super) fn of(words: &[usize], size: f32) -> Self {
        Self {
            words: words.to_vec(),
            core: [0.0, size],
            size,
        }
    }
}

/// White space between two columns.
#[derive(Clone, Debug)]
pub(super) struct Gutter {
    pub(super) x: [f32; 2],
    pub(super) rows: RangeInclusive<usize>,
}

impl Gutter {
    fn length(&self) -> usize {
        (self.rows.end() + 1).saturating_sub(*self.rows.start())
    }
}

/// A piece of a row between two gutters.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Indices of the words, from left to right.
    pub(super) words: Vec<usize>,
    pub(super) x: [f32; 2],
    pub(super) y: f32,
    /// The size of most of its letters.
    pub(super) size: f32,
    /// Whether all of it is bold.
    pub(super) bold: bool,
    /// How far its column may reach: the edges of the gutters beside it.
    pub(super) column: [f32; 2],
}

/// More strips of white than a page of text has.
const MOST_STRIPS: usize = 400;
/// Rows that a gutter must part to be one by itself.
const FEWEST_ROWS: usize = 4;

/// The rows of a page, from top to bottom.
pub(super) fn rows(words: &[Word], of: impl Iterator<Item = usize>) -> Vec<Row> {
    let mut order: Vec<usize> = of.collect();
    order.sort_by(|&a, &b| {
        words[a]
            .y
            .total_cmp(&words[b].y)
            .then(words[a].x[0].total_cmp(&words[b].x[0]))
    });
    let mut rows: Vec<Row> = Vec::new();
    for index in order {
        let word = &words[index];
        let core = word.core();
        // A word raised or lowered belongs to the row that a third of it shares.
        let shared = |row: &Row| {
            let overlap = core[1].min(row.core[1]) - core[0].max(row.core[0]);
            overlap / (core[1] - core[0]).min(row.core[1] - row.core[0]).max(0.1)
        };
        let near = rows.len().saturating_sub(4)..rows.len();
        let best = near
            .map(|n| (n, shared(&rows[n])))
            .filter(|(_, share)| *share > 0.35)
            .max_by(|a, b| a.1.total_cmp(&b.1));
        match best {
            Some((n, _)) => {
                let row = &mut rows[n];
                row.words.push(index);
                if word.size > row.size * 1.05 {
                    (row.core, row.size) = (core, word.size);
                }
            }
            None => rows.push(Row {
                words: vec![index],
                core,
                size: word.size,
            }),
        }
    }
    rows.sort_by(|a, b| a.core[1].total_cmp(&b.core[1]));
    for row in &mut rows {
        row.words
            .sort_by(|&a, &b| words[a].x[0].total_cmp(&words[b].x[0]));
    }
    rows
}

/// The pieces of a row that gaps wider than `gap` sizes part.
pub(super) fn pieces(words: &[Word], row: &Row, gap: f32) -> Vec<Vec<usize>> {
    let mut pieces: Vec<Vec<usize>> = Vec::new();
    let mut end = f32::MIN;
    for &index in &row.words {
        let word = &words[index];
        match pieces.last_mut() {
            Some(piece) if word.x[0] - end <= gap * word.size => piece.push(index),
            _ => pieces.push(vec![index]),
        }
        end = end.max(word.x[1]);
    }
    pieces
}

/// The gutters of a page whose text is mostly of the size `body`. Strips that lie where `known` gutters of other pages are need
/// fewer rows.
pub(super) fn gutters(words: &[Word], rows: &[Row], body: f32, known: &[[f32; 2]]) -> Vec<Gutter> {
    let strips = strips(words, rows, (0.55 * body).max(4.0));
    let mut tall: Vec<Gutter> = strips
        .into_iter()
        .flat_map(|strip| without_headings(words, rows, &strip, body))
        .filter(|strip| {
            let seen = known
                .iter()
                .any(|k| overlap(*k, strip.x) > 0.5 * (strip.x[1] - strip.x[0]).min(k[1] - k[0]));
            strip.length() >= if seen { 2 } else { FEWEST_ROWS }
        })
        .collect();
    // Of strips within one another the largest says most; more than two letters' width says no more.
    let worth = |strip: &Gutter| strip.length() as f32 * (strip.x[1] - strip.x[0]).min(2.0 * body);
    tall.sort_by(|a, b| worth(b).total_cmp(&worth(a)));
    let mut kept: Vec<Gutter> = Vec::new();
    for strip in tall {
        let within = |longer: &Gutter| {
            overlap(longer.x, strip.x) > 0.0
                && longer.rows.start() <= strip.rows.start()
                && longer.rows.end() >= strip.rows.end()
        };
        if !kept.iter().any(within) {
            kept.push(strip);
        }
    }
    // A strip is judged by the lines between its neighbours, so those that are sure come first and help with the others.
    let mut real: Vec<Gutter> = Vec::new();
    loop {
        let before = real.len();
        let all = kept.clone();
        kept.retain(|strip| {
            let same = |g: &Gutter| {
                overlap(g.x, strip.x) > 0.0
                    && g.rows.start() <= strip.rows.end()
                    && strip.rows.start() <= g.rows.end()
            };
            // Columns stand in threes as well: strips about as long as this one are likely to be gutters too.
            let like =
                |g: &&Gutter| 2 * g.length() >= strip.length() && g.length() >= 2 * FEWEST_ROWS && !same(g);
            let beside: Vec<Gutter> = real.iter().chain(all.iter().filter(like)).cloned().collect();
            // A narrower strip may go on above and below a gutter, where a line reaches into that.
            let goes_on =
                |g: &Gutter| g.rows.start() >= strip.rows.start() && g.rows.end() <= strip.rows.end();
            let new = !real.iter().any(|g| same(g) && !goes_on(g));
            let parts = new && parts_columns(words, rows, strip, &beside, known);
            if parts {
                real.push(strip.clone());
            }
            !parts
        });
        if real.len() == before {
            return real;
        }
    }
}

/// The pieces of a strip between rows of large letters, whose words may happen to part there.
fn without_headings(words: &[Word], rows: &[Row], strip: &Gutter, body: f32) -> Vec<Gutter> {
    let crosses = |n: usize| {
        let of = || rows[n].words.iter().map(|&w| words[w].x);
        let left = of()
            .map(|x| x[1])
            .filter(|x| *x <= strip.x[0] + 0.5)
            .fold(f32::MIN, f32::max);
        let right = of()
            .map(|x| x[0])
            .filter(|x| *x >= strip.x[1] - 0.5)
            .fold(f32::MAX, f32::min);
        rows[n].size > 1.15 * body && right - left < 0.6 * rows[n].size
    };
    let mut pieces: Vec<Gutter> = Vec::new();
    let mut start = *strip.rows.start();
    for n in strip.rows.clone().filter(|&n| crosses(n)) {
        pieces.extend((n > start).then(|| Gutter {
            x: strip.x,
            rows: start..=n - 1,
        }));
        start = n + 1;
    }
    pieces.push(Gutter {
        x: strip.x,
        rows: start..=*strip.rows.end(),
    });
    pieces.retain(|piece| !piece.rows.is_empty());
    pieces
}

fn overlap(a: [f32; 2], b: [f32; 2]) -> f32 {
    a[1].min(b[1]) - a[0].max(b[0])
}

/// The strips of white between words that several rows share, each as long as it goes.
fn strips(words: &[Word], rows: &[Row], narrowest: f32) -> Vec<Gutter> {
    let mut open: Vec<Gutter> = Vec::new();
    let mut closed: Vec<Gutter> = Vec::new();
    for (n, row) in rows.iter().enumerate() {
        let mut next: Vec<Gutter> = Vec::new();
        let whole = Gutter {
            x: [f32::MIN, f32::MAX],
            rows: n..=n,
        };
        for strip in open.iter().chain([&whole]) {
            let mut free = vec![strip.x];
            for &index in &row.words {
                let taken = words[index].x;
                free = free
                    .into_iter()
                    .flat_map(|[a, b]| {
                        if taken[1] <= a || taken[0] >= b {
                            [Some([a, b]), None]
                        } else {
                            [Some([a, taken[0]]), Some([taken[1], b])]
                        }
                    })
                    .flatten()
                    .filter(|[a, b]| b - a >= narrowest)
                    .collect();
            }
            if free != [strip.x] && strip.length() > 1 && strip.x[0] > f32::MIN && strip.x[1] < f32::MAX {
                closed.push(strip.clone());
            }
            let start = *strip.rows.start();
            next.extend(free.into_iter().map(|x| Gutter { x, rows: start..=n }));
        }
        // The same strip may have come from several; the one that began first is the longest.
        next.sort_by(|a, b| {
            (a.x[0].total_cmp(&b.x[0]))
                .then(a.x[1].total_cmp(&b.x[1]))
                .then(a.rows.start().cmp(b.rows.start()))
        });
        next.dedup_by(|later, earlier| later.x == earlier.x);
        if next.len() > MOST_STRIPS {
            next.sort_by_key(|strip| *strip.rows.start());
            next.truncate(MOST_STRIPS);
        }
        open = next;
    }
    let inner = |strip: &Gutter| strip.length() > 1 && strip.x[0] > f32::MIN && strip.x[1] < f32::MAX;
    closed.extend(open.into_iter().filter(inner));
    closed
}

/// The lines of the row number `n`.
pub(super) fn split(words: &[Word], n: usize, row: &Row, gutters: &[Gutter]) -> Vec<Line> {
    let mut here: Vec<[f32; 2]> = gutters
        .iter()
        .filter(|g| g.rows.contains(&n))
        .map(|g| g.x)
        .collect();
    here.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let column_of = |middle: f32| here.iter().take_while(|x| (x[0] + x[1]) / 2.0 < middle).count();
    let mut lines: Vec<(usize, Vec<usize>)> = Vec::new();
    for &index in &row.words {
        let column = column_of(words[index].middle());
        match lines.last_mut() {
            Some((at, line)) if *at == column => line.push(index),
            _ => lines.push((column, vec![index])),
        }
    }
    lines
        .into_iter()
        .map(|(column, line)| {
            let left = column
                .checked_sub(1)
                .and_then(|n| here.get(n))
                .map_or(f32::MIN, |x| x[1]);
            let right = here.get(column).map_or(f32::MAX, |x| x[0]);
            Line::new(words, line, [left, right])
        })
        .collect()
}

impl Line {
    pub(super) fn new(words: &[Word], line: Vec<usize>, column: [f32; 2]) -> Self {
        let of = || line.iter().map(|&n| &words[n]);
        // The word with most letters of its size says where the line stands and how large it is.
        let weight = |size: f32| -> usize {
            of().filter(|w| (w.size - size).abs() < 0.05 * size)
                .map(|w| w.text.len())
                .sum()
        };
        let main = of().max_by_key(|w| weight(w.size));
        Self {
            x: [
                of().map(|w| w.x[0]).fold(f32::MAX, f32::min),
                of().map(|w| w.x[1]).fold(f32::MIN, f32::max),
            ],
            y: main.map_or(0.0, |w| w.y),
            size: main.map_or(0.0, |w| w.size),
            bold: of().all(|w| w.bold || !w.text.contains(char::is_alphanumeric)) && of().any(|w| w.bold),
            words: line,
            column,
        }
    }

    pub(super) fn width(&self) -> f32 {
        self.x[1] - self.x[0]
    }

    pub(super) fn text(&self, words: &[Word]) -> String {
        joined(&self.words.iter().map(|&n| &words[n]).collect::<Vec<_>>())
    }
}

/// Whether the lines on both sides of a strip are prose in columns, `beside` being the gutters that are sure.
fn parts_columns(
    words: &[Word],
    rows: &[Row],
    strip: &Gutter,
    beside: &[Gutter],
    known: &[[f32; 2]],
) -> bool {
    let gutters: Vec<Gutter> = beside.iter().chain([strip]).cloned().collect();
    let lines: Vec<Line> = strip
        .rows
        .clone()
        .flat_map(|n| split(words, n, &rows[n], &gutters))
        .collect();
    let left: Vec<&Line> = lines
        .iter()
        .filter(|l| l.x[1] <= strip.x[0] + 0.5 && is_beside(l.column[1], strip.x))
        .collect();
    let right: Vec<&Line> = lines
        .iter()
        .filter(|l| l.x[0] >= strip.x[1] - 0.5 && is_beside(l.column[0], strip.x))
        .collect();
    let seen = known.iter().any(|k| overlap(*k, strip.x) > 0.0);
    // The last column of a page may be short.
    let columns = beside.iter().any(|g| 2 * g.length() >= strip.length());
    let fewest = match () {
        () if seen => 1,
        () if columns => 2,
        () => 3,
    };
    // Few words on justified lines stand as far apart as columns, but not in the same place line after line.
    let wider = if strip.length() < 12 { 1.5 } else { 1.0 };
    if left.len() < fewest
        || right.len() < fewest
        || strip.x[1] - strip.x[0] < wider * word_gap(words, &lines)
    {
        return false;
    }
    let (left_prose, right_prose) = (prose(words, &left), prose(words, &right));
    if seen {
        return left_prose.max(right_prose) == Prose::Surely;
    }
    // Most lines of a column begin at its edge, or end there where lines run from right to left.
    let share = if strip.length() < 8 { 0.6 } else { 0.4 };
    let aligned = |edges: Vec<f32>| {
        let near = |a: f32, b: f32| (a - b).abs() < 0.15 * body_of(&right);
        let most = edges
            .iter()
            .map(|e| edges.iter().filter(|o| near(**o, *e)).count())
            .max();
        most.unwrap_or_default() as f32 >= share * edges.len() as f32
    };
    let starts = aligned(right.iter().map(|l| l.x[0]).collect());
    let ends = right_to_left(words, &left) && aligned(left.iter().map(|l| l.x[1]).collect());
    // Beside a wide gutter one column may hold a list of short lines.
    let least = if strip.x[1] - strip.x[0] > 1.2 * body_of(&right) {
        Prose::Perhaps
    } else {
        Prose::Surely
    };
    (starts || ends) && left_prose.max(right_prose) == Prose::Surely && left_prose.min(right_prose) >= least
}

/// The gap between most words of the lines.
fn word_gap(words: &[Word], lines: &[Line]) -> f32 {
    let mut gaps: Vec<f32> = lines
        .iter()
        .flat_map(|l| l.words.windows(2))
        .map(|pair| words[pair[1]].x[0] - words[pair[0]].x[1])
        .collect();
    gaps.sort_by(f32::total_cmp);
    gaps.get(gaps.len() / 2).copied().unwrap_or_default()
}

fn body_of(lines: &[&Line]) -> f32 {
    lines.first().map_or(10.0, |l| l.size)
}

fn is_beside(edge: f32, gutter: [f32; 2]) -> bool {
    edge >= gutter[0] - 0.5 && edge <= gutter[1] + 0.5
}

fn right_to_left(words: &[Word], lines: &[&Line]) -> bool {
    let letters = lines
        .iter()
        .flat_map(|l| &l.words)
        .flat_map(|&n| words[n].text.chars());
    let (mut leftward, mut all) = (0, 0);
    for letter in letters.filter(|c| c.is_alphabetic()) {
        all += 1;
        leftward += usize::from(super::words::is_right_to_left(letter));
    }
    leftward * 2 > all
}

/// Whether lines are those of running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Prose {
    No,
    Perhaps,
    Surely,
}

/// Lines of running text have several words each, and most of them are as wide as the column.
fn prose(words: &[Word], lines: &[&Line]) -> Prose {
    let count = lines.len().max(1) as f32;
    let widest = lines.iter().map(|l| l.width()).fold(1.0, f32::max);
    let filled = lines.iter().map(|l| l.width()).sum::<f32>() / count / widest;
    let of_line = |l: &&Line| {
        let ideographs = l
            .words
            .iter()
            .flat_map(|&n| words[n].text.chars())
            .filter(|c| is_ideograph(*c));
        l.words.len() + ideographs.count() / 2
    };
    let mean = lines.iter().map(of_line).sum::<usize>() as f32 / count;
    match () {
        () if filled >= 0.55 && mean >= 2.5 => Prose::Surely,
        () if filled >= 0.35 && mean >= 2.2 => Prose::Perhaps,
        () => Prose::No,
    }
}
