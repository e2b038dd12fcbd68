//! Text taken apart into words, for comparing texts by what they say.

/// A piece of a text: a word, white space, or one other character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token<'t> {
    /// The characters.
    pub text: &'t str,
    /// What they are.
    pub kind: TokenKind,
}

/// What a piece of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters and figures, apostrophes between them included. In scripts that don't part words by spaces, one character.
    Word,
    /// White space.
    Space,
    /// One sign.
    Sign,
}

/// All pieces of `text` in order; together they are the text.
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let kind = kind(rest.chars().next()?);
        let (token, after) = rest.split_at(length(rest, kind));
        rest = after;
        Some(Token { text: token, kind })
    })
}

/// The words of `text` in lower case.
pub fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let words = tokens(text).filter(|token| token.kind == TokenKind::Word);
    words.map(|word| word.text.to_lowercase())
}

fn kind(c: char) -> TokenKind {
    if c.is_whitespace() {
        TokenKind::Space
    } else if c.is_alphanumeric() {
        TokenKind::Word
    } else {
        TokenKind::Sign
    }
}

/// Bytes of the first piece of `text`, which is of this kind.
fn length(text: &str, kind_of_first: TokenKind) -> usize {
    let mut chars = text.char_indices().peekable();
    let Some((_, first)) = chars.next() else { return 0 };
    let alone = kind_of_first == TokenKind::Sign || is_written_without_spaces(first);
    while let Some((at, c)) = chars.next() {
        let belongs = !alone
            && match kind_of_first {
                TokenKind::Word => {
                    // A mark on the letter before it, or an apostrophe between letters.
                    let inside = unicode_normalization::char::is_combining_mark(c)
                        || matches!(c, '\'' | '’')
                            && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
                    inside || c.is_alphanumeric() && !is_written_without_spaces(c)
                }
                other => kind(c) == other,
            };
        if !belongs {
            return at;
        }
    }
    text.len()
}

/// Thai, Lao, Burmese, Khmer, Kana, and Han: a character is as near to a word as can be had without a dictionary.
fn is_written_without_spaces(c: char) -> bool {
    matches!(u32::from(c),
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF
        | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_what_stands_between_spaces_and_signs() {
        let found = |text| words(text).collect::<Vec<_>>();
        assert_eq!(
            found("The port’s “closed”, isn't it? 3.5 %"),
            ["the", "port’s", "closed", "isn't", "it", "3", "5"]
        );
        assert_eq!(found("港は閉鎖。Selm"), ["港", "は", "閉", "鎖", "selm"]);
        assert_eq!(found("cafe\u{301} noir"), ["cafe\u{301}", "noir"]);
        assert!(found(" — \n").is_empty());
    }

    proptest! {
        #[test]
        fn the_pieces_together_are_the_text(text in "(?s).{0,200}") {
            prop_assert_eq!(tokens(&text).map(|t| t.text).collect::<String>(), text.clone());
            prop_assert!(tokens(&text).all(|t| !t.text.is_empty()));
        }
    }
}
