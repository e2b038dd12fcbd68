//! Word documents made for tests: a package with the parts given, and a body of simple paragraphs.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A document under construction.
pub struct Docx {
    parts: Vec<(String, String)>,
    relations: Vec<String>,
}

impl Docx {
    /// A document whose body holds `body`, which is WordprocessingML.
    pub fn new(body: &str) -> Self {
        let document = format!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{RELATIONS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="wp" xmlns:a="a" xmlns:wps="wps" xmlns:v="v" xmlns:m="m"><w:body>{body}</w:body></w:document>"#
        );
        Self {
            parts: vec![("word/document.xml".to_owned(), document)],
            relations: Vec::new(),
        }
    }

    /// With another part in `word/`, which the body names by `kind` and, if it must, by `id`.
    pub fn part(mut self, id: &str, kind: &str, file: &str, content: &str) -> Self {
        let xml = format!(r#"<w:{kind} xmlns:w="w" xmlns:r="{RELATIONS}">{content}</w:{kind}>"#);
        self.parts.push((format!("word/{file}"), xml));
        let kind = match kind {
            "hdr" => "header",
            "ftr" => "footer",
            kind => kind,
        };
        self.relation(id, kind, file, "")
    }

    /// With a link to an address.
    pub fn link(self, id: &str, address: &str) -> Self {
        self.relation(id, "hyperlink", address, r#" TargetMode="External""#)
    }

    fn relation(mut self, id: &str, kind: &str, target: &str, mode: &str) -> Self {
        self.relations.push(format!(
            r#"<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{target}"{mode}/>"#
        ));
        self
    }

    /// With core properties.
    pub fn core(mut self, content: &str) -> Self {
        let xml = format!(
            r#"<cp:coreProperties xmlns:cp="cp" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">{content}</cp:coreProperties>"#
        );
        self.parts.push(("docProps/core.xml".to_owned(), xml));
        self
    }

    /// The file, with `document` in the place of the body's part.
    pub fn bytes_with_document(mut self, document: &str) -> Vec<u8> {
        document.clone_into(&mut self.parts[0].1);
        self.bytes()
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        let list = |content: &str| {
            format!(
                r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{content}</Relationships>"#
            )
        };
        let package = format!(
            r#"<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>"#
        );
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut write = |name: &str, content: &str| {
            let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
            zip.start_file(name, options).unwrap();
            zip.write_all(content.as_bytes()).unwrap();
        };
        write("[Content_Types].xml", r#"<Types xmlns="t"/>"#);
        write("_rels/.rels", &list(&package));
        write("word/_rels/document.xml.rels", &list(&self.relations.concat()));
        for (name, content) in &self.parts {
            write(name, content);
        }
        zip.finish().unwrap().into_inner()
    }
}

/// A paragraph with a style; plain ones have none.
pub fn paragraph(style: &str, words: &str) -> String {
    let style = match style {
        "" => String::new(),
        style => format!(r#"<w:pPr><w:pStyle w:val="{style}"/></w:pPr>"#),
    };
    format!("<w:p>{style}{}</w:p>", run(words))
}

/// A run of plain words.
fn run(words: &str) -> String {
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    format!(r#"<w:r><w:t xml:space="preserve">{words}</w:t></w:r>"#)
}

/// Styles and lists as Word's own template has them: `Heading1`, `ListBullet`, `ListNumber`, `Title`, `Quote`.
pub fn with_styles(docx: Docx) -> Docx {
    let style = |id: &str, name: &str, more: &str| {
        format!(r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{more}</w:style>"#)
    };
    let list = |id: &str| format!(r#"<w:pPr><w:numPr><w:numId w:val="{id}"/></w:numPr></w:pPr>"#);
    let styles = [
        style("Title", "Title", ""),
        style("Heading1", "heading 1", ""),
        style("Heading2", "heading 2", ""),
        style("ListBullet", "List Bullet", &list("1")),
        style("ListNumber", "List Number", &list("2")),
        style("Subtitle", "Subtitle", ""),
        style("Author", "Author", ""),
        style("Date", "Date", ""),
        style("Quote", "Quote", ""),
        style("Caption", "caption", ""),
        style("TOC1", "toc 1", ""),
    ];
    let numbering = r#"<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>"#;
    docx.part("rS", "styles", "styles.xml", &styles.concat()).part(
        "rN",
        "numbering",
        "numbering.xml",
        numbering,
    )
}
