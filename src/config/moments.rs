//! Dates, times and lengths of time as they are written.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

use super::entry::{Entry, Value};
use crate::diagnostic::code;
use crate::model::duration::Duration;

impl Entry<'_> {
    /// The date at a key.
    pub fn date(&self, key: &str) -> Option<Date> {
        self.value(key)?.date()
    }

    /// The duration at a key.
    pub fn duration(&self, key: &str) -> Option<Duration> {
        self.value(key)?.duration()
    }

    /// The duration at a key, in minutes of work.
    pub fn minutes(&self, key: &str) -> Option<u32> {
        match self.duration(key)? {
            Duration::Minutes(minutes) => Some(minutes),
            Duration::Days(days) => days.checked_mul(24 * 60),
            _ => {
                self.scope.error(
                    code::DUR_01,
                    self.span(key),
                    format!("`{key}` is counted in minutes or hours"),
                    "write a time such as 15m or 1h",
                );
                None
            }
        }
    }
}

impl Value<'_> {
    /// As a date.
    pub fn date(&self) -> Option<Date> {
        let moment = self.value.get_ref().as_datetime()?;
        day(moment.date.filter(|_| moment.time.is_none())?)
    }

    /// As an instant: a date-time with an offset, or a local one in `zone`. A local one without a zone is none.
    pub fn instant(&self, zone: Option<&TimeZone>) -> Option<Timestamp> {
        let zone = match self.value.get_ref().as_datetime()?.offset {
            Some(toml::value::Offset::Z) => TimeZone::UTC,
            Some(toml::value::Offset::Custom { minutes }) => {
                TimeZone::fixed(Offset::from_seconds(i32::from(minutes) * 60).ok()?)
            }
            None => zone?.clone(),
        };
        zone.to_ambiguous_timestamp(self.date_time()?).compatible().ok()
    }

    /// As a time on the wall: a date-time without an offset.
    pub fn wall_time(&self) -> Option<DateTime> {
        let is_local = self.value.get_ref().as_datetime()?.offset.is_none();
        self.date_time().filter(|_| is_local)
    }

    fn date_time(&self) -> Option<DateTime> {
        let moment = self.value.get_ref().as_datetime()?;
        let (date, time) = (moment.date?, moment.time);
        let (hour, minute, second) = time.map_or((0, 0, 0), |t| (t.hour, t.minute, t.second.unwrap_or(0)));
        Some(day(date)?.at(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, i8::try_from(second.min(59)).ok()?, 0))
    }

    /// As an IANA zone with its id.
    pub fn time_zone(&self) -> Option<(TimeZone, String)> {
        super::lower::time_zone(self)
    }

    /// As a duration.
    pub fn duration(&self) -> Option<Duration> {
        let text = self.string()?;
        let found = Duration::parse(text);
        if found.is_none() {
            self.scope.error(
                code::DUR_01,
                self.span(),
                format!("`{text}` is not a length of time"),
                "write 15m, 4h, 2 business days, P30D or P12M",
            );
        }
        found
    }
}

fn day(date: toml::value::Date) -> Option<Date> {
    Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
}
