//! Measures Chancery against its budgets and prints a table, one subcommand a subject.
//!
//! `cargo xtask bench brief` runs `brief`, `cargo xtask bench import` runs `import`, `cargo xtask bench window` runs `window` on a screen of its own; `cargo run -p bench -- lint`
//! measures the checks of a brief. Figures are release figures: run with `--release` on a quiet machine. A ratio above 1 misses
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
mod figures;
mod import;
mod lint;
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
        ["lint"] => lint::table().map_err(Into::into),
        _ => Err("usage: bench brief | import | lint | window [PART…]".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}
