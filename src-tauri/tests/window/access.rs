//! For everybody: what axe-core says, the focus that is always seen, F6 round the panes, large text, targets that can be hit.
//!
//! Each journey walks over all screens of the sample library, so that a new screen is a line in `SCREENS`.

use std::path::Path;

use serde_json::json;

use crate::driver::{Window, chancery, with_settings, with_window};

/// A place in the window: its name, and the keys that lead there from anywhere, each with what is there when it has come.
#[derive(Clone, Copy)]
pub struct Place {
    pub name: &'static str,
    steps: &'static [(&'static str, &'static str)],
    /// Whether it lies over a screen and Esc leads out of it.
    over: bool,
}

const fn screen(name: &'static str, steps: &'static [(&'static str, &'static str)]) -> Place {
    Place {
        name,
        steps,
        over: false,
    }
}

const fn sheet(name: &'static str, steps: &'static [(&'static str, &'static str)]) -> Place {
    Place {
        name,
        steps,
        over: true,
    }
}

/// Every screen, as one sees it with the sample library open.
pub const SCREENS: &[Place] = &[
    screen("inbox", &[("g i", "main[aria-label=Inbox] [role=option]")]),
    screen("library", &[("g l", "main[aria-label=Library] [role=option]")]),
    screen(
        "reader",
        &[
            ("g l", "main[aria-label=Library] [role=option]"),
            ("Enter", "main [data-block]"),
        ],
    ),
    screen(
        "risks",
        &[(
            "g r",
            "body:not(:has(.unchosen)) main [role=grid] [role=gridcell]",
        )],
    ),
    screen("briefs", &[("g b", "main[aria-label=Briefs] [role=option]")]),
    screen(
        "composer",
        &[
            ("g b", "main[aria-label=Briefs] [role=option]"),
            (
                "Enter",
                "body:not(:has([data-pane=preview])) [data-pane=main] h2, [data-pane=preview] img",
            ),
        ],
    ),
    screen("search", &[("g s", "[data-pane=search] input")]),
    screen("tags", &[("g t", "main[aria-label=Tags] [role=treeitem]")]),
    screen("trash", &[("g d", "main[aria-label=Trash]")]),
    screen("settings", &[("Ctrl+,", "main[aria-label=Settings]")]),
    screen("help", &[("F1", "main[aria-label=Guide]")]),
];

/// What opens over every screen.
const SHEETS: &[Place] = &[
    sheet("palette", &[("Ctrl+k", "dialog[open] [role=option]")]),
    sheet("keys", &[("?", "dialog[open] kbd")]),
    sheet("import", &[("Ctrl+n", "dialog[open] textarea")]),
];

/// The sample library, which has something on every screen.
pub fn sample(folder: &Path) {
    chancery(folder, &["sample"]);
}

/// Goes to a place as its keys do, and waits for what is there.
pub async fn visit(window: &Window, place: Place) {
    for (keys, there) in place.steps {
        // Single keys mean nothing in a field, where some screens put the focus.
        window.run("document.activeElement.blur()").await;
        if *keys == "Enter" {
            window
                .run("document.querySelector('main [role=option]').focus()")
                .await;
        }
        window.keys(keys).await;
        window
            .until(&format!("document.querySelector({})", json!(there)))
            .await;
    }
    window.shot(place.name).await;
}

/// Walks over all screens and sheets, and gives what `look` finds there with the place's name before it.
async fn findings(window: &Window, look: impl AsyncFn(&Window) -> Vec<String>) -> Vec<String> {
    let mut all = Vec::new();
    window.until("document.querySelector('main[data-pane]')").await;
    for &place in SCREENS.iter().chain(SHEETS) {
        visit(window, place).await;
        let found = look(window).await;
        all.extend(found.iter().map(|finding| format!("{}: {finding}", place.name)));
        if place.over {
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
            // The screen takes the focus when it has come.
            window
                .until("document.activeElement.closest('main') !== null")
                .await;
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
            assert_eq!(visited.len() as u64, panes, "{}: {first:?}", screen.name);
            window.chord("F6").await;
            assert_eq!(window.run(focused).await, first[0].as_str(), "{}", screen.name);
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
