//! What raw HTML may consist of when it is sanitised. Everything else is left out.
//!
//! Left out on purpose: images (their text, size and file are checked in Markdown only), headings (their level and id
//! are made in Markdown only), `id`, `class` and `style` (they belong to the theme), forms, scripts, frames and media.

/// The elements that may stand in a block of HTML, each with the attributes that only it may have.
const BLOCK: &[(&str, &[&str])] = &[
    ("a", &["href"]),
    ("blockquote", &[]),
    ("caption", &[]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("dd", &[]),
    ("details", &["open"]),
    ("div", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("hr", &[]),
    ("li", &["value"]),
    ("ol", &["start", "reversed", "type"]),
    ("p", &[]),
    ("pre", &[]),
    ("summary", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["colspan", "rowspan"]),
    ("tfoot", &[]),
    ("th", &["colspan", "rowspan", "scope", "abbr"]),
    ("thead", &[]),
    ("time", &["datetime"]),
    ("tr", &[]),
    ("ul", &[]),
];

/// The elements that may also stand inside a line of Markdown.
const INLINE: &[&str] = &[
    "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
    "small", "span", "strong", "sub", "sup", "u", "var", "wbr",
];

/// The attributes that every allowed element may have.
pub(super) const EVERYWHERE: &[&str] = &["dir", "lang", "title"];

/// Attributes whose loss changes nothing that a reader would miss.
const UNMISSED: &[&str] = &["class", "id", "name", "rel", "target"];

/// The elements without content.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// All allowed elements with the attributes that only they may have.
pub(super) fn elements() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    let none: &'static [&'static str] = &[];
    BLOCK.iter().copied().chain(INLINE.iter().map(move |name| (*name, none)))
}

/// The allowed element of this name (in any case) inside a line.
pub(super) fn inline(name: &str) -> Option<&'static str> {
    INLINE.iter().copied().find(|allowed| name.eq_ignore_ascii_case(allowed))
}

/// The allowed element of this name (in any case) in a block.
pub(super) fn block(name: &str) -> Option<&'static str> {
    elements().map(|(allowed, _)| allowed).find(|allowed| name.eq_ignore_ascii_case(allowed))
}

/// Whether this attribute of this allowed element is kept, or lost without a word.
pub(super) fn unmissed(element: &str, attribute: &str) -> bool {
    let own = elements().find(|(name, _)| *name == element).map_or(&[][..], |(_, attributes)| attributes);
    [own, EVERYWHERE, UNMISSED].iter().any(|list| list.iter().any(|name| attribute.eq_ignore_ascii_case(name)))
}

/// Whether the element of this name has no content and no end tag.
pub(super) fn is_void(name: &str) -> bool {
    VOID.iter().any(|void| name.eq_ignore_ascii_case(void))
}
