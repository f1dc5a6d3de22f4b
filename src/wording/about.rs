//! What a page is called, and what it is about: for its own head, and for those that list pages.

use super::Wording;
use crate::content::Document;
use crate::site::PageKind;

impl Wording<'_> {
    /// The heading of a page.
    pub fn heading(&self, kind: PageKind) -> String {
        match self.shown(kind) {
            Some(document) => document.meta.title.clone(),
            None => self.word(&format!("{}_heading", key(kind))),
        }
    }

    /// A sentence about a page: what a document says of itself, else its first paragraph. Pages of law have none.
    pub fn description(&self, kind: PageKind) -> String {
        if let Some(document) = self.shown(kind) {
            return document.meta.description.as_deref().unwrap_or_else(|| document.body.summary()).to_owned();
        }
        self.say(&format!("describe_{}", key(kind)), &[("partner", self.plain(&self.portal().partner.name))])
    }

    /// The document that a page shows in this language.
    fn shown(&self, kind: PageKind) -> Option<&Document> {
        self.site.document(kind.document()?).in_language(self.language)
    }
}

/// The name of a page among the words of the interface.
fn key(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Home => "home",
        PageKind::CannotSignIn => "cannot_sign_in",
        PageKind::SupportTypes => "support_types",
        PageKind::Contact => "contact",
        PageKind::Pricing => "pricing",
        PageKind::SelfService => "self_service",
        PageKind::Articles | PageKind::Article(_) => "articles",
        PageKind::Notices | PageKind::Notice(_) => "notices",
        PageKind::PartnerOfRecord => "partner_of_record",
        PageKind::DelegatedAccess => "delegated_access",
        PageKind::Legal | PageKind::Free(_) => "legal",
        PageKind::Privacy => "privacy",
        PageKind::Accessibility => "accessibility",
        PageKind::Print => "print",
        PageKind::About => "about_this_portal",
        PageKind::NotFound => "not_found",
    }
}
