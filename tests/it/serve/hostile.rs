//! Requests that nobody sends by mistake: each gets a plain answer or none, and the next request gets its page.

use std::io::Write as _;

use super::super::watch::child::Site;
use super::preview::{Preview, Reply, half_close, read};

/// What stands in the sources and in no built file.
const SECRET: &str = "# the secret of the sources";

fn site(name: &str) -> Site {
    let site = Site::new(name);
    let toml = std::fs::read_to_string(site.at("support.toml")).unwrap();
    site.write("support.toml", &format!("{SECRET}\n{toml}"));
    site
}

#[test]
fn no_path_leads_out_of_the_built_files() {
    let site = site("paths");
    let preview = Preview::of(&site);
    for path in [
        "/../support.toml",
        "/%2e%2e/support.toml",
        "/%2E%2E%2Fsupport.toml",
        "/..%2fsupport.toml",
        "/hello/../../support.toml",
        "/hello/../hello/",
        "/..%5csupport.toml",
        "/%2e%2e%5csupport.toml",
        "/%252e%252e/support.toml",
        "/.%00./support.toml",
        "/index.html%00",
        "/index.html%00.png",
        "/%00",
        "/%c0%ae%c0%ae/support.toml",
        "/%ff/",
        "/%",
        "/%zz",
        "/%2",
        "//index.html",
        "//127.0.0.1/index.html",
        "/./index.html",
        "/hello%2findex.html",
        "/hello%2f",
        "/support.toml",
        "/public/index.html",
        "/.supportal",
        "/.supportal/",
        "/.supportal/../index.html",
        "/.supportal/events/",
        "/.git/config",
        "/C:/Windows/win.ini",
        "/etc/passwd",
        "/con",
        "/INDEX.HTML",
        "/index.html/",
        "/index.html/index.html",
        "/hello/?/../../support.toml/x",
    ] {
        let reply = preview.get(path);
        let is_page = path.starts_with("/hello/?");
        assert_eq!(reply.status, if is_page { 200 } else { 404 }, "{path}");
        assert!(!reply.text().contains(SECRET) && !reply.text().contains("root:"), "{path}: {}", reply.text());
    }
    // What is no path at all is no request.
    for path in ["/\\..\\support.toml", "..", "support.toml", "", "/a b", "/\u{7f}", "/\u{1}", "*", "?", "#"] {
        let reply = preview.send(
            format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", preview.port).as_bytes(),
        );
        let text = String::from_utf8_lossy(&reply).into_owned();
        assert!(text.starts_with("HTTP/1.1 4") && !text.contains(SECRET), "{path:?}: {text}");
    }
    preview.is_well();
}

#[test]
fn only_who_means_this_address_is_let_in() {
    let site = site("hosts");
    let preview = Preview::of(&site);
    let port = preview.port;
    let hosts = |lines: &str| {
        let head = format!("GET /hello/ HTTP/1.1\r\n{lines}Connection: close\r\n\r\n");
        Reply::parse(&preview.send(head.as_bytes())).status
    };
    for (lines, status) in [
        (format!("Host: 127.0.0.1:{port}\r\n"), 200),
        (format!("Host: localhost:{port}\r\n"), 200),
        (format!("HOST: LOCALHOST:{port}\r\n"), 200),
        ("Host: 127.0.0.1\r\n".to_owned(), 421),
        (format!("Host: 127.0.0.1:{}\r\n", port ^ 1), 421),
        (format!("Host: 127.0.0.2:{port}\r\n"), 421),
        (format!("Host: [::1]:{port}\r\n"), 421),
        (format!("Host: 2130706433:{port}\r\n"), 421),
        (format!("Host: evil.example:{port}\r\n"), 421),
        (format!("Host: localhost.evil.example:{port}\r\n"), 421),
        (format!("Host: 127.0.0.1.evil.example:{port}\r\n"), 421),
        (format!("Host: localhost@evil.example:{port}\r\n"), 421),
        (format!("Host: evil.example@localhost:{port}\r\n"), 421),
        ("Host: \r\n".to_owned(), 400),
        ("Host: a b\r\n".to_owned(), 400),
        (String::new(), 400),
        (format!("Host: 127.0.0.1:{port}\r\nHost: 127.0.0.1:{port}\r\n"), 400),
        (format!("Host: 127.0.0.1:{port}\r\nHost: evil.example\r\n"), 400),
        (format!("Host: 127.0.0.1:{port}, evil.example\r\n"), 400),
    ] {
        assert_eq!(hosts(&lines), status, "{lines}");
    }
    // The absolute form names a host too, and both have to be this one.
    let own = format!("127.0.0.1:{port}");
    for (target, host, status) in [
        (format!("http://{own}/hello/"), own.as_str(), 200),
        ("http://evil.example/hello/".to_owned(), &own, 421),
        (format!("http://{own}/hello/"), "evil.example", 421),
        (format!("http://evil.example@{own}/hello/"), &own, 421),
        (format!("http://{own}/../support.toml"), &own, 404),
    ] {
        let head = format!("GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        assert_eq!(Reply::parse(&preview.send(head.as_bytes())).status, status, "{target}");
    }
    // HTTP/1.0 has to name it as well.
    assert_eq!(Reply::parse(&preview.send(b"GET / HTTP/1.0\r\n\r\n")).status, 400);
    assert_eq!(Reply::parse(&preview.send(format!("GET / HTTP/1.0\r\nHost: {own}\r\n\r\n").as_bytes())).status, 200);
}

#[test]
fn pages_of_other_sites_get_no_answer() {
    let site = site("origins");
    let preview = Preview::of(&site);
    let port = preview.port;
    for (lines, status) in [
        (format!("Origin: http://127.0.0.1:{port}\r\n"), 200),
        ("Origin: https://evil.example\r\n".to_owned(), 403),
        (format!("Origin: https://127.0.0.1:{port}\r\n"), 403),
        (format!("Origin: http://localhost:{port}\r\n"), 403),
        ("Origin: http://127.0.0.1:3000\r\n".to_owned(), 403),
        ("Origin: null\r\n".to_owned(), 403),
        (format!("Origin: http://127.0.0.1:{port}\r\nOrigin: https://evil.example\r\n"), 403),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script\r\n".to_owned(), 403),
        ("Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: image\r\n".to_owned(), 403),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n".to_owned(), 403),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n".to_owned(), 200),
        ("Sec-Fetch-Site: same-origin\r\nSec-Fetch-Dest: style\r\n".to_owned(), 200),
        ("Sec-Fetch-Site: none\r\nSec-Fetch-Dest: document\r\n".to_owned(), 200),
    ] {
        for path in ["/hello/", "/support.json", "/.supportal/problems"] {
            let reply = preview.ask("GET", path, &lines);
            assert_eq!(reply.status, status, "{path}: {lines}");
            assert!(!reply.headers.iter().any(|(name, _)| name.starts_with("access-control")), "{reply:?}");
        }
    }
}

#[test]
fn it_can_only_be_read() {
    let site = site("methods");
    let preview = Preview::of(&site);
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "PROPFIND", "X"] {
        for path in ["/hello/", "/.supportal/events", "/no-such/"] {
            let reply = preview.ask(method, path, "");
            assert_eq!((reply.status, reply.header("allow")), (405, Some("GET, HEAD")), "{method} {path}");
        }
    }
    let own = format!("127.0.0.1:{}", preview.port);
    for (target, status) in [(own.as_str(), "HTTP/1.1 405"), ("evil.example:443", "HTTP/1.1 421")] {
        let answer =
            preview.send(format!("CONNECT {target} HTTP/1.1\r\nHost: {own}\r\n\r\nGET / HTTP/1.1\r\n\r\n").as_bytes());
        let text = String::from_utf8_lossy(&answer).into_owned();
        assert!(text.starts_with(status) && text.matches("HTTP/1.1").count() == 1, "{text}");
    }
    for path in ["/hello/", "/no-such/", "/hello", "/support.json"] {
        let (get, head) = (preview.get(path), preview.ask("HEAD", path, ""));
        // Of nothing, a server may leave the length unsaid.
        let is_fixed = |(name, value): &&(String, String)| {
            name != "date" && (name.as_str(), value.as_str()) != ("content-length", "0")
        };
        let but_date = |reply: &Reply| reply.headers.iter().filter(is_fixed).cloned().collect::<Vec<_>>();
        assert_eq!((get.status, but_date(&get)), (head.status, but_date(&head)));
        assert!(head.body.is_empty());
    }
}

#[test]
fn no_request_hides_in_another() {
    let site = site("smuggling");
    let preview = Preview::of(&site);
    let host = format!("Host: 127.0.0.1:{}\r\n", preview.port);
    let inner = format!("GET /hello/ HTTP/1.1\r\n{host}\r\n");
    for lines in [
        format!("Content-Length: {}\r\n", inner.len()),
        "Transfer-Encoding: chunked\r\n".to_owned(),
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n".to_owned(),
        "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n".to_owned(),
        "Content-Length: 5\r\nContent-Length: 6\r\n".to_owned(),
        "Content-Length: 0\r\nContent-Length: 5\r\n".to_owned(),
        "Content-Length: +5\r\n".to_owned(),
        "Content-Length: -1\r\n".to_owned(),
        "Content-Length: 99999999999999999999999\r\n".to_owned(),
        "Transfer-Encoding: xchunked\r\n".to_owned(),
        "Transfer-Encoding: chunked, identity\r\n".to_owned(),
        "Transfer-Encoding:\u{b}chunked\r\n".to_owned(),
        "Content-Length : 5\r\n".to_owned(),
        " Folded: 5\r\n".to_owned(),
        "Upgrade: h2c\r\nConnection: upgrade\r\nContent-Length: 4\r\n".to_owned(),
    ] {
        let answer = preview.send(format!("GET / HTTP/1.1\r\n{host}{lines}\r\n{inner}").as_bytes());
        let text = String::from_utf8_lossy(&answer).into_owned();
        assert!(text.starts_with("HTTP/1.1 400"), "{lines}: {text}");
        assert_eq!(text.matches("HTTP/1.1 ").count(), 1, "{lines}: {text}");
    }
    preview.is_well();
}

#[test]
fn what_is_too_long_is_refused() {
    let site = site("long");
    let preview = Preview::of(&site);
    let many: String = (0..1_000).map(|number| format!("X-{number}: a\r\n")).collect();
    for (path, lines) in [
        (format!("/{}", "a".repeat(100_000)), String::new()),
        (format!("/?{}", "%2e".repeat(40_000)), String::new()),
        ("/".to_owned(), format!("Cookie: {}\r\n", "a".repeat(300_000))),
        ("/".to_owned(), format!("{}: a\r\n", "a".repeat(300_000))),
        ("/".to_owned(), many),
    ] {
        let head =
            format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n{lines}\r\n", preview.port);
        let answer = preview.send(head.as_bytes());
        let text = String::from_utf8_lossy(&answer).into_owned();
        // The rest may still be on its way when the door is closed, and then the answer is lost.
        assert!(
            text.is_empty() || ["414", "431"].iter().any(|status| text.starts_with(&format!("HTTP/1.1 {status}"))),
            "{text}"
        );
    }
    // A browser sends the cookies of every program of this computer, and that is no attack.
    assert_eq!(preview.ask("GET", "/", &format!("Cookie: {}\r\n", "a".repeat(30_000))).status, 200);
}

#[test]
fn garbage_ends_the_connection_and_nothing_else() {
    let site = site("garbage");
    let preview = Preview::of(&site);
    let noise: Vec<u8> = (0..10_000_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let inputs: [&[u8]; 12] = [
        b"GET /\r\n\r\n",
        b"GET / HTTP/0.9\r\n\r\n",
        b"GET / HTTP/3.0\r\n\r\n",
        b"GET / HTTP/1.1 \r\nHost: a\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET  / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\nHost: a\n\n",
        b"GET / HTTP/1.1\r\nHost\r\n\r\n",
        b"GET / HTTP/1.1\r\n: a\r\n\r\n",
        b"\0\0\0\0",
        &noise,
    ];
    for input in inputs {
        let mut stream = preview.connect();
        let _ = stream.write_all(input);
        half_close(&stream);
        let answer = read(&mut stream);
        let text = String::from_utf8_lossy(&answer).into_owned();
        assert!(text.is_empty() || text.starts_with("HTTP/1.1 4"), "{:?}: {text}", String::from_utf8_lossy(input));
        preview.is_well();
    }
}
