//! Business days: the dates on which a desk opens.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::expand::span_on;
use super::{Hours, Opening, Weekly, midnight};
use crate::model::{List, Ref};

/// A date on which a desk opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BusinessDay {
    /// Its first instant.
    pub midnight: Timestamp,
    /// The last closing of what opens on it; it may come after the next midnight.
    pub closes: Timestamp,
}

/// The dates between two instants on which hours open, in order. Hours that are always open may have no zone of their own:
/// their dates are then those of `zone`.
pub fn business_days(
    all: &List<Hours>,
    hours: Ref<Hours>,
    from: Timestamp,
    until: Timestamp,
    zone: &TimeZone,
) -> Vec<BusinessDay> {
    let mut days = BTreeMap::new();
    collect(all, hours, (from, until), zone, &mut days);
    days.into_values().collect()
}

fn collect(
    all: &List<Hours>,
    hours: Ref<Hours>,
    window: (Timestamp, Timestamp),
    zone: &TimeZone,
    days: &mut BTreeMap<Date, BusinessDay>,
) {
    match &all[hours].opening {
        Opening::Always(always) => {
            let zone = always.zone.as_ref().map_or(zone, |(own, _)| own);
            dates(window, zone).for_each(|date| {
                let next = date.tomorrow().ok().and_then(|next| midnight(next, zone));
                if let (Some(midnight), Some(closes)) = (midnight(date, zone), next) {
                    add(days, date, BusinessDay { midnight, closes });
                }
            });
        }
        Opening::Weekly(weekly) => collect_weekly(weekly, window, days),
        Opening::AnyOf(parts) => parts.iter().for_each(|part| collect(all, *part, window, zone, days)),
    }
}

fn collect_weekly(weekly: &Weekly, window: (Timestamp, Timestamp), days: &mut BTreeMap<Date, BusinessDay>) {
    let (Some(first), Some(last)) = (dates(window, &weekly.zone).next(), dates(window, &weekly.zone).last()) else {
        return;
    };
    let plans = weekly.days(first, last);
    for date in dates(window, &weekly.zone) {
        let spans = plans.on(date).open.iter().filter_map(|interval| span_on(&weekly.zone, date, *interval));
        if let (Some(midnight), Some(closes)) = (midnight(date, &weekly.zone), spans.map(|span| span.end).max()) {
            add(days, date, BusinessDay { midnight, closes });
        }
    }
}

/// Desks that open on one date in several zones make one business day.
fn add(days: &mut BTreeMap<Date, BusinessDay>, date: Date, day: BusinessDay) {
    let known = days.entry(date).or_insert(day);
    known.midnight = known.midnight.min(day.midnight);
    known.closes = known.closes.max(day.closes);
}

/// The dates of a zone, with one more at the end: where two desks share a date, the one in the west begins it last, and
/// without its part the day would seem to close early.
fn dates((from, until): (Timestamp, Timestamp), zone: &TimeZone) -> impl Iterator<Item = Date> {
    let last = until.to_zoned(zone.clone()).date();
    let last = last.tomorrow().unwrap_or(last);
    from.to_zoned(zone.clone()).date().series(Span::new().days(1)).take_while(move |date| *date <= last)
}
