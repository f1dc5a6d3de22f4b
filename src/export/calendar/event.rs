//! An event of a calendar.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

use crate::export::content_line::ContentLines;
use crate::export::facts::basic;

/// When something begins or ends.
#[derive(Clone, Debug)]
pub(super) enum Moment {
    /// On a date, wherever the reader is.
    Day(Date),
    /// At an instant.
    Instant(Timestamp),
    /// At a wall time of an IANA zone.
    Wall(DateTime, String),
}

/// An event.
#[derive(Clone, Debug)]
pub(super) struct Event {
    /// What it is known by for ever.
    pub(super) uid: String,
    /// How often it was changed.
    pub(super) sequence: i64,
    /// When it begins.
    pub(super) start: Moment,
    /// When it is over.
    pub(super) end: Moment,
    /// How it comes again.
    pub(super) rule: Option<String>,
    /// When it does not, though the rule says so.
    pub(super) except: Vec<Moment>,
    /// Its title.
    pub(super) summary: String,
    /// More about it; may be empty.
    pub(super) description: String,
    /// Where to read more.
    pub(super) url: String,
    /// `CONFIRMED` or `CANCELLED`.
    pub(super) status: &'static str,
}

impl Event {
    /// Writes the event; `stamp` is when the calendar was made.
    pub(super) fn write(&self, stamp: &str, lines: &mut ContentLines) {
        lines.put("BEGIN", "VEVENT");
        lines.text("UID", &self.uid);
        lines.put("DTSTAMP", stamp);
        lines.put("SEQUENCE", &self.sequence.to_string());
        self.start.write("DTSTART", lines);
        self.end.write("DTEND", lines);
        if let Some(rule) = &self.rule {
            lines.put("RRULE", rule);
        }
        for except in &self.except {
            except.write("EXDATE", lines);
        }
        lines.text("SUMMARY", &self.summary);
        if !self.description.is_empty() {
            lines.text("DESCRIPTION", &self.description);
        }
        lines.put("URL", &self.url);
        lines.put("STATUS", self.status);
        // The reader is told of it, and stays free for other things.
        lines.put("TRANSP", "TRANSPARENT");
        lines.put("END", "VEVENT");
    }
}

impl Moment {
    fn write(&self, name: &str, lines: &mut ContentLines) {
        match self {
            Self::Day(date) => lines.put(&format!("{name};VALUE=DATE"), &date.strftime("%Y%m%d").to_string()),
            Self::Instant(instant) => lines.put(name, &basic(*instant)),
            Self::Wall(at, zone) => {
                lines.put(&format!("{name};TZID={zone}"), &at.strftime("%Y%m%dT%H%M%S").to_string());
            }
        }
    }
}
