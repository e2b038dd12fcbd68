//! Fetching from servers that behave and servers that don't.

pub(crate) mod server;
mod table;

use std::{io::Write as _, net::TcpListener};

use self::server::{Server, answer, header};
use super::{problem::Mistrust, *};

impl Fetcher {
    /// A fetcher with a gate of the test's own.
    fn through(gate: Gate) -> Self {
        Self {
            gate: Mutex::new(gate),
            ..Self::default()
        }
    }

    /// A fetcher that may speak to one server of this machine, with less patience than for the internet.
    fn to(server: SocketAddr) -> Self {
        let limits = Limits {
            connect: Duration::from_secs(5),
            first_byte: Duration::from_millis(500),
            total: Duration::from_secs(5),
            ..Limits::default()
        };
        Self {
            limits,
            ..Self::through(Gate::new(Some(server)))
        }
    }
}

const PAGE: &str = "<!doctype html><title>Port Stays Closed</title><p>The port is closed.";

fn page_at(server: &Server, path: &str) -> Fetched {
    match Fetcher::to(server.at).fetch(&server.url(path), Wanted::Page, None) {
        Ok(Visited::Page(page)) => page,
        other => panic!("{other:?}"),
    }
}

fn problem_of(server: &Server) -> Problem {
    Fetcher::to(server.at)
        .fetch(&server.url("/"), Wanted::Page, None)
        .unwrap_err()
        .problem
}

#[test]
fn a_page_comes_with_its_bytes_as_they_are_and_what_the_server_said_of_it() {
    let headers = "Content-Type: text/html; charset=windows-1251\r\nETag: \"v1\"\r\nLast-Modified: Mon, 02 Feb 2026 10:00:00 GMT\r\n";
    let server = Server::saying(answer("200 OK", headers, b"\xcf\xee\xf0\xf2"));
    let url = server.url("/port?lang=ru");
    let page = Fetched {
        asked: url.clone(),
        url,
        bytes: b"\xcf\xee\xf0\xf2".to_vec(),
        media: Some("text/html; charset=windows-1251".to_owned()),
        etag: Some("\"v1\"".to_owned()),
        last_modified: Some("Mon, 02 Feb 2026 10:00:00 GMT".to_owned()),
    };
    assert_eq!(page_at(&server, "/port?lang=ru#top"), page);
}

#[test]
fn a_request_says_who_we_are_and_nothing_about_the_person() {
    let server = Server::start(|head, stream| {
        let said = match head.starts_with("GET /first ") {
            true => answer("302 Found", "location: /then\r\nset-cookie: id=1; Path=/\r\n", ""),
            false => answer("200 OK", "", PAGE),
        };
        _ = stream.write_all(&said);
    });
    let page = page_at(&server, "/first#part");
    assert_eq!(
        (page.asked, page.url),
        (server.url("/first"), server.url("/then"))
    );
    let asked = server.asked();
    assert_eq!(asked.len(), 2);
    for (head, path) in asked.iter().zip(["/first", "/then"]) {
        let mut lines: Vec<String> = head.lines().map(str::to_ascii_lowercase).collect();
        assert_eq!(lines.remove(0), format!("get {path} http/1.1"));
        lines.sort();
        let version = env!("CARGO_PKG_VERSION");
        let expected = [
            "accept-encoding: gzip, br, zstd".to_owned(),
            "accept-language: *".to_owned(),
            "accept: text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.9, */*;q=0.5"
                .to_owned(),
            format!("host: {}", server.at),
            format!("user-agent: chancery/{version} (desktop app; fetches only what its user asks for)"),
        ];
        assert_eq!(lines, expected);
    }
}

#[test]
fn packed_pages_are_unpacked_and_bombs_are_not() {
    let packed = |coding: &str, bytes: Vec<u8>| {
        let server = Server::saying(answer(
            "200 OK",
            &format!("content-encoding: {coding}\r\n"),
            bytes,
        ));
        Fetcher::to(server.at).fetch(&server.url("/"), Wanted::Page, None)
    };
    let gzip = |bytes: &[u8]| {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    };
    let bytes = |came| match came {
        Ok(Visited::Page(page)) => page.bytes,
        other => panic!("{other:?}"),
    };
    assert_eq!(bytes(packed("gzip", gzip(PAGE.as_bytes()))), PAGE.as_bytes());
    assert_eq!(
        bytes(packed("zstd", zstd::encode_all(PAGE.as_bytes(), 3).unwrap())),
        PAGE.as_bytes()
    );
    let bomb = packed("gzip", gzip(&vec![b' '; 100_000_000]));
    assert!(matches!(bomb.unwrap_err().problem, Problem::TooLarge { .. }));
}

#[test]
fn a_stream_without_end_ends_at_the_limit() {
    let server = Server::start(|_, stream| {
        let mut said = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n");
        while said.is_ok() {
            said = stream.write_all(&[b'x'; 65_536]);
        }
    });
    let limit = Limits::default().bytes;
    assert_eq!(problem_of(&server), Problem::TooLarge { most: limit });
}

#[test]
fn a_length_that_is_not_kept_is_told() {
    let longer = "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nThe port";
    assert_eq!(problem_of(&Server::saying(longer)), Problem::CutShort);
    let chunks = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\nThe port";
    assert_eq!(problem_of(&Server::saying(chunks)), Problem::CutShort);
    let shorter = Server::saying("HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\nThe port is closed");
    assert_eq!(page_at(&shorter, "/").bytes, b"The port");
}

#[test]
fn a_server_that_keeps_one_waiting_is_left() {
    // The connection stays open until the test has ended.
    let silent = Server::start(|_, stream| _ = stream.peek(&mut [0]));
    assert_eq!(problem_of(&silent), Problem::TimedOut);
    let (done, is_done) = mpsc::channel::<()>();
    let is_done = Mutex::new(is_done);
    let dripping = Server::start(move |_, stream| {
        _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n");
        // A byte now and then: never silent, never through.
        while stream.write_all(b"x").is_ok() {
            if is_done.lock().unwrap().recv_timeout(Duration::from_millis(50))
                != Err(RecvTimeoutError::Timeout)
            {
                return;
            }
        }
    });
    let mut fetcher = Fetcher::to(dripping.at);
    fetcher.limits.total = Duration::from_millis(700);
    let refusal = fetcher.fetch(&dripping.url("/"), Wanted::Page, None).unwrap_err();
    assert_eq!(refusal.problem, Problem::TimedOut);
    drop(done);
}

#[test]
fn cancelling_ends_a_fetch_at_once_and_nothing_is_said_further() {
    let (begun, has_begun) = mpsc::channel();
    let server = Server::start(move |_, stream| {
        _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n");
        begun.send(()).unwrap();
        _ = stream.peek(&mut [0]);
    });
    let mut fetcher = Fetcher::to(server.at);
    fetcher.limits.total = Duration::from_secs(3600);
    let came = thread::scope(|scope| {
        let fetching = scope.spawn(|| fetcher.fetch(&server.url("/"), Wanted::Page, None));
        has_begun.recv().unwrap();
        fetcher.cancel();
        fetching.join().unwrap()
    });
    assert_eq!(came.unwrap_err().problem, Problem::Cancelled);
    assert!(held(&fetcher.waiting).is_empty());
}

#[test]
fn a_page_that_has_not_changed_is_not_sent_again() {
    let server = Server::start(|head, stream| {
        let unchanged = header(head, "if-none-match") == Some("\"v1\"")
            && header(head, "if-modified-since") == Some("Mon, 02 Feb 2026 10:00:00 GMT");
        let said = match (unchanged, head.starts_with("GET /moved ")) {
            (_, true) => answer("301 Moved", "location: /\r\n", ""),
            (true, _) => b"HTTP/1.1 304 Not Modified\r\n\r\n".to_vec(),
            (false, _) => answer("200 OK", "etag: \"v2\"\r\n", PAGE),
        };
        _ = stream.write_all(&said);
    });
    let known = |path: &str, etag: &str| Known {
        url: server.url(path),
        etag: Some(etag.to_owned()),
        last_modified: Some("Mon, 02 Feb 2026 10:00:00 GMT".to_owned()),
    };
    let fetch = |path, known| {
        Fetcher::to(server.at)
            .fetch(&server.url(path), Wanted::Page, Some(known))
            .unwrap()
    };
    assert_eq!(fetch("/", known("/", "\"v1\"")), Visited::Unchanged);
    assert!(
        matches!(fetch("/", known("/", "\"v0\"")), Visited::Page(page) if page.etag.as_deref() == Some("\"v2\""))
    );
    // What one address said is told to no other, and a mark that would break out of its header to nobody.
    assert_eq!(fetch("/moved", known("/", "\"v1\"")), Visited::Unchanged);
    assert!(!server.asked()[2].contains("if-none-match"));
    assert!(matches!(
        fetch("/", known("/", "a\r\nx-evil: 1")),
        Visited::Page(_)
    ));
    assert!(server.asked().iter().all(|head| !head.contains("x-evil")));
    // Nobody asked whether it changed.
    let confused = Server::saying("HTTP/1.1 304 Not Modified\r\n\r\n");
    assert_eq!(problem_of(&confused), Problem::Status(304));
}

#[test]
fn what_a_server_refuses_or_has_no_page_of_is_told_with_its_number() {
    for status in [400, 401, 403, 404, 410, 429, 451, 500, 503, 204, 206, 300] {
        let server = Server::saying(answer(&format!("{status} Words"), "", ""));
        assert_eq!(problem_of(&server), Problem::Status(status), "{status}");
    }
    let picture = Server::saying(answer("200 OK", "content-type: Image/PNG\r\n", "\u{89}PNG"));
    assert_eq!(problem_of(&picture), Problem::NotAPage("Image/PNG".to_owned()));
    assert!(matches!(
        Fetcher::to(picture.at).fetch(&picture.url("/"), Wanted::Picture, None),
        Ok(Visited::Page(_))
    ));
    let page = Server::saying(answer("200 OK", "content-type: text/html\r\n", PAGE));
    let refusal = Fetcher::to(page.at)
        .fetch(&page.url("/"), Wanted::Picture, None)
        .unwrap_err();
    assert_eq!(refusal.problem, Problem::NotAPicture);
    // A picture that is the answer to nothing but an error is that error.
    let missing = Server::saying(answer("404 Words", "content-type: image/png\r\n", ""));
    assert_eq!(problem_of(&missing), Problem::Status(404));
}

#[test]
fn an_answer_that_is_none_is_refused() {
    for nonsense in [
        "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "HTTP/1.1 abc\r\n\r\n",
        "\u{0}\u{0}\u{0}\u{0}",
    ] {
        let problem = problem_of(&Server::saying(nonsense));
        assert!(
            matches!(problem, Problem::Garbled | Problem::CutShort),
            "{nonsense:?}: {problem:?}"
        );
    }
    let endless_head = Server::start(|_, stream| {
        let mut said = stream.write_all(b"HTTP/1.1 200 OK\r\n");
        while said.is_ok() {
            said = stream.write_all(&[b"x-filler: ".as_slice(), &[b'x'; 1000], b"\r\n"].concat());
        }
    });
    assert_eq!(problem_of(&endless_head), Problem::Garbled);
    let nobody = {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap()
    };
    let refusal = Fetcher::to(nobody)
        .fetch(&format!("http://{nobody}/"), Wanted::Page, None)
        .unwrap_err();
    assert_eq!(refusal.problem, Problem::NoConnection);
}

#[test]
fn a_secure_address_is_never_left_for_an_open_one_nor_for_a_false_certificate() {
    let no_tls = Server::saying("HTTP/1.1 200 OK\r\n\r\nThe port is closed.");
    let secure = no_tls.url("/").replace("http://", "https://");
    let refusal = Fetcher::to(no_tls.at)
        .fetch(&secure, Wanted::Page, None)
        .unwrap_err();
    assert_eq!(refusal.problem, Problem::Insecure(Mistrust::Otherwise));
    let at = url::Url::parse("https://page.test/a").unwrap();
    assert_eq!(
        address::redirected(&at, "http://page.test/b"),
        Err(Problem::Downgraded)
    );
}

#[test]
fn one_exemption_opens_one_port_of_one_machine() {
    let (open, shut) = (
        Server::saying(answer("200 OK", "", PAGE)),
        Server::saying("HTTP/1.1 200 OK\r\n\r\n"),
    );
    let led = Server::saying(answer(
        "302 Found",
        &format!("location: {}\r\n", shut.url("/")),
        "",
    ));
    assert_eq!(page_at(&open, "/").bytes, PAGE.as_bytes());
    let refusal = Fetcher::to(open.at)
        .fetch(&shut.url("/"), Wanted::Page, None)
        .unwrap_err();
    assert_eq!(
        (refusal.problem, refusal.place.as_str()),
        (Problem::OwnNetwork, "127.0.0.1")
    );
    assert_eq!(problem_of(&led), Problem::OwnNetwork);
    assert_eq!(shut.asked(), [""; 0]);
}

#[test]
fn the_newest_pages_are_kept_by_the_hash_of_their_bytes() {
    let fetcher = Fetcher::default();
    let page = |bytes: &str| Fetched {
        asked: String::new(),
        url: String::new(),
        bytes: bytes.as_bytes().to_vec(),
        media: None,
        etag: None,
        last_modified: None,
    };
    let names: Vec<_> = ["a", "b", "c", "d"]
        .map(|bytes| fetcher.keep(page(bytes)).0)
        .to_vec();
    let kept = names.iter().map(|name| fetcher.kept(name.as_str()).is_some());
    assert_eq!(kept.collect::<Vec<_>>(), [false, true, true, true]);
}
