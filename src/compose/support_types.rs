//! What the partner helps with.

use crate::model::Text;
use crate::model::support_type::{Category, Delivery, SupportAudience};
use crate::site::PageKind;
use crate::view::support_types::{SupportType, SupportTypes};
use crate::view::{Link, Phrase};
use crate::wording::{Wording, capital, plain};

/// The model's own type of the name that a view has too.
mod model {
    pub(super) use crate::model::support_type::SupportType;
}

/// The data of the support types page.
pub fn of(wording: &Wording<'_>) -> SupportTypes {
    SupportTypes {
        heading: wording.word("support_types_heading"),
        who_answers: wording.block("support-types/who-answers"),
        types: wording.portal().support_types.iter().map(|support| support_type(wording, support)).collect(),
        validity: wording.end_of_prices(),
        boundaries: wording.block("support-types/boundaries"),
    }
}

fn support_type(wording: &Wording<'_>, support: &model::SupportType) -> SupportType {
    let portal = wording.portal();
    let (contact, pricing) = (wording.href(PageKind::Contact), wording.href(PageKind::Pricing));
    let link = |label: Phrase, href: String, icon: &str| Link { label, href, icon: icon.to_owned(), current: false };
    let hours = &portal.hours[support.hours];
    let methods = support.contact_methods.iter().map(|reference| {
        let method = &portal.contact_methods[*reference];
        let label = wording.method_name(method);
        link(label, format!("{contact}#method-{}", method.id), &wording.action(*reference).icon)
    });
    let prices = wording.support_price(support).into_iter().map(|(sentence, anchor)| {
        let href = if anchor.is_empty() { String::new() } else { format!("{pricing}{anchor}") };
        link(plain(&sentence), href, "")
    });
    let phrases = |texts: &[Text]| texts.iter().map(|text| wording.phrase(text)).collect::<Vec<_>>();
    SupportType {
        id: support.id.clone(),
        icon: icon(support.category).to_owned(),
        category: category(wording, support),
        name: wording.phrase(&support.name),
        description: support.description.as_ref().map(|text| wording.phrase(text)),
        audience: audience(wording, support),
        delivery: match &support.delivery {
            Delivery::Own => wording.word("delivery_own"),
            Delivery::Outsourced(provider) => {
                wording.say("delivery_outsourced", &[("provider", wording.plain(provider))])
            }
            Delivery::Resold(provider) => wording.say("delivery_resold", &[("provider", wording.plain(provider))]),
        },
        hours: link(plain(&capital(&wording.hours_sentence(hours))), format!("{contact}#hours-{}", hours.id), "clock"),
        methods: methods.collect(),
        prices: prices.collect(),
        in_scope: phrases(&support.in_scope),
        out_of_scope: phrases(&support.out_of_scope),
    }
}

/// The name of the category; empty when the type itself is called so.
fn category(wording: &Wording<'_>, support: &model::SupportType) -> String {
    let category = wording.word(&format!("category_{}", support.category.name()));
    let is_same = category.to_lowercase() == wording.plain(&support.name).to_lowercase();
    if is_same { String::new() } else { category }
}

/// "For resellers"; empty for customers.
pub fn audience(wording: &Wording<'_>, support: &model::SupportType) -> String {
    match support.audience {
        SupportAudience::Resellers => wording.word("for_resellers"),
        SupportAudience::Customers => String::new(),
    }
}

/// The icon of a category.
pub fn icon(category: Category) -> &'static str {
    match category {
        Category::Billing => "bill",
        Category::Subscription => "cart",
        Category::Technical => "wrench",
        Category::Security => "shield",
        Category::Advisory => "chat",
        Category::Onboarding => "users",
        Category::Training => "book",
    }
}
