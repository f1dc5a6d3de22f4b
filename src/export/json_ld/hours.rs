//! `OpeningHoursSpecification`: the week, and the dates that differ from it. Times are those of the desk's own zone.

use serde_json::Value;

use super::Thing;
use crate::export::facts::Facts;
use crate::model::hours::{DAY, DayPlan, Hours, Interval, Opening, WEEKDAYS, Weekly};
use crate::model::{Portal, Ref};
use jiff::civil::{Date, Weekday};

/// The week and the dates within the horizon that differ from it; combined hours are those of their parts.
pub(super) fn available(facts: &Facts<'_>, hours: Ref<Hours>) -> Vec<Value> {
    match &facts.portal().hours[hours].opening {
        Opening::Always => vec![whole_days(&WEEKDAYS)],
        Opening::Weekly(weekly) => week(weekly).chain(exceptions(facts, weekly)).collect(),
        Opening::AnyOf(parts) => parts.iter().flat_map(|part| available(facts, *part)).collect(),
    }
}

/// The week alone, for pages that do not depend on the date.
pub(super) fn ordinary(portal: &Portal, hours: Ref<Hours>) -> Vec<Value> {
    match &portal.hours[hours].opening {
        Opening::Always => vec![whole_days(&WEEKDAYS)],
        Opening::Weekly(weekly) => week(weekly).collect(),
        Opening::AnyOf(parts) => parts.iter().flat_map(|part| ordinary(portal, *part)).collect(),
    }
}

fn week(weekly: &Weekly) -> impl Iterator<Item = Value> {
    let groups = weekly.week.groups().into_iter();
    groups.flat_map(|group| {
        let open = group.open.iter().map(|interval| specification(&group.days, *interval));
        open.map(Thing::done).collect::<Vec<_>>()
    })
}

/// Days that differ; a closed one begins and ends at midnight, as search engines want it.
fn exceptions(facts: &Facts<'_>, weekly: &Weekly) -> Vec<Value> {
    let last = facts.dates(&weekly.zone).1;
    let days = weekly.days(facts.today, last);
    let on = |(date, plan): &(Date, DayPlan<'_>)| {
        let day = date.to_string();
        let dated = |thing: Thing| thing.with("validFrom", day.clone()).with("validThrough", day.clone()).done();
        match plan.open {
            [] => vec![dated(times("00:00".to_owned(), "00:00".to_owned()))],
            open => open.iter().map(|interval| dated(interval_times(*interval))).collect(),
        }
    };
    days.exceptions(facts.today, last).iter().flat_map(on).collect()
}

fn specification(days: &[Weekday], interval: Interval) -> Thing {
    let days: Vec<String> = days.iter().map(|day| format!("https://schema.org/{day:?}")).collect();
    interval_times(interval).with("dayOfWeek", days)
}

/// The times of an interval; one that ends with its day ends a minute earlier, for equal times are a closed day.
fn interval_times(interval: Interval) -> Thing {
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let end = if interval.end() == DAY { "23:59".to_owned() } else { clock(interval.end() % DAY) };
    times(clock(interval.start()), end)
}

fn times(opens: String, closes: String) -> Thing {
    Thing::new("OpeningHoursSpecification").with("opens", opens).with("closes", closes)
}

fn whole_days(days: &[Weekday]) -> Value {
    let days: Vec<String> = days.iter().map(|day| format!("https://schema.org/{day:?}")).collect();
    times("00:00".to_owned(), "23:59".to_owned()).with("dayOfWeek", days).done()
}
