//! A document's lines, and the record that is made of them: for formats whose lines are known before the article's parts are.
//!
//! Every line goes into the reading text, those that are kept into the article text too, where an empty line parts paragraphs
//! as in a text file. The recogniser reads the article text; what it finds is brought back to its places in the reading text,
//! and takes over what the format knows better: marks, links, lists, headings, tables, pictures.

use model::{
    article::{Capture, Removed, RemovedBecause},
    block::{Block, BlockKind, Inline, Role, number_blocks},
    text::{Indexed, Span},
};

use crate::{
    Extraction, Problem,
    article_format::{bullets, for_each_piece},
    capture,
    decode::{Decoded, is_space},
    structure,
};

/// Longest line whose parts keep their marks, code points.
const LONGEST_CUT: usize = 20_000;

/// A line of the document.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Printed before the words and no part of them, such as `Subject: `.
    pub(crate) label: String,
    /// What the recogniser is to read before the words and nobody sees: `By ` where a style says that they name the authors.
    pub(crate) cue: &'static str,
    /// Its words; the caption of a picture; empty for a table.
    pub(crate) words: Vec<Inline>,
    /// Its shape.
    pub(crate) kind: BlockKind,
    /// What becomes of it.
    pub(crate) fate: Fate,
}

/// What becomes of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is a paragraph of the article.
    Kept,
    /// It goes on with the paragraph of the line before.
    GoesOn,
    /// It is left out.
    Removed(RemovedBecause),
    /// It is a note at the foot of a page: in the record, and no part of the running text.
    Note,
    /// It stands for itself and is neither part of the article nor left out, as the headers of a message.
    Apart,
}

impl Line {
    /// A line of words.
    pub(crate) fn of(words: Vec<Inline>, kind: BlockKind, fate: Fate) -> Self {
        Self {
            label: String::new(),
            cue: "",
            words,
            kind,
            fate,
        }
    }

    /// A line of plain words.
    pub(crate) fn plain(words: impl Into<String>, fate: Fate) -> Self {
        Self::of(vec![Inline::plain(words)], BlockKind::Paragraph, fate)
    }

    /// The words as the reading text has them: a picture's stand for it, cells are parted by tabs.
    fn text(&self) -> String {
        let block = Block {
            kind: self.kind.clone(),
            spans: self.words.clone(),
            ..Block::plain(Role::Body, BlockKind::Paragraph, "", None)
        };
        match (&self.kind, block.text()) {
            (BlockKind::Figure { alt, .. }, caption) if caption.is_empty() => alt.clone(),
            (_, text) => text,
        }
    }

    /// Whether the recogniser has nothing to say about it.
    fn is_set_apart(&self) -> bool {
        matches!(
            self.kind,
            BlockKind::Table { .. } | BlockKind::Figure { .. } | BlockKind::Code | BlockKind::Rule
        )
    }
}

/// A line's number in the draft.
pub(crate) type LineNumber = usize;

/// The lines of a document with their places in the reading text.
#[derive(Default)]
pub(crate) struct Draft {
    text: String,
    chars: usize,
    lines: Vec<(Line, Span)>,
    /// Items so far in the numbered lists that are open, by depth.
    counts: Vec<usize>,
}

/// The record of a draft.
pub(crate) struct Recognised {
    /// The record, without what the document states about itself.
    pub(crate) capture: Capture,
    /// The parts with their places.
    pub(crate) extraction: Extraction,
}

impl Draft {
    /// Adds a line and returns its number.
    pub(crate) fn line(&mut self, line: Line) -> LineNumber {
        let marker = self.marker(&line);
        if !self.lines.is_empty() {
            self.push("\n");
        }
        self.push(&line.label);
        self.push(&marker);
        let start = self.chars;
        self.push(&line.text());
        self.lines.push((line, Span::new(start, self.chars)));
        self.lines.len() - 1
    }

    /// The visible lines so far.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The words of a line.
    pub(crate) fn words(&self, number: LineNumber) -> String {
        self.lines
            .get(number)
            .map(|(line, _)| line.text())
            .unwrap_or_default()
    }

    /// The place of a line's words.
    pub(crate) fn place(&self, number: LineNumber) -> Option<Span> {
        self.lines.get(number).map(|(_, at)| *at)
    }

    /// The lines that are kept, by number.
    pub(crate) fn kept(&self) -> impl Iterator<Item = (LineNumber, &Line)> {
        let lines = self.lines.iter().enumerate().map(|(n, (line, _))| (n, line));
        lines.filter(|(_, line)| matches!(line.fate, Fate::Kept | Fate::GoesOn) && !line.is_set_apart())
    }

    /// What becomes of a line after all.
    pub(crate) fn decide(&mut self, number: LineNumber, fate: Fate) {
        if let Some((line, _)) = self.lines.get_mut(number) {
            line.fate = fate;
        }
    }

    /// The record of the lines that are kept.
    pub(crate) fn recognise(&self, url: Option<&str>, encoding: &'static str) -> Result<Recognised, Problem> {
        let (article, seams) = self.article();
        let mut extraction = structure::recognise(&article, url)?;
        let indexed = Indexed::new(&self.text);
        let starts: Vec<usize> = std::iter::once(0)
            .chain(self.text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        let cued: Vec<(usize, &str)> = (self.lines.iter())
            .filter(|(line, _)| !line.cue.is_empty())
            .map(|(line, place)| (place.start, line.cue))
            .collect();
        for_each_piece(&mut extraction, |piece| {
            piece.char = piece.char.map(|at| moved(&seams, at));
            // A line that was taken for no byline is as it stands there.
            let [start, end] = piece.char;
            if let Some((_, cue)) = cued.iter().find(|(at, _)| *at == start)
                && piece.text.chars().count() == end - start + cue.len()
                && let Some(words) = piece.text.strip_prefix(cue)
            {
                piece.text = words.to_owned();
            }
            piece.byte = piece.char.map(|at| indexed.byte(at));
            piece.line = starts.partition_point(|&start| start <= piece.byte[0]);
        });
        bullets(&mut extraction).for_each(|at| *at = moved(&seams, *at));
        let ends = extraction.body_text_span.iter_mut().flatten();
        let start_of_words = extraction.dateline.iter_mut().map(|d| &mut d.body_starts_char);
        ends.chain(start_of_words).for_each(|at| *at = moved(&seams, *at));
        if let Some(byline) = &mut extraction.byline
            && self.lines.iter().any(|(line, _)| !line.cue.is_empty())
        {
            byline.raw.text = indexed.slice(structure::span(&byline.raw)).replace('\n', " ");
        }
        let decoded = Decoded {
            text: self.text.clone(),
            encoding,
        };
        let mut capture = capture::capture(&decoded, &extraction);
        self.enrich(&mut capture, &mut extraction);
        Ok(Recognised { capture, extraction })
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.chars += text.chars().count();
    }

    /// The bullet or number that a reader sees before an item.
    fn marker(&mut self, line: &Line) -> String {
        let BlockKind::ListItem { depth, ordered } = line.kind else {
            self.counts.clear();
            return String::new();
        };
        self.counts.resize(usize::from(depth) + 1, 0);
        match self.counts.last_mut() {
            Some(count) if ordered => {
                *count += 1;
                format!("{count}. ")
            }
            _ => "• ".to_owned(),
        }
    }

    /// The article text, and where its lines begin in it and in the reading text.
    fn article(&self) -> (String, Vec<Seam>) {
        let mut article = String::new();
        let mut chars = 0;
        let mut seams = Vec::new();
        let indexed = Indexed::new(&self.text);
        for (number, line) in self.kept() {
            let Some(place) = self.place(number) else { continue };
            // A marker belongs to the line, a label doesn't.
            let printed = indexed.byte(place.start);
            let line_start = self.text[..printed].rfind('\n').map_or(0, |at| at + 1) + line.label.len();
            let start = indexed.char_of_byte(line_start);
            let gap = match line.fate {
                _ if article.is_empty() => "",
                Fate::GoesOn => "\n",
                _ => "\n\n",
            };
            article.push_str(gap);
            article.push_str(line.cue);
            chars += gap.len() + line.cue.len();
            seams.push(Seam {
                article: chars,
                reading: start,
                length: place.end - start,
            });
            article.push_str(indexed.slice(Span::new(start, place.end)));
            chars += place.end - start;
        }
        (article, seams)
    }

    /// Gives the blocks what the format knows about their lines, adds what the recogniser was not shown, and lists what is left
    /// out.
    fn enrich(&self, capture: &mut Capture, extraction: &mut Extraction) {
        let line_at = |at: Span| {
            let after = self.lines.partition_point(|(_, place)| place.start <= at.start);
            let (line, place) = self.lines.get(after.checked_sub(1)?)?;
            (at.end <= place.end && !at.is_empty()).then_some((line, *place))
        };
        let mut deck_is_heading = false;
        for block in &mut capture.blocks {
            let Some((line, place)) = block.origin.and_then(line_at) else {
                continue;
            };
            let Some(at) = block.origin else { continue };
            // A long line of many small parts, each cut out of it, would take the square of its length.
            if at == place || place.len() <= LONGEST_CUT {
                let words = cut(&line.words, at.start - place.start..at.end - place.start);
                if same_words(&words, &block.text()) {
                    block.spans = words;
                }
            }
            if at != place {
                continue;
            }
            match (&line.kind, block.role) {
                (BlockKind::Heading { .. }, Role::Headline) | (BlockKind::Paragraph, _) => {}
                (BlockKind::Heading { level }, role) => {
                    deck_is_heading |= role == Role::Deck;
                    block.role = if role == Role::Related { role } else { Role::Other };
                    block.kind = BlockKind::Heading {
                        level: (*level).max(2),
                    };
                }
                (_, Role::Headline | Role::Other) => {}
                (kind, _) => block.kind = kind.clone(),
            }
        }
        if deck_is_heading {
            capture.meta.deck = None;
            extraction.headings.extend(extraction.deck.take());
            extraction.headings.sort_by_key(|piece| piece.char[0]);
        }
        self.add_what_is_set_apart(capture);
        number_blocks(&mut capture.blocks);
        for (line, at) in &self.lines {
            if let Fate::Removed(reason) = line.fate {
                capture.removed.push(Removed {
                    text: line.text(),
                    at: *at,
                    reason,
                    kind: (line.kind != BlockKind::Paragraph).then(|| line.kind.clone()),
                });
            }
        }
    }

    /// Tables, pictures, code and notes, each where it stands.
    fn add_what_is_set_apart(&self, capture: &mut Capture) {
        let mut more = Vec::new();
        for (line, at) in &self.lines {
            let kept = matches!(line.fate, Fate::Kept | Fate::GoesOn) && line.is_set_apart();
            if kept || line.fate == Fate::Note {
                more.push(Block {
                    spans: line.words.clone(),
                    ..Block::plain(Role::Body, line.kind.clone(), "", Some(*at))
                });
            }
        }
        if more.is_empty() {
            return;
        }
        // Headline and deck come first, wherever they stand.
        let head = capture
            .blocks
            .iter()
            .take_while(|b| matches!(b.role, Role::Headline | Role::Deck))
            .count();
        let mut rest = capture.blocks.split_off(head);
        rest.extend(more);
        rest.sort_by_key(|b| b.origin.map(|o| o.start));
        capture.blocks.extend(rest);
    }
}

/// A line of the article text, in code points.
struct Seam {
    article: usize,
    reading: usize,
    length: usize,
}

/// A place of the article text in the reading text: one past the end of a line stays one past its end, and what stands between
/// two lines is the start of the second.
fn moved(seams: &[Seam], at: usize) -> usize {
    let next = seams.partition_point(|seam| seam.article <= at);
    let within = next
        .checked_sub(1)
        .and_then(|n| seams.get(n))
        .filter(|seam| at <= seam.article + seam.length);
    match (within, seams.get(next), seams.last()) {
        (Some(seam), ..) => seam.reading + (at - seam.article),
        (None, Some(next), _) => next.reading,
        (None, None, last) => last.map_or(0, |last| last.reading + last.length),
    }
}

/// The words of `spans` in the code points `range`.
fn cut(spans: &[Inline], range: std::ops::Range<usize>) -> Vec<Inline> {
    let mut at = 0;
    let mut cut = Vec::new();
    for span in spans {
        let length = span.text.chars().count();
        let from = range.start.saturating_sub(at);
        let to = range.end.saturating_sub(at).min(length);
        if from < to {
            cut.push(Inline {
                text: span.text.chars().skip(from).take(to - from).collect(),
                ..span.clone()
            });
        }
        at += length;
    }
    cut
}

fn same_words(spans: &[Inline], text: &str) -> bool {
    let words = |c: &char| !is_space(*c);
    spans
        .iter()
        .flat_map(|s| s.text.chars())
        .filter(words)
        .eq(text.chars().filter(words))
}
