//! What the desktop does for us: file dialogs, the clipboard, opening links and files.
//!
//! Through GTK, which Tauri brings along on Linux, the only system we ship for so far: its dialogs and its clipboard work
//! under X11 and Wayland alike, and inside a sandbox through the portals. Another system needs another way here. The
//! interface reaches all of it through our own commands only, and no path but those a person has chosen goes through them.

pub mod chosen;
pub mod clipboard;
pub mod dialog;
pub mod open;

use gtk::ApplicationWindow;
use tauri::{AppHandle, Manager as _};

use crate::failure::Failure;
use crate::window;

/// Runs `work` with the window on the thread that GTK lives on, and waits for what it answers, which may be long after it
/// returned: it is handed where to put the answer.
async fn on_main_thread<T: Send + 'static>(
    app: &AppHandle,
    work: impl FnOnce(ApplicationWindow, Answer<T>) + Send + 'static,
) -> Result<T, Failure> {
    let (answer, mut answered) = tauri::async_runtime::channel(1);
    let main = app.get_webview_window(window::LABEL).ok_or_else(Failure::bug)?;
    let run = move || {
        if let Ok(gtk) = main.gtk_window() {
            work(gtk, Answer(answer));
        }
    };
    app.run_on_main_thread(run).map_err(|_| Failure::bug())?;
    answered.recv().await.ok_or_else(Failure::bug)
}

/// Where an answer from GTK's thread goes. Dropped without one, whoever waits is told that it was our mistake.
struct Answer<T>(tauri::async_runtime::Sender<T>);

impl<T> Answer<T> {
    /// Gives the answer. Only the first is heard.
    fn give(&self, answer: T) {
        // Whoever asked may be gone.
        let _ = self.0.try_send(answer);
    }
}
