//! What the system refuses: rights, room, readers.

use std::{
    fs,
    os::unix::fs::{MetadataExt as _, PermissionsExt as _},
    path::{Path, PathBuf},
    process::Stdio,
};

use serde_json::json;

use crate::harness::{CHANCERY, Chancery, article, articles, folder, furnished, sentence};

/// Somebody without special rights: whoever runs the tests, or the user nobody when that is root.
pub struct Unprivileged {
    folder: PathBuf,
    root: bool,
}

const NOBODY: u32 = 65534;

impl Unprivileged {
    /// Puts a copy of the program where they may start it; `folder` must be open to all.
    pub fn new(folder: &Path) -> Self {
        let program = folder.join("chancery");
        fs::copy(CHANCERY, &program).unwrap();
        Self {
            root: fs::metadata("/proc/self").unwrap().uid() == 0,
            folder: folder.to_owned(),
        }
    }

    /// A new folder that is theirs.
    pub fn own_folder(&self, name: &str) -> PathBuf {
        let path = self.folder.join(name);
        fs::create_dir(&path).unwrap();
        if self.root {
            std::os::unix::fs::chown(&path, Some(NOBODY), Some(NOBODY)).unwrap();
        }
        path
    }

    /// The program as they start it.
    pub fn chancery(&self, library: &Path) -> Chancery {
        let program = Chancery::with(library).program(self.folder.join("chancery"));
        let user = NOBODY.to_string();
        let reuid = format!("--reuid={user}");
        let regid = format!("--regid={user}");
        if self.root {
            program.under(["setpriv", &reuid, &regid, "--clear-groups"])
        } else {
            program
        }
    }
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_library_that_may_only_be_read_is_read_and_refuses_changes() {
    let folder = folder();
    let library = folder.path().join("library");
    let owner = furnished(&library);
    let before = owner.contents();
    let article_uid = owner.rows(["list"])[0]["uid"].as_str().unwrap().to_owned();
    let brief = owner.rows(["brief", "list"])[0]["uid"]
        .as_str()
        .unwrap()
        .to_owned();
    for entry in fs::read_dir(&library).unwrap() {
        set_mode(&entry.unwrap().path(), 0o444);
    }
    set_mode(&library, 0o555);
    let person = Unprivileged::new(folder.path());
    let reader = person.chancery(&library);
    assert_eq!(reader.rows(["list"]).len(), 1);
    assert_eq!(reader.made(["show", &article_uid])["section"], "World");
    assert!(
        reader.made(["text", &article_uid])["text"]
            .as_str()
            .unwrap()
            .contains("blockade")
    );
    assert!(!reader.rows(["search", "blockade"]).is_empty());
    assert_eq!(reader.made(["check"])["findings"], json!([]));
    let out = person.own_folder("out").join("brief.pdf");
    reader.uid([
        "brief",
        "export",
        &brief,
        "--format",
        "pdf",
        "-o",
        out.to_str().unwrap(),
    ]);
    let annotation = owner_annotation(&reader, &article_uid);
    let new = articles()[1].display().to_string();
    let writes: [&[&str]; 8] = [
        &["import", &new],
        &["annotate", &article_uid, "--quote", "blockade", "--kind", "fact"],
        &["trash", &article_uid],
        &[
            "source",
            "grade",
            "Marta Ellingsen",
            "--reliability",
            "A",
            "--reason",
            "None.",
        ],
        &["risk", "new", "--title", "Unwritten"],
        &["risk", "link", "R-1", &annotation, "--stance", "context"],
        &["brief", "add", &brief, "--bluf", "Unwritten."],
        &["undo"],
    ];
    for arguments in writes {
        let said = reader.refuses(3, arguments);
        assert!(said.contains("only be read"), "{arguments:?}: {said}");
    }
    set_mode(&library, 0o755);
    for entry in fs::read_dir(&library).unwrap() {
        set_mode(&entry.unwrap().path(), 0o644);
    }
    assert_eq!(owner.contents(), before);
}

fn owner_annotation(reader: &Chancery, article: &str) -> String {
    reader.rows(["annotations", "list", article])[0]["uid"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn a_library_cannot_be_made_where_nothing_may_be_written() {
    let folder = folder();
    let person = Unprivileged::new(folder.path());
    let closed = person.own_folder("closed");
    set_mode(&closed, 0o555);
    for library in [closed.clone(), closed.join("library")] {
        let said = person.chancery(&library).refuses(3, &["list"]);
        assert!(said.contains(library.to_str().unwrap()), "{said}");
    }
    set_mode(&closed, 0o000);
    person.chancery(&closed).refuses(3, &["list"]);
    set_mode(&closed, 0o755);
    assert!(fs::read_dir(&closed).unwrap().next().is_none());
}

#[test]
fn a_full_disk_during_an_import_is_a_sentence_and_the_library_is_as_before() {
    let folder = folder();
    let library = folder.path().join("library");
    let chancery = furnished(&library);
    let before = chancery.contents();
    let new: Vec<PathBuf> = articles().into_iter().skip(1).collect();
    let mut import = vec!["import".as_ref()];
    import.extend(new.iter().map(|path| path.as_os_str()));
    let mut refused = 0;
    // From no room at all to room for the first, in blocks of 1 KiB.
    for blocks in [0, 1, 8, 16, 32, 33, 40, 64, 96, 128, 200] {
        let ran = chancery.file_limit(blocks).call(&import);
        let mut kept = 0;
        if !ran.stderr.is_empty() {
            assert!([1, 3].contains(&ran.code), "{ran:?}");
            sentence(&ran.error());
        }
        for answer in ran.answers() {
            match answer["status"].as_str().unwrap() {
                "failed" => {
                    sentence(answer["problem"].as_str().unwrap());
                    assert_eq!(ran.code, 1, "{ran:?}");
                    refused += 1;
                }
                _ => kept += 1,
            }
        }
        // What was said to be in the library is, and nothing else.
        assert_eq!(chancery.rows(["list"]).len(), 1 + kept, "{blocks} blocks");
        assert_eq!(chancery.made(["check"])["findings"], json!([]), "{blocks} blocks");
        for _ in 0..kept {
            chancery.made(["undo"]);
        }
    }
    assert!(refused > 0, "no limit was ever met");
    assert_eq!(chancery.contents(), before);
    chancery.call(&import).exits(0);
}

#[test]
fn a_full_disk_while_a_library_is_made_leaves_one_that_can_still_be_made() {
    let folder = folder();
    for blocks in [0, 1, 4, 16, 64, 100, 200] {
        let library = folder.path().join(format!("library-{blocks}"));
        let chancery = Chancery::with(&library);
        let ran = chancery.file_limit(blocks).call(["list"]);
        assert!([0, 3].contains(&ran.code), "{blocks}: {ran:?}");
        if ran.code == 3 {
            sentence(&ran.error());
        }
        chancery.call(["import".as_ref(), article().as_os_str()]).exits(0);
        assert_eq!(chancery.made(["check"])["findings"], json!([]), "{blocks} blocks");
    }
}

#[test]
fn a_full_disk_during_an_export_leaves_the_old_file() {
    let folder = folder();
    let chancery = furnished(&folder.path().join("library"));
    let brief = chancery.rows(["brief", "list"])[0]["uid"]
        .as_str()
        .unwrap()
        .to_owned();
    // Long enough that each form is larger than the index SQLite needs beside an open library, 32 KiB.
    let long = "Nobody has seen the order. ".repeat(1500);
    chancery.uid(["brief", "add", &brief, "--paragraph", &long]);
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    for format in ["pdf", "md", "json"] {
        let file = out.join(format!("brief.{format}"));
        fs::write(&file, "what was sent last week").unwrap();
        let export = [
            "brief",
            "export",
            &brief,
            "--format",
            format,
            "-o",
            file.to_str().unwrap(),
        ];
        for blocks in [33, 36] {
            let said = chancery.file_limit(blocks).refuses(1, &export);
            assert!(said.contains(file.to_str().unwrap()), "{said}");
            assert_eq!(fs::read(&file).unwrap(), b"what was sent last week");
        }
        chancery.uid(export);
        assert_ne!(fs::read(&file).unwrap(), b"what was sent last week");
    }
    assert_eq!(
        fs::read_dir(&out).unwrap().count(),
        3,
        "nothing half-written is left"
    );
    assert_eq!(chancery.made(["check"])["findings"], json!([]));
}

#[test]
fn an_export_that_cannot_go_where_it_should_says_so() {
    let folder = folder();
    let chancery = furnished(&folder.path().join("library"));
    let brief = chancery.rows(["brief", "list"])[0]["uid"]
        .as_str()
        .unwrap()
        .to_owned();
    let export = |to: &Path| {
        [
            "brief",
            "export",
            &brief,
            "--format",
            "json",
            "-o",
            to.to_str().unwrap(),
        ]
        .map(str::to_owned)
    };
    chancery.refuses(2, &export(folder.path()));
    chancery.refuses(1, &export(&folder.path().join("missing/brief.json")));
    chancery.refuses(1, &export(&article().join("brief.json")));
}

#[test]
fn an_answer_that_cannot_be_printed_is_said_on_standard_error() {
    let folder = folder();
    let chancery = furnished(&folder.path().join("library"));
    let calls: [&[&str]; 5] = [
        &["list"],
        &["risk", "list"],
        &["check"],
        &["search", "blockade"],
        &["undo"],
    ];
    for arguments in calls {
        let to_full = chancery.under(["bash", "-c", "exec \"$@\" >/dev/full", "bash"]);
        let said = to_full.call(arguments).exits(1).error();
        assert!(said.contains("no space left"), "{said}");
    }
    let text = article();
    let to_full = Chancery::bare().under(["bash", "-c", "exec \"$@\" >/dev/full", "bash"]);
    to_full
        .call(["convert", text.to_str().unwrap(), "--to", "html", "--json"])
        .exits(1)
        .error();
    assert_eq!(chancery.made(["check"])["findings"], json!([]));
}

#[test]
fn a_reader_that_has_enough_is_no_failure() {
    let folder = folder();
    let chancery = Chancery::with(folder.path().join("library"));
    let mut import = vec!["import".as_ref()];
    let all = articles();
    import.extend(all.iter().map(|path| path.as_os_str()));
    chancery.call(import).exits(0);
    for arguments in [["list"].as_slice(), &["search", "the"], &["--help"]] {
        let mut command = chancery.command(arguments);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    }
}
