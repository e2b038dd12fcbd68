//! Importing in the window: what is pasted, corrected, put aside, there already, or made to do harm; and the record later.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::driver::{Window, chancery, with_window};

fn sample(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../samples/articles")
        .join(name);
    fs::read_to_string(file).unwrap()
}

/// Puts `text` into the clipboard and pastes it where no field has the focus.
pub async fn paste(window: &Window, text: &str) {
    window.until("document.querySelector('main') !== null").await;
    let words = serde_json::to_string(text).unwrap();
    let copy = format!(
        "return window.__TAURI_INTERNALS__.invoke('write_clipboard', {{ text: {words}, html: null }})"
    );
    window.run(&copy).await;
    window.chord("Ctrl+v").await;
    window
        .until("document.querySelector('[data-field=title] textarea') !== null")
        .await;
}

/// What stands in `field` on the sheet.
pub fn field(field: &str) -> String {
    format!("document.querySelector('[data-field={field}] :is(input, textarea)').value")
}

pub async fn closed(window: &Window) {
    window.until("document.querySelector('dialog') === null").await;
}

/// The library's articles.
pub fn articles(folder: &Path) -> Vec<Value> {
    match chancery(folder, &["list"]) {
        Value::Null => Vec::new(),
        Value::Array(rows) => rows,
        only => vec![only],
    }
}

/// The only article of the library, with its record.
pub fn only_article(folder: &Path) -> Value {
    let list = articles(folder);
    assert_eq!(list.len(), 1, "{list:?}");
    let uid = list[0]["uid"].as_str().unwrap();
    chancery(folder, &["show", uid])
}

#[test]
fn a_pasted_article_is_read_corrected_and_saved_with_two_keys_and_what_is_typed() {
    with_window(
        |_| {},
        async |window| {
            let text = sample("01-strait-inspections.txt");
            paste(window, &text).await;
            for (name, value) in [
                (
                    "title",
                    "Tarvonia to Inspect Tankers in Selm Strait From March, Citing Safety Law",
                ),
                ("authors", "Marta Ellingsen"),
                ("section", "World"),
                ("published", "2 Feb 2026"),
                ("dateline", "VELDANE, 2 Feb"),
            ] {
                window.until(&format!("{} === {value:?}", field(name))).await;
            }
            window
                .until("document.querySelector('[data-count=risks]').textContent === '3'")
                .await;
            let gutter =
                "[...document.querySelectorAll('[role=option] .word')].map((word) => word.textContent)";
            let words = window
                .run(&format!("return {gutter}.slice(0, 6).join('|')"))
                .await;
            assert_eq!(words, "Section, date|Title|Deck|Author|Duplicate|Summary");

            // The title has the focus and its line is lit; two presses of Tab lead to the author.
            window
                .until("document.querySelector('.lit .word').textContent === 'Title'")
                .await;
            window.chord("Tab").await;
            window.chord("Tab").await;
            window.chord("Ctrl+a").await;
            window.type_text("Marta Ellingsen, Bo Li").await;
            window.chord("Ctrl+Enter").await;
            closed(window).await;

            let shown = only_article(window.library());
            assert_eq!(shown["authors"], serde_json::json!(["Marta Ellingsen", "Bo Li"]));
            let meta = &shown["version"]["meta"];
            assert_eq!(
                (&meta["authors"][0]["origin"], &meta["headline"]["origin"]),
                (&"typed".into(), &"parsed".into())
            );
            assert_eq!(shown["version"]["sha256"], hash(&text));
            let kept = chancery(window.library(), &["text", shown["uid"].as_str().unwrap()]);
            assert!(
                kept["text"]
                    .as_str()
                    .unwrap()
                    .contains("A boarding that a Kessarian carrier resists")
            );
        },
    );
}

/// SHA-256 as the library writes it, from the program that a shell has.
fn hash(text: &str) -> String {
    use std::io::Write as _;
    let mut sum = std::process::Command::new("sha256sum")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    sum.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let out = sum.wait_with_output().unwrap().stdout;
    String::from_utf8(out).unwrap()[..64].to_owned()
}

#[test]
fn an_article_pasted_again_is_shown_and_added_only_when_both_are_wanted() {
    with_window(
        |_| {},
        async |window| {
            let text = sample("04-boarding-denied.txt");
            paste(window, &text).await;
            window.chord("Ctrl+Shift+Enter").await;
            // "Save, next" leaves a blank sheet behind.
            window
                .until("document.querySelector('dialog textarea')?.value === ''")
                .await;
            assert_eq!(articles(window.library()).len(), 1);
            window.chord("Escape").await;
            closed(window).await;

            paste(window, &text).await;
            let box_ = window.text(".similar").await;
            assert!(box_.contains("You have this article"), "{box_}");
            window.chord("Ctrl+Enter").await;
            window
                .until("document.querySelector('.similar[role=alert]') !== null")
                .await;
            assert_eq!(articles(window.library()).len(), 1);

            window.click_button("Keep both").await;
            window.chord("Ctrl+Enter").await;
            closed(window).await;
            assert_eq!(articles(window.library()).len(), 2);
        },
    );
}

#[test]
fn a_draft_is_there_after_a_restart_with_what_was_corrected_and_goes_when_it_is_saved() {
    with_window(
        |_| {},
        async |window| {
            paste(window, &sample("06-grain-licences.txt")).await;
            window.chord("Ctrl+A").await;
            window.type_text("Grain, corrected").await;
            window.chord("Escape").await;
            closed(window).await;
            window
                .until("document.body.textContent.includes('Kept as a draft')")
                .await;
            assert_eq!(articles(window.library()).len(), 0);

            window.reopen().await;
            window.until("document.querySelector('main') !== null").await;
            window.chord("Ctrl+N").await;
            window.text(".drafts button").await;
            window.click(".drafts button").await;
            window.text("[role=menuitem]").await;
            window.click("[role=menuitem]").await;
            let resumed = format!(
                "document.querySelector('[data-field=title]') && {} === 'Grain, corrected'",
                field("title")
            );
            window.until(&resumed).await;
            window.chord("Ctrl+Enter").await;
            closed(window).await;
            assert_eq!(only_article(window.library())["headline"], "Grain, corrected");
            let drafts = window
                .run("return window.__TAURI_INTERNALS__.invoke('import_drafts')")
                .await;
            assert_eq!(drafts, serde_json::json!([]));
        },
    );
}

#[test]
fn hostile_text_is_text_on_the_sheet() {
    let hostile: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/window/hostile.txt");
    let text = fs::read_to_string(hostile).unwrap();
    with_window(
        |_| {},
        async |window| {
            paste(window, &text).await;
            let made = "return document.querySelectorAll('dialog :is(img, b b, script, iframe, a)').length";
            assert_eq!(window.run(made).await, 0);
            assert_eq!(window.run("return document.title").await, "Chancery");
            let raw = window.text("[role=listbox][aria-activedescendant]").await;
            assert!(raw.contains("onerror="), "{raw}");
        },
    );
}

#[test]
fn a_date_that_can_be_read_two_ways_is_refused_beside_its_field_and_nothing_is_saved() {
    with_window(
        |_| {},
        async |window| {
            paste(window, &sample("07-port-strike.txt")).await;
            for _ in 0..4 {
                window.chord("Tab").await;
            }
            window.chord("Ctrl+a").await;
            window.type_text("2/3/2026").await;
            window.chord("Ctrl+Enter").await;
            let said = window.text("[data-field=published] .error").await;
            assert!(said.contains("2/3/2026") && said.ends_with('.'), "{said}");
            assert_eq!(articles(window.library()).len(), 0);

            window.chord("Ctrl+a").await;
            window.type_text("2026-03-02").await;
            window.chord("Ctrl+Enter").await;
            closed(window).await;
            assert_eq!(only_article(window.library())["published"], "2026-03-02");
        },
    );
}

#[test]
fn a_record_is_corrected_later_as_a_new_version_and_undone_in_one_step() {
    with_window(
        |_| {},
        async |window| {
            paste(window, &sample("03-tanker-traffic.txt")).await;
            window.chord("Ctrl+Enter").await;
            closed(window).await;
            let before = only_article(window.library());
            // From the palette: the action has no key of its own.
            window.chord("Ctrl+k").await;
            window.until("document.activeElement.matches('input')").await;
            window.type_text("Edit record").await;
            window.until("document.querySelector('[role=option][aria-selected=true]')?.textContent.includes('Edit record')").await;
            window.chord("Enter").await;
            window
                .until(
                    "document.querySelector('dialog [data-field=title] textarea') === document.activeElement",
                )
                .await;
            window.chord("Ctrl+a").await;
            window.type_text("A title of ours").await;
            window.chord("Ctrl+Enter").await;
            closed(window).await;
            let after = only_article(window.library());
            assert_eq!(
                (&after["headline"], &after["version"]["number"]),
                (&"A title of ours".into(), &2.into())
            );
            assert_eq!(after["version"]["sha256"], before["version"]["sha256"]);
            chancery(window.library(), &["undo"]);
            assert_eq!(only_article(window.library())["headline"], before["headline"]);
        },
    );
}
