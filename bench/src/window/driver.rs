//! A window that is measured: WebKitWebDriver on a free port, a program as its browser, and `probe.js` inside its page.
//!
//! Times are taken inside the page, from the key's arrival to the painted frame, so that the driver's own round trips count
//! for nothing.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
pub use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use super::Result;
use crate::processes;

/// The longest that anything awaited may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// An open window and the driver that holds it.
pub struct Window {
    client: Client,
    driver: Driver,
    /// The program's process.
    pub pid: u32,
}

impl Window {
    /// Starts `program` and waits until its page answers.
    pub async fn open(program: &Path, arguments: &[&str]) -> Result<Self> {
        let driver = Driver::start()?;
        let options = json!({ "binary": program, "args": arguments });
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(
                [("webkitgtk:browserOptions".to_owned(), options)]
                    .into_iter()
                    .collect(),
            )
            .connect(&format!("http://127.0.0.1:{}", driver.port))
            .await?;
        let pid = processes::running(program, driver.process.id())?;
        let window = Self { client, driver, pid };
        window
            .client
            .execute(include_str!("probe.js"), Vec::new())
            .await?;
        Ok(window)
    }

    /// Runs `script` in the page and gives what it returns. A promise is awaited.
    pub async fn run(&self, script: &str) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {{ {script} }})().then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
        );
        let asked = self.client.execute_async(&script, Vec::new());
        let mut answer = tokio::time::timeout(PATIENCE, asked).await??;
        match answer["error"].as_str() {
            Some(error) => Err(format!("{error} in: {script}").into()),
            None => Ok(answer["value"].take()),
        }
    }

    /// Runs `script`, which returns a number.
    pub async fn number(&self, script: &str) -> Result<f64> {
        let value = self.run(script).await?;
        value
            .as_f64()
            .ok_or_else(|| format!("{value} is no number: {script}").into())
    }

    /// Runs `script`, which returns numbers.
    pub async fn numbers(&self, script: &str) -> Result<Vec<f64>> {
        let value = self.run(script).await?;
        let numbers = value.as_array().into_iter().flatten().filter_map(Value::as_f64);
        Ok(numbers.collect())
    }

    /// Waits until `condition`, an expression, holds in the page.
    pub async fn until(&self, condition: &str) -> Result<()> {
        self.run(&format!("await probe.until(() => {condition});"))
            .await
            .map(|_| ())
    }

    /// Presses the keys of a chord, and releases them in the opposite order.
    pub async fn press(&self, chord: &[char]) -> Result<()> {
        let mut strokes = KeyActions::new("keyboard".to_owned());
        for &value in chord {
            strokes = strokes.then(KeyAction::Down { value });
        }
        for &value in chord.iter().rev() {
            strokes = strokes.then(KeyAction::Up { value });
        }
        Ok(self.client.perform_actions(strokes).await?)
    }

    /// Milliseconds from the press of `chord` until the frame in which `shown`, an expression, holds was painted. What `before`
    /// says is run first, outside of the time.
    pub async fn time(&self, chord: &[char], before: &str, shown: &str) -> Result<f64> {
        self.run(&format!("{before}; probe.arm(() => {shown});")).await?;
        self.press(chord).await?;
        self.number("return probe.taken();").await
    }

    /// Milliseconds from a key to the end of the frame that is `frames` later, with a word changed on the way: the floor for
    /// whatever a key does.
    pub async fn frames(&self, frames: u32) -> Result<f64> {
        self.run(&format!("probe.armFrames({frames});")).await?;
        // A key without an action.
        self.press(&[char::from(Key::F2)]).await?;
        self.number("return probe.taken();").await
    }

    /// Closes the window and waits for its end.
    pub async fn close(self) -> Result<()> {
        let Self { client, driver, pid } = self;
        client.close().await?;
        let end = Instant::now() + PATIENCE;
        while processes::exists(pid) {
            if Instant::now() > end {
                return Err("the window does not end".into());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        drop(driver);
        Ok(())
    }
}

/// WebKitWebDriver, killed when dropped.
struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    fn start() -> Result<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let process = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .envs([("TAURI_AUTOMATION", "true"), ("TAURI_WEBVIEW_AUTOMATION", "true")])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("WebKitWebDriver can't be started: {error}"))?;
        let mut driver = Self { process, port };
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if driver.process.try_wait()?.is_some() {
                return Err("WebKitWebDriver ended at once".into());
            }
            #[expect(
                clippy::disallowed_methods,
                reason = "a port has no event to wait for, and nothing is measured yet"
            )]
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It has already ended when these fail.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
