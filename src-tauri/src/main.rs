//! The program `chancery-window`.
//!
//! Everything it does is in the library beside it, where tests can reach it.

// Without it Windows opens a console beside the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    chancery_window::run()
}
