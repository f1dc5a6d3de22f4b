//! `Service` for each type of support, with the channels by which it is asked for.

use serde_json::{Value, json};

use super::{Thing, hours, offers, organization, partner_id};
use crate::model::contact::{ContactMethod, Way};
use crate::model::duration::Duration;
use crate::model::severity::Due;
use crate::model::support_type::{SupportAudience, SupportPrice, SupportType};
use crate::wording::Wording;

/// The partner and its services.
pub(super) fn services(wording: &Wording<'_>) -> Vec<Value> {
    let services = wording.portal().support_types.iter().map(|support| service(wording, support));
    std::iter::once(organization::short(wording)).chain(services).collect()
}

fn service(wording: &Wording<'_>, support: &SupportType) -> Value {
    let portal = wording.portal();
    let methods = support.contact_methods.iter().map(|method| &portal.contact_methods[*method]);
    let audience = (support.audience == SupportAudience::Resellers)
        .then(|| Thing::new("Audience").with("audienceType", "resellers").done());
    let free = (support.price == SupportPrice::Included).then(|| offers::free(wording));
    let catalog = matches!(support.price, SupportPrice::Charged { .. }).then(|| offers::reference(wording));
    Thing::new("Service")
        .with("name", wording.plain(&support.name))
        .with("serviceType", support.category.name())
        .with("description", support.description.as_ref().map(|text| wording.plain(text)))
        .with("provider", json!({ "@id": partner_id(wording) }))
        .with("audience", audience)
        .with("hoursAvailable", hours::ordinary(portal, support.hours))
        .with("availableChannel", methods.filter_map(|method| channel(wording, method)).collect::<Vec<_>>())
        .with("offers", free)
        .with("hasOfferCatalog", catalog)
        .done()
}

fn channel(wording: &Wording<'_>, method: &ContactMethod) -> Option<Value> {
    let (key, value): (&str, Value) = match &method.way {
        Way::Phone(telephone) | Way::Relay(telephone) => {
            ("servicePhone", Thing::new("ContactPoint").with("telephone", telephone.e164()).done())
        }
        Way::Sms(telephone) => {
            ("serviceSmsNumber", Thing::new("ContactPoint").with("telephone", telephone.e164()).done())
        }
        Way::Post(_) | Way::InPerson(_) => return None,
        other => ("serviceUrl", json!(wording.way_href(other))),
    };
    let languages: Vec<&str> = method.languages.iter().map(|spoken| spoken.tag.as_str()).collect();
    let channel = Thing::new("ServiceChannel")
        .with("name", wording.method_name(method).text)
        .with(key, value)
        .with("availableLanguage", languages)
        .with("processingTime", method.reply_within.and_then(processing_time));
    Some(channel.done())
}

/// A promise as a duration of ISO 8601, which has no word for business days, nor for the open hours of a desk.
fn processing_time(due: Due) -> Option<String> {
    match due {
        Due::Elapsed(Duration::Minutes(minutes)) => Some(match (minutes / 60, minutes % 60) {
            (hours, 0) => format!("PT{hours}H"),
            (0, minutes) => format!("PT{minutes}M"),
            (hours, minutes) => format!("PT{hours}H{minutes}M"),
        }),
        Due::Elapsed(length @ (Duration::Days(_) | Duration::Months(_))) => Some(length.written()),
        Due::Elapsed(Duration::BusinessDays(_)) | Due::BusinessDays(..) | Due::Open(..) => None,
    }
}
