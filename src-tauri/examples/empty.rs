//! An empty window: what Tauri and the webview cost by themselves, with the size and the locks of ours. `cargo xtask bench window`
//! measures ours beside it.

use tauri::webview::NewWindowResponse;
use tauri::{Url, WebviewUrl, WebviewWindowBuilder};

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .setup(|app| {
            WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
                .title("Empty")
                .inner_size(1440.0, 900.0)
                .prevent_overflow()
                .on_navigation(|url| url.scheme() == "tauri")
                .on_new_window(|_, _| NewWindowResponse::Deny)
                .proxy_url(Url::parse("http://127.0.0.1:9")?)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!("examples/empty/tauri.conf.json"))
}
