//! The journey of an analyst who has only a shell, as the shell script beside this folder.

use std::process::Command;

use crate::harness::{CHANCERY, folder, samples};

fn script(part: &str) {
    let folder = folder();
    let output = Command::new("bash")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/journey.sh"))
        .arg(part)
        .env("CHANCERY", CHANCERY)
        .env("WORK", folder.path())
        .env("SAMPLES", samples())
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr]
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .concat();
    assert!(output.status.success(), "{said}");
}

#[test]
fn from_the_article_to_a_sourced_brief() {
    script("journey");
}

#[test]
fn the_sample_brief_is_two_sound_pages() {
    script("sample");
}

#[test]
fn titles_in_other_scripts() {
    script("scripts");
}
