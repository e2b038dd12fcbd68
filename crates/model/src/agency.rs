//! News agencies: whose report it is that an outlet prints.

use std::sync::LazyLock;

use crate::{
    article::{Capture, RemovedBecause},
    block::Role,
    word::{TokenKind, tokens},
};

/// An agency and the ways it is credited.
struct Agency {
    name: &'static str,
    credits: Vec<&'static str>,
}

static AGENCIES: LazyLock<Vec<Agency>> = LazyLock::new(|| {
    let lines = include_str!("../data/agencies.txt").lines();
    let lines = lines.filter(|l| !l.is_empty() && !l.starts_with('#'));
    lines
        .map(|line| {
            let mut parts = line.split('|').map(str::trim);
            Agency {
                name: parts.next().unwrap_or_default(),
                credits: parts.collect(),
            }
        })
        .collect()
});

/// Words of a line that may be a credit; a longer one speaks of something.
const CREDIT_WORDS: usize = 12;
/// Paragraphs at either end of a report that may be, or begin with, a credit.
const ENDS: usize = 3;

/// The agency that a record credits: in the byline, the dateline, as its outlet, or in a line of its own at either end of the
/// report. An agency that the report only quotes is not credited.
pub fn credited(capture: &Capture) -> Option<&'static str> {
    let meta = &capture.meta;
    let dateline = meta.dateline.as_ref().and_then(|d| d.value.agency.as_deref());
    let fields = meta.authors.iter().chain(&meta.outlet).map(|f| f.value.as_str());
    let by_field = dateline.into_iter().chain(fields).find_map(named);
    by_field.or_else(|| {
        let said: Vec<String> = capture
            .blocks
            .iter()
            .filter(|b| matches!(b.role, Role::Body | Role::Other))
            .map(|b| b.text())
            .collect();
        let last = said.len().saturating_sub(ENDS);
        let ends = said.iter().enumerate().filter(|(n, _)| *n < ENDS || *n >= last);
        let left_out = capture
            .removed
            .iter()
            .filter(|r| matches!(r.reason, RemovedBecause::AboutTheArticle | RemovedBecause::Legal));
        let bracketed = said.first().and_then(|first| in_brackets(first)).and_then(named);
        let mut lines = ends
            .map(|(_, text)| text.as_str())
            .chain(left_out.map(|r| r.text.as_str()));
        bracketed.or_else(|| lines.find_map(credit_line))
    })
}

/// What stands in the brackets of a dateline: `SELM, Feb 2 (Reuters) - …`.
fn in_brackets(paragraph: &str) -> Option<&str> {
    const DATELINE: usize = 80;
    let (front, rest) = paragraph.split_once('(')?;
    let (inside, after) = rest.split_once(')')?;
    let after = after.trim_start();
    let is_dateline = front.chars().count() <= DATELINE && after.starts_with(['-', '–', '—', ':', '.']);
    is_dateline.then_some(inside)
}

/// The agency of a short line that says nothing else than whose report it is: no sentence, or one that begins with a word for
/// a source.
fn credit_line(line: &str) -> Option<&'static str> {
    let words = crate::word::words(line).count();
    let agency = named(line)?;
    let bare = words <= 3;
    let sourced = line.contains(['©', '/']) || line.contains(':');
    (bare || words <= CREDIT_WORDS && sourced).then_some(agency)
}

/// `text` without spaces, word by word.
fn pieces(text: &str) -> Vec<&str> {
    let pieces = tokens(text).filter(|t| t.kind != TokenKind::Space);
    pieces.map(|t| t.text).collect()
}

/// The agency named in `text`, as whole words in their case.
fn named(text: &str) -> Option<&'static str> {
    let said = pieces(text);
    let stands = |credit: &&str| {
        let credit = pieces(credit);
        said.windows(credit.len().max(1)).any(|window| window == credit)
    };
    let found = AGENCIES.iter().find(|agency| agency.credits.iter().any(&stands));
    found.map(|agency| agency.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        amended::Amended,
        article::{Field, Meta},
        block::{Block, BlockKind},
    };

    fn record(author: Option<&str>, paragraphs: &[&str]) -> Capture {
        let paragraph = |text: &&str| Block::plain(Role::Body, BlockKind::Paragraph, *text, None);
        Capture {
            meta: Meta {
                authors: author.map(|a| Field::typed(a.to_owned())).into_iter().collect(),
                ..Meta::titled(Field::typed("Port closed".to_owned()))
            },
            blocks: paragraphs.iter().map(paragraph).collect(),
            removed: Vec::new(),
            candidates: Vec::new(),
            amended: Amended::default(),
            parser: "text/1".to_owned(),
            encoding: "UTF-8".to_owned(),
        }
    }

    #[test]
    fn an_agency_is_credited_by_field_bracket_or_line_and_not_by_being_quoted() {
        let body = "The port of Selm stays closed until a vote on Friday, officers said.";
        for (author, paragraphs, agency) in [
            (Some("Reuters"), vec![body], Some("Reuters")),
            (Some("Ana Ruiz, The Associated Press"), vec![body], Some("AP")),
            (
                Some("Ana Ruiz"),
                vec!["SELM, Feb 2 (AFP) - The port is closed.", body],
                Some("AFP"),
            ),
            (Some("Ana Ruiz"), vec![body, body, "Source: dpa"], Some("dpa")),
            (None, vec![body, "© 2026 AFP"], Some("AFP")),
            (None, vec![body, "(Xinhua)"], Some("Xinhua")),
            (
                None,
                vec!["The minister told Reuters on Monday that the port was closed."],
                None,
            ),
            (None, vec!["The port (AP Moller runs it) is closed."], None),
            (Some("Maria Tasso"), vec![body], None),
            (None, vec![body], None),
        ] {
            assert_eq!(
                credited(&record(author, &paragraphs)),
                agency,
                "{author:?} {paragraphs:?}"
            );
        }
    }
}
