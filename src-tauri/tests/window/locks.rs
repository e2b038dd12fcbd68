//! Hostile texts and the ways out of the window: nothing runs, nothing connects, everything shows as text.
//!
//! `harm` is what every journey here asks; the controls show that it would see what it is there to see, and that the page
//! which achieves nothing here runs and connects where nobody keeps it from that.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;

use serde_json::{Value, json};

use crate::access::{SCREENS, sample, visit};
use crate::driver::{Window, chancery, with_plain_browser, with_window};
use crate::look::mentions;
use crate::pages::{Site, copy_page};
use crate::{fixture, import};

/// Markup that leaves a mark when it is rendered, tries to run, and names a host that notices who calls.
const MARKUP: &str = "<b data-marker>bold</b> <img src=HOST/shown onerror='window.taken = 1'> <script>window.taken = 1</script> \
     <a href=javascript:window.taken=1>press</a> <link rel=preconnect href=HOST> [link](javascript:window.taken=1) \
     javascript:window.taken=1 HOST/plain";

/// A list of addresses, letters that turn the reading direction, and a word of 3,000 letters.
fn texts(host: &str) -> [String; 4] {
    [
        MARKUP.replace("HOST", host),
        format!("{host}/1 {host}/2 {host}/3 data:text/html,<script>window.taken=1</script>"),
        "\u{202e}fdp.ecirp \u{2066}hidden\u{2069} \u{200f}עברית <b data-marker>".to_owned(),
        "Unbreakable".repeat(273),
    ]
}

/// A host that nobody has a reason to call.
struct Canary(TcpListener);

impl Canary {
    fn new() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        Self(listener)
    }

    fn address(&self) -> String {
        format!("http://{}", self.0.local_addr().unwrap())
    }

    fn called(&self) -> bool {
        self.0.accept().is_ok()
    }
}

/// A page of our own writing that tries to run and to connect in some ninety ways, a line each: whatever runs leaves the number
/// of its line in `taken`.
fn hostile_page(host: &str) -> String {
    let lines = include_str!("hostile.html").lines().zip(1..);
    let line = |(line, number): (&str, u32)| {
        line.replace("RUN", &format!("(top.taken||={{}})[{number}]=1"))
            .replace("NUMBER", &number.to_string())
            .replace("HOST", host)
            + "\n"
    };
    lines.map(line).collect()
}

/// From now on `harm` also finds what was tried and refused by the window's policy.
async fn watch(window: &Window) {
    window
        .run(
            "window.refused = [];
             document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
                 window.refused.push(`tried: ${effectiveDirective} ${blockedURI}`);
             });",
        )
        .await;
}

/// What a hostile text has achieved; nothing is what there should be.
async fn harm(window: &Window, canary: &Canary) -> Vec<String> {
    let script = "const made = document.querySelectorAll('[data-marker], iframe, object, embed, a[href^=javascript], link[rel=preconnect], \
            base, form, map, math, marquee, audio, video, img[src^=http], [style*=url]');
        const found = [...made].map((element) => 'rendered: ' + element.outerHTML.slice(0, 80));
        found.push(...(window.refused ?? []));
        if ('taken' in window) found.push('a script of the text ran');
        if (location.protocol + location.host !== 'tauri:localhost') found.push('the window was led elsewhere: ' + location);
        return found;";
    let mut found: Vec<String> = serde_json::from_value(window.run(script).await).unwrap();
    if canary.called() {
        found.push("something connected to a host that a text names".to_owned());
    }
    found
}

fn uid(answer: &Value) -> String {
    answer["uid"]
        .as_str()
        .unwrap_or_else(|| panic!("{answer}"))
        .to_owned()
}

/// A library with `text` in every field that the command line can fill.
fn fill(folder: &Path, text: &str) {
    let file = folder.join("hostile.txt");
    let words = "A paragraph that says nothing, under a headline that tries something.";
    fs::write(&file, format!("World November 19, 2026\n\n{text}\n\nA deck with {text}\n\nBy Nobody {text}\n\n{words}\n\n{text}\n")).unwrap();
    import(folder, &[file]);
    let article = uid(&chancery(folder, &["list"]));
    let note = [
        "annotate",
        &article,
        "--quote",
        "says nothing",
        "--kind",
        "claim",
        "--note",
        text,
        "--speaker",
        text,
    ];
    let marked = uid(&chancery(folder, &note));
    let tagged = [
        "annotate",
        &article,
        "--quote",
        "headline",
        "--kind",
        "fact",
        "--tag",
        "a<b data-marker>c",
    ];
    chancery(folder, &tagged);
    chancery(folder, &["risk", "new", "--title", text, "--statement", text]);
    let assess = [
        "risk",
        "assess",
        "R-1",
        "--likelihood",
        "10%",
        "--impact",
        "3",
        "--confidence",
        "low",
    ];
    chancery(
        folder,
        &[&assess[..], &["--basis", text, "--rationale", text]].concat(),
    );
    chancery(folder, &["risk", "link", "R-1", &marked, "--stance", "supports"]);
    let brief = [
        "brief",
        "new",
        "--title",
        text,
        "--marking",
        "TLP:AMBER",
        "--subtitle",
        text,
        "--author",
        text,
    ];
    let brief = uid(&chancery(folder, &brief));
    chancery(folder, &["brief", "add", &brief, "--bluf", text]);
    chancery(
        folder,
        &["brief", "add", &brief, "--paragraph", text, "--cite", &marked],
    );
    chancery(folder, &["brief", "add", &brief, "--annotation", &marked]);
}

fn check(which: usize) {
    let canary = Canary::new();
    let text = texts(&canary.address())[which].clone();
    with_window(
        |folder| fill(folder, &text),
        async |window| {
            assert!(
                mentions(&window.cli(&["list"]), &text[..20]),
                "the text is in the library"
            );
            let mut shown = false;
            for &screen in SCREENS {
                visit(window, screen).await;
                let words = window.run("return document.body.textContent").await;
                shown |= mentions(&words, &text[..20]);
                let found = harm(window, &canary).await;
                assert!(found.is_empty(), "{}: {found:?}", screen.name);
            }
            assert!(shown, "it shows as the text that it is");
        },
    );
}

#[test]
fn markup_and_scripts_in_every_field_are_text() {
    check(0);
}

#[test]
fn addresses_in_every_field_are_text_and_nobody_calls_them() {
    check(1);
}

#[test]
fn letters_that_turn_the_direction_stay_in_their_field() {
    check(2);
}

#[test]
fn a_word_of_three_thousand_letters_pushes_nothing_out_of_the_window() {
    check(3);
    with_window(
        |folder| fill(folder, &texts("http://localhost")[3]),
        async |window| {
            for &screen in SCREENS {
                visit(window, screen).await;
                let wide = window
                    .run("return document.documentElement.scrollWidth > innerWidth")
                    .await;
                assert_eq!(wide, false, "{}", screen.name);
            }
        },
    );
}

#[test]
fn markup_in_an_article_is_text_in_the_list() {
    let prepare = |folder: &Path| import(folder, &[fixture("hostile.txt")]);
    with_window(prepare, async |window| {
        let row = window.text("[role=option]").await;
        assert!(
            row.contains(r#"<img src="x" onerror="document.title='taken'"> & <b>bold</b>"#),
            "{row}"
        );
        let made = "return document.querySelectorAll('main img, main b, main script').length";
        assert_eq!(window.run(made).await, 0);
        assert_eq!(window.run("return document.title").await, "Chancery");
    });
}

#[test]
fn a_hostile_page_is_looked_at_saved_and_read_and_nothing_of_it_runs_or_connects() {
    let canary = Canary::new();
    let page = hostile_page(&canary.address());
    with_window(sample, async |window| {
        window.until("document.querySelector('main[data-pane]')").await;
        watch(window).await;
        copy_page(window, "Port of Selm stays closed", &page).await;
        window.chord("Ctrl+v").await;
        let rows = "document.querySelectorAll('dialog [role=option]')";
        window.until(&format!("{rows}.length > 0")).await;
        assert_eq!(harm(window, &canary).await, [""; 0], "at the sheet's first lines");
        // Down to what the page states about itself.
        window
            .run("document.querySelector('dialog [role=listbox]').focus()")
            .await;
        window.chord("End").await;
        window
            .until(&format!(
                "[...{rows}].some((row) => row.textContent.includes('onerror='))"
            ))
            .await;
        assert_eq!(harm(window, &canary).await, [""; 0], "at the sheet's last lines");
        window.chord("Ctrl+Enter").await;
        window
            .until("document.querySelector('main [data-block]') !== null")
            .await;
        for words in [
            "Insurers were told before the crews were",
            "<script>(top.taken",
            "the pilots said",
        ] {
            let shown = window
                .run("return document.querySelector('main').textContent")
                .await;
            assert!(mentions(&shown, words), "{words} is not in {shown}");
        }
        assert_eq!(harm(window, &canary).await, [""; 0], "in the reader");
        let kept = crate::reader::uid(window, "Port of Selm stays closed");
        let kept = window.cli(&["show", &kept]);
        assert!(mentions(&kept, "the pilots said"), "{kept}");

        // Pasted into the sheet's field, as one does who opened it first.
        window.chord("Ctrl+n").await;
        window
            .until("document.activeElement.matches('dialog textarea')")
            .await;
        window.chord("Ctrl+v").await;
        assert!(window.text(".similar").await.contains("like an article you have"));
        assert_eq!(harm(window, &canary).await, [""; 0], "pasted into the field");
        window.chord("Escape").await;
        window.until("document.querySelector('dialog') === null").await;
        for &screen in SCREENS {
            visit(window, screen).await;
            let found = harm(window, &canary).await;
            assert!(found.is_empty(), "{}: {found:?}", screen.name);
        }
    });
}

/// The control: a browser of the same engine that nothing is kept from runs the same page and connects for it.
#[test]
fn the_hostile_page_runs_and_connects_in_a_browser_without_our_locks() {
    // Whoever is led to a page that isn't there stays.
    let site = Site::new("204 No Content");
    site.serve("/page", hostile_page(&site.url("")));
    with_plain_browser(async |browser| {
        browser.lead_to(&site.url("/page")).await;
        // How many ran and connected on their own; the others want a press.
        let ran = "return Object.keys(window.taken ?? {}).length";
        browser
            .answers(ran, |ran| ran.as_u64() >= Some(30) && site.asked().len() >= 20)
            .await;
    });
}

#[test]
fn the_window_calls_nothing_but_our_own_commands() {
    with_window(
        |_| {},
        async |window| {
            window.until("document.querySelector('main[data-pane]')").await;
            for command in [
                "plugin:window|close",
                "plugin:app|version",
                "plugin:event|emit",
                "plugin:webview|print",
            ] {
                let refused = window
                    .run(&format!("return window.__TAURI_INTERNALS__.invoke('{command}')"))
                    .await;
                assert!(
                    refused
                        .as_str()
                        .is_some_and(|answer| answer.contains("not allowed")),
                    "{command}: {refused}"
                );
            }
        },
    );
}

#[test]
fn nothing_in_the_window_reaches_out_or_leads_elsewhere() {
    let canary = Canary::new();
    with_window(
        |_| {},
        async |window| {
            window.text(".tile").await;
            window.press('e').await;
            window.text(".empty h2").await;
            // Each way out is tried and waited for, as far as the page can tell that it was refused.
            let script = r#"
            const element = (name, properties) => Object.assign(document.createElement(name), properties);
            const settled = (made) => new Promise((done) => {
                made.onload = () => done('loaded');
                made.onerror = () => done('refused');
                document.body.append(made);
            });
            const hint = (rel) => document.head.append(element('link', { rel, href: 'ADDRESS/' + rel }));
            ['preconnect', 'dns-prefetch', 'prefetch'].forEach(hint);
            const opened = window.open('ADDRESS/opened') === null ? 'refused' : 'opened';
            const fetched = await fetch('ADDRESS/fetched').then(() => 'loaded', () => 'refused');
            const shown = await settled(element('img', { src: 'ADDRESS/shown' }));
            const run = await settled(element('script', { src: 'ADDRESS/run' }));
            const link = element('a', { href: 'ADDRESS/pressed' });
            document.body.append(link);
            link.click();
            location.href = 'ADDRESS/led';
            return [opened, fetched, shown, run].join();
        "#;
            let tried = window.run(&script.replace("ADDRESS", &canary.address())).await;
            assert_eq!(tried, json!("refused,refused,refused,refused"));
            assert_eq!(window.text(".empty h2").await, "Nothing waiting");
            assert_eq!(
                window.run("return location.protocol + location.host").await,
                "tauri:localhost"
            );
            assert!(!canary.called(), "WebKit connected to a host that the page named");
        },
    );
}

/// The control: markup that is rendered after all is seen, and so is whoever calls the canary.
#[test]
fn what_looks_for_harm_sees_it_when_there_is_some() {
    let canary = Canary::new();
    with_window(
        |_| {},
        async |window| {
            window.until("document.querySelector('main[data-pane]')").await;
            watch(window).await;
            assert_eq!(harm(window, &canary).await, [""; 0]);
            let text = json!(MARKUP.replace("HOST", &canary.address()));
            window
                .run(&format!("const raw = document.createElement('div'); raw.innerHTML = {text}; document.body.append(raw);"))
                .await;
            let rendered = harm(window, &canary).await;
            assert!(
                rendered
                    .iter()
                    .any(|line| line.starts_with("rendered: <b data-marker")),
                "{rendered:?}"
            );
            window
                .until("window.refused.some((tried) => tried.startsWith('tried: img-src'))")
                .await;
            window.run("window.taken = 1").await;
            let _caller = TcpStream::connect(canary.0.local_addr().unwrap()).unwrap();
            let all = harm(window, &canary).await.join("\n");
            assert!(
                all.contains("a script of the text ran") && all.contains("connected to a host"),
                "{all}"
            );
        },
    );
}

/// The control for the hands: what is typed, pressed and dragged reaches the page as from a person.
#[test]
fn keys_and_pointer_of_these_journeys_are_real() {
    with_window(
        |_| {},
        async |window| {
            window.until("document.querySelector('main[data-pane]')").await;
            window
                .run(
                    "window.pressed = [];
                     const page = document.createElement('dialog');
                     const words = document.createElement('p');
                     words.textContent = 'Pilots refuse night transits of the strait.';
                     words.style.userSelect = 'text';
                     const field = document.createElement('textarea');
                     field.onkeydown = (event) => event.key === 'Control' || window.pressed.push((event.ctrlKey ? 'Ctrl+' : '') + event.key);
                     page.append(words, field);
                     document.body.append(page);
                     page.showModal();
                     field.focus();",
                )
                .await;
            window.type_text("ab").await;
            window.chord("Ctrl+b").await;
            assert_eq!(
                window.run("return window.pressed").await,
                json!(["a", "b", "Ctrl+b"])
            );
            assert_eq!(
                window
                    .run("return document.querySelector('textarea').value")
                    .await,
                "ab"
            );
            window.drag_over("dialog p", "refuse night").await;
            assert_eq!(
                window.run("return getSelection().toString()").await,
                "refuse night"
            );
            window.theme("dark").await;
            window.reopen().await;
            window.until("document.querySelector('main[data-pane]')").await;
            assert_eq!(window.run("return 'pressed' in window").await, false);
        },
    );
}
