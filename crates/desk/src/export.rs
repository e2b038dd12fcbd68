//! Briefs out of the library: PDF, Markdown, JSON.

use std::{
    fs::{File, OpenOptions},
    io::{self, Write as _},
    path::Path,
};

use publish::BriefDocument;
use serde::Serialize;

use crate::{Desk, Failure, FailureKind, Result, desk::uid, document::build};

/// The form a brief leaves in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// PDF/A-3a and PDF/UA-1 with the data attached.
    Pdf,
    /// Markdown with footnotes.
    Md,
    /// The data itself, `brief/1`.
    Json,
}

impl Format {
    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Md => "md",
            Self::Json => "json",
        }
    }
}

/// Letters of a title that a file name carries at most.
const NAME_LETTERS: usize = 80;

/// The name, without its ending, that a brief's file gets unless another is chosen: serial, title, marking.
pub fn file_name(serial: &str, title: &str, marking: &str) -> String {
    let safe = |text: &str| {
        let plain: String = text
            .chars()
            .map(|c| {
                if c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') {
                    '-'
                } else {
                    c
                }
            })
            .take(NAME_LETTERS)
            .collect();
        plain
            .trim_matches(|c: char| c == '.' || c == '-' || c.is_whitespace())
            .to_owned()
    };
    let parts = [serial, title, marking].map(safe);
    parts
        .iter()
        .filter(|part| !part.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join(" ")
}

/// A brief that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Exported {
    /// The brief.
    pub uid: model::Uid,
    /// Where it was written.
    pub path: String,
    /// In which form.
    pub format: Format,
    /// How large it is.
    pub bytes: usize,
    /// Of the file.
    pub sha256: String,
}

impl Desk {
    /// The brief as data. A brief in the trash can still be exported: what was sent may have to be sent again.
    pub fn brief_document(&self, given: &str) -> Result<BriefDocument> {
        let uid = uid(given)?;
        self.read(|r| Ok(build(r, &r.brief(uid)?, &r.brief_blocks(uid)?)?.document))
    }

    /// The brief's bytes.
    pub fn brief_bytes(&self, given: &str, format: Format) -> Result<Vec<u8>> {
        let document = self.brief_document(given)?;
        Ok(match format {
            Format::Pdf => publish::pdf(&document)?,
            Format::Md => publish::markdown(&document)?.into_bytes(),
            Format::Json => publish::json(&document)?,
        })
    }

    /// Writes the brief to a file. What stood there is replaced at once or not at all.
    pub fn export_brief(&self, given: &str, format: Format, path: &Path) -> Result<Exported> {
        let bytes = self.brief_bytes(given, format)?;
        write_whole(path, &bytes)?;
        Ok(Exported {
            uid: uid(given)?,
            path: path.display().to_string(),
            format,
            bytes: bytes.len(),
            sha256: model::Sha256Hex::of(&bytes).to_string(),
        })
    }
}

/// Writes a file beside `path`, flushes it to the disk and moves it into place, so that a full disk leaves the old file whole.
/// A link is followed; what is no file, a pipe for one, is written to as it is.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    if path.is_dir() {
        let args = [("path", path.display().to_string().into())];
        return Err(Failure::new(FailureKind::Invalid, "export-into-folder", &args));
    }
    let written = match path.metadata() {
        Ok(found) if !found.is_file() => OpenOptions::new()
            .write(true)
            .open(path)
            .and_then(|mut f| f.write_all(bytes)),
        Ok(_) => path.canonicalize().and_then(|file| replace(&file, bytes)),
        Err(_) => replace(path, bytes),
    };
    written.map_err(|e| Failure::file("export-failed", path, &e))
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let written = File::create(&part)
        .and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        })
        .and_then(|()| std::fs::rename(&part, path));
    if written.is_err() {
        // The half-written file is of no use to anybody; that it can't be removed changes nothing.
        let _ = std::fs::remove_file(&part);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_serial_title_and_marking() {
        assert_eq!(
            file_name("CN-2031-001", "Who/what: a \"test\"?", "TLP:AMBER"),
            "CN-2031-001 Who-what- a -test TLP-AMBER"
        );
        assert!(file_name("CN-1", &"ü".repeat(400), "TLP:RED").chars().count() < 100);
    }

    #[test]
    fn a_link_is_followed_and_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("real.md"), folder.path().join("link.md"));
        std::fs::write(&file, "old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        write_whole(&link, b"new").unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"new");
        assert!(link.symlink_metadata().unwrap().is_symlink());
    }

    #[test]
    fn what_is_no_file_is_written_to_and_not_replaced() {
        write_whole(Path::new("/dev/null"), b"gone").unwrap();
        assert!(!Path::new("/dev/null").metadata().unwrap().is_file());
    }
}
