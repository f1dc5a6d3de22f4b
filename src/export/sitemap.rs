//! `sitemap.xml` with the translations of each page, and `robots.txt`.
//!
//! A sitemap holds at most 50,000 addresses and 50 MiB (sitemaps.org). A site with more has several, and `sitemap.xml` is
//! their index: robots and webmasters find it where they know it.

use std::fmt::Write;

use super::{updated, xml};
use crate::model::LanguageId;
use crate::site::{Page, Site};

/// The sitemap, or the index of several.
pub(super) const FILE: &str = "sitemap.xml";
/// What robots may read.
pub(super) const ROBOTS: &str = "robots.txt";
/// The most addresses of one sitemap.
const MOST: usize = 50_000;
/// The most bytes of one sitemap.
const LARGEST: usize = 50 * 1024 * 1024;
/// More bytes than an entry has around an address.
const AROUND: usize = 128;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// How many sitemaps a site has beside `sitemap.xml`: none, where that holds all pages.
pub(super) fn parts(site: &Site) -> usize {
    let count = found(site).count();
    let most = most_in_one(site);
    if count <= most { 0 } else { count.div_ceil(most) }
}

/// The file of a part, counted from 0.
pub(super) fn part_file(part: usize) -> String {
    format!("sitemap-{}.xml", part + 1)
}

/// What stands in `sitemap.xml`.
pub(super) fn sitemap(site: &Site) -> String {
    match parts(site) {
        0 => urls(site, found(site)),
        parts => index(site, parts),
    }
}

/// A part of a site's sitemap, counted from 0.
pub(super) fn part(site: &Site, part: usize) -> String {
    let most = most_in_one(site);
    urls(site, found(site).skip(part * most).take(most))
}

/// Every page that search engines may show.
fn found(site: &Site) -> impl Iterator<Item = &Page> {
    site.pages.iter().filter(|page| page.kind.is_found())
}

/// How many entries certainly fit into one sitemap: an entry names its page and each of its translations.
fn most_in_one(site: &Site) -> usize {
    let base = xml::escape(site.portal().base_url.as_str()).len();
    let longest = found(site).map(|page| page.address.path().len()).max().unwrap_or_default();
    // Of a letter outside ASCII an address has three times as many bytes.
    let address = base + 3 * longest + AROUND;
    fitting(address * (site.portal().languages.count() + 2))
}

/// How many entries of this size fit into one sitemap.
fn fitting(entry: usize) -> usize {
    ((LARGEST - 2 * AROUND) / entry).clamp(1, MOST)
}

fn index(site: &Site, parts: usize) -> String {
    let mut xml = format!("{HEAD}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
    for part in 0..parts {
        let address = format!("{}{}", site.portal().base_url.as_str(), part_file(part));
        // Writing to a string cannot fail.
        let _ = writeln!(xml, "<sitemap><loc>{}</loc></sitemap>", xml::escape(&address));
    }
    xml.push_str("</sitemapindex>\n");
    xml
}

fn urls<'s>(site: &'s Site, pages: impl Iterator<Item = &'s Page>) -> String {
    let mut xml = format!("{HEAD}<urlset xmlns=\"{NAMESPACE}\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    for page in pages {
        let _ = write!(xml, "<url><loc>{}</loc>", xml::escape(&page.address.absolute(site.portal())));
        if let Some(changed) = last_modified(site, page) {
            let _ = write!(xml, "<lastmod>{changed}</lastmod>");
        }
        alternates(site, page, &mut xml);
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

/// When the page's document was changed; its last update, for a notice that has some.
fn last_modified(site: &Site, page: &Page) -> Option<String> {
    let set = site.document(page.kind.document()?);
    let has_updates = set.notice.as_ref().is_some_and(|notice| !notice.updates.is_empty());
    if has_updates {
        return updated::instant(set, page.language).map(|instant| instant.to_string());
    }
    updated::date(set, page.language).map(|date| date.to_string())
}

fn alternates(site: &Site, page: &Page, xml: &mut String) {
    let portal = site.portal();
    let set = page.kind.document().map(|id| site.document(id));
    let written = portal.languages.iter().filter(|(id, _)| set.is_none_or(|set| set.in_language(*id).is_some()));
    let written: Vec<_> = written.map(|(id, tag)| (id, tag.as_str())).collect();
    if written.len() < 2 {
        return;
    }
    let fallback = written.iter().find(|(id, _)| *id == LanguageId::DEFAULT).map(|(id, _)| (*id, "x-default"));
    for (id, tag) in written.iter().copied().chain(fallback) {
        let href = site.address(page.kind, id).absolute(portal);
        let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\"/>", xml::escape(&href));
    }
}

/// Everything may be read.
pub(super) fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}{FILE}\n", site.portal().base_url.as_str())
}

#[cfg(test)]
mod tests {
    use super::{LARGEST, MOST, fitting};

    #[test]
    fn a_sitemap_holds_neither_more_addresses_nor_more_bytes_than_robots_read() {
        assert_eq!(fitting(300), MOST);
        assert_eq!(fitting(LARGEST), 1);
        for entry in [1_000, 1_048, 1_049, 5_000, 100_000] {
            assert!(fitting(entry) * entry + 200 < LARGEST, "{entry}");
        }
    }
}
