//! The articles as they are listed in one language: made once, shown in parts on many pages.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::articles::{Neighbours, item_href, neighbours, title};
use crate::content::DocumentKind;
use crate::site::{DocumentId, DocumentSet, Folder};
use crate::view::articles::{ArticleGroup, ArticleItem};
use crate::view::{Link, Shared, hash_of};
use crate::wording::{Wording, capital, plain};

/// The articles in one language.
#[derive(Debug)]
pub struct Guides {
    /// All articles by folder; those without a folder first.
    pub groups: Shared<Vec<ArticleGroup>>,
    /// By the place of the document.
    items: Vec<Option<Item>>,
    folders: BTreeMap<String, Step>,
}

/// An article in a list.
#[derive(Clone, Debug)]
struct Item {
    seen: Shared<ArticleItem>,
    hash: u64,
}

/// A place on the way to a page.
#[derive(Clone, Debug)]
pub struct Step {
    /// The place.
    pub link: Link,
    /// The same for templates.
    pub seen: Shared<Link>,
}

impl Step {
    /// A place.
    pub(super) fn new(link: Link) -> Self {
        Self { seen: Shared::new(&link), link }
    }
}

impl Guides {
    /// Lists the articles.
    pub fn new(wording: &Wording<'_>) -> Self {
        let sets = wording.site.documents.par_iter().enumerate();
        let items = sets.map(|(index, set)| {
            let listed = set.kind == DocumentKind::Article && !set.is_folder_page();
            let item = listed.then(|| item(wording, DocumentId::at(index), set))??;
            Some(Item { hash: hash_of(&item), seen: Shared::new(&item) })
        });
        let items: Vec<_> = items.collect();
        let folders = wording.site.folders.iter();
        let folders = folders.filter_map(|(name, folder)| Some((name.clone(), link_to(wording, folder)?)));
        Self { groups: Shared::new(&groups(wording, &items)), folders: folders.collect(), items }
    }

    /// An article in a list.
    pub(super) fn item(&self, id: DocumentId) -> Option<Shared<ArticleItem>> {
        Some(self.items.get(id.index())?.as_ref()?.seen.clone())
    }

    /// What the page of an article shows of others, as one number: their items, and the page of its folder.
    pub fn shown_by(&self, wording: &Wording<'_>, set: &DocumentSet) -> u64 {
        let hash = |id: &DocumentId| self.items.get(id.index())?.as_ref().map(|item| item.hash);
        let Neighbours { below, beside } = neighbours(wording, set);
        let items: [Vec<u64>; 2] = [below, beside].map(|ids| ids.iter().filter_map(hash).collect());
        hash_of(&(items, self.folder(set).map(|step| &step.seen)))
    }

    /// The page of the folder that an article stands in.
    pub(super) fn folder(&self, set: &DocumentSet) -> Option<&Step> {
        if set.is_folder_page() { None } else { self.folders.get(set.folder()) }
    }
}

/// The folders in the order of lists, with the weights of their pages.
pub(super) fn folders<'a>(wording: &Wording<'a>) -> Vec<(&'a str, &'a Folder)> {
    let weight = |folder: &Folder| wording.site.document(folder.page?).lead()?.meta.weight;
    let mut folders: Vec<_> = wording.site.folders.iter().map(|(name, folder)| (name.as_str(), folder)).collect();
    folders.sort_by_key(|(_, folder)| weight(folder).unwrap_or(0));
    folders
}

fn groups(wording: &Wording<'_>, items: &[Option<Item>]) -> Vec<ArticleGroup> {
    let group = |(name, folder): (&str, &Folder)| {
        let own = folder.page.map(|id| (id, wording.site.document(id)));
        let title = own.and_then(|(_, set)| title(wording, set)).unwrap_or_else(|| plain(&folder_title(name)));
        let href = own.map(|(id, _)| item_href(wording, id)).unwrap_or_default();
        let seen = |id: &DocumentId| Some(items.get(id.index())?.as_ref()?.seen.clone());
        let items: Vec<_> = folder.articles.iter().filter_map(seen).collect();
        (!items.is_empty()).then_some(ArticleGroup { title, href, items })
    };
    folders(wording).into_iter().filter_map(group).collect()
}

/// A folder without a page of its own: `sign-in` is "Sign in".
fn folder_title(folder: &str) -> String {
    let name = folder.rsplit('/').next().unwrap_or_default().replace(['-', '_'], " ");
    capital(&name)
}

fn link_to(wording: &Wording<'_>, folder: &Folder) -> Option<Step> {
    let page = folder.page?;
    let label = title(wording, wording.site.document(page))?;
    Some(Step::new(Link { label, href: item_href(wording, page), ..Link::default() }))
}

/// An article in a list.
pub(super) fn item(wording: &Wording<'_>, id: DocumentId, set: &DocumentSet) -> Option<ArticleItem> {
    let document = set.nearest(wording.language)?;
    let foreign = document.language != wording.language;
    Some(ArticleItem {
        title: title(wording, set)?,
        description: if foreign { String::new() } else { document.meta.description.clone().unwrap_or_default() },
        href: item_href(wording, id),
        lang: foreign.then(|| wording.portal().languages.tag(document.language).as_str().to_owned()),
    })
}
