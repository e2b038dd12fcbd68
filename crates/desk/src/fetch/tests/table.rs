//! The table of addresses: what comes of each, and which connections are made for it, in order and not one more.

use std::{
    collections::HashMap,
    io::{self, Write as _},
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use super::{
    super::{Fetcher, Gate, Problem, Refusal, Visited, Wanted},
    server::{Server, answer, header},
};

const TABLE: &str = include_str!("addresses.tsv");

/// A line of the table.
struct Row<'t> {
    address: &'t str,
    names: &'t str,
    redirects: &'t str,
    verdict: &'t str,
    connections: &'t str,
}

impl<'t> Row<'t> {
    fn read(line: &'t str) -> Self {
        let [address, names, redirects, verdict, connections] = line.split('\t').collect::<Vec<_>>()[..]
        else {
            panic!("five columns: {line}");
        };
        Self {
            address,
            names,
            redirects,
            verdict,
            connections,
        }
    }

    /// Looks names up in the row; a name that is looked up more often than it has answers keeps the last.
    fn look_up(&self) -> impl Fn(&str, u16) -> io::Result<Vec<SocketAddr>> + use<> {
        let listed = self.names.split(';').filter_map(|name| name.split_once('='));
        let listed: HashMap<String, Vec<String>> = listed
            .map(|(name, answers)| (name.to_owned(), answers.split('|').map(str::to_owned).collect()))
            .collect();
        let listed = Mutex::new(listed);
        move |name, port| {
            let mut listed = listed.lock().unwrap();
            let answers = listed.get_mut(name).ok_or(io::ErrorKind::NotFound)?;
            let found = match answers.len() {
                1 => answers[0].clone(),
                _ => answers.remove(0),
            };
            let ips = found.split(',').filter(|ip| !ip.is_empty());
            Ok(ips.map(|ip| SocketAddr::new(ip.parse().unwrap(), port)).collect())
        }
    }

    /// A server that redirects as the row says and has a page everywhere else. It speaks no TLS.
    fn server(&self) -> Server {
        let listed = self
            .redirects
            .split(';')
            .filter_map(|redirect| redirect.split_once('>'));
        let listed: HashMap<String, String> = listed
            .map(|(from, to)| (from.to_owned(), to.to_owned()))
            .collect();
        Server::start(move |head, stream| {
            let (Some(path), Some(host)) = (head.split(' ').nth(1), header(head, "host")) else {
                _ = stream.write_all(b"HTTP/1.1 400 No TLS here\r\n\r\n");
                return;
            };
            let said = match listed.get(&format!("http://{host}{path}")) {
                Some(to) => answer("302 Found", &format!("location: {to}\r\n"), ""),
                None => answer("200 OK", "content-type: text/html\r\n", "<p>A page."),
            };
            _ = stream.write_all(&said);
        })
    }

    /// What came of the address, and where connections went.
    fn run(&self) -> (&'static str, String) {
        let (server, seen) = (self.server().at, Arc::<Mutex<Vec<SocketAddr>>>::default());
        let record = Arc::clone(&seen);
        let route = move |to| {
            record.lock().unwrap().push(to);
            server
        };
        let gate = Gate::new(None).with(Arc::new(self.look_up()), Arc::new(route));
        let verdict = verdict(&Fetcher::through(gate).fetch(self.address, Wanted::Page, None));
        let seen: Vec<String> = seen.lock().unwrap().iter().map(ToString::to_string).collect();
        (verdict, seen.join(" "))
    }
}

fn verdict(came: &Result<Visited, Refusal>) -> &'static str {
    match came {
        Ok(Visited::Page(page)) if page.bytes == b"<p>A page." => "page",
        Ok(_) => "something else",
        Err(refusal) => match refusal.problem {
            Problem::OwnNetwork => "own-network",
            Problem::NotWeb => "not-web",
            Problem::Unreadable => "unreadable",
            Problem::NamesAUser => "names-a-user",
            Problem::Port => "port",
            Problem::TooManyRedirects => "redirects",
            Problem::NoSuchName => "no-name",
            Problem::Insecure(_) => "insecure",
            _ => "another problem",
        },
    }
}

#[test]
fn each_address_comes_to_its_verdict_and_makes_its_connections_and_no_other() {
    let lines = TABLE
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let rows: Vec<Row<'_>> = lines.map(Row::read).collect();
    assert!(rows.len() >= 120, "{}", rows.len());
    let mut wrong = Vec::new();
    for row in &rows {
        let (verdict, connections) = row.run();
        if (verdict, connections.as_str()) != (row.verdict, row.connections) {
            wrong.push(format!(
                "{:?} {} {}: {verdict} [{connections}], expected {} [{}]",
                row.address, row.names, row.redirects, row.verdict, row.connections
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        rows.len(),
        wrong.join("\n")
    );
}
