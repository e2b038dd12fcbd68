//! The lines of a page: what a reader sees, block by block, in the order of the document.
//!
//! All words go into one text, the front of the reading text, with white space as a browser sets it. A line is a run of words in
//! one block; `<br>` is a line feed inside it, two of them end it. A row of a table of data is one line with a tab between its
//! cells. Every line remembers which texts of the page it was made of. Whether it belongs to the article is decided elsewhere.

use std::ops::Range;

use html5ever::{LocalName, local_name};

use super::{
    dom::{Data, Id, Page},
    tables,
};

/// The words that a text of the page gave to a line.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    /// The text.
    pub(crate) node: Id,
    /// Bytes of the reading text.
    pub(crate) bytes: Range<usize>,
}

/// A run of words in one block.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Bytes of the reading text.
    pub(crate) bytes: Range<usize>,
    /// Its pieces, as numbers in [`Lines::pieces`].
    pub(crate) pieces: Range<usize>,
    /// The innermost block around its first word; the row, for one of a table.
    pub(crate) block: Id,
    /// Letters and digits; those of scripts that write a word in one or two signs count threefold.
    pub(crate) letters: usize,
    /// Those of them in links and buttons.
    pub(crate) linked: usize,
    /// Whether the page hides it from its readers.
    pub(crate) hidden: bool,
    /// The table of data whose row it is.
    pub(crate) table: Option<Id>,
}

/// The lines of a page.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    /// The words, a line feed between two lines.
    pub(crate) text: String,
    /// In order.
    pub(crate) all: Vec<Line>,
    /// In order.
    pub(crate) pieces: Vec<Piece>,
    /// Pictures and rules, each with the number of lines before it.
    pub(crate) wordless: Vec<(Id, usize)>,
}

impl Lines {
    /// Lays out `page`.
    pub(crate) fn of(page: &Page) -> Self {
        let mut layout = Layout::new(page);
        layout.run();
        layout.done
    }

    /// The words of line `n`.
    pub(crate) fn words(&self, n: usize) -> &str {
        self.all.get(n).map_or("", |line| &self.text[line.bytes.clone()])
    }

    /// The lines whose words stand inside the nodes `nodes`.
    pub(crate) fn within(&self, nodes: &Range<Id>) -> Range<usize> {
        let first = |n: &Line| self.pieces[n.pieces.start].node;
        let start = self.all.partition_point(|line| first(line) < nodes.start);
        start..self.all.partition_point(|line| first(line) < nodes.end)
    }
}

/// White space to be set before the next word, and the text it came from.
#[derive(Clone, Copy)]
struct Pending {
    sign: char,
    from: Id,
}

/// Goes through the page once.
struct Layout<'p> {
    page: &'p Page,
    done: Lines,
    /// The blocks around the place.
    open: Vec<Id>,
    start: usize,
    first_piece: usize,
    block: Option<Id>,
    pending: Option<Pending>,
    letters: usize,
    linked: usize,
    hidden: bool,
    /// Up to these nodes the page hides, links, keeps white space, or sets a row of a table.
    hidden_to: Id,
    linked_to: Id,
    kept_to: Id,
    table: Option<Id>,
    row: Option<Id>,
}

impl<'p> Layout<'p> {
    fn new(page: &'p Page) -> Self {
        Self {
            page,
            done: Lines::default(),
            open: Vec::new(),
            start: 0,
            first_piece: 0,
            block: None,
            pending: None,
            letters: 0,
            linked: 0,
            hidden: false,
            hidden_to: 0,
            linked_to: 0,
            kept_to: 0,
            table: None,
            row: None,
        }
    }

    fn run(&mut self) {
        let mut at = 1;
        while at < self.page.len() {
            while let Some(&block) = self.open.last().filter(|&&block| self.page.end(block) <= at) {
                self.open.pop();
                self.leave(block);
            }
            at = match self.page.data(at) {
                Data::Text(text) => {
                    if at < self.kept_to {
                        self.keep(at, text);
                    } else {
                        self.set(at, text);
                    }
                    at + 1
                }
                Data::Element(name, _) => self.enter(at, name),
            };
        }
        self.end_line();
    }

    /// Goes into an element, or past it; returns the next node.
    fn enter(&mut self, id: Id, name: &LocalName) -> Id {
        let end = self.page.end(id);
        match *name {
            local_name!("br") => self.line_feed(id),
            local_name!("wbr") => {}
            local_name!("img") if id >= self.hidden_to => {
                // Inside a paragraph it stands behind it.
                let before = self.done.all.len() + usize::from(!self.is_empty());
                self.done.wordless.push((id, before));
            }
            local_name!("hr") if id >= self.hidden_to => {
                self.end_line();
                self.done.wordless.push((id, self.done.all.len()));
            }
            _ if is_unseen(name) => return end,
            _ => {
                let mut is_block = is_block(self.page, id, name);
                if is_hidden(self.page, id, name) {
                    is_block = is_block || holds_block(self.page, id);
                    // Inside a sentence it would only disturb.
                    if !is_block {
                        return end;
                    }
                    self.hidden_to = self.hidden_to.max(end);
                }
                let is_link = match *name {
                    local_name!("a") => self.page.attribute(id, "href").is_some(),
                    local_name!("button") => true,
                    _ => false,
                };
                if is_link {
                    self.linked_to = self.linked_to.max(end);
                }
                if is_block {
                    self.enter_block(id, name);
                }
            }
        }
        id + 1
    }

    fn enter_block(&mut self, id: Id, name: &LocalName) {
        self.open.push(id);
        if self.table.is_none() {
            self.end_line();
            match *name {
                local_name!("table") if tables::is_data(self.page, id) => self.table = Some(id),
                local_name!("pre") | local_name!("listing") | local_name!("xmp") => {
                    self.kept_to = self.kept_to.max(self.page.end(id));
                }
                _ => {}
            }
            return;
        }
        match *name {
            local_name!("tr") | local_name!("caption") => {
                self.end_line();
                self.row = Some(id);
            }
            local_name!("td") | local_name!("th") => {
                self.pending = None;
                let is_first = !self
                    .page
                    .children(self.page.parent(id))
                    .take_while(|&c| c < id)
                    .any(|c| is_cell(self.page, c));
                if !is_first {
                    self.done.text.push('\t');
                }
            }
            _ => self.space(id, ' '),
        }
    }

    fn leave(&mut self, block: Id) {
        if self.table == Some(block) {
            self.end_line();
            (self.table, self.row) = (None, None);
        } else if self.table.is_none() || self.row == Some(block) {
            self.end_line();
            self.row = self.row.filter(|&row| row != block);
        } else {
            self.space(block, ' ');
        }
    }

    fn line_feed(&mut self, id: Id) {
        if self.row.is_some() {
            return self.space(id, ' ');
        }
        match self.pending {
            Some(Pending { sign: '\n', .. }) => self.end_line(),
            _ if self.is_empty() => {}
            _ => self.pending = Some(Pending { sign: '\n', from: id }),
        }
    }

    fn space(&mut self, from: Id, sign: char) {
        if !self.is_empty() && self.pending.is_none() {
            self.pending = Some(Pending { sign, from });
        }
    }

    fn is_empty(&self) -> bool {
        self.first_piece == self.done.pieces.len()
    }

    /// Sets a text with every run of white space as one space.
    fn set(&mut self, id: Id, text: &str) {
        let is_space = |c: char| c.is_ascii_whitespace();
        for part in text.split_inclusive(is_space) {
            let word = part.trim_end_matches(is_space);
            if !word.is_empty() {
                self.word(id, word);
            }
            if word.len() < part.len() {
                self.space(id, ' ');
            }
        }
    }

    /// Sets a text as it is.
    fn keep(&mut self, id: Id, text: &str) {
        if !self.is_empty() || !text.trim_ascii().is_empty() {
            self.word(id, text);
        }
    }

    fn word(&mut self, id: Id, word: &str) {
        if self.is_empty() {
            // An empty cell before the first word has set its tab already.
            self.block = self.row.or(self.open.last().copied());
            self.hidden = id < self.hidden_to;
        }
        let begin = match self.pending.take() {
            Some(Pending { sign, from }) => {
                let at = self.done.text.len();
                self.done.text.push(sign);
                self.piece(from, at);
                self.done.text.len()
            }
            None => self.done.text.len(),
        };
        self.done.text.push_str(word);
        self.piece(id, begin);
        let letters = letters(word);
        self.letters += letters;
        if id < self.linked_to {
            self.linked += letters;
        }
    }

    /// What was set from byte `start` on came from `node`.
    fn piece(&mut self, node: Id, start: usize) {
        let end = self.done.text.len();
        let is_empty = self.is_empty();
        match self.done.pieces.last_mut() {
            Some(last) if !is_empty && last.node == node && last.bytes.end == start => last.bytes.end = end,
            _ => self.done.pieces.push(Piece {
                node,
                bytes: start..end,
            }),
        }
    }

    fn end_line(&mut self) {
        self.pending = None;
        let pieces = self.first_piece..self.done.pieces.len();
        // In text that keeps its white space, the last line feed is the browser's to drop.
        if !self.is_empty() {
            let last = self.done.pieces.len() - 1;
            let from = self.done.pieces[last].bytes.start;
            let text = from + self.done.text[from..].trim_ascii_end().len();
            self.done.text.truncate(text);
            self.done.pieces[last].bytes.end = text;
            self.done.all.push(Line {
                bytes: self.start..text,
                pieces,
                block: self.block.unwrap_or(0),
                letters: self.letters,
                linked: self.linked,
                hidden: self.hidden,
                table: self.table,
            });
            self.done.text.push('\n');
        } else {
            self.done.text.truncate(self.start);
        }
        self.start = self.done.text.len();
        self.first_piece = self.done.pieces.len();
        self.block = None;
        (self.letters, self.linked) = (0, 0);
    }
}

/// Letters and digits in `words`; a sign of a script without spaces counts as three.
pub(crate) fn letters(words: &str) -> usize {
    if words.is_ascii() {
        return words.bytes().filter(u8::is_ascii_alphanumeric).count();
    }
    words
        .chars()
        .map(|c| match c {
            '\u{2e80}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7af}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}' => 3,
            // Thai, Lao, Burmese and Khmer: no spaces, but letters.
            '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => 1,
            c => usize::from(c.is_alphanumeric()),
        })
        .sum()
}

fn is_cell(page: &Page, id: Id) -> bool {
    matches!(page.name(id), Some(&local_name!("td") | &local_name!("th")))
}

/// Elements whose words no reader sees.
fn is_unseen(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("head")
            | local_name!("script")
            | local_name!("noscript")
            | local_name!("iframe")
            | local_name!("object")
            | local_name!("embed")
            | local_name!("applet")
            | local_name!("audio")
            | local_name!("video")
            | local_name!("canvas")
            | local_name!("select")
            | local_name!("datalist")
            | local_name!("textarea")
            | local_name!("noembed")
            | local_name!("noframes")
            | local_name!("title")
            | local_name!("rp")
            | local_name!("rt")
            | local_name!("map")
    )
}

fn is_hidden(page: &Page, id: Id, name: &LocalName) -> bool {
    let style = || {
        page.attribute(id, "style")
            .is_some_and(|style| says(style, "display", "none") || says(style, "visibility", "hidden"))
    };
    *name == local_name!("dialog") && page.attribute(id, "open").is_none()
        || page.attribute(id, "hidden").is_some()
        || style()
}

/// Whether a block stands in an element that is none itself, such as one of a page's own naming.
fn holds_block(page: &Page, id: Id) -> bool {
    page.within(id)
        .skip(1)
        .any(|id| page.name(id).is_some_and(|name| is_block(page, id, name)))
}

/// Whether a style sets `property` to `value`.
fn says(style: &str, property: &str, value: &str) -> bool {
    style.split(';').any(|rule| {
        rule.split_once(':').is_some_and(|(name, set)| {
            let set = set.trim_ascii();
            let set = set.strip_suffix("!important").map_or(set, str::trim_ascii_end);
            name.trim_ascii().eq_ignore_ascii_case(property) && set.eq_ignore_ascii_case(value)
        })
    })
}

/// Whether an element begins and ends a line.
pub(crate) fn is_block(page: &Page, id: Id, name: &LocalName) -> bool {
    match *name {
        local_name!("address")
        | local_name!("article")
        | local_name!("aside")
        | local_name!("blockquote")
        | local_name!("body")
        | local_name!("caption")
        | local_name!("center")
        | local_name!("dd")
        | local_name!("details")
        | local_name!("dialog")
        | local_name!("dir")
        | local_name!("div")
        | local_name!("dl")
        | local_name!("dt")
        | local_name!("fieldset")
        | local_name!("figcaption")
        | local_name!("figure")
        | local_name!("footer")
        | local_name!("form")
        | local_name!("h1")
        | local_name!("h2")
        | local_name!("h3")
        | local_name!("h4")
        | local_name!("h5")
        | local_name!("h6")
        | local_name!("header")
        | local_name!("hgroup")
        | local_name!("hr")
        | local_name!("html")
        | local_name!("legend")
        | local_name!("li")
        | local_name!("listing")
        | local_name!("main")
        | local_name!("menu")
        | local_name!("nav")
        | local_name!("ol")
        | local_name!("p")
        | local_name!("pre")
        | local_name!("search")
        | local_name!("section")
        | local_name!("summary")
        | local_name!("table")
        | local_name!("tbody")
        | local_name!("td")
        | local_name!("tfoot")
        | local_name!("th")
        | local_name!("thead")
        | local_name!("tr")
        | local_name!("ul")
        | local_name!("xmp") => true,
        _ => page
            .attribute(id, "style")
            .is_some_and(|style| says(style, "display", "block")),
    }
}
