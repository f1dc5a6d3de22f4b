//! The knowledge base.

use super::{Phrase, Shared};
use serde::Serialize;

/// Data of `articles.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Articles {
    /// The h1.
    pub heading: String,
    /// The articles by folder.
    pub groups: Shared<Vec<ArticleGroup>>,
}

/// The articles of one folder.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleGroup {
    /// The folder's title; empty for articles in no folder.
    pub title: Phrase,
    /// The folder's own page, or empty.
    pub href: String,
    /// Its articles.
    pub items: Vec<Shared<ArticleItem>>,
}

/// An article in a list.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleItem {
    /// Its title.
    pub title: Phrase,
    /// A sentence; may be empty.
    pub description: String,
    /// Its address.
    pub href: String,
    /// The language it is written in, when it is not the page's.
    pub lang: Option<String>,
}

/// Data of `article.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Article {
    /// The h1.
    pub heading: String,
    /// A sentence; may be empty.
    pub description: String,
    /// The body.
    pub html: String,
    /// The same as Markdown, with whole addresses.
    pub markdown: String,
    /// The headings of the second level, when there are at least three.
    pub toc: Vec<TocEntry>,
    /// Products it is about.
    pub products: Vec<String>,
    /// What else it is about.
    pub tags: Vec<String>,
    /// "Updated on 12 November 2026"; may be empty.
    pub updated: String,
    /// The same as an ISO date; may be empty.
    pub updated_iso: String,
    /// Other articles of the folder.
    pub related: Vec<Shared<ArticleItem>>,
    /// The articles below this one, when it is a folder's own page.
    pub children: Vec<Shared<ArticleItem>>,
}

/// A heading in the table of contents.
#[derive(Clone, Debug, Serialize)]
pub struct TocEntry {
    /// The heading's text.
    pub text: String,
    /// Its anchor.
    pub id: String,
}
