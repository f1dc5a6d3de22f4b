//! Partners unlike the example: a reseller with two desks, a provider with five, the smallest portal, a hostile one, a
//! large one. Each is complete, and each says only what its data says.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::harness::{Built, build, site};

const ALL: [&str; 4] = ["minimal", "reseller", "provider", "hostile"];

fn partner(name: &str) -> Built {
    build(site(&format!("tests/sites/{name}")))
}

/// The pages in their languages, as text.
fn pages(built: &Built) -> impl Iterator<Item = (&String, String)> {
    let html = built.files.iter().filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, bytes)| (path, String::from_utf8(bytes.clone()).unwrap()))
}

#[test]
fn each_builds_and_is_told_only_what_it_is_meant_to_show() {
    let told = |name: &str| -> BTreeSet<String> {
        let built = partner(name);
        assert!(!built.has_errors(), "{name}: {}", built.told());
        built.diagnostics.iter().map(|problem| problem.code.to_string()).collect()
    };
    let minimal = BTreeSet::from(["CON-05", "CON-08", "SEC-01"].map(str::to_owned));
    assert_eq!(told("minimal"), minimal, "what the smallest portal may leave out");
    let reseller = BTreeSet::from(["CON-05", "OPS-06", "TPL-03"].map(str::to_owned));
    assert_eq!(told("reseller"), reseller, "its green is the colour of open, its provider confirmed long ago");
    let provider = BTreeSet::from(["CON-04", "CON-05", "I18N-01"].map(str::to_owned));
    assert_eq!(told("provider"), provider, "Ukrainian has no built-in words, and nobody speaks it");
    assert!(told("hostile").is_superset(&BTreeSet::from(["I18N-01".to_owned(), "DOC-04".to_owned()])));
}

#[test]
fn no_page_has_an_empty_link_an_unfilled_slot_or_two_of_one_id() {
    for name in ALL {
        for (path, html) in pages(&partner(name)) {
            assert!(!html.contains("href=\"\"") && !html.contains("src=\"\""), "{name}/{path}: an empty address");
            let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let distinct: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), distinct.len(), "{name}/{path}: an id twice in {ids:?}");
            // Names of the hostile portal hold braces; no built-in sentence may.
            if name != "hostile" {
                let body = html.split("<body").nth(1).unwrap().split("<script").next().unwrap();
                assert!(!body.contains('{'), "{name}/{path}: a slot is not filled");
            }
        }
    }
}

#[test]
fn words_that_no_file_translates_stand_in_english_and_say_so() {
    let home = partner("provider").page("/uk/");
    assert!(home.contains("<html lang=\"uk\""), "the page is the Ukrainian one");
    assert!(home.contains("<body lang=\"en\""), "most of its words are English");
    assert!(home.contains("Not everything here is in Ukrainian yet"), "a visible note");
    assert!(home.contains("lang=\"uk\""), "what is Ukrainian says so");
    let cannot_sign_in = partner("hostile").page("/ja/cannot-sign-in/");
    assert!(cannot_sign_in.contains("<body lang=\"en\""));
}

#[test]
fn a_language_of_the_partner_s_own_words_is_complete_and_runs_from_right_to_left() {
    let built = partner("provider");
    let home = built.page("/ar/");
    assert!(home.contains("<html lang=\"ar\" dir=\"rtl\">") && home.contains("<body>"), "its words are Arabic");
    assert!(!home.contains("Opening hours") && !home.contains("Support and prices"), "no English word is left");
    assert!(built.page("/ar/pricing/").contains("lang=\"en\""), "a text in English says so");
}

#[test]
fn data_is_never_markup_and_never_a_template() {
    let built = partner("hostile");
    for (path, html) in pages(&built) {
        let lower = html.to_lowercase();
        assert!(!lower.contains("<img src=x") && !lower.contains("onerror=\""), "{path}: markup from a name");
        let scripts = lower.matches("<script").count();
        let ours = [
            "<script type=\"application/ld+json\">",
            "<script type=\"application/json\" id=\"hours\">",
            "<script type=\"application/json\" id=\"promises\">",
            "<script src=\"/a/b/assets/",
            "<script src=\"/a/b/offline.js\" async>",
            "<script>{const{from:",
        ];
        let data: usize = ours.iter().map(|start| lower.matches(start).count()).sum();
        assert_eq!(scripts, data, "{path}: a script from a name");
        assert!(!lower.contains("href=\"javascript:"), "{path}: a script behind a link");
    }
    assert!(pages(&built).any(|(_, html)| html.contains("{{ 7*7 }}")), "a name with braces is shown as it is");
}

#[test]
fn below_a_path_every_address_of_the_site_begins_with_it() {
    for (path, html) in pages(&partner("hostile")) {
        for href in html.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(!href.starts_with('/') || href.starts_with("/a/b/"), "{path}: {href}");
        }
    }
}

#[test]
fn prices_follow_the_countries_that_they_hold_for() {
    let built = partner("reseller");
    let contact = built.page("/en/contact/");
    let chicago = contact.split("<section").find(|card| card.contains("tel:+1")).unwrap();
    assert!(chicago.contains('$') && !chicago.contains('€'), "a way for the United States is priced in dollars");
    let home = built.page("/en/");
    let plans = home.split("Support and prices").last().unwrap();
    assert!(plans.contains('€') && plans.contains('$'), "both currencies stand on the home page");
}

#[test]
fn what_a_provider_handles_is_not_said_to_be_ours() {
    let page = partner("reseller").page("/en/partner-of-record/");
    let (ours, theirs) = page.split("We answer").nth(1).unwrap().split_once("The provider answers").unwrap();
    for duty in ["Orders and changes of subscriptions", "Requests at Microsoft"] {
        assert!(theirs.contains(duty) && !ours.contains(duty), "{duty}");
    }
}

#[test]
fn a_partner_with_two_offices_offers_both() {
    let now = partner("reseller").page("/en/");
    let card = now.split("<p class=\"state\" data-live").nth(1).unwrap();
    assert!(card.contains("tel:+49") && card.contains("tel:+1"));
}

#[test]
fn five_thousand_articles_in_nested_folders_are_all_listed() {
    let mut files = vec![("support.toml".to_owned(), super::harness::repository("tests/cases/base.toml").into_bytes())];
    for number in 0..5_000_u32 {
        let mut text = format!("+++\ntitle = \"Guide {number}\"\n+++\n\nSee [the next](");
        let next = (number + 1) % 5_000;
        let place = |number: u32| format!("area-{}/topic-{}/guide-{number}", number % 10, number % 100);
        let _ = writeln!(text, "../../{}.md).\n", place(next));
        files.push((format!("content/en/articles/{}.md", place(number)), text.into_bytes()));
    }
    let built = build(files);
    assert!(!built.has_errors(), "{}", built.told());
    let index = built.page("/articles/");
    assert_eq!(index.matches("href=\"/articles/area-").count(), 5_000);
    assert!(built.page("/articles/area-9/topic-99/guide-4999/").contains("/articles/area-0/topic-0/guide-0/"));
}
