//! Where links and images lead: resolved once, when all pages are known.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use super::asset::Assets;
use super::collect::DocumentSet;
use super::page::Page;
use super::path::{decode, join, way};
use super::route::{Address, slug};
use super::target::{Links, Targets};
use crate::content::image::{self, LARGE};
use crate::content::markdown::{Body, Image, Link};
use crate::content::{Document, Texts};
use crate::diagnostic::{Diagnostic, Diagnostics, code};
use crate::model::{LanguageId, Portal};
use crate::source::Sources;

/// What links can lead to.
pub(super) struct Given<'a> {
    pub(super) portal: &'a Portal,
    pub(super) documents: &'a [DocumentSet],
    pub(super) pages: &'a [Page],
    pub(super) texts: &'a Texts,
    pub(super) sources: &'a Sources,
    /// Files with an error: a document that could not be read is no page, but it is there.
    pub(super) unreadable: &'a BTreeSet<String>,
}

/// Finds where each link leads, on any thread.
pub(super) struct Resolver<'a> {
    given: &'a Given<'a>,
    by_file: HashMap<&'a str, &'a Page>,
    /// What is shown or led to, taken in where it is first needed.
    assets: Mutex<Assets>,
    /// How many bytes those images have that have too many.
    pub(super) large: Mutex<BTreeMap<String, usize>>,
    pub(super) diagnostics: &'a Diagnostics,
}

/// Resolves the links of all documents and texts, and takes in the files that they show.
pub(super) fn resolve(given: &Given<'_>, diagnostics: &Diagnostics) -> (Links, Assets) {
    let by_file = given.pages.iter().filter_map(|page| {
        let document = document_of(given, page)?;
        Some((document.source.path(), page))
    });
    let (by_file, assets, large) = (by_file.collect(), Mutex::default(), Mutex::default());
    let resolver = Resolver { given, by_file, assets, large, diagnostics };
    let documents: Vec<&Document> = given.documents.iter().flat_map(DocumentSet::versions).collect();
    let resolved = documents.par_iter().map(|document| {
        let file = document.source.path();
        let targets = Targets::new(
            &document.body,
            |link| resolver.href(link, file, document.language, Some(*document)),
            |image| resolver.image(image, file),
        );
        (file.to_owned(), targets)
    });
    let mut links = Links { by_file: resolved.collect() };
    let mut shown: Vec<(String, &Body)> =
        documents.iter().map(|document| (document.source.path().to_owned(), &document.body)).collect();
    for language in given.portal.languages.ids() {
        // A text that stands in for one that is not translated leads to the pages of the language it is shown in.
        for block in given.texts.shown_in(language) {
            let file = block.source.path();
            let targets = Targets::new(
                &block.body,
                |link| resolver.href(link, file, language, None),
                |image| resolver.image(image, file),
            );
            let key = text_key(language, file);
            links.by_file.insert(key.clone(), targets);
            shown.push((key, &block.body));
        }
    }
    resolver.tell_large(&shown, &links);
    (links, resolver.assets.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// The key of a text in a language: built-in texts can serve several.
pub fn text_key(language: LanguageId, file: &str) -> String {
    format!("{} {file}", language.index())
}

fn document_of<'a>(given: &Given<'a>, page: &Page) -> Option<&'a Document> {
    given.documents.get(page.kind.document()?.index())?.in_language(page.language)
}

impl Resolver<'_> {
    fn href(&self, link: &Link, file: &str, language: LanguageId, document: Option<&Document>) -> String {
        let target = link.target.as_str();
        if link.is_web() || target.starts_with("mailto:") || target.starts_with("tel:") {
            return target.to_owned();
        }
        let (path, anchor) = target.split_once('#').map_or((target, None), |(path, anchor)| (path, Some(anchor)));
        if path.is_empty() {
            if let (Some(anchor), Some(document)) = (anchor, document)
                && !document.body.has_anchor(&decode(anchor))
            {
                self.missing_anchor(link, anchor, document);
            }
            return target.to_owned();
        }
        match path.strip_prefix('/') {
            Some(rooted) => self.rooted(link, rooted, anchor, language),
            None => self.relative(link, path, anchor, file),
        }
    }

    /// A link from the root of the portal: a page in the document's own language, or a static file.
    fn rooted(&self, link: &Link, path: &str, anchor: Option<&str>, language: LanguageId) -> String {
        let decoded = decode(path);
        let folder = if decoded.is_empty() || decoded.ends_with('/') || decoded.contains('.') {
            decoded.to_string()
        } else {
            format!("{decoded}/")
        };
        let own = Address::file(self.given.portal, language, &folder);
        let page = self.page_at(own.path()).or_else(|| self.page_at(&folder));
        if let Some(page) = page {
            self.check_anchor(link, anchor, page);
            return with_anchor(page.address.href(self.given.portal), anchor);
        }
        if self.given.sources.contains(&format!("static/{decoded}")) {
            return with_anchor(
                Address::file(self.given.portal, LanguageId::DEFAULT, &decoded).href(self.given.portal),
                anchor,
            );
        }
        if !self.awaits(&decoded) {
            let pages = self.given.pages.iter().map(|page| page.address.path());
            let root = Address::file(self.given.portal, language, "");
            // A link from the root leads to a page in the language of its text.
            let written = |path: &str| format!("/{}", path.strip_prefix(root.path()).unwrap_or(path));
            self.missing(link, &format!("the portal has no page /{path}"), pages, written);
        }
        String::new()
    }

    fn page_at(&self, path: &str) -> Option<&Page> {
        let pages = self.given.pages;
        pages.binary_search_by(|page| page.address.path().cmp(path)).ok().and_then(|place| pages.get(place))
    }

    /// A link from file to file.
    fn relative(&self, link: &Link, path: &str, anchor: Option<&str>, file: &str) -> String {
        let Some(target) = join(file, &decode(path)) else {
            self.missing(link, &format!("`{path}` leads out of the site"), std::iter::empty(), str::to_owned);
            return String::new();
        };
        // A document that is not translated is linked to in the language in which it exists.
        let found = match self.by_file.get(target.as_str()) {
            // Its own problem is told.
            None if self.given.unreadable.contains(&target) => return String::new(),
            None => self.in_other_language(&target),
            found => found,
        };
        if let Some(page) = found {
            self.check_anchor(link, anchor, page);
            return with_anchor(page.address.href(self.given.portal), anchor);
        }
        if !target.ends_with(".md") && self.given.sources.contains(&target) {
            let mut assets = lock(&self.assets);
            if assets.get(&target).is_none() {
                match self.given.sources.bytes(&target) {
                    Ok(bytes) => assets.add(&target, bytes, None),
                    Err(problem) => self.diagnostics.push(problem),
                }
            }
            let output = assets.get(&target).map(|asset| asset.output.clone()).unwrap_or_default();
            return Address::file(self.given.portal, LanguageId::DEFAULT, &output).href(self.given.portal);
        }
        self.missing(
            link,
            &format!("there is no file {target}"),
            self.by_file.keys().copied().filter(|known| *known != file),
            |known| way(file, known),
        );
        String::new()
    }

    /// Whether a page would stand at this path if its file could be read.
    fn awaits(&self, path: &str) -> bool {
        let slugs = |path: &str| path.split('/').filter(|part| !part.is_empty()).map(slug).collect::<Vec<_>>();
        let wanted = slugs(path);
        self.given.unreadable.iter().any(|file| {
            let inner = file.strip_prefix("content/").and_then(|rest| rest.split_once('/')?.1.strip_suffix(".md"));
            inner.is_some_and(|inner| {
                let inner = inner.strip_suffix("/index").unwrap_or(inner);
                slugs(inner) == wanted || inner.strip_prefix("pages/").is_some_and(|page| slugs(page) == wanted)
            })
        })
    }

    fn in_other_language(&self, target: &str) -> Option<&&Page> {
        let rest = target.strip_prefix("content/")?.split_once('/')?.1;
        self.given
            .portal
            .languages
            .iter()
            .find_map(|(_, tag)| self.by_file.get(format!("content/{}/{rest}", tag.as_str()).as_str()))
    }

    fn image(&self, image: &Image, file: &str) -> Option<String> {
        let path = decode(&image.target);
        let source = match path.strip_prefix('/') {
            Some(rooted) => Some(format!("static/{rooted}")),
            None => join(file, &path),
        };
        let Some(source) = source.filter(|source| self.given.sources.contains(source)) else {
            if !image.target.contains("://") {
                let problem = Diagnostic::error(code::IMG_01, format!("there is no image {}", image.target))
                    .at(image.place.clone());
                self.diagnostics.push(problem.hint("put the file beside the text and write its name"));
            }
            return None;
        };
        let mut assets = lock(&self.assets);
        if assets.get(&source).is_none() {
            let bytes = self.given.sources.bytes(&source).map_err(|problem| self.diagnostics.push(problem)).ok()?;
            if bytes.len() > LARGE {
                lock(&self.large).insert(source.clone(), bytes.len());
            }
            match image::inspect(&source, &bytes) {
                Ok(info) => assets.add_image(&source, info),
                Err(problem) => {
                    let diagnostic = Diagnostic::error(
                        code::IMG_01,
                        format!("the image {} cannot be shown: {problem}", image.target),
                    );
                    self.diagnostics.push(diagnostic.at(image.place.clone()).hint(problem.hint()));
                    return None;
                }
            }
        }
        Some(source)
    }

    fn check_anchor(&self, link: &Link, anchor: Option<&str>, page: &Page) {
        let Some(anchor) = anchor.filter(|anchor| !anchor.is_empty()) else { return };
        if let Some(document) = document_of(self.given, page)
            && !document.body.has_anchor(&decode(anchor))
        {
            self.missing_anchor(link, anchor, document);
        }
    }
}

/// What a lock guards is whole even where a thread died that held it.
pub(super) fn lock<T>(guarded: &Mutex<T>) -> MutexGuard<'_, T> {
    guarded.lock().unwrap_or_else(PoisonError::into_inner)
}

fn with_anchor(href: String, anchor: Option<&str>) -> String {
    match anchor {
        Some(anchor) => format!("{href}#{anchor}"),
        None => href,
    }
}
