//! Word documents (.docx): the text as Word shows it, with its styles read as what they mean.
//!
//! The reading text has the headers of the pages first, then the body, the notes and the footers. Comments, struck out and
//! hidden words are left out and listed. Macros, embedded files and pictures are never opened.

mod notes;
mod numbering;
mod package;
mod properties;
mod spans;
mod story;
mod styles;
mod words;
mod xml;

use std::collections::HashSet;

use model::{
    article::{Capture, Field, RemovedBecause, StatedField, Verdict},
    block::{Block, BlockKind, Role, number_blocks},
    text::{Indexed, Span, fold_words},
};
use roxmltree::Document;

use crate::{
    Extraction, Hints, Problem,
    draft::{Draft, Fate, Line, LineNumber, Recognised},
    extraction::{BodyParagraph, Piece},
    reading::{Reading, StatedData},
    stated::{self, Stated, Value},
    structure,
};
use notes::Notes;
use numbering::Numbering;
use package::{Package, Relations, damaged, parse};
use spans::joined;
use story::Book;
use styles::{Look, Styles};
use xml::child;

/// Parser and version: from the first release on, whatever changes what is found in the same bytes is a new version.
const PARSER: &str = "docx/1";

/// The title stands among the first lines.
const HEAD_LINES: usize = 10;

/// Reads a Word document.
///
/// # Errors
///
/// [`Problem::Damaged`] where Word could not open it either, [`Problem::Bomb`] and [`Problem::TooComplex`] where it asks for more
/// than a text needs, and those of plain text.
pub(crate) fn read(bytes: &[u8], hints: &Hints<'_>) -> Result<Reading, Problem> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let body = package.part(&main)?.ok_or_else(damaged)?;
    let relations = package.relations(&main)?;
    let core = match package
        .relations("")?
        .into_values()
        .find(|r| r.kind == "core-properties")
    {
        Some(relation) => package.part(&relation.target)?,
        None => None,
    };
    let parts = Parts {
        styles: part(&mut package, &relations, "styles")?,
        numbering: part(&mut package, &relations, "numbering")?,
        footnotes: part(&mut package, &relations, "footnotes")?,
        endnotes: part(&mut package, &relations, "endnotes")?,
        comments: part(&mut package, &relations, "comments")?,
    };
    let mut margins = Vec::new();
    for kind in ["header", "footer"] {
        let mut names: Vec<&String> = relations
            .values()
            .filter(|r| r.kind == kind && !r.external)
            .map(|r| &r.target)
            .collect();
        names.sort();
        names.dedup();
        for name in names {
            if let Some(xml) = package.part(name)? {
                margins.push((kind, xml, package.relations(name)?));
            }
        }
    }
    let lines = lines(&body, &relations, &parts, &margins)?;
    let core = core.as_deref().map(parse).transpose()?;
    record(lines, core.as_ref(), hints)
}

/// The XML of the parts beside the body.
struct Parts {
    styles: Option<String>,
    numbering: Option<String>,
    footnotes: Option<String>,
    endnotes: Option<String>,
    comments: Option<String>,
}

fn parsed(xml: &Option<String>) -> Result<Option<Document<'_>>, Problem> {
    xml.as_deref().map(parse).transpose()
}

fn part(package: &mut Package<'_>, relations: &Relations, kind: &str) -> Result<Option<String>, Problem> {
    match relations.values().find(|r| r.kind == kind && !r.external) {
        Some(relation) => package.part(&relation.target),
        None => Ok(None),
    }
}

/// The lines of the whole document in reading order.
fn lines(
    body: &str,
    relations: &Relations,
    parts: &Parts,
    margins: &[(&str, String, Relations)],
) -> Result<Vec<story::Line>, Problem> {
    let (styles, numbering) = (parsed(&parts.styles)?, parsed(&parts.numbering)?);
    let styles = styles.map(|d| Styles::read(d.root_element())).unwrap_or_default();
    let numbering = numbering
        .map(|d| Numbering::read(d.root_element()))
        .unwrap_or_default();
    let (footnotes, endnotes) = (parsed(&parts.footnotes)?, parsed(&parts.endnotes)?);
    let comments = parsed(&parts.comments)?;
    let document = parse(body)?;
    let root = child(document.root_element(), "body").ok_or_else(damaged)?;
    let notes = Notes::of(
        root,
        footnotes.as_ref().map(Document::root_element),
        endnotes.as_ref().map(Document::root_element),
        comments.as_ref().map(Document::root_element),
    );
    let book = Book {
        styles: &styles,
        numbering: &numbering,
        relations,
        notes: &notes,
    };
    let mut lines = margin_lines(&styles, &numbering, margins, "header")?;
    lines.extend(story::lines(book, root)?);
    for note in &notes.in_order {
        let said = story::lines(book, *note)?;
        lines.extend(said.into_iter().map(|line| match line.kind {
            BlockKind::Paragraph if line.removed.is_none() => story::Line {
                kind: BlockKind::ListItem {
                    depth: 0,
                    ordered: true,
                },
                ..line
            },
            _ => line,
        }));
    }
    lines.extend(margin_lines(&styles, &numbering, margins, "footer")?);
    Ok(lines)
}

/// The lines of all headers, or of all footers, each once.
fn margin_lines(
    styles: &Styles,
    numbering: &Numbering,
    margins: &[(&str, String, Relations)],
    wanted: &str,
) -> Result<Vec<story::Line>, Problem> {
    let mut seen = HashSet::new();
    let mut all = Vec::new();
    for (_, xml, relations) in margins.iter().filter(|(kind, ..)| *kind == wanted) {
        let document = parse(xml)?;
        let notes = Notes::default();
        let book = Book {
            styles,
            numbering,
            relations,
            notes: &notes,
        };
        for line in story::lines(book, document.root_element())? {
            if !line.words.is_empty() && seen.insert(joined(&line.words)) {
                all.push(story::Line {
                    removed: line.removed.or(Some(RemovedBecause::RunningHead)),
                    ..line
                });
            }
        }
    }
    Ok(all)
}

fn record(
    lines: Vec<story::Line>,
    core: Option<&Document<'_>>,
    hints: &Hints<'_>,
) -> Result<Reading, Problem> {
    let mut draft = Draft::default();
    let mut looks: Vec<(LineNumber, Option<Look>)> = Vec::new();
    for line in lines {
        let fate = line.removed.map_or(Fate::Kept, Fate::Removed);
        let is_author = line.look == Some(Look::Author) && looks.len() < HEAD_LINES;
        let names = is_author && !structure::is_byline(&joined(&line.words));
        let mut drafted = Line::of(line.words, line.kind, fate);
        drafted.cue = if names { "By " } else { "" };
        let number = draft.line(drafted);
        if fate == Fate::Kept {
            looks.push((number, line.look));
        }
    }
    if draft.text().trim().is_empty() {
        return Err(Problem::Blank);
    }
    let core = core.map(Document::root_element);
    let stated_title = core.and_then(properties::title);
    let mut found = draft.recognise(hints.url, "UTF-8")?;
    if let Some(title) = headline(&draft, &looks, stated_title.as_deref(), &found.extraction)
        && found.capture.blocks.first().and_then(|b| b.origin) != draft.place(title)
    {
        // What the format calls the title is the title; what stands above it is no part of the article.
        let above: Vec<LineNumber> = draft.kept().map(|(n, _)| n).take_while(|n| *n < title).collect();
        for number in above {
            draft.decide(number, Fate::Removed(RemovedBecause::OutsideArticle));
        }
        found = draft.recognise(hints.url, "UTF-8")?;
    }
    let mut stated_data = StatedData::behind(draft.text());
    let stated = core
        .map(|core| properties::read(core, &mut stated_data))
        .unwrap_or_default();
    let Recognised {
        mut capture,
        mut extraction,
    } = found;
    PARSER.clone_into(&mut capture.parser);
    let subtitle = looks.iter().find(|(_, look)| *look == Some(Look::Subtitle));
    if let Some(at) = subtitle.and_then(|(number, _)| draft.place(*number)) {
        take_deck(&mut capture, &mut extraction, at);
    }
    let text = stated_data.after(draft.text().to_owned());
    let title = stated
        .iter()
        .find(|s| s.field == StatedField::Headline && s.against != Some(Verdict::Placeholder));
    if let Some(title) = title
        && !has_headline(&extraction)
    {
        take_title(&mut capture, &mut extraction, title, &text);
    }
    number_blocks(&mut capture.blocks);
    stated::weigh(&mut capture, stated);
    Ok(Reading {
        text,
        capture,
        extraction,
    })
}

/// Makes the subtitle at `at` the deck, unless the article has another.
fn take_deck(capture: &mut Capture, extraction: &mut Extraction, at: Span) {
    let subtitle = capture
        .blocks
        .iter()
        .position(|b| b.origin == Some(at) && b.role == Role::Body);
    let in_body = extraction
        .body
        .iter()
        .position(|p| structure::span(&p.piece) == at);
    let (Some(subtitle), Some(in_body), None) = (subtitle, in_body, &capture.meta.deck) else {
        return;
    };
    let mut block = capture.blocks.remove(subtitle);
    block.role = Role::Deck;
    capture.meta.deck = Some(Field::parsed(block.text(), at));
    capture.blocks.insert(1.min(capture.blocks.len()), block);
    extraction.deck = Some(extraction.body.remove(in_body).piece);
    for (n, paragraph) in extraction.body.iter_mut().enumerate() {
        paragraph.id = format!("P{}", n + 1);
    }
    let ends = extraction.body.first().zip(extraction.body.last());
    extraction.body_text_span = ends.map(|(first, last)| [first.piece.char[0], last.piece.char[1]]);
}

/// Whether a headline stands above the text, and not only a first sentence in its place.
fn has_headline(extraction: &Extraction) -> bool {
    extraction.headline.as_ref().is_some_and(|headline| {
        let is_part =
            |p: &BodyParagraph| p.piece.char[0] <= headline.char[0] && headline.char[1] <= p.piece.char[1];
        !extraction.body.iter().any(is_part)
    })
}

/// Makes the title that the properties state the headline of a text without one.
fn take_title(capture: &mut Capture, extraction: &mut Extraction, title: &Stated, text: &str) {
    let Value::Words(words) = &title.value else { return };
    let indexed = Indexed::new(text);
    let byte = [indexed.byte(title.at.start), indexed.byte(title.at.end)];
    extraction.headline = Some(Piece {
        text: words.clone(),
        char: [title.at.start, title.at.end],
        line: text[..byte[0]].matches('\n').count() + 1,
        byte,
    });
    capture.meta.headline = Field::parsed(words.clone(), title.at);
    let kind = BlockKind::Heading { level: 1 };
    if let Some(block) = capture.blocks.first_mut() {
        *block = Block::plain(Role::Headline, kind, words.clone(), Some(title.at));
    }
}

/// The line that the document calls its title: by style, because the properties say so, or as its one topmost heading.
fn headline(
    draft: &Draft,
    looks: &[(LineNumber, Option<Look>)],
    stated: Option<&str>,
    found: &Extraction,
) -> Option<LineNumber> {
    let head = looks.get(..looks.len().min(HEAD_LINES))?;
    let by_style = head
        .iter()
        .find(|(_, look)| *look == Some(Look::Title))
        .map(|(n, _)| *n);
    let by_name = || {
        let stated = fold_words(stated?);
        head.iter()
            .map(|(n, _)| *n)
            .find(|n| fold_words(&draft.words(*n)) == stated)
    };
    let topmost = || {
        let level = |look: Option<Look>| match look {
            Some(Look::Heading(level)) => Some(level),
            _ => None,
        };
        let (number, first) = head.iter().find_map(|(n, look)| Some((*n, level(*look)?)))?;
        let rivals = looks
            .iter()
            .filter(|(_, look)| level(*look).is_some_and(|l| l <= first))
            .count();
        // "Key Points" is a heading of a part, wherever it stands.
        let names_a_part = found
            .headings
            .iter()
            .any(|h| Some(structure::span(h)) == draft.place(number));
        let is_first = looks.first().is_some_and(|(n, _)| *n == number);
        ((is_first || rivals == 1) && !names_a_part).then_some(number)
    };
    by_style.or_else(by_name).or_else(topmost)
}
