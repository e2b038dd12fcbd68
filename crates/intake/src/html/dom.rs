//! A page as a list of its elements and texts in the order of the document.
//!
//! Every node knows where its content ends, so a part of the page is a range of numbers and nothing here calls itself. What no
//! reader sees and nobody asks for is left out when the list is made: comments, drawings, formulas' annotations, and scripts
//! that aren't data.

use std::ops::Range;

use html5ever::{Attribute, LocalName, local_name, tendril::StrTendril};

use super::sink::{self, Content, NONE, Raw};

/// The number of a node: its place in the document. The document itself is 0, and what it holds follows.
pub(crate) type Id = usize;

/// A page.
pub(crate) struct Page {
    nodes: Vec<Node>,
}

/// An element or a text.
pub(crate) struct Node {
    parent: u32,
    end: u32,
    /// What it is.
    pub(crate) data: Data,
}

/// What a node is.
pub(crate) enum Data {
    /// An element with its name and attributes; the document has no name.
    Element(LocalName, Vec<Attribute>),
    /// Words.
    Text(StrTendril),
}

impl Page {
    /// Reads `html`.
    pub(crate) fn parse(html: &str) -> Self {
        let trimmed = super::caps::trimmed(html);
        Self::flattened(sink::tree(StrTendril::from_slice(&trimmed)))
    }

    /// The tree in the order of the document.
    fn flattened(mut tree: Vec<Raw>) -> Self {
        let root = Node {
            parent: 0,
            end: 0,
            data: Data::Element(LocalName::default(), Vec::new()),
        };
        let mut nodes = vec![root];
        nodes.reserve(tree.len());
        // The elements around the place: their numbers in the tree and in the list.
        let mut open: Vec<(u32, u32)> = vec![(0, 0)];
        let mut at = tree.first().map_or(NONE, |root| root.first);
        while let Some(&(raw, parent)) = open.last() {
            if at == NONE {
                open.pop();
                nodes[parent as usize].end = nodes.len() as u32;
                at = match raw {
                    0 => NONE,
                    _ => tree[raw as usize].next,
                };
                continue;
            }
            let node = &mut tree[at as usize];
            let (next, first) = (node.next, node.first);
            let id = nodes.len() as u32;
            let data = kept(std::mem::replace(&mut node.content, Content::Nothing));
            let is_element = matches!(data, Some(Data::Element(..)));
            if let Some(data) = data {
                nodes.push(Node {
                    parent,
                    end: id + 1,
                    data,
                });
            }
            if is_element && first != NONE {
                open.push((at, id));
                at = first;
            } else {
                at = next;
            }
        }
        Self { nodes }
    }

    /// Number of nodes, the document among them.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The node `id`.
    pub(crate) fn data(&self, id: Id) -> &Data {
        &self.nodes[id].data
    }

    /// The element around `id`; the document's is the document.
    pub(crate) fn parent(&self, id: Id) -> Id {
        self.nodes[id].parent as usize
    }

    /// One past the last node inside `id`.
    pub(crate) fn end(&self, id: Id) -> Id {
        self.nodes[id].end as usize
    }

    /// `id` and what it holds, at any depth.
    pub(crate) fn within(&self, id: Id) -> Range<Id> {
        id..self.end(id)
    }

    /// What stands directly in `id`.
    pub(crate) fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let end = self.end(id);
        let mut at = id + 1;
        std::iter::from_fn(move || {
            let child = (at < end).then_some(at)?;
            at = self.end(child);
            Some(child)
        })
    }

    /// The elements around `id`, innermost first, without the document.
    pub(crate) fn ancestors(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let mut at = id;
        std::iter::from_fn(move || {
            at = self.parent(at);
            (at != 0).then_some(at)
        })
    }

    /// `id` and the elements around it.
    pub(crate) fn path(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::once(id).chain(self.ancestors(id))
    }

    /// An element's name; nothing for words.
    pub(crate) fn name(&self, id: Id) -> Option<&LocalName> {
        match self.data(id) {
            Data::Element(name, _) => Some(name),
            Data::Text(_) => None,
        }
    }

    /// Whether `id` is an element of this name.
    pub(crate) fn is(&self, id: Id, name: &LocalName) -> bool {
        self.name(id) == Some(name)
    }

    /// An attribute's value as written.
    pub(crate) fn attribute(&self, id: Id, name: &str) -> Option<&str> {
        self.attributes(id)
            .iter()
            .find(|a| &*a.name.local == name)
            .map(|a| &*a.value)
    }

    /// Every attribute.
    pub(crate) fn attributes(&self, id: Id) -> &[Attribute] {
        match self.data(id) {
            Data::Element(_, attributes) => attributes,
            Data::Text(_) => &[],
        }
    }

    /// The elements of a name, in order.
    pub(crate) fn all<'p>(&'p self, name: &'p LocalName) -> impl Iterator<Item = Id> + 'p {
        (0..self.len()).filter(move |&id| self.is(id, name))
    }

    /// All words in `id` with every run of white space as one space; what isn't shown is among them.
    pub(crate) fn words(&self, id: Id) -> String {
        let mut out = String::new();
        for id in self.within(id) {
            if let Data::Text(text) = self.data(id) {
                // Two texts may be halves of a word, so a space stands only where one was.
                for part in text.split_inclusive(|c: char| c.is_ascii_whitespace()) {
                    let word = part.trim_ascii();
                    out.push_str(word);
                    if word.len() < part.len() && !out.is_empty() && !out.ends_with(' ') {
                        out.push(' ');
                    }
                }
            }
        }
        out.truncate(out.trim_end().len());
        out
    }
}

/// Elements of formulas with another way of writing them, or with no words at all.
const UNSEEN_IN_FORMULAS: [&str; 4] = ["annotation", "annotation-xml", "script", "style"];

/// What of a node stays: scripts only where they are data, no drawings, no styles.
fn kept(content: Content) -> Option<Data> {
    match content {
        Content::Nothing => None,
        Content::Text(text) => Some(Data::Text(text)),
        Content::Element(name, attributes) => {
            let left_out = match name.local {
                _ if sink::is_formula(&name) => UNSEEN_IN_FORMULAS.contains(&&*name.local),
                _ if !sink::is_html(&name) => true,
                local_name!("style") | local_name!("template") => true,
                local_name!("script") => !is_data(&attributes),
                _ => false,
            };
            (!left_out).then_some(Data::Element(name.local, attributes))
        }
    }
}

fn is_data(attributes: &[Attribute]) -> bool {
    let kind = attributes.iter().find(|a| a.name.local == local_name!("type"));
    kind.is_some_and(|kind| kind.value.to_ascii_lowercase().contains("json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_page_are_ranges_in_the_order_of_the_document() {
        let page = Page::parse(
            "<!doctype html><title>T</title><div id=a>One <b>two</b>\n <i>th</i>ree<script>x()</script></div><p>Four<!-- -->",
        );
        let div = page.all(&local_name!("div")).next().unwrap();
        assert_eq!(page.attribute(div, "id"), Some("a"));
        assert_eq!(page.words(div), "One two three");
        let names: Vec<_> = page.children(div).filter_map(|c| page.name(c)).collect();
        assert_eq!(names, [&local_name!("b"), &local_name!("i")]);
        let p = page.all(&local_name!("p")).next().unwrap();
        assert_eq!(page.end(div), p);
        let around: Vec<_> = page.ancestors(p).filter_map(|a| page.name(a)).collect();
        assert_eq!(around, [&local_name!("body"), &local_name!("html")]);
        assert_eq!(page.words(0), "TOne two threeFour");
    }

    #[test]
    fn a_page_deeper_than_any_real_one_keeps_its_words() {
        for tag in [
            "div",
            "div/",
            "b",
            "font color=red",
            "blockquote",
            "table><tr><td",
            "svg",
            "svg><style",
        ] {
            let page = Page::parse(&format!(
                "{}Words{}",
                format!("<{tag}>").repeat(100_000),
                "</div>".repeat(100_000)
            ));
            assert!(page.len() < 20_000, "{tag}: {}", page.len());
            let mut depths = vec![0; page.len()];
            for id in 1..page.len() {
                depths[id] = depths[page.parent(id)] + 1;
            }
            assert!(depths.iter().all(|&depth| depth < 500), "{tag}");
            if !tag.starts_with("svg") {
                assert_eq!(page.words(0), "Words", "{tag}");
            }
        }
        let page = Page::parse(&format!("{}</div><p>After", "<div>".repeat(300)));
        assert_eq!(page.words(0), "After");
    }
}
