//! The measurements, one function a budget, in the order of an analyst's day: start, look through the list, open, mark, write.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::driver::{Key, Window};
use super::library::{LAST, LONGEST_HEADLINE, Maker, ORDINARY_HEADLINE};
use super::{Allowed, Figure, Result, Statistic};
use crate::processes;

/// What can be measured by itself, in the order of an analyst's day.
const PARTS: [&str; 7] = ["start", "idle", "list", "reader", "brief", "longest", "files"];
/// Starts of each window.
const STARTS: usize = 5;
/// Moves from row to row.
const MOVES: usize = 200;
/// Times the article is opened.
const OPENINGS: usize = 11;
/// Marks made, one a paragraph.
const MARKS: usize = 18;
/// Edits of the brief.
const EDITS: usize = 12;
/// Keys timed for a floor.
const KEYS: usize = 30;
/// How long a list is scrolled, ms.
const SCROLLING: u32 = 3_000;
/// How long a window is left alone until its memory is read.
const SETTLED: Duration = Duration::from_secs(2);
/// How long it is left alone until it should be idle, with what is read ahead done.
const QUIET: Duration = Duration::from_secs(8);
/// How long idleness is watched.
const IDLE: Duration = Duration::from_secs(10);
/// Times it is.
const IDLES: usize = 5;

/// Waits for the first screen's content and gives when it was painted, in milliseconds since 1970.
const READY: &str = r#"
    await probe.until(() => performance.getEntriesByName("screen-ready").length > 0);
    return performance.timeOrigin + performance.getEntriesByName("screen-ready")[0].startTime;
"#;
/// The same of the empty page: when it was loaded.
const LOADED: &str = r#"
    const load = () => performance.getEntriesByType("navigation")[0].loadEventEnd;
    await probe.until(() => load() > 0);
    return performance.timeOrigin + load();
"#;
/// The row that one is on.
const ROW: &str = r#"document.querySelector("[role=option][aria-selected=true]")"#;
/// The end of the article stands in the reader.
const ALL_READ: &str = r#"[...document.querySelectorAll("[role=listitem][data-block]")].at(-1)?.textContent.includes(end) === true"#;

/// Measures the parts named, or all, with the programs in `programs`.
pub async fn parts(programs: &Path, named: &[&str]) -> Result<Vec<Figure>> {
    let unknown = named.iter().find(|name| !PARTS.contains(name));
    if let Some(name) = unknown {
        return Err(format!("there is no part `{name}`; the parts are {}", PARTS.join(", ")).into());
    }
    let bench = Bench {
        window: programs.join("chancery-window"),
        empty: programs.join("examples").join("empty"),
        maker: Maker::new(programs),
    };
    let home = tempfile::tempdir()?;
    let sample = home.path().join("sample");
    bench.maker.sample(&sample)?;
    let mut figures = Vec::new();
    for part in PARTS {
        if !named.is_empty() && !named.contains(&part) {
            continue;
        }
        match part {
            "start" => bench.starts(&bench.maker.inbox()?, &mut figures).await?,
            "idle" => bench.idle(&bench.maker.inbox()?, &mut figures).await?,
            "list" => bench.list(&bench.maker.inbox()?, &mut figures).await?,
            "reader" => bench.reader(&sample, &mut figures).await?,
            "brief" => bench.brief(&sample, &mut figures).await?,
            "files" => bench.files(home.path(), &mut figures).await?,
            _ => bench.long_article(&bench.maker.longest()?, &mut figures).await?,
        }
    }
    Ok(figures)
}

/// The programs that are measured.
struct Bench {
    window: PathBuf,
    empty: PathBuf,
    maker: Maker,
}

/// One start: milliseconds until there was something to see, and MiB held a while later.
struct Start {
    ready: f64,
    memory: f64,
}

impl Bench {
    /// The window on `library`, with its first screen to be seen.
    async fn open(&self, library: &Path) -> Result<Window> {
        let library = library.to_str().ok_or("a strange path")?;
        let window = Window::open(&self.window, &["--library", library]).await?;
        window.run(READY).await?;
        Ok(window)
    }

    /// Both windows in turn, so that whatever else the machine does hits both. The first start of each only warms the disk's
    /// cache and the webview's.
    async fn starts(&self, library: &Path, figures: &mut Vec<Figure>) -> Result<()> {
        let library = library.to_str().ok_or("a strange path")?;
        let (mut ours, mut empty) = (Vec::new(), Vec::new());
        for n in 0..=STARTS {
            let own = start(&self.window, &["--library", library], READY).await?;
            let floor = start(&self.empty, &[], LOADED).await?;
            if n > 0 {
                ours.push(own);
                empty.push(floor);
            }
        }
        let of = |starts: &[Start], what: fn(&Start) -> f64| starts.iter().map(what).collect();
        figures.push(Figure {
            name: "start to inbox ready, 10,000 articles, ms",
            of: Statistic::Median,
            measured: of(&ours, |start| start.ready),
            floor: Some(of(&empty, |start| start.ready)),
            allowed: Some(Allowed::Times(1.3)),
        });
        figures.push(Figure {
            name: "memory with the inbox open, MiB",
            of: Statistic::Median,
            measured: of(&ours, |start| start.memory),
            floor: Some(of(&empty, |start| start.memory)),
            allowed: Some(Allowed::Times(1.5)),
        });
        Ok(())
    }

    /// What an open inbox costs while nobody does anything.
    async fn idle(&self, library: &Path, figures: &mut Vec<Figure>) -> Result<()> {
        let window = self.open(library).await?;
        window.until(ROW).await?;
        if window.run("return document.hasFocus();").await? != true {
            eprintln!("The window has no focus: what it costs while idle may be too little.");
        }
        let measured = idle(&window).await?;
        window.close().await?;
        let empty = Window::open(&self.empty, &[]).await?;
        empty.run(LOADED).await?;
        let floor = idle(&empty).await?;
        empty.close().await?;
        figures.push(Figure {
            name: "processor while idle for 10 s with the inbox open, ms",
            of: Statistic::Median,
            measured,
            floor: Some(floor),
            allowed: Some(Allowed::Over(0.0)),
        });
        Ok(())
    }

    /// Rows and scrolling.
    async fn list(&self, library: &Path, figures: &mut Vec<Figure>) -> Result<()> {
        let window = self.open(library).await?;
        window.until(ROW).await?;
        let mut moves = Vec::new();
        for _ in 0..MOVES {
            let before = format!("const before = {ROW}?.dataset.place");
            let shown = format!("{ROW} !== null && {ROW}.dataset.place !== before");
            moves.push(window.time(&['j'], &before, &shown).await?);
        }
        let scroll =
            format!("return probe.scroll(document.querySelector(\"[role=listbox]\"), 120, {SCROLLING});");
        let frames = window.numbers(&scroll).await?;
        let floor = floor(&window, 1).await?;
        window.close().await?;
        figures.push(Figure {
            name: "row move, key to painted frame, ms (p95 of 200)",
            of: Statistic::P95,
            measured: moves,
            floor: Some(floor),
            allowed: Some(Allowed::Most(33.0)),
        });
        figures.push(Figure {
            name: "list of 10,000 scrolled, frame, ms (p95)",
            of: Statistic::P95,
            measured: frames,
            floor: None,
            allowed: Some(Allowed::Most(33.0)),
        });
        Ok(())
    }

    /// Opening an article and marking it, paragraph by paragraph.
    async fn reader(&self, library: &Path, figures: &mut Vec<Figure>) -> Result<()> {
        let window = self.open(library).await?;
        choose(&window, ORDINARY_HEADLINE).await?;
        let open = format!("const end = {LAST:?}");
        let mut openings = Vec::new();
        for n in 0..OPENINGS {
            if n > 0 {
                window.press(&[char::from(Key::Escape)]).await?;
                choose(&window, ORDINARY_HEADLINE).await?;
            }
            let time = window.time(&[char::from(Key::Enter)], &open, ALL_READ).await?;
            openings.push(time);
        }
        let one = floor(&window, 1).await?;
        let two = floor(&window, 2).await?;
        let at = "document.querySelector(\"[data-block][aria-current=true]\")";
        window
            .until(&format!("{at}?.contains(document.activeElement)"))
            .await?;
        let mut marks = Vec::new();
        for _ in 0..MARKS {
            let before = format!("const before = {at}");
            window.time(&['j'], &before, &format!("{at} !== before")).await?;
            let shown = format!("{at}.querySelector(\"mark, .tiles\") !== null");
            marks.push(window.time(&['h'], "", &shown).await?);
        }
        window.close().await?;
        figures.push(Figure {
            name: "article of 10,000 characters, key to all of it painted, ms",
            of: Statistic::Median,
            measured: openings,
            floor: Some(one),
            allowed: Some(Allowed::Over(60.0)),
        });
        figures.push(Figure {
            name: "key to mark shown, ms (floor: two frames)",
            of: Statistic::Median,
            measured: marks,
            floor: Some(two),
            allowed: Some(Allowed::Times(1.5)),
        });
        Ok(())
    }

    /// Moving a block of the sample's brief up and down: kept, laid out, and the changed pages on the screen.
    async fn brief(&self, library: &Path, figures: &mut Vec<Figure>) -> Result<()> {
        let window = self.open(library).await?;
        window.press(&['g']).await?;
        window.press(&['b']).await?;
        window.until("document.querySelector(\"[data-brief]\")").await?;
        window.press(&[char::from(Key::Enter)]).await?;
        let pages = "[...document.querySelectorAll(\".sheets img\")]";
        let shown =
            format!("{pages}.length > 0 && {pages}.every((page) => page.complete && page.naturalWidth > 0)");
        window.until(&shown).await?;
        // The first block that has another one of its part after it, and so can change places with it.
        window
            .run(
                "const blocks = [...document.querySelectorAll('[data-part] [data-block]')];
                 const part = (block) => block?.closest('[data-part]');
                 const movable = blocks.find((block, n) => part(blocks[n + 1]) === part(block));
                 if (!movable) throw new Error('no block can be moved');
                 movable.focus();",
            )
            .await?;
        let before = format!("const looks = () => {pages}.map((page) => page.src).join(), before = looks()");
        let changed = format!("looks() !== before && {shown}");
        let mut edits = Vec::new();
        for n in 0..EDITS {
            let arrow = if n % 2 == 0 { Key::Down } else { Key::Up };
            let time = window
                .time(&[char::from(Key::Alt), char::from(arrow)], &before, &changed)
                .await?;
            edits.push(time);
        }
        window.close().await?;
        figures.push(Figure {
            name: "brief of 2 pages, key that edits to changed page shown, ms",
            of: Statistic::Median,
            measured: edits,
            floor: None,
            allowed: Some(Allowed::Most(60.0)),
        });
        Ok(())
    }

    /// The frames of the sheet while many files come into a new library.
    async fn files(&self, home: &Path, figures: &mut Vec<Figure>) -> Result<()> {
        let (library, files) = (home.join("incoming"), home.join("files"));
        self.maker.files(&files)?;
        let [library, files] = [&library, &files].map(|folder| folder.to_str().ok_or("a strange path"));
        let window = Window::open(&self.window, &["--library", library?, files?]).await?;
        window
            .until("document.querySelector(\"dialog[open] [data-outcome=waiting]\")")
            .await?;
        let bar = "document.querySelector(\"dialog[open] progress\")";
        let done = format!("{bar}?.value > 0 && {bar}.value === {bar}.max");
        window.run(&format!("probe.arm(() => {done});")).await?;
        window.run(&format!("probe.watch(() => {done});")).await?;
        window
            .press(&[char::from(Key::Control), char::from(Key::Enter)])
            .await?;
        let took = window.number("return probe.taken();").await?;
        let frames = window.numbers("return probe.watched();").await?;
        window.close().await?;
        figures.push(Figure {
            name: "1,000 files imported in the window, longest frame, ms",
            of: Statistic::Median,
            measured: vec![frames.into_iter().fold(0.0, f64::max)],
            floor: None,
            allowed: Some(Allowed::Most(100.0)),
        });
        figures.push(Figure {
            name: "the same, all of them, ms",
            of: Statistic::Median,
            measured: vec![took],
            floor: None,
            allowed: None,
        });
        Ok(())
    }

    /// The article of a million characters with 5,000 marks.
    async fn long_article(&self, library: &Path, figures: &mut Vec<Figure>) -> Result<()> {
        let window = self.open(library).await?;
        choose(&window, LONGEST_HEADLINE).await?;
        let read = format!("const end = {LAST:?}");
        let opening = window.time(&[char::from(Key::Enter)], &read, ALL_READ).await?;
        window
            .until("document.querySelector(\"[data-scroll] mark\")")
            .await?;
        let scroll =
            format!("return probe.scroll(document.querySelector(\"[data-scroll]\"), 120, {SCROLLING});");
        let frames = window.numbers(&scroll).await?;
        window.close().await?;
        figures.push(Figure {
            name: "article of 1,000,000 characters with 5,000 marks, opened, ms",
            of: Statistic::Median,
            measured: vec![opening],
            floor: None,
            allowed: None,
        });
        figures.push(Figure {
            name: "the same scrolled, frame, ms (p95)",
            of: Statistic::P95,
            measured: frames,
            floor: None,
            allowed: Some(Allowed::Most(33.0)),
        });
        Ok(())
    }
}

/// Milliseconds of processor that the window uses while nobody does anything, each time it is watched.
async fn idle(window: &Window) -> Result<Vec<f64>> {
    tokio::time::sleep(QUIET).await;
    let mut spent = Vec::new();
    for _ in 0..IDLES {
        let before = processes::used(window.pid)?;
        tokio::time::sleep(IDLE).await;
        spent.push(processes::used_since(&before, window.pid)?);
    }
    Ok(spent)
}

/// One start of `program`; `ready` gives when there was something to see.
async fn start(program: &Path, arguments: &[&str], ready: &str) -> Result<Start> {
    let window = Window::open(program, arguments).await?;
    let ready = window.number(ready).await? - processes::began(window.pid)?;
    tokio::time::sleep(SETTLED).await;
    let memory = processes::memory(window.pid)?;
    window.close().await?;
    Ok(Start { ready, memory })
}

/// Times of a key that changes a word, until it was painted and `frames` frames were.
async fn floor(window: &Window, frames: u32) -> Result<Vec<f64>> {
    let mut times = Vec::new();
    for _ in 0..KEYS {
        times.push(window.frames(frames).await?);
    }
    Ok(times)
}

/// Goes to the article with this headline in the list, which must be among the first.
async fn choose(window: &Window, headline: &str) -> Result<()> {
    window
        .until(&format!("{ROW}?.contains(document.activeElement)"))
        .await?;
    for _ in 0..20 {
        let here = window
            .run(&format!(
                "return {ROW}?.textContent.includes({headline:?}) === true;"
            ))
            .await?;
        if here == true {
            return Ok(());
        }
        window.press(&['j']).await?;
    }
    Err(format!("{headline} is not in the list").into())
}
