//! A window under test: WebKitWebDriver on a free port, our program as its browser, a library folder of its own.
//!
//! Everything ends with the test, also when it fails: the driver is killed when dropped and takes the window along. No
//! sleeps: the driver's port and the window's content are waited for.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
pub use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

/// The longest a whole journey may take before it counts as hung: the client has no timeout of its own.
const JOURNEY: Duration = Duration::from_secs(60);
/// The longest that something awaited may take to appear.
const PATIENCE: Duration = Duration::from_secs(20);

/// Makes a library with `prepare`, opens the window on it, hands it to `journey`, and closes it.
pub fn with_window(prepare: impl FnOnce(&Path), journey: impl AsyncFnOnce(&Window)) {
    let library = tempfile::tempdir().unwrap();
    prepare(library.path());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        tokio::time::timeout(JOURNEY, async {
            let window = Window::open(library).await;
            journey(&window).await;
            window.client.close().await.unwrap();
        })
        .await
        .expect("the journey hung");
    });
}

/// The open window and what keeps it alive.
pub struct Window {
    client: Client,
    _driver: Driver,
    library: TempDir,
}

impl Window {
    async fn open(library: TempDir) -> Self {
        let driver = Driver::start();
        let folder = library.path().to_str().unwrap();
        let program = env!("CARGO_BIN_EXE_chancery-window");
        let options = json!({ "binary": program, "args": ["--library", folder] });
        let capabilities = [("webkitgtk:browserOptions".to_owned(), options)];
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities.into_iter().collect())
            .connect(&format!("http://127.0.0.1:{}", driver.port))
            .await
            .unwrap();
        Self {
            client,
            _driver: driver,
            library,
        }
    }

    /// The folder of the library that the window shows.
    pub fn library(&self) -> &Path {
        self.library.path()
    }

    /// Waits until an element matches `css`, and gives its text.
    pub async fn text(&self, css: &str) -> String {
        let waiting = self.client.wait().at_most(PATIENCE);
        waiting
            .for_element(Locator::Css(css))
            .await
            .unwrap()
            .text()
            .await
            .unwrap()
    }

    /// Runs `script` in the window and gives what it returns. A promise is awaited.
    pub async fn run(&self, script: &str) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {{ {script} }})().then(done, (error) => done('rejected: ' + error));"
        );
        self.client.execute_async(&script, Vec::new()).await.unwrap()
    }

    /// Waits until `condition`, an expression, holds in the window.
    pub async fn until(&self, condition: &str) {
        let script = format!(
            "const end = performance.now() + {};
             const frame = () => new Promise(requestAnimationFrame);
             while (!({condition})) {{
                 if (performance.now() > end) return false;
                 await frame();
             }}
             return true;",
            PATIENCE.as_millis()
        );
        assert_eq!(self.run(&script).await, true, "{condition}");
    }

    /// Clicks the first element that matches `css`, with the pointer.
    pub async fn click(&self, css: &str) {
        self.client
            .find(Locator::Css(css))
            .await
            .unwrap()
            .click()
            .await
            .unwrap();
    }

    /// Presses and releases `key`, as the keyboard does: it goes to whatever has the focus.
    pub async fn press(&self, key: char) {
        let strokes = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        self.client.perform_actions(strokes).await.unwrap();
    }
}

/// WebKitWebDriver, killed when dropped.
struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    fn start() -> Self {
        let port = free_port();
        let mut process = Command::new("WebKitWebDriver")
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
        Self { process, port }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It has already ended when these fail.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A port that nobody listens on. The system gives each caller another one, so tests running together don't meet.
fn free_port() -> u16 {
    std::net::TcpListener::bind(("127.0.0.1", 0))
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}
