//! CON-05: what still has to be replaced before customers see it.

use std::collections::BTreeSet;

use super::{Purpose, Report};
use crate::config::{self, Entry, Scope, Value};
use crate::content::Document;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, code};
use crate::locale::Telephone;

/// How a value is marked that stands for another: a comment behind it that begins so.
pub const MARK: &str = "# placeholder";

pub(super) fn check(report: &Report<'_>) {
    let source = &report.site.config.source;
    let marked = marks(source.text());
    let place = |line: usize, length: usize| Place::new(source, line..line + length);
    for (start, length) in &marked {
        let problem = report.unfinished(code::CON_05, "this value is still a placeholder");
        let problem = problem.at(place(*start, *length)).hint("write your own, and delete the comment behind it");
        report.diagnostics.push(problem);
    }
    let mut found = Vec::new();
    // The file was read without a fault, or there would be no site.
    let unheard = Diagnostics::new();
    if let Some(table) = config::parse(source, 0..source.text().len(), &unheard) {
        let scope = Scope::new(source, 0, &unheard);
        in_table(&Entry::top(&table, &scope), &mut found);
    }
    let mut told: BTreeSet<String> = BTreeSet::new();
    for (value, place) in found {
        let on_marked = marked.iter().any(|(start, length)| (*start..start + length).contains(&place.span.start));
        if !on_marked && told.insert(value.clone()) {
            let what = if value.starts_with('+') {
                "a telephone number kept for examples"
            } else {
                "an address kept for examples"
            };
            let problem = report.unfinished(code::CON_05, format!("`{value}` is {what}"));
            report.diagnostics.push(problem.at(place).hint("write your own: nobody can be reached there"));
        }
    }
}

/// The links of a document to what is kept for examples.
pub(super) fn in_links(document: &Document, purpose: Purpose) -> impl Iterator<Item = Diagnostic> {
    document.body.links.iter().filter(|link| is_placeholder(&link.target)).map(move |link| {
        let problem = purpose.unfinished(code::CON_05, format!("`{}` is an address kept for examples", link.target));
        problem.at(link.place.clone()).hint("link to a page that exists")
    })
}

/// The lines, by their first byte and length, whose value is marked.
fn marks(text: &str) -> Vec<(usize, usize)> {
    let mut at = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let mark = line.to_ascii_lowercase().find(MARK).filter(|mark| line[..*mark].contains('='));
        if let Some(mark) = mark.filter(|mark| line[..*mark].matches('"').count() % 2 == 0) {
            found.push((at, line[..mark].trim_end().len()));
        }
        at += line.len();
    }
    found
}

fn in_table(entry: &Entry<'_>, found: &mut Vec<(String, Place)>) {
    entry.pairs().for_each(|(_, _, value)| in_value(&value, found));
}

fn in_value(value: &Value<'_>, found: &mut Vec<(String, Place)>) {
    if let Some(text) = value.string().filter(|text| is_placeholder(text)) {
        found.push((text.to_owned(), value.place()));
    } else if let Some(entry) = value.entry() {
        in_table(&entry, found);
    }
    value.items().for_each(|item| in_value(&item, found));
}

/// Whether a text is a reserved number, or holds an address at a reserved name.
pub fn is_placeholder(text: &str) -> bool {
    if text.starts_with('+') {
        return Telephone::parse(text).is_ok_and(|number| number.is_placeholder());
    }
    if !["example", ".test", ".invalid"].iter().any(|name| text.contains(name)) {
        return false;
    }
    let hosts = text.split(|c: char| !(c.is_alphanumeric() || c == '.' || c == '-'));
    let mut hosts = hosts.map(|host| host.trim_end_matches('.').to_lowercase());
    (text.contains('@') || text.contains("://")) && hosts.any(|host| is_reserved(&host))
}

/// The names that RFC 2606 and RFC 6761 keep free.
fn is_reserved(host: &str) -> bool {
    let mut labels = host.rsplit('.');
    match (labels.next(), labels.next()) {
        (Some("example" | "test" | "invalid"), Some(_)) => true,
        (Some("com" | "net" | "org"), Some(name)) => name == "example",
        _ => false,
    }
}
