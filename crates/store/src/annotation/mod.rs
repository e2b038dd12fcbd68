//! Annotations and their anchors.

use model::{
    Uid,
    anchor::{AnchorState, Placement, Selectors},
    annotation::Kind,
    evidence::{Stance, Weight},
    risk::RiskNumber,
    source::Credibility,
    tag::TagPath,
    text::Span,
};
use rusqlite::{OptionalExtension, Row, params};
use serde::Serialize;

use crate::{
    Error, Read, Result, Write,
    article::Version,
    library::{uid, word},
};

/// An annotation about to be made.
#[derive(Clone, Debug)]
pub struct NewAnnotation {
    /// What the passage is to the analyst.
    pub kind: Kind,
    /// The passage, as captured in the version it was marked in.
    pub selectors: Selectors,
    /// Markdown.
    pub note: Option<String>,
    /// Who is quoted, as the analyst says.
    pub speaker: Option<String>,
    /// How credible the passage is.
    pub credibility: Credibility,
    /// Its tags.
    pub tags: Vec<TagPath>,
}

/// An annotation with its place in the newest version it has one in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnnotationRow {
    /// Identity.
    pub uid: Uid,
    /// The article it is on.
    pub article: Uid,
    /// The version its place is in.
    pub version: Uid,
    /// What the passage is to the analyst.
    pub kind: Kind,
    /// The words when they were marked.
    pub quote: String,
    /// Markdown.
    pub note: Option<String>,
    /// Who is quoted.
    pub speaker: Option<String>,
    /// How credible the passage is.
    pub credibility: Credibility,
    /// When it was made.
    pub made_at: String,
    /// Whether it, or its article, is in the trash.
    pub trashed: bool,
    /// How well the anchor holds.
    pub state: AnchorState,
    /// First code point; nothing for an orphan.
    pub start: Option<u64>,
    /// One past the last code point.
    pub end: Option<u64>,
    /// Words before the passage.
    pub prefix: String,
    /// Words after it.
    pub suffix: String,
}

/// A risk that an annotation bears on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskLink {
    /// The link's identity.
    pub uid: Uid,
    /// The risk.
    pub risk: Uid,
    /// The number people say.
    pub number: RiskNumber,
    /// Its short name.
    pub title: String,
    /// The rating that stands, where it was judged.
    pub rating: Option<String>,
    /// Which way the passage bears.
    pub stance: Stance,
    /// How much it weighs.
    pub weight: Weight,
}

/// A brief that cites passages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citing {
    /// The brief.
    pub brief: Uid,
    /// For people: CN-2026-003.
    pub serial: String,
    /// Its title.
    pub title: String,
    /// Citations in it of what was asked for.
    pub times: u32,
}

impl AnnotationRow {
    /// Where the passage stands.
    pub fn span(&self) -> Option<Span> {
        Some(Span::new(
            usize::try_from(self.start?).ok()?,
            usize::try_from(self.end?).ok()?,
        ))
    }
}

impl Read<'_> {
    /// The annotations of an article in the order of its text, orphans last; the trash left out.
    pub fn annotations(&self, article: Uid) -> Result<Vec<AnnotationRow>> {
        let sql = concat!(
            include_str!("row.sql"),
            "WHERE a.uid = ? AND n.trashed_at IS NULL ORDER BY k.start IS NULL, k.start, k.end, n.id"
        );
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([article.to_string()], row_to_annotation)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The anchors in `version`, those of annotations in the trash too: the annotation and its passage as captured there. An
    /// orphan's passage stands nowhere: its position is empty.
    pub fn anchors(&self, version: &Version) -> Result<Vec<(Uid, Selectors)>> {
        let mut statement = self.connection.prepare_cached(include_str!("anchors.sql"))?;
        let rows = statement.query_map([version.id], row_to_selectors)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Where an annotation stands or stood, the newest version first: the version and the passage as captured there. Versions
    /// in which it was not found are left out.
    pub fn anchors_of(&self, annotation: Uid) -> Result<Vec<(Uid, Selectors)>> {
        let mut statement = self.connection.prepare_cached(include_str!("anchors_of.sql"))?;
        let rows = statement.query_map([annotation.to_string()], row_to_selectors)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// At most `limit` annotations of an article in the order they were made, after the annotation `after`; the trash left out.
    pub fn annotations_after(
        &self,
        article: Uid,
        after: Option<Uid>,
        limit: u32,
    ) -> Result<Vec<AnnotationRow>> {
        let after = after.map(|uid| self.id_of("annotation", uid)).transpose()?;
        let sql = concat!(
            include_str!("row.sql"),
            "WHERE a.uid = ? AND n.trashed_at IS NULL AND n.id > ? ORDER BY n.id LIMIT ?"
        );
        let mut statement = self.connection.prepare_cached(sql)?;
        let given = params![article.to_string(), after.unwrap_or_default(), limit];
        let rows = statement.query_map(given, row_to_annotation)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The risks an annotation bears on, by number; the trash left out.
    pub fn annotation_links(&self, annotation: Uid) -> Result<Vec<RiskLink>> {
        let mut statement = self.connection.prepare_cached(include_str!("links.sql"))?;
        let rows = statement.query_map([annotation.to_string()], |row| {
            Ok(RiskLink {
                uid: uid(row, "uid")?,
                risk: uid(row, "risk")?,
                number: RiskNumber(row.get("number")?),
                title: row.get("title")?,
                rating: row.get("rating")?,
                stance: word(row, "stance")?,
                weight: word(row, "weight")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The briefs that cite passages of an article, newest first; the trash left out.
    pub fn briefs_citing(&self, article: Uid) -> Result<Vec<Citing>> {
        self.citing(include_str!("citing.sql"), article)
    }

    /// The briefs that cite an annotation, newest first; the trash left out.
    pub fn briefs_citing_passage(&self, annotation: Uid) -> Result<Vec<Citing>> {
        self.citing(include_str!("citing_passage.sql"), annotation)
    }

    fn citing(&self, sql: &str, cited: Uid) -> Result<Vec<Citing>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([cited.to_string()], |row| {
            Ok(Citing {
                brief: uid(row, "uid")?,
                serial: row.get("serial")?,
                title: row.get("title")?,
                times: row.get("times")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// One annotation, wherever it is.
    pub fn annotation(&self, uid: Uid) -> Result<AnnotationRow> {
        let sql = concat!(include_str!("row.sql"), "WHERE n.uid = ?");
        let found = self
            .connection
            .prepare_cached(sql)?
            .query_row([uid.to_string()], row_to_annotation)
            .optional()?;
        found.ok_or_else(|| Error::NotFound {
            noun: "annotation",
            what: uid.to_string(),
        })
    }
}

impl Write<'_> {
    /// Marks a passage of `version`.
    pub fn annotate(&mut self, version: &Version, new: &NewAnnotation) -> Result<Uid> {
        let article = self.id_of("article", version.article)?;
        let (annotation, anchor, now) = (self.uid(), self.uid(), self.now());
        self.connection
            .prepare_cached(include_str!("add.sql"))?
            .execute(params![
                annotation.to_string(),
                article,
                new.kind.as_str(),
                new.selectors.exact,
                new.note,
                new.speaker,
                new.credibility.get(),
                now,
            ])?;
        let annotation_id = self.connection.last_insert_rowid();
        let as_marked = Placement {
            state: AnchorState::Exact,
            at: Some(new.selectors.position),
            score: 1.0,
        };
        self.keep_anchor((anchor, annotation_id, version.id), &new.selectors, &as_marked)?;
        for tag in &new.tags {
            self.tag_annotation(annotation, tag)?;
        }
        Ok(annotation)
    }

    /// Says what a marked passage is.
    pub fn set_annotation_kind(&mut self, uid: Uid, kind: Kind) -> Result<()> {
        let id = self.id_of("annotation", uid)?;
        self.connection
            .prepare_cached("UPDATE annotation SET kind = ? WHERE id = ?")?
            .execute(params![kind.as_str(), id])?;
        Ok(())
    }

    /// Writes an annotation's note, or takes it away. What was kept of it as a draft goes.
    pub fn set_note(&mut self, uid: Uid, note: Option<&str>) -> Result<()> {
        let id = self.id_of("annotation", uid)?;
        self.connection
            .prepare_cached("UPDATE annotation SET note = ? WHERE id = ?")?
            .execute(params![note, id])?;
        self.drop_note_draft(id)
    }

    /// Says who is quoted and how credible the passage is.
    pub fn grade_annotation(
        &mut self,
        uid: Uid,
        speaker: Option<&str>,
        credibility: Credibility,
    ) -> Result<()> {
        let id = self.id_of("annotation", uid)?;
        self.connection
            .prepare_cached("UPDATE annotation SET speaker = ?, credibility = ? WHERE id = ?")?
            .execute(params![speaker, credibility.get(), id])?;
        Ok(())
    }

    /// Places an annotation on another passage of `version`: its words become that passage's.
    pub fn move_annotation(&mut self, uid: Uid, version: &Version, selectors: &Selectors) -> Result<()> {
        let (id, anchor) = (self.id_of("annotation", uid)?, self.uid());
        let at = selectors.position;
        self.connection
            .prepare_cached("UPDATE annotation SET quote = ? WHERE id = ?")?
            .execute(params![selectors.exact, id])?;
        self.connection
            .prepare_cached(include_str!("set_anchor.sql"))?
            .execute(params![
                anchor.to_string(),
                id,
                version.id,
                selectors.prefix,
                selectors.exact,
                selectors.suffix,
                at.start as u64,
                at.end as u64,
            ])?;
        Ok(())
    }
}

impl Write<'_> {
    /// Ties an annotation to a further version: `selectors` as captured there, or as they were for an orphan.
    pub fn anchor(
        &mut self,
        annotation: Uid,
        version: &Version,
        selectors: &Selectors,
        placement: &Placement,
    ) -> Result<()> {
        let ids = (self.uid(), self.id_of("annotation", annotation)?, version.id);
        self.keep_anchor(ids, selectors, placement)
    }

    fn keep_anchor(
        &self,
        (uid, annotation, version): (Uid, i64, i64),
        selectors: &Selectors,
        placement: &Placement,
    ) -> Result<()> {
        self.connection
            .prepare_cached(include_str!("add_anchor.sql"))?
            .execute(params![
                uid.to_string(),
                annotation,
                version,
                selectors.prefix,
                selectors.exact,
                selectors.suffix,
                placement.at.map(|at| at.start as u64),
                placement.at.map(|at| at.end as u64),
                placement.state.as_str(),
                (placement.score * 1000.0).round() as i64,
            ])?;
        Ok(())
    }
}

fn row_to_selectors(row: &Row<'_>) -> rusqlite::Result<(Uid, Selectors)> {
    let position = Span::new(
        row.get::<_, Option<usize>>("start")?.unwrap_or_default(),
        row.get::<_, Option<usize>>("end")?.unwrap_or_default(),
    );
    let selectors = Selectors {
        exact: row.get("exact")?,
        prefix: row.get("prefix")?,
        suffix: row.get("suffix")?,
        position,
    };
    Ok((uid(row, "uid")?, selectors))
}

fn row_to_annotation(row: &Row<'_>) -> rusqlite::Result<AnnotationRow> {
    Ok(AnnotationRow {
        uid: uid(row, "uid")?,
        article: uid(row, "article")?,
        version: uid(row, "version")?,
        kind: word(row, "kind")?,
        quote: row.get("quote")?,
        note: row.get("note")?,
        speaker: row.get("speaker")?,
        credibility: Credibility::try_from(row.get::<_, u8>("credibility")?).unwrap_or(Credibility::UNJUDGED),
        made_at: row.get("made_at")?,
        trashed: row.get("trashed")?,
        state: word(row, "state")?,
        start: row.get("start")?,
        end: row.get("end")?,
        prefix: row.get("prefix")?,
        suffix: row.get("suffix")?,
    })
}
