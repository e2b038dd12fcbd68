//! The pictures of an article: named in its record, fetched only when a person asks, kept in the library as they came.

use std::collections::HashSet;

use model::{Sha256Hex, article::Capture, block::BlockKind, picture};
use serde::Serialize;
use store::{Write, article::Version};

use super::short;
use crate::{
    Desk, Failure, Result,
    desk::uid,
    failure::sentence,
    fetch::{Problem, Visited, Wanted},
    wording::Label,
};

/// With so many bytes no more pictures are asked for, in one go; more than any article shows.
const ALL_BYTES: usize = 50_000_000;

/// A picture of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// Its address.
    pub address: String,
    /// What stands for it where it can't be seen.
    pub alt: String,
    /// SHA-256 of its bytes, once they are in the library.
    pub sha256: Option<Sha256Hex>,
    /// What they are: `image/png`.
    pub media: Option<String>,
    /// Why it was not fetched, when that was tried.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
}

/// Bytes of a picture that came.
struct Came {
    address: String,
    bytes: Vec<u8>,
    picture: picture::Picture,
}

impl Desk {
    /// The pictures of an article's newest version in the order of its text, each once.
    pub fn pictures(&self, article: &str) -> Result<Vec<Picture>> {
        let article = uid(article)?;
        self.read(|r| {
            let version = r.newest_version(article)?;
            let kept = r.pictures(version.uid)?;
            let mut pictures = named(&version);
            for picture in &mut pictures {
                if let Some(kept) = kept.iter().find(|kept| kept.address == picture.address) {
                    picture.sha256 = Some(kept.snapshot.clone());
                    picture.media = Some(kept.media.clone());
                }
            }
            Ok(pictures)
        })
    }

    /// Fetches the pictures of an article that are not in the library yet, in one undo step, and says for each how it stands.
    /// What is no picture of pixels is not kept. Ends where the person cancels, with what came until then.
    pub fn fetch_pictures(&self, article: &str) -> Result<Vec<Picture>> {
        let missing = self.pictures(article)?;
        let missing = missing.into_iter().filter(|picture| picture.sha256.is_none());
        let (mut came, mut problems, mut fetched) = (Vec::new(), Vec::new(), 0);
        for Picture { address, .. } in missing {
            if fetched >= ALL_BYTES {
                problems.push((address, sentence("pictures-too-large", &[])));
                continue;
            }
            let refusal = match self.fetcher.fetch(&address, Wanted::Picture, None) {
                Ok(Visited::Page(page)) => {
                    fetched += page.bytes.len();
                    match self.parser()?.picture(&page.bytes) {
                        Ok(Some(picture)) => {
                            let bytes = page.bytes;
                            came.push(Came {
                                address,
                                bytes,
                                picture,
                            });
                            continue;
                        }
                        Ok(None) => sentence("pictures-not-shown", &[]),
                        Err(failure) => failure.message,
                    }
                }
                Ok(Visited::Unchanged) => continue,
                Err(refusal) if refusal.problem == Problem::Cancelled => break,
                Err(refusal) => Failure::from(refusal).message,
            };
            problems.push((address, refusal));
        }
        self.keep_pictures(article, came)?;
        let mut pictures = self.pictures(article)?;
        for (address, problem) in problems {
            if let Some(picture) = pictures.iter_mut().find(|picture| picture.address == address) {
                picture.problem = Some(problem);
            }
        }
        Ok(pictures)
    }

    fn keep_pictures(&self, article: &str, came: Vec<Came>) -> Result<()> {
        if came.is_empty() {
            return Ok(());
        }
        let article = uid(article)?;
        let title = self.read(|r| Ok::<_, Failure>(r.article(article)?.headline))?;
        let label = Label::new("op-pictures-fetch").with("title", short(&title));
        self.write(label, move |w| -> Result<()> {
            let version = w.newest_version_uid(article)?;
            for came in &came {
                w.keep_picture(version, &came.address, &came.bytes, came.picture)?;
            }
            Ok(())
        })?;
        Ok(())
    }
}

/// Keeps with a version the pictures of the one before that it still names.
pub(super) fn carry_pictures(w: &mut Write<'_>, from: &Version, to: &Version) -> Result<()> {
    let named: HashSet<&str> = figures(&to.capture).map(|(address, _)| address).collect();
    for picture in w.pictures(from.uid)? {
        if named.contains(picture.address.as_str()) {
            w.carry_picture(to.uid, &picture)?;
        }
    }
    Ok(())
}

/// Address and description of the pictures that a record names.
fn figures(capture: &Capture) -> impl Iterator<Item = (&str, &str)> {
    capture.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Figure {
            alt,
            source: Some(address),
        } => Some((address.as_str(), alt.as_str())),
        _ => None,
    })
}

/// The pictures that a version names, none of them kept yet.
fn named(version: &Version) -> Vec<Picture> {
    let mut seen = HashSet::new();
    figures(&version.capture)
        .filter(|(address, _)| seen.insert(*address))
        .map(|(address, alt)| Picture {
            address: address.to_owned(),
            alt: alt.to_owned(),
            sha256: None,
            media: None,
            problem: None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::{io::Write as _, path::PathBuf, sync::Arc};

    use model::{
        article::ArticleState,
        block::{Block, Role, number_blocks},
    };

    use super::*;
    use crate::{
        WorkerProgram,
        fetch::tests::server::{Server, answer},
        import::{
            Added, Addition, Correction, ImportAs, Pieces, RecordField,
            version_tests::{desk, page},
        },
    };

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x40\0\0\0\xf0 and what follows";

    #[test]
    fn pictures_are_named_and_fetched_only_when_that_is_asked_for() {
        let server = Server::start(|head, stream| {
            let path = head.split(' ').nth(1).unwrap_or_default();
            let paragraph = "<p>The strike at the port of Selm goes on, officers said on Monday after a vote that lasted for most of the night.";
            let figure = |name: &str| {
                format!(
                    "<figure><img src=/{name} alt='A picture'><figcaption>The mole, seen from the north</figcaption></figure>"
                )
            };
            let page = format!(
                "<!doctype html><title>Port Stays Closed</title><article><h1>Port Stays Closed</h1>{paragraph}{}{paragraph} It was long.{}{paragraph} It was loud.{}</article>",
                figure("mole.png"),
                figure("drawing"),
                figure("gone.png"),
            );
            let said = match path {
                "/port" => answer("200 OK", "content-type: text/html\r\n", page),
                "/mole.png" => answer("200 OK", "content-type: image/png\r\n", PNG),
                "/drawing" => answer("200 OK", "content-type: image/svg+xml\r\n", "<svg/>"),
                _ => answer("404 Not Found", "", ""),
            };
            _ = stream.write_all(&said);
        });
        let folder = tempfile::tempdir().unwrap();
        let test = std::env::current_exe().unwrap();
        let worker = WorkerProgram::at(test.ancestors().nth(2).unwrap().join("chancery"));
        let desk = Desk::open(folder.path(), worker).unwrap();
        desk.allow_server(server.at.to_string().parse().unwrap());
        let mut came = Vec::new();
        let paths = [PathBuf::from(server.url("/port"))];
        desk.import(&paths, &ImportAs::default(), &mut |imported| {
            came.push(imported.uid.unwrap())
        })
        .unwrap();
        let article = &came[0];

        let named = desk.pictures(article).unwrap();
        let addresses: Vec<_> = named.iter().map(|picture| picture.address.as_str()).collect();
        assert_eq!(
            addresses,
            ["/mole.png", "/drawing", "/gone.png"].map(|path| server.url(path))
        );
        assert_eq!(server.asked().len(), 1, "only the page was asked for");

        let fetched = desk.fetch_pictures(article).unwrap();
        let [mole, drawing, gone] = &fetched[..] else {
            panic!("{fetched:?}");
        };
        assert_eq!(mole.sha256, Some(Sha256Hex::of(PNG)));
        assert_eq!(mole.media.as_deref(), Some("image/png"));
        assert!(
            drawing.sha256.is_none() && drawing.problem.is_some(),
            "{drawing:?}"
        );
        assert!(
            gone.problem
                .as_deref()
                .is_some_and(|problem| problem.contains("404")),
            "{gone:?}"
        );
        desk.fetch_pictures(article).unwrap();
        let again = server
            .asked()
            .iter()
            .filter(|head| head.contains("/mole.png"))
            .count();
        assert_eq!(again, 1, "what is kept is not fetched again");
        desk.undo().unwrap();
        assert!(desk.pictures(article).unwrap()[0].sha256.is_none());
        assert_eq!(desk.check().unwrap().findings, []);
    }

    #[test]
    fn a_version_has_the_pictures_that_it_still_names_and_the_name_of_its_own_file() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let add = |file: &str, pictures: &[&str], last: &str| {
            let paragraphs = [
                "The port of Selm stays closed after a vote of the customs officers on Monday.",
                last,
            ];
            let address = "https://strait.example/port";
            let mut capture = page(address, "The Strait Post", "Port stays closed", &paragraphs);
            capture.blocks.extend(pictures.iter().map(|name| {
                let kind = BlockKind::Figure {
                    alt: "The mole".to_owned(),
                    source: Some(format!("https://strait.example/{name}")),
                };
                Block::plain(Role::Body, kind, "", None)
            }));
            number_blocks(&mut capture.blocks);
            let addition = Addition {
                came: super::super::Came::file(file.as_bytes().to_vec(), Some(file.to_owned())),
                capture,
                state: ArticleState::Inbox,
                tags: Vec::new(),
                keep_both: false,
                draft: None,
            };
            desk.add(&Arc::new(addition)).unwrap()
        };
        let Added::New { uid: article, .. } = add("monday.html", &["a", "b"], "Ships wait.") else {
            panic!("it is new");
        };
        let article = article.to_string();
        let came = ["a", "b"].map(|name| Came {
            address: format!("https://strait.example/{name}"),
            bytes: name.as_bytes().to_vec(),
            picture: picture::Picture {
                kind: picture::PictureKind::Png,
                width: 320,
                height: 240,
            },
        });
        desk.keep_pictures(&article, came.into()).unwrap();
        let kept = || {
            let pictures = desk.pictures(&article).unwrap().into_iter();
            pictures
                .map(|picture| (picture.address, picture.sha256.is_some()))
                .collect::<Vec<_>>()
        };

        let friday = add("friday.html", &["b"], "Ships wait in vain.");
        assert!(matches!(friday, Added::Version { .. }));
        assert_eq!(kept(), [("https://strait.example/b".to_owned(), true)]);
        let file_name = || desk.article(&article).unwrap().version.file_name;
        assert_eq!(file_name().as_deref(), Some("friday.html"));
        // A correction is of the same bytes and names the same pictures.
        let title = Correction {
            field: RecordField::Title,
            value: "Selm stays shut".to_owned(),
            line: None,
        };
        desk.correct_article(&article, vec![title], Pieces::default())
            .unwrap()
            .unwrap();
        assert_eq!(kept(), [("https://strait.example/b".to_owned(), true)]);
        assert_eq!(file_name().as_deref(), Some("friday.html"));
        for _ in 0..2 {
            desk.undo().unwrap();
        }
        assert_eq!(kept().len(), 2);
        desk.redo().unwrap();
        assert_eq!(desk.check().unwrap().findings, []);
    }
}
