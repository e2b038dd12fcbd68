//! The worker process: this program starts itself as the worker, and other programs as bad ones.
//!
//! Without a harness, because a worker's standard output carries answers. It speaks as much of the harness's language as
//! `cargo test` and `cargo nextest` need.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on must fail"
)]
#![allow(
    clippy::print_stdout,
    reason = "test names and the probe's report go to standard output"
)]

#[path = "common/bombs.rs"]
mod bombs;
#[path = "common/word.rs"]
#[expect(dead_code, reason = "a bomb needs no styles and no properties")]
mod word;

use std::{
    fs::File,
    net::{TcpListener, UdpSocket},
    process::{Command, ExitCode},
    thread,
    time::Duration,
};

use intake::{Answer, Hints, Kind, Operation, Problem, Request, TEXT_BYTES, Worker, WorkerError, sandbox};

const TESTS: &[(&str, fn())] = &[
    ("a_worker_answers_as_the_library_does", answers),
    ("a_worker_says_what_a_picture_is", pictures),
    (
        "a_bad_document_is_a_problem_and_the_next_is_answered",
        bad_document,
    ),
    (
        "more_documents_than_one_worker_gets_are_all_answered",
        many_documents,
    ),
    ("a_large_document_in_one_line_is_read", one_long_line),
    (
        "bombs_end_with_a_sentence_or_are_read_within_the_limits",
        bombs_end,
    ),
    (
        "a_document_over_the_limit_is_refused_with_both_figures",
        too_large,
    ),
    #[cfg(unix)]
    ("a_silent_worker_is_ended_by_the_clock", silent),
    #[cfg(unix)]
    ("a_worker_that_dies_is_replaced_for_the_next_document", dies_once),
    #[cfg(unix)]
    ("what_is_no_answer_is_named_so", garbled),
    ("a_program_that_is_missing_is_named_so", missing),
    #[cfg(target_os = "linux")]
    (
        "a_worker_opens_no_file_no_socket_and_no_program_and_gets_no_more_memory",
        sandboxed,
    ),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |name: &str| arguments.iter().any(|a| a == name);
    if has("--parse-worker") {
        return intake::serve();
    }
    if has("--probe") {
        return probe();
    }
    if has("--list") {
        let shown = if has("--ignored") { &[] } else { TESTS };
        shown.iter().for_each(|(name, _)| println!("{name}: test"));
        return ExitCode::SUCCESS;
    }
    let wanted: Vec<&String> = arguments.iter().filter(|a| !a.starts_with('-')).collect();
    for (name, test) in TESTS
        .iter()
        .filter(|(name, _)| wanted.is_empty() || wanted.iter().any(|w| *w == name))
    {
        test();
        println!("test {name} ... ok");
    }
    ExitCode::SUCCESS
}

fn this_program(argument: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.arg(argument);
    command
}

fn worker() -> Worker {
    Worker::new(this_program("--parse-worker"))
}

fn request(op: Operation) -> Request {
    Request {
        op,
        name: None,
        media: None,
        url: Some("https://outlet.example/1".to_owned()),
    }
}

const TEXT: &[u8] = b"World February 2, 2026\n\nA Headline\n\nBy Maya Rios\n\nKey Points\n\n- One - a concern for shipping.\n\nMOSCOW, Feb 2 - It began.\n";

fn answers() {
    let mut worker = worker();
    let url = Some("https://outlet.example/1");
    let capture = Answer::Capture(Box::new(intake::capture(TEXT, &Hints::found_at(url)).unwrap()));
    assert_eq!(worker.ask(&request(Operation::Capture), TEXT).unwrap(), capture);
    let answer = worker.ask(&request(Operation::Extraction), TEXT).unwrap();
    let Answer::Extraction(found) = answer else {
        panic!("{answer:?}")
    };
    let printed = serde_json::to_value(&*found).unwrap();
    assert_eq!(
        printed,
        serde_json::to_value(intake::extraction(TEXT, &Hints::found_at(url)).unwrap()).unwrap()
    );
}

fn pictures() {
    let gif = b"GIF89a\x40\x01\xf0\x00\0\0\0,\0\0\0\0\x40\x01\xf0\0";
    let mut worker = worker();
    for bytes in [&gif[..], TEXT, b""] {
        let answer = worker.ask(&request(Operation::Picture), bytes).unwrap();
        assert_eq!(answer, Answer::Picture(intake::picture(bytes)));
    }
    assert!(intake::picture(gif).is_some());
}

fn bad_document() {
    let mut worker = worker();
    let pdf = worker.ask(&request(Operation::Capture), b"%PDF-1.7\n").unwrap();
    assert_eq!(pdf, Answer::Problem(Problem::Damaged { what: Kind::Pdf }));
    assert_eq!(
        worker.ask(&request(Operation::Capture), b"").unwrap(),
        Answer::Problem(Problem::Empty)
    );
    assert!(matches!(
        worker.ask(&request(Operation::Capture), TEXT),
        Ok(Answer::Capture(_))
    ));
}

fn many_documents() {
    let mut worker = worker();
    for n in 0..305 {
        let text = format!("Headline {n}\n\nText.");
        let Answer::Capture(capture) = worker.ask(&request(Operation::Capture), text.as_bytes()).unwrap()
        else {
            panic!("no capture of document {n}")
        };
        assert_eq!(capture.meta.headline.value, format!("Headline {n}"));
    }
}

fn one_long_line() {
    let text = "lines without end and - so on, ".repeat(TEXT_BYTES / 31);
    let answer = worker()
        .ask(&request(Operation::Capture), text.as_bytes())
        .unwrap();
    assert!(matches!(answer, Answer::Capture(_)));
}

/// All by one worker: none of them ends it.
fn bombs_end() {
    // The clock's limit is not what is looked at here, and a machine that runs tests is busy.
    let mut worker = Worker::with_wall_limit(this_program("--parse-worker"), Duration::from_secs(300));
    for (name, bytes, end) in bombs::all() {
        let answer = worker.ask(&request(Operation::Capture), &bytes);
        bombs::check(
            name,
            &answer.unwrap_or_else(|error| panic!("{name}: {error}")),
            &end,
        );
    }
}

fn too_large() {
    let error = worker()
        .ask(&request(Operation::Capture), &vec![b'a'; TEXT_BYTES + 1])
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "it is too large: 25000001 bytes, and at most 25000000 are read"
    );
}

#[cfg(unix)]
fn silent() {
    let mut command = Command::new("/bin/sleep");
    command.arg("1000");
    let mut worker = Worker::with_wall_limit(command, Duration::from_millis(20));
    let error = worker.ask(&request(Operation::Capture), TEXT).unwrap_err();
    assert!(matches!(error, WorkerError::TimedOut { .. }), "{error:?}");
}

/// A worker that ends at once the first time it is started.
#[cfg(unix)]
fn dies_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new("/bin/sh");
    let script = r#"if mkdir "$0/died" 2>/dev/null; then exit 1; fi; exec "$1" --parse-worker"#;
    command
        .args(["-c", script])
        .arg(folder.path())
        .arg(std::env::current_exe().unwrap());
    let mut worker = Worker::new(command);
    let error = worker.ask(&request(Operation::Capture), TEXT).unwrap_err();
    assert!(matches!(error, WorkerError::Died), "{error:?}");
    assert!(matches!(
        worker.ask(&request(Operation::Capture), TEXT),
        Ok(Answer::Capture(_))
    ));
}

/// `cat` sends the question back.
#[cfg(unix)]
fn garbled() {
    let error = Worker::new(Command::new("/bin/cat"))
        .ask(&request(Operation::Capture), TEXT)
        .unwrap_err();
    assert!(matches!(error, WorkerError::Garbled), "{error:?}");
}

fn missing() {
    let error = Worker::new(Command::new("/no/such/program"))
        .ask(&request(Operation::Capture), TEXT)
        .unwrap_err();
    assert!(matches!(error, WorkerError::NotStarted(_)), "{error:?}");
}

#[cfg(target_os = "linux")]
fn sandboxed() {
    let report = this_program("--probe").output().unwrap();
    assert_eq!(
        String::from_utf8(report.stdout).unwrap(),
        "file refused\ntcp refused\nudp refused\nprogram refused\nmemory refused\nthread allowed\n"
    );
}

/// What a process can still do in the sandbox, a line each.
fn probe() -> ExitCode {
    let program = std::env::current_exe().unwrap();
    sandbox::enter();
    let said = |what: &str, done: bool| println!("{what} {}", if done { "allowed" } else { "refused" });
    said("file", File::open(&program).is_ok());
    said("tcp", TcpListener::bind("127.0.0.1:0").is_ok());
    said("udp", UdpSocket::bind("127.0.0.1:0").is_ok());
    said("program", Command::new(&program).arg("--list").status().is_ok());
    said("memory", Vec::<u8>::new().try_reserve_exact(2 << 30).is_ok());
    said(
        "thread",
        thread::Builder::new()
            .spawn(|| ())
            .is_ok_and(|t| t.join().is_ok()),
    );
    ExitCode::SUCCESS
}
