//! Notes, and what their words ask for: `#energy` tags the passage, `>R-3` or `>grid attack` links it to a risk.
//!
//! A sign that was understood leaves the note; one that wasn't stays as it was typed, so nothing written is lost. What is
//! being typed is kept as a draft, without a step of its own, until it is saved.

use std::sync::Arc;

use model::{
    evidence::{Stance, Weight},
    risk::RiskNumber,
    tag::TagPath,
    text::fold_words,
};
use store::risk::RiskRow;

use crate::{Desk, Result, annotate::filled, clock, desk::uid, reading::MarkShown, wording::Label};

/// A note that was saved.
#[derive(Clone, Debug)]
pub struct NoteSaved {
    /// The annotation as it is now.
    pub mark: MarkShown,
    /// What was meant for a risk and fits none, or several.
    pub unread: Vec<String>,
}

/// A note taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Signs {
    /// What stays.
    text: String,
    tags: Vec<TagPath>,
    risks: Vec<RiskNumber>,
    unread: Vec<String>,
}

impl Desk {
    /// Keeps what is being typed, against crashes and windows closed in mid-sentence.
    pub fn keep_note_draft(&self, given: &str, text: String) -> Result<()> {
        Ok(self.library.keep_note_draft(uid(given)?, text, clock::now())?)
    }

    /// Saves a note with what its words ask for, as one step.
    pub fn set_note(&self, given: &str, text: &str) -> Result<NoteSaved> {
        let risks = Arc::new(self.read(|r| Ok(r.risks()?))?);
        let signs = read_signs(text, &risks);
        let unread = signs.unread.clone();
        let mark = self.amend(given, Label::new("op-note"), move |w, annotation| {
            w.set_note(annotation, filled(Some(signs.text)).as_deref())?;
            for tag in &signs.tags {
                w.tag_annotation(annotation, tag)?;
            }
            let linked: Vec<_> = w
                .annotation_links(annotation)?
                .into_iter()
                .map(|l| l.number)
                .collect();
            for risk in signs.risks.iter().filter(|n| !linked.contains(n)) {
                let risk = w.risk_numbered(*risk)?.uid;
                w.link(risk, annotation, Stance::Supports, Weight::M)?;
            }
            Ok(())
        })?;
        Ok(NoteSaved { mark, unread })
    }
}

/// Reads the signs of a note. Lines of code and headings are left alone; a sign stands at the beginning of a word.
fn read_signs(text: &str, risks: &[RiskRow]) -> Signs {
    let mut signs = Signs::default();
    let mut fenced = false;
    let lines: Vec<String> = text
        .lines()
        .map(|line| {
            let fence = line.trim_start().starts_with("```");
            fenced ^= fence;
            if fenced || fence {
                line.to_owned()
            } else {
                read_line(line, risks, &mut signs)
            }
        })
        .collect();
    signs.text = lines.join("\n").trim_end().to_owned();
    signs
}

fn read_line(line: &str, risks: &[RiskRow], signs: &mut Signs) -> String {
    let mut kept = String::new();
    let mut rest = line;
    loop {
        let space = rest.len() - rest.trim_start().len();
        let (before, word) = rest.split_at(space);
        let end = word.find(char::is_whitespace).unwrap_or(word.len());
        if end == 0 {
            // White space at the end, where a sign may have been.
            return kept;
        }
        let taken = match word.chars().next() {
            Some('#') => read_tag(&word[..end], signs),
            Some('>') if end > 1 => read_risk(&word[1..], risks, signs).map(|length| length + 1),
            _ => None,
        };
        rest = if let Some(taken) = taken {
            // A full stop or comma right behind the sign stays with the words before it.
            let after = &word[taken..];
            let stop = after.len() - after.trim_start_matches(STOPS).len();
            kept.push_str(&after[..stop]);
            &after[stop..]
        } else {
            kept.push_str(before);
            kept.push_str(&word[..end]);
            &word[end..]
        };
    }
}

/// What may follow a sign without belonging to it.
const STOPS: &[char] = &['.', ',', ';', ':', '!', '?', ')', '…'];

/// A tag: how many bytes of the word it takes. `#1` is a number, `##` a heading.
fn read_tag(word: &str, signs: &mut Signs) -> Option<usize> {
    let bare = word[1..].trim_end_matches(STOPS);
    if !bare.chars().any(char::is_alphabetic) || bare.contains('#') {
        return None;
    }
    let tag = TagPath::read(bare).ok()?;
    if !signs.tags.contains(&tag) {
        signs.tags.push(tag);
    }
    Some(1 + bare.len())
}

/// A risk, by number or by words of its title, the longest run of words that fits one risk only: how many bytes it takes.
fn read_risk(after: &str, risks: &[RiskRow], signs: &mut Signs) -> Option<usize> {
    let mut ends: Vec<usize> = after
        .char_indices()
        .filter(|(_, c)| c.is_whitespace())
        .map(|(byte, _)| byte)
        .chain([after.len()])
        .take(8)
        .collect();
    ends.reverse();
    for end in ends {
        let words = after[..end].trim_end_matches(STOPS);
        let number = words.parse::<RiskNumber>().ok();
        let wanted = fold_words(words);
        let fits = |risk: &&RiskRow| {
            number.map_or_else(|| fold_words(&risk.title).contains(&wanted), |n| risk.number == n)
        };
        let mut found = risks.iter().filter(fits);
        if let (Some(risk), None) = (found.next(), found.next()) {
            if !signs.risks.contains(&risk.number) {
                signs.risks.push(risk.number);
            }
            return Some(words.len());
        }
    }
    let word = after.split_whitespace().next()?;
    signs.unread.push(word.trim_end_matches(STOPS).to_owned());
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn risk(number: u32, title: &str) -> RiskRow {
        RiskRow {
            uid: "0192f0c1-2c7e-7000-8000-000000000001".parse().unwrap(),
            number: RiskNumber(number),
            title: title.to_owned(),
            statement: None,
            statement_is_claim: false,
            origin_version: None,
            origin_article: None,
            origin_number: None,
            sectors: Vec::new(),
            made_at: String::new(),
            trashed: false,
        }
    }

    #[test]
    fn signs_leave_the_note_and_what_is_no_sign_stays() {
        let risks = [
            risk(1, "Attack on the Donbas grid"),
            risk(2, "Grain licences lapse"),
            risk(12, "Attack at sea"),
        ];
        let check = |text: &str, left: &str, tags: &[&str], linked: &[u32], unread: &[&str]| {
            let signs = read_signs(text, &risks);
            assert_eq!(signs.text, left, "{text}");
            assert_eq!(
                signs.tags.iter().map(TagPath::as_str).collect::<Vec<_>>(),
                tags,
                "{text}"
            );
            assert_eq!(
                signs.risks.iter().map(|n| n.0).collect::<Vec<_>>(),
                linked,
                "{text}"
            );
            assert_eq!(signs.unread, unread, "{text}");
        };
        check("escalates #energy >donbas", "escalates", &["energy"], &[1], &[]);
        check("#energy/gas, and more", ", and more", &["energy/gas"], &[], &[]);
        check("see >R-2. Then wait", "see. Then wait", &[], &[2], &[]);
        check(">grain licences lapse soon", " soon", &[], &[2], &[]);
        // Two risks have an attack, one of them at sea.
        check(">attack at sea", "", &[], &[12], &[]);
        check("an >attack near", "an >attack near", &[], &[], &["attack"]);
        check(">R-9", ">R-9", &[], &[], &["R-9"]);
        // Markdown and figures are not signs.
        check(
            "> quoted\n# Heading\n#1 of 3, a#b, x>y",
            "> quoted\n# Heading\n#1 of 3, a#b, x>y",
            &[],
            &[],
            &[],
        );
        check("```\n#code >grain\n```", "```\n#code >grain\n```", &[], &[], &[]);
        check("  indented  words ", "  indented  words", &[], &[], &[]);
    }
}
