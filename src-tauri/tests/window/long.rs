//! Reading an article of many pages, most of which are far from the screen.

use std::path::Path;

use serde_json::Value;

use crate::driver::{chancery, with_window};
use crate::reader::{annotation, article, card, open, paragraph, uid};

/// A paragraph is in sight: at least its beginning, inside of what scrolls.
fn in_sight(block: &str) -> String {
    format!(
        "(() => {{
             const view = document.querySelector('[data-scroll]').getBoundingClientRect();
             const {{ top }} = {block}.getBoundingClientRect();
             return top >= view.top && top < view.bottom;
         }})()"
    )
}

#[test]
fn far_down_in_a_long_article_one_finds_marks_and_comes_back_to_where_one_was() {
    let headline = "The longest report of the year";
    let paragraph_of = |n: usize| {
        let words =
            "the tankers waited near the northern lane while envoys weighed a second notice. ".repeat(3);
        let found = if n == 520 {
            "The heron left."
        } else {
            "The gulls stayed."
        };
        format!("Paragraph {n} begins: {words}{found}")
    };
    let body: Vec<String> = (1..=600).map(paragraph_of).collect();
    let text = format!(
        "World February 2, 2026\n\n{headline}\n\nBy Marta Ellingsen\n\n{}\n",
        body.join("\n\n")
    );
    let prepare = move |folder: &Path| {
        article(&text)(folder);
        let listed = chancery(folder, &["list"]);
        let uid = listed["uid"].as_str().unwrap();
        let quote = ["--quote", "Paragraph 580 begins", "--kind", "question"];
        chancery(folder, &[&["annotate", uid][..], &quote].concat());
    };
    with_window(prepare, async |window| {
        open(window, headline).await;
        window
            .until("document.querySelectorAll('[data-block]').length > 600")
            .await;
        // What is far away stands there as words alone, and is selected with the rest.
        assert_eq!(
            window
                .run("return document.querySelectorAll('[data-block] .no').length < 100")
                .await,
            true
        );
        let selected = "getSelection().selectAllChildren(document.querySelector('.blocks'));
            const words = getSelection().toString();
            getSelection().removeAllRanges();
            return [words.includes('Paragraph 1 begins'), words.includes('Paragraph 300 begins'), words.includes('Paragraph 600 begins')];";
        assert_eq!(window.run(selected).await, serde_json::json!([true, true, true]));

        window.chord("Ctrl+F").await;
        window
            .until("document.activeElement?.closest('[role=search]') !== null")
            .await;
        window.type_text("heron").await;
        window.until("CSS.highlights.get('found')?.size === 1").await;
        window.chord("Escape").await;
        paragraph(window, "Paragraph 520 begins").await;
        window.until(&in_sight("document.activeElement")).await;
        window.chord("2").await;
        card(window, "heron").await;
        window
            .until("document.querySelector('[aria-current] mark')?.textContent === 'heron'")
            .await;
        assert_eq!(window.text("[aria-current] .no").await, "520");
        let mark = annotation(window, headline, "heron").unwrap();
        assert_eq!(
            (mark["kind"].as_str(), mark["locator"].as_str()),
            (Some("judgement"), Some("¶520"))
        );

        window.chord("Shift+]").await;
        paragraph(window, "Paragraph 580 begins").await;
        window.until(&in_sight("document.activeElement")).await;
        window
            .until("document.activeElement.querySelector('mark')?.textContent === 'Paragraph 580 begins'")
            .await;
        window.chord("j").await;
        paragraph(window, "Paragraph 581 begins").await;
        let kept = format!(
            "const id = document.activeElement.dataset.block;
             const invoke = window.__TAURI_INTERNALS__.invoke;
             for (;;) {{
                 const {{ place, version }} = await invoke('open_article', {{ article: {} }});
                 const from = {{ block: Number(id), part: 0 }};
                 const page = await invoke('article_blocks', {{ version, from }});
                 if (page.blocks[0].id === place) return true;
                 await new Promise(requestAnimationFrame);
             }}",
            Value::from(uid(window, headline))
        );
        assert_eq!(window.run(&kept).await, true);
        window.reopen().await;
        open(window, headline).await;
        paragraph(window, "Paragraph 581 begins").await;
        window.until(&in_sight("document.activeElement")).await;
        assert_eq!(window.axe().await, Vec::<String>::new());
    });
}
