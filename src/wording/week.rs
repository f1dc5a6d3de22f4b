//! A week of hours: as a sentence, a table and a ribbon.

use jiff::civil::{Time, Weekday};

use super::Wording;
use crate::model::hours::{DAY, Hours, Interval, Week, Weekly};
use crate::view::desk::{Bar, Day, Ribbon, RibbonRow, Tick};

impl Wording<'_> {
    /// "Monday to Friday, 08:00 to 17:00; Saturday, 09:00 to 12:00".
    pub(super) fn week_sentence(&self, week: &Week, name: impl Fn(Weekday) -> String + Copy) -> String {
        if week.is_always() {
            return self.word("hours_always");
        }
        let groups: Vec<String> = week
            .groups()
            .iter()
            .map(|group| {
                let days = self.day_runs(&group.days, name);
                self.say("days_and_times", &[("days", &days), ("times", &self.times(group.open))])
            })
            .collect();
        if groups.is_empty() { self.word("hours_special_only") } else { self.join("semicolon", &groups) }
    }

    /// Runs of three or more days as a range, wrapping over Sunday; others as a list.
    fn day_runs(&self, days: &[Weekday], name: impl Fn(Weekday) -> String) -> String {
        let mut runs: Vec<Vec<Weekday>> = Vec::new();
        for day in days {
            match runs.last_mut() {
                Some(run) if run.last().is_some_and(|last| last.wrapping_add(1) == *day) => run.push(*day),
                _ => runs.push(vec![*day]),
            }
        }
        // Sunday runs on into Monday: a week has no first day of its own.
        if runs.len() > 1
            && runs.first().and_then(|r| r.first()) == Some(&Weekday::Monday)
            && runs.last().and_then(|r| r.last()) == Some(&Weekday::Sunday)
        {
            let first = runs.remove(0);
            if let Some(last) = runs.last_mut() {
                last.extend(first);
            }
        }
        let said = runs.iter().flat_map(|run| match run.as_slice() {
            [first, .., last] if run.len() >= 3 => vec![self.day_range(*first, *last, &name)],
            days => days.iter().map(|day| name(*day)).collect(),
        });
        self.and(&said.collect::<Vec<_>>())
    }

    /// "Monday to Friday". A language whose days change their form in a range gives both forms as labels.
    fn day_range(&self, first: Weekday, last: Weekday, name: impl Fn(Weekday) -> String) -> String {
        let form = |end: &str, day: Weekday| {
            let own = self.word(&format!("day_{end}_{}", day.to_monday_one_offset()));
            // Short names are abbreviations, which have one form only.
            if own.is_empty() || name(day) != self.locale().weekday(day) { name(day) } else { own }
        };
        let key = if name(first) == self.locale().weekday(first) { "day_range" } else { "day_range_short" };
        self.say(key, &[("first", &form("from", first)), ("last", &form("to", last))])
    }

    /// "08:00 to 12:00 and 13:00 to 17:00".
    pub(super) fn times(&self, open: &[Interval]) -> String {
        let times: Vec<String> = open.iter().map(|interval| self.interval(*interval)).collect();
        self.and(&times)
    }

    fn interval(&self, interval: Interval) -> String {
        if interval.start() == 0 && interval.end() == DAY {
            return self.word("all_day");
        }
        let end = if interval.end() == DAY { self.locale().midnight_end() } else { self.clock(interval.end() % DAY) };
        self.say("time_range", &[("start", &self.clock(interval.start())), ("end", &end)])
    }

    /// A minute of the day as a time of the clock.
    pub fn clock(&self, minute: u16) -> String {
        let (hour, minute) = (i8::try_from(minute / 60).unwrap_or(0), i8::try_from(minute % 60).unwrap_or(0));
        self.locale().time(Time::new(hour, minute, 0, 0).unwrap_or_default())
    }

    /// The days in the week order of the language.
    fn week_order(&self) -> Vec<Weekday> {
        let first = self.locale().first_day_of_week();
        (0..7).map(|n| first.wrapping_add(n)).collect()
    }

    /// The table: a row for each day, in the week order of the language.
    pub(super) fn days(&self, week: &Week) -> Vec<Day> {
        let row = |weekday: Weekday| {
            let open = week.day(weekday);
            let hours = if open.is_empty() { self.word("closed") } else { self.times(open) };
            Day {
                number: weekday.to_monday_one_offset().unsigned_abs(),
                name: self.locale().weekday(weekday),
                hours,
                open: !open.is_empty(),
            }
        };
        self.week_order().into_iter().map(row).collect()
    }

    /// The picture: each day from midnight to midnight, with what is open.
    pub(super) fn ribbon(&self, hours: &Hours, weekly: &Weekly) -> Ribbon {
        let kind = hours.kind.name();
        let rows = self.week_order().into_iter().map(|weekday| {
            let tail =
                weekly.week.day(weekday.wrapping_sub(1)).iter().filter(|i| i.end() > DAY).map(|i| (0, i.end() - DAY));
            let own = weekly.week.day(weekday).iter().map(|i| (i.start(), i.end().min(DAY)));
            let bars = tail.chain(own).map(|(start, end)| Bar { start, length: end - start, kind: kind.to_owned() });
            RibbonRow {
                number: weekday.to_monday_one_offset().unsigned_abs(),
                name: self.locale().weekday_short(weekday),
                bars: bars.collect(),
            }
        });
        Ribbon { label: self.hours_sentence(hours), rows: rows.collect(), ticks: self.ticks(&weekly.week) }
    }

    /// The times at which most days open and close; hours of the clock when there are too many.
    fn ticks(&self, week: &Week) -> Vec<Tick> {
        let mut edges: Vec<u16> =
            week.groups().iter().flat_map(|group| group.open.iter().flat_map(|i| [i.start(), i.end() % DAY])).collect();
        edges.sort_unstable();
        edges.dedup();
        let crowded = edges.windows(2).any(|pair| matches!(pair, [a, b] if b - a < 150));
        if edges.is_empty() || edges.len() > 4 || crowded {
            edges = vec![0, 360, 720, 1080, DAY];
        }
        edges
            .into_iter()
            .map(|at| Tick { at, label: if at == DAY { self.locale().midnight_end() } else { self.clock(at) } })
            .collect()
    }
}
