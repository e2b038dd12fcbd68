//! What a reader relies on: numbers in reading order, ways back, nothing silently empty.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::brief_document::{BriefDocument, Run};
use crate::fixture;

fn cite(id: &str) -> Run {
    Run::Cite { cite: id.into() }
}

fn text(words: &str) -> Run {
    Run::Text(words.into())
}

/// The ids of the evidence in number order.
fn order(brief: &BriefDocument) -> Vec<&str> {
    let view = BriefView::new(brief);
    let place = |item: &EvidenceView| {
        brief
            .evidence
            .iter()
            .find(|evidence| item.quote == evidence.quote)
            .map(|evidence| evidence.id.as_str())
    };
    view.evidence.iter().filter_map(place).collect()
}

#[test]
fn evidence_is_numbered_by_first_citation_in_print_order_and_uncited_comes_last() {
    let mut brief = fixture::strait();
    brief.bluf = vec![text("Bottom line."), cite("E5")];
    brief.judgements.truncate(1);
    brief.judgements[0].text = vec![text("Judged."), cite("E2"), cite("E5")];
    brief.discussion = vec![vec![text("Discussed."), cite("E7")]];
    brief.risks.truncate(1);
    brief.risks[0].cites = vec!["E3".into()];
    brief.alternatives = vec![vec![text("Or else."), cite("E6")]];
    assert_eq!(order(&brief), ["E5", "E2", "E7", "E3", "E6", "E1", "E4"]);
}

#[test]
fn every_citation_can_be_reached_from_its_evidence() {
    let brief = fixture::strait();
    let page = serde_json::to_string(&BriefView::new(&brief)).unwrap();
    let view = BriefView::new(&brief);
    let back: Vec<&String> = view.evidence.iter().flat_map(|item| &item.back).collect();
    assert_eq!(page.matches("\"here\":\"").count(), back.len());
    for anchor in &back {
        assert!(
            page.contains(&format!("\"here\":\"{anchor}\"")),
            "{anchor} leads nowhere"
        );
    }
    assert!(
        view.evidence
            .iter()
            .all(|item| view.sources.iter().any(|source| source.anchor == item.to))
    );
}

#[test]
fn marks_that_stand_together_are_one_group_without_repeats() {
    let mut brief = fixture::strait();
    brief.bluf = vec![
        text("A. "),
        cite("E1"),
        text(" "),
        cite("E2"),
        cite("E1"),
        text(" B."),
        cite("E1"),
    ];
    let view = BriefView::new(&brief);
    let groups: Vec<Vec<usize>> = view
        .bluf
        .iter()
        .filter_map(|piece| {
            if let Piece::Marks { marks } = piece {
                Some(marks.iter().map(|mark| mark.n).collect())
            } else {
                None
            }
        })
        .collect();
    assert_eq!(groups, [vec![1, 2], vec![1]]);
    assert!(
        matches!(&view.bluf[0], Piece::Words { t, .. } if t == "A."),
        "the mark touches the word"
    );
}

#[test]
fn required_sections_say_that_they_are_empty_and_optional_ones_are_left_out() {
    let view = BriefView::new(&fixture::empty());
    let sections: Vec<&SectionView> = view
        .opening
        .iter()
        .chain(view.analysis.iter().flatten())
        .chain([&view.source_summary])
        .collect();
    let titles: Vec<&str> = sections.iter().map(|section| section.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Discussion",
            "Alternative analysis",
            "Outlook and indicators",
            "Information gaps",
            "Source summary"
        ]
    );
    assert!(
        sections
            .iter()
            .all(|section| section.empty.as_deref() == Some("Not assessed in this note."))
    );
}

#[test]
fn short_neighbours_share_a_row_and_a_long_section_stands_alone() {
    let mut brief = fixture::empty();
    brief.outlook = vec![vec![text(&"A long outlook. ".repeat(60))]];
    let rows: Vec<usize> = BriefView::new(&brief).analysis.iter().map(Vec::len).collect();
    assert_eq!(rows, [1, 1, 1]);
    let rows: Vec<usize> = BriefView::new(&fixture::strait())
        .analysis
        .iter()
        .map(Vec::len)
        .collect();
    assert_eq!(rows, [2, 2]);
}

#[test]
fn the_matrix_is_a_lookup_with_present_and_former_positions() {
    let view = BriefView::new(&fixture::strait());
    let cell = |likelihood: usize, impact: usize| &view.matrix.rows[5 - likelihood].cells[impact - 1];
    assert_eq!(
        (cell(4, 3).word.as_str(), cell(4, 3).here.as_slice()),
        ("Moderate", &["R-1".to_owned()][..])
    );
    assert_eq!(cell(3, 3).before, ["R-1"]);
    // R-2 has not moved, so it has no ghost.
    assert_eq!((cell(3, 5).here.len(), cell(3, 5).before.len()), (1, 0));
    assert_eq!(cell(1, 4).word, "Low");
    assert!(
        view.matrix.alt.contains(
            "R-3 Crew detained in a contested boarding: likelihood Very unlikely, impact Severe, rated Low."
        ),
        "{}",
        view.matrix.alt
    );
}

#[test]
fn confidence_is_a_sentence_of_its_own_with_one_full_stop() {
    let mut brief = fixture::strait();
    brief.judgements[0].confidence.basis = "one source. ".into();
    brief.judgements[1].confidence.basis = String::new();
    let view = BriefView::new(&brief);
    assert_eq!(
        view.judgements[0].confidence.sentence,
        "Confidence is moderate: one source."
    );
    assert_eq!(view.judgements[1].confidence.sentence, "Confidence is low.");
}

#[test]
fn dates_read_as_dates_and_other_words_stay() {
    let labels = Labels::english();
    for (given, read) in [
        ("2031-03-04", "4 March 2031"),
        ("2031-03-04 09:00 UTC", "4 March 2031, 09:00 UTC"),
        ("2031-03-04T08:15Z", "4 March 2031, 08:15 UTC"),
        ("2031-02-30", "2031-02-30"),
        ("early März", "early März"),
        ("", ""),
    ] {
        assert_eq!(nice_date(given, &labels), read);
    }
}

#[test]
fn an_endnote_says_what_is_unknown() {
    let view = BriefView::new(&fixture::strait());
    assert_eq!(
        view.sources[0].reference,
        "Mirel Anders, The Tessaly Courier, World, 3 March 2031, dateline TESSALY."
    );
    assert_eq!(
        view.sources[1].reference,
        "Jon Pell, Sanna Vik, [publisher not stated], 2 March 2031."
    );
    assert!(
        view.sources[1]
            .meaning
            .starts_with("Admiralty C3: fairly reliable; possibly true. Received as a text")
    );
}

#[test]
fn text_is_cleaned_of_what_has_no_shape_and_nothing_else() {
    assert_eq!(runs::block("a\r\n\r\nb\tc\u{0}\u{7f}d"), "a\nb cd");
    assert_eq!(runs::line(" a\nb "), "a b");
    assert_eq!(runs::line("#panic() $x$ *stars*"), "#panic() $x$ *stars*");
    let long = "x".repeat(70);
    assert_eq!(runs::line(&long).replace('\u{200b}', ""), long);
    assert!(runs::line(&long).contains('\u{200b}'));
}

#[test]
fn language_tags_are_cut_to_what_typst_takes() {
    assert_eq!(language("en-GB", None), ("en".into(), Some("GB".into())));
    assert_eq!(language("fr", Some("CH")), ("fr".into(), Some("CH".into())));
    assert_eq!(language("", Some("Europe")), ("en".into(), None));
}

#[test]
fn the_first_letter_decides_the_direction() {
    for (words, rtl) in [
        ("«ضريبة» Velmora", true),
        ("1. המצר", true),
        ("Velmora ضريبة", false),
        ("2031", false),
        ("", false),
    ] {
        assert_eq!(runs::rtl(words), rtl, "{words}");
    }
}
