//! Pictures that are shown: what the library keeps, if it is a picture by its own bytes and small enough to be drawn.
//!
//! The window's own decoder draws them, so nothing goes there but pictures of pixels of four kinds whose head says that they
//! fit into memory. What a server, a page or a file name calls them doesn't count. Their bytes are read by the worker process,
//! once; the library keeps what it found.

use std::collections::HashMap;

use model::{Sha256Hex, Uid, block::BlockKind, picture::Picture};

use crate::{Desk, Result, desk::uid};

/// Pixels of a picture that is shown at most: drawn, it takes four bytes for each.
const PIXELS: u64 = 40_000_000;

/// Where a version shows a picture that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureAt {
    /// The number of the block.
    pub block: usize,
    /// The picture's name for [`Desk::kept_picture`]: the hash of its bytes.
    pub name: Sha256Hex,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

impl Desk {
    /// The kept pictures that a version shows, by block.
    pub fn pictures_shown(&self, version: &str) -> Result<Vec<PictureAt>> {
        let version = uid(version)?;
        self.settle_looks(version)?;
        self.read(|r| {
            let looks = r.looks(version)?.into_iter();
            let kept: HashMap<_, _> = looks
                .filter(|row| can_be_shown(row.picture))
                .map(|row| (row.address, (row.snapshot, row.picture)))
                .collect();
            if kept.is_empty() {
                return Ok(Vec::new());
            }
            let laid = self.last_read.version(r, version)?;
            let blocks = laid.version.capture.blocks.iter().enumerate();
            let shown = |(block, address): (usize, &String)| {
                let (name, picture) = kept.get(address)?;
                Some(PictureAt {
                    block,
                    name: name.clone(),
                    width: picture.width,
                    height: picture.height,
                })
            };
            Ok(blocks
                .filter_map(|(n, block)| match &block.kind {
                    BlockKind::Figure {
                        source: Some(address),
                        ..
                    } => Some((n, address)),
                    _ => None,
                })
                .filter_map(shown)
                .collect())
        })
    }

    /// A picture of an article by the hash of its bytes, with what it is. Nothing for anything else that the library keeps, and
    /// for what can't be shown.
    pub fn kept_picture(&self, name: &str) -> Result<Option<(Vec<u8>, &'static str)>> {
        let name = Sha256Hex::from_stored(name.to_owned());
        self.read(|r| match r.picture(&name)? {
            Some(picture) if can_be_shown(picture) => Ok(Some((r.snapshot(&name)?, picture.kind.media()))),
            _ => Ok(None),
        })
    }

    /// Has the worker read the pictures of a version that were kept before the library kept what they are; nothing to do nearly
    /// always. In a library that can't be written they stay unread, and their words stand for them.
    fn settle_looks(&self, version: Uid) -> Result<()> {
        let unread = self.read(|r| Ok(r.unread_pictures(version)?))?;
        if unread.is_empty() || self.read_only() {
            return Ok(());
        }
        let mut looks = Vec::new();
        for name in unread {
            let bytes = self.read(|r| Ok(r.snapshot(&name)?))?;
            let picture = self.parser()?.picture(&bytes)?;
            looks.push((name, picture));
        }
        Ok(self.library.keep_looks(looks)?)
    }
}

/// Whether a picture fits into memory when it is drawn.
fn can_be_shown(picture: Picture) -> bool {
    (1..=PIXELS).contains(&picture.pixels())
}

#[cfg(test)]
mod tests {
    use model::{
        block::{Block, Role, number_blocks},
        picture::PictureKind,
    };
    use store::{article::Original, picture::PictureRow};

    use super::*;
    use crate::{
        WorkerProgram,
        import::version_tests::{imported, page},
        wording::Label,
    };

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x40\0\0\0\xf0\x08\x02\0\0\0";
    const DRAWING: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg'/>";
    const SMALL: Picture = Picture {
        kind: PictureKind::Png,
        width: 320,
        height: 240,
    };

    fn address(name: &str) -> String {
        format!("https://strait.example/{name}")
    }

    /// A desk with a worker, and the newest version of an article that names three pictures.
    fn desk_and_version(folder: &std::path::Path) -> (Desk, Uid) {
        let test = std::env::current_exe().unwrap();
        let worker = WorkerProgram::at(test.ancestors().nth(2).unwrap().join("chancery"));
        let desk = Desk::open(folder, worker).unwrap();
        let mut capture = page(
            "https://strait.example/port",
            "",
            "Port closed",
            &["The port is closed."],
        );
        for name in ["mole", "drawing", "map"] {
            let kind = BlockKind::Figure {
                alt: name.to_owned(),
                source: Some(address(name)),
            };
            capture.blocks.push(Block::plain(Role::Body, kind, "", None));
        }
        number_blocks(&mut capture.blocks);
        let article = imported(&desk, &capture);
        let version = desk.open_article(&article).unwrap().version;
        (desk, version)
    }

    fn shown(block: usize) -> PictureAt {
        PictureAt {
            block,
            name: Sha256Hex::of(PNG),
            width: 320,
            height: 240,
        }
    }

    #[test]
    fn only_what_is_kept_as_a_picture_and_can_be_drawn_leaves_the_library() {
        let folder = tempfile::tempdir().unwrap();
        let (desk, version) = desk_and_version(folder.path());
        let given = version.to_string();
        assert_eq!(desk.pictures_shown(&given).unwrap(), []);
        desk.write(Label::new("op-pictures-fetch"), move |w| -> Result<()> {
            w.keep_picture(version, &address("mole"), PNG, SMALL)?;
            let large = Picture {
                width: 8192,
                height: 8192,
                ..SMALL
            };
            Ok(w.keep_picture(version, &address("map"), b"large", large)?)
        })
        .unwrap();
        assert_eq!(desk.pictures_shown(&given).unwrap(), [shown(2)]);
        let kept = |name: &str| desk.kept_picture(name).unwrap();
        let mole = Sha256Hex::of(PNG);
        assert_eq!(kept(mole.as_str()), Some((PNG.to_vec(), "image/png")));
        let page = desk
            .read(|r| Ok(r.version(version)?.snapshot.to_string()))
            .unwrap();
        for other in [Sha256Hex::of(b"large").as_str(), &page, "", "../library.db"] {
            assert_eq!(kept(other), None, "{other}");
        }
        desk.undo().unwrap();
        assert_eq!(kept(mole.as_str()), None);
    }

    #[test]
    fn what_pictures_of_an_older_library_are_is_found_when_they_are_first_shown() {
        let folder = tempfile::tempdir().unwrap();
        let (desk, version) = desk_and_version(folder.path());
        let ((), _) = desk
            .write(Label::new("op-pictures-fetch"), move |w| -> Result<()> {
                let version = w.version(version)?;
                for (name, bytes) in [("mole", PNG), ("drawing", DRAWING)] {
                    // As another version's bytes: they come into the library without what they are.
                    let original = Original {
                        bytes,
                        file_name: None,
                    };
                    let newest = w.newest_version(version.article)?;
                    w.add_version(&newest, &newest.capture, Some(original))?;
                    // Whatever its row says it is.
                    let picture = PictureRow {
                        address: address(name),
                        snapshot: Sha256Hex::of(bytes),
                        media: "image/png".to_owned(),
                    };
                    w.carry_picture(version.uid, &picture)?;
                }
                Ok(())
            })
            .unwrap();
        let unread = || desk.read(|r| Ok(r.unread_pictures(version)?.len())).unwrap();
        assert_eq!(unread(), 2);
        for _ in 0..2 {
            assert_eq!(desk.pictures_shown(&version.to_string()).unwrap(), [shown(2)]);
            assert_eq!(unread(), 0);
        }
        assert_eq!(desk.kept_picture(Sha256Hex::of(DRAWING).as_str()).unwrap(), None);
        desk.undo().unwrap();
        assert_eq!(desk.check().unwrap().findings, []);
    }
}
