//! The front matter of a notice.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

use crate::config::keys::document::NOTICE;
use crate::config::{Entry, Value};
use crate::diagnostic::{Place, code};
use crate::model::hours::zone_of;
use crate::model::list::Ids;
use crate::model::notice::{Component, NoticeKind, NoticeStatus};
use crate::model::{Portal, Ref};

/// What one translation of a notice says; the facts are those of the default language.
#[derive(Clone, Debug)]
pub struct NoticeMatter {
    /// What it is about.
    pub kind: Option<NoticeKind>,
    /// Where it stands.
    pub status: Option<NoticeStatus>,
    /// When it begins.
    pub start: Option<Timestamp>,
    /// When it ends.
    pub end: Option<Timestamp>,
    /// The zone in which its times are said.
    pub zone: TimeZone,
    /// The services affected.
    pub components: Vec<Ref<Component>>,
    /// What was said in the course of it, oldest first.
    pub updates: Vec<NoticeUpdate>,
    /// The front matter's place.
    pub place: Place,
    /// Which of its keys stand there, even misspelt or with a wrong value: what is wrong with them has been told.
    pub stated: Stated,
}

/// Which keys a front matter states, rightly or not.
#[derive(Clone, Copy, Debug)]
pub struct Stated {
    /// What it is about.
    pub kind: bool,
    /// When it begins.
    pub start: bool,
    /// When it ends.
    pub end: bool,
}

/// What was said, and when.
#[derive(Clone, Debug)]
pub struct NoticeUpdate {
    /// When.
    pub time: Timestamp,
    /// The status from then on.
    pub status: Option<NoticeStatus>,
    /// What.
    pub text: String,
}

pub(super) fn read(entry: &Entry<'_>, portal: &Portal) -> NoticeMatter {
    let states = |key| entry.meant(key, &NOTICE).is_some();
    let own = entry.value("time_zone").and_then(|value| value.time_zone()).map(|(zone, _)| zone);
    let zone = own.unwrap_or_else(|| desk_zone(portal));
    // A zone that cannot be read has been told; its times are then not at fault.
    let clock = states("time_zone").then_some(&zone);
    let moment = |key: &str| entry.value(key).and_then(|value| instant(&value, clock));
    let (start, end) = (moment("start"), moment("end"));
    let kind = entry.choice("kind", &NoticeKind::ALL);
    if let (Some(start), Some(end), Some(value)) = (start, end, entry.value("end"))
        && end <= start
    {
        let rule = if kind == Some(NoticeKind::Maintenance) { code::OPS_03 } else { code::OPS_02 };
        value.reject(rule, "the notice ends before it starts", "give an `end` after `start`");
    }
    let ids: Ids<Component> = Ids::new(portal.components.iter().map(|c| c.id.clone()).collect());
    NoticeMatter {
        kind,
        status: entry.choice("status", &NoticeStatus::ALL),
        start,
        end,
        components: entry.references("components", &ids, "components"),
        updates: updates(entry, clock),
        place: entry.place(),
        stated: Stated { kind: states("kind"), start: states("start"), end: states("end") },
        zone,
    }
}

/// The zone of the first desk that has one: where the partner's clock hangs.
fn desk_zone(portal: &Portal) -> TimeZone {
    let zone = portal.hours.refs().find_map(|(hours, _)| zone_of(&portal.hours, hours));
    zone.map_or(TimeZone::UTC, |(zone, _)| zone.clone())
}

fn instant(value: &Value<'_>, zone: Option<&TimeZone>) -> Option<Timestamp> {
    let found = value.instant(zone);
    if let (Some(zone), Some(wall)) = (zone, value.wall_time()) {
        doubt(value, zone, wall);
    }
    if found.is_none() && value.is_moment() {
        value.reject(
            code::OPS_03,
            "this time has no offset, and the notice no time zone",
            "add time_zone = \"Europe/Warsaw\", or write the time with an offset: 2026-12-05T22:00:00+01:00",
        );
    }
    found
}

/// Tells of a time that the clock shows twice in autumn, or never in spring, which of them is taken: RFC 5545's.
fn doubt(value: &Value<'_>, zone: &TimeZone, wall: DateTime) {
    let by = |offset: Offset| offset.to_timestamp(wall).map(|at| at.to_zoned(TimeZone::fixed(offset)));
    let with = |offset| by(offset).map(|at| at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()).unwrap_or_default();
    match zone.to_ambiguous_timestamp(wall).offset() {
        AmbiguousOffset::Unambiguous { .. } => {}
        AmbiguousOffset::Fold { before, after } => {
            let message = format!("the clock shows this time twice on that day; the first is taken, {}", with(before));
            value.warn(code::OPS_03, message, format!("write it with its offset; the second is {}", with(after)));
        }
        AmbiguousOffset::Gap { before, after } => {
            let taken = before.to_timestamp(wall).map(|at| at.to_zoned(TimeZone::fixed(after)));
            let taken = taken.map(|at| at.strftime("%H:%M").to_string()).unwrap_or_default();
            let message = format!("the clock never shows this time, because it is put forward; {taken} is taken");
            value.warn(code::OPS_03, message, "write a time that the clock shows, or one with an offset");
        }
    }
}

fn updates(entry: &Entry<'_>, zone: Option<&TimeZone>) -> Vec<NoticeUpdate> {
    let tables = entry.tables("updates");
    let read = tables.iter().filter_map(|table| {
        let time = instant(&table.value("time")?, zone)?;
        Some(NoticeUpdate {
            time,
            status: table.choice("status", &NoticeStatus::ALL),
            text: table.string("text")?.trim().to_owned(),
        })
    });
    let mut updates: Vec<NoticeUpdate> = read.collect();
    updates.sort_by_key(|update| update.time);
    updates
}
