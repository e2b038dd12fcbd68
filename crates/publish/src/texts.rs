//! Every text of a brief with the name of its place, in print order. One list, so that
//! a check which must see all text (can it be printed?) cannot miss a field.

use std::fmt::Arguments;

use crate::brief_document::{BriefDocument, Paragraph, Run};

/// The paragraph sections with the names a person knows them by, in print order.
pub(crate) fn sections(brief: &BriefDocument) -> [(&'static str, &[Paragraph]); 9] {
    [
        ("scope note", &brief.scope),
        ("discussion", &brief.discussion),
        ("key assumptions", &brief.assumptions),
        ("alternative analysis", &brief.alternatives),
        ("outlook", &brief.outlook),
        ("implications", &brief.implications),
        ("change since last note", &brief.changes),
        ("information gaps", &brief.gaps),
        ("source summary", &brief.source_summary),
    ]
}

/// Calls `see` with the place and the text of every printed field, stopping at the first error.
pub(crate) fn each<E>(
    brief: &BriefDocument,
    see: &mut dyn FnMut(Arguments<'_>, &str) -> Result<(), E>,
) -> Result<(), E> {
    meta(brief, see)?;
    runs(format_args!("bottom line up front"), &brief.bluf, see)?;
    for (index, judgement) in brief.judgements.iter().enumerate() {
        let n = index + 1;
        runs(format_args!("judgement {n}"), &judgement.text, see)?;
        see(
            format_args!("likelihood of judgement {n}"),
            &judgement.likelihood.term,
        )?;
        see(
            format_args!("confidence basis of judgement {n}"),
            &judgement.confidence.basis,
        )?;
    }
    for (name, paragraphs) in sections(brief) {
        for (index, paragraph) in paragraphs.iter().enumerate() {
            runs(format_args!("{name}, paragraph {}", index + 1), paragraph, see)?;
        }
    }
    for indicator in &brief.indicators {
        see(format_args!("indicator"), &indicator.text)?;
        see(format_args!("direction of an indicator"), &indicator.direction)?;
        see(format_args!("state of an indicator"), &indicator.state)?;
    }
    for entry in &brief.timeline {
        see(format_args!("timeline"), &entry.date)?;
        see(format_args!("timeline"), &entry.label)?;
    }
    risks(brief, see)?;
    for item in &brief.evidence {
        let id = &item.id;
        see(format_args!("quote of evidence “{id}”"), &item.quote)?;
        see(format_args!("locator of evidence “{id}”"), &item.locator)?;
        optional(
            format_args!("speaker of evidence “{id}”"),
            item.speaker.as_deref(),
            see,
        )?;
        optional(format_args!("note on evidence “{id}”"), item.note.as_deref(), see)?;
    }
    sources(brief, see)
}

fn meta<E>(
    brief: &BriefDocument,
    see: &mut dyn FnMut(Arguments<'_>, &str) -> Result<(), E>,
) -> Result<(), E> {
    let meta = &brief.meta;
    see(format_args!("title"), &meta.title)?;
    optional(format_args!("subtitle"), meta.subtitle.as_deref(), see)?;
    see(format_args!("id of the brief"), &meta.id)?;
    see(format_args!("kind of the brief"), &meta.kind)?;
    optional(format_args!("desk"), meta.desk.as_deref(), see)?;
    for author in &meta.authors {
        see(format_args!("author"), author)?;
    }
    optional(format_args!("organisation"), meta.org.as_deref(), see)?;
    optional(
        format_args!("information cut-off"),
        meta.info_cutoff.as_deref(),
        see,
    )?;
    see(format_args!("version"), &meta.version)?;
    see(format_args!("status"), &meta.status)?;
    optional(format_args!("handling"), brief.marking.handling.as_deref(), see)?;
    see(format_args!("name of the scale"), &brief.scale.label)?;
    for term in &brief.scale.terms {
        see(format_args!("scale"), &term.term)?;
    }
    let matrix = &brief.matrix;
    for word in matrix
        .likelihood
        .iter()
        .chain(&matrix.impact)
        .chain(&matrix.words)
    {
        see(format_args!("matrix"), word)?;
    }
    Ok(())
}

fn risks<E>(
    brief: &BriefDocument,
    see: &mut dyn FnMut(Arguments<'_>, &str) -> Result<(), E>,
) -> Result<(), E> {
    for risk in &brief.risks {
        let id = &risk.id;
        see(format_args!("id of a risk"), id)?;
        see(format_args!("title of risk {id}"), &risk.title)?;
        optional(format_args!("detail of risk {id}"), risk.detail.as_deref(), see)?;
        for sector in &risk.sectors {
            see(format_args!("sectors of risk {id}"), sector)?;
        }
        if let Some(assessed) = &risk.assessed {
            see(format_args!("likelihood of risk {id}"), &assessed.term)?;
            see(format_args!("rationale of risk {id}"), &assessed.rationale)?;
            see(
                format_args!("confidence basis of risk {id}"),
                &assessed.confidence.basis,
            )?;
            see(format_args!("as-of date of risk {id}"), &assessed.as_of)?;
            optional(
                format_args!("horizon of risk {id}"),
                assessed.horizon.as_deref(),
                see,
            )?;
        }
    }
    Ok(())
}

fn sources<E>(
    brief: &BriefDocument,
    see: &mut dyn FnMut(Arguments<'_>, &str) -> Result<(), E>,
) -> Result<(), E> {
    for source in &brief.sources {
        let id = &source.id;
        see(format_args!("id of a source"), id)?;
        see(format_args!("title of source “{id}”"), &source.title)?;
        for author in &source.authors {
            see(format_args!("authors of source “{id}”"), author)?;
        }
        let fields = [
            ("outlet", source.outlet.as_deref()),
            ("section", source.section.as_deref()),
            ("date", source.date.as_deref()),
            ("dateline", source.dateline_place.as_deref()),
            ("address", source.url.as_deref()),
            ("reliability reason", source.reliability_reason.as_deref()),
            ("note", source.note.as_deref()),
            ("SHA-256", Some(source.sha256.as_str())),
            ("access date", Some(source.accessed.as_str())),
        ];
        for (field, text) in fields {
            optional(format_args!("{field} of source “{id}”"), text, see)?;
        }
    }
    Ok(())
}

fn runs<E>(
    place: Arguments<'_>,
    runs: &[Run],
    see: &mut dyn FnMut(Arguments<'_>, &str) -> Result<(), E>,
) -> Result<(), E> {
    for run in runs {
        match run {
            Run::Text(t) | Run::Styled { t, .. } => see(place, t)?,
            Run::Cite { .. } => {}
        }
    }
    Ok(())
}

fn optional<E>(
    place: Arguments<'_>,
    text: Option<&str>,
    see: &mut dyn FnMut(Arguments<'_>, &str) -> Result<(), E>,
) -> Result<(), E> {
    text.map_or(Ok(()), |text| see(place, text))
}
