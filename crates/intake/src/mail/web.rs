//! A message whose text is HTML: the page it is, below the headers.
//!
//! The page is read like any other. What is different in a message is put right afterwards: the subject is the headline, the
//! date is the header's, and what a reply quotes is left out.

use std::ops::Range;

use model::{
    article::{Candidate, Capture, Cue, Field, Origin, Removed, RemovedBecause, StatedField, Verdict},
    block::{Block, BlockKind, Role, number_blocks},
    text::{Span, fold_words},
};

use super::{
    headers::{self, Shown, Trust},
    letter::{PARSER, has_head},
    mime::Part,
    plain,
};
use crate::{Hints, Problem, draft::Draft, html, reading::Reading, stated};

/// The record of a message whose text is the page `html`, below the lines of `draft`.
pub(super) fn read(
    html: &[u8],
    media: &str,
    draft: &Draft,
    (message, shown): (&Part, Shown),
    hints: &Hints<'_>,
) -> Result<Reading, Problem> {
    let page = html::read(
        html,
        &Hints {
            media: Some(media),
            name: None,
            ..*hints
        },
    )?;
    let above = format!("{}\n", draft.text());
    let mut capture = page.capture;
    move_places(&mut capture, above.chars().count());
    PARSER.clone_into(&mut capture.parser);
    let subject = shown.subject.map(|n| draft.words(n)).unwrap_or_default();
    let has_head = has_head(&page.extraction, &subject);
    let passed_on = without_quoted(&mut capture, headers::forwards(message));
    let trust = match (passed_on, has_head) {
        (true, _) => Trust::PassedOn,
        (false, true) => Trust::Article,
        (false, false) => Trust::Own,
    };
    let stated = headers::stated(message, shown, draft, trust);
    if !has_head && let Some(at) = shown.subject.and_then(|n| draft.place(n)) {
        retitle(&mut capture, &subject, at);
    }
    if trust == Trust::Own
        && stated
            .iter()
            .any(|s| s.field == StatedField::Published && s.against.is_none())
    {
        // A page in a message has the dates of what it tells, the message has its own.
        capture.meta.published = None;
        demote(&mut capture, StatedField::Published, Verdict::AnotherDate);
    }
    stated::list(&mut capture, stated);
    number_blocks(&mut capture.blocks);
    Ok(Reading::new(above + &page.text, capture, hints))
}

/// Moves every place by `by` code points.
pub(super) fn move_places(capture: &mut Capture, by: usize) {
    let moved = |at: &mut Span| *at = Span::new(at.start + by, at.end + by);
    fn field<T>(field: &mut Field<T>, moved: impl Fn(&mut Span)) {
        if let Origin::Parsed { at } = &mut field.origin {
            moved(at);
        }
    }
    let meta = &mut capture.meta;
    field(&mut meta.headline, moved);
    let words = [
        &mut meta.deck,
        &mut meta.section,
        &mut meta.outlet,
        &mut meta.url,
        &mut meta.canonical_url,
        &mut meta.language,
    ];
    words
        .into_iter()
        .flatten()
        .chain(&mut meta.authors)
        .for_each(|f| field(f, moved));
    meta.published.iter_mut().for_each(|f| field(f, moved));
    meta.dateline.iter_mut().for_each(|f| field(f, moved));
    capture
        .blocks
        .iter_mut()
        .filter_map(|b| b.origin.as_mut())
        .for_each(moved);
    capture.removed.iter_mut().for_each(|r| moved(&mut r.at));
    capture.candidates.iter_mut().for_each(|c| moved(&mut c.at));
}

/// Makes the subject the headline; what was one becomes a heading where it stands.
fn retitle(capture: &mut Capture, subject: &str, at: Span) {
    let title = Block::plain(Role::Headline, BlockKind::Heading { level: 1 }, subject, Some(at));
    let old = capture.blocks.iter().position(|b| b.role == Role::Headline);
    if let Some(old) = old {
        let old = capture.blocks.remove(old);
        let is_new = fold_words(&old.text()) != fold_words(subject);
        // One that no reader of the page sees, a window's title, stays a candidate.
        let next = capture
            .blocks
            .iter()
            .filter(|b| b.role != Role::Deck)
            .filter_map(|b| b.origin)
            .map(|o| o.start)
            .min();
        let is_seen = old.origin.zip(next).is_some_and(|(o, next)| o.start < next);
        if is_new && is_seen {
            let after_deck = capture.blocks.iter().take_while(|b| b.role == Role::Deck).count();
            let heading = Block {
                role: Role::Other,
                kind: BlockKind::Heading { level: 2 },
                ..old
            };
            capture.blocks.insert(after_deck, heading);
        }
    }
    capture.blocks.insert(0, title);
    capture.meta.headline = Field::parsed(subject.to_owned(), at);
    demote(capture, StatedField::Headline, Verdict::LessTrusted);
    let subject = fold_words(subject);
    for candidate in &mut capture.candidates {
        if candidate.field == StatedField::Headline && fold_words(&candidate.value) == subject {
            candidate.verdict = Verdict::Agrees;
        }
    }
    capture.candidates.push(Candidate {
        field: StatedField::Headline,
        value: capture.meta.headline.value.clone(),
        at,
        cue: Cue::Header,
        verdict: Verdict::Chosen,
    });
}

/// Has no candidate for `field` chosen any more.
fn demote(capture: &mut Capture, field: StatedField, verdict: Verdict) {
    let chosen = capture
        .candidates
        .iter_mut()
        .filter(|c| c.field == field && c.verdict == Verdict::Chosen);
    chosen.for_each(|c| c.verdict = verdict);
}

/// Leaves out what a reply quotes, or the note above a forwarded message; says whether it was the latter.
fn without_quoted(capture: &mut Capture, forwards: bool) -> bool {
    for at in 0..capture.blocks.len() {
        let text = capture.blocks[at].text();
        let lines: Vec<&str> = text.lines().collect();
        let first_body = capture
            .blocks
            .iter()
            .position(|b| !matches!(b.role, Role::Headline | Role::Deck))
            .unwrap_or(0);
        if at < first_body {
            continue;
        }
        if let Some(is_forward) = plain::introduces_only(&lines) {
            if forwards || is_forward {
                remove(capture, at..at + 1, RemovedBecause::AboutTheArticle);
                remove(capture, first_body..at, RemovedBecause::OutsideArticle);
                return true;
            }
            remove(capture, at..capture.blocks.len(), RemovedBecause::QuotedMessage);
            return false;
        }
        if let Some(has_address) = plain::is_attribution(&text) {
            let quotes = capture.blocks[at + 1..]
                .iter()
                .take_while(|b| b.kind == BlockKind::Quote)
                .count();
            if quotes > 0 {
                remove(capture, at..at + 1 + quotes, RemovedBecause::QuotedMessage);
            } else if has_address {
                remove(capture, at..capture.blocks.len(), RemovedBecause::QuotedMessage);
            }
            return false;
        }
    }
    false
}

fn remove(capture: &mut Capture, blocks: Range<usize>, reason: RemovedBecause) {
    for block in capture.blocks.drain(blocks) {
        if let Some(at) = block.origin {
            capture.removed.push(Removed {
                text: block.text(),
                at,
                reason,
                kind: (block.kind != BlockKind::Paragraph).then_some(block.kind),
            });
        }
    }
}
