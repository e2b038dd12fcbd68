//! The one window and its locks: it shows the built interface and nothing else, and reaches no network.
//!
//! It is built here and not in tauri.conf.json, so that the handlers stand before anything loads. The content policy and
//! `freezePrototype` are in tauri.conf.json, the commands it may call in capabilities/main.json.

use tauri::webview::NewWindowResponse;
use tauri::{App, Url, WebviewUrl, WebviewWindowBuilder};

/// The label that capabilities/main.json names.
pub const LABEL: &str = "main";

/// A port that nothing serves (discard). As the webview's proxy it swallows what the content policy can't stop: WebKit
/// connects ahead to hosts that a page merely mentions.
const DEAD_PROXY: &str = "http://127.0.0.1:9";

/// Width and height in logical pixels at the first start, and the smallest the layout is made for.
const SIZE: (f64, f64) = (1440.0, 900.0);
const LEAST_SIZE: (f64, f64) = (960.0, 600.0);

/// Builds and shows the window.
///
/// # Errors
/// The system's webview can't be made.
pub fn open(app: &App) -> Result<(), Box<dyn std::error::Error>> {
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Chancery")
        .inner_size(SIZE.0, SIZE.1)
        .prevent_overflow()
        .min_inner_size(LEAST_SIZE.0, LEAST_SIZE.1)
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .proxy_url(Url::parse(DEAD_PROXY)?)
        .build()?;
    Ok(())
}

/// Whether `url` is a page of the interface itself: `tauri://localhost`, which Windows spells `http://tauri.localhost`.
fn is_own(url: &Url) -> bool {
    if cfg!(windows) {
        url.scheme() == "http" && url.host_str() == Some("tauri.localhost")
    } else {
        url.scheme() == "tauri" && url.host_str() == Some("localhost")
    }
}

#[cfg(all(test, not(windows)))]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_the_interface_are_navigated_to() {
        let own = |url: &str| is_own(&Url::parse(url).unwrap());
        assert!(own("tauri://localhost/index.html"));
        for foreign in [
            "http://example.org/",
            "https://localhost/",
            "http://tauri.localhost/",
            "tauri://localhost.example.org/",
            "tauri://example.org/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/html,x",
            "about:blank",
        ] {
            assert!(!own(foreign), "{foreign}");
        }
    }
}
