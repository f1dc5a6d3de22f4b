//! The knowledge base.

use super::guides::Guides;
use crate::content::{Document, DocumentKind};
use crate::site::{DocumentId, DocumentSet, PageKind};
use crate::view::Phrase;
use crate::view::articles::{Article, Articles, TocEntry};
use crate::wording::Wording;
use jiff::civil::Date;

/// The data of the index of articles.
pub fn index(wording: &Wording<'_>, guides: &Guides) -> Articles {
    Articles { heading: wording.word("articles_heading"), groups: guides.groups.clone() }
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

/// The data of an article.
pub fn of(wording: &Wording<'_>, guides: &Guides, id: DocumentId, document: &Document) -> Article {
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
    let Neighbours { below, beside } = neighbours(wording, set);
    let listed = |ids: Vec<DocumentId>| ids.into_iter().filter_map(|id| guides.item(id)).collect();
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
        related: listed(beside),
        children: listed(below),
    }
}

/// The most articles that are listed beside one.
const MOST_RELATED: usize = 4;

/// The articles that the page of one lists.
#[derive(Debug, Default)]
pub(super) struct Neighbours {
    /// For the page of a folder, those in it.
    pub(super) below: Vec<DocumentId>,
    /// For another, the next ones of its folder.
    pub(super) beside: Vec<DocumentId>,
}

pub(super) fn neighbours(wording: &Wording<'_>, set: &DocumentSet) -> Neighbours {
    let Some(folder) = wording.site.folder_of(set).filter(|_| set.kind == DocumentKind::Article) else {
        return Neighbours::default();
    };
    let all = &folder.articles;
    if set.is_folder_page() {
        return Neighbours { below: all.clone(), beside: Vec::new() };
    }
    let at = all.binary_search_by(|other| wording.site.document(*other).order().cmp(&set.order()));
    let (until, after) = all.split_at(at.unwrap_or_else(|at| at));
    let next = after.iter().skip(1).chain(until).take(MOST_RELATED);
    Neighbours { below: Vec::new(), beside: next.copied().collect() }
}
