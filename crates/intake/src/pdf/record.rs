//! The record of a PDF document: its blocks with their pages, what was set aside, and what is stated about it.

use model::{
    article::{Cue, Field, RemovedBecause, StatedField},
    block::{BlockKind, Inline, Role, number_blocks},
    text::Span,
};

use super::{
    PARSER,
    hyphens::{Words, flow},
    lines::{Aside, PageLine},
    paragraphs::{Passage, Shape, passages},
    properties::{Properties, Property},
};
use crate::{
    Problem,
    draft::{Draft, Fate, Line, Recognised},
    reading::{Hints, Reading, StatedData},
    stated::{Stated, weigh},
};

/// How the bytes were read: a PDF says of each letter which it is.
const ENCODING: &str = "PDF";

/// The reading of a document with these lines and properties.
pub(super) fn reading(
    lines: &[PageLine],
    properties: Properties,
    hints: &Hints<'_>,
) -> Result<Reading, Problem> {
    let words = Words::of(lines);
    let passages = passages(lines);
    let title = title(&passages);
    let head = 0..title.map_or(0, |title| title + 1 + standfirst(&passages[title + 1..]));
    let mut titled = None;
    let mut draft = Draft::default();
    let mut pages: Vec<(Span, u32)> = Vec::new();
    let mut aside = lines
        .iter()
        .filter_map(|line| Some((line, left_out(line.aside?)?)))
        .peekable();
    for (n, passage) in passages.iter().enumerate() {
        let page = passage.lines.first().map_or(1, |line| line.page);
        // What is left out of a page stands behind what begins on it.
        while let Some((line, reason)) =
            aside.next_if(|(line, _)| line.page < page && passage.shape != Shape::Footnote)
        {
            draft.line(Line::plain(line.text.as_str(), Fate::Removed(reason)));
        }
        let number = draft.line(line_of(passage, head.contains(&n), &words));
        pages.extend(draft.place(number).map(|at| (at, page)));
        if Some(n) == title {
            titled = draft.place(number);
        }
    }
    for (line, reason) in aside {
        draft.line(Line::plain(line.text.as_str(), Fate::Removed(reason)));
    }
    let mut found = draft.recognise(hints.url, ENCODING)?;
    found.capture.parser = PARSER.to_owned();
    if let Some(at) = titled {
        set_headline(&mut found, at);
    }
    for block in &mut found.capture.blocks {
        let after = |at: Span| pages.partition_point(|(place, _)| place.start <= at.start);
        let page = block.origin.and_then(|at| pages.get(after(at).checked_sub(1)?));
        block.page = page.map(|(_, page)| *page);
    }
    let mut lines = StatedData::behind(draft.text());
    let stated = state(properties, &mut lines);
    weigh(&mut found.capture, stated);
    Ok(Reading {
        text: lines.after(draft.text().to_owned()),
        capture: found.capture,
        extraction: found.extraction,
    })
}

/// Gives each property its line; those that a field of the record may hold are returned.
fn state(properties: Properties, lines: &mut StatedData) -> Vec<Stated> {
    let mut stated = Vec::new();
    for Property { name, words, of } in properties {
        let at = lines.add(name, &words);
        stated.extend(of.into_iter().map(|(field, value, against)| Stated {
            field,
            value,
            at,
            cue: Cue::Properties,
            against: Some(against),
        }));
    }
    // A language is no claim that an article prints.
    for one in stated.iter_mut().filter(|s| s.field == StatedField::Language) {
        one.against = None;
    }
    stated
}

fn left_out(aside: Aside) -> Option<RemovedBecause> {
    match aside {
        Aside::RunningHead => Some(RemovedBecause::RunningHead),
        Aside::PageNumber => Some(RemovedBecause::PageNumber),
        Aside::Hidden => Some(RemovedBecause::Hidden),
        Aside::Turned => Some(RemovedBecause::OutsideArticle),
        Aside::Footnote => None,
    }
}

/// The passage that is set as a title: the largest heading, when it stands on the first page.
fn title(passages: &[Passage<'_>]) -> Option<usize> {
    let page = passages.first()?.lines.first()?.page;
    let on_page = |p: &&Passage<'_>| p.lines.first().is_some_and(|l| l.page == page);
    passages
        .iter()
        .take_while(on_page)
        .position(|p| p.shape == Shape::Heading(1))
}

/// How many passages behind the title are larger than the text without being bold: what stands under a title, and no headings.
fn standfirst(behind: &[Passage<'_>]) -> usize {
    let is_large = |p: &&Passage<'_>| matches!(p.shape, Shape::Heading(_)) && !p.lines.iter().any(|l| l.bold);
    behind.iter().take_while(is_large).count()
}

/// Makes the line that is set as the title the headline, where the recogniser took something smaller above it.
fn set_headline(found: &mut Recognised, at: Span) {
    let capture = &mut found.capture;
    let Some(n) = capture.blocks.iter().position(|b| b.origin == Some(at)) else {
        return;
    };
    if !matches!(capture.blocks[n].role, Role::Body | Role::Other | Role::Deck) {
        return;
    }
    let mut title = capture.blocks.remove(n);
    if title.role == Role::Deck {
        capture.meta.deck = None;
        found.extraction.deck = None;
    }
    title.role = Role::Headline;
    title.kind = BlockKind::Heading { level: 1 };
    capture.meta.headline = Field::parsed(title.text(), at);
    let before = found.extraction.headline.take();
    if let Some(first) = capture.blocks.first_mut().filter(|b| b.role == Role::Headline) {
        // A name made of the first words stands in the text as well.
        match before {
            Some(_) => (first.role, first.kind) = (Role::Body, BlockKind::Paragraph),
            None => drop(capture.blocks.remove(0)),
        }
    }
    let body = &mut found.extraction.body;
    let own = body.iter().position(|p| p.piece.char == [at.start, at.end]);
    found.extraction.headline = own.map(|n| body.remove(n).piece);
    capture.blocks.insert(0, title);
    number_blocks(&mut capture.blocks);
}

/// A passage as a line of the draft.
fn line_of(passage: &Passage<'_>, head: bool, words: &Words) -> Line {
    let fate = if passage.shape == Shape::Footnote {
        Fate::Note
    } else {
        Fate::Kept
    };
    let kind = match passage.shape {
        Shape::Table => {
            let cells = |line: &&PageLine| {
                let cells = line.cells.iter();
                cells
                    .map(|(_, cell)| vec![Inline::plain(cell.as_str())])
                    .collect()
            };
            let rows = passage.lines.iter().map(cells).collect();
            return Line::of(Vec::new(), BlockKind::Table { rows }, fate);
        }
        Shape::Heading(level) if !head => BlockKind::Heading { level: level.max(2) },
        // Signs and numbers of items are printed, and known by the recogniser.
        _ => BlockKind::Paragraph,
    };
    let flow = flow(passage.lines.iter().map(|l| l.text.as_str()), words);
    let mut links: Vec<(std::ops::Range<usize>, &str)> = Vec::new();
    for (line, at) in passage.lines.iter().zip(&flow.lines) {
        // Hyphens that were taken out move what is behind them; such a link is left out.
        for (run, address) in line.links.iter().filter(|_| !line.text.contains('\u{ad}')) {
            let run = at.start + run.start..(at.start + run.end).min(at.end);
            match links.last_mut() {
                Some((last, to)) if *to == address && run.start.saturating_sub(last.end) <= 1 => {
                    last.end = run.end
                }
                _ if run.start < run.end => links.push((run, address)),
                _ => {}
            }
        }
    }
    Line::of(with_links(&flow.text, &links), kind, fate)
}

/// The words of `text`, cut at the links in it.
fn with_links(text: &str, links: &[(std::ops::Range<usize>, &str)]) -> Vec<Inline> {
    let mut spans = Vec::new();
    let mut from = 0;
    for (run, address) in links {
        let (Some(before), Some(words)) = (text.get(from..run.start), text.get(run.clone())) else {
            continue;
        };
        if !before.is_empty() {
            spans.push(Inline::plain(before));
        }
        spans.push(Inline {
            link: Some((*address).to_owned()),
            ..Inline::plain(words)
        });
        from = run.end;
    }
    if let Some(rest) = text.get(from..).filter(|rest| !rest.is_empty()) {
        spans.push(Inline::plain(rest));
    }
    spans
}
