//! Plain text, in whatever encoding the bytes turn out to have.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::read(data, &intake::Hints::default()));
