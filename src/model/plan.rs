//! Plans and rates: what support costs.

use super::Ref;
use super::hours::Hours;
use super::money::{Amount, Price, Ratio, Validity};
use super::severity::Severity;
use super::text::Text;

/// What holds for all prices.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pricing {
    /// Who buys.
    pub audience: Audience,
    /// When the prices hold.
    pub valid: Validity,
}

/// Who buys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// Businesses: net prices are allowed.
    #[default]
    Business,
    /// Consumers: prices include tax.
    Consumer,
}

/// A support plan.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// A sentence.
    pub summary: Option<Text>,
    /// What it costs.
    pub price: PlanPrice,
    /// When the plan's people answer.
    pub hours: Option<Ref<Hours>>,
    /// On-call beyond these hours.
    pub on_call: Option<OnCall>,
    /// What is included.
    pub includes: Vec<Text>,
    /// What is not.
    pub excludes: Vec<Text>,
}

/// What a plan costs.
#[derive(Clone, Debug)]
pub enum PlanPrice {
    /// Nothing.
    Free,
    /// The partner makes an offer.
    OnRequest,
    /// At least one price.
    Prices(Vec<Price>),
}

/// On-call for grave problems.
#[derive(Clone, Debug)]
pub struct OnCall {
    /// When.
    pub hours: Ref<Hours>,
    /// For which severities; empty for all.
    pub severities: Vec<Ref<Severity>>,
}

/// A charge beside the plans.
#[derive(Clone, Debug)]
pub struct Rate {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// At least one price.
    pub prices: Vec<Price>,
    /// What is charged.
    pub per: RateUnit,
    /// Time is counted in steps of so many minutes.
    pub increment: Option<u32>,
    /// The fewest minutes that are counted.
    pub minimum: Option<u32>,
    /// What it costs outside hours.
    pub out_of_hours: Option<OutOfHours>,
    /// Hours that a block holds.
    pub included_hours: Option<Ratio>,
    /// Months or days after which a block expires.
    pub expires_after: Option<super::duration::Duration>,
    /// Whether unused hours are kept.
    pub rollover: Option<bool>,
    /// When it is not charged.
    pub waived_if: Option<Text>,
    /// A note.
    pub note: Option<Text>,
    /// When it holds.
    pub valid: Validity,
}

/// What a rate is charged for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateUnit {
    /// An hour of work.
    Hour,
    /// A request.
    Incident,
    /// A block of hours.
    Block,
    /// A visit.
    Visit,
    /// A device.
    Device,
    /// A kilometre.
    Km,
}

impl RateUnit {
    /// All units with their names.
    pub const ALL: [(&'static str, Self); 6] = [
        ("hour", Self::Hour),
        ("incident", Self::Incident),
        ("block", Self::Block),
        ("visit", Self::Visit),
        ("device", Self::Device),
        ("km", Self::Km),
    ];
}

/// What a rate costs outside hours.
#[derive(Clone, Debug)]
pub struct OutOfHours {
    /// The hours outside of which it applies; none: those of the support type that offers the rate.
    pub hours: Option<Ref<Hours>>,
    /// How much more.
    pub charge: Extra,
}

/// An extra charge.
#[derive(Clone, Debug)]
pub enum Extra {
    /// So many times the rate.
    Multiplier(Ratio),
    /// So much on top, once.
    Surcharge(Vec<Amount>),
}

/// What so many minutes cost at a rate.
impl Rate {
    /// The minutes that are charged for `minutes` of work: the minimum first, then whole increments.
    pub fn counted_minutes(&self, minutes: u32) -> u32 {
        let least = minutes.max(self.minimum.unwrap_or(0));
        match self.increment {
            Some(step) if step > 0 => least.div_ceil(step).saturating_mul(step),
            _ => least,
        }
    }

    /// The charge for `minutes` of work at `price`, for rates by the hour; `outside` applies the extra.
    pub fn charge(&self, price: &Price, minutes: u32, outside: bool) -> Amount {
        let counted = self.counted_minutes(minutes);
        let ordinary = price.amount.times(Ratio { numerator: i64::from(counted), denominator: 60 });
        match (&self.out_of_hours, outside) {
            (Some(OutOfHours { charge: Extra::Multiplier(ratio), .. }), true) => {
                let ratio = Ratio {
                    numerator: ratio.numerator.saturating_mul(i64::from(counted)),
                    denominator: ratio.denominator.saturating_mul(60),
                };
                price.amount.times(ratio)
            }
            (Some(OutOfHours { charge: Extra::Surcharge(extra), .. }), true) => {
                let extra = extra.iter().find(|extra| extra.currency == ordinary.currency);
                let minor = extra.map_or(0, |extra| extra.minor);
                Amount { minor: ordinary.minor.saturating_add(minor), ..ordinary }
            }
            _ => ordinary,
        }
    }
}
