//! Numbers, percentages, plural forms and lists.

use super::display::Percent;
use super::{Decimal, LanguageTag, Locale};
use icu_decimal::DecimalFormatter;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_plurals::PluralRules;
use std::error::Error;

/// A plural form, as CLDR names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PluralCategory {
    /// Arabic 0.
    Zero,
    /// 1 in most languages.
    One,
    /// Arabic and Hebrew 2.
    Two,
    /// Polish 2, 3, 4, 22.
    Few,
    /// Polish 0, 5, 12, 21.
    Many,
    /// The rest; every language has it.
    Other,
}

impl PluralCategory {
    /// Every form, in the order of CLDR.
    pub const ALL: [Self; 6] = [Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other];

    /// The name in CLDR and in files of texts: `few`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    /// The form of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.name() == name)
    }
}

impl From<icu_plurals::PluralCategory> for PluralCategory {
    fn from(category: icu_plurals::PluralCategory) -> Self {
        match category {
            icu_plurals::PluralCategory::Zero => Self::Zero,
            icu_plurals::PluralCategory::One => Self::One,
            icu_plurals::PluralCategory::Two => Self::Two,
            icu_plurals::PluralCategory::Few => Self::Few,
            icu_plurals::PluralCategory::Many => Self::Many,
            icu_plurals::PluralCategory::Other => Self::Other,
        }
    }
}

#[derive(Debug)]
pub(super) struct Numbers {
    decimal: DecimalFormatter,
    percent: Percent,
    plural: PluralRules,
    and: ListFormatter,
    or: ListFormatter,
}

impl Numbers {
    pub(super) fn load(tag: &LanguageTag) -> Result<Self, Box<dyn Error>> {
        let locale = &tag.to_icu();
        Ok(Self {
            decimal: DecimalFormatter::try_new(locale.into(), Default::default())?,
            percent: Percent::load(locale)?,
            // With the whole tag ICU4X finds no forms for sr-Latn or sr-ME.
            plural: PluralRules::try_new_cardinal(tag.to_icu_for_plurals().into())?,
            and: ListFormatter::try_new_and(locale.into(), ListFormatterOptions::default())?,
            or: ListFormatter::try_new_or(locale.into(), ListFormatterOptions::default())?,
        })
    }
}

/// Digits of the samples from which scripts learn how numbers are written: below and above what every language groups.
pub(super) const SAMPLE_LENGTHS: [usize; 2] = [4, 18];

/// Reads a decimal number such as `12345.50` or `-3`: up to 18 digits before the point and 9 after it, nothing else.
pub fn decimal(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |part: &str, most| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if is_number(whole, 18) && is_number(fraction, 9) { text.parse().ok() } else { None }
}

impl Locale {
    /// `12 345,5`, with the digits that the number was given with.
    pub fn number(&self, number: &Decimal) -> String {
        let text = |numbers: &Numbers| numbers.decimal.format(number).to_string();
        self.numbers.as_ref().map_or_else(|| number.to_string(), text)
    }

    /// How whole numbers are written: samples of four and of eighteen ones.
    pub fn number_samples(&self) -> [String; 2] {
        SAMPLE_LENGTHS.map(|length| decimal(&"1".repeat(length)).map(|ones| self.number(&ones)).unwrap_or_default())
    }

    /// `23%`, `19 %`; 23 stands for 23 of 100.
    pub fn percent(&self, number: &Decimal) -> String {
        let text = |numbers: &Numbers| numbers.percent.format(number);
        self.numbers.as_ref().map_or_else(|| format!("{number}%"), text)
    }

    /// The plural form of a noun counted by `number`; `1` and `1.0` may differ.
    pub fn plural(&self, number: &Decimal) -> PluralCategory {
        self.numbers.as_ref().map_or(PluralCategory::Other, |numbers| numbers.plural.category_for(number).into())
    }

    /// The plural forms that the language has, in the order of CLDR.
    pub fn plural_categories(&self) -> Vec<PluralCategory> {
        self.numbers.as_ref().map_or_else(
            || vec![PluralCategory::Other],
            |numbers| numbers.plural.categories().map(PluralCategory::from).collect(),
        )
    }

    /// `a, b i c`.
    pub fn and(&self, items: &[impl AsRef<str>]) -> String {
        self.join(items, |numbers| &numbers.and)
    }

    /// `a, b lub c`.
    pub fn or(&self, items: &[impl AsRef<str>]) -> String {
        self.join(items, |numbers| &numbers.or)
    }

    fn join(&self, items: &[impl AsRef<str>], formatter: impl Fn(&Numbers) -> &ListFormatter) -> String {
        match &self.numbers {
            Some(numbers) => formatter(numbers).format(items.iter().map(AsRef::as_ref)).to_string(),
            None => items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", "),
        }
    }
}
