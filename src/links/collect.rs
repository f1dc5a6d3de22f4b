//! The links that leave a site: of its texts, of `support.toml`, and those to Microsoft's portals.

use std::collections::BTreeMap;

use url::{Host, Url};

use crate::check::is_placeholder;
use crate::config::{self, Entry, Scope, Value};
use crate::diagnostic::{Diagnostics, Place};
use crate::site::{DocumentSet, Site};

/// An address, without its anchor, and where the partner wrote it: nowhere, when it comes with the program.
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

    /// Whether it is asked by number, for which no network outside is needed.
    pub(super) fn is_of_an_address(&self) -> bool {
        let url = Url::parse(&self.address).ok();
        url.is_some_and(|url| {
            matches!(url.host(), Some(Host::Ipv4(_) | Host::Ipv6(_)) | Some(Host::Domain("localhost")))
        })
    }
}

/// Every address once. Those of the site itself are followed by LNK-03, and placeholders are told by CON-05.
pub(super) fn outward(site: &Site) -> Vec<Outward> {
    let mut found: Vec<(String, Option<Place>)> = Vec::new();
    let documents = site.documents.iter().flat_map(DocumentSet::versions).map(|document| (&document.body, true));
    let languages = site.portal().languages.ids();
    let texts = languages.flat_map(|language| site.texts.shown_in(language)).map(|text| (&text.body, text.is_own));
    for (body, is_own) in documents.chain(texts) {
        let links = body.links.iter().filter(|link| link.is_web());
        found.extend(links.map(|link| (link.target.clone(), Some(link.place.clone()).filter(|_| is_own))));
    }
    found.extend(portals(site));
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
            // A text that stands in for several languages is met in each of them.
            let places = links.entry(url.into()).or_default();
            places.extend(place.filter(|place| !places.iter().any(|known| is_same(known, place))));
        }
    }
    links.into_iter().map(|(address, places)| Outward { address, places }).collect()
}

fn is_same(one: &Place, other: &Place) -> bool {
    one.span == other.span && one.source.path() == other.source.path()
}

/// The links to Microsoft's portals that the site shows: those of the clouds that it serves, without the hidden ones.
fn portals(site: &Site) -> impl Iterator<Item = (String, Option<Place>)> {
    let portal = site.portal();
    let served = portal.partner.clouds.iter().flat_map(|cloud| site.portal_links.of_cloud(*cloud));
    let shown = served.filter(|link| !portal.self_service.hide.contains(&link.key));
    shown.map(|link| (link.url.as_str().to_owned(), link.place.clone()))
}

fn in_table(entry: &Entry<'_>, found: &mut Vec<(String, Option<Place>)>) {
    // What only Microsoft may see is nobody's to follow.
    entry.pairs().filter(|(key, ..)| *key != "microsoft_only").for_each(|(_, _, value)| in_value(&value, found));
}

fn in_value(value: &Value<'_>, found: &mut Vec<(String, Option<Place>)>) {
    if let Some(text) = value.string().filter(|text| text.contains("://")) {
        found.push((text.to_owned(), Some(value.place())));
    } else if let Some(entry) = value.entry() {
        in_table(&entry, found);
    }
    value.items().for_each(|item| in_value(&item, found));
}
