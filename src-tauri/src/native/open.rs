//! Handing links to the browser and files to the programs that open them. We ourselves reach no network.

use std::path::{Path, PathBuf};

use gtk::gio::{self, prelude::*};
use tauri::{AppHandle, Url};

use super::on_main_thread;
use crate::failure::Failure;

/// How long a file manager may take to answer, in milliseconds: it may have to be started first.
const FILE_MANAGER: i32 = 5_000;

/// Opens `link` in the person's browser or mail program.
///
/// # Errors
/// It is neither a web address nor a mail address, or the desktop has no program for it.
pub async fn link(app: &AppHandle, link: &str) -> Result<(), Failure> {
    show(app, outward(link)?.into()).await
}

/// Opens `file` in the program that the desktop has for such files.
///
/// # Errors
/// It is gone, or the desktop has no program for it.
pub async fn file(app: &AppHandle, file: PathBuf) -> Result<(), Failure> {
    if !file.exists() {
        return Err(Failure::file_gone(&file));
    }
    show(app, address(&file)).await
}

/// Shows `file` in the file manager, marked in its folder where the file manager can do that.
///
/// # Errors
/// Its folder is gone, or the desktop has no file manager.
pub async fn in_folder(app: &AppHandle, file: PathBuf) -> Result<(), Failure> {
    let folder = file.parent().unwrap_or(&file).to_owned();
    if !folder.exists() {
        return Err(Failure::file_gone(&folder));
    }
    let marked = tauri::async_runtime::spawn_blocking(move || mark(&file)).await;
    if matches!(marked, Ok(Ok(()))) {
        return Ok(());
    }
    show(app, address(&folder)).await
}

/// Asks the file manager to show `file` marked, as the desktops have agreed on.
fn mark(file: &Path) -> Result<(), gtk::glib::Error> {
    let bus = gio::bus_get_sync(gio::BusType::Session, gio::Cancellable::NONE)?;
    bus.call_sync(
        Some("org.freedesktop.FileManager1"),
        "/org/freedesktop/FileManager1",
        "org.freedesktop.FileManager1",
        "ShowItems",
        Some(&(vec![address(file)], "").to_variant()),
        None,
        gio::DBusCallFlags::NONE,
        FILE_MANAGER,
        gio::Cancellable::NONE,
    )?;
    Ok(())
}

async fn show(app: &AppHandle, address: String) -> Result<(), Failure> {
    let opened = on_main_thread(app, move |window, answer| {
        let now = gtk::current_event_time();
        answer.give(gtk::show_uri_on_window(Some(&window), &address, now).is_ok());
    });
    if opened.await? {
        Ok(())
    } else {
        Err(Failure::no_program())
    }
}

fn address(path: &Path) -> String {
    gio::File::for_path(path).uri().into()
}

/// The address in `link`, if it is one that leads out of the window by way of the browser or the mail program.
fn outward(link: &str) -> Result<Url, Failure> {
    let found = Url::parse(link.trim()).ok();
    found
        .filter(|url| matches!(url.scheme(), "http" | "https" | "mailto"))
        .ok_or_else(Failure::not_a_link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_mail_addresses_are_handed_on() {
        for link in [
            "https://example.org/a?b#c",
            "HTTP://example.org",
            "mailto:a@example.org",
        ] {
            assert!(outward(link).is_ok(), "{link}");
        }
        for link in [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/html,x",
            "tauri://localhost/",
            "ftp://example.org/",
            "smb://host/share",
            "example.org",
            "/etc/passwd",
            "-psn",
            "",
        ] {
            assert!(outward(link).is_err(), "{link}");
        }
    }
}
