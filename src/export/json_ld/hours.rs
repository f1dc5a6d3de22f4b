//! `OpeningHoursSpecification`: the week, and the dates that differ from it. Times are those of the desk's own zone.

use serde_json::Value;

use super::Thing;
use crate::export::facts::Facts;
use crate::model::hours::{DAY, Days, Hours, Interval, Opening, WEEKDAYS, Weekly};
use crate::model::{Portal, Ref};
use jiff::civil::{Date, Weekday};

/// The week and the dates within the horizon that differ from it.
pub(super) fn available(facts: &Facts<'_>, hours: Ref<Hours>) -> Vec<Value> {
    match desks(facts.portal(), hours) {
        None => vec![whole_days(&WEEKDAYS)],
        Some(desks) => desks.iter().flat_map(|desk| week(desk)).chain(exceptions(facts, &desks)).collect(),
    }
}

/// The week alone, for pages that do not depend on the date.
pub(super) fn ordinary(portal: &Portal, hours: Ref<Hours>) -> Vec<Value> {
    match desks(portal, hours) {
        None => vec![whole_days(&WEEKDAYS)],
        Some(desks) => desks.into_iter().flat_map(week).collect(),
    }
}

/// The desks behind hours, whose times can stand side by side; none when one of them never closes. Times have no zone, so
/// that nothing is said of desks in several.
fn desks(portal: &Portal, hours: Ref<Hours>) -> Option<Vec<&Weekly>> {
    let all = parts(portal, hours)?;
    let is_one_zone = all.iter().all(|desk| Some(&desk.zone_id) == all.first().map(|first| &first.zone_id));
    Some(if is_one_zone { all } else { Vec::new() })
}

fn parts(portal: &Portal, hours: Ref<Hours>) -> Option<Vec<&Weekly>> {
    match &portal.hours[hours].opening {
        Opening::Always(_) => None,
        Opening::Weekly(weekly) => Some(vec![weekly]),
        Opening::AnyOf(several) => {
            several.iter().map(|part| parts(portal, *part)).collect::<Option<Vec<_>>>().map(|all| all.concat())
        }
    }
}

fn week(weekly: &Weekly) -> impl Iterator<Item = Value> {
    let groups = weekly.week.groups().into_iter();
    groups.flat_map(|group| {
        let open = group.open.iter().map(|interval| specification(&group.days, *interval));
        open.map(Thing::done).collect::<Vec<_>>()
    })
}

/// Days that differ; a closed one begins and ends at midnight, as search engines want it. What one desk does on such a day
/// is said with what the others do, for what is said of a day replaces its week.
fn exceptions(facts: &Facts<'_>, desks: &[&Weekly]) -> Vec<Value> {
    let Some((first, last)) = desks.first().map(|desk| facts.days(&desk.zone)) else { return Vec::new() };
    let all: Vec<Days<'_>> = desks.iter().map(|desk| desk.days(first, last)).collect();
    let mut dates: Vec<Date> = all.iter().flat_map(|days| days.exceptions(first, last)).map(|(date, _)| date).collect();
    dates.sort_unstable();
    dates.dedup();
    let on = |date: Date| {
        let dated =
            |thing: Thing| thing.with("validFrom", date.to_string()).with("validThrough", date.to_string()).done();
        let open: Vec<Value> = all
            .iter()
            .flat_map(|days| {
                days.on(date).open.iter().map(|interval| dated(interval_times(*interval))).collect::<Vec<_>>()
            })
            .collect();
        if open.is_empty() { vec![dated(times("00:00".to_owned(), "00:00".to_owned()))] } else { open }
    };
    dates.into_iter().flat_map(on).collect()
}

fn specification(days: &[Weekday], interval: Interval) -> Thing {
    let days: Vec<String> = days.iter().map(|day| format!("https://schema.org/{day:?}")).collect();
    interval_times(interval).with("dayOfWeek", days)
}

/// The times of an interval; one that ends with its day, or lasts a whole one, ends a minute earlier, for equal times are a
/// closed day.
fn interval_times(interval: Interval) -> Thing {
    let clock = |minute: u16| format!("{:02}:{:02}", minute % DAY / 60, minute % 60);
    let early = interval.end() == DAY || interval.length() == DAY;
    times(clock(interval.start()), clock(interval.end() - u16::from(early)))
}

fn times(opens: String, closes: String) -> Thing {
    Thing::new("OpeningHoursSpecification").with("opens", opens).with("closes", closes)
}

fn whole_days(days: &[Weekday]) -> Value {
    let days: Vec<String> = days.iter().map(|day| format!("https://schema.org/{day:?}")).collect();
    times("00:00".to_owned(), "23:59".to_owned()).with("dayOfWeek", days).done()
}
