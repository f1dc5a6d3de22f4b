//! `[hours.<id>]`.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use super::super::entry::{Entry, Value};
use super::super::holidays::{self, LoadError};
use super::super::shape::nearest;
use super::Context;
use crate::diagnostic::code;
use crate::model::Ref;
use crate::model::holiday::Calendar;
use crate::model::hours::{Holidays, Hours, HoursKind, Interval, Opening, SpecialDay, Week, WeekProblem, Weekly, day};
use crate::model::list::Ids;

/// The ids of the hours, in the order of the file.
pub(super) fn ids(top: &Entry<'_>) -> Ids<Hours> {
    let entries = top.tables_by_id("hours");
    for (id, span, entry) in &entries {
        if *id == "elapsed" {
            entry.scope.error(
                code::KEY_05,
                span.clone(),
                "`elapsed` cannot be the name of hours: it is the clock that never stops",
                "choose another name, such as office",
            );
        }
        super::check_id(entry, id, span.clone(), false);
    }
    Ids::new(entries.into_iter().map(|(id, ..)| id.to_owned()).collect())
}

pub(super) fn hours(top: &Entry<'_>, context: &Context<'_>) -> Vec<Hours> {
    let entries = top.tables_by_id("hours");
    if top.has("hours") && entries.is_empty() {
        top.scope.error(
            code::KEY_03,
            top.span("hours"),
            "a portal has at least one [hours.<id>]",
            "add [hours.office] with time_zone and weekly",
        );
    }
    let lowered = entries.iter().filter_map(|(id, span, entry)| {
        let name = entry.text("name", &context.languages);
        let kind = entry
            .choice("kind", &[("staffed", HoursKind::Staffed), ("on-call", HoursKind::OnCall)])
            .unwrap_or_default();
        Some(Hours { id: (*id).to_owned(), name, kind, opening: opening(entry, span.clone(), context)? })
    });
    let lowered: Vec<Hours> = lowered.collect();
    if lowered.len() == entries.len() {
        refuse_circles(&lowered, &entries);
    }
    lowered
}

fn opening(entry: &Entry<'_>, header: Range<usize>, context: &Context<'_>) -> Option<Opening> {
    let special = special_days(entry, context);
    let zone = zone(entry);
    match (entry.has("weekly"), entry.has("any_of")) {
        (true, true) => {
            entry.scope.error(
                code::KEY_07,
                entry.span("any_of"),
                "hours have `weekly` or `any_of`, not both",
                "give the combined hours a name of their own",
            );
            None
        }
        (false, false) => {
            entry.scope.error(
                code::KEY_03,
                header,
                "these hours lack `weekly`",
                "add weekly = { mon-fri = [\"08:00-17:00\"] }, or weekly = \"always\"",
            );
            None
        }
        (false, true) => {
            let parts = entry.references("any_of", &context.hours, "hours");
            if parts.is_empty() && entry.value("any_of").is_some_and(|list| list.items().next().is_none()) {
                entry.scope.error(
                    code::KEY_03,
                    entry.span("any_of"),
                    "`any_of` names at least one of your hours",
                    "write any_of = [\"office\"]",
                );
            }
            (!parts.is_empty()).then_some(Opening::AnyOf(parts))
        }
        (true, false) => weekly(entry, zone, special, context),
    }
}

fn weekly(
    entry: &Entry<'_>,
    zone: Option<(TimeZone, String)>,
    special: Vec<SpecialDay>,
    context: &Context<'_>,
) -> Option<Opening> {
    let value = entry.value("weekly")?;
    let week = match value.string() {
        Some("always") => Some(Week::always()),
        Some(_) => None,
        None => value.entry().and_then(|days| week(&days)),
    };
    let holidays = public_holidays(entry, context);
    let always = week.as_ref().is_some_and(Week::is_always);
    if always && special.is_empty() && !matches!(holidays, Holidays::Calendars(_)) {
        return Some(Opening::Always);
    }
    if zone.is_none() && !entry.has("time_zone") {
        entry.scope.error(
            code::HRS_01,
            entry.header(),
            "these hours lack a `time_zone`",
            "add the city whose clock counts: time_zone = \"Europe/Warsaw\"",
        );
    }
    if matches!(holidays, Holidays::NotSaid) && !entry.has("public_holidays") && !always {
        entry.scope.warn(
            code::HRS_05,
            entry.header(),
            "these hours do not say whether you are open on public holidays",
            "add public_holidays = [\"PL\"] with your country or region, or public_holidays = [] if you are open",
        );
    }
    let (zone, zone_id) = zone?;
    Some(Opening::Weekly(Box::new(Weekly { zone, zone_id, week: week?, holidays, special })))
}

fn zone(entry: &Entry<'_>) -> Option<(TimeZone, String)> {
    let value = entry.value("time_zone")?;
    time_zone(&value)
}

/// An IANA zone of a region. Abbreviations and fixed offsets are in the database, but have no summer time of a place.
pub(in crate::config) fn time_zone(value: &Value<'_>) -> Option<(TimeZone, String)> {
    let id = value.string()?;
    let fixed = !id.contains('/') && id != "UTC"
        || id.starts_with("Etc/") && id != "Etc/UTC"
        || id.starts_with("posix/")
        || id.starts_with("right/");
    let message = format!("`{id}` is not a time zone");
    if fixed {
        let hint = "write the region and city whose clock counts, such as Europe/Warsaw: an abbreviation or an offset is wrong for half of the year";
        value.scope.error(code::HRS_01, value.span(), message, hint);
        return None;
    }
    let known = jiff::tz::db().available().find(|name| name.as_str() == id).is_some();
    match TimeZone::get(id) {
        Ok(zone) if known => Some((zone, id.to_owned())),
        _ => {
            let names: Vec<String> = jiff::tz::db()
                .available()
                .map(|name| name.as_str().to_owned())
                .filter(|name| name.contains('/'))
                .collect();
            let near = names
                .iter()
                .find(|name| name.eq_ignore_ascii_case(id))
                .map(String::as_str)
                .or_else(|| nearest(id, names.iter().map(String::as_str)));
            value.scope.error(
                code::HRS_01,
                value.span(),
                message,
                near.map_or_else(
                    || "write the region and city whose clock counts, such as Europe/Warsaw".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                ),
            );
            None
        }
    }
}

fn week(days: &Entry<'_>) -> Option<Week> {
    let mut week: [Option<Vec<Interval>>; 7] = Default::default();
    let mut good = true;
    for (name, span, value) in days.pairs() {
        let Some(range) = day_range(name) else {
            days.scope.error(
                code::HRS_02,
                span,
                format!("`{name}` is neither a day nor a run of days"),
                "write mon, tue, wed, thu, fri, sat, sun, or a run such as mon-fri",
            );
            good = false;
            continue;
        };
        let Some(open) = intervals(&value, name) else {
            good = false;
            continue;
        };
        for index in range {
            match week.get_mut(index) {
                Some(slot @ None) => *slot = Some(open.clone()),
                _ => {
                    days.scope.error(
                        code::HRS_02,
                        span.clone(),
                        format!("`{name}` names a day that has hours already"),
                        "give each day once",
                    );
                    good = false;
                }
            }
        }
    }
    let week = Week::new(week.map(Option::unwrap_or_default));
    match week {
        Ok(week) => good.then_some(week),
        Err((weekday, problem)) => {
            days.scope.error(
                code::HRS_02,
                days.header(),
                format!("the night before runs into the morning of {weekday:?}: {}", describe(&problem)),
                "let the night end before the morning begins",
            );
            None
        }
    }
}

/// The places of a day, or of a run of days that may wrap over Sunday.
fn day_range(name: &str) -> Option<Vec<usize>> {
    const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let index = |day: &str| NAMES.iter().position(|n| *n == day);
    match name.split_once('-') {
        None => Some(vec![index(name)?]),
        Some((first, last)) => {
            let (first, last) = (index(first)?, index(last)?);
            let length = (last + 7 - first) % 7 + 1;
            (length > 1).then(|| (first..first + length).map(|i| i % 7).collect())
        }
    }
}

/// The intervals of a day: a list of `08:00-17:00`, or the whole day. None when one is wrong.
fn intervals(value: &Value<'_>, what: &str) -> Option<Vec<Interval>> {
    if value.string() == Some("always") {
        return Some(Week::always().day(Weekday::Monday).to_vec());
    }
    if value.value.get_ref().as_array().is_none() {
        value.scope.error(
            code::KEY_02,
            value.span(),
            format!("`{what}` is a list of times"),
            format!("write {what} = [\"08:00-17:00\"], or {what} = [] for closed"),
        );
        return None;
    }
    let mut good = true;
    let mut found = Vec::new();
    for item in value.items() {
        match item.string().map(|text| (text, Interval::parse(text))) {
            Some((_, Ok(interval))) => {
                if interval.length() > 16 * 60 && interval.end() > 24 * 60 {
                    item.scope.warn(
                        code::HRS_03,
                        item.span(),
                        format!("`{}` lasts {} hours, over midnight", interval.written(), interval.length() / 60),
                        "check both times: the end is on the next day",
                    );
                }
                found.push(interval);
            }
            Some((text, Err(problem))) => {
                item.scope.error(
                    code::HRS_02,
                    item.span(),
                    format!("`{text}`: {}", describe(&problem)),
                    "write two times of the 24-hour clock with a hyphen: \"08:00-17:00\"",
                );
                good = false;
            }
            None => {
                item.scope.error(
                    code::HRS_02,
                    item.span(),
                    "a time of opening stands in quotes",
                    "write \"08:00-17:00\"",
                );
                good = false;
            }
        }
    }
    match day(found) {
        Ok(found) => good.then_some(found),
        Err(problem) => {
            value.scope.error(
                code::HRS_02,
                value.span(),
                describe(&problem),
                "let one interval end before the next begins",
            );
            None
        }
    }
}

fn describe(problem: &WeekProblem) -> String {
    match problem {
        WeekProblem::NotAnInterval => "this is not a time of opening".to_owned(),
        WeekProblem::NoSuchTime(time) => format!("there is no time {time}"),
        WeekProblem::WriteLike(usual) => format!("write it as \"{usual}\""),
        WeekProblem::Overlap(a, b) => format!("{a} and {b} overlap"),
    }
}

fn public_holidays(entry: &Entry<'_>, context: &Context<'_>) -> Holidays {
    let Some(list) = entry.value("public_holidays") else { return Holidays::NotSaid };
    let read =
        |file: &str| context.data.text(&format!("content/holidays/{file}")).ok().map(|source| source.text().to_owned());
    let calendars: Vec<Arc<Calendar>> = list
        .items()
        .filter_map(|item| {
            let code = item.string()?;
            match holidays::load(code, &read) {
                Ok(calendar) => Some(Arc::new(calendar)),
                Err(problem) => {
                    unknown_calendar(&item, code, &problem);
                    None
                }
            }
        })
        .collect();
    if calendars.is_empty() { Holidays::None } else { Holidays::Calendars(calendars) }
}

fn unknown_calendar(item: &Value<'_>, asked: &str, problem: &LoadError) {
    let near = match problem {
        // Another country's calendar is no help; another spelling of this one is.
        LoadError::Unknown { known, .. } => known.first().filter(|near| same_country(near, asked)),
        _ => None,
    };
    let hint = match near {
        Some(near) => {
            format!("did you mean `{near}`? If not, give the dates yourself under `special`, each with open = []")
        }
        None => "give the dates yourself under `special`, each with open = [] and a reason".to_owned(),
    };
    let message = match problem {
        LoadError::Unknown { .. } => format!("there is no calendar of public holidays for `{asked}`"),
        other => other.to_string(),
    };
    item.scope.error(code::HRS_05, item.span(), message, hint);
}

/// Whether two codes can mean one country: `de_by` and `DE-BY`, `UK` and `GB`.
fn same_country(near: &str, asked: &str) -> bool {
    let asked = asked.to_uppercase();
    near.get(..2) == asked.get(..2) || matches!((near, asked.get(..2)), ("GB", Some("UK")) | ("GR", Some("EL")))
}

fn special_days(entry: &Entry<'_>, context: &Context<'_>) -> Vec<SpecialDay> {
    let mut days: Vec<(SpecialDay, Range<usize>)> = Vec::new();
    for special in entry.tables("special") {
        let open = special.value("open").and_then(|value| intervals(&value, "open"));
        let reason = special.text("reason", &context.languages);
        let (Some(first), Some(open)) = (special.date("date"), open) else { continue };
        let last = special.date("until").unwrap_or(first);
        if !in_order(&special, first, last) {
            continue;
        }
        let span = special.span("date");
        if days.iter().any(|(other, _)| other.first <= last && first <= other.last) {
            special.scope.error(
                code::HRS_06,
                span,
                format!("{first} has special hours already"),
                "give each date once",
            );
            continue;
        }
        days.push((SpecialDay { first, last, open, reason }, span));
    }
    days.sort_by_key(|(day, _)| day.first);
    days.into_iter().map(|(day, _)| day).collect()
}

fn in_order(special: &Entry<'_>, first: Date, last: Date) -> bool {
    let message = if last < first {
        "`until` is before `date`"
    } else if (last - first).get_days() > 366 {
        "a run of special days lasts at most a year"
    } else {
        return true;
    };
    special.scope.error(code::HRS_06, special.span("until"), message, "give the last day of the run");
    false
}

fn refuse_circles(hours: &[Hours], entries: &[(&str, Range<usize>, Entry<'_>)]) {
    let parts = |index: usize| -> Vec<usize> {
        match hours.get(index).map(|h| &h.opening) {
            Some(Opening::AnyOf(parts)) => parts.iter().map(|r: &Ref<Hours>| r.index()).collect(),
            _ => Vec::new(),
        }
    };
    for (start, (id, _, entry)) in entries.iter().enumerate() {
        let mut seen = vec![false; hours.len()];
        let mut open = parts(start);
        while let Some(next) = open.pop() {
            if next == start {
                entry.scope.error(
                    code::KEY_07,
                    entry.span("any_of"),
                    format!("the hours `{id}` contain themselves"),
                    "let any_of name hours that have `weekly`",
                );
                break;
            }
            if let Some(mark @ false) = seen.get_mut(next) {
                *mark = true;
                open.extend(parts(next));
            }
        }
    }
}
