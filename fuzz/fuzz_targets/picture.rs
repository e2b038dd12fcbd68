//! The heads of pictures.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    intake::picture(data);
});
