//! Headings of the parts of an article, in the words that outlets use, and the names of newspaper sections.

use std::{ops::Range, sync::LazyLock};

use model::text::fold_words;
use regex::Regex;

use super::pattern::{is_separator, pattern, trim_by};

/// The part that a heading opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The outlet's key points.
    KeyPoints,
    /// The outlet's risks.
    Risks,
    /// Other articles; from this section.
    Related(Option<String>),
    /// The summary.
    Summary,
    /// Anything else that is marked as a heading.
    Other,
}

/// A line that is a heading: the part and the place of its words in the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// What it opens.
    pub(super) part: Part,
    /// Bytes of its words, without Markdown's marks.
    pub(super) words: Range<usize>,
}

/// Longer lines are no headings.
const LONGEST: usize = 90;

static KEY_POINTS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:the|our|your|story|article|\w+) )?(?:(?:key|main|top|major|essential|quick|central|three|four|five) )?(?:points?|takeaways?|take-aways?|highlights?|key (?:facts?|findings?|developments?|messages?|insights?|details?|elements?|ideas?)|(?:main|top) (?:findings?|developments?|facts?|messages?)|quick (?:facts?|read|take)|fast facts|bullet points?)(?: (?:at a glance|in brief|from the (?:story|article)|of the (?:story|article)|to know))?$|^(?:(?:the )?(?:story|news|article|issue) )?(?:at a glance|in brief|in short)$|^(?:what (?:you need )?to know|what you should know|what we know(?: so far)?|(?:the )?essentials|(?:the )?gist|tl;?dr|the bottom line up front|summary points)$",
    )
});

/// Words that may stand before "points" or "takeaways"; any other word makes "World highlights" or "boiling points".
const BEFORE_POINTS: [&str; 22] = [
    "the",
    "our",
    "your",
    "story",
    "article",
    "key",
    "main",
    "top",
    "major",
    "essential",
    "quick",
    "central",
    "three",
    "four",
    "five",
    "bullet",
    "talking",
    "summary",
    "report",
    "news",
    "fast",
    "analyst",
];

static RISKS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:the|key|main|top|principal|major|primary|potential|possible|notable|emerging|identified|associated|significant|material|other|downside|upside|near-term|short-term|long-term|political|geopolitical|economic|market|country|security|operational|strategic|regional|investment|investor|business) (?:and )?)*(?:risks?|risk factors?|risk (?:assessment|analysis|outlook|summary|radar|watch|considerations?|overview))(?: (?:to (?:watch|monitor|consider|note|track|the outlook|markets|investors|watch for|be aware of)|ahead|involved|identified|in focus|at a glance|for (?:investors|markets|businesses)|going forward|and (?:uncertainties|challenges|concerns|threats|considerations|implications|opportunities|caveats|vulnerabilities)))?$|^(?:uncertainties|challenges|threats|concerns|opportunities) and risks$|^(?:what could go wrong|where (?:the )?risks lie|key (?:uncertainties|concerns|threats)|threats to watch)$",
    )
});

static FROM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:read |see )?(?:more|latest|also|other|elsewhere|recent|further|top|most read)(?: (?:news|stories|articles|headlines|coverage|reading|reports?|analysis|posts))?|related(?: (?:news|stories|articles|headlines|coverage))?|(?:the )?latest|you may also like) (?:from|in|on|about) (?:the |our )?(?P<section>.{1,50}?)(?: (?:section|desk))?$",
    )
});

static RELATED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:related(?: (?:stories|story|articles?|news|coverage|content|reading|headlines?|posts?|links?|topics?|reports?|items?|materials?))?|(?:read|see) (?:more|also|next)|also read|more(?: (?:news|stories|coverage|headlines|articles|reading|on this(?: (?:story|topic))?|like this))?|further (?:reading|coverage)|keep reading|continue reading|up next|read next|(?:recommended|suggested)(?: (?:for you|reading|stories|articles|reads))?|you (?:may|might) (?:also )?(?:like|be interested in|have missed)|(?:other|latest|recent|top|trending)(?: (?:stories|news|headlines|articles|coverage))|latest|trending(?: now)?|most read|in other news|don't miss|elsewhere|in case you missed it|from the archives?)$",
    )
});

static MARKDOWN: LazyLock<Regex> = LazyLock::new(|| pattern(r"^#{1,6}\s+(?P<w>.*?)\s*#*$"));

/// Headings of the summary.
const SUMMARY: [&str; 8] = [
    "summary",
    "executive summary",
    "overview",
    "synopsis",
    "abstract",
    "the summary",
    "story summary",
    "news summary",
];

/// Headings of the report itself.
const REPORT: [&str; 9] = [
    "full story",
    "the full story",
    "full article",
    "full report",
    "details",
    "the details",
    "in detail",
    "full text",
    "main story",
];

/// What heading `line` is, if it is one.
pub(super) fn heading(line: &str) -> Option<Heading> {
    if line.len() > LONGEST {
        return None;
    }
    let marked = MARKDOWN
        .captures(line)
        .and_then(|found| found.name("w"))
        .map(|w| w.range());
    let words = unemphasised(line, marked.clone().unwrap_or(0..line.len()));
    let is_ornament = |c: char| is_separator(c) || matches!(c, '=' | '#');
    let mut bare = words.start..trim_by(line, words.clone(), is_ornament).end.max(words.start);
    // "— Risks —" is a heading, "— Risks" an item of a list.
    if bare.end < words.end {
        bare = trim_by(line, bare, |c| c != ':' && is_ornament(c));
    }
    // Prose that was wrapped may leave "risks" alone on a line, but not with a capital.
    if !line[bare.clone()].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
        return None;
    }
    let part = part(&line[bare]).or(marked.map(|_| Part::Other))?;
    Some(Heading { part, words })
}

fn part(words: &str) -> Option<Part> {
    let folded = fold_words(words).replace(" & ", " and ");
    let before_points = folded
        .split(' ')
        .next()
        .is_some_and(|first| BEFORE_POINTS.contains(&first) || !KEY_POINTS_WITH_ANY_WORD.is_match(&folded));
    if KEY_POINTS.is_match(&folded) && before_points {
        return Some(Part::KeyPoints);
    }
    if SUMMARY.contains(&folded.as_str()) {
        return Some(Part::Summary);
    }
    if REPORT.contains(&folded.as_str()) {
        return Some(Part::Other);
    }
    if RISKS.is_match(&folded) {
        return Some(Part::Risks);
    }
    if let Some(section) = FROM.captures(words).and_then(|found| found.name("section")) {
        return Some(Part::Related(Some(section.as_str().to_owned())));
    }
    if RELATED.is_match(&folded) {
        return Some(Part::Related(None));
    }
    // "More World News" names the section between its words.
    let section = folded.strip_prefix("more ").and_then(|rest| {
        [" news", " stories", " headlines", " coverage"]
            .iter()
            .find_map(|end| rest.strip_suffix(end))
    });
    section.map(|name| {
        let start = "more ".len();
        Part::Related(words.get(start..start + name.len()).map(str::to_owned))
    })
}

static KEY_POINTS_WITH_ANY_WORD: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\w+ (?:points?|takeaways?|take-aways?|highlights?)\b"));

/// The words of `line` in `range` without Markdown's stars and underscores around all of them.
pub(super) fn unemphasised(line: &str, range: Range<usize>) -> Range<usize> {
    let mut inner = range;
    for mark in ["***", "**", "__", "*", "_"] {
        let words = &line[inner.clone()];
        let trimmed = words.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        if let Some(bare) = trimmed
            && !bare.is_empty()
            && !bare.contains(mark)
            && !bare.starts_with(crate::decode::is_space)
        {
            inner = inner.start + mark.len()..inner.end - mark.len();
        }
    }
    inner
}

/// Sections that newspapers have; a line that is only one of these is a section, even without a date beside it.
const SECTIONS: [&str; 52] = [
    "africa",
    "americas",
    "analysis",
    "asia",
    "banking",
    "business",
    "china",
    "climate",
    "commodities",
    "companies",
    "conflict",
    "crime",
    "culture",
    "cybersecurity",
    "defence",
    "defense",
    "diplomacy",
    "economics",
    "economy",
    "education",
    "elections",
    "energy",
    "environment",
    "europe",
    "finance",
    "foreign affairs",
    "geopolitics",
    "health",
    "international",
    "law",
    "markets",
    "middle east",
    "national",
    "news",
    "opinion",
    "politics",
    "regulation",
    "russia",
    "science",
    "security",
    "shipping",
    "society",
    "sport",
    "sports",
    "technology",
    "tech",
    "trade",
    "transport",
    "u.s.",
    "uk",
    "us",
    "world",
];

/// Whether `words` are the name of a section that newspapers have, alone or with "news".
pub(super) fn is_known_section(words: &str) -> bool {
    let folded = fold_words(words).replace(" & ", " and ");
    let bare = folded.strip_suffix(" news").unwrap_or(&folded);
    bare.split(" and ").all(|half| SECTIONS.contains(&half))
}

/// Whether `words` may be the name of a section: a few, each with a capital, and no sentence.
pub(super) fn may_be_section(words: &str) -> bool {
    const SMALL: [&str; 8] = ["and", "of", "the", "in", "&", "/", ">", "|"];
    let sentence_end =
        words.ends_with(['.', '?', '!', ',']) && !words.ends_with("U.S.") && !words.ends_with("U.K.");
    let count = words.split_whitespace().count();
    (1..=5).contains(&count)
        && words.chars().count() <= 40
        && !sentence_end
        && !words.contains(['"', '“', '”', ';'])
        && words.starts_with(char::is_uppercase)
        && words.split_whitespace().all(|word| {
            word.starts_with(|c: char| c.is_uppercase() || c == '›' || c == '»') || SMALL.contains(&word)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part_of(line: &str) -> Option<(Part, &str)> {
        heading(line).map(|h| (h.part, &line[h.words]))
    }

    #[test]
    fn headings_are_known_in_their_variants() {
        for line in [
            "Key Points",
            "KEY POINTS:",
            "Key takeaways",
            "Highlights",
            "At a glance",
            "The key points",
            "Main points",
            "What to know",
            "Key facts",
            "In brief",
            "Takeaways",
            "Top takeaways",
            "Key Developments",
        ] {
            assert_eq!(part_of(line), Some((Part::KeyPoints, line)));
        }
        for line in [
            "Risks",
            "RISKS:",
            "Risk factors",
            "Key risks",
            "Risks to watch",
            "Risks and uncertainties",
            "Potential Risks",
            "Key Risks & Challenges",
            "Downside risks",
            "Political and security risks",
        ] {
            assert_eq!(part_of(line), Some((Part::Risks, line)));
        }
        for (line, section) in [
            ("More from World", Some("World")),
            ("MORE FROM MIDDLE EAST", Some("MIDDLE EAST")),
            ("More in Business & Finance:", Some("Business & Finance")),
            ("Latest in Energy", Some("Energy")),
            ("More World News", Some("World")),
            ("Related", None),
            ("Related stories:", None),
            ("Read more", None),
            ("See also", None),
            ("You may also like", None),
        ] {
            assert_eq!(
                part_of(line),
                Some((Part::Related(section.map(str::to_owned)), line))
            );
        }
    }

    #[test]
    fn markdown_marks_are_no_part_of_the_heading() {
        assert_eq!(part_of("## Key Points"), Some((Part::KeyPoints, "Key Points")));
        assert_eq!(part_of("**Risks**"), Some((Part::Risks, "Risks")));
        assert_eq!(
            part_of("### **Background** ###"),
            Some((Part::Other, "Background"))
        );
    }

    #[test]
    fn ordinary_lines_are_no_headings() {
        for line in [
            "risks",
            "Risks rise as talks stall",
            "Boiling points",
            "The risks are clear.",
            "More",
            "World",
            "Related to the minister",
            "Points of Order Delay Vote",
            "#hashtag",
            "Key Bridge Collapses",
            "Latest poll",
        ] {
            assert!(line == "More" || part_of(line).is_none(), "{line}");
        }
    }
}
