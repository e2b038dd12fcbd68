//! From WordprocessingML to lines: paragraphs, lists, tables and pictures in reading order, and what is not for the reader.
//!
//! Words that an editor struck out, hidden words and comments follow the paragraph they stand in as lines of their own, so that
//! each has a place and can be put back. What was inserted is read as if it had always been there.

use model::{
    article::RemovedBecause,
    block::{BlockKind, Inline},
};
use roxmltree::Node;

use super::{
    notes::Notes,
    numbering::Numbering,
    package::Relations,
    spans::{at_empty_lines, joined, tidy},
    styles::{ListPlace, Look, Styles, outline_level},
    words::{Words, choice},
    xml::{child, value},
};
use crate::{Problem, limits};

/// The deepest list Word knows.
const DEEPEST_LIST: u8 = 8;
/// A table with a cell of more lines, or more bytes, arranges text on the page and is read as text.
const CELL_LINES: usize = 4;
const CELL_BYTES: usize = 800;

/// A line of the document: a paragraph, a table or a picture.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// Its words; empty for a table, the caption of a picture.
    pub(super) words: Vec<Inline>,
    /// Its shape.
    pub(super) kind: BlockKind,
    /// Its style, where that tells the article's parts apart.
    pub(super) look: Option<Look>,
    /// Why it is left out of the record; nothing when it is in it.
    pub(super) removed: Option<RemovedBecause>,
}

impl Line {
    fn of(words: Vec<Inline>, kind: BlockKind) -> Self {
        Self {
            words,
            kind,
            look: None,
            removed: None,
        }
    }
}

/// What the stories of a document (its body, headers, notes) are read with.
#[derive(Clone, Copy)]
pub(super) struct Book<'s, 'a, 'i> {
    /// The styles.
    pub(super) styles: &'s Styles,
    /// The lists.
    pub(super) numbering: &'s Numbering,
    /// Where the part's links and pictures lead.
    pub(super) relations: &'s Relations,
    /// Notes and comments.
    pub(super) notes: &'s Notes<'a, 'i>,
}

/// A story with its lines so far.
struct Story<'s, 'a, 'i> {
    book: Book<'s, 'a, 'i>,
    lines: Vec<Line>,
    /// Words of a paragraph whose end an editor struck out: the next paragraph goes on with them.
    carried: Vec<Inline>,
    depth: usize,
}

/// The lines of the story in `root`.
pub(super) fn lines<'a>(book: Book<'_, 'a, '_>, root: Node<'a, '_>) -> Result<Vec<Line>, Problem> {
    lines_at(book, root, 0)
}

fn lines_at<'a>(book: Book<'_, 'a, '_>, root: Node<'a, '_>, depth: usize) -> Result<Vec<Line>, Problem> {
    let mut story = Story {
        book,
        lines: Vec::new(),
        carried: Vec::new(),
        depth,
    };
    story.read(root)?;
    // No paragraph is left that could go on with them.
    let carried = std::mem::take(&mut story.carried);
    if !carried.is_empty() {
        story.shown(carried, None, ListPlace::default());
    }
    Ok(story.lines)
}

impl<'a> Story<'_, 'a, '_> {
    /// Reads the paragraphs and tables in `parent`.
    fn read(&mut self, parent: Node<'a, '_>) -> Result<(), Problem> {
        self.depth += 1;
        if self.depth > limits::DEPTH {
            return Err(Problem::TooComplex);
        }
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "p" => self.paragraph(node)?,
                "tbl" => self.table(node)?,
                "del" | "moveFrom" => self.left_out(node, RemovedBecause::Hidden)?,
                "sdt" if is_contents(node) => self.left_out(node, RemovedBecause::Navigation)?,
                "AlternateContent" => {
                    if let Some(chosen) = choice(node) {
                        self.read(chosen)?;
                    }
                }
                "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag" => self.read(node)?,
                _ => {}
            }
        }
        self.depth -= 1;
        Ok(())
    }

    /// Reads `node` as what no reader sees.
    fn left_out(&mut self, node: Node<'a, '_>, because: RemovedBecause) -> Result<(), Problem> {
        let before = self.lines.len();
        self.read(node)?;
        for line in self.lines.iter_mut().skip(before) {
            line.removed.get_or_insert(because);
        }
        Ok(())
    }

    fn paragraph(&mut self, node: Node<'a, '_>) -> Result<(), Problem> {
        let Book {
            styles,
            relations,
            notes,
            ..
        } = self.book;
        let properties = child(node, "pPr");
        let style = styles.of_paragraph(properties.and_then(|p| child(p, "pStyle")).and_then(value));
        let words = Words::of(node, style.run, (styles, relations, notes))?;
        let shown = tidy(std::mem::take(&mut self.carried).into_iter().chain(words.shown));
        let end = properties.and_then(|p| child(p, "rPr"));
        let end_is_struck =
            end.is_some_and(|end| child(end, "del").or_else(|| child(end, "moveFrom")).is_some());
        if end_is_struck {
            self.carried = shown;
        } else {
            let look = style
                .look
                .or_else(|| properties.and_then(outline_level).map(Look::Heading));
            self.shown(shown, look, ListPlace::of(properties).or(style.place));
        }
        for picture in words.pictures {
            let kind = BlockKind::Figure {
                alt: picture.alt,
                source: picture.source,
            };
            self.lines.push(Line::of(Vec::new(), kind));
        }
        for unseen in [words.struck, words.hidden] {
            self.remark(tidy(unseen), RemovedBecause::Hidden);
        }
        for inside in words.boxes {
            self.read(inside)?;
        }
        // Comments on comments would let a small file say its words without end.
        let without_notes = Notes::default();
        let book = Book {
            notes: &without_notes,
            ..self.book
        };
        for comment in words.comments.into_iter().filter_map(|id| notes.take_comment(id)) {
            let mut said = Vec::new();
            for line in lines_at(book, comment, self.depth)? {
                said.extend([line.words, vec![Inline::plain("\n")]].concat());
            }
            self.remark(tidy(said), RemovedBecause::Comments);
        }
        Ok(())
    }

    /// Takes the words that a paragraph shows.
    fn shown(&mut self, words: Vec<Inline>, look: Option<Look>, place: ListPlace) {
        if let (Some(Look::Caption), Some(line)) = (look, self.lines.last_mut())
            && matches!(line.kind, BlockKind::Figure { .. })
            && line.words.is_empty()
        {
            line.words = words;
            return;
        }
        let kind = self.kind(look, &place);
        for words in at_empty_lines(words) {
            self.lines.push(Line {
                look,
                removed: (look == Some(Look::Contents)).then_some(RemovedBecause::Navigation),
                ..Line::of(words, kind.clone())
            });
        }
    }

    /// A line that is left out, if there are words.
    fn remark(&mut self, words: Vec<Inline>, because: RemovedBecause) {
        if !words.is_empty() {
            self.lines.push(Line {
                removed: Some(because),
                ..Line::of(words, BlockKind::Paragraph)
            });
        }
    }

    fn kind(&self, look: Option<Look>, place: &ListPlace) -> BlockKind {
        match look {
            Some(Look::Title) => return BlockKind::Heading { level: 1 },
            Some(Look::Heading(level)) => return BlockKind::Heading { level },
            Some(Look::Quote) => return BlockKind::Quote,
            Some(Look::Code) => return BlockKind::Code,
            _ => {}
        }
        let depth = place.level.unwrap_or(0).min(DEEPEST_LIST);
        let list = place.list.as_deref().filter(|list| *list != "0");
        match list.and_then(|list| self.book.numbering.is_numbered(list, depth)) {
            Some(ordered) => BlockKind::ListItem { depth, ordered },
            None => BlockKind::Paragraph,
        }
    }

    /// The lines in `node`, which stands in this story.
    fn inside(&self, node: Node<'a, '_>) -> Result<Vec<Line>, Problem> {
        lines_at(self.book, node, self.depth)
    }

    /// A table of short cells is a table; one that arranges text on the page is the text.
    fn table(&mut self, table: Node<'a, '_>) -> Result<(), Problem> {
        let mut rows: Vec<Vec<Vec<Line>>> = Vec::new();
        let mut struck: Vec<Line> = Vec::new();
        for row in rows_of(table) {
            let mut cells = Vec::new();
            for cell in cells_of(row) {
                cells.push(self.inside(cell)?);
            }
            let properties = child(row, "trPr");
            if properties.is_some_and(|p| child(p, "del").is_some()) {
                struck.extend(cells.into_iter().flatten());
            } else {
                rows.push(cells);
            }
        }
        let is_text = |cell: &Vec<Line>| {
            cell.len() > CELL_LINES
                || cell.iter().map(|line| joined(&line.words).len()).sum::<usize>() > CELL_BYTES
                || cell
                    .iter()
                    .any(|line| matches!(line.kind, BlockKind::Figure { .. } | BlockKind::Table { .. }))
        };
        if rows.iter().all(|row| row.len() < 2) || rows.iter().flatten().any(is_text) {
            self.lines.extend(rows.into_iter().flatten().flatten());
        } else {
            let mut left_out = Vec::new();
            let cells = rows
                .into_iter()
                .map(|row| row.into_iter().map(|cell| flat(cell, &mut left_out)).collect());
            let rows: Vec<Vec<Vec<Inline>>> = cells.collect();
            if rows.iter().flatten().any(|cell| !cell.is_empty()) {
                self.lines.push(Line::of(Vec::new(), BlockKind::Table { rows }));
            }
            self.lines.append(&mut left_out);
        }
        for line in struck {
            self.remark(line.words, RemovedBecause::Hidden);
        }
        Ok(())
    }
}

/// The words of a cell in one line; what is left out goes to `left_out`.
fn flat(cell: Vec<Line>, left_out: &mut Vec<Line>) -> Vec<Inline> {
    let mut words = Vec::new();
    for line in cell {
        if line.removed.is_some() {
            left_out.push(line);
            continue;
        }
        for span in line.words {
            words.push(Inline {
                text: span.text.replace('\n', " "),
                ..span
            });
        }
        words.push(Inline::plain(" "));
    }
    tidy(words)
}

/// The rows of `table`, those inside content controls and markup of changes among them.
fn rows_of<'a, 'i>(table: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    named_within(table, "tr")
}

fn cells_of<'a, 'i>(row: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    named_within(row, "tc")
}

/// The elements called `name` in `parent` or in wrappers within wrappers in it.
fn named_within<'a, 'i>(parent: Node<'a, 'i>, name: &str) -> Vec<Node<'a, 'i>> {
    let mut found = Vec::new();
    let mut left: Vec<Node<'a, 'i>> = parent.children().rev().collect();
    while let Some(node) = left.pop() {
        match node.tag_name().name() {
            tag if tag == name => found.push(node),
            "sdt" | "sdtContent" | "customXml" | "ins" => left.extend(node.children().rev()),
            _ => {}
        }
    }
    found
}

/// Whether a content control holds the table of contents.
fn is_contents(node: Node<'_, '_>) -> bool {
    let part = child(node, "sdtPr").and_then(|p| child(p, "docPartObj"));
    part.and_then(|p| child(p, "docPartGallery")).and_then(value) == Some("Table of Contents")
}
