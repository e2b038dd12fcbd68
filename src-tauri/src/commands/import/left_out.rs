//! What was left out of a record, as the window sees it.

use desk::import;
use serde::Serialize;

use super::same_words;

/// Bytes of a piece that was left out that are shown: enough to know it by.
const LEFT_OUT_BYTES: usize = 200;

/// Why a piece of a document was left out of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum LeftOutBecause {
    RepeatedHeadline,
    Corrected,
    Navigation,
    RelatedLinks,
    Promotion,
    Advertisement,
    Sharing,
    Comments,
    AboutTheArticle,
    AboutTheAuthor,
    PictureCredit,
    Legal,
    Hidden,
    RunningHead,
    PageNumber,
    QuotedMessage,
    Signature,
    OutsideArticle,
}

same_words!(
    LeftOutBecause,
    import::RemovedBecause,
    RepeatedHeadline,
    Corrected,
    Navigation,
    RelatedLinks,
    Promotion,
    Advertisement,
    Sharing,
    Comments,
    AboutTheArticle,
    AboutTheAuthor,
    PictureCredit,
    Legal,
    Hidden,
    RunningHead,
    PageNumber,
    QuotedMessage,
    Signature,
    OutsideArticle
);

/// A piece of a document that is not in the record.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct LeftOut {
    /// The words, the beginning of very many.
    pub text: String,
    /// Why.
    pub because: LeftOutBecause,
}

impl From<import::Removed> for LeftOut {
    fn from(removed: import::Removed) -> Self {
        let mut text = removed.text;
        text.truncate(text.floor_char_boundary(LEFT_OUT_BYTES));
        Self {
            text,
            because: removed.reason.into(),
        }
    }
}
