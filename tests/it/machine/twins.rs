//! The twins of pages as Markdown, and `llms.txt`: read back by a parser, and compared with the pages and the data.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::{Built, harness, sites, strings};

/// The extensions that readers of Markdown have; what only few have is left out.
fn syntax() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS | Options::ENABLE_FOOTNOTES
}

/// The twins by their paths, with the HTML beside each.
fn twins(built: &Built) -> BTreeMap<&str, (String, String)> {
    let twins = built.files.keys().filter(|path| path.ends_with("index.md"));
    twins.map(|path| (path.as_str(), (built.page(path), built.page(&path.replace("index.md", "index.html"))))).collect()
}

/// What a reader sees.
fn words(markdown: &str) -> String {
    let mut words = String::new();
    for event in Parser::new_ext(markdown, syntax()) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => words.push('\n'),
            _ => {}
        }
    }
    words
}

/// The words of a page, without its tags.
fn words_of_page(html: &str) -> String {
    let body = html.split("<body").nth(1).unwrap();
    let parts = body.split('<').map(|part| part.split_once('>').map_or("", |(_, text)| text));
    let text: String = parts.collect::<Vec<_>>().join("\n");
    text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'")
}

#[test]
fn every_page_has_a_twin_and_names_it() {
    for (site, built, support) in sites() {
        let languages = strings(&support["site"]["languages"]).len();
        let mut pages = 0;
        for (path, bytes) in built.files.iter().filter(|(path, _)| path.ends_with("index.html")) {
            let html = String::from_utf8_lossy(bytes);
            if html.contains("http-equiv=\"refresh\"") {
                continue;
            }
            pages += 1;
            let twin = built.page(&path.replace("index.html", "index.md"));
            let heading = twin.lines().next().unwrap().strip_prefix("# ").unwrap_or_default().to_owned();
            assert!(!heading.is_empty(), "{site}/{path}: the twin has no heading");
            let canonical = html.split("rel=\"canonical\" href=\"").nth(1).unwrap().split('"').next().unwrap();
            assert!(twin.trim_end().ends_with(&format!("]({canonical})")), "{site}/{path}: does not lead to its page");
            let is_home = path.matches('/').count() < 2 && html.contains("class=\"grid why\"");
            let names = html.contains("<link rel=\"alternate\" type=\"text/markdown\" href=\"index.md\">");
            assert!(names != is_home, "{site}/{path}: named {names}");
        }
        assert_eq!(twins(&built).len(), pages, "{site}: a twin without a page");
        assert!(pages >= 14 * languages, "{site}: {pages} pages");
        assert!(!built.page("404.html").contains("text/markdown") && !built.files.contains_key("404.md"));
    }
}

#[test]
fn a_twin_says_the_numbers_prices_and_hours_of_its_page() {
    for (site, built, support) in sites() {
        let twins = twins(&built);
        let (contact, contact_page) = &twins["contact/index.md"];
        for method in support["contact_methods"].as_array().unwrap() {
            let id = &method["id"];
            if let Some(telephone) = method["telephone"].as_str() {
                let written = words(contact).replace([' ', '-'], "");
                assert!(written.contains(telephone), "{site}: {id}: {telephone}");
            }
            if let Some(email) = method["email"].as_str() {
                assert!(words(contact).contains(email), "{site}: {id}: {email}");
            }
            if let Some(reading) = method["hours"].as_str().map(|hours| &support["hours"][hours]) {
                for open in reading["weekly"].as_object().into_iter().flatten().flat_map(|(_, day)| strings(day)) {
                    let (start, _) = open.split_once('-').unwrap();
                    let is_in = |text: &str| text.contains(start) || text.contains(start.trim_start_matches('0'));
                    assert!(is_in(&words(contact)) || !is_in(&words_of_page(contact_page)), "{site}: {id}: {open}");
                    assert!(is_in(&words(contact)) || open == "00:00-24:00", "{site}: {id}: {open}");
                }
            }
        }
        let (pricing, pricing_page) = &twins["pricing/index.md"];
        let (twin, page) = (digits(&words(pricing)), digits(&words_of_page(pricing_page)));
        let offers = ["plans", "rates"].into_iter().flat_map(|list| support[list].as_array().unwrap());
        let mut found = 0;
        for price in offers.flat_map(|offer| offer["prices"].as_array().unwrap()) {
            let amount = price["amount"].as_str().unwrap();
            let amount = digits(amount.strip_suffix(".00").unwrap_or(amount));
            assert_eq!(twin.contains(&amount), page.contains(&amount), "{site}: {price}");
            found += usize::from(twin.contains(&amount));
        }
        assert!(found > 3 || site.ends_with("minimal"), "{site}: {found} prices");
    }
}

/// Without what languages put between the digits of a number.
fn digits(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '.' | ',' | '\u{a0}' | '\u{202f}' | '’' | '٬' | '٫')).collect()
}

#[test]
fn a_twin_has_no_html_and_leads_only_where_its_page_leads() {
    for (site, built, _) in sites() {
        let mut links = 0;
        for (path, (twin, html)) in twins(&built) {
            let canonical = html.split("rel=\"canonical\" href=\"").nth(1).unwrap().split('"').next().unwrap();
            let hrefs = [" href=\"", " src=\""].into_iter().flat_map(|name| html.split(name).skip(1));
            let hrefs: BTreeSet<String> = hrefs
                .map(|rest| whole(rest.split('"').next().unwrap(), canonical))
                .map(|href| decoded(&href))
                .collect();
            for event in Parser::new_ext(&twin, syntax()) {
                match event {
                    Event::Html(html) | Event::InlineHtml(html) => panic!("{site}/{path}: {html}"),
                    Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                        links += 1;
                        assert!(hrefs.contains(&decoded(&dest_url)), "{site}/{path}: {dest_url}");
                        assert!(!dest_url.starts_with(['/', '#', '.']), "{site}/{path}: {dest_url} is not whole");
                    }
                    _ => {}
                }
            }
        }
        assert!(links > 100, "{site}: {links} links");
    }
}

fn whole(href: &str, canonical: &str) -> String {
    let href = href.replace("&amp;", "&").replace("&#39;", "'");
    let base = url::Url::parse(canonical).unwrap();
    if href.starts_with(['/', '#']) { base.join(&href).unwrap().to_string() } else { href }
}

/// An address without the ways in which it can be written.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address.as_bytes();
    while let Some((first, more)) = rest.split_first() {
        let hex = more.get(..2).and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match (first, hex) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &more[2..];
            }
            _ => {
                bytes.push(*first);
                rest = more;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What a partner could write, and what would become of it in Markdown.
const HOSTILE: [&str; 14] = [
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "a | b | c",
    "*a* **b** _c_ ~~d~~ `e`",
    "[a](https://evil.example/)",
    "![a](https://evil.example/a.png)",
    "<b>a</b><script>alert(1)</script>",
    "<https://evil.example/>",
    "&lt;b&gt; &#35;",
    "back\\\\slash\\\\",
    "---",
    "```",
];

#[test]
fn no_text_of_a_partner_is_markup() {
    let with = |value: &dyn Fn(usize) -> String| {
        let mut files = harness::example();
        let config = files.iter_mut().find(|(path, _)| path == "support.toml").unwrap();
        let text = String::from_utf8(config.1.clone()).unwrap();
        let mut parts = text.split("en = \"");
        let mut out = parts.next().unwrap().to_owned();
        for (number, part) in parts.enumerate() {
            let (_, rest) = part.split_once('"').unwrap();
            out.push_str(&format!("en = \"{}\"{rest}", value(number)));
        }
        config.1 = out.into_bytes();
        let built = harness::build(files);
        assert!(!built.has_errors(), "{}", built.told());
        built
    };
    // Each text is another one: equal facts are said once.
    let harmless = with(&|number| format!("Word {number}"));
    let hostile = with(&|number| format!("{} {number}", HOSTILE[number % HOSTILE.len()]));
    let alone = with(&|number| ["-", "=", "`", "~", "#"][number % 5].repeat(3 + number));
    let mut compared = 0;
    for (path, (twin, _)) in twins(&harmless).into_iter().filter(|(path, _)| path.starts_with("en/")) {
        for other in [&hostile, &alone] {
            compared += 1;
            assert_eq!(shape(&twin), shape(&other.page(path)), "{path}:\n{}", other.page(path));
        }
    }
    assert!(compared > 60 && hostile.page("en/contact/index.md").contains("\\# heading"), "nothing was compared");
    assert_eq!(shape(&hostile.page("llms.txt")), shape(&harmless.page("llms.txt")));
}

/// The structure of a text: its elements without the words in them.
fn shape(markdown: &str) -> Vec<String> {
    let mut shape: Vec<String> = Vec::new();
    for event in Parser::new_ext(markdown, syntax()) {
        match event {
            Event::Text(_) if shape.last().is_some_and(|last| last == "text") => {}
            Event::Text(_) => shape.push("text".to_owned()),
            event => shape.push(format!("{event:?}")),
        }
    }
    shape
}

#[test]
fn a_document_is_the_text_of_its_author() {
    let built = harness::build(harness::example());
    let twin = built.page("en/articles/mail/mail-does-not-arrive/index.md");
    let source = harness::repository("example-site/content/en/articles/mail/mail-does-not-arrive.md");
    let body = source.splitn(3, "+++").nth(2).unwrap();
    for line in body.lines().filter(|line| !line.contains("](")) {
        assert!(twin.contains(line.trim_end()), "{line}");
    }
    assert!(!twin.contains("+++") && !twin.contains(".md)"), "front matter or a path of a source file");
}

#[test]
fn assistants_find_every_twin_once_in_the_list() {
    for (site, built, support) in sites() {
        let base = support["site"]["base_url"].as_str().unwrap();
        let list = built.page("llms.txt");
        let mut lines = list.lines().filter(|line| !line.is_empty());
        assert!(lines.next().unwrap().starts_with("# ") && lines.next().unwrap().starts_with("> "), "{site}");
        let lines: Vec<&str> = lines.collect();
        assert!(lines.iter().all(|line| line.starts_with("## ") || line.starts_with("- [")), "{site}: {list}");
        let leads = Parser::new(&list).filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some(decoded(dest_url.strip_prefix(base).unwrap())),
            _ => None,
        });
        let leads: Vec<String> = leads.collect();
        let distinct: BTreeSet<&str> = leads.iter().map(String::as_str).collect();
        assert_eq!(leads.len(), distinct.len(), "{site}: a link twice");
        let wanted: BTreeSet<&str> = twins(&built).into_keys().collect();
        let listed: BTreeSet<&str> = distinct.iter().copied().filter(|path| path.ends_with(".md")).collect();
        assert_eq!(listed, wanted, "{site}");
        for file in distinct {
            assert!(built.files.contains_key(file), "{site}: there is no {file}");
        }
        for file in ["support.json", "contact.vcf", "hours.ics", "closures.ics", "maintenance.ics"] {
            assert!(list.contains(&format!("]({base}{file})")), "{site}: {file}");
        }
    }
}
