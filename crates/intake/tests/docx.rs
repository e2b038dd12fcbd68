//! Word documents: what a reader of the document sees is in the record, and what hides in the file is listed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on must fail"
)]

#[path = "common/word.rs"]
mod word;

use intake::{Hints, Kind, Problem, capture};
use model::{
    article::{Capture, RemovedBecause, StatedField, Verdict},
    block::{BlockKind, Mark, Role},
};
use word::{Docx, paragraph, with_styles};

fn read(docx: &Docx) -> Capture {
    capture(&docx.bytes(), &Hints::default()).unwrap()
}

/// The body `content` below a title, with Word's usual styles.
fn titled(content: &str) -> Docx {
    with_styles(Docx::new(&(paragraph("Title", "Port Stays Closed") + content)))
}

fn texts(capture: &Capture, role: Role) -> Vec<String> {
    let blocks = capture.blocks.iter().filter(|b| b.role == role);
    blocks.map(model::block::Block::text).collect()
}

fn removed(capture: &Capture) -> Vec<(&str, RemovedBecause)> {
    capture
        .removed
        .iter()
        .map(|r| (r.text.as_str(), r.reason))
        .collect()
}

#[test]
fn title_headings_and_lists_are_what_their_styles_say() {
    let found = read(&titled(
        &[
            paragraph(
                "",
                "Crews went home on Monday, and nobody can say when they will return.",
            ),
            paragraph("Heading1", "What the union wants"),
            paragraph("ListBullet", "An allowance"),
            paragraph("ListNumber", "A vote"),
            paragraph("ListNumber", "A second vote"),
            paragraph("Quote", "We will not be moved."),
        ]
        .concat(),
    ));
    assert_eq!(found.meta.headline.value, "Port Stays Closed");
    let shapes: Vec<(Role, &BlockKind)> = found.blocks.iter().skip(1).map(|b| (b.role, &b.kind)).collect();
    assert_eq!(
        shapes,
        [
            (Role::Body, &BlockKind::Paragraph),
            (Role::Other, &BlockKind::Heading { level: 2 }),
            (
                Role::Body,
                &BlockKind::ListItem {
                    depth: 0,
                    ordered: false
                }
            ),
            (
                Role::Body,
                &BlockKind::ListItem {
                    depth: 0,
                    ordered: true
                }
            ),
            (
                Role::Body,
                &BlockKind::ListItem {
                    depth: 0,
                    ordered: true
                }
            ),
            (Role::Body, &BlockKind::Quote),
        ]
    );
}

#[test]
fn marks_and_links_stay_on_their_words() {
    let body = r#"<w:p><w:r><w:t>The port is </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>closed</w:t></w:r><w:r><w:t xml:space="preserve">, </w:t></w:r>
        <w:hyperlink r:id="rL"><w:r><w:rPr><w:i/></w:rPr><w:t>they said</w:t></w:r></w:hyperlink><w:r><w:t>. CO</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t></w:r></w:p>"#;
    let found = read(&titled(body).link("rL", "https://outlet.example/said"));
    let spans = &found.blocks[1].spans;
    let told: Vec<(&str, &[Mark], Option<&str>)> = spans
        .iter()
        .map(|s| (s.text.as_str(), s.marks.as_slice(), s.link.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            ("The port is ", &[][..], None),
            ("closed", &[Mark::Strong], None),
            (", ", &[], None),
            (
                "they said",
                &[Mark::Emphasis],
                Some("https://outlet.example/said")
            ),
            (". CO", &[], None),
            ("2", &[Mark::Sub], None),
        ]
    );
}

#[test]
fn a_table_keeps_its_cells_and_one_that_arranges_the_page_is_text() {
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", paragraph("", words));
    let data = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell("Ship"),
        cell("Days"),
        cell("Aurora Lind"),
        cell("3")
    );
    let layout = format!(
        "<w:tbl><w:tr>{}</w:tr></w:tbl>",
        cell("A paragraph in a frame goes on like any other text.")
    );
    let found = read(&titled(
        &(paragraph("", "Ships wait at anchor off the harbour.") + &data + &layout),
    ));
    assert_eq!(found.blocks[2].text(), "Ship\tDays\nAurora Lind\t3");
    assert!(matches!(found.blocks[2].kind, BlockKind::Table { .. }));
    assert_eq!(
        found.blocks[3].text(),
        "A paragraph in a frame goes on like any other text."
    );
}

#[test]
fn what_editors_struck_out_hid_or_remarked_is_listed_and_insertions_are_text() {
    let body = r#"<w:p><w:r><w:t xml:space="preserve">Talks </w:t></w:r><w:ins><w:r><w:t xml:space="preserve">quietly </w:t></w:r></w:ins><w:del><w:r><w:delText>loudly</w:delText></w:r></w:del><w:r><w:t>ended.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Ask the lawyer.</w:t></w:r><w:r><w:commentReference w:id="7"/></w:r></w:p>"#;
    let docx = titled(body).part(
        "rC",
        "comments",
        "comments.xml",
        &format!(
            r#"<w:comment w:id="7" w:author="Desk">{}</w:comment>"#,
            paragraph("", "Who says so?")
        ),
    );
    let found = read(&docx);
    assert_eq!(texts(&found, Role::Body), ["Talks quietly ended."]);
    assert_eq!(
        removed(&found),
        [
            ("loudly", RemovedBecause::Hidden),
            ("Ask the lawyer.", RemovedBecause::Hidden),
            ("Who says so?", RemovedBecause::Comments),
        ]
    );
}

#[test]
fn a_comment_is_read_once_and_those_on_it_are_not() {
    let by = |id: u32| format!(r#"<w:r><w:commentReference w:id="{id}"/></w:r>"#);
    let body = format!("<w:p><w:r><w:t>Talks ended.</w:t></w:r>{}{}</w:p>", by(0), by(0));
    // Each comment names the next one twice, forty times over.
    let comment = |id: u32| {
        let next = by(id + 1).repeat(2);
        format!(r#"<w:comment w:id="{id}"><w:p><w:r><w:t>Remark {id}</w:t></w:r>{next}</w:p></w:comment>"#)
    };
    let comments: String = (0..40).map(comment).collect();
    let found = read(&titled(&body).part("rC", "comments", "comments.xml", &comments));
    assert_eq!(removed(&found), [("Remark 0", RemovedBecause::Comments)]);
}

#[test]
fn the_last_words_stay_though_their_paragraphs_end_is_struck_out() {
    let body = r#"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Crews went home on Monday.</w:t></w:r></w:p>"#;
    assert_eq!(
        texts(&read(&titled(body)), Role::Body),
        ["Crews went home on Monday."]
    );
}

#[test]
fn rows_within_controls_within_controls_are_rows() {
    let row = |words: &str| {
        let cell = |words: &str| format!("<w:tc>{}</w:tc>", paragraph("", words));
        format!("<w:tr>{}{}</w:tr>", cell(words), cell("12"))
    };
    let control = |inside: &str| format!("<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>");
    let body = format!(
        "{}<w:tbl>{}{}</w:tbl>",
        paragraph("", "Crews went home on Monday."),
        row("Ships"),
        control(&(control(&row("Tugs")) + &row("Cranes")))
    );
    let found = read(&titled(&body));
    let BlockKind::Table { rows } = &found.blocks[2].kind else {
        panic!("a table is expected: {:?}", found.blocks)
    };
    let first: Vec<&str> = rows.iter().map(|row| row[0][0].text.as_str()).collect();
    assert_eq!(first, ["Ships", "Tugs", "Cranes"]);
}

#[test]
fn a_link_that_runs_a_script_is_no_link() {
    let body =
        r#"<w:p><w:hyperlink r:id="rL"><w:r><w:t>Crews went home on Monday.</w:t></w:r></w:hyperlink></w:p>"#;
    let found = read(&titled(body).link("rL", "javascript:alert(1)"));
    assert_eq!(found.blocks[1].spans[0].link, None);
}

#[test]
fn notes_stand_at_the_end_and_their_numbers_in_the_text() {
    let body = r#"<w:p><w:r><w:t>Traffic fell by a quarter.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:p><w:r><w:t>It rose again in March.</w:t></w:r></w:p>"#;
    let notes = format!(
        r#"<w:footnote w:id="0" w:type="separator">{}</w:footnote><w:footnote w:id="2">{}</w:footnote>"#,
        paragraph("", "-"),
        paragraph("", "As the pilots count.")
    );
    let found = read(&titled(body).part("rF", "footnotes", "footnotes.xml", &notes));
    assert_eq!(
        texts(&found, Role::Body),
        [
            "Traffic fell by a quarter.[1]",
            "It rose again in March.",
            "As the pilots count."
        ]
    );
    assert_eq!(found.blocks[1].spans[1].marks, [Mark::Sup]);
}

#[test]
fn pictures_are_figures_by_their_description_with_the_caption_below() {
    let body = format!(
        r#"<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="Tankers at anchor"/></wp:inline></w:drawing></w:r></w:p>{}{}"#,
        paragraph("Caption", "Ships wait off Port Selm."),
        paragraph("", "The port is closed, and so are the quays.")
    );
    let found = read(&titled(&body));
    assert_eq!(
        found.blocks[1].kind,
        BlockKind::Figure {
            alt: "Tankers at anchor".to_owned(),
            source: None
        }
    );
    assert_eq!(found.blocks[1].text(), "Ships wait off Port Selm.");
}

#[test]
fn headers_footers_and_contents_are_left_out_and_text_boxes_are_not() {
    let body = format!(
        r#"{}<w:p><w:r><w:t>The port is closed.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{boxed}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{boxed}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"#,
        paragraph("TOC1", "What the union wants 3"),
        boxed = paragraph("", "Dockers have been out since March.")
    );
    let docx = titled(&body)
        .part("rH", "hdr", "header1.xml", &paragraph("", "The Selm Courier"))
        .part("rFt", "ftr", "footer1.xml", &paragraph("", "Page 1"));
    let found = read(&docx);
    assert_eq!(
        texts(&found, Role::Body),
        ["The port is closed.", "Dockers have been out since March."]
    );
    assert_eq!(
        removed(&found),
        [
            ("The Selm Courier", RemovedBecause::RunningHead),
            ("What the union wants 3", RemovedBecause::Navigation),
            ("Page 1", RemovedBecause::RunningHead),
        ]
    );
}

#[test]
fn the_files_properties_are_offered_and_never_taken_for_byline_or_date() {
    let docx = titled(&paragraph("", "Crews went home on Monday.")).core(
        "<dc:title>port stays closed</dc:title><dc:creator>Maya Rios</dc:creator><dcterms:created>2026-02-02T08:15:00Z</dcterms:created>",
    );
    let found = read(&docx);
    assert_eq!((found.meta.published, found.meta.authors), (None, Vec::new()));
    let told: Vec<(StatedField, &str, Verdict)> = found
        .candidates
        .iter()
        .map(|c| (c.field, c.value.as_str(), c.verdict))
        .collect();
    assert_eq!(
        told,
        [
            (StatedField::Headline, "Port Stays Closed", Verdict::Chosen),
            (StatedField::Headline, "port stays closed", Verdict::Agrees),
            (StatedField::Authors, "Maya Rios", Verdict::LessTrusted),
            (
                StatedField::Published,
                "2026-02-02 08:15 UTC",
                Verdict::AnotherDate
            ),
        ]
    );
}

#[test]
fn a_heading_below_the_printed_headline_is_no_title() {
    let docx = with_styles(Docx::new(
        &[
            paragraph("", "World February 2, 2026"),
            paragraph("", "Talks End Without a Date for the Next Round"),
            paragraph("", "By Maya Rios"),
            paragraph("Heading1", "Key Points"),
            paragraph("ListBullet", "No date was set - a concern for shipping."),
            paragraph("", "SELM, Feb 2 - The talks ended on Monday."),
        ]
        .concat(),
    ));
    let found = read(&docx);
    assert_eq!(
        found.meta.headline.value,
        "Talks End Without a Date for the Next Round"
    );
    assert_eq!(found.meta.authors[0].value, "Maya Rios");
    assert_eq!(
        texts(&found, Role::KeyPoint),
        ["No date was set - a concern for shipping."]
    );
    assert_eq!(found.meta.dateline.unwrap().value.place, "SELM");
}

#[test]
fn a_damaged_file_says_so() {
    let whole = titled("").bytes();
    let cut = &whole[..whole.len() / 2];
    assert_eq!(
        capture(cut, &Hints::default()).unwrap_err().to_string(),
        "it is a Word document, but it is damaged or locked with a password"
    );
}

#[test]
fn entities_are_not_even_declared() {
    let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
    assert_eq!(
        capture(&titled("").bytes_with_document(bomb), &Hints::default()),
        Err(Problem::Damaged { what: Kind::Word })
    );
}

#[test]
fn a_subtitle_is_the_deck() {
    let found = read(&titled(
        &[
            paragraph("Subtitle", "Nobody can say when it will open again"),
            paragraph("", "Crews went home on Monday. They took their things with them."),
            paragraph("", "Ships wait at anchor off the harbour."),
        ]
        .concat(),
    ));
    assert_eq!(
        found.meta.deck.as_ref().unwrap().value,
        "Nobody can say when it will open again"
    );
    assert_eq!(found.blocks[1].role, Role::Deck);
    assert_eq!(texts(&found, Role::Body).len(), 2);
}

#[test]
fn lines_styled_as_author_and_date_are_the_byline_and_the_date() {
    let found = read(&titled(
        &[
            paragraph("Author", "Maya Rios and Ola Berg"),
            paragraph("Date", "2 February 2026"),
            paragraph("", "Crews went home on Monday. They took their things with them."),
        ]
        .concat(),
    ));
    let names: Vec<&str> = found.meta.authors.iter().map(|a| a.value.as_str()).collect();
    assert_eq!(names, ["Maya Rios", "Ola Berg"]);
    assert_eq!(
        found.meta.published.as_ref().unwrap().value.date.to_string(),
        "2026-02-02"
    );
    assert_eq!(texts(&found, Role::Body).len(), 1);
}

#[test]
fn a_line_styled_as_author_that_names_nobody_stays_as_it_stands_there() {
    let found = read(&titled(
        &[
            paragraph("Author", "Key Poi~{s"),
            paragraph("", "Crews went home on Monday. They took their things with them."),
        ]
        .concat(),
    ));
    assert!(found.meta.authors.is_empty());
    let texts: Vec<String> = found.blocks.iter().map(model::block::Block::text).collect();
    assert!(texts.iter().any(|text| text == "Key Poi~{s"), "{texts:?}");
}

#[test]
fn a_text_without_a_headline_has_the_title_of_the_file() {
    let prose = "The port has been closed since Monday, when the last of the crews went home. Nobody can say when it will open again, and the authority does not try; ships wait at anchor off the harbour, and the first of them have turned away to the north. The union has not said whether it will talk. The ministry has said nothing either.";
    let body = paragraph("", prose) + &paragraph("", prose);
    let docx = |title: &str| Docx::new(&body).core(&format!("<dc:title>{title}</dc:title>"));
    assert_eq!(
        read(&docx("Notes on the Port")).meta.headline.value,
        "Notes on the Port"
    );
    assert!(
        read(&docx("Document1"))
            .meta
            .headline
            .value
            .starts_with("The port has been closed")
    );
}
