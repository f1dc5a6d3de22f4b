//! Texts in several languages.

use crate::locale::LanguageTag;

/// A language of the site by its place in [`Languages`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageId(u8);

impl LanguageId {
    /// The default language.
    pub const DEFAULT: Self = Self(0);

    /// The place in the list of languages.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The languages of a site: at least one, each once; the first is the default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Languages {
    tags: Vec<LanguageTag>,
    is_partial: bool,
}

impl Languages {
    /// The most languages that one site can have.
    pub const MOST: usize = 100;

    /// These languages, unless there is none, one twice, or too many.
    pub fn new(tags: Vec<LanguageTag>) -> Option<Self> {
        let distinct = tags.iter().enumerate().all(|(i, tag)| !tags.iter().take(i).any(|earlier| earlier == tag));
        (!tags.is_empty() && tags.len() <= Self::MOST && distinct).then_some(Self { tags, is_partial: false })
    }

    /// The one language of a site whose languages could not be read.
    pub fn fallback() -> Self {
        Self { tags: vec![LanguageTag::english()], is_partial: false }
    }

    /// The same, where other tags could not be read: texts may be in a language that was meant.
    pub fn partial(self) -> Self {
        Self { is_partial: true, ..self }
    }

    /// Whether not all tags could be read.
    pub fn is_partial(&self) -> bool {
        self.is_partial
    }

    /// All, in order.
    pub fn iter(&self) -> impl Iterator<Item = (LanguageId, &LanguageTag)> {
        (0u8..).map(LanguageId).zip(&self.tags)
    }

    /// The ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = LanguageId> + use<> {
        let count = u8::try_from(self.tags.len()).unwrap_or(u8::MAX);
        (0..count).map(LanguageId)
    }

    /// The tag of a language.
    pub fn tag(&self, id: LanguageId) -> &LanguageTag {
        &self.tags[id.index().min(self.tags.len() - 1)]
    }

    /// The language of this tag.
    pub fn find(&self, tag: &str) -> Option<LanguageId> {
        self.iter().find(|(_, known)| known.as_str() == tag).map(|(id, _)| id)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.tags.len()
    }
}

/// A text for people: in the default language, and in others where it is translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    default: String,
    // Indexed by language; the default language's place is unused.
    translations: Vec<Option<String>>,
    everywhere: bool,
}

/// A text as it can be said in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    /// The text.
    pub text: &'a str,
    /// The language it is in, when it is not the one that was asked for.
    pub instead: Option<LanguageId>,
    /// Whether it holds for every language, such as a name.
    pub everywhere: bool,
}

impl Text {
    /// A text that holds for every language, such as a name.
    pub fn everywhere(text: impl Into<String>) -> Self {
        Self { default: text.into(), translations: Vec::new(), everywhere: true }
    }

    /// A text with its translations.
    pub fn translated(default: String, others: impl IntoIterator<Item = (LanguageId, String)>) -> Self {
        let mut translations = Vec::new();
        for (language, text) in others {
            if translations.len() <= language.index() {
                translations.resize(language.index() + 1, None);
            }
            if let Some(slot) = translations.get_mut(language.index()) {
                *slot = Some(text);
            }
        }
        Self { default, translations, everywhere: false }
    }

    /// The text in `language`, or in the default language instead.
    pub fn in_language(&self, language: LanguageId) -> Said<'_> {
        let everywhere = self.everywhere;
        if everywhere || language == LanguageId::DEFAULT {
            return Said { text: &self.default, instead: None, everywhere };
        }
        match self.translations.get(language.index()) {
            Some(Some(text)) => Said { text, instead: None, everywhere },
            _ => Said { text: &self.default, instead: Some(LanguageId::DEFAULT), everywhere },
        }
    }

    /// The text in the default language.
    pub fn default_text(&self) -> &str {
        &self.default
    }
}
