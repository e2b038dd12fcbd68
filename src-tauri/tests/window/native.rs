//! The shell around the interface: what it is told, what it may ask of the system.

use serde_json::json;

use super::{fixture, import};
use crate::driver::with_window;

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
            assert!(std::path::Path::new(&folder).join("library.sqlite").is_file());

            window
                .run("return window.__TAURI_INTERNALS__.invoke('remove_sample')")
                .await;
            assert_eq!(window.run(info).await["folder"], json!(own));
            assert!(!std::path::Path::new(&folder).exists());
        },
    );
}
