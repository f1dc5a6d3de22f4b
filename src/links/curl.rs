//! One question to one server, by the program `curl`.
//!
//! Every system that this program runs on has it, with the certificates and the proxy of the company. A client of our own
//! for encrypted connections would be a tenth of this program and of the time to build it, for one option of one command.

use std::process::{Command, Output, Stdio};

/// The longest that a server may take, in seconds.
const CONNECT: &str = "5";
const ANSWER: &str = "10";

/// Where bytes are thrown away.
const NOWHERE: &str = if cfg!(windows) { "NUL" } else { "/dev/null" };

/// How a server is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Head,
    Get,
}

/// What a server answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) location: Option<String>,
    /// In seconds.
    pub(super) retry_after: Option<u64>,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// There is no `curl`.
    NoProgram,
    /// The proxy of the company lets nobody through.
    NoWay,
    NoHost,
    NoServer,
    Silent,
    Untrusted,
    Broken,
}

impl Failure {
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::NoProgram | Self::NoWay => "nobody could ask",
            Self::NoHost => "there is no host of this name",
            Self::NoServer => "no server answers there",
            Self::Silent => "its server does not answer within 10 seconds",
            Self::Untrusted => "its server has no certificate that can be trusted",
            Self::Broken => "its server breaks off",
        }
    }

    /// Whether the next attempt may end otherwise.
    pub(super) fn may_pass(self) -> bool {
        matches!(self, Self::Silent | Self::Broken)
    }
}

/// Asks once. Nothing follows a redirect by itself, no cookie is kept, and no more is read than the head of the answer.
pub(super) fn ask(address: &str, method: Method) -> Result<Reply, Failure> {
    let mut command = Command::new("curl");
    // First of all: what the user set for curl elsewhere does not count here.
    command.args(["--disable", "--silent", "--globoff", "--proto", "=http,https"]);
    command.args(["--connect-timeout", CONNECT, "--max-time", ANSWER, "--dump-header", "-", "--output", NOWHERE]);
    // What a proxy says of the way is no answer of the server behind it.
    command.args(["--suppress-connect-headers", "--write-out", r"\n%{http_connect}"]);
    command.args(["--user-agent", concat!("supportal/", env!("CARGO_PKG_VERSION"), " (link check)")]);
    match method {
        Method::Head => command.arg("--head"),
        Method::Get => command.args(["--range", "0-1023"]),
    };
    command.args(["--url", address]).stdin(Stdio::null());
    match command.output() {
        Ok(Output { status, stdout, .. }) => {
            let told = String::from_utf8_lossy(&stdout);
            let (heads, proxy) = told.rsplit_once('\n').unwrap_or_default();
            let refused = matches!(proxy.parse(), Ok(300..600u16));
            read(heads).ok_or_else(|| if refused { Failure::NoWay } else { failure(status.code()) })
        }
        Err(_) => Err(Failure::NoProgram),
    }
}

/// The last head of what came: those before it are of proxies and of servers that said to go on.
fn read(heads: &str) -> Option<Reply> {
    let head = heads.trim_end().rsplit("\r\n\r\n").next()?;
    let mut lines = head.lines();
    let status = lines.next()?.strip_prefix("HTTP/")?.split(' ').nth(1)?.parse().ok()?;
    let mut reply = Reply { status, ..Reply::default() };
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        match name.to_ascii_lowercase().as_str() {
            "location" => reply.location = Some(value.trim().to_owned()),
            "retry-after" => reply.retry_after = value.trim().parse().ok(),
            _ => {}
        }
    }
    Some(reply)
}

/// What the exit status of curl says.
fn failure(exit: Option<i32>) -> Failure {
    match exit {
        Some(3 | 5 | 6) => Failure::NoHost,
        Some(7) => Failure::NoServer,
        Some(28) => Failure::Silent,
        Some(35 | 51 | 58 | 59 | 60 | 77 | 82 | 83 | 90 | 91) => Failure::Untrusted,
        _ => Failure::Broken,
    }
}

#[cfg(test)]
mod tests {
    use super::{Reply, read};

    #[test]
    fn reads_the_last_head() {
        let heads =
            "HTTP/1.1 200 Connection established\r\n\r\nHTTP/2 301 \r\nLocation: /new\r\nRetry-After: 7\r\n\r\n";
        let reply = Reply { status: 301, location: Some("/new".to_owned()), retry_after: Some(7) };
        assert_eq!(read(heads), Some(reply));
        assert_eq!(read("HTTP/1.1 404 Not Found\r\n"), Some(Reply { status: 404, ..Reply::default() }));
        for none in ["", "\r\n\r\n", "HTTP/1.1", "SSH-2.0-OpenSSH\r\n", "HTTP/1.1 abc\r\n"] {
            assert_eq!(read(none), None, "{none:?}");
        }
    }
}
