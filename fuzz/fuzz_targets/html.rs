//! A web page.
#![no_main]

use intake::Hints;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let hints = Hints {
        url: Some("https://outlet.example/2026/02/02/port"),
        media: Some("text/html"),
        ..Hints::default()
    };
    fuzz::read_behind(b"<!DOCTYPE html>", data, &hints);
});
