//! The reader: marking, noting, tagging and linking by keys and by pointer, what the source claims, finding, undo, and texts that
//! try something or run from right to left.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::driver::{Window, chancery, with_window};

/// An article of the sample library with one mark and three risks that its source claims.
pub const BANK: &str = "Kessary's Central Bank Raises Rate";

fn sample(folder: &Path) {
    chancery(folder, &["sample"]);
}

/// A library with the one article `text`.
pub(crate) fn article(text: &str) -> impl FnOnce(&Path) {
    move |folder| {
        let texts = tempfile::tempdir().unwrap();
        let file = texts.path().join("article.txt");
        fs::write(&file, text).unwrap();
        chancery(folder, &["import", file.to_str().unwrap()]);
    }
}

/// The identity of the article whose headline begins with `headline`.
pub fn uid(window: &Window, headline: &str) -> String {
    window
        .lines(&["list"])
        .iter()
        .find(|row| row["headline"].as_str().unwrap().starts_with(headline))
        .and_then(|row| row["uid"].as_str())
        .unwrap()
        .to_owned()
}

/// The annotations on the article, in the order of its text.
pub fn annotations(window: &Window, headline: &str) -> Vec<Value> {
    window.lines(&["annotations", "list", &uid(window, headline)])
}

/// The annotation on exactly these words.
pub fn annotation(window: &Window, headline: &str, quote: &str) -> Option<Value> {
    annotations(window, headline)
        .into_iter()
        .find(|row| row["quote"] == quote)
}

/// Opens the article by its headline through the palette, and waits until a paragraph of it has the keys.
pub async fn open(window: &Window, headline: &str) {
    window
        .until("document.querySelector('main')?.contains(document.activeElement)")
        .await;
    window.chord("Ctrl+K").await;
    window
        .until("document.activeElement?.closest('dialog') !== null")
        .await;
    window.type_text(headline).await;
    let chosen = format!(
        "document.querySelector('dialog [aria-selected=true]')?.textContent.includes({})",
        Value::from(headline)
    );
    window.until(&chosen).await;
    window.chord("Enter").await;
    window
        .until("document.activeElement?.dataset.block !== undefined")
        .await;
}

/// Waits until the paragraph that has the keys begins with `words`.
pub(crate) async fn paragraph(window: &Window, words: &str) {
    let has = format!(
        "document.activeElement?.querySelector('.words')?.textContent.startsWith({})",
        Value::from(words)
    );
    window.until(&has).await;
}

/// Waits until the raised card says `words`.
pub(crate) async fn card(window: &Window, words: &str) {
    let says = format!(
        "document.querySelector('.card.raised')?.textContent.includes({})",
        Value::from(words)
    );
    window.until(&says).await;
}

/// Waits until the field of the note says `words`. Its editor stands in a shadow of its own.
async fn note_field(window: &Window, words: &str) {
    let says = format!(
        "document.querySelector('.card .host')?.shadowRoot?.textContent.includes({})",
        Value::from(words)
    );
    window.until(&says).await;
}

const SECOND: &str = "Governor Irena Solberg-Daví said the bank had met outside its calendar";

#[test]
fn a_paragraph_is_marked_noted_tagged_and_linked_in_nine_keys_and_each_is_undone() {
    with_window(sample, async |window| {
        open(window, BANK).await;
        let linked = |window: &Window| {
            window.cli(&["risk", "show", "R-1"])["evidence"]
                .as_array()
                .unwrap()
                .len()
        };
        let (marks, links) = (annotations(window, BANK).len(), linked(window));
        let mut pressed = 0;
        let mut press = async |keys: &str| {
            pressed += keys.split_whitespace().count();
            window.keys(keys).await;
        };
        press("j").await;
        paragraph(window, SECOND).await;
        press("h n").await;
        // Nothing typed is lost while the field is on its way.
        window.type_text("Blames the strait, not the rate.").await;
        note_field(window, "Blames the strait, not the rate.").await;
        press("Ctrl+Enter").await;
        paragraph(window, SECOND).await;
        press("t").await;
        window.until("document.activeElement?.role === 'combobox'").await;
        window.type_text("economy/prices").await;
        window
            .until("document.querySelector('[popover] [aria-selected=true]')?.textContent.includes('economy/prices')")
            .await;
        press("Enter Escape").await;
        card(window, "#economy/prices").await;
        paragraph(window, SECOND).await;
        press("r").await;
        window.until("document.activeElement?.role === 'combobox'").await;
        window.type_text("armed").await;
        window
            .until("document.querySelector('[popover] [aria-selected=true]')?.textContent.includes('Armed clash')")
            .await;
        press("Enter").await;
        card(window, "R-1").await;
        paragraph(window, SECOND).await;
        assert!(pressed <= 10, "{pressed} keys");

        let made = |window: &Window| {
            annotations(window, BANK)
                .into_iter()
                .find(|row| row["quote"].as_str().unwrap().starts_with(SECOND))
        };
        let mark = made(window).unwrap();
        assert_eq!(mark["kind"], "fact");
        assert_eq!(mark["note"], "Blames the strait, not the rate.");
        assert_eq!(mark["tags"], serde_json::json!(["economy/prices"]));
        assert_eq!(linked(window), links + 1);
        let risk = window.cli(&["risk", "show", "R-1"]);
        assert!(
            crate::look::mentions(&risk, mark["uid"].as_str().unwrap()),
            "{risk}"
        );
        assert_eq!(window.axe().await, Vec::<String>::new());

        let without =
            |words: &str| format!("!document.querySelector('.card.raised')?.textContent.includes('{words}')");
        window.chord("z").await;
        window.until(&without("R-1")).await;
        assert_eq!(linked(window), links);
        window.chord("z").await;
        window.until(&without("#economy/prices")).await;
        assert_eq!(made(window).unwrap()["tags"], serde_json::json!([]));
        window.chord("z").await;
        window.until(&without("Blames")).await;
        assert_eq!(made(window).unwrap()["note"], Value::Null);
        window.chord("z").await;
        window
            .until(&format!(
                "document.querySelectorAll('[data-card]').length === {marks}"
            ))
            .await;
        assert_eq!(annotations(window, BANK).len(), marks);
        assert_eq!(
            window
                .run("return document.querySelectorAll('[aria-current] mark').length")
                .await,
            0
        );
    });
}

#[test]
fn words_are_selected_and_marked_with_the_pointer() {
    with_window(sample, async |window| {
        open(window, BANK).await;
        window.drag_over(".blocks", "The rate is survivable.").await;
        window
            .click("[role=toolbar] .row:first-child button:first-child")
            .await;
        card(window, "The rate is survivable.").await;
        let mark = annotation(window, BANK, "The rate is survivable.").unwrap();
        assert_eq!(mark["kind"], "fact");
        let words =
            "return [...document.querySelectorAll('mark.current')].map((mark) => mark.textContent).join('')";
        assert_eq!(window.run(words).await, "The rate is survivable.");
        assert_eq!(window.run("return getSelection().isCollapsed").await, true);
    });
}

#[test]
fn a_picker_that_is_left_without_a_choice_leaves_no_mark() {
    with_window(sample, async |window| {
        open(window, BANK).await;
        let before = annotations(window, BANK).len();
        for key in ['t', 'r'] {
            window.press('j').await;
            window.press(key).await;
            window.until("document.activeElement.matches('input')").await;
            window.chord("Escape").await;
            window
                .until("document.activeElement?.dataset.block !== undefined")
                .await;
        }
        assert_eq!(annotations(window, BANK).len(), before);
    });
}

#[test]
fn of_two_marks_on_the_same_words_both_are_reached() {
    with_window(sample, async |window| {
        open(window, BANK).await;
        window.keys("j 2").await;
        card(window, "Judgement").await;
        window
            .drag_over(".blocks", "Cheap credit will not reopen a strait")
            .await;
        window
            .click("[role=toolbar] .row:first-child button:first-child")
            .await;
        card(window, "Fact").await;
        // Both lines are drawn, and each has its letter beside the paragraph and its card.
        window
            .until("document.querySelector('mark[data-kind=fact][data-under=judgement]') !== null")
            .await;
        assert_eq!(
            window
                .run("return document.querySelectorAll('[aria-current] .tiles button').length")
                .await,
            2
        );
        window.chord("Shift+[").await;
        card(window, "Judgement").await;
        window.chord("Shift+]").await;
        card(window, "Fact").await;
        window.click("[aria-current] .tiles button:first-child").await;
        window
            .until("document.activeElement?.closest('.card.raised')?.dataset.kind === 'judgement'")
            .await;
        window.chord("Delete").await;
        window.until("!document.querySelector('mark[data-under]')").await;
        assert!(annotation(window, BANK, "Cheap credit will not reopen a strait").is_some());
        window.chord("z").await;
        window
            .until("document.querySelector('mark[data-under=judgement]') !== null")
            .await;
    });
}

#[test]
fn a_risk_of_the_source_is_adopted_or_ignored_and_each_is_taken_back() {
    with_window(sample, async |window| {
        open(window, BANK).await;
        let risks = |window: &Window| window.lines(&["risk", "list"]).len();
        let before = risks(window);
        window
            .click("[data-pane=annotations] [role=tab]:last-child")
            .await;
        window.click("[data-claim='1'] .acts button").await;
        assert!(window.text("[data-claim='1'] .became").await.contains("R-4"));
        assert_eq!(risks(window), before + 1);
        let risk = window.cli(&["risk", "show", "R-4"]);
        assert_eq!(risk["origin_article"], uid(window, BANK));
        assert_eq!(risk["origin_number"], 1);
        assert_eq!(
            risk["assessment"],
            Value::Null,
            "a source's word is no assessment"
        );

        window.click("[data-claim='2'] .acts button:last-child").await;
        window.text("[data-claim='2'].aside").await;
        window.click("[data-claim='2'] .acts button").await;
        window
            .until("!document.querySelector('[data-claim].aside')")
            .await;
        window.chord("z").await;
        window.text("[data-claim='2'].aside").await;
        window.chord("z").await;
        window
            .until("!document.querySelector('[data-claim].aside')")
            .await;
        assert_eq!(risks(window), before + 1, "setting aside makes no risk");
        window.chord("z").await;
        window
            .until("!document.querySelector('[data-claim] .became')")
            .await;
        assert_eq!(risks(window), before);
    });
}

#[test]
fn a_note_outlives_the_window_that_closes_in_the_middle_of_it() {
    with_window(sample, async |window| {
        open(window, BANK).await;
        window.keys("j h n").await;
        window.type_text("Half a thought").await;
        note_field(window, "Half a thought").await;
        window.reopen().await;
        open(window, BANK).await;
        window
            .until("[...document.querySelectorAll('[data-card]')].some((card) => card.textContent.includes('Half a thought'))")
            .await;
        window
            .until("document.body.textContent.includes('unfinished note')")
            .await;
        let notes: Vec<_> = annotations(window, BANK)
            .iter()
            .map(|row| row["note"].clone())
            .collect();
        assert!(notes.contains(&"Half a thought".into()), "{notes:?}");
    });
}

#[test]
fn what_was_found_is_marked_without_selecting_it() {
    with_window(sample, async |window| {
        open(window, BANK).await;
        window.chord("Ctrl+F").await;
        window
            .until("document.activeElement?.closest('[role=search]') !== null")
            .await;
        window.type_text("survivable").await;
        window.until("CSS.highlights.get('found')?.size === 1").await;
        window.chord("Escape").await;
        paragraph(window, "Shares of the four largest lenders").await;
        window.chord("2").await;
        card(window, "survivable").await;
        let mark = annotation(window, BANK, "survivable").unwrap();
        assert_eq!(mark["kind"], "judgement");
    });
}

#[test]
fn a_hostile_text_is_shown_as_it_is_written() {
    let headline = "<img src=\"x\" onerror=\"document.title='taken'\"> & <b>bold</b>";
    let prepare = |folder: &Path| {
        let file = crate::fixture("hostile.txt");
        chancery(folder, &["import", file.to_str().unwrap()]);
    };
    with_window(prepare, async |window| {
        open(window, headline).await;
        assert_eq!(window.text("h1").await, headline);
        window.keys("h n").await;
        let note = "<svg onload=document.title='taken'> [go](javascript:document.title='taken')";
        window.type_text(note).await;
        note_field(window, "<svg onload").await;
        window.chord("Ctrl+Enter").await;
        window
            .until("document.querySelector('.card .said-note')?.textContent.includes(\"<svg onload=document.title='taken'>\")")
            .await;
        assert_eq!(
            window.run("return [document.title === 'taken', document.querySelectorAll('main img, main b, main script, .card svg:not(.lucide), .card a[href]').length]").await,
            serde_json::json!([false, 0])
        );
        assert_eq!(annotations(window, headline)[0]["note"], note);
    });
}

#[test]
fn an_arabic_article_runs_from_right_to_left_and_is_marked_like_any_other() {
    let headline = "المرشدون يرفضون العبور ليلا";
    let body = "قال اتحاد المرشدين يوم الجمعة إن ناقلات النفط لن تعبر المضيق بعد حلول الظلام.";
    let text = format!(
        "World November 20, 2026\n\n{headline}\n\nBy Maren Tolle\n\n{body}\n\nقالت هيئة الميناء إن شركات التأمين أُبلغت أولا.\n"
    );
    with_window(article(&text), async |window| {
        open(window, headline).await;
        let direction = format!(
            "return getComputedStyle([...document.querySelectorAll('.blocks .words')].find((words) => words.textContent === {})).direction",
            Value::from(body)
        );
        assert_eq!(window.run(&direction).await, "rtl");
        window.drag_over(".blocks", "ناقلات").await;
        window
            .click("[role=toolbar] .row:first-child button:first-child")
            .await;
        card(window, "ناقلات").await;
        assert_eq!(annotations(window, headline)[0]["quote"], "ناقلات");
    });
}

/// Waits for the message that a passage is linked, and puts it away.
async fn said_linked(window: &Window) {
    window
        .until("document.querySelector('.toast')?.textContent.includes('Linked to R-1')")
        .await;
    window.click(".toast .close").await;
    window.until("document.querySelector('.toast') === null").await;
}

#[test]
fn a_passage_is_linked_as_speaking_against_a_risk_or_as_context_when_that_is_chosen() {
    with_window(sample, async |window| {
        open(window, BANK).await;
        let stance = |window: &Window, quote: &str| {
            let risk = window.cli(&["risk", "show", "R-1"]);
            let links = risk["evidence"].as_array().unwrap();
            let ours = |link: &&Value| link["annotation"]["quote"].as_str().unwrap().starts_with(quote);
            links.iter().find(ours).map(|link| link["stance"].clone())
        };
        window.chord("j").await;
        paragraph(window, SECOND).await;
        window.chord("r").await;
        window.until("document.activeElement?.role === 'combobox'").await;
        window.type_text("armed").await;
        window
            .until("document.querySelector('[popover] [aria-selected=true]')?.textContent.includes('Armed clash')")
            .await;
        // Below the list stands how the passage speaks, and Enter links from there too.
        window.keys("Tab ArrowRight").await;
        window
            .until("document.activeElement?.ariaChecked === 'true' && document.activeElement.textContent.trim() === 'Against'")
            .await;
        window.chord("Enter").await;
        card(window, "R-1").await;
        card(window, "Against").await;
        paragraph(window, SECOND).await;
        // The card shows it before it is written; the message comes after.
        said_linked(window).await;
        assert_eq!(stance(window, SECOND), Some("contradicts".into()));

        // With the pointer, on another paragraph; the choice begins at "For" again.
        window.chord("j").await;
        window
            .until(&format!(
                "!document.activeElement?.querySelector('.words')?.textContent.startsWith({})",
                Value::from(SECOND)
            ))
            .await;
        let third = window
            .run("return document.activeElement.querySelector('.words').textContent.slice(0, 40)")
            .await;
        let third = third.as_str().unwrap();
        window.chord("r").await;
        window
            .until("document.querySelector('[popover] [role=radio][aria-checked=true]')?.textContent.trim() === 'For'")
            .await;
        window.click("[popover] [role=radio]:last-child").await;
        window.click("[popover] [role=option]").await;
        card(window, "Context").await;
        said_linked(window).await;
        assert_eq!(stance(window, third), Some("context".into()));
        window.chord("z").await;
        window
            .until("!document.querySelector('.card.raised')?.textContent.includes('Context')")
            .await;
        assert_eq!(stance(window, third), None);
    });
}

#[test]
fn a_long_note_takes_little_room_at_rest_and_is_read_from_its_head_when_its_card_has_the_keys() {
    let prepare = |folder: &Path| {
        sample(folder);
        let rows = chancery(folder, &["list"]);
        let bank = rows
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["headline"].as_str().unwrap().starts_with(BANK));
        let note = "Said by the bank alone, and nobody else has seen the books. ".repeat(50);
        let bank = bank.unwrap()["uid"].as_str().unwrap();
        let quote = [
            "annotate",
            bank,
            "--quote",
            "The rate is survivable.",
            "--kind",
            "claim",
            "--note",
            note.trim(),
        ];
        chancery(folder, &quote);
    };
    with_window(prepare, async |window| {
        open(window, BANK).await;
        let card = "[...document.querySelectorAll('[data-card]')].find((card) => card.textContent.includes('nobody else has seen'))";
        let pane = "document.querySelector('[data-pane=annotations] [data-pane-focus]')";
        window
            .until(&format!(
                "{card}.offsetHeight < {pane}.clientHeight / 2 && {card}.scrollWidth <= {card}.clientWidth"
            ))
            .await;
        while window
            .run(&format!("return {card}.classList.contains('raised')"))
            .await
            != true
        {
            window.chord("Shift+]").await;
        }
        window.chord("Enter").await;
        window
            .until(&format!(
                "document.activeElement === {card} && {card}.offsetHeight > {pane}.clientHeight
                 && Math.abs({card}.getBoundingClientRect().top - {pane}.getBoundingClientRect().top) < 24"
            ))
            .await;
        let mark = annotation(window, BANK, "The rate is survivable.").unwrap();
        assert_eq!(mark["note"].as_str().unwrap().len(), 50 * 60 - 1);
    });
}
