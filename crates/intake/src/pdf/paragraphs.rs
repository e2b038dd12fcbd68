//! Lines to blocks: paragraphs, headings, items of lists, tables and notes, over the ends of columns and pages.
//!
//! A line goes on with the paragraph before it unless something says otherwise: white space, an indent, another size, a bullet,
//! or room on the line before into which its first word would have fitted. The last holds for justified and ragged text alike and
//! needs no knowledge of the document's style.

use std::collections::HashMap;

use super::lines::{Aside, PageLine, are_justified};
use crate::structure::opens_report;

/// Lines that a dateline takes at most, in a narrow column.
const OPENING: usize = 3;

/// What a block of lines is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Paragraph,
    /// A heading; 1 is the largest.
    Heading(u8),
    /// An item of a list with its sign or number.
    Item {
        ordered: bool,
    },
    /// Rows of cells.
    Table,
    /// A note at the foot of a page.
    Footnote,
}

/// Lines that belong together.
#[derive(Clone, Debug)]
pub(super) struct Passage<'l> {
    pub(super) shape: Shape,
    pub(super) lines: Vec<&'l PageLine>,
}

/// What is usual in the document.
struct Style {
    body: f32,
    /// From one line to the next, in sizes, by quarter points of size.
    pitches: HashMap<i32, f32>,
    /// The right edge of each line's column.
    edges: Vec<f32>,
    /// The left edge of each line's column.
    starts: Vec<f32>,
    /// Whether the first line of a paragraph stands further in than the others.
    first_in: bool,
    /// Whether lines are flush on both sides.
    justified: bool,
}

/// Marks the notes at the foot of each page.
pub(super) fn mark_footnotes(lines: &mut [PageLine]) {
    let body = body_size(lines);
    let mut from = 0;
    while from < lines.len() {
        let page = lines[from].page;
        let end = from + lines[from..].iter().take_while(|l| l.page == page).count();
        mark_footnotes_of_page(&mut lines[from..end], body);
        from = end;
    }
}

fn mark_footnotes_of_page(lines: &mut [PageLine], body: f32) {
    let small = |l: &PageLine| l.size < 0.95 * body;
    let shares = |a: &PageLine, b: &PageLine| a.x[1].min(b.x[1]) - a.x[0].max(b.x[0]) > 0.5;
    let in_text = |l: &PageLine| l.aside.is_none();
    if !lines.iter().any(|l| in_text(l) && !small(l)) {
        return;
    }
    let low = |n: usize| {
        let line = &lines[n];
        in_text(line)
            && small(line)
            && !lines
                .iter()
                .any(|below| in_text(below) && !small(below) && below.y > line.y && shares(line, below))
    };
    let candidates: Vec<usize> = (0..lines.len()).filter(|&n| low(n)).collect();
    let mut noted: Vec<usize> = Vec::new();
    let mut open: Option<usize> = None;
    for n in candidates {
        let below = open.is_some_and(|last: usize| n == last + 1 && shares(&lines[last], &lines[n]));
        if below || begins_note(&lines[n].text) {
            noted.push(n);
            open = Some(n);
        } else {
            open = None;
        }
    }
    for n in noted {
        lines[n].aside = Some(Aside::Footnote);
    }
}

/// Whether a line begins with the sign of a note: a number, a star, a dagger, and then words.
fn begins_note(text: &str) -> bool {
    let signs = text
        .chars()
        .take_while(|c| c.is_ascii_digit() || "*†‡§¶⁰¹²³⁴⁵⁶⁷⁸⁹[]".contains(*c))
        .count();
    let rest: String = text.chars().skip(signs).collect();
    let rest = rest.trim_start_matches(['.', ')', ' ']);
    (1..=4).contains(&signs) && rest.starts_with(|c: char| c.is_alphabetic() || "“\"'‘«".contains(c))
}

/// The size of most letters of the text.
fn body_size(lines: &[PageLine]) -> f32 {
    let mut sizes = HashMap::<i32, usize>::new();
    for line in lines.iter().filter(|l| l.aside.is_none()) {
        *sizes.entry(quarter(line.size)).or_default() += line.text.len();
    }
    let most = sizes.into_iter().max_by_key(|(size, count)| (*count, *size));
    most.map_or(10.0, |(size, _)| size as f32 / 4.0)
}

fn quarter(size: f32) -> i32 {
    (size * 4.0).round() as i32
}

/// The blocks of a document, footnotes last.
pub(super) fn passages<'l>(lines: &'l [PageLine]) -> Vec<Passage<'l>> {
    let text: Vec<&PageLine> = lines.iter().filter(|l| l.aside.is_none()).collect();
    let notes: Vec<&PageLine> = lines
        .iter()
        .filter(|l| l.aside == Some(Aside::Footnote))
        .collect();
    let mut passages = of_text(&text);
    let mut of_notes: Vec<Passage<'l>> = Vec::new();
    let style = Style::of(&notes);
    for (n, line) in notes.iter().enumerate() {
        let goes_on = n > 0 && !begins_note(&line.text) && style.goes_on(&notes, n - 1, n, true);
        match of_notes.last_mut() {
            Some(passage) if goes_on || !begins_note(&line.text) => passage.lines.push(line),
            _ => of_notes.push(Passage {
                shape: Shape::Footnote,
                lines: vec![line],
            }),
        }
    }
    passages.extend(of_notes);
    passages
}

fn of_text<'l>(text: &[&'l PageLine]) -> Vec<Passage<'l>> {
    let style = Style::of(text);
    let mut passages: Vec<Passage<'l>> = Vec::new();
    let mut first_of_last = 0;
    let mut at = 0;
    while at < text.len() {
        let rows = table_rows(&text[at..]);
        if rows > 0 {
            passages.push(Passage {
                shape: Shape::Table,
                lines: text[at..at + rows].to_vec(),
            });
            at += rows;
            continue;
        }
        let line = text[at];
        let open = passages.last_mut().filter(|p| p.shape != Shape::Table);
        match open {
            Some(passage) if at > 0 && !style.begins(text, first_of_last, at) => passage.lines.push(line),
            _ => {
                first_of_last = at;
                let shape = marker(&line.text).map_or(Shape::Paragraph, |marker| Shape::Item {
                    ordered: marker == Marker::Number,
                });
                passages.push(Passage {
                    shape,
                    lines: vec![line],
                });
            }
        }
        at += 1;
    }
    name_headings(&mut passages, style.body);
    passages
}

/// How many lines from here on are rows of a table: at least three with two cells, or two with three.
fn table_rows(text: &[&PageLine]) -> usize {
    let same_page = |line: &&&PageLine| text.first().is_some_and(|first| first.page == line.page);
    let is_row =
        |line: &&&PageLine| line.cells.len() >= 2 && !line.cells.iter().any(|(_, cell)| is_prose(cell));
    let rows = text.iter().take_while(same_page).take_while(is_row).count();
    let wide = text[..rows].iter().filter(|l| l.cells.len() >= 3).count();
    if rows >= 3 || wide >= 2 { rows } else { 0 }
}

/// Whether a cell holds more than a cell of a table would.
fn is_prose(cell: &str) -> bool {
    cell.chars().count() > 60
}

/// What stands before an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marker {
    Sign,
    Number,
}

fn marker(text: &str) -> Option<Marker> {
    const SIGNS: &str = "•‣◦▪▫■□●○∙·⁃–—-*➢➤✓❖◆";
    let (sign, rest) = text.split_once(' ')?;
    if rest.trim().is_empty() {
        return None;
    }
    let mut letters = sign.chars();
    if let (Some(only), None) = (letters.next(), letters.next())
        && SIGNS.contains(only)
    {
        return Some(Marker::Sign);
    }
    let inner = sign.trim_start_matches('(').trim_end_matches(['.', ')']);
    let closed = sign.ends_with(['.', ')']) && inner.len() < sign.len();
    let is_number = inner.len() <= 2 && !inner.is_empty() && inner.chars().all(|c| c.is_ascii_digit());
    let is_letter = inner.len() == 1 && sign.ends_with(')') && inner.chars().all(|c| c.is_ascii_lowercase());
    (closed && (is_number || is_letter)).then_some(Marker::Number)
}

impl Style {
    fn of(text: &[&PageLine]) -> Self {
        let body = {
            let mut sizes = HashMap::<i32, usize>::new();
            for line in text {
                *sizes.entry(quarter(line.size)).or_default() += line.text.len();
            }
            let most = sizes.into_iter().max_by_key(|(size, count)| (*count, *size));
            most.map_or(10.0, |(size, _)| size as f32 / 4.0)
        };
        let mut steps: HashMap<i32, Vec<f32>> = HashMap::new();
        for pair in text.windows(2) {
            if let [a, b] = pair
                && follows_below(a, b)
                && quarter(a.size) == quarter(b.size)
                && b.y - a.y < 2.5 * a.size
            {
                steps.entry(quarter(a.size)).or_default().push(b.y - a.y);
            }
        }
        let pitches = steps
            .into_iter()
            .map(|(size, steps)| (size, usual_step(steps)))
            .collect();
        let (starts, edges) = edges(text);
        let inner = |n: usize| text.get(n).is_some_and(|l| l.x[0] - starts[n] > 0.7 * l.size);
        let below = |n: usize| n > 0 && text.get(n).is_some_and(|l| follows_below(text[n - 1], l));
        let alone =
            |n: &usize| inner(*n) && !inner(n + 1) && below(n + 1) && marker(&text[*n].text).is_none();
        let run = |n: &usize| inner(*n) && inner(n + 1) && below(n + 1);
        let first_in = (0..text.len()).filter(alone).count() > (0..text.len()).filter(run).count();
        Self {
            body,
            pitches,
            edges,
            starts,
            first_in,
            justified: are_justified(text),
        }
    }

    /// Whether line `at` begins a block, the one before it beginning with line `first`.
    fn begins(&self, text: &[&PageLine], first: usize, at: usize) -> bool {
        let (last, line) = (text[at - 1], text[at]);
        let item = marker(&text[first].text).is_some();
        if (line.size - last.size).abs() > 0.06 * last.size || is_new_item(text[first], last, line, item) {
            return true;
        }
        if line.bold != last.bold && (last.bold || self.has_room(text, at - 1, at, 1.0)) {
            return true;
        }
        if !follows_below(last, line) {
            let other = line.bold != last.bold && begins_sentence(&line.text);
            return other || !self.goes_on(text, first, at, false) || self.is_indented(text, first, at);
        }
        let pitch = self.pitch(last.size);
        let step = line.y - last.y;
        if step > pitch * 1.22 + 0.5 || step < 0.5 * pitch {
            return true;
        }
        self.is_indented(text, first, at) || self.has_ended(text, first, at)
    }

    fn pitch(&self, size: f32) -> f32 {
        self.pitches.get(&quarter(size)).copied().unwrap_or(1.25 * size)
    }

    /// Whether line `at` begins further in than its paragraph does, or further out than its second line.
    fn is_indented(&self, text: &[&PageLine], first: usize, at: usize) -> bool {
        let indent = |n: usize| text[n].x[0] - self.starts[n];
        let step = 0.7 * text[at].size;
        let item = marker(&text[first].text).is_some();
        let (before, here) = (indent(at - 1), indent(at));
        if at - 1 == first {
            // The second line of an item or of a hanging paragraph stands further in.
            let room = || self.first_in || self.has_room(text, at - 1, at, 1.0);
            let alike = self.first_in && before > step && (here - before).abs() < 1.5;
            return alike || (!item && here > before + step && room());
        }
        if here < before - step {
            // Back out: of an item or a hanging paragraph.
            return item || indent(first) < before - step;
        }
        here > before + step
    }

    /// Whether the paragraph that begins with line `first` ended before line `next`: there was room for more.
    fn has_ended(&self, text: &[&PageLine], first: usize, next: usize) -> bool {
        let last = next - 1;
        if is_centred(text[last], self.starts[last], self.edges[last]) {
            return false;
        }
        if ends_sentence(&text[last].text) && begins_sentence(&text[next].text) {
            return self.parts_sentences(text, first, next);
        }
        let width = self.edges[last] - self.starts[last];
        self.edges[last] - text[last].x[1] - text[next].first_word > 0.3 * width
    }

    /// Whether a paragraph whose last sentence ends with a line ended there: it could have gone on in that line, or the next
    /// begins a report.
    fn parts_sentences(&self, text: &[&PageLine], first: usize, next: usize) -> bool {
        let last = next - 1;
        let opening: Vec<&str> = text[next..]
            .iter()
            .take(OPENING)
            .map(|l| l.text.as_str())
            .collect();
        if opens_report(&opening.join(" ")) {
            return true;
        }
        let room = |n: usize| self.edges[n] - text[n].x[1];
        // Justified lines are full but for the last. In a ragged text some are full by chance.
        let seen = if self.justified { 1 } else { 3 };
        if last - first >= seen && (first..last).all(|n| room(n) < 1.5) {
            return room(last) > 1.5;
        }
        self.has_room(text, last, next, 0.2)
    }

    /// Whether the first word of line `next` and a space, and `spare` sizes more, would have fitted behind line `last`.
    fn has_room(&self, text: &[&PageLine], last: usize, next: usize, spare: f32) -> bool {
        let room = self.edges[last] - text[last].x[1];
        room > text[next].first_word + (0.25 + spare) * text[last].size
    }

    /// Whether the paragraph that begins with line `first` goes on in line `next`, which isn't below the one before it but in
    /// another column or on another page.
    fn goes_on(&self, text: &[&PageLine], first: usize, next: usize, note: bool) -> bool {
        let (end, start) = (&text[next - 1].text, &text[next].text);
        if end.ends_with(['-', '\u{ad}', '\u{2010}']) || start.starts_with(char::is_lowercase) {
            return true;
        }
        let indented = text[next].x[0] - self.starts[next] > 0.7 * text[next].size;
        if !ends_sentence(end) || note {
            return !self.has_room(text, next - 1, next, 0.4);
        }
        !indented && !self.parts_sentences(text, first, next)
    }
}

/// Whether a line begins an item, the block before it beginning with `first`, an item if `in_item`, and ending with `last`.
fn is_new_item(first: &PageLine, last: &PageLine, line: &PageLine, in_item: bool) -> bool {
    match marker(&line.text) {
        None => false,
        Some(Marker::Sign) => {
            // A dash may also stand at the start of a line of running text.
            let dash = line.text.starts_with(['-', '–', '—', '*', '·']);
            let same = in_item && line.text.chars().next() == first.text.chars().next();
            !dash || ends_sentence(&last.text) || same
        }
        Some(Marker::Number) => in_item || ends_sentence(&last.text),
    }
}

/// Whether `next` is the line below `last` in the same column.
fn follows_below(last: &PageLine, next: &PageLine) -> bool {
    let shared = last.x[1].min(next.x[1]) - last.x[0].max(next.x[0]);
    let narrow = (last.x[1] - last.x[0]).min(next.x[1] - next.x[0]);
    last.page == next.page && next.y > last.y && shared > 0.3 * narrow
}

/// The step that most lines keep, and of several usual ones the smallest: larger ones part paragraphs.
fn usual_step(mut steps: Vec<f32>) -> f32 {
    steps.sort_by(f32::total_cmp);
    let near = |step: f32| steps.iter().filter(|s| (**s - step).abs() <= 0.6).count();
    let enough = (steps.len() / 5).max(1);
    let usual = steps.iter().copied().find(|&step| near(step) >= enough);
    let from = usual.unwrap_or_default();
    let alike: Vec<f32> = steps
        .iter()
        .copied()
        .filter(|s| (s - from).abs() <= 1.2)
        .collect();
    alike.get(alike.len() / 2).copied().unwrap_or(from)
}

/// Where the columns of the lines begin and end, as far as lines of the same column show.
fn edges(text: &[&PageLine]) -> (Vec<f32>, Vec<f32>) {
    let mut starts: Vec<f32> = text.iter().map(|l| l.x[0]).collect();
    let mut ends: Vec<f32> = text.iter().map(|l| l.x[1]).collect();
    let mut from = 0;
    while from < text.len() {
        let page = text[from].page;
        let end = from + text[from..].iter().take_while(|l| l.page == page).count();
        for n in from..end {
            let line = text[n];
            let within = |other: &&&PageLine| {
                other.x[0] >= line.column[0] - 1.0
                    && other.x[1] <= line.column[1] + 1.0
                    && other.x[1].min(line.x[1]) > other.x[0].max(line.x[0])
            };
            // A column is known by its neighbours, and a page may have thousands of lines.
            let near = from.max(n.saturating_sub(150))..end.min(n + 150);
            let beside: Vec<&&PageLine> = text[near].iter().filter(within).collect();
            starts[n] = beside.iter().map(|l| l.x[0]).fold(starts[n], f32::min);
            // The edge at which most lines end; signs may hang over it.
            let widest = beside.iter().map(|l| l.x[1]).fold(ends[n], f32::max);
            let at = |edge: f32| beside.iter().filter(|l| (l.x[1] - edge).abs() < 0.5).count();
            let common = beside
                .iter()
                .map(|l| l.x[1])
                .filter(|end| widest - end < line.size)
                .max_by_key(|end| at(*end));
            ends[n] = common.filter(|end| at(*end) * 3 > beside.len()).unwrap_or(widest);
        }
        from = end;
    }
    (starts, ends)
}

fn is_centred(line: &PageLine, start: f32, end: f32) -> bool {
    let (left, right) = (line.x[0] - start, end - line.x[1]);
    left > 1.5 * line.size && (left - right).abs() < 0.1 * (end - start)
}

/// Whether a line may be the last of a sentence.
pub(super) fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']);
    bare.ends_with(['.', '!', '?', ':', '…', '。', '！', '？', '؟', '۔', ';'])
        || bare
            .trim_end_matches(|c: char| c.is_ascii_digit())
            .ends_with(['.', '!', '?'])
}

fn begins_sentence(text: &str) -> bool {
    !text.starts_with(|c: char| c.is_lowercase() || ",;.)".contains(c))
}

/// Names the blocks that are headings: larger than the text, or bold and short, and no sentence.
fn name_headings(passages: &mut [Passage<'_>], body: f32) {
    const LONGEST: usize = 250;
    let of = |passage: &Passage<'_>| {
        let (size, bold) = passage.lines.first().map_or((0.0, false), |l| (l.size, l.bold));
        let length: usize = passage.lines.iter().map(|l| l.text.chars().count()).sum();
        let larger = size > 1.08 * body;
        let letters = passage.lines.iter().any(|l| l.text.contains(char::is_alphabetic));
        let bold = bold && passage.lines.iter().all(|l| l.bold) && passage.lines.len() <= 3;
        let ends = passage
            .lines
            .last()
            .is_some_and(|l| l.text.ends_with(['.', ';', ',']));
        let fits =
            passage.shape == Shape::Paragraph || !matches!(passage.shape, Shape::Table | Shape::Footnote);
        (fits && letters && length <= LONGEST && (larger || (bold && size > 0.9 * body && !ends)))
            .then_some(quarter(size))
    };
    let mut sizes: Vec<i32> = passages.iter().filter_map(of).collect();
    sizes.sort_unstable_by_key(|size| std::cmp::Reverse(*size));
    sizes.dedup();
    for passage in passages {
        if let Some(size) = of(passage) {
            let level = 1 + sizes.iter().take_while(|s| **s > size).count();
            passage.shape = Shape::Heading(u8::try_from(level).unwrap_or(6).min(6));
        }
    }
}
