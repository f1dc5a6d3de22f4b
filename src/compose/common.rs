//! What all pages of a language share: made once.

use super::around::{self, Around, Places};
use super::guides::{Guides, Step};
use super::now::Reader;
use crate::content::data_address;
use crate::site::PageKind;
use crate::view::now::NowPanel;
use crate::view::shell::{Banners, Brand, LiveScript, Logo, PromisesScript};
use crate::view::{Shared, hash_of};
use crate::wording::Wording;

/// What all pages of a language share: made once.
#[derive(Debug)]
pub struct Common {
    /// The articles as they are listed.
    pub guides: Guides,
    /// Places that lead to many pages.
    places: Places,
    pub(super) now: Shared<NowPanel>,
    pub(super) now_locked_out: Shared<NowPanel>,
    pub(super) banners: Shared<Vec<Banners>>,
    pub(super) no_banners: Shared<Vec<Banners>>,
    pub(super) as_of: Option<Shared<String>>,
    pub(super) brand: Shared<Brand>,
    pub(super) live: Option<Shared<LiveScript>>,
    pub(super) live_on_home: Option<Shared<LiveScript>>,
    pub(super) promises: Option<Shared<PromisesScript>>,
    pub(super) publisher: Shared<String>,
    pub(super) reviewed: Shared<String>,
    pub(super) words_note: Shared<String>,
    pub(super) home: Shared<String>,
    /// The menu and footer of all articles, and of all notices.
    pub(super) articles: Around,
    pub(super) notices: Around,
}

/// What a theme gives to all pages.
#[derive(Clone, Debug)]
pub struct ThemeAssets<'a> {
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
pub fn of(wording: &Wording<'_>, assets: &ThemeAssets<'_>) -> Common {
    let portal = wording.portal();
    let reviewed = portal.reviewed.map(|date| wording.say("reviewed_on", &[("date", &wording.date(date))]));
    let scripts = assets.scripts;
    Common {
        guides: Guides::new(wording),
        places: Places::new(wording),
        now: Shared::new(&super::now::of(wording, Reader::Anyone)),
        now_locked_out: Shared::new(&super::now::of(wording, Reader::LockedOut)),
        banners: Shared::new(&super::notices::banners(wording)),
        no_banners: Shared::default(),
        as_of: Some(Shared::new(&wording.say("print_as_of", &[("date", &wording.date(wording.today))]))),
        brand: Shared::new(&brand(wording, assets)),
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

fn brand(wording: &Wording<'_>, assets: &ThemeAssets<'_>) -> Brand {
    let portal = wording.portal();
    Brand {
        favicon: data_address(wording.tile(&assets.colors.0).as_bytes()),
        monogram: wording.monogram(),
        name: wording.plain(&portal.partner.name).to_owned(),
        logo: assets.logo.clone(),
        motif: portal.brand.motif.name().to_owned(),
        color: assets.colors.0.clone(),
        color_dark: assets.colors.1.clone(),
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

/// "Not everything on this page is in French.", in the language of most words; empty when all is.
fn words_note(wording: &Wording<'_>) -> String {
    let Some(tag) = wording.own_tag() else { return String::new() };
    wording.say("words_instead", &[("language", &wording.locale().language_name(tag))])
}

/// The address of the script that keeps the pages with the numbers; empty where the partner wants none.
pub(super) fn keeper(wording: &Wording<'_>) -> String {
    let portal = wording.portal();
    if portal.offline { format!("{}offline.js", portal.base_url.path()) } else { String::new() }
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
