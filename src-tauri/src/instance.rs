//! One window a library: a second start brings the window forward that is there, and hands over what it was started with.
//!
//! Whoever holds the lock on a file named after the library's folder is that window; it listens on a socket beside the lock,
//! both in the folder that the system gives each session (`XDG_RUNTIME_DIR`, readable by nobody else). The lock ends with the
//! program, however it ends; a start that meets one at its end waits for that, and opens a window unless another start was
//! quicker. Where there is no such folder, or a window answers nobody, every start opens a window, which the library can bear.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{self, Read as _, Write as _};
use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::start::Errand;

/// The longest message that is read: some thousands of paths.
const LONGEST: u64 = 4 << 20;
/// How long somebody who connected may take to say what they want.
const PATIENCE: Duration = Duration::from_secs(2);
/// How long a start waits for a window to answer or to end.
const ANSWER: Duration = Duration::from_secs(10);
/// How long it waits before it looks once more.
const PAUSE: Duration = Duration::from_millis(20);
/// What the window answers.
const HEARD: u8 = 6;
/// How the end of a program looks from outside, and one that doesn't listen yet.
const HUNG_UP: [io::ErrorKind; 5] = [
    io::ErrorKind::NotFound,
    io::ErrorKind::ConnectionRefused,
    io::ErrorKind::UnexpectedEof,
    io::ErrorKind::ConnectionReset,
    io::ErrorKind::BrokenPipe,
];

/// What a second start says to the window that is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hello {
    /// What it was started for.
    pub errand: Errand,
    /// The desktop's permission to come to the front, where it gave one.
    pub token: Option<OsString>,
}

/// What came of looking for a window on the same library.
pub enum Met {
    /// There is none: this one is it.
    Nobody(Instance),
    /// There is one, and it was told.
    Told,
}

/// The hold on a library. Others can take it when this is dropped.
pub struct Instance {
    listener: Option<UnixListener>,
    socket: PathBuf,
    ended: Arc<AtomicBool>,
    _lock: File,
}

/// Looks for a window on the library in `folder` and says `hello` to it; takes its place when there is none.
///
/// # Errors
/// The session has no folder for such things, or it can't be used, or the window there neither answers nor ends.
pub fn meet(folder: &Path, hello: &Hello) -> io::Result<Met> {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    let runtime = runtime.filter(|path| path.is_absolute());
    meet_in(&runtime.ok_or(io::ErrorKind::NotFound)?, folder, hello)
}

fn meet_in(runtime: &Path, folder: &Path, hello: &Hello) -> io::Result<Met> {
    let ours = runtime.join("chancery");
    fs::create_dir_all(&ours)?;
    let mut name = DefaultHasher::new();
    // One that isn't there yet is made under this name.
    fs::canonicalize(folder)
        .or_else(|_| std::path::absolute(folder))?
        .hash(&mut name);
    let path = |ending| ours.join(format!("{:016x}.{ending}", name.finish()));
    let (lock, socket) = (File::create(path("lock"))?, path("sock"));
    let end = Instant::now() + ANSWER;
    loop {
        match lock.try_lock() {
            Ok(()) => break,
            Err(fs::TryLockError::WouldBlock) => {}
            Err(fs::TryLockError::Error(error)) => return Err(error),
        }
        if tell(&socket, hello)? {
            return Ok(Met::Told);
        }
        if Instant::now() > end {
            return Err(io::ErrorKind::TimedOut.into());
        }
        // Neither that a program ends nor that it begins to listen is told.
        std::thread::park_timeout(PAUSE);
    }
    // One that a window left which didn't end in order.
    let _ = fs::remove_file(&socket);
    Ok(Met::Nobody(Instance {
        listener: Some(UnixListener::bind(&socket)?),
        socket,
        ended: Arc::default(),
        _lock: lock,
    }))
}

/// Says `hello` to the window that listens at `socket`; whether it heard. One that ends hangs up, whatever it was told.
fn tell(socket: &Path, hello: &Hello) -> io::Result<bool> {
    let words = written(hello);
    if words.len() as u64 > LONGEST {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let said = UnixStream::connect(socket).and_then(|mut window| {
        window.set_write_timeout(Some(ANSWER))?;
        window.set_read_timeout(Some(ANSWER))?;
        window.write_all(&words)?;
        window.read_exact(&mut [0])
    });
    match said {
        Ok(()) => Ok(true),
        Err(error) if HUNG_UP.contains(&error.kind()) => Ok(false),
        Err(error) => Err(error),
    }
}

impl Instance {
    /// Has `heard` told of every other start on the same library, for as long as this is held; it says whether there still is a
    /// window to come forward.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn listen(&mut self, heard: impl Fn(Hello) -> bool + Send + 'static) -> io::Result<()> {
        let Some(listener) = self.listener.take() else {
            return Ok(());
        };
        let ended = Arc::clone(&self.ended);
        let listen = move || {
            for caller in listener.incoming() {
                if ended.load(Ordering::Acquire) {
                    return;
                }
                // Whoever breaks off or talks nonsense has no errand, and nobody to answer.
                let _ = caller.and_then(|caller| answer(caller, &heard));
            }
        };
        std::thread::Builder::new()
            .name("instance".into())
            .spawn(listen)?;
        Ok(())
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Release);
        // Wakes the thread that listens.
        let _ = UnixStream::connect(&self.socket);
        let _ = fs::remove_file(&self.socket);
    }
}

/// Token, errand and paths, each ended by a zero, which no path contains; before them how many bytes that is.
fn written(Hello { errand, token }: &Hello) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut add = |part: &OsStr| {
        bytes.extend_from_slice(part.as_bytes());
        bytes.push(0);
    };
    add(token.as_deref().unwrap_or_default());
    add(OsStr::new(if errand.paste { "paste" } else { "" }));
    add(OsStr::new(if errand.brief { "brief" } else { "" }));
    errand.files.iter().for_each(|file| add(file.as_os_str()));
    [&(bytes.len() as u64).to_le_bytes(), bytes.as_slice()].concat()
}

fn answer(mut caller: UnixStream, heard: impl Fn(Hello) -> bool) -> io::Result<()> {
    caller.set_read_timeout(Some(PATIENCE))?;
    if heard(read(&caller)?) {
        caller.write_all(&[HEARD])?;
    }
    Ok(())
}

fn read(mut caller: &UnixStream) -> io::Result<Hello> {
    let mut length = [0; 8];
    caller.read_exact(&mut length)?;
    let mut bytes = Vec::new();
    caller
        .take(u64::from_le_bytes(length).min(LONGEST))
        .read_to_end(&mut bytes)?;
    let whole = bytes.strip_suffix(&[0]).ok_or(io::ErrorKind::InvalidData)?;
    let mut parts = whole
        .split(|byte| *byte == 0)
        .map(|part| OsString::from_vec(part.to_vec()));
    let mut next = || parts.next().unwrap_or_default();
    Ok(Hello {
        token: Some(next()).filter(|token| !token.is_empty()),
        errand: Errand {
            paste: next() == "paste",
            brief: next() == "brief",
            files: parts.map(PathBuf::from).collect(),
        },
    })
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    fn hello(file: &str) -> Hello {
        Hello {
            errand: Errand {
                files: vec![file.into(), "/tmp/a b".into()],
                paste: true,
                brief: false,
            },
            token: Some("token-1".into()),
        }
    }

    #[test]
    fn a_second_start_on_the_same_library_hands_over_its_errand() {
        let session = tempfile::tempdir().unwrap();
        let library = session.path().join("library");
        let meet = |hello: &Hello| meet_in(session.path(), &library, hello).unwrap();
        let Met::Nobody(mut first) = meet(&Hello::default()) else {
            panic!("somebody was there")
        };
        let (say, heard) = mpsc::channel();
        // Before the window listens, too: whoever comes waits.
        let early = std::thread::scope(|scope| {
            let early = scope.spawn(|| meet(&hello("/tmp/x")));
            first.listen(move |hello| say.send(hello).is_ok()).unwrap();
            early.join().unwrap()
        });
        assert!(matches!(early, Met::Told));
        assert!(matches!(meet(&Hello::default()), Met::Told));
        assert_eq!(heard.recv().unwrap(), hello("/tmp/x"));
        assert_eq!(heard.recv().unwrap(), Hello::default());
        drop(first);
        assert!(heard.recv().is_err(), "the thread ended");
        assert!(matches!(meet(&Hello::default()), Met::Nobody(_)));
    }

    #[test]
    fn a_start_that_meets_a_window_at_its_end_takes_its_place() {
        let session = tempfile::tempdir().unwrap();
        let meet = || meet_in(session.path(), session.path(), &Hello::default()).unwrap();
        let Met::Nobody(mut first) = meet() else {
            panic!("somebody was there")
        };
        let (say, asked) = mpsc::channel();
        first
            .listen(move |_| {
                say.send(()).unwrap();
                false
            })
            .unwrap();
        std::thread::scope(|scope| {
            let second = scope.spawn(meet);
            asked.recv().unwrap();
            drop(first);
            assert!(matches!(second.join().unwrap(), Met::Nobody(_)));
        });
    }

    #[test]
    fn of_two_starts_that_meet_a_window_at_its_end_one_tells_the_other() {
        let session = tempfile::tempdir().unwrap();
        let meet = |hello: &Hello| meet_in(session.path(), session.path(), hello).unwrap();
        let Met::Nobody(first) = meet(&Hello::default()) else {
            panic!("somebody was there")
        };
        let (say, heard) = mpsc::channel();
        let start = |file: &str| match meet(&hello(file)) {
            Met::Told => None,
            Met::Nobody(mut window) => {
                let say = say.clone();
                window.listen(move |hello| say.send(hello).is_ok()).unwrap();
                Some((file.to_owned(), window))
            }
        };
        let opened = std::thread::scope(|scope| {
            let starts = ["/tmp/x", "/tmp/y"].map(|file| scope.spawn(move || start(file)));
            drop(first);
            starts.map(|start| start.join().unwrap())
        });
        let [window] = &opened.iter().flatten().collect::<Vec<_>>()[..] else {
            panic!("not one window")
        };
        let other = if window.0 == "/tmp/x" { "/tmp/y" } else { "/tmp/x" };
        assert_eq!(heard.recv().unwrap(), hello(other));
    }

    #[test]
    fn another_library_has_its_own_window() {
        let session = tempfile::tempdir().unwrap();
        let meet = |name| meet_in(session.path(), &session.path().join(name), &Hello::default()).unwrap();
        let (one, other) = (meet("one"), meet("other"));
        assert!(matches!((one, other), (Met::Nobody(_), Met::Nobody(_))));
    }

    #[test]
    fn a_socket_that_a_dead_window_left_is_nobody() {
        let session = tempfile::tempdir().unwrap();
        let meet = || meet_in(session.path(), session.path(), &Hello::default()).unwrap();
        let Met::Nobody(first) = meet() else {
            panic!("somebody was there")
        };
        let socket = first.socket.clone();
        drop(first);
        drop(UnixListener::bind(&socket).unwrap());
        assert!(socket.exists());
        assert!(matches!(meet(), Met::Nobody(_)));
    }
}
