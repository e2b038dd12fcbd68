//! Files that are no articles.

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::harness::{Chancery, Ran, article, articles, folder, furnished, sentence};

/// A file of its own name with its bytes, and a word that the sentence must hold.
type Case = (&'static str, Vec<u8>, &'static str);

/// The smallest archive with one stored member of this name.
fn zip_with(member: &str) -> Vec<u8> {
    let mut zip = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
    zip.extend(u16::try_from(member.len()).unwrap().to_le_bytes());
    zip.extend([0, 0]);
    zip.extend(member.as_bytes());
    zip.extend(b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
    zip
}

fn cases() -> Vec<Case> {
    let words = "Words that would be an article. ".repeat(40).into_bytes();
    let with = |bytes: &[u8]| [&words, bytes, &words].concat();
    vec![
        ("empty.txt", Vec::new(), "empty"),
        ("blank.txt", b" \n\t\r\n \xc2\xa0\n".to_vec(), "spaces"),
        ("program.txt", fs::read("/bin/true").unwrap(), "program"),
        ("nul.txt", with(b"\0"), "binary"),
        ("nuls.txt", vec![0; 10_000], "binary"),
        (
            "control.txt",
            with(&[1, 2, 3, 4, 5, 6, 14, 15].repeat(8)),
            "binary",
        ),
        (
            "noise.txt",
            (0..20_000_u32)
                .map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8)
                .collect(),
            "binary",
        ),
        ("line.txt", vec![b'x'; 50_000_000], "25 MB"),
        ("lines.txt", b"a line\n".repeat(300_000), "lines"),
        (
            "feed.xml",
            b"<?xml version=\"1.0\"?><rss><channel/></rss>".to_vec(),
            "XML",
        ),
        (
            "paper.pdf",
            b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n".to_vec(),
            "PDF",
        ),
        ("letter.docx", zip_with("word/document.xml"), "Word"),
        ("archive.zip", zip_with("notes.txt"), "archive"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "image"),
        (
            "data.sqlite",
            b"SQLite format 3\0\x10\0\x01\x01".to_vec(),
            "database",
        ),
    ]
}

/// The one answer of an import that failed for one path.
#[track_caller]
fn failed(ran: Ran) -> String {
    let answer = ran.exits(1).answer();
    assert_eq!(answer["status"], "failed");
    assert_eq!((&answer["article"], &answer["uid"]), (&Value::Null, &Value::Null));
    let problem = answer["problem"].as_str().unwrap();
    sentence(problem);
    problem.to_owned()
}

fn import(chancery: &Chancery, path: &Path) -> Ran {
    chancery.call(["import".as_ref(), path.as_os_str()])
}

#[test]
fn a_file_that_is_no_article_is_named_for_what_it_is_and_nothing_is_lost() {
    let folder = folder();
    let chancery = furnished(&folder.path().join("library"));
    let before = chancery.contents();
    for (name, bytes, word) in cases() {
        let path = folder.path().join(name);
        fs::write(&path, &bytes).unwrap();
        let problem = failed(import(&chancery, &path));
        assert!(problem.contains(word), "{name}: {problem}");
        let in_words = import(&chancery.in_words(), &path).exits(1);
        assert!(
            in_words.text().starts_with("failed") && in_words.text().contains(&problem),
            "{in_words:?}"
        );
        // Without a library it is refused as wrong input.
        let extract = ["extract".as_ref(), path.as_os_str()];
        Chancery::bare().call(extract).exits(2);
        let convert = ["convert", path.to_str().unwrap(), "--to", "html", "--json"];
        assert_eq!(Chancery::bare().call(convert).exits(2).error(), problem, "{name}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "{name} was touched");
    }
    assert_eq!(chancery.contents(), before);
}

#[test]
fn the_same_through_standard_input() {
    let folder = folder();
    let chancery = furnished(&folder.path().join("library"));
    let before = chancery.contents();
    for (name, bytes, word) in cases() {
        let problem = failed(chancery.call_with(["import", "-"], &bytes));
        assert!(problem.contains(word), "{name}: {problem}");
    }
    assert_eq!(chancery.contents(), before);
}

#[test]
fn stray_control_characters_are_kept_and_never_command_a_terminal_or_a_page() {
    let folder = folder();
    let chancery = Chancery::with(folder.path().join("library"));
    let path = folder.path().join("bell.txt");
    let stray = "gaz\u{7}ette \u{1b}[31mred\u{9b}5m";
    let text = fs::read_to_string(article())
        .unwrap()
        .replacen("official gazette", stray, 1);
    fs::write(&path, text).unwrap();
    let uid = import(&chancery, &path).exits(0).answer()["uid"]
        .as_str()
        .unwrap()
        .to_owned();
    let kept = chancery.made(["text", &uid])["text"].as_str().unwrap().to_owned();
    assert!(kept.contains(stray), "offsets count in what the file holds");
    let annotation = chancery.uid(["annotate", &uid, "--quote", stray, "--kind", "fact"]);
    for arguments in [
        ["text", &uid].as_slice(),
        &["show", &uid],
        &["annotations", "list", &uid],
        &["search", "red"],
    ] {
        let ran = chancery.in_words().call(arguments).exits(0);
        assert!(
            !ran.text().contains(|c: char| c.is_control() && c != '\n'),
            "{arguments:?}"
        );
    }
    let brief = chancery.uid([
        "brief",
        "new",
        "--title",
        "A bell\u{7} rings",
        "--marking",
        "TLP:RED",
    ]);
    chancery.uid(["brief", "add", &brief, "--annotation", &annotation]);
    for format in ["pdf", "md", "json"] {
        let file = folder.path().join(format);
        chancery.uid([
            "brief",
            "export",
            &brief,
            "--format",
            format,
            "-o",
            file.to_str().unwrap(),
        ]);
    }
    assert_eq!(chancery.made(["check"])["findings"], serde_json::json!([]));
}

#[test]
fn a_path_that_leads_to_no_article_says_so() {
    let folder = folder();
    let chancery = furnished(&folder.path().join("library"));
    let before = chancery.contents();
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    assert!(failed(import(&chancery, &empty)).contains("no files"));
    assert!(failed(import(&chancery, &folder.path().join("missing.txt"))).contains("missing.txt"));
    assert!(failed(import(&chancery, &article().join("below-a-file.txt"))).contains("can't be read"));
    let pictures = folder.path().join("pictures");
    fs::create_dir(&pictures).unwrap();
    fs::write(pictures.join("a.png"), b"\x89PNG\r\n\x1a\n").unwrap();
    fs::write(pictures.join("b.pdf"), b"%PDF-1.4\n").unwrap();
    let answers = import(&chancery, &pictures).exits(1).answers();
    assert_eq!(answers.len(), 2);
    for answer in answers {
        assert_eq!(answer["status"], "failed");
        sentence(answer["problem"].as_str().unwrap());
    }
    for command in ["extract", "convert"] {
        let to: &[&str] = if command == "convert" {
            &["--to", "html"]
        } else {
            &[]
        };
        let call = |path: &Path| {
            let arguments = [&[command, path.to_str().unwrap(), "--json"], to].concat();
            Chancery::bare().call(arguments)
        };
        assert!(call(&empty).exits(2).error().contains("folder"));
        call(&folder.path().join("missing.txt")).exits(1).error();
    }
    assert_eq!(chancery.contents(), before);
}

#[test]
fn a_file_that_may_not_be_read_says_so() {
    let folder = folder();
    let path = folder.path().join("secret.txt");
    fs::copy(article(), &path).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    let person = super::system::Unprivileged::new(folder.path());
    let library = person.own_folder("library");
    let problem = failed(import(&person.chancery(&library), &path));
    assert!(problem.contains("permission denied"), "{problem}");
}

#[test]
fn good_files_are_imported_though_bad_ones_stand_beside_them() {
    let folder = folder();
    let chancery = Chancery::with(folder.path().join("library"));
    let inbox = folder.path().join("inbox");
    fs::create_dir_all(inbox.join("below")).unwrap();
    let samples = articles();
    fs::copy(&samples[0], inbox.join("b.txt")).unwrap();
    fs::copy(&samples[1], inbox.join("below/c.txt")).unwrap();
    fs::write(inbox.join("a.txt"), b"\0\0\0").unwrap();
    fs::write(inbox.join("d.txt"), b"").unwrap();
    let paths: [PathBuf; 4] = [
        folder.path().join("missing.txt"),
        inbox.clone(),
        samples[2].clone(),
        samples[0].clone(),
    ];
    let mut arguments = vec!["import".as_ref()];
    arguments.extend(paths.iter().map(|path| path.as_os_str()));
    let answers = chancery.call(arguments).exits(1).answers();
    let statuses: Vec<&str> = answers
        .iter()
        .map(|answer| answer["status"].as_str().unwrap())
        .collect();
    assert_eq!(
        statuses,
        [
            "failed",
            "failed",
            "imported",
            "imported",
            "failed",
            "imported",
            "duplicate"
        ]
    );
    assert_eq!(answers[6]["article"], answers[2]["article"]);
    assert_eq!(chancery.rows(["list"]).len(), 3);
}

#[test]
fn a_bad_line_of_a_stream_is_answered_and_the_next_is_done() {
    let folder = folder();
    let chancery = furnished(&folder.path().join("library"));
    let article = chancery.rows(["list"])[0]["uid"].as_str().unwrap().to_owned();
    let good =
        serde_json::json!({"article": article, "quote": "blockade by paperwork", "kind": "fact"}).to_string();
    let bad = [
        "no JSON".to_owned(),
        "[]".to_owned(),
        good.replace("fact", "fiction"),
        good.replace("blockade", "picnic"),
        good.replace(&article, "0190a000-0000-7000-8000-000000000000"),
        good.replace(&article, "nobody"),
        good.replace("\"kind\":\"fact\"", "\"kind\":7"),
        serde_json::json!({"article": article, "start": 5, "end": 5, "kind": "fact"}).to_string(),
        serde_json::json!({"article": article, "start": 0, "end": 9_999_999, "kind": "fact"}).to_string(),
        serde_json::json!({"article": article, "kind": "fact"}).to_string(),
    ];
    let lines: Vec<String> = bad.iter().flat_map(|bad| [bad.clone(), good.clone()]).collect();
    let answers = chancery
        .call_with(["annotate", "--jsonl"], lines.join("\n").as_bytes())
        .exits(1)
        .answers();
    assert_eq!(answers.len(), lines.len());
    for pair in answers.chunks(2) {
        sentence(pair[0]["error"].as_str().unwrap());
        assert!(pair[1]["uid"].is_string(), "{}", pair[1]);
    }
    assert_eq!(
        chancery.rows(["annotations", "list", &article]).len(),
        1 + bad.len()
    );
    // A line that is no text is such a line too.
    let lines = [good.as_bytes(), b"\n\xff\xfe\n", good.as_bytes()].concat();
    let answers = chancery
        .call_with(["annotate", "--jsonl"], &lines)
        .exits(1)
        .answers();
    assert_eq!(answers.len(), 3);
    sentence(answers[1]["error"].as_str().unwrap());
    assert!(answers[2]["uid"].is_string(), "{}", answers[2]);
    assert_eq!(chancery.made(["check"])["findings"], serde_json::json!([]));
}
