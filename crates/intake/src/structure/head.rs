//! The head of an article: section, date, headline, deck, byline, repeated headline, summary.
//!
//! Deck and summary have no cue of their own; they are known by where they stand. What stands between headline and byline is
//! the deck. What stands behind byline and repeated headline, and before key points or dateline, is the summary. In a text
//! that has none of these, everything below the headline is the report.

use std::sync::LazyLock;

use model::text::fold_words;
use regex::Regex;

use super::{
    Place, Reader, byline, dateline,
    dates::Date,
    masthead::masthead,
    paragraphs::{Look, Paragraph},
    pattern::pattern,
    sections::{Part, is_known_section, may_be_section, unemphasised},
};
use crate::extraction::{Piece, PublishedParts};

/// A first paragraph of more characters is no headline but the start of the report.
const LONGEST_HEADLINE: usize = 300;
/// A first sentence of more bytes is none either.
const LONGEST_SENTENCE: usize = 240;
/// Deck, byline and repeated headline stand within so many paragraphs of the headline …
const HEAD_PARAGRAPHS: usize = 8;
/// … and byline and repeated headline below no more than so many paragraphs of words.
const WORDS_ABOVE_BYLINE: usize = 2;
/// A deck is a sentence of at most so many characters.
const LONGEST_DECK: usize = 400;

/// The end of a sentence; a full stop behind a short word with a capital is an abbreviation's ("Gen.", "U.S.").
static SENTENCE_END: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"(?:\p{Ll}{3}|\d|\p{Lu}{4}|["”’'\)])[.!?]["”’'\)]*\s|[!?]["”’'\)]*\s"#));

impl<'t> Reader<'_, 't> {
    /// Reads the head and returns the number of paragraphs it took.
    pub(super) fn head(&mut self, paragraphs: &[Paragraph<'t>]) -> usize {
        let at = self.masthead(paragraphs);
        let Some(first) = paragraphs.get(at) else {
            return at;
        };
        match self.headline(first) {
            Some(taken) => at + taken + self.below_headline(&paragraphs[at + taken..]),
            None => at,
        }
    }

    /// Section and date, in the same line or in lines of their own.
    fn masthead(&mut self, paragraphs: &[Paragraph<'t>]) -> usize {
        let is_masthead = |at: usize, reader: &mut Self| {
            let more_follows = paragraphs.len() - at > 1;
            more_follows
                && is_plain(&paragraphs[at])
                && (reader.date_line(&paragraphs[at]) || reader.section_line(&paragraphs[at..]))
        };
        (0..paragraphs.len())
            .take_while(|&at| is_masthead(at, self))
            .count()
    }

    /// A line with the date, perhaps with the section and the byline.
    fn date_line(&mut self, paragraph: &Paragraph<'t>) -> bool {
        let flow = &paragraph.flow;
        let Some(found) = masthead(&flow.text) else {
            return false;
        };
        if found.section.is_some() && self.found.section.is_some() {
            return false;
        }
        if let Some(section) = found.section {
            self.found.section = Some(self.source.piece(flow, section));
        }
        self.date(paragraph, &found.date, found.is_update);
        if let Some(line) = found.byline
            && let Some(names) = byline::byline(&flow.text[line.clone()])
        {
            self.byline(paragraph, &names.shifted(line.start));
        }
        true
    }

    /// Takes the date of publication; the date of an update only until another is printed.
    fn date(&mut self, paragraph: &Paragraph<'t>, date: &Date, is_update: bool) {
        if self.found.published.is_some() && (is_update || !self.published_is_update) {
            return;
        }
        self.published_is_update = is_update;
        let day = date.day();
        self.found.published = Some(PublishedParts {
            piece: self.source.piece(&paragraph.flow, date.range.clone()),
            iso: day.map(|d| d.to_string()),
            time: date.time.clone(),
            timezone: date.zone.clone(),
            weekday: day.map(|d| d.format("%A").to_string()),
        });
    }

    /// A line with nothing but the section: one that newspapers have, or a short one next to a line with the date.
    fn section_line(&mut self, paragraphs: &[Paragraph<'t>]) -> bool {
        let [this, below @ ..] = paragraphs else {
            return false;
        };
        let words = unemphasised(&this.flow.text, 0..this.flow.text.len());
        let name = &this.flow.text[words.clone()];
        if self.found.section.is_some() || !may_be_section(name) {
            return false;
        }
        let is_date = |p: &Paragraph<'_>| {
            is_plain(p) && masthead(&p.flow.text).is_some_and(|m| m.section.is_none() && m.byline.is_none())
        };
        let above_date = below.len() > 1 && below.first().is_some_and(is_date);
        let below_date = self.found.published.is_some()
            && !this.after_gap
            && name.split_whitespace().count() <= 3
            && below.first().is_some_and(|next| is_plain(next) && next.after_gap);
        // A headline may be one word too, so a name without a date beside it needs a headline and more below.
        let known = is_known_section(name) && below.len() > 1 && below.iter().take(2).all(is_plain);
        if !(known || below_date || above_date) {
            return false;
        }
        self.found.section = Some(self.source.piece(&this.flow, words));
        true
    }

    /// Takes the headline from the first paragraph behind the masthead and returns how many paragraphs that took; nothing when
    /// the report or a list begins here. Of a paragraph too long for a headline its first sentence serves, so that the record
    /// has a name, and the paragraph stays whole in the report.
    fn headline(&mut self, first: &Paragraph<'t>) -> Option<usize> {
        let flow = &first.flow;
        let has_masthead = self.found.published.is_some() || self.found.section.is_some();
        let words = match &first.look {
            Look::Heading(heading) if heading.part == Part::Other || !has_masthead => heading.words.clone(),
            Look::Plain => unemphasised(&flow.text, 0..flow.text.len()),
            Look::Item { .. } if !has_masthead => 0..flow.text.len(),
            _ => return None,
        };
        if dateline::dateline(&flow.text).is_some() {
            return None;
        }
        if byline::byline(&flow.text).is_some() {
            return Some(0);
        }
        if flow.text.chars().nth(LONGEST_HEADLINE).is_none() {
            self.found.headline = Some(self.source.piece(flow, words));
            return Some(1);
        }
        if let Some(end) = first_sentence(&flow.text).filter(|&end| end <= LONGEST_SENTENCE && !has_masthead)
        {
            self.found.headline = Some(self.source.piece(flow, 0..end));
        }
        None
    }

    /// Deck, byline, repeated headline and summary; returns how many paragraphs they took with the report's before the next
    /// part.
    fn below_headline(&mut self, paragraphs: &[Paragraph<'t>]) -> usize {
        let length = paragraphs
            .iter()
            .take_while(|p| is_plain(p) && dateline::dateline(&p.flow.text).is_none())
            .count();
        let (here, rest) = paragraphs.split_at(length);
        let mut above: Vec<&Paragraph<'t>> = Vec::new();
        let mut lead: Vec<&Paragraph<'t>> = Vec::new();
        let mut is_divided = false;
        for (n, paragraph) in here.iter().enumerate() {
            let may_divide = n < HEAD_PARAGRAPHS && above.len() + lead.len() <= WORDS_ABOVE_BYLINE;
            if may_divide && (self.repeats_headline(paragraph) || self.names_authors(paragraph)) {
                is_divided = true;
                above.append(&mut lead);
            } else if !(may_divide && (self.lone_date(paragraph) || self.continues_byline(paragraph))) {
                lead.push(paragraph);
            }
        }
        let has_cue = is_divided || self.found.published.is_some() || self.found.section.is_some();
        if is_divided && !above.is_empty() {
            self.deck(above.remove(0));
        }
        above.append(&mut lead);
        let mut lead = above;
        let opens_part = has_cue && self.opens_part(rest);
        if self.found.deck.is_none() && has_cue && is_deck(&lead, opens_part && self.found.byline.is_none()) {
            self.deck(lead.remove(0));
        }
        let summarised = self.summarised(lead.len(), opens_part, rest);
        let summarised = self.summary(&lead[..summarised]);
        for paragraph in &lead[summarised..] {
            self.body(paragraph);
        }
        length
    }

    fn deck(&mut self, paragraph: &Paragraph<'t>) {
        let flow = &paragraph.flow;
        self.found.deck = Some(
            self.source
                .piece(flow, unemphasised(&flow.text, 0..flow.text.len())),
        );
    }

    fn repeats_headline(&mut self, paragraph: &Paragraph<'t>) -> bool {
        let Some(headline) = &self.found.headline else {
            return false;
        };
        let text = &paragraph.flow.text;
        // Folding a long paragraph only to find it different would cost its length.
        if text.len() > headline.text.len() * 4 || fold_words(text) != fold_words(&headline.text) {
            return false;
        }
        let piece = self.source.whole(&paragraph.flow);
        match self.found.headline_duplicate {
            None => self.found.headline_duplicate = Some(piece),
            Some(_) => self.found.more_duplicates.push(piece),
        }
        true
    }

    fn names_authors(&mut self, paragraph: &Paragraph<'t>) -> bool {
        let Some(line) = byline::byline(&paragraph.flow.text) else {
            return false;
        };
        self.byline(paragraph, &line);
        if let Some(date) = &line.date {
            self.date(paragraph, date, false);
        }
        true
    }

    /// A line with the office of the author named right above it: "Chief Correspondent, Moscow".
    fn continues_byline(&mut self, paragraph: &Paragraph<'t>) -> bool {
        let piece = self.source.whole(&paragraph.flow);
        !paragraph.after_gap && byline::is_office_line(&piece.text) && self.lengthen_byline(&piece)
    }

    /// Whether the paragraph is only a date (with "Published" and the like), which it takes.
    fn lone_date(&mut self, paragraph: &Paragraph<'t>) -> bool {
        let found = masthead(&paragraph.flow.text).filter(|m| m.section.is_none() && m.byline.is_none());
        if let Some(found) = &found {
            self.date(paragraph, &found.date, found.is_update);
        }
        found.is_some()
    }

    /// Whether key points or a dateline begin `rest`, so that what stands above is no part of the report. Key points may have
    /// lost their heading: then a list does.
    fn opens_part(&mut self, rest: &[Paragraph<'t>]) -> bool {
        let Some(next) = rest.first() else { return false };
        match &next.look {
            Look::Heading(heading) => matches!(heading.part, Part::KeyPoints | Part::Summary),
            Look::Plain => true,
            Look::Item { .. } => {
                let items = rest
                    .iter()
                    .take_while(|p| matches!(p.look, Look::Item { .. }))
                    .count();
                if items > 1 {
                    self.place = Place::KeyPoints;
                }
                items > 1
            }
        }
    }

    /// How many of the paragraphs above the next part are the summary. All of them when the report follows; one when the key
    /// points close the article; and one below a repeated headline, which is printed above the summary.
    fn summarised(&self, lead: usize, opens_part: bool, rest: &[Paragraph<'t>]) -> usize {
        let is_labelled =
            matches!(rest.first().map(|p| &p.look), Some(Look::Heading(h)) if h.part == Part::Summary);
        if is_labelled {
            return 0;
        }
        if !opens_part {
            return usize::from(self.found.headline_duplicate.is_some() && lead > 1);
        }
        let is_report = rest.first().is_some_and(is_plain)
            || rest
                .iter()
                .skip(1)
                .take_while(|p| !matches!(p.look, Look::Heading(_)))
                .any(is_plain);
        if is_report || lead == 1 { lead } else { 0 }
    }

    /// Takes the summary from as many of `paragraphs` as have nothing else between them; returns how many.
    pub(super) fn summary(&mut self, paragraphs: &[&Paragraph<'t>]) -> usize {
        let pieces: Vec<Piece> = paragraphs.iter().map(|p| self.source.whole(&p.flow)).collect();
        let is_parted = |pair: &[Piece]| !self.source.is_gap(pair[0].byte[1]..pair[1].byte[0]);
        let taken = pieces
            .windows(2)
            .position(is_parted)
            .map_or(pieces.len(), |n| n + 1);
        let Some((first, last)) = pieces[..taken].first().zip(pieces[..taken].last()) else {
            return 0;
        };
        let words = pieces[..taken]
            .iter()
            .map(|p| p.text.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        self.found.summary = Some(self.source.piece_as(first.byte[0]..last.byte[1], words));
        taken
    }
}

fn is_plain(paragraph: &Paragraph<'_>) -> bool {
    paragraph.look == Look::Plain
}

/// Whether the first of the paragraphs below the headline is a deck: a sentence without its full stop; with `by_place`, where no byline
/// parts it from a summary, any single sentence above one.
fn is_deck(lead: &[&Paragraph<'_>], by_place: bool) -> bool {
    let Some(first) = lead.first() else { return false };
    let text = &first.flow.text;
    let single = first_sentence(text).is_none_or(|end| end >= text.len());
    let stopped = text
        .trim_end_matches(['"', '”', '’', '\'', ')'])
        .ends_with(['.', '!']);
    text.chars().nth(LONGEST_DECK).is_none() && single && (!stopped || by_place && lead.len() > 1)
}

/// Where the first sentence ends, when another follows it.
pub(crate) fn first_sentence(text: &str) -> Option<usize> {
    SENTENCE_END
        .find(text)
        .map(|m| m.start() + m.as_str().trim_end().len())
}
