//! Hours to instants.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::week::{DAY, Interval};
use super::{Hours, Opening, Weekly};
use crate::model::{List, Ref};

/// A time span during which hours are open: from `start`, until before `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OpenSpan {
    /// Opens.
    pub start: Timestamp,
    /// Closes.
    pub end: Timestamp,
}

/// The open spans of hours between two instants: sorted, apart, cut to the window.
pub fn expand(all: &List<Hours>, hours: Ref<Hours>, from: Timestamp, until: Timestamp) -> Vec<OpenSpan> {
    expand_any(all, &[hours], from, until)
}

/// The spans during which any of these hours are open.
pub fn expand_any(all: &List<Hours>, hours: &[Ref<Hours>], from: Timestamp, until: Timestamp) -> Vec<OpenSpan> {
    let mut spans = Vec::new();
    hours.iter().for_each(|hours| collect(all, *hours, from, until, &mut spans));
    merge(spans, from, until)
}

fn collect(all: &List<Hours>, hours: Ref<Hours>, from: Timestamp, until: Timestamp, spans: &mut Vec<OpenSpan>) {
    match &all[hours].opening {
        Opening::Always(_) => spans.push(OpenSpan { start: from, end: until }),
        Opening::Weekly(weekly) => collect_weekly(weekly, from, until, spans),
        Opening::AnyOf(parts) => parts.iter().for_each(|part| collect(all, *part, from, until, spans)),
    }
}

fn collect_weekly(weekly: &Weekly, from: Timestamp, until: Timestamp, spans: &mut Vec<OpenSpan>) {
    // A night that began the day before may still run, so one day more is looked at on either side.
    let day = Span::new().days(1);
    let first = from.to_zoned(weekly.zone.clone()).date().checked_sub(day).unwrap_or(Date::MIN);
    let last = until.to_zoned(weekly.zone.clone()).date().checked_add(day).unwrap_or(Date::MAX);
    let days = weekly.days(first, last);
    for date in first.series(day).take_while(|date| *date <= last) {
        spans.extend(days.on(date).open.iter().filter_map(|interval| span_on(&weekly.zone, date, *interval)));
    }
}

/// The span that an interval of a date makes; none when no time of it exists.
pub fn span_on(zone: &TimeZone, date: Date, interval: Interval) -> Option<OpenSpan> {
    let start = instant(zone, date, interval.start())?;
    let end = instant(zone, date, interval.end())?;
    (start < end).then_some(OpenSpan { start, end })
}

/// The instant of a minute of wall time, counted from the midnight of `date` by the clock on the wall.
fn instant(zone: &TimeZone, date: Date, minute: u16) -> Option<Timestamp> {
    let date = if minute >= DAY { date.checked_add(Span::new().days(i64::from(minute / DAY))).ok()? } else { date };
    let minute = minute % DAY;
    let time = jiff::civil::time(i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?, 0, 0);
    // `compatible` is RFC 5545: the offset before a gap, the first of two.
    zone.to_ambiguous_timestamp(DateTime::from_parts(date, time)).compatible().ok()
}

fn merge(mut spans: Vec<OpenSpan>, from: Timestamp, until: Timestamp) -> Vec<OpenSpan> {
    spans.sort_unstable();
    let mut merged: Vec<OpenSpan> = Vec::with_capacity(spans.len());
    for span in spans {
        let span = OpenSpan { start: span.start.max(from), end: span.end.min(until) };
        match merged.last_mut() {
            _ if span.start >= span.end => {}
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}
