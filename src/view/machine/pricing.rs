//! What the partner helps with, what that costs, and what is promised.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Amount, Due, Text};

/// A type of support.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SupportType {
    /// Its id.
    pub id: String,
    /// `billing`, `subscription`, `technical`, …
    pub category: String,
    /// Its name.
    pub name: Text,
    /// A sentence or two.
    pub description: Option<Text>,
    /// `customers` or `resellers`.
    pub audience: String,
    /// Who answers: `own`, `outsourced` or `resold`.
    pub delivery: String,
    /// The other company that answers.
    pub provider: Option<Text>,
    /// When, by id.
    pub hours: String,
    /// How to ask, by id.
    pub contact_methods: Vec<String>,
    /// `included`, `on-request` or `charged`.
    pub price: String,
    /// The plans that include it, by id.
    pub plans: Vec<String>,
    /// The rates that it is charged at, by id.
    pub rates: Vec<String>,
    /// In scope.
    pub in_scope: Vec<Text>,
    /// Out of scope.
    pub out_of_scope: Vec<Text>,
}

/// What holds for all prices.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Pricing {
    /// `business` or `consumer`.
    pub audience: String,
    /// The first day on which prices hold.
    #[schemars(extend("format" = "date"))]
    pub valid_from: Option<String>,
    /// The last day on which prices hold.
    #[schemars(extend("format" = "date"))]
    pub valid_until: Option<String>,
}

/// A support plan.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Plan {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// A sentence.
    pub summary: Option<Text>,
    /// `free`, `on-request` or `charged`.
    pub price: String,
    /// What it costs, when it is charged.
    pub prices: Vec<Price>,
    /// When its people answer, by id.
    pub hours: Option<String>,
    /// On-call beyond these hours.
    pub on_call: Option<OnCall>,
    /// What is included.
    pub includes: Vec<Text>,
    /// What is not.
    pub excludes: Vec<Text>,
}

/// On-call for grave problems.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OnCall {
    /// When, by id.
    pub hours: String,
    /// For which severities, by id; empty for all.
    pub severities: Vec<String>,
}

/// An amount with its tax, its buyers and its time.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Price {
    /// A decimal number as text, for one unit.
    #[schemars(regex(pattern = r"^[0-9]+(\.[0-9]+)?$"))]
    pub amount: String,
    /// The currency, ISO 4217.
    pub currency: String,
    /// What one unit is.
    pub per: String,
    /// How often it is due: `month`, `quarter`, `year` or `once`; null for rates.
    pub period: Option<String>,
    /// The tax on it.
    pub tax: Tax,
    /// The countries that it is for, ISO 3166-1; empty for all.
    pub countries: Vec<String>,
    /// The fewest units that can be bought.
    pub minimum_quantity: Option<u32>,
    /// The first day on which it holds.
    #[schemars(extend("format" = "date"))]
    pub valid_from: Option<String>,
    /// The last day on which it holds.
    #[schemars(extend("format" = "date"))]
    pub valid_until: Option<String>,
}

/// A tax on prices.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Tax {
    /// Its name.
    pub name: Text,
    /// Per cent, a decimal number as text.
    pub rate: String,
    /// Whether amounts include it.
    pub included: bool,
}

/// A charge beside the plans.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Rate {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What it costs.
    pub prices: Vec<Price>,
    /// What is charged: `hour`, `incident`, `block`, `visit`, `device` or `km`.
    pub per: String,
    /// Time is counted in steps of so many minutes.
    pub increment_minutes: Option<u32>,
    /// The fewest minutes that are counted.
    pub minimum_minutes: Option<u32>,
    /// What it costs outside hours.
    pub out_of_hours: Option<OutOfHours>,
    /// Hours that a block holds, a decimal number as text.
    pub included_hours: Option<String>,
    /// When a block expires: `P12M`.
    pub expires_after: Option<String>,
    /// Whether unused hours are kept.
    pub rollover: Option<bool>,
    /// When it is not charged.
    pub waived_if: Option<Text>,
    /// A note.
    pub note: Option<Text>,
    /// The first day on which it holds.
    #[schemars(extend("format" = "date"))]
    pub valid_from: Option<String>,
    /// The last day on which it holds.
    #[schemars(extend("format" = "date"))]
    pub valid_until: Option<String>,
}

/// What a rate costs outside hours: so many times, or so much on top.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OutOfHours {
    /// The hours outside of which it applies, by id; null for those of the support type.
    pub hours: Option<String>,
    /// So many times the rate, a decimal number as text.
    pub multiplier: Option<String>,
    /// So much on top, once.
    pub surcharge: Vec<Amount>,
}

/// How grave a problem is, and what is promised.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Severity {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What it means.
    pub definition: Option<Text>,
    /// Examples.
    pub examples: Vec<Text>,
    /// How to report it, by id; empty for any way.
    pub contact_methods: Vec<String>,
    /// The promises.
    pub targets: Vec<Target>,
}

/// What is promised for a severity.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Target {
    /// For which plan, by id; null for everyone.
    pub plan: Option<String>,
    /// When an engineer answers.
    pub first_response: Option<Due>,
    /// How often news comes.
    pub update_every: Option<Due>,
    /// When it is solved.
    pub resolution: Option<Due>,
}
