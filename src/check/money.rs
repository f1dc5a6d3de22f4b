//! Prices that hold.

use jiff::civil::Date;

use super::Report;
use crate::diagnostic::{Diagnostic, code};
use crate::model::plan::PlanPrice;

/// PRC-03: every plan and rate has a price that holds on the day of the build, or will.
pub(super) fn check(report: &Report<'_>, today: Date) {
    let portal = report.site.portal();
    if let Some(until) = portal.pricing.valid.until.filter(|until| *until < today) {
        report.tell(
            Diagnostic::error(code::PRC_03, format!("your prices held until {until}"))
                .hint("enter the new prices and dates"),
            &["[pricing]", "valid_until"],
        );
    }
    let expired = |until: Option<Date>| until.is_some_and(|until| until < today);
    for plan in portal.plans.iter() {
        if let PlanPrice::Prices(prices) = &plan.price
            && prices.iter().all(|price| expired(price.valid.until))
        {
            let problem = Diagnostic::error(code::PRC_03, format!("no price of the plan `{}` holds any more", plan.id));
            report
                .tell(problem.hint("enter the new price"), &["[[plans]]", &format!("\"{}\"", plan.id), "valid_until"]);
        }
    }
    for rate in portal.rates.iter() {
        if expired(rate.valid.until) || rate.prices.iter().all(|price| expired(price.valid.until)) {
            let problem = Diagnostic::error(code::PRC_03, format!("the rate `{}` does not hold any more", rate.id));
            report.tell(
                problem.hint("enter the new amount and dates"),
                &["[[rates]]", &format!("\"{}\"", rate.id), "valid_until"],
            );
        }
    }
}
