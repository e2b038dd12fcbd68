//! Articles from web addresses: a page is fetched because a person asked for it, and from then on handled like a file.
//!
//! An address that can't be fetched is kept as a draft, so that the page's text can be pasted to it from a browser.

use std::sync::Arc;

use model::{Sha256Hex, address::page_key};
use serde::Serialize;

use super::{
    Correction, ImportAs, RecordField, VersionAdded, alike::may_be_one, incoming::Came, new_version, short,
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
        let article = uid(article)?;
        let (newest, noted) =
            self.read(|r| Ok::<_, Failure>((r.newest_version(article)?, r.newest_fetch(article)?)))?;
        let title = newest.capture.meta.headline.value.clone();
        let held_at = newest.capture.meta.url.clone();
        // Sites that print one address on every page print that of their front page.
        let stated = newest.capture.meta.canonical_url.clone();
        let stated = stated.filter(|url| page_key(&url.value).is_some());
        let address = held_at
            .clone()
            .or(stated)
            .map(|url| url.value)
            .or_else(|| noted.as_ref().map(|noted| noted.url.clone()));
        let Some(address) = address else {
            let title = [("title", title.into())];
            return Err(Failure::new(FailureKind::Invalid, "refetch-no-address", &title));
        };
        let as_it_was = |failure: Failure| failure.and(&sentence("refetch-kept", &[]));
        let came = match self.fetcher.fetch(&address, Wanted::Page, noted.map(Known::from)) {
            Ok(Visited::Unchanged) => return Ok(Refetched::Unchanged),
            Ok(Visited::Page(page)) => Came::page(Arc::new(page)),
            Err(refusal) => return Err(as_it_was(refusal.into())),
        };
        if Sha256Hex::of(&came.bytes) == newest.snapshot {
            return Ok(Refetched::SameText);
        }
        let (mut capture, _) = self
            .parser()?
            .capture(&came.bytes, &came.hints(&ImportAs::default()))
            .map_err(as_it_was)?;
        self.follow_rules(&mut capture)?;
        if !may_be_one(&newest.capture, &capture) {
            let other = [("title", short(&capture.meta.headline.value).into())];
            return Err(as_it_was(Failure::new(
                FailureKind::Invalid,
                "refetch-other-page",
                &other,
            )));
        }
        // A server that sends everybody on to another address doesn't change where the article was found, and an address that
        // the analyst took away stays away.
        let taken_away = held_at.is_none() && newest.capture.amended.fields.contains(&RecordField::Url);
        let elsewhere = capture.meta.url.as_ref().is_some_and(|url| url.value != address);
        if taken_away || elsewhere && held_at.is_some() {
            capture.meta.url = held_at;
        }
        let label = Label::new("op-version-add").with("title", short(&title));
        let (added, _) = self.write(label, move |w| -> Result<_> {
            let added = new_version(w, article, &came, capture)?;
            if let Some(added) = &added {
                came.note_fetch(w, added.version)?;
            }
            Ok(added)
        })?;
        Ok(added.map_or(Refetched::SameText, Refetched::NewVersion))
    }

    /// The page at `address`, or why there is none, with the address kept as a draft.
    pub(super) fn page_at(&self, address: &str) -> Result<Fetched> {
        match self.fetcher.fetch(address, Wanted::Page, None) {
            Ok(Visited::Page(page)) => Ok(page),
            Ok(Visited::Unchanged) => Err(Failure::bug("an answer to a question nobody asked")),
            // There is no address to keep, or the person doesn't want it.
            Err(
                refusal @ Refusal {
                    problem: Problem::Cancelled | Problem::NotWeb | Problem::Unreadable,
                    ..
                },
            ) => Err(Failure::from(refusal).at("address")),
            Err(refusal) => Err(self.with_draft(address, refusal.into())),
        }
    }

    /// The failure, with the address kept as a draft.
    pub(super) fn with_draft(&self, address: &str, failure: Failure) -> Failure {
        let found_at = Correction {
            field: RecordField::Url,
            value: address.trim().to_owned(),
            line: None,
        };
        // A draft that can't be kept is a lesser misfortune than the one that is being told.
        match self.save_draft(found_at.value.clone(), &[found_at]) {
            Ok(_) => failure.and(&sentence("fetch-kept-as-draft", &[])),
            Err(_) => failure,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io::Write as _,
        path::{Path, PathBuf},
        sync::Mutex,
    };

    use model::{anchor::AnchorState, annotation::Kind, article::ArticleState};

    use super::*;
    use crate::{
        WorkerProgram,
        annotate::{Annotate, Passage},
        fetch::tests::server::{Server, answer, header},
        import::{ImportStatus, Imported, Incoming, Likeness, Pieces, SaveAs, Saved},
    };

    const PAGE: &str = "<!doctype html><html lang=en><title>Port Stays Closed</title><nav><a href=/>Home</a> <a href=/world>World</a></nav><article><h1>Port Stays Closed</h1><p>By Ana Ruiz<p>The strike at the port of Selm goes on, officers said on Monday after a vote that lasted for most of the night and ended in disorder.<p>Ships wait off the northern mole for a berth, and two of them have turned back to the south with their cargo of grain.<p>Nobody expects an end of the strike before the council has met again, which it does on Thursday at noon.</article>";

    /// A desk whose worker is the program beside this test, and which may fetch from `server`.
    fn desk_for(folder: &Path, server: &Server) -> Desk {
        let test = std::env::current_exe().unwrap();
        let program = test.ancestors().nth(2).unwrap().join("chancery");
        let desk = Desk::open(folder, WorkerProgram::at(program)).unwrap();
        desk.allow_server(server.at.to_string().parse().unwrap());
        desk
    }

    fn import(desk: &Desk, address: &str) -> Imported {
        let mut came = Vec::new();
        desk.import(&[PathBuf::from(address)], &ImportAs::default(), &mut |imported| {
            came.push(imported)
        })
        .unwrap();
        came.remove(0)
    }

    fn save() -> SaveAs {
        SaveAs {
            corrections: Vec::new(),
            pieces: Pieces::default(),
            state: ArticleState::Inbox,
            tags: Vec::new(),
            keep_both: false,
            version_of: None,
            looked_at: None,
            draft: None,
        }
    }

    #[test]
    fn a_page_given_by_its_address_is_an_article_that_says_where_it_was_found() {
        let server = Server::start(|head, stream| {
            let said = match head.starts_with("GET /short ") {
                true => answer("302 Found", "location: /port\r\n", ""),
                false => answer("200 OK", "content-type: text/html\r\netag: \"v1\"\r\n", PAGE),
            };
            _ = stream.write_all(&said);
        });
        let folder = tempfile::tempdir().unwrap();
        let desk = desk_for(folder.path(), &server);
        let imported = import(&desk, &server.url("/short"));
        assert_eq!(imported.status, ImportStatus::Imported, "{:?}", imported.problem);
        assert_eq!(imported.headline.as_deref(), Some("Port Stays Closed"));
        let article = uid(&imported.uid.unwrap()).unwrap();
        let (found_at, noted) = desk
            .read(|r| {
                Ok::<_, Failure>((
                    r.newest_version(article)?.capture.meta.url,
                    r.newest_fetch(article)?.unwrap(),
                ))
            })
            .unwrap();
        assert_eq!(found_at.unwrap().value, server.url("/port"));
        assert_eq!(
            (noted.asked, noted.url),
            (server.url("/short"), server.url("/port"))
        );
        assert_eq!(noted.etag.as_deref(), Some("\"v1\""));
        assert_eq!(
            import(&desk, &server.url("/port")).status,
            ImportStatus::Duplicate
        );
        assert_eq!(desk.check().unwrap().findings, []);
        desk.undo().unwrap();
        assert_eq!(
            desk.read(|r| Ok::<_, Failure>(r.newest_fetch(article)?)).unwrap(),
            None
        );
        desk.redo().unwrap();
        assert_eq!(
            desk.read(|r| Ok::<_, Failure>(r.newest_fetch(article)?))
                .unwrap()
                .unwrap()
                .asked,
            server.url("/short")
        );
    }

    #[test]
    fn an_address_that_cannot_be_fetched_waits_among_the_drafts() {
        let server = Server::saying(answer("403 Forbidden", "", ""));
        let folder = tempfile::tempdir().unwrap();
        let desk = desk_for(folder.path(), &server);
        let address = server.url("/paid");
        let refused = import(&desk, &address);
        assert_eq!(refused.status, ImportStatus::Failed);
        let problem = refused.problem.unwrap();
        assert!(
            problem.contains("403") && problem.ends_with("to paste the page's text into."),
            "{problem}"
        );
        desk.fetch_address(&format!(" {address} ")).unwrap_err();
        let drafts = desk.drafts().unwrap();
        let [draft] = &drafts[..] else {
            panic!("{drafts:?}");
        };
        assert_eq!((&draft.text, &draft.corrections[0].value), (&address, &address));
        for no_address in ["nonsense", "ftp://example.org/", "http://"] {
            assert_eq!(desk.fetch_address(no_address).unwrap_err().field, Some("address"));
        }
        assert_eq!(desk.drafts().unwrap().len(), 1);

        // A page that comes and can't be read is one that can't be fetched.
        let archive = Server::saying(answer(
            "200 OK",
            "content-type: application/zip\r\n",
            "PK\u{3}\u{4}\u{0}\u{0}",
        ));
        desk.allow_server(archive.at.to_string().parse().unwrap());
        let unread = import(&desk, &archive.url("/all"));
        assert!(
            unread
                .problem
                .is_some_and(|problem| problem.ends_with("paste the page's text into."))
        );
        assert_eq!(desk.drafts().unwrap().len(), 2);
    }

    #[test]
    fn a_page_is_looked_at_and_saved_without_being_fetched_again() {
        let server = Server::saying(answer("200 OK", "content-type: text/html\r\n", PAGE));
        let folder = tempfile::tempdir().unwrap();
        let desk = desk_for(folder.path(), &server);
        let page = desk.fetch_address(&server.url("/port")).unwrap();
        assert_eq!((page.url, page.bytes), (server.url("/port"), PAGE.len()));
        let incoming = Incoming::Fetched(page.name.to_string());
        let preview = desk.preview_import(&incoming).unwrap();
        assert_eq!(preview.snapshot, page.name);
        let Saved::New(article) = desk.save_import(&incoming, save()).unwrap() else {
            panic!("it is new");
        };
        let noted = desk.read(|r| Ok::<_, Failure>(r.newest_fetch(article)?)).unwrap();
        assert_eq!(noted.unwrap().url, server.url("/port"));
        assert_eq!(server.asked().len(), 1);
        let forgotten = Incoming::Fetched(Sha256Hex::of(b"another page").to_string());
        assert_eq!(
            desk.preview_import(&forgotten).unwrap_err().kind,
            FailureKind::NotFound
        );
    }

    #[test]
    fn a_page_fetched_once_more_is_unchanged_or_the_same_text_or_a_new_version() {
        let now = Arc::new(Mutex::new((PAGE.to_owned(), "\"v1\"".to_owned())));
        let served = Arc::clone(&now);
        let server = Server::start(move |head, stream| {
            let (page, etag) = served.lock().unwrap().clone();
            let said = match (
                page.as_str(),
                header(head, "if-none-match") == Some(etag.as_str()),
            ) {
                ("", _) => answer("503 Later", "", ""),
                (_, true) => b"HTTP/1.1 304 Not Modified\r\n\r\n".to_vec(),
                (page, false) => answer(
                    "200 OK",
                    &format!("content-type: text/html\r\netag: {etag}\r\n"),
                    page,
                ),
            };
            _ = stream.write_all(&said);
        });
        let serve = |page: &str, etag: &str| *now.lock().unwrap() = (page.to_owned(), etag.to_owned());
        let folder = tempfile::tempdir().unwrap();
        let desk = desk_for(folder.path(), &server);
        let article = import(&desk, &server.url("/port")).uid.unwrap();
        let mark = Annotate {
            article: article.clone(),
            passage: Passage::Quote {
                exact: "Ships wait off the northern mole".to_owned(),
                prefix: None,
                suffix: None,
                near: None,
            },
            kind: Kind::Fact,
            note: None,
            tags: Vec::new(),
            speaker: None,
            credibility: None,
        };
        desk.annotate(mark).unwrap();
        let title = Correction {
            field: RecordField::Title,
            value: "Selm: the Port Stays Closed".to_owned(),
            line: None,
        };
        desk.correct_article(&article, vec![title], Pieces::default())
            .unwrap();
        let versions = || desk.article(&article).unwrap().version.number;
        assert_eq!(versions(), 2);

        assert_eq!(desk.refetch(&article).unwrap(), Refetched::Unchanged);
        // Another menu, the same article: also with the title that the analyst gave it.
        serve(&PAGE.replace("World</a>", "Worlds</a>"), "\"v2\"");
        assert_eq!(desk.refetch(&article).unwrap(), Refetched::SameText);
        serve("", "\"v3\"");
        let failure = desk.refetch(&article).unwrap_err();
        assert!(
            failure.message.contains("503") && failure.message.ends_with("as it was."),
            "{failure}"
        );
        assert_eq!((versions(), desk.drafts().unwrap().len()), (2, 0));

        serve(
            &PAGE.replace("on Thursday at noon", "on Friday at noon"),
            "\"v4\"",
        );
        let Refetched::NewVersion(added) = desk.refetch(&article).unwrap() else {
            panic!("it reads differently");
        };
        assert_eq!((added.number, versions(), added.anchors.exact), (3, 3, 1));
        assert_eq!(
            desk.article(&article).unwrap().row.headline,
            "Selm: the Port Stays Closed"
        );
        assert_eq!(
            desk.annotations(&article).unwrap()[0].row.state,
            AnchorState::Exact
        );
        assert_eq!(desk.refetch(&article).unwrap(), Refetched::Unchanged);
        desk.undo().unwrap();
        assert_eq!(versions(), 2);
        assert_eq!(desk.check().unwrap().findings, []);
    }

    #[test]
    fn a_page_that_went_back_to_what_it_said_is_a_new_version_when_it_is_given_by_its_address_again() {
        let now = Arc::new(Mutex::new(PAGE.to_owned()));
        let served = Arc::clone(&now);
        let server = Server::start(move |_, stream| {
            let page = served.lock().unwrap().clone();
            _ = stream.write_all(&answer("200 OK", "content-type: text/html\r\n", page));
        });
        let folder = tempfile::tempdir().unwrap();
        let desk = desk_for(folder.path(), &server);
        let changed = PAGE.replace("on Thursday at noon", "on Friday at noon");
        let give = |page: &str| {
            page.clone_into(&mut now.lock().unwrap());
            import(&desk, &server.url("/port"))
        };
        let statuses = [PAGE, PAGE, &changed, PAGE, PAGE].map(|page| give(page).status);
        use ImportStatus::{Duplicate, Imported, NewVersion};
        assert_eq!(statuses, [Imported, Duplicate, NewVersion, NewVersion, Duplicate]);
    }

    #[test]
    fn a_page_that_leads_to_another_one_leaves_the_article_and_its_address_as_they_were() {
        let now = Arc::new(Mutex::new("/port".to_owned()));
        let sent_to = Arc::clone(&now);
        let server = Server::start(move |head, stream| {
            const LOGIN: &str = "<!doctype html><title>Sign in</title><article><h1>Sign in</h1><p>Enter your address and the word that was sent to it, and you can go on reading where you were.</article>";
            let to = sent_to.lock().unwrap().clone();
            let page = |body: &str| answer("200 OK", "content-type: text/html\r\n", body);
            let said = match head.split(' ').nth(1).unwrap() {
                "/login" => page(LOGIN),
                "/moved" => page(&PAGE.replace("on Thursday at noon", "on Friday at noon")),
                "/port" if to == "/port" => page(PAGE),
                _ => answer("302 Found", &format!("location: {to}\r\n"), ""),
            };
            _ = stream.write_all(&said);
        });
        let folder = tempfile::tempdir().unwrap();
        let desk = desk_for(folder.path(), &server);
        let article = import(&desk, &server.url("/port")).uid.unwrap();
        *now.lock().unwrap() = "/login".to_owned();
        let failure = desk.refetch(&article).unwrap_err();
        assert!(
            failure.message.contains("Sign in") && failure.message.ends_with("as it was."),
            "{failure}"
        );
        assert_eq!(desk.article(&article).unwrap().version.number, 1);

        *now.lock().unwrap() = "/moved".to_owned();
        assert!(matches!(
            desk.refetch(&article).unwrap(),
            Refetched::NewVersion(_)
        ));
        let article = uid(&article).unwrap();
        let url = desk
            .read(|r| Ok::<_, Failure>(r.newest_version(article)?.capture.meta.url))
            .unwrap();
        assert_eq!(url.unwrap().value, server.url("/port"));
    }

    #[test]
    fn an_address_that_the_front_page_has_is_not_where_an_article_is_fetched() {
        let server = Server::saying(answer("200 OK", "content-type: text/html\r\n", PAGE));
        let folder = tempfile::tempdir().unwrap();
        let desk = desk_for(folder.path(), &server);
        let page = PAGE.replace(
            "<nav>",
            &format!("<link rel=canonical href=\"{}\"><nav>", server.url("/")),
        );
        let Saved::New(article) = desk.save_import(&Incoming::Markup(page), save()).unwrap() else {
            panic!("it is new");
        };
        let failure = desk.refetch(&article.to_string()).unwrap_err();
        assert!(failure.hint.is_some());
        assert_eq!(server.asked().len(), 0);
    }

    #[test]
    fn what_the_analyst_types_makes_no_version_of_an_article_that_the_sheet_did_not_show() {
        let folder = tempfile::tempdir().unwrap();
        let server = Server::saying("");
        let desk = desk_for(folder.path(), &server);
        let found_at = || SaveAs {
            corrections: vec![Correction {
                field: RecordField::Url,
                value: "https://strait.example/port".to_owned(),
                line: None,
            }],
            ..save()
        };
        let text = |body: &str| Incoming::Text(format!("Port Stays Closed\n\n{body}"));
        let Saved::New(first) = desk
            .save_import(&text("The strike goes on."), found_at())
            .unwrap()
        else {
            panic!("it is new");
        };
        let later = text("The council met, and the strike is over.");
        let Saved::Held(held) = desk.save_import(&later, found_at()).unwrap() else {
            panic!("nobody was asked");
        };
        assert_eq!(held.uid, first);
        assert!(matches!(held.likeness, Likeness::Page(_)));
        let both = SaveAs {
            keep_both: true,
            ..found_at()
        };
        assert!(matches!(desk.save_import(&later, both).unwrap(), Saved::New(_)));
        desk.undo().unwrap();
        let next = SaveAs {
            version_of: Some(first.to_string()),
            ..found_at()
        };
        assert!(matches!(
            desk.save_import(&later, next).unwrap(),
            Saved::Version(_)
        ));
    }

    #[test]
    fn one_address_is_not_where_several_files_were_found() {
        let folder = tempfile::tempdir().unwrap();
        let server = Server::saying("");
        let desk = desk_for(folder.path(), &server);
        let about = ImportAs {
            url: Some("https://strait.example/port".to_owned()),
            ..ImportAs::default()
        };
        let files = ["a.txt", "b.txt"].map(PathBuf::from);
        let refused = desk.import(&files, &about, &mut |_| panic!("nothing is imported"));
        assert_eq!(refused.unwrap_err().field, Some("url"));
    }

    #[test]
    fn an_article_without_an_address_cannot_be_fetched_once_more() {
        let folder = tempfile::tempdir().unwrap();
        let server = Server::saying("");
        let desk = desk_for(folder.path(), &server);
        let text = Incoming::Text("Port Stays Closed\n\nThe strike goes on.".to_owned());
        let Saved::New(article) = desk.save_import(&text, save()).unwrap() else {
            panic!("it is new");
        };
        let failure = desk.refetch(&article.to_string()).unwrap_err();
        assert_eq!(failure.kind, FailureKind::Invalid);
        assert!(failure.hint.is_some());
    }
}
