//! Journeys in the real window: WebKitGTK driven through WebDriver, on a library made by the `chancery` program.
//!
//! They need a display and both programs: `cargo xtask e2e` gives them a virtual one and builds what they need. What an
//! analyst sees, types and clicks is checked here; the logic behind it has its own tests beside it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on must fail"
)]

mod access;
mod briefs;
mod bulk;
mod driver;
mod import;
mod inbox;
mod locks;
mod long;
mod look;
mod menus;
mod native;
mod pages;
mod pictures;
mod reader;
mod risks;
mod search;
mod settings;
mod tags;

use std::fs;
use std::path::{Path, PathBuf};

use driver::{Key, Window, chancery, with_window};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/window")
        .join(name)
}

/// Imports `files` into the library in `folder` as an analyst does it, with the program beside ours.
fn import(folder: &Path, files: &[PathBuf]) {
    let mut arguments = vec!["import"];
    arguments.extend(files.iter().map(|file| file.to_str().unwrap()));
    chancery(folder, &arguments);
}

/// Imports `count` short articles.
fn import_many(folder: &Path, count: usize) {
    let texts = tempfile::tempdir().unwrap();
    let file = |number| {
        let file = texts.path().join(format!("{number}.txt"));
        fs::write(
            &file,
            format!("Harbour notice {number}\n\nNotice {number} says that the quay is open.\n"),
        )
        .unwrap();
        file
    };
    let files: Vec<PathBuf> = (1..=count).map(file).collect();
    import(folder, &files);
}

/// Waits until the row at `place` (from 1) has the focus.
async fn focus_reaches(window: &Window, place: u32) {
    window
        .until(&format!("document.activeElement.ariaPosInSet === '{place}'"))
        .await;
}

#[test]
fn an_empty_library_says_what_to_do_and_fills_when_one_comes_back() {
    with_window(
        |_| {},
        async |window| {
            window.text(".tile").await;
            window.press('e').await;
            assert_eq!(window.text(".empty h2").await, "Nothing waiting");
            assert!(window.text(".empty p").await.contains("Paste an article"));

            // Another program writes, and the window hears of it.
            import(window.library(), &[fixture("strait.txt")]);
            assert!(window.text("[role=option]").await.contains("Kestrel Strait"));
        },
    );
}

#[test]
fn an_article_shows_its_headline_deck_section_author_and_date() {
    let prepare = |folder: &Path| import(folder, &[fixture("strait.txt")]);
    with_window(prepare, async |window| {
        window.text("[role=option]").await;
        // With what only a screen reader is told.
        let row = window
            .run("return document.querySelector('[role=option]').textContent")
            .await;
        let row = row.as_str().unwrap();
        for part in [
            "Unread",
            "Pilots Refuse Night Transits of the Kestrel Strait",
            "The port authority of Vessany says that insurers were told before the crews were",
            "World · Maren Tolle · 1 min",
            "20 Nov",
        ] {
            assert!(row.contains(part), "{part} is not in {row}");
        }
        assert_eq!(window.text("main .count").await, "1");
    });
}

#[test]
fn keys_move_the_focus_through_the_list_and_no_further() {
    with_window(
        |folder| import_many(folder, 4),
        async |window| {
            // The list has the focus from the start, so the first key already counts.
            focus_reaches(window, 1).await;
            for (key, place) in [
                (char::from(Key::Down), 2),
                ('j', 3),
                (char::from(Key::Up), 2),
                ('k', 1),
                (char::from(Key::Up), 1),
                (char::from(Key::End), 4),
                (char::from(Key::Down), 4),
                (char::from(Key::Home), 1),
            ] {
                window.press(key).await;
                focus_reaches(window, place).await;
            }
            let stops = "return document.querySelectorAll('[role=option][tabindex=\"0\"]').length";
            assert_eq!(window.run(stops).await, 1, "the list is one stop of the Tab key");
        },
    );
}

#[test]
fn a_long_list_loads_on_as_one_goes_and_keeps_few_rows_in_the_document() {
    with_window(
        |folder| import_many(folder, 130),
        async |window| {
            assert_eq!(window.text("main .count").await, "130");
            focus_reaches(window, 1).await;
            // The end is the real one, however little was read so far.
            window.press(Key::End.into()).await;
            focus_reaches(window, 130).await;
            let rows = window
                .run("return document.querySelectorAll('[role=option]').length")
                .await;
            assert!(rows.as_u64().unwrap() < 60, "{rows} rows are in the document");
        },
    );
}

#[test]
fn a_library_that_cannot_be_opened_shows_a_sentence_and_a_way_on() {
    let database = |folder: &Path| folder.join("library.sqlite");
    let prepare =
        |folder: &Path| fs::write(database(folder), "Not a database but a shopping list.\n").unwrap();
    with_window(prepare, async |window| {
        let sentence = window.text("[role=alert] .message").await;
        assert!(sentence.ends_with('.') && sentence.contains(' '), "{sentence}");
        let kept = fs::read_to_string(database(window.library())).unwrap();
        assert_eq!(kept, "Not a database but a shopping list.\n");

        fs::remove_file(database(window.library())).unwrap();
        window.click("[role=alert] button").await;
        assert_eq!(window.text(".empty h2").await, "Nothing waiting");
    });
}
