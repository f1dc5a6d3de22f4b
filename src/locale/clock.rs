//! Times of day and spans of time.

use super::dates::icu_time;
use super::{LanguageTag, Locale};
use icu_datetime::NoCalendarFormatter;
use icu_datetime::fieldsets::T;
use icu_time::Time as IcuTime;
use jiff::civil::Time;
use std::error::Error;

#[derive(Debug)]
pub(super) struct Clock {
    time: NoCalendarFormatter<T>,
    counts_24_hours: bool,
}

impl Clock {
    pub(super) fn load(locale: &icu_locale::Locale) -> Result<Self, Box<dyn Error>> {
        let time = NoCalendarFormatter::try_new(locale.into(), T::hm())?;
        let pattern = time.format(&IcuTime::start_of_day()).pattern().to_string();
        Ok(Self { time, counts_24_hours: has_24_hour_field(&pattern) })
    }
}

impl Locale {
    /// `08:00`, `8:00 AM`; minutes always.
    pub fn time(&self, time: Time) -> String {
        match (&self.clock, icu_time(time)) {
            (Some(clock), Some(icu)) => clock.time.format(&icu).to_string(),
            _ => format!("{:02}:{:02}", time.hour(), time.minute()),
        }
    }

    /// Whether hours are counted to 24.
    pub fn counts_24_hours(&self) -> bool {
        self.clock.as_ref().is_none_or(|clock| clock.counts_24_hours)
    }

    /// Whether hours have two digits always: `08:00`, not `8:00`.
    pub fn pads_hours(&self) -> bool {
        self.time(Time::constant(8, 0, 0, 0)).chars().filter(|c| c.is_numeric()).count() == 4
    }

    /// The end of a day: `24:00`, or `12:00 AM` where hours are counted to 12.
    pub fn midnight_end(&self) -> String {
        match &self.clock {
            Some(clock) if !clock.counts_24_hours => self.time(Time::midnight()),
            _ => one_hour_after_23(&self.time(Time::constant(23, 0, 0, 0))),
        }
    }

    /// `08:00–17:00`, `08:00–17:30 Uhr`, `8:00 AM – 5:30 PM`.
    ///
    /// AM and PM stand at both ends, also where CLDR would leave out the first.
    pub fn time_range(&self, start: Time, end: Time) -> String {
        self.join_times(&self.time(start), &self.time(end))
    }

    /// A span until the end of the day: `08:00–24:00`.
    pub fn time_range_to_midnight(&self, start: Time) -> String {
        self.join_times(&self.time(start), &self.midnight_end())
    }

    fn join_times(&self, start: &str, end: &str) -> String {
        let (between, after) = span_marks(&self.tag, self.counts_24_hours());
        format!("{start}{between}{end}{after}")
    }
}

/// What CLDR puts between and after the times of a span; ICU4X has a formatter for this that is not stable yet.
fn span_marks(tag: &LanguageTag, counts_24_hours: bool) -> (&'static str, &'static str) {
    let between = match (tag.language(), tag.region(), counts_24_hours) {
        ("de", _, true) => return ("–", " Uhr"),
        ("ja", _, true) => "～",
        ("ko", _, _) => " ~ ",
        ("fa", _, _) => " تا ",
        ("zh" | "yue", _, false) => "至",
        ("es", Some("CO" | "PY"), false) => " a ",
        ("bg" | "mk" | "mn" | "my" | "tg" | "ug", _, true) | ("el", _, false) => " – ",
        ("en", Some("CA"), false) => "–",
        (
            "ast" | "blo" | "bs" | "cy" | "dsb" | "eo" | "fr" | "ga" | "gd" | "hr" | "hsb" | "ia" | "jv" | "kea"
            | "kgp" | "pt" | "sk" | "sw" | "vec" | "wae" | "yrl" | "zu",
            _,
            true,
        )
        | (_, _, false) => "\u{2009}–\u{2009}",
        (_, _, true) => "–",
    };
    (between, "")
}

/// Whether a CLDR pattern has the hour field `H` or `k` outside quoted text.
fn has_24_hour_field(pattern: &str) -> bool {
    pattern.split('\'').step_by(2).any(|unquoted| unquoted.contains(['H', 'k']))
}

/// Makes `24:00` of `23:00`: the digits of every script follow each other in Unicode.
fn one_hour_after_23(text: &str) -> String {
    let Some((at, three)) = text.char_indices().filter(|(_, c)| c.is_numeric()).nth(1) else {
        return text.to_owned();
    };
    let four = char::from_u32(u32::from(three) + 1).unwrap_or(three);
    format!("{}{four}{}", &text[..at], &text[at + three.len_utf8()..])
}
