//! A page as an image that a webview draws at once.
//!
//! Typst writes each letter as a reference to its outline. A webview builds a tree of its own for every reference, some 85 ms a
//! page; one path a run of letters, with the outlines written out, takes a fraction of that and looks the same.

use std::collections::HashMap;

/// What a reference to a letter begins with, and what an outline is kept in.
const LETTER: &str = "<use xlink:href=\"#";
const SYMBOL: &str = "<symbol id=\"";
/// Where an outline begins; what follows is relative to it.
const ORIGIN: &str = "M 0 0";

/// The same picture with the outlines of letters in the place of references to them. A letter that is a picture stays a
/// reference.
pub(super) fn with_outlines(svg: &str) -> String {
    let outlines = outlines(svg);
    let mut picture = String::with_capacity(svg.len() * 2);
    let (mut rest, mut run) = (svg, None);
    while let Some(at) = rest.find(LETTER) {
        let (before, found) = rest.split_at(at);
        if !before.is_empty() {
            close(&mut picture, &mut run);
            picture.push_str(before);
        }
        let end = found.find("/>").map_or(found.len(), |end| end + 2);
        let (element, behind) = found.split_at(end);
        match letter(element).and_then(|letter| Some((*outlines.get(letter.name)?, letter))) {
            Some((outline, letter)) => {
                if run != Some(letter.look) {
                    close(&mut picture, &mut run);
                    picture.push_str("<path");
                    picture.push_str(letter.look);
                    picture.push_str(" d=\"");
                    run = Some(letter.look);
                }
                picture.extend(["M ", letter.x, " ", letter.y, outline]);
            }
            None => {
                close(&mut picture, &mut run);
                picture.push_str(element);
            }
        }
        rest = behind;
    }
    close(&mut picture, &mut run);
    let mut symbols = rest.split(SYMBOL);
    picture.extend(symbols.next());
    for symbol in symbols {
        // Nothing refers to an outline any more.
        match outline(symbol) {
            Some((_, _, behind)) => picture.push_str(behind),
            None => picture.extend([SYMBOL, symbol]),
        }
    }
    picture
}

/// A reference to a letter.
struct Letter<'s> {
    name: &'s str,
    x: &'s str,
    y: &'s str,
    /// The attributes that say how it is filled.
    look: &'s str,
}

fn letter(element: &str) -> Option<Letter<'_>> {
    let (name, rest) = element.strip_prefix(LETTER)?.split_once("\" x=\"")?;
    let (x, rest) = rest.split_once("\" y=\"")?;
    let (y, rest) = rest.split_once('"')?;
    Some(Letter {
        name,
        x,
        y,
        look: rest.strip_suffix("/>")?,
    })
}

/// The outlines by their names, without where they begin.
fn outlines(svg: &str) -> HashMap<&str, &str> {
    let named = |symbol| outline(symbol).map(|(name, outline, _)| (name, outline));
    svg.split(SYMBOL).skip(1).filter_map(named).collect()
}

/// Name and outline of a symbol, and what stands behind it; nothing when it is a picture.
fn outline(symbol: &str) -> Option<(&str, &str, &str)> {
    let (symbol, behind) = symbol.split_once("</symbol>")?;
    let (name, rest) = symbol.split_once('"')?;
    let (_, path) = rest.split_once("><path d=\"")?;
    let outline = path.strip_suffix("\"/>")?.strip_prefix(ORIGIN)?;
    (!outline.contains('"')).then_some((name, outline, behind))
}

fn close(picture: &mut String, run: &mut Option<&str>) {
    if run.take().is_some() {
        picture.push_str("\"/>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTLINE: &str = r#"<symbol id="a" overflow="visible"><path d="M 0 0m 1 1h 1Z "/></symbol>"#;
    const REST: &str = r#"<symbol id="p"><image/></symbol></defs></svg>"#;

    #[test]
    fn letters_of_one_look_become_one_path_and_pictures_stay() {
        let uses = [
            r##"<use xlink:href="#a" x="0" y="0" fill="#111"/>"##,
            r##"<use xlink:href="#a" x="5.5" y="0" fill="#111"/>"##,
            r##"<use xlink:href="#a" x="9" y="0" fill="#222"/>"##,
            r##"<use xlink:href="#p" transform="scale(2)"/>"##,
        ];
        let svg = format!("<svg><g>{}</g><defs>{OUTLINE}{REST}", uses.concat());
        assert_eq!(
            with_outlines(&svg),
            format!(
                "<svg><g>{}{}{}</g><defs>{REST}",
                r##"<path fill="#111" d="M 0 0m 1 1h 1Z M 5.5 0m 1 1h 1Z "/>"##,
                r##"<path fill="#222" d="M 9 0m 1 1h 1Z "/>"##,
                uses[3],
            )
        );
    }

    #[test]
    fn a_picture_that_is_written_otherwise_stays_as_it_is() {
        for svg in [
            "",
            "<svg/>",
            "<svg><use xlink:href=\"#",
            "<svg><use xlink:href=\"#a\" x=\"1\"/>",
        ] {
            assert_eq!(with_outlines(svg), svg);
        }
    }
}
