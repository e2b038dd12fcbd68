//! Footnotes, endnotes and comments: what they say by their ids, and the numbers of the notes in the order of the text.

use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
};

use roxmltree::Node;

use super::xml::attribute;

/// What hangs on the text of a document.
#[derive(Default)]
pub(super) struct Notes<'a, 'i> {
    numbers: HashMap<(bool, &'a str), usize>,
    /// The notes in the order of their references.
    pub(super) in_order: Vec<Node<'a, 'i>>,
    comments: HashMap<&'a str, Node<'a, 'i>>,
    /// Ids of the comments that were read.
    read: RefCell<HashSet<String>>,
}

impl<'a, 'i> Notes<'a, 'i> {
    /// The notes that `body` refers to, out of those in `footnotes` and `endnotes`, and all `comments`.
    pub(super) fn of(
        body: Node<'a, 'i>,
        footnotes: Option<Node<'a, 'i>>,
        endnotes: Option<Node<'a, 'i>>,
        comments: Option<Node<'a, 'i>>,
    ) -> Self {
        let by_id = |part: Option<Node<'a, 'i>>| -> HashMap<&'a str, Node<'a, 'i>> {
            let notes = part.into_iter().flat_map(|part| part.children());
            notes.filter_map(|n| Some((attribute(n, "id")?, n))).collect()
        };
        let (feet, ends) = (by_id(footnotes), by_id(endnotes));
        let mut notes = Self {
            comments: by_id(comments),
            ..Self::default()
        };
        for node in body.descendants() {
            let is_foot = match node.tag_name().name() {
                "footnoteReference" => true,
                "endnoteReference" => false,
                _ => continue,
            };
            let Some(id) = attribute(node, "id") else { continue };
            let Some(&note) = (if is_foot { &feet } else { &ends }).get(id) else {
                continue;
            };
            let next = notes.in_order.len() + 1;
            notes.numbers.entry((is_foot, id)).or_insert_with(|| {
                notes.in_order.push(note);
                next
            });
        }
        notes
    }

    /// The number of the note that an element called `reference` names.
    pub(super) fn number(&self, reference: &str, id: &str) -> Option<usize> {
        self.numbers.get(&(reference == "footnoteReference", id)).copied()
    }

    /// The comment `id`, the first time that it is asked for: however often a text names it, it is read once.
    pub(super) fn take_comment(&self, id: &str) -> Option<Node<'a, 'i>> {
        let comment = self.comments.get(id).copied()?;
        self.read.borrow_mut().insert(id.to_owned()).then_some(comment)
    }
}
