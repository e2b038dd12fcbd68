//! What passes between Chancery and its worker process: frames of a JSON header and a payload of bytes.
//!
//! A frame is the header's length (u32, little endian), the header, the payload's length (u64, little endian), the payload.
//! Lengths are checked before anything is read, so that a frame from a misled worker can't fill the memory.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{Extraction, Hints, Problem};

/// What is wanted of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// What the record holds.
    Capture,
    /// Every part with its place.
    Extraction,
    /// What the record holds, and what became of each line.
    Preview,
    /// What the picture is that the bytes are.
    Picture,
}

/// One document's header; its bytes are the payload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// What is wanted.
    pub op: Operation,
    /// The file's name, for parsers that need it.
    pub name: Option<String>,
    /// Where it was found.
    pub url: Option<String>,
    /// The Content-Type it came with.
    pub media: Option<String>,
}

impl Request {
    /// What is known about the document besides its bytes.
    pub(crate) fn hints(&self) -> Hints<'_> {
        Hints {
            url: self.url.as_deref(),
            name: self.name.as_deref(),
            media: self.media.as_deref(),
        }
    }
}

/// The worker's answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// To [`Operation::Capture`].
    Capture(Box<model::article::Capture>),
    /// To [`Operation::Extraction`].
    Extraction(Box<Extraction>),
    /// To [`Operation::Preview`].
    Preview(Box<crate::Preview>),
    /// To [`Operation::Picture`]; nothing for what is no picture.
    Picture(Option<model::picture::Picture>),
    /// The document is none we read.
    Problem(Problem),
}

/// What the answer cost; its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Spent {
    /// Processor time for the document, microseconds.
    pub(crate) cpu_us: u64,
}

/// Longest header: a name and an address.
const HEADER_BYTES: u32 = 1 << 20;
/// Longest payload: a record of the largest document with its places.
const PAYLOAD_BYTES: u64 = 1 << 30;

/// Writes a frame.
pub(crate) fn write_frame(to: &mut impl Write, header: &impl Serialize, payload: &[u8]) -> io::Result<()> {
    let header = serde_json::to_vec(header)?;
    let length = u32::try_from(header.len())
        .ok()
        .filter(|&n| n <= HEADER_BYTES)
        .ok_or(io::ErrorKind::InvalidInput)?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(&header)?;
    to.write_all(&(payload.len() as u64).to_le_bytes())?;
    to.write_all(payload)?;
    to.flush()
}

/// Reads a frame; nothing at the end of the stream.
pub(crate) fn read_frame<T: DeserializeOwned>(from: &mut impl Read) -> io::Result<Option<(T, Vec<u8>)>> {
    let mut first = [0; 4];
    if from.read(&mut first[..1])? == 0 {
        return Ok(None);
    }
    from.read_exact(&mut first[1..])?;
    let length = u32::from_le_bytes(first);
    if length > HEADER_BYTES {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let header = read_exactly(from, u64::from(length))?;
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    if length > PAYLOAD_BYTES {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let payload = read_exactly(from, length)?;
    Ok(Some((serde_json::from_slice(&header)?, payload)))
}

/// Grows with what arrives, not with what was announced.
fn read_exactly(from: &mut impl Read, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = from.take(length).read_to_end(&mut bytes)?;
    if read as u64 == length {
        Ok(bytes)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_come_back_as_they_went() {
        let request = Request {
            op: Operation::Capture,
            name: Some("ä.txt".to_owned()),
            url: None,
            media: Some("text/html".to_owned()),
        };
        let mut pipe = Vec::new();
        write_frame(&mut pipe, &request, b"words").unwrap();
        write_frame(&mut pipe, &request, b"").unwrap();
        let mut from = pipe.as_slice();
        assert_eq!(
            read_frame::<Request>(&mut from).unwrap(),
            Some((request.clone(), b"words".to_vec()))
        );
        assert_eq!(
            read_frame::<Request>(&mut from).unwrap(),
            Some((request, Vec::new()))
        );
        assert_eq!(read_frame::<Request>(&mut from).unwrap(), None);
    }

    #[test]
    fn a_frame_that_lies_about_its_length_is_refused() {
        assert!(read_frame::<Request>(&mut &b"\xff\xff\xff\xffx"[..]).is_err());
        assert!(read_frame::<Request>(&mut &b"\x02\0\0\0{}\xff\xff\xff\xff\xff\xff\xff\xff"[..]).is_err());
        assert!(read_frame::<Request>(&mut &b"\x02\0\0\0{"[..]).is_err());
    }
}
