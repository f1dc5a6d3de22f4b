#![allow(clippy::unwrap_used)]

use super::*;
use serde_json::Value;

/// A site that was moved once too often.
fn moved() -> Rules {
    let redirects = (0..3000).map(|n| Redirect {
        folder: format!("old/{n}/"),
        from: format!("/old/{n}/"),
        to: format!("/articles/new/of-a-longer-name/{n}/"),
    });
    let (base, policy) = ("/".to_owned(), Policy::new(&[], None));
    let redirects = redirects.collect();
    Rules { base, policy, headers: Vec::new(), redirects, not_found: Vec::new(), types: Vec::new() }
}

#[test]
fn thousands_of_redirects_do_not_make_the_file_for_azure_too_large() {
    let bytes = azure::config(&moved());
    assert!(bytes.len() <= azure::LARGEST, "{}", bytes.len());
    let read: Value = serde_json::from_slice(&bytes).unwrap();
    assert!(read["routes"].as_array().unwrap().len() > 80);
}

#[test]
fn nor_the_file_for_iis_which_refuses_one_of_250_kilobytes() {
    let xml = iis::config(&moved());
    assert!(xml.len() <= iis::LARGEST && iis::LARGEST < 250_000, "{}", xml.len());
    let count = |tag: &str| xml.matches(tag).count();
    assert!(count("<httpRedirect ") > 900 && count("<location ") == count("</location>"));
    assert!(xml.ends_with("</location>\n</configuration>\n"));
}

#[test]
fn cloudflare_is_given_no_more_redirects_than_it_reads() {
    assert_eq!(plain::redirects(&moved()).lines().count(), 2_000);
}
