//! Kind and size of a picture, from its first bytes. Nothing is decoded: the window's own decoder draws.
//!
//! Read more strictly than decoders do: what is unusual is no picture here. A drawing (SVG) can hold more than a picture and is
//! none. What a server, a page or a file name calls the bytes doesn't count.

use model::picture::{Picture, PictureKind};

/// What `bytes` are by their head; nothing for what is no picture.
pub fn picture(bytes: &[u8]) -> Option<Picture> {
    let behind = |sign: &[u8]| bytes.strip_prefix(sign);
    let (kind, (width, height)) = if let Some(head) = behind(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") {
        (PictureKind::Png, png(head)?)
    } else if let Some(head) = behind(b"GIF87a").or_else(|| behind(b"GIF89a")) {
        (PictureKind::Gif, gif(head)?)
    } else if let Some(segments) = behind(b"\xff\xd8") {
        (PictureKind::Jpeg, jpeg(segments)?)
    } else {
        let chunk = behind(b"RIFF")?.get(4..)?.strip_prefix(b"WEBP")?;
        (PictureKind::Webp, webp(chunk)?)
    };
    Some(Picture { kind, width, height })
}

/// Width and height.
type Size = (u32, u32);

fn png(head: &[u8]) -> Option<Size> {
    let [w0, w1, w2, w3, h0, h1, h2, h3] = *head.first_chunk()?;
    Some((
        u32::from_be_bytes([w0, w1, w2, w3]),
        u32::from_be_bytes([h0, h1, h2, h3]),
    ))
}

/// The larger of the screen and of what the first frame covers: decoders draw on either, as they like.
fn gif(head: &[u8]) -> Option<Size> {
    let side = |low, high| u32::from(u16::from_le_bytes([low, high]));
    let ([w0, w1, h0, h1, colours, _, _], blocks) = head.split_first_chunk()?;
    let mut blocks = blocks.get(table(*colours)..)?;
    let frame = loop {
        match blocks.split_first()? {
            (b',', frame) => break frame,
            // A note or a command: its label, and pieces that each say their length, up to an empty one.
            (b'!', [_, pieces @ ..]) => {
                let mut pieces = pieces;
                loop {
                    let (length, piece) = pieces.split_first()?;
                    pieces = piece.get(usize::from(*length)..)?;
                    if *length == 0 {
                        break;
                    }
                }
                blocks = pieces;
            }
            _ => return None,
        }
    };
    let [x0, x1, y0, y1, fw0, fw1, fh0, fh1] = *frame.first_chunk()?;
    Some((
        side(*w0, *w1).max(side(x0, x1) + side(fw0, fw1)),
        side(*h0, *h1).max(side(y0, y1) + side(fh0, fh1)),
    ))
}

/// Bytes of the table of colours that these flags announce.
fn table(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 6 << (flags & 7) }
}

/// From the segments of a JPEG: that of its first frame says it.
fn jpeg(mut segments: &[u8]) -> Option<Size> {
    loop {
        let from_marker = segments.strip_prefix(b"\xff")?;
        let (marker, segment) = from_marker.split_first()?;
        segments = match marker {
            // A marker may have any number of these before it.
            0xff => from_marker,
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                let [_, _, _, h0, h1, w0, w1] = *segment.first_chunk()?;
                let [width, height] = [[w0, w1], [h0, h1]].map(u16::from_be_bytes);
                return Some((width.into(), height.into()));
            }
            // The tables and notes that come before a frame; their length counts itself.
            0xc4 | 0xcc | 0xdb | 0xdd | 0xe0..=0xef | 0xfe => {
                let length = u16::from_be_bytes(*segment.first_chunk()?);
                segment.get(usize::from(length).max(2)..)?
            }
            _ => return None,
        }
    }
}

/// From the first chunk of a WebP.
fn webp(chunk: &[u8]) -> Option<Size> {
    let (name, chunk) = chunk.split_first_chunk()?;
    let said = chunk.get(4..)?;
    match name {
        b"VP8X" => {
            let [_, _, _, _, w0, w1, w2, h0, h1, h2] = *said.first_chunk()?;
            let side = |bytes| u32::from_le_bytes(bytes) + 1;
            Some((side([w0, w1, w2, 0]), side([h0, h1, h2, 0])))
        }
        b"VP8L" => {
            let bits = u32::from_le_bytes(*said.strip_prefix(b"\x2f")?.first_chunk()?);
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        b"VP8 " => {
            let [w0, w1, h0, h1] = *said.get(3..)?.strip_prefix(b"\x9d\x01\x2a")?.first_chunk()?;
            let side = |bytes| u32::from(u16::from_le_bytes(bytes) & 0x3fff);
            Some((side([w0, w1]), side([h0, h1])))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x40\0\0\0\xf0\x08\x02\0\0\0";

    #[test]
    fn a_picture_says_what_it_is_and_how_large_in_each_of_the_four_kinds() {
        for (bytes, kind) in [
            (PNG, PictureKind::Png),
            // Two colours, a note in two pieces, a frame as large as the screen.
            (
                b"GIF89a\x40\x01\xf0\x00\x80\0\0rgbrgb!\xfe\x02ab\x01c\0,\0\0\0\0\x40\x01\xf0\0",
                PictureKind::Gif,
            ),
            // The frame is larger than the screen.
            (
                b"GIF87a\x01\0\x01\0\0\0\0,\x10\0\0\0\x30\x01\xf0\0",
                PictureKind::Gif,
            ),
            // A note, a filled marker, the frame.
            (
                b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xff\xc2\x00\x11\x08\x00\xf0\x01\x40\x03",
                PictureKind::Jpeg,
            ),
            (
                b"RIFF....WEBPVP8X\x0a\0\0\0\0\0\0\0\x3f\x01\0\xef\0\0",
                PictureKind::Webp,
            ),
            (b"RIFF....WEBPVP8L\x0a\0\0\0\x2f\x3f\xc1\x3b\0", PictureKind::Webp),
            (
                b"RIFF....WEBPVP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a\x40\x41\xf0\x40",
                PictureKind::Webp,
            ),
        ] as [(&[u8], _); 7]
        {
            let (width, height) = (320, 240);
            assert_eq!(picture(bytes), Some(Picture { kind, width, height }));
        }
    }

    #[test]
    fn a_drawing_a_page_and_a_picture_without_a_size_are_none() {
        for bytes in [
            &b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"[..],
            b"<!doctype html>",
            b"",
            b"\x89PNG\r\n\x1a\n and what follows",
            b"GIF89a\x40\x01\xf0\x00\0\0\0",
            b"GIF89a\x40\x01\xf0\x00\0\0\0;",
            b"\xff\xd8\xff\xe0\x00\x10ab",
            b"\xff\xd8\xff\xda\x00\x04ab",
        ] {
            assert_eq!(picture(bytes), None);
        }
    }

    proptest! {
        #[test]
        fn no_bytes_behind_the_sign_of_a_picture_do_harm(
            sign in prop::sample::select(vec![&b"\xff\xd8"[..], b"GIF89a", b"\x89PNG\r\n\x1a\n", b"RIFF....WEBPVP8"]),
            rest in prop::collection::vec(any::<u8>(), 0..200),
        ) {
            picture(&[sign, &rest].concat());
        }
    }
}
