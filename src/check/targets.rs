//! Promises that agree with each other.

use super::Report;
use crate::diagnostic::{Diagnostic, code};
use crate::model::hours::{DAY, Hours, Interval, Opening};
use crate::model::money::Price;
use crate::model::plan::{Plan, PlanPrice};
use crate::model::severity::{Due, Severity, Target};
use crate::model::support_type::SupportPrice;
use crate::model::{List, Ref};

pub(super) fn check(report: &Report<'_>) {
    definitions(report);
    order(report);
    plans(report);
}

/// SLA-01: a customer finds the own case by the words and at least two examples.
fn definitions(report: &Report<'_>) {
    for severity in report.portal().severities.iter() {
        let missing = match (&severity.definition, severity.examples.len()) {
            (None, 0 | 1) => "a definition and two examples",
            (None, _) => "a definition",
            (Some(_), 0 | 1) => "two examples",
            _ => continue,
        };
        let message = format!("the severity `{}` lacks {missing}", severity.id);
        let hint = "add definition = \"…\" and examples = [\"…\", \"…\"]: customers choose by them";
        report.tell_item(Diagnostic::warning(code::SLA_01, message).hint(hint), "severities", &severity.id, "name");
    }
}

/// The promises of a target, by the names of their keys.
fn promises(target: &Target) -> [(&'static str, Option<Due>); 3] {
    [
        ("first_response", target.first_response),
        ("update_every", target.update_every),
        ("resolution", target.resolution),
    ]
}

/// Whether a promise is longer than another, whenever the two begin. By different clocks that is seldom certain: open
/// minutes pass no faster than time, and a desk is open for so long on a day of business.
fn is_longer(all: &List<Hours>, one: Due, other: Due) -> bool {
    match (one, other) {
        (Due::Elapsed(a), Due::Elapsed(b)) => a.elapsed_minutes().zip(b.elapsed_minutes()).is_some_and(|(a, b)| a > b),
        (Due::Open(a, desk), Due::Open(b, same)) | (Due::BusinessDays(a, desk), Due::BusinessDays(b, same)) => {
            desk == same && a > b
        }
        // What is left of the day of the report comes before the days of business.
        (Due::Open(a, desk), Due::BusinessDays(days, same)) if desk == same => {
            days_open(all, desk).is_some_and(|(_, longest)| a > longest.saturating_mul(days.saturating_add(1)))
        }
        (Due::BusinessDays(days, desk), Due::Open(b, same)) if desk == same => {
            days_open(all, desk).is_some_and(|(shortest, _)| shortest.saturating_mul(days) > b)
        }
        (Due::Open(a, _), Due::Elapsed(b)) => b.elapsed_minutes().is_some_and(|b| i64::from(a) > b),
        (Due::BusinessDays(days, desk), Due::Elapsed(b)) => {
            let least = days_open(all, desk).map(|(shortest, _)| i64::from(shortest.saturating_mul(days)));
            least.zip(b.elapsed_minutes()).is_some_and(|(least, b)| least > b)
        }
        _ => false,
    }
}

/// The minutes of the shortest and of the longest day on which hours are open; none where they never are.
fn days_open(all: &List<Hours>, desk: Ref<Hours>) -> Option<(u32, u32)> {
    match &all[desk].opening {
        Opening::Always(_) => Some((u32::from(DAY), u32::from(DAY))),
        Opening::Weekly(weekly) => {
            let length = |open: &[Interval]| open.iter().map(|interval| u32::from(interval.length())).sum::<u32>();
            let week: Vec<u32> = weekly.week.groups().iter().map(|group| length(group.open)).collect();
            let special = weekly.special.iter().map(|day| length(&day.open)).filter(|length| *length > 0);
            let days = || week.iter().copied().chain(special.clone());
            days().min().zip(days().max())
        }
        Opening::AnyOf(parts) => {
            let parts: Vec<(u32, u32)> = parts.iter().filter_map(|part| days_open(all, *part)).collect();
            let shortest = parts.iter().map(|(shortest, _)| *shortest).min()?;
            Some((shortest, parts.iter().map(|(_, longest)| *longest).sum()))
        }
    }
}

/// The first promise that is longer in `one` than in `other`.
fn longer(all: &List<Hours>, one: &Target, other: &Target) -> Option<&'static str> {
    let pairs = promises(one).into_iter().zip(promises(other));
    let mut longer = pairs.filter_map(|((key, a), (_, b))| is_longer(all, a?, b?).then_some(key));
    longer.next()
}

/// SLA-02: what is graver is answered no later.
fn order(report: &Report<'_>) {
    let severities: Vec<&Severity> = report.portal().severities.iter().collect();
    for pair in severities.windows(2) {
        let [grave, lesser] = pair else { continue };
        for target in &grave.targets {
            let same_plan = lesser.targets.iter().find(|other| other.plan == target.plan);
            if let Some(key) = same_plan.and_then(|other| longer(&report.portal().hours, target, other)) {
                let message = format!("`{}` has a longer {key} than `{}`, which is less grave", grave.id, lesser.id);
                let problem = Diagnostic::error(code::SLA_02, message);
                report.tell_item(
                    problem.hint("severities stand in order, the gravest first: change the order or the times"),
                    "severities",
                    &grave.id,
                    "targets",
                );
                break;
            }
        }
    }
}

/// SLA-05: who pays more waits no longer.
fn plans(report: &Report<'_>) {
    let plans = &report.portal().plans;
    for severity in report.portal().severities.iter() {
        for (dear, cheap) in
            severity.targets.iter().flat_map(|dear| severity.targets.iter().map(move |cheap| (dear, cheap)))
        {
            let (Some(high), Some(low)) = (dear.plan, cheap.plan) else { continue };
            let Some(key) =
                longer(&report.portal().hours, dear, cheap).filter(|_| costs_more(&plans[high], &plans[low]))
            else {
                continue;
            };
            if alternatives(report, high, low) {
                let (high, low) = (&plans[high].id, &plans[low].id);
                let message = format!(
                    "the {key} of `{}` is longer with `{high}` than with `{low}`, which costs less",
                    severity.id
                );
                let problem = Diagnostic::warning(code::SLA_05, message);
                report.tell_item(
                    problem.hint("give the dearer plan a time that is no longer"),
                    "severities",
                    &severity.id,
                    high,
                );
            }
        }
    }
}

/// Whether one type of support offers both plans: others are not for the same customers.
fn alternatives(report: &Report<'_>, one: Ref<Plan>, other: Ref<Plan>) -> bool {
    report.portal().support_types.iter().any(|support| match &support.price {
        SupportPrice::Charged { plans, .. } => plans.contains(&one) && plans.contains(&other),
        _ => false,
    })
}

/// Whether one plan is known to cost more than another: in one currency, by the same unit and period.
fn costs_more(one: &Plan, other: &Plan) -> bool {
    let (PlanPrice::Prices(prices), other) = (&one.price, &other.price) else { return false };
    match other {
        PlanPrice::Free => prices.iter().any(|price| !price.amount.is_zero()),
        PlanPrice::OnRequest => false,
        PlanPrice::Prices(others) => {
            let alike =
                |a: &Price, b: &Price| a.amount.currency == b.amount.currency && a.per == b.per && a.period == b.period;
            prices.iter().any(|a| others.iter().any(|b| alike(a, b) && a.amount.minor > b.amount.minor))
        }
    }
}
