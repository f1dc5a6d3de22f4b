//! `sitemap.xml` with the translations of each page, and `robots.txt`.

use std::fmt::Write;

use super::{updated, xml};
use crate::model::LanguageId;
use crate::site::{Page, Site};

/// The sitemap.
pub(super) const FILE: &str = "sitemap.xml";
/// What robots may read.
pub(super) const ROBOTS: &str = "robots.txt";

/// Every page that search engines may show.
pub(super) fn sitemap(site: &Site) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in site.pages.iter().filter(|page| page.kind.is_found()) {
        // Writing to a string cannot fail.
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
