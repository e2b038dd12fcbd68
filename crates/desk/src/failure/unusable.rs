//! What a person gave and can't be used, and what a brief lacks: each as a message of the language file.

use fluent_bundle::FluentValue;
use model::{
    annotation::NotAKind,
    assessment::{Incomplete, NotAConfidence},
    brief::{NotASection, NotATemplate},
    evidence::{NotAStance, NotAWeight},
    id::NotAUid,
    marking::NotAMarking,
    risk::NotAStatus,
    scale::NoLikelihood,
    source::{NotACredibility, NotAReliability},
    tag::NotATag,
};

use super::{Failure, FailureKind};

fn unusable(id: &str, args: &[(&str, FluentValue<'_>)]) -> Failure {
    Failure::new(FailureKind::Invalid, id, args)
}

/// Errors that say nothing but what was given.
macro_rules! given {
    ($($error:ty => $id:literal),+ $(,)?) => {$(
        impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                unusable($id, &[("given", error.0.into())])
            }
        }
    )+};
}

given!(
    NotAUid => "not-a-uid",
    NotAKind => "not-a-kind",
    NotAConfidence => "not-a-confidence",
    NotATemplate => "not-a-template",
    NotAStance => "not-a-stance",
    NotAWeight => "not-a-weight",
    NotAMarking => "not-a-marking",
    NotAStatus => "not-a-status",
    NotACredibility => "not-a-credibility",
    NotAReliability => "not-a-reliability",
);

impl From<NotATag> for Failure {
    fn from(error: NotATag) -> Self {
        match error {
            NotATag::Empty(given) => unusable("not-a-tag", &[("given", given.into())]),
            NotATag::TooLong => unusable("tag-too-long", &[("most", model::tag::LONGEST.into())]),
        }
    }
}

impl From<NotASection> for Failure {
    fn from(error: NotASection) -> Self {
        unusable(
            "not-a-section",
            &[("given", error.given.into()), ("known", error.known.into())],
        )
    }
}

impl From<Incomplete> for Failure {
    fn from(error: Incomplete) -> Self {
        match error {
            Incomplete::Impact(given) => unusable("impact-outside", &[("given", given.into())]),
            Incomplete::Basis => unusable("basis-missing", &[]),
            Incomplete::Rationale => unusable("rationale-missing", &[]),
            Incomplete::Horizon { horizon, as_of } => unusable(
                "horizon-past",
                &[
                    ("horizon", horizon.to_string().into()),
                    ("asof", as_of.to_string().into()),
                ],
            ),
        }
    }
}

impl From<NoLikelihood> for Failure {
    fn from(error: NoLikelihood) -> Self {
        match error {
            NoLikelihood::UnknownTerm { given, scale, terms } => unusable(
                "likelihood-unknown",
                &[
                    ("given", given.into()),
                    ("scale", scale.into()),
                    ("terms", terms.into()),
                ],
            ),
            NoLikelihood::OffScale {
                percent,
                scale,
                low,
                high,
            } => unusable(
                "likelihood-off-scale",
                &[
                    ("percent", percent.into()),
                    ("scale", scale.into()),
                    ("low", low.into()),
                    ("high", high.into()),
                ],
            ),
            NoLikelihood::InGap {
                percent,
                scale,
                below,
                above,
            } => unusable(
                "likelihood-in-gap",
                &[
                    ("percent", percent.into()),
                    ("scale", scale.into()),
                    ("below", below.into()),
                    ("above", above.into()),
                ],
            ),
        }
    }
}

impl From<publish::Error> for Failure {
    fn from(error: publish::Error) -> Self {
        use publish::Error as E;
        let (id, args) = match error {
            E::Unreadable(detail) => ("brief-unreadable", vec![("detail", detail)]),
            E::Schema { found } => ("brief-of-other-schema", vec![("found", found)]),
            E::Empty { place } => ("brief-place-empty", vec![("place", place)]),
            E::UnknownCitation { place, id } => ("brief-cites-unknown", vec![("place", place), ("id", id)]),
            E::UnknownSource { place, id } => ("brief-names-unknown", vec![("place", place), ("id", id)]),
            E::UnknownLevel { place, value, known } => (
                "brief-level-unknown",
                vec![("place", place), ("value", value), ("known", known)],
            ),
            E::DuplicateId { what, id } => ("brief-ids-twice", vec![("what", what), ("id", id)]),
            E::OutOfRange { place, value, range } => (
                "brief-out-of-range",
                vec![("place", place), ("value", value), ("range", range)],
            ),
            E::Date { place, value } => ("brief-not-a-date", vec![("place", place), ("value", value)]),
            E::Contradiction {
                place,
                found,
                by,
                expected,
            } => (
                "brief-contradiction",
                vec![
                    ("place", place),
                    ("found", found),
                    ("by", by),
                    ("expected", expected),
                ],
            ),
            E::Script {
                place,
                script,
                sample,
            } => (
                "brief-script-missing",
                vec![("place", place), ("script", script), ("sample", sample)],
            ),
            E::Typeset(detail) => ("brief-not-typeset", vec![("detail", detail)]),
        };
        let args: Vec<_> = args
            .into_iter()
            .map(|(name, value)| (name, value.into()))
            .collect();
        Self::new(FailureKind::Conflict, id, &args)
    }
}
