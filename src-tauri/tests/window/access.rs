//! For everybody: what axe-core says, the focus that is always seen, F6 round the panes, large text, targets that can be hit.
//!
//! Each journey walks over all screens of the sample library, so that a new screen is a line in `SCREENS`.

use std::path::Path;

use serde_json::json;

use crate::driver::{Window, chancery, with_settings, with_window};

/// A screen: its name, the keys that lead there from anywhere, and what is there when it has come.
pub const SCREENS: &[(&str, &str, &str)] = &[
    ("inbox", "g i", "main [role=option], main h2"),
    ("library", "g l", "main [role=option]"),
    (
        "risks",
        "g r",
        "main [role=grid] [role=gridcell], main [role=grid] td",
    ),
    ("help", "F1", "main h1"),
];

/// What opens over every screen.
const SHEETS: &[(&str, &str, &str)] = &[
    ("palette", "Ctrl+k", "dialog[open] [role=option]"),
    ("keys", "?", "dialog[open] kbd"),
];

/// The sample library, which has something on every screen.
pub fn sample(folder: &Path) {
    chancery(folder, &["sample"]);
}

/// Goes to a screen as its keys do, and waits for what is there.
pub async fn visit(window: &Window, (name, keys, there): (&str, &str, &str)) {
    window.keys(keys).await;
    window
        .until(&format!("document.querySelector({})", json!(there)))
        .await;
    window.shot(name).await;
}

/// Walks over all screens and sheets, and gives what `look` finds there with the place's name before it.
async fn findings(window: &Window, look: impl AsyncFn(&Window) -> Vec<String>) -> Vec<String> {
    let mut all = Vec::new();
    window.until("document.querySelector('main[data-pane]')").await;
    for &screen in SCREENS.iter().chain(SHEETS) {
        visit(window, screen).await;
        all.extend(
            look(window)
                .await
                .iter()
                .map(|finding| format!("{}: {finding}", screen.0)),
        );
        if SHEETS.contains(&screen) {
            window.chord("Escape").await;
            window.until("!document.querySelector('dialog[open]')").await;
        }
    }
    all
}

fn check_axe(theme: &str) {
    with_settings(&json!({ "theme": theme }), sample, async |window| {
        let found = findings(window, Window::axe).await;
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

#[test]
fn axe_finds_nothing_serious_on_any_screen_in_light() {
    check_axe("light");
}

#[test]
fn axe_finds_nothing_serious_on_any_screen_in_dark() {
    check_axe("dark");
}

#[test]
fn targets_are_large_enough_and_the_focus_is_seen_wherever_tab_leads() {
    with_window(sample, async |window| {
        let found = findings(window, async |window| {
            let mut found = window.small_targets().await;
            for _ in 0..12 {
                window.chord("Tab").await;
                if !window.focus_shows().await {
                    let who = "return document.activeElement.outerHTML.slice(0, 120)";
                    found.push(format!("no ring on {}", window.run(who).await));
                }
            }
            found
        })
        .await;
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

#[test]
fn f6_goes_round_the_panes_and_comes_back() {
    with_window(sample, async |window| {
        for &screen in SCREENS {
            visit(window, screen).await;
            let panes = "return [...document.querySelectorAll('[data-pane]')].filter((pane) => pane.checkVisibility()).length";
            let panes = window.run(panes).await.as_u64().unwrap();
            let focused = "return document.activeElement.closest('[data-pane]')?.dataset.pane";
            let mut visited = Vec::new();
            for _ in 0..panes {
                window.chord("F6").await;
                visited.push(window.run(focused).await.as_str().unwrap_or("none").to_owned());
            }
            let first = visited.clone();
            visited.sort();
            visited.dedup();
            assert_eq!(visited.len() as u64, panes, "{}: {first:?}", screen.0);
            window.chord("F6").await;
            assert_eq!(window.run(focused).await, first[0].as_str(), "{}", screen.0);
        }
    });
}

#[test]
fn text_of_twice_the_size_loses_nothing_in_the_smallest_window() {
    with_settings(&json!({ "text_size": 150 }), sample, async |window| {
        window.size(960, 600).await;
        // The largest setting, and the rest as a desktop with large letters gives it.
        window
            .run("document.documentElement.style.fontSize = '26px'")
            .await;
        let found = findings(window, async |window| {
            let mut found = window.cut_off().await;
            found.extend(window.overlapping().await);
            found
        })
        .await;
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}
