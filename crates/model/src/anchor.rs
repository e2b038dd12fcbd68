//! Anchors: how a passage is found again in another version of its text.
//!
//! The quote is stored with its position and 32 characters of context on each side (W3C TextQuoteSelector and
//! TextPositionSelector). Finding goes from cheap to dear: the same words first, then the words that stand where they stood,
//! as the difference of the two texts tells. What can't be placed is an orphan, which is kept with its words (invariant 6).

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::{
    diff::{Change, Piece},
    text::{Indexed, Span, fold_typography},
    word::words,
};

/// Code points of context kept on each side (tradecraft.md 6.3).
pub const CONTEXT: usize = 32;

/// What is stored to find a passage again. Offsets are code points of the canonical text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selectors {
    /// The words themselves.
    pub exact: String,
    /// Up to 32 code points before them.
    pub prefix: String,
    /// Up to 32 code points after them.
    pub suffix: String,
    /// Where they stood.
    pub position: Span,
}

/// How well an anchor holds in a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnchorState {
    /// The same words at the same place.
    Exact,
    /// The same words elsewhere.
    Moved,
    /// Similar words.
    Approximate,
    /// Not found; kept with its words.
    Orphan,
}

impl AnchorState {
    /// The word in the database and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Moved => "moved",
            Self::Approximate => "approximate",
            Self::Orphan => "orphan",
        }
    }
}

/// A word that stands for no anchor state.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no anchor state")]
pub struct NotAnAnchorState(pub String);

impl FromStr for AnchorState {
    type Err = NotAnAnchorState;

    fn from_str(word: &str) -> Result<Self, NotAnAnchorState> {
        [Self::Exact, Self::Moved, Self::Approximate, Self::Orphan]
            .into_iter()
            .find(|s| s.as_str() == word)
            .ok_or_else(|| NotAnAnchorState(word.to_owned()))
    }
}

/// Where a passage was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placement {
    /// How well it holds.
    pub state: AnchorState,
    /// Where it stands now; nothing for an orphan.
    pub at: Option<Span>,
    /// From 0 (orphan) to 1 (words and whole context agree).
    pub score: f64,
}

impl Placement {
    /// Found nowhere.
    const ORPHAN: Self = Self {
        state: AnchorState::Orphan,
        at: None,
        score: 0.0,
    };
}

/// Records the passage `at` of `text`. Nothing when the range is empty, or runs beyond the text.
pub fn capture(text: &Indexed<'_>, at: Span) -> Option<Selectors> {
    if at.is_empty() || at.end > text.len() {
        return None;
    }
    let prefix = Span::new(at.start.saturating_sub(CONTEXT), at.start);
    let suffix = Span::new(at.end, (at.end + CONTEXT).min(text.len()));
    Some(Selectors {
        exact: text.slice(at).to_owned(),
        prefix: text.slice(prefix).to_owned(),
        suffix: text.slice(suffix).to_owned(),
        position: at,
    })
}

/// Finds a recorded passage in `text`: at its old place, else wherever the same words have the most of the same context
/// around them, the nearest to the old place where several are equal.
pub fn relocate(text: &Indexed<'_>, selectors: &Selectors) -> Placement {
    let best = occurrences(text, &selectors.exact)
        .map(|at| (context_agreement(text, at, selectors), at))
        .max_by(|(a, left), (b, right)| {
            let far = |at: &Span| at.start.abs_diff(selectors.position.start);
            a.total_cmp(b).then_with(|| far(right).cmp(&far(left)))
        });
    match best {
        None => Placement::ORPHAN,
        Some((_, at)) => placed(text, at, selectors),
    }
}

/// The placement of the same words at `at`.
fn placed(text: &Indexed<'_>, at: Span, selectors: &Selectors) -> Placement {
    Placement {
        state: if at == selectors.position {
            AnchorState::Exact
        } else {
            AnchorState::Moved
        },
        at: Some(at),
        // The words count for one half, the context for the other.
        score: 0.5 + 0.5 * context_agreement(text, at, selectors),
    }
}

/// The part of a passage's words that must still stand for the passage to be known again.
const KNOWN_AGAIN: f64 = 0.5;
/// How many times as long as it was a passage may have become.
const GROWN: usize = 3;
/// The part of its context that must stand around the same words, found elsewhere than where the passage stood.
const SAME_CONTEXT: f64 = 0.25;
/// Words from which a passage that a text has once says by itself that it is the same.
const SAYS_ENOUGH: usize = 6;

/// Finds a passage recorded in `old` in the text that `old` became, `pieces` being the difference of the two: by its own
/// words, else where it stood, if at least half of its words are still there. A few words that also stand elsewhere
/// ("10 per cent") are not followed there unless their context, or the difference of the texts, bears it out.
pub fn follow(old: &Indexed<'_>, new: &Indexed<'_>, pieces: &[Piece], selectors: &Selectors) -> Placement {
    let found = relocate(new, selectors);
    let borne_out = |at: Span| {
        let once = |text| occurrences(text, &selectors.exact).nth(1).is_none();
        context_agreement(new, at, selectors) >= SAME_CONTEXT
            || words(&selectors.exact).count() >= SAYS_ENOUGH && once(old) && once(new)
    };
    if found.at.is_some_and(borne_out) {
        return found;
    }
    let passage = selectors.position;
    if passage.is_empty() || old.slice(passage) != selectors.exact {
        return Placement::ORPHAN;
    }
    let Some((at, score)) = where_it_stood(old, new, pieces, selectors) else {
        return Placement::ORPHAN;
    };
    if new.slice(at) == selectors.exact {
        return placed(new, at, selectors);
    }
    Placement {
        state: AnchorState::Approximate,
        at: Some(at),
        // Below what the same words score, whatever their context.
        score: 0.5 * score,
    }
}

/// The place in `new` of what a passage became, with the part of its words that is kept; nothing when that is too little.
fn where_it_stood(
    old: &Indexed<'_>,
    new: &Indexed<'_>,
    pieces: &[Piece],
    selectors: &Selectors,
) -> Option<(Span, f64)> {
    let passage = selectors.position;
    let (mut at, mut kept): (Option<Span>, usize) = (None, 0);
    let mut within = false;
    for piece in pieces {
        let shared = Span::new(piece.old.start.max(passage.start), piece.old.end.min(passage.end));
        let here = match piece.change {
            Change::Kept if !shared.is_empty() => {
                kept += words(old.slice(shared)).count();
                let from = piece.new.start + (shared.start - piece.old.start);
                Some(Span::new(from, from + shared.len()))
            }
            // What was put in the place of words of the passage, or between them.
            Change::Added => {
                let between = passage.start < piece.old.start && piece.old.start < passage.end;
                (within || between).then_some(piece.new)
            }
            Change::Kept | Change::Dropped => None,
        };
        within = piece.change == Change::Dropped && shared == piece.old && !shared.is_empty();
        if let Some(here) = here {
            at = Some(at.map_or(here, |at| Span::new(at.start, here.end)));
        }
    }
    let at = trimmed(new, at?);
    let score = kept as f64 / words(&selectors.exact).count().max(1) as f64;
    (score >= KNOWN_AGAIN && !at.is_empty() && at.len() <= passage.len() * GROWN).then_some((at, score))
}

/// `at` without white space at its ends.
fn trimmed(text: &Indexed<'_>, at: Span) -> Span {
    let words = text.slice(at);
    let front = words.chars().take_while(|c| c.is_whitespace()).count();
    let back = words.chars().rev().take_while(|c| c.is_whitespace()).count();
    Span::new(
        at.start + front,
        (at.end - back.min(at.len())).max(at.start + front),
    )
}

/// Every place where `quote` stands in `text`, overlapping ones too.
pub fn occurrences<'a>(text: &'a Indexed<'_>, quote: &'a str) -> impl Iterator<Item = Span> + 'a {
    let length = quote.chars().count();
    starts(text.text(), quote).map(move |byte| {
        let start = text.char_of_byte(byte);
        Span::new(start, start + length)
    })
}

/// The bytes at which `wanted` begins in `text`, overlapping ones too; none for nothing.
fn starts<'a>(text: &'a str, wanted: &'a str) -> impl Iterator<Item = usize> + 'a {
    let step = wanted.chars().next().map(char::len_utf8);
    let mut from = 0;
    std::iter::from_fn(move || {
        let byte = from + text.get(from..)?.find(wanted)?;
        from = byte + step?;
        Some(byte)
    })
}

/// How much of the recorded context stands around `at`, 0 to 1. Counted outwards from the passage, so that a change far from
/// it costs least.
fn context_agreement(text: &Indexed<'_>, at: Span, selectors: &Selectors) -> f64 {
    let before = Span::new(at.start.saturating_sub(CONTEXT), at.start);
    let after = Span::new(at.end, (at.end + CONTEXT).min(text.len()));
    let agree = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| {
        a.zip(b).take_while(|(a, b)| a == b).count()
    };
    let same = agree(
        &mut text.slice(before).chars().rev(),
        &mut selectors.prefix.chars().rev(),
    ) + agree(&mut text.slice(after).chars(), &mut selectors.suffix.chars());
    let all = selectors.prefix.chars().count() + selectors.suffix.chars().count();
    if all == 0 { 1.0 } else { same as f64 / all as f64 }
}

/// A quote as a person gives it, to be found in a text.
#[derive(Clone, Copy, Debug)]
pub struct Quote<'q> {
    /// The words.
    pub exact: &'q str,
    /// Words that stand right before, where given.
    pub prefix: Option<&'q str>,
    /// Words that stand right after, where given.
    pub suffix: Option<&'q str>,
}

/// Finds a quote that a person copied: every place where the words stand and prefix and suffix agree, in reading order.
/// White space and typography are folded, so that a quote copied over a line break or with curly quotation marks is found;
/// places where the words stand literally come alone when there are any. `folded` is `text`, folded: it costs as much as all
/// the rest, and serves for every quote from the same text.
pub fn find_quote(text: &Indexed<'_>, folded: &Folded, quote: Quote<'_>) -> Vec<Span> {
    let wanted = Folded::of(quote.exact).text;
    let wanted = wanted.trim();
    if wanted.is_empty() {
        return Vec::new();
    }
    let prefix = quote.prefix.map(|p| Folded::of(p).text);
    let suffix = quote.suffix.map(|s| Folded::of(s).text);
    let fits = |at: &usize| {
        // An accent that follows belongs to the last letter: "Cafe" does not stand in "Café".
        let rest = &folded.text[at + wanted.len()..];
        if rest.chars().next().is_some_and(is_combining_mark) {
            return false;
        }
        let before = folded.text[..*at].trim_end();
        let after = rest.trim_start();
        prefix.as_deref().is_none_or(|p| before.ends_with(p.trim()))
            && suffix.as_deref().is_none_or(|s| after.starts_with(s.trim()))
    };
    let all: Vec<Span> = starts(&folded.text, wanted)
        .filter(fits)
        .map(|at| folded.original(text, at, at + wanted.len()))
        .collect();
    let literal: Vec<Span> = all
        .iter()
        .copied()
        .filter(|at| text.slice(*at) == quote.exact.trim())
        .collect();
    if literal.is_empty() { all } else { literal }
}

/// A text with white space and typography folded, and the way back.
#[derive(Debug)]
pub struct Folded {
    text: String,
    /// For each byte of `text`: the byte of the original where its character began.
    origin: Vec<usize>,
}

impl Folded {
    /// Folds `original`; costs one pass.
    pub fn of(original: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(original.len()),
            origin: Vec::new(),
        };
        for (at, c) in original.char_indices() {
            // Taken apart, so that a letter with its accent is the same however it was typed.
            decompose_canonical(fold_typography(c), |c| {
                if c != ' ' || !folded.text.ends_with(' ') {
                    folded.text.push(c);
                    folded.origin.resize(folded.text.len(), at);
                }
            });
        }
        folded
    }

    /// The code points of the original that bytes `start..end` of the folded text came from.
    fn original(&self, text: &Indexed<'_>, start: usize, end: usize) -> Span {
        let first = self.origin.get(start).copied().unwrap_or(text.text().len());
        let last = self
            .origin
            .get(end.saturating_sub(1))
            .copied()
            .unwrap_or(text.text().len());
        Span::new(text.char_of_byte(first), text.char_of_byte(last) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(old: &str, quote: &str, new: &str) -> Placement {
        let old = Indexed::new(old);
        let at = occurrences(&old, quote).next().unwrap();
        relocate(&Indexed::new(new), &capture(&old, at).unwrap())
    }

    #[test]
    fn the_same_text_gives_the_same_place() {
        let found = check("Älpha beta gamma", "beta", "Älpha beta gamma");
        assert_eq!(
            (found.state, found.at, found.score),
            (AnchorState::Exact, Some(Span::new(6, 10)), 1.0)
        );
    }

    #[test]
    fn words_put_before_the_passage_move_it() {
        let found = check("one two three", "two", "zero one two three");
        assert_eq!(
            (found.state, found.at),
            (AnchorState::Moved, Some(Span::new(9, 12)))
        );
    }

    #[test]
    fn context_decides_between_repeated_words_even_against_the_old_place() {
        // "the port" stands at the old offset by accident, but the marked one is the one that closed.
        let old = "On Monday the port closed. On Friday the port opened.";
        let at = occurrences(&Indexed::new(old), "the port").nth(1).unwrap();
        let selectors = capture(&Indexed::new(old), at).unwrap();
        let new = "On Friday the port opened.";
        let found = relocate(&Indexed::new(new), &selectors);
        assert_eq!(found.at, Some(Span::new(10, 18)));
    }

    #[test]
    fn changed_words_are_an_orphan() {
        assert_eq!(
            check("one two three", "two", "one 2 three").state,
            AnchorState::Orphan
        );
    }

    #[test]
    fn a_passage_whose_words_changed_is_known_again_by_its_place_and_half_of_its_words() {
        let old = "The port is closed. Ships wait off the northern mole for a berth. Nobody knows how long.";
        let followed = |quote: &str, new: &str| {
            let (from, to) = (Indexed::new(old), Indexed::new(new));
            let selectors = capture(&from, occurrences(&from, quote).next().unwrap()).unwrap();
            let found = follow(&from, &to, &crate::diff::diff(old, new), &selectors);
            (found.state, found.at.map(|at| to.slice(at).to_owned()))
        };
        let quote = "Ships wait off the northern mole for a berth.";
        let said = |state, words: &str| (state, Some(words.to_owned()));
        assert_eq!(
            followed(
                quote,
                "The port is open. Forty ships wait off the southern mole for a berth. Nobody knows."
            ),
            said(
                AnchorState::Approximate,
                "Forty ships wait off the southern mole for a berth."
            ),
        );
        assert_eq!(
            followed(
                quote,
                "Ships wait off the northern mole for a berth. The port is closed."
            ),
            said(AnchorState::Moved, quote),
        );
        // Other words, and words that are all over the place, are not the passage.
        assert_eq!(
            followed(
                quote,
                "The port is closed. Trains run again. Nobody knows how long."
            )
            .0,
            AnchorState::Orphan
        );
        assert_eq!(followed("closed", "The port is open.").0, AnchorState::Orphan);
    }

    #[test]
    fn a_few_words_that_changed_do_not_jump_to_where_the_same_words_stand_by_chance() {
        let old = "Tariffs on grain rise by 10 per cent from May, the ministry says. Exporters protest.\n\n\
                   Rail freight in the north fell by a tenth.";
        let followed = |quote: &str, new: &str| {
            let (from, to) = (Indexed::new(old), Indexed::new(new));
            let selectors = capture(&from, occurrences(&from, quote).next().unwrap()).unwrap();
            let found = follow(&from, &to, &crate::diff::diff(old, new), &selectors);
            (found.state, found.at.map(|at| to.slice(at).to_owned()))
        };
        let new = "Tariffs on grain rise by 12 per cent from May, the ministry says. Exporters protest.\n\n\
                   Rail freight in the north fell 10 per cent.";
        assert_eq!(
            followed("10 per cent", new),
            (AnchorState::Approximate, Some("12 per cent".to_owned()))
        );
        let gone = "The ministry put tariffs off. Exporters are glad.\n\nRail freight fell 10 per cent.";
        assert_eq!(followed("10 per cent", gone), (AnchorState::Orphan, None));
        // The passage stays, and all around it is written anew; or it goes to another place whole.
        let quote = "Rail freight in the north fell by a tenth.";
        let moved = "Rail freight in the north fell by a tenth. Ports are empty.\n\nTariffs on grain rise by 10 per \
                     cent from May, the ministry says. Exporters protest.";
        assert_eq!(
            followed(quote, moved),
            (AnchorState::Moved, Some(quote.to_owned()))
        );
    }

    #[test]
    fn a_copied_quote_is_found_over_line_breaks_and_other_quotation_marks() {
        let text = Indexed::new("He said “we  won’t\n\ngo” today. He said no.");
        let find = |exact, prefix, suffix| {
            find_quote(
                &text,
                &Folded::of(text.text()),
                Quote {
                    exact,
                    prefix,
                    suffix,
                },
            )
        };
        let found = find("\"we won't go\"", None, None);
        assert_eq!(
            found.iter().map(|at| text.slice(*at)).collect::<Vec<_>>(),
            ["“we  won’t\n\ngo”"]
        );
        assert_eq!(find("He said", None, None).len(), 2);
        assert_eq!(find("He said", None, Some("no")), [Span::new(31, 38)]);
        assert_eq!(find("He said", Some("today."), None), [Span::new(31, 38)]);
        assert!(find("He said", Some("never"), None).is_empty());
        assert!(find("  ", None, None).is_empty());
    }

    #[test]
    fn an_accent_is_the_same_however_it_was_typed_and_never_dropped() {
        let find = |text: &str, exact: &str| -> Vec<String> {
            let indexed = Indexed::new(text);
            let found = find_quote(
                &indexed,
                &Folded::of(indexed.text()),
                Quote {
                    exact,
                    prefix: None,
                    suffix: None,
                },
            );
            found.into_iter().map(|at| indexed.slice(at).to_owned()).collect()
        };
        let (composed, decomposed) = ("Café Sud", "Cafe\u{301} Sud");
        assert_eq!(find(decomposed, composed), [decomposed]);
        assert_eq!(find(composed, decomposed), [composed]);
        assert_eq!(find(composed, "Café"), ["Café"]);
        assert_eq!(find(composed, "Cafe"), Vec::<String>::new());
        assert_eq!(find(decomposed, "Cafe"), Vec::<String>::new());
    }

    #[test]
    fn ranges_outside_the_text_are_not_captured() {
        let text = Indexed::new("abc");
        assert!(capture(&text, Span::new(1, 1)).is_none());
        assert!(capture(&text, Span::new(1, 4)).is_none());
        assert!(capture(&text, Span::new(3, 2)).is_none());
    }

    proptest! {
        #[test]
        fn whatever_is_captured_is_found_again_in_the_same_text(text in "(?s)[a-c \né😀]{1,120}", a in 0usize..120, b in 0usize..120) {
            let indexed = Indexed::new(&text);
            let at = Span::new(a.min(b), a.max(b).min(indexed.len()));
            if let Some(selectors) = capture(&indexed, at) {
                let found = relocate(&indexed, &selectors);
                prop_assert_eq!(found.at.map(|s| indexed.slice(s).to_owned()), Some(selectors.exact.clone()));
                prop_assert_eq!(found.at, Some(at));
                prop_assert_eq!(found.state, AnchorState::Exact);
            }
        }

        #[test]
        fn a_passage_is_found_after_text_was_put_before_it(before in "[x-z ]{1,40}", text in "[a-c ]{10,80}", a in 0usize..80, b in 0usize..80) {
            let old = Indexed::new(&text);
            let at = Span::new(a.min(b), a.max(b).min(old.len()));
            if let Some(selectors) = capture(&old, at) {
                let changed = format!("{before}{text}");
                let found = relocate(&Indexed::new(&changed), &selectors);
                prop_assert_eq!(found.at.map(|s| Indexed::new(&changed).slice(s).to_owned()), Some(selectors.exact));
            }
        }

        #[test]
        fn a_copied_passage_is_among_the_places_found(text in "[a-c \n“”]{1,80}", a in 0usize..80, b in 0usize..80) {
            let indexed = Indexed::new(&text);
            let at = Span::new(a.min(b), a.max(b).min(indexed.len()));
            let exact = indexed.slice(at);
            if exact.trim() == exact && !exact.is_empty() {
                let found = find_quote(&indexed, &Folded::of(indexed.text()), Quote { exact, prefix: None, suffix: None });
                prop_assert!(found.contains(&at), "{:?} in {:?}: {:?}", exact, text, found);
            }
        }
    }
}
