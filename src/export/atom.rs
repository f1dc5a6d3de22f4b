//! `notices.atom` (RFC 4287), one feed for each language: what readers of news and chat channels subscribe to.

use std::fmt::Write;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::facts::{Facts, origin};
use super::stated::Stated;
use super::{updated, xml};
use crate::content::{Document, DocumentKind};
use crate::model::LanguageId;
use crate::model::hours::utc_midnight;
use crate::model::notice::Notice;
use crate::site::{DocumentId, DocumentSet, PageKind};
use crate::wording::{Course, Wording};

/// The notices in a language; those that exist only in another stand there in its words and lead to it.
pub(super) fn feed(facts: &Facts<'_>, language: LanguageId) -> Vec<u8> {
    let wording = facts.wording(language);
    let portal = facts.portal();
    let partner = wording.plain(&portal.partner.name);
    let own = facts.site.feed(language).absolute(portal);
    let notices = facts.site.documents_of(DocumentKind::Notice).filter(|(_, set)| set.notice.is_some());
    let mut entries: Vec<Entry<'_>> = notices.filter_map(|(id, set)| Entry::new(facts, &wording, id, set)).collect();
    entries.sort_by(|a, b| b.updated.cmp(&a.updated).then_with(|| a.id.cmp(&b.id)));
    // A feed without entries still has a date, and it may not change from build to build.
    let newest = entries.iter().map(|entry| entry.updated).max();
    let newest = newest.or(portal.reviewed.map(utc_midnight)).unwrap_or(Timestamp::UNIX_EPOCH);
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
    id: String,
    title: String,
    url: String,
    lang: &'a str,
    published: Option<Timestamp>,
    updated: Timestamp,
    /// Its kind, its status and the services affected, for programs.
    categories: Vec<Category<'a>>,
    summary: String,
    content: String,
}

/// What programs sort entries by.
struct Category<'a> {
    term: &'a str,
    label: String,
    scheme: Option<String>,
}

impl<'a> Entry<'a> {
    fn new(facts: &Facts<'a>, wording: &Wording<'a>, id: DocumentId, set: &'a DocumentSet) -> Option<Self> {
        let document = set.nearest(wording.language)?;
        let notice = set.notice.as_ref()?;
        let spoken = Wording { language: document.language, ..*wording };
        let address = |language| facts.site.address(PageKind::Notice(id), language).absolute(facts.portal());
        let stated = Stated::new(&spoken, set, notice, document);
        let date = |document: &Document| document.meta.date;
        Some(Self {
            // An id never changes (RFC 4287, 4.2.6). The address in the feed's own language is the same before and after a
            // translation is added; the entries of two feeds differ in their words, so that each has its own.
            id: address(wording.language),
            title: stated.title(&spoken, notice),
            url: address(document.language),
            lang: facts.portal().languages.tag(document.language).as_str(),
            published: date(document).or_else(|| date(set.lead()?)).map(utc_midnight),
            updated: updated(facts, set, notice, document),
            categories: categories(facts, &spoken, notice, &stated),
            summary: stated.summary(),
            content: stated.html() + &absolute(&spoken.document_html(document), origin(&facts.portal().base_url)),
        })
    }

    fn write(&self, xml: &mut String) {
        let _ = writeln!(xml, "<entry xml:lang=\"{}\">", self.lang);
        element(xml, "id", &self.id);
        element(xml, "title", &self.title);
        link(xml, "alternate", &self.url, "text/html");
        if let Some(published) = self.published {
            element(xml, "published", &published.to_string());
        }
        element(xml, "updated", &self.updated.to_string());
        for Category { term, label, scheme } in &self.categories {
            let scheme = scheme.iter().map(|scheme| format!(" scheme=\"{}\"", xml::escape(scheme))).collect::<String>();
            let (term, label) = (xml::escape(term), xml::escape(label));
            let _ = writeln!(xml, "<category term=\"{term}\"{scheme} label=\"{label}\"/>");
        }
        element(xml, "summary", &self.summary);
        let _ = writeln!(xml, "<content type=\"html\">{}</content>", xml::escape(&self.content));
        xml.push_str("</entry>\n");
    }
}

/// When what an entry says changed last: by its author, or because its end came, where only the clock says that it is over.
fn updated(facts: &Facts<'_>, set: &DocumentSet, notice: &Notice, document: &Document) -> Timestamp {
    let ended = Course::of(set, notice, facts.today).ended(notice);
    // Nobody dated it: then it is as old as what it tells, or as the portal's facts while that is to come.
    let begun = notice.start.filter(|start| start.to_zoned(TimeZone::UTC).date() <= facts.today);
    let undated = || begun.or(facts.portal().reviewed.map(utc_midnight)).unwrap_or(Timestamp::UNIX_EPOCH);
    updated::instant(set, document.language).max(ended).unwrap_or_else(undated)
}

fn categories<'a>(facts: &Facts<'a>, wording: &Wording<'_>, notice: &'a Notice, stated: &Stated) -> Vec<Category<'a>> {
    let kind = Category { term: notice.kind.name(), label: stated.kind.clone(), scheme: None };
    let status = notice.status.map(|status| Category {
        term: status.name(),
        label: wording.notice_status(Some(status)),
        scheme: None,
    });
    let scheme = facts.address("support.json#components");
    let services = notice.components.iter().map(|service| {
        let component = &facts.portal().components[*service];
        Category { term: &component.id, label: wording.plain(&component.name).to_owned(), scheme: Some(scheme.clone()) }
    });
    [kind].into_iter().chain(status).chain(services).collect()
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
