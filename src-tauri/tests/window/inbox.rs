//! Working through the inbox by keys: what is seen moves, and the library on the disk with it.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::driver::{Key, Window, with_window};
use super::{focus_reaches, import, import_many};

/// The article "Harbour notice `number`" in `rows`.
fn notice(rows: &[Value], number: u32) -> &Value {
    let headline = format!("Harbour notice {number}");
    rows.iter()
        .find(|row| row["headline"] == headline.as_str())
        .unwrap_or_else(|| panic!("{headline} is not listed"))
}

/// Waits until the focus is on "Harbour notice `number`".
async fn on_notice(window: &Window, number: u32) {
    window
        .until(&format!(
            "document.activeElement.querySelector('.title')?.textContent === 'Harbour notice {number}'"
        ))
        .await;
}

/// Waits until the list says that it has `count` articles.
async fn counts(window: &Window, count: u32) {
    window
        .until(&format!(
            "document.querySelector('main .count')?.textContent === '{count}'"
        ))
        .await;
}

async fn types(window: &Window, text: &str) {
    for key in text.chars() {
        window.press(key).await;
    }
}

#[test]
fn triage_by_keys_moves_articles_and_one_key_takes_it_back() {
    with_window(
        |folder| import_many(folder, 6),
        async |window| {
            on_notice(window, 6).await;
            // Archived, and on to the next.
            window.press('e').await;
            on_notice(window, 5).await;
            counts(window, 5).await;
            window.press('l').await;
            on_notice(window, 4).await;
            counts(window, 4).await;
            window.press('s').await;
            window.text("[data-place='0'] .filled").await;
            let rows = window.lines(&["list"]);
            assert_eq!(notice(&rows, 6)["state"], "archive");
            assert_eq!(notice(&rows, 5)["state"], "later");
            assert_eq!(notice(&rows, 4)["starred"], true);

            // Two at once, as one step.
            for key in ['x', 'j', 'x'] {
                window.press(key).await;
            }
            assert!(window.text("[role=toolbar]").await.contains("2 picked"));
            window.press('#').await;
            on_notice(window, 2).await;
            counts(window, 2).await;
            assert_eq!(window.lines(&["list", "--trashed"]).len(), 2);
            window.press('z').await;
            counts(window, 4).await;
            on_notice(window, 2).await;
            assert_eq!(window.lines(&["list", "--trashed"]).len(), 0);
        },
    );
}

#[test]
fn several_articles_are_tagged_at_once() {
    with_window(
        |folder| import_many(folder, 3),
        async |window| {
            on_notice(window, 3).await;
            for key in ['x', 'j', 'x', 't'] {
                window.press(key).await;
            }
            window.until("document.activeElement.role === 'combobox'").await;
            types(window, "energy/gas").await;
            window
                .until("document.querySelector('[popover]')?.textContent.includes('New tag “energy/gas”')")
                .await;
            window.press(Key::Enter.into()).await;
            assert_eq!(window.text("[data-place='0'] .tag").await, "#energy/gas");
            let rows = window.lines(&["list"]);
            let tags = |number| notice(&rows, number)["tags"].to_string();
            assert_eq!(tags(3), r#"["energy/gas"]"#);
            assert_eq!(tags(2), r#"["energy/gas"]"#);
            assert_eq!(tags(1), "[]");
        },
    );
}

#[test]
fn all_of_a_long_list_is_picked_tagged_and_put_aside_at_once_and_each_is_one_step() {
    with_window(
        |folder| import_many(folder, 230),
        async |window| {
            on_notice(window, 230).await;
            let tagged = |window: &Window| {
                let rows = window.lines(&["list"]);
                rows.iter()
                    .filter(|row| row["tags"] == serde_json::json!(["trade/ports"]))
                    .count()
            };
            // Three by the arrows, one of them given back.
            window.keys("x Shift+J Shift+J").await;
            window
                .until("document.querySelector('[role=toolbar]')?.textContent.includes('3 picked')")
                .await;
            window.chord("Shift+K").await;
            window
                .until("document.querySelector('[role=toolbar]')?.textContent.includes('2 picked')")
                .await;
            window.press(Key::Escape.into()).await;
            window
                .until("document.querySelector('[role=toolbar]') === null")
                .await;

            // All, also those that were never read from the disk.
            window.chord("Ctrl+A").await;
            window
                .until("document.querySelector('[role=toolbar]')?.textContent.includes('230 picked')")
                .await;
            window.press('t').await;
            window.until("document.activeElement.role === 'combobox'").await;
            types(window, "trade/ports").await;
            window
                .until("document.querySelector('[popover]')?.textContent.includes('New tag “trade/ports”')")
                .await;
            window.press(Key::Enter.into()).await;
            assert_eq!(window.text("[data-place='0'] .tag").await, "#trade/ports");
            assert_eq!(tagged(window), 230);
            window.press('z').await;
            window
                .until("document.querySelector('[data-place] .tag') === null")
                .await;
            assert_eq!(tagged(window), 0);

            // They are picked still.
            window.press('l').await;
            counts_nothing(window).await;
            let later = |window: &Window| {
                let rows = window.lines(&["list"]);
                rows.iter().filter(|row| row["state"] == "later").count()
            };
            assert_eq!(later(window), 230);
            window.press('z').await;
            counts(window, 230).await;
            assert_eq!(later(window), 0);
        },
    );
}

/// Waits until the list says that it is empty.
async fn counts_nothing(window: &Window) {
    assert_eq!(window.text(".empty h2").await, "Nothing waiting");
}

#[test]
fn a_filter_narrows_the_list_and_says_when_nothing_fits() {
    with_window(
        |folder| import_many(folder, 12),
        async |window| {
            on_notice(window, 12).await;
            window.press('/').await;
            types(window, "\"notice 3\"").await;
            counts(window, 1).await;
            types(window, " -harbour").await;
            window
                .until(r#"document.querySelector('.empty p')?.textContent.includes('“"notice 3" -harbour”')"#)
                .await;
            window.press(Key::Escape.into()).await;
            counts(window, 12).await;
        },
    );
}

#[test]
fn the_end_of_a_long_list_is_one_key_away() {
    with_window(
        |folder| import_many(folder, 300),
        async |window| {
            focus_reaches(window, 1).await;
            window.press(Key::End.into()).await;
            focus_reaches(window, 300).await;
            on_notice(window, 1).await;
            window.press(Key::PageUp.into()).await;
            window.until("document.activeElement.ariaPosInSet < 300").await;
            window.press(Key::Home.into()).await;
            on_notice(window, 300).await;
        },
    );
}

#[test]
fn headlines_of_any_length_and_direction_stay_in_their_row() {
    let prepare = |folder: &Path| {
        let texts = tempfile::tempdir().unwrap();
        let write = |name: &str, headline: &str| -> PathBuf {
            let file = texts.path().join(name);
            std::fs::write(
                &file,
                format!("{headline}\n\nThe quay of Selm is open again today.\n"),
            )
            .unwrap();
            file
        };
        let long = "Unquestionably ".repeat(20);
        let files = [
            write("long.txt", long.trim()),
            write("arabic.txt", "ميناء سيلم يعيد فتح الرصيف بعد إضراب دام أسبوعين"),
            write("one-word.txt", &"W".repeat(300)),
        ];
        import(folder, &files);
    };
    with_window(prepare, async |window| {
        focus_reaches(window, 1).await;
        counts(window, 3).await;
        let beyond = "return [...document.querySelectorAll('[role=option], [role=listbox], [data-pane]')]
            .filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.className)";
        assert_eq!(window.run(beyond).await, serde_json::json!([]));
        let heights =
            "return new Set([...document.querySelectorAll('[role=option]')].map((e) => e.offsetHeight)).size";
        assert_eq!(window.run(heights).await, 1);
    });
}
