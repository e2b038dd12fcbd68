//! Pages in the window: pasted as they were copied, given by their address, changed since, there already, corrected for the next
//! page of their site; and a PDF. The pages come from a server of the test, which the window is told to trust.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use crate::driver::{Window, chancery, with_window};
use crate::import::{articles, closed, field, only_article, paste};
use crate::reader::article;

/// A page of our own writing: a menu above the article, a notice within it, and what else is read below.
fn page(title: &str, paragraphs: &[&str]) -> String {
    let paragraphs: String = paragraphs.iter().map(|words| format!("<p>{words}</p>")).collect();
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>{title}</title>\
         <nav><ul><li><a href=/>Home</a></li><li><a href=/world>World</a></li><li><a href=/markets>Markets</a></li></ul></nav>\
         <article><h1>{title}</h1>{paragraphs}</article>\
         <footer><p>© All rights reserved.</p></footer></html>"
    )
}

const VOTE: &str = "The strike at the port of Selm goes on, officers said on Monday after a vote that lasted for most of the night and ended in disorder.";
const SHIPS: &str = "Ships wait off the northern mole for a berth, and two of them have turned back to the south with their cargo of grain.";
const COUNCIL: &str = "Nobody expects an end of the strike before the council has met again, which it does on Thursday at noon.";

const OPEN: &str = "The port is open for ferries since the early morning, the harbour office said in a note to the shipping lines.";

/// A paragraph of the article that stands where pages invite to subscribe.
const NOTICE: &str =
    "Ferries to Vessany go again on Friday, the harbour office said in a letter to the shipping lines.";

/// A server whose pages a test changes.
pub struct Site {
    at: SocketAddr,
    pages: Arc<Pages>,
    asked: Arc<Mutex<BTreeSet<String>>>,
}

impl Site {
    /// What it hasn't is answered with `otherwise`.
    pub fn new(otherwise: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let at = listener.local_addr().unwrap();
        let pages = Arc::<Pages>::default();
        let asked = Arc::<Mutex<BTreeSet<String>>>::default();
        let (served, heard) = (Arc::clone(&pages), Arc::clone(&asked));
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                // A browser keeps connections that it asks nothing through.
                let (served, heard) = (Arc::clone(&served), Arc::clone(&heard));
                std::thread::spawn(move || answer(&stream, &served, &heard, otherwise));
            }
        });
        Self { at, pages, asked }
    }

    pub fn serve(&self, path: &'static str, page: String) {
        self.pages.lock().unwrap().push((path, page));
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.at)
    }

    /// The paths that were asked for.
    pub fn asked(&self) -> BTreeSet<String> {
        self.asked.lock().unwrap().clone()
    }

    /// The window, allowed to fetch from here.
    async fn open(&self, window: &Window) {
        window
            .reopen_with(&["--allow-server", &self.at.to_string()])
            .await;
        window.until("document.querySelector('main') !== null").await;
    }
}

type Pages = Mutex<Vec<(&'static str, String)>>;

fn answer(mut stream: &TcpStream, pages: &Pages, asked: &Mutex<BTreeSet<String>>, otherwise: &str) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let wanted = lines.next().unwrap_or_default();
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let path = wanted.split(' ').nth(1).unwrap_or_default();
    asked.lock().unwrap().insert(path.to_owned());
    let pages = pages.lock().unwrap();
    let page = pages.iter().rfind(|(served, _)| *served == path);
    let (status, body) = page.map_or((otherwise, ""), |(_, body)| ("200 OK", body));
    let length = body.len();
    _ = write!(
        stream,
        "HTTP/1.1 {status}\r\ncontent-type: text/html\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
    );
}

/// Copies `html` as a browser does, with its plain text.
pub async fn copy_page(window: &Window, text: &str, html: &str) {
    let copied = json!({ "text": text, "html": html });
    window
        .run(&format!(
            "return window.__TAURI_INTERNALS__.invoke('write_clipboard', {copied})"
        ))
        .await;
}

/// Gives `address` in the sheet and waits for the record.
async fn fetch(window: &Window, address: &str) {
    window.chord("Ctrl+l").await;
    window
        .until("document.activeElement.placeholder === 'https://'")
        .await;
    window.type_text(address).await;
    window.chord("Enter").await;
    window
        .until("document.querySelector('[data-field=title]') !== null")
        .await;
}

async fn save(window: &Window) {
    window.chord("Ctrl+Enter").await;
    closed(window).await;
}

fn text_of(window: &Window, article: &Value) -> String {
    let text = chancery(window.library(), &["text", article["uid"].as_str().unwrap()]);
    text["text"].as_str().unwrap().to_owned()
}

#[test]
fn a_page_that_was_copied_is_pasted_as_one_and_a_line_that_was_left_out_comes_back() {
    with_window(
        |_| {},
        async |window| {
            window.until("document.querySelector('main') !== null").await;
            let html = page("Port of Selm stays closed", &[VOTE, SHIPS, COUNCIL]);
            copy_page(window, "Port of Selm stays closed", &html).await;
            window.chord("Ctrl+v").await;
            window
                .until(&format!(
                    "document.querySelector('[data-field=title]') !== null && {} === 'Port of Selm stays closed'",
                    field("title")
                ))
                .await;
            let first = "document.querySelector('dialog [role=option]')";
            window
                .until(&format!(
                    "{first}.classList.contains('dropped') && {first}.querySelector('.word').textContent === 'Menu'"
                ))
                .await;

            // What the page states about itself stands below, and says which field it is.
            window
                .until("[...document.querySelectorAll('dialog [role=option]')].some((row) => row.textContent.includes('html lang: en') && row.querySelector('.word').textContent === 'Language')")
                .await;

            window.shot("import-page").await;

            // Back into the article, by its key.
            window
                .run("document.querySelector('dialog [role=listbox]').focus()")
                .await;
            window.chord("Home").await;
            window.chord("x").await;
            window
                .until(&format!("!{first}.classList.contains('dropped')"))
                .await;
            save(window).await;
            let shown = only_article(window.library());
            assert_eq!(shown["headline"], "Port of Selm stays closed");
            let text = text_of(window, &shown);
            assert!(text.contains("Home") && text.contains(COUNCIL), "{text}");
            assert!(!text.contains("rights reserved"), "{text}");
        },
    );
}

#[test]
fn a_pdf_is_looked_at_like_a_text_and_saved() {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/intake/tests/fixtures/pdf/typst-1-01.pdf");
    with_window(
        |_| {},
        async |window| {
            window.reopen_with(&[file.to_str().unwrap()]).await;
            window
                .until(&format!(
                    "document.querySelector('[data-field=title]') !== null && {} !== ''",
                    field("title")
                ))
                .await;
            let title = window.run(&format!("return {}", field("title"))).await;
            save(window).await;
            let shown = only_article(window.library());
            assert_eq!(shown["headline"], title);
            window
                .until("document.querySelector('main [data-block]') !== null")
                .await;
            let read = window
                .run("return document.querySelector('main').textContent")
                .await;
            let last = text_of(window, &shown).lines().last().unwrap().to_owned();
            assert!(read.as_str().unwrap().contains(&last), "{last}");
        },
    );
}

#[test]
fn an_address_is_fetched_when_it_is_asked_for_and_one_that_cannot_be_is_a_draft_for_its_text() {
    let site = Site::new("403 Forbidden");
    site.serve(
        "/port",
        page("Port of Selm stays closed", &[VOTE, SHIPS, COUNCIL]),
    );
    with_window(
        |_| {},
        async |window| {
            site.open(window).await;
            fetch(window, &site.url("/port")).await;
            save(window).await;
            let shown = only_article(window.library());
            assert_eq!(shown["version"]["meta"]["url"]["value"], site.url("/port"));

            // One that the server refuses: a sentence, and the way to paste.
            window.chord("Ctrl+l").await;
            window
                .until("document.activeElement.placeholder === 'https://'")
                .await;
            window.type_text(&site.url("/paid")).await;
            window.chord("Enter").await;
            let said = window.text("dialog [role=alert]").await;
            assert!(said.contains("403") && said.contains("draft"), "{said}");
            window.click("dialog [role=alert] button").await;
            window
                .until("document.activeElement.matches('dialog .text textarea')")
                .await;
            window.type_text("Ferries return to Vessany").await;
            window
                .until(&format!(
                    "document.querySelector('[data-field=url]') !== null && {} === {}",
                    field("url"),
                    json!(site.url("/paid"))
                ))
                .await;
            save(window).await;
            let urls: Vec<Value> = articles(window.library())
                .iter()
                .map(|row| chancery(window.library(), &["show", row["uid"].as_str().unwrap()]))
                .map(|shown| shown["version"]["meta"]["url"]["value"].clone())
                .collect();
            assert!(urls.contains(&json!(site.url("/paid"))), "{urls:?}");
            let drafts = window
                .run("return window.__TAURI_INTERNALS__.invoke('import_drafts')")
                .await;
            assert_eq!(drafts, json!([]));
        },
    );
}

#[test]
fn a_page_that_changed_gets_a_version_with_its_marks_and_says_which_cited_passage_reads_differently() {
    let site = Site::new("403 Forbidden");
    site.serve(
        "/port",
        page("Port of Selm stays closed", &[VOTE, SHIPS, COUNCIL]),
    );
    with_window(
        |_| {},
        async |window| {
            site.open(window).await;
            fetch(window, &site.url("/port")).await;
            save(window).await;
            let uid = only_article(window.library())["uid"].as_str().unwrap().to_owned();
            let mark = |words: &str| {
                let marked = window.cli(&["annotate", &uid, "--quote", words, "--kind", "fact"]);
                marked["uid"].as_str().unwrap().to_owned()
            };
            let (cited, kept) = (mark("two of them have turned back to the south"), mark(COUNCIL));
            window.cli(&["risk", "new", "--title", "The port stays closed"]);
            window.cli(&["risk", "link", "R-1", &cited, "--stance", "supports"]);

            let changed = SHIPS.replace("two of them have turned", "five of them have turned");
            site.serve(
                "/port",
                page("Port of Selm stays closed", &[OPEN, VOTE, &changed, COUNCIL]),
            );
            window.chord("Ctrl+k").await;
            window.until("document.activeElement.matches('input')").await;
            window.type_text("Look whether").await;
            window
                .until("document.querySelector('[role=option][aria-selected=true]')?.textContent.includes('Look whether')")
                .await;
            window.chord("Enter").await;
            window
                .until("[...document.querySelectorAll('.toast')].some((toast) => toast.textContent.includes('Version 2:'))")
                .await;
            let shown = only_article(window.library());
            assert_eq!(shown["version"]["number"], 2);
            let marks = window.lines(&["annotations", "list", &uid]);
            let state = |uid: &str| {
                let mark = marks.iter().find(|mark| mark["uid"] == uid).unwrap();
                mark["state"].as_str().unwrap().to_owned()
            };
            assert_eq!(
                (state(&cited).as_str(), state(&kept).as_str()),
                ("approximate", "moved")
            );

            // What changed, word by word, and the way to the passage.
            window.until("document.querySelector('dialog') === null").await;
            window.chord("Shift+V").await;
            window
                .until("document.querySelector('dialog .diff ins')?.textContent.includes('open for ferries')")
                .await;
            let passage = window.text("dialog .changed button").await;
            assert!(
                passage.contains("two of them")
                    && passage.contains("five of them")
                    && passage.contains("R-1"),
                "{passage}"
            );
            window.shot("versions").await;
            window.click("dialog .changed button").await;
            closed(window).await;
            let marked =
                "[...document.querySelectorAll('main mark')].map((mark) => mark.textContent).join('')";
            window
                .until(&format!(
                    "document.querySelector('[data-card=\"{cited}\"]') !== null && {marked}.includes('five of them have turned back to the south')"
                ))
                .await;
        },
    );
}

#[test]
fn a_paragraph_that_was_left_out_of_a_saved_page_comes_back_marks_stay_on_their_words_and_undo_takes_it_out()
{
    with_window(
        |_| {},
        async |window| {
            window.until("document.querySelector('main') !== null").await;
            let html = page("Port of Selm stays closed", &[VOTE, SHIPS, COUNCIL]).replace(
                "<p>Nobody",
                &format!("<div class=newsletter><p>{NOTICE}</p></div><p>Nobody"),
            );
            copy_page(window, "Port of Selm stays closed", &html).await;
            window.chord("Ctrl+v").await;
            window
                .until("document.querySelector('[data-field=title]') !== null")
                .await;
            save(window).await;
            let saved = only_article(window.library());
            let before = text_of(window, &saved);
            assert!(!before.contains(NOTICE), "{before}");
            let uid = saved["uid"].as_str().unwrap();
            let mark = |words: &str| {
                let marked = window.cli(&["annotate", uid, "--quote", words, "--kind", "fact"]);
                marked["uid"].as_str().unwrap().to_owned()
            };
            let (kept, cited) = (
                mark("before the council has met again"),
                mark("two of them have turned back"),
            );
            window.cli(&["risk", "new", "--title", "The port stays closed"]);
            window.cli(&["risk", "link", "R-1", &cited, "--stance", "supports"]);
            let state = |uid: &str| {
                let marks = window.lines(&[
                    "annotations",
                    "list",
                    only_article(window.library())["uid"].as_str().unwrap(),
                ]);
                let mark = marks.iter().find(|mark| mark["uid"] == uid).unwrap();
                mark["state"].as_str().unwrap().to_owned()
            };
            let marked = "[...document.querySelectorAll('main mark')].map((mark) => mark.textContent)";
            let is_marked = format!("{marked}.includes('before the council has met again')");
            window.until(&is_marked).await;

            // The paragraph goes back in by its key, among what was left out; another one leaves.
            let row = |words: &str| {
                format!(
                    "[...document.querySelectorAll('dialog [role=option]')].find((row) => row.textContent.includes({}))",
                    json!(words)
                )
            };
            let edit_record = async || {
                window.chord("Ctrl+k").await;
                window.until("document.activeElement.matches('input')").await;
                window.type_text("Edit record").await;
                window
                    .until("document.querySelector('[role=option][aria-selected=true]')?.textContent.includes('Edit record')")
                    .await;
                window.chord("Enter").await;
                window
                    .until("document.activeElement.matches('dialog [data-field=title] textarea')")
                    .await;
            };
            edit_record().await;
            window
                .until(&format!(
                    "{}?.querySelector('.word').textContent === '¶2'",
                    row(SHIPS)
                ))
                .await;
            window.click_button("Left out (3)").await;
            window
                .until(&format!(
                    "{} === undefined && {}.querySelector('.word').textContent === 'Promotion'",
                    row(SHIPS),
                    row(NOTICE)
                ))
                .await;
            window
                .run("document.querySelector('dialog [role=listbox]').focus()")
                .await;
            window.chord("Home").await;
            window.chord("ArrowDown").await;
            window.chord("x").await;
            window
                .until(&format!("!{}.classList.contains('dropped')", row(NOTICE)))
                .await;
            save(window).await;
            window
                .until(&format!(
                    "document.querySelector('main').textContent.includes({})",
                    json!(NOTICE)
                ))
                .await;
            window.until(&is_marked).await;
            let shown = only_article(window.library());
            assert_eq!(shown["version"]["number"], 2);
            assert_eq!(shown["version"]["sha256"], saved["version"]["sha256"]);
            let after = before.replace(COUNCIL, &format!("{NOTICE}\n\n{COUNCIL}"));
            assert_eq!(text_of(window, &shown), after);
            assert_eq!(
                (state(&kept).as_str(), state(&cited).as_str()),
                ("moved", "exact")
            );

            // What is cited leaves: it is said, and shown.
            edit_record().await;
            window
                .run(&format!("{}.querySelector('.move').click()", row(SHIPS)))
                .await;
            window
                .until(&format!("{}.classList.contains('dropped')", row(SHIPS)))
                .await;
            let said = window.text("dialog footer [role=status]").await;
            assert!(said.contains("One mark stands on what you leave out"), "{said}");
            save(window).await;
            window
                .until("[...document.querySelectorAll('.toast')].some((toast) => toast.textContent.includes('One cited passage reads differently'))")
                .await;
            window.click_button("What changed").await;
            let passage = window.text("dialog .changed button").await;
            assert!(
                passage.contains("two of them have turned back") && passage.contains("R-1"),
                "{passage}"
            );
            window.chord("Escape").await;
            closed(window).await;
            assert_eq!(state(&cited), "orphan");

            // A step each, back to the text as it was read.
            window.chord("Ctrl+z").await;
            window
                .until(&format!(
                    "document.querySelector('main').textContent.includes({})",
                    json!(SHIPS)
                ))
                .await;
            assert_eq!(text_of(window, &only_article(window.library())), after);
            window.chord("Ctrl+z").await;
            window
                .until(&format!(
                    "!document.querySelector('main').textContent.includes({})",
                    json!(NOTICE)
                ))
                .await;
            window.until(&is_marked).await;
            let undone = only_article(window.library());
            assert_eq!(
                (text_of(window, &undone), &undone["version"]["number"]),
                (before, &1.into())
            );
            assert_eq!(
                (state(&kept).as_str(), state(&cited).as_str()),
                ("exact", "exact")
            );
        },
    );
}

#[test]
fn an_article_that_is_there_with_other_words_is_compared_and_takes_the_new_ones_as_a_version() {
    let text = |ships: &str| format!("Port of Selm stays closed\n\n{VOTE}\n\n{ships}\n\n{COUNCIL}\n");
    let before = text(SHIPS);
    with_window(article(&before), async |window| {
        paste(window, &text(&SHIPS.replace("two of them", "five of them"))).await;
        let alike = window.text(".similar").await;
        assert!(alike.contains("like an article you have"), "{alike}");
        window.chord("Alt+d").await;
        window
                .until("document.querySelector('dialog .diff del')?.textContent === 'two' && document.querySelector('dialog .diff ins')?.textContent === 'five'")
                .await;
        window.shot("compare").await;
        window.click_button("As its new version").await;
        save(window).await;
        let shown = only_article(window.library());
        assert_eq!(shown["version"]["number"], 2);
        assert!(text_of(window, &shown).contains("five of them"));
        window.cli(&["undo"]);
        assert!(text_of(window, &only_article(window.library())).contains("two of them"));
    });
}

#[test]
fn a_correction_that_is_remembered_holds_for_the_next_page_of_the_site_until_it_is_forgotten() {
    let site = Site::new("403 Forbidden");
    site.serve(
        "/port",
        page("Port of Selm stays closed", &[VOTE, SHIPS, COUNCIL]),
    );
    site.serve(
        "/ferries",
        page(
            "Ferries return to Vessany",
            &["Ferries go again since Friday, the line said.", COUNCIL],
        ),
    );
    with_window(
        |_| {},
        async |window| {
            site.open(window).await;
            fetch(window, &site.url("/port")).await;
            window
                .run("document.querySelector('[data-field=outlet] input').focus()")
                .await;
            window.type_text("The Strait Post").await;
            window.text("[data-field=outlet] .remember").await;
            window.chord("Alt+r").await;
            window
                .until("document.querySelector('[data-field=outlet] .remember').ariaPressed === 'true'")
                .await;
            save(window).await;

            fetch(window, &site.url("/ferries")).await;
            window
                .until(&format!("{} === 'The Strait Post'", field("outlet")))
                .await;
            save(window).await;
            let outlets: Vec<Value> = articles(window.library())
                .iter()
                .map(|row| row["outlet"].clone())
                .collect();
            assert_eq!(outlets, [json!("The Strait Post"), json!("The Strait Post")]);

            // Forgotten in the settings.
            window.chord("Ctrl+,").await;
            window.text("#settings-sites").await;
            window.click_button("Forget").await;
            window
                .until("document.body.textContent.includes('Nothing is remembered')")
                .await;
            assert_eq!(window.cli(&["rules", "list"]), Value::Null);
        },
    );
}
