//! What every page carries around its own content.

use super::{Link, Phrase, Shared, notices::Window, now::NowPanel};
use serde::Serialize;

/// The frame of a page; templates see it as `shell`.
#[derive(Clone, Debug, Serialize)]
pub struct Shell {
    /// The page's language tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// The language of the interface's words, when it is not the page's.
    pub words_lang: Option<String>,
    /// A visible note in that language; else empty.
    pub words_note: Shared<String>,
    /// Whether the page is an article, a notice or a free page, whose text is in the page's language.
    pub is_document: bool,
    /// The text of `<title>`: page, then partner.
    pub title: String,
    /// One sentence for search engines; may be empty.
    pub description: String,
    /// The absolute address of this page.
    pub canonical: String,
    /// The same page in the other languages, with absolute addresses; empty when there is one language.
    pub alternates: Vec<Alternate>,
    /// The languages of the site, to switch to; empty when there is one language.
    pub languages: Vec<LanguageLink>,
    /// The address of the home page in this language.
    pub home: Shared<String>,
    /// The main menu.
    pub menu: Shared<Vec<Link>>,
    /// The footer's links.
    pub footer: Shared<Vec<Link>>,
    /// One line about the publisher: legal name, address, register.
    pub publisher: Shared<String>,
    /// "Details checked on 12 November 2026", or empty.
    pub reviewed: Shared<String>,
    /// The partner's mark.
    pub brand: Shared<Brand>,
    /// The style sheet.
    pub style: Shared<Style>,
    /// Current notices, shown above everything on the pages that carry them: a list for each stretch of time without a gap.
    pub banners: Shared<Vec<Banners>>,
    /// "As of 22 November 2026.": the date of the build, on pages whose lists depend on it; home has no room for it.
    pub as_of: Option<Shared<String>>,
    /// Places on the way to this page, home first, this page not included.
    pub breadcrumb: Vec<Shared<Link>>,
    /// How to reach the partner, in the same place on every page.
    pub now: Shared<NowPanel>,
    /// The Content-Security-Policy of the page.
    pub policy: Shared<String>,
    /// The address of the feed of notices, on the pages that show them; else empty.
    pub feed: String,
    /// The address of the web app manifest, or empty.
    pub manifest: String,
    /// The address of the same page as Markdown, or empty.
    pub markdown: String,
    /// JSON-LD, escaped for a script element.
    pub json_ld: String,
    /// What says whether somebody answers now, on the pages that may depend on the clock.
    pub live: Option<Shared<LiveScript>>,
    /// What says by when promises are due and what work costs, on the pages of contact and prices.
    pub promises: Option<Shared<PromisesScript>>,
    /// The address of the script that keeps the pages with the numbers for times without a network, or empty.
    pub offline: String,
    /// Whether search engines are kept away.
    pub noindex: bool,
}

/// The script that says "open now", and its data: both stand in the page.
#[derive(Clone, Debug, Serialize)]
pub struct LiveScript {
    /// JSON, escaped for a script element.
    pub data: String,
    /// JavaScript, the same on every page.
    pub code: String,
}

/// The script of promises, which stands in a file, and its data, which stand in the page.
#[derive(Clone, Debug, Serialize)]
pub struct PromisesScript {
    /// JSON, escaped for a script element.
    pub data: String,
    /// The address of the script.
    pub src: String,
}

/// The page in another language, for search engines.
#[derive(Clone, Debug, Serialize)]
pub struct Alternate {
    /// A language tag or `x-default`.
    pub lang: String,
    /// The absolute address.
    pub href: String,
}

/// A language to switch to.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageLink {
    /// The language tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// The language's name in itself.
    pub name: String,
    /// Its address: this page in that language, or that language's home page.
    pub href: String,
    /// Whether it is the page's own language.
    pub current: bool,
}

/// The partner's mark.
#[derive(Clone, Debug, Serialize)]
pub struct Brand {
    /// The partner's name.
    pub name: String,
    /// The logo, when there is one.
    pub logo: Option<Logo>,
    /// The icon of the browser tab: a data address.
    pub favicon: String,
    /// One or two letters for the tile that stands in for a logo.
    pub monogram: String,
    /// The decoration of the band: `peaks`, `arcs`, `grid`, `waves` or `none`.
    pub motif: String,
    /// The colour of browser chrome in light mode, as hex.
    pub color: String,
    /// The same in dark mode.
    pub color_dark: String,
}

/// A logo image.
#[derive(Clone, Debug, Serialize)]
pub struct Logo {
    /// Its address.
    pub src: String,
    /// Its address in dark mode, or empty.
    pub src_dark: String,
    /// Width in pixels when shown 32 pixels high.
    pub width: u32,
    /// Whether it stands on a white plate, because it is not transparent or is dark.
    pub plate: bool,
}

/// The style sheet of a page: in the page, or beside it.
#[derive(Clone, Debug, Serialize)]
pub struct Style {
    /// CSS for a style element, or empty.
    pub inline: String,
    /// The address of the style sheet, or empty.
    pub href: String,
}

/// The notices above a page in a stretch of time: at each of its instants at least one stands there, or the link to more.
#[derive(Clone, Debug, Serialize)]
pub struct Banners {
    /// Which stretch.
    pub shown: Window,
    /// The notices.
    pub notices: Vec<Banner>,
    /// Where the others are, for each time at which there are more.
    pub more: Vec<MoreBanners>,
}

/// Where the notices are that found no place above a page.
#[derive(Clone, Debug, Serialize)]
pub struct MoreBanners {
    /// "More notices".
    pub link: Link,
    /// When there are some.
    pub shown: Window,
}

/// A notice above a page.
#[derive(Clone, Debug, Serialize)]
pub struct Banner {
    /// `incident`, `maintenance` or `news`.
    pub kind: String,
    /// "Incident", "Planned maintenance", …
    pub kind_label: String,
    /// The title of the notice.
    pub title: Phrase,
    /// When, as a sentence that stays true.
    pub when: String,
    /// The notice's address.
    pub href: String,
    /// When it stands there.
    pub shown: Window,
}
