//! What a person taught about the pages of a site, and following it.
//!
//! A rule takes one of the values that the page states, gives a fixed one, or takes away; it is followed after a page was read
//! and before anybody corrects it, and whoever shows the record shows the rules that worked.

use chrono::{NaiveDate, NaiveTime};
use model::{
    address::{self, Pages},
    amended::RecordField,
    article::{Capture, Cue, Field, Published, StatedField, Verdict},
    block::number_blocks,
    site_rule::Rule,
};
use store::site_rule::SiteRuleRow;

use super::{
    pieces::leave_out_lines,
    record::{self, set_field},
};
use crate::{Desk, Failure, FailureKind, Result, desk::uid, wording::Label};

impl Desk {
    /// All rules, by site.
    pub fn rules(&self) -> Result<Vec<SiteRuleRow>> {
        self.read(|r| Ok(r.site_rules()?))
    }

    /// Teaches a rule for a site, named by its host or by the address of one of its pages; one about the same field or line
    /// goes. Gives the rule's identity. One undo step.
    pub fn remember_rule(&self, site: &str, rule: Rule) -> Result<String> {
        let invalid = |id| Failure::new(FailureKind::Invalid, id, &[("given", site.to_owned().into())]);
        let host = address::site(site).or_else(|| address::site(&format!("https://{site}")));
        let host = host.ok_or_else(|| invalid("rule-no-site"))?;
        if !rule.makes_sense() {
            return Err(invalid("rule-no-sense"));
        }
        let label = Label::new("op-rule-remember").with("site", &host);
        let (uid, _) = self.write(label, move |w| -> Result<_> { Ok(w.teach_rule(&host, &rule)?) })?;
        Ok(uid.to_string())
    }

    /// Forgets a rule. What it did to articles stays. One undo step.
    pub fn forget_rule(&self, rule: &str) -> Result<()> {
        let uid = uid(rule)?;
        let label = Label::new("op-rule-forget");
        self.write(label, move |w| -> Result<()> { Ok(w.forget_rule(uid)?) })?;
        Ok(())
    }

    /// Follows the rules of the site that a record comes from, and gives those that changed something.
    pub(crate) fn follow_rules(&self, capture: &mut Capture) -> Result<Vec<SiteRuleRow>> {
        let Some(site) = Pages::of(&capture.meta).site else {
            return Ok(Vec::new());
        };
        let rules = self.read(|r| -> Result<_> { Ok(r.rules_of_site(&site)?) })?;
        let mut followed = Vec::new();
        for row in rules {
            if follow(capture, &row.rule)? {
                followed.push(row);
            }
        }
        Ok(followed)
    }
}

/// Follows one rule. Whether that changed anything.
fn follow(capture: &mut Capture, rule: &Rule) -> Result<bool> {
    let before = capture.clone();
    match rule {
        Rule::FromCue { field, cue } => take_from(capture, *field, *cue),
        Rule::Always { field, value } => say(capture, *field, value)?,
        Rule::Never { field } => say(capture, *field, "")?,
        Rule::WithoutLine { line } => leave_out_lines(capture, line.trim()),
    }
    Ok(*capture != before)
}

/// Puts `value` into a field as if it were typed; a page's own address is taken away or left.
fn say(capture: &mut Capture, field: StatedField, value: &str) -> Result<()> {
    let field = match field {
        StatedField::Headline => RecordField::Title,
        StatedField::Deck => RecordField::Deck,
        StatedField::Authors => RecordField::Authors,
        StatedField::Section => RecordField::Section,
        StatedField::Published => RecordField::Published,
        StatedField::Outlet => RecordField::Outlet,
        StatedField::Language => RecordField::Language,
        StatedField::CanonicalUrl => {
            capture.meta.canonical_url = None;
            return Ok(());
        }
    };
    record::say(capture, field, value, None)?;
    number_blocks(&mut capture.blocks);
    Ok(())
}

/// Takes what `cue` states for a field, if it states anything that can be used.
fn take_from(capture: &mut Capture, field: StatedField, cue: Cue) {
    let usable = |verdict| !matches!(verdict, Verdict::Placeholder | Verdict::Implausible);
    let stated: Vec<Field<String>> = capture
        .candidates
        .iter()
        .filter(|c| c.field == field && c.cue == cue && usable(c.verdict))
        .map(|c| Field::parsed(c.value.clone(), c.at))
        .collect();
    let Some(first) = stated.first().cloned() else {
        return;
    };
    match field {
        StatedField::Headline => set_field(capture, RecordField::Title, first),
        StatedField::Deck => set_field(capture, RecordField::Deck, first),
        StatedField::Authors => capture.meta.authors = stated,
        StatedField::Section => capture.meta.section = Some(first),
        StatedField::Outlet => capture.meta.outlet = Some(first),
        StatedField::CanonicalUrl => capture.meta.canonical_url = Some(first),
        StatedField::Language => capture.meta.language = Some(first),
        StatedField::Published => match published(&first.value) {
            Some(value) => {
                capture.meta.published = Some(Field {
                    value,
                    origin: first.origin,
                });
            }
            None => return,
        },
    }
    for candidate in capture.candidates.iter_mut().filter(|c| c.field == field) {
        candidate.verdict = match candidate.verdict {
            _ if candidate.cue == cue && usable(candidate.verdict) => Verdict::Chosen,
            Verdict::Chosen => Verdict::LessTrusted,
            other => other,
        };
    }
}

/// A date as candidates have it: `2026-02-02`, `2026-02-02 14:05 GMT`.
fn published(value: &str) -> Option<Published> {
    let mut parts = value.split_whitespace();
    let date: NaiveDate = parts.next()?.parse().ok()?;
    let time = parts
        .next()
        .and_then(|time| NaiveTime::parse_from_str(time, "%H:%M").ok());
    let zone = parts.collect::<Vec<_>>().join(" ");
    Some(Published {
        date,
        time,
        zone: (time.is_some() && !zone.is_empty()).then_some(zone),
    })
}

#[cfg(test)]
mod tests {
    use model::{
        amended::Amended,
        article::{Candidate, Meta, Origin, canonical_text},
        block::{Block, BlockKind, Role, number_blocks},
        text::Span,
    };

    use super::*;
    use crate::WorkerProgram;

    /// A page of example.org whose window title and Open Graph title differ.
    fn page() -> Capture {
        let at = Span::new(0, 4);
        let candidate = |field, value: &str, cue, verdict| Candidate {
            field,
            value: value.to_owned(),
            at,
            cue,
            verdict,
        };
        let mut blocks = vec![
            Block::plain(
                Role::Headline,
                BlockKind::Heading { level: 1 },
                "Port closed | Example",
                Some(at),
            ),
            Block::plain(
                Role::Body,
                BlockKind::Paragraph,
                "Ships wait.",
                Some(Span::new(5, 9)),
            ),
            Block::plain(
                Role::Body,
                BlockKind::Paragraph,
                "Sign up for our letter",
                Some(Span::new(9, 12)),
            ),
        ];
        number_blocks(&mut blocks);
        Capture {
            meta: Meta {
                url: Some(Field::typed("https://www.example.org/port".to_owned())),
                outlet: Some(Field::parsed("EXAMPLE".to_owned(), at)),
                authors: vec![Field::parsed("Desk".to_owned(), at)],
                ..Meta::titled(Field::parsed("Port closed | Example".to_owned(), at))
            },
            blocks,
            removed: Vec::new(),
            candidates: vec![
                candidate(
                    StatedField::Headline,
                    "Port closed | Example",
                    Cue::WindowTitle,
                    Verdict::Chosen,
                ),
                candidate(
                    StatedField::Headline,
                    "Port closed",
                    Cue::OpenGraph,
                    Verdict::LessTrusted,
                ),
                candidate(
                    StatedField::Published,
                    "2026-02-02 14:05 GMT",
                    Cue::JsonLd,
                    Verdict::LessTrusted,
                ),
                candidate(
                    StatedField::Published,
                    "1970-01-01",
                    Cue::MetaTag,
                    Verdict::Placeholder,
                ),
            ],
            amended: Amended::default(),
            parser: "html/1".to_owned(),
            encoding: "UTF-8".to_owned(),
        }
    }

    #[test]
    fn rules_of_a_site_are_followed_for_its_pages_until_they_are_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::open(folder.path(), WorkerProgram::current_exe().unwrap()).unwrap();
        let teach = |rule| desk.remember_rule("https://example.org/another", rule).unwrap();
        let field = StatedField::Headline;
        let title = teach(Rule::FromCue {
            field,
            cue: Cue::OpenGraph,
        });
        teach(Rule::FromCue {
            field: StatedField::Published,
            cue: Cue::JsonLd,
        });
        teach(Rule::Always {
            field: StatedField::Outlet,
            value: "The Example".to_owned(),
        });
        teach(Rule::Never {
            field: StatedField::Authors,
        });
        teach(Rule::WithoutLine {
            line: "Sign up for our letter".to_owned(),
        });

        let mut capture = page();
        assert_eq!(desk.follow_rules(&mut capture).unwrap().len(), 5);
        assert_eq!(canonical_text(&capture.blocks), "Port closed\n\nShips wait.");
        let meta = &capture.meta;
        assert!(
            matches!(meta.headline.origin, Origin::Parsed { .. }),
            "its place is shown"
        );
        assert_eq!(meta.outlet.as_ref().unwrap().value, "The Example");
        assert_eq!(
            meta.published.as_ref().unwrap().value.zone.as_deref(),
            Some("GMT")
        );
        assert!(meta.authors.is_empty());
        assert_eq!(capture.removed.last().unwrap().text, "Sign up for our letter");
        // Followed twice, nothing more happens.
        assert_eq!(desk.follow_rules(&mut capture).unwrap(), []);

        desk.forget_rule(&title).unwrap();
        let mut capture = page();
        assert_eq!(desk.follow_rules(&mut capture).unwrap().len(), 4);
        assert_eq!(capture.meta.headline.value, "Port closed | Example");
        desk.undo().unwrap();
        assert_eq!(desk.rules().unwrap().len(), 5);
        assert_eq!(desk.check().unwrap().findings, []);
    }

    #[test]
    fn a_rule_is_for_one_site_takes_no_placeholder_and_must_make_sense() {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::open(folder.path(), WorkerProgram::current_exe().unwrap()).unwrap();
        let (field, cue) = (StatedField::Published, Cue::MetaTag);
        desk.remember_rule("example.org", Rule::FromCue { field, cue })
            .unwrap();
        desk.remember_rule(
            "example.com",
            Rule::Never {
                field: StatedField::Outlet,
            },
        )
        .unwrap();
        let mut capture = page();
        assert_eq!(desk.follow_rules(&mut capture).unwrap(), []);
        assert_eq!(capture, page());
        for (site, rule) in [
            ("", Rule::Never { field }),
            (
                "example.org",
                Rule::Never {
                    field: StatedField::Headline,
                },
            ),
        ] {
            assert_eq!(
                desk.remember_rule(site, rule).unwrap_err().kind,
                FailureKind::Invalid
            );
        }
    }
}
