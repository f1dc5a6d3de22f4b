//! `[[contact_methods]]`.

use super::super::entry::Entry;
use super::super::keys::CONTACT_METHOD;
use super::Context;
use super::severity::due;
use crate::diagnostic::code;
use crate::model::Text;
use crate::model::contact::{ContactMethod, SignIn, Spoken, Way, WhoMayUse};

pub(super) fn contact_methods(top: &Entry<'_>, context: &Context<'_>) -> Vec<ContactMethod> {
    if top.value("contact_methods").is_some_and(|list| list.is_empty_list()) {
        top.scope.error(
            code::KEY_03,
            top.span("contact_methods"),
            "a portal has at least one contact method",
            "add [[contact_methods]] with an id, a kind and its address",
        );
    }
    top.tables("contact_methods").iter().filter_map(|entry| method(entry, context)).collect()
}

fn method(entry: &Entry<'_>, context: &Context<'_>) -> Option<ContactMethod> {
    let languages = &context.languages;
    let way = way(entry, context);
    let reply_within = entry.table("reply_within").and_then(|reply| due(&reply, "within", context));
    let method = ContactMethod {
        id: entry.string("id").unwrap_or_default().to_owned(),
        name: entry.text("name", languages),
        hours: entry.reference("hours", &context.hours, "hours"),
        languages: spoken(entry, context),
        emergency: entry.boolean("emergency").unwrap_or(false),
        rate: entry.reference("rate", &context.rates, "rates"),
        cost: entry.text("cost", languages),
        reply_within,
        have_ready: entry.texts("have_ready", languages),
        plans: entry.references("plans", &context.plans, "plans"),
        countries: entry.countries("countries"),
        sign_in: entry
            .choice("sign_in", &[("none", SignIn::None), ("microsoft", SignIn::Microsoft), ("own", SignIn::Own)])
            .unwrap_or_default(),
        who_may_use: who_may_use(entry, context),
        if_no_answer: entry.text("if_no_answer", languages),
        note: entry.text("note", languages),
        way: way?,
    };
    Some(method)
}

/// The key that holds the address of each kind.
fn address_key(kind: &str) -> Option<&'static str> {
    match kind {
        "phone" | "sms" | "whatsapp" | "relay" => Some("telephone"),
        "email" | "teams" => Some("email"),
        "ticket-portal" | "chat" | "messenger" | "remote-assistance" | "booking" => Some("url"),
        "post" | "in-person" => Some("address"),
        _ => None,
    }
}

fn way(entry: &Entry<'_>, context: &Context<'_>) -> Option<Way> {
    let kind = entry.string("kind")?;
    let key = address_key(kind)?;
    for other in ["telephone", "email", "url", "address"].iter().filter(|other| **other != key && entry.has(other)) {
        let message = format!("a contact method of the kind {kind} has `{key}`, not `{other}`");
        entry.scope.error(code::KEY_07, entry.span(other), message, "move it to a contact method of its own");
    }
    if entry.meant(key, &CONTACT_METHOD).is_none() {
        let hint = match key {
            "telephone" => "add telephone = \"+48225550123\"",
            "email" => "add email = \"help@contoso.com\"",
            "url" => "add url = \"https://tickets.contoso.com/\"",
            _ => "add address = [\"1 Example Street\", \"00-001 Warsaw\"]",
        };
        entry.scope.error(
            code::KEY_03,
            entry.header(),
            format!("a contact method of the kind {kind} lacks `{key}`"),
            hint,
        );
        return None;
    }
    match kind {
        "phone" => entry.telephone(key, context.country).map(Way::Phone),
        "sms" => entry.telephone(key, context.country).map(Way::Sms),
        "whatsapp" => entry.telephone(key, context.country).map(Way::WhatsApp),
        "relay" => entry.telephone(key, context.country).map(Way::Relay),
        "email" => entry.email(key).map(Way::Email),
        "teams" => entry.email(key).map(Way::Teams),
        "ticket-portal" => entry.url(key).map(Way::TicketPortal),
        "chat" => entry.url(key).map(Way::Chat),
        "messenger" => entry.url(key).map(Way::Messenger),
        "remote-assistance" => entry.url(key).map(Way::RemoteAssistance),
        "booking" => entry.url(key).map(Way::Booking),
        "post" => lines(entry, key).map(Way::Post),
        _ => lines(entry, key).map(Way::InPerson),
    }
}

fn lines(entry: &Entry<'_>, key: &str) -> Option<Vec<String>> {
    let lines: Vec<String> = entry.strings(key).into_iter().filter(|line| !line.trim().is_empty()).collect();
    if lines.is_empty() {
        entry.scope.error(
            code::KEY_03,
            entry.span(key),
            "the address has no lines",
            "write address = [\"1 Example Street\", \"00-001 Warsaw\"]",
        );
    }
    (!lines.is_empty()).then_some(lines)
}

fn spoken(entry: &Entry<'_>, context: &Context<'_>) -> Vec<Spoken> {
    let Some(list) = entry.value("languages") else { return Vec::new() };
    let spoken = list.items().filter_map(|item| match item.entry() {
        Some(table) => Some(Spoken {
            tag: table.value("tag")?.language()?,
            hours: table.reference("hours", &context.hours, "hours"),
        }),
        None => Some(Spoken { tag: item.language()?, hours: None }),
    });
    spoken.collect()
}

fn who_may_use(entry: &Entry<'_>, context: &Context<'_>) -> WhoMayUse {
    match entry.string("who_may_use") {
        Some("anyone") => WhoMayUse::Anyone,
        Some("authorised") => WhoMayUse::Authorised,
        _ => entry
            .text("who_may_use", &context.languages)
            .map_or(WhoMayUse::NotSaid, |text: Text| WhoMayUse::Described(text)),
    }
}
