//! `[site]`.

use jiff::civil::Date;

use super::super::Overrides;
use super::super::entry::Entry;
use super::Context;
use crate::diagnostic::{Diagnostic, code};
use crate::locale::LanguageTag;
use crate::model::address::WebAddress;
use crate::model::brand::{BrandSettings, Motif, Rgb};
use crate::model::{Languages, RawHtml, Text};

pub(super) struct Site {
    pub(super) base_url: WebAddress,
    pub(super) title: Option<Text>,
    pub(super) reviewed: Option<Date>,
    pub(super) brand: BrandSettings,
    pub(super) raw_html: RawHtml,
    pub(super) offline: bool,
    pub(super) about: bool,
}

/// The languages of the site; English when none is given, or none is right.
pub(super) fn languages(top: &Entry<'_>) -> Languages {
    let english = || LanguageTag::parse("en").map(|tag| vec![tag]).unwrap_or_default();
    let site = top.table("site");
    let mut tags = site.as_ref().map_or_else(Vec::new, |site| site.languages("languages"));
    let unread = site.as_ref().is_some_and(|site| site.strings("languages").len() > tags.len());
    if let Some(site) = &site
        && site.has("languages")
    {
        let before = tags.len();
        let mut seen: Vec<LanguageTag> = Vec::new();
        tags.retain(|tag| {
            !seen.contains(tag) && {
                seen.push(tag.clone());
                true
            }
        });
        if tags.len() < before {
            site.scope.error(
                code::KEY_05,
                site.span("languages"),
                "a language is given twice",
                "name each language once",
            );
        }
        if tags.len() > Languages::MOST {
            tags.truncate(Languages::MOST);
            site.scope.error(
                code::KEY_04,
                site.span("languages"),
                "a site has at most 100 languages",
                "leave out some",
            );
        }
        if before == 0 && site.value("languages").is_some_and(|list| list.is_empty_list()) {
            site.scope.error(
                code::KEY_04,
                site.span("languages"),
                "a site has at least one language",
                "write languages = [\"en\"]",
            );
        }
    }
    if tags.is_empty() {
        tags = english();
    }
    let languages = Languages::new(tags).unwrap_or_else(Languages::fallback);
    if unread { languages.partial() } else { languages }
}

pub(super) fn site(top: &Entry<'_>, context: &Context<'_>, overrides: &Overrides) -> Option<Site> {
    let site = top.table("site")?;
    let base_url = base_url(&site, overrides);
    let title = site.text("title", &context.languages);
    let brand = brand(&site, top);
    let raw_html = [("sanitise", RawHtml::Sanitise), ("escape", RawHtml::Escape), ("allow", RawHtml::Allow)];
    Some(Site {
        title,
        brand,
        reviewed: site.date("reviewed"),
        raw_html: site.choice("raw_html", &raw_html).unwrap_or_default(),
        offline: site.boolean("offline").unwrap_or(true),
        about: site.boolean("about").unwrap_or(true),
        base_url: base_url?,
    })
}

fn base_url(site: &Entry<'_>, overrides: &Overrides) -> Option<WebAddress> {
    let written = site.url("base_url");
    let url = match &overrides.base_url {
        None => written?,
        Some(text) => match WebAddress::parse(text) {
            Ok(url) => url,
            Err(_) => {
                let problem = Diagnostic::error(code::CSP_12, format!("--base-url {text} is not a whole web address"))
                    .hint("give an address such as https://support.contoso.com/");
                site.scope.diagnostics.push(problem);
                return None;
            }
        },
    };
    if !url.is_base() {
        site.scope.error(
            code::CSP_12,
            site.span("base_url"),
            "the portal's address has an empty part, a query or an anchor",
            "write the address of a folder: https://support.contoso.com/",
        );
        return None;
    }
    Some(url.as_base())
}

fn brand(site: &Entry<'_>, top: &Entry<'_>) -> BrandSettings {
    let color = site.value("brand_color").and_then(|value| {
        let text = value.string()?;
        let color = Rgb::parse(text);
        if color.is_none() {
            site.scope.error(
                code::KEY_04,
                value.span(),
                format!("`{text}` is not a colour"),
                "write a number sign and six digits or letters a to f: \"#0b3a6e\"",
            );
        }
        color
    });
    let name = top.table("partner").and_then(|partner| partner.string("name")).unwrap_or_default();
    BrandSettings {
        theme: site.string("theme").unwrap_or("standard").to_owned(),
        color,
        motif: site.choice("motif", &Motif::ALL).unwrap_or_else(|| Motif::for_name(name)),
        logo: file(site, "logo"),
        logo_dark: file(site, "logo_dark"),
    }
}

/// A file under `static/`, by its path in the site. Whether it exists is seen where it is read.
fn file(site: &Entry<'_>, key: &str) -> Option<String> {
    let value = site.value(key)?;
    let text = value.string()?;
    let path = text.strip_prefix("static/").unwrap_or(text);
    let inside = !path.is_empty()
        && !path.contains(['\\', ':', '\0'])
        && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
    if !inside {
        site.scope.error(
            code::URL_02,
            value.span(),
            format!("`{text}` is not a file under static/"),
            "put the file into static/ and write its name: \"logo.svg\"",
        );
        return None;
    }
    Some(format!("static/{path}"))
}
