//! How hosts are to serve the site: one model of headers and redirects, written as each host reads it.

mod azure;
mod iis;
mod plain;
mod policy;
#[cfg(test)]
mod tests;

pub(super) use policy::Policy;

use super::{Facts, offline};
use crate::site::{PageKind, Site};

/// A file that a host reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HostFile {
    /// Cloudflare Pages and Netlify.
    Headers,
    /// The same.
    Redirects,
    /// Azure Static Web Apps.
    Azure,
    /// Internet Information Services, and Azure App Service on Windows.
    Iis,
    /// GitHub Pages, which otherwise leaves out `.well-known`.
    NoJekyll,
}

impl HostFile {
    /// All files: they are written for every site, for nobody says where it will be served.
    pub(super) const ALL: [Self; 5] = [Self::Headers, Self::Redirects, Self::Azure, Self::Iis, Self::NoJekyll];

    /// Its path in the output folder.
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::Headers => "_headers",
            Self::Redirects => "_redirects",
            Self::Azure => "staticwebapp.config.json",
            Self::Iis => "web.config",
            Self::NoJekyll => ".nojekyll",
        }
    }

    /// Its bytes.
    pub(super) fn bytes(self, facts: &Facts<'_>) -> Vec<u8> {
        let rules = Rules::of(facts);
        match self {
            Self::Headers => plain::headers(&rules).into_bytes(),
            Self::Redirects => plain::redirects(&rules).into_bytes(),
            Self::Azure => azure::config(&rules),
            Self::Iis => iis::config(&rules).into_bytes(),
            Self::NoJekyll => Vec::new(),
        }
    }
}

/// Headers and redirects of a site, for any host.
#[derive(Debug)]
pub struct Rules {
    /// The path of the site on its host: `/`, or ending in `/`.
    base: String,
    /// What pages may load and run.
    policy: Policy,
    /// Headers of every answer.
    headers: Vec<(&'static str, String)>,
    /// Old addresses.
    redirects: Vec<Redirect>,
    /// The pages for what is not there, by their paths from the root of the host: those of inner folders first.
    not_found: Vec<String>,
    /// Files with a type that hosts do not know by themselves.
    types: Vec<(String, &'static str)>,
}

/// An old address and a new one, both ending in `/`.
#[derive(Debug)]
struct Redirect {
    /// The old path below the site's own, as it is in the folder.
    folder: String,
    /// The old path from the root of the host, percent-encoded.
    from: String,
    /// The new path from the root of the host, percent-encoded.
    to: String,
}

/// The header that holds the policy.
const POLICY: &str = "Content-Security-Policy";

/// Files under the hash of their bytes never change.
const ASSETS: &str = "assets/";
const ASSETS_CACHE: &str = "public, max-age=31536000, immutable";
/// Pages are asked for again soon: a notice has to be seen.
const PAGES_CACHE: &str = "public, max-age=300";
const PAGES_SECONDS: u32 = 300;
const ASSETS_SECONDS: u32 = 31_536_000;

/// Types by extension.
const TYPES: [(&str, &str); 7] = [
    (".atom", "application/atom+xml; charset=utf-8"),
    (".ics", "text/calendar; charset=utf-8"),
    (".json", "application/json; charset=utf-8"),
    (".md", "text/markdown; charset=utf-8"),
    (".txt", "text/plain; charset=utf-8"),
    (".vcf", "text/vcard; charset=utf-8"),
    (".webmanifest", "application/manifest+json; charset=utf-8"),
];

/// The twins of pages have one type, wherever they stand.
const TWINS: &str = ".md";

impl Rules {
    /// The rules of a site.
    pub fn of(facts: &Facts<'_>) -> Self {
        let (site, portal) = (facts.site, facts.portal());
        let redirects = site.redirects.iter().map(|redirect| Redirect {
            folder: redirect.from.path().to_owned(),
            from: redirect.from.href(portal),
            to: redirect.to.href(portal),
        });
        let languages = portal.languages.ids();
        let mut not_found: Vec<String> =
            languages.map(|language| site.address(PageKind::NotFound, language).href(portal)).collect();
        not_found.sort_by_key(|path| std::cmp::Reverse(path.matches('/').count()));
        let headers = vec![
            (POLICY, facts.policy().in_header()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Referrer-Policy", "same-origin".to_owned()),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()".to_owned()),
        ];
        Self {
            base: portal.base_url.path().to_owned(),
            policy: facts.policy().clone(),
            headers,
            redirects: redirects.collect(),
            not_found,
            types: types(site),
        }
    }

    /// The path of the site on its host: `/`, or ending in `/`.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The headers of every answer; where no page may run any script, that at the address `script` may run.
    pub fn headers(&self, script: &str) -> impl Iterator<Item = (&'static str, String)> {
        let allow = |name| if name == POLICY { Some(self.policy.in_header_with(script)) } else { None };
        self.headers.iter().map(move |(name, value)| (*name, allow(*name).unwrap_or_else(|| value.clone())))
    }

    /// Where an old address leads, from the root of the host; `path` is below the site's own, with or without its last
    /// slash.
    pub fn redirect(&self, path: &str) -> Option<&str> {
        let path = path.strip_suffix('/').unwrap_or(path);
        let found = self.redirects.iter().find(|redirect| redirect.folder.strip_suffix('/') == Some(path));
        found.map(|redirect| redirect.to.as_str())
    }

    /// The type of a file that hosts do not know by themselves.
    pub fn content_type(path: &str) -> Option<&'static str> {
        TYPES.iter().find(|(extension, _)| path.ends_with(extension)).map(|(_, kind)| *kind)
    }

    /// The script of a site that keeps nothing for times without a network, and its path.
    pub fn offline_off(&self) -> (&'static str, String) {
        (offline::FILE, offline::leave(&self.base))
    }
}

/// The files of special types that the site has, beside its pages and their twins.
fn types(site: &Site) -> Vec<(String, &'static str)> {
    let typed = super::paths(site).into_iter().filter_map(|file| {
        let kind = Rules::content_type(&file)?;
        Some((file, kind))
    });
    typed.collect()
}
