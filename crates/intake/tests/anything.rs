//! Whatever the text: no panic, and every piece stands where it is said to stand.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on must fail"
)]

mod common;

use proptest::prelude::*;

/// Pieces that articles are made of, so that chance puts the recogniser's cues into odd company.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("World February 2, 2026".to_owned()),
        Just("Russia warns – again".to_owned()),
        Just("By Maya Rios and Ola Berg, Staff Writers".to_owned()),
        Just("Key Points".to_owned()),
        Just("## Risks:".to_owned()),
        Just("More from World".to_owned()),
        Just("• Escalation risk: it raises costs for shipping - a concern for insurers.".to_owned()),
        Just("1) Talks stall; this affects energy markets".to_owned()),
        Just("MOSCOW, Feb 2 (Reuters) - It began".to_owned()),
        Just("and went on in a second line,".to_owned()),
        Just("Talks End Feb 1, 2026 Who Votes? 2 Feb 2026".to_owned()),
        Just("(Reporting by Maya Rios; Editing by Cy Dee)".to_owned()),
        Just("**By** *Me*:".to_owned()),
        Just("é𝔸\u{301}\u{feff} - :".to_owned()),
        "(?s).{0,40}",
        "[A-Za-z0-9 ,.;:()/–—•*#'\"-]{0,80}",
    ];
    let gap = prop_oneof![
        Just("\n\n"),
        Just("\n"),
        Just("\r\n"),
        Just("\r"),
        Just(" "),
        Just("\n  "),
        Just("\t"),
        Just("")
    ];
    proptest::collection::vec((piece, gap), 0..20).prop_map(|parts| {
        parts
            .into_iter()
            .flat_map(|(piece, gap)| [piece, gap.to_owned()])
            .collect()
    })
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_with_true_places(text in pieces()) {
        let _ = intake::capture(text.as_bytes(), &intake::Hints::default());
        if let Ok(found) = intake::extraction(text.as_bytes(), &intake::Hints::default()) {
            let decoded = intake::decode(text.as_bytes()).unwrap();
            common::check_places(&decoded.text, &serde_json::to_value(found).unwrap());
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = intake::capture(&bytes, &intake::Hints::default());
    }

    #[test]
    fn every_block_stands_where_its_origin_says(text in pieces()) {
        if let Ok(capture) = intake::capture(text.as_bytes(), &intake::Hints::default()) {
            let decoded = intake::decode(text.as_bytes()).unwrap();
            let indexed = model::text::Indexed::new(&decoded.text);
            let folded = |words: &str| words.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            for block in &capture.blocks {
                let here = indexed.slice(block.origin.unwrap());
                // A related headline and its date are joined without what was printed between them, dates may lead.
                if block.role != model::block::Role::Related {
                    prop_assert_eq!(folded(here), folded(&block.text()));
                }
            }
        }
    }
}
