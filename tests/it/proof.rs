//! The page about the portal and `compliance.json`: every duty is met where they say.

use sha2::{Digest, Sha256};
use supportal::diagnostic::Code;

use super::harness::{Built, build, example, site};

fn compliance(built: &Built) -> serde_json::Value {
    serde_json::from_slice(&built.files["compliance.json"]).unwrap()
}

/// The page of an address of the site, and the anchor.
fn target<'a>(base: &str, url: &'a str) -> (&'a str, Option<&'a str>) {
    let path = url.strip_prefix(base).unwrap_or_else(|| panic!("{url} leads out of {base}"));
    path.split_once('#').map_or((path, None), |(page, anchor)| (page, Some(anchor)))
}

#[test]
fn every_duty_is_met_at_places_that_exist_in_every_language() {
    for name in ["example-site", "tests/sites/reseller", "tests/sites/provider", "tests/sites/minimal"] {
        let built = build(site(name));
        let told = compliance(&built);
        let base = told["portal"].as_str().unwrap();
        let ids: Vec<&str> =
            told["duties"].as_array().unwrap().iter().map(|duty| duty["id"].as_str().unwrap()).collect();
        let wanted: Vec<String> = (1..=13).map(|number| format!("O-{number}")).collect();
        assert_eq!(ids, wanted);
        for duty in told["duties"].as_array().unwrap() {
            assert!(duty["met"].as_bool().unwrap(), "{name}: {}", duty["id"]);
            for code in duty["checks"].as_array().unwrap() {
                assert!(Code::from_id(code.as_str().unwrap()).is_some(), "{code}");
            }
            for url in
                duty["places"].as_array().unwrap().iter().flat_map(|place| place["url"].as_object().unwrap().values())
            {
                let (page, anchor) = target(base, url.as_str().unwrap());
                let html = built.page(page);
                assert!(anchor.is_none_or(|anchor| html.contains(&format!("id=\"{anchor}\""))), "{name}: {url}");
            }
        }
    }
}

#[test]
fn the_page_says_the_same_with_links_that_arrive_and_is_found_from_every_page() {
    let built = build(example());
    let told = compliance(&built);
    for (prefix, language) in [("/", "pl"), ("/en/", "en"), ("/de/", "de")] {
        let about = built.page(&format!("{prefix}about-this-portal/"));
        for duty in told["duties"].as_array().unwrap() {
            let id = duty["id"].as_str().unwrap();
            assert!(about.contains(duty["text"][language].as_str().unwrap()), "{language}: {id}");
            assert!(about.contains(&format!("<small>{id}</small>")), "{language}: {id}");
            for place in duty["places"].as_array().unwrap() {
                let url = place["url"][language].as_str().unwrap();
                let path = url.strip_prefix("https://wsparcie.chmurnik.example").unwrap();
                assert!(about.contains(&format!("href=\"{path}\"")), "{language}: {path}");
                let on_paper = format!("<bdi>wsparcie.chmurnik.example{path}</bdi>");
                assert!(about.contains(&on_paper), "{language}: {on_paper}");
            }
        }
        let twin = String::from_utf8(
            built.files[format!("{prefix}about-this-portal/index.md").trim_start_matches('/')].clone(),
        )
        .unwrap();
        let facts = twin.split("\n## ").next().unwrap();
        assert_eq!(facts.matches("\n- ").count(), 13 + 4 + 1);
        for page in ["", "contact/", "404.html"] {
            let link = format!("href=\"{prefix}about-this-portal/\"");
            assert!(built.page(&format!("{prefix}{page}")).contains(&link), "{prefix}{page}");
        }
    }
}

#[test]
fn the_fingerprint_is_that_of_the_file_and_the_page_can_be_left_out() {
    let files = example();
    let (_, config) = files.iter().find(|(path, _)| path == "support.toml").unwrap().clone();
    let built = build(files);
    let hash: String = Sha256::digest(&config).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(compliance(&built)["facts_sha256"], hash.as_str());
    assert!(built.page("/about-this-portal/").contains(&hash));
    let without = String::from_utf8(config).unwrap().replacen("[site]", "[site]\nabout = false", 1);
    let others = example().into_iter().filter(|(path, _)| path != "support.toml");
    let built = build(others.chain([("support.toml".to_owned(), without.into_bytes())]).collect());
    assert!(!built.has_errors(), "{}", built.told());
    assert!(!built.files.keys().any(|path| path.contains("about-this-portal") || path.starts_with("compliance.")));
    for (path, bytes) in &built.files {
        assert!(!String::from_utf8_lossy(bytes).contains("about-this-portal"), "{path}");
    }
}
