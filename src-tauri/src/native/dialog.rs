//! The system's dialogs for files and folders.

use std::path::PathBuf;

use desk::wording::sentence;
use gtk::glib::UserDirectory;
use gtk::prelude::*;
use gtk::{FileChooserAction, FileChooserNative, FileFilter, ResponseType};
use tauri::AppHandle;

use super::on_main_thread;
use crate::failure::Failure;

/// What is asked for.
#[derive(Clone, Debug)]
pub enum Question {
    /// One or more files that exist.
    Files,
    /// A folder; one that isn't there yet can be made in the dialog.
    Folder,
    /// A file to write, with a name to begin with and the ending of such files. The dialog asks before one is replaced.
    Save {
        /// The name that stands there first.
        suggested: String,
        /// The folder to begin in; the documents where nothing is remembered.
        folder: Option<PathBuf>,
        /// The ending of such files, without the dot.
        ending: &'static str,
    },
}

/// Shows the dialog for `question` over the window. The answer is empty when it was closed without a choice.
///
/// # Errors
/// The window is gone.
pub async fn ask(app: &AppHandle, question: Question) -> Result<Vec<PathBuf>, Failure> {
    on_main_thread(app, move |window, answer| {
        gtk::glib::spawn_future_local(async move {
            let dialog = build(&question, &window);
            let accepted = dialog.run_future().await == ResponseType::Accept;
            let paths = if accepted { dialog.filenames() } else { Vec::new() };
            answer.give(match &question {
                Question::Save { ending, .. } => paths.into_iter().map(|path| ended(path, ending)).collect(),
                Question::Files | Question::Folder => paths,
            });
            dialog.destroy();
        });
    })
    .await
}

fn build(question: &Question, window: &gtk::ApplicationWindow) -> FileChooserNative {
    let (action, id) = match question {
        Question::Files => (FileChooserAction::Open, "dialog-files"),
        Question::Folder => (FileChooserAction::SelectFolder, "dialog-folder"),
        Question::Save { .. } => (FileChooserAction::Save, "dialog-save"),
    };
    let word = |id: &str| sentence(id, &[]);
    let accept = word(&format!("{id}-accept"));
    let cancel = word("dialog-cancel");
    let dialog = FileChooserNative::new(
        Some(&word(id)),
        Some(window),
        action,
        Some(&accept),
        Some(&cancel),
    );
    dialog.set_modal(true);
    dialog.set_create_folders(true);
    match question {
        Question::Files => dialog.set_select_multiple(true),
        Question::Folder => {}
        Question::Save {
            suggested,
            folder,
            ending,
        } => {
            dialog.set_do_overwrite_confirmation(true);
            // Without any of them the dialog would begin wherever the program was started from.
            let documents = || gtk::glib::user_special_dir(UserDirectory::Documents);
            let begin = folder.clone().filter(|folder| folder.is_dir()).or_else(documents);
            dialog.set_current_folder(begin.unwrap_or_else(gtk::glib::home_dir));
            dialog.set_current_name(&format!("{suggested}.{ending}"));
            let filter = FileFilter::new();
            filter.set_name(Some(&ending.to_uppercase()));
            filter.add_pattern(&format!("*.{ending}"));
            dialog.add_filter(filter);
        }
    }
    dialog
}

/// The file that was chosen, with the ending that such files have. What was typed without one keeps its name where that would be
/// another file that exists: the dialog asked about the one typed.
fn ended(path: PathBuf, ending: &str) -> PathBuf {
    if path
        .extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(ending))
    {
        return path;
    }
    let mut name = path.clone().into_os_string();
    name.push(format!(".{ending}"));
    let named = PathBuf::from(name);
    if named.exists() { path } else { named }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_gets_its_ending_once_and_never_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("taken.pdf"), "").unwrap();
        assert_eq!(ended(at("a"), "pdf"), at("a.pdf"));
        assert_eq!(ended(at("v1.2 draft"), "pdf"), at("v1.2 draft.pdf"));
        assert_eq!(ended(at("a.PDF"), "pdf"), at("a.PDF"));
        assert_eq!(ended(at("taken"), "pdf"), at("taken"));
    }
}
