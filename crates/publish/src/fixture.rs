//! Briefs for tests: an ordinary note and one that nobody has filled. Both are of our own writing.

use crate::brief_document::BriefDocument;

/// Reads a fixture of `tests/fixtures`.
fn load(text: &str) -> BriefDocument {
    #[expect(clippy::expect_used, reason = "a fixture that does not read is a broken test")]
    serde_json::from_str(text).expect("a fixture is a brief")
}

/// An ordinary note of two pages about an invented strait.
pub(crate) fn strait() -> BriefDocument {
    load(include_str!("../tests/fixtures/strait.json"))
}

/// A note with a title and nothing else.
pub(crate) fn empty() -> BriefDocument {
    load(include_str!("../tests/fixtures/empty.json"))
}
