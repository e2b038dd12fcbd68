//! A line cut into numbers, words and signs, for reading dates and times in it.

use std::ops::Range;

/// More of a line is not looked at: dates stand in short lines, and prose costs time.
const LONGEST: usize = 600;

/// A piece of a line.
#[derive(Clone, Debug)]
pub(super) struct Token<'l> {
    pub(super) range: Range<usize>,
    pub(super) kind: Kind<'l>,
    /// White space stands before it.
    pub(super) spaced: bool,
}

/// What it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind<'l> {
    Number { value: u32, digits: usize },
    Word(&'l str),
    Sign(char),
}

/// The value of a digit in the scripts that pages print dates in.
pub(super) fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        '０'..='９' => '０',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

/// The pieces of `line`.
pub(super) fn tokens(line: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut chars = line.char_indices().peekable();
    let mut spaced = true;
    while let Some((start, c)) = chars.next() {
        if start > LONGEST {
            break;
        }
        if c.is_whitespace() {
            spaced = true;
            continue;
        }
        let mut end = start + c.len_utf8();
        let kind = if let Some(first) = digit(c) {
            let (mut value, mut digits) = (first, 1);
            // "3 de mayo de 202221:25": a year, and a time that only its place parts from it.
            let run = line[start..].bytes().take_while(u8::is_ascii_digit).count();
            let glued = matches!(run, 5 | 6) && line[start + run..].starts_with(':');
            while let Some((at, next)) =
                chars.next_if(|(_, next)| digit(*next).is_some() && !(glued && digits == 4))
            {
                value = value
                    .saturating_mul(10)
                    .saturating_add(digit(next).unwrap_or_default());
                digits += 1;
                end = at + next.len_utf8();
            }
            Kind::Number { value, digits }
        } else if is_letter(c) {
            while let Some((at, next)) = chars.next_if(|(_, next)| is_letter(*next)) {
                end = at + next.len_utf8();
            }
            Kind::Word(&line[start..end])
        } else {
            Kind::Sign(c)
        };
        tokens.push(Token {
            range: start..end,
            kind,
            spaced,
        });
        spaced = false;
    }
    tokens
}

/// Letters and the marks that stand above and below them; the vowel signs of Indian scripts are no letters to Unicode.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && digit(c).is_none() || matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{963}')
}

/// Whether `word` is in `list`, in whatever letters.
pub(super) fn is_in(word: &str, list: &[&str]) -> bool {
    list.iter().any(|w| w.eq_ignore_ascii_case(word))
}
