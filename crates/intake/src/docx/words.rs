//! The words of a paragraph: its runs with their marks and links, and what hangs on them: pictures, text boxes, comments.

use model::block::{Inline, Mark};
use roxmltree::Node;

use super::{
    notes::Notes,
    package::Relations,
    styles::{RunLook, Styles},
    xml::{attribute, child, value},
};
use crate::{Problem, html::links};

/// A picture: what stands for it, and where it is when it lies outside the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Picture {
    /// Its alternative text.
    pub(super) alt: String,
    /// Its address, when it isn't in the document itself.
    pub(super) source: Option<String>,
}

/// What a paragraph holds.
pub(super) struct Words<'s, 'a, 'i> {
    styles: &'s Styles,
    relations: &'s Relations,
    notes: &'s Notes<'a, 'i>,
    /// How the paragraph's style sets its runs.
    base: RunLook,
    /// Fields begun in this paragraph.
    fields: Vec<Field>,
    /// The words a reader sees.
    pub(super) shown: Vec<Inline>,
    /// Those an editor struck out.
    pub(super) struck: Vec<Inline>,
    /// Those set as hidden.
    pub(super) hidden: Vec<Inline>,
    /// The comments that hang on it, by their ids.
    pub(super) comments: Vec<&'a str>,
    /// Its pictures.
    pub(super) pictures: Vec<Picture>,
    /// The contents of its text boxes.
    pub(super) boxes: Vec<Node<'a, 'i>>,
}

/// A field: an instruction to Word, and the words it came to.
#[derive(Default)]
struct Field {
    instruction: String,
    shows: bool,
    link: Option<String>,
}

/// Where in the paragraph the walk is.
#[derive(Clone, Copy)]
struct Place<'l> {
    struck: bool,
    link: Option<&'l str>,
    depth: usize,
}

impl<'s, 'a, 'i> Words<'s, 'a, 'i> {
    /// The words of `paragraph`, whose style sets its runs as `base` says.
    pub(super) fn of(
        paragraph: Node<'a, 'i>,
        base: RunLook,
        (styles, relations, notes): (&'s Styles, &'s Relations, &'s Notes<'a, 'i>),
    ) -> Result<Self, Problem> {
        let mut words = Self {
            styles,
            relations,
            notes,
            base,
            fields: Vec::new(),
            shown: Vec::new(),
            struck: Vec::new(),
            hidden: Vec::new(),
            comments: Vec::new(),
            pictures: Vec::new(),
            boxes: Vec::new(),
        };
        let start = Place {
            struck: false,
            link: None,
            depth: 0,
        };
        words.read(paragraph, start)?;
        Ok(words)
    }

    fn read(&mut self, parent: Node<'a, 'i>, place: Place<'_>) -> Result<(), Problem> {
        let place = place.deeper()?;
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "pPr" | "rPr" | "sdtPr" | "sdtEndPr" => {}
                "r" => self.run(node, place)?,
                "del" | "moveFrom" => self.read(
                    node,
                    Place {
                        struck: true,
                        ..place
                    },
                )?,
                "hyperlink" => {
                    let target = attribute(node, "id").and_then(|id| self.relations.get(id));
                    let link = target.filter(|r| r.external).and_then(|r| leads_to(&r.target));
                    self.read(
                        node,
                        Place {
                            link: link.as_deref().or(place.link),
                            ..place
                        },
                    )?;
                }
                "fldSimple" => {
                    let link = attribute(node, "instr").and_then(hyperlink);
                    self.read(
                        node,
                        Place {
                            link: link.as_deref().or(place.link),
                            ..place
                        },
                    )?;
                }
                "commentReference" => self.comments.extend(attribute(node, "id")),
                "AlternateContent" => {
                    if let Some(chosen) = choice(node) {
                        self.read(chosen, place)?;
                    }
                }
                _ => self.read(node, place)?,
            }
        }
        Ok(())
    }

    fn run(&mut self, run: Node<'a, 'i>, place: Place<'_>) -> Result<(), Problem> {
        let properties = child(run, "rPr");
        let style = properties.and_then(|p| child(p, "rStyle")).and_then(value);
        let look = RunLook::of(properties).or(self.styles.of_run(style));
        self.content(run, look, place)
    }

    fn content(&mut self, parent: Node<'a, 'i>, look: RunLook, place: Place<'_>) -> Result<(), Problem> {
        let place = place.deeper()?;
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "t" => self.say(text(node), look, place),
                "delText" => self.say(
                    text(node),
                    look,
                    Place {
                        struck: true,
                        ..place
                    },
                ),
                "tab" | "ptab" => self.say(" ", look, place),
                "br" | "cr" => self.say("\n", look, place),
                "noBreakHyphen" => self.say("\u{2011}", look, place),
                "sym" => {
                    let sign = attribute(node, "char").and_then(|hex| u32::from_str_radix(hex, 16).ok());
                    // The fonts of signs keep them in the private area, where no other font knows them.
                    if let Some(sign) = sign
                        .and_then(char::from_u32)
                        .filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c))
                    {
                        self.say(sign.encode_utf8(&mut [0; 4]), look, place);
                    }
                }
                name @ ("footnoteReference" | "endnoteReference") => {
                    let number = attribute(node, "id").and_then(|id| self.notes.number(name, id));
                    if let Some(number) = number {
                        let raised = RunLook {
                            raised: Some(Some(true)),
                            ..look
                        };
                        self.say(&format!("[{number}]"), raised, place);
                    }
                }
                "commentReference" => self.comments.extend(attribute(node, "id")),
                "fldChar" => self.field(node),
                "instrText" => {
                    if let Some(field) = self.fields.last_mut().filter(|f| !f.shows) {
                        field.instruction.push_str(text(node));
                    }
                }
                "drawing" | "pict" | "object" => self.picture(node, place),
                "AlternateContent" => {
                    if let Some(chosen) = choice(node) {
                        self.content(chosen, look, place)?;
                    }
                }
                "ruby" => {
                    if let Some(base) = child(node, "rubyBase") {
                        self.read(base, place)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn say(&mut self, text: &str, look: RunLook, place: Place<'_>) {
        if self.fields.iter().any(|f| !f.shows) {
            return;
        }
        // Bold and italic of a paragraph's style belong to the paragraph; only what a run adds is a mark.
        let marks = [
            (look.strong == Some(true), Mark::Strong),
            (look.emphasis == Some(true), Mark::Emphasis),
            (look.code == Some(true), Mark::Code),
            (look.raised == Some(Some(true)), Mark::Sup),
            (look.raised == Some(Some(false)), Mark::Sub),
        ];
        let link = self
            .fields
            .iter()
            .rev()
            .find_map(|f| f.link.as_deref())
            .or(place.link);
        let said = Inline {
            text: text.to_owned(),
            marks: marks
                .into_iter()
                .filter_map(|(is, mark)| is.then_some(mark))
                .collect(),
            link: link.map(str::to_owned),
        };
        let is_hidden = look.hidden.or(self.base.hidden) == Some(true);
        match () {
            () if place.struck => self.struck.push(said),
            () if is_hidden => self.hidden.push(said),
            () => self.shown.push(said),
        }
    }

    /// A field's beginning, the end of its instruction, or its end.
    fn field(&mut self, node: Node<'_, '_>) {
        match attribute(node, "fldCharType") {
            Some("begin") if self.fields.len() < crate::limits::DEPTH => self.fields.push(Field::default()),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.link = hyperlink(&field.instruction);
                    field.shows = true;
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    /// A drawing is a text box, or a picture when something says what it shows.
    fn picture(&mut self, drawing: Node<'a, 'i>, place: Place<'_>) {
        if place.struck {
            return;
        }
        let is_outer = |node: &Node<'a, 'i>| {
            let above = node.ancestors().skip(1).take_while(|n| *n != drawing);
            above
                .into_iter()
                .all(|n| n.tag_name().name() != "txbxContent" && !is_stand_in(n))
        };
        let before = self.boxes.len();
        let contents = drawing
            .descendants()
            .filter(|n| n.tag_name().name() == "txbxContent");
        self.boxes.extend(contents.filter(is_outer));
        if self.boxes.len() > before {
            return;
        }
        let found = |name: &str| drawing.descendants().find(|n| n.tag_name().name() == name);
        let described = found("docPr").and_then(|n| attribute(n, "descr").or_else(|| attribute(n, "title")));
        let alt = described.or_else(|| drawing.descendants().find_map(|n| n.attribute("alt")));
        let Some(alt) = alt.map(one_line).filter(|alt| !alt.is_empty()) else {
            return;
        };
        let place = found("blip")
            .and_then(|n| attribute(n, "link"))
            .and_then(|id| self.relations.get(id));
        self.pictures.push(Picture {
            alt,
            source: place.filter(|r| r.external).and_then(|r| leads_to(&r.target)),
        });
    }
}

impl Place<'_> {
    fn deeper(self) -> Result<Self, Problem> {
        let depth = self.depth + 1;
        if depth > crate::limits::DEPTH {
            return Err(Problem::TooComplex);
        }
        Ok(Self { depth, ..self })
    }
}

/// Of the forms of the same content, the one for programs of today.
pub(super) fn choice<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    child(node, "Choice").or_else(|| child(node, "Fallback"))
}

/// Whether `node` stands in for its sibling in old programs.
fn is_stand_in(node: Node<'_, '_>) -> bool {
    node.tag_name().name() == "Fallback" && node.parent().is_some_and(|p| child(p, "Choice").is_some())
}

/// The address in a field's instruction, such as `HYPERLINK "https://…"`; one that stays in the document has none.
fn hyperlink(instruction: &str) -> Option<String> {
    let rest = instruction.trim_start().strip_prefix("HYPERLINK")?;
    let (before, quoted) = rest.split_once('"')?;
    let (address, _) = quoted.split_once('"')?;
    (!before.contains("\\l")).then(|| leads_to(address)).flatten()
}

/// The address `written` as one that a reader may follow, by the same rule as in a page.
fn leads_to(written: &str) -> Option<String> {
    links::absolute(written, None)
}

fn text<'a>(node: Node<'a, '_>) -> &'a str {
    node.text().unwrap_or_default()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_that_leave_the_document_are_links() {
        for (instruction, link) in [
            (
                r#" HYPERLINK "https://a.example/1" \o "tip""#,
                Some("https://a.example/1"),
            ),
            (r#"HYPERLINK \l "part""#, None),
            (r#"HYPERLINK "javascript:alert(1)""#, None),
            (r#"HYPERLINK "file:///c:/x.docx""#, None),
            ("PAGE", None),
            ("HYPERLINK", None),
        ] {
            assert_eq!(hyperlink(instruction).as_deref(), link, "{instruction}");
        }
    }
}
