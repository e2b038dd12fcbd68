//! Running the program, and reading what it says.

use std::{
    ffi::{OsStr, OsString},
    hash::{BuildHasher as _, RandomState},
    io::Write as _,
    os::unix::{fs::PermissionsExt as _, process::ExitStatusExt as _},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

/// The program under test.
pub const CHANCERY: &str = env!("CARGO_BIN_EXE_chancery");
/// A run that takes longer is a failure, whatever it was about to say.
const SECONDS: &str = "45";

/// A folder of the test's own, which another user may look into.
pub fn folder() -> TempDir {
    let folder = tempfile::Builder::new().prefix("chancery-").tempdir().unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

/// The project's samples.
pub fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../samples")
        .canonicalize()
        .unwrap()
}

/// The first sample article.
pub fn article() -> PathBuf {
    samples().join("articles/01-strait-inspections.txt")
}

/// The sample articles in their order.
pub fn articles() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(samples().join("articles")).unwrap();
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    found.sort();
    assert_eq!(found.len(), 8);
    found
}

/// The program with how it is started.
#[derive(Clone, Debug)]
pub struct Chancery {
    /// Programs that start it, each with its arguments.
    before: Vec<OsString>,
    program: PathBuf,
    /// Options for every call.
    global: Vec<OsString>,
    folder: Option<PathBuf>,
    variables: Vec<(OsString, OsString)>,
}

/// What a call came to.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub stdout: Vec<u8>,
    pub stderr: String,
    what: String,
}

impl Chancery {
    /// The program without options.
    pub fn bare() -> Self {
        Self {
            before: Vec::new(),
            program: CHANCERY.into(),
            global: Vec::new(),
            folder: None,
            variables: Vec::new(),
        }
    }

    /// The program with a library, answering in JSON.
    pub fn with(library: impl AsRef<Path>) -> Self {
        let library = library.as_ref().as_os_str();
        Self {
            global: vec!["--json".into(), "--library".into(), library.into()],
            ..Self::bare()
        }
    }

    /// The same, answering in words.
    pub fn in_words(&self) -> Self {
        let global = self
            .global
            .iter()
            .filter(|option| *option != "--json")
            .cloned()
            .collect();
        Self {
            global,
            ..self.clone()
        }
    }

    /// The same, started through another program.
    pub fn under<S: AsRef<OsStr>>(&self, before: impl IntoIterator<Item = S>) -> Self {
        let before = before.into_iter().map(|word| word.as_ref().to_owned());
        Self {
            before: before.chain(self.before.clone()).collect(),
            ..self.clone()
        }
    }

    /// The same with a limit on the size of each file it writes, in blocks of 1024 bytes.
    pub fn file_limit(&self, blocks: u64) -> Self {
        self.under([
            "bash",
            "-c",
            &format!("ulimit -f {blocks} && exec \"$@\""),
            "bash",
        ])
    }

    /// Another copy of the program.
    pub fn program(&self, program: impl Into<PathBuf>) -> Self {
        Self {
            program: program.into(),
            ..self.clone()
        }
    }

    /// The same in another working folder.
    pub fn inside(&self, folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: Some(folder.into()),
            ..self.clone()
        }
    }

    /// The same with an environment variable.
    pub fn variable(&self, name: &str, value: impl AsRef<OsStr>) -> Self {
        let mut changed = self.clone();
        changed.variables.push((name.into(), value.as_ref().to_owned()));
        changed
    }

    /// The command that a call comes to.
    pub fn command<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new("timeout");
        command
            .args(["--signal=KILL", SECONDS])
            .args(&self.before)
            .arg(&self.program)
            .args(&self.global);
        command
            .args(arguments)
            .env("LC_ALL", "C")
            .envs(self.variables.iter().map(|(name, value)| (name, value)));
        if let Some(folder) = &self.folder {
            command.current_dir(folder);
        }
        command
    }

    /// Calls it without anything on standard input.
    pub fn call<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Ran {
        self.call_with(arguments, b"")
    }

    /// Calls it with bytes on standard input.
    pub fn call_with<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>, input: &[u8]) -> Ran {
        let mut command = self.command(arguments);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let output = std::thread::scope(|scope| {
            // Whoever doesn't read its input closes the pipe.
            scope.spawn(move || {
                let _ = stdin.write_all(input);
            });
            child.wait_with_output().unwrap()
        });
        let what = format!("{command:?}");
        let code = output
            .status
            .code()
            .or(output.status.signal().map(|signal| 128 + signal))
            .unwrap();
        assert!(
            code < 124,
            "{what} ended with {code}: over {SECONDS} s, or killed"
        );
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(!stderr.contains("panicked"), "{what}\n{stderr}");
        Ran {
            code,
            stdout: output.stdout,
            stderr,
            what,
        }
    }

    /// Calls it and takes its one answer.
    pub fn made<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Value {
        self.call(arguments).exits(0).answer()
    }

    /// Calls it and takes the identity of what it made.
    pub fn uid<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> String {
        self.made(arguments)["uid"].as_str().expect("a uid").to_owned()
    }

    /// Calls it and takes its answers, an object a line.
    pub fn rows<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Vec<Value> {
        self.call(arguments).exits(0).answers()
    }

    /// Calls it twice, in JSON and in words: both must refuse with one clear sentence. The sentence comes back.
    pub fn refuses<S: AsRef<OsStr> + Clone>(&self, code: i32, arguments: &[S]) -> String {
        let ran = self.in_words().call(arguments).exits(code);
        let mut lines = ran.stderr.lines();
        let said = lines.next().unwrap_or_default().strip_prefix("chancery: ");
        sentence(said.unwrap_or_else(|| panic!("no sentence: {ran:?}")));
        lines.for_each(sentence);
        assert!(ran.stdout.is_empty(), "{ran:?}");
        let said = self.call(arguments).exits(code).error();
        assert!(
            ran.stderr.contains(&said),
            "one sentence in words, another in JSON: {ran:?}\n{said}"
        );
        said
    }

    /// All that must not be lost: the articles, their annotations, the register and the briefs, on a sound library.
    pub fn contents(&self) -> Vec<Value> {
        let report = self.made(["check"]);
        assert_eq!(report["findings"], Value::Array(Vec::new()));
        let mut all = Vec::new();
        for list in [["list", "--trashed"].as_slice(), &["list"]] {
            for row in self.rows(list) {
                let uid = row["uid"].as_str().unwrap().to_owned();
                all.extend(self.rows(["show", &uid]));
                all.extend(self.rows(["annotations", "list", &uid]));
            }
        }
        for risk in self.rows(["risk", "list"]) {
            all.extend(self.rows(["risk", "show", risk["uid"].as_str().unwrap()]));
        }
        for brief in self.rows(["brief", "list"]) {
            all.extend(self.rows(["brief", "show", brief["uid"].as_str().unwrap()]));
        }
        all.extend(self.rows(["source", "list"]));
        all
    }
}

impl Ran {
    /// Holds it to an exit code.
    #[track_caller]
    pub fn exits(self, code: i32) -> Self {
        let Self { what, stderr, .. } = &self;
        assert_eq!(
            self.code,
            code,
            "{what}\n{}\n{stderr}",
            String::from_utf8_lossy(&self.stdout)
        );
        self
    }

    /// What it printed.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.stdout).unwrap()
    }

    /// What it printed, an object a line.
    #[track_caller]
    pub fn answers(&self) -> Vec<Value> {
        let read = |line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{}: {e}: {line}", self.what));
        let answers: Vec<Value> = self.text().lines().map(read).collect();
        assert!(answers.iter().all(Value::is_object), "{self:?}");
        answers
    }

    /// The one object that it printed.
    #[track_caller]
    pub fn answer(&self) -> Value {
        let mut answers = self.answers();
        assert_eq!(answers.len(), 1, "{self:?}");
        answers.remove(0)
    }

    /// The sentence in the one object on standard error.
    #[track_caller]
    pub fn error(&self) -> String {
        let object: Value = serde_json::from_str(&self.stderr).unwrap_or_else(|e| panic!("{e}: {self:?}"));
        let said = object["error"]
            .as_str()
            .unwrap_or_else(|| panic!("no error: {self:?}"));
        sentence(said);
        if let Some(hint) = object.get("hint") {
            sentence(hint.as_str().unwrap());
        }
        said.to_owned()
    }
}

/// Holds it to be a sentence that an analyst understands.
#[track_caller]
pub fn sentence(said: &str) {
    assert!(said.ends_with('.') && said.contains(' '), "no sentence: {said:?}");
    // A hint may begin with a command to type.
    assert!(
        said.starts_with("chancery ") || !said.starts_with(char::is_lowercase),
        "no sentence: {said:?}"
    );
    for bad in [
        "panicked",
        "os error",
        "Error {",
        "Err(",
        "Some(",
        "None",
        "\n",
        "{ $",
        "::",
        "SqliteFailure",
        "struct ",
    ] {
        assert!(!said.contains(bad), "not for people: {said:?}");
    }
}

/// A library with an article, an annotation, a risk and a brief, so that there is something to lose.
pub fn furnished(library: &Path) -> Chancery {
    let chancery = Chancery::with(library);
    let article = chancery.uid(["import".as_ref(), article().as_os_str()]);
    let annotation = chancery.uid([
        "annotate",
        &article,
        "--quote",
        "blockade by paperwork",
        "--kind",
        "claim",
        "--note",
        "Hm.",
    ]);
    let risk = chancery.uid(["risk", "new", "--from", &article, "--source-risk", "1"]);
    chancery.uid(["risk", "link", &risk, &annotation, "--stance", "supports"]);
    let brief = chancery.uid([
        "brief",
        "new",
        "--title",
        "Inspections will begin",
        "--marking",
        "TLP:GREEN",
    ]);
    chancery.uid([
        "brief",
        "add",
        &brief,
        "--bluf",
        "They will.",
        "--cite",
        &annotation,
    ]);
    chancery
}

/// Chance that can be had again: the seed is printed, and `SEED` sets it.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    pub fn new() -> Self {
        let chosen = std::env::var("SEED")
            .ok()
            .map(|seed| seed.parse().expect("SEED is a number"));
        let seed: u64 = chosen.unwrap_or_else(|| RandomState::new().hash_one(0));
        eprintln!("SEED={seed}");
        Self(seed)
    }

    /// A number from 0 up to, and without, `end` (splitmix64).
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % end as u64).unwrap()
    }

    /// One of them.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}
