//! Prices that hold.

use jiff::Span;
use jiff::civil::Date;

use super::Report;
use crate::diagnostic::{Diagnostic, code};
use crate::model::address::Country;
use crate::model::money::Price;
use crate::model::plan::{PlanPrice, RateUnit};

/// Prices that are older than so many months have often been forgotten.
const OLD: i64 = 18;

pub(super) fn check(report: &Report<'_>) {
    expired(report);
    old(report);
    steps(report);
    periods(report);
    markets(report);
}

/// PRC-03: every plan and rate has a price that holds on the day of the build, or will.
fn expired(report: &Report<'_>) {
    let (portal, today) = (report.portal(), report.today());
    if let Some(until) = portal.pricing.valid.until.filter(|until| *until < today) {
        report.tell(
            Diagnostic::error(code::PRC_03, format!("your prices held until {until}"))
                .hint("enter the new prices and dates"),
            &["[pricing]", "valid_until"],
        );
    }
    if let Some(from) = portal.pricing.valid.from.filter(|from| *from > today) {
        let problem = Diagnostic::warning(code::PRC_03, format!("your prices hold only from {from} on"));
        report.tell(
            problem.hint("write the day from which they hold, or publish them on that day"),
            &["[pricing]", "valid_from"],
        );
    }
    let expired = |until: Option<Date>| until.is_some_and(|until| until < today);
    for plan in portal.plans.iter() {
        if let PlanPrice::Prices(prices) = &plan.price
            && prices.iter().all(|price| expired(price.valid.until))
        {
            let problem = Diagnostic::error(code::PRC_03, format!("no price of the plan `{}` holds any more", plan.id));
            report.tell_item(problem.hint("enter the new price"), "plans", &plan.id, "valid_until");
        }
    }
    for rate in portal.rates.iter() {
        if expired(rate.valid.until) || rate.prices.iter().all(|price| expired(price.valid.until)) {
            let problem = Diagnostic::error(code::PRC_03, format!("the rate `{}` does not hold any more", rate.id));
            report.tell_item(problem.hint("enter the new amount and dates"), "rates", &rate.id, "valid_until");
        }
    }
}

/// PRC-03: a price that began long ago may have been forgotten.
fn old(report: &Report<'_>) {
    let portal = report.portal();
    let Ok(limit) = report.today().checked_sub(Span::new().months(OLD)) else { return };
    let plans = portal.plans.iter().filter_map(|plan| match &plan.price {
        PlanPrice::Prices(prices) => Some(prices),
        _ => None,
    });
    let prices = plans.flatten().chain(portal.rates.iter().flat_map(|rate| &rate.prices)).map(|price| price.valid);
    let all = prices.chain(portal.rates.iter().map(|rate| rate.valid)).chain([portal.pricing.valid]);
    let current = all.filter(|valid| valid.until.is_none_or(|until| until >= report.today()));
    let mut dates: Vec<Date> = current.filter_map(|valid| valid.from).filter(|from| *from < limit).collect();
    dates.sort_unstable();
    dates.dedup();
    for date in dates {
        let message = format!("prices hold since {date}, which is more than {OLD} months ago");
        let problem = Diagnostic::warning(code::PRC_03, message);
        report.tell(
            problem.hint("read them again, and write the date on which they were confirmed as valid_from"),
            &[&format!("valid_from = {date}")],
        );
    }
}

/// PRC-04: who pays by the hour learns in which steps it is counted, and what the least is.
fn steps(report: &Report<'_>) {
    for rate in report.portal().rates.iter().filter(|rate| rate.per == RateUnit::Hour) {
        let missing = match (rate.increment, rate.minimum) {
            (None, None) => "increment` and `minimum",
            (None, _) => "increment",
            (_, None) => "minimum",
            _ => continue,
        };
        let message = format!("the hourly rate `{}` lacks `{missing}`", rate.id);
        let hint = "add increment = \"15m\" and minimum = \"30m\": how time is counted, and the least that is charged";
        report.tell_item(Diagnostic::warning(code::PRC_04, message).hint(hint), "rates", &rate.id, "per");
    }
}

/// PRC-04: who buys a plan learns whether it is paid once or every month.
fn periods(report: &Report<'_>) {
    for plan in report.portal().plans.iter() {
        if let PlanPrice::Prices(prices) = &plan.price
            && prices.iter().any(|price| price.period.is_none())
        {
            let message = format!("the price of the plan `{}` does not say how often it is charged", plan.id);
            let hint = "add period = \"month\", \"quarter\", \"year\" or \"once\" to the price";
            report.tell_item(Diagnostic::warning(code::PRC_04, message).hint(hint), "plans", &plan.id, "price");
        }
    }
}

/// PRC-06: a plan that is priced by country has a price for the partner's own, and for those that other plans name.
fn markets(report: &Report<'_>) {
    let portal = report.portal();
    let priced: Vec<(&str, &Vec<Price>)> = portal
        .plans
        .iter()
        .filter_map(|plan| match &plan.price {
            PlanPrice::Prices(prices) => Some((plan.id.as_str(), prices)),
            _ => None,
        })
        .collect();
    let named = priced.iter().flat_map(|(_, prices)| prices.iter()).flat_map(|price| &price.countries);
    let mut served: Vec<Country> = named.copied().chain([portal.partner.country]).collect();
    served.sort_unstable();
    served.dedup();
    for (id, prices) in priced {
        let everywhere = prices.iter().any(|price| price.countries.is_empty());
        let lacks = |country: &&Country| !prices.iter().any(|price| price.countries.contains(country));
        let missing: Vec<&str> = served.iter().filter(lacks).map(Country::code).collect();
        if !everywhere && !missing.is_empty() {
            let message = format!("the plan `{id}` has no price for {}", missing.join(", "));
            let hint = "add a price with these countries, or one without `countries` for all others";
            report.tell_item(Diagnostic::warning(code::PRC_06, message).hint(hint), "plans", id, "price");
        }
    }
}
