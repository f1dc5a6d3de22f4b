//! JSON-LD of schema.org: who the partner is and how to reach it.

use serde_json::{Map, Value, json};

use crate::model::contact::{ContactMethod, Way};
use crate::site::PageKind;
use crate::wording::Wording;

/// The graph of a page, escaped for a script element. Home names the partner, contact says everything.
pub(super) fn of(wording: &Wording<'_>, kind: PageKind) -> String {
    if !matches!(kind, PageKind::Home | PageKind::Contact) {
        return String::new();
    }
    let whole = kind == PageKind::Contact;
    let portal = wording.portal();
    let base = portal.base_url.as_str();
    let mut organization = Map::new();
    let mut put = |key: &str, value: Value| organization.insert(key.to_owned(), value);
    put("@context", json!("https://schema.org"));
    put("@type", json!("Organization"));
    put("@id", json!(format!("{base}#partner")));
    put("name", json!(wording.plain(&portal.partner.name)));
    if let Some(name) = portal.partner.legal_name.as_ref().filter(|_| whole) {
        put("legalName", json!(wording.plain(name)));
    }
    put("url", json!(portal.partner.website.as_ref().map_or(base, |url| url.as_str())));
    if let Some(vat) = portal.legal.vat_id.as_ref().filter(|_| whole) {
        put("vatID", json!(vat));
    }
    if whole {
        put(
            "contactPoint",
            Value::Array(portal.contact_methods.iter().filter_map(|method| contact_point(wording, method)).collect()),
        );
    }
    // A `<` could end the script element; its escape means the same in JSON.
    Value::Object(organization).to_string().replace('<', "\\u003c")
}

fn contact_point(wording: &Wording<'_>, method: &ContactMethod) -> Option<Value> {
    let mut point = Map::new();
    point.insert("@type".to_owned(), json!("ContactPoint"));
    point.insert("contactType".to_owned(), json!(if method.emergency { "emergency" } else { "technical support" }));
    let (key, value) = match &method.way {
        Way::Phone(telephone) | Way::Relay(telephone) => ("telephone", telephone.e164().to_owned()),
        Way::Email(email) => ("email", email.as_str().to_owned()),
        Way::TicketPortal(url) | Way::Chat(url) | Way::Booking(url) => ("url", url.as_str().to_owned()),
        _ => return None,
    };
    point.insert(key.to_owned(), json!(value));
    let languages: Vec<&str> = method.languages.iter().map(|spoken| spoken.tag.as_str()).collect();
    if !languages.is_empty() {
        point.insert("availableLanguage".to_owned(), json!(languages));
    }
    let countries: Vec<&str> = method.countries.iter().map(|country| country.code()).collect();
    if !countries.is_empty() {
        point.insert("areaServed".to_owned(), json!(countries));
    }
    if let Some(name) = &method.name {
        point.insert("name".to_owned(), json!(wording.plain(name)));
    }
    Some(Value::Object(point))
}
