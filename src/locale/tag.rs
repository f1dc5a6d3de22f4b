//! Language tags (BCP 47).

use super::registry::{Kind, is_registered};
use icu_locale::{LanguageIdentifier, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander};
use std::fmt;

/// A registered language tag in canonical form, such as `pl`, `en-GB` or `zh-Hant-TW`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LanguageTag {
    id: LanguageIdentifier,
    text: String,
}

/// Why a text is no [`LanguageTag`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LanguageProblem {
    /// It names no registered language, script or region.
    Unknown,
    /// It names one in another form than the canonical one, which is given.
    NotCanonical(String),
}

/// The way that a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// The value of the HTML attribute `dir`.
    pub fn html(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl LanguageTag {
    /// Reads a tag; one that is not canonical is refused with the form to write instead.
    pub fn parse(text: &str) -> Result<Self, LanguageProblem> {
        let id = canonical(text).filter(is_known).ok_or(LanguageProblem::Unknown)?;
        let canonical = id.to_string();
        if canonical == text { Ok(Self { id, text: canonical }) } else { Err(LanguageProblem::NotCanonical(canonical)) }
    }

    /// English.
    pub fn english() -> Self {
        Self { id: icu_locale::langid!("en"), text: "en".to_owned() }
    }

    /// The language that most people of a country speak, by CLDR; none where that is English, and where it is not known.
    pub fn of_country(country: &str) -> Option<Self> {
        let mut id = LanguageIdentifier { region: Some(country.parse().ok()?), ..LanguageIdentifier::UNKNOWN };
        LocaleExpander::new_extended().maximize(&mut id);
        // What the table of likely subtags does not name is English, its default.
        if id.language.is_unknown() { Some(Self::english()) } else { Self::parse(id.language.as_str()).ok() }
    }

    /// The country in which most people who speak the language live, or that of the tag.
    pub fn country(&self) -> Option<String> {
        let mut id = self.id.clone();
        LocaleExpander::new_extended().maximize(&mut id);
        id.region.map(|region| region.to_string())
    }

    /// The same language in a country, unless the tag has a region already.
    pub fn in_country(&self, country: &str) -> Self {
        let region = self.id.region.or_else(|| country.parse().ok());
        let id = LanguageIdentifier { region, ..self.id.clone() };
        Self { text: id.to_string(), id }
    }

    /// The tag, as it stands in `lang` attributes and paths.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Which way the language is written.
    pub fn direction(&self) -> Direction {
        if LocaleDirectionality::new_extended().is_right_to_left(&self.id) { Direction::Rtl } else { Direction::Ltr }
    }

    /// Whether it is written from left to right in letters that may stand closer or farther: not where they join or fill
    /// squares.
    pub fn has_loose_letters(&self) -> bool {
        matches!(self.direction(), Direction::Ltr) && !["ja", "ko", "zh"].contains(&self.language())
    }

    /// The language alone: `zh` of `zh-Hant-TW`.
    pub fn language(&self) -> &str {
        self.id.language.as_str()
    }

    pub(super) fn script(&self) -> Option<&str> {
        self.id.script.as_ref().map(|script| script.as_str())
    }

    pub(super) fn region(&self) -> Option<&str> {
        self.id.region.as_ref().map(|region| region.as_str())
    }

    /// The calendar in which the language counts, by its name in BCP 47.
    pub fn calendar(&self) -> &'static str {
        match (self.language(), self.region()) {
            ("th", None | Some("TH")) => "buddhist",
            ("fa" | "lrc" | "mzn" | "ps", None | Some("AF" | "IR")) => "persian",
            _ => "gregory",
        }
    }

    /// Whether browsers might take another calendar for the language by themselves.
    pub fn has_doubtful_calendar(&self) -> bool {
        matches!(self.language(), "fa" | "lrc" | "mzn" | "ps" | "th")
            || matches!(self.region(), Some("AF" | "IR" | "SA" | "TH"))
    }

    pub(super) fn to_icu(&self) -> icu_locale::Locale {
        self.id.clone().into()
    }

    /// The tag by which CLDR knows plural forms: the language, and for Portuguese the region.
    pub(super) fn to_icu_for_plurals(&self) -> icu_locale::Locale {
        let region = self.id.region.filter(|_| self.language() == "pt");
        LanguageIdentifier { script: None, region, ..self.id.clone() }.into()
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Reads what was meant: any letter case, `_` for `-`, a POSIX name, a retired code.
fn canonical(text: &str) -> Option<LanguageIdentifier> {
    let name = text.trim().split(['.', '@']).next()?.replace('_', "-");
    let mut locale: icu_locale::Locale = name.parse().ok()?;
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    Some(locale.id)
}

fn is_known(id: &LanguageIdentifier) -> bool {
    is_registered(Kind::Language, id.language.as_str())
        && id.script.is_none_or(|script| is_registered(Kind::Script, script.as_str()))
        && id.region.is_none_or(|region| is_registered(Kind::Region, region.as_str()))
        && id.variants.iter().all(|variant| is_registered(Kind::Variant, variant.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{Direction, LanguageProblem, LanguageTag};

    #[test]
    fn accepts_registered_tags_in_canonical_form() {
        for tag in ["pl", "uk", "ar", "he", "csb", "zh-Hans", "zh-Hant-TW", "en-GB", "es-419", "de-1996", "sr-Latn"] {
            assert_eq!(LanguageTag::parse(tag).map(|t| t.to_string()), Ok(tag.to_owned()));
        }
    }

    #[test]
    fn suggests_the_canonical_form() {
        for (text, canonical) in [
            ("PL", "pl"),
            (" pl ", "pl"),
            ("pol", "pl"),
            ("pl_PL", "pl-PL"),
            ("pl_PL.UTF-8", "pl-PL"),
            ("en-gb", "en-GB"),
            ("en-UK", "en-GB"),
            ("zh-hans", "zh-Hans"),
            ("iw", "he"),
            ("de-DD", "de-DE"),
            ("de-DE-u-nu-latn", "de-DE"),
            ("de-x-easy", "de"),
        ] {
            assert_eq!(LanguageTag::parse(text), Err(LanguageProblem::NotCanonical(canonical.to_owned())), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_not_registered() {
        for text in ["", "x", "xx", "english", "und", "mul", "pl-Xxxx", "pl-ZZ", "pl-QX", "pl-variant", "pl--PL", "ż"]
        {
            assert_eq!(LanguageTag::parse(text), Err(LanguageProblem::Unknown), "{text}");
        }
    }

    #[test]
    fn knows_who_speaks_it_where() {
        for (country, language) in [("PL", "pl"), ("AT", "de"), ("BR", "pt"), ("CN", "zh"), ("SA", "ar")] {
            assert_eq!(LanguageTag::of_country(country).map(|tag| tag.to_string()).as_deref(), Some(language));
        }
        for (tag, country) in [("pl", "PL"), ("de", "DE"), ("de-CH", "CH"), ("en", "US"), ("zh-Hant", "TW")] {
            assert_eq!(LanguageTag::parse(tag).ok().and_then(|tag| tag.country()).as_deref(), Some(country));
        }
    }

    #[test]
    fn knows_the_direction() {
        for (tag, direction) in [
            ("pl", Direction::Ltr),
            ("csb", Direction::Ltr),
            ("ar", Direction::Rtl),
            ("he", Direction::Rtl),
            ("fa", Direction::Rtl),
            ("ur", Direction::Rtl),
            ("az", Direction::Ltr),
            ("az-Arab", Direction::Rtl),
            ("ja", Direction::Ltr),
        ] {
            assert_eq!(LanguageTag::parse(tag).map(|t| t.direction()), Ok(direction), "{tag}");
        }
    }
}
