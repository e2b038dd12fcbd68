//! Writing briefs: by keys from nothing to a file, checked on the screen, in the library and in what is exported.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::driver::{Window, chancery, with_window, xdotool};

const LIST: &str = "main[aria-label=Briefs]";

fn samples(folder: &Path) {
    chancery(folder, &["sample"]);
}

/// The brief with `title`, with its blocks.
fn brief(window: &Window, title: &str) -> Value {
    let list = window.cli(&["brief", "list"]);
    let rows = list.as_array().cloned().unwrap_or_else(|| vec![list.clone()]);
    let row = rows
        .iter()
        .find(|row| row["title"] == title)
        .unwrap_or_else(|| panic!("{title} is not in {list}"));
    window.cli(&["brief", "show", row["uid"].as_str().unwrap()])
}

fn blocks<'a>(brief: &'a Value, kind: &str) -> Vec<&'a Value> {
    brief["blocks_list"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|block| block["kind"] == kind)
        .collect()
}

fn texts<'a>(brief: &'a Value, kind: &str) -> Vec<&'a str> {
    let blocks = blocks(brief, kind).into_iter();
    blocks.map(|block| block["text"].as_str().unwrap()).collect()
}

/// Opens the newest brief from wherever one is.
async fn open_newest(window: &Window) {
    window.text("main[aria-label]").await;
    window.keys("g b").await;
    on_a_brief(window).await;
    window.chord("Enter").await;
    window.text(".editor h1").await;
    window
        .until("document.activeElement.matches('main .block')")
        .await;
}

/// Waits until a row of the list has the focus.
async fn on_a_brief(window: &Window) {
    window
        .until(&format!("document.activeElement.matches('{LIST} [role=option]')"))
        .await;
}

/// Presses F6 until the focus is in the pane `name`.
async fn to_pane(window: &Window, name: &str) {
    for _ in 0..8 {
        let there = format!("return document.activeElement.closest('[data-pane={name}]') !== null");
        if window.run(&there).await == true {
            return;
        }
        window.chord("F6").await;
    }
    panic!("F6 never leads to {name}");
}

/// Chooses `words` in the list of blocks that can be added.
async fn add(window: &Window, words: &str, label: &str) {
    window.chord("/").await;
    window.until("document.activeElement.role === 'combobox'").await;
    window.type_text(words).await;
    window
        .until(&format!(
            "document.querySelector('[popover] [aria-selected=true]')?.textContent.includes('{label}')"
        ))
        .await;
    window.chord("Enter").await;
}

async fn saved(window: &Window) {
    window
        .until("document.querySelector('.saved')?.textContent.trim() === 'Saved'")
        .await;
}

async fn shows(window: &Window, css: &str, words: &str) {
    window
        .until(&format!(
            "[...document.querySelectorAll('{css}')].some((e) => e.textContent.includes('{words}'))"
        ))
        .await;
}

#[test]
fn a_brief_is_written_from_nothing_by_keys_and_is_there_after_a_restart() {
    const TITLE: &str = "Selm stays open through the vote";
    const JUDGEMENT: &str = "Tarvonia is likely to leave the strait open.";
    const PARAGRAPH: &str = "Two ministries said so this week.";
    with_window(samples, async |window| {
        window.text("main[aria-label]").await;
        window.keys("g b").await;
        on_a_brief(window).await;
        window.chord("c").await;
        window
            .until("document.activeElement.matches('dialog[open] input')")
            .await;
        window.type_text(TITLE).await;
        window.chord("Enter").await;
        shows(window, ".editor h1", TITLE).await;
        shows(window, ".checks li", "this one has 0.").await;

        add(window, "key jud", "Key judgement").await;
        window
            .until("document.activeElement.closest('.form .prose') !== null")
            .await;
        window.type_text(JUDGEMENT).await;
        // The words have named the likelihood, so what is missing is the confidence and what it rests on.
        window
            .until("document.querySelector('.form select').value === 'likely'")
            .await;
        window.keys("Tab Tab ArrowRight ArrowRight Tab").await;
        window.type_text("two ministries agree").await;
        window.chord("Ctrl+Enter").await;
        shows(window, "[data-part=judgements] .block", JUDGEMENT).await;
        shows(window, "[data-part=judgements] button.strip", "Likely, 55–80 %").await;
        let stored = brief(window, TITLE);
        let judgement = blocks(&stored, "judgement")[0];
        assert_eq!(judgement["text"], JUDGEMENT);
        assert_eq!(judgement["likelihood"]["term"], "likely");
        assert_eq!(judgement["confidence"], "moderate");
        assert_eq!(judgement["basis"], "two ministries agree");

        // A passage from the tray, into the block that one comes from.
        to_pane(window, "tray").await;
        let passage = window.run("return document.activeElement.dataset.passage").await;
        window.keys("x Enter").await;
        assert_eq!(window.text("[data-part=judgements] .note").await, "1");
        let stored = brief(window, TITLE);
        assert_eq!(
            blocks(&stored, "judgement")[0]["citations"][0]["annotation"],
            passage
        );

        to_pane(window, "main").await;
        add(window, "discuss", "Discussion").await;
        window
            .until("document.activeElement.closest('[data-part=discussion] .writing') !== null")
            .await;
        window.type_text(PARAGRAPH).await;
        saved(window).await;
        assert_eq!(texts(&brief(window, TITLE), "paragraph"), [PARAGRAPH]);

        // What is typed is kept by itself: nothing is left, nothing is confirmed.
        window.type_text(" A third did not.").await;
        saved(window).await;
        window.reopen().await;
        open_newest(window).await;
        let whole = format!("{PARAGRAPH} A third did not.");
        shows(window, "[data-part=discussion] .block", &whole).await;
        assert_eq!(texts(&brief(window, TITLE), "paragraph"), [whole.as_str()]);
    });
}

#[test]
fn judgements_change_places_by_keys_and_one_key_takes_it_back() {
    with_window(samples, async |window| {
        open_newest(window).await;
        let title = window.text(".editor h1").await;
        let before = brief(window, &title);
        let before = texts(&before, "judgement");
        let place = |uid: &Value, index: usize| {
            format!(
                "[...document.querySelectorAll('[data-part=judgements] .block')].findIndex((b) => b.dataset.block === {uid}) === {index}"
            )
        };
        let stored = brief(window, &title);
        let first = blocks(&stored, "judgement")[0]["uid"].clone();
        while window
            .run("return document.activeElement.dataset.block ?? null")
            .await
            != first
        {
            window.chord("j").await;
        }
        window.chord("Alt+ArrowDown").await;
        window.until(&place(&first, 1)).await;
        // The focus goes along, so that it can be moved on.
        window
            .until(&format!("document.activeElement.dataset.block === {first}"))
            .await;
        let after = brief(window, &title);
        assert_eq!(texts(&after, "judgement")[..2], [before[1], before[0]]);

        window.chord("Alt+ArrowUp").await;
        window.until(&place(&first, 0)).await;
        window.chord("z").await;
        window.until(&place(&first, 1)).await;
        window.chord("z").await;
        window.until(&place(&first, 0)).await;
        assert_eq!(texts(&brief(window, &title), "judgement"), before);
    });
}

#[test]
fn likelihood_and_confidence_in_one_sentence_are_underlined_and_f7_leads_there() {
    with_window(samples, async |window| {
        open_newest(window).await;
        add(window, "discuss", "Discussion").await;
        window
            .until("document.activeElement.closest('[data-part=discussion] .writing') !== null")
            .await;
        window
            .type_text("A clash is likely and we say so with high confidence.")
            .await;
        window.chord("Escape").await;
        let found = "[data-pane=preview] .checks li";
        shows(window, found, "onfidence").await;
        window
            .until(
                "[...document.querySelectorAll('.lint')].some((e) => getComputedStyle(e).backgroundImage.includes('gradient'))",
            )
            .await;
        // Away from it first.
        window.keys("k k k").await;
        let on_it = "document.activeElement.querySelector('.lint') !== null
            && document.activeElement.textContent.includes('high confidence')";
        for _ in 0..8 {
            window.chord("F7").await;
            window
                .until("document.querySelector('[data-pane=preview] li[aria-current=true]') !== null")
                .await;
            if window.run(&format!("return {on_it}")).await == true {
                break;
            }
        }
        window.until(on_it).await;
    });
}

#[test]
fn a_brief_is_saved_where_the_dialog_says_with_the_pages_that_were_shown() {
    with_window(samples, async |window| {
        open_newest(window).await;
        let uid = brief(window, &window.text(".editor h1").await)["uid"].clone();
        let uid = uid.as_str().unwrap();
        window
            .until(
                "document.querySelectorAll('[data-pane=preview] img').length > 0
                && [...document.querySelectorAll('[data-pane=preview] img')].every((page) => page.complete && page.naturalWidth > 0)",
            )
            .await;
        let folder = tempfile::tempdir().unwrap();
        let expected = folder.path().join("expected.pdf");
        let file = expected.to_str().unwrap();
        window.cli(&["brief", "export", uid, "--format", "pdf", "--output", file]);
        let info = Command::new("pdfinfo").arg(&expected).output().unwrap();
        let info = String::from_utf8(info.stdout).unwrap();
        let pages = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap();
        let shown = window
            .run("return document.querySelectorAll('[data-pane=preview] img').length")
            .await;
        assert_eq!(shown.to_string(), pages.trim());

        let chosen = folder.path().join("sent.pdf");
        window.chord("Ctrl+e").await;
        save_as(&chosen);
        shows(window, "[role=status], .toast", "sent.pdf").await;
        assert_eq!(fs::read(&chosen).unwrap(), fs::read(&expected).unwrap());

        // The next one begins in the same folder.
        window.chord("Ctrl+e").await;
        save_as(Path::new("again.pdf"));
        shows(window, "[role=status], .toast", "again.pdf").await;
        let again = folder.path().join("again.pdf");
        assert_eq!(fs::read(again).unwrap(), fs::read(&expected).unwrap());
    });
}

#[test]
fn a_newcomer_holds_a_brief_as_pdf_after_three_keys() {
    with_window(
        |_| {},
        async |window| {
            window.text(".tile").await;
            window.chord("Enter").await;
            window
                .until("[...document.querySelectorAll('[data-pane=preview] img')].some((page) => page.naturalWidth > 0)")
                .await;
            window.chord("Ctrl+e").await;
            to_the_dialog();
            xdotool(&["key", "Return"]);
            shows(window, ".toast", ".pdf").await;

            let found = Command::new("find")
                .arg(window.home())
                .args(["-name", "*.pdf"])
                .output()
                .unwrap();
            let found = String::from_utf8(found.stdout).unwrap();
            assert_eq!(found.lines().count(), 1, "{found}");
            assert!(fs::read(found.trim()).unwrap().starts_with(b"%PDF-"));
        },
    );
}

/// Waits for the system's dialog, types `path` over the name that it suggests and presses Enter.
pub fn save_as(path: &Path) {
    to_the_dialog();
    xdotool(&["key", "ctrl+a"]);
    xdotool(&["type", path.to_str().unwrap()]);
    xdotool(&["key", "Return"]);
}

/// Waits for the system's dialog and gives it the keyboard: no window manager is there to do it.
fn to_the_dialog() {
    let found = xdotool(&["search", "--sync", "--onlyvisible", "--name", "^Save as$"]);
    xdotool(&["windowfocus", "--sync", found.lines().next().unwrap()]);
}

/// What stands in the list of briefs, from the top.
async fn list_is(window: &Window, serials: &[&str]) {
    window
        .until(&format!(
            "[...document.querySelectorAll('{LIST} [role=option] .about span:first-child')].map((s) => s.textContent).sort().join() === '{}'",
            serials.join(",")
        ))
        .await;
}

#[test]
fn a_brief_is_duplicated_and_thrown_away_and_each_is_taken_back_by_one_key() {
    with_window(samples, async |window| {
        window.text("main[aria-label]").await;
        window.keys("g b").await;
        on_a_brief(window).await;
        let serials = |window: &Window| -> Vec<String> {
            let rows = window.lines(&["brief", "list"]);
            let mut serials: Vec<_> = rows
                .iter()
                .map(|row| row["serial"].as_str().unwrap().to_owned())
                .collect();
            serials.sort();
            serials
        };
        let [first] = &serials(window)[..] else {
            panic!("one brief in the samples")
        };
        window.chord("d").await;
        window
            .until(&format!(
                "document.querySelectorAll('{LIST} [role=option]').length === 2"
            ))
            .await;
        let both = serials(window);
        let second = both.iter().find(|serial| *serial != first).unwrap();
        list_is(window, &[first, second]).await;
        let rows = window.lines(&["brief", "list"]);
        let copies = rows
            .iter()
            .filter(|row| row["title"].as_str().unwrap().ends_with("(copy)"));
        assert_eq!(copies.count(), 1);
        assert_eq!(rows[0]["blocks"], rows[1]["blocks"]);
        window.chord("z").await;
        list_is(window, &[first]).await;
        assert_eq!(serials(window), std::slice::from_ref(first));
        on_a_brief(window).await;

        window.chord("#").await;
        window
            .until(&format!(
                "document.querySelector('{LIST} .empty, {LIST} [role=option]')?.matches('.empty')"
            ))
            .await;
        assert!(serials(window).is_empty());
        window.chord("z").await;
        list_is(window, &[first]).await;
        assert_eq!(serials(window), std::slice::from_ref(first));
        on_a_brief(window).await;
        window.chord("Enter").await;
        window.text(".editor h1").await;
    });
}
