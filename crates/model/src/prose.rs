//! Prose that an analyst types: a little Markdown, turned into runs of text.
//!
//! Understood: paragraphs, `**bold**`, `_italic_`. Everything else prints as written, so a sign that means something to a
//! typesetter or a browser means nothing here; single stars, which analysts use for footnotes and sums, are among it.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A run of words set one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Bold.
    pub strong: bool,
    /// Italic.
    pub emphasis: bool,
}

/// The paragraphs of `markdown`, each a list of runs. A paragraph that holds anything but emphasis is taken as typed.
pub fn paragraphs(markdown: &str) -> Vec<Vec<Words>> {
    markdown
        .split("\n\n")
        .map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|paragraph| !paragraph.is_empty())
        .map(|paragraph| runs(&paragraph))
        .collect()
}

/// Without code spans, links, HTML and the rest: the parser is asked for emphasis only, and text it took for something else
/// is put back from the source.
fn runs(paragraph: &str) -> Vec<Words> {
    let as_typed = || {
        vec![Words {
            text: paragraph.to_owned(),
            strong: false,
            emphasis: false,
        }]
    };
    let mut words: Vec<Words> = Vec::new();
    let (mut strong, mut emphasis) = (0u32, 0u32);
    for (event, range) in Parser::new_ext(paragraph, Options::empty()).into_offset_iter() {
        let mut say = |text: &str, strong: u32, emphasis: u32| {
            let (strong, emphasis) = (strong > 0, emphasis > 0);
            match words.last_mut() {
                Some(last) if (last.strong, last.emphasis) == (strong, emphasis) => last.text.push_str(text),
                _ => words.push(Words {
                    text: text.to_owned(),
                    strong,
                    emphasis,
                }),
            }
        };
        // Single stars stand for themselves.
        let starred = paragraph[range.clone()].starts_with('*');
        match event {
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            Event::Start(Tag::Strong) => strong += 1,
            Event::End(TagEnd::Strong) => strong = strong.saturating_sub(1),
            Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) if starred => {
                say("*", strong, emphasis)
            }
            Event::Start(Tag::Emphasis) => emphasis += 1,
            Event::End(TagEnd::Emphasis) => emphasis = emphasis.saturating_sub(1),
            Event::Text(_) => {
                // A backslash that escaped the sign at the start of this run was typed, so it is printed.
                if paragraph[..range.start].ends_with('\\') {
                    say("\\", strong, emphasis);
                }
                // The source, not the event: an entity such as &lt; is three letters and two signs to an analyst.
                say(&paragraph[range], strong, emphasis);
            }
            _ => return as_typed(),
        }
    }
    // Leading spaces and heading signs are eaten by the parser; such a paragraph is taken as typed too.
    let kept: usize = words
        .iter()
        .map(|w| w.text.chars().filter(|c| *c != '*' && *c != '_').count())
        .sum();
    if kept == paragraph.chars().filter(|c| *c != '*' && *c != '_').count() {
        words
    } else {
        as_typed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plain(text: &str) -> Words {
        Words {
            text: text.into(),
            strong: false,
            emphasis: false,
        }
    }

    #[test]
    fn emphasis_is_understood() {
        let strong = Words {
            strong: true,
            ..plain("very unlikely")
        };
        let emphasis = Words {
            emphasis: true,
            ..plain("before")
        };
        assert_eq!(
            paragraphs("It is **very unlikely** _before_ June."),
            [vec![
                plain("It is "),
                strong,
                plain(" "),
                emphasis,
                plain(" June.")
            ]]
        );
    }

    #[test]
    fn everything_else_prints_as_written() {
        for text in [
            "#panic() $x$ <script>alert(1)</script>",
            "#panic() $x$ *stars*",
            "see [1](javascript:alert) and `code`",
            "&lt;b&gt; 5 * 3 * 2 = 30",
            "1. not a list",
            "- nor this",
            "> nor a quote",
            "# no heading",
            "a \\* b",
        ] {
            assert_eq!(paragraphs(text), [vec![plain(text)]], "{text}");
        }
    }

    #[test]
    fn an_empty_line_parts_paragraphs_and_a_line_break_does_not() {
        assert_eq!(
            paragraphs("one\ntwo\n\nthree\n"),
            [vec![plain("one two")], vec![plain("three")]]
        );
        assert!(paragraphs(" \n\n ").is_empty());
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(text in "(?s).{0,80}") {
            let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            let printed: String = paragraphs(&text).into_iter().flatten().map(|w| w.text).collect();
            prop_assert_eq!(letters(&printed), letters(&text));
        }
    }
}
