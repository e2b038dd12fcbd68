//! The order in which the lines of a page are read.
//!
//! After T. Breuel, "High Performance Document Layout Analysis" (2003): of two lines that share some width the upper one comes
//! first; of two beside each other the left one, unless a line between them reaches over both columns.

use super::lines::PageLine;

/// Above this a page is no page of text, and its lines are taken from top to bottom.
const MOST_LINES: usize = 2_000;
/// Lines over several columns that are looked at.
const MOST_WIDE: usize = 100;

/// The lines in reading order.
pub(super) fn in_order(mut lines: Vec<PageLine>) -> Vec<PageLine> {
    lines.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x[0].total_cmp(&b.x[0])));
    let in_columns = |l: &PageLine| l.column[0] > f32::MIN || l.column[1] < f32::MAX;
    if lines.len() > MOST_LINES || !lines.iter().any(in_columns) {
        return lines;
    }
    let extents: Vec<[f32; 2]> = lines.iter().map(|line| extent(line, &lines)).collect();
    let shares_width = |a: usize, b: usize| {
        let (a, b) = (extents[a], extents[b]);
        a[1].min(b[1]) - a[0].max(b[0]) > 0.5
    };
    // Only what is wider than a column can lie over two.
    let wide: Vec<usize> = (0..lines.len())
        .filter(|&n| {
            let x = extents[n];
            lines.iter().any(|l| {
                let edge = l.column[1];
                edge < f32::MAX && edge > x[0] + 1.0 && edge < x[1] - 1.0
            })
        })
        .collect();
    let wide = &wide[..wide.len().min(MOST_WIDE)];
    let comes_first = |a: usize, b: usize| {
        let (top, bottom) = (lines[a].y.min(lines[b].y), lines[a].y.max(lines[b].y));
        if shares_width(a, b) {
            return lines[a].y < lines[b].y;
        }
        let between =
            |c: usize| lines[c].y > top && lines[c].y < bottom && shares_width(c, a) && shares_width(c, b);
        extents[a][0] < extents[b][0] && !wide.iter().any(|&n| between(n))
    };
    let mut placed = vec![false; lines.len()];
    let mut order = Vec::with_capacity(lines.len());
    for start in 0..lines.len() {
        // What must come before a line is placed before it, and so on: a walk with a stack of lines that wait.
        let mut waiting = vec![(start, 0)];
        while let Some((line, from)) = waiting.pop() {
            if placed[line] && from == 0 {
                continue;
            }
            placed[line] = true;
            let before = (from..lines.len()).find(|&n| !placed[n] && comes_first(n, line));
            match before {
                Some(next) => {
                    waiting.push((line, next + 1));
                    waiting.push((next, 0));
                }
                None => order.push(line),
            }
        }
    }
    let mut lines: Vec<Option<PageLine>> = lines.into_iter().map(Some).collect();
    order.into_iter().filter_map(|n| lines[n].take()).collect()
}

/// The width that a line takes up with the others of its column.
fn extent(line: &PageLine, lines: &[PageLine]) -> [f32; 2] {
    if line.column == [f32::MIN, f32::MAX] {
        return line.x;
    }
    let of_column = lines.iter().filter(|other| other.column == line.column);
    of_column.fold(line.x, |x, other| [x[0].min(other.x[0]), x[1].max(other.x[1])])
}
