//! A mail message.
#![no_main]

/// Enough headers for a message.
const HEAD: &[u8] =
    b"MIME-Version: 1.0\nMessage-ID: <1@x.example>\nFrom: Maya Rios <maya@x.example>\nSubject: Port\n";

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::read_behind(HEAD, data, &intake::Hints::default()));
