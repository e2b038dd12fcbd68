//! The typefaces that the brief embeds: they come from npm packages named in a lock file and are copied, under fixed
//! names, to where the `publish` crate includes them.
//!
//! `faces.txt` lists them, one a line: path under `crates/publish/fonts`, a tab, file name. The folder `files` holds
//! exactly the faces of the list, so that a face dropped from it can't go on working on one machine only.

use std::fs;
use std::path::Path;

use super::npm;
use crate::shell::{Outcome, root};

const FOLDER: &str = "crates/publish/fonts";

/// What `install` would do, in words.
pub fn missing() -> Vec<String> {
    let stale = npm::stale(FOLDER) || faces().is_ok_and(|faces| faces.iter().any(|face| !face.in_place()));
    if stale {
        vec![format!("fonts: {FOLDER}/files is not up to date")]
    } else {
        Vec::new()
    }
}

/// Fetches and copies what is not in place.
pub fn install() -> Outcome<bool> {
    let mut acted = npm::install(FOLDER)?;
    let faces = faces()?;
    let files = root().join(FOLDER).join("files");
    fs::create_dir_all(&files).map_err(|error| format!("{FOLDER}/files can't be created: {error}."))?;
    for face in &faces {
        if !face.in_place() {
            face.copy()?;
            acted = true;
        }
    }
    let listed = |name: &str| faces.iter().any(|face| face.name == name);
    for entry in fs::read_dir(&files)
        .map_err(|error| format!("{FOLDER}/files can't be read: {error}."))?
        .flatten()
    {
        if !listed(&entry.file_name().to_string_lossy()) {
            fs::remove_file(entry.path())
                .map_err(|error| format!("{} can't be removed: {error}.", entry.path().display()))?;
            acted = true;
        }
    }
    Ok(acted)
}

#[derive(Debug, PartialEq)]
struct Face {
    /// Path of the original under [`FOLDER`].
    source: String,
    /// Name of the copy in `files`.
    name: String,
}

impl Face {
    fn in_place(&self) -> bool {
        let folder = root().join(FOLDER);
        let original = fs::read(folder.join(&self.source));
        original.is_ok_and(|bytes| {
            fs::read(folder.join("files").join(&self.name)).is_ok_and(|copy| copy == bytes)
        })
    }

    fn copy(&self) -> Outcome {
        let folder = root().join(FOLDER);
        fs::copy(folder.join(&self.source), folder.join("files").join(&self.name))
            .map(|_| ())
            .map_err(|error| {
                format!(
                    "{FOLDER}/{} can't be copied to {FOLDER}/files: {error}.",
                    self.source
                )
            })
    }
}

fn faces() -> Outcome<Vec<Face>> {
    let path = root().join(FOLDER).join("faces.txt");
    let text =
        fs::read_to_string(&path).map_err(|error| format!("{FOLDER}/faces.txt can't be read: {error}."))?;
    parse(&text)
}

/// Reads `faces.txt`; empty lines and lines that begin with `#` say nothing.
fn parse(text: &str) -> Outcome<Vec<Face>> {
    let mut faces = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match line.split_once('\t') {
            Some((source, name)) if Path::new(name).file_name().is_some_and(|bare| bare == name) => {
                faces.push(Face {
                    source: source.into(),
                    name: name.into(),
                });
            }
            _ => {
                return Err(format!(
                    "{FOLDER}/faces.txt:{number}: a line is a path, one tab and a bare file name; this one is not."
                ));
            }
        }
    }
    Ok(faces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_face_is_a_path_a_tab_and_a_name() {
        let faces = parse("# serif\n\nnode_modules/@x/A.ttf\tA.ttf\n").unwrap();
        assert_eq!(
            faces,
            [Face {
                source: "node_modules/@x/A.ttf".into(),
                name: "A.ttf".into()
            }]
        );
    }

    #[test]
    fn a_malformed_line_is_named_and_no_copy_leaves_the_folder() {
        for line in ["A.ttf", "a\t../A.ttf", "a\t", "a\tb\tc/d"] {
            let problem = parse(&format!("ok\tok.ttf\n{line}\n")).unwrap_err();
            assert!(problem.contains("faces.txt:2"), "{line}: {problem}");
        }
    }
}
