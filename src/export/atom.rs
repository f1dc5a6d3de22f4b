//! `notices.atom` (RFC 4287), one feed for each language: what readers of news and chat channels subscribe to.

use std::fmt::Write;

use jiff::Timestamp;

use super::facts::{Facts, midnight, origin};
use super::{updated, xml};
use crate::content::{Document, DocumentKind};
use crate::model::LanguageId;
use crate::model::notice::NoticeKind;
use crate::site::{DocumentId, DocumentSet, PageKind};
use crate::wording::Wording;

/// The notices in a language; those that exist only in another stand there with its title and lead to it.
pub(super) fn feed(facts: &Facts<'_>, language: LanguageId) -> Vec<u8> {
    let wording = facts.wording(language);
    let portal = facts.portal();
    let partner = wording.plain(&portal.partner.name);
    let own = facts.site.feed(language).absolute(portal);
    let notices = facts.site.documents_of(DocumentKind::Notice).filter(|(_, set)| set.notice.is_some());
    let mut entries: Vec<Entry<'_>> = notices.filter_map(|(id, set)| Entry::new(facts, &wording, id, set)).collect();
    entries.sort_by(|a, b| b.updated.cmp(&a.updated).then_with(|| a.url.cmp(&b.url)));
    // A feed without entries still has a date, and it may not change from build to build.
    let newest = entries.iter().map(|entry| entry.updated).max();
    let newest = newest.or(portal.reviewed.map(midnight)).unwrap_or(Timestamp::UNIX_EPOCH);
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
        portal.languages.tag(language).as_str()
    );
    let heading = format!("{} – {partner}", wording.word("notices_heading"));
    element(&mut xml, "id", &own);
    element(&mut xml, "title", &heading);
    element(&mut xml, "subtitle", &wording.say("describe_notices", &[("partner", partner)]));
    element(&mut xml, "updated", &newest.to_string());
    link(&mut xml, "self", &own, "application/atom+xml");
    link(&mut xml, "alternate", &facts.site.address(PageKind::Notices, language).absolute(portal), "text/html");
    // Writing to a string cannot fail.
    let _ = writeln!(xml, "<author><name>{}</name></author>", xml::escape(partner));
    for entry in &entries {
        entry.write(&mut xml);
    }
    xml.push_str("</feed>\n");
    xml.into_bytes()
}

/// A notice in a feed.
struct Entry<'a> {
    document: &'a Document,
    kind: NoticeKind,
    url: String,
    lang: &'a str,
    published: Option<Timestamp>,
    updated: Timestamp,
    content: String,
}

impl<'a> Entry<'a> {
    fn new(facts: &Facts<'a>, wording: &Wording<'a>, id: DocumentId, set: &'a DocumentSet) -> Option<Self> {
        let document = set.nearest(wording.language)?;
        let notice = set.notice.as_ref()?;
        let spoken = Wording { language: document.language, ..*wording };
        let updated = updated::instant(set, document.language).or(notice.start);
        Some(Self {
            document,
            kind: notice.kind,
            url: facts.site.address(PageKind::Notice(id), document.language).absolute(facts.portal()),
            lang: facts.portal().languages.tag(document.language).as_str(),
            published: document.meta.date.map(midnight),
            updated: updated.unwrap_or(Timestamp::UNIX_EPOCH),
            content: content(facts, &spoken, document),
        })
    }

    fn write(&self, xml: &mut String) {
        let _ = writeln!(xml, "<entry xml:lang=\"{}\">", self.lang);
        element(xml, "id", &self.url);
        element(xml, "title", &self.document.meta.title);
        link(xml, "alternate", &self.url, "text/html");
        if let Some(published) = self.published {
            element(xml, "published", &published.to_string());
        }
        element(xml, "updated", &self.updated.to_string());
        let _ = writeln!(xml, "<category term=\"{}\"/>", self.kind.name());
        if let Some(description) = &self.document.meta.description {
            element(xml, "summary", description);
        }
        let _ = writeln!(xml, "<content type=\"html\">{}</content>", xml::escape(&self.content));
        xml.push_str("</entry>\n");
    }
}

/// What was said in the course of a notice, newest first, then its text; links hold outside the site too.
fn content(facts: &Facts<'_>, wording: &Wording<'_>, document: &Document) -> String {
    let mut html = String::new();
    let updates = document.notice.iter().flat_map(|matter| matter.updates.iter().rev().map(|u| (u, &matter.zone)));
    for (update, zone) in updates {
        let time = wording.locale().date_time(update.time.to_zoned(zone.clone()).datetime());
        let time = wording.in_zone(&time, zone);
        let _ = write!(html, "<p><b>{}</b><br>{}</p>", xml::escape(&time), xml::escape(&update.text));
    }
    html.push_str(&absolute(&wording.document_html(document), origin(&facts.portal().base_url)));
    html
}

/// HTML whose links from the root of the host are whole addresses. Only tags are changed: text may look like one.
fn absolute(html: &str, origin: &str) -> String {
    let mut out = String::with_capacity(html.len() + 256);
    for (number, part) in html.split('<').enumerate() {
        if number > 0 {
            out.push('<');
        }
        let (tag, text) = part.split_once('>').map_or((part, None), |(tag, text)| (tag, Some(text)));
        let whole = |attribute: &str, tag: &str| {
            tag.replace(&format!(" {attribute}=\"/"), &format!(" {attribute}=\"{origin}/"))
        };
        match number {
            0 => out.push_str(tag),
            _ => out.push_str(&whole("src", &whole("href", tag))),
        }
        if let Some(text) = text {
            out.push('>');
            out.push_str(text);
        }
    }
    out
}

fn element(xml: &mut String, name: &str, text: &str) {
    let _ = writeln!(xml, "<{name}>{}</{name}>", xml::escape(text));
}

fn link(xml: &mut String, rel: &str, href: &str, kind: &str) {
    let _ = writeln!(xml, "<link rel=\"{rel}\" type=\"{kind}\" href=\"{}\"/>", xml::escape(href));
}

#[cfg(test)]
mod tests {
    use super::absolute;

    #[test]
    fn links_from_the_root_of_the_host_become_whole_addresses() {
        let html = "a > b <p><a href=\"/x/\">/x/</a> href=\"/y\" <img alt=\"\" src=\"/assets/z.png\"><a href=\"https://a.example/\">";
        assert_eq!(
            absolute(html, "https://h.example"),
            "a > b <p><a href=\"https://h.example/x/\">/x/</a> href=\"/y\" <img alt=\"\" src=\"https://h.example/assets/z.png\"><a href=\"https://a.example/\">"
        );
    }
}
