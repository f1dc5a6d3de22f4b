//! What customers can do themselves: the self-service page and "I cannot sign in".

use super::guides::Guides;
use crate::model::access::SelfServiceLink;
use crate::site::portal_link::{BuiltInLink, Purpose};
use crate::view::self_service::{CannotSignIn, Cloud, PortalLink, SelfService, SignInStep};
use crate::wording::{Wording, plain};

/// The model's own type of the name that a view has too.
mod model {
    pub(super) use crate::model::partner::Cloud;
}

/// The data of the self-service page.
pub fn of(wording: &Wording<'_>, guides: &Guides) -> SelfService {
    let own = wording.portal().self_service.links.iter();
    SelfService {
        heading: wording.word("self_service_heading"),
        start: wording.block("self-service/start"),
        clouds: clouds(wording, Purpose::SelfService),
        links: own.map(|link| own_link(wording, link)).collect(),
        tasks: ["self-service/microsoft-365", "self-service/azure", "self-service/product-help"]
            .map(|name| wording.block(name))
            .into(),
        articles: guides.groups.clone(),
        health_words: wording.block("self-service/health-words"),
    }
}

/// The data of "I cannot sign in": nothing on it needs a sign-in.
pub fn cannot_sign_in(wording: &Wording<'_>) -> CannotSignIn {
    let step = |name: &str, purpose: Option<Purpose>, emergency: bool| SignInStep {
        block: match (name, wording.emergency()) {
            ("cannot-sign-in/password" | "cannot-sign-in/lost-phone" | "cannot-sign-in/taken-over", None) => {
                wording.variant(name, "without-emergency")
            }
            ("cannot-sign-in/first", _) if clouds(wording, Purpose::PublicStatus).is_empty() => {
                wording.variant(name, "without-status")
            }
            _ => wording.block(name),
        },
        clouds: purpose.map(|purpose| clouds(wording, purpose)).unwrap_or_default(),
        emergency,
    };
    CannotSignIn {
        heading: wording.word("cannot_sign_in_heading"),
        steps: vec![
            step("cannot-sign-in/first", Some(Purpose::PublicStatus), false),
            step("cannot-sign-in/password", Some(Purpose::Password), false),
            step("cannot-sign-in/lost-phone", None, false),
            step("cannot-sign-in/taken-over", None, wording.emergency().is_some()),
            step("cannot-sign-in/what-to-say", None, false),
        ],
    }
}

/// The portals of every cloud that the partner serves, for a purpose; clouds without any are left out.
pub fn clouds(wording: &Wording<'_>, purpose: Purpose) -> Vec<Cloud> {
    let portal = wording.portal();
    let hidden = |key: &str| portal.self_service.hide.iter().any(|hide| hide == key);
    let several = portal.partner.clouds.len() > 1;
    let of = |cloud: &model::Cloud| {
        let links = wording.site.portal_links.of(*cloud, purpose).filter(|link| !hidden(&link.key));
        let links: Vec<PortalLink> = links.map(|link| built_in(wording, link)).collect();
        Cloud {
            id: cloud.name().to_owned(),
            name: if several { cloud_name(wording, *cloud) } else { String::new() },
            links,
        }
    };
    portal.partner.clouds.iter().map(of).filter(|cloud| !cloud.links.is_empty()).collect()
}

fn cloud_name(wording: &Wording<'_>, cloud: model::Cloud) -> String {
    wording.word(&format!("cloud_{}", cloud.name().replace('-', "_")))
}

fn built_in(wording: &Wording<'_>, link: &BuiltInLink) -> PortalLink {
    let task = wording.word(&format!("task_{}", link.key.replace('-', "_")));
    PortalLink {
        title: plain(&wording.word(&format!("portal_{}", link.key.replace('-', "_")))),
        task: (!task.is_empty()).then(|| plain(&task)),
        cloud: String::new(),
        href: link.url.as_str().to_owned(),
        host: link.url.host().to_owned(),
        verified: wording.say("checked_on", &[("date", &wording.date(link.verified))]),
        icon: link.icon.clone(),
    }
}

fn own_link(wording: &Wording<'_>, link: &SelfServiceLink) -> PortalLink {
    PortalLink {
        title: wording.phrase(&link.title),
        task: link.task.as_ref().map(|task| wording.phrase(task)),
        cloud: link
            .cloud
            .filter(|_| wording.portal().partner.clouds.len() > 1)
            .map(|cloud| cloud_name(wording, cloud))
            .unwrap_or_default(),
        href: link.url.as_str().to_owned(),
        host: link.url.host().to_owned(),
        verified: link
            .verified
            .map(|date| wording.say("checked_on", &[("date", &wording.date(date))]))
            .unwrap_or_default(),
        icon: "external".to_owned(),
    }
}
