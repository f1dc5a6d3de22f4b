//! What must hold of pages as templates made them: one of each kind is looked at, for a template serves all of its kind.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;
use rayon::prelude::*;

use super::{Purpose, parts, status};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity, code};
use crate::model::LanguageId;
use crate::site::{Page, PageKind, Site};
use crate::wording::{DUTIES, KEPT_BY_TEXTS, Met, Wording, direction};

/// The most pages that one problem names.
const MOST: usize = 3;

/// The fewest letters that a text under its heading has.
const SHORTEST: usize = 20;

/// A rule, how grave a breach is, what is wrong, and what to do.
pub(super) type Fault = (Code, Severity, String, &'static str);

/// Checks pages as they were rendered.
pub fn pages(site: &Site, purpose: Purpose, pages: &[(&Page, &[u8])], diagnostics: &Diagnostics) {
    let pages: Vec<(&Page, Cow<'_, str>)> =
        pages.iter().map(|(page, bytes)| (*page, String::from_utf8_lossy(bytes))).collect();
    let wording = Wording { site, language: LanguageId::DEFAULT, today: purpose.today };
    let mut found = texts(&wording, &pages);
    let of_page = |(page, html): &(&Page, Cow<'_, str>)| -> Vec<(Fault, String)> {
        let faults = frame(site, page, html)
            .into_iter()
            .chain(parts::missing(site, page, html))
            .chain(status::unsaid(html))
            .chain(hidden(page, html))
            .chain(requests(site, html))
            .chain(data(html));
        faults.map(|fault| (fault, page.address.href(site.portal()))).collect()
    };
    found.extend(pages.par_iter().map(of_page).collect::<Vec<_>>().into_iter().flatten());
    let mut faults: BTreeMap<(Code, String), (Severity, &'static str, Vec<String>)> = BTreeMap::new();
    for ((code, severity, message, hint), path) in found {
        faults.entry((code, message)).or_insert_with(|| (severity, hint, Vec::new())).2.push(path);
    }
    for ((code, message), (severity, hint, pages)) in faults {
        let named = pages.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
        let more = if pages.len() > MOST { format!(" and {} more", pages.len() - MOST) } else { String::new() };
        let problem = Diagnostic { severity, ..Diagnostic::error(code, format!("{message}: {named}{more}")) };
        diagnostics.push(problem.hint(hint).adjustable());
    }
    super::adjust(site, diagnostics);
}

/// What stands after each `mark` in a page, to its end.
pub(super) fn after<'h>(html: &'h str, mark: &'h str) -> impl Iterator<Item = &'h str> {
    memmem::find_iter(html.as_bytes(), mark.as_bytes()).filter_map(|at| html.get(at + mark.len()..))
}

pub(super) fn has(html: &str, words: &str) -> bool {
    memmem::find(html.as_bytes(), words.as_bytes()).is_some()
}

/// LEG-03, I18N-03, I18N-04, A11Y-01: what stands around the content of every page.
fn frame(site: &Site, page: &Page, html: &str) -> Vec<Fault> {
    let portal = site.portal();
    let mut faults: Vec<Fault> = Vec::new();
    let mut fault = |code, severity, message: &str, hint| faults.push((code, severity, message.to_owned(), hint));
    let privacy = format!("href=\"{}\"", site.address(PageKind::Privacy, page.language).href(portal));
    if page.kind != PageKind::Print && page.kind != PageKind::Privacy && !has(html, &privacy) {
        let hint = "show shell.footer in your template, or link to the privacy page";
        fault(code::LEG_03, Severity::Warning, "no link to the privacy notice stands on", hint);
    }
    let translated = portal.languages.count() > 1 && page.kind.is_found() && page.kind.document().is_none();
    if translated && !has(html, "hreflang=\"x-default\"") {
        let hint = "keep the block head_meta of base.html, which lists shell.alternates";
        fault(code::I18N_03, Severity::Error, "the other languages are not named in the head of", hint);
    }
    let dir = direction(portal.languages.tag(page.language));
    let opening = html.split_once("<html").and_then(|(_, rest)| rest.split_once('>')).map_or("", |(tag, _)| tag);
    if dir == "rtl" && !opening.contains("dir=\"rtl\"") {
        let hint = "write <html lang=\"{{ shell.lang }}\" dir=\"{{ shell.dir }}\">";
        fault(code::I18N_04, Severity::Warning, "the direction from right to left is not said on", hint);
    }
    if !opening.contains("lang=") {
        let hint = "write <html lang=\"{{ shell.lang }}\" dir=\"{{ shell.dir }}\">";
        fault(code::A11Y_01, Severity::Error, "the language is not said on", hint);
    }
    if after(html, "<h1").count() != 1 {
        let hint = "show page.heading in one h1";
        fault(code::A11Y_01, Severity::Error, "there is not exactly one h1 on", hint);
    }
    if after(html, "<main").count() != 1 {
        let hint = "put what is of this page alone into one <main id=\"main\">";
        fault(code::A11Y_01, Severity::Error, "there is not exactly one main part on", hint);
    }
    let mut images = after(html, "<img").filter_map(|rest| rest.split('>').next());
    if images.any(|image| !image.contains("alt=")) {
        let hint = "add alt=\"…\", or alt=\"\" where the image only adorns";
        fault(code::A11Y_01, Severity::Error, "an image has no text alternative on", hint);
    }
    faults
}

/// STD-05: the sitemap leads to pages that search engines may show.
fn hidden(page: &Page, html: &str) -> Option<Fault> {
    let mut robots = after(html, "<meta name=\"robots\"").filter_map(|rest| rest.split('>').next());
    let is_hidden = page.kind.is_found() && robots.any(|content| content.contains("noindex"));
    is_hidden.then(|| {
        let hint = "write noindex only where shell.noindex is true: the sitemap names the other pages";
        (code::STD_05, Severity::Error, "search engines are kept away from".to_owned(), hint)
    })
}

/// OPS-01: what a browser would fetch from others.
fn requests(site: &Site, html: &str) -> Vec<Fault> {
    let hint = "put the file under static/ and use it from there: others learn of every visit, and the policy of the page stops it";
    let found = foreign(site.portal().base_url.as_str(), html).into_iter();
    found.map(|address| (code::OPS_01, Severity::Warning, format!("{address} is fetched by"), hint)).collect()
}

/// The addresses that a page below `own` fetches from elsewhere.
fn foreign(own: &str, html: &str) -> BTreeSet<String> {
    let all = |text, marks: &'static [&str]| marks.iter().flat_map(move |mark| after(text, mark));
    // What stands between tags is shown: an article may tell how a page loads a script.
    let tags = || html.split('<').skip(1).filter_map(|part| part.split('>').next());
    // Few tags name a host, and a search has its price.
    let in_tags = tags().filter(|tag| names_host(tag)).flat_map(|tag| all(tag, &["src=\"", "srcset=\"", "url("]));
    let styles = after(html, "<style").filter_map(|rest| rest.split("</style>").next());
    let in_styles = styles.flat_map(|css| all(css, &["url(", "@import "]));
    let is_fetched = |tag: &&str| ["stylesheet", "preload", "icon", "preconnect"].iter().any(|rel| tag.contains(rel));
    let sheets = tags().filter(|tag| tag.starts_with("link ")).filter(is_fetched);
    let sheets = sheets.filter_map(|tag| tag.split_once("href=\"")).map(|(_, href)| href);
    let away = |address: &str| {
        let address = address.trim_start_matches(['"', '\'']);
        let is_away = ["https://", "http://", "//"].iter().any(|start| address.starts_with(start));
        (is_away && !address.starts_with(own))
            .then(|| address.split(['"', '\'', ')', ' ', '>']).next().unwrap_or_default().to_owned())
    };
    in_tags.chain(in_styles).chain(sheets).filter_map(away).collect()
}

/// Whether two slashes stand in a tag.
fn names_host(tag: &str) -> bool {
    memchr::memchr_iter(b'/', tag.as_bytes()).any(|at| tag.as_bytes().get(at + 1) == Some(&b'/'))
}

/// STD-01: what search engines read.
fn data(html: &str) -> Option<Fault> {
    let blocks = after(html, "<script type=\"application/ld+json\">").filter_map(|rest| rest.split("</script>").next());
    let broken = |block: &str| serde_json::from_str::<serde::de::IgnoredAny>(block).is_err();
    blocks.into_iter().any(broken).then(|| {
        let hint = "write {{ shell.json_ld | safe }}: it is escaped already";
        (code::STD_01, Severity::Error, "the JSON-LD cannot be read on".to_owned(), hint)
    })
}

/// Whether a text stands on a page: its heading, and more under it.
fn says(html: &str, met: &Met) -> bool {
    let mark = format!("id=\"{}\"", met.anchor);
    let block = after(html, &mark).next().map(|rest| parts::plain(rest.split("</section>").next().unwrap_or_default()));
    block.is_some_and(|block| block.chars().count() > met.title.chars().count() + SHORTEST)
}

/// CSP-06, CSP-13 and those beside them: of the texts that meet a duty or keep a rule, one at least stands on its page.
fn texts(wording: &Wording<'_>, pages: &[(&Page, Cow<'_, str>)]) -> Vec<(Fault, String)> {
    let of_duties = DUTIES.iter().filter_map(|duty| Some((*duty.checks.first()?, duty.id)));
    let of_rules = KEPT_BY_TEXTS.into_iter().map(|code| (code, code.id()));
    let mut faults = Vec::new();
    let declared = wording.declared();
    for (code, id) in of_duties.chain(of_rules) {
        let texts: Vec<&Met> = declared.iter().filter(|(_, meets)| meets.contains(id)).map(|(met, _)| met).collect();
        let stands = |met: &&Met| {
            let mut own = pages.iter().filter(|(page, _)| page.kind == met.kind);
            own.any(|(_, html)| says(html, met))
        };
        let Some(first) = texts.first() else { continue };
        // Of a page whose template is broken nothing can be said.
        let seen = texts.iter().all(|met| pages.iter().any(|(page, _)| page.kind == met.kind));
        if seen && is_asked(wording.site, code) && !texts.iter().any(stands) {
            let severity = match code {
                code::CSP_06 | code::CSP_08 => Severity::Error,
                code::CSP_16 | code::CSP_17 | code::CSP_18 | code::CSP_19 | code::SLA_04 | code::SLA_06 => {
                    Severity::Notice
                }
                _ => Severity::Warning,
            };
            let meets = if id == code.id() { String::new() } else { format!(", which meets {id},") };
            let message = format!("the text \"{}\"{meets} does not stand on", first.title);
            let fault = (code, severity, message, "show the block in your template: customers are owed it");
            faults.push((fault, wording.href(first.kind)));
        }
    }
    faults
}

/// Whether a rule concerns a site: where no times are promised, none need be explained.
fn is_asked(site: &Site, code: Code) -> bool {
    let is_of_times = matches!(code, code::SLA_04 | code::SLA_06);
    !is_of_times || site.portal().severities.iter().any(|severity| !severity.targets.is_empty())
}

#[cfg(test)]
mod tests {
    use super::foreign;

    #[test]
    fn what_is_fetched_from_others_is_told_from_what_is_shown() {
        let fetched = [
            "<img alt=\"\" src=\"https://a.example/x.png\">",
            "<p style=\"background: url(https://a.example/x.png)\">",
            "<style>@import 'https://a.example/x.png';</style>",
            "<link rel=\"stylesheet\" href=\"https://a.example/x.png\">",
        ];
        for html in fetched {
            assert_eq!(
                foreign("https://own.example/", html).into_iter().collect::<Vec<_>>(),
                ["https://a.example/x.png"],
                "{html}"
            );
        }
        let shown = [
            "<code>&lt;script src=\"https://a.example/x.js\"&gt;</code>",
            "<p>url(https://a.example/) and @import \"https://a.example/\"</p>",
            "<a href=\"https://a.example/\">",
            "<img alt=\"\" src=\"https://own.example/x.png\">",
        ];
        assert!(shown.iter().all(|html| foreign("https://own.example/", html).is_empty()));
    }
}
