//! A running `supportal serve`, and raw requests to it.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::ops::Deref;
use std::process::Command;
use std::time::Duration;

use super::super::watch::child::{Site, Watch, command};

/// What is not answered in this time is not answered.
const DEADLINE: Duration = Duration::from_secs(60);

/// The running command, and where it listens.
pub struct Preview {
    watch: Watch,
    pub port: u16,
    /// The path of the site.
    pub base: String,
}

impl Deref for Preview {
    type Target = Watch;

    fn deref(&self) -> &Watch {
        &self.watch
    }
}

impl Preview {
    pub fn of(site: &Site) -> Self {
        Self::with(site, &["--port", "0"])
    }

    pub fn with(site: &Site, arguments: &[&str]) -> Self {
        Self::start(command("serve"), site, arguments)
    }

    /// Starts a command, and waits until it tells where the site is shown.
    pub fn start(command: Command, site: &Site, arguments: &[&str]) -> Self {
        let watch = Watch::start(command, site, arguments);
        let address = watch.said(" at http://", ";");
        let (host, path) = address.split_once('/').unwrap();
        Self { port: host.rsplit(':').next().unwrap().parse().unwrap(), base: format!("/{path}"), watch }
    }

    pub fn watch(&mut self) -> &mut Watch {
        &mut self.watch
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        stream.set_write_timeout(Some(DEADLINE)).unwrap();
        stream
    }

    /// Sends these bytes, and reads until the other side ends it.
    pub fn send(&self, bytes: &[u8]) -> Vec<u8> {
        let mut stream = self.connect();
        // Who is refused early may find the door closed before all is said.
        let _ = stream.write_all(bytes);
        read(&mut stream)
    }

    /// Asks for a path, with more lines in the head.
    pub fn ask(&self, method: &str, path: &str, more: &str) -> Reply {
        let head =
            format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n{more}\r\n", self.port);
        Reply::parse(&self.send(head.as_bytes()))
    }

    pub fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, "")
    }

    /// Waits until a page says this.
    pub fn until_shown(&self, path: &str, text: &str) {
        self.until(&format!("{path} says {text}"), || self.get(path).text().contains(text));
    }

    /// It still answers.
    pub fn is_well(&self) {
        assert_eq!(self.get(&self.base).status, 200);
    }
}

/// All that comes until the other side ends it, or breaks it off.
pub fn read(stream: &mut TcpStream) -> Vec<u8> {
    let mut all = Vec::new();
    match stream.read_to_end(&mut all) {
        Err(problem) if matches!(problem.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
            panic!("no end in {DEADLINE:?} after {:?}", String::from_utf8_lossy(&all))
        }
        _ => all,
    }
}

/// Ends what is said, and goes on listening.
pub fn half_close(stream: &TcpStream) {
    match stream.shutdown(Shutdown::Write) {
        // The other side was faster and has ended it.
        Err(problem) if problem.kind() == ErrorKind::NotConnected => {}
        done => done.unwrap(),
    }
}

/// An answer.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    /// The first answer in these bytes, and all else as its body.
    pub fn parse(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("no answer: {:?}", String::from_utf8_lossy(bytes)));
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let mut lines = head.split("\r\n");
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers = lines.map(|line| {
            let (name, value) = line.split_once(": ").unwrap();
            (name.to_lowercase(), value.to_owned())
        });
        Self { status, headers: headers.collect(), body: bytes[end + 4..].to_vec() }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The page as it was built: without the script of the preview.
    pub fn page(&self) -> Vec<u8> {
        let text = self.text();
        let (before, rest) = text.split_once("<script src=\"/.supportal/reload.js\"").unwrap();
        let (_, after) = rest.split_once("</script>").unwrap();
        format!("{before}{after}").into_bytes()
    }
}
