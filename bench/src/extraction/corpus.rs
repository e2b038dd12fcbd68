//! The pages that everybody reads, laid out on disk: the whole of each corpus, and its two halves.
//!
//! A rule is found on the `work` half and measured on the `score` half, whose sites nobody has looked at. So a half takes or leaves
//! whole sites, and which one does not depend on what else is in the corpus.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use model::Sha256Hex;
use serde_json::{Map, Value};

use super::Result;

/// The parts of a corpus, as the folders are called.
pub const PARTS: [&str; 3] = ["all", "work", "score"];

/// Pages with the answers that are wanted for them.
pub struct Corpus {
    /// The folder's name.
    pub name: String,
    /// Who says what is right: `human full text`, `human segments`, or a tool.
    pub gold_kind: String,
    /// Every page, in the order of the gold.
    pub pages: Vec<PathBuf>,
}

/// Unpacks the archive into `folder/all` and lays the halves beside it, each as the scoring program expects a corpus.
pub fn lay_out(archive: &Path, folder: &Path) -> Result<Vec<Corpus>> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let all = folder.join("all");
    fs::create_dir_all(&all)?;
    let unpacked = Command::new("tar")
        .arg("xzf")
        .arg(archive)
        .arg("-C")
        .arg(&all)
        .status()?;
    if !unpacked.success() {
        return Err(format!("tar can't unpack {}", archive.display()).into());
    }
    let mut corpora = Vec::new();
    for entry in fs::read_dir(&all)? {
        let corpus = entry?.path();
        let gold: Map<String, Value> = serde_json::from_slice(&fs::read(corpus.join("gold.json"))?)?;
        let name = corpus
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let Some(gold_kind) = gold.values().find_map(|page| page["gold_kind"].as_str()) else {
            // Of some collections no page is among those for development.
            continue;
        };
        for half in ["work", "score"] {
            lay_out_half(&corpus, &gold, half, &folder.join(half).join(&name))?;
        }
        corpora.push(Corpus {
            gold_kind: gold_kind.into(),
            pages: gold.keys().map(|id| page(&corpus, id)).collect(),
            name,
        });
    }
    corpora.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(corpora)
}

fn lay_out_half(corpus: &Path, gold: &Map<String, Value>, half: &str, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder.join("html"))?;
    let gold: Map<String, Value> = gold
        .iter()
        .filter(|(id, page)| half_of(page["host_key"].as_str().unwrap_or(id)) == half)
        .map(|(id, page)| (id.clone(), page.clone()))
        .collect();
    for id in gold.keys() {
        fs::hard_link(page(corpus, id), page(folder, id))?;
    }
    fs::write(folder.join("gold.json"), serde_json::to_vec(&gold)?)?;
    Ok(())
}

fn page(corpus: &Path, id: &str) -> PathBuf {
    corpus.join("html").join(format!("{id}.html"))
}

/// The half that a site belongs to: by the first bit of the SHA-256 of its name.
fn half_of(site: &str) -> &'static str {
    match Sha256Hex::of(site.as_bytes()).as_str().as_bytes().first() {
        Some(b'0'..=b'7') => "work",
        _ => "score",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_stays_in_its_half_and_the_halves_are_even() {
        assert_eq!(
            [half_of("a.example"), half_of("a.example")],
            [half_of("a.example"); 2]
        );
        let work = (0..1000)
            .filter(|n| half_of(&format!("{n}.example")) == "work")
            .count();
        assert!((450..550).contains(&work), "{work}");
    }

    #[test]
    fn each_page_is_in_one_half_with_the_others_of_its_site() {
        let folder = tempfile::tempdir().unwrap();
        let corpus = folder.path().join("packed/sites");
        fs::create_dir_all(corpus.join("html")).unwrap();
        let mut gold = Map::new();
        for n in 0..20 {
            let id = format!("page-{n}");
            fs::write(page(&corpus, &id), "<p>words").unwrap();
            let site = format!("{}.example", n / 2);
            gold.insert(
                id,
                serde_json::json!({"host_key": site, "gold_kind": "human segments"}),
            );
        }
        fs::write(corpus.join("gold.json"), serde_json::to_vec(&gold).unwrap()).unwrap();
        let archive = folder.path().join("packed.tar.gz");
        let packed = Command::new("tar")
            .arg("czf")
            .arg(&archive)
            .arg("-C")
            .arg(folder.path().join("packed"))
            .arg("sites")
            .status();
        assert!(packed.unwrap().success());

        let pages = folder.path().join("pages");
        let corpora = lay_out(&archive, &pages).unwrap();
        assert_eq!(
            corpora
                .iter()
                .map(|corpus| corpus.pages.len())
                .collect::<Vec<_>>(),
            [20]
        );
        for n in (0..20).step_by(2) {
            let halves = |n: usize| {
                ["work", "score"]
                    .map(|half| page(&pages.join(half).join("sites"), &format!("page-{n}")).exists())
            };
            assert_eq!(halves(n), halves(n + 1));
            assert_eq!(halves(n).iter().filter(|there| **there).count(), 1);
        }
    }
}
