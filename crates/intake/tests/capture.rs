//! What a text becomes in the record, and what is refused.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on must fail"
)]

use intake::{Hints, Kind, Problem, capture};
use model::{
    article::{Origin, RemovedBecause, canonical_text},
    block::{BlockKind, Role},
};

const ARTICLE: &str = "World 2 February 2026 14:05 GMT\n\nTalks End\n\nNo date for a third round\n\nBy Maya Rios\nTalks End\n\n\
    The talks ended. Nobody signed.\n\nKey Points\n\n1. Talks ended - a concern for shipping.\n\n\
    SORN, Feb 1 (Coastal Press) - The talks ended.\n\n- a list in the report\n\nRisks\n\n• Deadlock: Neither side moved.\n\n\
    Related\n\nTalks Begin (Jan 30, 2026)\n";

#[test]
fn blocks_stand_in_reading_order_with_their_parts() {
    let found = capture(
        ARTICLE.as_bytes(),
        &Hints::found_at(Some("https://outlet.example/1")),
    )
    .unwrap();
    let outline: Vec<(Role, String)> = found.blocks.iter().map(|b| (b.role, b.text())).collect();
    let expected = [
        (Role::Headline, "Talks End"),
        (Role::Deck, "No date for a third round"),
        (Role::Summary, "The talks ended. Nobody signed."),
        (Role::Other, "Key Points"),
        (Role::KeyPoint, "Talks ended - a concern for shipping."),
        (Role::Body, "SORN, Feb 1 (Coastal Press) - The talks ended."),
        (Role::Body, "a list in the report"),
        (Role::Other, "Risks"),
        (Role::Risk, "Deadlock: Neither side moved."),
        (Role::Other, "Related"),
        (Role::Related, "Talks Begin Jan 30, 2026"),
    ];
    assert_eq!(outline, expected.map(|(role, text)| (role, text.to_owned())));
    assert_eq!(
        found.blocks[4].kind,
        BlockKind::ListItem {
            depth: 0,
            ordered: true
        }
    );
    assert_eq!(
        found.blocks[6].kind,
        BlockKind::ListItem {
            depth: 0,
            ordered: false
        }
    );
    let parts = found.blocks[4].parts.clone().unwrap();
    assert_eq!(
        (parts.impact.as_deref(), parts.sectors),
        (Some("a concern for shipping"), vec!["shipping".to_owned()])
    );
    assert_eq!(
        found.blocks[8].parts.clone().unwrap().label.as_deref(),
        Some("Deadlock")
    );
    assert!(
        canonical_text(&found.blocks)
            .starts_with("Talks End\n\nNo date for a third round\n\nThe talks ended.")
    );
    assert!(found.blocks.iter().all(|b| !b.id.is_empty()));
}

#[test]
fn every_field_says_where_it_came_from_and_what_is_absent_stays_so() {
    let found = capture(
        ARTICLE.as_bytes(),
        &Hints::found_at(Some("https://outlet.example/1")),
    )
    .unwrap();
    let meta = found.meta;
    let published = meta.published.unwrap();
    assert_eq!(published.value.date.to_string(), "2026-02-02");
    assert_eq!(
        published.value.time.map(|t| t.to_string()).as_deref(),
        Some("14:05:00")
    );
    assert_eq!(published.value.zone.as_deref(), Some("GMT"));
    assert!(matches!(published.origin, Origin::Parsed { at } if (at.start, at.end) == (6, 31)));
    assert_eq!(meta.url.map(|u| u.origin), Some(Origin::Typed));
    let dateline = meta.dateline.unwrap().value;
    assert_eq!(
        (dateline.place.as_str(), dateline.agency.as_deref()),
        ("SORN", Some("Coastal Press"))
    );
    assert_eq!(
        dateline.date.map(|d| d.to_string()).as_deref(),
        Some("2026-02-01")
    );
    assert_eq!(
        (meta.outlet, meta.language, meta.canonical_url),
        (None, None, None)
    );
    assert_eq!(
        (found.parser.as_str(), found.encoding.as_str()),
        ("text/1", "UTF-8")
    );
    let bare = capture(b"Only a headline", &Hints::default()).unwrap().meta;
    assert_eq!(
        (bare.published, bare.section, bare.url, bare.authors),
        (None, None, None, Vec::new())
    );
}

#[test]
fn the_repeated_headline_is_listed_and_not_in_the_text() {
    let found = capture(ARTICLE.as_bytes(), &Hints::default()).unwrap();
    assert_eq!(canonical_text(&found.blocks).matches("Talks End").count(), 1);
    let [removed] = found.removed.as_slice() else {
        panic!("{:?}", found.removed)
    };
    assert_eq!(
        (removed.text.as_str(), removed.reason),
        ("Talks End", RemovedBecause::RepeatedHeadline)
    );
    let there: String = ARTICLE
        .chars()
        .skip(removed.at.start)
        .take(removed.at.len())
        .collect();
    assert_eq!(there, "Talks End");
}

#[test]
fn an_article_without_a_headline_is_named_by_its_first_words() {
    let found = capture(
        "SORN, Feb 1 - The talks\n  ended. Nobody signed.\n".as_bytes(),
        &Hints::default(),
    )
    .unwrap();
    assert_eq!(found.meta.headline.value, "The talks ended.");
    assert!(matches!(found.meta.headline.origin, Origin::Parsed { at } if (at.start, at.end) == (14, 32)));
    assert_eq!(
        found.blocks[1].text(),
        "SORN, Feb 1 - The talks ended. Nobody signed."
    );
}

#[test]
fn what_is_no_text_is_refused_by_name() {
    for (bytes, problem) in [
        (&b""[..], Problem::Empty),
        (b" \n\t", Problem::Blank),
        (b"\x00\x01\x02\x03", Problem::Binary),
        (
            b"<?xml version='1.0'?><rss>",
            Problem::NotText { what: Kind::Xml },
        ),
        (b"%PDF-1.7", Problem::Damaged { what: Kind::Pdf }),
        (
            b"PK\x03\x04..word/document.xml",
            Problem::Damaged { what: Kind::Word },
        ),
        (b"\x89PNG\r\n\x1a\n", Problem::NotText { what: Kind::Image }),
    ] {
        assert_eq!(capture(bytes, &Hints::default()), Err(problem));
    }
    let lines = "a\n".repeat(intake::TEXT_LINES + 1);
    assert!(matches!(
        capture(lines.as_bytes(), &Hints::default()),
        Err(Problem::TooManyLines { .. })
    ));
    let large = vec![b'a'; intake::TEXT_BYTES + 1];
    assert!(matches!(
        capture(&large, &Hints::default()),
        Err(Problem::TooLarge { .. })
    ));
    assert_eq!(
        Problem::NotText { what: Kind::Rtf }.to_string(),
        "it is an RTF document, and texts, web pages, PDF and Word documents and messages are read"
    );
}
