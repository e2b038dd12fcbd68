//! What can't be asked, and what isn't there.

use std::{
    ffi::{OsStr, OsString},
    os::unix::ffi::OsStrExt as _,
};

use crate::harness::{Chancery, article, folder, furnished};

const NOWHERE: &str = "0190a000-0000-7000-8000-000000000000";

/// Wrong usage: in words help is offered beside the reason, in JSON there is one object.
#[track_caller]
fn misused(chancery: &Chancery, arguments: &[&str], word: &str) {
    let ran = chancery.in_words().call(arguments).exits(2);
    assert!(!ran.stderr.trim().is_empty() && ran.stdout.is_empty(), "{ran:?}");
    let ran = chancery.call(arguments).exits(2);
    assert!(ran.stdout.is_empty(), "{ran:?}");
    let said = ran.error();
    assert!(said.contains(word), "{arguments:?}: {said}");
}

#[test]
fn wrong_usage_is_named_and_changes_nothing() {
    let folder = folder();
    let chancery = furnished(&folder.path().join("library"));
    let before = chancery.contents();
    let article = chancery.rows(["list"])[0]["uid"].as_str().unwrap().to_owned();
    let brief = chancery.rows(["brief", "list"])[0]["uid"]
        .as_str()
        .unwrap()
        .to_owned();
    let annotation = chancery.rows(["annotations", "list", &article])[0]["uid"]
        .as_str()
        .unwrap()
        .to_owned();
    let annotate = |more: &[&'static str]| [&["annotate", article.as_str()], more].concat();
    let assess = |likelihood: &'static str, impact: &'static str, more: &[&'static str]| {
        let to = [
            "risk",
            "assess",
            "R-1",
            "--likelihood",
            likelihood,
            "--impact",
            impact,
            "--confidence",
            "low",
        ];
        [
            &to,
            ["--basis", "one report", "--rationale", "It is so."].as_slice(),
            more,
        ]
        .concat()
    };
    let new = |more: &[&'static str]| [&["brief", "new", "--title", "A title"], more].concat();
    let add = |more: &[&'static str]| [&["brief", "add", brief.as_str()], more].concat();
    let cases: Vec<(Vec<&str>, &str)> = vec![
        (vec!["frobnicate"], "frobnicate"),
        (vec!["list", "--frobnicate"], "--frobnicate"),
        (vec!["import"], "PATH"),
        (vec!["risk"], "subcommand"),
        (vec!["show"], "ARTICLE"),
        (vec!["show", &article, "more"], "more"),
        (vec!["show", "nobody"], "nobody"),
        (vec!["text", ""], "identity"),
        (vec!["search"], "QUERY"),
        (vec!["extract"], "PATH"),
        (vec!["extract", "x", "--jsonl"], "--jsonl"),
        (vec!["convert", "x", "--to", "pdf"], "pdf"),
        (annotate(&["--kind", "fact"]), "--quote"),
        (annotate(&["--quote", "blockade"]), "--kind"),
        (annotate(&["--quote", "blockade", "--kind", "fiction"]), "fiction"),
        (annotate(&["--start", "5", "--kind", "fact"]), "--end"),
        (annotate(&["--start", "-5", "--end", "9", "--kind", "fact"]), "-5"),
        (annotate(&["--start", "9", "--end", "5", "--kind", "fact"]), "9"),
        (
            annotate(&["--start", "0", "--end", "99999999", "--kind", "fact"]),
            "99",
        ),
        (
            annotate(&[
                "--quote", "blockade", "--start", "1", "--end", "2", "--kind", "fact",
            ]),
            "--start",
        ),
        (
            annotate(&["--quote", "blockade", "--kind", "fact", "--tag", "//"]),
            "tag",
        ),
        (
            annotate(&["--quote", "blockade", "--kind", "fact", "--credibility", "7"]),
            "7",
        ),
        (
            vec![
                "source",
                "grade",
                "Marta Ellingsen",
                "--reliability",
                "G",
                "--reason",
                "No.",
            ],
            "G",
        ),
        (
            vec![
                "source",
                "grade",
                "Marta Ellingsen",
                "--reliability",
                "B",
                "--reason",
                " ",
            ],
            "reason",
        ),
        (
            vec!["source", "grade", " ", "--reliability", "B", "--reason", "No."],
            "name",
        ),
        (vec!["risk", "new"], "--title"),
        (vec!["risk", "new", "--title", "  "], "title"),
        (vec!["risk", "new", "--from", &article], "--source-risk"),
        (
            vec!["risk", "link", "R-1", &annotation, "--stance", "neutral"],
            "neutral",
        ),
        (
            vec![
                "risk",
                "link",
                "R-1",
                &annotation,
                "--stance",
                "context",
                "--weight",
                "XL",
            ],
            "XL",
        ),
        (vec!["risk", "show", "Q-1"], "Q-1"),
        (assess("maybe", "3", &[]), "maybe"),
        (assess("0", "3", &[]), "0 %"),
        (assess("100%", "3", &[]), "100 %"),
        (assess("NaN", "3", &[]), "NaN"),
        (assess("-5", "3", &[]), "-5"),
        (assess("likely", "9", &[]), "9"),
        (assess("likely", "0", &[]), "0"),
        (assess("likely", "3", &["--horizon", "2026-02-30"]), "2026-02-30"),
        (assess("likely", "3", &["--horizon", "soon"]), "soon"),
        (
            assess(
                "likely",
                "3",
                &["--as-of", "2026-06-01", "--horizon", "2026-05-01"],
            ),
            "horizon",
        ),
        (assess("likely", "3", &["--basis", "twice"]), "--basis"),
        (new(&["--marking", "TLP:WHITE"]), "TLP:WHITE"),
        (new(&[]), "--marking"),
        (new(&["--marking", "TLP:RED", "--template", "novel"]), "novel"),
        (
            new(&["--marking", "TLP:RED", "--cutoff", "yesterday"]),
            "yesterday",
        ),
        (
            vec!["brief", "new", "--title", " ", "--marking", "TLP:RED"],
            "title",
        ),
        (add(&[]), "--bluf"),
        (add(&["--bluf", " "]), "empty"),
        (add(&["--bluf", "One.", "--risk", "R-1"]), "--risk"),
        (add(&["--judgement", "One."]), "--likelihood"),
        (add(&["--paragraph", "One.", "--section", "gossip"]), "gossip"),
        (add(&["--paragraph", "One.", "--cite", "nobody"]), "nobody"),
        (
            vec!["brief", "export", &brief, "--format", "odt", "-o", "x"],
            "odt",
        ),
        (vec!["brief", "export", &brief, "--format", "pdf"], "--output"),
    ];
    for (arguments, word) in cases {
        misused(&chancery, &arguments, word);
    }
    assert_eq!(chancery.contents(), before);
}

#[test]
fn what_is_not_there_is_named_and_changes_nothing() {
    let folder = folder();
    let chancery = furnished(&folder.path().join("library"));
    let before = chancery.contents();
    let article = chancery.rows(["list"])[0]["uid"].as_str().unwrap().to_owned();
    let brief = chancery.rows(["brief", "list"])[0]["uid"]
        .as_str()
        .unwrap()
        .to_owned();
    let assess = [
        "risk",
        "assess",
        "R-9",
        "--likelihood",
        "likely",
        "--impact",
        "3",
        "--confidence",
        "low",
    ];
    let assess = [
        &assess,
        ["--basis", "one report", "--rationale", "It is so."].as_slice(),
    ]
    .concat();
    let cases: [&[&str]; 19] = [
        &["show", NOWHERE],
        &["text", NOWHERE],
        &["trash", NOWHERE],
        &["trash", "R-9"],
        &["restore", NOWHERE],
        &["annotations", "list", NOWHERE],
        &["annotate", NOWHERE, "--quote", "x", "--kind", "fact"],
        &[
            "annotate",
            &article,
            "--quote",
            "words that stand nowhere",
            "--kind",
            "fact",
        ],
        &["annotate", &article, "--quote", "", "--kind", "fact"],
        &[
            "annotate", &article, "--quote", "blockade", "--prefix", "picnic", "--kind", "fact",
        ],
        &["risk", "show", "R-9"],
        &["risk", "history", NOWHERE],
        &["risk", "link", "R-1", NOWHERE, "--stance", "context"],
        &["risk", "new", "--from", &article, "--source-risk", "9"],
        &["risk", "new", "--from", &article, "--source-risk", "0"],
        &assess,
        &["brief", "show", NOWHERE],
        &["brief", "add", &brief, "--bluf", "One.", "--cite", NOWHERE],
        &["brief", "export", NOWHERE, "--format", "pdf", "-o", "/nowhere"],
    ];
    for arguments in cases {
        chancery.refuses(1, arguments);
    }
    assert_eq!(chancery.contents(), before);
}

#[test]
fn nothing_to_undo_and_nothing_to_redo_are_said() {
    let folder = folder();
    let chancery = Chancery::with(folder.path());
    chancery.made(["check"]);
    assert!(chancery.refuses(1, &["undo"]).contains("nothing to undo"));
    assert!(chancery.refuses(1, &["redo"]).contains("nothing to redo"));
}

#[test]
fn samples_never_go_among_articles_of_ones_own() {
    let folder = folder();
    let chancery = furnished(folder.path());
    let before = chancery.contents();
    assert!(
        chancery
            .refuses(1, &["sample"])
            .contains("samples were not added")
    );
    assert_eq!(chancery.contents(), before);
}

#[test]
fn arguments_that_are_no_text_are_refused_and_paths_may_be_anything() {
    let folder = folder();
    let chancery = furnished(&folder.path().join("library"));
    let odd = OsStr::from_bytes(b"odd-\xff\xfe.txt");
    for arguments in [["show"], ["search"], ["frobnicate"]] {
        let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).chain([odd]).collect();
        let ran = chancery.call(&arguments);
        assert!([0, 2].contains(&ran.code), "{ran:?}");
    }
    let path = folder.path().join(odd);
    std::fs::copy(article(), &path).unwrap();
    let ran = chancery.call([OsStr::new("import"), path.as_os_str()]).exits(0);
    assert_eq!(ran.answer()["status"], "duplicate");
    let library: OsString = folder.path().join(odd).with_extension("library").into();
    Chancery::with(&library).call(["list"]).exits(0);
    Chancery::bare().call([odd]).exits(2);
    Chancery::bare()
        .call([OsStr::new("extract"), path.as_os_str()])
        .exits(0);
}
