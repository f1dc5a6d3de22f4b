//! When somebody answers: wall time in an IANA zone, and the instants that it makes.
//!
//! Rules: an interval belongs to the day on which it starts; a special day or a public holiday replaces the
//! intervals that start on it and leaves last night's tail; a wall time that does not exist uses the offset before
//! the gap, one that occurs twice is the first (RFC 5545).

mod business_days;
mod expand;
mod week;

pub use business_days::{BusinessDay, business_days};
pub use expand::{OpenSpan, expand, expand_any, span_on};
pub use week::{DAY, DayGroup, Interval, Week, WeekProblem, day};

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::holiday::{Calendar, Holiday};
use super::{List, Ref, Text};

/// How many days from the date of the build hours are expanded; past them nothing is claimed.
pub const HORIZON_DAYS: i64 = 400;

/// Hours that the partner keeps, under a name.
#[derive(Clone, Debug)]
pub struct Hours {
    /// The id.
    pub id: String,
    /// Its name.
    pub name: Option<Text>,
    /// Who answers in them.
    pub kind: HoursKind,
    /// The hours.
    pub opening: Opening,
}

/// Who answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HoursKind {
    /// People at their desks.
    #[default]
    Staffed,
    /// People on call, for emergencies.
    OnCall,
}

impl HoursKind {
    /// The name in the configuration.
    pub fn name(self) -> &'static str {
        match self {
            Self::Staffed => "staffed",
            Self::OnCall => "on-call",
        }
    }
}

/// When hours are open.
#[derive(Clone, Debug)]
pub enum Opening {
    /// At every moment.
    Always(Always),
    /// By the week, in a zone.
    Weekly(Box<Weekly>),
    /// While any of these is open; never in a circle.
    AnyOf(Vec<Ref<Hours>>),
}

/// Hours that never close.
#[derive(Clone, Debug)]
pub struct Always {
    /// The zone that says which dates these are, with its IANA id, where the partner gave one.
    pub zone: Option<(TimeZone, String)>,
    /// What the partner says of public holidays; none of them closes it.
    pub holidays: Holidays,
}

/// Hours by the week.
#[derive(Clone, Debug)]
pub struct Weekly {
    /// The zone of the wall times.
    pub zone: TimeZone,
    /// The zone's IANA id.
    pub zone_id: String,
    /// The ordinary week.
    pub week: Week,
    /// The public holidays on which it is closed.
    pub holidays: Holidays,
    /// Days with other hours, in order of date, none twice.
    pub special: Vec<SpecialDay>,
}

/// Which public holidays hours keep.
#[derive(Clone, Debug)]
pub enum Holidays {
    /// The partner does not say.
    NotSaid,
    /// None: open on public holidays as on other days.
    None,
    /// Closed on the holidays of these calendars.
    Calendars(Vec<Arc<Calendar>>),
}

/// Days with other hours.
#[derive(Clone, Debug)]
pub struct SpecialDay {
    /// The first day.
    pub first: Date,
    /// The last day, the first one included.
    pub last: Date,
    /// The intervals that start on each of the days; empty is closed.
    pub open: Vec<Interval>,
    /// Why.
    pub reason: Option<Text>,
}

/// The hours of one date, and why they differ from the week.
#[derive(Clone, Debug)]
pub struct DayPlan<'a> {
    /// The intervals that start on the date.
    pub open: &'a [Interval],
    /// Why they differ.
    pub why: Why<'a>,
}

impl DayPlan<'_> {
    /// Whether a minute of the ordinary hours is missing.
    pub fn is_shorter_than(&self, ordinary: &[Interval]) -> bool {
        let covered = |minute: u16| self.open.iter().any(|open| open.start() <= minute && minute < open.end());
        ordinary.iter().any(|interval| (interval.start()..interval.end()).any(|minute| !covered(minute)))
    }
}

/// Why the hours of a date are what they are.
#[derive(Clone, Debug)]
pub enum Why<'a> {
    /// It is an ordinary day.
    Ordinary,
    /// The partner said so.
    Special(&'a SpecialDay),
    /// It is a public holiday.
    Holiday(&'a Holiday),
}

/// Weekly hours with the holidays of some years at hand, so that each is worked out once.
#[derive(Debug)]
pub struct Days<'a> {
    weekly: &'a Weekly,
    holidays: BTreeMap<Date, Holiday>,
}

impl Weekly {
    /// The hours with the holidays from the year of `first` to that of `last`.
    pub fn days(&self, first: Date, last: Date) -> Days<'_> {
        let mut holidays = BTreeMap::new();
        if let Holidays::Calendars(calendars) = &self.holidays {
            for year in first.year()..=last.year() {
                let all = calendars.iter().flat_map(|calendar| calendar.holidays(year));
                holidays.extend(all.map(|holiday| (holiday.date, holiday)));
            }
        }
        Days { weekly: self, holidays }
    }
}

impl Days<'_> {
    /// The hours of a date.
    pub fn on(&self, date: Date) -> DayPlan<'_> {
        if let Some(special) = self.weekly.special.iter().find(|day| day.first <= date && date <= day.last) {
            return DayPlan { open: &special.open, why: Why::Special(special) };
        }
        if let Some(holiday) = self.holidays.get(&date) {
            return DayPlan { open: &[], why: Why::Holiday(holiday) };
        }
        DayPlan { open: self.weekly.week.day(date.weekday()), why: Why::Ordinary }
    }

    /// Every date from `first` to `last` whose hours differ from those of its weekday, in order.
    pub fn exceptions(&self, first: Date, last: Date) -> Vec<(Date, DayPlan<'_>)> {
        let mut dates: Vec<Date> = self.holidays.keys().copied().collect();
        for day in &self.weekly.special {
            let (from, until) = (day.first.max(first), day.last.min(last));
            dates.extend(from.series(Span::new().days(1)).take_while(|date| *date <= until));
        }
        dates.retain(|date| first <= *date && *date <= last);
        dates.sort_unstable();
        dates.dedup();
        let plans = dates.into_iter().map(|date| (date, self.on(date)));
        plans.filter(|(date, plan)| plan.open != self.weekly.week.day(date.weekday())).collect()
    }
}

/// The seven days, Monday first.
pub const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// The date in a zone at the moment at which a date begins in UTC.
pub fn date_in(zone: &TimeZone, utc: Date) -> Date {
    midnight(utc, &TimeZone::UTC).map_or(utc, |begin| begin.to_zoned(zone.clone()).date())
}

/// The instant at which a date begins in a zone; none at the end of time.
pub fn midnight(date: Date, zone: &TimeZone) -> Option<Timestamp> {
    date.to_zoned(zone.clone()).ok().map(|begin| begin.timestamp())
}

/// The instant at which a date begins in UTC, or the last one of all.
pub fn utc_midnight(date: Date) -> Timestamp {
    midnight(date, &TimeZone::UTC).unwrap_or(Timestamp::MAX)
}

/// The zone of hours with its IANA id: their own, or that of their first part with one.
pub fn zone_of(all: &List<Hours>, hours: Ref<Hours>) -> Option<(&TimeZone, &str)> {
    match &all[hours].opening {
        Opening::Weekly(weekly) => Some((&weekly.zone, &weekly.zone_id)),
        Opening::Always(always) => always.zone.as_ref().map(|(zone, id)| (zone, id.as_str())),
        Opening::AnyOf(parts) => parts.iter().find_map(|part| zone_of(all, *part)),
    }
}

/// Whether hours have no outside: somebody of theirs answers at every moment of every day.
pub fn never_close(all: &List<Hours>, hours: Ref<Hours>) -> bool {
    match &all[hours].opening {
        Opening::Always(_) => true,
        Opening::AnyOf(parts) => parts.iter().any(|part| never_close(all, *part)),
        Opening::Weekly(weekly) => {
            weekly.week.is_always() && weekly.special.is_empty() && !matches!(weekly.holidays, Holidays::Calendars(_))
        }
    }
}
