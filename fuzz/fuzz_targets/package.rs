//! The ZIP package of a Word document, byte by byte.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::read_behind(b"PK\x03\x04", data, &intake::Hints::default()));
