//! Reads pages with `dom_smoothie` or `rs-trafilatura`, whichever is named, as `chancery extract --jsonl` does: lines {"path"} in, lines of
//! fields out.

use std::{error::Error, fs, io::BufRead as _};

use dom_smoothie::{Config, Readability, TextMode};
use serde_json::{Value, json};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let read = match std::env::args().nth(1).as_deref() {
        Some("dom_smoothie") => dom_smoothie,
        Some("rs-trafilatura") => rs_trafilatura,
        _ => return Err("usage: rust-peers dom_smoothie | rs-trafilatura".into()),
    };
    for line in std::io::stdin().lock().lines() {
        let asked: Value = serde_json::from_str(&line?)?;
        let path = asked["path"].as_str().ok_or("a line without a path")?;
        let page = String::from_utf8_lossy(&fs::read(path)?).into_owned();
        // A page that a peer can't read is a page without an answer.
        let mut said = read(&page).unwrap_or_else(|_| json!({}));
        said["path"] = path.into();
        println!("{said}");
    }
    Ok(())
}

fn dom_smoothie(page: &str) -> Result<Value> {
    let lines = Config {
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let article = Readability::new(page, None, Some(lines))?.parse()?;
    Ok(json!({
        "title": &*article.title,
        "byline": article.byline.as_deref(),
        "published": article.published_time.as_deref().and_then(|time| time.get(..10)),
        "text": &*article.text_content,
    }))
}

fn rs_trafilatura(page: &str) -> Result<Value> {
    let read = rs_trafilatura::extract(page)?;
    Ok(json!({
        "title": read.metadata.title,
        "byline": read.metadata.author,
        "published": read.metadata.date.map(|date| date.date_naive().to_string()),
        "text": read.content_text,
    }))
}
