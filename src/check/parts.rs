//! TPL-05 and those beside it: what the frame of every page carries, so that no template of a partner's own loses it unseen.

use super::page::{Fault, after, has};
use crate::diagnostic::{Severity, code};
use crate::model::contact::Way;
use crate::site::{Page, PageKind, Site};

/// Marks of which one stands on every page, what is wrong without, and what to do.
const MARKS: [(&[&str], &str, &str); 6] = [
    (
        &["<!doctype html>", "<!DOCTYPE html>"],
        "the type of the document is not said at the top of",
        "begin with <!doctype html>: without it browsers lay a page out as they did long ago",
    ),
    (
        &["charset=\"utf-8\"", "charset=utf-8", "charset=\"UTF-8\""],
        "the encoding is not said on",
        "write <meta charset=\"utf-8\"> first in the head: letters with accents break without it",
    ),
    (
        &["Content-Security-Policy"],
        "the policy against foreign code is missing on",
        "write <meta http-equiv=\"Content-Security-Policy\" content=\"{{ shell.policy | safe }}\"> in the head",
    ),
    (
        &["name=\"viewport\""],
        "telephones are not told to use their width on",
        "write <meta name=\"viewport\" content=\"width=device-width\"> in the head",
    ),
    (
        &["rel=\"canonical\""],
        "the page's own address is not said on",
        "write <link rel=\"canonical\" href=\"{{ shell.canonical }}\"> in the head",
    ),
    (
        &["rel=\"stylesheet\"", "<style"],
        "no style is used by",
        "keep the block head_style of base.html, which writes shell.style",
    ),
];

/// The places of the menu.
const PLACES: [(PageKind, &str); 4] = [
    (PageKind::Contact, "no link leads to the contact page from"),
    (PageKind::Pricing, "no link leads to the prices from"),
    (PageKind::SelfService, "no link leads to self-help from"),
    (PageKind::Notices, "no link leads to the notices from"),
];

/// What is missing on a page.
pub(super) fn missing(site: &Site, page: &Page, html: &str) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    let mut lack = |message: &str, hint| faults.push((code::TPL_05, Severity::Warning, message.to_owned(), hint));
    for (marks, message, hint) in MARKS {
        if !marks.iter().any(|mark| has(html, mark)) {
            lack(message, hint);
        }
    }
    if !page.kind.is_found() && !has(html, "noindex") {
        lack(
            "search engines are not kept away from",
            "write <meta name=\"robots\" content=\"noindex\"> where shell.noindex is true",
        );
    }
    let is_main = matches!(page.kind, PageKind::Home | PageKind::Contact | PageKind::Pricing);
    if is_main && !has(html, "name=\"description\"") {
        lack(
            "search engines find no description of",
            "write <meta name=\"description\" content=\"{{ shell.description }}\">",
        );
    }
    if is_main && !has(html, "application/ld+json") {
        lack(
            "the data for search engines are missing on",
            "keep the block head_end of base.html, which writes shell.json_ld",
        );
    }
    let clock = ["id=\"hours\"", "<script>", " data-live"].map(|part| has(html, part));
    if clock[..2].contains(&true) && clock.contains(&false) {
        lack(
            "what says whether somebody answers now is not whole on",
            "keep the block head_script of base.html, and an element with data-live",
        );
    }
    let mut blocks = ["<style>", "<script>"].into_iter().flat_map(|open| after(html, open));
    if blocks.any(|block| block.split("</").next().is_some_and(|block| block.contains("&quot;"))) {
        lack("a style or a script is escaped, and does nothing, on", "write | safe behind it: this program made it");
    }
    if !has(html, "<code") && has(html, "&lt;p&gt;") {
        lack(
            "HTML is shown as text on",
            "write | safe behind fields named html: this program made them, and they are safe",
        );
    }
    if page.kind != PageKind::Print {
        faults.extend(links(site, page, html));
    }
    faults.extend(words(page, html));
    faults
}

/// Ways to other pages, to the other languages, and to people.
fn links(site: &Site, page: &Page, html: &str) -> Vec<Fault> {
    let portal = site.portal();
    let leads_to = |kind, language| has(html, &format!("href=\"{}\"", site.address(kind, language).href(portal)));
    let mut faults: Vec<Fault> = Vec::new();
    let mut lack = |message: &str, hint| faults.push((code::TPL_05, Severity::Warning, message.to_owned(), hint));
    for (kind, message) in PLACES {
        if page.kind != kind && !leads_to(kind, page.language) {
            lack(message, "show shell.menu in your template");
        }
    }
    // Without a footer the privacy notice is missed too, and told.
    let has_footer = leads_to(PageKind::Privacy, page.language);
    if page.kind != PageKind::Legal && has_footer && !leads_to(PageKind::Legal, page.language) {
        lack(
            "no link leads to who publishes the portal from",
            "show shell.footer in your template, or link to the page",
        );
    }
    let mut others = portal.languages.ids().filter(|language| *language != page.language);
    let is_translated = page.kind.is_found() && page.kind.document().is_none();
    if is_translated && !others.all(|language| leads_to(page.kind, language)) {
        lack("the other languages cannot be chosen on", "show shell.languages in your template");
    }
    let can_be_called = portal.contact_methods.iter().any(|method| matches!(method.way, Way::Phone(_) | Way::Email(_)));
    if can_be_called && !has(html, "href=\"tel:") && !has(html, "href=\"mailto:") {
        lack(
            "no number and no address to write to stands on",
            "show shell.now in your template: whoever is stuck has to reach you from every page",
        );
    }
    faults
}

/// A11Y-01: what people hear of a page.
fn words(page: &Page, html: &str) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    let mut fault = |severity, message: &str, hint| faults.push((code::A11Y_01, severity, message.to_owned(), hint));
    let inside = |open: &'static str, close: &'static str| {
        let rest = after(html, open).next()?.split_once('>')?.1;
        Some(plain(rest.split(close).next().unwrap_or_default()))
    };
    if inside("<title", "</title>").is_none_or(|title| title.is_empty()) {
        fault(
            Severity::Error,
            "the title is empty or missing on",
            "write <title>{{ shell.title }}</title>: it is what is read out first",
        );
    }
    if inside("<h1", "</h1>").is_some_and(|heading| heading.is_empty()) {
        fault(Severity::Error, "the heading has no words on", "show page.heading in the h1");
    }
    let id =
        after(html, "<main").next().and_then(|rest| rest.split('>').next()?.split_once("id=\"")?.1.split('"').next());
    if page.kind != PageKind::Print && id.is_none_or(|id| !has(html, &format!("href=\"#{id}\""))) {
        fault(
            Severity::Warning,
            "no link leads past the menu to the content on",
            "keep the block skip of base.html, and id=\"main\" on the main part",
        );
    }
    let mut links = after(html, "<a ").filter_map(|rest| rest.split('>').next());
    if links.any(|link| !link.contains("href=")) {
        fault(Severity::Warning, "a link without an address stands on", "write href=\"…\" on it, or make it no link");
    }
    let mut menus = after(html, "<nav").filter_map(|rest| rest.split('>').next());
    if menus.any(|menu| !menu.contains("aria-label")) {
        fault(
            Severity::Warning,
            "a menu has no name on",
            "write aria-label=\"{{ t.main_menu }}\" on the nav, so that menus can be told apart",
        );
    }
    faults
}

/// What is left of HTML without its tags.
pub(super) fn plain(html: &str) -> String {
    let text: String = html
        .split('<')
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) })
        .collect();
    text.trim().to_owned()
}
