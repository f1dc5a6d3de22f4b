//! Currencies and amounts of money.

use iso_currency::IntoEnumIterator;

use super::display::Amounts;
use super::numbers::SAMPLE_LENGTHS;
use super::{Decimal, LanguageTag, Locale, decimal};

/// A currency of ISO 4217, such as `PLN`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    /// The currency of this alphabetic code, in capitals; gold and the code for tests are none.
    pub fn parse(code: &str) -> Option<Self> {
        iso_currency::Currency::from_code(code).filter(|currency| !currency.is_special()).map(Self)
    }

    /// The currency in which a country, two letters of ISO 3166, pays; none where there are several.
    pub fn of_country(country: &str) -> Option<Self> {
        let pays = |currency: &iso_currency::Currency| {
            !currency.is_special()
                && !currency.is_fund()
                && currency.used_by().iter().any(|user| user.to_string() == country)
        };
        let mut found = iso_currency::Currency::iter().filter(pays);
        let only = found.next()?;
        found.next().is_none().then_some(Self(only))
    }

    /// The alphabetic code.
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// How many digits ISO 4217 gives the minor unit: 2 for `PLN`, 0 for `JPY`.
    pub fn minor_digits(self) -> u8 {
        self.0.exponent().and_then(|digits| u8::try_from(digits).ok()).unwrap_or(0)
    }
}

impl Locale {
    /// `12 345,50 zł`, `39,00 zł`: at least the digits that CLDR gives the currency, and no given digit lost.
    pub fn money(&self, amount: &Decimal, currency: Currency) -> String {
        self.spell(amount, currency, false)
    }

    /// As [`Locale::money`], but whole amounts without a fraction: `39 zł`.
    pub fn money_trimmed(&self, amount: &Decimal, currency: Currency) -> String {
        self.spell(amount, currency, true)
    }

    /// How amounts of a currency are written, for who has only digits: samples of four and of eighteen ones, first whole
    /// amounts, then those with a fraction. Two lengths, because languages such as Polish group no four digits.
    pub fn money_samples(&self, currency: Currency) -> [[String; 2]; 2] {
        let fraction = "1".repeat(usize::from(currency.minor_digits()));
        [String::new(), format!(".{fraction}")].map(|end| {
            let end = end.trim_end_matches('.');
            let sample =
                |whole: String| decimal(&format!("{whole}{end}")).map(|one| self.money_trimmed(&one, currency));
            SAMPLE_LENGTHS.map(|length| sample("1".repeat(length)).unwrap_or_default())
        })
    }

    fn spell(&self, amount: &Decimal, currency: Currency, trim: bool) -> String {
        self.spell_with_symbol(amount, currency, trim).unwrap_or_else(|| format!("{} {amount}", currency.code()))
    }

    /// Lets CLDR write the amount with the currency's own digits, then adds or takes away digits at the end.
    fn spell_with_symbol(&self, amount: &Decimal, currency: Currency, trim: bool) -> Option<String> {
        let mut amount = amount.clone();
        amount.absolute.trim_start();
        let amounts = Amounts::load(&self.tag.to_icu(), currency)?;
        let minor = digits(&amounts.format(&Decimal::from(0))).count().checked_sub(1)?;

        let last = amount.absolute.nonzero_magnitude_end();
        let whole = usize::try_from(amount.absolute.nonzero_magnitude_start()).unwrap_or(0) + 1;
        let cut = i16::try_from(minor).ok()?;
        let mut text = amounts.format(&amount.clone().trunced(-cut));
        if last < -cut {
            let full = self.number(&amount);
            let rest = &full[end_of_digit(&full, whole + minor)?..];
            text.insert_str(end_of_digit(&text, whole + minor)?, rest);
        } else if trim && last >= 0 {
            text.replace_range(end_of_digit(&text, whole)?..end_of_digit(&text, whole + minor)?, "");
        }
        Some(with_money_marks(&self.tag, text))
    }
}

/// Puts the separators that CLDR has for money where they differ from those for numbers; ICU4X leaves them out.
fn with_money_marks(tag: &LanguageTag, text: String) -> String {
    let (usual, for_money) = match (tag.language(), tag.region()) {
        ("de", Some("AT")) => ('\u{a0}', "."),
        ("fr", Some("CH")) => (',', "."),
        _ => return text,
    };
    let is_digit = |c: char| c.is_ascii_digit();
    let (Some(start), Some(end)) = (text.find(is_digit), text.rfind(is_digit)) else { return text };
    format!("{}{}{}", &text[..start], text[start..end].replace(usual, for_money), &text[end..])
}

/// The digits of any script, each with the place after it.
fn digits(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().filter(|(_, c)| c.is_numeric()).map(|(at, c)| at + c.len_utf8())
}

/// The place after the `count`-th digit.
fn end_of_digit(text: &str, count: usize) -> Option<usize> {
    digits(text).nth(count.checked_sub(1)?)
}
