//! What cargo knows of the packages, reduced to what the rules ask.

use serde_json::Value;

use crate::shell::{Outcome, cargo, output, root};

/// A package of the build: ours, or somebody else's.
#[derive(Clone, Debug, Default)]
pub struct Package {
    pub name: String,
    pub version: String,
    /// Manifest of a package of ours, from the root of the checkout; `None` for somebody else's.
    pub manifest: Option<String>,
    /// The licence as the package states it.
    pub licence: Option<String>,
    /// Where cargo took it from; `None` for a path.
    pub source: Option<String>,
    /// What its manifest asks for, of any kind (normal, build, dev) and for any platform.
    pub dependencies: Vec<Dependency>,
}

/// An entry under `[dependencies]` or its like.
#[derive(Clone, Debug, Default)]
pub struct Dependency {
    /// The package's own name, not the name it is given here.
    pub name: String,
    /// The version asked for, `*` when any.
    pub requirement: String,
    /// Whether it is taken from a folder.
    pub local: bool,
    /// Whether only tests see it.
    pub dev: bool,
}

/// All packages that a build for `target` reaches.
pub fn packages(target: &str) -> Outcome<Vec<Package>> {
    let text = output(cargo().args(["metadata", "--format-version", "1", "--filter-platform", target]))?;
    let metadata: Value =
        serde_json::from_str(&text).map_err(|error| format!("`cargo metadata` printed no JSON: {error}."))?;
    let root = root();
    Ok(list(&metadata["packages"])
        .map(|value| package(value, &root.to_string_lossy()))
        .collect())
}

fn package(value: &Value, root: &str) -> Package {
    let source = value["source"].as_str().map(String::from);
    let manifest = value["manifest_path"]
        .as_str()
        .and_then(|path| path.strip_prefix(root));
    Package {
        name: text(&value["name"]),
        version: text(&value["version"]),
        manifest: manifest
            .filter(|_| source.is_none())
            .map(|path| path.replace('\\', "/").trim_start_matches('/').to_owned()),
        licence: value["license"].as_str().map(String::from),
        source,
        dependencies: list(&value["dependencies"])
            .map(|entry| Dependency {
                name: text(&entry["name"]),
                requirement: text(&entry["req"]),
                local: entry["path"].is_string(),
                dev: entry["kind"] == "dev",
            })
            .collect(),
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
