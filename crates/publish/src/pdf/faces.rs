//! The embedded typefaces.
//!
//! Typst takes a face's family from the font's short name, which turns weights and widths
//! into families of their own; so family, weight, width and slope are said here. Noto Sans
//! SC is ten megabytes: it is embedded compressed and unpacked when Han text first occurs.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontStretch, FontStyle, FontVariant, FontWeight};
use typst::utils::LazyHash;

/// Faces with the book that describes them.
pub(super) struct Faces {
    pub(super) fonts: Vec<Font>,
    pub(super) book: LazyHash<FontBook>,
}

/// One face: its bytes, its family and how it differs from the family's regular.
struct Face {
    data: &'static [u8],
    family: &'static str,
    weight: u16,
    condensed: bool,
    italic: bool,
}

macro_rules! face {
    ($file:literal, $family:literal, $weight:literal $(, $flag:ident)?) => {
        Face { $($flag: true,)? ..Face { data: include_bytes!(concat!("../../fonts/files/", $file)), family: $family, weight: $weight, condensed: false, italic: false } }
    };
}

static CORE: &[Face] = &[
    face!("IBMPlexSans-Regular.ttf", "IBM Plex Sans", 400),
    face!("IBMPlexSans-Italic.ttf", "IBM Plex Sans", 400, italic),
    face!("IBMPlexSans-SemiBold.ttf", "IBM Plex Sans", 600),
    face!("IBMPlexSans-SemiBoldItalic.ttf", "IBM Plex Sans", 600, italic),
    face!("IBMPlexSans-Bold.ttf", "IBM Plex Sans", 700),
    face!(
        "IBMPlexSansCondensed-Regular.ttf",
        "IBM Plex Sans",
        400,
        condensed
    ),
    face!(
        "IBMPlexSansCondensed-SemiBold.ttf",
        "IBM Plex Sans",
        600,
        condensed
    ),
    face!("IBMPlexMono-Regular.ttf", "IBM Plex Mono", 400),
    face!("NotoNaskhArabic-Regular.ttf", "Noto Naskh Arabic", 400),
    face!("NotoNaskhArabic-SemiBold.ttf", "Noto Naskh Arabic", 600),
    face!("NotoSansHebrew-Regular.ttf", "Noto Sans Hebrew", 400),
    face!("NotoSansHebrew-SemiBold.ttf", "Noto Sans Hebrew", 600),
    face!("NotoSansSymbols2-Regular.ttf", "Noto Sans Symbols 2", 400),
    face!("NotoEmoji-Regular.ttf", "Noto Emoji", 400),
];

static HAN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/NotoSansSC-Regular.ttf.zst"));
/// More than the unpacked face has; a bound for the decompressor.
const HAN_BYTES: usize = 16 << 20;

/// The faces every brief may use.
pub(super) fn core() -> &'static Faces {
    static FACES: LazyLock<Faces> = LazyLock::new(|| faces(CORE.iter().filter_map(parse).collect()));
    &FACES
}

/// The core faces and Noto Sans SC.
pub(super) fn with_han() -> &'static Faces {
    static FACES: LazyLock<Faces> = LazyLock::new(|| {
        let mut all: Vec<(Font, Named)> = CORE.iter().filter_map(parse).collect();
        let face = zstd::bulk::decompress(HAN, HAN_BYTES)
            .ok()
            .and_then(|data| Font::new(Bytes::new(data), 0));
        all.extend(face.map(|font| {
            (
                font,
                Named {
                    family: "Noto Sans SC",
                    variant: variant(400, false, false),
                },
            )
        }));
        faces(all)
    });
    &FACES
}

/// What the book says of a face instead of what its name table says.
struct Named {
    family: &'static str,
    variant: FontVariant,
}

fn parse(face: &Face) -> Option<(Font, Named)> {
    let font = Font::new(Bytes::new(face.data), 0)?;
    Some((
        font,
        Named {
            family: face.family,
            variant: variant(face.weight, face.condensed, face.italic),
        },
    ))
}

fn variant(weight: u16, condensed: bool, italic: bool) -> FontVariant {
    FontVariant {
        style: if italic {
            FontStyle::Italic
        } else {
            FontStyle::Normal
        },
        weight: FontWeight::from_number(weight),
        stretch: if condensed {
            FontStretch::CONDENSED
        } else {
            FontStretch::NORMAL
        },
    }
}

fn faces(all: Vec<(Font, Named)>) -> Faces {
    let mut book = FontBook::new();
    let mut fonts = Vec::with_capacity(all.len());
    for (font, named) in all {
        let mut info = font.info().clone();
        named.family.clone_into(&mut info.family);
        info.variant = named.variant;
        book.push(info);
        fonts.push(font);
    }
    Faces {
        fonts,
        book: LazyHash::new(book),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_read() {
        assert_eq!(core().fonts.len(), CORE.len());
        assert_eq!(with_han().fonts.len(), CORE.len() + 1);
    }
}
