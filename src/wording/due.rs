//! Lengths of time and promises as sentences.

use super::Wording;
use crate::model::duration::Duration;
use crate::model::severity::Due;

/// What a length of time is said for; each has its sentences `<name>_minutes`, `<name>_hours` and so on.
#[derive(Clone, Copy, Debug)]
pub enum Frame {
    /// "within 2 hours".
    Within,
    /// "every 2 hours".
    Every,
    /// "2 hours".
    Plain,
}

impl Frame {
    fn key(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::Every => "every",
            Self::Plain => "length",
        }
    }
}

impl Wording<'_> {
    /// A length of time in a frame.
    pub fn length(&self, frame: Frame, length: Duration) -> String {
        let (unit, number) = match length {
            Duration::Minutes(minutes) if minutes % 60 == 0 => ("hours", minutes / 60),
            Duration::Minutes(minutes) => ("minutes", minutes),
            Duration::Days(days) => ("days", days),
            Duration::Months(months) if months % 12 == 0 => ("years", months / 12),
            Duration::Months(months) => ("months", months),
            Duration::BusinessDays(days) => ("business_days", days),
        };
        self.count(&format!("{}_{unit}", frame.key()), number, &[])
    }

    /// Minutes of work in a frame.
    pub fn minutes(&self, frame: Frame, minutes: u32) -> String {
        self.length(frame, Duration::Minutes(minutes))
    }

    /// A promise without its clock: "within 2 hours".
    pub fn due(&self, frame: Frame, due: Due) -> String {
        match due {
            Due::Elapsed(length) => self.length(frame, length),
            Due::Open(minutes, _) => self.minutes(frame, minutes),
            Due::BusinessDays(days, _) => self.length(frame, Duration::BusinessDays(days)),
        }
    }

    /// The clock of a promise: "day and night", "in the hours of Office".
    pub fn clock_of(&self, due: Due) -> String {
        match due.desk() {
            None => self.word("clock_elapsed"),
            Some(desk) => {
                let name = self.desk_name(&self.portal().hours[desk]).text;
                self.say("clock_open", &[("name", &name)])
            }
        }
    }
}
