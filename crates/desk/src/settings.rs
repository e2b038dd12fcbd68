//! Settings of this machine and this person: one file of JSON, outside every library.
//!
//! What the settings are is the business of the face that shows them; here is the file alone, and three promises about it: a
//! value this program doesn't understand costs that one setting and not all of them, a setting this program doesn't know
//! stays in the file (a newer program put it there), within others as well, and a file that is no JSON is moved aside before it is written over.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use crate::{Failure, FailureKind, Result};

/// The file that holds the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsFile(PathBuf);

impl SettingsFile {
    /// What whoever runs this program has decided: `$XDG_CONFIG_HOME/chancery/settings.json`, else in `~/.config`.
    pub fn decided() -> Self {
        Self(folder("XDG_CONFIG_HOME", ".config").join("settings.json"))
    }

    /// What the program remembers by itself from one start to the next: `$XDG_STATE_HOME/chancery/window.json`, else in
    /// `~/.local/state`. Losing it costs nobody anything but a click.
    pub fn remembered() -> Self {
        Self(folder("XDG_STATE_HOME", ".local/state").join("window.json"))
    }

    /// A file of one's own choice.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The settings in the file, and the default of each that isn't there or isn't understood. A file that can't be used is
    /// moved aside; the failure says so, once, since the next time there is none.
    pub fn load<T>(&self) -> (T, Option<Failure>)
    where
        T: Serialize + DeserializeOwned + Default,
    {
        let (kept, failure) = match self.read() {
            Ok(kept) => (kept, None),
            Err(failure) => (Map::new(), Some(failure)),
        };
        (understood(kept), failure)
    }

    /// Writes `settings` into the file, beside whatever else it holds. The file is replaced as a whole: a program that dies
    /// in between leaves the old one.
    pub fn save<T>(&self, settings: &T) -> Result<()>
    where
        T: Serialize + DeserializeOwned + Default,
    {
        let mut new = object(settings)?;
        let kept = self.read().unwrap_or_default();
        let known = object(&understood::<T>(kept.clone()))?;
        keep_unknown(&mut new, kept, &known);
        let mut text = serde_json::to_string_pretty(&new).map_err(Failure::bug)?;
        text.push('\n');
        self.replace(text.as_bytes())
            .map_err(|error| Failure::file("settings-unwritten", &self.0, &error))
    }

    /// What stands in the file; nothing when there is none.
    fn read(&self) -> Result<Map<String, Value>> {
        let text = match fs::read(&self.0) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Map::new()),
            Err(error) => return Err(Failure::file("settings-unreadable", &self.0, &error)),
        };
        serde_json::from_slice(&text).map_err(|error| self.move_aside(&error))
    }

    /// Puts the file out of the way and says so.
    fn move_aside(&self, found: &serde_json::Error) -> Failure {
        let aside = self.0.with_extension("damaged.json");
        if let Err(error) = fs::rename(&self.0, &aside) {
            return Failure::file("settings-unreadable", &self.0, &error);
        }
        let args = [
            ("path", aside.display().to_string().into()),
            ("detail", found.to_string().into()),
        ];
        Failure::new(FailureKind::Unreadable, "settings-damaged", &args)
    }

    fn replace(&self, text: &[u8]) -> io::Result<()> {
        if let Some(folder) = self.0.parent() {
            fs::create_dir_all(folder)?;
        }
        // Beside it, so that the renaming stays within one file system; with our number, so that two windows don't meet.
        let beside = self.0.with_extension(format!("{}.new", std::process::id()));
        fs::write(&beside, text)?;
        fs::rename(&beside, &self.0)
    }
}

/// Our folder where the variable `name` points to, else in `usual` of the home folder.
fn folder(name: &str, usual: &str) -> PathBuf {
    let named = std::env::var_os(name)
        .map(PathBuf::from)
        .filter(|path| path.is_absolute());
    let home = || {
        std::env::var_os("HOME")
            .map_or_else(PathBuf::new, PathBuf::from)
            .join(usual)
    };
    named.unwrap_or_else(home).join("chancery")
}

fn object<T: Serialize>(settings: &T) -> Result<Map<String, Value>> {
    match serde_json::to_value(settings).map_err(Failure::bug)? {
        Value::Object(object) => Ok(object),
        _ => Err(Failure::bug("the settings are no object")),
    }
}

/// The defaults of `T`, overlaid with each value of `kept` that `T` understands.
fn understood<T: Serialize + DeserializeOwned + Default>(kept: Map<String, Value>) -> T {
    overlaid(T::default(), &[], kept)
}

/// `settings` with each value of `kept`, which stands at `path`, that they understand. Of a group of settings that isn't
/// understood as a whole, each is tried by itself.
fn overlaid<T: Serialize + DeserializeOwned>(mut settings: T, path: &[&str], kept: Map<String, Value>) -> T {
    for (name, value) in kept {
        let Ok(mut tried) = serde_json::to_value(&settings) else {
            return settings;
        };
        let group = path
            .iter()
            .try_fold(&mut tried, |group, name| group.get_mut(name));
        let Some(Value::Object(group)) = group else {
            return settings;
        };
        group.insert(name.clone(), value.clone());
        settings = match (serde_json::from_value(tried), value) {
            (Ok(better), _) => better,
            (Err(_), Value::Object(parts)) => overlaid(settings, &[path, &[&name]].concat(), parts),
            (Err(_), _) => settings,
        };
    }
    settings
}

/// Takes over into `new` what stands in the file as `kept` and is not among what this program knows of it, `known`. What it
/// knows and has taken out stays out.
fn keep_unknown(new: &mut Map<String, Value>, kept: Map<String, Value>, known: &Map<String, Value>) {
    for (name, value) in kept {
        match (new.get_mut(&name), known.get(&name), value) {
            (None, None, value) => {
                new.insert(name, value);
            }
            (Some(Value::Object(new)), Some(Value::Object(known)), Value::Object(kept)) => {
                keep_unknown(new, kept, known);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Theme {
        #[default]
        Light,
        Dark,
    }

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(default)]
    struct Settings {
        theme: Theme,
        size: u8,
        pen: Pen,
        keys: BTreeMap<String, String>,
    }

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    struct Pen {
        width: u8,
        colour: String,
    }

    fn file(text: Option<&str>) -> (tempfile::TempDir, SettingsFile) {
        let folder = tempfile::tempdir().unwrap();
        let file = SettingsFile::at(folder.path().join("chancery/settings.json"));
        if let Some(text) = text {
            fs::create_dir_all(file.path().parent().unwrap()).unwrap();
            fs::write(file.path(), text).unwrap();
        }
        (folder, file)
    }

    #[test]
    fn what_is_saved_is_loaded_and_without_a_file_the_defaults_hold() {
        let (_folder, file) = file(None);
        assert_eq!(file.load::<Settings>(), (Settings::default(), None));
        let settings = Settings {
            theme: Theme::Dark,
            size: 3,
            ..Settings::default()
        };
        file.save(&settings).unwrap();
        assert_eq!(file.load(), (settings, None));
        let names: Vec<_> = fs::read_dir(file.path().parent().unwrap())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(names, ["settings.json"]);
    }

    #[test]
    fn a_value_that_is_not_understood_costs_that_setting_alone() {
        for (text, theme, size) in [
            (r#"{"theme":"neon","size":3}"#, Theme::Light, 3),
            (r#"{"theme":"dark","size":"big"}"#, Theme::Dark, 0),
            (r#"{"size":300}"#, Theme::Light, 0),
            (r#"{}"#, Theme::Light, 0),
        ] {
            let (_folder, file) = file(Some(text));
            let settings = Settings {
                theme,
                size,
                ..Settings::default()
            };
            assert_eq!(file.load(), (settings, None), "{text}");
        }
        let (_folder, file) = file(Some(r#"{"pen":{"width":"wide","colour":"red"}}"#));
        let pen = file.load::<Settings>().0.pen;
        assert_eq!((pen.width, pen.colour.as_str()), (0, "red"));
    }

    #[test]
    fn what_a_newer_program_put_into_the_file_stays_there() {
        let text = r#"{"halo":{"on":true},"size":1,"pen":{"width":2,"colour":"red","nib":"gold"},"keys":{"go":"g"}}"#;
        let (_folder, file) = file(Some(text));
        let mut settings: Settings = file.load().0;
        assert_eq!(settings.keys.remove("go").as_deref(), Some("g"));
        settings.pen.width = 5;
        file.save(&settings).unwrap();
        let kept: Value = serde_json::from_str(&fs::read_to_string(file.path()).unwrap()).unwrap();
        // What was taken out here is no stranger's.
        let expected = serde_json::json!({
            "halo": { "on": true },
            "theme": "light",
            "size": 1,
            "pen": { "width": 5, "colour": "red", "nib": "gold" },
            "keys": {},
        });
        assert_eq!(kept, expected);
    }

    #[test]
    fn a_damaged_file_is_moved_aside_and_said_once() {
        for text in ["{", "", "[]", "\u{0}\u{0}"] {
            let (_folder, file) = file(Some(text));
            let (settings, failure) = file.load::<Settings>();
            assert_eq!(settings, Settings::default());
            let said = failure.unwrap().message;
            let aside = file.path().with_extension("damaged.json");
            assert!(said.contains(&aside.display().to_string()), "{said}");
            assert_eq!(fs::read_to_string(&aside).unwrap(), text);
            assert_eq!(file.load::<Settings>().1, None);
        }
    }
}
