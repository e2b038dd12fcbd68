//! What a page states about itself in JSON.
#![no_main]

use intake::Hints;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let page = [
        &b"<!DOCTYPE html><html><head><script type=\"application/ld+json\">"[..],
        data,
        b"</script></head><body><article><h1>Port Stays Closed</h1><p>By Maya Rios</p><p>The port is closed.</p></article></body></html>",
    ];
    fuzz::read(&page.concat(), &Hints::default());
});
