//! The shell around the interface: what it is told, what it may ask of the system.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::{fixture, focus_reaches, import, import_many};
use crate::driver::{Window, with_window};

/// Opens a channel of our own beside the interface and keeps what it says in `window.heard`.
const LISTEN: &str = r"
    window.heard = [];
    const { invoke, transformCallback } = window.__TAURI_INTERNALS__;
    const channel = transformCallback(({ message }) => window.heard.push(message));
    await invoke('watch_changes', { onChange: `__CHANNEL__:${channel}` });
    return (await invoke('steps')).undo;
";

#[test]
fn what_another_program_and_the_window_itself_change_is_told_through_the_channel() {
    with_window(
        |_| {},
        async |window| {
            window.until("document.body.textContent !== ''").await;
            assert_eq!(window.run(LISTEN).await, json!(null));
            import(window.library(), &[fixture("strait.txt")]);
            window.until("window.heard.length > 0").await;
            assert_eq!(
                window.run("return window.heard[0]").await,
                json!({ "nouns": [], "elsewhere": true })
            );

            let undone = "return (await window.__TAURI_INTERNALS__.invoke('undo')).label";
            let label = window.run(undone).await;
            window
                .until("window.heard.some((change) => !change.elsewhere)")
                .await;
            let told = window
                .run("return window.heard.at(-1).nouns.includes('article')")
                .await;
            assert_eq!(told, true);
            let steps = window
                .run("return window.__TAURI_INTERNALS__.invoke('steps')")
                .await;
            assert_eq!(steps, json!({ "undo": null, "redo": label }));
        },
    );
}

#[test]
fn a_newcomer_s_first_key_opens_the_samples_and_they_go_again_without_a_trace() {
    with_window(
        |_| {},
        async |window| {
            window.text(".tile").await;
            let own = window.library().display().to_string();
            let info = "return window.__TAURI_INTERNALS__.invoke('library_info')";
            assert_eq!(window.run(info).await["is_new"], true);

            window.press('\u{e007}').await;
            window.until("!document.querySelector('.tile')").await;
            let samples = window.run(info).await;
            assert_eq!(
                (&samples["is_sample"], &samples["articles"]),
                (&json!(true), &json!(8))
            );
            let folder = samples["folder"].as_str().unwrap().to_owned();
            assert!(Path::new(&folder).join("library.sqlite").is_file());

            window.chord("Ctrl+,").await;
            for _question_and_answer in 0..2 {
                window.click_button("Remove the samples").await;
            }
            window.text(".tile").await;
            assert_eq!(window.run(info).await["folder"], json!(own));
            assert!(!Path::new(&folder).exists());
        },
    );
}

/// Waits until the import sheet shows one text, whose title it took for `title`.
async fn sheet_shows(window: &Window, title: &str) {
    let shown = "document.querySelector('dialog[open] [data-field=title] textarea')?.value";
    window.until(&format!("{shown} === {}", json!(title))).await;
}

async fn close_sheet(window: &Window) {
    window.chord("Escape").await;
    window
        .until("document.querySelector('dialog[open]') === null")
        .await;
}

const STRAIT: &str = "Pilots Refuse Night Transits of the Kestrel Strait";

#[test]
fn a_file_that_the_program_is_started_with_lies_in_the_import_sheet() {
    with_window(
        |_| {},
        async |window| {
            window.text(".tile").await;
            window
                .reopen_with(&[fixture("strait.txt").to_str().unwrap()])
                .await;
            sheet_shows(window, STRAIT).await;
            assert_eq!(window.cli(&["list"]), Value::Null, "nothing is imported unseen");
        },
    );
}

#[test]
fn a_second_start_hands_its_files_and_the_menu_s_actions_to_the_window_that_is_open() {
    with_window(
        |_| {},
        async |window| {
            window.text(".tile").await;
            let strait = fixture("strait.txt");
            window.start_again(&[strait.to_str().unwrap()]);
            sheet_shows(window, STRAIT).await;
            close_sheet(window).await;

            let texts = tempfile::tempdir().unwrap();
            for name in ["a.txt", "b.txt"] {
                fs::copy(&strait, texts.path().join(name)).unwrap();
            }
            window.start_again(&[texts.path().to_str().unwrap()]);
            let names = "[...document.querySelectorAll('dialog[open] .row .name')].map((name) => name.textContent).join(' ')";
            window.until(&format!("{names} === 'a.txt b.txt'")).await;
            close_sheet(window).await;

            let copied = fs::read_to_string(&strait).unwrap();
            let copy = format!(
                "return window.__TAURI_INTERNALS__.invoke('write_clipboard', {{ text: {}, html: null }})",
                json!(copied)
            );
            window.run(&copy).await;
            window.start_again(&["--paste"]);
            sheet_shows(window, STRAIT).await;
            window.chord("Ctrl+Enter").await;
            window
                .until("document.querySelector('dialog[open]') === null")
                .await;
            assert_eq!(window.cli(&["list"])["headline"], STRAIT);
        },
    );
}

#[test]
fn what_was_done_before_the_window_was_closed_is_undone_after_it_is_opened_again() {
    with_window(
        |folder| import_many(folder, 3),
        async |window| {
            focus_reaches(window, 1).await;
            window.press('e').await;
            window
                .until("document.querySelector('main .count')?.textContent === '2'")
                .await;
            let archived = |rows: &Value| {
                let rows = rows.as_array().unwrap();
                rows.iter().filter(|row| row["state"] == "archive").count()
            };
            assert_eq!(archived(&window.cli(&["list"])), 1);

            window.reopen().await;
            focus_reaches(window, 1).await;
            window.press('z').await;
            window
                .until("document.querySelector('main .count')?.textContent === '3'")
                .await;
            assert_eq!(archived(&window.cli(&["list"])), 0);
        },
    );
}

/// Waits for the front matter of a new brief, gives it `title` and makes it.
async fn make_brief(window: &Window, title: &str) {
    window
        .until("document.activeElement?.matches('dialog[open] input') && document.activeElement.value === ''")
        .await;
    window.type_text(title).await;
    window.chord("Enter").await;
    assert_eq!(window.text(".editor h1").await, title);
}

#[test]
fn a_start_for_a_new_brief_asks_for_its_title_in_a_window_that_opens_or_is_open() {
    with_window(
        |folder| import_many(folder, 1),
        async |window| {
            window.reopen_with(&["--new-brief"]).await;
            make_brief(window, "Quays stay open").await;
            assert_eq!(window.cli(&["brief", "list"])["title"], "Quays stay open");

            // Also from within another brief.
            window.start_again(&["--new-brief"]);
            make_brief(window, "Berths stay shut").await;
            let titles: Vec<_> = window
                .lines(&["brief", "list"])
                .iter()
                .map(|row| row["title"].clone())
                .collect();
            assert_eq!(titles, ["Berths stay shut", "Quays stay open"]);
        },
    );
}
