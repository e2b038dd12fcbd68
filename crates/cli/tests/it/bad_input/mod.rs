//! What can't be used: every case ends with the exit code that the help names and one clear sentence, and loses nothing.

mod files;
mod library;
mod system;
mod usage;
