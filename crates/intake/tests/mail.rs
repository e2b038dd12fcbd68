//! Mail messages and saved pages: what was written is in the record, what mail programs add is listed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on must fail"
)]

use intake::{Hints, Problem, capture, preview};
use model::{
    article::{Capture, Cue, Origin, RemovedBecause, StatedField, Verdict},
    block::{Block, Role},
};

fn read(message: &str) -> Capture {
    capture(message.as_bytes(), &Hints::default()).unwrap()
}

/// A message with these headers above those that every message has.
fn message(headers: &str, body: &str) -> String {
    format!("MIME-Version: 1.0\nMessage-ID: <1@courier.example>\n{headers}\n\n{body}")
}

const COURIER: &str = "From: The Selm Courier <news@courier.example>\nTo: desk@x.example\nDate: Mon, 2 Feb 2026 08:15:00 +0100\nSubject: Port Stays Closed\nList-Unsubscribe: <https://courier.example/u>";
const MAYA: &str = "From: Maya Rios <maya.rios@courier.example>\nTo: desk@x.example\nDate: Mon, 2 Feb 2026 08:15:00 +0100\nSubject: Re: Port Stays Closed";

fn body(capture: &Capture) -> Vec<String> {
    let blocks = capture.blocks.iter().filter(|b| b.role == Role::Body);
    blocks.map(Block::text).collect()
}

fn removed(capture: &Capture, because: RemovedBecause) -> Vec<&str> {
    let pieces = capture.removed.iter().filter(|r| r.reason == because);
    pieces.map(|r| r.text.as_str()).collect()
}

fn authors(capture: &Capture) -> Vec<&str> {
    capture.meta.authors.iter().map(|a| a.value.as_str()).collect()
}

#[test]
fn subject_sender_and_date_are_fields_with_their_place_in_the_headers() {
    let text = message(
        MAYA,
        "The port is closed, and nobody can say when it will open again.\n\nCrews went home on Monday.",
    );
    let found = read(&text);
    assert_eq!(found.meta.headline.value, "Port Stays Closed");
    assert_eq!(authors(&found), ["Maya Rios"]);
    let published = found.meta.published.clone().unwrap();
    assert_eq!(
        (
            published.value.date.to_string().as_str(),
            published.value.zone.as_deref()
        ),
        ("2026-02-02", Some("+0100"))
    );
    assert_eq!(published.value.time.unwrap().to_string(), "08:15:00");
    assert_eq!(found.meta.outlet, None);
    assert_eq!(body(&found).len(), 2);
    let shown = preview(text.as_bytes(), &Hints::default()).unwrap();
    let lines: Vec<&str> = shown.rows.iter().map(|r| r.text.as_str()).collect();
    assert_eq!(lines[3], "Subject: Re: Port Stays Closed");
    let subject = found
        .candidates
        .iter()
        .find(|c| c.field == StatedField::Headline)
        .unwrap();
    assert_eq!((subject.cue, subject.verdict), (Cue::Header, Verdict::Chosen));
}

#[test]
fn a_newsletter_is_the_outlets_and_nobodys() {
    let found = read(&message(
        COURIER,
        "The port is closed, and nobody can say when it will open again.",
    ));
    assert_eq!(found.meta.outlet.as_ref().unwrap().value, "The Selm Courier");
    assert!(found.meta.authors.is_empty());
    assert!(
        found
            .candidates
            .iter()
            .any(|c| c.field == StatedField::Authors && c.verdict == Verdict::NoPerson)
    );
}

#[test]
fn an_article_sent_by_a_colleague_has_its_own_head() {
    let article = "World February 1, 2026\n\nTalks End Without a Date\n\nBy Ola Berg\n\nKey Points\n\n- No date was set - a concern for shipping.\n\nSELM, Feb 1 - The talks ended on Sunday.";
    let found = read(&message(MAYA, article));
    assert_eq!(found.meta.headline.value, "Talks End Without a Date");
    assert_eq!(authors(&found), ["Ola Berg"]);
    assert_eq!(
        found.meta.published.as_ref().unwrap().value.date.to_string(),
        "2026-02-01"
    );
    let verdicts: Vec<(StatedField, Verdict)> = found
        .candidates
        .iter()
        .filter(|c| c.cue == Cue::Header)
        .map(|c| (c.field, c.verdict))
        .collect();
    assert_eq!(
        verdicts,
        [
            (StatedField::Headline, Verdict::LessTrusted),
            (StatedField::Authors, Verdict::LessTrusted),
            (StatedField::Published, Verdict::AnotherDate),
        ]
    );
}

#[test]
fn of_two_forms_the_plain_one_is_read_unless_it_only_stands_for_the_other() {
    let alternative = |plain: &str| {
        let head = format!("{COURIER}\nContent-Type: multipart/alternative; boundary=b");
        message(
            &head,
            &format!(
                "--b\nContent-Type: text/plain; charset=utf-8\n\n{plain}\n--b\nContent-Type: text/html; charset=utf-8\n\n<html><body><h1>Port Stays Closed</h1><p>The <b>port</b> is closed, and nobody can say when it will open again, the authority said on Monday.</p><p>Crews went home, and thirty-eight ships wait at anchor off the harbour without a berth.</p></body></html>\n--b--\n"
            ),
        )
    };
    let plain = "The port is closed, and nobody can say when it will open again, the authority said on Monday.\n\nCrews went home, and thirty-eight ships wait at anchor off the harbour without a berth.";
    let found = read(&alternative(plain));
    assert_eq!((body(&found).len(), found.parser.as_str()), (2, "mail/1"));
    assert!(
        found
            .blocks
            .iter()
            .all(|b| b.spans.iter().all(|s| s.marks.is_empty()))
    );
    let found = read(&alternative("View this e-mail in your browser"));
    assert_eq!(body(&found).len(), 2);
    assert!(
        found
            .blocks
            .iter()
            .any(|b| b.spans.iter().any(|s| !s.marks.is_empty()))
    );
    assert_eq!(found.meta.headline.value, "Port Stays Closed");
    assert_eq!(found.meta.outlet.as_ref().unwrap().value, "The Selm Courier");
}

#[test]
fn transfer_encodings_and_character_sets_are_undone() {
    let head = format!(
        "{MAYA}\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable"
    );
    let found = read(&message(
        &head,
        "Der Hafen f=FCr Tanker bleibt zu, und niemand wei=DF, =\nwie lange.",
    ));
    assert_eq!(
        body(&found),
        ["Der Hafen für Tanker bleibt zu, und niemand weiß, wie lange."]
    );
    let head =
        format!("{MAYA}\nContent-Type: text/plain; charset=\"utf-8\"\nContent-Transfer-Encoding: base64");
    assert_eq!(
        body(&read(&message(&head, "UG9ydCBmZXJtw6kgcG91ciBsb25n\ndGVtcHMu"))),
        ["Port fermé pour longtemps."]
    );
}

#[test]
fn an_attached_message_with_a_note_is_the_article_and_the_note_is_listed() {
    let inner = format!("{COURIER}\n\nThe port is closed, and nobody can say when it will open again.\n");
    let outer = "From: Ola Berg <ola.berg@x.example>\nTo: desk@x.example\nDate: Tue, 3 Feb 2026 09:00:00 +0100\nSubject: Fwd: Port\nContent-Type: multipart/mixed; boundary=b";
    let found = read(&message(
        outer,
        &format!(
            "--b\nContent-Type: text/plain\n\nPlease read.\n--b\nContent-Type: message/rfc822\n\n{inner}--b--\n"
        ),
    ));
    assert_eq!(found.meta.headline.value, "Port Stays Closed");
    assert_eq!(found.meta.outlet.as_ref().unwrap().value, "The Selm Courier");
    assert_eq!(
        found.meta.published.as_ref().unwrap().value.date.to_string(),
        "2026-02-02"
    );
    assert!(found.meta.authors.is_empty());
    assert_eq!(removed(&found, RemovedBecause::OutsideArticle), ["Please read."]);
}

#[test]
fn a_message_forwarded_in_the_text_gives_its_own_headers() {
    let text = "FYI\n\n---------- Forwarded message ---------\nFrom: The Courier <news@courier.example>\nDate: Sun, 1 Feb 2026 at 07:00\nSubject: Port Stays Closed\nTo: <desk@x.example>\n\nThe port is closed, and nobody can say when it will open again.";
    let found = read(&message(&MAYA.replace("Re:", "Fwd:"), text));
    assert_eq!(found.meta.outlet.as_ref().unwrap().value, "The Courier");
    assert_eq!(
        found.meta.published.as_ref().unwrap().value.date.to_string(),
        "2026-02-01"
    );
    assert!(found.meta.authors.is_empty());
    assert_eq!(removed(&found, RemovedBecause::OutsideArticle), ["FYI"]);
    assert_eq!(
        body(&found),
        ["The port is closed, and nobody can say when it will open again."]
    );
}

#[test]
fn attachments_are_named_and_not_opened() {
    let head = format!("{MAYA}\nContent-Type: multipart/mixed; boundary=b");
    let text = message(
        &head,
        "--b\n\nThe port is closed, and nobody can say when it will open.\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\"port.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--b--\n",
    );
    let shown = preview(text.as_bytes(), &Hints::default()).unwrap();
    assert!(
        shown
            .rows
            .iter()
            .any(|r| r.text == "attachment: port.pdf (application/pdf)")
    );
    assert_eq!(body(&shown.capture).len(), 1);
}

#[test]
fn a_mailbox_of_one_message_is_that_message_and_one_of_two_says_so() {
    let one = format!(
        "From maya@courier.example Mon Feb  2 08:15:00 2026\n{}\n",
        message(MAYA, "The port is closed for long.")
    );
    assert_eq!(read(&one).meta.headline.value, "Port Stays Closed");
    let two = format!("{one}\n{one}");
    assert_eq!(
        capture(two.as_bytes(), &Hints::default()),
        Err(Problem::ManyMessages { count: 2 })
    );
}

#[test]
fn what_a_reply_in_html_quotes_is_left_out() {
    let head = format!("{MAYA}\nContent-Type: text/html; charset=utf-8");
    let html = "<div><p>I think that the port will stay closed for a long time, and the crews know it.</p><p>The authority has said nothing that makes me believe the contrary.</p></div><div><p>On Mon, 2 Feb 2026 at 08:00, Ola Berg &lt;ola@x.example&gt; wrote:</p><blockquote><p>When will the port open again, and who will say so when it does?</p></blockquote></div>";
    let found = read(&message(&head, html));
    assert_eq!(body(&found).len(), 2, "{:?}", found.blocks);
    assert_eq!(removed(&found, RemovedBecause::QuotedMessage).len(), 2);
}

#[test]
fn a_saved_page_is_read_as_the_page_at_its_address() {
    let saved = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/port\r\nSubject: Port Stays Closed\r\nDate: Mon, 2 Feb 2026 08:15:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-ID: <frame@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://courier.example/port\r\n\r\n<html><body><article><h1>Port Stays Closed</h1><p>The port is closed, and nobody can say when it will open again, the authority said on Monday.</p><p>Crews went home, and thirty-eight ships wait at anchor off the harbour without a berth =E2=80=94 for now.</p></article></body></html>\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://courier.example/p.png\r\n\r\niVBORw0=\r\n--b--\r\n";
    let found = read(saved);
    assert_eq!(
        (found.meta.headline.value.as_str(), found.parser.as_str()),
        ("Port Stays Closed", "mhtml/1")
    );
    let url = found.meta.url.clone().unwrap();
    assert_eq!(url.value, "https://courier.example/port");
    let text = preview(saved.as_bytes(), &Hints::default()).unwrap();
    assert!(
        text.rows
            .iter()
            .any(|r| r.text == "mhtml Snapshot-Content-Location: https://courier.example/port")
    );
    assert!(matches!(url.origin, Origin::Parsed { .. }));
    assert!(body(&found)[1].ends_with("— for now."));
}

/// The words in the record or listed as left out of it.
fn words(capture: &Capture) -> String {
    let kept = capture.blocks.iter().map(Block::text);
    let removed = capture.removed.iter().map(|r| r.text.clone());
    kept.chain(removed).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_text_of_a_message_is_read_and_only_one_form_of_it() {
    let html = |words: &str| {
        format!(
            "--b\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>{words} when it will open again, the authority said.</p></body></html>\n"
        )
    };
    let plain = |words: &str| format!("--b\nContent-Type: text/plain; charset=utf-8\n\n{words}\n");
    let pdf = "--b\nContent-Type: application/pdf; name=port.pdf\n\nx\n";
    let read = |kind: &str, parts: &[String]| {
        let head = format!("{MAYA}\nContent-Type: multipart/{kind}; boundary=b");
        words(&read(&message(&head, &(parts.concat() + "--b--\n"))))
    };
    let (first, second) = (
        html("The port is closed, and nobody can say"),
        html("The strait is closed, and Zoë won't say"),
    );
    let all = read("mixed", &[first.clone(), pdf.to_owned(), second.clone()]);
    assert!(
        all.contains("The port is closed") && all.contains("The strait is closed, and Zoë"),
        "{all}"
    );
    let below = read(
        "mixed",
        &[first.clone(), plain("Sent to you & <others> by the desk.")],
    );
    assert!(
        below.contains("The port is closed") && below.contains("Sent to you & <others> by the desk."),
        "{below}"
    );
    let long = "Crews went home on Monday, and nobody knows why they did. ".repeat(10);
    let beside = read("mixed", &[plain(&long), second.clone()]);
    assert!(
        beside.contains("Crews went home on Monday") && beside.contains("The strait is closed"),
        "{beside}"
    );
    let one = read("alternative", &[plain(&long), second]);
    assert!(
        one.contains("Crews went home on Monday") && !one.contains("The strait"),
        "{one}"
    );
}

#[test]
fn a_page_in_a_message_is_read_however_its_tags_are_written() {
    let head = format!("{MAYA}\nContent-Type: multipart/alternative; boundary=b");
    let said = "The port is closed, and nobody can say when it will open again. ".repeat(3);
    let parts = format!(
        "--b\n\nSee the page.\n--b\nContent-Type: text/html\n\n<STYLE>p {{}}</STYLE><p>1 < 2: {said}</p>\n--b--\n"
    );
    assert!(words(&read(&message(&head, &parts))).contains("The port is closed"));
}

#[test]
fn a_memo_keeps_all_that_stands_in_its_head() {
    let memo = "From: Maya Rios <maya@courier.example>\nTo: The desk\nTo: The board\nDate: Mon, 2 Feb 2026 08:15:00 +0100\nSubject: Port Stays Closed\nClassification: Internal\n\nThe port is closed, and nobody can say when it will open again.\n";
    let shown = preview(memo.as_bytes(), &Hints::default()).unwrap();
    let stated: Vec<&str> = shown
        .rows
        .iter()
        .map(|r| r.text.as_str())
        .filter(|t| t.starts_with("header "))
        .collect();
    assert_eq!(
        stated,
        ["header To: The board", "header Classification: Internal"]
    );
}

#[test]
fn a_paragraph_that_begins_with_from_parts_no_messages() {
    let text = format!(
        "From maya@courier.example Mon Feb  2 08:15:00 2026\n{}",
        message(
            MAYA,
            "The port is closed for long.\n\nFrom the start of 2026 nobody came.\nNote: this was said twice.\n"
        )
    );
    assert!(words(&read(&text)).contains("From the start of 2026"));
}
