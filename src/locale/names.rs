//! Names of languages, regions and the cities of time zones.

use super::{LanguageTag, Locale, display, is_country};
use icu_datetime::fieldsets::zone::ExemplarCity;
use icu_datetime::{DateTimeFormatterLoadError, NoCalendarFormatter};
use icu_locale::locale;
use icu_time::TimeZone;
use icu_time::zone::iana::IanaParser;

/// The cities of time zones in one language.
#[derive(Debug)]
pub(super) struct Cities(NoCalendarFormatter<ExemplarCity>);

impl Cities {
    pub(super) fn load(locale: &icu_locale::Locale) -> Result<Self, DateTimeFormatterLoadError> {
        NoCalendarFormatter::try_new(locale.into(), ExemplarCity).map(Self)
    }

    /// The city of a zone; the words for an unknown one if it has none.
    fn name(&self, zone: TimeZone) -> String {
        self.0.format(&zone.without_offset()).to_string()
    }
}

impl Locale {
    /// The language's name for itself, to stand alone: `Polski`, `Deutsch`, `العربية`.
    pub fn own_name(&self) -> String {
        capitalised(&self.language_name(&self.tag))
    }

    /// The name of another language inside a sentence: `polski` in Polish, `Polnisch` in German.
    ///
    /// The English name where CLDR has no other, and the tag where it has not even that.
    pub fn language_name(&self, other: &LanguageTag) -> String {
        self.name(|locale| display::language_name(locale, other.to_icu().id).filter(|name| name != other.as_str()))
            .unwrap_or_else(|| other.to_string())
    }

    /// The name of a country or region by its ISO 3166 code: `Polska` for `PL`.
    pub fn region_name(&self, iso: &str) -> Option<String> {
        let region = iso.parse().ok()?;
        self.name(|locale| display::region_name(locale, region))
    }

    /// The city that a time zone is named after, in this language: `Warszawa` for `Europe/Warsaw`.
    ///
    /// Where CLDR has no city it is the last part of the zone's name.
    pub fn time_zone_city(&self, zone: &str) -> String {
        let named = self.cities.as_ref().and_then(|cities| {
            let city = cities.name(IanaParser::new().parse(zone));
            (city != cities.name(TimeZone::UNKNOWN)).then_some(city)
        });
        named.unwrap_or_else(|| zone.rsplit('/').next().unwrap_or(zone).replace('_', " "))
    }

    /// Looks a name up in this language, then in English.
    fn name(&self, look_up: impl Fn(&icu_locale::Locale) -> Option<String>) -> Option<String> {
        look_up(&self.tag.to_icu()).or_else(|| look_up(&locale!("en")))
    }
}

/// The code of the country that has this name: in its own language, or in one that the program speaks.
pub fn country_named(name: &str) -> Option<String> {
    let name = name.trim().to_lowercase();
    let named = |code: &str| {
        let region = code.parse().ok()?;
        let own = LanguageTag::of_country(code).map(|tag| tag.to_icu());
        let locales = [locale!("en"), locale!("de"), locale!("pl")].into_iter().chain(own);
        let mut names = locales.filter_map(|locale| display::region_name(&locale, region));
        names.any(|known| known.to_lowercase() == name).then(|| code.to_owned())
    };
    let letters = || 'A'..='Z';
    let mut codes = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
    codes.find_map(|code| is_country(&code).then(|| named(&code)).flatten())
}

/// Upper-cases the first letter.
fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    match rest.next() {
        // Georgian capitals are for whole words only, and Rust has no title case.
        Some(first) if !('\u{10d0}'..='\u{10ff}').contains(&first) => first.to_uppercase().chain(rest).collect(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::country_named;

    #[test]
    fn a_country_is_known_by_its_own_name_and_by_those_that_the_program_speaks() {
        for (name, code) in [
            ("Polska", Some("PL")),
            ("poland", Some("PL")),
            ("Deutschland", Some("DE")),
            ("Niemcy", Some("DE")),
            ("Česko", Some("CZ")),
            (" España ", Some("ES")),
            ("Atlantis", None),
            ("", None),
        ] {
            assert_eq!(country_named(name).as_deref(), code, "{name}");
        }
    }
}
