//! Documents: articles, notices and free pages, each in one language.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use rayon::prelude::*;

use super::front_matter;
use super::markdown::{self, Body};
use super::notice::{self, NoticeMatter};
use super::strings::Strings;
use crate::config::{self, Config, Entry, Scope, keys};
use crate::diagnostic::{Diagnostics, Place, SourceFile};
use crate::model::LanguageId;
use crate::source::Sources;

/// What a document is, by the folder it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocumentKind {
    /// `articles/`.
    Article,
    /// `notices/`.
    Notice,
    /// `pages/`.
    Page,
}

impl DocumentKind {
    const FOLDERS: [(&'static str, Self); 3] =
        [("articles/", Self::Article), ("notices/", Self::Notice), ("pages/", Self::Page)];
}

/// A document in one language.
#[derive(Debug)]
pub struct Document {
    /// What it is.
    pub kind: DocumentKind,
    /// Its language.
    pub language: LanguageId,
    /// Its path in the folder of its kind, without `.md`; the same in every language.
    pub key: String,
    /// The file.
    pub source: Arc<SourceFile>,
    /// The front matter.
    pub meta: Meta,
    /// What it says as a notice.
    pub notice: Option<NoticeMatter>,
    /// The text.
    pub body: Body,
}

impl Document {
    /// Leaves out what a notice is to say only after the day `today`: nobody has said it yet.
    pub fn hold_back(&mut self, today: Date) {
        if let Some(notice) = &mut self.notice {
            notice.updates.retain(|update| update.time.to_zoned(TimeZone::UTC).date() <= today);
        }
    }
}

/// The front matter that all documents share.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    /// The h1.
    pub title: String,
    /// One sentence.
    pub description: Option<String>,
    /// The day on which it was written.
    pub date: Option<Date>,
    /// The day on which it was last changed.
    pub updated: Option<Date>,
    /// Whether it is left out.
    pub draft: bool,
    /// Its place in lists.
    pub weight: Option<i64>,
    /// Words it is about.
    pub tags: Vec<String>,
    /// Products it is about.
    pub products: Vec<String>,
    /// Old addresses, with their places.
    pub aliases: Vec<(String, Place)>,
    /// The last part of its address, with its place.
    pub slug: Option<(String, Place)>,
}

/// Reads all documents, in parallel; problems are told and drafts kept, with their mark.
pub fn read_documents(
    sources: &Sources,
    config: &Config,
    strings: &[Strings],
    diagnostics: &Diagnostics,
) -> Vec<Document> {
    let languages = &config.portal.languages;
    let mut files: Vec<(LanguageId, DocumentKind, &str)> = Vec::new();
    for (language, tag) in languages.iter() {
        for (folder, kind) in DocumentKind::FOLDERS {
            let prefix = format!("content/{}/{folder}", tag.as_str());
            let found: Vec<&str> =
                sources.under("content/").filter(|path| path.starts_with(&prefix) && path.ends_with(".md")).collect();
            files.extend(found.into_iter().map(|path| (language, kind, path)));
        }
    }
    let read = |(language, kind, path): &(LanguageId, DocumentKind, &str)| {
        let source = sources.text(path).map_err(|problem| diagnostics.push(problem)).ok()?;
        document(*language, *kind, source, config, strings, diagnostics)
    };
    files.par_iter().filter_map(read).collect()
}

fn document(
    language: LanguageId,
    kind: DocumentKind,
    source: Arc<SourceFile>,
    config: &Config,
    strings: &[Strings],
    diagnostics: &Diagnostics,
) -> Option<Document> {
    let split = front_matter::split(&source, diagnostics)?;
    let (meta, notice) = {
        let table = config::parse(&source, split.front.clone(), diagnostics)?;
        let scope = Scope::new(&source, split.front.start, diagnostics);
        let shape = if kind == DocumentKind::Notice { &keys::document::NOTICE } else { &keys::document::PAGE };
        config::check(&table, shape, &scope);
        let entry = Entry::top(&table, &scope);
        let notice = (kind == DocumentKind::Notice).then(|| notice::read(&entry, &config.portal));
        (meta(&entry)?, notice)
    };
    let words = &strings.get(language.index())?.markdown;
    let options = markdown::Options { raw_html: config.portal.raw_html, ..markdown::Options::new(words) };
    let body = markdown::parse(&source, split.body, &options, diagnostics);
    let key = key(source.path())?;
    Some(Document { kind, language, key, source, meta, notice, body })
}

/// `content/pl/articles/mail/a.md` → `mail/a`.
fn key(path: &str) -> Option<String> {
    let inner = path.splitn(4, '/').nth(3)?;
    Some(inner.strip_suffix(".md")?.to_owned())
}

fn meta(entry: &Entry<'_>) -> Option<Meta> {
    let aliases = entry.value("aliases").into_iter().flat_map(|list| {
        list.items().filter_map(|item| Some((item.string()?.to_owned(), item.place()))).collect::<Vec<_>>()
    });
    Some(Meta {
        title: title(entry)?,
        description: entry.string("description").map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned),
        date: entry.date("date"),
        updated: entry.date("updated"),
        draft: entry.boolean("draft").unwrap_or(false),
        weight: entry.integer("weight"),
        tags: entry.strings("tags"),
        products: entry.strings("products"),
        aliases: aliases.collect(),
        slug: entry.value("slug").and_then(|value| Some((value.string()?.to_owned(), value.place()))),
    })
}

fn title(entry: &Entry<'_>) -> Option<String> {
    let title = entry.string("title")?.trim();
    if title.is_empty() {
        entry.value("title")?.reject(
            crate::diagnostic::code::DOC_02,
            "the title is empty",
            "write the heading of the page",
        );
        return None;
    }
    Some(title.to_owned())
}
