//! From what was found to what the record holds: blocks in reading order, and fields with their origin.
//!
//! A record needs a name. An article without a headline gets the first words of its text, with their place; they stay in the
//! report as well.

use model::{
    amended::Amended,
    article::{Capture, Dateline, Field, Meta, Published, Removed, RemovedBecause},
    block::{Block, BlockKind, Parts, Role, number_blocks},
    text::{Indexed, Span},
};

use crate::{
    decode::{Decoded, is_space},
    extraction::{DatelineParts, Extraction, Piece, PublishedParts},
    structure::{first_sentence, span},
};

/// Parser and version: from the first release on, whatever changes what is found in the same bytes is a new version.
pub(crate) const PARSER: &str = "text/1";

/// Most characters of a name made of the first words.
const LONGEST_NAME: usize = 120;

/// The record of a text.
pub(crate) fn capture(decoded: &Decoded, found: &Extraction) -> Capture {
    let below = blocks_below_head(decoded, found);
    let (title, at) = match &found.headline {
        Some(piece) => (piece.text.clone(), span(piece)),
        None => first_words(decoded, found, &below),
    };
    let headline = Block::plain(
        Role::Headline,
        BlockKind::Heading { level: 1 },
        title.clone(),
        Some(at),
    );
    let deck = found
        .deck
        .as_ref()
        .map(|piece| block(Role::Deck, BlockKind::Paragraph, piece));
    let mut blocks: Vec<Block> = [headline].into_iter().chain(deck).chain(below).collect();
    number_blocks(&mut blocks);
    let removed = found
        .headline_duplicate
        .iter()
        .chain(&found.more_duplicates)
        .map(|piece| Removed {
            text: piece.text.clone(),
            at: span(piece),
            reason: RemovedBecause::RepeatedHeadline,
            kind: None,
        });
    Capture {
        meta: meta(found, Field::parsed(title, at)),
        blocks,
        removed: removed.collect(),
        candidates: Vec::new(),
        amended: Amended::default(),
        parser: PARSER.to_owned(),
        encoding: decoded.encoding.to_owned(),
    }
}

fn block(role: Role, kind: BlockKind, piece: &Piece) -> Block {
    Block::plain(role, kind, piece.text.clone(), Some(span(piece)))
}

/// Everything below headline and deck, in the order of the input.
fn blocks_below_head(decoded: &Decoded, found: &Extraction) -> Vec<Block> {
    let indexed = Indexed::new(&decoded.text);
    let item = |bullet: Option<usize>| BlockKind::ListItem {
        depth: 0,
        ordered: is_number(&indexed, bullet),
    };
    let summary = found
        .summary
        .iter()
        .map(|piece| block(Role::Summary, BlockKind::Paragraph, piece));
    let headings = found
        .headings
        .iter()
        .map(|piece| block(Role::Other, BlockKind::Heading { level: 2 }, piece));
    let key_points = found.key_points.iter().map(|point| Block {
        parts: Some(parts(
            None,
            &point.statement,
            point.impact_phrase.as_ref(),
            &point.sector_mentions,
        )),
        ..block(Role::KeyPoint, item(point.bullet), &point.piece)
    });
    let body = found.body.iter().map(|paragraph| {
        let kind = if paragraph.bullet.is_some() {
            item(paragraph.bullet)
        } else {
            BlockKind::Paragraph
        };
        block(Role::Body, kind, &paragraph.piece)
    });
    let risks = found.risks.iter().map(|risk| Block {
        parts: Some(parts(
            risk.label.as_ref(),
            &risk.statement,
            risk.impact_phrase.as_ref(),
            &risk.sector_mentions,
        )),
        ..block(Role::Risk, item(risk.bullet), &risk.piece)
    });
    let related = found.related.iter().flat_map(|list| &list.items).map(|item| {
        let date = item.date_text.as_ref();
        let words = date.map_or(item.headline.text.clone(), |d| {
            format!("{} {}", item.headline.text, d.text)
        });
        let spans = [Some(&item.headline), date].into_iter().flatten().map(span);
        let start = spans.clone().map(|s| s.start).min().unwrap_or_default();
        let end = spans.map(|s| s.end).max().unwrap_or_default();
        Block::plain(
            Role::Related,
            BlockKind::ListItem {
                depth: 0,
                ordered: false,
            },
            words,
            Some(Span::new(start, end)),
        )
    });
    let mut blocks: Vec<Block> = summary
        .chain(headings)
        .chain(key_points)
        .chain(body)
        .chain(risks)
        .chain(related)
        .collect();
    blocks.sort_by_key(|b| b.origin.map(|o| o.start));
    blocks
}

fn parts(label: Option<&Piece>, statement: &Piece, impact: Option<&Piece>, sectors: &[Piece]) -> Parts {
    Parts {
        label: label.map(|p| p.text.clone()),
        statement: statement.text.clone(),
        impact: impact.map(|p| p.text.clone()),
        sectors: sectors.iter().map(|p| p.text.clone()).collect(),
    }
}

/// Whether a number or letter stands at `bullet`, and not a sign.
fn is_number(text: &Indexed<'_>, bullet: Option<usize>) -> bool {
    let mut marker = bullet
        .into_iter()
        .flat_map(|at| text.slice(Span::new(at, at + 2)).chars());
    match marker.next() {
        Some('(') => true,
        Some('o') => false,
        Some(first) => first.is_ascii_digit() || marker.next() == Some(')'),
        None => false,
    }
}

fn meta(found: &Extraction, headline: Field<String>) -> Meta {
    let text = |piece: &Piece| Field::parsed(piece.text.clone(), span(piece));
    Meta {
        headline,
        deck: found.deck.as_ref().map(text),
        section: found.section.as_ref().map(text),
        authors: found.byline.iter().flat_map(|b| &b.authors).map(text).collect(),
        outlet: found.publisher.as_ref().map(text),
        url: found.url.clone().map(Field::typed),
        canonical_url: None,
        published: found.published.as_ref().and_then(published),
        dateline: found.dateline.as_ref().and_then(dateline),
        language: None,
    }
}

/// The date, when its year is printed.
fn published(found: &PublishedParts) -> Option<Field<Published>> {
    let date = found.iso.as_deref()?.parse().ok()?;
    let time = found
        .time
        .as_deref()
        .and_then(|t| chrono::NaiveTime::parse_from_str(t, "%H:%M").ok());
    Some(Field::parsed(
        Published {
            date,
            time,
            zone: found.timezone.clone(),
        },
        span(&found.piece),
    ))
}

/// The dateline, when it names a place.
fn dateline(found: &DatelineParts) -> Option<Field<Dateline>> {
    let value = Dateline {
        place: found.place.as_ref()?.text.clone(),
        date: found.date_iso.as_deref().and_then(|d| d.parse().ok()),
        agency: found.agency.as_ref().map(|p| p.text.clone()),
    };
    Some(Field::parsed(value, span(&found.raw)))
}

/// The first sentence of the text, or as many words as a name may have, behind a dateline.
fn first_words(decoded: &Decoded, found: &Extraction, blocks: &[Block]) -> (String, Span) {
    let dateline = found.dateline.as_ref();
    let prose = blocks
        .iter()
        .find(|b| b.role != Role::Other)
        .and_then(|b| Some((b.text(), b.origin?.start)));
    let (text, start) = match (prose, dateline) {
        (Some((text, start)), Some(line)) if start == line.raw.char[0] => {
            let printed = line.raw.text.len();
            (
                text.get(printed..).unwrap_or(&text).to_owned(),
                line.body_starts_char,
            )
        }
        (Some(prose), _) => prose,
        (None, _) => {
            let words = decoded.text.trim_start_matches(is_space);
            let before = &decoded.text[..decoded.text.len() - words.len()];
            (
                words.lines().next().unwrap_or_default().to_owned(),
                before.chars().count(),
            )
        }
    };
    let sentence = &text[..first_sentence(&text).unwrap_or(text.len())];
    let name = match sentence.char_indices().nth(LONGEST_NAME) {
        None => sentence,
        Some((cut, _)) => sentence[..cut]
            .rfind(is_space)
            .map_or(&sentence[..cut], |space| &sentence[..space]),
    }
    .trim_matches(is_space);
    // Line ends and indents between the words are not in `name`, so count what is no space.
    let mut left = name.chars().filter(|c| !is_space(*c)).count();
    let length = decoded
        .text
        .chars()
        .skip(start)
        .take_while(|c| {
            let more = left > 0;
            left -= usize::from(more && !is_space(*c));
            more
        })
        .count();
    (name.to_owned(), Span::new(start, start + length))
}
