//! All that Typst may see: the template, the brief's view, the attachment and the faces.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};

use super::faces::{self, Faces};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static TEMPLATE: LazyLock<Source> =
    LazyLock::new(|| Source::new(FILES.template, include_str!("../templates/intel-note.typ").into()));
/// Ids are never given back to Typst's table of 65,536, so there are three for good.
static FILES: LazyLock<Files> = LazyLock::new(|| Files {
    template: file("brief.typ"),
    view: file("data.json"),
    attachment: file("brief.json"),
});

struct Files {
    template: FileId,
    view: FileId,
    attachment: FileId,
}

fn file(name: &str) -> FileId {
    #[expect(
        clippy::expect_used,
        reason = "three plain names written above are valid paths"
    )]
    let path = VirtualPath::new(name).expect("a plain file name");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// The world of one compilation.
pub(super) struct World {
    view: Bytes,
    attachment: Bytes,
    faces: &'static Faces,
}

impl World {
    /// `view` is served as `/data.json`, `attachment` as `/brief.json`; `han` adds Noto Sans SC.
    pub(super) fn new(view: Vec<u8>, attachment: Vec<u8>, han: bool) -> Self {
        Self {
            view: Bytes::new(view),
            attachment: Bytes::new(attachment),
            faces: if han { faces::with_han() } else { faces::core() },
        }
    }
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.faces.book
    }

    fn main(&self) -> FileId {
        FILES.template
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == FILES.template {
            Ok(TEMPLATE.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == FILES.view {
            Ok(self.view.clone())
        } else if id == FILES.attachment {
            Ok(self.attachment.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.faces.fonts.get(index).cloned()
    }

    /// The brief's date comes from the brief.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
