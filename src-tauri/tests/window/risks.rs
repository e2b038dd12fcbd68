//! The register by keyboard: judging with a reason, refusals beside the field, evidence, wording, undo, and what the matrix says
//! to a screen reader.

use std::path::Path;

use serde_json::Value;

use crate::driver::{Window, chancery, with_window};

fn sample(folder: &Path) {
    chancery(folder, &["sample"]);
}

/// All judgements on a risk, first to last.
fn history(window: &Window, risk: &str) -> Vec<Value> {
    window.lines(&["risk", "history", risk])
}

/// Opens the register by its keys and waits for the first risk.
async fn register(window: &Window) {
    window
        .until("document.querySelector('main')?.contains(document.activeElement)")
        .await;
    window.keys("g r").await;
    assert_eq!(window.text("[data-pane=risk] h2").await, "R-1");
    window.text("main [role=gridcell]").await;
}

/// Begins to judge the risk that is looked at, and waits until the matrix has the keys.
async fn assess(window: &Window) {
    window.chord("a").await;
    window
        .until("document.activeElement?.dataset.cell !== undefined")
        .await;
}

#[test]
fn a_risk_is_judged_in_six_keys_and_a_reason_and_undo_takes_it_back() {
    with_window(sample, async |window| {
        register(window).await;
        let before = history(window, "R-1");
        assess(window).await;
        window.keys("ArrowUp ArrowRight h Tab").await;
        window
            .until("document.activeElement?.matches('[data-field=reason] textarea')")
            .await;
        window.type_text("New cutters were seen.").await;
        window.chord("Ctrl+Enter").await;
        window
            .until("document.querySelector('[data-pane=risk] ol li')?.textContent.includes('New cutters were seen.')")
            .await;

        let now = history(window, "R-1");
        assert_eq!(now.len(), before.len() + 1);
        let last = now.last().unwrap();
        assert_eq!(last["likelihood"], 4);
        assert_eq!(last["impact"], 4);
        assert_eq!(last["rating"], "High");
        assert_eq!(last["confidence"], "high");
        assert_eq!(last["rationale"], "New cutters were seen.");
        // What stood then: all that is linked.
        let linked = window.cli(&["risk", "show", "R-1"])["evidence"]
            .as_array()
            .unwrap()
            .len();
        assert_eq!(last["stood"].as_array().unwrap().len(), linked);
        let placed = window.text("[data-cell='4-4'] .pin").await;
        assert_eq!(placed, "R-1");

        window.chord("z").await;
        window
            .until("!document.querySelector('[data-pane=risk] ol')?.textContent.includes('New cutters')")
            .await;
        assert_eq!(history(window, "R-1").len(), before.len());
    });
}

#[test]
fn a_changed_judgement_without_a_reason_is_refused_beside_the_field_and_the_draft_is_kept() {
    with_window(sample, async |window| {
        register(window).await;
        let before = history(window, "R-1").len();
        assess(window).await;
        window.keys("ArrowUp Ctrl+Enter").await;
        let refusal = window.text("[data-field=reason] .error").await;
        assert!(refusal.contains("needs a reason"), "{refusal}");
        window
            .until("document.activeElement?.matches('[data-field=reason] textarea')")
            .await;
        assert_eq!(history(window, "R-1").len(), before);

        window.type_text("Half a").await;
        window.chord("Escape").await;
        window
            .until("!document.querySelector('[data-field=reason]')")
            .await;
        assess(window).await;
        assert_eq!(
            window
                .run("return document.querySelector('[data-field=reason] textarea').value")
                .await,
            "Half a"
        );
        assert_eq!(
            window.run("return document.activeElement.dataset.cell").await,
            "4-3",
            "the risk is where the draft put it"
        );
    });
}

#[test]
fn a_review_that_changes_nothing_needs_no_reason() {
    with_window(sample, async |window| {
        register(window).await;
        let before = history(window, "R-1");
        assess(window).await;
        window.chord("Ctrl+Enter").await;
        window
            .until("document.querySelector('[data-pane=risk] ol li')?.textContent.includes('Reviewed, unchanged.')")
            .await;
        let now = history(window, "R-1");
        assert_eq!(now.len(), before.len() + 1);
        assert_eq!(
            now.last().unwrap()["rationale"],
            before.last().unwrap()["rationale"]
        );
    });
}

#[test]
fn a_cell_says_aloud_what_it_means_and_who_stands_in_it() {
    with_window(sample, async |window| {
        register(window).await;
        let said =
            |cell: &str| format!("return document.querySelector(\"[data-cell='{cell}'] .said\").textContent");
        assert_eq!(
            window.run(&said("4-3")).await,
            "Likelihood likely, 55 to 80 per cent; impact 3 serious; Moderate; 1 risk: R-3"
        );
        assert_eq!(
            window.run(&said("5-5")).await,
            "Likelihood very likely, almost certain, 80 to 99 per cent; impact 5 catastrophic; Very high; no risks"
        );
        // The grid is one stop of the Tab key, and Enter leads from a cell to its risks.
        let stops = "return document.querySelectorAll('main [role=gridcell][tabindex=\"0\"]').length";
        assert_eq!(window.run(stops).await, 1);
        window.chord("x").await;
        window
            .until("document.activeElement?.dataset.cell === '3-3'")
            .await;
        window.keys("ArrowUp Enter").await;
        window
            .until("document.querySelector('[data-pane=risk] h2').textContent === 'R-3'")
            .await;
        window
            .until("document.activeElement?.matches('tr[aria-selected=true]')")
            .await;
    });
}

#[test]
fn how_a_passage_bears_is_changed_where_it_stands() {
    with_window(sample, async |window| {
        register(window).await;
        let stances = |window: &Window| -> Vec<String> {
            let shown = window.cli(&["risk", "show", "R-1"]);
            let evidence = shown["evidence"].as_array().unwrap();
            evidence
                .iter()
                .map(|link| link["stance"].as_str().unwrap().to_owned())
                .collect()
        };
        assert_eq!(stances(window)[0], "supports");
        window.click("[data-evidence] [aria-haspopup=menu]").await;
        window.text("[role=menu]").await;
        window
            .run("[...document.querySelectorAll('[role^=menuitem]')].find((item) => item.textContent.includes('Against')).click()")
            .await;
        window.text("[data-evidence]").await;
        window
            .until("document.body.textContent.includes('How the passage bears is changed')")
            .await;
        assert_eq!(stances(window)[0], "contradicts");
    });
}

#[test]
fn a_risk_of_ones_own_is_made_worded_and_thrown_away_by_keys() {
    with_window(sample, async |window| {
        register(window).await;
        window.chord("c").await;
        window
            .until("document.activeElement?.closest('dialog') !== null")
            .await;
        window.type_text("Ferries stop").await;
        window.chord("Ctrl+Enter").await;
        window
            .until("document.querySelector('[data-pane=risk] h2')?.textContent === 'R-4'")
            .await;
        window.until("document.activeElement?.matches('tr')").await;
        assert_eq!(window.cli(&["risk", "show", "R-4"])["title"], "Ferries stop");

        window.chord("e").await;
        window
            .until("document.activeElement?.matches('[data-pane=risk] input')")
            .await;
        window.chord("Tab").await;
        window.type_text("No crossing for a month.").await;
        window.chord("Ctrl+Enter").await;
        assert_eq!(
            window.text("[data-pane=risk] .statement").await,
            "No crossing for a month."
        );
        let shown = window.cli(&["risk", "show", "R-4"]);
        assert_eq!(shown["statement"], "No crossing for a month.");

        window.until("document.activeElement?.matches('tr')").await;
        window.chord("Delete").await;
        window
            .until("document.querySelector('[data-pane=risk] h2')?.textContent !== 'R-4'")
            .await;
        assert_eq!(window.cli(&["risk", "list"]).as_array().unwrap().len(), 3);
    });
}
