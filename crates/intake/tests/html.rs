//! Pages: the sample articles as four kinds of sites would print them, and what a page may hold besides an article.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on must fail"
)]

use std::{fmt::Write as _, fs, path::Path};

use intake::Hints;
use model::{
    article::{Capture, RemovedBecause, canonical_text},
    block::{Block, BlockKind, Mark, Role},
};
use serde_json::Value;

/// A sample's gold record.
fn samples() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples/gold");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    paths
        .iter()
        .map(|path| serde_json::from_slice(&fs::read(path).unwrap()).unwrap())
        .collect()
}

fn text(value: &Value) -> String {
    value["text"]
        .as_str()
        .unwrap_or_default()
        .replace('&', "&amp;")
        .replace('<', "&lt;")
}

fn each(values: &Value, with: impl Fn(&str) -> String) -> String {
    values
        .as_array()
        .map_or(String::new(), |all| all.iter().map(|v| with(&text(v))).collect())
}

/// The links of other articles.
fn related(gold: &Value) -> String {
    let items = gold["related"]["items"].as_array().cloned().unwrap_or_default();
    items.iter().fold(String::new(), |mut out, item| {
        let _ = write!(out, "<li><a href=/x>{}</a></li>", text(&item["headline"]));
        out
    })
}

const MENU: &str = "<nav><ul><li><a href=/world>World</a><li><a href=/markets>Markets</a><li><a href=/opinion>Opinion</a></ul></nav>";

/// The page that a site of the `style` would make of an article.
fn page(style: usize, gold: &Value) -> String {
    let (headline, deck) = (text(&gold["headline"]), text(&gold["deck"]));
    let summary = text(&gold["summary"]);
    let points = each(&gold["key_points"], |t| format!("<li>{t}</li>"));
    let risks = each(&gold["risks"], |t| format!("<li>{t}</li>"));
    let body = |tag: &str| each(&gold["body"], |t| format!("<{tag}>{t}</{tag}>\n"));
    let related = related(gold);
    match style {
        // A site of today, with elements that say what they are.
        0 => format!(
            "<!doctype html><html lang=en><title>{headline}</title><body>{MENU}<main><article><header><h1>{headline}</h1><p class=standfirst>{deck}</p>\
             <p class=byline>By Ana Ruiz</p></header><p>{summary}</p><h2>Key Points</h2><ul>{points}</ul>{}<h2>Risks</h2><ul>{risks}</ul></article>\
             <aside><h2>More from World</h2><ul>{related}</ul></aside></main><footer><p>© 2026 The Selm Gazette. All rights reserved.</p></footer>",
            body("p")
        ),
        // Nothing but `div` and classes, and boxes in the middle of the text.
        1 => format!(
            "<html><head><title>{headline} | Gazette</title></head><body><div id=top class=site-header>{MENU}</div><div class=wrap><div class=story>\
             <h1 class=story__title>{headline}</h1><div class=story__body><div>{summary}</div><div><strong>Key Points</strong></div><ul>{points}</ul>{}\
             <div class=newsletter-box><h3>Get the day in your mailbox</h3><p>Sign up for our newsletter.</p></div><h3>Risks</h3><ul>{risks}</ul>\
             <div class=related-posts><h3>Read more</h3><ul>{related}</ul></div></div><div class='share-bar'><a href=#>Share</a> <a href=#>Tweet</a></div></div>\
             <div class=comments><p>I read this twice and still wonder what the minister wanted to say with it, honestly.</p></div></div>",
            body("div")
        ),
        // An old site: a table for the layout, and lines parted by `<br><br>`.
        2 => format!(
            "<html><title>{headline}</title><body bgcolor=white><table><tr><td width=150><a href=/>Home</a><br><a href=/w>World</a><br><a href=/m>Markets</a></td>\
             <td><font size=5><h1>{headline}</h1></font>{summary}<br><br><b>Key Points</b><ul>{points}</ul>{}<b>Risks</b><ul>{risks}</ul></td></tr></table>\
             <center>Copyright 2026 Gazette</center>",
            each(&gold["body"], |t| format!("{t}<br>\n<br>"))
        ),
        // A publishing system: lazy pictures, captions, a share bar above, an author's note below.
        _ => format!(
            "<!doctype html><html><head><meta charset=utf-8><title>{headline}</title></head><body class='single post-template comments-open'>{MENU}\
             <div class=post><header class=entry-header><h1 class=entry-title>{headline}</h1><div class=entry-meta>2 February 2026</div></header>\
             <div class=sharedaddy><a href=#>Facebook</a> <a href=#>Twitter</a></div>\
             <figure><img class=lazy src=\"data:image/gif;base64,R0\" data-src=/strait.jpg alt='A tanker'><figcaption>A tanker off Cape Orla. Photo: Gazette</figcaption></figure>\
             <div class=entry-content><p>{summary}</p><h2>Key Points</h2><ul>{points}</ul>{}<h2>Risks</h2><ul>{risks}</ul></div>\
             <div class=author-bio><p>Ana Ruiz writes about the strait and about the people who live from what passes through it.</p></div></div>\
             <div id=sidebar><h3>Most read</h3><ul>{related}</ul></div><footer><p>Imprint</p></footer>",
            body("p")
        ),
    }
}

#[test]
fn the_samples_are_read_from_the_pages_of_four_kinds_of_sites() {
    for (n, gold) in samples().iter().enumerate() {
        for style in 0..4 {
            let page = page(style, gold);
            let hints = Hints::found_at(Some("https://gazette.example/world/strait"));
            let found = serde_json::to_value(intake::extraction(page.as_bytes(), &hints).unwrap()).unwrap();
            let texts = |list: &Value, key: &str| -> Vec<String> {
                list.as_array()
                    .unwrap()
                    .iter()
                    .map(|v| v[key].as_str().unwrap_or_default().to_owned())
                    .collect()
            };
            for part in ["key_points", "risks", "body"] {
                assert_eq!(
                    texts(&found[part], "text"),
                    texts(&gold[part], "text"),
                    "sample {n}, style {style}, {part}"
                );
            }
            for part in ["place", "date_text", "agency"] {
                assert_eq!(
                    found["dateline"][part]["text"], gold["dateline"][part]["text"],
                    "sample {n}, style {style}"
                );
            }
            assert_eq!(
                found["summary"]["text"], gold["summary"]["text"],
                "sample {n}, style {style}"
            );
            for part in ["key_points", "risks"] {
                let statements = |v: &Value| -> Vec<Value> {
                    v[part]
                        .as_array()
                        .unwrap()
                        .iter()
                        .map(|p| p["statement"]["text"].clone())
                        .collect()
                };
                assert_eq!(statements(&found), statements(gold));
            }
        }
    }
}

fn read(html: &str) -> Capture {
    intake::capture(
        html.as_bytes(),
        &Hints::found_at(Some("https://gazette.example/world/strait.html")),
    )
    .unwrap()
}

const PROSE: &str = "The port stays closed for a third day, the ministry said on Monday, and no talks are planned before the weekend.";

/// A page whose article holds `inside`.
fn with(inside: &str) -> String {
    format!(
        "<!doctype html><title>T</title><body>{MENU}<article><h1>Port Stays Closed</h1><p>{PROSE}</p>{inside}<p>{PROSE}</p></article>"
    )
}

fn outline(capture: &Capture) -> Vec<(BlockKind, String)> {
    capture
        .blocks
        .iter()
        .filter(|b| b.role != Role::Headline && !b.text().starts_with("The port stays"))
        .map(|b| (b.kind.clone(), b.text()))
        .collect()
}

#[test]
fn lists_quotes_code_tables_and_headings_keep_their_shape() {
    let item = |depth, ordered| BlockKind::ListItem { depth, ordered };
    let found = read(&with(
        "<h2>What is known</h2><ol><li>Ships wait.<ul><li>Forty of them.</li></ul></li><li><p>Crews leave.</p><p>Not all.</p></li></ol>\
         <blockquote><p>“We are tired.”</p></blockquote><pre>if x:\n    y()\n</pre><hr>\
         <table><tr><th>Port</th><th>Ships</th></tr><tr><td><b>Selm</b></td><td>40</td></tr></table><p>One line<br>and another.<br><br>A third.</p>",
    ));
    let outline = outline(&found);
    let table = outline
        .iter()
        .map(|(kind, _)| kind)
        .find(|kind| matches!(kind, BlockKind::Table { .. }));
    assert!(
        matches!(table, Some(BlockKind::Table { rows }) if rows.len() == 2 && rows[1][0][0].marks == [Mark::Strong]),
        "{table:?}"
    );
    let shapes: Vec<_> = outline
        .into_iter()
        .filter(|(kind, _)| !matches!(kind, BlockKind::Table { .. }))
        .collect();
    assert_eq!(
        shapes,
        [
            (BlockKind::Heading { level: 2 }, "What is known".to_owned()),
            (item(0, true), "Ships wait.".to_owned()),
            (item(1, false), "Forty of them.".to_owned()),
            (item(0, true), "Crews leave.".to_owned()),
            (BlockKind::Paragraph, "Not all.".to_owned()),
            (BlockKind::Quote, "“We are tired.”".to_owned()),
            (BlockKind::Code, "if x:\n    y()".to_owned()),
            (BlockKind::Rule, String::new()),
            (BlockKind::Paragraph, "One line\nand another.".to_owned()),
            (BlockKind::Paragraph, "A third.".to_owned()),
        ]
    );
}

#[test]
fn a_short_first_sentence_is_part_of_the_text_and_what_is_said_about_the_article_is_not() {
    let page = |opening: &str| {
        format!(
            "<!doctype html><title>T</title><body>{MENU}<article><h1>Port Stays Closed</h1><div>{opening}\n<p>{PROSE}</p><p>{PROSE}</p></div></article>"
        )
    };
    for opening in [
        "<p>The port is closed.</p>",
        "<p>“Nobody came.”</p>",
        "<p>Il pleut.</p><p>Le port est vide.</p>",
        "<p>港は閉鎖された。</p>",
        "<p>Will it open?</p><p class=share><a href=/s>Share</a></p>",
        &format!("The port is closed.<br><br>{PROSE}<br><br>{PROSE}<br><br>"),
    ] {
        let capture = read(&page(opening));
        let text = canonical_text(&capture.blocks);
        for sentence in opening
            .split(['<', '>'])
            .filter(|part| part.ends_with(['.', '?', '”', '。']))
        {
            assert!(text.contains(sentence), "{opening}: {text}");
        }
    }
    for furniture in [
        "<p>3 min read.</p>",
        "<p>Published 2 February.</p>",
        "<p>By Ana Ruiz.</p>",
        "<p>Photo: A. Ruiz.</p>",
        "<p>© A. Ruiz.</p>",
        "<p>Share this article.</p>",
        "<p><a href=/ruiz>Ana writes.</a></p>",
        "<p>World | Ports.</p>",
        "<div>Listen now.</div>",
        "<p>Selm</p>",
        "<p>and more.</p>",
    ] {
        let capture = read(&page(furniture));
        assert!(
            canonical_text(&capture.blocks).starts_with(&format!("Port Stays Closed\n\n{PROSE}")),
            "{furniture}"
        );
    }
}

#[test]
fn pictures_bring_their_caption_and_the_address_a_script_would_load() {
    let found = read(&with(
        "<figure><img src='data:image/gif;base64,R0' data-src='../img/strait.jpg' alt='A  tanker'><figcaption>A tanker <a href=/orla>off Cape Orla</a></figcaption></figure>\
         <p><img src=//cdn.example/map.png alt='The strait'></p><img src=/pixel.gif width=1 height=1>",
    ));
    let figures: Vec<_> = outline(&found).into_iter().collect();
    let figure = |alt: &str, source: &str| BlockKind::Figure {
        alt: alt.to_owned(),
        source: Some(source.to_owned()),
    };
    assert_eq!(
        figures,
        [
            (
                figure("A tanker", "https://gazette.example/img/strait.jpg"),
                "A tanker off Cape Orla".to_owned()
            ),
            (figure("The strait", "https://cdn.example/map.png"), String::new()),
        ]
    );
}

#[test]
fn links_lead_to_pages_and_mail_only_and_words_keep_their_spaces() {
    let found = read(&with(
        "<p>The <a href='/m'>ministry</a> said<em> so</em>;<b>no</b> <a href='javascript:x()'>reply</a> and <a href=#n1><sup>1</sup></a> came <a href=mailto:a@b.example>by mail</a>, later than any of them had thought.</p>",
    ));
    let block = found
        .blocks
        .iter()
        .find(|b| b.text().starts_with("The ministry"))
        .unwrap();
    assert!(
        block
            .text()
            .starts_with("The ministry said so;no reply and 1 came by mail, later"),
        "{}",
        block.text()
    );
    let links: Vec<_> = block
        .spans
        .iter()
        .filter_map(|s| Some((s.text.as_str(), s.link.as_deref()?)))
        .collect();
    assert_eq!(
        links,
        [
            ("ministry", "https://gazette.example/m"),
            ("by mail", "mailto:a@b.example")
        ]
    );
}

#[test]
fn a_formula_keeps_its_words_without_the_source_it_was_made_of() {
    let found = read(&with(
        "<p>The rate <math><semantics><mi>r</mi><annotation encoding=tex>\\frac</annotation></semantics></math> had been fixed by both of the banks a year before.</p>",
    ));
    let is_whole = |b: &Block| b.text().starts_with("The rate r had been fixed");
    assert!(found.blocks.iter().any(is_whole));
}

#[test]
fn blocks_in_a_hidden_element_of_the_pages_own_naming_are_listed() {
    let found = read(&with(
        "<my-offer hidden><p>Not to be seen by anybody.</p></my-offer>",
    ));
    let removed = |r: &model::article::Removed| {
        r.text == "Not to be seen by anybody." && r.reason == RemovedBecause::Hidden
    };
    assert!(found.removed.iter().any(removed));
}

#[test]
fn what_is_left_out_says_why_and_can_be_put_back() {
    let page = with(
        "<div class=newsletter><p>Sign up for the daily letter.</p></div><div class=related><a href=/a>Talks end</a> <a href=/b>Talks begin</a></div>\
         <p>Read also: the strike of 1987</p><p hidden>Not to be seen by anybody.</p>",
    );
    let capture = read(&page);
    let preview = intake::preview(page.as_bytes(), &Hints::default()).unwrap();
    let text: Vec<char> = preview
        .rows
        .iter()
        .map(|r| r.text.as_str())
        .collect::<Vec<_>>()
        .join("\n")
        .chars()
        .collect();
    for (words, reason) in [
        ("Sign up for the daily letter.", RemovedBecause::Promotion),
        ("Talks end Talks begin", RemovedBecause::RelatedLinks),
        ("Read also: the strike of 1987", RemovedBecause::RelatedLinks),
        ("Not to be seen by anybody.", RemovedBecause::Hidden),
        ("World\nMarkets\nOpinion", RemovedBecause::Navigation),
    ] {
        let removed = capture
            .removed
            .iter()
            .find(|r| r.text.contains(words))
            .unwrap_or_else(|| panic!("{words}"));
        assert_eq!(removed.reason, reason, "{words}");
        let there: String = text[removed.at.start..removed.at.end].iter().collect();
        assert_eq!(there, removed.text);
    }
}

#[test]
fn every_row_of_the_preview_says_what_became_of_it() {
    let page = with("<h2>Key Points</h2><ul><li>Ships wait.</li></ul>");
    let preview = intake::preview(page.as_bytes(), &Hints::default()).unwrap();
    for row in preview.rows.iter().filter(|row| !row.text.contains(": ")) {
        assert!(!row.became.is_empty(), "{row:?}");
    }
}

#[test]
fn scripts_without_spaces_and_from_right_to_left_are_articles_too() {
    for prose in [
        "港口已连续第三天关闭，交通部星期一表示，在周末之前没有举行会谈的计划，四十艘油轮在海峡外等候。",
        "قالت الوزارة يوم الاثنين إن الميناء سيظل مغلقا لليوم الثالث على التوالي، ولا توجد محادثات مقررة قبل نهاية الأسبوع.",
        "บริษัทเดินเรือกล่าวว่าท่าเรือยังคงปิดเป็นวันที่สามและไม่มีการเจรจาใดๆก่อนสุดสัปดาห์นี้ตามรายงานของกระทรวง",
    ] {
        let page = format!(
            "<title>x</title>{MENU}<div><h1>x</h1><p>{prose}</p><p>{prose}</p></div><footer>{MENU}</footer>"
        );
        let kept: Vec<_> = read(&page).blocks.iter().skip(1).map(Block::text).collect();
        assert_eq!(kept, [prose, prose]);
    }
}

#[test]
fn a_text_that_only_begins_with_an_angle_stays_text() {
    for text in ["<Draft> World", "< 5 % of votes were counted", "<<< breaking >>>"] {
        assert_eq!(
            intake::capture(text.as_bytes(), &Hints::default())
                .unwrap()
                .parser,
            "text/1"
        );
    }
    let told = Hints {
        media: Some("text/html; charset=utf-8"),
        ..Hints::default()
    };
    assert_eq!(
        intake::capture(b"Ships <b>wait</b>", &told).unwrap().parser,
        "html/1"
    );
}

#[test]
fn paragraphs_that_were_left_out_are_listed_one_by_one_and_short_lines_together() {
    let long = ["first", "second"].map(|nth| {
        format!("In the {nth} letter the harbour office told the shipping lines that ferries to Vessany go again on Friday.")
    });
    let found = read(&with(&format!(
        "<div hidden><p>Our letter</p><p>Every day</p><p>{}</p><p>{}</p><p>Sign up</p><p>It is free</p></div>",
        long[0], long[1]
    )));
    let hidden = found
        .removed
        .iter()
        .filter(|r| r.reason == RemovedBecause::Hidden);
    let texts: Vec<_> = hidden.map(|r| r.text.as_str()).collect();
    assert_eq!(
        texts,
        ["Our letter\nEvery day", &long[0], &long[1], "Sign up\nIt is free"]
    );
}
