//! Pictures that are shown: what the library keeps, if it is a picture by its own bytes and small enough to be drawn.
//!
//! The window's own decoder draws them, so nothing goes there but pictures of pixels of four kinds whose head says that they
//! fit into memory. What a server, a page or a file name calls them doesn't count.

use std::collections::HashMap;

use model::{Sha256Hex, Uid, block::BlockKind};
use store::Read;

use crate::{Desk, Result, desk::uid};

/// Pixels of a picture that is shown at most: drawn, it takes four bytes for each.
const PIXELS: u64 = 40_000_000;
/// Bytes of a picture that is shown at most.
const BYTES: usize = 20_000_000;

/// Where a version shows a picture that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureAt {
    /// The number of the block.
    pub block: usize,
    /// The picture's name for [`Desk::kept_picture`]: the hash of its bytes.
    pub name: Sha256Hex,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// What a picture is, by its own bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look {
    media: &'static str,
    width: u32,
    height: u32,
}

impl Desk {
    /// The kept pictures that a version shows, by block.
    pub fn pictures_shown(&self, version: &str) -> Result<Vec<PictureAt>> {
        let version = uid(version)?;
        self.read(|r| {
            let kept = looks(r, version)?;
            if kept.is_empty() {
                return Ok(Vec::new());
            }
            let laid = self.last_read.version(r, version)?;
            let blocks = laid.version.capture.blocks.iter().enumerate();
            let shown = |(block, address): (usize, &String)| {
                let (name, look) = kept.get(address)?;
                Some(PictureAt {
                    block,
                    name: name.clone(),
                    width: look.width,
                    height: look.height,
                })
            };
            Ok(blocks
                .filter_map(|(n, block)| match &block.kind {
                    BlockKind::Figure {
                        source: Some(address),
                        ..
                    } => Some((n, address)),
                    _ => None,
                })
                .filter_map(shown)
                .collect())
        })
    }

    /// A picture of an article by the hash of its bytes, with what it is. Nothing for anything else that the library keeps, and
    /// for what can't be shown.
    pub fn kept_picture(&self, name: &str) -> Result<Option<(Vec<u8>, &'static str)>> {
        let name = Sha256Hex::from_stored(name.to_owned());
        self.read(|r| {
            if !r.is_picture(&name)? {
                return Ok(None);
            }
            let bytes = r.snapshot(&name)?;
            Ok(look_at(&bytes).map(|look| (bytes, look.media)))
        })
    }
}

/// The kept pictures of a version that can be shown, by address.
fn looks(r: &Read<'_>, version: Uid) -> Result<HashMap<String, (Sha256Hex, Look)>> {
    let mut found = HashMap::new();
    for picture in r.pictures(version)? {
        if let Some(look) = look_at(&r.snapshot(&picture.snapshot)?) {
            found.insert(picture.address, (picture.snapshot, look));
        }
    }
    Ok(found)
}

/// What a picture is, if it can be shown.
fn look_at(bytes: &[u8]) -> Option<Look> {
    let look = head(bytes).filter(|_| bytes.len() <= BYTES)?;
    let pixels = u64::from(look.width) * u64::from(look.height);
    (1..=PIXELS).contains(&pixels).then_some(look)
}

/// What the head of a picture says. Read more strictly than decoders do: what is unusual isn't shown. A drawing (SVG) can hold
/// more than a picture and is none here.
fn head(bytes: &[u8]) -> Option<Look> {
    let (media, (width, height)) = match bytes {
        [
            0x89,
            b'P',
            b'N',
            b'G',
            b'\r',
            b'\n',
            0x1a,
            b'\n',
            0,
            0,
            0,
            13,
            b'I',
            b'H',
            b'D',
            b'R',
            w0,
            w1,
            w2,
            w3,
            h0,
            h1,
            h2,
            h3,
            ..,
        ] => (
            "image/png",
            (
                u32::from_be_bytes([*w0, *w1, *w2, *w3]),
                u32::from_be_bytes([*h0, *h1, *h2, *h3]),
            ),
        ),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', w0, w1, h0, h1, ..] => (
            "image/gif",
            (
                u16::from_le_bytes([*w0, *w1]).into(),
                u16::from_le_bytes([*h0, *h1]).into(),
            ),
        ),
        [0xff, 0xd8, segments @ ..] => ("image/jpeg", jpeg(segments)?),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            chunk @ ..,
        ] => ("image/webp", webp(chunk)?),
        _ => return None,
    };
    Some(Look { media, width, height })
}

/// Width and height from the segments of a JPEG: those of the first frame.
fn jpeg(mut segments: &[u8]) -> Option<(u32, u32)> {
    loop {
        segments = match segments {
            // A marker may have any number of these before it.
            [0xff, filled @ ..] if filled.starts_with(&[0xff]) => filled,
            [
                0xff,
                0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf,
                _,
                _,
                _,
                h0,
                h1,
                w0,
                w1,
                ..,
            ] => {
                let [width, height] = [[*w0, *w1], [*h0, *h1]].map(u16::from_be_bytes);
                return Some((width.into(), height.into()));
            }
            // The tables and notes that come before a frame.
            [
                0xff,
                0xc4 | 0xcc | 0xdb | 0xdd | 0xe0..=0xef | 0xfe,
                l0,
                l1,
                rest @ ..,
            ] => {
                let length = u16::from_be_bytes([*l0, *l1]).checked_sub(2)?;
                rest.get(usize::from(length)..)?
            }
            _ => return None,
        }
    }
}

/// Width and height from the first chunk of a WebP.
fn webp(chunk: &[u8]) -> Option<(u32, u32)> {
    match chunk {
        [
            b'V',
            b'P',
            b'8',
            b'X',
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            w0,
            w1,
            w2,
            h0,
            h1,
            h2,
            ..,
        ] => Some((
            u32::from_le_bytes([*w0, *w1, *w2, 0]) + 1,
            u32::from_le_bytes([*h0, *h1, *h2, 0]) + 1,
        )),
        [b'V', b'P', b'8', b'L', _, _, _, _, 0x2f, b0, b1, b2, b3, ..] => {
            let bits = u32::from_le_bytes([*b0, *b1, *b2, *b3]);
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        [
            b'V',
            b'P',
            b'8',
            b' ',
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            0x9d,
            0x01,
            0x2a,
            w0,
            w1,
            h0,
            h1,
            ..,
        ] => {
            let side = |low, high| u32::from(u16::from_le_bytes([low, high]) & 0x3fff);
            Some((side(*w0, *w1), side(*h0, *h1)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use model::block::{Block, Role, number_blocks};
    use proptest::prelude::*;

    use super::*;
    use crate::{
        import::version_tests::{desk, imported, page},
        wording::Label,
    };

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x40\0\0\0\xf0\x08\x02\0\0\0";

    #[test]
    fn a_picture_says_what_it_is_and_how_large_in_each_of_the_four_kinds() {
        let look = |bytes: &[u8]| look_at(bytes).map(|look| (look.media, look.width, look.height));
        for (bytes, said) in [
            (PNG, ("image/png", 320, 240)),
            (b"GIF89a\x40\x01\xf0\x00\0\0\0", ("image/gif", 320, 240)),
            // A note, a filled marker, the frame.
            (
                b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xff\xc2\x00\x11\x08\x00\xf0\x01\x40\x03",
                ("image/jpeg", 320, 240),
            ),
            (
                b"RIFF....WEBPVP8X\x0a\0\0\0\0\0\0\0\x3f\x01\0\xef\0\0",
                ("image/webp", 320, 240),
            ),
            (
                b"RIFF....WEBPVP8L\x0a\0\0\0\x2f\x3f\xc1\x3b\0",
                ("image/webp", 320, 240),
            ),
            (
                b"RIFF....WEBPVP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a\x40\x41\xf0\x40",
                ("image/webp", 320, 240),
            ),
        ] as [(&[u8], _); 6]
        {
            assert_eq!(look(bytes), Some(said));
        }
    }

    #[test]
    fn a_drawing_a_page_and_a_picture_too_large_to_draw_are_not_shown() {
        let mut large = PNG.to_vec();
        large[16..24].copy_from_slice(b"\0\0\x20\0\0\0\x20\0");
        let mut long = PNG.to_vec();
        long.resize(BYTES + 1, 0);
        let mut empty = PNG.to_vec();
        empty[19] = 0;
        empty[18] = 0;
        for bytes in [
            &b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"[..],
            b"<!doctype html>",
            b"",
            b"\x89PNG\r\n\x1a\n and what follows",
            &large,
            &long,
            &empty,
        ] {
            assert_eq!(look_at(bytes), None);
        }
    }

    #[test]
    fn only_what_is_kept_as_a_picture_and_is_one_leaves_the_library() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let mut capture = page(
            "https://strait.example/port",
            "",
            "Port closed",
            &["The port is closed."],
        );
        for name in ["mole", "drawing"] {
            let kind = BlockKind::Figure {
                alt: name.to_owned(),
                source: Some(format!("https://strait.example/{name}")),
            };
            capture.blocks.push(Block::plain(Role::Body, kind, "", None));
        }
        number_blocks(&mut capture.blocks);
        let article = uid(&imported(&desk, &capture)).unwrap();
        let opened = desk.open_article(&article.to_string()).unwrap();
        let version = opened.version.to_string();
        assert_eq!(desk.pictures_shown(&version).unwrap(), []);

        const DRAWING: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg'/>";
        desk.write(Label::new("op-pictures-fetch"), move |w| -> Result<()> {
            // Whatever its row says it is.
            for (name, bytes) in [("mole", PNG), ("drawing", DRAWING)] {
                w.keep_picture(
                    opened.version,
                    &format!("https://strait.example/{name}"),
                    bytes,
                    "image/png",
                )?;
            }
            Ok(())
        })
        .unwrap();
        let mole = Sha256Hex::of(PNG);
        let shown = PictureAt {
            block: 2,
            name: mole.clone(),
            width: 320,
            height: 240,
        };
        assert_eq!(desk.pictures_shown(&version).unwrap(), [shown]);
        let kept = |name: &str| desk.kept_picture(name).unwrap();
        assert_eq!(kept(mole.as_str()), Some((PNG.to_vec(), "image/png")));
        let page = desk.article(&article.to_string()).unwrap().version.sha256;
        for other in [Sha256Hex::of(DRAWING).as_str(), &page, "", "../library.db"] {
            assert_eq!(kept(other), None, "{other}");
        }
        desk.undo().unwrap();
        assert_eq!(kept(mole.as_str()), None);
    }

    proptest! {
        #[test]
        fn no_bytes_behind_the_sign_of_a_picture_do_harm(
            sign in prop::sample::select(vec![&b"\xff\xd8"[..], b"GIF89a", b"\x89PNG\r\n\x1a\n", b"RIFF....WEBPVP8"]),
            rest in prop::collection::vec(any::<u8>(), 0..200),
        ) {
            let bytes = [sign, &rest].concat();
            if let Some(look) = look_at(&bytes) {
                prop_assert!(u64::from(look.width) * u64::from(look.height) <= PIXELS);
            }
        }
    }
}
