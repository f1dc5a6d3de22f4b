//! The knowledge base.

use crate::content::{Document, DocumentKind};
use crate::site::{DocumentId, DocumentSet, PageKind};
use crate::view::articles::{Article, ArticleGroup, ArticleItem, Articles, TocEntry};
use crate::view::{Link, Phrase};
use crate::wording::{Wording, capital, plain};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The data of the index of articles.
pub fn index(wording: &Wording<'_>) -> Articles {
    Articles { heading: wording.word("articles_heading"), groups: groups(wording) }
}

/// All articles by folder; those without a folder first.
pub fn groups(wording: &Wording<'_>) -> Vec<ArticleGroup> {
    let mut folders: BTreeMap<&str, Vec<(DocumentId, &DocumentSet)>> = BTreeMap::new();
    for (id, set) in wording.site.documents_of(DocumentKind::Article) {
        folders.entry(set.folder()).or_default().push((id, set));
    }
    let mut groups: Vec<(i64, ArticleGroup)> = Vec::new();
    for (folder, mut sets) in folders {
        sets.sort_by_key(|(_, set)| set.order());
        let own = sets.iter().find(|(_, set)| set.is_folder_page());
        let title = own.and_then(|(_, set)| title(wording, set)).unwrap_or_else(|| plain(&folder_title(folder)));
        let weight = own.and_then(|(_, set)| set.lead()).and_then(|document| document.meta.weight).unwrap_or(0);
        let href = own.map(|(id, _)| item_href(wording, *id)).unwrap_or_default();
        let items: Vec<ArticleItem> = sets
            .iter()
            .filter(|(_, set)| !set.is_folder_page())
            .filter_map(|(id, set)| item(wording, *id, set))
            .collect();
        if !items.is_empty() {
            groups.push((weight, ArticleGroup { title, href, items }));
        }
    }
    groups.sort_by_key(|(weight, _)| *weight);
    groups.into_iter().map(|(_, group)| group).collect()
}

/// A folder without a page of its own: `sign-in` is "Sign in".
fn folder_title(folder: &str) -> String {
    let name = folder.rsplit('/').next().unwrap_or_default().replace(['-', '_'], " ");
    capital(&name)
}

/// A title, with a note when the article exists only in another language.
pub fn title(wording: &Wording<'_>, set: &DocumentSet) -> Option<Phrase> {
    let document = set.nearest(wording.language)?;
    Some(if document.language == wording.language {
        wording.own(&document.meta.title)
    } else {
        wording.foreign(&document.meta.title, document.language)
    })
}

/// The address in this language, or in the language in which the document exists.
pub fn item_href(wording: &Wording<'_>, id: DocumentId) -> String {
    let set = wording.site.document(id);
    let language = set.nearest(wording.language).map_or(wording.language, |document| document.language);
    let kind = match set.kind {
        DocumentKind::Article => PageKind::Article(id),
        DocumentKind::Notice => PageKind::Notice(id),
        DocumentKind::Page => PageKind::Free(id),
    };
    wording.site.address(kind, language).href(wording.portal())
}

/// The page of the folder that an article stands in.
pub fn folder_link(wording: &Wording<'_>, id: DocumentId) -> Option<Link> {
    let set = wording.site.document(id);
    if set.is_folder_page() {
        return None;
    }
    let pages = wording.site.folder(set.folder()).iter().map(|other| (*other, wording.site.document(*other)));
    let (page, folder) = pages.into_iter().find(|(_, other)| other.is_folder_page())?;
    Some(Link { label: title(wording, folder)?, href: item_href(wording, page), ..Link::default() })
}

fn item(wording: &Wording<'_>, id: DocumentId, set: &DocumentSet) -> Option<ArticleItem> {
    let document = set.nearest(wording.language)?;
    let foreign = document.language != wording.language;
    Some(ArticleItem {
        title: title(wording, set)?,
        description: if foreign { String::new() } else { document.meta.description.clone().unwrap_or_default() },
        href: item_href(wording, id),
        lang: foreign.then(|| wording.portal().languages.tag(document.language).as_str().to_owned()),
    })
}

/// The data of an article.
pub fn of(wording: &Wording<'_>, id: DocumentId, document: &Document) -> Article {
    let set = wording.site.document(id);
    let lead = set.lead().map(|lead| &lead.meta);
    let date = |key: &'static str, date: Option<Date>| date.map(|date| (key, date));
    let updated = date("updated_on", document.meta.updated)
        .or(date("published_on", document.meta.date))
        .or_else(|| date("updated_on", lead?.updated).or(date("published_on", lead?.date)));
    let headings: Vec<TocEntry> = document
        .body
        .headings
        .iter()
        .filter(|heading| heading.level == 2)
        .map(|heading| TocEntry { text: heading.text.clone(), id: heading.id.clone() })
        .collect();
    let products = if document.meta.products.is_empty() {
        lead.map(|meta| meta.products.clone()).unwrap_or_default()
    } else {
        document.meta.products.clone()
    };
    let tags = document.meta.tags.clone();
    let (below, beside) = neighbours(wording, id, set);
    Article {
        heading: document.meta.title.clone(),
        description: document.meta.description.clone().unwrap_or_default(),
        html: wording.document_html(document),
        markdown: wording.document_markdown(document, PageKind::Article(id)),
        toc: if headings.len() >= 3 { headings } else { Vec::new() },
        products,
        tags,
        updated: updated.map(|(key, date)| wording.say(key, &[("date", &wording.date(date))])).unwrap_or_default(),
        updated_iso: updated.map(|(_, date)| date.to_string()).unwrap_or_default(),
        related: beside,
        children: below,
    }
}

/// The most articles that are listed beside one.
const MOST_RELATED: usize = 4;

/// For a folder's page the articles in the folder, for another the next ones of its folder.
fn neighbours(wording: &Wording<'_>, id: DocumentId, set: &DocumentSet) -> (Vec<ArticleItem>, Vec<ArticleItem>) {
    if set.kind != DocumentKind::Article {
        return (Vec::new(), Vec::new());
    }
    let all = wording.site.folder(set.folder());
    let others = all
        .iter()
        .filter(|other| **other != id)
        .map(|other| (*other, wording.site.document(*other)))
        .filter(|(_, other)| !other.is_folder_page());
    if set.is_folder_page() {
        return (others.filter_map(|(id, set)| item(wording, id, set)).collect(), Vec::new());
    }
    let at = all.iter().position(|other| *other == id).unwrap_or(0);
    let next = all
        .iter()
        .cycle()
        .skip(at + 1)
        .take(all.len().saturating_sub(1))
        .map(|other| (*other, wording.site.document(*other)));
    (
        Vec::new(),
        next.filter(|(_, other)| !other.is_folder_page())
            .take(MOST_RELATED)
            .filter_map(|(id, set)| item(wording, id, set))
            .collect(),
    )
}
