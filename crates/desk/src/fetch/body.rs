//! The bytes of a page: read while they come and unpacked, both within limits, so that neither an endless stream nor a packed
//! bomb takes more than its share.

use std::io::{self, Read};

use super::Problem;

/// How many times its size a packed page may unfold to, beyond the first megabyte. Pages reach 30, bombs 1,000 and more.
const UNFOLDS: usize = 200;
/// What any page may unfold to.
const ALWAYS: usize = 1_000_000;
/// log2 of the most memory that unpacking zstd may take: what RFC 9659 allows a server to ask for.
const ZSTD_WINDOW: u32 = 23;

/// Reads at most `most` bytes.
pub(super) fn read(from: impl Read, most: usize) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    from.take(most as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Problem::of(error.into()))?;
    if bytes.len() > most {
        return Err(Problem::TooLarge { most });
    }
    Ok(bytes)
}

/// Unpacks what a server packed by `coding`, its `Content-Encoding`. Packing twice is not asked for and not undone.
pub(super) fn unpack(packed: Vec<u8>, coding: Option<&str>, most: usize) -> Result<Vec<u8>, Problem> {
    let within = most.min(ALWAYS.max(packed.len().saturating_mul(UNFOLDS)));
    let coding = coding.unwrap_or_default().trim().to_ascii_lowercase();
    match coding.as_str() {
        "" | "identity" => Ok(packed),
        "gzip" | "x-gzip" => unfold(flate2::read::MultiGzDecoder::new(packed.as_slice()), within),
        "br" => unfold(
            brotli_decompressor::Decompressor::new(packed.as_slice(), 4096),
            within,
        ),
        "zstd" => {
            let mut unpacker = zstd::Decoder::new(packed.as_slice()).map_err(|_| Problem::Garbled)?;
            unpacker
                .window_log_max(ZSTD_WINDOW)
                .map_err(|_| Problem::Garbled)?;
            unfold(unpacker, within)
        }
        _ => Err(Problem::Garbled),
    }
}

fn unfold(from: impl Read, most: usize) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    match from.take(most as u64 + 1).read_to_end(&mut bytes) {
        Ok(_) if bytes.len() > most => Err(Problem::TooLarge { most }),
        Ok(_) => Ok(bytes),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Err(Problem::CutShort),
        Err(_) => Err(Problem::Garbled),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    const MOST: usize = 25_000_000;

    fn gzipped(bytes: &[u8]) -> Vec<u8> {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    }

    #[test]
    fn what_was_packed_comes_out_as_it_was() {
        let text = "Ships wait off the northern mole. ".repeat(2_000).into_bytes();
        // `printf '%s' words | brotli -c`, in the bytes of the format's own example of stored data.
        let stored_brotli = b"\x0b\x02\x80words\x03".to_vec();
        for (packed, coding, expected) in [
            (text.clone(), None, text.as_slice()),
            (text.clone(), Some("identity"), &text),
            (gzipped(&text), Some("gzip"), &text),
            (gzipped(&text), Some(" X-GZip "), &text),
            (zstd::encode_all(text.as_slice(), 3).unwrap(), Some("zstd"), &text),
            (stored_brotli, Some("br"), b"words"),
        ] {
            assert_eq!(
                unpack(packed, coding, MOST).as_deref(),
                Ok(expected),
                "{coding:?}"
            );
        }
    }

    #[test]
    fn a_bomb_ends_at_the_limit_and_damage_has_its_name() {
        let bomb = gzipped(&vec![0; 40_000_000]);
        let by_ratio = bomb.len() * UNFOLDS;
        assert!(by_ratio < MOST);
        assert_eq!(
            unpack(bomb.clone(), Some("gzip"), MOST),
            Err(Problem::TooLarge { most: by_ratio })
        );
        assert_eq!(unpack(bomb, Some("gzip, gzip"), MOST), Err(Problem::Garbled));
        let zeros = zstd::encode_all(vec![0; 40_000_000].as_slice(), 19).unwrap();
        assert_eq!(
            unpack(zeros, Some("zstd"), MOST),
            Err(Problem::TooLarge { most: ALWAYS })
        );

        let whole = gzipped(b"The port is closed.");
        let half = whole[..whole.len() / 2].to_vec();
        assert_eq!(unpack(half, Some("gzip"), MOST), Err(Problem::CutShort));
        let plain = b"The port is closed.".to_vec();
        for coding in ["gzip", "br", "zstd"] {
            assert_eq!(
                unpack(plain.clone(), Some(coding), MOST),
                Err(Problem::Garbled),
                "{coding}"
            );
        }
    }
}
