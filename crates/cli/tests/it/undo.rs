//! Undo and redo over separate runs: whatever was done, undoing all leads back to the start and redoing all to the end.

use serde_json::Value;

use crate::harness::{Chancery, Dice, articles, folder};

/// Steps of the random sequence.
const STEPS: usize = 60;

/// What the library holds so far, as far as the next step needs it.
#[derive(Default)]
struct Made {
    articles: Vec<String>,
    annotations: Vec<String>,
    risks: Vec<String>,
    links: Vec<String>,
    briefs: Vec<String>,
}

/// Does one thing; says whether it was a change. Refusals are fine: what refuses must change nothing.
fn step(chancery: &Chancery, dice: &mut Dice, made: &mut Made, number: usize) -> bool {
    let pick = |dice: &mut Dice, from: &[String]| (!from.is_empty()).then(|| dice.one(from).clone());
    let text = format!("Words of step {number}, “quoted” — and more.");
    let (arguments, into): (Vec<String>, Option<&mut Vec<String>>) = match dice.below(12) {
        0 | 1 => {
            let path = dice.one(&articles()).clone();
            (
                words(&["import", path.to_str().unwrap()]),
                Some(&mut made.articles),
            )
        }
        2 | 3 => {
            let Some(article) = pick(dice, &made.articles) else {
                return false;
            };
            let (start, kinds) = (
                dice.below(900),
                ["fact", "judgement", "risk", "question", "claim"],
            );
            let end = start + 1 + dice.below(200);
            let range = [
                "--start",
                &start.to_string(),
                "--end",
                &end.to_string(),
                "--kind",
                *dice.one(&kinds),
            ];
            let mut call = words(&["annotate", &article]);
            call.extend(words(&range));
            call.extend(words(&[
                "--note",
                &text,
                "--tag",
                "security/maritime",
                "--tag",
                &format!("step/{number}"),
            ]));
            (call, Some(&mut made.annotations))
        }
        4 => {
            let name = *dice.one(&["Marta Ellingsen", "Halden Courier", "A new one"]);
            let letter = *dice.one(&["A", "B", "C", "F"]);
            (
                words(&[
                    "source",
                    "grade",
                    name,
                    "--reliability",
                    letter,
                    "--reason",
                    &text,
                ]),
                None,
            )
        }
        5 => match pick(dice, &made.articles) {
            Some(article) if dice.below(2) == 0 => (
                words(&["risk", "new", "--from", &article, "--source-risk", "1"]),
                Some(&mut made.risks),
            ),
            _ => (words(&["risk", "new", "--title", &text]), Some(&mut made.risks)),
        },
        6 => {
            let Some(risk) = pick(dice, &made.risks) else {
                return false;
            };
            let likelihood = *dice.one(&["10%", "very-likely", "unlikely"]);
            let impact = (1 + dice.below(5)).to_string();
            let mut call = words(&[
                "risk",
                "assess",
                &risk,
                "--likelihood",
                likelihood,
                "--impact",
                &impact,
            ]);
            call.extend(words(&[
                "--confidence",
                "moderate",
                "--basis",
                &text,
                "--rationale",
                &text,
            ]));
            (call, None)
        }
        7 => {
            let (Some(risk), Some(annotation)) = (pick(dice, &made.risks), pick(dice, &made.annotations))
            else {
                return false;
            };
            let stance = *dice.one(&["supports", "contradicts", "context"]);
            (
                words(&["risk", "link", &risk, &annotation, "--stance", stance]),
                Some(&mut made.links),
            )
        }
        8 => (
            words(&["brief", "new", "--title", &text, "--marking", "TLP:AMBER"]),
            Some(&mut made.briefs),
        ),
        9 => {
            let Some(brief) = pick(dice, &made.briefs) else {
                return false;
            };
            let mut call = words(&["brief", "add", &brief]);
            match (
                dice.below(4),
                pick(dice, &made.risks),
                pick(dice, &made.annotations),
            ) {
                (0, Some(risk), _) => call.extend(words(&["--risk", &risk])),
                (1, _, Some(annotation)) => call.extend(words(&["--annotation", &annotation])),
                (2, _, Some(annotation)) => call.extend(words(&["--bluf", &text, "--cite", &annotation])),
                _ => call.extend(words(&["--paragraph", &text])),
            }
            (call, None)
        }
        _ => {
            let nouns = [
                &made.articles,
                &made.annotations,
                &made.risks,
                &made.links,
                &made.briefs,
            ];
            let noun = nouns[dice.below(nouns.len())];
            let Some(uid) = pick(dice, noun) else { return false };
            (
                words(&[if dice.below(2) == 0 { "trash" } else { "restore" }, &uid]),
                None,
            )
        }
    };
    let before = operations(chancery);
    let ran = chancery.call(&arguments);
    // A source's risk without a label can't be adopted without a title; what is in the trash can't be worked on.
    assert!([0, 1, 2].contains(&ran.code), "{ran:?}");
    let changed = operations(chancery) > before;
    if ran.code == 0 {
        let uid = ran.answer()["uid"].as_str().unwrap().to_owned();
        if let Some(into) = into
            && !into.contains(&uid)
        {
            into.push(uid);
        }
    } else {
        assert!(!changed, "it refused and changed something: {ran:?}");
    }
    changed
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn operations(chancery: &Chancery) -> u64 {
    chancery.made(["check"])["operations"].as_u64().unwrap()
}

/// Steps as often as it can; how often comes back.
fn all(chancery: &Chancery, direction: &str) -> usize {
    let mut steps = 0;
    loop {
        let ran = chancery.call([direction]);
        match ran.code {
            0 => steps += 1,
            _ => {
                assert!(ran.exits(1).error().contains("nothing to"));
                return steps;
            }
        }
    }
}

fn sequence(mut dice: Dice, start: impl FnOnce(&Chancery)) {
    let folder = folder();
    let chancery = Chancery::with(folder.path().join("library"));
    start(&chancery);
    // What stands at the start stays undoable, so all of it goes, and only then does the sequence begin.
    let furnished = all(&chancery, "undo");
    let empty = chancery.contents();
    assert_eq!(all(&chancery, "redo"), furnished);
    let mut made = Made::default();
    let changes = (0..STEPS)
        .filter(|number| step(&chancery, &mut dice, &mut made, *number))
        .count();
    assert!(changes > STEPS / 4, "only {changes} changes");
    let end = chancery.contents();
    assert_eq!(all(&chancery, "undo"), furnished + changes);
    assert_same(&chancery.contents(), &empty, "undoing all");
    assert_eq!(all(&chancery, "redo"), furnished + changes);
    assert_same(&chancery.contents(), &end, "redoing all");
    // Halfway there and back, too.
    for _ in 0..changes / 2 {
        chancery.made(["undo"]);
    }
    let half = chancery.contents();
    chancery.made(["undo"]);
    chancery.made(["redo"]);
    assert_same(&chancery.contents(), &half, "one step back and forth");
}

#[track_caller]
fn assert_same(found: &[Value], wanted: &[Value], after: &str) {
    let lines = |rows: &[Value]| rows.iter().map(Value::to_string).collect::<Vec<_>>();
    let (found, wanted) = (lines(found), lines(wanted));
    for line in &found {
        assert!(wanted.contains(line), "after {after} there is: {line}");
    }
    for line in &wanted {
        assert!(found.contains(line), "after {after} there is no: {line}");
    }
    assert_eq!(found, wanted, "after {after} the order differs");
}

#[test]
fn from_an_empty_library() {
    sequence(Dice::new(), |_| ());
}

#[test]
fn from_a_library_with_work_in_it() {
    sequence(Dice::new(), |chancery| {
        chancery.made(["sample"]);
    });
}

#[test]
fn after_a_new_change_nothing_can_be_redone() {
    let folder = folder();
    let chancery = Chancery::with(folder.path());
    for title in ["One", "Two"] {
        chancery.made(["risk", "new", "--title", title]);
    }
    chancery.made(["undo"]);
    chancery.made(["risk", "new", "--title", "Three"]);
    assert!(
        chancery
            .call(["redo"])
            .exits(1)
            .error()
            .contains("nothing to redo")
    );
    let titles: Vec<Value> = chancery
        .rows(["risk", "list"])
        .iter()
        .map(|risk| risk["title"].clone())
        .collect();
    assert_eq!(titles.len(), 2, "{titles:?}");
}
