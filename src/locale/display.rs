//! The only file that uses parts of ICU4X that may change without notice: names of languages and regions,
//! percentages, and amounts with a currency.

use super::{Currency, Decimal};
use icu_decimal::DecimalFormatter;
use icu_experimental::dimension::currency::CurrencyType;
use icu_experimental::dimension::currency::formatter::CurrencyFormatter;
use icu_experimental::dimension::percent::formatter::PercentFormatter;
use icu_locale::names::{LanguageIdentifierDisplayName, RegionDisplayName};
use icu_locale::subtags::Region;
use icu_locale::{LanguageIdentifier, Locale as IcuLocale};
use std::error::Error;

/// The name of the language `other` in the language `locale`; its tag where CLDR has none.
pub(super) fn language_name(locale: &IcuLocale, other: LanguageIdentifier) -> Option<String> {
    let name = LanguageIdentifierDisplayName::try_new_heavy(locale.into(), other, Default::default()).ok()?;
    Some(name.as_borrowed().to_string())
}

/// The name of a country or region in the language `locale`.
pub(super) fn region_name(locale: &IcuLocale, region: Region) -> Option<String> {
    Some(RegionDisplayName::try_new_light(locale.into(), region).ok()?.to_string())
}

/// Formats percentages in one language.
#[derive(Debug)]
pub(super) struct Percent(PercentFormatter<DecimalFormatter>);

impl Percent {
    pub(super) fn load(locale: &IcuLocale) -> Result<Self, Box<dyn Error>> {
        Ok(Self(PercentFormatter::try_new(locale.into(), Default::default())?))
    }

    pub(super) fn format(&self, number: &Decimal) -> String {
        let text = self.0.format(number).to_string();
        // ICU4X has one sign for each language; the digits of Arabic and Persian need their own.
        let has_arabic_digits = text.contains(|c| matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}'));
        if has_arabic_digits { text.replace('\u{200e}', "").replace('%', "٪") } else { text }
    }
}

/// Formats amounts of one currency in one language, rounded to the digits that CLDR gives the currency.
///
/// Built for each amount: that takes a microsecond, less than a shared cache would cost.
pub(super) struct Amounts(CurrencyFormatter<DecimalFormatter>);

impl Amounts {
    pub(super) fn load(locale: &IcuLocale, currency: Currency) -> Option<Self> {
        let code: CurrencyType = currency.code().parse().ok()?;
        CurrencyFormatter::try_new_symbol(locale.into(), code, Default::default()).ok().map(Self)
    }

    pub(super) fn format(&self, amount: &Decimal) -> String {
        self.0.format_fixed_decimal(amount).to_string()
    }
}
