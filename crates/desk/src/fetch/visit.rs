//! Asking a server for a page, and following where it leads, by hand: each address on the way is judged like the first.
//!
//! A request carries what it must and nothing that tells one person from another: no cookies, no referrer, no language, and a
//! user agent that says what we are.

use std::sync::Arc;

use ureq::{
    Agent,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    tls::{RootCerts, TlsConfig},
    unversioned::transport::{Connector as _, RustlsConnector},
};
use url::Url;

use super::{Fetched, Known, Limits, Problem, Refusal, Visited, Wanted, address, body, gate::Gate};

/// Redirects that are followed.
const REDIRECTS: usize = 5;
/// The longest header that is kept of an answer; what is longer is no date and no mark of a version.
const LONGEST_KEPT: usize = 1_000;
/// The longest head of an answer that is read.
const HEAD_BYTES: usize = 64 * 1024;

/// Who we are. The same for everybody.
const USER_AGENT: &str = concat!(
    "Chancery/",
    env!("CARGO_PKG_VERSION"),
    " (desktop app; fetches only what its user asks for)"
);
const ACCEPT_PAGE: &str =
    "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.9, */*;q=0.5";
const ACCEPT_PICTURE: &str = "image/webp, image/png, image/jpeg, image/*;q=0.8";

/// A client that reaches the network through `gate` alone.
pub(super) fn client(gate: &Gate, wanted: Wanted, limits: &Limits) -> Agent {
    // The machine's own certificates: what its owner trusts, kept fresh by its system.
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build();
    let config = Agent::config_builder()
        // A proxy would look names up behind the gate.
        .proxy(None)
        .max_redirects(0)
        .http_status_as_error(false)
        .max_idle_connections(0)
        .max_response_header_size(HEAD_BYTES)
        .timeout_connect(Some(limits.connect))
        .timeout_recv_response(Some(limits.first_byte))
        .user_agent(USER_AGENT)
        .accept(match wanted {
            Wanted::Page => ACCEPT_PAGE,
            Wanted::Picture => ACCEPT_PICTURE,
        })
        .accept_encoding("gzip, br, zstd")
        .tls_config(tls)
        .build();
    Agent::with_parts(
        config,
        gate.clone().chain(RustlsConnector::default()),
        gate.clone(),
    )
}

/// The page at `asked`, or the one that it leads to; or that it is still what `known` was.
pub(super) fn visit(
    agent: &Agent,
    asked: &Url,
    wanted: Wanted,
    known: Option<&Known>,
    limits: &Limits,
) -> Result<Visited, Refusal> {
    let mut at = asked.clone();
    for _ in 0..=REDIRECTS {
        match step(agent, &at, wanted, known, limits).map_err(|problem| problem.at(&at))? {
            Step::Page(page) => {
                return Ok(Visited::Page(Fetched {
                    asked: asked.to_string(),
                    ..page
                }));
            }
            Step::Unchanged => return Ok(Visited::Unchanged),
            Step::To(location) => {
                at = address::redirected(&at, &location).map_err(|problem| problem.at(&at))?;
            }
        }
    }
    Err(Problem::TooManyRedirects.at(asked))
}

enum Step {
    Page(Fetched),
    Unchanged,
    To(String),
}

fn step(
    agent: &Agent,
    at: &Url,
    wanted: Wanted,
    known: Option<&Known>,
    limits: &Limits,
) -> Result<Step, Problem> {
    address::check(at)?;
    let mut request = agent.get(at.as_str()).header(header::ACCEPT_LANGUAGE, "*");
    // What a server said of one address is no other's business.
    let known = known.filter(|known| known.url == at.as_str());
    for (name, value) in known.into_iter().flat_map(Known::conditions) {
        request = request.header(name, value);
    }
    let mut response = request.call().map_err(Problem::of)?;
    let head = response.headers();
    match response.status() {
        StatusCode::NOT_MODIFIED if known.is_some() => Ok(Step::Unchanged),
        StatusCode::OK | StatusCode::NON_AUTHORITATIVE_INFORMATION => {
            let media = kept(head, header::CONTENT_TYPE);
            wanted.check(media.as_deref())?;
            let coding = kept(head, header::CONTENT_ENCODING);
            let (etag, last_modified) = (kept(head, header::ETAG), kept(head, header::LAST_MODIFIED));
            let packed = body::read(response.body_mut().as_reader(), limits.bytes)?;
            Ok(Step::Page(Fetched {
                asked: String::new(),
                url: at.to_string(),
                bytes: body::unpack(packed, coding.as_deref(), limits.bytes)?,
                media,
                etag,
                last_modified,
            }))
        }
        status => match head.get(header::LOCATION) {
            Some(to) if matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308) => {
                Ok(Step::To(String::from_utf8_lossy(to.as_bytes()).into_owned()))
            }
            _ => Err(Problem::Status(status.as_u16())),
        },
    }
}

impl Known {
    /// The headers that ask for the page only if it changed.
    fn conditions(&self) -> impl Iterator<Item = (HeaderName, HeaderValue)> {
        let condition =
            |name, value: &Option<String>| Some((name, HeaderValue::from_str(value.as_ref()?).ok()?));
        [
            condition(header::IF_NONE_MATCH, &self.etag),
            condition(header::IF_MODIFIED_SINCE, &self.last_modified),
        ]
        .into_iter()
        .flatten()
    }
}

/// A header of the answer, where it is short and plain.
fn kept(head: &HeaderMap, name: HeaderName) -> Option<String> {
    let value = head.get(name)?.to_str().ok()?.trim();
    (!value.is_empty() && value.len() <= LONGEST_KEPT).then(|| value.to_owned())
}

impl Wanted {
    /// Refuses what by its own word is something else, before it is read.
    fn check(self, media: Option<&str>) -> Result<(), Problem> {
        let media = media.unwrap_or_default();
        let is = |kind: &str| {
            media
                .get(..kind.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(kind))
        };
        match self {
            Self::Page if ["image/", "video/", "audio/", "font/"].into_iter().any(is) => {
                Err(Problem::NotAPage(media.to_owned()))
            }
            Self::Picture if !is("image/") => Err(Problem::NotAPicture),
            Self::Page | Self::Picture => Ok(()),
        }
    }
}
