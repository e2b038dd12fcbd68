//! Web addresses: the only place with network, for one page at a time and because a person asked for it.
//!
//! `address` reads what is given, `gate` and `place` see to it that nothing but the public internet is spoken to, `visit` asks
//! and follows redirects, `body` unpacks, `problem` has the sentences. The bytes are not looked into here: they are a snapshot
//! for the worker to read. docs/decisions/0009 says why it is made as it is.

mod address;
mod body;
mod gate;
mod place;
mod problem;
#[cfg(test)]
pub(crate) mod tests;
mod visit;

use std::{
    collections::VecDeque,
    net::{AddrParseError, SocketAddr},
    str::FromStr,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        mpsc::{self, RecvTimeoutError, Sender},
    },
    thread,
    time::Duration,
};

use model::Sha256Hex;
use store::fetched::FetchRow;

pub(crate) use address::is_web;
pub(crate) use problem::{Problem, Refusal};

use gate::Gate;

/// How long a page may take and how large it may be.
#[derive(Clone, Debug)]
pub(crate) struct Limits {
    /// Until a connection stands, the agreement on its secrets included.
    connect: Duration,
    /// From then until the head of the answer is there.
    first_byte: Duration,
    /// For all of it, redirects and looking up of names included.
    total: Duration,
    /// Bytes, as sent and as unpacked.
    bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            first_byte: Duration::from_secs(20),
            total: Duration::from_secs(60),
            bytes: intake::TEXT_BYTES,
        }
    }
}

/// One server inside the own network, as `ADDRESS:PORT`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnServer(SocketAddr);

impl FromStr for OwnServer {
    type Err = AddrParseError;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        given.parse().map(Self)
    }
}

/// A page as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fetched {
    /// The address that was asked for.
    pub asked: String,
    /// The address that the bytes came from.
    pub url: String,
    /// The bytes, unpacked.
    pub bytes: Vec<u8>,
    /// `Content-Type`, as the server has it.
    pub media: Option<String>,
    /// `ETag`, the server's mark of this version.
    pub etag: Option<String>,
    /// `Last-Modified`, as the server has it.
    pub last_modified: Option<String>,
}

impl Fetched {
    /// What the library notes of it.
    pub(crate) fn noted(&self) -> FetchRow {
        FetchRow {
            asked: self.asked.clone(),
            url: self.url.clone(),
            media: self.media.clone(),
            etag: self.etag.clone(),
            last_modified: self.last_modified.clone(),
        }
    }
}

/// What a server said of a page when it was fetched before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    /// Where it was.
    pub url: String,
    /// `ETag`.
    pub etag: Option<String>,
    /// `Last-Modified`.
    pub last_modified: Option<String>,
}

impl From<FetchRow> for Known {
    fn from(noted: FetchRow) -> Self {
        Self {
            url: noted.url,
            etag: noted.etag,
            last_modified: noted.last_modified,
        }
    }
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// An article, in whatever form.
    Page,
    /// A picture of an article.
    Picture,
}

/// What came of asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Visited {
    /// The page.
    Page(Fetched),
    /// The server says that it is what is known.
    Unchanged,
}

/// Where the answer to one fetch is awaited; the first one counts.
type Answer = Sender<Result<Visited, Refusal>>;

/// Pages that are kept between looking at them and saving them.
const KEPT: usize = 3;

/// Fetches pages, each on a thread of its own, and keeps the newest few in memory.
#[derive(Debug)]
pub(crate) struct Fetcher {
    gate: Mutex<Gate>,
    limits: Limits,
    waiting: Mutex<Vec<Arc<Answer>>>,
    kept: Mutex<VecDeque<(Sha256Hex, Arc<Fetched>)>>,
}

impl Default for Fetcher {
    fn default() -> Self {
        Self {
            gate: Mutex::new(Gate::new(None)),
            limits: Limits::default(),
            waiting: Mutex::default(),
            kept: Mutex::default(),
        }
    }
}

impl Fetcher {
    /// Lets `exempt` be spoken to, although it is inside.
    pub(crate) fn exempt(&self, exempt: OwnServer) {
        *held(&self.gate) = Gate::new(Some(exempt.0));
    }

    /// Fetches what is at `address`; where it is `known`, only if it changed.
    pub(crate) fn fetch(
        &self,
        address: &str,
        wanted: Wanted,
        known: Option<Known>,
    ) -> Result<Visited, Refusal> {
        let given = |problem| Refusal {
            problem,
            place: address.trim().to_owned(),
        };
        let asked = address::read(address).map_err(given)?;
        let (gate, limits) = (held(&self.gate).another(), self.limits.clone());
        let agent = visit::client(&gate, wanted, &limits);
        let (answer, answered) = mpsc::channel();
        let answer = Arc::new(answer);
        held(&self.waiting).push(Arc::clone(&answer));
        let visitor = {
            let (agent, asked, answer) = (agent.clone(), asked.clone(), Arc::clone(&answer));
            thread::Builder::new().name("fetch".to_owned()).spawn(move || {
                // Nobody listens any more when the time was up or it was cancelled.
                let _ = answer.send(visit::visit(&agent, &asked, wanted, known.as_ref(), &limits));
            })
        };
        let came = match visitor {
            Ok(_) => answered.recv_timeout(self.limits.total),
            Err(_) => Err(RecvTimeoutError::Disconnected),
        };
        // Whatever still goes on is of no use: connections are closed and none is opened.
        gate.end();
        agent.shutdown();
        held(&self.waiting).retain(|waiting| !Arc::ptr_eq(waiting, &answer));
        came.unwrap_or_else(|_| Err(Problem::TimedOut.at(&asked)))
    }

    /// Ends all fetches that are under way.
    pub(crate) fn cancel(&self) {
        for waiting in held(&self.waiting).iter() {
            // One that has ended hears nothing.
            let _ = waiting.send(Err(Refusal {
                problem: Problem::Cancelled,
                place: String::new(),
            }));
        }
    }

    /// Keeps a page until a few others were kept, and gives its name: the hash of its bytes.
    pub(crate) fn keep(&self, page: Fetched) -> (Sha256Hex, Arc<Fetched>) {
        let (name, page) = (Sha256Hex::of(&page.bytes), Arc::new(page));
        let mut kept = held(&self.kept);
        kept.push_front((name.clone(), Arc::clone(&page)));
        kept.truncate(KEPT);
        (name, page)
    }

    /// The page that was kept under `name`.
    pub(crate) fn kept(&self, name: &str) -> Option<Arc<Fetched>> {
        let kept = held(&self.kept);
        kept.iter()
            .find(|(kept, _)| kept.as_str() == name)
            .map(|(_, page)| Arc::clone(page))
    }
}

/// What a lock guards is never half changed: each change is one assignment or one call.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
