//! The same facts for machines: data, calendars, an address book card, feeds, and files that tell hosts and browsers
//! how to treat the site. Everything is made from the assembled site; the only clock is the date of the build.

mod atom;
mod calendar;
mod compliance;
mod contact_card;
mod content_line;
mod facts;
mod host;
pub mod json_ld;
mod llms;
mod offline;
pub mod profile;
mod security_txt;
mod sitemap;
mod stated;
mod support;
mod updated;
mod web_app;
mod xml;

pub use facts::{Facts, ThemeFacts};
pub use host::Rules;

use rayon::prelude::*;

use crate::model::LanguageId;
use crate::site::Site;
use crate::wording::COMPLIANCE;

/// A file that machines read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Export {
    Support,
    Schema,
    ContactCard,
    Hours,
    Closures,
    Maintenance,
    Feed(LanguageId),
    SecurityTxt,
    WebApp,
    Icon,
    Sitemap,
    SitemapPart(usize),
    Robots,
    Llms,
    Offline,
    Compliance,
    ComplianceSchema,
    Host(host::HostFile),
}

/// The Content-Security-Policy for the head of pages that carry these styles and scripts. That of hosts allows those of
/// all pages, and a browser keeps to both.
pub fn page_policy(inline_styles: &[&str], inline_scripts: Option<&[&str]>) -> String {
    host::Policy::new(inline_styles, inline_scripts).in_page()
}

/// The paths of all exports of a site.
pub fn paths(site: &Site) -> Vec<String> {
    exports(site).into_iter().map(|export| export.path(site)).collect()
}

/// All exports, in parallel: their paths and bytes.
pub fn files(facts: &Facts<'_>) -> Vec<(String, Vec<u8>)> {
    let exports = exports(facts.site);
    exports.into_par_iter().map(|export| (export.path(facts.site), export.bytes(facts))).collect()
}

fn exports(site: &Site) -> Vec<Export> {
    use Export::{
        Closures, ContactCard, Hours, Icon, Llms, Maintenance, Offline, Robots, Schema, SecurityTxt, Sitemap, Support,
        WebApp,
    };
    let mut exports =
        vec![Support, Schema, ContactCard, Hours, Closures, Maintenance, WebApp, Icon, Sitemap, Robots, Llms, Offline];
    exports.extend(site.portal().languages.ids().map(Export::Feed));
    exports.extend((0..sitemap::parts(site)).map(Export::SitemapPart));
    exports.extend(host::HostFile::ALL.map(Export::Host));
    if site.portal().about {
        exports.extend([Export::Compliance, Export::ComplianceSchema]);
    }
    if security_txt::is_said(site.portal()) {
        exports.push(SecurityTxt);
    }
    exports
}

impl Export {
    fn path(self, site: &Site) -> String {
        match self {
            Self::Support => support::FILE.to_owned(),
            Self::Schema => support::SCHEMA_FILE.to_owned(),
            Self::ContactCard => contact_card::FILE.to_owned(),
            Self::Hours => calendar::HOURS.to_owned(),
            Self::Closures => calendar::CLOSURES.to_owned(),
            Self::Maintenance => calendar::MAINTENANCE.to_owned(),
            Self::Feed(language) => site.feed(language).path().to_owned(),
            Self::SecurityTxt => security_txt::FILE.to_owned(),
            Self::WebApp => web_app::FILE.to_owned(),
            Self::Icon => web_app::ICON.to_owned(),
            Self::Sitemap => sitemap::FILE.to_owned(),
            Self::SitemapPart(part) => sitemap::part_file(part),
            Self::Robots => sitemap::ROBOTS.to_owned(),
            Self::Llms => llms::FILE.to_owned(),
            Self::Offline => offline::FILE.to_owned(),
            Self::Compliance => COMPLIANCE.to_owned(),
            Self::ComplianceSchema => compliance::SCHEMA_FILE.to_owned(),
            Self::Host(file) => file.path().to_owned(),
        }
    }

    fn bytes(self, facts: &Facts<'_>) -> Vec<u8> {
        match self {
            Self::Support => support::json(facts),
            Self::Schema => support::schema(facts),
            Self::ContactCard => contact_card::vcf(facts),
            Self::Hours => calendar::hours(facts),
            Self::Closures => calendar::closures(facts),
            Self::Maintenance => calendar::maintenance(facts),
            Self::Feed(language) => atom::feed(facts, language),
            Self::SecurityTxt => security_txt::text(facts).into_bytes(),
            Self::WebApp => web_app::manifest(facts),
            Self::Icon => web_app::icon(facts).into_bytes(),
            Self::Sitemap => sitemap::sitemap(facts.site).into_bytes(),
            Self::SitemapPart(part) => sitemap::part(facts.site, part).into_bytes(),
            Self::Robots => sitemap::robots(facts.site).into_bytes(),
            Self::Llms => llms::text(facts).into_bytes(),
            Self::Offline => offline::script(facts).into_bytes(),
            Self::Compliance => compliance::json(facts),
            Self::ComplianceSchema => compliance::schema(facts),
            Self::Host(file) => file.bytes(facts),
        }
    }
}
