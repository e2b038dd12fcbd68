//! Can the typefaces print this brief? Asked before layout, because a missing letter is a
//! hard error in PDF/A and the person needs to know which script and where.

use std::sync::LazyLock;

use unicode_script::{Script, UnicodeScript};

use super::faces::{self, Faces};
use crate::brief_document::BriefDocument;
use crate::error::Error;
use crate::texts;

/// One bit a code point.
struct Letters(Vec<u64>);

impl Letters {
    fn of(faces: &Faces) -> Self {
        let mut bits = vec![0u64; 0x11_0000 / 64];
        for face in &faces.fonts {
            for point in face.info().coverage.iter() {
                if let Some(word) = bits.get_mut(point as usize / 64) {
                    *word |= 1 << (point % 64);
                }
            }
        }
        Self(bits)
    }

    fn has(&self, letter: char) -> bool {
        let point = letter as usize;
        self.0
            .get(point / 64)
            .is_some_and(|word| word >> (point % 64) & 1 == 1)
    }
}

static CORE: LazyLock<Letters> = LazyLock::new(|| Letters::of(faces::core()));
static WITH_HAN: LazyLock<Letters> = LazyLock::new(|| Letters::of(faces::with_han()));

/// Letters of the sample shown in the error.
const SAMPLE: usize = 12;

/// Whether the brief needs Noto Sans SC.
///
/// # Errors
/// [`Error::Script`] names the first text with letters that no face has.
pub(super) fn check(document: &BriefDocument) -> Result<bool, Error> {
    let mut han = false;
    texts::each(document, &mut |place, text| {
        for (start, letter) in text.char_indices() {
            if CORE.has(letter) || invisible(letter) {
                continue;
            }
            if !WITH_HAN.has(letter) {
                let sample = text[start..].split_whitespace().next().unwrap_or_default();
                return Err(Error::Script {
                    place: place.to_string(),
                    script: script(letter),
                    sample: sample.chars().take(SAMPLE).collect(),
                });
            }
            han = true;
        }
        Ok(())
    })?;
    Ok(han)
}

/// Letters that leave no mark, or are cleaned away before layout.
fn invisible(letter: char) -> bool {
    letter.is_control()
        || letter.is_whitespace()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// The English name of a letter's script, or its code point when it belongs to none.
fn script(letter: char) -> String {
    match letter.script() {
        Script::Common | Script::Inherited | Script::Unknown => format!("U+{:04X}", u32::from(letter)),
        script => script.full_name().replace('_', " "),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::fixture;

    fn titled(title: &str) -> Result<bool, Error> {
        let mut brief = fixture::strait();
        brief.meta.title = title.into();
        check(&brief)
    }

    #[test]
    fn the_scripts_we_carry_pass_and_only_han_needs_the_large_face() {
        for title in [
            "Straße Łódź Đà Nẵng",
            "Пролив закрыт",
            "Το στενό",
            "המצר נסגר",
            "أغلق المضيق",
            "⚠ ✓ → 🚢 👩‍👩‍👧",
        ] {
            assert!(!titled(title).unwrap(), "{title}");
        }
        assert!(titled("海峡收费").unwrap());
    }

    #[test]
    fn a_script_without_letters_is_named_with_its_place() {
        let mut brief = fixture::strait();
        brief.evidence[2].quote = "They said ሰላም ለዓለም".into();
        let error = check(&brief).unwrap_err();
        assert_eq!(
            error,
            Error::Script {
                place: "quote of evidence “E3”".into(),
                script: "Ethiopic".into(),
                sample: "ሰላም".into()
            }
        );
        assert!(matches!(titled("한국"), Err(Error::Script { script, .. }) if script == "Hangul"));
        assert!(matches!(titled("\u{10ffff}"), Err(Error::Script { script, .. }) if script == "U+10FFFF"));
    }
}
