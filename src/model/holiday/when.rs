//! On which day of a year a holiday falls.

use jiff::Span;
use jiff::civil::{Date, Weekday};

/// The day of a holiday, for any year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// The same date every year.
    Fixed {
        /// 1 to 12.
        month: i8,
        /// 1 to 31; a day that a month lacks is no day in that year.
        day: i8,
    },
    /// Some days after Easter Sunday, or before it.
    Easter {
        /// Days after Easter Sunday; negative is before.
        offset: i16,
        /// Whose Easter.
        church: Church,
    },
    /// A certain weekday of a month: the third Monday of January.
    NthWeekday {
        /// 1 to 12.
        month: i8,
        /// The day of the week.
        weekday: Weekday,
        /// 1 is the first, -1 the last.
        nth: i8,
    },
    /// The first such weekday on or after a date.
    WeekdayOnOrAfter {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
        /// The day of the week.
        weekday: Weekday,
    },
    /// The last such weekday on or before a date.
    WeekdayOnOrBefore {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
        /// The day of the week.
        weekday: Weekday,
    },
    /// Certain days only: a jubilee, or a date that a law lists year by year.
    Dates(Vec<Date>),
}

/// Whose Easter a holiday goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Church {
    /// The Gregorian Easter of the western churches.
    Western,
    /// The Easter of the Orthodox churches: the Julian one, as a date of our calendar.
    Orthodox,
}

impl When {
    /// Its days in `year`: one, or none, and only for [`When::Dates`] several.
    pub fn days(&self, year: i16) -> Vec<Date> {
        if let Self::Dates(dates) = self {
            return dates.iter().filter(|date| date.year() == year).copied().collect();
        }
        self.day(year).into_iter().collect()
    }

    fn day(&self, year: i16) -> Option<Date> {
        match *self {
            Self::Fixed { month, day } => Date::new(year, month, day).ok(),
            Self::Easter { offset, church } => {
                let easter = easter(year, church)?;
                easter.checked_add(Span::new().try_days(offset).ok()?).ok()
            }
            Self::NthWeekday { month, weekday, nth } => {
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
            }
            // `nth_weekday` counts from the day after (or before), so it starts on the other side of the date.
            Self::WeekdayOnOrAfter { month, day, weekday } => {
                Date::new(year, month, day).ok()?.yesterday().ok()?.nth_weekday(1, weekday).ok()
            }
            Self::WeekdayOnOrBefore { month, day, weekday } => {
                Date::new(year, month, day).ok()?.tomorrow().ok()?.nth_weekday(-1, weekday).ok()
            }
            Self::Dates(_) => None,
        }
    }
}

/// Easter Sunday of `year` as a date of the Gregorian calendar.
fn easter(year: i16, church: Church) -> Option<Date> {
    match church {
        Church::Western => gregorian_easter(year),
        Church::Orthodox => julian_easter(year),
    }
}

/// The "anonymous" algorithm of 1876, after Meeus, Astronomical Algorithms, chapter 8.
fn gregorian_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (golden, century, rest) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let leap = century.div_euclid(4);
    let moon = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - leap - moon + 15).rem_euclid(30);
    let weekday = (32 + 2 * century.rem_euclid(4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    Date::new(year, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?).ok()
}

/// Meeus' algorithm for the Julian Easter, moved by the days between the two calendars (13 from 1900 to 2099).
fn julian_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let moon = (19 * y.rem_euclid(19) + 15).rem_euclid(30);
    let weekday = (2 * y.rem_euclid(4) + 4 * y.rem_euclid(7) - moon + 34).rem_euclid(7);
    let days = moon + weekday + 114;
    let julian = Date::new(year, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?).ok()?;
    let gap = y.div_euclid(100) - y.div_euclid(400) - 2;
    julian.checked_add(Span::new().try_days(gap).ok()?).ok()
}
