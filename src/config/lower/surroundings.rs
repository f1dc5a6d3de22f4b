//! What surrounds support: escalation, self-service, access, verification, security, accessibility, components.

use super::super::entry::Entry;
use super::Context;
use crate::diagnostic::{Place, code};
use crate::model::access::{
    AccessRole, Accessibility, DelegatedAccess, Escalation, EscalationStep, Security, SelfService, SelfServiceLink,
    TextRelay, Verification,
};
use crate::model::notice::Component;
use crate::model::partner::Cloud;

pub(super) fn escalation(top: &Entry<'_>, context: &Context<'_>) -> Escalation {
    let Some(entry) = top.table("escalation") else { return Escalation::default() };
    let steps = entry.tables("steps");
    let steps = steps.iter().filter_map(|step| {
        let when = step.text("when", &context.languages);
        Some(EscalationStep { who: step.text("who", &context.languages)?, when })
    });
    Escalation {
        steps: steps.collect(),
        microsoft_support_plan: entry.text("microsoft_support_plan", &context.languages),
    }
}

pub(super) fn self_service(top: &Entry<'_>, context: &Context<'_>) -> SelfService {
    let Some(entry) = top.table("self_service") else { return SelfService::default() };
    let links = entry.tables("links");
    let links = links.iter().filter_map(|link| {
        let (title, url, task) =
            (link.text("title", &context.languages), link.url("url"), link.text("task", &context.languages));
        Some(SelfServiceLink {
            title: title?,
            url: url?,
            task,
            cloud: link.choice("cloud", &Cloud::ALL),
            verified: link.date("verified"),
        })
    });
    SelfService {
        products: entry.texts("products", &context.languages),
        links: links.collect(),
        hide: entry.strings("hide"),
    }
}

pub(super) fn delegated_access(top: &Entry<'_>, context: &Context<'_>) -> Option<DelegatedAccess> {
    let entry = top.table("delegated_access")?;
    let roles = entry.tables("roles");
    let roles: Vec<AccessRole> = roles
        .iter()
        .filter_map(|role| {
            let reason = role.text("reason", &context.languages);
            if reason.is_none() && !role.has("reason") {
                let name = role.string("role").unwrap_or_default();
                let (message, hint) = if is_global_administrator(name) {
                    (
                        format!("`{name}` can do everything in your customers' tenants, and has no reason"),
                        "ask for a role that can do less, such as Helpdesk administrator, or add reason = \"…\"",
                    )
                } else {
                    (
                        "this role has no reason".to_owned(),
                        "add reason = \"…\": your customers want to know what you need it for",
                    )
                };
                role.scope.warn(code::CSP_14, role.header(), message, hint);
            }
            Some(AccessRole { role: role.string("role")?.to_owned(), reason })
        })
        .collect();
    let duration_days = entry.integer("duration_days").and_then(|days| u16::try_from(days).ok());
    Some(DelegatedAccess { roles, duration_days, auto_extend: entry.boolean("auto_extend") })
}

/// Microsoft's role that can do everything, under its names.
fn is_global_administrator(role: &str) -> bool {
    matches!(role.trim().to_lowercase().as_str(), "global administrator" | "global admin" | "company administrator")
}

pub(super) fn verification(top: &Entry<'_>, context: &Context<'_>) -> Verification {
    let Some(entry) = top.table("verification") else { return Verification::default() };
    Verification { caller: entry.text("caller", &context.languages), us: entry.text("us", &context.languages) }
}

/// The contact for Microsoft only is parsed, so that a fault in it is told, and goes nowhere.
pub(super) fn security(top: &Entry<'_>, context: &Context<'_>) -> Security {
    let Some(entry) = top.table("security") else { return Security::default() };
    if let Some(secret) = entry.table("microsoft_only") {
        let _ = (secret.email("email"), secret.telephone("telephone", context.country));
    }
    let expires_after = entry.table("security_txt").and_then(|table| table.duration("expires_after"));
    Security {
        email: entry.email("email"),
        telephone: entry.telephone("telephone", context.country),
        policy: entry.url("policy"),
        expires_after,
    }
}

/// Where the address and the number stand that only Microsoft may see.
pub(in crate::config) fn microsoft_only(top: &Entry<'_>) -> Vec<Place> {
    let secret = top.table("security").and_then(|security| security.table("microsoft_only"));
    let value = |key| Some(secret.as_ref()?.value(key)?.place());
    ["email", "telephone"].into_iter().filter_map(value).collect()
}

pub(super) fn accessibility(top: &Entry<'_>, context: &Context<'_>) -> Accessibility {
    let Some(entry) = top.table("accessibility") else { return Accessibility::default() };
    let text_relay = match entry.boolean("text_relay") {
        Some(welcome) => welcome.then_some(TextRelay::Welcome),
        None => entry.text("text_relay", &context.languages).map(TextRelay::Described),
    };
    Accessibility { contact: entry.email("contact"), sign_languages: entry.languages("sign_languages"), text_relay }
}

pub(super) fn components(top: &Entry<'_>, context: &Context<'_>) -> Vec<Component> {
    let entries = top.tables("components");
    entries
        .iter()
        .filter_map(|entry| {
            Some(Component {
                id: entry.string("id").unwrap_or_default().to_owned(),
                name: entry.text("name", &context.languages)?,
            })
        })
        .collect()
}
