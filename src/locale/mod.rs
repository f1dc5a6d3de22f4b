//! Languages of a site: dates, times, numbers, money, lists, plurals and names as CLDR has them, telephone numbers as
//! libphonenumber has them.
//!
//! A [`Locale`] is built once for each language and shared by threads; building one takes tens of microseconds.
//! Text comes with the no-break spaces and direction marks of CLDR, to be escaped by the caller.

mod browsers;
mod clock;
mod dates;
mod display;
mod money;
mod names;
mod numbers;
mod placeholder;
mod registry;
mod tag;
mod telephone;
#[cfg(test)]
mod tests;

pub use fixed_decimal::Decimal;
pub use money::Currency;
pub use names::country_named;
pub use numbers::{PluralCategory, decimal};
pub use registry::is_country;
pub use tag::{Direction, LanguageProblem, LanguageTag};
pub use telephone::{Telephone, TelephoneProblem};

use clock::Clock;
use dates::Calendar;
use names::Cities;
use numbers::Numbers;

/// Everything that a language says in its own way.
///
/// A part that CLDR does not have is `None`, and the ISO form of a value takes its place.
#[derive(Debug)]
pub struct Locale {
    tag: LanguageTag,
    calendar: Option<Calendar>,
    clock: Option<Clock>,
    cities: Option<Cities>,
    numbers: Option<Numbers>,
}

impl Locale {
    /// The conventions of this language and, if the tag has one, region.
    pub fn new(tag: &LanguageTag) -> Self {
        Self::with_calendar_of(tag, tag.calendar())
    }

    fn with_calendar_of(tag: &LanguageTag, calendar: &str) -> Self {
        let locale = tag.to_icu();
        let dated = format!("{locale}-u-ca-{calendar}").parse().unwrap_or_else(|_| locale.clone());
        Self {
            tag: tag.clone(),
            calendar: Calendar::load(&dated).ok(),
            clock: Clock::load(&locale).ok(),
            cities: Cities::load(&locale).ok(),
            numbers: Numbers::load(tag).ok(),
        }
    }

    /// The conventions of this language as they are in a country: English for Europe says 22 November and 17:00.
    /// A tag that names a region of its own keeps it. The calendar is that of the language: German in Iran counts as in
    /// Germany.
    pub fn for_country(tag: &LanguageTag, country: &str) -> Self {
        let local = Self::with_calendar_of(&tag.in_country(country), tag.calendar());
        // Numbers and amounts stay those of the language: their marks must agree with each other.
        Self { calendar: local.calendar, clock: local.clock, ..Self::new(tag) }
    }

    /// The tag of the language.
    pub fn tag(&self) -> &LanguageTag {
        &self.tag
    }

    /// Whether CLDR covers the language; if not, dates are in ISO form and names in English.
    pub fn is_covered(&self) -> bool {
        self.calendar.is_some()
    }

    /// Which way the language is written.
    pub fn direction(&self) -> Direction {
        self.tag.direction()
    }
}
