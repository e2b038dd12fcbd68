//! Likelihood scales: words for probabilities, kept as data files so that a desk can bring its own.
//!
//! A word and a number are never mixed up: a term stands for a band, and an estimate given as a word alone is marked as such
//! (tradecraft.md 1.1, 3.4). Confidence is another axis and lives in `assessment`.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::text::fold_words;

/// A likelihood scale as its data file gives it (`scale/1`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    /// Version of the file format.
    pub schema: String,
    /// Name in the database and in exchange.
    pub id: String,
    /// Name on paper.
    pub label: String,
    /// The standard it comes from.
    pub source: String,
    /// Whether the bands leave gaps on purpose (PHIA): a number in a gap belongs to no term.
    #[serde(default)]
    pub gaps: bool,
    /// Whether bands hold each other (IPCC): a number takes the narrowest.
    #[serde(default)]
    pub nested: bool,
    /// From least to most likely.
    pub terms: Vec<Term>,
}

/// One step of a scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// Name in the database and in exchange.
    pub id: String,
    /// The word that products print.
    pub row1: String,
    /// The other permitted word, where the standard has one; a product doesn't mix the rows.
    #[serde(default)]
    pub row2: Option<String>,
    /// Further forms understood on input.
    #[serde(default)]
    pub also: Vec<String>,
    /// Lower end of the band, per cent.
    pub low: f64,
    /// Upper end of the band, per cent.
    pub high: f64,
    /// Stands for the term in scoring, per cent (house figure); the middle of the band where the file has none.
    #[serde(default)]
    pub midpoint: Option<f64>,
}

impl Term {
    /// The figure that stands for the term in scoring, per cent.
    pub fn midpoint(&self) -> f64 {
        self.midpoint.unwrap_or((self.low + self.high) / 2.0)
    }
}

/// Who gave the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PercentSource {
    /// The analyst gave a number.
    Analyst,
    /// The analyst gave a term; the number is its midpoint and is never shown as theirs.
    TermMidpoint,
}

impl PercentSource {
    /// The word in the database and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Analyst => "analyst",
            Self::TermMidpoint => "term-midpoint",
        }
    }
}

/// A likelihood on a scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Likelihood {
    /// The scale's id.
    pub scale: String,
    /// The term's id.
    pub term: String,
    /// The printed word.
    pub label: String,
    /// Lower end of the term's band, per cent.
    pub low: f64,
    /// Upper end of the term's band, per cent.
    pub high: f64,
    /// The number, per cent.
    pub percent: f64,
    /// Who gave the number.
    pub percent_source: PercentSource,
    /// Row of the risk matrix, 1 to 5.
    pub level: u8,
}

/// Why an input is no likelihood on a scale.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NoLikelihood {
    /// No term has this name.
    #[error("'{given}' is not a term of the {scale} scale: use one of {terms}, or a number of per cent")]
    UnknownTerm {
        /// What was given.
        given: String,
        /// The scale's label.
        scale: String,
        /// The scale's terms, parted by commas.
        terms: String,
    },
    /// Outside every band, at the ends.
    #[error(
        "{percent} % is outside the {scale} scale, which runs from {low} to {high} %: nothing is certain or impossible"
    )]
    OffScale {
        /// What was given.
        percent: f64,
        /// The scale's label.
        scale: String,
        /// Lower end of the scale.
        low: f64,
        /// Upper end of the scale.
        high: f64,
    },
    /// In a gap that the scale leaves on purpose; never snapped to a neighbour.
    #[error("{percent} % lies between '{below}' and '{above}' on the {scale} scale: choose one of the two")]
    InGap {
        /// What was given.
        percent: f64,
        /// The scale's label.
        scale: String,
        /// The term below.
        below: String,
        /// The term above.
        above: String,
    },
}

impl Scale {
    /// Reads a scale file. The message says what is wrong with it.
    pub fn from_json(json: &str) -> Result<Self, String> {
        let scale: Self = serde_json::from_str(json).map_err(|e| e.to_string())?;
        if scale.schema != "scale/1" {
            return Err(format!("schema '{}' is not scale/1", scale.schema));
        }
        for term in &scale.terms {
            let ordered = 0.0 <= term.low && term.low < term.high && term.high <= 100.0;
            if !ordered {
                return Err(format!(
                    "the band of '{}' does not run upwards within 0 to 100",
                    term.id
                ));
            }
        }
        if scale.terms.is_empty() {
            return Err("a scale needs terms".to_owned());
        }
        Ok(scale)
    }

    /// ICD 203, the default (tradecraft.md 1.1).
    pub fn icd203() -> &'static Self {
        static ICD203: LazyLock<Scale> = LazyLock::new(|| {
            #[expect(clippy::expect_used, reason = "the file is compiled in and a test reads it")]
            Scale::from_json(include_str!("../data/scales/icd203.json")).expect("the built-in scale is sound")
        });
        &ICD203
    }

    /// The term with this id.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|t| t.id == id)
    }

    /// Reads a term, a term's id or a number of per cent (`65`, `65%`, `65 %`).
    pub fn read(&self, given: &str) -> Result<Likelihood, NoLikelihood> {
        let number = given.trim().trim_end_matches('%').trim_end();
        if let Ok(percent) = number.parse::<f64>() {
            return self.of_percent(percent);
        }
        let wanted = fold_words(given);
        let term = self.terms.iter().find(|t| {
            let words = [Some(&t.row1), t.row2.as_ref()]
                .into_iter()
                .flatten()
                .chain(&t.also);
            t.id == wanted || words.into_iter().any(|w| *w == wanted)
        });
        match term {
            Some(term) => Ok(self.likelihood(term, term.midpoint(), PercentSource::TermMidpoint)),
            None => Err(NoLikelihood::UnknownTerm {
                given: given.to_owned(),
                scale: self.label.clone(),
                terms: self
                    .terms
                    .iter()
                    .map(|t| t.row1.as_str())
                    .collect::<Vec<_>>()
                    .join(", "),
            }),
        }
    }

    /// The likelihood of a number. Where two bands share an end, the end belongs to the lower one: tradecraft.md 3.2 counts
    /// p ≤ 5 as the lowest level.
    pub fn of_percent(&self, percent: f64) -> Result<Likelihood, NoLikelihood> {
        let fits = |t: &&Term| percent >= t.low && percent <= t.high;
        let term = if self.nested {
            self.terms
                .iter()
                .filter(fits)
                .min_by(|a, b| (a.high - a.low).total_cmp(&(b.high - b.low)))
        } else {
            self.terms.iter().find(fits)
        };
        if let Some(term) = term {
            return Ok(self.likelihood(term, percent, PercentSource::Analyst));
        }
        let below = self.terms.iter().rev().find(|t| t.high < percent);
        let above = self.terms.iter().find(|t| t.low > percent);
        Err(match (below, above) {
            (Some(below), Some(above)) => NoLikelihood::InGap {
                percent,
                scale: self.label.clone(),
                below: below.row1.clone(),
                above: above.row1.clone(),
            },
            _ => NoLikelihood::OffScale {
                percent,
                scale: self.label.clone(),
                low: self.terms.iter().map(|t| t.low).fold(100.0, f64::min),
                high: self.terms.iter().map(|t| t.high).fold(0.0, f64::max),
            },
        })
    }

    fn likelihood(&self, term: &Term, percent: f64, percent_source: PercentSource) -> Likelihood {
        Likelihood {
            scale: self.id.clone(),
            term: term.id.clone(),
            label: term.row1.clone(),
            low: term.low,
            high: term.high,
            percent,
            percent_source,
            level: level_of_percent(percent),
        }
    }
}

/// The matrix row of a probability in per cent: ≤5, ≤20, ≤55, ≤80, above (tradecraft.md 3.2).
pub fn level_of_percent(percent: f64) -> u8 {
    match percent {
        p if p <= 5.0 => 1,
        p if p <= 20.0 => 2,
        p if p <= 55.0 => 3,
        p if p <= 80.0 => 4,
        _ => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term_of(given: &str) -> String {
        Scale::icd203()
            .read(given)
            .map(|l| l.term)
            .unwrap_or_else(|e| e.to_string())
    }

    #[test]
    fn terms_ids_second_row_words_and_numbers_are_understood() {
        for (given, term) in [
            ("likely", "likely"),
            ("Probably", "likely"),
            ("very-unlikely", "very-unlikely"),
            ("highly improbable", "very-unlikely"),
            ("Almost  Certainly", "almost-certain"),
            ("10%", "very-unlikely"),
            ("65 %", "likely"),
            ("50", "roughly-even-chance"),
            ("97.5", "almost-certain"),
        ] {
            assert_eq!(term_of(given), term, "{given}");
        }
    }

    #[test]
    fn a_shared_end_belongs_to_the_lower_band_as_the_level_table_has_it() {
        for (given, term, level) in [
            ("5", "almost-no-chance", 1),
            ("20", "very-unlikely", 2),
            ("55", "roughly-even-chance", 3),
            ("80", "likely", 4),
        ] {
            let likelihood = Scale::icd203().read(given).unwrap();
            assert_eq!(
                (likelihood.term.as_str(), likelihood.level),
                (term, level),
                "{given}"
            );
        }
    }

    #[test]
    fn every_term_lands_on_the_level_of_the_specification() {
        let levels: Vec<u8> = Scale::icd203()
            .terms
            .iter()
            .map(|t| level_of_percent(t.midpoint()))
            .collect();
        assert_eq!(levels, [1, 2, 3, 3, 4, 5, 5]);
    }

    #[test]
    fn nothing_is_certain_or_impossible() {
        for given in ["0", "100", "0.4", "-3", "140%"] {
            assert!(
                matches!(Scale::icd203().read(given), Err(NoLikelihood::OffScale { .. })),
                "{given}"
            );
        }
        assert!(matches!(
            Scale::icd203().read("may"),
            Err(NoLikelihood::UnknownTerm { .. })
        ));
        assert!(matches!(
            Scale::icd203().read("NaN"),
            Err(NoLikelihood::OffScale { .. })
        ));
    }

    #[test]
    fn the_format_carries_scales_with_gaps_and_nested_bands() {
        let phia = Scale::from_json(
            r#"{"schema":"scale/1","id":"p","label":"P","source":"s","gaps":true,"terms":[
            {"id":"a","row1":"a","low":0,"high":5},{"id":"b","row1":"b","low":10,"high":20}]}"#,
        )
        .unwrap();
        assert!(
            matches!(phia.read("7"), Err(NoLikelihood::InGap { below, above, .. }) if below == "a" && above == "b")
        );
        let nested = Scale::from_json(
            r#"{"schema":"scale/1","id":"n","label":"N","source":"s","nested":true,"terms":[
            {"id":"likely","row1":"likely","low":66,"high":100},{"id":"very","row1":"very","low":90,"high":100}]}"#,
        )
        .unwrap();
        assert_eq!(nested.read("95").unwrap().term, "very");
        assert!(
            Scale::from_json(r#"{"schema":"scale/1","id":"n","label":"N","source":"s","terms":[]}"#).is_err()
        );
    }
}
