//! A time zone as calendars have it: each change of the clock within some years by itself.

use jiff::tz::{Dst, Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

use crate::export::content_line::ContentLines;
use crate::model::hours::Weekly;

/// An event of the day on which the hours begin can begin on the day before, in any zone.
const EARLIER: SignedDuration = SignedDuration::from_hours(48);

/// Writes the zone of weekly hours with all changes of its clock from the last one before the events `from` on until `until`.
pub(super) fn write(weekly: &Weekly, from: Timestamp, until: Timestamp, lines: &mut ContentLines) {
    lines.put("BEGIN", "VTIMEZONE");
    lines.put("TZID", &weekly.zone_id);
    let zone = &weekly.zone;
    let since = from.checked_sub(EARLIER).unwrap_or(from);
    // The library leaves out a change at the very instant, on both sides.
    let after = since.checked_add(SignedDuration::from_nanos(1)).unwrap_or(since);
    let first = zone.preceding(after).next().map_or(Timestamp::UNIX_EPOCH, |transition| transition.timestamp());
    change(zone, first, lines);
    for transition in zone.following(since).take_while(|transition| transition.timestamp() < until) {
        change(zone, transition.timestamp(), lines);
    }
    lines.put("END", "VTIMEZONE");
}

/// Universal time, whose clock is never changed.
pub(super) fn universal(lines: &mut ContentLines) {
    let standard =
        [("DTSTART", "19700101T000000"), ("TZOFFSETFROM", "+0000"), ("TZOFFSETTO", "+0000"), ("TZNAME", "UTC")];
    lines.put("BEGIN", "VTIMEZONE");
    lines.put("TZID", "Etc/UTC");
    lines.put("BEGIN", "STANDARD");
    standard.iter().for_each(|(name, value)| lines.put(name, value));
    lines.put("END", "STANDARD");
    lines.put("END", "VTIMEZONE");
}

/// What the clock shows from an instant on.
fn change(zone: &TimeZone, at: Timestamp, lines: &mut ContentLines) {
    let moment = std::time::Duration::from_nanos(1);
    let before = zone.to_offset(at.checked_sub(moment).unwrap_or(at));
    let after = zone.to_offset_info(at);
    let part = if after.dst() == Dst::Yes { "DAYLIGHT" } else { "STANDARD" };
    lines.put("BEGIN", part);
    // The clock on the wall just before it is changed.
    lines.put("DTSTART", &before.to_datetime(at).strftime("%Y%m%dT%H%M%S").to_string());
    lines.put("TZOFFSETFROM", &written(before));
    lines.put("TZOFFSETTO", &written(after.offset()));
    lines.text("TZNAME", after.abbreviation());
    lines.put("END", part);
}

/// `+0100`, `-0330`.
fn written(offset: Offset) -> String {
    let seconds = offset.seconds();
    let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() / 60 % 60);
    format!("{}{hours:02}{minutes:02}", if seconds < 0 { '-' } else { '+' })
}
