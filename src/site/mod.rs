//! The site: which pages there are, at which addresses, in which languages, and where every link leads.
//!
//! Assembling finds what is wrong between files: two sources of one address, links and images without a target.

mod asset;
mod collect;
mod dead_end;
mod folder;
mod link;
mod page;
mod path;
pub mod portal_link;
mod redirect;
mod route;
mod target;

pub use asset::{Asset, Assets};
pub use collect::DocumentSet;
pub use folder::Folder;
pub use link::text_key;
pub use page::{DocumentId, Page, PageKind};
pub use redirect::Redirect;
pub use route::{Address, TWIN, slug};
pub use target::{Links, Targets};

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use portal_link::PortalLinks;

use crate::config::Config;
use crate::content::{Document, DocumentKind, Strings, Texts};
use crate::diagnostic::Diagnostics;
use crate::locale::Locale;
use crate::model::{LanguageId, Portal};
use crate::source::Sources;

/// Everything that pages are made of; complete before the first is rendered.
#[derive(Debug)]
pub struct Site {
    /// The configuration.
    pub config: Arc<Config>,
    /// Formats of each language.
    pub locales: Arc<[Locale]>,
    /// Each language's name in itself.
    pub own_names: Vec<String>,
    /// Interface words of each language.
    pub strings: Arc<[Strings]>,
    /// Built-in texts.
    pub texts: Arc<Texts>,
    /// The documents, by kind and key.
    pub documents: Vec<DocumentSet>,
    /// The pages, in the order of their addresses.
    pub pages: Vec<Page>,
    /// Old addresses.
    pub redirects: Vec<Redirect>,
    /// Images and other files beside the text.
    pub assets: Assets,
    /// The links to Microsoft's portals.
    pub portal_links: PortalLinks,
    /// The folders of articles, by their paths.
    pub folders: BTreeMap<String, Folder>,
    /// Where the links and images of each document lead.
    pub links: Links,
}

/// What a site is assembled from.
#[derive(Debug)]
pub struct Parts {
    /// The configuration.
    pub config: Arc<Config>,
    /// Formats of each language.
    pub locales: Arc<[Locale]>,
    /// Interface words of each language.
    pub strings: Arc<[Strings]>,
    /// Built-in texts.
    pub texts: Arc<Texts>,
    /// The documents that are published.
    pub documents: Vec<Arc<Document>>,
}

/// Assembles a site; problems between files are told.
pub fn assemble(parts: Parts, sources: &Sources, diagnostics: &Diagnostics) -> Site {
    let Parts { config, locales, strings, texts, documents } = parts;
    let unreadable = diagnostics.faulty_files();
    let documents = collect::collect(documents, &config.portal, &unreadable, diagnostics);
    let pages = page::pages(&documents, &config.portal, diagnostics);
    let redirects = redirect::redirects(&documents, &pages, &config.portal, diagnostics);
    let given = link::Given {
        portal: &config.portal,
        documents: &documents,
        pages: &pages,
        texts: &texts,
        sources,
        unreadable: &unreadable,
    };
    let (links, assets) = link::resolve(&given, diagnostics);
    let portal_links = portal_link::read(sources, diagnostics);
    let folders = folder::folders(&documents);
    let own_names = config.portal.languages.iter().map(|(_, tag)| Locale::new(tag).own_name()).collect();
    Site {
        own_names,
        portal_links,
        folders,
        config,
        locales,
        strings,
        texts,
        documents,
        pages,
        redirects,
        assets,
        links,
    }
}

impl Site {
    /// The configuration's model.
    pub fn portal(&self) -> &Portal {
        &self.config.portal
    }

    /// The formats of a language.
    pub fn locale(&self, language: LanguageId) -> &Locale {
        &self.locales[language.index()]
    }

    /// The interface words of a language.
    pub fn strings(&self, language: LanguageId) -> &Strings {
        &self.strings[language.index()]
    }

    /// The documents of a kind, with their ids.
    pub fn documents_of(&self, kind: DocumentKind) -> impl Iterator<Item = (DocumentId, &DocumentSet)> {
        // They lie by kind.
        let first = self.documents.partition_point(|set| set.kind < kind);
        let sets = self.documents.iter().enumerate().skip(first).take_while(move |(_, set)| set.kind == kind);
        sets.map(|(index, set)| (DocumentId(index), set))
    }

    /// The folder of an article.
    pub fn folder_of(&self, set: &DocumentSet) -> Option<&Folder> {
        self.folders.get(set.folder())
    }

    /// The set that a document is in.
    pub fn find(&self, document: &Document) -> Option<DocumentId> {
        let key = (document.kind, document.key.as_str());
        self.documents.binary_search_by(|set| (set.kind, set.key.as_str()).cmp(&key)).ok().map(DocumentId)
    }

    /// Puts a document in the place of the version that it is of, where nothing else of the site depends on it.
    pub fn replace(&mut self, document: &Arc<Document>) {
        let set = self.find(document).and_then(|id| self.documents.get_mut(id.index()));
        if let Some(set) = set {
            set.replace(document);
        }
    }

    /// Lists the articles of each folder anew: documents were replaced that can have another place in it.
    pub fn list_again(&mut self) {
        self.folders = folder::folders(&self.documents);
    }

    /// A document.
    pub fn document(&self, id: DocumentId) -> &DocumentSet {
        &self.documents[id.index()]
    }

    /// What a page is made from: the path of its file, or that every portal has it.
    pub fn source_of(&self, page: &Page) -> Cow<'_, str> {
        page::source_of(page, &self.documents)
    }

    /// The address of the feed of notices in a language.
    pub fn feed(&self, language: LanguageId) -> Address {
        Address::file(self.portal(), language, "notices.atom")
    }

    /// The address of a page of the site in a language.
    pub fn address(&self, kind: PageKind, language: LanguageId) -> Address {
        page::address(kind, language, &self.documents, self.portal())
    }
}
