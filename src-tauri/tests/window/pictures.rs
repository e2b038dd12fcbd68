//! The pictures of an article: shown where they stand once they are in the library, and nothing else through their addresses.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;

use serde_json::Value;

use crate::driver::{Window, chancery, with_window};
use crate::reader::open;

const TITLE: &str = "Mole of Selm Gives Way";

/// A picture of 128 by 128.
const MOLE: &[u8] = include_bytes!("../../../icons/128x128.png");

/// The page of an article with one picture.
const PAGE: &str = "<!doctype html><html lang=en><title>Mole of Selm Gives Way</title><article><h1>Mole of Selm Gives Way</h1><p>The northern mole of the port of Selm gave way in the night to Monday, officers said after they had looked at it from a boat for most of the morning.<figure><img src=/mole.png alt='Stones lie in the water'><figcaption>The mole on Monday, seen from the north</figcaption></figure><p>Ships wait for a berth in the bay, and two of them have turned back to the south with their cargo of grain.</article>";

/// Answers everything that is asked for at `listener`, for as long as the test runs.
fn serve(listener: TcpListener) {
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut head = [0; 4096];
            let read = stream.read(&mut head).unwrap_or(0);
            let (media, body) = match head[..read].starts_with(b"GET /mole.png ") {
                true => ("image/png", MOLE),
                false => ("text/html; charset=utf-8", PAGE.as_bytes()),
            };
            let head = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: {media}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
                body.len()
            );
            _ = stream.write_all(&[head.as_bytes(), body].concat());
        }
    });
}

/// A library with the article, its picture fetched.
fn with_picture(folder: &Path) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let at: SocketAddr = listener.local_addr().unwrap();
    serve(listener);
    let server = at.to_string();
    let page = format!("http://{server}/port");
    let imported = chancery(folder, &["--allow-server", &server, "import", &page]);
    let article = imported["uid"].as_str().unwrap();
    chancery(
        folder,
        &["--allow-server", &server, "pictures", article, "--fetch"],
    );
}

/// Whether the window draws an image from this address.
async fn draws(window: &Window, address: &str) -> bool {
    let script = format!(
        "return new Promise((done) => {{ const image = new Image(); image.onload = () => done(true); image.onerror = () => done(false); image.src = {}; }})",
        Value::from(address)
    );
    window.run(&script).await == Value::Bool(true)
}

#[test]
fn a_fetched_picture_stands_over_its_description_and_caption_and_only_pictures_leave_the_library() {
    with_window(with_picture, async |window| {
        open(window, TITLE).await;
        window
            .until("document.querySelector('.figure img')?.naturalWidth === 128")
            .await;
        let figure = window.text(".figure").await;
        assert!(
            figure.contains("Stones lie in the water") && figure.contains("seen from the north"),
            "{figure}"
        );
        let article = crate::reader::uid(window, TITLE);
        let picture = window.cli(&["pictures", &article]);
        let picture = picture["sha256"].as_str().unwrap();
        assert!(draws(window, &format!("media://localhost/picture/{picture}")).await);
        let page = window.cli(&["show", &article]);
        let page = page["version"]["sha256"].as_str().unwrap();
        assert!(!draws(window, &format!("media://localhost/picture/{page}")).await);

        // Taken back, the picture goes and its words stay.
        window.chord("Ctrl+Z").await;
        window
            .until("document.querySelector('.figure img') === null")
            .await;
        assert!(!draws(window, &format!("media://localhost/picture/{picture}?again")).await);
        assert!(window.text(".figure").await.contains("Stones lie in the water"));
    });
}
