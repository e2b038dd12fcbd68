//! Lists: whether a level of a list has bullets or numbers.
//!
//! A list (`w:num`) points at its definition (`w:abstractNum`) and may override levels of it; a definition may point at another
//! list through a style.

use std::collections::HashMap;

use roxmltree::Node;

use super::xml::{attribute, child, value};

/// The lists of a document.
#[derive(Default)]
pub(super) struct Numbering {
    /// Whether each level is numbered, by list and level; a level without marker is missing.
    levels: HashMap<(String, u8), bool>,
}

impl Numbering {
    /// Reads `w:numbering`.
    pub(super) fn read(root: Node<'_, '_>) -> Self {
        let elements = |name: &'static str| root.children().filter(move |n| n.tag_name().name() == name);
        let mut definitions: HashMap<&str, Node<'_, '_>> = HashMap::new();
        let mut by_style: HashMap<&str, Node<'_, '_>> = HashMap::new();
        for node in elements("abstractNum") {
            if let Some(id) = attribute(node, "abstractNumId") {
                definitions.insert(id, node);
            }
            if let Some(style) = child(node, "styleLink").and_then(value) {
                by_style.insert(style, node);
            }
        }
        let mut levels = HashMap::new();
        for list in elements("num") {
            let Some(id) = attribute(list, "numId") else {
                continue;
            };
            let Some(&definition) = child(list, "abstractNumId")
                .and_then(value)
                .and_then(|d| definitions.get(d))
            else {
                continue;
            };
            let linked = child(definition, "numStyleLink")
                .and_then(value)
                .and_then(|s| by_style.get(s));
            let overrides = list
                .children()
                .filter(|n| n.tag_name().name() == "lvlOverride")
                .filter_map(|n| child(n, "lvl"));
            // Later ones win: the linked definition, the list's own, its overrides.
            let own = linked.into_iter().copied().chain([definition]);
            let all = own
                .flat_map(|d| d.children().filter(|n| n.tag_name().name() == "lvl"))
                .chain(overrides);
            for level in all {
                let format = child(level, "numFmt").and_then(value).unwrap_or("decimal");
                let number = attribute(level, "ilvl").and_then(|l| l.parse().ok());
                if let Some(number) = number.filter(|_| format != "none") {
                    levels.insert((id.to_owned(), number), format != "bullet");
                }
            }
        }
        Self { levels }
    }

    /// Whether the items of `list` at `level` are numbered; nothing when they have no marker.
    pub(super) fn is_numbered(&self, list: &str, level: u8) -> Option<bool> {
        self.levels.get(&(list.to_owned(), level)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::docx::package::parse;

    #[test]
    fn bullets_numbers_and_overridden_levels_are_told_apart() {
        let xml = r#"<w:numbering xmlns:w="w">
            <w:abstractNum w:abstractNumId="0">
                <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
                <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl>
                <w:lvl w:ilvl="2"><w:numFmt w:val="none"/></w:lvl>
            </w:abstractNum>
            <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Dots"/></w:abstractNum>
            <w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Dots"/><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
            <w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
            <w:num w:numId="6"><w:abstractNumId w:val="0"/>
                <w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:lvlOverride></w:num>
            <w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>
        </w:numbering>"#;
        let document = parse(xml).unwrap();
        let lists = Numbering::read(document.root_element());
        for (list, level, numbered) in [
            ("5", 0, Some(false)),
            ("5", 1, Some(true)),
            ("5", 2, None),
            ("6", 0, Some(true)),
            ("7", 0, Some(false)),
            ("9", 0, None),
        ] {
            assert_eq!(lists.is_numbered(list, level), numbered, "{list} {level}");
        }
    }
}
