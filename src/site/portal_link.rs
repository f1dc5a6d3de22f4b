//! The links to Microsoft's portals: `content/portal-links.toml`, dated, for each cloud.

use jiff::civil::Date;

use crate::config::{self, Entry, Scope};
use crate::diagnostic::{Diagnostics, Place, code};
use crate::model::address::WebAddress;
use crate::model::partner::Cloud;
use crate::source::Sources;

const FILE: &str = "content/portal-links.toml";

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// What customers do themselves, signed in.
    SelfService,
    /// Resetting a password without a sign-in.
    Password,
    /// Status that needs no sign-in.
    PublicStatus,
    /// Service health for administrators.
    Health,
}

impl Purpose {
    const ALL: [(&'static str, Self); 4] = [
        ("self-service", Self::SelfService),
        ("password", Self::Password),
        ("public-status", Self::PublicStatus),
        ("health", Self::Health),
    ];

    /// The name in the file.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, purpose)| *purpose == self).map_or("self-service", |(name, _)| name)
    }
}

/// A link that comes with the program.
#[derive(Clone, Debug)]
pub struct BuiltInLink {
    /// Its key, the same in every cloud; labels are found by it.
    pub key: String,
    /// The cloud.
    pub cloud: Cloud,
    /// What it is for.
    pub purposes: Vec<Purpose>,
    /// Its address.
    pub url: WebAddress,
    /// When it was checked.
    pub verified: Date,
    /// Its icon.
    pub icon: String,
    /// Where it stands in the partner's own file; none where it comes with the program.
    pub place: Option<Place>,
}

/// All links, in the order of the file.
#[derive(Debug, Default)]
pub struct PortalLinks {
    links: Vec<BuiltInLink>,
}

/// Reads the links; the partner's file replaces the built-in one.
pub fn read(sources: &Sources, diagnostics: &Diagnostics) -> PortalLinks {
    let source = match sources.text(FILE) {
        Ok(source) => source,
        Err(problem) => {
            diagnostics.push(problem);
            return PortalLinks::default();
        }
    };
    let Some(table) = config::parse(&source, 0..source.text().len(), diagnostics) else {
        return PortalLinks::default();
    };
    let scope = Scope::new(&source, 0, diagnostics);
    let mut links = Vec::new();
    let is_own = !sources.is_built_in(FILE);
    for entry in Entry::top(&table, &scope).tables("links") {
        match links_of(&entry, is_own) {
            Some(found) => links.extend(found),
            None => scope.error(
                code::KEY_03,
                entry.header(),
                "a portal link has key, icon, for, verified and an address for each cloud",
                "compare it with the built-in portal-links.toml",
            ),
        }
    }
    PortalLinks { links }
}

fn links_of(entry: &Entry<'_>, is_own: bool) -> Option<Vec<BuiltInLink>> {
    let purposes = entry.choices("for", &Purpose::ALL);
    let (key, icon, verified) = (entry.string("key")?, entry.string("icon")?, entry.date("verified")?);
    let clouds = entry.table("clouds")?;
    let of = |(name, cloud): &(&str, Cloud)| {
        let url = clouds.url(name)?;
        Some(BuiltInLink {
            key: key.to_owned(),
            cloud: *cloud,
            purposes: purposes.clone(),
            url,
            verified,
            icon: icon.to_owned(),
            place: clouds.value(name).filter(|_| is_own).map(|url| url.place()),
        })
    };
    Some(Cloud::ALL.iter().filter_map(of).collect())
}

impl PortalLinks {
    /// The keys of all links, each once.
    pub fn keys(&self) -> Vec<&str> {
        let mut keys: Vec<&str> = self.links.iter().map(|link| link.key.as_str()).collect();
        keys.dedup();
        keys
    }

    /// All links of a cloud.
    pub fn of_cloud(&self, cloud: Cloud) -> impl Iterator<Item = &BuiltInLink> {
        self.links.iter().filter(move |link| link.cloud == cloud)
    }

    /// The links of a cloud for a purpose.
    pub fn of(&self, cloud: Cloud, purpose: Purpose) -> impl Iterator<Item = &BuiltInLink> {
        self.links.iter().filter(move |link| link.cloud == cloud && link.purposes.contains(&purpose))
    }
}
