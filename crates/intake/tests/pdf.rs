//! PDF documents: the articles of the sample library in one, two and three columns, and small documents for what goes wrong.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on must fail"
)]

#[path = "common/pages.rs"]
mod pages;

use std::{fs, io::Write as _, path::Path};

use intake::{Hints, Kind, Problem};
use model::{
    article::{Capture, RemovedBecause, StatedField, Verdict},
    block::BlockKind,
};
use pages::{Pdf, line, lines};
use proptest::prelude::*;
use serde_json::Value;

fn capture(file: &[u8]) -> Capture {
    intake::capture(file, &Hints::default()).unwrap()
}

fn problem(file: &[u8]) -> Problem {
    intake::capture(file, &Hints::default()).unwrap_err()
}

fn texts(capture: &Capture) -> Vec<String> {
    capture.blocks.iter().map(|block| block.text()).collect()
}

fn removed(capture: &Capture, reason: RemovedBecause) -> Vec<&str> {
    let of = capture.removed.iter().filter(|r| r.reason == reason);
    of.map(|r| r.text.as_str()).collect()
}

/// The words of every part as typeset: without places, and with straight quotation marks.
fn words(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let is_place = |key: &str| {
                matches!(
                    key,
                    "char" | "byte" | "line" | "bullet" | "body_text_span" | "body_starts_char"
                )
            };
            map.iter()
                .filter(|(key, _)| !is_place(key))
                .map(|(key, value)| (key.clone(), words(value)))
                .collect()
        }
        Value::String(text) => {
            let straight = text.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
            Value::String(straight.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        Value::Array(list) => list.iter().map(words).collect(),
        other => other.clone(),
    }
}

#[test]
fn samples_in_one_two_and_three_columns_have_the_parts_of_their_gold() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = fs::read_dir(here.join("tests/fixtures/pdf"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "pdf"))
        .collect();
    files.sort();
    assert!(files.len() >= 3);
    for path in files {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let number = name.rsplit('-').next().unwrap();
        let gold = fs::read_dir(here.join("../../samples/gold"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .find(|gold| gold.file_name().unwrap().to_str().unwrap().starts_with(number))
            .unwrap();
        let gold: Value = serde_json::from_str(&fs::read_to_string(gold).unwrap()).unwrap();
        let found = intake::extraction(&fs::read(&path).unwrap(), &Hints::default()).unwrap();
        let found = words(&serde_json::to_value(found).unwrap());
        for (key, value) in words(&gold).as_object().unwrap() {
            // What is a line of the source is not a line of the page.
            if key != "related" {
                assert_eq!(&found[key], value, "{name}: {key}");
            }
        }
        assert_eq!(
            found["related"]["items"],
            words(&gold)["related"]["items"],
            "{name}"
        );
    }
}

/// Three pages of a report with a running head, page numbers, a hyphen over the end of a page and a note.
fn report() -> Pdf {
    let body = |n: i32, texts: &[&str]| {
        line(40, 570, 8, "Harbour Review") + &line(200, 30, 8, &n.to_string()) + &lines(40, 500, texts)
    };
    let first = line(40, 530, 20, "Strait Talks Resume")
        + &body(
            1,
            &[
                "The two governments met on Monday for the first time since the gas carrier",
                "was stopped.1 Neither side would say what had been agreed, and the inspec-",
            ],
        )
        + &line(40, 60, 7, "1 Officers were aboard for five hours.");
    let second = body(
        2,
        &[
            "tions went on all day, as the pilots of the strait reported to their own harbour",
            "master in the evening.",
            "    ",
        ],
    ) + &lines(40, 460, &["A second round will be held in the spring."]);
    let third = body(
        3,
        &["The harbour stays open for as long as the pilots are willing to go out there."],
    );
    Pdf::of(&[first, second, third])
}

#[test]
fn running_heads_and_page_numbers_are_left_out_and_pages_are_kept() {
    let capture = capture(&report().bytes());
    assert_eq!(capture.meta.headline.value, "Strait Talks Resume");
    assert_eq!(
        removed(&capture, RemovedBecause::RunningHead),
        ["Harbour Review"; 3]
    );
    assert_eq!(removed(&capture, RemovedBecause::PageNumber), ["1", "2", "3"]);
    let pages: Vec<Option<u32>> = capture.blocks.iter().map(|block| block.page).collect();
    assert_eq!(pages, [Some(1), Some(1), Some(2), Some(3), Some(1)]);
}

#[test]
fn a_paragraph_goes_on_over_the_end_of_a_page_and_notes_stand_behind_the_text() {
    let texts = texts(&capture(&report().bytes()));
    assert!(texts[1].contains("the inspections went on all day"), "{texts:?}");
    assert!(texts[1].ends_with("in the evening."), "{texts:?}");
    assert_eq!(
        texts.get(4).map(String::as_str),
        Some("1 Officers were aboard for five hours."),
        "{texts:?}"
    );
}

#[test]
fn a_sentence_that_ends_with_a_line_of_a_ragged_text_ends_no_paragraph_and_a_dateline_begins_one() {
    let paragraph = |y: i32, texts: &[&str]| lines(40, y, texts);
    let first = paragraph(
        500,
        &[
            "The customs officers of Selm went home on Monday and nobody came",
            "to take their places, as the harbour master said. Transport",
            "minister Ludmila Orsac was not to be found.",
        ],
    ) + &paragraph(
        450,
        &[
            "Nobody knows for how many days the gates of the northern mole may stay",
            "shut for the ships that wait there with grain for many a town inland.",
            "Unconditional talks were offered to the officers.",
        ],
    ) + &paragraph(
        400,
        &[
            "Ships of three flags lie off the mole and take turns at a buoy as",
            "the officers and the ministry talk on in Selm by day and by night.",
        ],
    );
    let second = paragraph(
        500,
        &["SELM, Feb 2 (Strait Post) - The port of Selm stays closed today."],
    );
    let texts = texts(&capture(&Pdf::of(&[first, second]).bytes()));
    let begins: Vec<&str> = texts.iter().map(|text| &text[..5]).collect();
    assert_eq!(begins, ["The c", "Nobod", "Ships", "SELM,"], "{texts:#?}");
}

#[test]
fn properties_are_offered_and_none_is_taken_for_what_the_text_doesnt_say() {
    let mut pdf = report();
    let info = pdf.object(
        "<</Title(Microsoft Word - draft.docx)/Author(admin)/CreationDate(D:20260302101500Z)/Subject(Talks)>>",
    );
    pdf.trailer(&format!("/Info {info} 0 R"));
    let capture = capture(&pdf.bytes());
    assert!(capture.meta.authors.is_empty() && capture.meta.published.is_none());
    let offered: Vec<_> = capture
        .candidates
        .iter()
        .filter(|c| c.verdict != Verdict::Chosen)
        .map(|c| (c.field, c.value.as_str(), c.verdict))
        .collect();
    assert_eq!(
        offered,
        [
            (
                StatedField::Headline,
                "Microsoft Word - draft.docx",
                Verdict::Placeholder
            ),
            (StatedField::Authors, "admin", Verdict::Placeholder),
            (StatedField::Published, "2026-03-02", Verdict::AnotherDate),
        ]
    );
}

#[test]
fn columns_beside_each_other_are_read_one_after_the_other_below_a_heading_over_both() {
    let left: Vec<String> = (0..12)
        .map(|n| format!("left column line number {n:02} says so"))
        .collect();
    let right: Vec<String> = (0..12)
        .map(|n| format!("right column line number {n:02} says"))
        .collect();
    let of = |lines: &[String]| lines.iter().map(String::as_str).collect::<Vec<_>>().join("|");
    let page = line(40, 550, 20, "A Heading Over Both Columns")
        + &lines(40, 500, &of(&left).split('|').collect::<Vec<_>>())
        + &lines(220, 497, &of(&right).split('|').collect::<Vec<_>>());
    let texts = texts(&capture(&Pdf::of(&[page]).bytes()));
    let expected = [left.join(" "), right.join(" ")].join(" ");
    assert_eq!(texts, ["A Heading Over Both Columns".to_owned(), expected]);
}

#[test]
fn rows_of_a_table_stay_rows() {
    let row = |y: i32, cells: [&str; 3]| {
        let at = (0..).zip(cells);
        at.map(|(n, cell)| line(40 + 120 * n, y, 10, cell))
            .collect::<String>()
    };
    let page = line(40, 550, 20, "Passages Fall")
        + &lines(
            40,
            500,
            &["The pilots counted fewer ships in March than in any month of the year before."],
        )
        + &row(460, ["Month", "Ships", "Tankers"])
        + &row(445, ["February", "1,710", "560"])
        + &row(430, ["March", "1,204", "301"]);
    let capture = capture(&Pdf::of(&[page]).bytes());
    let table = capture.blocks.last().unwrap();
    assert!(
        matches!(table.kind, BlockKind::Table { .. }),
        "{:?}",
        texts(&capture)
    );
    assert_eq!(
        table.text(),
        "Month\tShips\tTankers\nFebruary\t1,710\t560\nMarch\t1,204\t301"
    );
}

#[test]
fn scans_and_locked_and_damaged_documents_are_named_so() {
    let mut scan = Pdf::of(&["q 400 0 0 600 0 0 cm /X Do Q".to_owned()]);
    scan.replace(50, "null");
    let picture = "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\nx\nendstream";
    scan.replace(50, picture);
    assert_eq!(problem(&scan.bytes()), Problem::PdfScanned { pages: 1 });

    let mut locked = report();
    let handler = format!("<</Filter/Standard/V 1/R 2/P -1/O<{0}>/U<{0}>>>", "61".repeat(32));
    let handler = locked.object(handler);
    locked.trailer(&format!("/Encrypt {handler} 0 R/ID[<00><00>]"));
    assert_eq!(problem(&locked.bytes()), Problem::PdfEncrypted);

    assert_eq!(
        problem(b"%PDF-1.7\nnothing"),
        Problem::Damaged { what: Kind::Pdf }
    );
}

#[test]
fn a_document_that_was_cut_short_or_lost_its_index_is_read_as_far_as_it_goes() {
    let file = report().bytes();
    let index = file.windows(4).rposition(|w| w == b"xref").unwrap();
    let whole = texts(&capture(&file));
    let broken = String::from_utf8_lossy(&file)
        .replace("startxref", "startxxxx")
        .into_bytes();
    assert_eq!(texts(&capture(&broken)), whole);
    let behind = [b"HTTP/1.1 200 OK\r\n\r\n".as_slice(), &file].concat();
    assert_eq!(texts(&capture(&behind)), whole);
    let first_xref = file.windows(5).position(|w| w == b"\nxref").unwrap().min(index);
    assert_eq!(texts(&capture(&file[..first_xref])).first(), whole.first());
}

#[test]
fn what_refers_to_itself_comes_to_an_end() {
    let mut tree = report();
    tree.replace(2, "<</Type/Pages/Count 9/Kids[2 0 R 4 0 R 2 0 R]>>");
    assert_eq!(capture(&tree.bytes()).meta.headline.value, "Strait Talks Resume");

    // A form that draws itself twice, over and over.
    let mut forms = Pdf::of(&[line(40, 500, 10, "Above the form there are some words to read.") + "/X Do"]);
    let again = "/X Do /X Do";
    forms.replace(
        50,
        format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 50 0 R>>>>/Length {}>>stream\n{again}\nendstream",
            again.len()
        ),
    );
    assert!(!texts(&capture(&forms.bytes())).is_empty());
}

#[test]
fn a_page_that_unpacks_to_far_more_than_it_has_is_refused() {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(&vec![b' '; 20_000_000]).unwrap();
    let mut bomb = report();
    let packed = packed.finish().unwrap();
    let contents = bomb.stream("/Filter/FlateDecode", &packed);
    bomb.replace(
        4,
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents {contents} 0 R>>"),
    );
    assert_eq!(problem(&bomb.bytes()), Problem::Bomb { limit: 100_000_000 });
}

#[test]
fn what_a_document_states_in_a_packet_that_unpacks_to_far_more_is_not_looked_at() {
    let stated = |padding: usize| {
        let mut xmp = b"<dc:title>Strait Talks</dc:title>".to_vec();
        xmp.resize(xmp.len() + padding, b' ');
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(&xmp).unwrap();
        let mut file = report();
        let packet = file.stream("/Filter/FlateDecode", &packed.finish().unwrap());
        file.replace(1, format!("<</Type/Catalog/Pages 2 0 R/Metadata {packet} 0 R>>"));
        let candidates = capture(&file.bytes()).candidates;
        candidates.iter().any(|c| c.value == "Strait Talks")
    };
    assert!(stated(10_000));
    assert!(!stated(20_000_000));
}

#[test]
fn a_long_text_that_many_marks_share_is_work_each_time() {
    let marks = "/Span /P BDC EMC ".repeat(100);
    let mut file = Pdf::of(&[line(40, 500, 10, "Some words of a report.") + &marks]);
    let long = "a".repeat(1_000_000);
    file.replace(
        4,
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 5 0 R\
             /Resources<</Font<</F 3 0 R>>/Properties<</P <</ActualText({long})>>>>>>>>"
        ),
    );
    assert_eq!(problem(&file.bytes()), Problem::TooComplex);
}

#[test]
fn only_links_to_pages_and_mails_are_kept() {
    let links_to = |address: &str| {
        let mut file = Pdf::of(&[line(40, 500, 10, "The ministry has published its statement.")]);
        file.replace(
            4,
            format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 5 0 R/Resources<</Font<</F 3 0 R>>>>\
                 /Annots[<</Type/Annot/Subtype/Link/Rect[0 480 400 520]/A<</S/URI/URI({address})>>>>]>>"
            ),
        );
        serde_json::to_string(&capture(&file.bytes()))
            .unwrap()
            .contains(address)
    };
    assert!(links_to("https://ministry.example/statement"));
    assert!(links_to("mailto:press@ministry.example"));
    for address in ["javascript:alert`1`", "file:///etc/passwd", "data:text/html,x"] {
        assert!(!links_to(address), "{address}");
    }
}

#[test]
fn more_pages_than_are_read_are_named_with_the_limit() {
    let mut many = report();
    let kids = "4 0 R ".repeat(5);
    many.replace(2, format!("<</Type/Pages/Count 5/Kids[{kids}]>>"));
    // The same page again is no further page.
    assert_eq!(texts(&capture(&many.bytes()))[0], "Strait Talks Resume");
    let pages: Vec<String> = (0..2_001).map(|_| String::new()).collect();
    assert_eq!(
        problem(&Pdf::of(&pages).bytes()),
        Problem::PdfTooManyPages {
            pages: 2_001,
            limit: 2_000
        }
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn changed_bytes_neither_panic_nor_misplace_anything(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40)) {
        let mut file = report().bytes();
        for (at, byte) in changes {
            let at = at.index(file.len());
            file[at] = byte;
        }
        if let Ok(preview) = intake::preview(&file, &Hints::default()) {
            for row in &preview.rows {
                prop_assert_eq!(row.at.len(), row.text.chars().count());
            }
        }
    }
}
