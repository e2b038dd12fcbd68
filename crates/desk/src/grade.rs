//! Sources and how far they can be relied on.

use model::source::Reliability;
use store::source::{SourceKind, SourceRow};

use serde::Serialize;

use crate::{Desk, Failure, Result, annotate::one_line, wording::Label};

/// A source that was graded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Graded {
    /// The source with its new grade.
    #[serde(flatten)]
    pub source: SourceRow,
    /// Whether nobody of this name was known before: perhaps a slip of the pen.
    pub made: bool,
}

impl Desk {
    /// All sources with their grades.
    pub fn sources(&self) -> Result<Vec<SourceRow>> {
        self.read(|r| Ok(r.sources()?))
    }

    /// Grades a source, from now on; grades given before stay in its history. A source that isn't known yet is made, so that
    /// it can be graded before its first article comes.
    pub fn grade_source(&self, name: &str, reliability: Reliability, reason: &str) -> Result<Graded> {
        let name = one_line(name).ok_or_else(|| Failure::unusable("source-nameless"))?;
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(Failure::unusable("grade-without-reason"));
        }
        let label = Label::new("op-grade")
            .with("source", &name)
            .with("grade", reliability.as_str());
        let ((uid, made), _) = self.write(label, move |w| {
            let made = w.source_named(&name)?.is_none();
            let source = w.source_or_new(&name, SourceKind::Outlet)?;
            w.grade_source(source, reliability, &reason)?;
            Ok((source, made))
        })?;
        self.read(|r| {
            Ok(Graded {
                source: r.source(uid)?,
                made,
            })
        })
    }
}
