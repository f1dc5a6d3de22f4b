//! A preview that lasts: errors and recovery, news, ports and addresses, Ctrl-C.

use std::fs;
use std::io::Write as _;
use std::net::TcpListener;

use super::super::harness::{errors, run};
use super::super::watch::child::{Site, command, page};
use super::preview::{Preview, Reply};

const HELLO: &str = "content/en/pages/hello.md";

/// The latest news.
fn news(preview: &Preview) -> serde_json::Value {
    use std::io::{BufRead as _, BufReader};
    let mut stream = preview.connect();
    write!(stream, "GET /.supportal/events HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", preview.port).unwrap();
    let lines = BufReader::new(stream).lines().map(Result::unwrap);
    let mut data = lines.filter_map(|line| line.strip_prefix("data: ").map(str::to_owned));
    serde_json::from_str(&data.next().unwrap()).unwrap()
}

#[test]
fn errors_leave_the_last_good_build_and_the_next_save_recovers() {
    let site = Site::new("serve-broken");
    let preview = Preview::of(&site);
    let first = news(&preview);
    assert_eq!((&first["number"], &first["good"]), (&1.into(), &true.into()));
    assert!(preview.get("/.supportal/problems").text().contains("The site has no errors"));
    let (good, toml) = (preview.get("/hello/").page(), fs::read_to_string(site.at("support.toml")).unwrap());
    site.save("support.toml", &toml.replace("Europe/Warsaw", "<script>"));
    preview.until("the error is told", || preview.lines("error[HRS-01]") == 1 && news(&preview)["good"] == false);
    assert_eq!(preview.get("/hello/").page(), good, "the last good page stays");
    let problems = preview.get("/.supportal/problems").text();
    assert!(problems.contains("HRS-01") && problems.contains("&lt;script&gt;"), "{problems}");
    assert_eq!(problems.matches("<script").count(), 1, "only that of the preview");
    assert_eq!(preview.lines("The last good build is still shown."), 1);
    site.save("support.toml", &toml.replace("Contoso", "Fabrikam"));
    preview.until_shown("/hello/", "Fabrikam");
    preview.until("it is told", || preview.lines("The errors are gone.") == 1);
    let last = news(&preview);
    assert_eq!((&last["number"], &last["good"], &last["run"]), (&3.into(), &true.into(), &first["run"]));
}

#[test]
fn without_a_good_build_every_address_tells_the_problems() {
    let site = Site::new("serve-start");
    site.write(HELLO, "+++\nno toml\n+++\n");
    let preview = Preview::of(&site);
    for path in ["/", "/hello/", "/a/b/c", "/support.json"] {
        let reply = preview.get(path);
        assert_eq!((reply.status, reply.header("content-type")), (503, Some("text/html; charset=utf-8")));
        assert!(reply.text().contains("There is no good build yet") && reply.text().contains("hello.md"), "{path}");
    }
    site.write(HELLO, &page("Hello", "whole"));
    preview.until_shown("/hello/", "whole");
}

#[test]
fn the_folder_of_the_site_may_go_and_come_back() {
    let site = Site::new("serve-gone");
    let preview = Preview::of(&site);
    fs::rename(&site.root, site.beside("away")).unwrap();
    preview.until("it is told", || preview.get("/.supportal/problems").text().contains("is gone"));
    preview.is_well();
    fs::rename(site.beside("away"), &site.root).unwrap();
    site.write(HELLO, &page("Hello", "back"));
    preview.until_shown("/hello/", "back");
    preview.until("it recovers", || news(&preview)["good"] == true);
}

#[test]
fn news_name_the_files_that_pages_load_and_the_page_that_was_edited() {
    let site = Site::new("serve-news");
    site.write("static/own.css", "a {}");
    let preview = Preview::with(&site, &["--port", "0", "--follow"]);
    let mut stream = preview.connect();
    write!(stream, "GET /.supportal/events HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", preview.port).unwrap();
    let lines = std::io::BufRead::lines(std::io::BufReader::new(stream)).map(Result::unwrap);
    let mut events = lines.filter_map(|line| line.strip_prefix("data: ").map(str::to_owned));
    let mut next = || serde_json::from_str::<serde_json::Value>(&events.next().unwrap()).unwrap();
    assert_eq!(next()["loaded"], serde_json::Value::Null);
    site.save("static/own.css", "b {}");
    let event = next();
    assert_eq!((&event["loaded"], &event["follow"]), (&serde_json::json!(["/own.css"]), &serde_json::Value::Null));
    site.save(HELLO, &page("Hello", "edited"));
    let event = next();
    assert_eq!((&event["loaded"], &event["follow"]), (&serde_json::json!([]), &"/hello/".into()));
    assert_eq!(news(&preview)["follow"], serde_json::Value::Null, "who comes late is not led away");
    preview.until("the page, its twin and the list change", || preview.lines(", 3 changed, in") == 1);
}

#[test]
fn a_port_that_is_taken_is_an_error_only_if_it_was_asked_for() {
    let site = Site::new("serve-ports");
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = run(&["serve", "--port", &port], &site.root);
    assert_eq!(output.status.code(), Some(3), "{}", errors(&output));
    assert!(
        errors(&output).contains(&format!("cannot listen on 127.0.0.1:{port}: another program does")),
        "{}",
        errors(&output)
    );
    let (one, other) = (Preview::with(&site, &[]), Preview::with(&site, &[]));
    assert_ne!(one.port, other.port);
    assert!((1111..=1130).contains(&one.port) && (1111..=1130).contains(&other.port));
    one.is_well();
    other.is_well();
}

#[test]
fn wrong_usage_ends_it() {
    let site = Site::new("serve-usage");
    assert_eq!(run(&["serve", "--host", "no such name"], &site.root).status.code(), Some(2));
    assert_eq!(run(&["serve", "--port", "70000"], &site.root).status.code(), Some(2));
    assert_eq!(run(&["serve", "--output", "there"], &site.root).status.code(), Some(2));
    assert_eq!(run(&["serve", "--host", "192.0.2.1", "--port", "0"], &site.root).status.code(), Some(3));
    assert_eq!(run(&["serve"], &site.at("nowhere")).status.code(), Some(3));
}

#[test]
fn the_network_is_let_in_only_when_asked_and_with_a_warning() {
    let site = Site::new("serve-network");
    let preview = Preview::with(&site, &["--port", "0", "--host", "0.0.0.0"]);
    preview.until("it warns", || preview.lines("warning: who reaches port") == 1);
    preview.is_well();
    let status = |host: &str| {
        let head = format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        Reply::parse(&preview.send(head.as_bytes())).status
    };
    // A number cannot be taken by another site; a name can, and leads here.
    for (host, expected) in
        [("192.0.2.7:8080", 200), ("[2001:db8::1]", 200), ("localhost:8080", 200), ("evil.example", 421)]
    {
        assert_eq!(status(host), expected, "{host}");
    }
    let named = Preview::with(&site, &["--port", "0", "--host", "localhost"]);
    assert_eq!(named.lines("warning: who reaches"), 0);
    assert!(named.told().contains(&format!("http://localhost:{}/", named.port)), "{}", named.told());
}

#[test]
fn machines_get_one_report_for_each_build_and_the_address_is_told_to_all() {
    let site = Site::new("serve-json");
    let mut preview = Preview::with(&site, &["--port", "0", "--format", "json", "--quiet"]);
    let mut reports = std::io::BufRead::lines(std::io::BufReader::new(preview.watch().stdout()));
    let mut next = || serde_json::from_str::<serde_json::Value>(&reports.next().unwrap().unwrap()).unwrap();
    let whole = next()["diagnostics"].as_array().unwrap().len();
    site.save(HELLO, "no front matter");
    assert!(next()["diagnostics"].as_array().unwrap().len() > whole);
    assert_eq!(preview.told().lines().count(), 1, "{}", preview.told());
}

#[cfg(target_os = "linux")]
#[test]
fn the_browser_is_opened_with_the_address_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let site = Site::copy_of("serve-open", "tests/sites/hostile");
    let folder = site.beside("bin");
    fs::create_dir_all(&folder).unwrap();
    let (opener, heard) = (folder.join("xdg-open"), site.beside("heard"));
    fs::write(&opener, format!("#!/bin/sh\nprintf '%s|' \"$@\" >'{0}.tmp' && mv '{0}.tmp' '{0}'\n", heard.display()))
        .unwrap();
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
    let with_path = |path: String| {
        let mut command = command("serve");
        command.env("PATH", path).env_remove("BROWSER");
        command
    };
    let path = std::env::var("PATH").unwrap();
    let preview = Preview::start(with_path(format!("{}:{path}", folder.display())), &site, &["--port", "0", "--open"]);
    preview.until("it is opened", || heard.exists());
    assert_eq!(fs::read_to_string(&heard).unwrap(), format!("http://127.0.0.1:{}/a/b/|", preview.port));
    // Without a browser there is a preview all the same.
    let lonely =
        Preview::start(with_path(site.beside("nothing").display().to_string()), &site, &["--port", "0", "--open"]);
    lonely.until("it is told", || lonely.lines("The browser could not be opened") == 1);
    lonely.is_well();
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_at_once_whoever_listens() {
    let site = Site::new("serve-end");
    let mut preview = Preview::of(&site);
    let mut stream = preview.connect();
    write!(stream, "GET /.supportal/events HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", preview.port).unwrap();
    preview.is_well();
    preview.watch().interrupt();
    let names: Vec<_> = fs::read_dir(&site.root).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "nothing stays but the sources: {names:?}");
}
