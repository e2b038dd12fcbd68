//! What `chancery` promises, asked of the built program from outside, as a person or a script would.
//!
//! Each test works in a folder of its own and starts the program afresh for each call; nothing here calls our crates. The
//! README beside this folder says what each module holds to account. Linux only: limits, users and kills are the system's.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on must fail"
)]
#![allow(clippy::print_stderr, reason = "a seed is needed to have a failure again")]

mod bad_input;
mod extract;
mod flags;
mod harness;
mod journey;
mod kills;
mod undo;
mod versions;
