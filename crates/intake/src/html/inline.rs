//! The words of a line with how they are set and where they lead.

use html5ever::local_name;
use model::block::{Inline, Mark};

use super::{
    dom::{Id, Page},
    lines::{Line, Lines},
    links::{Base, absolute},
};

/// The runs of a line.
pub(super) fn runs(page: &Page, lines: &Lines, line: &Line, base: Option<&Base<'_>>) -> Vec<Inline> {
    let mut runs: Vec<Inline> = Vec::new();
    let mut end = line.bytes.start;
    for piece in &lines.pieces[line.pieces.clone()] {
        let (marks, link) = set(page, piece.node, line.block, base);
        // Nothing of a line is lost: a tab between two cells goes with what follows.
        push(&mut runs, &lines.text[end..piece.bytes.end], marks, link);
        end = piece.bytes.end;
    }
    runs
}

/// The cells of a row.
pub(super) fn cells(page: &Page, lines: &Lines, line: &Line, base: Option<&Base<'_>>) -> Vec<Vec<Inline>> {
    let mut cells = vec![Vec::new()];
    let mut end = line.bytes.start;
    for piece in &lines.pieces[line.pieces.clone()] {
        for _ in lines.text[end..piece.bytes.start].matches('\t') {
            cells.push(Vec::new());
        }
        end = piece.bytes.end;
        let (marks, link) = set(page, piece.node, line.block, base);
        if let Some(cell) = cells.last_mut() {
            push(cell, &lines.text[piece.bytes.clone()], marks, link);
        }
    }
    cells
}

fn push(runs: &mut Vec<Inline>, text: &str, marks: Vec<Mark>, link: Option<String>) {
    match runs.last_mut() {
        Some(last) if last.marks == marks && last.link == link => last.text.push_str(text),
        _ => runs.push(Inline {
            text: text.to_owned(),
            marks,
            link,
        }),
    }
}

/// How the text `node` of the block `block` is set, and where it leads.
fn set(page: &Page, node: Id, block: Id, base: Option<&Base<'_>>) -> (Vec<Mark>, Option<String>) {
    let mut marks = Vec::new();
    let mut link = None;
    for id in page.ancestors(node).take_while(|&id| id > block) {
        let mark = match page.name(id) {
            Some(&local_name!("strong") | &local_name!("b")) => Mark::Strong,
            Some(&local_name!("em") | &local_name!("i")) => Mark::Emphasis,
            Some(&local_name!("code") | &local_name!("kbd") | &local_name!("samp") | &local_name!("tt")) => {
                Mark::Code
            }
            Some(&local_name!("sup")) => Mark::Sup,
            Some(&local_name!("sub")) => Mark::Sub,
            Some(&local_name!("a")) => {
                link = link.or_else(|| absolute(page.attribute(id, "href")?, base));
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
