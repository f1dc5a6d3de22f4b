//! `_headers` and `_redirects`, which Cloudflare Pages and Netlify read.

use std::fmt::Write;

use super::{ASSETS, ASSETS_CACHE, Redirect, Rules, TWINS, TYPES};

/// The most rules that Cloudflare reads; the first three are not types of single files.
const MOST_RULES: usize = 100;

/// The headers. Rules that match the same path add up, so `Cache-Control` stands in one of them only: pages are left to
/// the host, which has them asked for again each time.
pub(super) fn headers(rules: &Rules) -> String {
    let mut text = format!("{}*\n", rules.base);
    for (name, value) in &rules.headers {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {name}: {value}");
    }
    let _ = write!(text, "{}{ASSETS}*\n  Cache-Control: {ASSETS_CACHE}\n", rules.base);
    for (extension, kind) in TYPES.iter().filter(|(extension, _)| *extension == TWINS) {
        let _ = write!(text, "{}*{extension}\n  Content-Type: {kind}\n", rules.base);
    }
    for (file, kind) in rules.types.iter().take(MOST_RULES - 3) {
        let _ = write!(text, "{}{file}\n  Content-Type: {kind}\n", rules.base);
    }
    text
}

/// The most redirects that Cloudflare reads, two for each old address.
const MOST_REDIRECTS: usize = 2_000;

/// The page at the root of a host is answered by itself where nothing is.
const ROOT_NOT_FOUND: &str = "/404.html";

/// The redirects, with and without the last slash. Those beyond what a host reads are left out: their pages redirect by
/// themselves. Netlify has to be told which page each language has for what is not there; Cloudflare finds it, and passes
/// over these lines.
pub(super) fn redirects(rules: &Rules) -> String {
    let mut text = String::new();
    for Redirect { from, to, .. } in rules.redirects.iter().take(MOST_REDIRECTS / 2) {
        let _ = writeln!(text, "{from} {to} 301");
        let _ = writeln!(text, "{} {to} 301", from.trim_end_matches('/'));
    }
    for page in rules.not_found.iter().filter(|page| *page != ROOT_NOT_FOUND) {
        let _ = writeln!(text, "{}* {page} 404", page.trim_end_matches("404.html"));
    }
    text
}
