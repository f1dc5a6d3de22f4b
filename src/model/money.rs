//! Amounts, tax and prices. Amounts are whole minor units; nothing here rounds but [`Amount::times`].

use jiff::civil::Date;

use super::address::Country;
use crate::locale::Currency;

/// A sum of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Whole minor units: 3900 is 39.00 PLN.
    pub minor: i64,
    /// The currency of ISO 4217.
    pub currency: Currency,
}

/// Why a text is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountProblem {
    /// Not digits with at most one point.
    NotDecimal,
    /// More digits after the point than the currency has.
    TooFine(u8),
    /// More than a thousand million.
    TooLarge,
}

impl Amount {
    /// Parses a decimal string such as `39.00`.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, AmountProblem> {
        let digits = currency.minor_digits();
        let ratio = Ratio::parse(text).ok_or(AmountProblem::NotDecimal)?;
        let fine = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        if fine > usize::from(digits) {
            return Err(AmountProblem::TooFine(digits));
        }
        let minor = i128::from(ratio.numerator) * 10i128.pow(u32::from(digits)) / i128::from(ratio.denominator);
        i64::try_from(minor)
            .ok()
            .filter(|m| *m <= 100_000_000_000_000)
            .map(|minor| Self { minor, currency })
            .ok_or(AmountProblem::TooLarge)
    }

    /// The amount times a ratio, rounded half up to a minor unit.
    #[must_use]
    pub fn times(self, ratio: Ratio) -> Self {
        let product = i128::from(self.minor) * i128::from(ratio.numerator);
        let denominator = i128::from(ratio.denominator);
        let minor = (product * 2 + denominator).div_euclid(denominator * 2);
        Self { minor: i64::try_from(minor).unwrap_or(i64::MAX), ..self }
    }

    /// Whether it is nothing.
    pub fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// As a decimal string with the digits of the currency.
    pub fn decimal(self) -> String {
        let digits = usize::from(self.currency.minor_digits());
        if digits == 0 {
            return self.minor.to_string();
        }
        let text = format!("{:0width$}", self.minor, width = digits + 1);
        let (whole, fraction) = text.split_at(text.len() - digits);
        format!("{whole}.{fraction}")
    }
}

/// A positive decimal number, exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// Above the line.
    pub numerator: i64,
    /// Below the line; positive.
    pub denominator: i64,
}

impl Ratio {
    /// Parses digits with at most one point and at most six digits after it.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty()
            || whole.len() > 12
            || fraction.len() > 6
            || !plain(whole)
            || !plain(fraction)
            || text.ends_with('.')
        {
            return None;
        }
        let numerator = format!("{whole}{fraction}").parse().ok()?;
        let denominator = 10i64.pow(u32::try_from(fraction.len()).ok()?);
        Some(Self { numerator, denominator })
    }

    /// As a decimal string without needless zeros.
    pub fn decimal(self) -> String {
        let whole = self.numerator / self.denominator;
        let digits = self.denominator.ilog10() as usize;
        let fraction = format!("{:0digits$}", self.numerator % self.denominator);
        match fraction.trim_end_matches('0') {
            "" => whole.to_string(),
            rest => format!("{whole}.{rest}"),
        }
    }
}

/// A tax on prices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tax {
    /// Its name: `VAT`.
    pub name: super::Text,
    /// Per cent.
    pub rate: Ratio,
    /// Whether amounts include it.
    pub included: bool,
}

/// An amount with its tax, its buyers and its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// The sum for one unit.
    pub amount: Amount,
    /// The tax on it.
    pub tax: Tax,
    /// What one unit is; none for a rate, which has its own.
    pub per: Option<PlanUnit>,
    /// How often it is due; none for a rate.
    pub period: Option<Period>,
    /// The countries it is for; empty for all.
    pub countries: Vec<Country>,
    /// The fewest units that can be bought.
    pub minimum_quantity: Option<u32>,
    /// When it holds.
    pub valid: Validity,
}

/// Days on which a price holds, both included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

impl Validity {
    /// These days, an open end taken from `outer` where that leaves a day.
    #[must_use]
    pub fn within(self, outer: Self) -> Self {
        let from = self.from.or(outer.from.filter(|from| self.until.is_none_or(|until| *from <= until)));
        let until = self.until.or(outer.until.filter(|until| from.is_none_or(|from| from <= *until)));
        Self { from, until }
    }

    /// Whether `day` is one of the days.
    pub fn holds_on(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// What one unit of a plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanUnit {
    /// A person.
    User,
    /// A device.
    Device,
    /// A mailbox.
    Mailbox,
    /// A Microsoft tenant.
    Tenant,
    /// A place of work.
    Site,
    /// The whole company.
    Company,
}

impl PlanUnit {
    /// All units with their names.
    pub const ALL: [(&'static str, Self); 6] = [
        ("user", Self::User),
        ("device", Self::Device),
        ("mailbox", Self::Mailbox),
        ("tenant", Self::Tenant),
        ("site", Self::Site),
        ("company", Self::Company),
    ];
}

/// How often a price is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Each month.
    Month,
    /// Each quarter.
    Quarter,
    /// Each year.
    Year,
    /// Once.
    Once,
}

impl Period {
    /// All periods with their names.
    pub const ALL: [(&'static str, Self); 4] =
        [("month", Self::Month), ("quarter", Self::Quarter), ("year", Self::Year), ("once", Self::Once)];
}
