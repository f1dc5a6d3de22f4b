//! Links to Microsoft's portals: those that customers are owed, each of the cloud that they use.

use std::collections::{BTreeMap, BTreeSet};

use super::Report;
use crate::diagnostic::{Diagnostic, code};
use crate::model::partner::Cloud;
use crate::site::DocumentSet;

/// The links of O-7 that customers are owed.
const OWED: [&str; 4] = ["microsoft-365-admin-center", "azure-portal", "service-health", "message-center"];

/// The link of O-8, which partners are encouraged to give.
const HELP: &str = "product-help";

pub(super) fn check(report: &Report<'_>) {
    hidden(report);
    present(report);
    clouds(report);
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
fn clouds(report: &Report<'_>) {
    let portal = report.portal();
    let hosts = hosts(report);
    let foreign = |url: &str, readers: &[Cloud]| {
        let host = url.split("://").nth(1)?.split(['/', '?', '#', ':']).next()?.to_lowercase();
        let clouds = hosts.get(&host)?;
        (!readers.iter().any(|cloud| clouds.contains(cloud))).then_some((host, *clouds.first()?))
    };
    let tell = |host: &str, cloud: Cloud, readers: &[Cloud]| {
        let readers: Vec<&str> = readers.iter().map(|cloud| cloud.name()).collect();
        let message = format!(
            "{host} is of the cloud `{}`, and the readers of this link use {}",
            cloud.name(),
            readers.join(", ")
        );
        Diagnostic::error(code::LNK_01, message)
            .hint("link to the portal of their cloud: they cannot sign in to the other")
    };
    for link in &portal.self_service.links {
        let readers = link.cloud.map_or_else(|| portal.partner.clouds.clone(), |cloud| vec![cloud]);
        if let Some((host, cloud)) = foreign(link.url.as_str(), &readers) {
            report.tell(tell(&host, cloud, &readers), &["[self_service]", link.url.as_str().trim_end_matches('/')]);
        }
    }
    for document in report.site.documents.iter().flat_map(DocumentSet::versions) {
        for link in document.body.links.iter().filter(|link| link.is_web()) {
            if let Some((host, cloud)) = foreign(&link.target, &portal.partner.clouds) {
                report.diagnostics.push(tell(&host, cloud, &portal.partner.clouds).at(link.place.clone()).adjustable());
            }
        }
    }
}

/// The clouds of each host of Microsoft's portals.
fn hosts(report: &Report<'_>) -> BTreeMap<String, BTreeSet<Cloud>> {
    let mut hosts: BTreeMap<String, BTreeSet<Cloud>> = BTreeMap::new();
    for (_, cloud) in Cloud::ALL {
        for link in report.site.portal_links.of_cloud(cloud) {
            hosts.entry(link.url.host().to_owned()).or_default().insert(cloud);
        }
    }
    hosts
}
