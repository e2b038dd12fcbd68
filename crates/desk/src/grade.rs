//! Sources and how far they can be relied on.

use model::source::Reliability;
use store::source::{SourceKind, SourceRow};

use crate::{Desk, Failure, Result};

impl Desk {
    /// All sources with their grades.
    pub fn sources(&self) -> Result<Vec<SourceRow>> {
        self.read(|r| Ok(r.sources()?))
    }

    /// Grades a source, from now on; grades given before stay in its history. A source that isn't known yet is made, so that
    /// it can be graded before its first article comes.
    pub fn grade_source(&self, name: &str, reliability: Reliability, reason: &str) -> Result<SourceRow> {
        let (name, reason) = (name.trim().to_owned(), reason.trim().to_owned());
        if name.is_empty() {
            return Err(Failure::invalid("a source needs a name."));
        }
        if reason.is_empty() {
            return Err(Failure::invalid("a grade needs a reason: say in a sentence why."));
        }
        let label = format!("Grade {name} {}", reliability.as_str());
        let (uid, _) = self.write(label, move |w| {
            let source = w.source_or_new(&name, SourceKind::Outlet)?;
            w.grade_source(source, reliability, &reason)?;
            Ok(source)
        })?;
        self.read(|r| Ok(r.source(uid)?))
    }
}
