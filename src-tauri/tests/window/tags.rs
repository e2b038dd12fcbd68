//! The tree of tags by keys: renamed, merged, removed, and each taken back, in the tree and on what carries them.

use std::path::Path;

use serde_json::{Value, json};

use crate::driver::{Window, chancery, with_window};
use crate::focus_reaches;

fn sample(folder: &Path) {
    chancery(folder, &["sample"]);
}

/// Goes to the tags and waits until the tree has the keys.
async fn tree(window: &Window) {
    window
        .until("document.querySelector('main')?.contains(document.activeElement)")
        .await;
    window.keys("g t").await;
    window
        .until("document.activeElement?.matches('[role=treeitem]')")
        .await;
}

/// Waits until the tag `path` has the focus.
async fn on(window: &Window, path: &str) {
    window
        .until(&format!(
            "document.activeElement?.dataset.tag === {}",
            json!(path)
        ))
        .await;
}

/// Moves down to the tag `path`.
async fn down_to(window: &Window, path: &str) {
    let there = format!("return document.activeElement?.dataset.tag === {}", json!(path));
    for _ in 0..40 {
        if window.run(&there).await == true {
            return;
        }
        window.chord("j").await;
    }
    panic!("{path} is not in the tree");
}

/// Waits until the tree has the tag `path`, or hasn't.
async fn has(window: &Window, path: &str, is: bool) {
    window
        .until(&format!(
            "(document.querySelector('[data-tag={}]') !== null) === {is}",
            json!(path)
        ))
        .await;
}

/// How many articles and passages carry the tag `path`, as `chancery` has it.
fn carry(window: &Window, path: &str) -> (usize, usize) {
    let carries = |row: &&Value| row["tags"].as_array().unwrap().contains(&path.into());
    let articles = window.lines(&["list"]);
    let passages: usize = articles
        .iter()
        .map(|article| {
            let uid = article["uid"].as_str().unwrap();
            let marks = window.lines(&["annotations", "list", uid]);
            marks.iter().filter(carries).count()
        })
        .sum();
    (articles.iter().filter(carries).count(), passages)
}

#[test]
fn a_tag_is_renamed_in_the_tree_and_on_all_that_carries_it_and_one_key_takes_it_back() {
    with_window(sample, async |window| {
        tree(window).await;
        down_to(window, "economy/monetary").await;
        let before = carry(window, "economy/monetary");
        window.chord("F2").await;
        window
            .until("document.activeElement?.matches('[role=treeitem] input')")
            .await;
        // Only the last part is chosen: the branch stays.
        window.type_text("rates").await;
        window.chord("Enter").await;
        on(window, "economy/rates").await;
        has(window, "economy/monetary", false).await;
        assert_eq!(carry(window, "economy/rates"), before);
        assert_eq!(carry(window, "economy/monetary"), (0, 0));

        window.chord("z").await;
        has(window, "economy/monetary", true).await;
        has(window, "economy/rates", false).await;
        assert_eq!(carry(window, "economy/monetary"), before);
        assert_eq!(carry(window, "economy/rates"), (0, 0));
        window
            .until("document.activeElement?.matches('[role=treeitem]')")
            .await;

        // Given up on, nothing happens.
        down_to(window, "economy/monetary").await;
        window.chord("e").await;
        window
            .until("document.activeElement?.matches('[role=treeitem] input')")
            .await;
        window.type_text("nonsense").await;
        window.chord("Escape").await;
        on(window, "economy/monetary").await;
        assert_eq!(carry(window, "economy/monetary"), before);
    });
}

#[test]
fn two_tags_become_one_after_a_question_and_are_two_again_when_it_is_taken_back() {
    with_window(sample, async |window| {
        tree(window).await;
        down_to(window, "trade/grain").await;
        let (grain, ports) = (carry(window, "trade/grain"), carry(window, "trade/ports"));
        let merge = async || {
            window.chord("F2").await;
            window
                .until("document.activeElement?.matches('[role=treeitem] input')")
                .await;
            window.type_text("ports").await;
            window.chord("Enter").await;
            assert!(
                window
                    .text("dialog[open] h2")
                    .await
                    .contains("Merge trade/grain into trade/ports?")
            );
            window
                .until("document.activeElement?.closest('dialog') !== null")
                .await;
        };
        merge().await;
        window.chord("Escape").await;
        on(window, "trade/grain").await;
        assert_eq!(carry(window, "trade/grain"), grain);

        merge().await;
        window.chord("Enter").await;
        on(window, "trade/ports").await;
        has(window, "trade/grain", false).await;
        let both = (grain.0 + ports.0, grain.1 + ports.1);
        assert_eq!(carry(window, "trade/ports"), both);
        let said = window.text("[data-tag='trade/ports']").await;
        let numbers: Vec<usize> = said
            .split_whitespace()
            .filter_map(|word| word.parse().ok())
            .collect();
        assert_eq!(numbers[..2], [both.0, both.1], "{said}");

        window.chord("z").await;
        has(window, "trade/grain", true).await;
        assert_eq!(
            (carry(window, "trade/grain"), carry(window, "trade/ports")),
            (grain, ports)
        );
        window
            .until("document.activeElement?.matches('[role=treeitem]')")
            .await;
    });
}

#[test]
fn several_tags_are_taken_off_everything_at_once_and_come_back_by_one_key() {
    with_window(sample, async |window| {
        tree(window).await;
        let tags = ["trade/grain", "trade/ports"];
        let before = tags.map(|tag| carry(window, tag));
        for tag in tags {
            down_to(window, tag).await;
            window.chord("x").await;
            window
                .until(&format!(
                    "document.querySelector('[data-tag={}]').ariaSelected === 'true'",
                    json!(tag)
                ))
                .await;
        }
        window.chord("#").await;
        for tag in tags {
            has(window, tag, false).await;
        }
        assert_eq!(tags.map(|tag| carry(window, tag)), [(0, 0); 2]);
        window.chord("z").await;
        for tag in tags {
            has(window, tag, true).await;
        }
        assert_eq!(tags.map(|tag| carry(window, tag)), before);
    });
}

#[test]
fn what_carries_a_tag_is_opened_from_the_tree_and_esc_leads_back_to_the_tag() {
    with_window(sample, async |window| {
        tree(window).await;
        down_to(window, "security/cyber").await;
        window
            .until("document.querySelector('[data-pane=carriers] [role=option]') !== null")
            .await;
        window.chord("Enter").await;
        window
            .until("document.activeElement?.matches('[data-pane=carriers] [role=option]')")
            .await;
        let title = window
            .run("return document.activeElement.querySelector('.title').textContent")
            .await;
        window.chord("Enter").await;
        assert_eq!(window.text("main h1").await, title.as_str().unwrap());
        window.chord("Escape").await;
        on(window, "security/cyber").await;
        // And from there the way goes on as anywhere.
        window.keys("g i").await;
        focus_reaches(window, 1).await;
    });
}
