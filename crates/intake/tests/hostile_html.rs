//! Whatever the page: no panic, every place inside the reading text, every block where it is said to stand, and an end in time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on must fail"
)]

use intake::{Hints, Preview};
use model::{
    article::{Capture, Origin},
    block::BlockKind,
    text::Span,
};
use proptest::prelude::*;

/// Pieces of pages, so that chance puts elements into odd company.
fn pieces() -> impl Strategy<Value = String> {
    let tags = [
        "p",
        "div",
        "article",
        "main",
        "nav",
        "aside",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "caption",
        "figure",
        "figcaption",
        "blockquote",
        "pre",
        "h1",
        "h2",
        "h6",
        "a",
        "b",
        "em",
        "code",
        "sup",
        "svg",
        "math",
        "template",
        "noscript",
        "select",
        "option",
        "form",
        "button",
        "title",
        "head",
        "body",
        "html",
        "frameset",
        "font",
        "nobr",
        "center",
        "dl",
        "dd",
        "ruby",
        "rt",
        "details",
        "plaintext",
        "textarea",
        "iframe",
        "picture",
    ];
    let attributes = [
        "",
        " hidden",
        " class=comments",
        " class='article-body x'",
        " href=/a",
        " href='javascript:x'",
        " style='display:none'",
        " id=share",
        " itemprop=articleBody",
        " role=navigation",
        " src=x.jpg alt=y",
        " title='a>b",
    ];
    let piece = prop_oneof![
        (
            proptest::sample::select(tags.to_vec()),
            proptest::sample::select(attributes.to_vec())
        )
            .prop_map(|(t, a)| format!("<{t}{a}>")),
        proptest::sample::select(tags.to_vec()).prop_map(|t| format!("</{t}>")),
        Just(
            "The port stays closed for a third day, the ministry said on Monday, and no talks are planned."
                .to_owned()
        ),
        Just("Key Points".to_owned()),
        Just("<br><br>".to_owned()),
        Just("<img data-src=/x.jpg alt=A>".to_owned()),
        Just("<!-- x -->".to_owned()),
        Just("<script>a<b</script>".to_owned()),
        Just("&nbsp;&shy;&#0;&lt;".to_owned()),
        Just("\u{feff}é𝔸\u{301}\0\u{c}".to_owned()),
        "(?s).{0,30}",
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| format!("<!doctype html>{}", pieces.concat()))
}

/// Checks that all places of a record lie in the text that its preview shows.
fn check(bytes: &[u8]) {
    let hints = Hints::found_at(Some("https://gazette.example/a/b"));
    let (Ok(capture), Ok(Preview { rows, .. })) =
        (intake::capture(bytes, &hints), intake::preview(bytes, &hints))
    else {
        return;
    };
    let end = rows.last().map_or(0, |row| row.at.end);
    // Rows leave out empty lines, so the text is put together by the places of the rows.
    let mut text = vec!['\n'; end];
    for row in &rows {
        for (n, c) in row.text.chars().enumerate() {
            text[row.at.start + n] = c;
        }
    }
    let slice = |at: Span| -> String { text[at.start..at.end].iter().collect() };
    for block in &capture.blocks {
        let Some(at) = block.origin.filter(|at| !at.is_empty()) else {
            continue;
        };
        assert!(at.start <= at.end && at.end <= end, "{block:?}");
        if !matches!(block.kind, BlockKind::Table { .. }) && block.parts.is_none() {
            assert_eq!(folded(&slice(at)), folded(&block.text()));
        }
    }
    for removed in &capture.removed {
        assert_eq!(folded(&slice(removed.at)), folded(&removed.text));
    }
    places(&capture).for_each(|at| assert!(at.start <= at.end && at.end <= end, "{at:?}"));
}

/// Without white space and the marks of no width, which rows leave out at their ends.
fn folded(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'));
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn places(capture: &Capture) -> impl Iterator<Item = Span> + '_ {
    let candidates = capture.candidates.iter().map(|candidate| candidate.at);
    let headline = match capture.meta.headline.origin {
        Origin::Parsed { at } => Some(at),
        Origin::Typed => None,
    };
    candidates.chain(headline).filter(|at| !at.is_empty())
}

proptest! {
    #[test]
    fn no_page_panics_and_all_places_are_true(page in pieces()) {
        check(page.as_bytes());
    }

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let told = Hints { media: Some("text/html"), ..Hints::default() };
        let _ = intake::preview(&bytes, &told);
        let mut page = b"<html><p>".to_vec();
        page.extend(bytes);
        check(&page);
    }
}

#[test]
fn pages_made_to_take_for_ever_end() {
    const MANY: usize = 5_000;
    for bomb in [
        "<div>".repeat(MANY),
        "<b><i>".repeat(MANY),
        (0..MANY).map(|n| format!("<font color={n}><p>")).collect(),
        (0..MANY).map(|n| format!("<a href={n}><div>")).collect(),
        "<table><tr><td>".repeat(MANY),
        "<ul><li>x".repeat(MANY),
        format!("<p{}>x", " a=b".repeat(MANY)),
        (0..MANY)
            .map(|n| format!(" a{n}"))
            .fold("<p".to_owned(), |all, a| all + &a)
            + ">x",
        format!("<p>{}", "x<br>".repeat(MANY)),
        "<p>x</p>".repeat(MANY),
        "<img><noscript></noscript>".repeat(MANY),
        "<figure><img src=/x><figcaption>x</figcaption>".repeat(MANY),
        format!("<p class='{}'>x", "a-b_cD ".repeat(MANY)),
        "<select><option>".repeat(MANY),
        "<svg><a>".repeat(MANY),
        "<template>".repeat(MANY),
        format!("<template>{}", "<template></template>".repeat(MANY * 40)),
        "<div/>".repeat(MANY * 40),
        format!("<p>{}</p>", "word ".repeat(MANY * 10)),
        "</p>".repeat(MANY),
        "<!--".repeat(MANY),
        "<p a='".repeat(MANY),
    ] {
        let _ = intake::preview(format!("<!doctype html>{bomb}").as_bytes(), &Hints::default());
    }
}
