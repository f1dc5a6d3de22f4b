//! `special`: days whose hours differ.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::entry::Entry;
use super::{Context, week};
use crate::diagnostic::code;
use crate::model::hours::SpecialDay;

/// The special days in the order of the calendar.
pub(super) fn days(entry: &Entry<'_>, context: &Context<'_>) -> Vec<SpecialDay> {
    // By first date; those in it never overlap, so that only the neighbours of a new one need a look.
    let mut days: BTreeMap<Date, SpecialDay> = BTreeMap::new();
    for special in entry.tables("special") {
        let open = special.value("open").and_then(|value| week::intervals(&value, "open"));
        let reason = special.text("reason", &context.languages);
        let (Some(first), Some(open)) = (special.date("date"), open) else { continue };
        let last = special.date("until").unwrap_or(first);
        if !in_order(&special, first, last) {
            continue;
        }
        if days.range(..=last).next_back().is_some_and(|(_, other)| first <= other.last) {
            special.scope.error(
                code::HRS_06,
                special.span("date"),
                format!("{first} has special hours already"),
                "give each date once",
            );
            continue;
        }
        days.insert(first, SpecialDay { first, last, open, reason });
    }
    days.into_values().collect()
}

fn in_order(special: &Entry<'_>, first: Date, last: Date) -> bool {
    let message = if last < first {
        "`until` is before `date`"
    } else if (last - first).get_days() > 366 {
        "a run of special days lasts at most a year"
    } else {
        return true;
    };
    special.scope.error(code::HRS_06, special.span("until"), message, "give the last day of the run");
    false
}
