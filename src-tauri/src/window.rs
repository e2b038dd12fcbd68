//! The one window and its locks: it shows the built interface and nothing else, and reaches no network.
//!
//! It is built here and not in tauri.conf.json, so that the handlers stand before anything loads. The content policy and
//! `freezePrototype` are in tauri.conf.json, the commands it may call in capabilities/main.json.

use tauri::webview::NewWindowResponse;
use tauri::{App, AppHandle, Manager as _, Monitor, Url, WebviewUrl, WebviewWindowBuilder, Window};

use std::sync::Arc;
use std::sync::mpsc;

use crate::instance::Hello;
use crate::library::Library;
use crate::memory::{Memory, Place};
use crate::native::chosen::Chosen;
use crate::requests::{Request, Requests};
use crate::start::Errand;
use crate::switch;

/// The label that capabilities/main.json names.
pub const LABEL: &str = "main";

/// A port that nothing serves (discard). As the webview's proxy it swallows what the content policy can't stop: WebKit
/// connects ahead to hosts that a page merely mentions.
const DEAD_PROXY: &str = "http://127.0.0.1:9";

/// Width and height in logical pixels at the first start, and the smallest the layout is made for.
const SIZE: (f64, f64) = (1440.0, 900.0);
const LEAST_SIZE: (f64, f64) = (960.0, 600.0);

/// Builds and shows the window, where it was when it was closed last.
///
/// # Errors
/// The system's webview can't be made.
pub fn open(app: &App) -> Result<(), Box<dyn std::error::Error>> {
    let place = app.state::<Memory>().recall().place;
    let (width, height) = place.map_or(SIZE, |place| (place.width, place.height));
    let mut builder = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()));
    let monitors = app.available_monitors()?;
    if let Some(place) = place.filter(|place| is_on_a_screen(place, &monitors)) {
        builder = builder.position(place.x, place.y);
    }
    let folder = app.state::<Arc<Library>>().folder();
    builder
        .title(folder.map_or_else(|| "Chancery".to_owned(), |folder| switch::title(&folder)))
        .inner_size(width, height)
        .maximized(place.is_some_and(|place| place.maximised))
        .prevent_overflow()
        .min_inner_size(LEAST_SIZE.0, LEAST_SIZE.1)
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .proxy_url(Url::parse(DEAD_PROXY)?)
        .build()?;
    Ok(())
}

/// Whether the window's title bar would be within reach: enough of its upper edge lies on one of `monitors`.
fn is_on_a_screen(place: &Place, monitors: &[Monitor]) -> bool {
    let screens = monitors.iter().map(|monitor| {
        let scale = monitor.scale_factor();
        let (at, size) = (monitor.position(), monitor.size());
        let (at, size) = (at.to_logical::<f64>(scale), size.to_logical::<f64>(scale));
        (at.x, at.y, size.width, size.height)
    });
    within_reach(place, screens)
}

fn within_reach(place: &Place, screens: impl IntoIterator<Item = (f64, f64, f64, f64)>) -> bool {
    /// What a pointer needs to take hold of a window.
    const GRIP: f64 = 64.0;
    screens.into_iter().any(|(left, top, width, height)| {
        let overlap = (place.x + place.width).min(left + width) - place.x.max(left);
        overlap >= GRIP && place.y >= top && place.y <= top + height - GRIP
    })
}

/// Remembers where `window` is, for the next start. A maximised one keeps the size it had before.
pub fn remember_place(window: &Window) {
    let Ok(scale) = window.scale_factor() else {
        return;
    };
    let (Ok(size), Ok(at)) = (window.inner_size(), window.outer_position()) else {
        return;
    };
    let (size, at) = (size.to_logical::<f64>(scale), at.to_logical::<f64>(scale));
    let now = Place {
        width: size.width,
        height: size.height,
        x: at.x,
        y: at.y,
        maximised: false,
    };
    let maximised = window.is_maximized().unwrap_or(false);
    window.state::<Memory>().change(|remembered| {
        let place = if maximised {
            remembered.place.unwrap_or(now)
        } else {
            now
        };
        remembered.place = Some(Place { maximised, ..place });
    });
}

/// Somebody started the program again for the same library: the window comes forward and takes over the errand. Says whether there
/// is a window, which a program that is ending has no more.
pub fn greet(app: &AppHandle, hello: Hello) -> bool {
    let (say, came) = mpsc::channel();
    let main = app.clone();
    let come_forward = move || {
        let Some(window) = main.get_webview_window(LABEL) else {
            return;
        };
        take_on(&main, &hello.errand);
        let _ = window.unminimize();
        if let (Some(token), Ok(gtk)) = (&hello.token, window.gtk_window()) {
            // What the desktop gave whoever was started last; without it some desktops only mark the window.
            gtk::prelude::GtkWindowExt::set_startup_id(&gtk, &token.to_string_lossy());
        }
        let _ = window.set_focus();
        let _ = say.send(());
    };
    app.run_on_main_thread(come_forward).is_ok() && came.recv().is_ok()
}

/// Passes `errand` to the interface, now or when it is there.
pub fn take_on(app: &AppHandle, errand: &Errand) {
    let requests = app.state::<Requests>();
    requests.import(&errand.files, &app.state::<Chosen>());
    if errand.paste {
        requests.hold(Request::Paste);
    }
    if errand.brief {
        requests.hold(Request::NewBrief);
    }
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
    fn a_window_whose_screen_is_gone_opens_on_one_that_is_there() {
        let place = |x, y| Place {
            width: 1000.0,
            height: 700.0,
            x,
            y,
            maximised: false,
        };
        let screens = [(0.0, 0.0, 1920.0, 1080.0), (1920.0, 0.0, 1280.0, 1024.0)];
        for (x, y, reachable) in [
            (0.0, 0.0, true),
            (-900.0, 20.0, true),
            (-960.0, 20.0, false),
            (3100.0, 20.0, true),
            (3200.0, 20.0, false),
            (100.0, -30.0, false),
            (100.0, 1060.0, false),
        ] {
            assert_eq!(within_reach(&place(x, y), screens), reachable, "{x} {y}");
        }
    }

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
