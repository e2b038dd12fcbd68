//! What happens before Tauri: the arguments, and the renderer that WebKit will find.
//!
//! Nothing here may start a thread: the parse worker and the fresh start of the program both replace what runs.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::failure::Failure;

/// Tells WebKitGTK to paint through shared memory. Set only where there is no GPU: it is faster than software GL there,
/// and slower than a GPU everywhere else.
#[cfg(target_os = "linux")]
const SHARED_MEMORY_RENDERER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Whether these arguments (without the program's name) ask for the parse worker instead of a window.
#[must_use]
pub fn is_parse_worker(arguments: &[OsString]) -> bool {
    arguments.first().is_some_and(|first| first == "--parse-worker")
}

/// The library folder that `arguments` (without the program's name) ask for: `--library DIR`, else the default one.
///
/// # Errors
/// An unknown option, or `--library` without a folder. It is for the window to show: a program started from a menu has
/// nobody reading its standard error.
pub fn library_folder(arguments: &[OsString]) -> Result<PathBuf, Failure> {
    match arguments {
        [] => Ok(desk::default_folder()),
        [option, folder] if option == "--library" && !folder.is_empty() => Ok(folder.into()),
        _ => Err(Failure::usage()),
    }
}

/// Whether there is a screen to open a window on. GTK ends the program with a trace when there is none.
#[must_use]
pub fn has_screen() -> bool {
    let named = |name: &str| std::env::var_os(name).is_some_and(|screen| !screen.is_empty());
    !cfg!(target_os = "linux") || named("WAYLAND_DISPLAY") || named("DISPLAY")
}

/// Starts the program afresh, in the same process and with the same arguments, with the shared-memory renderer set,
/// where there is no GPU and the variable doesn't stand yet. The environment of a running program is shared by its
/// threads, so it is given to a new start instead of being changed here.
#[cfg(target_os = "linux")]
pub fn choose_renderer(arguments: &[OsString]) {
    use std::os::unix::process::CommandExt as _;
    use std::path::Path;

    let has_gpu = Path::new("/dev/dri/renderD128").exists();
    if has_gpu || std::env::var_os(SHARED_MEMORY_RENDERER).is_some() {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        // `exec` only returns when it failed; the window then opens with software GL, slower but working.
        let _ = std::process::Command::new(program)
            .args(arguments)
            .env(SHARED_MEMORY_RENDERER, "1")
            .exec();
    }
}

/// Other systems have their own webview and need no choice.
#[cfg(not(target_os = "linux"))]
pub fn choose_renderer(_arguments: &[OsString]) {}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(arguments: &[&str]) -> Option<PathBuf> {
        let arguments: Vec<OsString> = arguments.iter().map(Into::into).collect();
        library_folder(&arguments).ok()
    }

    #[test]
    fn the_library_is_the_default_one_unless_one_is_named() {
        assert_eq!(folder(&[]), Some(desk::default_folder()));
        assert_eq!(folder(&["--library", "/tmp/a b"]), Some("/tmp/a b".into()));
    }

    #[test]
    fn an_option_that_is_not_understood_never_opens_some_other_library() {
        for arguments in [
            &["--library"][..],
            &["--libary", "x"],
            &["x"],
            &["--library", "a", "b"],
            &["--library", ""],
        ] {
            assert_eq!(folder(arguments), None, "{arguments:?}");
        }
    }

    #[test]
    fn only_the_first_argument_asks_for_the_parse_worker() {
        assert!(is_parse_worker(&["--parse-worker".into()]));
        assert!(!is_parse_worker(&["--library".into(), "--parse-worker".into()]));
        assert!(!is_parse_worker(&[]));
    }
}
