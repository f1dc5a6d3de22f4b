//! `sitemap.xml` with the translations of each page, and `robots.txt`.

use std::fmt::Write;

use crate::site::{Page, PageKind, Site};

/// Every page that search engines may show.
pub(super) fn sitemap(site: &Site) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in site.pages.iter().filter(|page| page.kind != PageKind::NotFound) {
        // Writing to a string cannot fail.
        let _ = write!(xml, "<url><loc>{}</loc>", escape(&page.address.absolute(site.portal())));
        if let Some(date) = last_modified(site, page) {
            let _ = write!(xml, "<lastmod>{date}</lastmod>");
        }
        alternates(site, page, &mut xml);
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

/// The date that the document's author gave; the day of the build says nothing about a page.
fn last_modified(site: &Site, page: &Page) -> Option<jiff::civil::Date> {
    let set = site.document(page.kind.document()?);
    let own = set.in_language(page.language).and_then(|document| document.meta.updated.or(document.meta.date));
    own.or_else(|| set.lead().and_then(|lead| lead.meta.updated.or(lead.meta.date)))
}

fn alternates(site: &Site, page: &Page, xml: &mut String) {
    let portal = site.portal();
    let set = page.kind.document().map(|id| site.document(id));
    let written = portal.languages.iter().filter(|(id, _)| set.is_none_or(|set| set.in_language(*id).is_some()));
    let written: Vec<_> = written.collect();
    if written.len() < 2 {
        return;
    }
    for (id, tag) in written {
        let href = site.address(page.kind, id).absolute(portal);
        let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>", tag.as_str(), escape(&href));
    }
}

/// Everything may be read.
pub(super) fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}sitemap.xml\n", site.portal().base_url.as_str())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
