//! `Organization` and its `ContactPoint`s.

use serde_json::{Value, json};

use super::{Thing, hours, partner_id};
use crate::export::facts::Facts;
use crate::model::Ref;
use crate::model::access::CommerceWay;
use crate::model::contact::{ContactMethod, Way};
use crate::model::support_type::Category;
use crate::wording::Wording;

/// Who the partner is, in one line.
pub(super) fn short(wording: &Wording<'_>) -> Value {
    begin(wording).done()
}

/// The partner to whom other things refer.
pub(super) fn referred(wording: &Wording<'_>) -> Value {
    begin(wording).with("@id", partner_id(wording)).done()
}

/// The partner who offers what the catalogue beside it holds.
pub(super) fn named(wording: &Wording<'_>) -> Value {
    begin(wording).with("@id", partner_id(wording)).with("hasOfferCatalog", super::offers::reference(wording)).done()
}

/// Everything about the partner.
pub(super) fn whole(facts: &Facts<'_>, wording: &Wording<'_>) -> Value {
    let portal = wording.portal();
    let partner = &portal.partner;
    let points = portal.contact_methods.refs().filter_map(|(at, method)| contact_point(facts, wording, at, method));
    let languages = portal.contact_methods.iter().flat_map(|method| method.languages.iter());
    let mut languages: Vec<&str> = languages.map(|spoken| spoken.tag.as_str()).collect();
    languages.sort_unstable();
    languages.dedup();
    begin(wording)
        .with("@id", partner_id(wording))
        .with("legalName", partner.legal_name.as_ref().map(|name| wording.plain(name)))
        .with("vatID", portal.legal.vat_id.clone())
        .with("address", portal.legal.address.join(", "))
        .with("areaServed", partner.country.code())
        .with("email", portal.partner_of_record.email.as_str())
        .with("telephone", portal.partner_of_record.telephone.e164())
        .with("knowsLanguage", languages)
        .with("contactPoint", points.collect::<Vec<_>>())
        .done()
}

fn begin(wording: &Wording<'_>) -> Thing {
    let portal = wording.portal();
    let url = portal.partner.website.as_ref().unwrap_or(&portal.base_url);
    Thing::new("Organization").with("name", wording.plain(&portal.partner.name)).with("url", url.as_str())
}

fn contact_point(
    facts: &Facts<'_>,
    wording: &Wording<'_>,
    reference: Ref<ContactMethod>,
    method: &ContactMethod,
) -> Option<Value> {
    let (key, value) = match &method.way {
        Way::Phone(telephone) | Way::Sms(telephone) | Way::WhatsApp(telephone) | Way::Relay(telephone) => {
            ("telephone", telephone.e164().to_owned())
        }
        Way::Email(email) => ("email", email.as_str().to_owned()),
        Way::Post(_) | Way::InPerson(_) => return None,
        other => ("url", wording.way_href(other)),
    };
    let languages: Vec<&str> = method.languages.iter().map(|spoken| spoken.tag.as_str()).collect();
    let countries: Vec<&str> = method.countries.iter().map(|country| country.code()).collect();
    let is_free = matches!(&method.way, Way::Phone(telephone) if telephone.is_toll_free());
    let option = match &method.way {
        Way::Relay(_) => Some("https://schema.org/HearingImpairedSupported"),
        _ => is_free.then_some("https://schema.org/TollFree"),
    };
    let point = Thing::new("ContactPoint")
        .with("name", wording.method_name(method).text)
        .with("contactType", contact_type(wording, reference, method))
        .with(key, value)
        .with("contactOption", option)
        .with("availableLanguage", languages)
        .with("areaServed", countries)
        .with("hoursAvailable", method.hours.map(|desk| hours::available(facts, desk)).unwrap_or_default());
    Some(point.done())
}

/// What a method is for, in the words that search engines know: from the support that is asked for by it.
fn contact_type(wording: &Wording<'_>, reference: Ref<ContactMethod>, method: &ContactMethod) -> Value {
    if method.emergency {
        return json!("emergency");
    }
    let portal = wording.portal();
    let served = portal.support_types.iter().filter(|support| support.contact_methods.contains(&reference));
    let mut kinds: Vec<&str> = served
        .map(|support| match support.category {
            Category::Billing => "billing support",
            Category::Technical | Category::Security => "technical support",
            Category::Subscription | Category::Advisory | Category::Onboarding | Category::Training => {
                "customer service"
            }
        })
        .collect();
    if matches!(portal.commerce.buy, Some(CommerceWay::Method(way)) if way == reference) {
        kinds.push("sales");
    }
    kinds.sort_unstable();
    kinds.dedup();
    match kinds.as_slice() {
        [] => json!("customer service"),
        [only] => json!(only),
        several => json!(several),
    }
}
