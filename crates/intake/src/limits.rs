//! How much a document may ask of us (reliability.md, T6).
//!
//! Sizes are checked before a byte is read; memory, time and system calls are the worker process's business (`sandbox`).

use std::time::Duration;

use crate::Problem;

/// Most bytes of a text.
pub const TEXT_BYTES: usize = 25_000_000;
/// Most lines of a text: a hundred times a long report, and few enough that the record of each fits into memory.
pub const TEXT_LINES: usize = 200_000;
/// Most members of an archive that is a document.
pub(crate) const ARCHIVE_ENTRIES: usize = 10_000;
/// Most bytes that a document's parts unpack to, together.
pub(crate) const UNPACKED_BYTES: u64 = 100_000_000;
/// Most bytes that a byte of a packed part unpacks to …
pub(crate) const UNPACKED_RATIO: u64 = 200;
/// … unless the part stays below so many bytes.
pub(crate) const UNPACKED_FREE: u64 = 4_000_000;
/// Most elements and texts of an XML part.
pub(crate) const XML_NODES: u32 = 3_000_000;
/// Most attributes of an XML element.
pub(crate) const XML_ATTRIBUTES: usize = 1_000;
/// Elements, tables or messages within each other.
pub(crate) const DEPTH: usize = 100;
/// Most parts of a message.
pub(crate) const MESSAGE_PARTS: usize = 5_000;
/// Most pages of a PDF.
pub(crate) const PDF_PAGES: usize = 2_000;
/// Address space of the worker process, bytes.
pub(crate) const ADDRESS_SPACE: u64 = 1 << 30;
/// Processor time for a document, seconds.
pub(crate) const CPU_SECONDS: u64 = 20;
/// Time on the clock for a document.
pub(crate) const WALL: Duration = Duration::from_secs(30);
/// After this many documents a worker is replaced, so that what a parser leaks never adds up.
pub(crate) const DOCUMENTS: u32 = 300;

/// Whether `bytes` bytes may be read as text.
pub(crate) fn check_size(bytes: usize) -> Result<(), Problem> {
    if bytes > TEXT_BYTES {
        return Err(Problem::TooLarge {
            bytes: bytes as u64,
            limit: TEXT_BYTES as u64,
        });
    }
    Ok(())
}
