//! What the window and the interface agree on, checked without a display: the generated bindings are fresh, and the
//! commands in the bindings, in the app's manifest and in the capability are the same ones. And what the program does where
//! there is no display.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on must fail"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use chancery_window::commands;

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The bindings as the code of today gives them.
fn exported() -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bindings.ts");
    let language = specta_typescript::Typescript::default()
        .header("// What the window can ask of src-tauri. Renewed by: cargo xtask bindings\n");
    commands::builder().export(language, &file).unwrap();
    fs::read_to_string(&file).unwrap()
}

/// Rewrites the file instead of comparing it when `UPDATE_BINDINGS=1` stands in the environment.
#[test]
fn bindings_are_fresh() {
    let committed = here("../ui/src/api/bindings.ts");
    let exported = exported();
    if std::env::var_os("UPDATE_BINDINGS").is_some_and(|value| value == "1") {
        fs::write(&committed, &exported).unwrap();
    }
    let stale = "ui/src/api/bindings.ts is not what the commands say: run `cargo xtask bindings`";
    assert!(
        fs::read_to_string(&committed).unwrap_or_default() == exported,
        "{stale}"
    );
}

/// A command that is in the bindings but not in the list that build.rs reads would be open to every window.
#[test]
fn every_command_stands_under_the_capability() {
    let exported = exported();
    let called: BTreeSet<&str> = exported
        .split("__TAURI_INVOKE(\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(called, commands::names::NAMES.iter().copied().collect());
}

#[test]
fn the_capability_gives_the_window_our_own_commands_and_nothing_else() {
    let text = fs::read_to_string(here("capabilities/main.json")).unwrap();
    let capability: serde_json::Value = serde_json::from_str(&text).unwrap();
    let allowed: BTreeSet<&str> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p.as_str().unwrap())
        .collect();
    let own: Vec<String> = commands::names::NAMES
        .iter()
        .map(|name| format!("allow-{}", name.replace('_', "-")))
        .collect();
    assert_eq!(allowed, own.iter().map(String::as_str).collect());
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    // Pages from elsewhere may call nothing, and no other file adds to this one.
    assert!(capability.get("remote").is_none());
    assert_eq!(fs::read_dir(here("capabilities")).unwrap().count(), 1);
}

#[test]
fn the_locks_of_the_window_are_closed() {
    let text = fs::read_to_string(here("tauri.conf.json")).unwrap();
    let configuration: serde_json::Value = serde_json::from_str(&text).unwrap();
    let app = &configuration["app"];
    assert_eq!(
        app["windows"],
        serde_json::json!([]),
        "windows are built in Rust, with their handlers"
    );
    assert_eq!(app["withGlobalTauri"], false);
    assert_eq!(app["security"]["freezePrototype"], true);
    let policy = app["security"]["csp"].as_str().unwrap();
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    for hole in ["unsafe", "data:", "blob:", "https:", "*"] {
        assert!(!policy.contains(hole), "{hole} in {policy}");
    }
}

/// Runs the program where there is no screen.
#[cfg(target_os = "linux")]
fn run_without_screen(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_chancery-window"))
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_screen_it_says_so_and_touches_no_library() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("library");
    let ended = run_without_screen(&["--library", library.to_str().unwrap()]);
    let said = String::from_utf8(ended.stderr).unwrap();
    assert!(said.contains("no screen") && said.lines().count() == 1, "{said}");
    assert_eq!(ended.status.code(), Some(1));
    assert!(!library.exists());
}

#[cfg(target_os = "linux")]
#[test]
fn the_parse_worker_starts_before_anything_of_the_window() {
    let ended = run_without_screen(&["--parse-worker"]);
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(!said.contains("screen") && !said.contains("panicked"), "{said}");
}
