//! Plans, rates, severities.

use super::{Block, Link, Phrase};
use serde::Serialize;

/// Data of `pricing.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Pricing {
    /// The h1.
    pub heading: String,
    /// "Our prices are for businesses. All prices are net: + 23% VAT." Empty without amounts.
    pub tax: String,
    /// "Valid from 1 July 2026." Empty without dates.
    pub validity: String,
    /// What costs nothing and what is on request, as sentences; may be empty.
    pub free: String,
    /// The plans as cards.
    pub plans: Vec<PlanCard>,
    /// The plans side by side; empty rows without plans.
    pub comparison: Comparison,
    /// Charges beside the plans.
    pub rates: Vec<Rate>,
    /// Severities, gravest first.
    pub severities: Vec<Severity>,
    /// What work by the hour costs.
    pub estimator: Option<Estimator>,
    /// About the targets.
    pub targets: Block,
    /// Names of the plans that have targets, in the order of `Severity::targets`.
    pub target_plans: Vec<Phrase>,
    /// Buying, cancelling, non-payment, customer agreement.
    pub commerce: Vec<Block>,
    /// How to buy and to cancel: buttons.
    pub commerce_links: Vec<Link>,
}

/// A plan as a card.
#[derive(Clone, Debug, Serialize)]
pub struct PlanCard {
    /// The id in the configuration, also an anchor `plan-<id>`.
    pub id: String,
    /// Its name.
    pub name: Phrase,
    /// A sentence; may be absent.
    pub summary: Option<Phrase>,
    /// Its prices; the first is the main one.
    pub prices: Vec<PriceTag>,
    /// Three facts for the card.
    pub facts: Vec<Phrase>,
    /// Everything included.
    pub includes: Vec<Phrase>,
    /// What is not.
    pub excludes: Vec<Phrase>,
    /// Its hours, as a short sentence.
    pub hours: String,
    /// On-call: "Any time for P1 Critical". Empty without.
    pub on_call: String,
    /// Its place on the pricing page.
    pub href: String,
}

/// A price in words and digits.
#[derive(Clone, Debug, Serialize)]
pub struct PriceTag {
    /// "39 zł", "Free", "On request".
    pub amount: String,
    /// "PLN"; empty for free and on request.
    pub currency: String,
    /// "per user and month"; may be empty.
    pub unit: String,
    /// "+ 23% VAT", "incl. 19% VAT"; empty for free and on request.
    pub tax: String,
    /// "at least 10 users", "in Germany", "from 1 January 2027"; may be empty.
    pub conditions: String,
}

/// Plans side by side.
#[derive(Clone, Debug, Serialize)]
pub struct Comparison {
    /// The plans: the column headers.
    pub plans: Vec<Phrase>,
    /// The features: one row each.
    pub rows: Vec<ComparisonRow>,
}

/// One feature across the plans.
#[derive(Clone, Debug, Serialize)]
pub struct ComparisonRow {
    /// The feature: the row header.
    pub label: Phrase,
    /// One cell for each plan.
    pub cells: Vec<Cell>,
}

/// A cell of the comparison.
#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    /// `yes`, `no`, `text`, or `none` where nothing is said.
    pub kind: String,
    /// What to say; for `yes` and `no` the words "included" and "not included".
    pub text: Phrase,
}

/// A charge for work.
#[derive(Clone, Debug, Serialize)]
pub struct Rate {
    /// The id, also an anchor `rate-<id>`.
    pub id: String,
    /// Its name.
    pub name: Phrase,
    /// Its prices.
    pub prices: Vec<PriceTag>,
    /// Each rule as a sentence: increment, minimum, out of hours, expiry.
    pub rules: Vec<Phrase>,
    /// Worked examples: "A 20-minute call counts as 30 minutes: 120 zł."; then until when they hold, if that is known.
    pub examples: Vec<String>,
    /// A note, or none.
    pub note: Option<Phrase>,
}

/// What work by the hour costs.
#[derive(Clone, Debug, Serialize)]
pub struct Estimator {
    /// Lengths of work: the column headers.
    pub lengths: Vec<String>,
    /// One row for each rate and each of its prices to come; two where it costs more outside hours.
    pub rows: Vec<Estimate>,
    /// The rates, in the order of the script's data.
    pub rates: Vec<Phrase>,
    /// Whether some of them costs more outside hours.
    pub differs: bool,
}

/// What lengths of work cost at a rate.
#[derive(Clone, Debug, Serialize)]
pub struct Estimate {
    /// "Work by the hour, outside our hours, until 31 December 2026": the row header.
    pub label: Phrase,
    /// One amount for each length.
    pub charges: Vec<String>,
}

/// A severity with its targets.
#[derive(Clone, Debug, Serialize)]
pub struct Severity {
    /// The id, also an anchor `severity-<id>`.
    pub id: String,
    /// 1 is the gravest.
    pub level: u8,
    /// Its name.
    pub name: Phrase,
    /// What it means.
    pub definition: Option<Phrase>,
    /// Examples.
    pub examples: Vec<Phrase>,
    /// How to report it.
    pub methods: Vec<Link>,
    /// One entry for each of `Pricing::target_plans`.
    pub targets: Vec<Target>,
}

/// The targets of one severity in one plan; all empty when there is none.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Target {
    /// "within 1 hour".
    pub first_response: String,
    /// When that is due, for the script of promises: "elapsed 240", "open 240 0", "days 2 0"; may be empty.
    pub first_response_due: String,
    /// "every 2 hours".
    pub update_every: String,
    /// "within 8 hours".
    pub resolution: String,
    /// When that is due, as above.
    pub resolution_due: String,
    /// "day and night", "in opening hours of the office".
    pub clock: String,
}
