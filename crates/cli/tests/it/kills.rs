//! kill -9 in a stream: whatever was acknowledged is in the library afterwards, and the library is sound.
//!
//! Each round feeds lines without pause, counts acknowledgements from the first, and kills after a number of them that the
//! dice choose. `KILLS` sets the number of rounds. The harness is held to account itself: a program that acknowledges before
//! it writes must be caught.

use std::{
    collections::HashSet,
    io::{BufRead as _, BufReader, Write as _},
    os::unix::process::ExitStatusExt as _,
    process::{Command, Stdio},
    sync::mpsc::{self, RecvTimeoutError},
    time::Duration,
};

use serde_json::{Value, json};

use crate::harness::{CHANCERY, Chancery, Dice, article, folder};

/// A run that takes longer is killed, and a failure.
const LIMIT: Duration = Duration::from_secs(45);
/// Acknowledgements after the first, at most, before the kill.
const MOST: usize = 25;
/// Turns of an idle loop after them, at most: several transactions long.
const MOST_TURNS: usize = 500_000;

/// Starts the program, feeds it, and kills it at a moment that the dice choose, counted from the first acknowledgement; what
/// it acknowledged comes back.
fn killed(mut command: Command, line: &str, dice: &mut Dice) -> Vec<String> {
    let (after, turns) = (dice.below(MOST), dice.below(MOST_TURNS));
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let stdout = BufReader::new(child.stdout.take().unwrap());
    let (through, stuck) = mpsc::channel::<()>();
    let (line, id) = (format!("{line}\n"), child.id().to_string());
    let acknowledged = std::thread::scope(|scope| {
        // Ends when the pipe breaks, which the kill sees to.
        scope.spawn(move || while stdin.write_all(line.as_bytes()).is_ok() {});
        scope.spawn(move || {
            if stuck.recv_timeout(LIMIT) == Err(RecvTimeoutError::Timeout) {
                Command::new("kill").args(["-KILL", &id]).status().unwrap();
            }
        });
        let mut acknowledged = Vec::new();
        for answer in stdout.lines() {
            // A line that the kill cut off was never acknowledged.
            let Ok(answer) = serde_json::from_str::<Value>(&answer.unwrap()) else {
                break;
            };
            let uid = answer["uid"].as_str().unwrap_or_else(|| panic!("{answer}"));
            acknowledged.push(uid.to_owned());
            if acknowledged.len() == after + 1 {
                // So that the kill doesn't always follow right upon an acknowledgement.
                (0..turns).for_each(|_| std::hint::spin_loop());
                // What is on its way is still read: it was acknowledged too.
                child.kill().unwrap();
            }
        }
        drop(through);
        acknowledged
    });
    assert_eq!(
        child.wait().unwrap().signal(),
        Some(9),
        "it ended before it was killed"
    );
    assert!(acknowledged.len() > after, "it stood still for {LIMIT:?}");
    acknowledged
}

fn lost(acknowledged: &[String], kept: &HashSet<String>) -> usize {
    acknowledged.iter().filter(|uid| !kept.contains(*uid)).count()
}

#[test]
fn nothing_acknowledged_is_lost() {
    let kills: usize = std::env::var("KILLS").map_or(20, |kills| kills.parse().expect("KILLS is a number"));
    let mut dice = Dice::new();
    let folder = folder();
    let library = folder.path().join("library");
    let chancery = Chancery::with(&library);
    let mut acknowledged = Vec::new();
    let mut article_uid = String::new();
    for round in 0..kills {
        // A library that has grown makes each look at it longer, and proves no more.
        if round % 50 == 0 {
            acknowledged.clear();
            let _ = std::fs::remove_dir_all(&library);
            article_uid = chancery.uid(["import".as_ref(), article().as_os_str()]);
        }
        let line = json!({
            "article": article_uid, "quote": "blockade by paperwork", "kind": "claim",
            "note": "Who called it that first?", "tags": ["security/maritime"],
        });
        let mut command = Command::new(CHANCERY);
        command
            .arg("--library")
            .arg(&library)
            .args(["annotate", "--jsonl"]);
        acknowledged.extend(killed(command, &line.to_string(), &mut dice));
        let kept = chancery.rows(["annotations", "list", &article_uid]);
        let kept = kept
            .iter()
            .map(|row| row["uid"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(lost(&acknowledged, &kept), 0, "lost in round {round}");
        let report = chancery.made(["check"]);
        assert_eq!(report["findings"], json!([]), "round {round}");
    }
    eprintln!("{kills} kills");
}

/// Acknowledges at once and writes at the end, which a kill never lets it reach.
const HASTY: &str = r#"
import json, sys
written = []
for number, line in enumerate(sys.stdin):
    written.append(str(number))
    print(json.dumps({"uid": str(number)}), flush=True)
open(sys.argv[1], "w").write("\n".join(written))
"#;

#[test]
fn a_program_that_acknowledges_before_it_writes_is_caught() {
    let folder = folder();
    let file = folder.path().join("written");
    std::fs::write(&file, "").unwrap();
    let mut command = Command::new("python3");
    command.args(["-c", HASTY]).arg(&file);
    let acknowledged = killed(command, "{}", &mut Dice::new());
    let kept = std::fs::read_to_string(&file)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect();
    assert!(lost(&acknowledged, &kept) > 0, "the harness can't see a loss");
}
