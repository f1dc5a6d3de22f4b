//! `[[severities]]`, and every length of time that has a clock.

use super::super::entry::Entry;
use super::Context;
use crate::diagnostic::code;
use crate::diagnostic::guess::listed;
use crate::model::Ref;
use crate::model::duration::Duration;
use crate::model::hours::Hours;
use crate::model::severity::{Due, Severity, Target};

pub(super) fn severities(top: &Entry<'_>, context: &Context<'_>) -> Vec<Severity> {
    top.tables("severities").iter().filter_map(|entry| severity(entry, context)).collect()
}

fn severity(entry: &Entry<'_>, context: &Context<'_>) -> Option<Severity> {
    let languages = &context.languages;
    let name = entry.text("name", languages);
    let targets = entry.tables("targets");
    let targets: Vec<Target> = targets
        .iter()
        .map(|target| Target {
            plan: target.reference("plan", &context.plans, "plans"),
            first_response: due(target, "first_response", context),
            update_every: due(target, "update_every", context),
            resolution: due(target, "resolution", context),
        })
        .collect();
    for (index, (target, table)) in targets.iter().zip(entry.tables("targets")).enumerate() {
        if targets.iter().take(index).any(|earlier| earlier.plan == target.plan) {
            table.scope.error(
                code::KEY_05,
                table.header(),
                "this severity has targets for the same plan twice",
                "give one set of targets for each plan",
            );
        }
    }
    Some(Severity {
        id: entry.string("id").unwrap_or_default().to_owned(),
        definition: entry.text("definition", languages),
        examples: entry.texts("examples", languages),
        contact_methods: entry.references("contact_methods", &context.methods, "contact_methods"),
        targets,
        name: name?,
    })
}

/// The length of time at `key` by the `clock` of the same table. Both are read, so that both faults are told.
pub(super) fn due(entry: &Entry<'_>, key: &str, context: &Context<'_>) -> Option<Due> {
    entry.value(key)?;
    let length = entry.duration(key);
    let clock = clock(entry, context)?;
    match (length?, clock) {
        (Duration::BusinessDays(_), Clock::Elapsed) => {
            let hint = "name hours as the `clock`, or give hours such as 24h";
            entry.scope.error(
                code::SLA_03,
                entry.span(key),
                "business days are counted by a desk that opens, and this clock never stops",
                hint,
            );
            None
        }
        (length, Clock::Elapsed) => Some(Due::Elapsed(length)),
        (Duration::Minutes(minutes), Clock::Desk(desk)) => Some(Due::Open(minutes, desk)),
        (Duration::BusinessDays(days), Clock::Desk(desk)) => Some(Due::BusinessDays(days, desk)),
        (Duration::Days(_) | Duration::Months(_), Clock::Desk(_)) => {
            entry.scope.error(
                code::DUR_01,
                entry.span(key),
                "open hours are counted in minutes, hours or business days",
                "write 4h or 2 business days",
            );
            None
        }
    }
}

/// Whose time counts.
#[derive(Clone, Copy)]
enum Clock {
    Elapsed,
    Desk(Ref<Hours>),
}

fn clock(entry: &Entry<'_>, context: &Context<'_>) -> Option<Clock> {
    let value = entry.value("clock")?;
    let name = value.string()?;
    if name == "elapsed" {
        return Some(Clock::Elapsed);
    }
    let desk = context.hours.find(name);
    if desk.is_none() {
        let hint = format!("write `elapsed` for day and night, or one of your hours: {}", listed(context.hours.all()));
        entry.scope.error(code::SLA_03, value.span(), format!("there are no hours `{name}`"), hint);
    }
    desk.map(Clock::Desk)
}
