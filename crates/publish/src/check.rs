//! Is the brief sound? Citations and sources that lead nowhere, words outside their
//! scales, numbers out of range and doubled ids are found here, before anything is laid
//! out, and each error names its place. Whether the typefaces can print the text is the
//! business of the PDF.

use std::collections::HashSet;

use crate::brief_document::{BriefDocument, Confidence, Evidence, Risk, RiskAssessment, Run, Source};
use crate::error::Error;
use crate::texts;

pub(crate) const TLP: &[&str] = &["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"];
pub(crate) const CONFIDENCE: &[&str] = &["low", "moderate", "high"];
pub(crate) const TRENDS: &[&str] = &["new", "rising", "stable", "falling"];
pub(crate) const KINDS: &[&str] = &["fact", "judgement", "risk", "question", "claim"];
pub(crate) const STANCES: &[&str] = &["supports", "contradicts", "context"];
pub(crate) const RELIABILITY: &[&str] = &["A", "B", "C", "D", "E", "F"];
pub(crate) const CREDIBILITY: &[&str] = &["1", "2", "3", "4", "5", "6"];

/// Checks a brief.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub fn check(brief: &BriefDocument) -> Result<(), Error> {
    heads(brief)?;
    scale(brief)?;
    matrix(brief)?;
    distinct("evidence items", brief.evidence.iter().map(|item| &item.id))?;
    distinct("sources", brief.sources.iter().map(|source| &source.id))?;
    distinct("risks", brief.risks.iter().map(|risk| &risk.id))?;
    distinct(
        "judgements",
        brief.judgements.iter().map(|judgement| &judgement.id),
    )?;
    brief.sources.iter().try_for_each(source)?;
    let sources: HashSet<&str> = brief.sources.iter().map(|source| source.id.as_str()).collect();
    brief
        .evidence
        .iter()
        .try_for_each(|item| evidence(item, &sources))?;
    let known: HashSet<&str> = brief.evidence.iter().map(|item| item.id.as_str()).collect();
    cites("bottom line up front", &brief.bluf, &known)?;
    for (index, judgement) in brief.judgements.iter().enumerate() {
        let place = format!("judgement {}", index + 1);
        cites(&place, &judgement.text, &known)?;
        let likelihood = &judgement.likelihood;
        one_of(format!("scale of {place}"), &likelihood.scale, &[&brief.scale.id])?;
        band(&format!("likelihood of {place}"), likelihood.low, likelihood.high)?;
        confidence(&place, &judgement.confidence)?;
    }
    for (name, paragraphs) in texts::sections(brief) {
        for (index, paragraph) in paragraphs.iter().enumerate() {
            cites(&format!("{name}, paragraph {},", index + 1), paragraph, &known)?;
        }
    }
    brief.risks.iter().try_for_each(|item| risk(item, brief, &known))
}

fn heads(brief: &BriefDocument) -> Result<(), Error> {
    let (meta, marking) = (&brief.meta, &brief.marking);
    filled("title", &meta.title)?;
    if ymd(&meta.date).is_none() {
        return Err(Error::Date {
            place: "date of the brief".into(),
            value: meta.date.clone(),
        });
    }
    one_of("paper".into(), &meta.paper, &["a4", "us-letter"])?;
    one_of("template".into(), &meta.template, &["intel-note"])?;
    one_of("marking scheme".into(), &marking.scheme, &["TLP"])?;
    one_of("marking".into(), &marking.level, TLP)?;
    let expected = format!("{}:{}", marking.scheme, marking.level);
    if marking.label != expected {
        return Err(Error::Contradiction {
            place: "marking label".into(),
            found: marking.label.clone(),
            by: "the marking's level".into(),
            expected,
        });
    }
    Ok(())
}

fn scale(brief: &BriefDocument) -> Result<(), Error> {
    if brief.scale.terms.is_empty() {
        return Err(Error::Empty {
            place: "likelihood scale".into(),
        });
    }
    brief
        .scale
        .terms
        .iter()
        .try_for_each(|term| band(&format!("scale term “{}”", term.term), term.low, term.high))
}

fn matrix(brief: &BriefDocument) -> Result<(), Error> {
    for (row, ratings) in brief.matrix.ratings.iter().enumerate() {
        for (column, rating) in ratings.iter().enumerate() {
            level(
                format!(
                    "matrix rating for likelihood {} and impact {}",
                    row + 1,
                    column + 1
                ),
                *rating,
            )?;
        }
    }
    Ok(())
}

fn source(source: &Source) -> Result<(), Error> {
    one_of(
        format!("reliability of source “{}”", source.id),
        &source.reliability,
        RELIABILITY,
    )?;
    one_of(
        format!("credibility of source “{}”", source.id),
        &source.credibility,
        CREDIBILITY,
    )
}

fn evidence(item: &Evidence, sources: &HashSet<&str>) -> Result<(), Error> {
    let place = format!("evidence “{}”", item.id);
    if !sources.contains(item.source.as_str()) {
        return Err(Error::UnknownSource {
            place,
            id: item.source.clone(),
        });
    }
    one_of(format!("kind of {place}"), &item.kind, KINDS)?;
    if let Some(stance) = &item.stance {
        one_of(format!("stance of {place}"), stance, STANCES)?;
    }
    let graded = item
        .grade
        .split_at_checked(1)
        .is_some_and(|(letter, digit)| RELIABILITY.contains(&letter) && CREDIBILITY.contains(&digit));
    if graded {
        return Ok(());
    }
    Err(Error::UnknownLevel {
        place: format!("grade of {place}"),
        value: item.grade.clone(),
        known: "A1 to F6".into(),
    })
}

fn risk(risk: &Risk, brief: &BriefDocument, known: &HashSet<&str>) -> Result<(), Error> {
    let place = format!("risk {}", risk.id);
    filled("id of a risk", &risk.id)?;
    filled(&format!("title of {place}"), &risk.title)?;
    if let Some(id) = risk.cites.iter().find(|id| !known.contains(id.as_str())) {
        return Err(Error::UnknownCitation {
            place,
            id: id.clone(),
        });
    }
    if let Some((likelihood, impact)) = risk.previous {
        level(format!("previous likelihood of {place}"), likelihood)?;
        level(format!("previous impact of {place}"), impact)?;
    }
    risk.assessed
        .as_ref()
        .map_or(Ok(()), |assessed| assessment(assessed, &place, brief))
}

fn assessment(assessed: &RiskAssessment, place: &str, brief: &BriefDocument) -> Result<(), Error> {
    level(format!("likelihood of {place}"), assessed.likelihood)?;
    level(format!("impact of {place}"), assessed.impact)?;
    band(&format!("likelihood of {place}"), assessed.low, assessed.high)?;
    confidence(place, &assessed.confidence)?;
    one_of(format!("trend of {place}"), &assessed.trend, TRENDS)?;
    let expected = rating_word(brief, assessed);
    if folded(expected) == folded(&assessed.rating) {
        return Ok(());
    }
    Err(Error::Contradiction {
        place: format!("rating of {place}"),
        found: assessed.rating.clone(),
        by: format!("matrix {}", brief.matrix.id),
        expected: expected.into(),
    })
}

/// The rating that the matrix gives, 1 to 5. The levels must have been checked.
pub(crate) fn rating(brief: &BriefDocument, likelihood: u8, impact: u8) -> u8 {
    let row = usize::from(likelihood).saturating_sub(1).min(4);
    let column = usize::from(impact).saturating_sub(1).min(4);
    brief.matrix.ratings[row][column]
}

fn rating_word<'a>(brief: &'a BriefDocument, assessed: &RiskAssessment) -> &'a str {
    let rating = rating(brief, assessed.likelihood, assessed.impact);
    &brief.matrix.words[usize::from(rating).saturating_sub(1).min(4)]
}

/// `Very low`, `very-low` and `VERY_LOW` are one word: the desk may pass the id.
fn folded(word: &str) -> String {
    word.to_lowercase().replace(['-', '_'], " ")
}

fn confidence(place: &str, confidence: &Confidence) -> Result<(), Error> {
    one_of(format!("confidence of {place}"), &confidence.level, CONFIDENCE)
}

fn cites(place: &str, runs: &[Run], known: &HashSet<&str>) -> Result<(), Error> {
    for run in runs {
        if let Run::Cite { cite } = run
            && !known.contains(cite.as_str())
        {
            return Err(Error::UnknownCitation {
                place: place.trim_end_matches(',').into(),
                id: cite.clone(),
            });
        }
    }
    Ok(())
}

fn filled(place: &str, text: &str) -> Result<(), Error> {
    if text.trim().is_empty() {
        Err(Error::Empty { place: place.into() })
    } else {
        Ok(())
    }
}

fn one_of(place: String, value: &str, known: &[&str]) -> Result<(), Error> {
    if known.contains(&value) {
        return Ok(());
    }
    Err(Error::UnknownLevel {
        place,
        value: value.into(),
        known: known.join(", "),
    })
}

fn level(place: String, value: u8) -> Result<(), Error> {
    if (1..=5).contains(&value) {
        Ok(())
    } else {
        Err(Error::OutOfRange {
            place,
            value: value.to_string(),
            range: "1 to 5".into(),
        })
    }
}

fn band(place: &str, low: f64, high: f64) -> Result<(), Error> {
    if (0.0..=100.0).contains(&low) && (0.0..=100.0).contains(&high) && low <= high {
        return Ok(());
    }
    Err(Error::OutOfRange {
        place: place.into(),
        value: format!("{low} to {high}"),
        range: "0 to 100 percent, lower bound first".into(),
    })
}

fn distinct<'a>(what: &str, ids: impl Iterator<Item = &'a String>) -> Result<(), Error> {
    let mut seen = HashSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(Error::DuplicateId {
                what: what.into(),
                id: id.clone(),
            });
        }
    }
    Ok(())
}

/// Year, month and day of a text that is exactly a calendar date, `YYYY-MM-DD`.
pub(crate) fn ymd(text: &str) -> Option<(i32, u8, u8)> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number = |range: std::ops::Range<usize>| -> Option<u32> {
        let digits = text.get(range)?;
        if digits.bytes().all(|byte| byte.is_ascii_digit()) {
            digits.parse().ok()
        } else {
            None
        }
    };
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    if year == 0 || !(1..=days).contains(&day) {
        return None;
    }
    Some((
        i32::try_from(year).ok()?,
        u8::try_from(month).ok()?,
        u8::try_from(day).ok()?,
    ))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::fixture;

    /// Spoils a sound brief and says what the check answers.
    fn spoilt(spoil: impl FnOnce(&mut BriefDocument)) -> String {
        let mut brief = fixture::strait();
        spoil(&mut brief);
        match check(&brief) {
            Ok(()) => panic!("the spoilt brief passed"),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn sound_briefs_pass() {
        check(&fixture::strait()).unwrap();
        check(&fixture::empty()).unwrap();
    }

    #[test]
    fn each_fault_is_named_with_its_place() {
        let cite = || Run::Cite { cite: "NOPE".into() };
        let cases: Vec<(String, &str)> = vec![
            (spoilt(|b| b.meta.title = " ".into()), "The title is empty"),
            (
                spoilt(|b| b.bluf.push(cite())),
                "The bottom line up front cites “NOPE”",
            ),
            (
                spoilt(|b| b.judgements[1].text.push(cite())),
                "The judgement 2 cites “NOPE”",
            ),
            (
                spoilt(|b| b.discussion[1].push(cite())),
                "The discussion, paragraph 2 cites “NOPE”",
            ),
            (
                spoilt(|b| b.risks[0].cites.push("NOPE".into())),
                "The risk R-1 cites “NOPE”",
            ),
            (
                spoilt(|b| b.evidence[0].source = "S9".into()),
                "names the source “S9”",
            ),
            (spoilt(|b| b.evidence[0].grade = "G7".into()), "A1 to F6"),
            (
                spoilt(|b| b.evidence[0].kind = "rumour".into()),
                "fact, judgement, risk, question, claim",
            ),
            (
                spoilt(|b| b.evidence[1].id = b.evidence[0].id.clone()),
                "Two evidence items have the id",
            ),
            (
                spoilt(|b| b.sources[0].reliability = "Z".into()),
                "The reliability of source",
            ),
            (
                spoilt(|b| b.judgements[0].confidence.level = "very high".into()),
                "The confidence of judgement 1 is “very high”",
            ),
            (
                spoilt(|b| b.judgements[0].likelihood.high = 120.0),
                "likelihood of judgement 1 is 55 to 120",
            ),
            (
                spoilt(|b| b.judgements[0].likelihood.low = f64::NAN),
                "likelihood of judgement 1",
            ),
            (
                spoilt(|b| b.judgements[0].likelihood.scale = "phia".into()),
                "The scale of judgement 1 is “phia”",
            ),
            (
                spoilt(|b| b.matrix.ratings[4][0] = 6),
                "likelihood 5 and impact 1 is 6",
            ),
            (
                spoilt(|b| b.risks[0].previous = Some((0, 3))),
                "The previous likelihood of risk R-1 is 0",
            ),
            (
                spoilt(|b| b.risks[0].assessed.as_mut().unwrap().impact = 9),
                "The impact of risk R-1 is 9",
            ),
            (
                spoilt(|b| b.risks[0].assessed.as_mut().unwrap().rating = "Very high".into()),
                "The rating of risk R-1 says “Very high”",
            ),
            (
                spoilt(|b| b.risks[0].assessed.as_mut().unwrap().trend = "up".into()),
                "The trend of risk R-1",
            ),
            (
                spoilt(|b| b.marking.level = "WHITE".into()),
                "The marking is “WHITE”",
            ),
            (
                spoilt(|b| b.marking.label = "TLP:CLEAR".into()),
                "The marking label says “TLP:CLEAR”",
            ),
            (
                spoilt(|b| b.meta.date = "2031-02-30".into()),
                "“2031-02-30” is not a date",
            ),
            (spoilt(|b| b.meta.paper = "a3".into()), "The paper is “a3”"),
            (spoilt(|b| b.scale.terms.clear()), "The likelihood scale is empty"),
        ];
        for (said, expected) in cases {
            assert!(said.contains(expected), "expected “{expected}” in “{said}”");
        }
    }

    #[test]
    fn only_calendar_dates_are_dates() {
        assert_eq!(ymd("2028-02-29"), Some((2028, 2, 29)));
        for text in [
            "2031-02-29",
            "2031-13-01",
            "2031-1-01",
            "2031/01/01",
            "+031-01-01",
            "2031-01-01T",
            "２０３１-01-01",
            "",
        ] {
            assert_eq!(ymd(text), None, "{text}");
        }
    }
}
