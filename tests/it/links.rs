//! `check --links` against servers of this computer: each behaves in a way that real ones do.

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::process::Output;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::harness::{Folder, errors, repository, run};
#[cfg(unix)]
use super::terminal::Terminal;
use server::{server, status, to};

#[cfg(unix)]
mod curl;
mod server;

/// Microsoft's portals in the place of which these tests have servers of their own: each stands at its key.
fn portals(at: &str) -> String {
    let keys = ["microsoft-365-admin-center", "azure-portal", "service-health", "message-center", "product-help"];
    let link = |key| {
        format!(
            "[[links]]\nkey = \"{key}\"\nicon = \"cloud\"\nfor = [\"self-service\"]\nverified = 2026-11-22\n\
             [links.clouds]\nglobal = \"{at}{key}\"\n\n"
        )
    };
    keys.map(link).concat()
}

/// A whole site whose one article holds these links, and whose portals are at an address.
fn site(name: &str, at: &str, links: &[String]) -> Folder {
    let folder = plain_site(name, links);
    std::fs::write(folder.0.join("content/portal-links.toml"), portals(at)).unwrap();
    folder
}

/// The same with the portals that come with the program.
fn plain_site(name: &str, links: &[String]) -> Folder {
    let folder = Folder::new(name);
    std::fs::write(folder.0.join("support.toml"), repository("tests/cases/whole.toml")).unwrap();
    std::fs::create_dir_all(folder.0.join("content/en/articles")).unwrap();
    let list: String = links.iter().map(|link| format!("- [{link}]({link})\n")).collect();
    let article = format!("+++\ntitle = \"Links\"\ndescription = \"Links of every kind.\"\n+++\n\n{list}");
    std::fs::write(folder.0.join("content/en/articles/links.md"), article).unwrap();
    folder
}

/// The messages of LNK-02 by the end of their address, each with its severity, and the exit status.
fn check(folder: &Folder) -> (BTreeMap<String, String>, Option<i32>) {
    told(&run(&["check", "--links", "--format", "json", "--now", "2026-11-22T10:00:00Z"], &folder.0))
}

fn told(output: &Output) -> (BTreeMap<String, String>, Option<i32>) {
    let told: serde_json::Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", errors(output)));
    let found = told["diagnostics"].as_array().unwrap().iter().filter(|d| d["code"] == "LNK-02").map(|d| {
        let message = d["message"].as_str().unwrap();
        let (address, what) = message.split_once(' ').unwrap();
        let hints: Vec<&str> = d["hints"].as_array().unwrap().iter().filter_map(|hint| hint.as_str()).collect();
        let page = address.rsplit('/').next().unwrap().to_owned();
        (page, format!("{}: {what}; {}", d["severity"].as_str().unwrap(), hints.join("; ")))
    });
    (found.collect(), output.status.code())
}

#[test]
fn servers_of_every_kind_are_asked_politely_and_told_apart() {
    let (host, asked) = server(|request, before| match request {
        "HEAD /good" | "HEAD /new" | "GET /shy" => status("200 OK"),
        "HEAD /moved" => to("301 Moved Permanently", "/new"),
        "HEAD /detour" => to("302 Found", "/good"),
        "HEAD /circle" => to("302 Found", "/circle"),
        "HEAD /shy" => status("405 Method Not Allowed"),
        "HEAD /door" => status("401 Unauthorized"),
        "HEAD /busy" if before == 0 => {
            "HTTP/1.1 429 Slow down\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_owned()
        }
        "HEAD /busy" => status("200 OK"),
        "HEAD /sick" => status("503 Service Unavailable"),
        "HEAD /breaks" => String::new(),
        "HEAD /gone" => status("410 Gone"),
        "HEAD /portals/azure-portal" => status("404 Not Found"),
        portal if portal.starts_with("HEAD /portals/") => status("200 OK"),
        _ => status("404 Not Found"),
    });
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let pages =
        ["good", "moved", "detour", "circle", "shy", "door", "busy", "sick", "breaks", "gone", "none", "good#part"];
    let mut links: Vec<String> = pages.iter().map(|page| format!("{host}/{page}")).collect();
    links.push(format!("http://{closed}/closed"));
    links.push("https://support.contoso.com/own".to_owned());
    // A server that does not encrypt, behind an address that says so.
    links.push(format!("{}/plain", host.replace("http:", "https:")));
    let folder = site("links-kinds", &format!("{host}/portals/"), &links);
    let (told, exit) = check(&folder);
    let expected = BTreeMap::from([
        ("moved", format!("notice: has moved for good; write {host}/new")),
        ("circle", "warning: leads in a circle".to_owned()),
        ("sick", "warning: leads nowhere: its server answers 503".to_owned()),
        ("breaks", "warning: leads nowhere: its server breaks off".to_owned()),
        ("gone", "warning: leads nowhere: its server answers 410, gone".to_owned()),
        ("none", "warning: leads nowhere: its server answers 404, not found".to_owned()),
        ("closed", "warning: leads nowhere: no server answers there".to_owned()),
        ("plain", "warning: leads nowhere: its server has no certificate that can be trusted".to_owned()),
        ("azure-portal", "warning: leads nowhere: its server answers 404, not found".to_owned()),
    ]);
    assert_eq!(
        told.keys().map(String::as_str).collect::<Vec<_>>(),
        expected.keys().copied().collect::<Vec<_>>(),
        "{told:#?}"
    );
    for (page, start) in expected {
        assert!(told[page].starts_with(&start), "{}", told[page]);
    }
    assert_eq!(exit, Some(0));

    let times = |line: &str| asked.lock().unwrap().iter().filter(|asked| *asked == line).count();
    assert_eq!((times("HEAD /good"), times("HEAD /busy"), times("HEAD /sick"), times("GET /shy")), (2, 2, 3, 1));
    assert_eq!(times("GET /good"), 0);

    // What was good is believed for a week, and asked again after it.
    let (again, _) = check(&folder);
    assert_eq!(again.len(), 9, "{again:#?}");
    assert_eq!((times("HEAD /good"), times("HEAD /shy"), times("HEAD /none")), (2, 1, 2));
    let kept = std::fs::read_to_string(folder.0.join(".supportal/links")).unwrap();
    assert!(kept.contains(&format!("2026-11-22 {host}/good\n")) && !kept.contains("/none"), "{kept}");
    std::fs::write(folder.0.join(".supportal/links"), kept.replace("2026-11-22", "2026-11-14") + "\u{0}no line")
        .unwrap();
    check(&folder);
    assert_eq!(times("HEAD /shy"), 2);
}

#[test]
fn one_host_is_asked_one_thing_at_a_time_and_many_hosts_at_once() {
    let slow = |busy: Arc<AtomicBool>, clashes: Arc<AtomicUsize>| {
        server(move |_, _| {
            if busy.swap(true, Ordering::SeqCst) {
                clashes.fetch_add(1, Ordering::SeqCst);
            }
            std::thread::sleep(Duration::from_millis(400));
            busy.store(false, Ordering::SeqCst);
            status("200 OK")
        })
    };
    let clashes = Arc::new(AtomicUsize::new(0));
    let portals = server(|_, _| status("200 OK")).0;
    let hosts: Vec<String> = (0..6).map(|_| slow(Arc::default(), Arc::clone(&clashes)).0).collect();
    let links: Vec<String> = hosts.iter().flat_map(|host| [format!("{host}/a"), format!("{host}/b")]).collect();
    let folder = site("links-slow", &format!("{portals}/"), &links);
    let start = Instant::now();
    let (told, _) = check(&folder);
    let time = start.elapsed();
    assert!(told.is_empty(), "{told:#?}");
    assert_eq!(clashes.load(Ordering::SeqCst), 0);
    // One after the other they would take 4.8 s.
    assert!(time > Duration::from_millis(800) && time < Duration::from_millis(3500), "{time:?}");
}

#[test]
fn a_computer_without_a_network_says_nothing_of_the_site() {
    let unknown = "https://no-such-host-of-contoso.internal/";
    let folder = site("links-offline", unknown, &["https://another-one-of-contoso.internal/".to_owned()]);
    let (told, exit) = check(&folder);
    let (_, note) = told.iter().next().expect("one note");
    assert!(
        told.len() == 1 && note.starts_with("notice: of the 6 links out of the site could not be asked"),
        "{told:?}"
    );
    assert_eq!(exit, Some(0));
    let strict = run(&["check", "--links", "--strict", "--now", "2026-11-22T10:00:00Z"], &folder.0);
    assert_eq!(strict.status.code(), Some(0), "{}", errors(&strict));
    // A server in the house answers without a network, and what is wrong there is told all the same.
    let (host, _) = server(|_, _| status("404 Not Found"));
    let folder = site("links-house", unknown, &[format!("{host}/none")]);
    let (told, _) = check(&folder);
    assert!(told.len() == 2 && told["none"].starts_with("warning: leads nowhere: its server answers 404"), "{told:?}");
}

#[cfg(unix)]
#[test]
fn a_terminal_sees_how_far_it_is_and_can_end_it() {
    let (host, _) = server(|request, _| {
        if request.ends_with("/slow") {
            std::thread::sleep(Duration::from_secs(30));
        }
        status("200 OK")
    });
    let arguments = ["check", "--links", "--now", "2026-11-22T10:00:00Z", "."];
    let folder = site("links-progress", &format!("{host}/"), &[format!("{host}/a")]);
    let mut terminal = Terminal::new(&arguments, &folder.0);
    let said = terminal.hear("0 warnings");
    let last = said.rfind("of 6 links").unwrap_or_else(|| panic!("{said:?}"));
    assert!(said.contains("\r1 of 6 links") && said[last..].contains(&format!("\r{:30}\r", "")), "{said:?}");
    assert_eq!(terminal.ended().code(), Some(0));

    let folder = site("links-ended", &format!("{host}/"), &[format!("{host}/a"), format!("{host}/slow")]);
    let mut terminal = Terminal::new(&arguments, &folder.0);
    terminal.hear("6 of 7 links");
    let (start, id) = (Instant::now(), terminal.child.id().to_string());
    assert!(std::process::Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let status = terminal.ended();
    assert!(!status.success() && start.elapsed() < Duration::from_secs(5), "{status:?}");
}

#[test]
fn nobody_is_asked_without_being_told_to_and_the_level_can_be_set() {
    let (host, asked) = server(|_, _| status("404 Not Found"));
    let folder = site("links-level", &format!("{host}/"), &[format!("{host}/none")]);
    let plain = run(&["check", "--strict", "--now", "2026-11-22T10:00:00Z"], &folder.0);
    assert!(plain.status.code() == Some(0) && asked.lock().unwrap().is_empty(), "{}", errors(&plain));
    let told = run(&["check", "--links", "--now", "2026-11-22T10:00:00Z"], &folder.0);
    assert!(told.status.code() == Some(0) && errors(&told).contains("warning[LNK-02]"), "{}", errors(&told));
    let toml = format!("{}\n[checks]\nLNK-02 = \"error\"\n", repository("tests/cases/whole.toml"));
    std::fs::write(folder.0.join("support.toml"), toml).unwrap();
    let told = run(&["check", "--links", "--now", "2026-11-22T10:00:00Z"], &folder.0);
    assert!(told.status.code() == Some(1) && errors(&told).contains("error[LNK-02]"), "{}", errors(&told));
    assert!(errors(&told).contains("links.md:6:3"), "{}", errors(&told));
}
