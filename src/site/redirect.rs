//! Old addresses that lead to pages.

use std::collections::BTreeSet;

use super::collect::DocumentSet;
use super::page::{DocumentId, Page, PageKind};
use super::route::{Address, slug};
use crate::content::DocumentKind;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, code};
use crate::model::{LanguageId, Portal};

/// An old address and the page that it leads to.
#[derive(Clone, Debug)]
pub struct Redirect {
    /// The old address: a folder.
    pub from: Address,
    /// The page.
    pub to: Address,
}

/// The aliases of all documents.
pub(super) fn redirects(
    documents: &[DocumentSet],
    pages: &[Page],
    portal: &Portal,
    diagnostics: &Diagnostics,
) -> Vec<Redirect> {
    let is_page = |address: &Address| pages.binary_search_by(|page| page.address.cmp(address)).is_ok();
    let mut taken = BTreeSet::new();
    let mut redirects = Vec::new();
    for (index, set) in documents.iter().enumerate() {
        let kind = match set.kind {
            DocumentKind::Article => PageKind::Article(DocumentId(index)),
            DocumentKind::Notice => PageKind::Notice(DocumentId(index)),
            DocumentKind::Page => PageKind::Free(DocumentId(index)),
        };
        for document in set.versions() {
            for (alias, place) in &document.meta.aliases {
                let to = super::page::address(kind, document.language, documents, portal);
                let Some(from) = alias_address(alias, portal) else {
                    refuse(alias, place, diagnostics);
                    continue;
                };
                if is_page(&from) || !taken.insert(from.clone()) {
                    let problem =
                        Diagnostic::error(code::URL_01, format!("the old address {alias} is taken")).at(place.clone());
                    diagnostics.push(problem.hint("another page or alias has it; delete one of the two"));
                    continue;
                }
                redirects.push(Redirect { from, to });
            }
        }
    }
    redirects.sort_by(|a, b| a.from.cmp(&b.from));
    redirects
}

/// `/old/page/` from the site's root: slugs only, so that it cannot lead out.
fn alias_address(alias: &str, portal: &Portal) -> Option<Address> {
    let inner = alias.strip_prefix('/')?;
    let parts: Vec<&str> = inner.strip_suffix('/').unwrap_or(inner).split('/').collect();
    let good = |part: &&str| !part.is_empty() && slug(part) == **part;
    parts.iter().all(good).then(|| Address::folder(portal, LanguageId::DEFAULT, parts.iter().copied()))
}

fn refuse(alias: &str, place: &Place, diagnostics: &Diagnostics) {
    let problem =
        Diagnostic::error(code::URL_02, format!("`{alias}` cannot be an old address of this site")).at(place.clone());
    diagnostics.push(
        problem.hint(
            "write it from the root of the portal, in lower case, with letters, digits and hyphens: \"/old/page/\"",
        ),
    );
}
