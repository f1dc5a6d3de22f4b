//! The formats that machines read: each is read back and compared with `support.json`.

mod calendars;
mod data;
mod hosts;
mod lines;
mod sitemap;
mod structured;
mod twins;
mod vocabulary;

use super::harness::{self, Built, build_at};

const DAY: &str = "2026-11-22T10:00:00Z";

/// The example site and all test partners.
const SITES: [&str; 5] =
    ["example-site", "tests/sites/hostile", "tests/sites/minimal", "tests/sites/provider", "tests/sites/reseller"];

/// Every site with its files and what `support.json` says.
fn sites() -> Vec<(&'static str, Built, serde_json::Value)> {
    sites_at(DAY)
}

fn sites_at(now: &str) -> Vec<(&'static str, Built, serde_json::Value)> {
    let built = SITES.map(|site| {
        let built = build_at(harness::site(site), now);
        assert!(!built.has_errors(), "{site}: {}", built.told());
        let support = json(&built, "support.json");
        (site, built, support)
    });
    built.into()
}

fn json(built: &Built, path: &str) -> serde_json::Value {
    serde_json::from_str(&built.page(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The texts of a JSON array of texts.
fn strings(value: &serde_json::Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|item| item.as_str().unwrap()).collect()
}
