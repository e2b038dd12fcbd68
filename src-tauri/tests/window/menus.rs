//! What the ⋯ menus of an article, a risk and a brief hold, chosen with the pointer; what each does to the library.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::briefs::save_as;
use crate::driver::{Window, chancery, with_window};
use crate::reader::{BANK, annotation, open, uid};

fn sample(folder: &Path) {
    chancery(folder, &["sample"]);
}

/// Opens the ⋯ menu at the head of the pane `pane` and chooses `item`.
async fn choose(window: &Window, pane: &str, item: &str) {
    window
        .click(&format!("[data-pane={pane}] header [aria-haspopup=menu]"))
        .await;
    window.click(&format!("[role=menu] [data-item={item}]")).await;
    window
        .until("document.querySelector('[role=menu]') === null")
        .await;
}

/// Waits until a message says `words`.
async fn said(window: &Window, words: &str) {
    window
        .until(&format!(
            "[...document.querySelectorAll('.toast')].some((toast) => toast.textContent.includes({}))",
            Value::from(words)
        ))
        .await;
}

/// Presses the Undo of the message that says `words`.
async fn undo(window: &Window, words: &str) {
    said(window, words).await;
    window
        .run(&format!(
            "[...document.querySelectorAll('.toast')].find((toast) => toast.textContent.includes({})).querySelector('button').setAttribute('data-undo', '')",
            Value::from(words)
        ))
        .await;
    window.click("[data-undo]").await;
    said(window, "Undone:").await;
}

/// The row of the article that begins with `headline`.
fn article(window: &Window, headline: &str) -> Value {
    let rows = window.lines(&["list"]);
    rows.into_iter()
        .find(|row| row["headline"].as_str().unwrap().starts_with(headline))
        .unwrap_or_default()
}

#[test]
fn the_menu_of_an_article_stars_tags_corrects_and_throws_it_away() {
    with_window(sample, async |window| {
        open(window, BANK).await;
        let bank = uid(window, BANK);
        let before = article(window, BANK);
        assert_eq!(
            (&before["starred"], &before["state"]),
            (&false.into(), &"inbox".into())
        );

        choose(window, "main", "star").await;
        window.click("[data-pane=main] header [aria-haspopup=menu]").await;
        window
            .until("document.querySelector('[role=menu] [data-item=star]').ariaChecked === 'true'")
            .await;
        window.chord("Escape").await;
        assert_eq!(article(window, BANK)["starred"], true);

        choose(window, "main", "tag-article").await;
        window.until("document.activeElement.role === 'combobox'").await;
        window.type_text("trade/ports").await;
        window
            .until("document.querySelector('[popover] [aria-selected=true]')?.textContent.includes('trade/ports')")
            .await;
        window.click("[popover] [aria-selected=true]").await;
        window
            .until("[...document.querySelectorAll('.meta .tag')].some((tag) => tag.textContent === '#trade/ports')")
            .await;
        window.chord("Escape").await;
        assert!(
            article(window, BANK)["tags"]
                .as_array()
                .unwrap()
                .contains(&"trade/ports".into())
        );

        choose(window, "main", "record").await;
        window
            .until("document.querySelector('dialog [data-field=title] textarea') === document.activeElement")
            .await;
        window.chord("Ctrl+a").await;
        window.type_text("The bank raises its rate").await;
        window.click("dialog[open] footer button:last-of-type").await;
        window
            .until("document.querySelector('main h1')?.textContent === 'The bank raises its rate'")
            .await;
        assert_eq!(
            window.cli(&["show", &bank])["headline"],
            "The bank raises its rate"
        );

        for (item, words, state) in [
            ("later", "Kept for later", "later"),
            ("archive", "Archived", "archive"),
        ] {
            choose(window, "main", item).await;
            said(window, words).await;
            assert_eq!(article(window, "The bank")["state"], state);
            open(window, "The bank").await;
        }
        choose(window, "main", "trash").await;
        said(window, "Moved to the trash").await;
        assert_eq!(article(window, "The bank"), Value::Null);
        undo(window, "Moved to the trash").await;
        assert_eq!(article(window, "The bank")["state"], "archive");
    });
}

#[test]
fn the_menu_of_a_risk_words_it_leads_to_its_source_and_throws_it_away() {
    with_window(sample, async |window| {
        window
            .until("document.querySelector('main')?.contains(document.activeElement)")
            .await;
        window.keys("g r").await;
        assert_eq!(window.text("[data-pane=risk] h2").await, "R-1");
        let risk = window.cli(&["risk", "show", "R-1"]);

        choose(window, "risk", "edit").await;
        window
            .until("document.activeElement?.matches('[data-pane=risk] input')")
            .await;
        window.chord("Ctrl+a").await;
        window.type_text("The two coast guards shoot").await;
        window.click("[data-pane=risk] .buttons button").await;
        window
            .until("document.querySelector('[data-pane=risk] .title')?.textContent === 'The two coast guards shoot'")
            .await;
        assert_eq!(
            window.cli(&["risk", "show", "R-1"])["title"],
            "The two coast guards shoot"
        );

        choose(window, "risk", "origin").await;
        let headline = window.text("main h1").await;
        assert_eq!(uid(window, &headline), risk["origin_article"].as_str().unwrap());
        window.chord("Alt+ArrowLeft").await;
        assert_eq!(window.text("[data-pane=risk] h2").await, "R-1");

        choose(window, "risk", "trash").await;
        window
            .until("document.querySelector('[data-pane=risk] h2')?.textContent !== 'R-1'")
            .await;
        assert_eq!(window.lines(&["risk", "list"]).len(), 2);
        undo(window, "R-1").await;
        window
            .until("[...document.querySelectorAll('main .number, main td, main .pin')].some((cell) => cell.textContent === 'R-1')")
            .await;
        assert_eq!(window.lines(&["risk", "list"]).len(), 3);
    });
}

#[test]
fn the_menu_of_a_brief_holds_its_front_matter_and_the_other_forms_of_export() {
    with_window(sample, async |window| {
        window.text("main[aria-label]").await;
        window.keys("g b").await;
        window.click("main[aria-label=Briefs] [role=option]").await;
        window.text(".editor h1").await;
        let brief = window.lines(&["brief", "list"])[0]["uid"]
            .as_str()
            .unwrap()
            .to_owned();

        choose(window, "main", "front").await;
        window
            .until("document.activeElement.matches('dialog[open] input')")
            .await;
        window.chord("Ctrl+a").await;
        window.type_text("Inspections go on until May").await;
        window.choose("dialog[open] select", "TLP:AMBER").await;
        window.click_button("Keep").await;
        window
            .until("document.querySelector('.editor h1').textContent === 'Inspections go on until May'")
            .await;
        let stored = window.cli(&["brief", "show", &brief]);
        assert_eq!(
            (&stored["title"], &stored["marking"]),
            (&"Inspections go on until May".into(), &"TLP:AMBER".into())
        );

        let folder = tempfile::tempdir().unwrap();
        for (item, format, name) in [("markdown", "md", "sent.md"), ("json", "json", "sent.json")] {
            choose(window, "main", item).await;
            let sent = folder.path().join(name);
            save_as(&sent);
            said(window, name).await;
            let expected = folder.path().join("expected");
            window.cli(&[
                "brief",
                "export",
                &brief,
                "--format",
                format,
                "--output",
                expected.to_str().unwrap(),
            ]);
            assert_eq!(fs::read(sent).unwrap(), fs::read(expected).unwrap());
        }
    });
}

#[test]
fn the_menu_of_a_card_notes_tags_and_links_a_passage_that_was_marked_with_the_pointer() {
    with_window(sample, async |window| {
        open(window, BANK).await;
        window.drag_over(".blocks", "The rate is survivable.").await;
        window
            .click("[role=toolbar] .row:first-child button:first-child")
            .await;
        let raised = "document.querySelector('.card.raised')";
        let shows = async |words: &str| {
            window
                .until(&format!("{raised}?.textContent.includes({})", Value::from(words)))
                .await;
        };
        let item = async |id: &str| {
            window.click(".card.raised [aria-haspopup=menu]").await;
            window.click(&format!("[role=menu] [data-item={id}]")).await;
        };
        shows("The rate is survivable.").await;
        item("note").await;
        window
            .until(&format!(
                "{raised}.querySelector('.note .host')?.shadowRoot?.activeElement"
            ))
            .await;
        window.type_text("Says the bank.").await;
        window.click("main h1").await;
        window
            .until(&format!(
                "{raised}?.querySelector('.said-note')?.textContent.includes('Says the bank.')"
            ))
            .await;

        item("tag").await;
        window.until("document.activeElement.role === 'combobox'").await;
        window.type_text("economy/mon").await;
        window
            .until("document.querySelector('[popover] [aria-selected=true]')?.textContent.includes('economy/monetary')")
            .await;
        window.click("[popover] [aria-selected=true]").await;
        shows("#economy/monetary").await;
        window.chord("Escape").await;

        item("link").await;
        window.until("document.activeElement.role === 'combobox'").await;
        window.click("[popover] [role=option]").await;
        said(window, "Linked to R-").await;
        let mark = annotation(window, BANK, "The rate is survivable.").unwrap();
        assert_eq!(
            (&mark["note"], &mark["tags"]),
            (&"Says the bank.".into(), &serde_json::json!(["economy/monetary"]))
        );
        let linked = window.lines(&["risk", "list"]).iter().any(|risk| {
            crate::look::mentions(
                &window.cli(&["risk", "show", risk["number"].as_str().unwrap()]),
                mark["uid"].as_str().unwrap(),
            )
        });
        assert!(linked, "{mark}");
    });
}
