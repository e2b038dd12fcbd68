//! What stands between the client and the network: the resolver and the connector that the client is given.
//!
//! The resolver looks a name up and refuses it when any of its addresses is inside; the connector is handed the very addresses
//! that were judged and judges them once more, so a name that leads elsewhere the next time leads nowhere. Both get their host
//! from the client's own reading of the address: whatever it would connect to is what is judged.

use std::{
    fmt, io,
    net::{IpAddr, SocketAddr, ToSocketAddrs as _},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use ureq::{
    Error,
    config::Config,
    http::{Uri, uri::Scheme},
    unversioned::{
        resolver::{ResolvedSocketAddrs, Resolver},
        transport::{ConnectionDetails, Connector, NextTimeout, TcpConnector},
    },
};

use super::place::is_public;

/// Addresses of a name that are tried one after another; the client takes no more than 16.
const TRIED: usize = 8;

/// Looks a name up.
pub(super) type Names = Arc<dyn Fn(&str, u16) -> io::Result<Vec<SocketAddr>> + Send + Sync>;

/// Where a connection is sent instead of the public internet, in tests.
#[cfg(test)]
pub(super) type Route = Arc<dyn Fn(SocketAddr) -> SocketAddr + Send + Sync>;

/// Judges every address before anything is sent to it.
#[derive(Clone)]
pub(super) struct Gate {
    names: Names,
    /// The one machine inside that may be spoken to.
    exempt: Option<SocketAddr>,
    /// Set when nobody waits for the page any more.
    ended: Arc<AtomicBool>,
    #[cfg(test)]
    route: Route,
}

/// The address is not of the public internet.
#[derive(Debug, thiserror::Error)]
#[error("an address of the own network")]
pub(super) struct OwnNetwork;

impl Gate {
    /// A gate to the public internet, and to `exempt`.
    pub(super) fn new(exempt: Option<SocketAddr>) -> Self {
        Self {
            names: Arc::new(|name, port| Ok((name, port).to_socket_addrs()?.collect())),
            exempt,
            ended: Arc::default(),
            #[cfg(test)]
            route: Arc::new(|to| to),
        }
    }

    /// The same for another page.
    pub(super) fn another(&self) -> Self {
        Self {
            ended: Arc::default(),
            ..self.clone()
        }
    }

    /// The same with names and ways of a test's own.
    #[cfg(test)]
    pub(super) fn with(self, names: Names, route: Route) -> Self {
        Self { names, route, ..self }
    }

    /// Lets nothing through any more.
    pub(super) fn end(&self) {
        self.ended.store(true, Ordering::Relaxed);
    }

    fn judge<'a>(&self, found: impl IntoIterator<Item = &'a SocketAddr>) -> Result<(), Error> {
        if self.ended.load(Ordering::Relaxed) {
            return Err(Error::Io(io::ErrorKind::ConnectionAborted.into()));
        }
        let admitted = |to: &SocketAddr| self.exempt == Some(*to) || (is_public(to.ip()) && !has_zone(to));
        match found.into_iter().all(admitted) {
            true => Ok(()),
            false => Err(Error::Other(Box::new(OwnNetwork))),
        }
    }
}

/// Whether an address holds only on one of this machine's networks.
fn has_zone(to: &SocketAddr) -> bool {
    matches!(to, SocketAddr::V6(to) if to.scope_id() != 0)
}

impl Resolver for Gate {
    fn resolve(&self, uri: &Uri, _: &Config, _: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let host = uri.host().ok_or(Error::HostNotFound)?;
        let default_port = if uri.scheme() == Some(&Scheme::HTTPS) {
            443
        } else {
            80
        };
        let port = uri.port_u16().unwrap_or(default_port);
        let found = match host.trim_matches(['[', ']']).parse::<IpAddr>() {
            Ok(ip) => vec![SocketAddr::new(ip, port)],
            Err(_) => (self.names)(host, port).map_err(|_| Error::HostNotFound)?,
        };
        if found.is_empty() {
            return Err(Error::HostNotFound);
        }
        self.judge(&found)?;
        let mut addresses = self.empty();
        found.into_iter().take(TRIED).for_each(|to| addresses.push(to));
        Ok(addresses)
    }
}

impl Connector for Gate {
    type Out = <TcpConnector as Connector>::Out;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        chained: Option<()>,
    ) -> Result<Option<Self::Out>, Error> {
        self.judge(details.addrs.iter())?;
        #[cfg(test)]
        let details = &self.rerouted(details);
        TcpConnector::default().connect(details, chained)
    }
}

#[cfg(test)]
impl Gate {
    fn rerouted<'d>(&self, details: &ConnectionDetails<'d>) -> ConnectionDetails<'d> {
        let mut addrs = self.empty();
        details.addrs.iter().for_each(|to| addrs.push((self.route)(*to)));
        ConnectionDetails {
            uri: details.uri,
            addrs,
            config: details.config,
            request_level: details.request_level,
            resolver: details.resolver,
            now: details.now,
            timeout: details.timeout,
            current_time: Arc::clone(&details.current_time),
            run_connector: Arc::clone(&details.run_connector),
            register_shutdown: Arc::clone(&details.register_shutdown),
        }
    }
}

impl fmt::Debug for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gate")
            .field("exempt", &self.exempt)
            .finish_non_exhaustive()
    }
}
