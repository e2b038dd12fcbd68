//! Documents that are made to take all memory or time there is.

use std::io::{Cursor, Write};

use intake::{Answer, Kind, Problem};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::word::Docx;

/// What must come of a bomb.
pub enum End {
    /// It is refused with this problem.
    Refused(Problem),
    /// It is read, as far as it is anything to read.
    Read,
}

/// Every bomb with its name.
pub fn all() -> Vec<(&'static str, Vec<u8>, End)> {
    let damaged = || End::Refused(Problem::Damaged { what: Kind::Word });
    let complex = || End::Refused(Problem::TooComplex);
    let head = "MIME-Version: 1.0\nFrom: a@x.example\nTo: b@x.example\nSubject: s\n";
    vec![
        (
            "a Word document that unpacks to two thousand times its size",
            Docx::new(&format!(
                "<w:p><w:r><w:t>{}</w:t></w:r></w:p>",
                "a".repeat(60_000_000)
            ))
            .bytes(),
            End::Refused(Problem::Bomb { limit: 100_000_000 }),
        ),
        (
            "a Word document with paragraphs in frames in frames",
            Docx::new(&("<w:sdt><w:sdtContent>".repeat(50_000) + &"</w:sdtContent></w:sdt>".repeat(50_000)))
                .bytes(),
            complex(),
        ),
        (
            "a Word document with tables in tables",
            Docx::new(&("<w:tbl><w:tr><w:tc>".repeat(20_000) + &"</w:tc></w:tr></w:tbl>".repeat(20_000)))
                .bytes(),
            complex(),
        ),
        (
            "a Word document with runs in runs",
            Docx::new(&format!(
                "<w:p>{}{}</w:p>",
                "<w:ins>".repeat(100_000),
                "</w:ins>".repeat(100_000)
            ))
            .bytes(),
            complex(),
        ),
        (
            "a Word document with a million attributes",
            Docx::new(&format!("<w:p {}/>", attributes())).bytes(),
            complex(),
        ),
        (
            "a package with fifty thousand members",
            members(50_000),
            complex(),
        ),
        (
            "a Word document with entities that grow",
            Docx::new("").bytes_with_document(
                "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>",
            ),
            damaged(),
        ),
        (
            "a message in a message in a message",
            format!("{head}{}", "Content-Type: message/rfc822\n\n".repeat(100_000)).into_bytes(),
            complex(),
        ),
        (
            "a message of a million parts",
            format!(
                "{head}Content-Type: multipart/mixed; boundary=b\n\n{}",
                "--b\n\nx\n".repeat(1_000_000)
            )
            .into_bytes(),
            complex(),
        ),
        (
            "a message of lines that all seem to introduce another",
            format!(
                "{head}\n{}",
                "From: a\n\nOn Monday at 08:00 b wrote\n".repeat(60_000)
            )
            .into_bytes(),
            End::Read,
        ),
        (
            "a gzip file",
            b"\x1f\x8b\x08\0\0\0\0\0\0\x03".to_vec(),
            End::Refused(Problem::NotText { what: Kind::Archive }),
        ),
        (
            "a page a hundred thousand elements deep",
            format!("<html><body>{}deep", "<div>".repeat(100_000)).into_bytes(),
            End::Read,
        ),
        (
            "a page with a million attributes",
            format!("<html><body><p {}>words", attributes()).into_bytes(),
            End::Read,
        ),
        (
            "a page with half a million elements left open",
            format!("<html><body>words{}", "<b><i>x".repeat(250_000)).into_bytes(),
            End::Read,
        ),
    ]
}

/// Checks that `answer` is what must come of a bomb.
pub fn check(name: &str, answer: &Answer, end: &End) {
    match (answer, end) {
        (Answer::Problem(found), End::Refused(problem)) => assert_eq!(found, problem, "{name}"),
        (Answer::Capture(_), End::Read) => {}
        // A page may be nothing but its depth.
        (Answer::Problem(Problem::Blank), End::Read) => {}
        (other, _) => panic!("{name}: {other:?}"),
    }
}

fn attributes() -> String {
    (0..1_000_000).map(|n| format!("a{n}=\"\" ")).collect()
}

fn members(count: usize) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for n in 0..count {
        zip.start_file(format!("word/document{n}"), options).unwrap();
        zip.write_all(b"x").unwrap();
    }
    zip.finish().unwrap().into_inner()
}
