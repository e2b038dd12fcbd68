//! What is to be imported, and the bytes that it stands for.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use intake::{Hints, Preview};
use model::Uid;
use store::Write;

use super::{ImportAs, read_input};
use crate::{Desk, Failure, FailureKind, Result, fetch::Fetched};

/// What markup from the clipboard is.
const MARKUP: &str = "text/html; charset=utf-8";

/// What is to be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Incoming {
    /// A text that was pasted or typed.
    Text(String),
    /// A page as it was copied in a browser: markup, UTF-8.
    Markup(String),
    /// A file.
    File(PathBuf),
    /// A page that was fetched, by the name that [`Desk::fetch_address`] gave it. Nothing is fetched again.
    Fetched(String),
}

/// Bytes that came in, with what is known of them besides.
#[derive(Debug)]
pub(super) struct Came {
    /// As they will be kept.
    pub(super) bytes: Vec<u8>,
    /// The file's name.
    pub(super) file_name: Option<String>,
    /// What they are called by whoever handed them over.
    media: Option<&'static str>,
    /// Where they were fetched.
    pub(super) fetched: Option<Arc<Fetched>>,
}

impl Came {
    /// The bytes of a file.
    pub(super) fn file(bytes: Vec<u8>, file_name: Option<String>) -> Self {
        Self {
            bytes,
            file_name,
            media: None,
            fetched: None,
        }
    }

    /// Markup from the clipboard, whatever encoding it names itself.
    fn markup(html: String) -> Self {
        Self {
            media: Some(MARKUP),
            ..Self::file(html.into_bytes(), None)
        }
    }

    /// A fetched page.
    pub(super) fn page(page: Arc<Fetched>) -> Self {
        Self {
            bytes: page.bytes.clone(),
            file_name: None,
            media: None,
            fetched: Some(page),
        }
    }

    /// Notes with a version of these bytes where they were fetched, if they were.
    pub(super) fn note_fetch(&self, w: &mut Write<'_>, version: Uid) -> Result<()> {
        if let Some(page) = &self.fetched {
            w.keep_fetch(version, &page.noted())?;
        }
        Ok(())
    }

    /// What the parser should know.
    pub(super) fn hints<'c>(&'c self, about: &'c ImportAs) -> Hints<'c> {
        let fetched = self.fetched.as_deref();
        Hints {
            url: fetched.map(|page| page.url.as_str()).or(about.url.as_deref()),
            name: self.file_name.as_deref(),
            media: fetched.and_then(|page| page.media.as_deref()).or(self.media),
        }
    }
}

/// A file's own name.
pub(crate) fn name_of(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

impl Desk {
    /// The record of what came, with what became of each line. A fetched page that can't be read leaves its address as a draft.
    pub(super) fn read_in(&self, came: &Came, about: &ImportAs) -> Result<Preview> {
        let read = self.parser()?.preview(&came.bytes, &came.hints(about));
        read.map_err(|failure| match &came.fetched {
            Some(page) => self.with_draft(&page.asked, failure),
            None => failure,
        })
    }

    /// The bytes that `incoming` stands for.
    pub(super) fn take_in(&self, incoming: &Incoming) -> Result<Came> {
        match incoming {
            Incoming::Text(text) => Ok(Came::file(text.clone().into_bytes(), None)),
            Incoming::Markup(html) => Ok(Came::markup(html.clone())),
            Incoming::File(path) => Ok(Came::file(read_input(path)?, name_of(path))),
            Incoming::Fetched(name) => match self.fetcher.kept(name) {
                Some(page) => Ok(Came::page(page)),
                None => Err(Failure::new(FailureKind::NotFound, "fetch-forgotten", &[])),
            },
        }
    }
}
