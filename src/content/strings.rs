//! The words of the interface: `content/<lang>/strings.toml`, built in and replaceable one by one.
//!
//! `[labels]` are plain words that templates use, `[words]` those that this program uses; `[sentences]` have `{slots}` that
//! this program fills, and a sentence that counts has one form for each plural category of its language.

mod read;
mod sentence;

use std::collections::{BTreeMap, BTreeSet};

use super::markdown::Words;
use crate::locale::{LanguageTag, Locale, decimal};

use sentence::{Sentence, fill};

pub use read::read;

/// The interface in one language.
#[derive(Debug)]
pub struct Strings {
    labels: BTreeMap<String, String>,
    words: BTreeMap<String, String>,
    sentences: BTreeMap<String, Sentence>,
    /// The words that Markdown's HTML needs.
    pub markdown: Words,
    /// The language that most words are in, when it is not the site's.
    pub instead: Option<LanguageTag>,
    /// The words that no file gives in the language.
    missing: BTreeSet<String>,
    /// The plural rules of the language, where most words are in another.
    own: Option<Locale>,
    /// Whether what fills a slot is kept apart from the text around it, for text from right to left.
    isolates: bool,
}

impl Strings {
    /// The labels, for templates.
    pub fn labels(&self) -> &BTreeMap<String, String> {
        &self.labels
    }

    /// A word of the program, or nothing.
    pub fn word(&self, key: &str) -> String {
        self.words.get(key).cloned().unwrap_or_default()
    }

    /// A sentence with its slots filled.
    pub fn say(&self, key: &str, slots: &[(&str, &str)]) -> String {
        match self.sentences.get(key) {
            Some(Sentence::One(text)) => self.fill(text, slots),
            Some(Sentence::Counted(forms)) => forms.get("other").map(|text| self.fill(text, slots)).unwrap_or_default(),
            None => String::new(),
        }
    }

    /// A sentence that counts: `number` decides its form and fills the slot `{n}`.
    pub fn count(&self, key: &str, number: &str, locale: &Locale, slots: &[(&str, &str)]) -> String {
        let value = decimal(number).unwrap_or_default();
        let shown = locale.number(&value);
        let all: Vec<(&str, &str)> = std::iter::once(("n", shown.as_str())).chain(slots.iter().copied()).collect();
        match self.sentences.get(key) {
            Some(Sentence::Counted(forms)) => {
                let rules = self.counted_by(key, locale);
                let form = forms.get(rules.plural(&value).name()).or_else(|| forms.get("other"));
                form.map(|text| self.fill(text, &all)).unwrap_or_default()
            }
            Some(Sentence::One(text)) => self.fill(text, &all),
            None => String::new(),
        }
    }

    /// The language whose plural forms count a sentence, among words for `locale`.
    pub fn counted_by<'a>(&'a self, key: &str, locale: &'a Locale) -> &'a Locale {
        self.own.as_ref().filter(|_| !self.missing.contains(key)).unwrap_or(locale)
    }

    /// The forms of a sentence that counts, each with its slot `{n}`.
    pub fn forms(&self, key: &str) -> BTreeMap<String, String> {
        match self.sentences.get(key) {
            Some(Sentence::Counted(forms)) => {
                forms.iter().map(|(name, text)| (name.to_string(), text.clone())).collect()
            }
            Some(Sentence::One(text)) => BTreeMap::from([("other".to_owned(), text.clone())]),
            None => BTreeMap::new(),
        }
    }

    /// Parts of a sentence side by side, by a word such as `comma`.
    pub fn join<'p>(&self, separator: &str, parts: impl IntoIterator<Item = &'p str>) -> String {
        let separator = self.labels.get(separator).or_else(|| self.words.get(separator)).map_or(", ", String::as_str);
        let parts: Vec<String> = parts.into_iter().map(|part| self.apart(part)).collect();
        parts.join(separator)
    }

    fn fill(&self, text: &str, slots: &[(&str, &str)]) -> String {
        fill(text, |slot| {
            let value = slots.iter().find(|(name, _)| *name == slot).map_or("", |(_, value)| value);
            self.apart(value)
        })
    }

    /// With marks that keep its direction from mixing with the text around it.
    fn apart(&self, part: &str) -> String {
        match (self.isolates, part.chars().any(is_right_to_left)) {
            (true, true) => format!("\u{2067}{part}\u{2069}"),
            (true, false) if !part.is_empty() => format!("\u{2066}{part}\u{2069}"),
            (false, true) => format!("\u{2068}{part}\u{2069}"),
            _ => part.to_owned(),
        }
    }
}

/// Letters of Hebrew, Arabic and the scripts between, and marks that turn the direction.
fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}
