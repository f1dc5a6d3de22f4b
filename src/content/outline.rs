//! What the rest of a site knows of an article, kept for the next build: an article that did not change is then not read
//! again. Its own page cannot be made of it, nor can it be told where in its file something stands.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::document::{Document, DocumentKind, Meta};
use super::markdown::{Body, outline};
use crate::diagnostic::{Place, SourceFile};
use crate::model::LanguageId;

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

/// The articles that the last build read and that are surely the same, by their paths.
#[derive(Debug, Default)]
pub struct Outlines<'a>(HashMap<&'a str, Outline<'a>>);

impl<'a> Outlines<'a> {
    /// Those in `bytes`, as [`written`] wrote them, whose files `is_same` knows to be the same.
    pub fn read(bytes: &'a [u8], is_same: impl Fn(&str) -> bool) -> Self {
        let all: Vec<Outline<'a>> = postcard::from_bytes(bytes).unwrap_or_default();
        Self(all.into_iter().filter(|outline| is_same(outline.path)).map(|outline| (outline.path, outline)).collect())
    }

    /// The document of a file, if its outline is known.
    pub(super) fn document(&self, language: LanguageId, kind: DocumentKind, path: &str) -> Option<Document> {
        let outline = self.0.get(path).filter(|_| kind == DocumentKind::Article)?;
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

/// The outlines of articles, as bytes.
pub fn written<'d>(documents: impl Iterator<Item = &'d Arc<Document>>) -> Vec<u8> {
    let articles = documents.filter(|document| document.kind == DocumentKind::Article);
    let outlines: Vec<Outline<'_>> = articles.map(|document| of(document)).collect();
    postcard::to_allocvec(&outlines).unwrap_or_default()
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
