//! The pages of a site.

use std::borrow::Cow;

use rayon::prelude::*;

use super::collect::DocumentSet;
use super::route::Address;
use crate::content::{Document, DocumentKind};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, code};
use crate::model::{LanguageId, Portal};

/// A document by its place in `Site::documents`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub(super) usize);

impl DocumentId {
    /// The document at this place.
    pub fn at(index: usize) -> Self {
        Self(index)
    }

    /// The place.
    pub fn index(self) -> usize {
        self.0
    }
}

/// What a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageKind {
    /// `/`
    Home,
    /// `/cannot-sign-in/`
    CannotSignIn,
    /// `/support-types/`
    SupportTypes,
    /// `/contact/`
    Contact,
    /// `/pricing/`
    Pricing,
    /// `/self-service/`
    SelfService,
    /// `/articles/`
    Articles,
    /// `/articles/<path>/`
    Article(DocumentId),
    /// `/notices/`
    Notices,
    /// `/notices/<slug>/`
    Notice(DocumentId),
    /// `/<slug>/`
    Free(DocumentId),
    /// `/partner-of-record/`
    PartnerOfRecord,
    /// `/delegated-access/`
    DelegatedAccess,
    /// `/legal/`
    Legal,
    /// `/privacy/`
    Privacy,
    /// `/accessibility/`
    Accessibility,
    /// `/print/`
    Print,
    /// `/about-this-portal/`
    About,
    /// `/404.html`
    NotFound,
}

impl PageKind {
    /// The pages that every site has; that about the portal can be left out.
    pub const FIXED: [Self; 16] = [
        Self::Home,
        Self::CannotSignIn,
        Self::SupportTypes,
        Self::Contact,
        Self::Pricing,
        Self::SelfService,
        Self::Articles,
        Self::Notices,
        Self::PartnerOfRecord,
        Self::DelegatedAccess,
        Self::Legal,
        Self::Privacy,
        Self::Accessibility,
        Self::Print,
        Self::About,
        Self::NotFound,
    ];

    /// The first part of the address.
    fn slug(self) -> Option<&'static str> {
        match self {
            Self::Home | Self::Free(_) | Self::NotFound => None,
            Self::CannotSignIn => Some("cannot-sign-in"),
            Self::SupportTypes => Some("support-types"),
            Self::Contact => Some("contact"),
            Self::Pricing => Some("pricing"),
            Self::SelfService => Some("self-service"),
            Self::Articles | Self::Article(_) => Some("articles"),
            Self::Notices | Self::Notice(_) => Some("notices"),
            Self::PartnerOfRecord => Some("partner-of-record"),
            Self::DelegatedAccess => Some("delegated-access"),
            Self::Legal => Some("legal"),
            Self::Privacy => Some("privacy"),
            Self::Accessibility => Some("accessibility"),
            Self::Print => Some("print"),
            Self::About => Some("about-this-portal"),
        }
    }

    /// Whether search engines may show it: the sheet to print says again what others say.
    pub fn is_found(self) -> bool {
        !matches!(self, Self::Print | Self::NotFound)
    }

    /// The document shown, if it is one.
    pub fn document(self) -> Option<DocumentId> {
        match self {
            Self::Article(id) | Self::Notice(id) | Self::Free(id) => Some(id),
            _ => None,
        }
    }

    fn of(id: DocumentId, kind: DocumentKind) -> Self {
        match kind {
            DocumentKind::Article => Self::Article(id),
            DocumentKind::Notice => Self::Notice(id),
            DocumentKind::Page => Self::Free(id),
        }
    }
}

/// A page in one language.
#[derive(Clone, Debug)]
pub struct Page {
    /// What it is.
    pub kind: PageKind,
    /// Its language.
    pub language: LanguageId,
    /// Its address.
    pub address: Address,
}

impl Page {
    /// The paths of its files in the output folder.
    pub fn files(&self) -> impl Iterator<Item = String> + use<> {
        std::iter::once(self.address.output()).chain(self.address.twin().map(|twin| twin.output()))
    }
}

/// The address of a page in a language.
pub(super) fn address(kind: PageKind, language: LanguageId, documents: &[DocumentSet], portal: &Portal) -> Address {
    if kind == PageKind::NotFound {
        return Address::file(portal, language, "404.html");
    }
    let own = kind.document().and_then(|id| documents.get(id.0)).map_or(&[][..], |set| set.slugs.as_slice());
    Address::folder(portal, language, kind.slug().into_iter().chain(own.iter().map(String::as_str)))
}

/// All pages, sorted by address; two sources of one address are told.
pub(super) fn pages(documents: &[DocumentSet], portal: &Portal, diagnostics: &Diagnostics) -> Vec<Page> {
    let page = |kind, language| Page { kind, language, address: address(kind, language, documents, portal) };
    let fixed = PageKind::FIXED.into_iter().filter(|kind| *kind != PageKind::About || portal.about);
    let mut pages: Vec<Page> =
        portal.languages.ids().flat_map(|language| fixed.clone().map(move |kind| page(kind, language))).collect();
    let of_set = |(index, set): (usize, &DocumentSet)| {
        let kind = PageKind::of(DocumentId(index), set.kind);
        set.versions().map(|document| page(kind, document.language)).collect::<Vec<_>>()
    };
    pages.par_extend(documents.par_iter().enumerate().flat_map_iter(of_set));
    // The first of those with one address stays the first.
    pages.par_sort_by(|one, other| one.address.cmp(&other.address));
    for same in pages.chunk_by(|one, other| one.address == other.address) {
        for (first, page) in same.iter().skip(1).filter_map(|page| Some((same.first()?, page))) {
            tell_clash(first, page, documents, diagnostics);
        }
    }
    pages.dedup_by(|one, other| one.address == other.address);
    pages
}

fn tell_clash(first: &Page, page: &Page, documents: &[DocumentSet], diagnostics: &Diagnostics) {
    let first = source_of(first, documents);
    let problem = Diagnostic::error(code::URL_01, format!("{first} has the address /{} too", page.address.path()));
    let hint = "rename one of the files, or give one a `slug` of its own";
    diagnostics.push(match document_of(page, documents) {
        Some(document) => problem.at(Place::file(&document.source)).hint(hint),
        None => problem.hint(hint),
    });
}

fn document_of<'d>(page: &Page, documents: &'d [DocumentSet]) -> Option<&'d Document> {
    documents.get(page.kind.document()?.0)?.in_language(page.language)
}

/// What a page is made from, for a message.
pub(super) fn source_of<'d>(page: &Page, documents: &'d [DocumentSet]) -> Cow<'d, str> {
    let document = document_of(page, documents);
    document.map_or(Cow::Borrowed("a page that every portal has"), |document| document.source.path().into())
}
