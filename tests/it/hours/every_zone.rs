//! The spans of hours, minute by minute, in every zone of the tz database.
//!
//! The slow reading here uses one thing of a zone, what its clocks show at an instant, and finds by looking at each minute
//! when they show a time. So it shares neither the arithmetic nor the choice between two times of the program.

use std::collections::HashMap;
use std::ops::Range;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use supportal::model::List;
use supportal::model::hours::{Hours, OpenSpan, Opening, expand};
use supportal::model::list::Ids;

use super::read;

const YEAR: i16 = 2027;
const DAY: i64 = 24 * 60;
/// Days that are compared around each change of the clocks, and at random.
const WINDOW: i64 = 3;
/// Windows at random.
const RANDOM: usize = 1;
/// Days by which the slow reading looks further on both sides: an interval may begin or end there.
const MARGIN: i64 = 2;

/// Two desks whose edges lie where clocks change: the intervals of each day of the week.
const SHORT: [&str; 6] = ["00:00-00:45", "01:30-02:15", "02:20-02:50", "03:00-04:10", "09:00-17:00", "22:00-24:00"];
const NIGHT: [&str; 3] = ["02:30-02:45", "02:50-03:20", "20:15-02:30"];

#[test]
fn spans_are_what_a_slow_reading_of_every_minute_says_in_every_zone() {
    let desk = |id: &str, week: &[&str]| {
        format!(
            "[hours.{id}]\ntime_zone = \"Europe/Warsaw\"\nweekly = {{ mon-sun = {week:?} }}\npublic_holidays = []\n"
        )
    };
    let desks = read(&format!("{}{}", desk("short", &SHORT), desk("night", &NIGHT)));
    let (mut zones, mut changing) = (0, 0);
    for (name, seed) in jiff::tz::db().available().zip(1..) {
        let zone = TimeZone::get(name.as_str()).unwrap();
        let moved = moved(&desks, &zone);
        let days = days(&zone, seed);
        zones += 1;
        changing += usize::from(days.len() > RANDOM);
        for first in &days {
            let minutes = *first * DAY..(*first + WINDOW) * DAY;
            let clocks = Clocks::new(&zone, &minutes);
            for (id, week) in [("short", &SHORT[..]), ("night", &NIGHT[..])] {
                let (hours, _) = moved.refs().find(|(_, hours)| hours.id == id).unwrap();
                let open = clocks.open(week);
                let got = expand(&moved, hours, at(minutes.start), at(minutes.end));
                for minute in minutes.clone() {
                    let expected = open.iter().any(|span| span.contains(&minute));
                    assert_eq!(is_open(&got, minute), expected, "{name}, {id}, at {}", at(minute));
                }
            }
        }
    }
    assert!(zones > 590 && changing > 150, "{zones} zones, of which {changing} change their clocks");
}

/// The same desks in another zone.
fn moved(desks: &List<Hours>, zone: &TimeZone) -> List<Hours> {
    let moved = desks.iter().cloned().map(|mut hours| {
        if let Opening::Weekly(weekly) = &mut hours.opening {
            weekly.zone = zone.clone();
        }
        hours
    });
    Ids::new(desks.iter().map(|hours| hours.id.clone()).collect()).complete(moved.collect()).unwrap()
}

/// The first days, since 1970, of the windows to compare: one around each change of the clocks, and some at random.
fn days(zone: &TimeZone, seed: i64) -> Vec<i64> {
    let offset = |day: i64| zone.to_offset(at(day * DAY));
    let (first, last) = (midnight(YEAR, 1).as_second() / 86_400, midnight(YEAR + 1, 1).as_second() / 86_400 - WINDOW);
    let changes = (first + 1..last).filter(|day| offset(*day) != offset(*day + 1)).map(|day| day - 1);
    let mut days: Vec<i64> = changes.collect();
    days.extend((1..).take(RANDOM).map(|random| first + seed * random * 7919 % (last - first)));
    days
}

fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(minute * 60).unwrap()
}

fn midnight(year: i16, month: i8) -> Timestamp {
    Date::new(year, month, 1).unwrap().to_zoned(TimeZone::UTC).unwrap().timestamp()
}

fn is_open(spans: &[OpenSpan], minute: i64) -> bool {
    let instant = at(minute);
    let next = spans.partition_point(|span| span.end <= instant);
    spans.get(next).is_some_and(|span| span.start <= instant)
}

/// What the clocks of a zone show at every minute of a window and its margins.
struct Clocks {
    seen: Range<i64>,
    shown: Vec<DateTime>,
    first: HashMap<DateTime, i64>,
}

impl Clocks {
    fn new(zone: &TimeZone, minutes: &Range<i64>) -> Self {
        let seen = minutes.start - MARGIN * DAY..minutes.end + MARGIN * DAY;
        let shown: Vec<DateTime> = seen.clone().map(|minute| zone.to_datetime(at(minute))).collect();
        let mut first = HashMap::with_capacity(shown.len());
        for (minute, clock) in seen.clone().zip(&shown) {
            first.entry(*clock).or_insert(minute);
        }
        Self { seen, shown, first }
    }

    /// The first minute at which they show a time; if none does, that of clocks which nobody had put forward.
    fn when(&self, wall: DateTime) -> i64 {
        let in_gap = || {
            let before = self.shown.windows(2).position(|pair| pair[0] < wall && wall < pair[1]).unwrap();
            let late = wall.duration_since(self.shown[before]).as_mins();
            self.seen.start + i64::try_from(before).unwrap() + late
        };
        self.first.get(&wall).copied().unwrap_or_else(in_gap)
    }

    /// The open spans of a week whose days are all equal.
    fn open(&self, week: &[&str]) -> Vec<Range<i64>> {
        let last = self.shown[self.shown.len() - 1].date();
        let days = self.shown[0].date().tomorrow().unwrap().series(Span::new().days(1));
        let days = days.take_while(|day| day.tomorrow().unwrap() < last);
        let time = |text: &str, day: Date| match text {
            "24:00" => day.tomorrow().unwrap().at(0, 0, 0, 0),
            _ => day.at(text[..2].parse().unwrap(), text[3..].parse().unwrap(), 0, 0),
        };
        let span = |day: Date, interval: &str| {
            let (start, end) = interval.split_once('-').unwrap();
            let ends_on = if end > start { day } else { day.tomorrow().unwrap() };
            self.when(time(start, day))..self.when(time(end, ends_on))
        };
        days.flat_map(|day| week.iter().map(move |interval| (day, interval))).map(|(day, i)| span(day, i)).collect()
    }
}
