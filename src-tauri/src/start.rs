//! What happens before Tauri: the arguments, and the renderer that WebKit will find.
//!
//! Nothing here but the watch for a blank window may start a thread: the parse worker and the fresh start of the program both
//! replace what runs.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use desk::import::OwnServer;
use tauri::Url;

use crate::failure::Failure;

/// Tells WebKitGTK to paint through shared memory. Set only where there is no GPU: it is faster than software GL there,
/// and slower than a GPU everywhere else.
const SHARED_MEMORY_RENDERER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Whether these arguments (without the program's name) ask for the parse worker instead of a window.
#[must_use]
pub fn is_parse_worker(arguments: &[OsString]) -> bool {
    arguments.first().is_some_and(|first| first == "--parse-worker")
}

/// What the program was started for, besides showing a library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Errand {
    /// Files and folders to import.
    pub files: Vec<PathBuf>,
    /// Import what the clipboard holds (`--paste`, an action of the menu entry).
    pub paste: bool,
    /// Begin a brief (`--new-brief`, an action of the menu entry).
    pub brief: bool,
}

/// What the command line asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The library of `--library DIR`, where that was named.
    pub library: Option<PathBuf>,
    /// The server of `--allow-server IP:PORT`, which pages may be fetched from although it is inside the own network: for
    /// trying things out.
    pub server: Option<OwnServer>,
    /// The rest.
    pub errand: Errand,
}

/// Reads `arguments` (without the program's name): options, and files as paths or as `file:` addresses.
///
/// # Errors
/// An unknown option, or one without what belongs to it. It is for the window to show: a program started from a menu has
/// nobody reading its standard error.
pub fn read(arguments: &[OsString]) -> Result<Asked, Failure> {
    let mut asked = Asked::default();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.to_str() {
            Some("--library") if asked.library.is_none() => {
                let folder = rest.next().filter(|folder| !folder.is_empty());
                asked.library = Some(folder.ok_or_else(Failure::usage)?.into());
            }
            Some("--allow-server") if asked.server.is_none() => {
                let server = rest.next().and_then(|server| server.to_str()?.parse().ok());
                asked.server = Some(server.ok_or_else(Failure::usage)?);
            }
            Some("--paste") => asked.errand.paste = true,
            Some("--new-brief") => asked.errand.brief = true,
            Some("--") => {
                asked.errand.files.extend(rest.map(|file| path(file)));
                return Ok(asked);
            }
            Some(option) if option.starts_with('-') || option.is_empty() => return Err(Failure::usage()),
            _ => asked.errand.files.push(path(argument)),
        }
    }
    Ok(asked)
}

/// The file that `given` names, absolute: another window, started elsewhere, may be the one to open it.
fn path(given: &OsStr) -> PathBuf {
    let address = given.to_str().filter(|given| given.starts_with("file:"));
    let named = address
        .and_then(|address| Url::parse(address).ok())
        .and_then(|url| url.to_file_path().ok());
    let named = named.unwrap_or_else(|| given.into());
    std::path::absolute(&named).unwrap_or(named)
}

/// The desktop's permission to come to the front, which it gives to what a person has just started.
#[must_use]
pub fn activation_token() -> Option<OsString> {
    let given = |name| std::env::var_os(name).filter(|token| !token.is_empty());
    given("XDG_ACTIVATION_TOKEN").or_else(|| given("DESKTOP_STARTUP_ID"))
}

/// Whether there is a screen to open a window on. GTK ends the program with a trace when there is none.
#[must_use]
pub fn has_screen() -> bool {
    let named = |name: &str| std::env::var_os(name).is_some_and(|screen| !screen.is_empty());
    !cfg!(target_os = "linux") || named("WAYLAND_DISPLAY") || named("DISPLAY")
}

/// Starts the program afresh with the shared-memory renderer where it must paint with it: where there is no GPU, or where the
/// window stayed blank without it (`remembered`). Returns where the variable stands already or isn't needed.
#[cfg(target_os = "linux")]
pub fn choose_renderer(arguments: &[OsString], remembered: bool) {
    if (remembered || !has_gpu()) && !paints_through_shared_memory() {
        start_afresh(arguments);
    }
}

/// Whether this process paints through shared memory.
#[must_use]
pub fn paints_through_shared_memory() -> bool {
    std::env::var_os(SHARED_MEMORY_RENDERER).is_some()
}

#[cfg(target_os = "linux")]
fn has_gpu() -> bool {
    std::path::Path::new("/dev/dri/renderD128").exists()
}

/// Starts the program afresh, in the same process and with the same arguments, with the shared-memory renderer set. The
/// environment of a running program is shared by its threads, so it is given to a new start instead of being changed here.
#[cfg(target_os = "linux")]
fn start_afresh(arguments: &[OsString]) {
    use std::os::unix::process::CommandExt as _;

    if let Ok(program) = std::env::current_exe() {
        // `exec` only returns when it failed; the window then goes on as it is.
        let _ = std::process::Command::new(program)
            .args(arguments)
            .env(SHARED_MEMORY_RENDERER, "1")
            .exec();
    }
}

/// How long a window may stay without life before it is taken to be blank: some graphics drivers show nothing at all.
const BLANK: Duration = Duration::from_secs(4);

/// Waits for the first sign of life, which is the interface's first command. Without one the program starts afresh with the
/// shared-memory renderer, after `remember` was called; it happens once, since that renderer is waited for by nobody.
#[cfg(target_os = "linux")]
pub fn watch_for_life(arguments: Vec<OsString>, remember: impl FnOnce() + Send + 'static) -> SignOfLife {
    let (alive, seen) = mpsc::channel();
    if !paints_through_shared_memory() {
        let wait = move || {
            if seen.recv_timeout(BLANK) == Err(RecvTimeoutError::Timeout) {
                remember();
                start_afresh(&arguments);
            }
        };
        // Without the thread nobody watches, and the window may still be fine.
        let _ = std::thread::Builder::new().name("first-paint".into()).spawn(wait);
    }
    SignOfLife(alive)
}

/// Where signs of life are given.
#[derive(Clone)]
pub struct SignOfLife(mpsc::Sender<()>);

impl SignOfLife {
    /// The interface lives.
    pub fn give(&self) {
        // Nobody waits after the first.
        let _ = self.0.send(());
    }
}

/// Other systems have their own webview and need no choice.
#[cfg(not(target_os = "linux"))]
pub fn choose_renderer(_arguments: &[OsString], _remembered: bool) {}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(arguments: &[&str]) -> Option<Asked> {
        let arguments: Vec<OsString> = arguments.iter().map(Into::into).collect();
        read(&arguments).ok()
    }

    fn with_files(files: &[&str]) -> Errand {
        Errand {
            files: files.iter().map(PathBuf::from).collect(),
            ..Errand::default()
        }
    }

    #[test]
    fn a_library_files_and_the_menu_actions_are_understood() {
        assert_eq!(asked(&[]), Some(Asked::default()));
        let library = Some("/tmp/a b".into());
        for (arguments, errand) in [
            (&["--library", "/tmp/a b"][..], Errand::default()),
            (
                &["--library", "/tmp/a b", "/tmp/x.txt", "/tmp/y"],
                with_files(&["/tmp/x.txt", "/tmp/y"]),
            ),
            (
                &["/tmp/x.txt", "--library", "/tmp/a b"],
                with_files(&["/tmp/x.txt"]),
            ),
            (
                &["--library", "/tmp/a b", "file:///tmp/caf%C3%A9%20au.txt"],
                with_files(&["/tmp/café au.txt"]),
            ),
            (
                &["--library", "/tmp/a b", "--", "/--library"],
                with_files(&["/--library"]),
            ),
            (
                &["--paste", "--library", "/tmp/a b"],
                Errand {
                    paste: true,
                    ..Errand::default()
                },
            ),
        ] {
            let library = library.clone();
            let expected = Asked {
                library,
                errand,
                server: None,
            };
            assert_eq!(asked(arguments), Some(expected), "{arguments:?}");
        }
        let server = asked(&["--allow-server", "127.0.0.1:8080"]).unwrap().server;
        assert_eq!(server, "127.0.0.1:8080".parse().ok());
        let relative = asked(&["notes/x.txt"]).unwrap().errand.files;
        assert_eq!(relative, [std::env::current_dir().unwrap().join("notes/x.txt")]);
    }

    #[test]
    fn an_option_that_is_not_understood_never_opens_some_other_library() {
        for arguments in [
            &["--library"][..],
            &["--libary", "x"],
            &["-l", "x"],
            &[""],
            &["--library", "a", "--library", "b"],
            &["--library", ""],
            &["--allow-server"],
            &["--allow-server", "localhost"],
        ] {
            assert_eq!(asked(arguments), None, "{arguments:?}");
        }
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_sign_of_life_is_heard_or_goes_nowhere() {
        let life = watch_for_life(Vec::new(), || panic!("it lives"));
        life.give();
        life.clone().give();
    }

    #[test]
    fn only_the_first_argument_asks_for_the_parse_worker() {
        assert!(is_parse_worker(&["--parse-worker".into()]));
        assert!(!is_parse_worker(&["--library".into(), "--parse-worker".into()]));
        assert!(!is_parse_worker(&[]));
    }
}
