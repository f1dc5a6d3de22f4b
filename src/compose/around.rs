//! What leads from a page to others: the menu, the footer and the way to it.

use super::guides::Step;
use crate::content::DocumentKind;
use crate::site::PageKind;
use crate::view::{Link, Shared, hash_of};
use crate::wording::Wording;

/// The menu and the footer of a page.
#[derive(Clone, Debug)]
pub(super) struct Around {
    pub(super) menu: Shared<Vec<Link>>,
    pub(super) footer: Shared<Vec<Link>>,
}

/// Those of a page.
pub(super) fn of(wording: &Wording<'_>, kind: PageKind) -> Around {
    Around { menu: Shared::new(&menu(wording, kind)), footer: Shared::new(&footer(wording, Some(kind))) }
}

/// Those of all pages that stand below an item of the menu and are not in the footer.
pub(super) fn below(wording: &Wording<'_>, item: PageKind) -> Around {
    Around { menu: Shared::new(&menu(wording, item)), footer: Shared::new(&footer(wording, None)) }
}

/// Five items: what people come for.
fn menu(wording: &Wording<'_>, current: PageKind) -> Vec<Link> {
    let item = |kind: PageKind, label: &str, icon: &str, below: bool| Link {
        current: current == kind || below,
        ..wording.page(kind, label, icon)
    };
    vec![
        item(PageKind::Home, "menu_help", "phone", false),
        item(PageKind::Contact, "menu_contact", "mail", false),
        item(PageKind::Pricing, "menu_support_and_prices", "bill", current == PageKind::SupportTypes),
        item(
            PageKind::SelfService,
            "menu_self_help",
            "wrench",
            matches!(current, PageKind::Articles | PageKind::Article(_) | PageKind::CannotSignIn),
        ),
        item(PageKind::Notices, "menu_status", "pulse", matches!(current, PageKind::Notice(_))),
    ]
}

fn footer(wording: &Wording<'_>, current: Option<PageKind>) -> Vec<Link> {
    let fixed = [
        (PageKind::SupportTypes, "footer_support_types"),
        (PageKind::CannotSignIn, "cannot_sign_in"),
        (PageKind::Articles, "footer_articles"),
        (PageKind::PartnerOfRecord, "footer_partner_of_record"),
        (PageKind::DelegatedAccess, "footer_delegated_access"),
        (PageKind::Legal, "footer_legal"),
        (PageKind::Privacy, "footer_privacy"),
        (PageKind::Accessibility, "footer_accessibility"),
        (PageKind::About, "footer_about"),
    ];
    let shown = fixed.into_iter().filter(|(kind, _)| *kind != PageKind::About || wording.portal().about);
    let fixed = shown.map(|(kind, label)| Link { current: Some(kind) == current, ..wording.page(kind, label, "") });
    let free = wording.site.documents_of(DocumentKind::Page).filter_map(|(id, set)| {
        let label = super::articles::title(wording, set)?;
        Some(Link {
            label,
            href: super::articles::item_href(wording, id),
            icon: String::new(),
            current: current == Some(PageKind::Free(id)),
        })
    });
    fixed.chain(free).collect()
}

/// Places that lead to many pages.
#[derive(Debug)]
pub(super) struct Places {
    home: Step,
    contact: Step,
    self_help: Step,
    guides: Step,
    notices: Step,
}

impl Places {
    pub(super) fn new(wording: &Wording<'_>) -> Self {
        let place = |kind, label| Step::new(wording.page(kind, label, ""));
        Self {
            home: place(PageKind::Home, "menu_help"),
            contact: place(PageKind::Contact, "menu_contact"),
            self_help: place(PageKind::SelfService, "menu_self_help"),
            guides: place(PageKind::Articles, "footer_articles"),
            notices: place(PageKind::Notices, "menu_status"),
        }
    }

    /// All of them, as one number.
    pub(super) fn hash(&self) -> u64 {
        let Self { home, contact, self_help, guides, notices } = self;
        hash_of(&[home, contact, self_help, guides, notices].map(|step| &step.seen))
    }

    /// The places on the way to a page, home first.
    pub(super) fn way(&self, kind: PageKind) -> Vec<&Step> {
        let Self { home, contact, self_help, guides, notices } = self;
        match kind {
            PageKind::Home | PageKind::NotFound => Vec::new(),
            PageKind::Print => vec![home, contact],
            PageKind::Articles | PageKind::CannotSignIn => vec![home, self_help],
            PageKind::Article(_) => vec![home, self_help, guides],
            PageKind::Notice(_) => vec![home, notices],
            _ => vec![home],
        }
    }
}
