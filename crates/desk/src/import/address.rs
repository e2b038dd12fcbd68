//! Articles from web addresses: a page is fetched because a person asked for it, and from then on handled like a file.
//!
//! An address that can't be fetched is kept as a draft, so that the page's text can be pasted to it from a browser.

use std::sync::Arc;

use model::{Sha256Hex, article::canonical_text};
use serde::Serialize;

use super::{
    Correction, ImportAs, RecordField, VersionAdded,
    incoming::Came,
    new_version, short,
    version::keep_what_was_typed,
};
use crate::{
    Desk, Failure, FailureKind, Result,
    desk::uid,
    failure::sentence,
    fetch::{Fetched, Known, OwnServer, Problem, Refusal, Visited, Wanted},
    wording::Label,
};

/// A page that was fetched and is kept for a while, to be looked at and saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FetchedPage {
    /// Its name for [`Incoming::Fetched`](super::Incoming::Fetched): the hash of its bytes.
    pub name: Sha256Hex,
    /// Where it came from, after redirects.
    pub url: String,
    /// `Content-Type`, as the server has it.
    pub media: Option<String>,
    /// Its size.
    pub bytes: usize,
}

/// What came of fetching the page of an article once more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum Refetched {
    /// The server says that nothing changed.
    Unchanged,
    /// The page came, and its article reads as before.
    SameText,
    /// The article reads differently: it has a new version.
    NewVersion(VersionAdded),
}

impl Desk {
    /// Lets pages be fetched from `server`, although it is inside the own network. For trying things out with a server of one's
    /// own: a person has to name it each time the program is started.
    pub fn allow_server(&self, server: OwnServer) {
        self.fetcher.exempt(server);
    }

    /// Fetches the page at `address` for the import sheet and keeps it in memory, until a few others were fetched. What can't
    /// be fetched leaves its address as a draft, unless the person cancelled.
    pub fn fetch_address(&self, address: &str) -> Result<FetchedPage> {
        let (name, page) = self.fetcher.keep(self.page_at(address)?);
        Ok(FetchedPage {
            name,
            url: page.url.clone(),
            media: page.media.clone(),
            bytes: page.bytes.len(),
        })
    }

    /// Ends the fetches that are under way.
    pub fn cancel_fetch(&self) {
        self.fetcher.cancel();
    }

    /// Fetches the page of an article once more. What reads differently becomes a version of its own, in one undo step; a page
    /// that can't be fetched or read changes nothing.
    pub fn refetch(&self, article: &str) -> Result<Refetched> {
        self.fetched_anew(article).map_err(|failure| Failure {
            message: format!("{} {}", failure.message, sentence("refetch-kept", &[])),
            ..failure
        })
    }

    fn fetched_anew(&self, article: &str) -> Result<Refetched> {
        let article = uid(article)?;
        let (newest, noted) = self.read(|r| Ok::<_, Failure>((r.newest_version(article)?, r.newest_fetch(article)?)))?;
        let title = newest.capture.meta.headline.value;
        let found_at = newest.capture.meta.url.or(newest.capture.meta.canonical_url);
        let address = found_at
            .map(|url| url.value)
            .or_else(|| noted.as_ref().map(|noted| noted.url.clone()));
        let Some(address) = address else {
            let title = [("title", title.into())];
            return Err(Failure::new(FailureKind::Invalid, "refetch-no-address", &title));
        };
        let came = match self.fetcher.fetch(&address, Wanted::Page, noted.map(Known::from))? {
            Visited::Unchanged => return Ok(Refetched::Unchanged),
            Visited::Page(page) => Came::page(Arc::new(page)),
        };
        if Sha256Hex::of(&came.bytes) == newest.snapshot {
            return Ok(Refetched::SameText);
        }
        let (mut capture, _) = self
            .parser()?
            .capture(&came.bytes, &came.hints(&ImportAs::default()))?;
        self.follow_rules(&mut capture)?;
        let label = Label::new("op-version-add").with("title", short(&title));
        let (added, _) = self.write(label, move |w| -> Result<_> {
            let newest = w.newest_version(article)?;
            keep_what_was_typed(&newest.capture, &mut capture)?;
            if canonical_text(&capture.blocks) == newest.text {
                return Ok(None);
            }
            let added = new_version(w, article, &came.bytes, capture)?;
            came.note_fetch(w, added.version)?;
            Ok(Some(added))
        })?;
        Ok(added.map_or(Refetched::SameText, Refetched::NewVersion))
    }

    /// The page at `address`, or why there is none, with the address kept as a draft.
    pub(super) fn page_at(&self, address: &str) -> Result<Fetched> {
        match self.fetcher.fetch(address, Wanted::Page, None) {
            Ok(Visited::Page(page)) => Ok(page),
            Ok(Visited::Unchanged) => Err(Failure::bug("an answer to a question nobody asked")),
            Err(refusal) => Err(self.with_draft(address, refusal)),
        }
    }

    /// The failure, with the address kept as a draft where there is an address to keep.
    fn with_draft(&self, address: &str, refusal: Refusal) -> Failure {
        let nothing_to_keep = matches!(
            refusal.problem,
            Problem::Cancelled | Problem::NotWeb | Problem::Unreadable
        );
        let mut failure = Failure::from(refusal);
        if nothing_to_keep {
            return failure.at("address");
        }
        let found_at = Correction {
            field: RecordField::Url,
            value: address.trim().to_owned(),
            line: None,
        };
        // A draft that can't be kept is a lesser misfortune than the one that is being told.
        if self.save_draft(found_at.value.clone(), &[found_at]).is_ok() {
            failure.message = format!("{} {}", failure.message, sentence("fetch-kept-as-draft", &[]));
        }
        failure
    }
}
