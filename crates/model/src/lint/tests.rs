//! What the checks find and what they leave alone, as sentences.

use std::collections::BTreeSet;

use super::*;
use crate::scale::Scale;

fn block(group: Group, text: &str) -> Block {
    Block {
        group,
        text: text.into(),
        judged: None,
        evidence: Vec::new(),
    }
}

fn evidence(quote: &str, origin: &str) -> Evidence {
    Evidence {
        quote: quote.into(),
        locator: "¶1".into(),
        origin: origin.into(),
        reliability: Reliability::B,
        credibility: Credibility::try_from(2).unwrap(),
        published: NaiveDate::from_ymd_opt(2031, 3, 1),
        has_outlet: true,
        resolves: true,
    }
}

/// The rules that fire on the words of one block, with the words they point at.
fn on(group: Group, text: &str) -> BTreeSet<String> {
    let mut findings = Vec::new();
    prose::check(&block(group, text), &mut findings);
    findings.into_iter().map(|f| f.rule).collect()
}

fn check_words(group: Group, cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        let expected: BTreeSet<String> = expected.iter().map(ToString::to_string).collect();
        assert_eq!(on(group, text), expected, "{text}");
    }
}

const BODY: Group = Group::Section(Section::Discussion);

#[test]
fn vague_words_are_found_and_their_doubles_are_not() {
    check_words(
        BODY,
        &[
            ("The port may close.", &["EL-001"]),
            ("In May 2031 the port closed.", &[]),
            ("Naval might decided it.", &[]),
            ("The remote island lost power.", &[]),
            ("There is a remote chance of a blockade.", &[]),
            ("The port could possibly close.", &["EL-001", "EL-014"]),
            ("It is likely that the port could close.", &["EL-014"]),
            ("The ministry said “it may close”.", &[]),
            ("A blockade is highly likely.", &["EL-002"]),
            ("A blockade is increasingly likely.", &["EL-007"]),
            ("A blockade is inevitable.", &["EL-008"]),
            ("The crews are almost certain to refuse.", &[]),
            ("It is not unlikely that they refuse.", &["EL-017"]),
            ("The chance is 41.7%.", &["EL-011"]),
            ("We are confident that they refuse.", &["EL-013"]),
            ("We feel that they refuse.", &["EL-015"]),
            (
                "If the crews refuse, the port might close.",
                &["EL-001", "EL-018"],
            ),
            ("Experts say that the port closes.", &["SO-011"]),
            ("The crews should refuse.", &["ST-004"]),
            ("The port closed yesterday.", &["ST-007"]),
        ],
    );
}

#[test]
fn likelihood_and_confidence_share_no_sentence() {
    check_words(
        BODY,
        &[
            (
                "With high confidence we judge that a blockade is likely.",
                &["EL-004"],
            ),
            ("With high confidence we judge that the letter is genuine.", &[]),
            (
                "A blockade is likely. Confidence is moderate: two outlets agree.",
                &[],
            ),
        ],
    );
}

#[test]
fn a_number_beside_a_term_lies_in_its_band() {
    check_words(
        BODY,
        &[
            ("A blockade is unlikely (60%).", &["EL-010"]),
            ("A blockade is unlikely (30–40%).", &[]),
            ("Talks will probably fail and a truce is unlikely.", &["EL-016"]),
        ],
    );
}

#[test]
fn a_judgement_says_how_likely_and_until_when() {
    check_words(
        Group::Judgements,
        &[
            ("The ministry objects to a blockade.", &["EL-005"]),
            ("The ministry will object.", &["EL-009"]),
            ("A blockade is unlikely.", &["EL-012"]),
            ("A blockade is unlikely before 1 March 2031.", &[]),
        ],
    );
}

#[test]
fn a_marking_is_written_as_the_standard_writes_it() {
    check_words(
        BODY,
        &[
            ("Marked TLP: AMBER here.", &["MK-002"]),
            ("Marked TLP:WHITE here.", &["MK-002"]),
            ("Marked TLP:AMBER+STRICT here.", &[]),
        ],
    );
}

#[test]
fn a_finding_points_at_its_words_in_code_points() {
    let product = Product {
        blocks: vec![block(BODY, "Große Schiffe – they may turn back.")],
        has_cutoff: true,
        ..Product::default()
    };
    let found = check(&product).into_iter().find(|f| f.rule == "EL-001").unwrap();
    assert_eq!(
        Indexed::new(&product.blocks[0].text).slice(found.span.unwrap()),
        "may"
    );
    assert_eq!(found.block, Some(0));
}

/// A judgement with everything it needs.
fn sound() -> Block {
    Block {
        judged: Some(Judged {
            likelihood: Scale::icd203().read("unlikely").unwrap(),
            confidence: Confidence::Moderate,
            basis: "two outlets agree".into(),
        }),
        evidence: vec![
            evidence("They fired first and 34 fell.", "Pilot"),
            evidence("No shot fell.", "Echo"),
        ],
        ..block(Group::Judgements, "A blockade is unlikely before 1 March 2031.")
    }
}

/// The rules that fire on a judgement besides those of a whole brief.
fn sourced(judgement: Block) -> BTreeSet<String> {
    let product = Product {
        cutoff: NaiveDate::from_ymd_opt(2031, 3, 20),
        has_cutoff: true,
        blocks: vec![judgement],
    };
    let of_whole = |f: &Finding| f.block.is_some();
    check(&product)
        .into_iter()
        .filter(of_whole)
        .map(|f| f.rule)
        .collect()
}

#[test]
fn a_judgement_is_asked_what_it_rests_on() {
    let with = |change: fn(&mut Block)| {
        let mut judgement = sound();
        change(&mut judgement);
        sourced(judgement).into_iter().collect::<Vec<_>>()
    };
    assert_eq!(with(|_| {}), [""; 0]);
    assert_eq!(with(|b| b.evidence.clear()), ["SO-001"]);
    assert_eq!(with(|b| b.evidence[0].resolves = false), ["SO-002"]);
    assert_eq!(with(|b| b.evidence[1].origin = "Pilot".into()), ["SO-003"]);
    assert_eq!(with(|b| b.evidence[1].reliability = Reliability::F), ["SO-004"]);
    assert_eq!(
        with(|b| b.evidence.iter_mut().for_each(|e| e.reliability = Reliability::E)),
        ["SO-005"]
    );
    assert_eq!(
        with(|b| {
            b.evidence.iter_mut().for_each(|e| e.reliability = Reliability::C);
            b.judged.as_mut().unwrap().confidence = Confidence::High;
        }),
        ["SO-006"]
    );
    assert_eq!(
        with(|b| b.evidence[0].published = NaiveDate::from_ymd_opt(2030, 3, 1)),
        ["SO-007"]
    );
    assert_eq!(with(|b| b.evidence[0].locator = "KP1".into()), ["SO-012"]);
    assert_eq!(with(|b| b.judged.as_mut().unwrap().basis.clear()), ["EL-006"]);
    assert_eq!(
        with(|b| b.judged.as_mut().unwrap().likelihood = Scale::icd203().read("likely").unwrap()),
        ["CH-001"]
    );
    assert_eq!(
        with(|b| b.text += " The pilots counted 34 on 7 March 2031."),
        [""; 0]
    );
    assert_eq!(with(|b| b.text += " The pilots counted 35."), ["CH-002"]);
}

#[test]
fn a_quotation_must_be_a_passage_word_for_word() {
    let with = |text: &str| {
        let mut judgement = sound();
        judgement.text += text;
        sourced(judgement).into_iter().collect::<Vec<_>>()
    };
    assert_eq!(
        with(" The ministry said “they fired first and 34 fell”."),
        [""; 0]
    );
    assert_eq!(
        with(" The ministry said \"they never fired at all\"."),
        ["SO-009"]
    );
    assert_eq!(with(" “They fired first and 34 fell” is the point."), ["SO-010"]);
}

#[test]
fn a_brief_is_asked_for_its_parts() {
    let rules: Vec<String> = check(&Product::default()).into_iter().map(|f| f.rule).collect();
    for rule in ["ST-008", "ST-001", "ST-002", "ST-009", "SO-013"] {
        assert!(
            rules.iter().any(|found| found == rule),
            "{rule} is not in {rules:?}"
        );
    }
    let both = Product {
        blocks: vec![
            block(BODY, "It is likely."),
            block(BODY, "It is improbable. The WTO met."),
        ],
        ..Product::default()
    };
    let found = check(&both);
    let of = |rule: &str| found.iter().find(|f| f.rule == rule).and_then(|f| f.block);
    assert_eq!((of("EL-003"), of("ST-006")), (Some(1), Some(1)));
}
