//! Measures Chancery against its budgets and prints a table, one subcommand a subject.
//!
//! `cargo xtask bench` runs `brief` and `import` as they are, `window` on a screen of its own, and gives `extraction`, `hostile` and
//! `pdf` the peers, pages and documents they need; `cargo run -p bench -- lint` measures the checks of a brief. Figures are release figures: run
//! with `--release` on a quiet machine. A ratio above 1 misses
//! the budget; above 2 it is a regression to explain. Nothing here is a test: the numbers are for people.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench talks to the person who ran it"
)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test that can't go on must fail"
    )
)]

mod brief;
mod extraction;
mod figures;
mod hostile;
mod import;
mod lint;
mod pdf;
mod processes;
mod window;

use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        ["window", parts @ ..] => window::table(parts),
        ["brief"] => brief::table(),
        ["brief", "--measure", items] => brief::measure(items),
        ["import"] => import::table(),
        ["extraction", shared, peers] => extraction::table(shared.as_ref(), peers.as_ref()),
        ["pdf", samples, documents] => pdf::table(samples.as_ref(), documents.as_ref()),
        ["hostile", shared, packages] => hostile::table(shared.as_ref(), packages.as_ref()),
        ["lint"] => lint::table().map_err(Into::into),
        _ => Err(
            "usage: bench brief | import | lint | window [PART…] | extraction SHARED PEERS | hostile SHARED PACKAGES | pdf SAMPLES DOCUMENTS"
                .into(),
        ),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}
