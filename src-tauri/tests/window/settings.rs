//! Settings: each holds at once, is kept, and holds again after the next start.

use serde_json::json;

use super::{fixture, focus_reaches, import, import_many};
use crate::driver::{Window, with_settings, with_window};

async fn open_settings(window: &Window) {
    window.until("document.querySelector('main') !== null").await;
    window.chord("Ctrl+,").await;
    window.text("#settings-appearance").await;
}

/// The choice called `label` among those of `name`.
async fn pick(window: &Window, name: &str, label: &str) {
    let at = format!("[role=radiogroup][aria-label={}]", json!(name));
    let number = format!(
        "return [...document.querySelectorAll('{at} [role=radio]')].findIndex((one) => one.textContent.trim() === {}) + 1",
        json!(label)
    );
    let number = window.run(&number).await;
    window
        .click(&format!("{at} [role=radio]:nth-of-type({number})"))
        .await;
}

#[test]
fn theme_and_text_size_hold_at_once_and_after_the_next_start() {
    with_window(
        |folder| import(folder, &[fixture("strait.txt")]),
        async |window| {
            open_settings(window).await;
            let ground = "getComputedStyle(document.body).backgroundColor";
            let before = window.run(&format!("return {ground}")).await;
            pick(window, "Theme", "Sepia").await;
            window.until(&format!("{ground} !== {before}")).await;
            let sepia = window.run(&format!("return {ground}")).await;

            let size =
                "parseFloat(getComputedStyle(document.querySelector('#settings-appearance')).fontSize)";
            let usual = window.run(&format!("return {size}")).await;
            window.click("[aria-label='Larger text']").await;
            window.until(&format!("{size} > {usual}")).await;
            window
                .keeps(|kept| kept["theme"] == "sepia" && kept["text_size"] == 112)
                .await;

            window.reopen().await;
            open_settings(window).await;
            window
                .until(&format!("{ground} === {sepia} && {size} > {usual}"))
                .await;
        },
    );
}

#[test]
fn a_key_of_one_s_own_works_at_once_and_after_the_next_start() {
    with_window(
        |folder| import(folder, &[fixture("strait.txt")]),
        async |window| {
            let risks = "document.querySelector('main h1')?.textContent === 'Risks'";
            open_settings(window).await;
            window
                .click("[aria-label='Change the key of “Go to Risks”']")
                .await;
            window
                .until("document.querySelector('.listening') !== null")
                .await;
            window.chord("Ctrl+Shift+Y").await;
            window
                .until("document.querySelector('.listening') === null")
                .await;
            window.chord("Ctrl+Shift+Y").await;
            window.until(risks).await;
            window
                .keeps(|kept| kept["keys"]["go.risks"] == "Mod+Shift+Y")
                .await;

            window.reopen().await;
            focus_reaches(window, 1).await;
            window.chord("Ctrl+Shift+Y").await;
            window.until(risks).await;
        },
    );
}

#[test]
fn without_single_keys_a_letter_does_nothing_and_chords_and_arrows_still_act() {
    with_settings(
        &json!({ "single_keys": "off" }),
        |folder| import_many(folder, 3),
        async |window| {
            focus_reaches(window, 1).await;
            window.keys("j e ArrowDown").await;
            focus_reaches(window, 2).await;
            let rows = window.cli(&["list"]);
            let rows = rows.as_array().unwrap();
            assert!(rows.iter().all(|row| row["state"] == "inbox"), "{rows:?}");
            window.chord("Ctrl+k").await;
            window.text("dialog[open] [role=option]").await;
        },
    );
}

#[test]
fn french_is_spoken_at_once_by_the_interface_and_by_the_program_behind_it() {
    with_window(
        |folder| import(folder, &[fixture("strait.txt")]),
        async |window| {
            // A sentence that is made by the program and not by the interface.
            let refusal = "return window.__TAURI_INTERNALS__.invoke('open_file', { path: '/never/chosen' }).catch(({ message }) => message)";
            open_settings(window).await;
            let english = window.run(refusal).await;
            window.choose("#settings-appearance ~ * select", "fr").await;
            window
                .until("document.querySelector('main h1')?.textContent === 'Réglages'")
                .await;
            window.keeps(|kept| kept["language"] == "fr").await;
            assert_ne!(window.run(refusal).await, english);
            // For screen readers.
            window
                .until("document.documentElement.lang.startsWith('fr')")
                .await;
        },
    );
}

#[test]
fn settings_open_from_the_welcome_and_the_way_back_leads_there() {
    with_window(
        |_| {},
        async |window| {
            window.text(".tile").await;
            window.chord("Ctrl+,").await;
            window.text("#settings-library").await;
            window.chord("Alt+ArrowLeft").await;
            window.text(".tile").await;
        },
    );
}
