//! What surrounds support.

use super::partner::cloud;
use super::{in_each_language, perhaps, text, texts};
use crate::export::facts::Facts;
use crate::model::Portal;
use crate::model::access::{CommerceWay, DelegatedAccess, TextOrAddress, TextRelay};
use crate::site::portal_link::BuiltInLink;
use crate::view::machine;

pub(super) fn escalation(portal: &Portal) -> machine::Escalation {
    let escalation = &portal.escalation;
    let steps = escalation
        .steps
        .iter()
        .map(|step| machine::EscalationStep { who: text(portal, &step.who), when: perhaps(portal, &step.when) });
    machine::Escalation {
        steps: steps.collect(),
        microsoft_support_plan: perhaps(portal, &escalation.microsoft_support_plan),
    }
}

pub(super) fn self_service(facts: &Facts<'_>) -> machine::SelfService {
    let portal = facts.portal();
    let own = &portal.self_service;
    let links = own.links.iter().map(|link| machine::OwnLink {
        title: text(portal, &link.title),
        url: link.url.as_str().to_owned(),
        task: perhaps(portal, &link.task),
        cloud: cloud(link.cloud),
        verified: link.verified.map(|date| date.to_string()),
    });
    let built_in = portal.partner.clouds.iter().flat_map(|cloud| facts.site.portal_links.of_cloud(*cloud));
    let shown = built_in.filter(|link| !own.hide.contains(&link.key));
    machine::SelfService {
        products: texts(portal, &own.products),
        links: links.collect(),
        portals: shown.map(|link| portal_link(facts, link)).collect(),
    }
}

fn portal_link(facts: &Facts<'_>, link: &BuiltInLink) -> machine::BuiltInLink {
    let label = format!("portal_{}", link.key.replace('-', "_"));
    machine::BuiltInLink {
        key: link.key.clone(),
        title: in_each_language(facts, |language| facts.wording(language).word(&label)),
        cloud: link.cloud.name().to_owned(),
        purposes: link.purposes.iter().map(|purpose| purpose.name().to_owned()).collect(),
        url: link.url.as_str().to_owned(),
        verified: link.verified.to_string(),
    }
}

pub(super) fn access(portal: &Portal, access: &DelegatedAccess) -> machine::Access {
    let roles = access
        .roles
        .iter()
        .map(|role| machine::AccessRole { role: role.role.clone(), reason: perhaps(portal, &role.reason) });
    machine::Access { roles: roles.collect(), duration_days: access.duration_days, auto_extend: access.auto_extend }
}

pub(super) fn commerce(portal: &Portal) -> machine::Commerce {
    let commerce = &portal.commerce;
    let way = |way: &CommerceWay| match way {
        CommerceWay::Method(method) => portal.contact_methods[*method].id.clone(),
        CommerceWay::Web(url) => url.as_str().to_owned(),
        CommerceWay::Email(email) => email.uri(),
    };
    let (collections, collections_url) = match &commerce.collections {
        Some(TextOrAddress::Text(words)) => (Some(text(portal, words)), None),
        Some(TextOrAddress::Web(url)) => (None, Some(url.as_str().to_owned())),
        None => (None, None),
    };
    machine::Commerce {
        buy: commerce.buy.as_ref().map(way),
        cancel: commerce.cancel.as_ref().map(way),
        cancellation: commerce.cancellation.as_ref().map(|window| machine::Cancellation {
            days: window.days,
            verified: window.verified.map(|date| date.to_string()),
            note: perhaps(portal, &window.note),
        }),
        collections,
        collections_url,
    }
}

pub(super) fn security(portal: &Portal) -> machine::Security {
    let security = &portal.security;
    machine::Security {
        email: security.email.as_ref().map(|email| email.as_str().to_owned()),
        telephone: security.telephone.as_ref().map(|telephone| telephone.e164().to_owned()),
        policy: security.policy.as_ref().map(|url| url.as_str().to_owned()),
    }
}

pub(super) fn accessibility(portal: &Portal) -> machine::Accessibility {
    let accessibility = &portal.accessibility;
    machine::Accessibility {
        contact: accessibility.contact.as_ref().map(|email| email.as_str().to_owned()),
        sign_languages: accessibility.sign_languages.iter().map(|tag| tag.as_str().to_owned()).collect(),
        text_relay: accessibility.text_relay.is_some(),
        text_relay_note: match &accessibility.text_relay {
            Some(TextRelay::Described(words)) => Some(text(portal, words)),
            _ => None,
        },
    }
}
