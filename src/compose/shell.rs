//! What every page carries around its own content.

use super::around::{self, Around};
use super::common::{Common, keeper};
use super::guides::Step;
use super::languages;
use crate::site::{Page, PageKind, TWIN};
use crate::view::Shared;
use crate::view::shell::{Shell, Style};
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
        alternates: languages::alternates(wording, kind),
        languages: languages::links(wording, kind),
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
