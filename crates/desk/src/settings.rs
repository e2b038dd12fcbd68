//! Settings of this machine and this person: one file of JSON, outside every library.
//!
//! What the settings are is the business of the face that shows them; here is the file alone, and three promises about it: a
//! value this program doesn't understand costs that one setting and not all of them, a setting this program doesn't know
//! stays in the file (a newer program put it there), and a file that is no JSON is moved aside before it is written over.

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
    pub fn save<T: Serialize>(&self, settings: &T) -> Result<()> {
        let Value::Object(new) = serde_json::to_value(settings).map_err(Failure::bug)? else {
            return Err(Failure::bug("the settings are no object"));
        };
        let mut kept = self.read().unwrap_or_default();
        kept.extend(new);
        let mut text = serde_json::to_string_pretty(&kept).map_err(Failure::bug)?;
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

/// The defaults of `T`, overlaid with each value of `kept` that `T` understands.
fn understood<T: Serialize + DeserializeOwned + Default>(kept: Map<String, Value>) -> T {
    let mut settings = T::default();
    for (name, value) in kept {
        let Ok(Value::Object(mut tried)) = serde_json::to_value(&settings) else {
            return settings;
        };
        tried.insert(name, value);
        if let Ok(better) = serde_json::from_value(Value::Object(tried)) {
            settings = better;
        }
    }
    settings
}

#[cfg(test)]
mod tests {
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
            assert_eq!(file.load(), (Settings { theme, size }, None), "{text}");
        }
    }

    #[test]
    fn what_a_newer_program_put_into_the_file_stays_there() {
        let (_folder, file) = file(Some(r#"{"halo":{"on":true},"size":1}"#));
        file.save(&Settings::default()).unwrap();
        let text = fs::read_to_string(file.path()).unwrap();
        let kept: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(
            kept,
            serde_json::json!({"halo": {"on": true}, "theme": "light", "size": 0})
        );
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
