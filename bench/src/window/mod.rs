//! The window: how long it takes to start, to move, to open, to mark and to lay out, what it holds and what it costs while
//! nobody does anything; beside an empty Tauri window with the same locks, measured in the same run.
//!
//! It expects to run on a screen and in a home folder of its own, which `cargo xtask bench window` gives it, with the programs
//! to measure beside it.

mod driver;
mod library;
mod measure;

use std::error::Error;
use std::path::PathBuf;

use crate::figures::{load, median, percentile};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// What is measured, next to what it may be.
struct Figure {
    name: &'static str,
    /// The statistic that the budget is about.
    of: Statistic,
    measured: Vec<f64>,
    /// The same of the empty window, or of a key that changes a word.
    floor: Option<Vec<f64>>,
    /// Nothing where there is no budget, and the figure is for the record.
    allowed: Option<Allowed>,
}

#[derive(Clone, Copy)]
enum Statistic {
    Median,
    P95,
}

impl Statistic {
    fn of(self, values: &[f64]) -> f64 {
        match self {
            Self::Median => median(values),
            Self::P95 => percentile(values, 95),
        }
    }
}

#[derive(Clone, Copy)]
enum Allowed {
    /// As many times the floor.
    Times(f64),
    /// So much more than the floor.
    Over(f64),
    /// This and no more.
    Most(f64),
}

impl Allowed {
    fn above(self, floor: f64) -> f64 {
        match self {
            Self::Times(times) => floor * times,
            Self::Over(more) => floor + more,
            Self::Most(most) => most,
        }
    }
}

/// Measures the parts named, or everything, and prints the table.
pub fn table(parts: &[&str]) -> Result<()> {
    let programs = std::env::current_exe()?
        .parent()
        .map_or_else(PathBuf::new, PathBuf::from);
    let before = load()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let figures = runtime.block_on(measure::parts(&programs, parts))?;
    if cfg!(debug_assertions) {
        println!("A debug build: these figures say nothing. Run with --release.\n");
    }
    println!(
        "{:<62} {:>8} {:>8} {:>8} {:>8} {:>6}",
        "budget", "median", "p95", "floor", "allowed", "ratio"
    );
    for figure in &figures {
        figure.print();
    }
    println!(
        "\nThe ratio is that of the p95 where the name says so, else of the median. The floor is an empty window, or a key that\n\
         changes one word. Load average {before} before, {} after.",
        load()?
    );
    Ok(())
}

impl Figure {
    fn print(&self) {
        let floor = self.floor.as_deref().map(median);
        let allowed = self.allowed.map(|allowed| allowed.above(floor.unwrap_or(0.0)));
        let counted = self.of.of(&self.measured);
        // Nothing of what may be nothing is within the budget.
        let ratio = allowed.map(|allowed| if counted == 0.0 { 0.0 } else { counted / allowed });
        let number = |number: Option<f64>, places| {
            number.map_or_else(String::new, |number| format!("{number:.places$}"))
        };
        println!(
            "{:<62} {:>8.1} {:>8.1} {:>8} {:>8} {:>6}",
            self.name,
            median(&self.measured),
            percentile(&self.measured, 95),
            number(floor, 1),
            number(allowed, 1),
            number(ratio, 2)
        );
    }
}
