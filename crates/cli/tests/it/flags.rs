//! The shape of every call: global options, answers in JSON, the default folder, the window.

use std::fs;

use serde_json::Value;

use crate::harness::{CHANCERY, Chancery, article, folder, furnished};

#[test]
fn global_options_stand_before_and_after_the_subcommand() {
    let folder = folder();
    let library = folder.path().join("library");
    furnished(&library);
    let library = library.to_str().unwrap();
    let calls: [&[&str]; 4] = [
        &["--json", "--library", library, "risk", "list"],
        &["risk", "--json", "--library", library, "list"],
        &["risk", "list", "--json", "--library", library],
        &["--library", library, "risk", "list", "--json"],
    ];
    let answers: Vec<Vec<Value>> = calls.iter().map(|call| Chancery::bare().rows(*call)).collect();
    assert_eq!(answers[0][0]["number"], "R-1");
    assert!(answers.iter().all(|answer| *answer == answers[0]));
}

#[test]
fn every_answer_is_an_object_a_line_and_whatever_is_made_has_its_uid() {
    let folder = folder();
    let chancery = Chancery::with(folder.path().join("library"));
    let article = chancery.uid(["import".as_ref(), article().as_os_str()]);
    let quote = [
        "annotate",
        &article,
        "--quote",
        "blockade by paperwork",
        "--kind",
        "claim",
        "--tag",
        "security/sea",
    ];
    let annotation = chancery.uid(quote);
    chancery.uid([
        "source",
        "grade",
        "Marta Ellingsen",
        "--reliability",
        "B",
        "--reason",
        "Careful so far.",
    ]);
    let risk = chancery.uid(["risk", "new", "--title", "A clash at sea"]);
    chancery.uid(["risk", "link", &risk, &annotation, "--stance", "supports"]);
    let assess = [
        "risk",
        "assess",
        &risk,
        "--likelihood",
        "likely",
        "--impact",
        "3",
        "--confidence",
        "low",
    ];
    chancery.uid(
        assess
            .into_iter()
            .chain(["--basis", "one report", "--rationale", "It is announced."]),
    );
    let brief = chancery.uid([
        "brief",
        "new",
        "--title",
        "They will inspect",
        "--marking",
        "TLP:RED",
    ]);
    chancery.uid(["brief", "add", &brief, "--risk", "R-1"]);
    let file = folder.path().join("brief.json");
    chancery.uid([
        "brief",
        "export",
        &brief,
        "--format",
        "json",
        "-o",
        file.to_str().unwrap(),
    ]);
    chancery.uid(["trash", &annotation]);
    chancery.uid(["restore", &annotation]);
    chancery.uid(["undo"]);
    chancery.uid(["redo"]);
    let lists: [&[&str]; 10] = [
        &["list"],
        &["show", &article],
        &["annotations", "list", &article],
        &["source", "list"],
        &["risk", "list"],
        &["risk", "show", &risk],
        &["risk", "history", &risk],
        &["brief", "list"],
        &["brief", "show", &brief],
        &["search", "blockade"],
    ];
    for list in lists {
        let rows = chancery.rows(list);
        assert!(!rows.is_empty(), "{list:?}");
        for row in rows {
            assert_eq!(row["uid"].as_str().map(str::len), Some(36), "{list:?}: {row}");
        }
    }
    let words = chancery.in_words();
    for list in lists {
        let ran = words.call(list).exits(0);
        assert!(ran.text().trim().len() > 10, "{list:?} says nothing in words");
        assert!(
            serde_json::from_str::<Value>(ran.text()).is_err(),
            "{list:?} answers in JSON unasked"
        );
    }
}

#[test]
fn a_stream_takes_article_and_kind_from_its_options_where_a_line_names_none() {
    let folder = folder();
    let chancery = Chancery::with(folder.path().join("library"));
    let article = chancery.uid(["import".as_ref(), article().as_os_str()]);
    let lines = "{\"quote\":\"blockade by paperwork\"}\n{\"quote\":\"Key Points\",\"kind\":\"fact\"}\n";
    let stream = ["annotate", &article, "--kind", "claim", "--jsonl"];
    let answers = chancery.call_with(stream, lines.as_bytes()).exits(0).answers();
    let kinds: Vec<&str> = answers
        .iter()
        .map(|answer| answer["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["claim", "fact"]);
    assert!(answers.iter().all(|answer| answer["article"] == article));
}

#[test]
fn without_a_library_named_it_is_kept_in_the_data_folder_of_the_user() {
    let folder = folder();
    let data = folder.path().join("data");
    let home = folder.path().join("home");
    fs::create_dir(&home).unwrap();
    let at_data = Chancery::bare()
        .variable("XDG_DATA_HOME", &data)
        .variable("HOME", &home);
    at_data.call(["list"]).exits(0);
    assert!(data.join("chancery/library.sqlite").is_file());
    assert!(fs::read_dir(&home).unwrap().next().is_none());
    // A relative path is to be ignored (XDG Base Directory Specification).
    let at_home = Chancery::bare()
        .variable("XDG_DATA_HOME", "data")
        .variable("HOME", &home)
        .inside(folder.path());
    at_home.call(["list"]).exits(0);
    assert!(home.join(".local/share/chancery/library.sqlite").is_file());
    at_data.call(["sample"]).exits(0);
    assert!(data.join("chancery-sample/library.sqlite").is_file());
    assert_eq!(
        at_data.call(["list"]).exits(0).text(),
        "",
        "the samples went into a folder of their own"
    );
}

#[test]
fn without_arguments_and_without_a_window_it_says_so() {
    let folder = folder();
    let copy = folder.path().join("chancery");
    fs::copy(CHANCERY, &copy).unwrap();
    let alone = Chancery::bare().program(&copy).variable("HOME", folder.path());
    let ran = alone.call::<&str>([]).exits(1);
    assert!(
        ran.stderr.contains("chancery-window") && ran.stderr.contains("--help"),
        "{ran:?}"
    );
    let ran = alone.call(["--json"]).exits(1);
    assert!(ran.error().contains("chancery-window"));
}

#[test]
fn without_arguments_the_window_beside_it_opens_with_the_library_named() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    let copy = folder.path().join("chancery");
    fs::copy(CHANCERY, &copy).unwrap();
    let window = folder.path().join("chancery-window");
    fs::write(&window, "#!/bin/sh\necho \"$@\"\nexit 7\n").unwrap();
    fs::set_permissions(&window, fs::Permissions::from_mode(0o755)).unwrap();
    let ran = Chancery::bare()
        .program(&copy)
        .call(["--library", "/some/where"])
        .exits(7);
    assert_eq!(ran.text(), "--library /some/where\n");
}

#[test]
fn help_and_version_are_answers() {
    let ran = Chancery::bare().call(["--help"]).exits(0);
    assert!(ran.text().contains("Exit codes"));
    assert!(
        Chancery::bare()
            .call(["--version"])
            .exits(0)
            .text()
            .starts_with("chancery ")
    );
    for command in [
        "import", "annotate", "risk", "brief", "search", "undo", "check", "sample",
    ] {
        Chancery::bare().call([command, "--help"]).exits(0);
    }
}
