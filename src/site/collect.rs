//! Documents of one path in several languages are one; its facts come from the default language.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use rayon::prelude::*;

use crate::content::notice::NoticeMatter;
use crate::content::{Document, DocumentKind};
use crate::diagnostic::{Diagnostic, Diagnostics, code};
use crate::model::notice::{Notice, NoticeKind, NoticeStatus, UpdateTime};
use crate::model::{LanguageId, Portal};

use super::route::slug;

/// The most bytes of an address made of symbols.
const LONGEST_SYMBOLS: usize = 60;

/// A document in all the languages that it is written in.
#[derive(Debug)]
pub struct DocumentSet {
    /// What it is.
    pub kind: DocumentKind,
    /// Its path in the folder of its kind.
    pub key: String,
    /// The slugs of its address, without those of its kind and language.
    pub slugs: Vec<String>,
    /// The versions, by language; at least one.
    versions: Vec<Option<Arc<Document>>>,
    /// What it says as a notice.
    pub notice: Option<Notice>,
}

impl DocumentSet {
    /// The version in a language.
    pub fn in_language(&self, language: LanguageId) -> Option<&Document> {
        self.versions.get(language.index())?.as_deref()
    }

    /// Puts a version in the place of that in its language; what is not there stays so.
    pub(super) fn replace(&mut self, document: &Arc<Document>) {
        if let Some(Some(version)) = self.versions.get_mut(document.language.index()) {
            *version = Arc::clone(document);
        }
    }

    /// The version in a language, or the first one that exists.
    pub fn nearest(&self, language: LanguageId) -> Option<&Document> {
        self.in_language(language).or_else(|| self.lead())
    }

    /// The version that gives the facts: the default language's, else the first.
    pub fn lead(&self) -> Option<&Document> {
        self.versions().next()
    }

    /// All versions.
    pub fn versions(&self) -> impl Iterator<Item = &Document> {
        self.versions.iter().flatten().map(Arc::as_ref)
    }

    /// The folder that it stands in: empty at the top.
    pub fn folder(&self) -> &str {
        let path = self.key.strip_suffix("/index").unwrap_or(&self.key);
        if self.is_folder_page() { path } else { path.rsplit_once('/').map_or("", |(folder, _)| folder) }
    }

    /// Whether it is the page of its folder.
    pub fn is_folder_page(&self) -> bool {
        self.key.ends_with("/index")
    }

    /// Its place in lists: weight, then newest first for notices, then key.
    pub fn order(&self) -> (i64, std::cmp::Reverse<Option<Timestamp>>, std::cmp::Reverse<Option<Date>>, &str) {
        let lead = self.lead();
        let newest = self.notice.as_ref().and_then(|notice| notice.start);
        let date = lead.and_then(|d| d.meta.date).filter(|_| self.kind == DocumentKind::Notice);
        (lead.and_then(|d| d.meta.weight).unwrap_or(0), std::cmp::Reverse(newest), std::cmp::Reverse(date), &self.key)
    }
}

/// Groups documents by kind and key. What is wrong with the files `unreadable` has been told.
pub(super) fn collect(
    mut documents: Vec<Arc<Document>>,
    portal: &Portal,
    unreadable: &BTreeSet<String>,
    diagnostics: &Diagnostics,
) -> Vec<DocumentSet> {
    documents
        .par_sort_by(|one, other| (one.kind, &one.key, one.language).cmp(&(other.kind, &other.key, other.language)));
    let groups: Vec<&[Arc<Document>]> =
        documents.chunk_by(|one, other| (one.kind, &one.key) == (other.kind, &other.key)).collect();
    let set = |group: &[Arc<Document>]| {
        let first = group.first()?;
        let mut versions = vec![None; portal.languages.count()];
        for document in group {
            if let Some(slot) = versions.get_mut(document.language.index()) {
                *slot = Some(Arc::clone(document));
            }
        }
        let mut set =
            DocumentSet { kind: first.kind, slugs: Vec::new(), key: first.key.clone(), versions, notice: None };
        set.slugs = slugs(&set, diagnostics);
        // The facts that a translation lacks stand in the file that could not be read.
        let facts_are_told = !unreadable.is_empty()
            && portal.languages.iter().any(|(language, tag)| {
                set.in_language(language).is_none() && unreadable.contains(&file(&set, tag.as_str()))
            });
        set.notice = notice(&set, facts_are_told, diagnostics);
        Some(set)
    };
    groups.into_par_iter().filter_map(set).collect()
}

/// The file of a notice in a language.
fn file(set: &DocumentSet, tag: &str) -> String {
    format!("content/{tag}/notices/{}.md", set.key)
}

fn slugs(set: &DocumentSet, diagnostics: &Diagnostics) -> Vec<String> {
    let path = set.key.strip_suffix("/index").unwrap_or(&set.key);
    let mut slugs: Vec<String> = path.split('/').map(slug).collect();
    let own = set.versions().find_map(|document| document.meta.slug.as_ref());
    if let Some((text, place)) = own {
        let usual = slug(text);
        if usual.is_empty() || text.contains(['/', '\\', '%']) || text.contains("..") {
            let problem = Diagnostic::error(code::URL_02, format!("`{text}` cannot be the last part of an address"))
                .at(place.clone());
            diagnostics.push(problem.hint("write letters, digits and hyphens, without slashes and dots"));
        } else if let Some(last) = slugs.last_mut() {
            *last = usual;
        }
    }
    // A name of nothing but emoji has no letter, and still is a name.
    for (slug, part) in slugs.iter_mut().zip(path.split('/')).filter(|(slug, _)| slug.is_empty()) {
        let symbols = part.chars().filter(|c| !c.is_ascii() && !c.is_whitespace());
        *slug = symbols.map(|c| format!("{:x}", u32::from(c))).collect::<Vec<_>>().join("-");
        slug.truncate(LONGEST_SYMBOLS);
    }
    if slugs.iter().any(String::is_empty)
        && let Some(lead) = set.lead()
    {
        let problem =
            Diagnostic::error(code::URL_02, format!("no address can be made of the file name {}", lead.source.path()))
                .at(crate::diagnostic::Place::file(&lead.source));
        diagnostics.push(problem.hint("rename the file or folder with letters and digits"));
        // Any address will do: the site is not written.
        slugs.iter_mut().filter(|slug| slug.is_empty()).for_each(|slug| slug.push_str("unnamed"));
    }
    slugs
}

fn notice(set: &DocumentSet, facts_are_told: bool, diagnostics: &Diagnostics) -> Option<Notice> {
    let lead = set.lead()?;
    let matter = lead.notice.as_ref().filter(|_| !facts_are_told)?;
    let lack = |rule, message: &str, hint: &str| {
        diagnostics.push(Diagnostic::error(rule, message).at(matter.place.clone()).hint(hint));
    };
    match matter.kind {
        None if !matter.stated.kind => lack(
            code::KEY_03,
            "the notice does not say what it is about",
            "add kind = \"incident\", \"maintenance\" or \"news\"",
        ),
        Some(NoticeKind::Maintenance) if !(matter.stated.start && matter.stated.end) => lack(
            code::OPS_03,
            "maintenance has a start and an end",
            "add start = 2026-12-05T22:00:00, end = …, time_zone = \"Europe/Warsaw\"",
        ),
        Some(NoticeKind::Incident) if !matter.stated.start => {
            lack(code::OPS_02, "an incident has a start", "add start = 2026-11-22T07:40:00+01:00");
        }
        _ => {}
    }
    Some(Notice {
        kind: matter.kind?,
        status: matter.status,
        start: matter.start,
        end: matter.end.map(|planned| done(matter).map_or(planned, |done| planned.min(done))),
        zone: matter.zone.clone(),
        components: matter.components.clone(),
        updates: matter.updates.iter().map(|u| UpdateTime { time: u.time, status: u.status }).collect(),
    })
}

/// When an update said first that maintenance is done, and none took it back: then it did not go on to its planned end.
fn done(matter: &NoticeMatter) -> Option<Timestamp> {
    let (Some(NoticeKind::Maintenance), Some(NoticeStatus::Completed)) = (matter.kind, matter.status) else {
        return None;
    };
    let stated = matter.updates.iter().rev().filter(|update| update.status.is_some());
    let over = stated.take_while(|update| update.status.is_some_and(NoticeStatus::is_over)).last()?;
    matter.start.filter(|start| *start < over.time).map(|_| over.time)
}
