//! The interface: no way for a string to become markup (hostile articles have no path to run), and no raw colour
//! outside the tokens (a colour carries a meaning, in light and in dark).

use super::scan::is_word;
use super::{File, Finding, Tree};

/// The one file that spells colours.
const TOKENS: &str = "ui/src/styles/tokens.css";

/// Every way from a string to markup that a browser offers and an honest mistake could take.
const MARKUP: [&str; 10] = [
    "{@html",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "srcdoc",
    "document.write",
    "createContextualFragment",
    "parseFromString",
    "setHTMLUnsafe",
    "javascript:",
];

/// Runs both rules over `ui/src`.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files().filter(|file| file.under("ui/src")) {
        markup(file, &mut findings);
        if file.is(&["css", "svelte", "ts", "js", "html", "svg"]) && file.path != TOKENS {
            colours(file, &mut findings);
        }
    }
    findings
}

/// The words are refused wherever they stand, comments included: then a search for them comes back empty.
fn markup(file: &File, findings: &mut Vec<Finding>) {
    for (number, line) in (1..).zip(file.text.lines()) {
        for word in MARKUP.iter().filter(|word| line.contains(*word)) {
            findings.push(Finding::new(
                &file.path,
                number,
                format!("`{word}` turns a string into markup: build text nodes from typed blocks instead."),
            ));
        }
    }
}

fn colours(file: &File, findings: &mut Vec<Finding>) {
    let text = without_comments(&file.text);
    for (number, line) in (1..).zip(text.lines()) {
        if let Some(colour) = raw_colour(line) {
            findings.push(Finding::new(
                &file.path,
                number,
                format!("`{colour}` is a raw colour: give it a name and a meaning in {TOKENS}."),
            ));
        }
    }
}

/// The first raw colour of a line, if any.
fn raw_colour(line: &str) -> Option<&str> {
    const FUNCTIONS: [&str; 10] = [
        "rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color(",
    ];
    let function = FUNCTIONS.iter().find_map(|name| {
        let (place, _) = line
            .match_indices(name)
            .find(|(place, _)| !line[..*place].ends_with(|c: char| is_word(c) || c == '-' || c == '.'))?;
        Some(&line[place..place + name.len()])
    });
    function.or_else(|| {
        line.match_indices('#')
            .find_map(|(place, _)| hexadecimal(line, place))
    })
}

/// The colour that begins with the `#` at `place`, unless it is a block of Svelte, a private field, an id or a link.
fn hexadecimal(line: &str, place: usize) -> Option<&str> {
    let rest = &line[place + 1..];
    let length = rest.find(|c: char| !is_word(c) && c != '-').unwrap_or(rest.len());
    let (digits, after) = rest.split_at(length);
    let is_colour = matches!(length, 3 | 4 | 6 | 8) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let begins_a_value = line[..place].ends_with([' ', ':', ',', '(', '"', '\'', '`', '=']);
    let is_field = after.trim_start().starts_with(['(', '=', '.', '{']) || after.starts_with(": ");
    let is_link = line[..place].ends_with("href=\"");
    (is_colour && begins_a_value && !is_field && !is_link).then(|| &line[place..=place + length])
}

/// The text with comments of CSS, HTML and TypeScript blanked, lines kept.
fn without_comments(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((place, end)) = [("/*", "*/"), ("<!--", "-->")]
        .iter()
        .filter_map(|(begin, end)| Some((rest.find(begin)?, *end)))
        .min_by_key(|(place, _)| *place)
    {
        let length = rest[place..]
            .find(end)
            .map_or(rest.len() - place, |length| length + end.len());
        plain.push_str(&rest[..place]);
        plain.extend(rest[place..place + length].chars().filter(|c| *c == '\n'));
        rest = &rest[place + length..];
    }
    plain.push_str(rest);
    let code = |line: &str| {
        if line.trim_start().starts_with("//") {
            String::new()
        } else {
            line.to_owned()
        }
    };
    plain.lines().map(code).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn strings_do_not_become_markup() {
        for line in [
            "{@html text}",
            "node.innerHTML = x",
            "node.outerHTML = x",
            "node.insertAdjacentHTML('beforeend', x)",
            "<iframe srcdoc={x}>",
            "document.write(x)",
            "range.createContextualFragment(x)",
            "new DOMParser().parseFromString(x)",
            "<a href=\"javascript:go()\">",
        ] {
            let tree = Tree::of(&[("ui/src/features/reader/A.svelte", &format!("<p>\n{line}\n"))]);
            assert_eq!(
                places(&check(&tree)),
                ["ui/src/features/reader/A.svelte:2"],
                "{line}"
            );
        }
        assert!(check(&Tree::of(&[("docs/src/a.md", "innerHTML")])).is_empty());
    }

    #[test]
    fn colours_stand_in_the_tokens_only() {
        for line in [
            "  color: #fff;",
            "  border: 1px solid #A1B2C3;",
            "  background: rgb(0 0 0 / 50%);",
            "  color: oklch(60% 0.1 250);",
            "  box-shadow: 0 0 2px hsl(0 0% 0%);",
            "const fill = \"#12ab34\";",
            "<path fill='#000' />",
            "  color:#1234",
        ] {
            let broken = Tree::of(&[("ui/src/kit/Button.svelte", line)]);
            assert_eq!(places(&check(&broken)), ["ui/src/kit/Button.svelte:1"], "{line}");
            assert!(check(&Tree::of(&[(TOKENS, line)])).is_empty(), "{line}");
        }
    }

    #[test]
    fn what_merely_looks_like_a_colour_is_left_alone() {
        for line in [
            "{#each rows as row (row.uid)}",
            "{#if a}",
            "  #added = 1;",
            "  #cab(x) {",
            "  this.#fed.push(x)",
            "<a href=\"#add\">",
            "  color: var(--ink);",
            "  background: color-mix(in oklch, var(--a), var(--b));",
            "/* was #fff */",
            "// see #123",
            "<!-- #fff -->",
            "  fill: url(#gradient);",
            "  width: calc(1px + var(--rgb));",
        ] {
            assert!(
                check(&Tree::of(&[("ui/src/a.svelte", line)])).is_empty(),
                "{line}"
            );
        }
    }

    #[test]
    fn comments_keep_the_count_of_lines() {
        let tree = Tree::of(&[("ui/src/a.css", "/* one\n two */\n\np { color: #fff; }\n")]);
        assert_eq!(places(&check(&tree)), ["ui/src/a.css:4"]);
    }
}
