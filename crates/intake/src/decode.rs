//! Bytes to text: UTF-8, UTF-16 and Windows-1252, with or without a byte order mark.
//!
//! The byte order mark is left out of the text and every offset counts from after it. Nothing else is changed: line ends
//! stay as they are. Bytes that are no text are refused rather than shown as noise.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::Problem;

/// A text and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The characters, byte order mark left out.
    pub text: String,
    /// Name of the encoding, such as `UTF-8`, `UTF-16LE` or `windows-1252`.
    pub encoding: &'static str,
}

/// Reads `bytes` as text.
///
/// # Errors
///
/// [`Problem::Empty`], [`Problem::Blank`] or [`Problem::Binary`].
pub fn decode(bytes: &[u8]) -> Result<Decoded, Problem> {
    let (encoding, marked) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, &bytes[length..]),
        None => (unmarked(bytes), bytes),
    };
    if marked.is_empty() {
        return Err(Problem::Empty);
    }
    let (text, _) = encoding.decode_without_bom_handling(marked);
    if is_binary(&text) {
        return Err(Problem::Binary);
    }
    if text.chars().all(is_space) {
        return Err(Problem::Blank);
    }
    Ok(Decoded {
        text: text.into_owned(),
        encoding: encoding.name(),
    })
}

/// White space, and the two marks of no width that editors leave at the ends of lines.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}

/// The encoding of bytes without a byte order mark.
fn unmarked(bytes: &[u8]) -> &'static Encoding {
    if let Some(utf16) = utf16_by_zeros(bytes) {
        return utf16;
    }
    if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

/// UTF-16 when the zero bytes leave no doubt: they stand at one parity only, as the high halves of spaces, line ends and
/// Latin letters do, and what comes out is words.
pub(crate) fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |parity: usize| bytes.iter().skip(parity).step_by(2).filter(|&&b| b == 0).count();
    let encoding = match (zeros(0), zeros(1)) {
        (0, 1..) => UTF_16LE,
        (1.., 0) => UTF_16BE,
        _ => return None,
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let (mut all, mut worded) = (0usize, 0usize);
    for c in text.chars() {
        all += 1;
        worded += usize::from(c.is_alphanumeric() || is_space(c) || is_punctuation(c));
    }
    (bytes.len().is_multiple_of(2) && !is_binary(&text) && worded * 10 >= all * 9).then_some(encoding)
}

/// Marks that texts have: ASCII's, Latin-1's, dashes, quotation marks, dots and signs of money.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '\u{a1}'..='\u{bf}' | '×' | '÷' | '\u{2010}'..='\u{203f}' | '\u{20a0}'..='\u{20bf}')
}

/// Whether `text` holds a NUL, or more control characters than a stray form feed or escape explains (one in a hundred).
fn is_binary(text: &str) -> bool {
    let (mut all, mut odd) = (0usize, 0usize);
    for c in text.chars() {
        if c == '\0' {
            return true;
        }
        all += 1;
        odd += usize::from(c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{85}'));
    }
    odd > 0 && odd * 100 > all
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
        let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
        units
            .flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() })
            .collect()
    }

    #[test]
    fn a_byte_order_mark_names_the_encoding_and_is_left_out() {
        for (bytes, name) in [
            (b"\xef\xbb\xbfKyiv\xc3\xa9".to_vec(), "UTF-8"),
            (utf16("Kyivé", false, true), "UTF-16LE"),
            (utf16("Kyivé", true, true), "UTF-16BE"),
        ] {
            assert_eq!(
                decode(&bytes),
                Ok(Decoded {
                    text: "Kyivé".to_owned(),
                    encoding: name
                })
            );
        }
    }

    #[test]
    fn utf16_without_a_mark_is_read_when_its_zeros_leave_no_doubt() {
        for text in ["World – 2 February", "Совет министров\nзаявил в пятницу"]
        {
            assert_eq!(decode(&utf16(text, false, false)).unwrap().text, text);
            assert_eq!(decode(&utf16(text, true, false)).unwrap().encoding, "UTF-16BE");
        }
    }

    #[test]
    fn what_is_not_utf8_is_windows_1252() {
        let decoded = decode(b"\x95 Russia\x92s \x96 caf\xe9\x85").unwrap();
        assert_eq!(
            decoded,
            Decoded {
                text: "• Russia’s – café…".to_owned(),
                encoding: "windows-1252"
            }
        );
    }

    #[test]
    fn nothing_blank_and_binary_are_told_apart() {
        assert_eq!(decode(b""), Err(Problem::Empty));
        assert_eq!(decode(b"\xef\xbb\xbf"), Err(Problem::Empty));
        assert_eq!(decode(b" \r\n\t\xc2\xa0"), Err(Problem::Blank));
        assert_eq!(decode(b"one NUL\0 in a text"), Err(Problem::Binary));
        assert_eq!(decode(b"\x01\x02\x03 and some words"), Err(Problem::Binary));
        assert_eq!(decode(&[0, 1, 0, 0, 7, 0, 0, 9]), Err(Problem::Binary));
        assert_eq!(decode(&utf16("a\0b", false, true)), Err(Problem::Binary));
    }

    proptest! {
        #[test]
        fn every_encoding_gives_back_the_text(text in "[a-zA-Z][a-zA-Zà-ÿ ]{0,40}[A-Za-z]\r?\n[ -~€’“”–•]{1,80}[a-z]") {
            prop_assert_eq!(&decode(text.as_bytes()).unwrap().text, &text);
            for (big, mark) in [(false, true), (true, true), (false, false), (true, false)] {
                prop_assert_eq!(&decode(&utf16(&text, big, mark)).unwrap().text, &text);
            }
            let (latin, _, unmappable) = WINDOWS_1252.encode(&text);
            if !unmappable && std::str::from_utf8(&latin).is_err() {
                prop_assert_eq!(&decode(&latin).unwrap().text, &text);
            }
        }
    }
}
