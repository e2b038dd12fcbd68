//! The brief as Markdown for mail, wikis and version control: the same order, words and
//! numbers as the page. Evidence is footnotes. User text is escaped so that it prints as
//! written; nothing in it can become markup, HTML or a link.

use std::fmt::Write as _;

use crate::brief_document::BriefDocument;
use crate::brief_view::{BriefView, Piece, RiskView, SectionView};
use crate::check::check;
use crate::error::Error;

/// The brief as Markdown (CommonMark with footnotes and YAML front matter); the marking stands in it, before the content and as the last line.
///
/// # Errors
/// What [`check`] finds.
pub fn markdown(document: &BriefDocument) -> Result<String, Error> {
    check(document)?;
    let view = BriefView::new(document);
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write(&mut out, document, &view);
    Ok(out)
}

fn write(out: &mut String, document: &BriefDocument, view: &BriefView) -> std::fmt::Result {
    let labels = &view.labels;
    let marking = marking_line(view);
    // Front matter is only what stands first; it names the marking too.
    front_matter(out, document)?;
    writeln!(out, "{marking}\n")?;
    writeln!(out, "# {}\n", escape(&view.title))?;
    if !view.subtitle.is_empty() {
        writeln!(out, "*{}*\n", escape(&view.subtitle))?;
    }
    for (name, value) in &view.facts {
        writeln!(out, "- {}: {}", escape(name), escape(value))?;
    }
    writeln!(out, "\n## {}\n", labels.get("bluf"))?;
    paragraph(out, &view.bluf, &labels.get("not-assessed"))?;
    writeln!(out, "## {}\n", labels.get("judgements"))?;
    if view.judgements.is_empty() {
        writeln!(out, "*{}*\n", labels.get("not-assessed"))?;
    }
    for (index, judgement) in view.judgements.iter().enumerate() {
        let strip = &judgement.strip;
        writeln!(out, "{}. {}\n", index + 1, pieces(&judgement.text))?;
        writeln!(
            out,
            "   {}: {} ({}).\n",
            labels.get("likelihood"),
            escape(&strip.term),
            strip.range
        )?;
        writeln!(out, "   {}\n", escape(&judgement.confidence.sentence))?;
    }
    view.opening.iter().try_for_each(|part| section(out, part))?;
    if !view.timeline.is_empty() {
        writeln!(out, "## {}\n", labels.get("timeline"))?;
        for entry in &view.timeline {
            writeln!(out, "- {}: {}", escape(&entry.date), escape(&entry.text))?;
        }
        out.push('\n');
    }
    if !view.risks.is_empty() {
        writeln!(out, "## {}\n", labels.get("risk-picture"))?;
        view.risks.iter().try_for_each(|item| risk(out, item, view))?;
    }
    view.analysis
        .iter()
        .flatten()
        .try_for_each(|part| section(out, part))?;
    section(out, &view.source_summary)?;
    sources(out, view)?;
    evidence(out, view)?;
    writeln!(out, "{marking}")
}

/// TLP label and handling caveat.
fn marking_line(view: &BriefView) -> String {
    if view.handling.is_empty() {
        view.label.clone()
    } else {
        format!("{} · {}", view.label, escape(&view.handling))
    }
}

/// YAML; each value is a JSON string, which YAML reads as it stands.
fn front_matter(out: &mut String, document: &BriefDocument) -> std::fmt::Result {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let authors: Vec<String> = document.meta.authors.iter().map(|name| quoted(name)).collect();
    writeln!(out, "---")?;
    writeln!(out, "id: {}", quoted(&document.meta.id))?;
    writeln!(out, "title: {}", quoted(&document.meta.title))?;
    writeln!(out, "date: {}", quoted(&document.meta.date))?;
    writeln!(out, "marking: {}", quoted(&document.marking.label))?;
    writeln!(out, "authors: [{}]", authors.join(", "))?;
    writeln!(out, "---\n")
}

fn section(out: &mut String, section: &SectionView) -> std::fmt::Result {
    writeln!(out, "## {}\n", section.title)?;
    if let Some(empty) = &section.empty {
        writeln!(out, "*{empty}*\n")?;
    }
    for item in &section.paragraphs {
        if section.list {
            writeln!(out, "- {}", pieces(item))?;
        } else {
            writeln!(out, "{}\n", pieces(item))?;
        }
    }
    for indicator in &section.indicators {
        let words = if indicator.words.is_empty() {
            String::new()
        } else {
            format!(" ({})", escape(&indicator.words))
        };
        writeln!(out, "- {}{words}", escape(&indicator.text))?;
    }
    if section.list || !section.indicators.is_empty() {
        out.push('\n');
    }
    Ok(())
}

fn risk(out: &mut String, risk: &RiskView, view: &BriefView) -> std::fmt::Result {
    let labels = &view.labels;
    let marks: String = risk.marks.iter().map(|mark| format!("[^{}]", mark.n)).collect();
    writeln!(out, "### {} {}{marks}\n", escape(&risk.id), escape(&risk.title))?;
    if !risk.detail.is_empty() {
        writeln!(out, "{}\n", escape(&risk.detail))?;
    }
    let Some(now) = &risk.assessed else {
        return writeln!(out, "*{}*\n", labels.get("not-assessed"));
    };
    writeln!(out, "- {}: {}", labels.get("rating"), escape(&now.word))?;
    writeln!(
        out,
        "- {}: {} ({})",
        labels.get("likelihood"),
        escape(&now.strip.term),
        now.strip.range
    )?;
    writeln!(
        out,
        "- {}",
        escape(&labels.with("impact-is", &[("word", &now.impact)]))
    )?;
    writeln!(out, "- {}", escape(&now.confidence.sentence))?;
    let sectors = match risk.sectors.join(", ") {
        none if none.is_empty() => none,
        sectors => labels.with("sectors-are", &[("words", &sectors)]),
    };
    let facts = [now.trend_word.as_str(), &now.horizon, &now.as_of, &sectors].map(escape);
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    writeln!(out, "- {}\n", facts.join("; "))?;
    writeln!(out, "{}\n", escape(&now.rationale))
}

fn sources(out: &mut String, view: &BriefView) -> std::fmt::Result {
    let labels = &view.labels;
    writeln!(out, "## {}\n", labels.get("sources"))?;
    if view.sources.is_empty() {
        writeln!(out, "*{}*\n", labels.get("no-sources"))?;
    }
    for source in &view.sources {
        let url = if source.url.is_empty() {
            String::new()
        } else {
            format!(" {}.", escape(&source.url))
        };
        writeln!(
            out,
            "- **{}** \\[{}\\] “{}”, {}{url} {}",
            escape(&source.id),
            source.grade,
            escape(&source.title),
            escape(&source.reference),
            escape(&source.accessed)
        )?;
        writeln!(
            out,
            "  {} SHA-256 {}",
            escape(&source.meaning),
            escape(&source.sha256)
        )?;
    }
    if !view.sources.is_empty() {
        out.push('\n');
    }
    Ok(())
}

/// The evidence as footnotes. What nobody cites gets a line of its own, since a footnote without a mark is not printed.
fn evidence(out: &mut String, view: &BriefView) -> std::fmt::Result {
    let labels = &view.labels;
    writeln!(out, "## {}\n", labels.get("evidence"))?;
    if view.evidence.is_empty() {
        return writeln!(out, "*{}*\n", labels.get("no-evidence"));
    }
    let uncited: String = view
        .evidence
        .iter()
        .filter(|item| item.back.is_empty())
        .map(|item| format!("[^{}]", item.n))
        .collect();
    if !uncited.is_empty() {
        writeln!(out, "{} {uncited}\n", labels.get("uncited"))?;
    }
    for item in &view.evidence {
        let speaker = if item.speaker.is_empty() {
            String::new()
        } else {
            format!("{}, ", escape(&item.speaker))
        };
        let hash = view
            .sources
            .iter()
            .find(|source| source.anchor == item.to)
            .map(|source| format!(". SHA-256 {}", escape(&source.sha256)))
            .unwrap_or_default();
        let note = if item.note.is_empty() {
            String::new()
        } else {
            format!(" {} {}", labels.get("analyst-note"), escape(&item.note))
        };
        writeln!(
            out,
            "[^{}]: “{}” {speaker}{}, {}, {}{hash}.{note}\n",
            item.n,
            escape(&item.quote),
            escape(&item.place),
            item.grade,
            escape(&item.words)
        )?;
    }
    Ok(())
}

fn paragraph(out: &mut String, text: &[Piece], empty: &str) -> std::fmt::Result {
    if text.is_empty() {
        writeln!(out, "*{empty}*\n")
    } else {
        writeln!(out, "{}\n", pieces(text))
    }
}

fn pieces(pieces: &[Piece]) -> String {
    pieces.iter().map(piece).collect()
}

fn piece(piece: &Piece) -> String {
    let (t, b, i) = match piece {
        Piece::Marks { marks } => return marks.iter().map(|mark| format!("[^{}]", mark.n)).collect(),
        Piece::Words { t, b, i } => (t, *b, *i),
    };
    let stars = match (b, i) {
        (true, true) => "***",
        (true, false) => "**",
        (false, true) => "*",
        (false, false) => return escape(t),
    };
    // Emphasis marks must touch the words, so blanks at the ends go outside.
    let words = t.trim();
    let Some(start) = t.find(words).filter(|_| !words.is_empty()) else {
        return escape(t);
    };
    format!(
        "{}{stars}{}{stars}{}",
        escape(&t[..start]),
        escape(words),
        escape(&t[start + words.len()..])
    )
}

/// Text as CommonMark that prints as written: ASCII punctuation that can start markup gets a
/// backslash, a line end becomes a hard break, break opportunities for the page are taken out.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for (position, letter) in text.char_indices() {
        let starts_line = text[..position]
            .chars()
            .next_back()
            .is_none_or(|before| before == '\n');
        match letter {
            '\u{200b}' => {}
            '\n' => safe.push_str("\\\n"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '|' | '~' | '$' | '^' | '@'
            | '{' | '}' | '!' | '=' => {
                safe.push('\\');
                safe.push(letter);
            }
            '+' | '-' | ':' if starts_line => {
                safe.push('\\');
                safe.push(letter);
            }
            // `1.` and `1)` start a list, and `https:` is made a link by many readers.
            '.' | ')' if numbers_line(&text[..position]) => {
                safe.push('\\');
                safe.push(letter);
            }
            ':' if text[position..].starts_with("://") => safe.push_str("\\:"),
            other => safe.push(other),
        }
    }
    safe
}

/// Whether the text before ends in a line of digits only.
fn numbers_line(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn the_marking_is_the_first_and_the_last_line() {
        let text = markdown(&fixture::strait()).unwrap();
        let marking = "TLP:AMBER+STRICT · No onward disclosure to carriers named in this note.";
        assert!(text.starts_with("---\n"));
        let content = text.split("\n---\n\n").nth(1).unwrap();
        assert_eq!(content.lines().next(), Some(marking));
        assert_eq!(text.lines().next_back(), Some(marking));
    }

    #[test]
    fn evidence_is_footnotes_with_source_grade_and_hash() {
        let brief = fixture::strait();
        let text = markdown(&brief).unwrap();
        assert!(text.contains("from 1 April**.[^1][^2] We assess"), "{text}");
        let note = text.lines().find(|line| line.starts_with("[^1]:")).unwrap();
        for part in [
            "“From the first of April",
            "Transport Minister Dario Venn",
            "S1 ¶2",
            "B2",
            &brief.sources[0].sha256,
        ] {
            assert!(note.contains(part), "{part} in {note}");
        }
    }

    #[test]
    fn likelihood_and_confidence_are_sentences_of_their_own() {
        let text = markdown(&fixture::strait()).unwrap();
        assert!(
            text.contains(
                "   Likelihood: Likely (55–80%).\n\n   Confidence is moderate: two independent outlets"
            ),
            "{text}"
        );
    }

    #[test]
    fn an_unfilled_brief_says_so_in_every_required_section() {
        let text = markdown(&fixture::empty()).unwrap();
        assert_eq!(text.matches("*Not assessed in this note.*").count(), 7);
    }

    #[test]
    fn user_text_is_never_markup() {
        assert_eq!(
            escape("*a* _b_ [c](d) <e> `f` #g \\ &amp; https://x.example"),
            "\\*a\\* \\_b\\_ \\[c\\](d) \\<e\\> \\`f\\` \\#g \\\\ \\&amp; https\\://x.example"
        );
        assert_eq!(escape("1. one\n- two"), "1\\. one\\\n\\- two");
        assert_eq!(escape("in 2031. Then"), "in 2031. Then");
    }

    #[test]
    fn front_matter_survives_quotes_and_colons() {
        let mut brief = fixture::strait();
        brief.meta.title = "He said: \"no\"".into();
        assert!(
            markdown(&brief)
                .unwrap()
                .contains("title: \"He said: \\\"no\\\"\"\n")
        );
    }
}
