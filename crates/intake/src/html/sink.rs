//! The tree that html5ever builds, in one growing list of nodes, and what keeps a hostile page from growing it.
//!
//! html5ever walks its stack of open elements for nearly every tag, so its time grows with the square of the depth. Tags that
//! would open an element deeper than any real page are therefore dropped before the tree builder sees them; their words stay.
//! The tree is only built here; [`Page`](super::dom::Page) is what the rest of the program reads.

use std::{
    borrow::Cow,
    cell::{Cell, Ref, RefCell},
    collections::HashMap,
};

use html5ever::{
    Attribute, LocalName, Namespace, QualName, TokenizerResult,
    buffer_queue::BufferQueue,
    interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink},
    local_name, ns,
    tendril::StrTendril,
    tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts},
    tree_builder::{TreeBuilder, TreeBuilderOpts},
};

/// Deepest element that is opened: five times what real pages have.
const DEPTH: u16 = 256;
/// Most nodes of a tree; beyond, tags are dropped. A real page of 25 MB has fewer.
const NODES: usize = 2_000_000;
/// No node.
pub(super) const NONE: u32 = u32::MAX;

/// What a node is.
pub(super) enum Content {
    /// The document, a comment, a declaration: nothing with words.
    Nothing,
    /// An element.
    Element(QualName, Vec<Attribute>),
    /// Words.
    Text(StrTendril),
}

/// A node with its neighbours, as numbers in the list.
pub(super) struct Raw {
    pub(super) parent: u32,
    pub(super) previous: u32,
    pub(super) next: u32,
    pub(super) first: u32,
    pub(super) last: u32,
    /// Elements around it when it was put in.
    depth: u16,
    pub(super) content: Content,
}

/// The tree of `html`; the document is node 0.
pub(super) fn tree(html: StrTendril) -> Vec<Raw> {
    let builder = TreeBuilder::new(
        Tree::new(),
        TreeBuilderOpts {
            // Whoever keeps a page wants what a reader without scripts is shown, too.
            scripting_enabled: false,
            drop_doctype: true,
            ..TreeBuilderOpts::default()
        },
    );
    let tokenizer = Tokenizer::new(
        Capped {
            builder,
            dropped: RefCell::default(),
        },
        TokenizerOpts::default(),
    );
    let input = BufferQueue::default();
    input.push_back(html);
    // It pauses behind each script, as a browser would run it there.
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.builder.sink.nodes.into_inner()
}

/// Passes tokens on to the tree builder, except tags beyond the caps.
struct Capped {
    builder: TreeBuilder<u32, Tree>,
    /// The elements that were not opened and whose end tags are still to come, outermost first.
    dropped: RefCell<Vec<LocalName>>,
}

impl Capped {
    fn is_dropped(&self, tag: &Tag) -> bool {
        let tree = &self.builder.sink;
        match tag.kind {
            TagKind::StartTag => {
                // In a drawing or a formula any name opens an element, and none changes how the content is read.
                let needed = changes_tokens(&tag.name)
                    && !self
                        .builder
                        .adjusted_current_node_present_but_not_in_html_namespace();
                let deep = tree.depth.get() >= DEPTH && !needed;
                if deep && !tag.self_closing {
                    self.dropped.borrow_mut().push(tag.name.clone());
                }
                deep
            }
            TagKind::EndTag => {
                let mut dropped = self.dropped.borrow_mut();
                let ends = dropped.last() == Some(&tag.name);
                if ends {
                    dropped.pop();
                }
                ends
            }
        }
    }
}

/// Elements that hold no others, and those whose content the tokenizer reads in another way: the builder must see them.
fn changes_tokens(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("area")
            | local_name!("base")
            | local_name!("br")
            | local_name!("col")
            | local_name!("embed")
            | local_name!("hr")
            | local_name!("img")
            | local_name!("input")
            | local_name!("link")
            | local_name!("meta")
            | local_name!("source")
            | local_name!("track")
            | local_name!("wbr")
            | local_name!("iframe")
            | local_name!("noembed")
            | local_name!("noframes")
            | local_name!("plaintext")
            | local_name!("script")
            | local_name!("style")
            | local_name!("textarea")
            | local_name!("title")
            | local_name!("xmp")
    )
}

impl TokenSink for Capped {
    type Handle = u32;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<u32> {
        let full = self.builder.sink.nodes.borrow().len() >= NODES;
        match &token {
            Token::TagToken(tag) if self.is_dropped(tag) || (full && !changes_tokens(&tag.name)) => {
                TokenSinkResult::Continue
            }
            Token::CommentToken(_) => TokenSinkResult::Continue,
            _ => self.builder.process_token(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// The nodes while html5ever builds them.
struct Tree {
    nodes: RefCell<Vec<Raw>>,
    /// Depth of what was put in last.
    depth: Cell<u16>,
    /// The content of `template` elements, which stands outside the document.
    templates: RefCell<HashMap<u32, u32>>,
    nameless: RefCell<QualName>,
}

impl Tree {
    fn new() -> Self {
        let tree = Self {
            nodes: RefCell::default(),
            depth: Cell::new(0),
            templates: RefCell::default(),
            nameless: RefCell::new(QualName::new(None, Namespace::default(), LocalName::default())),
        };
        tree.add(Content::Nothing);
        tree
    }

    fn add(&self, content: Content) -> u32 {
        let mut nodes = self.nodes.borrow_mut();
        let id = nodes.len() as u32;
        nodes.push(Raw {
            parent: NONE,
            previous: NONE,
            next: NONE,
            first: NONE,
            last: NONE,
            depth: 0,
            content,
        });
        id
    }

    /// Takes a node out from among its neighbours.
    fn detach(nodes: &mut [Raw], id: u32) {
        let Raw {
            parent,
            previous,
            next,
            ..
        } = nodes[id as usize];
        if parent == NONE {
            return;
        }
        match previous {
            NONE => nodes[parent as usize].first = next,
            _ => nodes[previous as usize].next = next,
        }
        match next {
            NONE => nodes[parent as usize].last = previous,
            _ => nodes[next as usize].previous = previous,
        }
        let node = &mut nodes[id as usize];
        (node.parent, node.previous, node.next) = (NONE, NONE, NONE);
    }

    /// Puts a node before `before`, or behind the last child of `parent` where that is none.
    fn insert(&self, parent: u32, before: u32, child: NodeOrText<u32>) {
        let previous = {
            let nodes = self.nodes.borrow();
            match before {
                NONE => nodes[parent as usize].last,
                _ => nodes[before as usize].previous,
            }
        };
        let id = match child {
            NodeOrText::AppendNode(id) => id,
            NodeOrText::AppendText(text) => {
                let mut nodes = self.nodes.borrow_mut();
                if let Some(Raw {
                    content: Content::Text(words),
                    ..
                }) = nodes.get_mut(previous as usize)
                {
                    words.push_tendril(&text);
                    return;
                }
                drop(nodes);
                self.add(Content::Text(text))
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        Self::detach(&mut nodes, id);
        let previous = match before {
            NONE => nodes[parent as usize].last,
            _ => nodes[before as usize].previous,
        };
        let depth = nodes[parent as usize].depth.saturating_add(1);
        self.depth.set(depth);
        let node = &mut nodes[id as usize];
        (node.parent, node.previous, node.next, node.depth) = (parent, previous, before, depth);
        match previous {
            NONE => nodes[parent as usize].first = id,
            _ => nodes[previous as usize].next = id,
        }
        match before {
            NONE => nodes[parent as usize].last = id,
            _ => nodes[before as usize].previous = id,
        }
    }

    fn parent(&self, id: u32) -> u32 {
        self.nodes.borrow()[id as usize].parent
    }
}

impl TreeSink for Tree {
    type Handle = u32;
    type Output = Self;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> u32 {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a u32) -> Ref<'a, QualName> {
        Ref::filter_map(self.nodes.borrow(), |nodes| {
            match &nodes[*target as usize].content {
                Content::Element(name, _) => Some(name),
                Content::Nothing | Content::Text(_) => None,
            }
        })
        .unwrap_or_else(|_| self.nameless.borrow())
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> u32 {
        let id = self.add(Content::Element(name, attributes));
        if flags.template {
            let content = self.add(Content::Nothing);
            self.templates.borrow_mut().insert(id, content);
        }
        id
    }

    fn create_comment(&self, _: StrTendril) -> u32 {
        self.add(Content::Nothing)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> u32 {
        self.add(Content::Nothing)
    }

    fn append(&self, parent: &u32, child: NodeOrText<u32>) {
        self.insert(*parent, NONE, child);
    }

    fn append_based_on_parent_node(&self, element: &u32, previous: &u32, child: NodeOrText<u32>) {
        match self.parent(*element) {
            NONE => self.insert(*previous, NONE, child),
            parent => self.insert(parent, *element, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &u32) -> u32 {
        self.templates.borrow().get(target).copied().unwrap_or(*target)
    }

    fn same_node(&self, a: &u32, b: &u32) -> bool {
        a == b
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &u32, child: NodeOrText<u32>) {
        match self.parent(*sibling) {
            NONE => {}
            parent => self.insert(parent, *sibling, child),
        }
    }

    fn add_attrs_if_missing(&self, target: &u32, attributes: Vec<Attribute>) {
        let mut nodes = self.nodes.borrow_mut();
        if let Content::Element(_, present) = &mut nodes[*target as usize].content {
            for attribute in attributes {
                // A page may repeat `<body …>` at will.
                if present.len() < super::caps::ATTRIBUTES && present.iter().all(|a| a.name != attribute.name)
                {
                    present.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &u32) {
        Self::detach(&mut self.nodes.borrow_mut(), *target);
    }

    fn reparent_children(&self, node: &u32, new_parent: &u32) {
        loop {
            let child = self.nodes.borrow()[*node as usize].first;
            if child == NONE {
                return;
            }
            self.insert(*new_parent, NONE, NodeOrText::AppendNode(child));
        }
    }

    fn is_mathml_annotation_xml_integration_point(&self, _: &u32) -> bool {
        false
    }
}

/// Whether the name is one of MathML's.
pub(super) fn is_formula(name: &QualName) -> bool {
    name.ns == ns!(mathml)
}

/// Whether the name is one of HTML's, and not of an SVG drawing or a formula.
pub(super) fn is_html(name: &QualName) -> bool {
    name.ns == ns!(html)
}
