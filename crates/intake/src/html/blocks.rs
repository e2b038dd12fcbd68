//! Lines that stay become blocks, lines that don't become the list of what was left out.

use html5ever::local_name;
use model::{
    article::{Capture, Removed},
    block::{Block, BlockKind, Inline, Mark, Role, number_blocks},
    text::{Indexed, Span},
};

use super::{
    PARSER,
    clean::Fate,
    dom::{Id, Page},
    lines::{Line, Lines},
    meta,
};
use crate::reading::Hints;

/// The record of a page whose lines have these fates.
pub(super) fn capture(
    page: &Page,
    lines: &Lines,
    fates: Vec<Fate>,
    head: &[usize],
    found: meta::Found,
    _hints: &Hints<'_>,
    encoding: &str,
) -> Capture {
    let places = Indexed::new(&lines.text);
    let span = |line: &Line| Span::new(places.char_of_byte(line.bytes.start), places.char_of_byte(line.bytes.end));
    let headline = Block::plain(
        Role::Headline,
        BlockKind::Heading { level: 1 },
        found.meta.headline.value.clone(),
        None,
    );
    let mut blocks = vec![headline];
    let mut removed = Vec::new();
    for (n, (line, fate)) in lines.all.iter().zip(fates).enumerate() {
        match fate {
            Fate::Caption => blocks.push(Block {
                spans: spans(page, lines, line),
                ..Block::plain(
                    Role::Body,
                    BlockKind::Figure {
                        alt: String::new(),
                        source: None,
                    },
                    "",
                    Some(span(line)),
                )
            }),
            Fate::Kept => blocks.push(Block {
                spans: spans(page, lines, line),
                ..Block::plain(if head.contains(&n) { Role::Summary } else { Role::Body }, kind(page, line), "", Some(span(line)))
            }),
            Fate::Removed(reason) => removed.push(Removed {
                text: lines.text[line.bytes.clone()].to_owned(),
                at: span(line),
                reason,
                kind: None,
            }),
        }
    }
    number_blocks(&mut blocks);
    Capture {
        meta: found.meta,
        blocks,
        removed,
        candidates: found.candidates,
        parser: PARSER.to_owned(),
        encoding: encoding.to_owned(),
    }
}

fn kind(page: &Page, line: &Line) -> BlockKind {
    let heading = |level| BlockKind::Heading { level };
    for id in page.path(line.block) {
        match page.name(id) {
            Some(&local_name!("h1") | &local_name!("h2")) => return heading(2),
            Some(&local_name!("h3")) => return heading(3),
            Some(&local_name!("h4") | &local_name!("h5") | &local_name!("h6")) => return heading(4),
            Some(&local_name!("li")) => return BlockKind::ListItem { depth: 0, ordered: false },
            Some(&local_name!("blockquote")) => return BlockKind::Quote,
            Some(&local_name!("pre")) => return BlockKind::Code,
            _ => {}
        }
    }
    BlockKind::Paragraph
}

fn spans(page: &Page, lines: &Lines, line: &Line) -> Vec<Inline> {
    let mut spans: Vec<Inline> = Vec::new();
    for piece in &lines.pieces[line.pieces.clone()] {
        let (marks, link) = set(page, piece.node, line.block);
        let text = &lines.text[piece.bytes.clone()];
        match spans.last_mut() {
            Some(last) if last.marks == marks && last.link == link => last.text.push_str(text),
            _ => spans.push(Inline {
                text: text.to_owned(),
                marks,
                link,
            }),
        }
    }
    spans
}

fn set(page: &Page, node: Id, block: Id) -> (Vec<Mark>, Option<String>) {
    let mut marks = Vec::new();
    let mut link = None;
    for id in page.ancestors(node).take_while(|&id| id > block) {
        let mark = match page.name(id) {
            Some(&local_name!("strong") | &local_name!("b")) => Mark::Strong,
            Some(&local_name!("em") | &local_name!("i")) => Mark::Emphasis,
            Some(&local_name!("code")) => Mark::Code,
            Some(&local_name!("sup")) => Mark::Sup,
            Some(&local_name!("sub")) => Mark::Sub,
            Some(&local_name!("a")) => {
                link = link.or_else(|| page.attribute(id, "href").map(str::to_owned));
                continue;
            }
            _ => continue,
        };
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    (marks, link)
}
