//! Articles from web addresses: a page is fetched because a person asked for it, and from then on handled like a file.
//!
//! An address that can't be fetched is kept as a draft, so that the page's text can be pasted to it from a browser.

use std::{path::Path, sync::Arc};

use model::Sha256Hex;

use super::{Correction, RecordField};
use crate::{
    Desk, Failure, Result,
    failure::sentence,
    fetch::{Fetched, OwnServer, Problem, Refusal, Visited, Wanted},
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
