//! Calendars to subscribe to (RFC 5545): hours, the days on which they differ, and planned maintenance.
//!
//! Ids stay the same from build to build, and nothing but the date of the build enters beside the facts.

mod closures;
mod event;
mod hours;
mod maintenance;
mod zone;

pub(super) use closures::closures;
pub(super) use hours::hours;
pub(super) use maintenance::maintenance;

use super::content_line::ContentLines;
use super::facts::{Facts, basic};
use crate::model::LanguageId;
use crate::model::hours::utc_midnight;
use event::Event;

/// The hours.
pub(super) const HOURS: &str = "hours.ics";
/// The days on which a desk is closed or closes early.
pub(super) const CLOSURES: &str = "closures.ics";
/// Planned maintenance.
pub(super) const MAINTENANCE: &str = "maintenance.ics";

/// A calendar that is being written.
struct Calendar<'a> {
    facts: &'a Facts<'a>,
    lines: ContentLines,
    is_empty: bool,
}

impl<'a> Calendar<'a> {
    /// Begins a calendar; its name is a sentence about the partner.
    fn begin(facts: &'a Facts<'a>, file: &str, name: &str) -> Self {
        let wording = facts.wording(LanguageId::DEFAULT);
        let name = wording.say(name, &[("partner", wording.plain(&facts.portal().partner.name))]);
        let mut lines = ContentLines::default();
        lines.put("BEGIN", "VCALENDAR");
        lines.put("VERSION", "2.0");
        lines.put("PRODID", concat!("-//supportal//supportal ", env!("CARGO_PKG_VERSION"), "//EN"));
        lines.put("CALSCALE", "GREGORIAN");
        lines.put("METHOD", "PUBLISH");
        lines.text("NAME", &name);
        lines.text("X-WR-CALNAME", &name);
        lines.put("SOURCE;VALUE=URI", &facts.address(file));
        lines.put("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        lines.put("X-PUBLISHED-TTL", "P1D");
        Self { facts, lines, is_empty: true }
    }

    /// Adds an event.
    fn add(&mut self, event: &Event) {
        self.is_empty = false;
        event.write(&basic(utc_midnight(self.facts.today)), &mut self.lines);
    }

    /// Ends the calendar. One without any part is none (RFC 5545, 3.6), and some programs drop a subscription to it: where
    /// nothing is to come, a zone stands for nothing.
    fn end(mut self) -> Vec<u8> {
        if self.is_empty {
            zone::universal(&mut self.lines);
        }
        self.lines.put("END", "VCALENDAR");
        self.lines.into_bytes()
    }
}
