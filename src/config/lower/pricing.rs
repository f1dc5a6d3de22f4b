//! `[pricing]`, `[[plans]]`.

use std::collections::HashSet;

use super::super::entry::Entry;
use super::super::values::decimal_hint;
use super::Context;
use crate::diagnostic::code;
use crate::locale::Currency;
use crate::model::money::{Amount, AmountProblem, Period, PlanUnit, Price, Tax, Validity};
use crate::model::plan::{Audience, OnCall, Plan, PlanPrice, Pricing};

/// The most prices of a plan: one for each country and currency, and to spare.
const MOST_PRICES: usize = 1_000;

/// What prices take from `[pricing]` when they do not say it themselves.
pub(super) struct Money {
    pub(super) pricing: Pricing,
    pub(super) currency: Option<Currency>,
    tax: Option<Tax>,
    has_tax: bool,
}

impl Money {
    pub(super) fn of(top: &Entry<'_>, context: &Context<'_>) -> Self {
        let Some(entry) = top.table("pricing") else {
            return Self { pricing: Pricing::default(), currency: home(context), tax: None, has_tax: false };
        };
        let audience = entry
            .choice("audience", &[("business", Audience::Business), ("consumer", Audience::Consumer)])
            .unwrap_or_default();
        let pricing = Pricing { audience, valid: validity(&entry) };
        let tax = tax(&entry, context);
        if let Some(tax) = tax.as_ref().filter(|tax| audience == Audience::Consumer && !tax.included) {
            let hint = format!(
                "give amounts with tax and write tax = {{ name = \"{}\", rate = \"{}\", included = true }}",
                tax.name.default_text(),
                tax.rate.decimal()
            );
            entry.scope.error(code::PRC_02, entry.span("tax"), "consumers must be shown prices that include tax", hint);
        }
        let currency = if entry.has("currency") { entry.currency("currency") } else { home(context) };
        Self { pricing, currency, tax, has_tax: entry.has("tax") }
    }
}

/// The currency of the partner's country.
fn home(context: &Context<'_>) -> Option<Currency> {
    Currency::of_country(context.country?.code())
}

pub(super) fn validity(entry: &Entry<'_>) -> Validity {
    let valid = Validity { from: entry.date("valid_from"), until: entry.date("valid_until") };
    if let (Some(from), Some(until)) = (valid.from, valid.until)
        && until < from
    {
        entry.scope.error(
            code::PRC_03,
            entry.span("valid_until"),
            "`valid_until` is before `valid_from`",
            "give the last day on which it holds",
        );
    }
    valid
}

fn tax(entry: &Entry<'_>, context: &Context<'_>) -> Option<Tax> {
    let table = entry.table("tax")?;
    let name = table.text("name", &context.languages);
    let rate = table.ratio("rate");
    if let Some(rate) = rate.filter(|rate| rate.numerator > rate.denominator.saturating_mul(100)) {
        table.scope.error(
            code::PRC_02,
            table.span("rate"),
            format!("a tax of {} per cent cannot be", rate.decimal()),
            "give per cent: \"23\" for 23 %",
        );
        return None;
    }
    let included = if table.has("included") {
        table.boolean("included")
    } else {
        table.scope.warn(
            code::PRC_02,
            table.span("rate"),
            "this does not say whether your amounts include the tax; they are taken as net",
            "add included = false when the tax comes on top, included = true when it is in the amounts",
        );
        Some(false)
    };
    Some(Tax { name: name?, rate: rate?, included: included? })
}

/// The amount at a key.
pub(super) fn amount(entry: &Entry<'_>, key: &str, currency: Currency) -> Option<Amount> {
    let value = entry.value(key)?;
    let text = value.string()?;
    match Amount::parse(text, currency) {
        Ok(amount) => Some(amount),
        Err(problem) => {
            let (message, hint) = match problem {
                AmountProblem::NotDecimal => (format!("`{text}` is not an amount"), decimal_hint(text)),
                AmountProblem::TooFine(digits) => (
                    format!("`{text}` has more digits after the point than {} has: {digits}", currency.code()),
                    "round the amount yourself".to_owned(),
                ),
                AmountProblem::TooLarge => {
                    (format!("`{text}` is too large for a price"), "check the number of digits".to_owned())
                }
            };
            value.scope.error(code::PRC_01, value.span(), message, hint);
            None
        }
    }
}

/// A price that stands in `entry` under `amount`.
pub(super) fn price(entry: &Entry<'_>, context: &Context<'_>, money: &Money) -> Option<Price> {
    let own_tax = tax(entry, context);
    let currency = match (entry.has("currency"), entry.currency("currency"), money.currency) {
        (true, own, _) => own,
        (false, _, Some(common)) => Some(common),
        (false, ..) => {
            entry.scope.error(
                code::PRC_01,
                entry.span("amount"),
                "the amount has no currency",
                "add currency = \"EUR\" here or under [pricing]",
            );
            None
        }
    };
    let tax = match (entry.has("tax"), own_tax, &money.tax) {
        (true, own, _) => own,
        (false, _, Some(common)) => Some(common.clone()),
        // A tax that is wrong has been told.
        (false, ..) if money.has_tax => None,
        (false, ..) => {
            let hint = "add tax = { name = \"VAT\", rate = \"23\", included = false } under [pricing]; where there is no tax, write rate = \"0\"";
            entry.scope.error(
                code::PRC_02,
                entry.span("amount"),
                "the amount does not say whether tax is included",
                hint,
            );
            None
        }
    };
    let minimum = entry.integer("minimum_quantity").and_then(|n| u32::try_from(n).ok());
    let (countries, valid) = (entry.countries("countries"), validity(entry));
    let amount = amount(entry, "amount", currency?)?;
    Some(Price {
        amount,
        tax: tax?,
        per: entry.choice("per", &PlanUnit::ALL),
        period: entry.choice("period", &Period::ALL),
        countries,
        minimum_quantity: minimum,
        valid,
    })
}

pub(super) fn plans(top: &Entry<'_>, context: &Context<'_>, money: &Money) -> Vec<Plan> {
    let mut names: HashSet<String> = HashSet::new();
    let mut plans = Vec::new();
    for entry in top.tables("plans") {
        let Some(plan) = plan(&entry, context, money) else { continue };
        let name = plan.name.default_text().trim();
        if !names.insert(name.to_lowercase()) {
            let message = format!("two plans have the name `{name}`");
            entry.scope.error(code::PRC_05, entry.span("name"), message, "give each plan a name of its own");
        }
        plans.push(plan);
    }
    plans
}

fn plan(entry: &Entry<'_>, context: &Context<'_>, money: &Money) -> Option<Plan> {
    let languages = &context.languages;
    let name = entry.text("name", languages);
    let price = plan_price(entry, context, money);
    let on_call = entry.table("on_call").and_then(|table| {
        let severities = table.references("severities", &context.severities, "severities");
        Some(OnCall { hours: table.reference("hours", &context.hours, "hours")?, severities })
    });
    Some(Plan {
        id: entry.string("id").unwrap_or_default().to_owned(),
        summary: entry.text("summary", languages),
        hours: entry.reference("hours", &context.hours, "hours"),
        on_call,
        includes: entry.texts("includes", languages),
        excludes: entry.texts("excludes", languages),
        name: name?,
        price: price?,
    })
}

fn plan_price(entry: &Entry<'_>, context: &Context<'_>, money: &Money) -> Option<PlanPrice> {
    match entry.string("price") {
        Some("free") => return Some(PlanPrice::Free),
        Some("on-request") => return Some(PlanPrice::OnRequest),
        _ => {}
    }
    let entries = entry.table("price").map_or_else(|| entry.tables("price"), |one| vec![one]);
    if entries.len() > MOST_PRICES {
        let message = format!("a plan has at most {MOST_PRICES} prices");
        entry.scope.error(code::PRC_05, entry.span("price"), message, "make several plans of it");
        return None;
    }
    let prices: Vec<Price> = entries.iter().filter_map(|e| price(e, context, money)).collect();
    refuse_clashes(&prices, &entries, "plan");
    if entries.is_empty() && entry.value("price").is_some_and(|v| v.value.get_ref().is_array()) {
        entry.scope.error(
            code::CSP_05,
            entry.span("price"),
            "the list of prices is empty",
            "write price = \"free\", price = \"on-request\", or a price",
        );
    }
    (!prices.is_empty()).then_some(PlanPrice::Prices(prices))
}

/// Tells of each price that says something else of a sale than one before it: nobody could know which of them counts.
pub(super) fn refuse_clashes(prices: &[Price], entries: &[Entry<'_>], of: &str) {
    if prices.len() != entries.len() {
        return;
    }
    for (index, (one, entry)) in prices.iter().zip(entries).enumerate() {
        if prices.iter().take(index).any(|earlier| clash(earlier, one)) {
            entry.scope.error(
                code::PRC_05,
                entry.span("amount"),
                format!("two prices of this {of} hold in the same country at the same time"),
                "give each price its own `countries`, `currency` or dates",
            );
        }
    }
}

/// Whether two prices say different things of the same sale.
fn clash(a: &Price, b: &Price) -> bool {
    let same_buyers = a.amount.currency == b.amount.currency
        && a.per == b.per
        && a.period == b.period
        && a.minimum_quantity == b.minimum_quantity;
    let same_place = a.countries == b.countries || a.countries.iter().any(|c| b.countries.contains(c));
    let apart = matches!((a.valid.until, b.valid.from), (Some(until), Some(from)) if until < from)
        || matches!((b.valid.until, a.valid.from), (Some(until), Some(from)) if until < from);
    same_buyers && same_place && !apart
}
