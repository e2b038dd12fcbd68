//! What a document's styles and lists say about a paragraph or run: headings, lists, quotations, code, what is hidden.
//!
//! Word keeps the English name of a built-in style in every language and translates only its id; other programs translate the
//! name too, so the names that begin headings in large languages are known here. A style inherits from the one it is based on.

use std::collections::HashMap;

use roxmltree::Node;

use super::xml::{attribute, child, is_on, value};

/// A style is based on another, which is based on another …; a chain longer than this is a circle.
const LONGEST_CHAIN: usize = 16;

/// What a paragraph is by its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// The document's title.
    Title,
    /// The line under it.
    Subtitle,
    /// The names of the authors, and nothing else.
    Author,
    /// A heading, from 1.
    Heading(u8),
    /// A quotation.
    Quote,
    /// A program's text.
    Code,
    /// The words under a picture or table.
    Caption,
    /// A line of the table of contents.
    Contents,
}

/// How a run is set; nothing where neither it nor its style says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RunLook {
    /// Bold.
    pub(super) strong: Option<bool>,
    /// Italic.
    pub(super) emphasis: Option<bool>,
    /// Not shown.
    pub(super) hidden: Option<bool>,
    /// Raised (true) or lowered (false); `Some(None)` is on the line again.
    pub(super) raised: Option<Option<bool>>,
    /// Fixed width.
    pub(super) code: Option<bool>,
}

impl RunLook {
    /// What `properties` (a `w:rPr`) say.
    pub(super) fn of(properties: Option<Node<'_, '_>>) -> Self {
        let Some(properties) = properties else {
            return Self::default();
        };
        let switch = |name| child(properties, name).map(is_on);
        let raised = child(properties, "vertAlign").map(|node| match value(node) {
            Some("superscript") => Some(true),
            Some("subscript") => Some(false),
            _ => None,
        });
        let font = child(properties, "rFonts").and_then(|node| attribute(node, "ascii"));
        Self {
            strong: switch("b"),
            emphasis: switch("i"),
            hidden: switch("vanish"),
            raised,
            code: font.map(is_fixed_width),
        }
    }

    /// This, and where it says nothing, `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            strong: self.strong.or(other.strong),
            emphasis: self.emphasis.or(other.emphasis),
            hidden: self.hidden.or(other.hidden),
            raised: self.raised.or(other.raised),
            code: self.code.or(other.code),
        }
    }
}

/// A list that a paragraph belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ListPlace {
    /// Which list; Word's `0` means none, whatever the style says.
    pub(super) list: Option<String>,
    /// 0 for the outermost.
    pub(super) level: Option<u8>,
}

impl ListPlace {
    /// What `properties` (a `w:pPr`) say.
    pub(super) fn of(properties: Option<Node<'_, '_>>) -> Self {
        let Some(place) = properties.and_then(|p| child(p, "numPr")) else {
            return Self::default();
        };
        Self {
            list: child(place, "numId").and_then(value).map(str::to_owned),
            level: child(place, "ilvl").and_then(value).and_then(|v| v.parse().ok()),
        }
    }

    /// This, and where it says nothing, `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            list: self.list.or(other.list),
            level: self.level.or(other.level),
        }
    }
}

/// A style with what it inherits left to be looked up.
#[derive(Default)]
struct Style {
    based_on: Option<String>,
    look: Option<Look>,
    run: RunLook,
    place: ListPlace,
}

/// The styles of a document by their ids.
#[derive(Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
}

/// What a paragraph or run has from its style and those it is based on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Inherited {
    /// What the paragraph is.
    pub(super) look: Option<Look>,
    /// How its runs are set.
    pub(super) run: RunLook,
    /// The list it belongs to.
    pub(super) place: ListPlace,
}

impl Styles {
    /// Reads `w:styles`.
    pub(super) fn read(root: Node<'_, '_>) -> Self {
        let mut styles = Self::default();
        for node in root.children().filter(|n| n.tag_name().name() == "style") {
            let Some(id) = attribute(node, "styleId") else {
                continue;
            };
            let is_paragraph = attribute(node, "type") == Some("paragraph");
            let is_usual = attribute(node, "default").is_some_and(|v| matches!(v, "1" | "true" | "on"));
            if is_paragraph && is_usual {
                styles.usual = Some(id.to_owned());
            }
            let paragraph = child(node, "pPr");
            let outline = paragraph.and_then(outline_level);
            let name = child(node, "name").and_then(value).unwrap_or(id);
            let style = Style {
                based_on: child(node, "basedOn").and_then(value).map(str::to_owned),
                look: by_name(name).or(outline.map(Look::Heading)),
                run: RunLook::of(child(node, "rPr")),
                place: ListPlace::of(paragraph),
            };
            styles.styles.entry(id.to_owned()).or_insert(style);
        }
        styles
    }

    /// What the style `id` gives; the usual style where a paragraph names none.
    pub(super) fn of_paragraph(&self, id: Option<&str>) -> Inherited {
        let found = self.inherited(id.or(self.usual.as_deref()));
        // Documents without a part for styles still name them: `Heading1`.
        let look = found
            .look
            .or_else(|| id.filter(|id| !self.styles.contains_key(*id)).and_then(by_name));
        Inherited { look, ..found }
    }

    /// How the style `id` sets a run.
    pub(super) fn of_run(&self, id: Option<&str>) -> RunLook {
        let found = self.inherited(id);
        let by_name = (found.look == Some(Look::Code)).then_some(true);
        RunLook {
            code: found.run.code.or(by_name),
            ..found.run
        }
    }

    fn inherited(&self, id: Option<&str>) -> Inherited {
        let mut found = Inherited::default();
        let mut next = id;
        for _ in 0..LONGEST_CHAIN {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else {
                break;
            };
            found.look = found.look.or(style.look);
            found.run = found.run.or(style.run);
            found.place = found.place.or(style.place.clone());
            next = style.based_on.as_deref();
        }
        found
    }
}

/// The level in the outline that `properties` (a `w:pPr`) give, from 1; Word's tenth level is running text.
pub(super) fn outline_level(properties: Node<'_, '_>) -> Option<u8> {
    let level: u8 = child(properties, "outlineLvl").and_then(value)?.parse().ok()?;
    (level < 9).then_some((level + 1).min(6))
}

/// What a style is by its name, in the languages whose programs translate names.
fn by_name(name: &str) -> Option<Look> {
    const HEADINGS: [&str; 16] = [
        "heading",
        "überschrift",
        "titre",
        "título",
        "titulo",
        "titolo",
        "kop",
        "rubrik",
        "overskrift",
        "otsikko",
        "nagłówek",
        "nadpis",
        "заголовок",
        "başlık",
        "标题",
        "見出し",
    ];
    let name = name.trim().to_lowercase();
    let words = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let level: Option<u8> = name[words.len()..].parse().ok().filter(|n| (1..=9).contains(n));
    let words = words.trim();
    if let Some(level) = level {
        if HEADINGS.contains(&words) {
            return Some(Look::Heading(level.min(6)));
        }
        if words == "toc" {
            return Some(Look::Contents);
        }
    }
    match words {
        "title" | "titel" | "headline" | "document title" => Some(Look::Title),
        "subtitle"
        | "untertitel"
        | "sous-titre"
        | "subtítulo"
        | "sottotitolo"
        | "ondertitel"
        | "подзаголовок"
        | "deck"
        | "standfirst" => Some(Look::Subtitle),
        "author" | "authors" | "byline" | "autor" | "auteur" | "autore" => Some(Look::Author),
        "quote" | "intense quote" | "quotations" | "block text" | "blockquote" | "zitat" | "citation"
        | "cita" => Some(Look::Quote),
        "html preformatted" | "html code" | "preformatted text" | "source code" | "code" | "macro text" => {
            Some(Look::Code)
        }
        "caption" | "image caption" | "beschriftung" | "légende" | "leyenda" | "didascalia" => {
            Some(Look::Caption)
        }
        "toc heading" | "contents heading" => Some(Look::Contents),
        _ => None,
    }
}

fn is_fixed_width(font: &str) -> bool {
    let font = font.to_ascii_lowercase();
    font.contains("courier") || font.contains("consolas") || font.contains("mono") || font == "menlo"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::docx::package::parse;

    #[test]
    fn headings_are_known_by_name_in_any_language_by_base_and_by_outline() {
        let xml = r#"<w:styles xmlns:w="w">
            <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
            <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
            <w:style w:type="paragraph" w:styleId="t3"><w:name w:val="Titre 3"/></w:style>
            <w:style w:type="paragraph" w:styleId="House"><w:name w:val="House style"/><w:basedOn w:val="t3"/></w:style>
            <w:style w:type="paragraph" w:styleId="Out"><w:name w:val="Outlined"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>
            <w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>
        </w:styles>"#;
        let document = parse(xml).unwrap();
        let styles = Styles::read(document.root_element());
        for (id, look) in [
            ("berschrift2", Some(Look::Heading(2))),
            ("t3", Some(Look::Heading(3))),
            ("House", Some(Look::Heading(3))),
            ("Out", Some(Look::Heading(1))),
            ("Standard", None),
            ("A", None),
            ("Heading4", Some(Look::Heading(4))),
        ] {
            assert_eq!(styles.of_paragraph(Some(id)).look, look, "{id}");
        }
        assert_eq!(by_name("Title"), Some(Look::Title));
        assert_eq!(by_name("toc 2"), Some(Look::Contents));
        assert_eq!(by_name("Titled land"), None);
    }
}
