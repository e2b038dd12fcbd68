//! A window under test: WebKitWebDriver on a free port, our program as its browser, a library folder of its own.
//!
//! Everything ends with the test, also when it fails: the driver is killed when dropped and takes the window along. No
//! sleeps: the driver's port and the window's content are waited for. What is judged by looking is in look.rs.

use std::cell::RefCell;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::actions::{
    InputSource as _, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
pub use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

/// The longest a whole journey may take before it counts as hung: the client has no timeout of its own.
const JOURNEY: Duration = Duration::from_secs(120);
/// The longest that something awaited may take to appear.
const PATIENCE: Duration = Duration::from_secs(20);

/// Makes a library with `prepare`, opens the window on it, hands it to `journey`, and closes it.
pub fn with_window(prepare: impl FnOnce(&Path), journey: impl AsyncFnOnce(&Window)) {
    with_settings(&json!({}), prepare, journey);
}

/// The same with the given settings in place of their first values.
pub fn with_settings(settings: &Value, prepare: impl FnOnce(&Path), journey: impl AsyncFnOnce(&Window)) {
    let library = tempfile::tempdir().unwrap();
    prepare(library.path());
    drive(
        library,
        settings,
        Some(env!("CARGO_BIN_EXE_chancery-window")),
        journey,
    );
}

/// Hands `journey` a browser of the same engine that has none of our locks: the control for what these keep out.
pub fn with_plain_browser(journey: impl AsyncFnOnce(&Window)) {
    drive(tempfile::tempdir().unwrap(), &json!({}), None, journey);
}

fn drive(
    library: TempDir,
    settings: &Value,
    program: Option<&'static str>,
    journey: impl AsyncFnOnce(&Window),
) {
    let home = home(settings);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        tokio::time::timeout(JOURNEY, async {
            let window = Window::open(library, home, program).await;
            journey(&window).await;
            window.client().close().await.unwrap();
        })
        .await
        .expect("the journey hung");
    });
}

/// A home folder that holds nothing but `settings`, so that no journey finds what another one left.
fn home(settings: &Value) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("config/chancery");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("settings.json"), settings.to_string()).unwrap();
    home
}

/// Runs the `chancery` program on `library` as an analyst does in a shell, and gives what it printed: nothing, one object,
/// or an array of several.
pub fn chancery(library: &Path, arguments: &[&str]) -> Value {
    let program = Path::new(env!("CARGO_BIN_EXE_chancery-window")).with_file_name("chancery");
    let ran = Command::new(&program)
        .arg("--library")
        .arg(library)
        .arg("--json")
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{} ({error}): run `cargo xtask e2e`", program.display()));
    assert!(
        ran.status.success(),
        "chancery {arguments:?}: {}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let printed = String::from_utf8(ran.stdout).unwrap();
    let mut lines = printed.lines().map(|line| serde_json::from_str(line).unwrap());
    match (lines.next(), lines.next()) {
        (None, _) => Value::Null,
        (Some(only), None) => only,
        (Some(first), Some(second)) => [first, second].into_iter().chain(lines).collect(),
    }
}

/// The open window and what keeps it alive.
pub struct Window {
    // Another one after `reopen`; cloned out for each use, so that no borrow is held while one waits.
    client: RefCell<Client>,
    driver: Driver,
    library: TempDir,
    home: TempDir,
}

impl Window {
    async fn open(library: TempDir, home: TempDir, program: Option<&'static str>) -> Self {
        let driver = Driver::start(home.path(), program);
        let client = RefCell::new(driver.session(library.path(), &[]).await);
        Self {
            client,
            driver,
            library,
            home,
        }
    }

    fn client(&self) -> Client {
        self.client.borrow().clone()
    }

    /// Closes the window and starts the program again, on the same library and with the same settings.
    pub async fn reopen(&self) {
        self.reopen_with(&[]).await;
    }

    /// The same with `arguments`, as a desktop starts it with a file.
    pub async fn reopen_with(&self, arguments: &[&str]) {
        self.client().close().await.unwrap();
        let client = self.driver.session(self.library(), arguments).await;
        self.client.replace(client);
    }

    /// Starts the program once more with `arguments` while the window is open, and waits until that start has ended.
    pub fn start_again(&self, arguments: &[&str]) {
        // A start that finds no window would open its own and stay.
        let mut again = Command::new("timeout");
        at_home(&mut again, self.home.path());
        let ended = again
            .arg(PATIENCE.as_secs().to_string())
            .arg(env!("CARGO_BIN_EXE_chancery-window"))
            .arg("--library")
            .arg(self.library())
            .args(arguments)
            .status()
            .unwrap();
        assert!(ended.success(), "{arguments:?}: {ended}");
    }

    /// Leads a plain browser to `address`, and doesn't wait for what comes.
    pub async fn lead_to(&self, address: &str) {
        self.run(&format!("location.href = {}", json!(address))).await;
    }

    /// Waits until `condition` holds of what `script` returns, without waiting for a frame: a plain browser may draw none.
    pub async fn answers(&self, script: &str, condition: impl Fn(&Value) -> bool) {
        let begun = Instant::now();
        loop {
            let answer = self.run(script).await;
            if condition(&answer) {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "{answer}");
        }
    }

    /// What stands in the file of the settings.
    pub fn settings(&self) -> Value {
        let file = self.home.path().join("config/chancery/settings.json");
        serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
    }

    /// Waits until `condition` holds of the settings that are kept.
    pub async fn keeps(&self, condition: impl Fn(&Value) -> bool) {
        let begun = Instant::now();
        while !condition(&self.settings()) {
            assert!(begun.elapsed() < PATIENCE, "{}", self.settings());
            self.run("return new Promise(requestAnimationFrame)").await;
        }
    }

    /// The home folder of the person whose window it is.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The folder of the library that the window shows.
    pub fn library(&self) -> &Path {
        self.library.path()
    }

    /// What `chancery` says about the library: see [`chancery`].
    pub fn cli(&self, arguments: &[&str]) -> Value {
        chancery(self.library(), arguments)
    }

    /// What `chancery` prints a line of for each: none, one or several.
    pub fn lines(&self, arguments: &[&str]) -> Vec<Value> {
        match self.cli(arguments) {
            Value::Array(lines) => lines,
            Value::Null => Vec::new(),
            only => vec![only],
        }
    }

    /// Waits until an element matches `css`, and gives its text as it is seen. In one go: the element may be another one next time.
    pub async fn text(&self, css: &str) -> String {
        let script = format!(
            "const end = performance.now() + {};
             const frame = () => new Promise(requestAnimationFrame);
             for (;;) {{
                 const found = document.querySelector({});
                 // A drawing has no text of its own.
                 if (found) return found.innerText ?? '';
                 if (performance.now() > end) return null;
                 await frame();
             }}",
            PATIENCE.as_millis(),
            json!(css)
        );
        let text = self.run(&script).await;
        text.as_str()
            .unwrap_or_else(|| panic!("nothing matches {css}"))
            .to_owned()
    }

    /// Runs `script` in the window and gives what it returns. A promise is awaited.
    pub async fn run(&self, script: &str) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {{ {script} }})().then(done, (error) => done('rejected: ' + error));"
        );
        self.client().execute_async(&script, Vec::new()).await.unwrap()
    }

    /// Runs `script` outside of any function, as a script of the page's own would be.
    pub async fn load(&self, script: &str) {
        self.client().execute(script, Vec::new()).await.unwrap();
    }

    /// Waits until `condition`, an expression, holds in the window.
    pub async fn until(&self, condition: &str) {
        let script = format!(
            "const end = performance.now() + {};
             const frame = () => new Promise(requestAnimationFrame);
             // What isn't there yet can't be looked into yet.
             const holds = () => {{ try {{ return ({condition}); }} catch {{ return false; }} }};
             while (!holds()) {{
                 if (performance.now() > end) return false;
                 await frame();
             }}
             return true;",
            PATIENCE.as_millis()
        );
        assert_eq!(self.run(&script).await, true, "{condition}");
    }

    /// Clicks the first element that matches `css`, with the pointer. It is waited for.
    pub async fn click(&self, css: &str) {
        let client = self.client();
        let waiting = client.wait().at_most(PATIENCE);
        let element = waiting
            .for_element(Locator::Css(css))
            .await
            .unwrap_or_else(|error| panic!("{css}: {error}"));
        element.click().await.unwrap();
    }

    /// Clicks the button that says `words`, in the topmost dialog if there is one.
    pub async fn click_button(&self, words: &str) {
        let button = format!(
            "[...(document.querySelector('dialog[open]') ?? document).querySelectorAll('button')].find((button) => button.textContent.trim() === {})",
            json!(words)
        );
        self.until(&format!("{button} !== undefined")).await;
        self.run(&format!("{button}.setAttribute('data-chosen', '')"))
            .await;
        self.click("[data-chosen]").await;
        self.run("document.querySelector('[data-chosen]')?.removeAttribute('data-chosen')")
            .await;
    }

    /// Chooses `value` in the list that matches `css`.
    pub async fn choose(&self, css: &str, value: &str) {
        let client = self.client();
        let waiting = client.wait().at_most(PATIENCE);
        let list = waiting.for_element(Locator::Css(css)).await.unwrap();
        list.select_by_value(value).await.unwrap();
    }

    /// Presses and releases `key`, as the keyboard does: it goes to whatever has the focus.
    pub async fn press(&self, key: char) {
        self.strokes([(Vec::new(), key)]).await;
    }

    /// Presses a chord as the action table spells it: "j", "Ctrl+K", "Shift+N", "Alt+ArrowUp", "F6", "Enter".
    pub async fn chord(&self, chord: &str) {
        self.strokes([stroke(chord)]).await;
    }

    /// Presses chords one after the other: "g i", "j h Ctrl+Enter".
    pub async fn keys(&self, chords: &str) {
        for chord in chords.split_whitespace() {
            self.chord(chord).await;
        }
    }

    /// Types `text` letter by letter, each once the window has taken the one before: nobody types faster than that.
    pub async fn type_text(&self, text: &str) {
        for letter in text.chars() {
            self.strokes([(Vec::new(), letter)]).await;
        }
    }

    async fn strokes(&self, strokes: impl IntoIterator<Item = (Vec<char>, char)>) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for (held, key) in strokes {
            for &value in &held {
                actions = actions.then(KeyAction::Down { value });
            }
            actions = actions
                .then(KeyAction::Down { value: key })
                .then(KeyAction::Up { value: key });
            for &value in held.iter().rev() {
                actions = actions.then(KeyAction::Up { value });
            }
        }
        self.client().perform_actions(actions).await.unwrap();
    }

    /// Selects `words` inside of what matches `css` as a reader does: presses before them, drags, and lets go after them.
    pub async fn drag_over(&self, css: &str, words: &str) {
        let script = format!(
            "const root = document.querySelector({css});
             const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
             const nodes = []; let text = '';
             while (walker.nextNode()) {{ nodes.push([walker.currentNode, text.length]); text += walker.currentNode.data; }}
             const at = text.indexOf({words});
             if (at < 0) return 'the words are not there';
             const place = (offset) => {{ const [node, start] = nodes.findLast(([, start]) => start <= offset); return [node, offset - start]; }};
             const range = document.createRange();
             range.setStart(...place(at));
             const [last, end] = place(at + {words}.length - 1);
             range.setEnd(last, end + 1);
             range.startContainer.parentElement.scrollIntoView({{ block: 'center' }});
             await new Promise(requestAnimationFrame);
             const lines = [...range.getClientRects()];
             const [from, to] = [lines[0], lines.at(-1)];
             return [from.left + 0.5, from.top + from.height / 2, to.right - 0.5, to.top + to.height / 2];",
            css = json!(css),
            words = json!(words)
        );
        let corners = self.run(&script).await;
        let corner = |n: usize| {
            corners[n]
                .as_f64()
                .unwrap_or_else(|| panic!("{words}: {corners}"))
        };
        let button = MOUSE_BUTTON_LEFT;
        let to = |x, y| PointerAction::MoveTo {
            duration: Some(Duration::ZERO),
            x,
            y,
        };
        let drag = MouseActions::new("mouse".to_owned())
            .then(to(corner(0), corner(1)))
            .then(PointerAction::Down { button })
            .then(to(corner(2), corner(3)))
            .then(PointerAction::Up { button });
        self.client().perform_actions(drag).await.unwrap();
    }

    /// Gives the window's content this size in CSS pixels.
    pub async fn size(&self, width: u32, height: u32) {
        self.client().set_window_rect(0, 0, width, height).await.unwrap();
        self.until(&format!("innerWidth === {width} && innerHeight === {height}"))
            .await;
    }
}

/// Moves the pointer of the screen itself and presses its keys: for what isn't the window's own.
pub fn xdotool(arguments: &[&str]) -> String {
    let ran = Command::new("xdotool").args(arguments).output().unwrap();
    assert!(ran.status.success(), "xdotool {arguments:?}: {ran:?}");
    String::from_utf8(ran.stdout).unwrap()
}

/// What is held, and the key pressed while it is.
fn stroke(chord: &str) -> (Vec<char>, char) {
    let mut held = Vec::new();
    let mut rest = chord;
    while let Some((modifier, after)) = rest.split_once('+').filter(|(_, after)| !after.is_empty()) {
        held.push(match modifier {
            "Ctrl" | "Mod" => Key::Control.into(),
            "Shift" => Key::Shift.into(),
            "Alt" => Key::Alt.into(),
            other => panic!("{other} in {chord} is no key that is held"),
        });
        rest = after;
    }
    let named = match rest {
        "Enter" => Key::Enter,
        "Escape" | "Esc" => Key::Escape,
        "Tab" => Key::Tab,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "F1" => Key::F1,
        "F2" => Key::F2,
        "F6" => Key::F6,
        "F7" => Key::F7,
        "F8" => Key::F8,
        "F10" => Key::F10,
        "Space" => return (held, ' '),
        _ => {
            let mut letters = rest.chars();
            let (Some(letter), None) = (letters.next(), letters.next()) else {
                panic!("{rest} in {chord} is no key");
            };
            // The keyboard of a driver gives the letter it is asked for; a chord is spelled with capitals.
            let plain = if held.is_empty() || held.contains(&Key::Shift.into()) {
                letter
            } else {
                letter.to_ascii_lowercase()
            };
            return (held, plain);
        }
    };
    (held, named.into())
}

/// WebKitWebDriver, killed when dropped.
struct Driver {
    process: Child,
    port: u16,
    /// What is driven; nothing is the browser that the driver brings along.
    program: Option<&'static str>,
}

impl Driver {
    fn start(home: &Path, program: Option<&'static str>) -> Self {
        let port = free_port();
        let mut driver = Command::new("WebKitWebDriver");
        at_home(&mut driver, home);
        let mut process = driver
            .arg(format!("--port={port}"))
            .envs([("TAURI_AUTOMATION", "true"), ("TAURI_WEBVIEW_AUTOMATION", "true")])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver is missing: run `cargo xtask setup`");
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(
                process.try_wait().unwrap().is_none(),
                "WebKitWebDriver ended at once"
            );
            std::thread::yield_now();
        }
        Self {
            process,
            port,
            program,
        }
    }

    /// The program with its window on `library`, or the plain browser, which waits for no page.
    async fn session(&self, library: &Path, arguments: &[&str]) -> Client {
        let capability = match self.program {
            Some(program) => {
                let arguments: Vec<&str> = ["--library", library.to_str().unwrap()]
                    .iter()
                    .chain(arguments)
                    .copied()
                    .collect();
                (
                    "webkitgtk:browserOptions",
                    json!({ "binary": program, "args": arguments }),
                )
            }
            None => ("pageLoadStrategy", json!("none")),
        };
        ClientBuilder::new(HttpConnector::new())
            .capabilities([(capability.0.to_owned(), capability.1)].into_iter().collect())
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .unwrap()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It has already ended when these fail.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Gives `command` the home folder `home`.
fn at_home(command: &mut Command, home: &Path) {
    command.env("HOME", home).envs(
        ["DATA", "CONFIG", "CACHE", "STATE"]
            .map(|part| (format!("XDG_{part}_HOME"), home.join(part.to_ascii_lowercase()))),
    );
    // Where a window and a second start meet.
    command.env("XDG_RUNTIME_DIR", home);
}

/// A port that nobody listens on. The system gives each caller another one, so tests running together don't meet.
fn free_port() -> u16 {
    std::net::TcpListener::bind(("127.0.0.1", 0))
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}
