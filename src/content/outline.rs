//! What the rest of a site knows of an article, kept for the next build: an article that did not change is then not read
//! again. Its own page cannot be made of it, nor can it be told where in its file something stands.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;
use rapidhash::RapidHashMap;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::document::{Document, DocumentKind, Meta};
use super::markdown::{Body, outline};
use crate::diagnostic::{Place, SourceFile};
use crate::model::LanguageId;
use crate::source::SitePath;

/// So many articles are written and read in one go, by one thread.
const PORTION: usize = 256;

/// An article without its text.
#[derive(Debug, Serialize, Deserialize)]
struct Outline<'a> {
    path: &'a str,
    hash: u64,
    title: &'a str,
    description: Option<&'a str>,
    date: Option<Date>,
    updated: Option<Date>,
    draft: bool,
    weight: Option<i64>,
    #[serde(borrow)]
    tags: Vec<&'a str>,
    products: Vec<&'a str>,
    aliases: Vec<&'a str>,
    slug: Option<&'a str>,
    body: outline::Outline<'a>,
}

/// The articles that the last build read, by their paths.
#[derive(Debug, Default)]
pub struct Outlines<'a> {
    all: RapidHashMap<&'a str, Outline<'a>>,
    /// The files that are not surely the same.
    others: Option<&'a HashSet<SitePath>>,
    /// Those of which something was told.
    told: Option<&'a HashSet<SitePath>>,
}

impl<'a> Outlines<'a> {
    /// Those in `bytes`, as [`written`] wrote them; `hashes` are those of articles of which only the text is another since
    /// then, `others` the files that are not surely the same, and `told` those of which something was told.
    pub fn read(
        bytes: &'a [u8],
        hashes: &BTreeMap<SitePath, u64>,
        others: &'a HashSet<SitePath>,
        told: &'a HashSet<SitePath>,
    ) -> Self {
        let portions: Vec<&[u8]> = postcard::from_bytes(bytes).unwrap_or_default();
        let read = |portion: &&'a [u8]| postcard::from_bytes::<Vec<Outline<'a>>>(portion).unwrap_or_default();
        let outlines: Vec<Vec<Outline<'a>>> = portions.par_iter().map(read).collect();
        let mut all: RapidHashMap<&str, Outline<'a>> =
            outlines.into_iter().flatten().map(|outline| (outline.path, outline)).collect();
        for (path, hash) in hashes {
            if let Some(outline) = all.get_mut(path.as_str()) {
                outline.hash = *hash;
            }
        }
        Self { all, others: Some(others), told: Some(told) }
    }

    /// The files that are not surely the same.
    pub(super) fn others(&self) -> Option<impl Iterator<Item = &'a str>> {
        self.others.map(|others| others.iter().map(String::as_str))
    }

    /// The document of a file, if its outline is known and surely right.
    pub(super) fn document(&self, language: LanguageId, kind: DocumentKind, path: &str) -> Option<Document> {
        self.others.filter(|others| kind == DocumentKind::Article && !others.contains(path))?;
        self.last(language, path)
    }

    /// The article of a file as the last build read it, if it told nothing of it.
    pub(super) fn last(&self, language: LanguageId, path: &str) -> Option<Document> {
        self.told.filter(|told| !told.contains(path))?;
        let (outline, kind) = (self.all.get(path)?, DocumentKind::Article);
        let source = SourceFile::new(path, "");
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<String>>();
        let placed = |text: &&str| ((*text).to_owned(), Place::file(&source));
        Some(Document {
            kind,
            language,
            key: super::document::key(path)?,
            meta: Meta {
                title: outline.title.to_owned(),
                description: outline.description.map(str::to_owned),
                date: outline.date,
                updated: outline.updated,
                draft: outline.draft,
                weight: outline.weight,
                tags: owned(&outline.tags),
                products: owned(&outline.products),
                aliases: outline.aliases.iter().map(placed).collect(),
                slug: outline.slug.as_ref().map(placed),
            },
            notice: None,
            body: Body::of_outline(&outline.body, &source),
            hash: outline.hash,
            is_outline: true,
            source,
        })
    }
}

/// The outlines of the articles among documents, as bytes.
pub fn written(documents: &[&Document]) -> Vec<u8> {
    let portion = |documents: &[&Document]| {
        let articles = documents.iter().filter(|document| document.kind == DocumentKind::Article);
        let outlines: Vec<Outline<'_>> = articles.map(|document| of(document)).collect();
        postcard::to_allocvec(&outlines).unwrap_or_default()
    };
    let portions: Vec<Vec<u8>> = documents.par_chunks(PORTION).map(portion).collect();
    postcard::to_allocvec(&portions).unwrap_or_default()
}

fn of(document: &Document) -> Outline<'_> {
    let Meta { title, description, date, updated, draft, weight, tags, products, aliases, slug } = &document.meta;
    Outline {
        path: document.source.path(),
        hash: document.hash,
        title,
        description: description.as_deref(),
        date: *date,
        updated: *updated,
        draft: *draft,
        weight: *weight,
        tags: tags.iter().map(String::as_str).collect(),
        products: products.iter().map(String::as_str).collect(),
        aliases: aliases.iter().map(|(alias, _)| alias.as_str()).collect(),
        slug: slug.as_ref().map(|(slug, _)| slug.as_str()),
        body: document.body.outline(),
    }
}
