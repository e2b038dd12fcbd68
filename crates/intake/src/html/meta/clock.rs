//! Times of day beside dates: `18:05 Uhr`, `6:05 p.m. EST`, `18h05`, `T18:05:00+01:00`.

use std::ops::Range;

use chrono::NaiveTime;

use super::tokens::{Kind, Token, is_in};

/// Words between a date and its time.
const AT: [&str; 22] = [
    "at", "um", "à", "a", "as", "às", "alle", "las", "ore", "om", "kl", "klo", "ob", "godz", "в", "о",
    "saat", "u", "o", "la", "lúc", "t",
];

/// Zones by their letters.
const ZONES: [&str; 36] = [
    "AEDT", "AEST", "AKST", "ART", "AST", "BRT", "BST", "CDT", "CEST", "CET", "CST", "CT", "EAT", "EDT",
    "EEST", "EET", "EST", "ET", "GMT", "GST", "HKT", "IST", "JST", "KST", "MDT", "MESZ", "MEZ", "MSK", "MST",
    "PDT", "PST", "PT", "SAST", "SGT", "UTC", "Z",
];

/// The time behind a date: `, 18:05 Uhr`, ` at 6:05 p.m. EST`, `T18:05:00+01:00`; with the token behind it.
pub(super) fn time_after(
    line: &str,
    tokens: &[Token<'_>],
    from: usize,
) -> Option<(NaiveTime, Option<String>, usize)> {
    let mut at = from;
    for _ in 0..3 {
        match tokens.get(at).map(|t| &t.kind) {
            Some(Kind::Sign(',' | '|' | '·' | '•' | '-' | '–' | '—' | '@' | '.' | '/' | '(')) => {
                at += 1
            }
            Some(Kind::Word(word)) if is_in(word, &AT) => at += 1,
            _ => break,
        }
    }
    clock(line, tokens, at)
}

/// The time before a date that begins at byte `before`: `18:05, 14 March 2016`; with the byte where it begins.
pub(super) fn time_before(
    line: &str,
    tokens: &[Token<'_>],
    before: usize,
) -> Option<(NaiveTime, Option<String>, usize)> {
    let end = tokens.partition_point(|t| t.range.start < before);
    // The longest is "6:05 p.m. EST, ".
    (end.saturating_sub(9)..end).find_map(|start| {
        let (time, zone, next) = clock(line, tokens, start)?;
        let between = tokens.get(next..end)?;
        let first = tokens.get(start)?;
        let fresh = start == 0 || first.spaced;
        let parted = |t: &Token<'_>| matches!(t.kind, Kind::Sign(',' | '|' | '·' | '•' | '-' | '–' | '—'));
        (fresh && between.len() < 2 && between.iter().all(parted)).then_some((time, zone, first.range.start))
    })
}

/// A time of day that begins at token `at`, its zone, and the token behind.
fn clock(line: &str, tokens: &[Token<'_>], at: usize) -> Option<(NaiveTime, Option<String>, usize)> {
    let kind = |i: usize| tokens.get(i).map(|t| &t.kind);
    let number = |i: usize, lengths: Range<usize>| match kind(i) {
        Some(Kind::Number { value, digits }) if lengths.contains(digits) => Some(*value),
        _ => None,
    };
    let hour = number(at, 1..3)?;
    let mut next = at + 1;
    let mut minute = None;
    let parted = match kind(next) {
        Some(Kind::Sign(':' | '.')) => true,
        Some(Kind::Word(word)) => matches!(*word, "h" | "H" | "u"),
        _ => false,
    };
    if parted && let Some(value) = number(next + 1, 2..3) {
        minute = Some(value);
        next += 2;
        if matches!(kind(next), Some(Kind::Sign(':'))) && number(next + 1, 2..3).is_some() {
            next += 2;
            if matches!(kind(next), Some(Kind::Sign('.'))) && number(next + 1, 1..10).is_some() {
                next += 2;
            }
        }
    }
    let (mut half, mut marked) = (None, false);
    if let Some(Kind::Word(word)) = kind(next) {
        let small = word.to_lowercase();
        match small.as_str() {
            "am" | "pm" => {
                half = Some(small == "pm");
                next += 1;
            }
            "a" | "p"
                if matches!(kind(next + 1), Some(Kind::Sign('.')))
                    && matches!(kind(next + 2), Some(Kind::Word("m" | "M"))) =>
            {
                half = Some(small == "p");
                next += 3;
                next += usize::from(matches!(kind(next), Some(Kind::Sign('.'))));
            }
            "uhr" | "h" | "uur" | "hrs" | "godz" => {
                marked = true;
                next += 1;
            }
            _ => {}
        }
    }
    if minute.is_none() && half.is_none() && !marked {
        return None;
    }
    let hour = match half {
        Some(_) if hour == 0 || hour > 12 => return None,
        Some(true) => hour % 12 + 12,
        Some(false) => hour % 12,
        None => hour,
    };
    let time = NaiveTime::from_hms_opt(hour, minute.unwrap_or_default(), 0)?;
    let (zone, next) = zone(line, tokens, next);
    Some((time, zone, next))
}

/// The zone at token `at` as printed, and the token behind.
fn zone(line: &str, tokens: &[Token<'_>], at: usize) -> (Option<String>, usize) {
    let Some(first) = tokens.get(at) else {
        return (None, at);
    };
    let mut next = at;
    let named = matches!(first.kind, Kind::Word(word) if ZONES.contains(&word));
    next += usize::from(named);
    // "18:05 +0100" has a zone, "18:05 - 12 comments" has none.
    let glued = |at: usize, digits: Range<usize>| match tokens.get(at) {
        Some(Token {
            kind: Kind::Number { digits: count, .. },
            spaced: false,
            ..
        }) => digits.contains(count),
        _ => false,
    };
    if matches!(
        tokens.get(next).map(|t| &t.kind),
        Some(Kind::Sign('+' | '-' | '−'))
    ) && glued(next + 1, if first.spaced && !named { 4..5 } else { 1..5 })
    {
        next += 2;
        if matches!(tokens.get(next).map(|t| &t.kind), Some(Kind::Sign(':'))) && glued(next + 1, 2..3) {
            next += 2;
        }
    }
    let end = next
        .checked_sub(1)
        .filter(|last| *last >= at)
        .and_then(|last| tokens.get(last));
    match end.and_then(|last| line.get(first.range.start..last.range.end)) {
        Some(printed) => (Some(printed.to_owned()), next),
        None => (None, at),
    }
}
