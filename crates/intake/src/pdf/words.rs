//! Letters to words: which letters stand together, and the characters they are.
//!
//! Many documents draw no spaces, only gaps, and some draw letters in any order or twice to make them bold; ligatures, accents
//! drawn over a letter and presentation forms become the characters a reader would type.

use std::collections::HashMap;

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

use super::contents::Glyph;

/// A gap of this share of the size parts two words.
pub(super) const WORD_GAP: f32 = 0.13;
/// The same between two characters of scripts that write no spaces.
const IDEOGRAPH_GAP: f32 = 0.6;

/// Letters that stand together on a line.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) x: [f32; 2],
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) inkless: bool,
    pub(super) artifact: bool,
    /// Whether a space is drawn before and behind it.
    pub(super) spaced: [bool; 2],
    /// The entry of the page's links that it stands in.
    pub(super) link: Option<usize>,
}

impl Word {
    /// Where it is on paper, roughly: its letters without what hangs below the line.
    pub(super) fn core(&self) -> [f32; 2] {
        [self.y - 0.5 * self.size, self.y]
    }

    pub(super) fn middle(&self) -> f32 {
        (self.x[0] + self.x[1]) / 2.0
    }
}

/// The words of `glyphs`, which all run the same way, in the order in which they are drawn.
pub(super) fn words(glyphs: &[Glyph]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut last: Option<Glyph> = None;
    let mut drawn = Drawn::new();
    for glyph in glyphs {
        if glyph.letter.is_whitespace() {
            // Of two spaces the second changes nothing.
            if let Some(word) = words.last_mut() {
                word.spaced[1] = true;
            }
            last = None;
            continue;
        }
        if glyph.letter.is_control() || is_drawn_again(glyph, &mut drawn) {
            continue;
        }
        if let (Some(before), Some(word)) = (&last, words.last_mut()) {
            if let Some(together) = accented(before.letter, glyph, before) {
                word.text.pop();
                word.text.extend(together);
                word.x[1] = word.x[1].max(glyph.x[1]);
                last = Some(Glyph {
                    letter: glyph.letter,
                    ..*glyph
                });
                continue;
            }
            if goes_on(before, glyph) {
                word.text.push(glyph.letter);
                word.x = [word.x[0].min(glyph.x[0]), word.x[1].max(glyph.x[1])];
                last = Some(*glyph);
                continue;
            }
        }
        let spaced = last.is_none() && words.last().is_some_and(|w| w.spaced[1]);
        words.push(Word {
            text: glyph.letter.to_string(),
            x: glyph.x,
            y: glyph.y,
            size: glyph.size,
            bold: glyph.bold,
            inkless: glyph.inkless,
            artifact: glyph.artifact,
            spaced: [spaced, false],
            link: None,
        });
        last = Some(*glyph);
    }
    for word in &mut words {
        word.text = cleaned(&word.text);
    }
    words.retain(|word| !word.text.is_empty());
    words
}

/// Whether `next` belongs to the word that ends with `last`.
fn goes_on(last: &Glyph, next: &Glyph) -> bool {
    let size = last.size.max(next.size);
    let gap = next.x[0] - last.x[1];
    let widest = if is_ideograph(last.letter) && is_ideograph(next.letter) {
        IDEOGRAPH_GAP
    } else {
        WORD_GAP
    };
    (last.y - next.y).abs() <= 0.1 * size
        && (last.size - next.size).abs() <= 0.1 * size
        && (-0.4 * size..=widest * size).contains(&gap)
        && (last.inkless, last.artifact) == (next.inkless, next.artifact)
}

/// Places of letters by coarse cells.
type Drawn = HashMap<(char, i32, i32), [f32; 2]>;

/// Whether the same letter was already drawn in the same place, to make it bold or to give it a shadow.
fn is_drawn_again(glyph: &Glyph, drawn: &mut Drawn) -> bool {
    // The narrowest letters are twice as wide as this.
    let near = 0.1 * glyph.size;
    let cell = near.max(0.5);
    let (x, y) = ((glyph.x[0] / cell) as i32, (glyph.y / cell) as i32);
    for (dx, dy) in [-1, 0, 1]
        .into_iter()
        .flat_map(|dx| [-1, 0, 1].map(|dy| (dx, dy)))
    {
        // A letter may stand as far off the page as numbers go.
        if let Some([at, line]) = drawn.get(&(glyph.letter, x.saturating_add(dx), y.saturating_add(dy)))
            && (at - glyph.x[0]).abs() < near
            && (line - glyph.y).abs() < near
        {
            return true;
        }
    }
    drawn.insert((glyph.letter, x, y), [glyph.x[0], glyph.y]);
    false
}

/// A letter and an accent that is drawn over it, in the order in which they are written.
fn accented(last: char, next: &Glyph, before: &Glyph) -> Option<[char; 2]> {
    let width = (next.x[1] - next.x[0]).min(before.x[1] - before.x[0]);
    let shared = next.x[1].min(before.x[1]) - next.x[0].max(before.x[0]);
    if shared < 0.5 * width || width <= 0.0 || (next.y - before.y).abs() > 0.5 * next.size {
        return None;
    }
    match (combining(last), combining(next.letter)) {
        (Some(accent), None) if next.letter.is_alphabetic() => Some([undotted(next.letter), accent]),
        (None, Some(accent)) if last.is_alphabetic() => Some([undotted(last), accent]),
        _ => None,
    }
}

fn undotted(letter: char) -> char {
    match letter {
        'ı' => 'i',
        'ȷ' => 'j',
        other => other,
    }
}

/// The accent that combines with a letter, for one that stands alone.
fn combining(accent: char) -> Option<char> {
    Some(match accent {
        '`' | '\u{2cb}' => '\u{300}',
        '´' | '\u{2ca}' => '\u{301}',
        'ˆ' | '^' => '\u{302}',
        '˜' => '\u{303}',
        '¯' | '\u{2c9}' => '\u{304}',
        '˘' => '\u{306}',
        '˙' => '\u{307}',
        '¨' => '\u{308}',
        '˚' => '\u{30a}',
        '˝' => '\u{30b}',
        'ˇ' => '\u{30c}',
        '¸' => '\u{327}',
        '˛' => '\u{328}',
        _ => return None,
    })
}

/// The characters a reader would type: ligatures and presentation forms taken apart, letters and accents put together, signs
/// of symbol fonts that begin list items as bullets.
fn cleaned(text: &str) -> String {
    let plain = text.chars().flat_map(|letter| {
        let forms = matches!(letter, '\u{fb00}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
        let apart: Vec<char> = if forms {
            letter.to_string().nfkc().collect()
        } else {
            match letter {
                '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' | '\u{f076}' | '\u{f0fc}' => vec!['•'],
                '\u{200b}' | '\u{feff}' | '\u{2060}' => Vec::new(),
                other => vec![other],
            }
        };
        apart
    });
    if text.chars().any(is_combining_mark) {
        plain.nfc().collect()
    } else {
        plain.collect()
    }
}

/// Whether a script writes this character without spaces around words.
pub(super) fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a character is written from right to left.
pub(super) fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Words that stand beside each other on a line as one text; `words` from left to right.
pub(super) fn joined(words: &[&Word]) -> String {
    let mut text = String::new();
    let mut last: Option<&Word> = None;
    for word in words {
        if last.is_some_and(|before| is_space_between(before, word)) {
            text.push(' ');
        }
        text.push_str(&word.text);
        last = Some(word);
    }
    if text.chars().any(is_right_to_left) {
        in_reading_order(&text)
    } else {
        text
    }
}

/// Whether a space is between two neighbours on a line.
fn is_space_between(left: &Word, right: &Word) -> bool {
    let gap = right.x[0] - left.x[1];
    let ideographs = left.text.ends_with(is_ideograph) && right.text.starts_with(is_ideograph);
    let drawn = left.spaced[1] || right.spaced[0];
    match ideographs {
        true => gap > IDEOGRAPH_GAP * left.size.max(right.size),
        false => drawn || gap > WORD_GAP * left.size.max(right.size),
    }
}

/// A line as it is read, from one as it is seen from left to right: what runs from right to left is turned round, numbers and
/// Latin words within it stay.
fn in_reading_order(seen: &str) -> String {
    // A letter and the marks on it are turned as one.
    let mut clusters: Vec<String> = Vec::new();
    for letter in seen.chars() {
        match clusters.last_mut() {
            Some(cluster) if is_combining_mark(letter) => cluster.push(letter),
            _ => clusters.push(letter.to_string()),
        }
    }
    let first = |cluster: &String| cluster.chars().next().unwrap_or(' ');
    let leftward = clusters.iter().filter(|c| is_right_to_left(first(c))).count();
    let rightward = clusters
        .iter()
        .filter(|c| first(c).is_alphabetic() && !is_right_to_left(first(c)))
        .count();
    let mut order = clusters;
    if leftward >= rightward {
        order.reverse();
        turn_runs(&mut order, |c| c.is_alphanumeric() && !is_right_to_left(c));
        order.iter().map(|c| mirrored(c)).collect()
    } else {
        turn_runs(&mut order, is_right_to_left);
        order.concat()
    }
}

/// Turns round each run that begins and ends with a character that `belongs`, with what is between them on the way.
fn turn_runs(clusters: &mut [String], belongs: impl Fn(char) -> bool) {
    let is_member = |cluster: &String| cluster.chars().next().is_some_and(&belongs);
    let is_opposite = |cluster: &String| {
        cluster
            .chars()
            .next()
            .is_some_and(|c| c.is_alphanumeric() && !belongs(c))
    };
    let mut at = 0;
    while at < clusters.len() {
        if !is_member(&clusters[at]) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        for (n, cluster) in clusters.iter().enumerate().skip(at + 1) {
            if is_opposite(cluster) {
                break;
            }
            if is_member(cluster) {
                // Between a number and a word the direction of the line holds.
                let number = |n: usize| clusters[n].starts_with(|c: char| c.is_numeric());
                if n > end && number(n) != number(end - 1) {
                    break;
                }
                end = n + 1;
            }
        }
        clusters[at..end].reverse();
        at = end;
    }
}

fn mirrored(cluster: &str) -> String {
    cluster
        .chars()
        .map(|c| match c {
            '(' => ')',
            ')' => '(',
            '[' => ']',
            ']' => '[',
            '«' => '»',
            '»' => '«',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::contents::Turn;

    /// The letters of `text`, each half as wide as high; a `_` is a gap of a third of the size.
    fn glyphs(text: &str) -> Vec<Glyph> {
        let mut x = 10.0;
        let mut glyphs = Vec::new();
        for letter in text.chars() {
            let start = x;
            x += if letter == '_' { 3.3 } else { 5.0 };
            if letter != '_' {
                glyphs.push(glyph(letter, start));
            }
        }
        glyphs
    }

    fn glyph(letter: char, x: f32) -> Glyph {
        Glyph {
            letter,
            x: [x, x + 5.0],
            y: 100.0,
            size: 10.0,
            turn: Turn::Upright,
            bold: false,
            inkless: false,
            artifact: false,
        }
    }

    fn text(glyphs: &[Glyph]) -> String {
        joined(&words(glyphs).iter().collect::<Vec<_>>())
    }

    #[test]
    fn a_letter_at_the_end_of_all_numbers_is_drawn_once() {
        let mut drawn = Drawn::new();
        for x in [f32::MAX, f32::MIN] {
            let mut far = glyph('a', x);
            far.y = -x;
            assert!(!is_drawn_again(&far, &mut drawn));
        }
    }

    #[test]
    fn gaps_and_spaces_part_words_and_what_is_drawn_twice_is_read_once() {
        assert_eq!(text(&glyphs("one_two three")), "one two three");
        let twice: Vec<Glyph> = glyphs("one")
            .into_iter()
            .flat_map(|g| {
                [
                    g,
                    Glyph {
                        x: [g.x[0] + 0.3, g.x[1] + 0.3],
                        ..g
                    },
                ]
            })
            .collect();
        assert_eq!(text(&twice), "one");
    }

    #[test]
    fn ligatures_and_accents_become_the_letters_a_reader_would_type() {
        assert_eq!(text(&glyphs("e\u{fb03}cient")), "efficient");
        let accent = [
            glyph('B', 10.0),
            glyph('´', 15.2),
            glyph('e', 15.0),
            glyph('r', 20.0),
        ];
        assert_eq!(text(&accent), "Bér");
        assert_eq!(text(&glyphs("\u{f0b7} item")), "• item");
    }

    #[test]
    fn lines_from_right_to_left_are_turned_round_and_their_numbers_are_not() {
        // As it is seen from left to right.
        assert_eq!(text(&glyphs("(Brenn) 2026 רצמב םולש")), "שלום במצר 2026 (Brenn)");
        assert_eq!(text(&glyphs("the word םולש here")), "the word שלום here");
    }
}
