//! What is shown is what would be published, as a host would serve it.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::super::watch::child::Site;
use super::preview::Preview;

/// What a path in a request may not hold as it is.
const SPECIAL: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

fn encode(path: &str) -> String {
    utf8_percent_encode(path, SPECIAL).to_string()
}

/// Sites at the root of their host and below a path, with redirects and with the oddest names.
const SITES: [&str; 3] = ["example-site", "tests/sites/hostile", "tests/sites/reseller"];

#[test]
fn every_file_of_a_build_is_shown_with_its_bytes_and_with_the_headers_of_the_host_files() {
    for folder in SITES {
        let site = Site::copy_of("published", folder);
        let preview = Preview::of(&site);
        assert!(!site.at("public").exists() && !site.at(".supportal").exists(), "nothing is written");
        let built = site.clean();
        let rules = rules(&String::from_utf8(built["_headers"].clone()).unwrap());
        for (file, bytes) in built.iter().filter(|(file, _)| *file != ".supportal") {
            let path = format!("{}{file}", preview.base);
            let redirects = String::from_utf8_lossy(&built["_redirects"]).into_owned();
            if redirects
                .lines()
                .any(|line| line.starts_with(&format!("{} ", encode(path.trim_end_matches("index.html")))))
            {
                continue;
            }
            let reply = preview.get(&encode(&path));
            assert_eq!(reply.status, 200, "{path}");
            let shown = if file.ends_with(".html") { reply.page() } else { reply.body.clone() };
            // The worker for times without a network takes its leave in a preview.
            assert_eq!(shown == *bytes, file != "offline.js" || shown.len() == bytes.len(), "{path}");
            assert_eq!(reply.header("cache-control"), Some("no-store"));
            assert_eq!(reply.headers.iter().filter(|(name, _)| name == "content-type").count(), 1);
            for (name, value) in
                rules.iter().filter(|(rule, ..)| fits(rule, &encode(&path))).flat_map(|(_, headers)| headers)
            {
                if name != "cache-control" {
                    assert_eq!(reply.header(name), Some(value.as_str()), "{path}: {name}");
                }
            }
        }
    }
}

/// A path (`*` stands for anything) and the headers below it.
fn rules(text: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut rules: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for line in text.lines() {
        match line.strip_prefix("  ").and_then(|header| header.split_once(": ")) {
            Some((name, value)) => rules.last_mut().unwrap().1.push((name.to_lowercase(), value.to_owned())),
            None => rules.push((line.to_owned(), Vec::new())),
        }
    }
    assert!(rules.len() > 5 && rules[0].1.len() == 4, "{rules:?}");
    rules
}

fn fits(rule: &str, path: &str) -> bool {
    match rule.split_once('*') {
        Some((before, after)) => path.starts_with(before) && path.ends_with(after),
        None => rule == path,
    }
}

#[test]
fn types_are_those_that_browsers_need() {
    let site = Site::copy_of("types", "example-site");
    site.write("static/guide.pdf", "%PDF");
    site.write("static/movie.mp4", "mp4");
    site.write("static/page.htm", "<p>An old page");
    let preview = Preview::of(&site);
    let style = site.clean().into_keys().find(|file| file.ends_with(".css")).unwrap();
    for (path, kind) in [
        ("en/", "text/html; charset=utf-8"),
        ("404.html", "text/html; charset=utf-8"),
        ("en/contact/index.md", "text/markdown; charset=utf-8"),
        (style.as_str(), "text/css; charset=utf-8"),
        ("offline.js", "text/javascript; charset=utf-8"),
        ("support.json", "application/json; charset=utf-8"),
        ("contact.vcf", "text/vcard; charset=utf-8"),
        ("hours.ics", "text/calendar; charset=utf-8"),
        ("sitemap.xml", "text/xml; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
        ("guide.pdf", "application/pdf"),
        ("movie.mp4", "video/mp4"),
        ("page.htm", "text/html; charset=utf-8"),
    ] {
        let reply = preview.get(&format!("/{path}"));
        assert_eq!((reply.status, reply.header("content-type")), (200, Some(kind)), "{path}");
    }
}

#[test]
fn old_addresses_lead_on_and_folders_get_their_slash() {
    for folder in SITES {
        let site = Site::copy_of("redirects", folder);
        let preview = Preview::of(&site);
        let redirects = preview.get(&format!("{}_redirects", preview.base)).text();
        for line in redirects.lines().filter(|line| line.ends_with(" 301")) {
            let [from, to, _] = line.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
            let reply = preview.get(&format!("{from}?a=b"));
            assert_eq!((reply.status, reply.header("location")), (301, Some(format!("{to}?a=b").as_str())), "{line}");
            assert_eq!(preview.get(to).status, 200);
        }
        let base = &preview.base;
        let reply = preview.get(&format!("{base}contact"));
        assert_eq!((reply.status, reply.header("location")), (301, Some(format!("{base}contact/").as_str())));
    }
}

#[test]
fn each_language_has_its_page_for_what_is_not_there() {
    let site = Site::copy_of("languages", "example-site");
    let preview = Preview::of(&site);
    for (path, language) in
        [("/nie-ma/", "pl"), ("/en/no/such/page.html", "en"), ("/de/nichts", "de"), ("/english/", "pl")]
    {
        let reply = preview.get(path);
        assert_eq!(reply.status, 404, "{path}");
        assert!(reply.text().contains(&format!("<html lang=\"{language}\"")), "{path}: {}", reply.text());
    }
}

#[test]
fn a_site_below_a_path_is_shown_below_it() {
    let site = Site::copy_of("below", "tests/sites/hostile");
    let preview = Preview::of(&site);
    assert_eq!(preview.base, "/a/b/");
    for near in ["/", "/a/b"] {
        let reply = preview.get(near);
        assert_eq!((reply.status, reply.header("location")), (301, Some("/a/b/")), "{near}");
    }
    for outside in ["/a/", "/contact/", "/a/bc/", "/index.html"] {
        assert_eq!(preview.get(outside).status, 404, "{outside}");
    }
    let home = preview.get("/a/b/").text();
    assert!(
        home.contains("<link rel=\"canonical\" href=\"https://help.example/a/b/\">"),
        "it is what would be published"
    );
    let elsewhere = Preview::with(&site, &["--port", "0", "--base-url", "https://other.example/"]);
    assert_eq!(elsewhere.base, "/");
    elsewhere.is_well();
}
