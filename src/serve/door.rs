//! Who may ask: the address that is listened on, and the requests that mean it.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, ToSocketAddrs};

use hyper::StatusCode;
use hyper::header::{HOST, HeaderName, HeaderValue, ORIGIN};
use hyper::http::request::Parts;
use hyper::http::uri::Authority;

/// The ports that are tried one after the other where none was asked for.
const PORTS: std::ops::RangeInclusive<u16> = 1111..=1130;

/// The address that is listened on, and the names under which it may be asked.
///
/// A page of another site can make a browser send requests to this computer, and with a name of its own that leads here
/// it could read the answers. So a request has to name this address: by its number, which no other site can take for
/// itself, as `localhost`, or by the name that was asked for.
#[derive(Clone, Debug)]
pub struct Door {
    local: SocketAddr,
    name: Option<String>,
}

/// Why nothing can be listened on.
#[derive(Debug)]
pub enum Closed {
    /// The name leads to no address.
    NoAddress(io::Error),
    /// The system refuses the address.
    Refused(SocketAddr, io::Error),
}

/// What a request is answered that is not let in, and why.
pub(super) type Refusal = (StatusCode, &'static str);

impl Door {
    /// Listens on `host`, by default this computer alone; on `port`, or on the first that is free of some.
    ///
    /// # Errors
    ///
    /// That the name of the host leads nowhere, or that the port is taken.
    pub fn open(host: Option<&str>, port: Option<u16>) -> Result<(TcpListener, Self), Closed> {
        let (ip, name) = match host.map(|host| (host, host.parse::<IpAddr>())) {
            None => (IpAddr::V4(Ipv4Addr::LOCALHOST), None),
            Some((_, Ok(ip))) => (ip, None),
            Some((name, Err(_))) => (resolve(name).map_err(Closed::NoAddress)?, Some(name.to_owned())),
        };
        let mut refused = (SocketAddr::new(ip, 0), io::Error::from(io::ErrorKind::AddrInUse));
        for port in port.map_or(PORTS, |port| port..=port) {
            let address = SocketAddr::new(ip, port);
            match TcpListener::bind(address).and_then(|listener| Ok((listener.local_addr()?, listener))) {
                Ok((local, listener)) => return Ok((listener, Self { local, name })),
                Err(problem) => refused = (address, problem),
            }
        }
        Err(Closed::Refused(refused.0, refused.1))
    }

    /// Whether others than this computer can come in.
    pub fn is_public(&self) -> bool {
        !self.local.ip().is_loopback()
    }

    /// The port that is listened on.
    pub fn port(&self) -> u16 {
        self.local.port()
    }

    /// The address to type into a browser of this computer, without a last slash.
    pub fn origin(&self) -> String {
        let port = self.local.port();
        match (&self.name, self.local.ip()) {
            (Some(name), _) => format!("http://{name}:{port}"),
            (None, IpAddr::V4(ip)) if ip.is_unspecified() => format!("http://127.0.0.1:{port}"),
            (None, IpAddr::V6(ip)) if ip.is_unspecified() => format!("http://[::1]:{port}"),
            (None, _) => format!("http://{}", self.local),
        }
    }

    /// Lets a request in that means this address and comes from no other site; gives the address that it names.
    pub(super) fn admit(&self, request: &Parts) -> Result<Authority, Refusal> {
        let named = match only(request, &HOST) {
            Ok(Some(host)) => host.to_str().ok().and_then(|host| host.parse::<Authority>().ok()),
            _ => None,
        };
        let named = named.ok_or((StatusCode::BAD_REQUEST, "A request names one host."))?;
        let target = request.uri.authority();
        if !self.is_meant(&named) || target.is_some_and(|target| !self.is_meant(target)) {
            return Err((StatusCode::MISDIRECTED_REQUEST, "This is the preview of a site, under another address."));
        }
        if is_foreign(request, &named) {
            return Err((StatusCode::FORBIDDEN, "Pages of other sites get no answer here."));
        }
        Ok(named)
    }

    fn is_meant(&self, named: &Authority) -> bool {
        let host = named.host();
        let number = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>().ok();
        let is_ours = match number {
            // From elsewhere the way here may lead by another address; a number is never that of another site's name.
            Some(ip) => ip == self.local.ip() || self.is_public(),
            None => {
                let names = ["localhost"].into_iter().chain(self.name.as_deref());
                names.into_iter().any(|name| name.eq_ignore_ascii_case(host))
            }
        };
        // What listens everywhere may be reached by the port of another computer.
        let is_port = named.port_u16().unwrap_or(80) == self.local.port() || self.local.ip().is_unspecified();
        is_ours && is_port && !named.as_str().contains('@')
    }
}

/// The address of a name; one of this computer alone comes first.
fn resolve(name: &str) -> io::Result<IpAddr> {
    let mut found: Vec<IpAddr> = (name, 0).to_socket_addrs()?.map(|address| address.ip()).collect();
    found.sort_by_key(|ip| (!ip.is_loopback(), ip.is_ipv6()));
    found.first().copied().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
}

/// The value of a header that may stand there once.
fn only<'r>(request: &'r Parts, name: &HeaderName) -> Result<Option<&'r HeaderValue>, ()> {
    let mut values = request.headers.get_all(name).iter();
    let first = values.next();
    if values.next().is_some() { Err(()) } else { Ok(first) }
}

/// Whether the page that asks is one of another site. Following a link from there is the reader's own doing.
fn is_foreign(request: &Parts, named: &Authority) -> bool {
    let is_own = |origin: &HeaderValue| {
        origin.to_str().ok().and_then(|origin| origin.strip_prefix("http://")) == Some(named.as_str())
    };
    let has_foreign_origin = request.headers.get_all(ORIGIN).iter().any(|origin| !is_own(origin));
    let said = |name: &'static str| request.headers.get(name).map(HeaderValue::as_bytes);
    let is_elsewhere = matches!(said("sec-fetch-site"), Some(b"cross-site" | b"same-site"));
    has_foreign_origin || is_elsewhere && said("sec-fetch-dest") != Some(b"document")
}
