//! The folders of articles.

use std::collections::BTreeMap;

use super::collect::DocumentSet;
use super::page::DocumentId;
use crate::content::DocumentKind;

/// The articles of a folder.
#[derive(Debug, Default)]
pub struct Folder {
    /// The folder's own page.
    pub page: Option<DocumentId>,
    /// The other articles, in the order of lists.
    pub articles: Vec<DocumentId>,
}

/// The folders of all articles, by their paths.
pub(super) fn folders(documents: &[DocumentSet]) -> BTreeMap<String, Folder> {
    let mut folders: BTreeMap<String, Folder> = BTreeMap::new();
    let articles = documents.iter().enumerate().filter(|(_, set)| set.kind == DocumentKind::Article);
    for (index, set) in articles {
        if !folders.contains_key(set.folder()) {
            folders.insert(set.folder().to_owned(), Folder::default());
        }
        let Some(folder) = folders.get_mut(set.folder()) else { continue };
        match set.is_folder_page() {
            true => folder.page = Some(DocumentId(index)),
            false => folder.articles.push(DocumentId(index)),
        }
    }
    for folder in folders.values_mut() {
        folder.articles.sort_by_key(|id| documents.get(id.index()).map(DocumentSet::order));
    }
    folders
}
