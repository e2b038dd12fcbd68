//! Pages that change, copies of one report, and rules for sites, from a shell.

use std::fs;
use std::process::Stdio;

use crate::harness::{Chancery, folder};

/// More than are imported while the first answers are read.
const FILES: usize = 600;
const PAGE: &str = "https://strait.example/port?utm_source=letter";
const FIRST: &str = "Port Stays Closed\n\nThe port of Selm stays closed after a vote of the customs officers on Monday.\n\nShips wait off the northern mole for a berth, and nobody knows for how long.\n";

#[test]
fn a_page_imported_again_with_other_words_is_a_version_and_the_difference_is_told_word_by_word() {
    let (library, files) = (folder(), folder());
    let chancery = Chancery::with(library.path());
    let (first, second) = (files.path().join("first.txt"), files.path().join("second.txt"));
    fs::write(&first, FIRST).unwrap();
    fs::write(&second, FIRST.replace("northern", "southern")).unwrap();
    let import = |path: &std::path::Path| {
        chancery.made([
            "import".as_ref(),
            path.as_os_str(),
            "--url".as_ref(),
            PAGE.as_ref(),
        ])
    };

    let article = import(&first)["uid"].as_str().unwrap().to_owned();
    let quote = "Ships wait off the northern mole";
    let passage = chancery.uid(["annotate", &article, "--quote", quote, "--kind", "fact"]);
    let risk = chancery.uid(["risk", "new", "--title", "Closure"]);
    chancery.made(["risk", "link", &risk, &passage, "--stance", "supports"]);

    let again = import(&second);
    assert_eq!(
        (again["status"].as_str(), again["uid"].as_str()),
        (Some("new_version"), Some(article.as_str()))
    );
    let changed = &again["version"]["changed"][0];
    assert_eq!(changed["quote"], quote);
    assert_eq!(changed["now"], "Ships wait off the southern mole");
    assert_eq!(changed["risks"][0], "R-1");
    assert_eq!(import(&second)["status"], "duplicate");

    assert_eq!(chancery.rows(["versions", &article]).len(), 2);
    let told = chancery.in_words().call(["diff", &article]).exits(0);
    assert!(
        told.text().contains("the [-northern-]{+southern+} mole"),
        "{}",
        told.text()
    );
    let old = chancery.made(["text", &article, "--version", "1"]);
    assert_eq!(old["text"].as_str().unwrap(), FIRST.trim_end());
    assert_eq!(
        chancery.made(["undo"])["label"],
        "New version of “Port Stays Closed”"
    );
    assert_eq!(chancery.rows(["versions", &article]).len(), 1);
    assert_eq!(chancery.made(["check"])["findings"].as_array().unwrap().len(), 0);
}

#[test]
fn copies_of_a_report_are_one_origin_until_the_person_says_otherwise() {
    let (library, files) = (folder(), folder());
    let chancery = Chancery::with(library.path());
    let import = |name: &str, outlet: &str| {
        let path = files.path().join(name);
        fs::write(&path, format!("{FIRST}\nPrinted by {outlet}.\n")).unwrap();
        chancery.uid([
            "import".as_ref(),
            path.as_os_str(),
            "--outlet".as_ref(),
            outlet.as_ref(),
        ])
    };
    let (one, two) = (
        import("one.txt", "Strait Post"),
        import("two.txt", "Evening Mail"),
    );
    let members = |arguments: &[&str]| chancery.made(arguments)["members"].as_array().unwrap().len();
    assert_eq!(members(&["origins", &one]), 2);
    assert_eq!(members(&["origins", &two, "--alone"]), 1);
    assert_eq!(members(&["origins", &one]), 1);
    assert_eq!(members(&["origins", &two, "--by-cues"]), 2);
}

#[test]
fn a_rule_is_taught_listed_followed_and_forgotten() {
    let (library, files) = (folder(), folder());
    let chancery = Chancery::with(library.path());
    let path = files.path().join("page.txt");
    fs::write(&path, FIRST).unwrap();
    let rule = chancery.uid([
        "rules",
        "remember",
        "strait.example",
        "--field",
        "outlet",
        "--always",
        "The Strait Post",
    ]);
    let article = chancery.uid([
        "import".as_ref(),
        path.as_os_str(),
        "--url".as_ref(),
        PAGE.as_ref(),
    ]);
    assert_eq!(chancery.made(["show", &article])["outlet"], "The Strait Post");
    assert_eq!(chancery.rows(["rules", "list"])[0]["rule"], "always");
    chancery.made(["rules", "forget", &rule]);
    assert!(chancery.rows(["rules", "list"]).is_empty());
    chancery.refuses(
        2,
        &[
            "rules",
            "remember",
            "strait.example",
            "--field",
            "headline",
            "--never",
        ],
    );
}

#[test]
fn an_import_killed_halfway_goes_on_and_nothing_is_there_twice() {
    let (library, files) = (folder(), folder());
    let chancery = Chancery::with(library.path());
    for n in 0..FILES {
        let text =
            format!("Harbour notice {n}\n\nNotice {n} says that quay {n} is open to ships of any flag.\n");
        fs::write(files.path().join(format!("{n:03}.txt")), text).unwrap();
    }
    let arguments = ["import".as_ref(), files.path().as_os_str()];
    let mut killed = chancery
        .command(arguments)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut answers = std::io::BufReader::new(killed.stdout.take().unwrap());
    let mut line = String::new();
    for _ in 0..30 {
        std::io::BufRead::read_line(&mut answers, &mut line).unwrap();
    }
    killed.kill().unwrap();
    killed.wait().unwrap();

    let rest = chancery.rows(arguments);
    let imported = rest.iter().filter(|row| row["status"] == "imported").count();
    assert!((1..FILES - 24).contains(&imported), "{imported}");
    let listed = chancery.rows(["list"]);
    let titles: std::collections::HashSet<_> = listed.iter().map(|row| row["headline"].to_string()).collect();
    assert_eq!((listed.len(), titles.len()), (FILES, FILES));
    assert_eq!(chancery.made(["check"])["findings"].as_array().unwrap().len(), 0);
}
