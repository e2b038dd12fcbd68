//! The ZIP package around a Word document: its parts by their relations, under limits on what they unpack to.
//!
//! A part is found the way Word finds it, over the relations that begin at `_rels/.rels`, never by a fixed name; names of the
//! archive are compared and never used as paths. XML is parsed without DTDs, so no entity can grow.

use std::{
    borrow::Cow,
    collections::HashMap,
    io::{Cursor, Read},
};

use encoding_rs::Encoding;
use roxmltree::{Document, Node, ParsingOptions};
use zip::ZipArchive;

use crate::{Kind, Problem, limits};

/// The part of a name behind which no further folder stands.
const OFFICE_DOCUMENT: &str = "officeDocument";

/// A document's parts, unpacked when they are asked for.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Places in the archive by name in small letters: Word compares names so.
    names: HashMap<String, usize>,
    /// Bytes that may still be unpacked.
    left: u64,
}

/// A relation of a part to another, or to an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Relation {
    /// The last word of its type, such as `styles` or `hyperlink`.
    pub(super) kind: String,
    /// The other part's name in the package, or the address as written.
    pub(super) target: String,
    /// Whether it leads out of the package.
    pub(super) external: bool,
}

/// The relations of a part, by their ids.
pub(super) type Relations = HashMap<String, Relation>;

impl<'b> Package<'b> {
    /// Opens the package; nothing is unpacked yet.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Problem> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        if archive.len() > limits::ARCHIVE_ENTRIES {
            return Err(Problem::TooComplex);
        }
        let mut names = HashMap::new();
        for index in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(index) {
                names.entry(folded(&name)).or_insert(index);
            }
        }
        Ok(Self {
            archive,
            names,
            left: limits::UNPACKED_BYTES,
        })
    }

    /// The name of the document's main part, where the package says so.
    pub(super) fn main_part(&mut self) -> Result<String, Problem> {
        let relations = self.relations("")?;
        let main = relations
            .into_values()
            .find(|r| r.kind == OFFICE_DOCUMENT && !r.external);
        main.map(|r| r.target).ok_or_else(damaged)
    }

    /// The text of the part `name`; nothing when there is none.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, Problem> {
        let Some(&index) = self.names.get(&folded(name)) else {
            return Ok(None);
        };
        let entry = self.archive.by_index(index).map_err(|_| damaged())?;
        let packed = entry.compressed_size();
        // A ratio that no text reaches; small parts are free to be as dull as they like.
        let most = (packed.saturating_mul(limits::UNPACKED_RATIO))
            .max(limits::UNPACKED_FREE)
            .min(self.left);
        let mut bytes = Vec::new();
        // What the entry says about its size is not believed: one byte more than allowed tells.
        let read = entry
            .take(most + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| damaged())?;
        if read as u64 > most {
            return Err(Problem::Bomb {
                limit: limits::UNPACKED_BYTES,
            });
        }
        self.left -= read as u64;
        Ok(Some(text(&bytes)?.into_owned()))
    }

    /// The relations of the part `name`; those of the package for the empty name.
    pub(super) fn relations(&mut self, name: &str) -> Result<Relations, Problem> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let Some(xml) = self.part(&join(folder, &format!("_rels/{file}.rels")))? else {
            return Ok(Relations::new());
        };
        let document = parse(&xml)?;
        let relation = |node: Node<'_, '_>| {
            let external = node.attribute("TargetMode") == Some("External");
            let target = node.attribute("Target")?;
            let relation = Relation {
                kind: node.attribute("Type")?.rsplit('/').next()?.to_owned(),
                target: if external {
                    target.to_owned()
                } else {
                    join(folder, target)
                },
                external,
            };
            Some((node.attribute("Id")?.to_owned(), relation))
        };
        Ok(document.root_element().children().filter_map(relation).collect())
    }
}

/// The parsed XML of a part.
pub(super) fn parse(xml: &str) -> Result<Document<'_>, Problem> {
    if has_crowded_tag(xml) {
        return Err(Problem::TooComplex);
    }
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: limits::XML_NODES,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(xml, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Problem::TooComplex,
        _ => damaged(),
    })
}

/// Whether a tag has more attributes than any writer gives it; comparing each with each takes the parser too long.
fn has_crowded_tag(xml: &str) -> bool {
    let mut equals = 0;
    xml.bytes().any(|byte| {
        match byte {
            b'<' => equals = 0,
            b'=' => equals += 1,
            _ => {}
        }
        equals > limits::XML_ATTRIBUTES && matches!(byte, b'"' | b'\'')
    })
}

/// A package that Word could not open either, or one that is locked with a password.
pub(super) fn damaged() -> Problem {
    Problem::Damaged { what: Kind::Word }
}

/// XML is UTF-8 unless a byte order mark says otherwise.
fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Problem> {
    match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => {
            let (text, broken) = encoding.decode_without_bom_handling(&bytes[mark..]);
            if broken { Err(damaged()) } else { Ok(text) }
        }
        None => std::str::from_utf8(bytes)
            .map(Cow::Borrowed)
            .map_err(|_| damaged()),
    }
}

/// `target` as seen from `folder`, without `.` and `..`.
fn join(folder: &str, target: &str) -> String {
    let (start, rest) = target
        .strip_prefix('/')
        .map_or((folder, target), |rest| ("", rest));
    let mut steps: Vec<&str> = start.split('/').filter(|s| !s.is_empty()).collect();
    for step in rest.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn folded(name: &str) -> String {
    name.trim_start_matches('/')
        .replace('\\', "/")
        .to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_seen_from_the_folder_of_the_part_that_names_them() {
        for (folder, target, name) in [
            ("word", "styles.xml", "word/styles.xml"),
            ("word", "/word/styles.xml", "word/styles.xml"),
            ("word", "../docProps/core.xml", "docProps/core.xml"),
            ("", "./word/../../document.xml", "document.xml"),
        ] {
            assert_eq!(join(folder, target), name);
        }
    }

    #[test]
    fn a_tag_with_thousands_of_attributes_is_refused_before_it_is_parsed() {
        for attribute in ["b=\"\" ", "b='' "] {
            let tag = format!("<a {}/>", attribute.repeat(limits::XML_ATTRIBUTES + 2));
            assert_eq!(parse(&tag).unwrap_err(), Problem::TooComplex);
        }
        assert!(parse("<a b=\"x=y=z\"/>").is_ok());
    }
}
