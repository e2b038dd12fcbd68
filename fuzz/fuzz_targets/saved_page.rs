//! A page saved with its pictures (.mht, .mhtml).
#![no_main]

/// Enough headers for a saved page.
const HEAD: &[u8] = b"MIME-Version: 1.0\nSnapshot-Content-Location: https://outlet.example/1\nContent-Type: multipart/related; boundary=b\n";

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::read_behind(HEAD, data, &intake::Hints::default()));
