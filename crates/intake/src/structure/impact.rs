//! What an item says follows from it: the impact phrase at its end.
//!
//! Outlets set it off by a dash (`… - impacts defense`), by a clause that points back (`; this stance affects …`), or run it
//! on (` and increases uncertainty for markets`, `, complicating planning for insurers`). The last two look like any
//! sentence, so they count only when a verb of consequence leads to a sector.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use super::{pattern::pattern, sectors};

/// An impact phrase; places are bytes in the item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Impact {
    /// What parts it from the statement, as printed.
    pub(super) separator: Range<usize>,
    /// The phrase, without the full stop.
    pub(super) phrase: Range<usize>,
}

/// Items beyond this many bytes are no lines of a list, and looking through them would be slow.
const LONGEST: usize = 6000;

/// What a verb under `[abstract]` must lead to, within a few words.
const ABSTRACT: &str = r"(?:uncertaint(?:y|ies)|risks?|pressures?|volatility|costs?|premi(?:um|ums|a)|exposures?|concerns?|tensions?|strains?|burdens?|doubts?|instability|scrutiny|prices?|demand|caution|confidence|sentiment|outlook|prospects?|complications?|challenges?|disruptions?|delays?|obstacles?|headwinds?|tailwinds?|margins?|rates?|swings?|shortages?|losses|threats?|unease|anxiety|friction|bottlenecks?|vulnerabilit(?:y|ies)|planning|decisions?|investment|liquidity|returns|valuations?|supply|supplies|opportunities|relief|stability|compliance|conditions|expenses|capacity|liabilit(?:y|ies)|jitters|fears|hopes|worries|nervousness|in suspense|at risk|under (?:strain|pressure))";

/// Nouns that say the same after a dash or "with": "a material concern for".
const NOUNS: &str = r"(?:concerns?|risks?|threats?|dangers?|headwinds?|tailwinds?|blows?|boosts?|boons?|challenges?|burdens?|setbacks?|worr(?:y|ies)|costs?|implications?|consequences?|repercussions?|ramifications?|spillovers?|(?:knock-on |spillover |ripple )?effects?|impacts?|fallout|drags?|strains?|pressures?|opportunit(?:y|ies)|relief|uncertaint(?:y|ies)|complications?|disruptions?|warning(?: sign)?s?|relevance|significance|exposure|volatility) (?:for|to|on|across|in|among)\b";

/// A word that bends the verb: "could", "is likely to".
const MODAL: &str = r"(?:could|may|might|will|would|can|is likely to|are likely to|is expected to|are expected to|threatens? to|risks?|has the potential to|continues? to|is set to)(?: (?:also|further|in turn|then|directly|indirectly|significantly))?";

/// A word between subject and verb.
const ADVERB: &str = r"(?:(?:also|further|thereby|thus|in turn|directly|indirectly|significantly|potentially|likely|therefore|already|ultimately|sharply) )?";

/// One form of every verb under `heading` in `data/consequences.txt`, for a pattern; the longest first, so that "weigh heavily
/// on" is not cut short.
fn any(heading: &str, form: Form) -> String {
    let mut forms: Vec<&str> = include_str!("../../data/consequences.txt")
        .lines()
        .skip_while(|line| *line != heading)
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split(" | ").nth(form as usize))
        .collect();
    forms.sort_by_key(|words| std::cmp::Reverse(words.len()));
    forms.join("|")
}

/// How a verb is inflected, by its column in the file.
#[derive(Clone, Copy)]
enum Form {
    Plain,
    Third,
    Participle,
}

/// A verb of consequence in `form`: one that always is, or a measure with something abstract behind it.
fn consequence(form: Form) -> String {
    let (verbs, measures) = (any("[always]", form), any("[abstract]", form));
    format!(r"(?:(?:{verbs})\b|(?:{measures})(?: [^\s,;:.]+){{0,5}}? {ABSTRACT}\b)")
}

/// A predicate of consequence: "affects", "could raise costs", "also threatens".
fn predicate() -> String {
    let (plain, third, participle) = (
        consequence(Form::Plain),
        consequence(Form::Third),
        consequence(Form::Participle),
    );
    format!(r"{ADVERB}(?:{third}|{MODAL} (?:{plain}|{participle})|is {participle})")
}

/// A phrase that can only be meant as a consequence, at its start.
static CONSEQUENCE: LazyLock<Regex> = LazyLock::new(|| {
    let (plain, participle) = (predicate(), consequence(Form::Participle));
    pattern(&format!(
        r"(?i)^(?:(?:which|that|this|these|it) )?(?:{plain}|{ADVERB}{participle}|(?:[\w-]+ ){{0,4}}?{NOUNS})"
    ))
});

/// A consequence that can't be the rest of a sentence behind an insertion, having no verb: "a material concern for".
static CONSEQUENCE_NOUN: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)^(?:with|an?|another) (?:[\w-]+ ){{0,4}}?{NOUNS}")));

/// A clause that points back and says what follows: up to the predicate is the separator.
static POINTS_BACK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:;\s+(?i:(?:this|that|these|those|the|such(?: an?)?|which|it|they|both|its|their)(?:\s+[\w'’-]+){{0,4}}?\s+)|\.\s+(?:This|That|These|Those|Such(?: an?)?|It)(?:\s+[\w'’-]+){{0,3}}?\s+|,?\s+and\s+(?:this|that)(?:\s+[\w'’-]+){{0,2}}?\s+|,\s+(?:which|a (?:move|step|development|shift|stance|decision|change) that)(?:\s+in turn)?\s+)(?P<p>{})",
        predicate_plural()
    ))
});

/// The same with plural subjects: "these measures affect".
fn predicate_plural() -> String {
    let plain = consequence(Form::Plain);
    format!(r"(?:{}|{ADVERB}{plain})", predicate())
}

/// What is run on: "and increases", ", complicating", ", with implications for".
static RUN_ON: LazyLock<Regex> = LazyLock::new(|| {
    let (predicate, participle) = (predicate(), consequence(Form::Participle));
    pattern(&format!(
        r"(?:,?\s+and\s+(?P<p>{predicate})|,\s+(?:while\s+)?(?P<q>(?:{ADVERB}{participle})|with (?:[\w-]+ ){{0,3}}?{NOUNS}))"
    ))
});

static DASH: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?P<l>\S)(?P<d>\s+(?:-|–|—|―|−|--)\s+|—)(?P<r>\S)"));

static SENTENCE_END: LazyLock<Regex> = LazyLock::new(|| pattern(r#"\p{Ll}{2}[.!?]["”’')]*\s+\p{Lu}"#));

/// What makes a participle an insertion: the main clause goes on behind it.
static GOES_ON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r",\s+(?:but |and |or )?(?:(?:the |its |their )?\w+ )?(?:said|says|told|warned|added|is|are|was|were|has|have|had|must|insisted|argued|remains?|announced)\b",
    )
});

/// The impact phrase of `item`.
pub(super) fn impact(item: &str) -> Option<Impact> {
    if item.len() > LONGEST {
        return None;
    }
    let end = without_stop(item);
    let found = after_dash(item, end)
        .or_else(|| pointing_back(item, end))
        .or_else(|| run_on(item, end))?;
    let said = item[..found.separator.start].trim();
    (!said.is_empty() && !found.phrase.is_empty()).then_some(found)
}

/// Bytes of `item` before its final full stop; dots of an abbreviation at the end ("U.S.") are cut as well, as nothing tells
/// them from a full stop.
fn without_stop(item: &str) -> usize {
    let bare = item.trim_end();
    bare.strip_suffix('.').map_or(bare.len(), str::len)
}

/// Behind the last dash of the item. A dash with a partner of its kind in the same sentence encloses an insertion, so an even
/// number of them leaves none over. A dash that touches the words, or stands far from the end, needs words of consequence.
fn after_dash(item: &str, end: usize) -> Option<Impact> {
    let dashes = dashes(&item[..end]);
    let separator = dashes.last()?.clone();
    let phrase = separator.end..end;
    let words = &item[phrase.clone()];
    let sentence = SENTENCE_END
        .find_iter(&item[..separator.start])
        .last()
        .map_or(0, |m| m.end() - 1);
    let kind = item[separator.clone()].trim();
    let is_tight = separator.len() == kind.len();
    let partners = dashes.iter().filter(|d| {
        d.start >= sentence && item[(*d).clone()].trim() == kind && (d.len() == kind.len()) == is_tight
    });
    let is_over = partners.count() % 2 == 1;
    let is_consequence = CONSEQUENCE.is_match(words) && GOES_ON.find(words).is_none();
    let near_end = words.len() * 2 <= end && !SENTENCE_END.is_match(words);
    let is_impact = is_over && (is_consequence || near_end && !is_tight) || CONSEQUENCE_NOUN.is_match(words);
    is_impact.then_some(Impact { separator, phrase })
}

/// The dashes between words; those between numbers are ranges.
fn dashes(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(hit) = DASH.captures_at(text, at) {
        let (Some(left), Some(dash), Some(right)) = (hit.name("l"), hit.name("d"), hit.name("r")) else {
            break;
        };
        let is_digit = |words: &str| words.starts_with(|c: char| c.is_ascii_digit());
        if !(is_digit(left.as_str()) && is_digit(right.as_str())) {
            found.push(dash.range());
        }
        // The character behind this dash may be the one before the next.
        at = dash.end();
    }
    found
}

fn pointing_back(item: &str, end: usize) -> Option<Impact> {
    POINTS_BACK.captures_iter(&item[..end]).find_map(|found| {
        let phrase = found.name("p")?.start()..end;
        let separator = found.get(0)?.start()..phrase.start;
        // A later sentence or clause would not belong to the phrase; ", which" and "and this" need a
        // sector, being so common.
        let alone = !SENTENCE_END.is_match(&item[phrase.clone()]);
        let common = !item[separator.clone()].starts_with([';', '.']);
        let enough = !common || leads_to_sector(&item[phrase.clone()]);
        (alone && enough).then_some(Impact { separator, phrase })
    })
}

fn run_on(item: &str, end: usize) -> Option<Impact> {
    let text = &item[..end];
    // Behind the last sector no consequence for one can begin.
    let last_sector = sectors::mentions(text).last()?.end;
    RUN_ON.captures_iter(text).find_map(|found| {
        let phrase = found.name("p").or(found.name("q"))?.start()..end;
        let words = &item[phrase.clone()];
        let enough = phrase.start < last_sector
            && leads_to_sector(words)
            && GOES_ON.find(words).is_none()
            && !SENTENCE_END.is_match(words)
            && !words.contains(';');
        enough.then(|| Impact {
            separator: found.get(0).map_or(0, |m| m.start())..phrase.start,
            phrase,
        })
    })
}

fn leads_to_sector(words: &str) -> bool {
    !sectors::mentions(words).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(item: &str) -> Option<(&str, &str)> {
        impact(item).map(|i| (&item[i.separator], &item[i.phrase]))
    }

    #[test]
    fn a_phrase_behind_a_dash_is_the_impact() {
        for (item, separator, phrase) in [
            (
                "Moscow warned of a strike - impacts defense and risk assessments.",
                " - ",
                "impacts defense and risk assessments",
            ),
            (
                "The rule holds until March – a burden for insurers.",
                " – ",
                "a burden for insurers",
            ),
            (
                "The regulator — which was told on Sunday — ordered a review — adds costs for utilities.",
                " — ",
                "adds costs for utilities",
            ),
            (
                "Moscow warned of a strike—impacting defense.",
                "—",
                "impacting defense",
            ),
            (
                "The port – the largest – will close – a concern for shipping",
                " – ",
                "a concern for shipping",
            ),
            (
                "Two 2020 - 2024 budgets were cut -- hurts builders.",
                " -- ",
                "hurts builders",
            ),
            (
                "A ban - raises costs for shipping, insurers and energy companies across the continent.",
                " - ",
                "raises costs for shipping, insurers and energy companies across the continent",
            ),
        ] {
            assert_eq!(read(item), Some((separator, phrase)), "{item}");
        }
    }

    #[test]
    fn a_clause_that_points_back_or_runs_on_is_the_impact() {
        for (item, separator, phrase) in [
            (
                "Aid is ruled out; this view affects talks and could influence lenders.",
                "; this view ",
                "affects talks and could influence lenders",
            ),
            (
                "Kessary rejected the rule; the decision could expose insurers to claims.",
                "; the decision ",
                "could expose insurers to claims",
            ),
            (
                "Banks closed. This raises funding costs for lenders.",
                ". This ",
                "raises funding costs for lenders",
            ),
            (
                "Gas flows stopped, which threatens utilities and chemicals.",
                ", which ",
                "threatens utilities and chemicals",
            ),
            (
                "The quarrel still blocks the treaty and increases uncertainty for markets and lenders.",
                " and ",
                "increases uncertainty for markets and lenders",
            ),
            (
                "The plan could meet protests, complicating planning for patrols and affecting arms makers and shipping.",
                ", ",
                "complicating planning for patrols and affecting arms makers and shipping",
            ),
            (
                "Cutters stay in the lane and could raise premiums for shipping.",
                " and ",
                "could raise premiums for shipping",
            ),
            (
                "Talks were broken off, with implications for energy markets.",
                ", ",
                "with implications for energy markets",
            ),
        ] {
            assert_eq!(read(item), Some((separator, phrase)), "{item}");
        }
    }

    #[test]
    fn ordinary_statements_have_none() {
        for item in [
            "A third round is planned for May; quarrels over the lake remain the main obstacle.",
            "It said that governments - which have discussed it - must recognise the risk to shipping.",
            "The law raises taxes and increases spending on schools.",
            "The minister, raising his voice, left the room.",
            "The bill cuts aid and supports the president.",
            "The bank, increasing pressure on lenders, said it would act.",
            "The company sold its shares, raising $2 billion from investors.",
            "The corridor was open 2020 - 2024 only.",
            "The ministry named the dispute, and the traders' federation blamed the strike.",
            "The army denied it; the minister did not.",
            "- impacts defense",
        ] {
            assert_eq!(read(item), None, "{item}");
        }
    }
}
