//! Many connections, slow ones, and ones that break off: none keeps another from its answer.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
#[cfg(unix)]
use std::process::Command;

use super::super::watch::child::{Site, page};
use super::preview::{Preview, Reply, half_close, read};

const HELLO: &str = "content/en/pages/hello.md";

fn head(preview: &Preview, path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", preview.port)
}

/// Listens to the news, and waits for the first.
fn listen(preview: &Preview) -> TcpStream {
    let mut stream = preview.connect();
    stream.write_all(head(preview, "/.supportal/events").as_bytes()).unwrap();
    until(&mut stream, "\"number\"");
    stream
}

/// Reads until this comes.
fn until(stream: &mut TcpStream, text: &str) -> String {
    let (mut all, mut part) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&all).contains(text) {
        let read = stream.read(&mut part).unwrap();
        assert!(read > 0, "it ended before {text}: {}", String::from_utf8_lossy(&all));
        all.extend_from_slice(&part[..read]);
    }
    String::from_utf8_lossy(&all).into_owned()
}

#[test]
fn requests_in_one_go_are_answered_in_their_order() {
    let site = Site::new("pipelining");
    let preview = Preview::of(&site);
    let last = head(&preview, "/no-such/").replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    let all = [head(&preview, "/hello/"), head(&preview, "/contact"), head(&preview, "/support.json"), last].concat();
    let text = String::from_utf8_lossy(&preview.send(all.as_bytes())).into_owned();
    let statuses: Vec<&str> = text.split("HTTP/1.1 ").skip(1).map(|answer| &answer[..3]).collect();
    assert_eq!(statuses, ["200", "301", "200", "404"]);
}

#[test]
fn slow_and_half_closed_callers_hold_up_nobody() {
    let site = Site::new("slow");
    site.write("static/large.bin", &"x".repeat(20_000_000));
    let preview = Preview::of(&site);
    // They ask for much and read nothing of it.
    let deaf: Vec<TcpStream> = (0..60)
        .map(|_| {
            let mut stream = preview.connect();
            stream.write_all(head(&preview, "/large.bin").as_bytes()).unwrap();
            stream
        })
        .collect();
    let mut slow = preview.connect();
    let request = head(&preview, "/hello/");
    for byte in request.as_bytes() {
        slow.write_all(&[*byte]).unwrap();
        preview.is_well();
    }
    assert_eq!(Reply::parse(until(&mut slow, "</html>").as_bytes()).status, 200);
    // One that says all and then no more still gets its answer, or none; one that breaks off in the middle gets none.
    let mut half = preview.connect();
    half.write_all(request.as_bytes()).unwrap();
    half_close(&half);
    let answer = read(&mut half);
    assert!(answer.is_empty() || Reply::parse(&answer).status == 200);
    let mut broken = preview.connect();
    broken.write_all(&request.as_bytes()[..20]).unwrap();
    drop(broken);
    assert_eq!(preview.get("/large.bin").body.len(), 20_000_000);
    drop(deaf);
    preview.is_well();
}

#[test]
fn a_head_that_does_not_end_is_waited_for_only_a_while() {
    let site = Site::new("loris");
    let preview = Preview::of(&site);
    let mut silent = preview.connect();
    let mut slow = preview.connect();
    slow.write_all(b"GET / HTTP/1.1\r\n").unwrap();
    // A line now and then does not make it last: either the next one fails, or its answer is there.
    slow.set_read_timeout(Some(std::time::Duration::from_millis(200))).unwrap();
    preview
        .until("the slow one is dismissed", || slow.write_all(b"X: a\r\n").is_err() || slow.read(&mut [0; 16]).is_ok());
    assert_eq!(read(&mut silent), b"", "one that says nothing is dismissed too");
    preview.is_well();
}

#[test]
fn after_a_thousand_connections_the_next_is_answered() {
    let site = Site::new("thousand");
    let preview = Preview::of(&site);
    let room: u64 = 1_100;
    raise_limit(room + 500);
    let mut news: Vec<TcpStream> = (0..100).map(|_| listen(&preview)).collect();
    let idle: Vec<TcpStream> = (0..room - 100)
        .map(|number| {
            let mut stream = preview.connect();
            if number % 2 == 0 {
                stream.write_all(head(&preview, "/hello/").as_bytes()).unwrap();
            }
            stream
        })
        .collect();
    preview.is_well();
    site.save(HELLO, &page("Hello", "what comes to all"));
    preview.until_shown("/hello/", "what comes to all");
    for stream in &mut news {
        until(stream, "\"number\":2");
    }
    drop(idle);
    preview.is_well();
}

/// Where the system has no room for them all, the quietest goes, and the builds still have theirs.
#[cfg(unix)]
#[test]
fn with_few_open_files_too_the_next_is_answered_and_the_site_is_built() {
    let site = Site::new("few");
    let mut shell = Command::new("sh");
    shell.args([
        "-c",
        "ulimit -n 200 && exec \"$0\" serve --now 2026-11-22T10:00:00Z \"$@\"",
        env!("CARGO_BIN_EXE_supportal"),
    ]);
    shell.env("NO_COLOR", "1");
    let preview = Preview::start(shell, &site, &["--port", "0"]);
    raise_limit(1_600);
    let idle: Vec<TcpStream> = (0..400).map(|_| preview.connect()).collect();
    preview.is_well();
    site.save(HELLO, &page("Hello", "built in a narrow place"));
    preview.until_shown("/hello/", "built in a narrow place");
    let open = idle.iter().filter(|stream| stream.set_nonblocking(true).is_ok());
    let waiting = open
        .filter(|stream| stream.peek(&mut [0]).is_err_and(|problem| problem.kind() == std::io::ErrorKind::WouldBlock));
    assert!(waiting.count() < 100, "the first were dismissed");
}

#[cfg(unix)]
fn raise_limit(wanted: u64) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    if current.is_some_and(|current| current < wanted) {
        setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), maximum }).unwrap();
    }
}

#[cfg(not(unix))]
fn raise_limit(_: u64) {}
