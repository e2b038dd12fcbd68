//! The settings of this machine: what they are, and loading and saving them. The file is `desk::settings`' business.
//!
//! Each has a default and is saved whole with all others at every change; the interface applies them.

use std::collections::BTreeMap;

use desk::settings::SettingsFile;
use serde::{Deserialize, Serialize};
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, State};

use crate::failure::Failure;
use crate::switch;

/// How this person wants the window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Settings {
    /// Colours.
    pub theme: Theme,
    /// Size of all text, in percent of the usual (87 to 150).
    pub text_size: u32,
    /// Height of rows and controls.
    pub density: Density,
    /// Whether things move.
    pub motion: Motion,
    /// Language of the interface.
    pub language: Language,
    /// Whether a letter alone acts.
    pub single_keys: SingleKeys,
    /// Keys of one's own by the action's id, as the interface spells keys; only where they differ from ours.
    pub keys: BTreeMap<String, String>,
    /// How articles are set.
    pub reading: Reading,
    /// Widths of panes by name, in CSS pixels.
    pub panes: BTreeMap<String, u32>,
    /// How often an action with a key was done with the mouse, by its id: the third time the key is mentioned, once.
    pub hints: BTreeMap<String, u32>,
    /// Who signs briefs.
    pub author: Author,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            text_size: 100,
            density: Density::default(),
            motion: Motion::default(),
            language: Language::default(),
            single_keys: SingleKeys::default(),
            keys: BTreeMap::new(),
            reading: Reading::default(),
            panes: BTreeMap::new(),
            hints: BTreeMap::new(),
            author: Author::default(),
        }
    }
}

/// Colours of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the desktop has it, light or dark.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Brown on cream.
    Sepia,
    /// Strongest contrast, on black.
    Contrast,
}

/// Height of rows and controls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    /// As many rows as legible.
    Compact,
    /// The usual.
    #[default]
    Comfortable,
    /// Room around everything.
    Spacious,
}

/// Whether things move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Motion {
    /// As the desktop has it.
    #[default]
    System,
    /// Nothing moves.
    Off,
}

/// Language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl From<Language> for desk::wording::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::En => Self::English,
            Language::Fr => Self::French,
        }
    }
}

/// Whether a letter alone acts, outside of text fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum SingleKeys {
    /// It does.
    #[default]
    On,
    /// Only with Ctrl and Alt.
    WithModifier,
    /// Never.
    Off,
}

/// How articles are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Reading {
    /// Typeface.
    pub face: Face,
    /// Size of the letters.
    pub size: ReadingSize,
    /// Width of the column.
    pub measure: Measure,
}

/// Typeface of articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Face {
    /// Source Serif.
    #[default]
    Serif,
    /// Inter.
    Sans,
}

/// Size of the letters of articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ReadingSize {
    /// 16 px at the usual text size.
    S,
    /// 18 px.
    #[default]
    M,
    /// 20 px.
    L,
    /// 23 px.
    Xl,
}

/// Width of the column of articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Some 56 letters.
    Narrow,
    /// Some 66 letters.
    #[default]
    Normal,
    /// Some 80 letters.
    Wide,
}

/// Who signs briefs; new briefs begin with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Author {
    /// The analyst's name.
    pub name: String,
    /// The organisation.
    pub org: String,
    /// The desk within it.
    pub desk: String,
}

/// The settings as they were found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct LoadedSettings {
    /// The settings; the default of each that wasn't there or wasn't understood.
    #[serde(flatten)]
    pub settings: Settings,
    /// What to tell about the file: that it was damaged and moved aside. Told once.
    pub notice: Option<Failure>,
}

/// The settings of this machine.
///
/// # Errors
/// None that is known: what can't be read is replaced by defaults, and `notice` says so.
#[tauri::command]
#[specta::specta]
pub async fn load_settings(app: AppHandle, file: State<'_, SettingsFile>) -> Result<LoadedSettings, Failure> {
    let (settings, notice): (Settings, _) = with(&file, |file| file.load()).await?;
    speak(&app, settings.language);
    Ok(LoadedSettings {
        settings,
        notice: notice.map(Into::into),
    })
}

/// Keeps `settings` for the next start.
///
/// # Errors
/// The file can't be written.
#[tauri::command]
#[specta::specta]
pub async fn save_settings(
    app: AppHandle,
    file: State<'_, SettingsFile>,
    settings: Settings,
) -> Result<(), Failure> {
    speak(&app, settings.language);
    with(&file, move |file| file.save(&settings)).await??;
    Ok(())
}

/// Speaks `language` from now on, in the title bar too.
fn speak(app: &AppHandle, language: Language) {
    let language = language.into();
    if desk::wording::spoken() != language {
        desk::wording::speak(language);
        switch::name_window(app);
    }
}

/// Runs `work` on a thread that may block.
async fn with<T: Send + 'static>(
    file: &SettingsFile,
    work: impl FnOnce(SettingsFile) -> T + Send + 'static,
) -> Result<T, Failure> {
    let file = file.clone();
    spawn_blocking(move || work(file))
        .await
        .map_err(|_| Failure::bug())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_spelt_in_the_file_as_the_interface_spells_them() {
        let settings = serde_json::to_value(Settings::default()).unwrap();
        assert_eq!(settings["theme"], "system");
        assert_eq!(settings["single_keys"], "on");
        assert_eq!(settings["reading"]["size"], "m");
        let given: SingleKeys = serde_json::from_str(r#""with_modifier""#).unwrap();
        assert_eq!(given, SingleKeys::WithModifier);
    }
}
