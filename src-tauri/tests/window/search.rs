//! Searching by keys: what is found, the passage it leads to in the middle of the window, and the way back to the same row.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::driver::{Window, chancery, with_window};
use crate::focus_reaches;
use crate::reader::annotations;

const KEEPERS: &str = "Keepers of the Northern Shore";

/// An article of sixty paragraphs with the words far down, and two short ones that have them too.
fn shore(folder: &Path) {
    let texts = tempfile::tempdir().unwrap();
    let paragraph = |n| match n {
        44 => "Nobody on the pier saw the lighthouse go dark, and nobody was asked.\n\n".to_owned(),
        n => format!(
            "Berth {n} of the northern quay is open to barges again, and the pilots were told of it in the morning, \
             before the tide turned.\n\n"
        ),
    };
    let long: String = (1..=60).map(paragraph).collect();
    for (name, text) in [
        (
            "keepers.txt",
            format!("World November 20, 2026\n\n{KEEPERS}\n\nBy Maren Tolle\n\n{long}"),
        ),
        (
            "lamp.txt",
            "New Lamp for Selm\n\nThe lighthouse at Selm gets a new lamp in May, the harbour office says.\n"
                .to_owned(),
        ),
        (
            "tower.txt",
            "Tower to Be Sold\n\nA lighthouse on the outer bank is for sale, with its keeper's house.\n"
                .to_owned(),
        ),
    ] {
        fs::write(texts.path().join(name), text).unwrap();
    }
    chancery(folder, &["import", texts.path().to_str().unwrap()]);
}

/// Goes to the search screen and types `words`; waits until something is found.
async fn search(window: &Window, words: &str) {
    focus_reaches(window, 1).await;
    window.keys("g s").await;
    window
        .until("document.activeElement.matches('[data-pane=search] input')")
        .await;
    window.type_text(words).await;
    window.until("document.querySelector('[data-hits]') !== null || document.querySelector('.hits [role=option]') !== null").await;
}

/// Waits until a row of the results has the focus, with a passage of the article called `title`.
async fn on_passage_of(window: &Window, title: &str) {
    window
        .until(&format!(
            "document.activeElement.matches('.hits [role=option]')
             && document.activeElement.querySelector('.title').textContent === {}
             && document.activeElement.querySelector('.passage mark')?.textContent === 'lighthouse'",
            json!(title)
        ))
        .await;
}

/// Whether what was found is lit in the article, and how far down the window its middle stands: 0 at the top, 1 at the bottom.
const LIT: &str = "(() => {
    const [range] = CSS.highlights.get('found') ?? [];
    if (range?.toString() !== 'lighthouse' || !document.activeElement.textContent.includes('lighthouse')) return null;
    const box = range.getBoundingClientRect(), view = document.querySelector('[data-scroll]').getBoundingClientRect();
    return (box.top + box.height / 2 - view.top) / view.height;
})()";

#[test]
fn a_passage_found_opens_in_the_middle_of_the_window_and_esc_leads_back_to_its_row() {
    with_window(shore, async |window| {
        search(window, "lighthouse").await;
        window.until("document.querySelector('[role=tab][aria-selected=true]')?.textContent.includes('3') || document.querySelectorAll('.hits [role=option]').length >= 6").await;
        window.chord("ArrowDown").await;
        window
            .until("document.activeElement.matches('.hits [role=option]')")
            .await;
        // From everything to the articles, to the passages; the focus stays in the results.
        window.chord("]").await;
        window
            .until("document.querySelectorAll('.hits [role=option]').length === 3 && document.activeElement.matches('.hits [role=option]')")
            .await;
        let mut titles: Vec<Value> = window
            .lines(&["search", "lighthouse"])
            .into_iter()
            .filter(|found| found["noun"] == "article")
            .map(|found| found["title"].clone())
            .collect();
        titles.sort_by_key(ToString::to_string);
        let shown =
            "return [...document.querySelectorAll('.hits .title')].map((title) => title.textContent).sort()";
        assert_eq!(window.run(shown).await, Value::from(titles));
        window.chord("]").await;
        window
            .until("document.activeElement.querySelector('.passage mark') !== null")
            .await;
        let on_keepers = format!(
            "return document.activeElement.querySelector('.title').textContent === {}",
            json!(KEEPERS)
        );
        for _ in 0..2 {
            if window.run(&on_keepers).await != true {
                window.chord("j").await;
            }
        }
        on_passage_of(window, KEEPERS).await;

        // Nothing but looking: one Esc is the way back.
        window.chord("Enter").await;
        window.until(&format!("{LIT} !== null")).await;
        let height = window.run(&format!("return {LIT}")).await.as_f64().unwrap();
        assert!((0.2..0.7).contains(&height), "at {height} of the window's height");
        window.chord("Escape").await;
        on_passage_of(window, KEEPERS).await;
        let typed = "return document.querySelector('[data-pane=search] input').value";
        assert_eq!(window.run(typed).await, "lighthouse");

        // What was found is what a key marks.
        window.chord("Enter").await;
        window.until(&format!("{LIT} !== null")).await;
        window.chord("2").await;
        window
            .until("document.querySelector('mark[data-kind=judgement]')?.textContent === 'lighthouse'")
            .await;
        let marks = annotations(window, KEEPERS);
        assert_eq!((marks.len(), &marks[0]["quote"]), (1, &"lighthouse".into()));
        window.chord("Escape").await;
        on_passage_of(window, KEEPERS).await;
    });
}

#[test]
fn a_search_without_a_result_drops_the_part_that_takes_away_the_most_by_one_key() {
    with_window(shore, async |window| {
        search(window, "lighthouse lamp").await;
        window.type_text(" -selm").await;
        window
            .until("document.querySelector('.empty')?.textContent.includes('Nothing found for “lighthouse lamp -selm”')")
            .await;
        assert_eq!(
            window
                .lines(&["search", "--", "lighthouse", "lamp", "-selm"])
                .len(),
            0
        );
        window.chord("Enter").await;
        window
            .until("document.querySelector('.hits .title')?.textContent !== undefined")
            .await;
        let typed = "return document.querySelector('[data-pane=search] input').value";
        assert_eq!(window.run(typed).await, "lighthouse -selm");
        let titles = "return [...new Set([...document.querySelectorAll('.hits .title')].map((title) => title.textContent))].sort()";
        assert_eq!(window.run(titles).await, json!([KEEPERS, "Tower to Be Sold"]));
    });
}
