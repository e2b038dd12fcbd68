//! Folders and files that are no library, or one that is damaged, newer, another program's or held.

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Command, Stdio},
};

use crate::harness::{Chancery, Dice, article, articles, folder, furnished};

/// Runs Python on a database.
fn python(script: &str, database: &Path) {
    let status = Command::new("python3")
        .args(["-c", script])
        .arg(database)
        .status()
        .unwrap();
    assert!(status.success());
}

/// The files of a folder with their bytes.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries
        .map(|path| (path.display().to_string(), fs::read(&path).unwrap_or_default()))
        .collect();
    files.sort();
    files
}

/// Reading and writing are both refused, and every byte stays.
#[track_caller]
fn left_alone(library: &Path, word: &str) {
    let before = if library.is_dir() {
        files(library)
    } else {
        vec![(String::new(), fs::read(library).unwrap())]
    };
    let chancery = Chancery::with(library);
    let import = ["import", article().to_str().unwrap()].map(str::to_owned);
    for arguments in [
        &["list".to_owned()][..],
        &["check".to_owned()],
        &["undo".to_owned()],
        &import,
    ] {
        let said = chancery.refuses(3, arguments);
        assert!(said.contains(word), "{said}");
    }
    let after = if library.is_dir() {
        files(library)
    } else {
        vec![(String::new(), fs::read(library).unwrap())]
    };
    assert!(before == after, "it was touched");
}

#[test]
fn a_library_that_is_a_text_file_is_refused() {
    let folder = folder();
    let library = folder.path().join("notes.txt");
    fs::write(&library, "Buy milk.\n").unwrap();
    left_alone(&library, "not a folder");
    left_alone_below(&library);
}

/// A folder inside a file can't be made.
fn left_alone_below(file: &Path) {
    Chancery::with(file.join("library")).refuses(3, &["list"]);
}

#[test]
fn a_library_file_that_is_text_is_left_as_it_is() {
    let folder = folder();
    fs::write(folder.path().join("library.sqlite"), "Buy milk.\n").unwrap();
    left_alone(folder.path(), "not a Chancery library");
}

#[test]
fn a_library_file_that_is_a_folder_is_refused() {
    let folder = folder();
    fs::create_dir(folder.path().join("library.sqlite")).unwrap();
    left_alone(folder.path(), "library.sqlite");
}

#[test]
fn a_database_of_another_program_is_left_as_it_is() {
    let folder = folder();
    let database = folder.path().join("library.sqlite");
    python(
        "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute('CREATE TABLE recipe (name)'); c.commit()",
        &database,
    );
    left_alone(folder.path(), "another program");
}

#[test]
fn a_library_of_a_newer_program_is_left_as_it_is() {
    let folder = folder();
    furnished(folder.path());
    let newer = "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute('PRAGMA user_version = 99'); \
                 c.commit(); c.execute('PRAGMA wal_checkpoint(TRUNCATE)')";
    python(newer, &folder.path().join("library.sqlite"));
    left_alone(folder.path(), "newer");
}

/// Commands on a damaged library: each answers or refuses with a sentence, and none breaks off.
fn survives_looking(library: &Path, what: &str) {
    let chancery = Chancery::with(library);
    let mut noticed = false;
    for arguments in [
        ["check"].as_slice(),
        &["list"],
        &["search", "blockade"],
        &["risk", "list"],
        &["undo"],
    ] {
        let ran = chancery.call(arguments);
        assert!([0, 1, 3].contains(&ran.code), "{what}: {ran:?}");
        noticed |= arguments == ["check"] && ran.code != 0;
        if !ran.stderr.is_empty() {
            ran.error();
        }
    }
    let import = chancery.call(["import".as_ref(), article().as_os_str()]);
    assert!([0, 1, 3].contains(&import.code), "{what}: {import:?}");
    assert!(noticed, "{what}: nobody noticed");
}

#[test]
fn a_library_that_is_cut_off_is_noticed() {
    let folder = folder();
    let whole = folder.path().join("whole");
    furnished(&whole);
    let bytes = fs::read(whole.join("library.sqlite")).unwrap();
    for (n, length) in [
        1,
        15,
        16,
        50,
        100,
        1000,
        4096,
        10_000,
        bytes.len() / 2,
        bytes.len() - 4096,
    ]
    .iter()
    .enumerate()
    {
        let library = folder.path().join(format!("cut-{n}"));
        fs::create_dir(&library).unwrap();
        fs::write(library.join("library.sqlite"), &bytes[..*length]).unwrap();
        survives_looking(&library, &format!("cut off at {length}"));
    }
}

#[test]
fn a_library_with_garbage_in_it_is_noticed() {
    let folder = folder();
    let whole = folder.path().join("whole");
    furnished(&whole);
    // Without the pages that nothing uses.
    let vacuum = "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute('VACUUM'); \
                  c.execute('PRAGMA wal_checkpoint(TRUNCATE)')";
    python(vacuum, &whole.join("library.sqlite"));
    let bytes = fs::read(whole.join("library.sqlite")).unwrap();
    let mut dice = Dice::new();
    for n in 0..8 {
        let library = folder.path().join(format!("damaged-{n}"));
        fs::create_dir(&library).unwrap();
        let mut damaged = bytes.clone();
        // Whole pages, since half of one may be unused.
        let page = 4096 * (1 + dice.below(damaged.len() / 4096 - 1));
        for byte in &mut damaged[page..page + 4096] {
            *byte = u8::try_from(dice.below(256)).unwrap();
        }
        fs::write(library.join("library.sqlite"), &damaged).unwrap();
        survives_looking(&library, &format!("garbage at {page}"));
    }
}

#[test]
fn what_was_changed_behind_the_programs_back_is_found() {
    let folder = folder();
    let chancery = furnished(folder.path());
    let change = "import sqlite3,sys
c = sqlite3.connect(sys.argv[1])
triggers = c.execute(\"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'risk'\").fetchall()
for name, _ in triggers: c.execute('DROP TRIGGER \"' + name + '\"')
c.execute(\"UPDATE risk SET title = 'Nothing to see'\")
for _, sql in triggers: c.execute(sql)
c.commit()";
    python(change, &folder.path().join("library.sqlite"));
    let report = chancery.call(["check"]).exits(1).answer();
    assert!(!report["findings"].as_array().unwrap().is_empty());
    assert!(
        chancery
            .in_words()
            .call(["check"])
            .exits(1)
            .text()
            .contains("not in order")
    );
}

#[test]
fn a_library_that_another_program_holds_is_waited_for_then_refused_and_nothing_is_lost() {
    let folder = folder();
    let chancery = furnished(folder.path());
    let before = chancery.contents();
    let hold = "import sqlite3,sys; c=sqlite3.connect(sys.argv[1], isolation_level=None); \
                c.execute('BEGIN EXCLUSIVE'); print('held', flush=True); sys.stdin.read(); c.execute('ROLLBACK')";
    let mut holder = Command::new("python3")
        .args(["-c", hold])
        .arg(folder.path().join("library.sqlite"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    BufReader::new(holder.stdout.take().unwrap())
        .read_line(&mut said)
        .unwrap();
    assert_eq!(said, "held\n");
    let list = chancery.call(["list"]);
    if list.code == 3 {
        list.error();
    } else {
        assert_eq!(list.exits(0).answers().len(), 1);
    }
    for arguments in [["undo"].as_slice(), &["risk", "new", "--title", "Held"]] {
        assert!(
            chancery
                .call(arguments)
                .exits(3)
                .error()
                .contains("Another program")
        );
    }
    // Several, since each would wait for the other program.
    let import: Vec<String> = articles().iter().map(|path| path.display().to_string()).collect();
    let import = [vec!["import".to_owned()], import].concat();
    assert!(
        chancery
            .call(&import)
            .exits(3)
            .error()
            .contains("Another program")
    );
    holder.stdin.take().unwrap().write_all(b"").unwrap();
    assert!(holder.wait().unwrap().success());
    assert_eq!(chancery.contents(), before);
    chancery.call(&import).exits(0);
}

#[test]
fn programs_that_write_at_once_wait_for_each_other() {
    let folder = folder();
    let chancery = Chancery::with(folder.path().join("library"));
    chancery.made(["check"]);
    let paths = articles();
    std::thread::scope(|scope| {
        for path in &paths {
            let chancery = &chancery;
            scope.spawn(move || chancery.uid(["import".as_ref(), path.as_os_str()]));
        }
    });
    assert_eq!(chancery.rows(["list"]).len(), 8);
    assert_eq!(chancery.made(["check"])["findings"], serde_json::json!([]));
}
