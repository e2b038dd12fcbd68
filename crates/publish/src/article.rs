//! An article's blocks as HTML and as Markdown, for other programs.
//!
//! The HTML is one bare `<article>`: no scripts, no styles, nothing that is fetched. It never goes to Chancery's own window,
//! which builds text nodes from the blocks. Pictures appear as their caption; a link leads only to http, https or mail.

use model::block::{Block, BlockKind, Inline, Mark, Role};

/// The blocks as one `<article>` element.
pub fn html(blocks: &[Block]) -> String {
    let mut out = String::from("<article>\n");
    // The list that is open: numbered or not.
    let mut list: Option<bool> = None;
    for block in blocks {
        let wanted = match block.kind {
            BlockKind::ListItem { ordered, .. } => Some(ordered),
            _ => None,
        };
        if list != wanted {
            out.push_str(list.map_or("", |ordered| if ordered { "</ol>\n" } else { "</ul>\n" }));
            out.push_str(wanted.map_or("", |ordered| if ordered { "<ol>\n" } else { "<ul>\n" }));
            list = wanted;
        }
        out.push_str(&html_block(block));
    }
    out.push_str(list.map_or("", |ordered| if ordered { "</ol>\n" } else { "</ul>\n" }));
    out.push_str("</article>\n");
    out
}

fn html_block(block: &Block) -> String {
    let words = html_spans(&block.spans);
    match &block.kind {
        BlockKind::Paragraph => format!("<p>{words}</p>\n"),
        BlockKind::Heading { level } => {
            let level = (*level).clamp(1, 6);
            format!("<h{level}>{words}</h{level}>\n")
        }
        BlockKind::ListItem { .. } => format!("<li>{words}</li>\n"),
        BlockKind::Quote => format!("<blockquote><p>{words}</p></blockquote>\n"),
        BlockKind::Code => format!("<pre><code>{words}</code></pre>\n"),
        BlockKind::Figure { alt, .. } if block.spans.is_empty() => format!("<p>{}</p>\n", escaped(alt)),
        BlockKind::Figure { .. } => format!("<p>{words}</p>\n"),
        BlockKind::Rule => "<hr>\n".to_owned(),
        BlockKind::Table { rows } => {
            let cell = |cell: &Vec<Inline>| format!("<td>{}</td>", html_spans(cell));
            let row =
                |row: &Vec<Vec<Inline>>| format!("<tr>{}</tr>\n", row.iter().map(cell).collect::<String>());
            format!("<table>\n{}</table>\n", rows.iter().map(row).collect::<String>())
        }
    }
}

fn html_spans(spans: &[Inline]) -> String {
    spans.iter().map(html_span).collect()
}

fn html_span(span: &Inline) -> String {
    let mut out = escaped(&span.text);
    for mark in &span.marks {
        let tag = match mark {
            Mark::Strong => "strong",
            Mark::Emphasis => "em",
            Mark::Code => "code",
            Mark::Sup => "sup",
            Mark::Sub => "sub",
        };
        out = format!("<{tag}>{out}</{tag}>");
    }
    match span.link.as_deref().filter(|link| harmless(link)) {
        Some(link) => format!("<a href=\"{}\">{out}</a>", escaped(link)),
        None => out,
    }
}

/// Whether an address opens a page or a mail and nothing else.
fn harmless(link: &str) -> bool {
    let start = link.trim_start().to_ascii_lowercase();
    let allowed = ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| start.starts_with(scheme));
    // A browser drops tabs and line ends inside a scheme; an honest address has none.
    allowed && !link.chars().any(char::is_control)
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// The blocks as Markdown (CommonMark; tables as GitHub writes them). Signs of the text print as written.
pub fn markdown(blocks: &[Block]) -> String {
    let mut out = String::new();
    let mut before: Option<&Block> = None;
    for block in blocks {
        let list = |b: &Block| matches!(b.kind, BlockKind::ListItem { .. });
        if let Some(before) = before {
            out.push_str(if list(before) && list(block) { "\n" } else { "\n\n" });
        }
        out.push_str(&markdown_block(block));
        before = Some(block);
    }
    out.push('\n');
    out
}

fn markdown_block(block: &Block) -> String {
    let words = markdown_spans(&block.spans);
    match &block.kind {
        BlockKind::Paragraph if block.role == Role::Deck => format!("*{words}*"),
        BlockKind::Paragraph => words,
        BlockKind::Heading { level } => format!("{} {words}", "#".repeat(usize::from((*level).clamp(1, 6)))),
        BlockKind::ListItem { depth, ordered } => {
            let bullet = if *ordered { "1." } else { "-" };
            format!("{}{bullet} {words}", "    ".repeat(usize::from(*depth)))
        }
        BlockKind::Quote => format!("> {words}"),
        BlockKind::Code => {
            let code: String = block.text();
            code.lines()
                .map(|line| format!("    {line}"))
                .collect::<Vec<_>>()
                .join("\n")
        }
        BlockKind::Figure { alt, .. } if block.spans.is_empty() => markdown_escaped(alt),
        BlockKind::Figure { .. } => words,
        BlockKind::Rule => "---".to_owned(),
        BlockKind::Table { rows } => {
            let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
            let cell = |cell: &Vec<Inline>| markdown_spans(cell);
            let row = |row: &Vec<Vec<Inline>>| {
                let filled = row
                    .iter()
                    .map(cell)
                    .chain(std::iter::repeat(String::new()))
                    .take(columns);
                format!("| {} |", filled.collect::<Vec<_>>().join(" | "))
            };
            let mut lines: Vec<String> = rows.iter().map(row).collect();
            lines.insert(lines.len().min(1), format!("|{}", " --- |".repeat(columns)));
            lines.join("\n")
        }
    }
}

fn markdown_spans(spans: &[Inline]) -> String {
    spans.iter().map(markdown_span).collect()
}

fn markdown_span(span: &Inline) -> String {
    let mut out = markdown_escaped(&span.text);
    for mark in &span.marks {
        out = match mark {
            Mark::Strong => format!("**{out}**"),
            Mark::Emphasis => format!("*{out}*"),
            // Code can't hold escapes; a run of it is escaped text like any other.
            Mark::Code | Mark::Sup | Mark::Sub => out,
        };
    }
    match span.link.as_deref().filter(|link| harmless(link)) {
        Some(link) => format!("[{out}](<{}>)", link.replace(['<', '>'], "")),
        None => out,
    }
}

/// Text that CommonMark prints as written.
fn markdown_escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // What the line holds so far: only spaces, or only a number, which a dot or bracket would turn into a list.
    let (mut only_spaces, mut only_digits) = (true, false);
    for c in text.chars() {
        let special = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~'
        );
        let starts_block = only_spaces && matches!(c, '#' | '+' | '-' | '=' | ':');
        if special || starts_block || (only_digits && matches!(c, '.' | ')')) {
            out.push('\\');
        }
        out.push(c);
        only_digits = c.is_ascii_digit() && (only_spaces || only_digits);
        only_spaces = c == '\n' || (only_spaces && c == ' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(kind: BlockKind, text: &str) -> Block {
        Block::plain(Role::Body, kind, text, None)
    }

    #[test]
    fn hostile_text_is_text() {
        let out = html(&[block(
            BlockKind::Paragraph,
            "<script>alert(\"1\")</script> & so on",
        )]);
        assert_eq!(
            out,
            "<article>\n<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; so on</p>\n</article>\n"
        );
    }

    #[test]
    fn only_pages_and_mail_are_linked_to() {
        let linked = |link: &str| {
            let span = Inline {
                link: Some(link.into()),
                ..Inline::plain("x")
            };
            html(&[Block {
                spans: vec![span],
                ..block(BlockKind::Paragraph, "")
            }])
        };
        assert!(
            linked("https://example.org/?a=\"b\"")
                .contains("<a href=\"https://example.org/?a=&quot;b&quot;\">x</a>")
        );
        for hostile in [
            "javascript:alert(1)",
            " JavaScript:x",
            "data:text/html,x",
            "//host/x",
            "file:///etc",
            "https://a\tb",
        ] {
            assert!(!linked(hostile).contains("href"), "{hostile}");
        }
    }

    #[test]
    fn lists_open_and_close_around_their_items() {
        let item = |ordered| block(BlockKind::ListItem { depth: 0, ordered }, "i");
        let out = html(&[
            item(false),
            item(false),
            item(true),
            block(BlockKind::Paragraph, "p"),
        ]);
        assert_eq!(
            out.replace('\n', ""),
            "<article><ul><li>i</li><li>i</li></ul><ol><li>i</li></ol><p>p</p></article>"
        );
    }

    #[test]
    fn signs_of_markdown_print_as_written() {
        for (text, printed) in [
            ("# not a heading", "\\# not a heading"),
            ("5 * 3 * 2", "5 \\* 3 \\* 2"),
            ("1. not a list", "1\\. not a list"),
            ("2026 was 3.5 %", "2026 was 3.5 %"),
            ("a [link](x) <b>", "a \\[link\\](x) \\<b\\>"),
            ("- dash", "\\- dash"),
        ] {
            assert_eq!(
                markdown(&[block(BlockKind::Paragraph, text)]),
                format!("{printed}\n"),
                "{text}"
            );
        }
    }

    #[test]
    fn a_table_keeps_its_cells_apart() {
        let cell = |t: &str| vec![Inline::plain(t)];
        let rows = vec![vec![cell("a"), cell("b")], vec![cell("c|d")]];
        let table = Block {
            spans: Vec::new(),
            ..block(BlockKind::Table { rows }, "")
        };
        assert_eq!(markdown(&[table]), "| a | b |\n| --- | --- |\n| c\\|d |  |\n");
    }
}
