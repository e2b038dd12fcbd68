//! The brief as `brief/1` JSON: what is saved, what is attached to the PDF, and what
//! a colleague's Chancery reads again. The bytes are the same for the same brief.

use crate::brief_document::{BriefDocument, SCHEMA};
use crate::error::Error;

/// The brief as JSON, indented, UTF-8, ending in a line feed.
///
/// # Errors
/// [`Error::Unreadable`] when a number in the brief has no JSON form (infinite or not a number).
pub fn json(document: &BriefDocument) -> Result<Vec<u8>, Error> {
    let mut bytes =
        serde_json::to_vec_pretty(document).map_err(|error| Error::Unreadable(error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Reads a brief from JSON, with or without a byte order mark. Unknown fields are ignored.
///
/// # Errors
/// [`Error::Unreadable`] when the bytes are no JSON of this shape, [`Error::Schema`] when they are another format or version.
pub fn read(bytes: &[u8]) -> Result<BriefDocument, Error> {
    #[derive(serde::Deserialize)]
    struct Envelope {
        schema: String,
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let unreadable = |error: serde_json::Error| Error::Unreadable(error.to_string());
    let envelope: Envelope = serde_json::from_slice(bytes).map_err(unreadable)?;
    if envelope.schema != SCHEMA {
        return Err(Error::Schema {
            found: envelope.schema,
        });
    }
    serde_json::from_slice(bytes).map_err(unreadable)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn a_brief_survives_the_journey_through_json() {
        let brief = fixture::strait();
        assert_eq!(read(&json(&brief).unwrap()).unwrap(), brief);
    }

    #[test]
    fn unknown_fields_are_ignored() {
        let mut value = serde_json::to_value(fixture::strait()).unwrap();
        value["meta"]["colour"] = "blue".into();
        value["future"] = 1.into();
        assert_eq!(read(value.to_string().as_bytes()).unwrap(), fixture::strait());
    }

    #[test]
    fn a_later_version_is_named() {
        let error = read(br#"{"schema":"brief/2","pages":[]}"#).unwrap_err();
        assert_eq!(
            error,
            Error::Schema {
                found: "brief/2".into()
            }
        );
    }

    #[test]
    fn what_is_no_brief_is_a_sentence() {
        assert!(matches!(read(b"PK\x03\x04"), Err(Error::Unreadable(_))));
    }
}
