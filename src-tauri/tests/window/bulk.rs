//! A folder of files imported in the window: how far it is, a pause, the end of it, what failed, and files dropped on the window.

use std::fs;
use std::path::{Path, PathBuf};

use gtk::prelude::*;
use serde_json::{Value, json};

use crate::driver::{Window, with_window, xdotool};

const GOOD: usize = 60;
const BAD: [&str; 2] = ["30-picture.txt", "50-sound.txt"];

/// A folder of sixty notices and two files that hold no text.
fn notices() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for number in 1..=GOOD {
        let text = format!("Harbour notice {number}\n\nNotice {number} says that quay {number} is open.\n");
        fs::write(folder.path().join(format!("{number:02}.txt")), text).unwrap();
    }
    for name in BAD {
        fs::write(folder.path().join(name), b"\x89\0\x01\x02 no text\0\0").unwrap();
    }
    folder
}

/// Hands `folder` to the window and begins its import by key.
async fn begin(window: &Window, folder: &Path) {
    window.text(".tile").await;
    window.start_again(&[folder.to_str().unwrap()]);
    let listed = "document.querySelectorAll('dialog[open] [data-outcome=waiting]').length > 0";
    window.until(listed).await;
    assert_eq!(window.lines(&["list"]).len(), 0, "nothing is imported unseen");
}

/// Presses the button that says `words` as soon as it is there: within the frame, since files come through fast.
async fn at_once(window: &Window, words: &str) {
    let press = format!(
        "const button = () => [...document.querySelectorAll('button')].find((button) => button.textContent.trim() === {});
         for (let frame = 0; frame < 1200 && !button(); frame += 1) await new Promise(requestAnimationFrame);
         const found = button();
         found?.click();
         return found !== undefined;",
        json!(words)
    );
    assert_eq!(window.run(&press).await, true, "{words}");
}

/// The whole numbers in what matches `css`, once its words contain `words`.
async fn numbers(window: &Window, css: &str, words: &str) -> Vec<usize> {
    window
        .until(&format!(
            "document.querySelector({}).textContent.includes({})",
            json!(css),
            json!(words)
        ))
        .await;
    let said = window.text(css).await;
    said.split(|c: char| !c.is_ascii_digit())
        .filter_map(|number| number.parse().ok())
        .collect()
}

/// The sheet's line about how far the import is.
const LINE: &str = "dialog[open] .progress .line";

#[test]
fn a_folder_comes_through_with_a_pause_in_the_status_bar_and_what_failed_is_listed_first() {
    let folder = notices();
    with_window(
        |_| {},
        async |window| {
            begin(window, folder.path()).await;
            window.chord("Ctrl+Enter").await;
            at_once(window, "Pause").await;
            let paused = numbers(window, LINE, "Paused at").await;
            assert_eq!(paused[1], GOOD + BAD.len());
            assert!(paused[0] < paused[1], "{paused:?}");
            let looked_at = window.lines(&["list"]).len();
            assert!(
                looked_at <= paused[0] && looked_at + BAD.len() >= paused[0],
                "{looked_at}, {paused:?}"
            );

            // Without the sheet it goes on in the status bar, and the window is usable meanwhile.
            window.chord("Escape").await;
            window
                .until("document.querySelector('dialog[open]') === null")
                .await;
            assert_eq!(numbers(window, ".job", "Paused at").await[..2], paused[..2]);
            window.keys("g l").await;
            window.text("main[aria-label=Library]").await;
            assert_eq!(window.lines(&["list"]).len(), looked_at, "paused is paused");
            at_once(window, "Resume").await;
            window
                .until(&format!(
                    "document.querySelector('main .count')?.textContent === '{GOOD}'"
                ))
                .await;
            window.until("document.querySelector('.job') === null").await;
            // What became of the files is a press away.
            at_once(window, "Show").await;
            let rows = window.lines(&["list"]);
            assert_eq!(rows.len(), GOOD);
            assert!(rows.iter().all(|row| row["state"] == "inbox"));
            let line = numbers(window, LINE, "imported").await;
            assert!(line.contains(&GOOD) && line.contains(&BAD.len()), "{line:?}");
            let first = "return [...document.querySelectorAll('dialog[open] .row')].slice(0, 3)
                .map((row) => [row.dataset.outcome, row.querySelector('.name').textContent])";
            let first = window.run(first).await;
            assert_eq!(first[0], json!(["failed", BAD[0]]));
            assert_eq!(first[1], json!(["failed", BAD[1]]));
            assert_eq!(first[2][0], "imported");
            let why = window.text("dialog[open] [data-outcome=failed] .what").await;
            assert!(why.ends_with('.') && why.contains("binary"), "{why}");
            for name in BAD {
                assert!(folder.path().join(name).exists());
            }
        },
    );
}

#[test]
fn an_import_that_is_cancelled_keeps_what_is_done() {
    let folder = notices();
    with_window(
        |_| {},
        async |window| {
            begin(window, folder.path()).await;
            window.chord("Ctrl+Enter").await;
            at_once(window, "Pause").await;
            numbers(window, LINE, "Paused at").await;
            window.click_button("Cancel the rest").await;
            window.click_button("Close").await;
            window
                .until("[...document.querySelectorAll('.toast')].some((toast) => toast.textContent.includes('Cancelled.'))")
                .await;
            let kept = window.lines(&["list"]);
            assert!(kept.len() < GOOD, "{} of {GOOD}", kept.len());
            window.keys("g l").await;
            if !kept.is_empty() {
                window
                    .until(&format!(
                        "document.querySelector('main .count')?.textContent === '{}'",
                        kept.len()
                    ))
                    .await;
            }
            // Nothing holds the next one back: what is there already is told apart from what is new.
            window.start_again(&[folder.path().to_str().unwrap()]);
            window
                .until("document.querySelectorAll('dialog[open] [data-outcome=waiting]').length > 0")
                .await;
            window.chord("Ctrl+Enter").await;
            window
                .until("document.querySelector('dialog[open] .line')?.textContent.includes('imported')")
                .await;
            assert_eq!(window.lines(&["list"]).len(), GOOD);
        },
    );
}

/// A corner of the screen that `files` can be dragged out of, as they can out of a file manager. It stays until the test ends.
fn lay_out(files: &[PathBuf]) {
    let addresses: Vec<_> = files
        .iter()
        .map(|file| gtk::gio::File::for_path(file).uri())
        .collect();
    std::thread::spawn(move || {
        gtk::init().unwrap();
        let corner = gtk::Window::new(gtk::WindowType::Popup);
        corner.set_title("a file manager");
        corner.set_default_size(48, 48);
        corner.move_(1380, 780);
        corner.drag_source_set(
            gtk::gdk::ModifierType::BUTTON1_MASK,
            &[],
            gtk::gdk::DragAction::COPY,
        );
        corner.drag_source_add_uri_targets();
        corner.connect_drag_data_get(move |_, _, data, _, _| {
            let addresses: Vec<&str> = addresses.iter().map(gtk::glib::GString::as_str).collect();
            data.set_uris(&addresses);
        });
        corner.show_all();
        gtk::main();
    });
    xdotool(&["search", "--sync", "--onlyvisible", "--name", "^a file manager$"]);
}

/// Takes hold of what was laid out and carries it over the window.
async fn carry_over(window: &Window) {
    xdotool(&["mousemove", "1400", "800", "mousedown", "1"]);
    // A drag begins when the pointer has moved some way, and is told of place by place.
    for (x, y) in [("1390", "780"), ("1300", "700"), ("1000", "500"), ("700", "400")] {
        xdotool(&["mousemove", "--sync", x, y]);
        window.run("return new Promise(requestAnimationFrame)").await;
    }
}

#[test]
fn files_dragged_over_the_window_show_a_frame_and_lie_in_the_import_sheet_when_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<PathBuf> = ["a.txt", "b.txt"].map(|name| folder.path().join(name)).into();
    for (number, file) in files.iter().enumerate() {
        fs::write(file, format!("Pier notice {number}\n\nPier {number} is open.\n")).unwrap();
    }
    with_window(
        |_| {},
        async |window| {
            window.text(".tile").await;
            lay_out(&files);
            carry_over(window).await;
            assert_eq!(
                window.text(".frame[popover]").await.trim(),
                "Drop 2 files to import them"
            );
            xdotool(&["mouseup", "1"]);
            window
                .until("document.querySelector('.frame[popover]') === null")
                .await;
            let names = "[...document.querySelectorAll('dialog[open] .row .name')].map((name) => name.textContent).join(' ')";
            window.until(&format!("{names} === 'a.txt b.txt'")).await;
            assert_eq!(window.cli(&["list"]), Value::Null, "nothing is imported unseen");

            window.chord("Ctrl+Enter").await;
            window
                .until("document.querySelectorAll('dialog[open] [data-outcome=imported]').length === 2")
                .await;
            assert_eq!(window.lines(&["list"]).len(), 2);
        },
    );
}
