//! What hosts and robots read: one policy and the same redirects in each of their files.

use sha2::{Digest, Sha256};

use super::super::harness::{Built, build, build_at, example};
use super::{json, sites};

#[test]
fn the_policy_of_pages_is_that_of_the_hosts_and_nothing_inline_is_outside_it() {
    for (site, built, _) in sites() {
        let policy = header_policy(&built);
        for (file, text) in [
            ("web.config", built.page("web.config").replace("&apos;", "'")),
            ("staticwebapp.config.json", built.page("staticwebapp.config.json")),
        ] {
            assert!(text.contains(&policy), "{site}: {file}");
        }
        assert!(!policy.contains("unsafe") && !policy.contains("http"), "{policy}");
        let in_page = policy.replace("; ", ";").replace(";connect-src 'self';frame-ancestors 'none'", "");
        for (path, bytes) in built.files.iter().filter(|(path, _)| path.ends_with(".html")) {
            let html = String::from_utf8_lossy(bytes);
            if html.contains("http-equiv=\"refresh\"") {
                continue;
            }
            let own = html.split("<meta http-equiv=\"Content-Security-Policy\" content=\"").nth(1).unwrap();
            let own = own.split('"').next().unwrap();
            let ((own_styles, own_rest), (styles, rest)) = (apart(own), apart(&in_page));
            assert_eq!(own_rest, rest, "{site}: {path}");
            // A page has no room for the hash of a style that only another carries.
            assert!(own_styles.iter().all(|hash| styles.contains(hash)), "{site}: {path} allows {own_styles:?}");
            for style in html.split("<style>").skip(1) {
                let style = hash(style.split("</style>").next().unwrap());
                assert!(own_styles.contains(&style.as_str()), "{site}: {path} has a style of its own");
            }
            for script in html.split("<script").skip(1) {
                let is_data = [
                    " type=\"application/ld+json\"",
                    " type=\"application/json\" id=\"hours\"",
                    " type=\"application/json\" id=\"promises\"",
                ];
                let code = script.strip_prefix('>').and_then(|rest| rest.split("</script>").next());
                // A file of the site: nothing but its own address can stand there.
                let is_file = script.strip_prefix(" src=\"/").is_some_and(|rest| {
                    let path = rest.split('"').next().unwrap();
                    built
                        .files
                        .keys()
                        .any(|file| path.ends_with(file) && (file.starts_with("assets/") || file == "offline.js"))
                });
                let is_known = match code {
                    Some(code) => policy.contains(&hash(code)),
                    None => is_file || is_data.iter().any(|data| script.starts_with(data)),
                };
                assert!(is_known, "{site}: {path} executes something");
            }
        }
    }
}

/// The hashes of styles in a policy, and all else.
fn apart(policy: &str) -> (Vec<&str>, Vec<&str>) {
    let (styles, rest) = policy.split(';').partition::<Vec<_>, _>(|directive| directive.starts_with("style-src"));
    let sources = styles.into_iter().flat_map(|directive| directive.split(' '));
    let (hashes, others) = sources.partition::<Vec<_>, _>(|source| source.starts_with("'sha256-"));
    (hashes, others.into_iter().chain(rest).collect())
}

fn header_policy(built: &Built) -> String {
    let headers = built.page("_headers");
    let line = headers.lines().find(|line| line.contains("Content-Security-Policy")).unwrap();
    line.split_once(": ").unwrap().1.to_owned()
}

fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let bits: String = digest.iter().map(|byte| format!("{byte:08b}")).collect();
    let digits: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['+', '/']).collect();
    let padded = format!("{bits}00");
    let text: String = padded
        .as_bytes()
        .chunks(6)
        .map(|six| digits[usize::from_str_radix(std::str::from_utf8(six).unwrap(), 2).unwrap()])
        .collect();
    format!("'sha256-{text}='")
}

#[test]
fn the_page_on_hosting_has_the_headers_of_the_build() {
    let page = super::super::harness::repository("docs/hosting.md");
    let flat = page.split_whitespace().collect::<Vec<_>>().join(" ").replace('"', "");
    let headers = build(example()).page("_headers");
    let of_all = headers.lines().skip(1).take_while(|line| line.starts_with(' '));
    for (name, value) in of_all.filter_map(|line| line.trim().split_once(": ")) {
        // Pages carry the policy themselves, but for the part that only a header may have.
        let value = if name == "Content-Security-Policy" { "frame-ancestors 'none'" } else { value };
        assert!(headers.contains(value), "{value}");
        for host in [format!("add_header {name} {value} always"), format!("Header always set {name} {value}")] {
            assert!(flat.contains(&host), "{host}");
        }
    }
}

#[test]
fn an_old_address_leads_on_at_every_host() {
    let mut files = example();
    let article = files
        .iter_mut()
        .find(|(path, _)| path.starts_with("content/pl/articles/") && !path.ends_with("index.md"))
        .unwrap();
    let text = String::from_utf8(article.1.clone()).unwrap();
    article.1 = text.replacen("+++\n", "+++\naliases = [\"/stary/adres/\", \"/żółw/\"]\n", 1).into_bytes();
    let built = build(files);
    assert!(!built.has_errors(), "{}", built.told());
    let redirects = built.page("_redirects");
    let lines: Vec<Vec<&str>> = redirects.lines().map(|line| line.split(' ').collect()).collect();
    let (lines, unknown) = lines.split_at(4);
    assert_eq!(unknown, [["/en/*", "/en/404.html", "404"], ["/de/*", "/de/404.html", "404"]]);
    let to = lines[0][1];
    assert!(lines.iter().all(|line| line[1] == to && line[2] == "301") && to.starts_with("/articles/"));
    assert_eq!(
        lines.iter().map(|line| line[0]).collect::<Vec<_>>(),
        ["/stary/adres/", "/stary/adres", "/%C5%BC%C3%B3%C5%82w/", "/%C5%BC%C3%B3%C5%82w"]
    );
    let azure = json(&built, "staticwebapp.config.json");
    let routes = azure["routes"].as_array().unwrap();
    assert!(
        routes
            .iter()
            .any(|route| route["route"] == "/stary/adres/" && route["redirect"] == to && route["statusCode"] == 301)
    );
    let iis = built.page("web.config");
    assert!(
        iis.contains("<location path=\"stary/adres\">")
            && iis.contains("<location path=\"żółw\">")
            && iis.contains(&format!("destination=\"{to}\""))
    );
    assert!(built.page("/stary/adres/").contains(to), "a page that redirects by itself, for hosts without redirects");
}

#[test]
fn every_host_sends_markdown_and_the_list_for_assistants_as_what_they_are() {
    let (_, built, _) = sites().into_iter().find(|(site, ..)| site.ends_with("hostile")).unwrap();
    let headers = built.page("_headers");
    assert!(headers.contains("\n/a/b/*.md\n  Content-Type: text/markdown; charset=utf-8\n"), "{headers}");
    assert!(headers.contains("\n/a/b/llms.txt\n  Content-Type: text/plain; charset=utf-8\n"), "{headers}");
    let azure = json(&built, "staticwebapp.config.json");
    assert_eq!(azure["mimeTypes"][".md"], "text/markdown; charset=utf-8");
    assert_eq!(azure["mimeTypes"][".txt"], "text/plain; charset=utf-8");
    let iis = built.page("web.config");
    assert!(iis.contains("<mimeMap fileExtension=\".md\" mimeType=\"text/markdown; charset=utf-8\"/>"));
    assert!(!built.page("sitemap.xml").contains(".md<") && !built.page("sitemap.xml").contains("/print/"));
}

#[test]
fn the_file_for_azure_is_small_enough() {
    for (site, built, _) in sites() {
        let size = built.files["staticwebapp.config.json"].len();
        assert!(size <= 20 * 1024, "{site}: {size} bytes");
    }
}

#[test]
fn a_site_below_a_path_says_so_to_its_host() {
    let (_, built, _) = sites().into_iter().find(|(site, ..)| site.ends_with("hostile")).unwrap();
    assert!(built.page("_headers").starts_with("/a/b/*\n"));
    let unknown: Vec<String> =
        built.page("_redirects").lines().filter(|line| line.ends_with(" 404")).map(str::to_owned).collect();
    assert!(unknown.contains(&"/a/b/* /a/b/404.html 404".to_owned()), "{unknown:?}");
    assert!(unknown.last().is_some_and(|line| line.starts_with("/a/b/* ")), "inner folders come first: {unknown:?}");
    assert_eq!(json(&built, "staticwebapp.config.json")["responseOverrides"]["404"]["rewrite"], "/a/b/404.html");
    assert_eq!(json(&built, "manifest.webmanifest")["start_url"], "/a/b/");
    assert!(built.page("robots.txt").contains("Sitemap: https://help.example/a/b/sitemap.xml"));
}

#[test]
fn weaknesses_are_reported_where_the_standard_says() {
    let text = build_at(example(), "2026-11-22T10:00:00Z").page(".well-known/security.txt");
    for line in [
        "Contact: mailto:bezpieczenstwo@chmurnik.example",
        "Expires: 2027-10-22T00:00:00Z",
        "Preferred-Languages: pl, en, de",
        "Canonical: https://wsparcie.chmurnik.example/.well-known/security.txt",
    ] {
        assert!(text.lines().any(|own| own == line), "{line} is not in\n{text}");
    }
    for (site, built, support) in sites() {
        let security = &support["security"];
        let is_said = ["email", "telephone", "policy"].iter().any(|key| !security[*key].is_null());
        assert_eq!(built.files.contains_key(".well-known/security.txt"), is_said, "{site}");
    }
}

#[test]
fn pages_name_the_feed_where_notices_are_and_home_stays_one_request() {
    for (site, built, support) in sites() {
        let base = support["site"]["base_url"].as_str().unwrap();
        let path = &base[base.find("//").map_or(0, |at| base[at + 2..].find('/').unwrap() + at + 2)..];
        for (file, bytes) in built.files.iter().filter(|(file, _)| file.ends_with("index.html")) {
            let html = String::from_utf8_lossy(bytes);
            if html.contains("http-equiv=\"refresh\"") {
                continue;
            }
            let inner = support["site"]["languages"]
                .as_array()
                .unwrap()
                .iter()
                .skip(1)
                .find_map(|tag| file.strip_prefix(&format!("{}/", tag.as_str().unwrap().to_lowercase())));
            let (language, inner) = match inner {
                Some(inner) => (&file[..file.len() - inner.len()], inner),
                None => ("", file.as_str()),
            };
            let feed = format!("type=\"application/atom+xml\" href=\"{path}{language}notices.atom\"");
            assert_eq!(html.contains(&feed), inner.starts_with("notices/"), "{site}: {file}");
            assert_eq!(html.contains("rel=\"manifest\""), inner != "index.html", "{site}: {file}");
        }
    }
}
