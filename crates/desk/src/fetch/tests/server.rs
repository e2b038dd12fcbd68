//! A web server for tests: it answers each connection with whatever bytes a test makes, and remembers what it was asked.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

/// A server on a free port of this machine, for as long as the test runs.
pub struct Server {
    pub at: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Answers what `answer` writes; it is given the head of the request, and the connection is closed when it returns.
    pub fn start(answer: impl Fn(&str, &mut TcpStream) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let (at, asked) = (
            listener.local_addr().unwrap(),
            Arc::<Mutex<Vec<String>>>::default(),
        );
        let (remembered, answer) = (Arc::clone(&asked), Arc::new(answer));
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (remembered, answer) = (Arc::clone(&remembered), Arc::clone(&answer));
                thread::spawn(move || {
                    let mut stream = stream.unwrap();
                    let head = head(&stream);
                    remembered.lock().unwrap().push(head.clone());
                    answer(&head, &mut stream);
                });
            }
        });
        Self { at, asked }
    }

    /// Answers everything with the same bytes.
    pub fn saying(answer: impl Into<Vec<u8>>) -> Self {
        let answer = answer.into();
        Self::start(move |_, stream| _ = stream.write_all(&answer))
    }

    /// The address of `path` here.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.at)
    }

    /// The heads of the requests so far.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

/// The head of a request up to its empty line; what doesn't begin like one (TLS) is left unread.
fn head(stream: &TcpStream) -> String {
    let mut reader = BufReader::new(stream);
    if !reader.fill_buf().is_ok_and(|begin| begin.starts_with(b"GET ")) {
        return String::new();
    }
    let lines = reader.lines().map_while(Result::ok);
    lines
        .take_while(|line| !line.is_empty())
        .map(|line| line + "\n")
        .collect()
}

/// A header of a request, by its name in any case.
pub fn header<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    head.lines().skip(1).find_map(|line| {
        let (said, value) = line.split_once(':')?;
        said.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

/// An answer with its length.
pub fn answer(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\n\r\n");
    [head.as_bytes(), body].concat()
}
