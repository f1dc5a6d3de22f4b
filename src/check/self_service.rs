//! Links to Microsoft's portals: those that customers are owed, each of the cloud that they use.

use std::collections::{BTreeMap, BTreeSet};

use super::Report;
use crate::content::Document;
use crate::diagnostic::{Diagnostic, code};
use crate::model::partner::Cloud;
use crate::site::Site;

/// The links of O-7 that customers are owed.
const OWED: [&str; 4] = ["microsoft-365-admin-center", "azure-portal", "service-health", "message-center"];

/// The link of O-8, which partners are encouraged to give.
const HELP: &str = "product-help";

pub(super) fn check(report: &Report<'_>, portals: &Portals) {
    hidden(report);
    present(report);
    clouds(report, portals);
}

/// CSP-08, CSP-09: `self_service.hide` names links that exist, and none that customers are owed.
fn hidden(report: &Report<'_>) {
    let known = report.site.portal_links.keys();
    for key in &report.portal().self_service.hide {
        let problem = if OWED.contains(&key.as_str()) {
            Diagnostic::error(code::CSP_08, format!("the link `{key}` cannot be hidden: customers are owed it"))
                .hint("delete it from self_service.hide")
        } else if key == HELP {
            Diagnostic::warning(
                code::CSP_09,
                format!("the link `{key}` is hidden: it is the first step for most questions"),
            )
            .hint("delete it from self_service.hide")
        } else if !known.contains(&key.as_str()) {
            Diagnostic::error(code::KEY_06, format!("there is no built-in link `{key}`"))
                .hint(format!("the links are: {}", known.join(", ")))
        } else {
            continue;
        };
        report.tell(problem, &["[self_service]", "hide", key]);
    }
}

/// CSP-08, CSP-09: a file of links that replaces the built-in one has them for every cloud that the partner serves.
fn present(report: &Report<'_>) {
    for cloud in &report.portal().partner.clouds {
        let has = |key: &str| report.site.portal_links.of_cloud(*cloud).any(|link| link.key == key);
        let missing: Vec<&str> = OWED.into_iter().filter(|key| !has(key)).collect();
        if !missing.is_empty() {
            let message =
                format!("content/portal-links.toml lacks {} for the cloud `{}`", missing.join(", "), cloud.name());
            let hint = "copy them from the built-in file: customers are owed these links";
            report.tell(Diagnostic::error(code::CSP_08, message).hint(hint), &["[partner]", "clouds"]);
        }
        if !has(HELP) {
            let message = format!("content/portal-links.toml lacks {HELP} for the cloud `{}`", cloud.name());
            let hint = "copy it from the built-in file: it is the first step for most questions";
            report.tell(Diagnostic::warning(code::CSP_09, message).hint(hint), &["[partner]", "clouds"]);
        }
    }
}

/// LNK-01: no link leads to a portal of a cloud that its readers do not use.
fn clouds(report: &Report<'_>, portals: &Portals) {
    let portal = report.portal();
    for link in &portal.self_service.links {
        let readers = link.cloud.map_or_else(|| portal.partner.clouds.clone(), |cloud| vec![cloud]);
        if let Some(problem) = portals.foreign(link.url.as_str(), &readers) {
            report.tell(problem, &["[self_service]", link.url.as_str().trim_end_matches('/')]);
        }
    }
}

/// The clouds of each host of Microsoft's portals.
pub(super) struct Portals(BTreeMap<String, BTreeSet<Cloud>>);

impl Portals {
    pub(super) fn of(site: &Site) -> Self {
        let mut hosts: BTreeMap<String, BTreeSet<Cloud>> = BTreeMap::new();
        for (_, cloud) in Cloud::ALL {
            for link in site.portal_links.of_cloud(cloud) {
                hosts.entry(link.url.host().to_owned()).or_default().insert(cloud);
            }
        }
        Self(hosts)
    }

    /// The same of the links of a document.
    pub(super) fn foreign_links(&self, document: &Document, readers: &[Cloud]) -> Vec<Diagnostic> {
        let links = document.body.links.iter().filter(|link| link.is_web());
        let told = links.filter_map(|link| Some(self.foreign(&link.target, readers)?.at(link.place.clone())));
        told.map(Diagnostic::adjustable).collect()
    }

    fn foreign(&self, url: &str, readers: &[Cloud]) -> Option<Diagnostic> {
        let host = url.split("://").nth(1)?.split(['/', '?', '#', ':']).next()?.to_lowercase();
        let clouds = self.0.get(&host)?;
        if readers.iter().any(|cloud| clouds.contains(cloud)) {
            return None;
        }
        let (cloud, readers): (_, Vec<&str>) = (clouds.first()?, readers.iter().map(|cloud| cloud.name()).collect());
        let readers = readers.join(", ");
        let message = format!("{host} is of the cloud `{}`, and the readers of this link use {readers}", cloud.name());
        let hint = "link to the portal of their cloud: they cannot sign in to the other";
        Some(Diagnostic::error(code::LNK_01, message).hint(hint))
    }
}
