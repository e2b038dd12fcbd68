//! Recognising the article format: section and date, headline, deck, byline, summary, key points, report, risks, related
//! headlines, any of which may be missing.
//!
//! Each part is known by cues of its own (the words of a heading, the shape of a dateline), never by its number in the file. A
//! text without such cues is a headline and paragraphs. What is not found is absent; nothing is filled in.

mod bullets;
mod byline;
mod dateline;
mod dates;
mod head;
mod impact;
mod items;
mod masthead;
mod paragraphs;
mod pattern;
mod related;
mod sections;
mod sectors;
mod source;

use paragraphs::{Look, Paragraph, paragraphs};
use sections::Part;
use source::Source;

pub use dates::typed_date;
pub(crate) use head::first_sentence;
pub(crate) use pattern::pattern;
pub(crate) use source::span;

use crate::{
    Problem,
    extraction::{BodyParagraph, Byline, DatelineParts, Extraction, Piece, Related},
    limits,
};

/// What the decoded text `text` holds.
pub(crate) fn recognise(text: &str, url: Option<&str>) -> Result<Extraction, Problem> {
    let source = Source::new(text);
    if source.lines.len() > limits::TEXT_LINES {
        return Err(Problem::TooManyLines {
            lines: source.lines.len() as u64,
            limit: limits::TEXT_LINES as u64,
        });
    }
    let paragraphs = paragraphs(&source);
    let mut reader = Reader {
        source: &source,
        found: Extraction {
            url: url.map(str::to_owned),
            ..Extraction::default()
        },
        place: Place::Body,
        published_is_update: false,
        report_reaches: 0,
    };
    let behind_head = reader.head(&paragraphs);
    reader.parts(&paragraphs[behind_head..]);
    Ok(reader.found)
}

/// Whether `line` is a heading that only the article format has: of key points or risks.
pub(crate) fn opens_part(line: &str) -> bool {
    sections::heading(line).is_some_and(|heading| matches!(heading.part, Part::KeyPoints | Part::Risks))
}

/// Whether a paragraph begins with a dateline, as the first of a report does.
pub(crate) fn opens_report(paragraph: &str) -> bool {
    dateline::dateline(paragraph).is_some()
}

/// Whether `line` is a byline as outlets print it.
pub(crate) fn is_byline(line: &str) -> bool {
    byline::byline(line).is_some()
}

/// Whether `name` has the form of a person's name and names no office, place or agency.
pub(crate) fn is_person(name: &str) -> bool {
    let line = format!("By {name}");
    let is_whole =
        |found: byline::Byline| matches!(found.authors.as_slice(), [one] if &line[one.clone()] == name);
    name.split_whitespace().count() > 1 && byline::byline(&line).is_some_and(is_whole)
}

/// The first date in `text` that is printed with its year.
pub(crate) fn date_in(text: &str) -> Option<model::article::Published> {
    let found = dates::find(text, 0)?;
    let time = found.time.as_deref();
    Some(model::article::Published {
        date: found.day()?,
        time: time.and_then(|time| chrono::NaiveTime::parse_from_str(time, "%H:%M").ok()),
        zone: found.zone,
    })
}

/// Where in the article the reader is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Body,
    KeyPoints,
    Risks,
}

/// Goes through the paragraphs once, from start to end.
struct Reader<'s, 't> {
    source: &'s Source<'t>,
    found: Extraction,
    place: Place,
    /// Whether the date found is that of a later change.
    published_is_update: bool,
    /// Up to this paragraph no list of related headlines can begin, as the report goes on there.
    report_reaches: usize,
}

impl<'t> Reader<'_, 't> {
    /// Everything behind the summary.
    fn parts(&mut self, paragraphs: &[Paragraph<'t>]) {
        let mut at = 0;
        while let Some(paragraph) = paragraphs.get(at) {
            at += 1;
            match &paragraph.look {
                Look::Heading(heading) => match &heading.part {
                    Part::Related(section) if self.begins_related(paragraphs, at) => {
                        at += self.related(paragraph, section.clone(), &paragraphs[at..]);
                        self.place = Place::Body;
                    }
                    // "Read more" in the middle of a report introduces one link and is no list.
                    Part::Related(_) => self.body(paragraph),
                    part => {
                        self.heading(paragraph, heading.words.clone());
                        if *part == Part::Summary {
                            at += self.labelled_summary(&paragraphs[at..]);
                        }
                        self.place = match part {
                            Part::KeyPoints => Place::KeyPoints,
                            Part::Risks => Place::Risks,
                            _ => Place::Body,
                        };
                        at += self.unmarked_items(&paragraphs[at..]);
                    }
                },
                Look::Item { .. } => self.item(paragraph),
                Look::Plain => {
                    // Words without a bullet end a list.
                    self.place = Place::Body;
                    self.body(paragraph);
                }
            }
        }
    }

    fn heading(&mut self, paragraph: &Paragraph<'t>, words: std::ops::Range<usize>) {
        self.found
            .headings
            .push(self.source.piece(&paragraph.flow, words));
    }

    /// The paragraphs below a heading that says "Summary", up to the next part; returns how many.
    fn labelled_summary(&mut self, paragraphs: &[Paragraph<'t>]) -> usize {
        let is_summary =
            |p: &&Paragraph<'_>| p.look == Look::Plain && dateline::dateline(&p.flow.text).is_none();
        let length = paragraphs.iter().take_while(is_summary).count();
        // Where no dateline and no heading parts them, the report begins behind the first.
        let taken = if paragraphs.len() > length {
            length
        } else {
            length.min(1)
        };
        if self.found.summary.is_some() {
            return 0;
        }
        self.summary(&paragraphs[..taken].iter().collect::<Vec<_>>())
    }

    fn item(&mut self, paragraph: &Paragraph<'t>) {
        match self.place {
            Place::KeyPoints => {
                let number = self.found.key_points.len() + 1;
                self.found
                    .key_points
                    .push(items::key_point(self.source, paragraph, number));
            }
            Place::Risks => {
                let number = self.found.risks.len() + 1;
                self.found.risks.push(items::risk(self.source, paragraph, number));
            }
            Place::Body => self.body(paragraph),
        }
    }

    /// Items of a list without bullets: under a heading, the lines up to the next gap; or, where each stands alone, all risks up
    /// to the next heading, and key points up to the dateline. Returns how many were taken.
    fn unmarked_items(&mut self, paragraphs: &[Paragraph<'t>]) -> usize {
        let is_plain = |p: &Paragraph<'_>| p.look == Look::Plain;
        if self.place == Place::Body || !paragraphs.first().is_some_and(is_plain) {
            return 0;
        }
        let opens_report = |p: &Paragraph<'_>| dateline::dateline(&p.flow.text).is_some();
        let run = paragraphs
            .iter()
            .take_while(|p| is_plain(p) && !opens_report(p))
            .count();
        let together = 1 + paragraphs[1..run.max(1)]
            .iter()
            .take_while(|p| !p.after_gap)
            .count();
        let last_is_report = paragraphs
            .get(run)
            .is_some_and(|p| is_plain(p) && opens_report(p));
        let taken = if self.place == Place::Risks || last_is_report {
            run
        } else {
            together.min(run)
        };
        let taken = if together > 1 { together.min(run) } else { taken };
        for paragraph in &paragraphs[..taken] {
            self.item(paragraph);
        }
        taken
    }

    fn body(&mut self, paragraph: &Paragraph<'t>) {
        let flow = &paragraph.flow;
        if self.found.byline.is_none()
            && let Some(credit) = byline::byline(&flow.text).filter(|b| b.is_credit)
        {
            self.byline(paragraph, &credit);
            return;
        }
        let piece = self.source.whole(flow);
        if self.found.body.is_empty() {
            self.dateline(paragraph);
        }
        let start = self.found.body_text_span.map_or(piece.char[0], |span| span[0]);
        self.found.body_text_span = Some([start, piece.char[1]]);
        self.found.body.push(BodyParagraph {
            id: format!("P{}", self.found.body.len() + 1),
            piece,
            bullet: items::bullet(self.source, paragraph),
        });
    }

    fn dateline(&mut self, paragraph: &Paragraph<'t>) {
        let flow = &paragraph.flow;
        let Some(found) = dateline::dateline(&flow.text) else {
            return;
        };
        let piece = |range| self.source.piece(flow, range);
        let published = self.day_of_publication();
        let body_starts = flow.input(&(found.separator.end..flow.text.len())).start;
        self.found.dateline = Some(DatelineParts {
            raw: piece(0..found.separator.end),
            place: found.place.map(piece),
            date_iso: found
                .date
                .as_ref()
                .and_then(|d| d.day_near(published))
                .map(|day| day.to_string()),
            date_text: found.date.map(|d| piece(d.range)),
            separator: flow.text[found.separator].to_owned(),
            agency: found.agency.map(piece),
            body_starts_char: self.source.char_at(body_starts),
        });
    }

    fn day_of_publication(&self) -> Option<chrono::NaiveDate> {
        self.found.published.as_ref()?.iso.as_deref()?.parse().ok()
    }

    /// Takes the names in `line` into the byline, beside those of an earlier line.
    fn byline(&mut self, paragraph: &Paragraph<'t>, line: &byline::Byline) {
        let flow = &paragraph.flow;
        let authors = line
            .authors
            .iter()
            .map(|range| self.source.piece(flow, range.clone()));
        let raw = self.source.piece(flow, line.raw.clone());
        match &mut self.found.byline {
            None => {
                self.found.byline = Some(Byline {
                    raw,
                    authors: authors.collect(),
                })
            }
            Some(byline) => {
                byline.authors.extend(authors);
                self.lengthen_byline(&raw);
            }
        }
    }

    /// Adds a further line to the byline as printed, when nothing stands between them.
    fn lengthen_byline(&mut self, line: &Piece) -> bool {
        let Some(raw) = self.found.byline.as_mut().map(|b| &mut b.raw) else {
            return false;
        };
        if !self.source.is_gap(raw.byte[1]..line.byte[0]) {
            return false;
        }
        raw.text = format!("{} {}", raw.text, line.text);
        (raw.char[1], raw.byte[1]) = (line.char[1], line.byte[1]);
        true
    }

    /// Whether a heading of related headlines is followed by such a list and not by the rest of the report: paragraphs of the
    /// length of headlines, up to the end or the next heading of a part.
    fn begins_related(&mut self, paragraphs: &[Paragraph<'t>], at: usize) -> bool {
        const LONGEST_HEADLINE: usize = 220;
        if self.found.related.is_some() || at <= self.report_reaches && self.report_reaches > 0 {
            return false;
        }
        let is_prose = |p: &Paragraph<'_>| {
            p.flow.text.chars().nth(LONGEST_HEADLINE).is_some()
                && !dates::all(&p.flow.text).any(|d| d.has_year())
        };
        let prose = paragraphs[at..]
            .iter()
            .take_while(|p| !is_heading_of_part(p))
            .position(is_prose);
        // Remembered, so that a text full of "Read more" is not searched anew at each.
        self.report_reaches = prose.map_or(self.report_reaches, |ahead| at + ahead);
        prose.is_none()
    }

    fn related(
        &mut self,
        heading: &Paragraph<'t>,
        section: Option<String>,
        behind: &[Paragraph<'t>],
    ) -> usize {
        let Look::Heading(look) = &heading.look else {
            return 0;
        };
        self.heading(heading, look.words.clone());
        let taken = behind.iter().take_while(|p| !is_heading_of_part(p)).count();
        let raw = behind[..taken]
            .first()
            .zip(behind[..taken].last())
            .map(|(first, last)| {
                let whole = last.flow.input(&(0..last.flow.text.len()));
                let range = first.start()..whole.end;
                let words = self.source.text[range.clone()]
                    .replace("\r\n", "\n")
                    .replace('\r', "\n");
                self.source.piece_as(range, words)
            });
        self.found.related = Some(Related {
            heading: self.source.piece(&heading.flow, look.words.clone()),
            from_section: section,
            raw,
            items: related::items(self.source, &behind[..taken], self.day_of_publication()),
        });
        taken
    }
}

fn is_heading_of_part(paragraph: &Paragraph<'_>) -> bool {
    matches!(&paragraph.look, Look::Heading(h) if matches!(h.part, Part::KeyPoints | Part::Risks))
}
