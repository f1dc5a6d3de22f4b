//! Facts as sentences: hours, prices, promises and texts in one language of the site.
//!
//! Every sentence is true at any time of the day; the only clock is the date of the build.

mod about;
mod address;
mod block;
mod course;
mod due;
mod duties;
mod estimate;
mod hours;
mod least;
mod method;
mod monogram;
mod notice;
mod price;
mod special_dates;
mod term;
mod week;

pub use course::{Course, Phase};
pub use due::Frame;
pub use duties::{COMPLIANCE, DUTIES, Duty, KEPT_BY_TEXTS, Met};

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::content::Strings;
use crate::locale::{Direction, LanguageTag, Locale};
use crate::model::{LanguageId, Portal, Text};
use crate::site::{PageKind, Site};
use crate::view::{Link, Phrase};

/// Speaks one language of a site, on one date.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    /// The site.
    pub site: &'a Site,
    /// The language.
    pub language: LanguageId,
    /// The date of the build, in UTC.
    pub today: Date,
}

impl<'a> Wording<'a> {
    /// The model.
    pub fn portal(&self) -> &'a Portal {
        &self.site.config.portal
    }

    /// The formats of the language.
    pub fn locale(&self) -> &'a Locale {
        self.site.locale(self.language)
    }

    /// The interface words of the language.
    pub fn strings(&self) -> &'a Strings {
        self.site.strings(self.language)
    }

    /// A word of the interface.
    pub fn word(&self, key: &str) -> String {
        self.strings().word(key)
    }

    /// A sentence with its slots filled.
    pub fn say(&self, key: &str, slots: &[(&str, &str)]) -> String {
        self.strings().say(key, slots)
    }

    /// A sentence that counts.
    pub fn count(&self, key: &str, number: impl std::fmt::Display, slots: &[(&str, &str)]) -> String {
        self.strings().count(key, &number.to_string(), self.locale(), slots)
    }

    /// The forms of a counted sentence, with the slot `{n}`.
    pub fn forms(&self, key: &str) -> BTreeMap<String, String> {
        self.strings().forms(key)
    }

    /// The language whose plural forms count a sentence.
    pub fn counts_as(&self, key: &str) -> &str {
        self.strings().counted_by(key, self.locale()).tag().as_str()
    }

    /// A text of the partner, with a note where it stands in another language.
    pub fn phrase(&self, text: &Text) -> Phrase {
        let said = text.in_language(self.language);
        match said.instead {
            Some(instead) => self.foreign(said.text, instead),
            None if said.everywhere => plain(said.text),
            None => self.own(said.text),
        }
    }

    /// A text in the page's own language, which says so among words that are not.
    pub fn own(&self, text: &str) -> Phrase {
        let Some(tag) = self.own_tag() else { return plain(text) };
        Phrase {
            text: text.to_owned(),
            lang: Some(tag.as_str().to_owned()),
            dir: Some(direction(tag).to_owned()),
            note: None,
        }
    }

    /// The page's own language, when the words around the partner's texts are in another.
    pub fn own_tag(&self) -> Option<&'a LanguageTag> {
        self.strings().instead.as_ref().map(|_| self.portal().languages.tag(self.language))
    }

    /// The words of a text, for a place that cannot say that they are in another language.
    pub fn plain(&self, text: &'a Text) -> &'a str {
        text.in_language(self.language).text
    }

    /// A text in another language of the site, saying so.
    pub fn foreign(&self, text: &str, language: LanguageId) -> Phrase {
        let tag = self.portal().languages.tag(language);
        Phrase {
            text: text.to_owned(),
            lang: Some(tag.as_str().to_owned()),
            dir: Some(direction(tag).to_owned()),
            note: Some(self.in_language(tag)),
        }
    }

    /// "in Polish".
    pub fn in_language(&self, tag: &LanguageTag) -> String {
        let name = self.locale().language_name(tag);
        self.say("in_language", &[("language", &name)])
    }

    /// A link to a page of the site, in this language.
    pub fn page(&self, kind: PageKind, label_key: &str, icon: &str) -> Link {
        Link { label: plain(&self.word(label_key)), href: self.href(kind), icon: icon.to_owned(), current: false }
    }

    /// A link to a file that the site has for machines, by its path below the site's own.
    pub fn file(&self, path: &str, label_key: &str, icon: &str) -> Link {
        let href = format!("{}{path}", self.portal().base_url.path());
        Link { label: plain(&self.word(label_key)), href, icon: icon.to_owned(), current: false }
    }

    /// The path of a page of the site, in this language.
    pub fn href(&self, kind: PageKind) -> String {
        self.site.address(kind, self.language).href(self.portal())
    }

    /// "22 November 2026".
    pub fn date(&self, date: Date) -> String {
        self.locale().date(date)
    }

    /// Parts of a sentence side by side: `comma` or `semicolon` in the language's own form.
    pub fn join<'p>(&self, separator: &str, parts: impl IntoIterator<Item = &'p String>) -> String {
        self.strings().join(separator, parts.into_iter().map(String::as_str))
    }

    /// Names joined as a list with "and".
    pub fn and(&self, items: &[String]) -> String {
        self.locale().and(items)
    }
}

/// A phrase in the page's own language.
pub fn plain(text: &str) -> Phrase {
    Phrase { text: text.to_owned(), ..Phrase::default() }
}

/// `ltr` or `rtl`.
pub fn direction(tag: &LanguageTag) -> &'static str {
    match tag.direction() {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    }
}

/// With a capital letter, where words begin a sentence or stand alone.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
