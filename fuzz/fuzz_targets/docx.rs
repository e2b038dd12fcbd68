//! The parts of a Word document: the package around them is whole, so that chance need not make one.
#![no_main]

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// The parts, in the order in which `data` has them, parted by zero bytes.
const PARTS: [&str; 6] = [
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/footnotes.xml",
    "word/comments.xml",
    "docProps/core.xml",
];

const PACKAGE: &str = r#"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="x/core-properties" Target="docProps/core.xml"/></Relationships>"#;
const DOCUMENT: &str = r#"<Relationships><Relationship Id="a" Type="x/styles" Target="styles.xml"/><Relationship Id="b" Type="x/numbering" Target="numbering.xml"/><Relationship Id="c" Type="x/footnotes" Target="footnotes.xml"/><Relationship Id="d" Type="x/comments" Target="comments.xml"/><Relationship Id="e" Type="x/hyperlink" Target="https://outlet.example/" TargetMode="External"/></Relationships>"#;

fn package(data: &[u8]) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let fixed = [
        ("_rels/.rels", PACKAGE),
        ("word/_rels/document.xml.rels", DOCUMENT),
    ];
    let parts = PARTS.into_iter().zip(data.split(|byte| *byte == 0));
    for (name, content) in fixed
        .map(|(name, xml)| (name, xml.as_bytes()))
        .into_iter()
        .chain(parts)
    {
        zip.start_file(name, options)?;
        zip.write_all(content)?;
    }
    Ok(zip.finish()?.into_inner())
}

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Ok(package) = package(data) {
        fuzz::read(&package, &intake::Hints::default());
    }
});
