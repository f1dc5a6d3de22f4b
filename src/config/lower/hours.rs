//! `[hours.<id>]`.

use std::ops::Range;
use std::sync::Arc;

use jiff::tz::TimeZone;

use super::super::entry::{Entry, Value};
use super::super::holidays::{self, LoadError};
use super::super::keys::{HOURS, SUPPORT};
use super::{Context, special, week, zone};
use crate::diagnostic::code;
use crate::locale::country_named;
use crate::model::Ref;
use crate::model::holiday::Calendar;
use crate::model::hours::{Always, Holidays, Hours, HoursKind, Opening, SpecialDay, Week, Weekly};
use crate::model::list::Ids;

/// The ids of the hours, in the order of the file.
pub(super) fn ids(top: &Entry<'_>) -> Ids<Hours> {
    let entries = top.tables_by_id(top.meant("hours", &SUPPORT).unwrap_or("hours"));
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
    let special = special::days(entry, context);
    let zone = zone::of(entry);
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
        (false, false) if entry.meant("weekly", &HOURS).or(entry.meant("any_of", &HOURS)).is_some() => None,
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
            if parts.is_empty() && entry.value("any_of").is_some_and(|list| list.is_empty_list()) {
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
        None => value.entry().and_then(|days| week::week(&days)),
    };
    let holidays = public_holidays(entry, context);
    let always = week.as_ref().is_some_and(Week::is_always);
    if always && special.is_empty() && !matches!(holidays, Holidays::Calendars(_)) {
        return Some(Opening::Always(Always { zone, holidays }));
    }
    if zone.is_none() && entry.meant("time_zone", &HOURS).is_none() {
        entry.scope.error(
            code::HRS_01,
            entry.header(),
            "these hours lack a `time_zone`",
            "add the city whose clock counts: time_zone = \"Europe/Warsaw\"",
        );
    }
    if matches!(holidays, Holidays::NotSaid) && entry.meant("public_holidays", &HOURS).is_none() && !always {
        entry.scope.warn(
            code::HRS_05,
            entry.header(),
            "these hours do not say whether you are open on public holidays",
            holiday_hint(context),
        );
    }
    let (zone, zone_id) = zone?;
    Some(Opening::Weekly(Box::new(Weekly { zone, zone_id, week: week?, holidays, special })))
}

/// What to write, with the calendar of the partner's own country where there is one.
fn holiday_hint(context: &Context<'_>) -> String {
    let country =
        context.country.as_ref().map(|country| country.code()).filter(|code| holidays::CALENDARS.contains(code));
    match country {
        Some(code) => format!(
            "add public_holidays = [\"{code}\"] if you are closed then, or public_holidays = [] if you are open"
        ),
        None => {
            "add public_holidays = [] if you are open, and the days on which you are closed under `special`".to_owned()
        }
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
                    unknown_calendar(&item, code, &problem, &read);
                    None
                }
            }
        })
        .collect();
    if calendars.is_empty() { Holidays::None } else { Holidays::Calendars(calendars) }
}

fn unknown_calendar(item: &Value<'_>, asked: &str, problem: &LoadError, read: &dyn Fn(&str) -> Option<String>) {
    let near = match problem {
        // Another country's calendar is no help; another spelling of this one is.
        LoadError::Unknown { known, .. } => known.first().filter(|near| same_country(near, asked)).cloned(),
        _ => None,
    };
    let named = || {
        let of_country = country_named(asked).filter(|code| holidays::CALENDARS.contains(&code.as_str()));
        of_country.or_else(|| holidays::of_region(asked, read).map(str::to_owned))
    };
    let hint = match near.or_else(named) {
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

/// Hours that are made of themselves, however far the circle leads.
fn refuse_circles(hours: &[Hours], entries: &[(&str, Range<usize>, Entry<'_>)]) {
    let parts = |index: usize| -> &[Ref<Hours>] {
        match hours.get(index).map(|h| &h.opening) {
            Some(Opening::AnyOf(parts)) => parts,
            _ => &[],
        }
    };
    // What is left when hours without open parts are taken away, again and again, lies on a circle or leads into one.
    let mut open: Vec<usize> = (0..hours.len()).map(|index| parts(index).len()).collect();
    let mut used_by: Vec<Vec<usize>> = vec![Vec::new(); hours.len()];
    for index in 0..hours.len() {
        for part in parts(index) {
            if let Some(users) = used_by.get_mut(part.index()) {
                users.push(index);
            }
        }
    }
    let mut done: Vec<usize> = (0..hours.len()).filter(|index| open.get(*index) == Some(&0)).collect();
    while let Some(part) = done.pop() {
        for user in used_by.get(part).into_iter().flatten() {
            if let Some(left) = open.get_mut(*user) {
                *left -= 1;
                if *left == 0 {
                    done.push(*user);
                }
            }
        }
    }
    for ((id, _, entry), _) in entries.iter().zip(&open).filter(|(_, left)| **left > 0) {
        entry.scope.error(
            code::KEY_07,
            entry.span("any_of"),
            format!("the hours `{id}` contain themselves, or hours that do"),
            "let any_of name hours that have `weekly`",
        );
    }
}
