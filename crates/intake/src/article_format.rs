//! The article format inside other formats: key points, risks and dateline of a page, a PDF, a Word file or a mail.
//!
//! What a reader kept of a document is set out as plain text, `structure` recognises its parts as it does in a text file, and
//! every place it names is led back into the reading text. Words, links and marks stay those of the reader; only the parts that
//! blocks play are new. A document without a heading of key points or risks is left as it was read.

use model::{
    article::{Capture, Field, Meta, Origin, Removed, RemovedBecause},
    block::{Block, BlockKind, Role, number_blocks},
    text::Span,
};

use crate::{
    capture,
    decode::Decoded,
    extraction::{Extraction, Piece},
    reading::{Hints, Places},
    structure,
};

/// What stands between two paragraphs of the article text.
const GAP: &str = "\n\n";

/// Gives the blocks of `capture` the parts they play in the article format, if it is in it, and says where all is in the
/// reading text.
pub(crate) fn recognise(places: &Places<'_>, capture: &mut Capture, hints: &Hints<'_>) -> Option<Extraction> {
    if !capture.blocks.iter().any(opens) {
        return None;
    }
    opening(capture);
    let article = ArticleText::of(&capture.blocks);
    let mut found = structure::recognise(&article.text, hints.url).ok()?;
    if found.key_points.is_empty() && found.risks.is_empty() {
        return None;
    }
    let decoded = Decoded {
        text: article.text.clone(),
        encoding: "UTF-8",
    };
    let parts = capture::capture(&decoded, &found);
    article.play(capture, parts.blocks);
    number_blocks(&mut capture.blocks);
    article.fill(&mut capture.meta, parts.meta);
    for_each_piece(&mut found, |piece| {
        let at = article.led_back(Span::new(piece.char[0], piece.char[1]));
        *piece = places.piece(at, std::mem::take(&mut piece.text));
    });
    for bullet in bullets(&mut found) {
        *bullet = article.place(*bullet);
    }
    if let Some(dateline) = &mut found.dateline {
        dateline.body_starts_char = article.place(dateline.body_starts_char);
    }
    let summary = capture.blocks.iter().find(|block| block.role == Role::Summary);
    found.summary = found.summary.or(summary.and_then(|block| places.block(block)));
    if let Some([start, end]) = found.body_text_span {
        let at = article.led_back(Span::new(start, end));
        found.body_text_span = Some([at.start, at.end]);
    }
    Some(found)
}

/// Gives the paragraphs between the title and the first heading their parts: the summary, and the deck above it where there are
/// two. A text file parts them from the report by byline and repeated title, which other formats set elsewhere.
fn opening(capture: &mut Capture) {
    let heading = capture.blocks.iter().position(opens).unwrap_or_default();
    let is_above =
        |block: &&mut Block| !matches!(block.role, Role::Headline | Role::Deck) && is_words(&block.kind);
    let mut above: Vec<&mut Block> = capture.blocks.iter_mut().take(heading).filter(is_above).collect();
    let is_opening =
        |block: &&mut Block| block.kind == BlockKind::Paragraph && !structure::opens_report(&block.text());
    if above.is_empty() || above.len() > 2 || !above.iter().all(is_opening) {
        return;
    }
    if let [deck, _] = above.as_mut_slice() {
        deck.role = Role::Deck;
    }
    if let Some(summary) = above.last_mut() {
        summary.role = Role::Summary;
    }
}

/// Whether a block is a heading of key points or risks.
fn opens(block: &Block) -> bool {
    let is_short = block.spans.iter().map(|s| s.text.len()).sum::<usize>() < 100;
    is_short && structure::opens_part(block.text().trim())
}

/// A paragraph of the article text and the block it comes from.
struct Paragraph {
    /// Number of the block.
    block: usize,
    /// Code points of the article text, behind the bullet.
    at: Span,
    /// Where the words begin in the reading text.
    origin: usize,
}

/// What was kept of a document as plain text.
struct ArticleText {
    text: String,
    paragraphs: Vec<Paragraph>,
}

impl ArticleText {
    fn of(blocks: &[Block]) -> Self {
        let mut out = Self {
            text: String::new(),
            paragraphs: Vec::new(),
        };
        let mut chars = 0;
        for (n, block) in blocks.iter().enumerate() {
            let is_opening = matches!(block.role, Role::Deck | Role::Summary);
            let Some(origin) = block.origin.filter(|_| is_words(&block.kind) && !is_opening) else {
                continue;
            };
            let bullet = match block.kind {
                BlockKind::ListItem { ordered: true, .. } => "1. ",
                BlockKind::ListItem { ordered: false, .. } => "• ",
                _ => "",
            };
            // One line a paragraph, and one sign for each of the reading text.
            let words: String = block
                .text()
                .chars()
                .map(|c| if c == '\n' { ' ' } else { c })
                .collect();
            if !out.text.is_empty() {
                out.text.push_str(GAP);
                chars += GAP.len();
            }
            out.text.push_str(bullet);
            chars += bullet.chars().count();
            let end = chars + words.chars().count();
            out.text.push_str(&words);
            out.paragraphs.push(Paragraph {
                block: n,
                at: Span::new(chars, end),
                origin: origin.start,
            });
            chars = end;
        }
        out
    }

    fn paragraph(&self, at: usize) -> Option<&Paragraph> {
        let behind = self.paragraphs.partition_point(|p| p.at.start <= at);
        self.paragraphs.get(behind.saturating_sub(1))
    }

    /// A place of the article text in the reading text; a bullet's is where its words begin.
    fn place(&self, at: usize) -> usize {
        let behind = self.paragraphs.partition_point(|p| p.at.end < at);
        match self.paragraphs.get(behind) {
            Some(p) => p.origin + at.saturating_sub(p.at.start),
            None => self.paragraphs.last().map_or(0, |p| p.origin + p.at.len()),
        }
    }

    fn led_back(&self, at: Span) -> Span {
        let start = self.place(at.start);
        let last = self.place(at.end.saturating_sub(1));
        Span::new(start, if at.is_empty() { start } else { last + 1 })
    }

    /// Gives the blocks of `capture` the parts that `parts`, whose places are in the article text, play.
    fn play(&self, capture: &mut Capture, parts: Vec<Block>) {
        let mut by_block: Vec<Vec<Block>> = vec![Vec::new(); capture.blocks.len()];
        // The headline is the document's, whatever the recogniser takes for one.
        for part in parts.into_iter().filter(|part| part.role != Role::Headline) {
            let Some(at) = part.origin else { continue };
            if let Some(of) = self.paragraph(at.start).and_then(|p| by_block.get_mut(p.block)) {
                of.push(Block {
                    origin: Some(self.led_back(at)),
                    ..part
                });
            }
        }
        let mut blocks = Vec::with_capacity(capture.blocks.len());
        for (block, parts) in std::mem::take(&mut capture.blocks).into_iter().zip(by_block) {
            let is_title = matches!(block.role, Role::Headline | Role::Deck | Role::Summary);
            match parts.as_slice() {
                [] if is_title || block.origin.is_none() || !is_words(&block.kind) => blocks.push(block),
                [] => capture.removed.extend(left_out(block)),
                _ if is_title => blocks.push(block),
                [part] if part.text() == block.text().replace('\n', " ") => blocks.push(Block {
                    role: part.role,
                    parts: part.parts.clone(),
                    ..block
                }),
                _ => blocks.extend(parts),
            }
        }
        capture.blocks = blocks;
        capture.removed.sort_by_key(|removed| removed.at);
    }

    /// Takes the fields that the document itself doesn't state.
    fn fill(&self, meta: &mut Meta, found: Meta) {
        let section = found.section.map(|f| self.field(f));
        let published = found.published.map(|f| self.field(f));
        let dateline = found.dateline.map(|f| self.field(f));
        meta.section = meta.section.take().or(section);
        meta.published = meta.published.take().or(published);
        meta.dateline = meta.dateline.take().or(dateline);
        if meta.authors.is_empty() {
            meta.authors = found.authors.into_iter().map(|f| self.field(f)).collect();
        }
    }

    fn field<T>(&self, field: Field<T>) -> Field<T> {
        match field.origin {
            Origin::Parsed { at } => Field::parsed(field.value, self.led_back(at)),
            Origin::Typed => field,
        }
    }
}

/// Whether a block is a line of text.
fn is_words(kind: &BlockKind) -> bool {
    !matches!(
        kind,
        BlockKind::Table { .. } | BlockKind::Figure { .. } | BlockKind::Rule | BlockKind::Code
    )
}

/// A line that prints a field and is no part of the text.
fn left_out(block: Block) -> Option<Removed> {
    Some(Removed {
        text: block.text(),
        at: block.origin?,
        reason: RemovedBecause::AboutTheArticle,
        kind: Some(block.kind).filter(|kind| *kind != BlockKind::Paragraph),
    })
}

/// Calls `change` for every piece of what was found.
pub(crate) fn for_each_piece(found: &mut Extraction, mut change: impl FnMut(&mut Piece)) {
    let mut all: Vec<&mut Piece> = Vec::new();
    all.extend(&mut found.section);
    all.extend(found.published.as_mut().map(|p| &mut p.piece));
    all.extend(&mut found.headline);
    all.extend(&mut found.headline_duplicate);
    all.extend(&mut found.more_duplicates);
    all.extend(&mut found.deck);
    if let Some(byline) = &mut found.byline {
        all.push(&mut byline.raw);
        all.extend(&mut byline.authors);
    }
    all.extend(&mut found.publisher);
    all.extend(&mut found.summary);
    all.extend(&mut found.headings);
    for point in &mut found.key_points {
        all.extend([&mut point.piece, &mut point.statement]);
        all.extend(&mut point.impact_phrase);
        all.extend(&mut point.sector_mentions);
    }
    if let Some(dateline) = &mut found.dateline {
        all.push(&mut dateline.raw);
        all.extend(&mut dateline.place);
        all.extend(&mut dateline.date_text);
        all.extend(&mut dateline.agency);
    }
    all.extend(found.body.iter_mut().map(|p| &mut p.piece));
    for risk in &mut found.risks {
        all.extend([&mut risk.piece, &mut risk.statement_full, &mut risk.statement]);
        all.extend(&mut risk.label);
        all.extend(&mut risk.impact_phrase);
        all.extend(&mut risk.sector_mentions);
    }
    if let Some(related) = &mut found.related {
        all.push(&mut related.heading);
        all.extend(&mut related.raw);
        for item in &mut related.items {
            all.push(&mut item.headline);
            all.extend(&mut item.date_text);
        }
    }
    all.into_iter().for_each(&mut change);
}

/// The places of bullets.
pub(crate) fn bullets(found: &mut Extraction) -> impl Iterator<Item = &mut usize> {
    let points = found.key_points.iter_mut().filter_map(|p| p.bullet.as_mut());
    let risks = found.risks.iter_mut().filter_map(|r| r.bullet.as_mut());
    let body = found.body.iter_mut().filter_map(|p| p.bullet.as_mut());
    points.chain(risks).chain(body)
}
