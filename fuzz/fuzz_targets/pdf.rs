//! A PDF document.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::read_behind(b"%PDF-", data, &intake::Hints::default()));
