//! The tokens of the theme contract: the custom properties that a theme may set and its styles may use.

/// A token of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its name without the dashes.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
}

macro_rules! tokens {
    ($($name:literal: $about:literal;)*) => {
        /// Every token of the contract; renaming or removing one makes a new contract.
        pub const ALL: &[Token] = &[$(Token { name: $name, about: $about }),*];
    };
}

tokens! {
    "brand": "the band where its text stands; made from `site.brand_color`";
    "brand-2": "the far end of the band; made from `site.brand_color`";
    "on-brand": "text on the band";
    "accent": "the fill of the main action; made from `site.brand_color`";
    "on-accent": "text on the main action";
    "tint": "the fill of quiet buttons and of chips; made from `site.brand_color`";
    "ground": "the page; made from `site.brand_color`";
    "surface": "cards";
    "text": "text";
    "muted": "text that matters less";
    "line": "lines between rows, and closed hours";
    "link": "links, and words in quiet buttons; made from `site.brand_color`";
    "focus": "the halo of what has the keyboard's focus";
    "ok": "open, solved, included";
    "warn": "maintenance, soon";
    "bad": "an incident";
    "emergency": "the fill of the emergency line";
    "on-emergency": "text on the emergency line";
    "shadow": "the shadow of cards";
    "r1": "the radius of small things: code, boxes";
    "r2": "the radius of cards, buttons and chips";
    "r3": "the radius of the Now card";
    "motif": "how much of the motif covers the band, 0 to 1";
    "font": "the typeface of everything";
    "mono": "the typeface of code";
    "weight-heading": "the weight of headings";
    "tracking-heading": "the space between the letters of headings";
    "measure": "the longest line of prose";
    "page": "the widest page";
    "tap": "the least height of what is tapped";
    "s1": "space";
    "s2": "space";
    "s3": "space";
    "s4": "space";
    "s5": "space";
    "s6": "space";
    "s7": "space";
    "s8": "space";
    "t-s": "the size of small text";
    "t-m": "the size of text";
    "t-l": "the size of a lead and of small headings";
    "t-xl": "the size of headings of sections";
    "t-2xl": "the size of the title of a page";
}
