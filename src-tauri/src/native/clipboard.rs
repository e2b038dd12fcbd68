//! The clipboard, as text and as markup side by side.
//!
//! Through GTK, because it is the same clipboard that the webview pastes from, and because under Wayland only a program's own
//! toolkit may read it on every desktop.

use gtk::gdk::{Atom, SELECTION_CLIPBOARD};
use gtk::{Clipboard, TargetEntry, TargetFlags};
use tauri::AppHandle;

use super::on_main_thread;
use crate::failure::Failure;

/// What was copied, in the forms we understand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// As plain text; nothing when what was copied is no text (a picture, an empty clipboard).
    pub text: Option<String>,
    /// As HTML, from a browser or a word processor. It goes to the parser, never to the page.
    pub html: Option<String>,
}

const HTML: &str = "text/html";
/// The numbers that GTK asks back with.
const AS_HTML: u32 = 1;
const AS_TEXT: u32 = 2;

/// Reads the clipboard.
///
/// # Errors
/// The window is gone.
pub async fn read(app: &AppHandle) -> Result<Copied, Failure> {
    on_main_thread(app, |_, answer| {
        let clipboard = Clipboard::get(&SELECTION_CLIPBOARD);
        clipboard.request_contents(&Atom::intern(HTML), move |clipboard, found| {
            let html = Some(decoded(&found.data())).filter(|html| !html.trim().is_empty());
            clipboard.request_text(move |_, text| {
                let text = text.map(str::to_owned);
                answer.give(Copied { text, html });
            });
        });
    })
    .await
}

/// Puts `copied` into the clipboard in each of its forms. It stays there for as long as the program runs.
///
/// # Errors
/// The window is gone, or the system refuses the clipboard.
pub async fn write(app: &AppHandle, copied: Copied) -> Result<(), Failure> {
    let taken = on_main_thread(app, move |_, answer| {
        let entry = |target, form| TargetEntry::new(target, TargetFlags::empty(), form);
        let mut targets = Vec::new();
        if copied.html.is_some() {
            targets.push(entry(HTML, AS_HTML));
        }
        // The names under which programs ask for text.
        for target in ["UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "STRING"] {
            targets.push(entry(target, AS_TEXT));
        }
        let taken = Clipboard::get(&SELECTION_CLIPBOARD).set_with_data(&targets, move |_, asked, form| {
            if form == AS_HTML {
                let html = copied.html.as_deref().unwrap_or_default();
                asked.set(&asked.target(), 8, html.as_bytes());
            } else {
                asked.set_text(copied.text.as_deref().unwrap_or_default());
            }
        });
        answer.give(taken);
    });
    if taken.await? { Ok(()) } else { Err(Failure::bug()) }
}

/// The text of `bytes`: UTF-16 where a byte order mark says so, as some browsers write it, else UTF-8.
fn decoded(bytes: &[u8]) -> String {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        char::decode_utf16(units)
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect()
    };
    let text: String = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    // Some programs count the zero at the end of a C string in.
    text.trim_end_matches('\0').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_read_in_the_encodings_that_programs_put_it_there() {
        for (bytes, text) in [
            (&b"<b>caf\xc3\xa9</b>"[..], "<b>café</b>"),
            (b"\xff\xfe<\0b\0\xe9\0", "<bé"),
            (b"\xfe\xff\0<\0b\0\xe9", "<bé"),
            (b"<i>x</i>\0", "<i>x</i>"),
            (b"caf\xe9", "caf\u{fffd}"),
            (b"", ""),
        ] {
            assert_eq!(decoded(bytes), text);
        }
    }
}
