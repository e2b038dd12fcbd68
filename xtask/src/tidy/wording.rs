//! The interface speaks through the language files alone: no words in the markup of a component, none in the attributes that
//! are shown or spoken. A word that stands in the markup is English for everybody.

use super::{File, Finding, Tree};

/// Attributes whose value a person reads or hears.
const SPOKEN: [&str; 7] = [
    "title",
    "label",
    "placeholder",
    "alt",
    "aria-label",
    "aria-description",
    "aria-roledescription",
];

/// What is passed over as a whole.
const PASSED: [(&str, &str); 3] = [("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>")];

/// Runs the rule over the components.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let components = tree
        .files()
        .filter(|file| file.under("ui/src") && file.is(&["svelte"]));
    components.flat_map(words).collect()
}

fn words(file: &File) -> Vec<Finding> {
    let finding = |(line, words): (usize, String)| {
        Finding::new(
            &file.path,
            line,
            format!("“{words}” stands in the markup: give it an id in l10n/en.ftl and say it with $t."),
        )
    };
    literals(&file.text).into_iter().map(finding).collect()
}

/// Words of the markup outside of braces, and those in attributes that are read or heard, with their lines.
fn literals(text: &str) -> Vec<(usize, String)> {
    let mut markup = Markup {
        text,
        at: 0,
        found: Vec::new(),
    };
    while let Some(rest) = text.get(markup.at..).filter(|rest| !rest.is_empty()) {
        let passed = PASSED.iter().find(|(begin, _)| rest.starts_with(begin));
        if let Some((_, end)) = passed {
            markup.at += rest.find(end).map_or(rest.len(), |place| place + end.len());
        } else if rest.starts_with('{') {
            markup.at += braces(rest);
        } else if rest.starts_with('<') {
            markup.tag();
        } else {
            let length = rest.find(['<', '{']).unwrap_or(rest.len());
            markup.note(markup.at, &rest[..length]);
            markup.at += length;
        }
    }
    markup.found
}

/// A component that is being read.
struct Markup<'t> {
    text: &'t str,
    at: usize,
    found: Vec<(usize, String)>,
}

impl<'t> Markup<'t> {
    /// Notes `words`, which stand at `place`, unless they hold no letter. `&nbsp;` and the like are signs.
    fn note(&mut self, place: usize, words: &str) {
        let said = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let sign = |(n, part): (usize, &'_ str)| match part.split_once(';') {
            Some((_, rest)) if n > 0 => rest.to_owned(),
            _ => part.to_owned(),
        };
        let plain: String = said.split('&').enumerate().map(sign).collect();
        if plain.chars().any(char::is_alphabetic) {
            let line = 1 + self.text[..place].matches('\n').count();
            self.found.push((line, said));
        }
    }

    /// Reads a tag from its `<` to its `>`.
    fn tag(&mut self) {
        while let Some(c) = self.text[self.at..].chars().next() {
            let rest = &self.text[self.at..];
            match c {
                '>' => {
                    self.at += 1;
                    return;
                }
                '{' => self.at += braces(rest),
                '"' => {
                    let length = rest[1..].find('"').map_or(rest.len(), |length| length + 2);
                    let before = &self.text[..self.at];
                    let name = before
                        .strip_suffix('=')
                        .and_then(|before| before.rsplit(char::is_whitespace).next());
                    if name.is_some_and(|name| SPOKEN.contains(&name)) {
                        self.note(self.at, &outside_braces(&rest[1..length - 1]));
                    }
                    self.at += length;
                }
                c => self.at += c.len_utf8(),
            }
        }
    }
}

/// How long the braces are that `text` begins with.
fn braces(text: &str) -> usize {
    let mut depth = 0;
    for (place, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return place + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

fn outside_braces(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(place) = rest.find('{') {
        plain.push_str(&rest[..place]);
        rest = &rest[place + braces(&rest[place..])..];
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = literals(text).into_iter().map(|(_, words)| words).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_in_the_markup_are_found_wherever_a_person_meets_them() {
        check("<p>Save  it</p>", &["Save it"]);
        check(
            "<b title=\"Save\" aria-label=\"{name} is open\">{x}</b>",
            &["Save", "is open"],
        );
        check("{#if a > b}Yes{:else}{no}{/if}", &["Yes"]);
    }

    #[test]
    fn what_a_person_does_not_meet_may_have_words() {
        check(
            "<script>const a = 'Save';</script><style>p { color: red }</style><!-- Save -->",
            &[],
        );
        check(
            "<p class=\"quiet\" onclick={() => { if (a < b) save(); }}>{$t(\"save\")} · &nbsp; 3 ×</p>",
            &[],
        );
        check(
            "<Pane title={$t(\"x\")} name=\"main\">{@const a = { b: 1 }}{a.b}</Pane>",
            &[],
        );
    }

    #[test]
    fn the_line_is_that_of_the_words() {
        assert_eq!(literals("<p>\n  <b>\n{x}</b> Save</p>"), [(3, "Save".to_owned())]);
    }
}
