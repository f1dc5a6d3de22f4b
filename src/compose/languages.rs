//! The other languages of a page: for those who choose one, and for search engines.

use crate::locale::LanguageTag;
use crate::model::LanguageId;
use crate::site::PageKind;
use crate::view::shell::{Alternate, LanguageLink};
use crate::wording::{Wording, direction};

/// The languages in which a page exists.
fn exists(wording: &Wording<'_>, kind: PageKind) -> impl Fn(LanguageId) -> bool {
    let written: Option<Vec<LanguageId>> =
        kind.document().map(|id| wording.site.document(id).versions().map(|document| document.language).collect());
    move |language| written.as_ref().is_none_or(|written| written.contains(&language))
}

/// The same page in each language in which it exists, and where all others are sent.
pub(super) fn alternates(wording: &Wording<'_>, kind: PageKind) -> Vec<Alternate> {
    let portal = wording.portal();
    let exists = exists(wording, kind);
    if portal.languages.count() == 1 || kind == PageKind::NotFound {
        return Vec::new();
    }
    let address = |language: LanguageId| wording.site.address(kind, language).absolute(portal);
    let own = portal
        .languages
        .iter()
        .filter(|(id, _)| exists(*id))
        .map(|(id, tag)| Alternate { lang: tag.as_str().to_owned(), href: address(id) });
    let fallback = exists(LanguageId::DEFAULT)
        .then(|| Alternate { lang: "x-default".to_owned(), href: address(LanguageId::DEFAULT) });
    own.chain(fallback).collect()
}

/// The languages to choose from; home where the page is not translated.
pub(super) fn links(wording: &Wording<'_>, kind: PageKind) -> Vec<LanguageLink> {
    let portal = wording.portal();
    if portal.languages.count() == 1 {
        return Vec::new();
    }
    let exists = exists(wording, kind);
    let link = |(id, tag): (LanguageId, &LanguageTag)| LanguageLink {
        lang: tag.as_str().to_owned(),
        dir: direction(tag).to_owned(),
        name: wording.site.own_names.get(id.index()).cloned().unwrap_or_default(),
        href: wording.site.address(if exists(id) { kind } else { PageKind::Home }, id).href(portal),
        current: id == wording.language,
    };
    portal.languages.iter().map(link).collect()
}
