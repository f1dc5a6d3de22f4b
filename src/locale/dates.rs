//! Dates and days of the week.

use super::Locale;
use icu_calendar::types::Weekday as IcuWeekday;
use icu_calendar::week::WeekInformation;
use icu_calendar::{Gregorian, Iso};
use icu_datetime::fieldsets::{E, MD, YMD, YMDE, YMDT};
use icu_datetime::input::{DateTime as IcuDateTime, Time as IcuTime};
use icu_datetime::{DateTimeFormatter, FixedCalendarDateTimeFormatter};
use jiff::civil::{Date, DateTime, Weekday};
use std::error::Error;

/// Formats dates in the calendar of the language: Buddhist years in Thai, the Persian calendar in Persian.
#[derive(Debug)]
pub(super) struct Calendar {
    date: DateTimeFormatter<YMD>,
    date_with_weekday: DateTimeFormatter<YMDE>,
    date_time: DateTimeFormatter<YMDT>,
    day_month: DateTimeFormatter<MD>,
    weekday: FixedCalendarDateTimeFormatter<Gregorian, E>,
    weekday_short: FixedCalendarDateTimeFormatter<Gregorian, E>,
    first_day: IcuWeekday,
    /// Whether CLDR gives the long date with weekday in figures, as in Portugal: it is then put together here.
    weekday_apart: bool,
    /// Whether days are ordinals with a dot, which CLDR leaves out of some dates: `28. detsember`, but `28 detsember 2026`.
    dotted_days: bool,
}

impl Calendar {
    /// Fails for a language whose names of months CLDR does not know.
    pub(super) fn load(locale: &icu_locale::Locale) -> Result<Self, Box<dyn Error>> {
        let date = DateTimeFormatter::try_new(locale.into(), YMD::long())?;
        let date_with_weekday = DateTimeFormatter::try_new(locale.into(), YMDE::long())?;

        let december = icu_calendar::Date::try_new_iso(2026, 12, 28)?;
        let spelled = date.format(&december).to_string();
        // The root of CLDR, which stands in for an unknown language, calls December M12.
        if spelled.contains("M12") {
            return Err("no names of months".into());
        }
        let weekday_apart = !spelled.contains("12") && date_with_weekday.format(&december).to_string().contains("12");

        let day_month = DateTimeFormatter::try_new(locale.into(), MD::long())?;
        let dotted_days = day_month.format(&december).to_string().starts_with("28. ");

        Ok(Self {
            date,
            date_with_weekday,
            date_time: DateTimeFormatter::try_new(locale.into(), YMD::long().with_time_hm())?,
            day_month,
            weekday: FixedCalendarDateTimeFormatter::try_new(locale.into(), E::long())?,
            weekday_short: FixedCalendarDateTimeFormatter::try_new(locale.into(), E::short())?,
            first_day: WeekInformation::try_new(locale.into())?.first_weekday,
            weekday_apart,
            dotted_days,
        })
    }

    /// A date with the dot of its day, where that was left out.
    fn dotted(&self, text: String, date: Date) -> String {
        let (bare, dotted) = (format!("{} ", date.day()), format!("{}. ", date.day()));
        if self.dotted_days && !text.contains(&dotted) { text.replacen(&bare, &dotted, 1) } else { text }
    }
}

impl Locale {
    /// `28 grudnia 2026`, `28. Dezember 2026`.
    pub fn date(&self, date: Date) -> String {
        self.with_calendar(date, |calendar, date| calendar.date.format(&date).to_string())
    }

    /// `poniedziałek, 28 grudnia 2026`.
    pub fn date_with_weekday(&self, date: Date) -> String {
        if self.calendar.as_ref().is_some_and(|calendar| calendar.weekday_apart) {
            return format!("{}, {}", self.weekday(date.weekday()), self.date(date));
        }
        self.with_calendar(date, |calendar, date| calendar.date_with_weekday.format(&date).to_string())
    }

    /// `28 grudnia`.
    pub fn day_month(&self, date: Date) -> String {
        self.with_calendar(date, |calendar, date| calendar.day_month.format(&date).to_string())
    }

    /// `28 grudnia 2026 08:05`, `28. Dezember 2026 um 08:05`.
    pub fn date_time(&self, at: DateTime) -> String {
        self.with_calendar(at.date(), |calendar, date| match icu_time(at.time()) {
            Some(time) => calendar.date_time.format(&IcuDateTime { date, time }).to_string(),
            None => format!("{} {}", at.date(), at.time()),
        })
    }

    /// The name of a day on its own: `poniedziałek`.
    pub fn weekday(&self, day: Weekday) -> String {
        self.calendar.as_ref().map_or_else(|| english(day), |c| c.weekday.format(&icu_weekday(day)).to_string())
    }

    /// A short name of a day, for tables: `pon.`, `Mo`.
    pub fn weekday_short(&self, day: Weekday) -> String {
        self.calendar.as_ref().map_or_else(
            || english(day).chars().take(3).collect(),
            |c| c.weekday_short.format(&icu_weekday(day)).to_string(),
        )
    }

    /// The day on which calendars begin the week.
    pub fn first_day_of_week(&self) -> Weekday {
        self.calendar.as_ref().map_or(Weekday::Monday, |calendar| jiff_weekday(calendar.first_day))
    }

    /// Formats `date`, or gives its ISO form.
    fn with_calendar(&self, date: Date, format: impl FnOnce(&Calendar, icu_calendar::Date<Iso>) -> String) -> String {
        match (&self.calendar, icu_date(date)) {
            (Some(calendar), Some(iso)) => calendar.dotted(format(calendar, iso), date),
            _ => date.to_string(),
        }
    }
}

fn icu_date(date: Date) -> Option<icu_calendar::Date<Iso>> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    icu_calendar::Date::try_new_iso(i32::from(date.year()), month, day).ok()
}

pub(super) fn icu_time(time: jiff::civil::Time) -> Option<IcuTime> {
    let (hour, minute) = (u8::try_from(time.hour()).ok()?, u8::try_from(time.minute()).ok()?);
    IcuTime::try_new(hour, minute, 0, 0).ok()
}

fn icu_weekday(day: Weekday) -> IcuWeekday {
    match day {
        Weekday::Monday => IcuWeekday::Monday,
        Weekday::Tuesday => IcuWeekday::Tuesday,
        Weekday::Wednesday => IcuWeekday::Wednesday,
        Weekday::Thursday => IcuWeekday::Thursday,
        Weekday::Friday => IcuWeekday::Friday,
        Weekday::Saturday => IcuWeekday::Saturday,
        Weekday::Sunday => IcuWeekday::Sunday,
    }
}

fn jiff_weekday(day: IcuWeekday) -> Weekday {
    match day {
        IcuWeekday::Monday => Weekday::Monday,
        IcuWeekday::Tuesday => Weekday::Tuesday,
        IcuWeekday::Wednesday => Weekday::Wednesday,
        IcuWeekday::Thursday => Weekday::Thursday,
        IcuWeekday::Friday => Weekday::Friday,
        IcuWeekday::Saturday => Weekday::Saturday,
        IcuWeekday::Sunday => Weekday::Sunday,
    }
}

fn english(day: Weekday) -> String {
    format!("{day:?}")
}
