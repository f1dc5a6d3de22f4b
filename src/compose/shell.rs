//! What every page carries around its own content.

use super::around::{self, Around, Places};
use super::guides::{Guides, Step};
use super::now::Reader;
use crate::locale::LanguageTag;
use crate::model::LanguageId;
use crate::site::{Page, PageKind, TWIN};
use crate::view::now::NowPanel;
use crate::view::shell::{Alternate, Banners, Brand, LanguageLink, LiveScript, Logo, PromisesScript, Shell, Style};
use crate::view::{Shared, hash_of};
use crate::wording::{Wording, direction};

/// What the frame of a page is made of beside the site.
#[derive(Debug)]
pub struct Frame<'a> {
    /// The page.
    pub page: &'a Page,
    /// Its h1.
    pub heading: &'a str,
    /// One sentence; may be empty.
    pub description: &'a str,
    /// The style sheet.
    pub style: &'a Shared<Style>,
    /// Places on the way to the page.
    pub way: &'a [&'a Step],
    /// JSON-LD, or empty.
    pub json_ld: String,
    /// What the page may load and run.
    pub policy: &'a Shared<String>,
    /// What all pages of the language share.
    pub common: &'a Common,
}

/// What all pages of a language share: made once.
#[derive(Debug)]
pub struct Common {
    /// The articles as they are listed.
    pub guides: Guides,
    /// Places that lead to many pages.
    places: Places,
    now: Shared<NowPanel>,
    now_locked_out: Shared<NowPanel>,
    banners: Shared<Vec<Banners>>,
    no_banners: Shared<Vec<Banners>>,
    as_of: Option<Shared<String>>,
    brand: Shared<Brand>,
    live: Option<Shared<LiveScript>>,
    live_on_home: Option<Shared<LiveScript>>,
    promises: Option<Shared<PromisesScript>>,
    publisher: Shared<String>,
    reviewed: Shared<String>,
    words_note: Shared<String>,
    home: Shared<String>,
    /// The menu and footer of all articles, and of all notices.
    articles: Around,
    notices: Around,
}

/// What a theme gives to all pages.
#[derive(Clone, Debug)]
pub struct Look<'a> {
    /// The logo.
    pub logo: Option<Logo>,
    /// The colours of browser chrome: light and dark.
    pub colors: (String, String),
    /// Its scripts.
    pub scripts: Scripts<'a>,
}

/// The scripts of a theme.
#[derive(Clone, Copy, Debug)]
pub struct Scripts<'a> {
    /// The one that says whether somebody answers now, which stands in pages; may be empty.
    pub live: &'a str,
    /// The address of the one that says by when promises are due; none without it.
    pub promises: Option<&'a str>,
}

/// What all pages of a language share.
pub fn common(wording: &Wording<'_>, look: &Look<'_>) -> Common {
    let portal = wording.portal();
    let reviewed = portal.reviewed.map(|date| wording.say("reviewed_on", &[("date", &wording.date(date))]));
    let scripts = look.scripts;
    Common {
        guides: Guides::new(wording),
        places: Places::new(wording),
        now: Shared::new(&super::now::of(wording, Reader::Anyone)),
        now_locked_out: Shared::new(&super::now::of(wording, Reader::LockedOut)),
        banners: Shared::new(&super::notices::banners(wording)),
        no_banners: Shared::default(),
        as_of: Some(Shared::new(&wording.say("print_as_of", &[("date", &wording.date(wording.today))]))),
        brand: Shared::new(&brand(wording, look)),
        live: live(wording, scripts.live, usize::MAX, String::new()).as_ref().map(Shared::new),
        live_on_home: live(wording, scripts.live, super::live::FEW_REASONS, keeper(wording)).as_ref().map(Shared::new),
        promises: promises(wording, scripts.promises).as_ref().map(Shared::new),
        publisher: Shared::new(&publisher(wording)),
        reviewed: Shared::new(&reviewed.unwrap_or_default()),
        words_note: Shared::new(&words_note(wording)),
        home: Shared::new(&wording.href(PageKind::Home)),
        articles: around::below(wording, PageKind::SelfService),
        notices: around::below(wording, PageKind::Notices),
    }
}

fn brand(wording: &Wording<'_>, look: &Look<'_>) -> Brand {
    let portal = wording.portal();
    let monogram = wording.monogram();
    Brand {
        favicon: favicon(&monogram, &look.colors.0),
        monogram,
        name: wording.plain(&portal.partner.name).to_owned(),
        logo: look.logo.clone(),
        motif: portal.brand.motif.name().to_owned(),
        color: look.colors.0.clone(),
        color_dark: look.colors.1.clone(),
    }
}

impl Common {
    /// What articles have around them, as one number.
    pub fn around_articles(&self) -> u64 {
        let Around { menu, footer } = &self.articles;
        let Self { now, brand, no_banners, publisher, reviewed, words_note, home, .. } = self;
        let lines = (menu, footer, publisher, reviewed, words_note, home);
        hash_of(&(lines, now, brand, no_banners, self.places.hash()))
    }

    /// Places on the way to a page, home first.
    pub fn way(&self, wording: &Wording<'_>, kind: PageKind) -> Vec<&Step> {
        let folder = match kind {
            PageKind::Article(id) => self.guides.folder(wording.site.document(id)),
            _ => None,
        };
        self.places.way(kind).into_iter().chain(folder).collect()
    }
}

fn live(wording: &Wording<'_>, script: &str, most_reasons: usize, offline: String) -> Option<LiveScript> {
    let live = super::live::of(wording, most_reasons, offline).filter(|_| !script.is_empty())?;
    Some(LiveScript { data: data_block(&live)?, code: script.to_owned() })
}

fn promises(wording: &Wording<'_>, src: Option<&str>) -> Option<PromisesScript> {
    let (promises, src) = (super::promises::of(wording)?, src?.to_owned());
    Some(PromisesScript { data: data_block(&promises)?, src })
}

/// JSON for a script element, which ends at the first `</script`, wherever it stands.
fn data_block(data: &impl serde::Serialize) -> Option<String> {
    serde_json::to_string(data).ok().map(|json| json.replace('<', "\\u003c"))
}

/// The frame of a page.
pub fn of(wording: &Wording<'_>, frame: Frame<'_>) -> Shell {
    let portal = wording.portal();
    let tag = portal.languages.tag(wording.language);
    let partner = wording.plain(&portal.title);
    let (common, kind) = (frame.common, frame.page.kind);
    let live = if kind == PageKind::Home { &common.live_on_home } else { &common.live };
    let now = if kind == PageKind::CannotSignIn { &common.now_locked_out } else { &common.now };
    let counts = matches!(kind, PageKind::Contact | PageKind::Pricing);
    let on_clock = matches!(
        kind,
        PageKind::Home | PageKind::Contact | PageKind::Notices | PageKind::Notice(_) | PageKind::Pricing
    );
    let Around { menu, footer } = match kind {
        PageKind::Article(_) => common.articles.clone(),
        PageKind::Notice(_) => common.notices.clone(),
        _ => around::of(wording, kind),
    };
    Shell {
        lang: tag.as_str().to_owned(),
        dir: direction(tag).to_owned(),
        words_lang: wording.strings().instead.as_ref().map(|words| words.as_str().to_owned()),
        words_note: common.words_note.clone(),
        is_document: kind.document().is_some(),
        title: if frame.heading == partner { partner.to_owned() } else { format!("{} – {partner}", frame.heading) },
        description: frame.description.to_owned(),
        canonical: frame.page.address.absolute(portal),
        alternates: alternates(wording, kind),
        languages: languages(wording, kind),
        home: common.home.clone(),
        menu,
        footer,
        publisher: common.publisher.clone(),
        reviewed: common.reviewed.clone(),
        brand: common.brand.clone(),
        style: frame.style.clone(),
        banners: if on_clock { common.banners.clone() } else { common.no_banners.clone() },
        as_of: common.as_of.clone().filter(|_| on_clock && kind != PageKind::Home),
        breadcrumb: frame.way.iter().map(|step| step.seen.clone()).collect(),
        now: now.clone(),
        json_ld: frame.json_ld,
        live: live.as_ref().filter(|_| on_clock).cloned(),
        promises: common.promises.as_ref().filter(|_| counts).cloned(),
        policy: frame.policy.clone(),
        feed: feed(wording, kind),
        manifest: manifest(wording, kind),
        markdown: markdown(frame.page),
        offline: offline(wording, kind, live.is_some()),
        noindex: !kind.is_found(),
    }
}

/// "Not everything on this page is in French.", in the language of most words; empty when all is.
fn words_note(wording: &Wording<'_>) -> String {
    let Some(tag) = wording.own_tag() else { return String::new() };
    wording.say("words_instead", &[("language", &wording.locale().language_name(tag))])
}

/// The feed of notices, for the pages that show them.
fn feed(wording: &Wording<'_>, kind: PageKind) -> String {
    match kind {
        PageKind::Notices | PageKind::Notice(_) => wording.site.feed(wording.language).href(wording.portal()),
        _ => String::new(),
    }
}

/// The twin as Markdown; home has no room to name it.
fn markdown(page: &Page) -> String {
    match page.kind {
        PageKind::Home => String::new(),
        _ => page.address.twin().map(|_| TWIN.to_owned()).unwrap_or_default(),
    }
}

/// The manifest of the portal as an app; home is one request and leaves it out.
fn manifest(wording: &Wording<'_>, kind: PageKind) -> String {
    match kind {
        PageKind::Home => String::new(),
        _ => format!("{}manifest.webmanifest", wording.portal().base_url.path()),
    }
}

/// The script that keeps the pages with the numbers; the sheet to print leaves it out, and so does home, which is one
/// request, where its live script asks for it.
fn offline(wording: &Wording<'_>, kind: PageKind, is_live: bool) -> String {
    match kind {
        PageKind::Print => String::new(),
        PageKind::Home if is_live => String::new(),
        _ => keeper(wording),
    }
}

/// The address of that script; empty where the partner wants none.
fn keeper(wording: &Wording<'_>) -> String {
    let portal = wording.portal();
    if portal.offline { format!("{}offline.js", portal.base_url.path()) } else { String::new() }
}

/// The languages in which a page exists.
fn exists(wording: &Wording<'_>, kind: PageKind) -> impl Fn(LanguageId) -> bool {
    let written: Option<Vec<LanguageId>> =
        kind.document().map(|id| wording.site.document(id).versions().map(|document| document.language).collect());
    move |language| written.as_ref().is_none_or(|written| written.contains(&language))
}

fn alternates(wording: &Wording<'_>, kind: PageKind) -> Vec<Alternate> {
    let portal = wording.portal();
    let exists = exists(wording, kind);
    if portal.languages.count() == 1 || kind == PageKind::NotFound {
        return Vec::new();
    }
    let address = |language: LanguageId| wording.site.address(kind, language).absolute(portal);
    let own = portal
        .languages
        .iter()
        .filter(|(id, _)| exists(*id))
        .map(|(id, tag)| Alternate { lang: tag.as_str().to_owned(), href: address(id) });
    let fallback = exists(LanguageId::DEFAULT)
        .then(|| Alternate { lang: "x-default".to_owned(), href: address(LanguageId::DEFAULT) });
    own.chain(fallback).collect()
}

fn languages(wording: &Wording<'_>, kind: PageKind) -> Vec<LanguageLink> {
    let portal = wording.portal();
    if portal.languages.count() == 1 {
        return Vec::new();
    }
    let exists = exists(wording, kind);
    let link = |(id, tag): (LanguageId, &LanguageTag)| LanguageLink {
        lang: tag.as_str().to_owned(),
        dir: direction(tag).to_owned(),
        name: wording.site.own_names.get(id.index()).cloned().unwrap_or_default(),
        href: wording.site.address(if exists(id) { kind } else { PageKind::Home }, id).href(portal),
        current: id == wording.language,
    };
    portal.languages.iter().map(link).collect()
}

/// Legal name, address, register and tax number in one line.
fn publisher(wording: &Wording<'_>) -> String {
    let portal = wording.portal();
    let name = portal.partner.legal_name.as_ref().unwrap_or(&portal.partner.name);
    let mut parts = vec![wording.plain(name).to_owned()];
    parts.extend(portal.legal.address.iter().cloned());
    parts.extend(portal.legal.register.as_ref().map(|register| wording.plain(register).to_owned()));
    parts.extend(portal.legal.vat_id.clone());
    wording.join("comma", &parts)
}

/// A tile with the monogram, for the browser tab.
fn favicon(monogram: &str, color: &str) -> String {
    let size = if monogram.chars().count() > 1 { 14 } else { 19 };
    let letter =
        |byte: u8| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    let letters: String = monogram.bytes().map(letter).collect();
    let svg = format!(
        "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 28'%3E%3Crect width='28' height='28' rx='7' fill='%23{}'/%3E%3Ctext x='14' y='20' font-family='sans-serif' font-size='{size}' text-anchor='middle' fill='%23fff'%3E{letters}%3C/text%3E%3C/svg%3E",
        color.trim_start_matches('#')
    );
    // Encoded as a logo is, so that the two compress as one.
    format!("data:image/svg+xml,{}", svg.replace(' ', "%20").replace('\'', "%22"))
}
