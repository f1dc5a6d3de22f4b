//! `llms.txt`, which tells assistants what there is (llmstxt.org): every page as Markdown, and the facts as data.

use rayon::prelude::*;

use super::facts::Facts;
use super::{calendar, contact_card, support};
use crate::content::markdown::notation;
use crate::model::LanguageId;
use crate::site::{Page, PageKind};
use crate::wording::Wording;

/// The file.
pub(super) const FILE: &str = "llms.txt";

/// A section: its heading, and its links with what they lead to.
type Section = (String, Vec<String>);

/// The list, in the words of the default language: its pages first, then the data, then each other language by its own
/// name. What an assistant may leave out stands under the heading that the format keeps for that.
pub(super) fn text(facts: &Facts<'_>) -> String {
    let (portal, wording) = (facts.portal(), facts.wording(LanguageId::DEFAULT));
    let mut text = format!("# {}\n", notation::text(wording.plain(&portal.title)));
    text.push_str(&format!("\n> {}\n", notation::text(&wording.description(PageKind::Home))));
    let mut optional = (OPTIONAL.to_owned(), Vec::new());
    let mut sections = vec![
        section(&wording, "menu_help", PageShelf::Help),
        section(&wording, "articles_heading", PageShelf::Guides),
        section(&wording, "notices_heading", PageShelf::Notices),
        (wording.word("llms_data"), data(facts, &wording)),
    ];
    optional.1.extend(section(&wording, "", PageShelf::Optional).1);
    for language in portal.languages.ids().filter(|language| *language != LanguageId::DEFAULT) {
        let wording = facts.wording(language);
        let shelves = [PageShelf::Help, PageShelf::Guides, PageShelf::Notices];
        let links = shelves.into_iter().flat_map(|shelf| section(&wording, "", shelf).1);
        let name = facts.site.own_names.get(language.index()).cloned().unwrap_or_default();
        sections.push((name, links.collect()));
        optional.1.extend(section(&wording, "", PageShelf::Optional).1);
    }
    for (heading, links) in sections.into_iter().chain([optional]).filter(|(_, links)| !links.is_empty()) {
        text.push_str(&format!("\n## {}\n\n", notation::text(&heading)));
        for link in links {
            text.push_str(&link);
            text.push('\n');
        }
    }
    text
}

/// The heading of what may be left out, a word of the format.
const OPTIONAL: &str = "Optional";

/// Where a page stands in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PageShelf {
    Help,
    Guides,
    Notices,
    Optional,
}

fn shelf(kind: PageKind) -> Option<PageShelf> {
    match kind {
        PageKind::NotFound => None,
        PageKind::Articles | PageKind::Article(_) => Some(PageShelf::Guides),
        PageKind::Notices | PageKind::Notice(_) => Some(PageShelf::Notices),
        PageKind::Legal | PageKind::Privacy | PageKind::Accessibility | PageKind::Print | PageKind::About => {
            Some(PageShelf::Optional)
        }
        _ => Some(PageShelf::Help),
    }
}

/// The twins of a shelf in a language, in the order in which people need them, documents by their addresses.
fn section(wording: &Wording<'_>, heading: &str, on: PageShelf) -> Section {
    let order = |page: &&Page| PageKind::FIXED.iter().position(|kind| *kind == page.kind).unwrap_or(usize::MAX);
    let own = |page: &&Page| page.language == wording.language && shelf(page.kind) == Some(on);
    let mut pages: Vec<&Page> = wording.site.pages.iter().filter(own).collect();
    pages.sort_by_key(order);
    let links = pages.into_par_iter().filter_map(|page| {
        let address = page.address.twin()?.absolute(wording.portal());
        Some(line(&wording.heading(page.kind), &address, &wording.description(page.kind)))
    });
    (wording.word(heading), links.collect())
}

/// The files for programs.
fn data(facts: &Facts<'_>, wording: &Wording<'_>) -> Vec<String> {
    let partner = wording.plain(&facts.portal().partner.name);
    let calendar = |sentence: &str| wording.say(sentence, &[("partner", partner)]);
    let files = [
        (support::FILE.to_owned(), wording.word("data_facts")),
        (contact_card::FILE.to_owned(), wording.word("data_card")),
        (calendar::HOURS.to_owned(), calendar("calendar_hours")),
        (calendar::CLOSURES.to_owned(), calendar("calendar_closures")),
        (calendar::MAINTENANCE.to_owned(), calendar("calendar_maintenance")),
        (facts.site.feed(LanguageId::DEFAULT).path().to_owned(), wording.word("data_feed")),
    ];
    files.into_iter().map(|(file, about)| line(&file, &facts.address(&file), &about)).collect()
}

fn line(name: &str, address: &str, about: &str) -> String {
    let about = if about.is_empty() { String::new() } else { format!(": {}", notation::text(about)) };
    format!("- {}{about}", notation::link(name, address))
}
