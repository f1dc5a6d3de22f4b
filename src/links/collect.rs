//! The links that leave a site: of its texts, and of `support.toml`.

use std::collections::BTreeMap;

use url::Url;

use crate::check::is_placeholder;
use crate::config::{self, Entry, Scope, Value};
use crate::diagnostic::{Diagnostics, Place};
use crate::site::{DocumentSet, Site};

/// An address, without its anchor, and where it stands.
#[derive(Debug)]
pub(super) struct Outward {
    pub(super) address: String,
    pub(super) places: Vec<Place>,
}

impl Outward {
    /// The host with its port.
    pub(super) fn host(&self) -> &str {
        self.address.split('/').nth(2).unwrap_or_default()
    }
}

/// Every address once. Those of the site itself are followed by LNK-03, and placeholders are told by CON-05.
pub(super) fn outward(site: &Site) -> Vec<Outward> {
    let mut found = Vec::new();
    for document in site.documents.iter().flat_map(DocumentSet::versions) {
        found.extend(
            document
                .body
                .links
                .iter()
                .filter(|link| link.is_web())
                .map(|link| (link.target.clone(), link.place.clone())),
        );
    }
    // The file was read without a fault, or there would be no site.
    let (source, unheard) = (&site.config.source, Diagnostics::new());
    if let Some(table) = config::parse(source, 0..source.text().len(), &unheard) {
        let scope = Scope::new(source, 0, &unheard);
        in_table(&Entry::top(&table, &scope), &mut found);
    }
    let own = site.portal().base_url.as_str();
    let mut links: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for (target, place) in found {
        let Ok(mut url) = Url::parse(&target) else { continue };
        url.set_fragment(None);
        let is_web = matches!(url.scheme(), "http" | "https") && url.host_str().is_some() && url.username().is_empty();
        if is_web && !url.as_str().starts_with(own) && !is_placeholder(&target) {
            links.entry(url.into()).or_default().push(place);
        }
    }
    links.into_iter().map(|(address, places)| Outward { address, places }).collect()
}

fn in_table(entry: &Entry<'_>, found: &mut Vec<(String, Place)>) {
    // What only Microsoft may see is nobody's to follow.
    entry.pairs().filter(|(key, ..)| *key != "microsoft_only").for_each(|(_, _, value)| in_value(&value, found));
}

fn in_value(value: &Value<'_>, found: &mut Vec<(String, Place)>) {
    if let Some(text) = value.string().filter(|text| text.contains("://")) {
        found.push((text.to_owned(), value.place()));
    } else if let Some(entry) = value.entry() {
        in_table(&entry, found);
    }
    value.items().for_each(|item| in_value(&item, found));
}
