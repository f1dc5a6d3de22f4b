//! The smallest pieces of a page.

use serde::Serialize;

/// A text of the partner. Where its translation is missing it stands in another language and says so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Phrase {
    /// The text.
    pub text: String,
    /// The language of the text, when it is not the page's.
    pub lang: Option<String>,
    /// `ltr` or `rtl`, when `lang` is given.
    pub dir: Option<String>,
    /// A visible note such as "in Polish", when `lang` is given.
    pub note: Option<String>,
}

/// A link with its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The text of the link.
    pub label: Phrase,
    /// The address.
    pub href: String,
    /// The name of an icon of the theme, or empty.
    pub icon: String,
    /// Whether this is the page being shown.
    pub current: bool,
}

/// A built-in text, or the partner's own in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Block {
    /// The heading.
    pub title: String,
    /// An anchor made from the block's name.
    pub id: String,
    /// The body.
    pub html: String,
    /// The same as Markdown, with whole addresses.
    pub markdown: String,
    /// The language of the text, when it is not the page's.
    pub lang: Option<String>,
    /// `ltr` or `rtl`, when `lang` is given.
    pub dir: Option<String>,
    /// A visible note, when `lang` is given.
    pub note: Option<String>,
}
