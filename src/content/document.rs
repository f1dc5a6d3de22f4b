//! Documents: articles, notices and free pages, each in one language.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use rapidhash::v3::rapidhash_v3;

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

    /// Whether a file stands among documents: it is one, or is shown by one.
    pub fn is_among(path: &str) -> bool {
        let inner = path.strip_prefix("content/").and_then(|rest| rest.split_once('/'));
        inner.is_some_and(|(_, inner)| Self::FOLDERS.iter().any(|(folder, _)| inner.starts_with(folder)))
    }
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
    /// A hash of the file.
    pub hash: u64,
    /// Whether its text was left unread, being that of the last build: then no page can be made of it.
    pub is_outline: bool,
}

impl Document {
    /// Whether this document and `other` stand at the same address, and lead to the same: where the one takes the place of
    /// the other, no page moves, and no link.
    pub fn stands_as(&self, other: &Self) -> bool {
        let of = |document: &Self| (document.kind, document.language, document.meta.draft, document.notice.is_none());
        of(self) == of(other)
            && self.key == other.key
            && self.meta.is_found_as(&other.meta)
            && self.body.is_linked_as(&other.body)
    }

    /// Whether this document and `other` differ in nothing that is shown or linked to outside of their own page.
    pub fn differs_in_text_only(&self, other: &Self) -> bool {
        let of = |document: &Self| (document.kind, document.language, document.notice.is_none());
        of(self) == of(other)
            && self.key == other.key
            && self.meta.says_the_same(&other.meta)
            && self.body.leads_the_same(&other.body)
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

impl Meta {
    /// Whether both say the same, wherever it stands.
    fn says_the_same(&self, other: &Self) -> bool {
        let Self { title, description, date, updated, draft, weight, tags, products, aliases: _, slug: _ } = other;
        (&self.title, &self.description, self.date, self.updated) == (title, description, *date, *updated)
            && (self.draft, self.weight, &self.tags, &self.products) == (*draft, *weight, tags, products)
            && self.is_found_as(other)
    }

    /// Whether both have the same addresses, old and new.
    fn is_found_as(&self, other: &Self) -> bool {
        let aliases = |meta: &Self| meta.aliases.iter().map(|(alias, _)| alias.clone()).collect::<Vec<_>>();
        let slug = |meta: &Self| meta.slug.as_ref().map(|(slug, _)| slug.clone());
        (aliases(self), slug(self)) == (aliases(other), slug(other))
    }
}

/// Reads documents.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The configuration.
    pub config: &'a Config,
    /// The interface words of each language.
    pub strings: &'a [Strings],
    /// The date of the build, in UTC.
    pub today: Date,
}

impl Reader<'_> {
    /// The files that are documents.
    pub(super) fn files<'s>(&self, sources: &'s Sources) -> Vec<(LanguageId, DocumentKind, &'s str)> {
        let mut files = Vec::new();
        for (language, tag) in self.config.portal.languages.iter() {
            for (folder, kind) in DocumentKind::FOLDERS {
                let prefix = format!("content/{}/{folder}", tag.as_str());
                let found = sources.under(&prefix).filter(|path| path.ends_with(".md"));
                files.extend(found.map(|path| (language, kind, path)));
            }
        }
        files
    }

    /// A document; none if its front matter is none.
    pub(super) fn read(
        &self,
        language: LanguageId,
        kind: DocumentKind,
        source: Arc<SourceFile>,
        diagnostics: &Diagnostics,
    ) -> Option<Document> {
        let mut document = document(language, kind, source, self.config, self.strings, diagnostics)?;
        if let Some(notice) = &mut document.notice {
            // What it is to say only on a later day, nobody has said yet.
            notice.updates.retain(|update| update.time.to_zoned(TimeZone::UTC).date() <= self.today);
        }
        Some(document)
    }
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
    let hash = rapidhash_v3(source.text().as_bytes());
    Some(Document { kind, language, key, source, meta, notice, body, hash, is_outline: false })
}

/// `content/pl/articles/mail/a.md` → `mail/a`.
pub(super) fn key(path: &str) -> Option<String> {
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
